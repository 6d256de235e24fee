#!/usr/bin/env bash
# `make bench`: MB/s of every finder on generated text (or on the files of CORPUS), growth with size, the same through SQL, and peers in
# the same run where they are installed (absent ones are named). Usage: run.sh BUILD [CORPUS]; MB=64 sets the size of the generated text.
set -u
build=$1 corpus=${2:-fixtures} mb=${MB:-64}
dir=$build/bench
mkdir -p "$dir"
cc=${CC:-cc}
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/io" "$build/obj/find" "$build/obj/page" "$build/obj/gen" -name '*.o' | sort)
$cc -std=c11 -O2 -o "$dir/newsgen" tests/bench/newsgen.c || exit 1
# shellcheck disable=SC2086
$cc -std=c11 -O2 -D_POSIX_C_SOURCE=200809L -Iext -I"$build/gen" -o "$dir/bench" tests/bench/bench.c $objs $(pkg-config --libs icu-i18n icu-uc) -lm || exit 1
echo "machine: $(uname -m), $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo 2>/dev/null | cut -d: -f2- | sed 's/^ //'); $($cc --version | head -1)"
if [ "$corpus" != fixtures ]; then
  find "$corpus" -type f -print0 | sort -z | xargs -0 cat >"$dir/corpus.txt"
  echo "== $corpus"; "$dir/bench" "$dir/corpus.txt"
else
  for lang in en zh mix; do
    [ -s "$dir/$lang-$mb.txt" ] || "$dir/newsgen" $((mb * 1000000)) "$lang" >"$dir/$lang-$mb.txt"
  done
  echo "== mixed English and Chinese, $mb MB"; "$dir/bench" "$dir/mix-$mb.txt"
  echo "== English, 8 MB"; "$dir/bench" "$dir/en-$mb.txt" 8
  echo "== Chinese, 8 MB"; "$dir/bench" "$dir/zh-$mb.txt" 8
  echo "== growth: one analysis of everything at 1 and 10 MB"
  for size in 1 10; do "$dir/bench" "$dir/mix-$mb.txt" $size analysis | tail -1; done
fi
for p in tests/bench/peers/*.sh; do
  [ -e "$p" ] && bash "$p" "$build" "$dir/mix-$mb.txt"
done
exit 0
