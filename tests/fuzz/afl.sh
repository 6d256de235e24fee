#!/usr/bin/env bash
# AFL++ over the readers of files, n seconds each (TARGETS="decode jsonl" chooses), with ASan and UBSan. What it finds stays in BUILD/afl/TARGET/default;
# a crash is copied to tests/fuzz/crashers, where `make test` replays it. Usage: afl.sh BUILD SECONDS
set -u
build=$1 seconds=$2 cc=${AFL_CC_PATH:-afl-clang-fast}
command -v "$cc" >/dev/null || { echo "fuzz: afl++ is not installed (apt-get install afl++)"; exit 1; }
make -s "$build/.objects" || exit 1
dir=$build/afl rc=0
mkdir -p "$dir"
export AFL_QUIET=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1 AFL_USE_ASAN=1 AFL_USE_UBSAN=1
# shellcheck disable=SC2046
"$cc" -std=gnu11 -O1 -g -Iext -Itests/fuzz -I"$build/gen" -o "$dir/readers" tests/fuzz/afl.c tests/fuzz/targets_io.c tests/fuzz/targets_tree.c $(find ext/base ext/text ext/io -name '*.c') $(find "$build/obj/gen" -name '*.o') \
  $(pkg-config --cflags --libs icu-i18n icu-uc) -lm || exit 1
for t in ${TARGETS:-decode jsonl wet walk tree}; do
  case $t in jsonl|wet) seeds=tests/fuzz/seeds/records ;; *) seeds=tests/fuzz/seeds/$t ;; esac
  dict=$t; [ "$t" = jsonl ] && dict=json
  rm -rf "$dir/$t"
  FUZZ_TARGET=$t timeout $((seconds + 60)) afl-fuzz -V "$seconds" -t 5000 -i "$seeds" -o "$dir/$t" -x "tests/fuzz/dictionaries/$dict" -- "$dir/readers" >"$dir/$t.log" 2>&1
  crashes=$(find "$dir/$t/default/crashes" -type f -name 'id:*' 2>/dev/null)
  stat() { sed -n "s/^$1 *: //p" "$dir/$t/default/fuzzer_stats" 2>/dev/null; }
  if [ -z "$(stat execs_done)" ]; then rc=1; echo "$t: did not run"; tail -5 "$dir/$t.log"; continue; fi
  echo "$t: $(stat execs_done) executions, $(stat corpus_count) inputs, $(stat saved_hangs) hangs$([ -n "$crashes" ] && echo ', CRASHED')"
  for c in $crashes; do rc=1; cp "$c" "tests/fuzz/crashers/$t-$(md5sum <"$c" | cut -c1-12)"; done
done
exit $rc
