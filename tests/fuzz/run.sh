#!/usr/bin/env bash
# `make fuzz SECONDS=n`: libFuzzer with ASan and UBSan, n seconds a target (TARGETS="money date" chooses). Crashers go to tests/fuzz/crashers,
# where `make test` replays them. Usage: run.sh BUILD SECONDS
set -u
build=$1 seconds=$2 clang=${CLANG:-clang}
command -v "$clang" >/dev/null || { echo "fuzz: clang is not installed (apt-get install clang)"; exit 1; }
dir=$build/fuzz
mkdir -p "$dir"
targets=${TARGETS:-$(grep -o '{"[a-z]*", f_' tests/fuzz/targets.c | cut -d'"' -f2)}
flags="-std=c11 -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -Iext -I$build/gen -Itests/fuzz"
make -s CC="$clang" BUILD="$dir/lib" EXTRA="-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" "$dir/lib/.objects" || exit 1
objs=$(find "$dir/lib/obj" -name '*.o' | grep -vE '/obj/(bind|vt|fn|fts|init|register)')
rc=0
for t in $targets; do
  # shellcheck disable=SC2086
  $clang $flags -I"$dir/lib/gen" -fsanitize=fuzzer -DTARGET="$t" -o "$dir/$t" tests/fuzz/libfuzzer.c tests/fuzz/targets.c $objs $(pkg-config --libs icu-i18n icu-uc) -lm || exit 1
  mkdir -p "$dir/corpus/$t"
  if "$dir/$t" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 -artifact_prefix="tests/fuzz/crashers/$t-" "$dir/corpus/$t" tests/fuzz/seeds fixtures >"$dir/$t.log" 2>&1
  then echo "$t: $(grep -c . "$dir/$t.log") lines of log, $(grep -oE '#[0-9]+' "$dir/$t.log" | tail -1) executions"
  else rc=1; echo "$t: CRASHED"; grep -E 'property broken|ERROR|runtime error|SUMMARY' "$dir/$t.log" | head -5; fi
done
exit $rc
