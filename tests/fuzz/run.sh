#!/usr/bin/env bash
# `make fuzz SECONDS=n`: libFuzzer with ASan and UBSan, n seconds a target (TARGETS="money date" chooses), one after another. A target of the
# finders begins with the fixtures and the seeds, and has a dictionary; what it learns stays under BUILD/fuzz/corpus. Crashers go to
# tests/fuzz/crashers, where `make test` replays them. Prints the executions of each. Usage: run.sh BUILD SECONDS
set -u
build=$1 seconds=$2 clang=${CLANG:-clang}
command -v "$clang" >/dev/null || { echo "fuzz: clang is not installed (apt-get install clang)"; exit 1; }
dir=$build/fuzz
mkdir -p "$dir"
names() { grep -oE '\{"[a-z]*", f_' "$1" | cut -d'"' -f2; }
targets=${TARGETS:-$(names tests/fuzz/targets.c; names tests/fuzz/sql.c)}
flags="-std=c11 -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"
make -s CC="$clang" BUILD="$dir/lib" EXTRA="-g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" "$dir/lib/.objects" || exit 1
objs=$(find "$dir/lib/obj" -name '*.o')
below=$(echo "$objs" | grep -vE '/obj/(bind|vt|fn|fts|init|register)')
# shellcheck disable=SC2086
$clang $flags -Iext -Itests/fuzz -I"$dir/lib/gen" -fsanitize=fuzzer -o "$dir/finders" tests/fuzz/libfuzzer.c tests/fuzz/targets*.c $below $(pkg-config --libs icu-i18n icu-uc) -lm || exit 1
# shellcheck disable=SC2086
$clang $flags -Iext -Itests/fuzz -fsanitize=fuzzer -Wl,--wrap=gz_walk_begin -o "$dir/sql" tests/fuzz/libfuzzer.c tests/fuzz/sql.c $objs $(pkg-config --libs icu-i18n icu-uc sqlite3) -lm || exit 1
rc=0
for t in $targets; do
  seeds="tests/fuzz/seeds/text fixtures/news" dict=text program=finders
  case $t in
    sql) program=sql dict=sql seeds=tests/fuzz/seeds/sql ;;
    match|span) program=sql ;;
    jsonl) dict=json seeds="tests/fuzz/seeds/records fixtures/news" ;;
    wet) dict=wet seeds="tests/fuzz/seeds/records fixtures/news" ;;
    decode) dict=decode seeds="tests/fuzz/seeds/decode fixtures/news" ;;
    walk|tree) dict=$t seeds=tests/fuzz/seeds/$t ;;
    gazetteer) dict=names seeds="tests/fuzz/seeds/names tests/fuzz/seeds/text" ;;
  esac
  mkdir -p "$dir/corpus/$t"
  # shellcheck disable=SC2086
  if FUZZ_TARGET=$t "$dir/$program" -max_total_time="$seconds" -max_len=4096 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -dict="tests/fuzz/dictionaries/$dict" \
    -artifact_prefix="tests/fuzz/crashers/$t-" "$dir/corpus/$t" $seeds >"$dir/$t.log" 2>&1
  then echo "$t: $(sed -n 's/^stat::number_of_executed_units: *//p' "$dir/$t.log") executions"
  else rc=1; echo "$t: CRASHED"; grep -aE 'property broken|ERROR|runtime error|SUMMARY' "$dir/$t.log" | head -5; fi
done
exit $rc
