#!/usr/bin/env bash
# Scores language identification on suites/langid. Usage: langid.sh SUITES BUILD [-v]
# The udhr suites are left out: the model is trained on the same texts.
set -u
suites=$1/langid build=$2
shift 2
[ -d "$suites" ] || { echo "langid: no $suites here, skipped"; exit 0; }
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/gen" -name '*.o' | sort)
# shellcheck disable=SC2086
${CC:-cc} -std=c11 -O2 -Iext -I"$build/gen" -o "$build/langid" tests/accuracy/langid.c $objs $(pkg-config --libs icu-i18n icu-uc) -lm || exit 1
files=$(ls "$suites"/*.tsv | grep -v /udhr)
# shellcheck disable=SC2086
exec "$build/langid" "$@" tests/accuracy/languages.txt tests/accuracy/langid_floors.tsv tests/accuracy/disputed.tsv $files
