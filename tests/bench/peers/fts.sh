#!/usr/bin/env bash
# The tokenizer inside FTS5 beside SQLite's own: build time, index size after optimize, and recall of Han substrings. Usage: fts.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench sqlite=${SQLITE3:-sqlite3}
head -c 8000000 "$text" >"$dir/fts.txt"
rm -f "$dir/docs.db"
"$sqlite" "$dir/docs.db" "CREATE TABLE d(x)" "WITH RECURSIVE s(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM s WHERE (i + 1) * 2000 < (SELECT length(CAST(readfile('$dir/fts.txt') AS TEXT))))
 INSERT INTO d SELECT substr(t.x, i * 2000 + 1, 2000) FROM s, (SELECT CAST(substr(readfile('$dir/fts.txt'), 1, 3000000) AS TEXT) AS x) t" 2>/dev/null
echo "== FTS5 tokenizers, $("$sqlite" "$dir/docs.db" "SELECT count(*) || ' documents, ' || sum(length(CAST(x AS BLOB))) || ' bytes' FROM d WHERE x <> ''")"
for tok in gazette unicode61 trigram; do
  rm -f "$dir/fts.db"
  /usr/bin/env bash -c "TIMEFORMAT=%U; time '$sqlite' '$dir/fts.db' '.load ./gazette' \"ATTACH '$dir/docs.db' AS s\" \"CREATE VIRTUAL TABLE f USING fts5(x, content='', tokenize='$tok')\" BEGIN \"INSERT INTO f(rowid, x) SELECT rowid, x FROM s.d WHERE x <> ''\" COMMIT \"INSERT INTO f(f) VALUES('optimize')\"" 2>"$dir/fts.time"
  size=$("$sqlite" "$dir/fts.db" "SELECT sum(length(block)) FROM f_data")
  hits=""
  for w in 亚马 营收 市场 网络; do hits="$hits $("$sqlite" "$dir/fts.db" ".load ./gazette" "ATTACH '$dir/docs.db' AS s" "SELECT count(*) || '/' || (SELECT count(*) FROM s.d WHERE instr(x, '$w')) FROM f WHERE f MATCH '$w'")"; done
  printf '  %-10s build %ss  index %s bytes  two-character words found%s\n' "$tok" "$(tail -1 "$dir/fts.time")" "$size" "$hits"
done
