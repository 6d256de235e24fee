#!/usr/bin/env bash
# Kept crashers and seeds through every fuzz target, those of the finders and those of a connection; what fuzzing learned (corpus.tar.xz, made by
# distil.sh) through the target that learned it.
set -u
build=${1:-build} flags="-std=c11 -O1 -g -Iext -Itests/fuzz"
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/io" "$build/obj/find" "$build/obj/page" "$build/obj/gen" -name '*.o')
inputs=$(find tests/fuzz/seeds tests/fuzz/crashers fixtures -type f | sort)
# shellcheck disable=SC2086
${CC:-cc} $flags -I"$build/gen" $(pkg-config --cflags sqlite3) -o "$build/test-replay" tests/fuzz/replay.c tests/fuzz/targets*.c $objs ${LDFLAGS:-} $(pkg-config --libs icu-i18n icu-uc) -lm || { echo "FAIL fuzz replay does not build"; exit 0; }
# shellcheck disable=SC2086
"$build/test-replay" $inputs || echo "FAIL fuzz replay"
# shellcheck disable=SC2086
${CC:-cc} $flags -DEXTENSION=./gazette -o "$build/test-replay-sql" tests/fuzz/replay.c tests/fuzz/sql.c $(pkg-config --cflags --libs sqlite3) || { echo "FAIL fuzz replay of SQL does not build"; exit 0; }
# shellcheck disable=SC2086
"$build/test-replay-sql" $inputs || echo "FAIL fuzz replay of SQL"
if [ -e tests/fuzz/corpus.tar.xz ]; then
  rm -rf "$build/out/corpus" && mkdir -p "$build/out/corpus" && tar -C "$build/out/corpus" -xJf tests/fuzz/corpus.tar.xz || { echo "FAIL fuzz corpus cannot be unpacked"; exit 0; }
  inputs=0
  for t in "$build"/out/corpus/*/; do
    name=$(basename "$t") program=test-replay
    case $name in sql|match|span) program=test-replay-sql ;; esac
    out=$(FUZZ_TARGET=$name "$build/$program" "$t"* 2>&1) || { echo "FAIL fuzz corpus of $name: $(echo "$out" | tail -1)"; continue; }
    inputs=$((inputs + $(ls "$t" | wc -l)))
  done
  [ $inputs -gt 500 ] && echo "ok fuzz corpus of $inputs inputs" || echo "FAIL fuzz corpus: only $inputs inputs went through"
fi
