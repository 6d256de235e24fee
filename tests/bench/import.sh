#!/usr/bin/env bash
# read_articles and the import over folders: articles of 4 to 6 KB at 1 and 10 MB, and 50,000 small files. User and system CPU time of the
# whole shell, and the most memory that it held. Usage: import.sh BUILD TEXT; SMALL=50000 import.sh BUILD: so many small files of a text made
# for it, and nothing else.
set -u
build=$1 text=${2:-} small=${SMALL:-} dir=$build/bench/import sqlite=${SQLITE3:-sqlite3}
split() { # FOLDER MB BYTES_A_FILE
  rm -rf "$1"; mkdir -p "$1"
  head -c "$(($2 * 1000000))" "$text" | LC_ALL=C awk -v dir="$1" -v want="$3" 'BEGIN { name = dir "/00000.txt" } { size += length($0) + 1; print > name; if (size > want) { close(name); size = 0; name = sprintf("%s/%05d.txt", dir, ++n) } }'
}
run() { # LABEL FOLDER DATABASE STATEMENT...
  local label=$1 folder=$2 db=$3 bytes files
  shift 3
  bytes=$(find "$folder" -name '*.txt' -exec cat {} + | wc -c)
  files=$(find "$folder" -name '*.txt' | wc -l)
  { TIMEFORMAT='%U %S %R'; time "$sqlite" -batch "$db" ".load ./gazette" "$@" >/dev/null; } 2>"$dir/time"
  tail -1 "$dir/time" | awk -v l="$label" -v b="$bytes" -v f="$files" '{ printf "%-52s %6d files %6.1f MB: %6.1f MB/s (%.2f s of CPU, %.2f s elapsed)\n", l, f, b / 1e6, b / 1e6 / ($1 + $2), $1 + $2, $3 }'
}
fresh() { rm -f "$1" "$1-journal"; "$sqlite" -batch "$1" ".load ./gazette" ".read sql/schema.sql" "INSERT INTO corpus(root) VALUES ('$2')" >/dev/null; }
echo "== read_articles and the import"
mkdir -p "$dir"
all="SELECT count(*), sum(length(CAST(body AS BLOB))), count(title) FROM read_articles("
if [ "$small" ]; then
  text=$dir/text
  ${CC:-cc} -std=c11 -O2 -o "$dir/newsgen" tests/bench/newsgen.c && "$dir/newsgen" $((small * 1400)) mix news >"$text" 2>/dev/null || exit 1
fi
for mb in 1 10; do
  [ "$small" ] && break
  split "$dir/articles-$mb" $mb 4000
  run "read_articles: decode, repair, blocks, fields" "$dir/articles-$mb" :memory: "$all'$dir/articles-$mb')"
  fresh "$dir/$mb.db" "$dir/articles-$mb"
  run "import.sql" "$dir/articles-$mb" "$dir/$mb.db" ".read sql/import.sql"
done
[ "$small" ] || run "import.sql again, nothing new" "$dir/articles-10" "$dir/10.db" ".read sql/import.sql"
split "$dir/small" $((${small:-50000} * 1400 / 1000000 + 1)) 1000
( cd "$dir/small" && ls | tail -n "+$((${small:-50000} + 1))" | xargs -r rm -f )
run "read_articles" "$dir/small" :memory: "$all'$dir/small')"
fresh "$dir/small.db" "$dir/small"
run "import.sql" "$dir/small" "$dir/small.db" ".read sql/import.sql"
if [ -e sql/parallel.sh ] && [ -z "$small" ]; then
  rm -f "$dir/two.db" "$dir"/two.db-*
  { TIMEFORMAT='%U %S %R'; time bash sql/parallel.sh ./gazette "$dir/two.db" "$dir/articles-10" 2 >/dev/null; } 2>"$dir/time"
  tail -1 "$dir/time" | awk '{ printf "%-52s 10 MB of articles: %.2f s elapsed, %.2f s of CPU\n", "parallel.sh, two shards and their merge", $3, $1 + $2 }'
fi
rm -rf "$dir"
exit 0
