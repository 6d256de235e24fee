#!/usr/bin/env bash
# Money beside Recognizers-Text and compromise, Chinese names beside jieba: npm packages at fixed versions, put below BUILD/bench. They get the
# text paragraph by paragraph (one of them takes a time that grows with the square of a text). How many sums and names each finds is printed
# with its speed, since who finds less is faster. Usage: npm.sh BUILD TEXT
set -u
build=$1 dir=$build/bench
want="@microsoft/recognizers-text-suite@1.3.1 compromise@14.14.4 @node-rs/jieba@2.0.1"
echo "== npm: $want"
command -v node >/dev/null && command -v npm >/dev/null || { echo "skip npm peers: no node or npm"; exit 0; }
mkdir -p "$dir/npm"
# shellcheck disable=SC2086
[ -e "$dir/npm/node_modules/compromise" ] || (cd "$dir/npm" && echo '{"private":true}' >package.json && npm install --no-audit --no-fund --ignore-scripts --loglevel=error $want >npm.log 2>&1) ||
  { echo "skip npm peers: not installed ($(tail -1 "$dir/npm/npm.log"))"; exit 0; }
cp tests/bench/peers/npm.mjs "$dir/npm/"
for lang in en hans; do "$dir/newsgen" 8000000 $lang news >"$dir/npm-$lang.txt" 2>/dev/null; done
node "$dir/npm/npm.mjs" "$dir/npm-en.txt" "$dir/npm-hans.txt" >"$dir/npm.out" 2>"$dir/npm.err" || echo "  npm.mjs: $(tail -1 "$dir/npm.err")"
ours() { "$dir/bench" "$dir/npm-$1.txt" "$2" "$3" | tail -1 | awk '{ print $(NF - 4), $NF }'; }
while read -r what lang peer mb mbs found; do
  if [ "$mbs" = skip ]; then echo "skip $peer: not installed"; continue; fi
  case $what in money) job=money ;; *) job='entities, with' ;; esac
  read -r mine count < <(ours "$lang" "$mb" "$job")
  awk -v w="$what $lang" -v p="$peer" -v a="$mine" -v b="$mbs" -v n="$count" -v m="$found" -v mb="$mb" 'BEGIN { printf "  %-12s %-18s %9.3f MB/s, %d found in %s MB; gazette %.1f MB/s, %d found: %.0f times as fast\n", w, p, b, m, mb, a, n, a / b }'
done <"$dir/npm.out"
exit 0
