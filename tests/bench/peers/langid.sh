#!/usr/bin/env bash
# article_lang beside CLD2 on the same text. Usage: langid.sh BUILD FILE
set -u
build=$1 file=$2
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/gen" -name '*.o' | sort)
cld2=
[ -e /usr/include/cld2/public/compact_lang_det.h ] && cld2="-DHAVE_CLD2 -lcld2"
echo "== language identification"
# shellcheck disable=SC2086
${CXX:-c++} -O2 -Iext -I"$build/gen" -o "$build/bench/peer-langid" tests/bench/peers/langid.cc $objs $cld2 $(pkg-config --libs icu-i18n icu-uc) -lm || { echo "  not built"; exit 0; }
"$build/bench/peer-langid" "$file"
