#!/usr/bin/env bash
# Scores numbers, percentages and quantities on suites/numbers. Usage: numbers.sh SUITES BUILD [--hint] [--misses [NAME]]
# Without --hint the finders are not told the language of a case, as in SQL.
set -u
suites=$1 build=$2
shift 2
python=/usr/bin/python3
[ -d "$suites/numbers" ] || { echo "numbers: no suites/numbers here, skipped"; exit 0; }
[ -x "$python" ] || { echo "numbers: no python3, skipped"; exit 0; }
objects=$(find "$build/obj/base" "$build/obj/text" "$build/obj/io" "$build/obj/find" "$build/obj/page" "$build/obj/gen" -name '*.o')
mkdir -p "$build/test"
# shellcheck disable=SC2086
${CC:-cc} -std=c11 -O1 -Iext -I"$build/gen" -Itests -o "$build/test/numbers_score" tests/accuracy/numbers.c $objects $(pkg-config --libs icu-i18n icu-uc) -lm || exit 1
exec "$python" tests/accuracy/numbers.py "$suites" "$build/test/numbers_score" tests/accuracy/floors.tsv tests/accuracy/disputed.tsv "$@"
