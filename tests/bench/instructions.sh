#!/usr/bin/env bash
# Instructions per byte of every job: the difference between two sizes of the same text, so that the start of the program is not in it.
# perf counts where the machine lets it, else valgrind (whose processor has no AVX-512; the count of a job that uses it differs). Usage: instructions.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench
if perf stat -e instructions:u true 2>&1 | grep -q '[0-9].*instructions'; then
  how=perf
  count() { perf stat -x, -e instructions:u "$@" 2>&1 >/dev/null | awk -F, '/instructions/ { print $1 }'; }
elif command -v valgrind >/dev/null; then
  how=callgrind
  count() { valgrind --tool=callgrind --trace-children=yes --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | awk '/refs:/ { gsub(/,/, "", $NF); n += $NF } END { print n }'; }
else echo "skip instructions per byte: neither perf counts here nor is valgrind there"; exit 0; fi
echo "== instructions per byte, by $how"
"$dir/bench" "$text" 0.01 '' 1 | sed 's/  .*//' | while IFS= read -r job; do
  small=$(count "$dir/bench" "$text" 0.1 "$job" 1) large=$(count "$dir/bench" "$text" 0.4 "$job" 1)
  [ -n "$small" ] && [ -n "$large" ] && awk -v name="$job" -v a="$small" -v b="$large" 'BEGIN { printf "%-28s %10.1f\n", name, (b - a) / 300000 }'
done
exit 0
