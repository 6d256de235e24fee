#!/usr/bin/env bash
# Imports a folder into BUILD/demo.db, made afresh, and prints the report. Usage: sql/demo.sh CORPUS BUILD (what `make demo` calls)
# A folder of thousands of files is imported 2,000 at a time, so that one sees how far it is. A folder may keep its articles in news/
# and names of its own in my_name.sql, as fixtures/ does.
set -u
corpus=${1:-fixtures} build=${2:-build} sqlite=${SQLITE3:-sqlite3}
db=$build/demo.db names=$corpus/my_name.sql
[ -e "$names" ] && [ -d "$corpus/news" ] && corpus=$corpus/news
mkdir -p "$build" && rm -f "$db" "$db-journal" "$db-wal"
run() { "$sqlite" -batch -cmd ".load ./gazette" "$db"; }

{
  echo ".bail on"
  echo ".read sql/schema.sql"
  echo ".read sql/views.sql"
  printf "INSERT INTO corpus(root, batch) VALUES ('%s', 2000);\n" "${corpus//\'/\'\'}"
  [ -e "$names" ] && printf '.read "%s"\n' "$names"
} | run || exit 1

left=1
while [ "${left:-0}" != 0 ]; do
  echo ".read sql/import.sql" | run || exit 1
  left=$("$sqlite" "$db" "SELECT coalesce(remaining, 0) FROM import_run WHERE finished IS NOT NULL ORDER BY id DESC LIMIT 1") || exit 1
done

echo ".read sql/report.sql" | run || exit 1
echo
echo "The database is $db. Look further:"
echo "  $sqlite -cmd '.load ./gazette' $db"
echo "  sqlite> SELECT * FROM deal_ledger WHERE target = 'Anthropic';"
echo "  sqlite> .parameter set :words \"'Amazon 投资'\""
echo "  sqlite> .read sql/find.sql"
