#!/usr/bin/env bash
# The same through SQL, where values are copied and rows made: each function and table over pieces of an article's size that stand in a
# table in memory, less the time of reading that table. And the library's own weight: size, time of a warm .load, memory that it adds. Usage: sql.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench sqlite=${SQLITE3:-sqlite3}
head -c 8000000 "$text" | LC_ALL=C awk '{ doc = doc $0 "\n"; if (length(doc) > 6000) { gsub(/[\036\037]/, "", doc); printf "%s\036", doc; doc = "" } }' >"$dir/sql.txt"
{
  echo ".load ./gazette"; echo "CREATE TABLE d(x TEXT);"; echo ".import -ascii $dir/sql.txt d"; echo ".timer on"
  for round in 1 2 3; do
    ask() { echo ".print job $1"; echo "$2;"; }
    ask base "SELECT sum(length(CAST(x AS BLOB))) FROM d"
    for f in fold_text clean_text article_lang simhash; do ask $f "SELECT sum(length(CAST($f(x) AS BLOB))) FROM d"; done
    for t in sentences repairs blocks money quantities dates entities quotes figures deals; do ask $t "SELECT count(*), sum(length(CAST(s.surface AS BLOB))) FROM d, gazette_$t(x) s"; done
    ask languages "SELECT count(*), sum(share) FROM d, gazette_languages(x)"
    ask parse_article "SELECT count(*), sum(length(CAST(body AS BLOB))) FROM d, gazette_parse_article(x)"
    ask 'everything, one analysis' "SELECT count(*), sum((SELECT count(surface) FROM gazette_deals(x)) + (SELECT count(surface) FROM gazette_quotes(x)) + (SELECT count(surface) FROM gazette_entities(x)) + (SELECT count(surface) FROM gazette_quantities(x)) + (SELECT count(surface) FROM gazette_dates(x)) + (SELECT count(surface) FROM gazette_figures(x))) FROM d"
  done
} | "$sqlite" -batch :memory: >"$dir/sql.out" 2>&1
echo "== through SQL, pieces of 6 KB, 8 MB (user CPU time, best of three)"
awk -v bytes="$(wc -c <"$dir/sql.txt")" '/^job / { name = substr($0, 5); next } /^Run Time/ && name != "" { for (i = 1; i < NF; i++) if ($i == "user") t = $(i + 1) + 0; if (!(name in best)) { order[++n] = name; best[name] = t } else if (t < best[name]) best[name] = t; name = "" }
  END { for (k = 1; k <= n; k++) { name = order[k]; t = best[name] - (name == "base" ? 0 : best["base"]); if (name != "base" && t > 0) printf "%-28s %10.1f MB/s\n", name, bytes / 1e6 / t } }' "$dir/sql.out"
echo "== the library itself"
so=$(ls gazette.so gazette.dylib 2>/dev/null | head -1)
echo "size $(wc -c <"$so") bytes (at most 8388608)"
# the shell alone and with .load, 20 times each: the best of each
ms() { for _ in $(seq 20); do { TIMEFORMAT='%U %S'; time "$sqlite" -batch :memory: "$@" >/dev/null; } 2>&1; done | awk '{ t = $1 + $2; if (NR == 1 || t < best) best = t } END { print best }'; }
a=$(ms "SELECT 1") b=$(ms ".load ./gazette" "SELECT 1")
awk -v a="$a" -v b="$b" 'BEGIN { printf "warm .load %.0f ms (at most 5; user and system CPU time of the whole shell, best of 20, less that without it)\n", (b - a) * 1000 }'
if [ -r /proc/self/status ]; then
  rss() { "$sqlite" -batch :memory: "$@" ".shell grep VmRSS: /proc/\$PPID/status" 2>/dev/null | awk '/VmRSS/ { print $2 }'; }
  awk -v a="$(rss "SELECT 1")" -v b="$(rss ".load ./gazette" "SELECT 1")" 'BEGIN { printf "memory added by .load %.1f MB (at most 8)\n", (b - a) / 1024 }'
else echo "skip memory added by .load: no /proc"; fi
exit 0
