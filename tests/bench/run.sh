#!/usr/bin/env bash
# `make bench`: MB/s of every finder on generated text (or on the files of CORPUS), growth with size, instructions per byte, the same through
# SQL, the import, and peers in the same run where they are installed (absent ones are named), with a table of the ratios at the end.
# Usage: run.sh BUILD [CORPUS]; MB=64 sets the size of the generated text, of which slow jobs read a part.
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
  text() { # LANGUAGE TEXTURE MB: the file, made once, with a line on its densities beside it
    local file=$dir/$2-$1-$3.txt
    [ -s "$file" ] && [ "$file" -nt tests/bench/newsgen.c ] || "$dir/newsgen" $(($3 * 1000000)) "$1" "$2" >"$file" 2>"$file.density"
    echo "$file"
  }
  mix=$(text mix news "$mb")
  echo "== mixed English and Chinese, $mb MB"; cat "$mix.density"; "$dir/bench" "$mix"
  for lang in en hans hant de; do
    file=$(text $lang news 8)
    echo "== $lang, 8 MB"; cat "$file.density"; "$dir/bench" "$file"
  done
  echo '== the same with three times as many sums (texture dense), 8 MB'
  for lang in en hans hant de; do
    file=$(text $lang dense 8)
    cat "$file.density"
    for job in numerals money quantities dates; do "$dir/bench" "$file" 8 $job | tail -1; done
  done
  echo "== growth: the same text at 1, 10 and 100 MB (one run each)"
  sizes="1 10 100"
  big=$(text mix news 100)
  for size in $sizes; do "$dir/bench" "$big" $size '' 1 | sed "s/  *$//" >"$dir/growth-$size"; done
  # shellcheck disable=SC2046
  paste -d'|' $(printf "$dir/growth-%s " $sizes) | awk -F'|' -v sizes="$sizes" 'BEGIN { n = split(sizes, s, " "); printf "%-28s", "job: MB/s, peak MB"; for (i = 1; i <= n; i++) printf "%14s MB", s[i]; print "" }
    { printf "%s", substr($1, 1, 28); for (i = 1; i <= n; i++) { split(substr($i, 29), f, " "); printf "%9.1f %7.1f", f[1], f[4] } print "" }'
fi
text=${mix:-$dir/corpus.txt}
bash tests/bench/instructions.sh "$build" "$text"
bash tests/bench/sql.sh "$build" "$text"
bash tests/bench/import.sh "$build" "$text"
for p in tests/bench/peers/*.sh; do
  [ -e "$p" ] && bash "$p" "$build" "$text"
done | tee "$dir/peers.out"
echo "== ratios, from the lines above: how many times as fast as what others do"
awk '/^==/ { what = substr($0, 4); sub(/[,:].*/, "", what) } /times as fast|times its speed|^skip|absent|not installed/ { sub(/^ +/, ""); printf "%-28s %s\n", what, $0 }' "$dir/peers.out"
exit 0
