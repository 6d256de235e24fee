#!/usr/bin/env bash
# ICU's own break iterators beside sentences and the search segmentation, on the same bytes. Usage: icu.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench
echo "== ICU break iterators"
${CC:-cc} -std=c11 -O2 -D_POSIX_C_SOURCE=200809L -o "$dir/peer-icu" tests/bench/peers/icu.c $(pkg-config --cflags --libs icu-i18n icu-uc) 2>/dev/null || { echo "skip ICU break iterators: not built"; exit 0; }
head -c 8000000 "$text" >"$dir/icu.txt"
"$dir/peer-icu" "$dir/icu.txt" | while read -r kind mbs found; do
  case $kind in sentence) job=sentences ;; *) job='segmentation' ;; esac
  read -r mine count < <("$dir/bench" "$dir/icu.txt" 8 "$job" | tail -1 | awk '{ print $(NF - 4), $NF }')
  awk -v k="$kind" -v a="$mine" -v b="$mbs" -v n="$count" -v m="$found" 'BEGIN { printf "  %-10s ICU %.1f MB/s, %d found; gazette %.1f MB/s, %d found: %.1f times as fast\n", k, b, m, a, n, a / b }'
done
exit 0
