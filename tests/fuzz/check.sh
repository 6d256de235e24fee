#!/usr/bin/env bash
# Kept crashers and seeds through every fuzz target.
set -u
build=${1:-build}
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/io" "$build/obj/find" "$build/obj/page" "$build/obj/gen" -name '*.o')
# shellcheck disable=SC2086
${CC:-cc} -std=c11 -O1 -g -Iext -I"$build/gen" -Itests/fuzz -o "$build/test-replay" tests/fuzz/replay.c tests/fuzz/targets.c $objs $(pkg-config --libs icu-i18n icu-uc) -lm || { echo "FAIL fuzz replay does not build"; exit 0; }
"$build/test-replay" tests/fuzz/seeds/* tests/fuzz/crashers/* $(find fixtures -type f | sort) || echo "FAIL fuzz replay"
