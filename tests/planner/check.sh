#!/usr/bin/env bash
# Every table of the extension in every place of a query: the rows are those of a plain copy of the table (made with the argument given
# in the plainest way) asked the same. Each check compares both ways with EXCEPT and counts, so an empty answer cannot pass where
# rows are due. Usage: check.sh BUILD
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3} dir=$build/out/planner
rm -rf "$dir" && mkdir -p "$dir/some"
printf 'Bridge opens\n\nBy Ana Lowell\n\nThe bridge cost $5 million.' >"$dir/some/a.txt"
printf '{"text":"One."}\n{"text":"Two."}\n' >"$dir/some/b.jsonl"
printf 'x' >"$dir/some/c.png"
head() {
  cat <<'SQL'
.load ./gazette
.mode list
CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO doc(body) VALUES ('The harbour bank' || char(10, 10) || 'By Ana Lowell, 6 May 2021' || char(10, 10) || 'Amazon said on 12 May 2024: "It works," said Andy Jassy. Amazon invested $4 billion in Anthropic; revenue rose 12% to $9 million.'),
  ('亞馬遜去年9月向Anthropic投資40億美元，「很好」，安迪·賈西表示。 銷量增長12%，達3億元。'), (NULL), (''), ('caf&eacute; cost $1, $2 and $3 on Monday; Microsoft paid 5% and 6% on 7 June 2023.');
SQL
}
# same NAME AT-LEAST QUERY: with T for the table under test, and the same with the plain copy
same() { printf "SELECT '%s|' || (SELECT count(*) FROM (%s)) || '|' || (SELECT count(*) FROM (%s EXCEPT %s)) || '|' || (SELECT count(*) FROM (%s EXCEPT %s)) || '|%s';\n" "${1//"'"/}" "$3" "$3" "$4" "$4" "$3" "$2"; }
count() { printf "SELECT '%s|' || ifnull((%s), 0) || '|' || ((%s) IS NOT (%s)) || '|0|0';\n" "$1" "$3" "$3" "$4"; }

text_table() {
  t=$1 k="d.id, t.rowid AS r, t.*" p="id, r, $2"
  [ "$2" = n ] && key=n || key=rowid
  plainkey=$([ $key = n ] && echo n || echo r)
  echo "CREATE TEMP TABLE p AS SELECT $k FROM doc d CROSS JOIN $t(d.body) t;"
  all="SELECT * FROM p"
  same "$t in both orders: the text before" 1 "SELECT $k FROM doc d CROSS JOIN $t t ON t.text = d.body" "$all"
  same "$t in both orders: named first" 1 "SELECT $k FROM $t t JOIN doc d ON t.text = d.body" "$all"
  same "$t with the condition disabled" 1 "SELECT $k FROM doc d, $t(d.body) t WHERE +t.rowid > 0" "$all"
  same "$t LEFT JOIN" 3 "SELECT d.id, t.rowid AS r FROM doc d LEFT JOIN $t(d.body) t" "SELECT d.id, p.r FROM doc d LEFT JOIN p ON p.id = d.id"
  same "$t LEFT JOIN with a condition" 3 "SELECT d.id, t.rowid AS r FROM doc d LEFT JOIN $t(d.body) t ON t.$key = 2" "SELECT d.id, p.r FROM doc d LEFT JOIN p ON p.id = d.id AND p.$plainkey = 2"
  same "$t rowid" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.rowid = 1" "SELECT * FROM p WHERE r = 1"
  same "$t rowid as a text" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.rowid = '1'" "SELECT * FROM p WHERE r = 1"
  same "$t rowid IN" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.rowid IN (3, 1, NULL, 99, -1)" "SELECT * FROM p WHERE r IN (1, 3)"
  same "$t rowid between" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.rowid BETWEEN 2 AND 3" "SELECT * FROM p WHERE r IN (2, 3)"
  same "$t OR" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.$key = 1 OR t.$key = 3 OR d.id = 2" "SELECT * FROM p WHERE $plainkey IN (1, 3) OR id = 2"
  same "$t $key = constant" 0 "SELECT $k FROM doc d, $t(d.body) t WHERE t.$key = 2" "SELECT $k FROM doc d, $t(d.body) t WHERE +t.$key = 2"
  same "$t text IN" 0 "SELECT t.rowid AS r FROM $t t WHERE t.text IN (SELECT body FROM doc)" "SELECT r FROM p"
  same "$t text OR" 0 "SELECT t.rowid AS r FROM $t t WHERE t.text = (SELECT body FROM doc WHERE id = 1) OR t.text = (SELECT body FROM doc WHERE id = 2)" "SELECT r FROM p WHERE id < 3"
  same "$t correlated" 5 "SELECT id, (SELECT count(*) FROM $t(doc.body)) AS c FROM doc" "SELECT id, (SELECT count(*) FROM p WHERE p.id = doc.id) FROM doc"
  same "$t EXISTS" 0 "SELECT id FROM doc WHERE EXISTS (SELECT 1 FROM $t(doc.body) WHERE $key = 2)" "SELECT id FROM p WHERE $plainkey = 2"
  same "$t NOT IN" 1 "SELECT id FROM doc WHERE id NOT IN (SELECT d.id FROM doc d, $t(d.body))" "SELECT id FROM doc WHERE id NOT IN (SELECT id FROM p)"
  same "$t re-entered" 1 "SELECT a.rowid AS x, b.rowid AS y, d.id FROM doc d, $t(d.body) a, $t(d.body) b WHERE a.rowid <= b.rowid" "SELECT a.r, b.r, a.id FROM p a, p b WHERE a.id = b.id AND a.r <= b.r"
  same "$t of two texts at once" 1 "SELECT a.rowid AS x, b.rowid AS y, d.id, e.id AS f FROM doc d, doc e, $t(d.body) a, $t(e.body) b WHERE a.rowid = b.rowid" "SELECT a.r, b.r, a.id, b.id FROM p a, p b WHERE a.r = b.r"
  same "$t UNION" 1 "SELECT * FROM (SELECT $k FROM doc d, $t(d.body) t WHERE d.id = 1 UNION SELECT $k FROM doc d, $t(d.body) t WHERE d.id > 1)" "$all"
  same "$t window" 1 "SELECT d.id, t.rowid AS r, count(*) OVER (PARTITION BY d.id) AS c FROM doc d, $t(d.body) t" "SELECT id, r, count(*) OVER (PARTITION BY id) FROM p"
  count "$t LIMIT" 0 "SELECT count(*) FROM (SELECT 1 FROM doc d, $t(d.body) LIMIT 2 OFFSET 1)" "SELECT count(*) FROM (SELECT 1 FROM p LIMIT 2 OFFSET 1)"
  count "$t ORDER BY" 0 "SELECT group_concat(r) FROM (SELECT t.rowid AS r FROM $t((SELECT body FROM doc WHERE id = 5)) t ORDER BY t.rowid DESC)" "SELECT group_concat(r) FROM (SELECT r FROM p WHERE id = 5 ORDER BY r DESC)"
  count "$t alias" 0 "SELECT count(*) FROM doc d, gazette_$t(d.body)" "SELECT count(*) FROM p"
  echo "DROP TABLE p;"
}

{
  head
  for t in money quantities dates entities quotes figures deals sentences blocks repairs; do text_table $t n; done
  for t in languages sketch parse_article; do text_table $t rowid; done

  # files
  for t in list_files read_articles; do
    c=$([ $t = list_files ] && echo "t.path, t.size, t.error" || echo "t.path, t.part, t.raw, t.error")
    echo "CREATE TEMP TABLE root(id INTEGER PRIMARY KEY, dir TEXT); INSERT INTO root(dir) VALUES ('$dir/some'), ('$dir/some/a.txt'), (NULL), ('$dir/some/*.jsonl');"
    echo "CREATE TEMP TABLE p AS SELECT d.id, $c FROM root d CROSS JOIN $t(d.dir) t WHERE d.dir IS NOT NULL;"
    r="root d, $t(d.dir) t WHERE d.dir IS NOT NULL"
    same "$t named first" 4 "SELECT d.id, $c FROM $t t JOIN root d ON t.root = d.dir WHERE d.id IN (1, 2, 4)" "SELECT * FROM p"
    same "$t path" 1 "SELECT d.id, $c FROM $r AND t.path = 'b.jsonl'" "SELECT * FROM p WHERE path = 'b.jsonl'"
    same "$t path disabled" 1 "SELECT d.id, $c FROM $r AND +t.path = 'b.jsonl'" "SELECT * FROM p WHERE path = 'b.jsonl'"
    same "$t path IN" 1 "SELECT d.id, $c FROM $r AND t.path IN ('b.jsonl', 'a.txt', NULL, 'no', 'a.txt')" "SELECT * FROM p WHERE path IN ('b.jsonl', 'a.txt')"
    same "$t path OR" 1 "SELECT d.id, $c FROM $r AND (t.path = 'c.png' OR t.error IS NULL)" "SELECT * FROM p WHERE path = 'c.png' OR error IS NULL"
    same "$t path of a join" 1 "SELECT d.id, $c FROM p q, root d, $t(d.dir) t WHERE d.id = q.id AND t.path = q.path" "SELECT a.* FROM p a, p b WHERE a.id = b.id AND a.path = b.path"
    same "$t LEFT JOIN" 3 "SELECT d.id, t.path FROM root d LEFT JOIN $t(d.dir) t ON t.path = 'a.txt' WHERE d.id <> 3" "SELECT d.id, p.path FROM root d LEFT JOIN p ON p.id = d.id AND p.path = 'a.txt' WHERE d.id <> 3"
    same "$t correlated" 3 "SELECT id, (SELECT count(*) FROM $t(d.dir)) AS c FROM root d WHERE id <> 3" "SELECT id, (SELECT count(*) FROM p WHERE p.id = d.id) FROM root d WHERE id <> 3"
    same "$t re-entered" 3 "SELECT a.path AS x, b.path AS y FROM $t('$dir/some') a, $t('$dir/some') b WHERE a.path < b.path" "SELECT a.path, b.path FROM p a, p b WHERE a.id = 1 AND b.id = 1 AND a.path < b.path"
    same "$t rowid" 1 "SELECT t.rowid AS r FROM $t('$dir/some') t WHERE t.rowid IN (1, 3, 77)" "SELECT t.rowid FROM $t('$dir/some') t WHERE +t.rowid IN (1, 3)"
    count "$t LIMIT" 0 "SELECT count(*) FROM (SELECT 1 FROM $r LIMIT 2)" "SELECT 2"
    echo "DROP TABLE p; DROP TABLE root;"
  done

  # names
  echo "INSERT INTO gazetteer(entity, type, alias, lang) VALUES ('Orvo', 'org', 'Orvo', 'en'), ('Orvo', 'org', '奥沃', 'zh'), ('Mara Lindqvist', 'person', 'Mara', NULL);"
  echo "CREATE TEMP TABLE p AS SELECT rowid AS r, entity, type, alias, lang, origin FROM gazetteer;"
  g="SELECT rowid AS r, entity, type, alias, lang, origin FROM gazetteer"
  for where in "alias = 'Orvo'" "entity = 'Orvo'" "alias = 'Amazon' AND entity = 'Amazon'" "alias IN ('Orvo', 'Amazon', NULL, '亚马逊')" "entity IN ('Orvo', 'Microsoft')" "alias = 'Orvo' OR entity = 'Amazon'" "entity = 'Orvo' AND lang = 'zh'" "origin = 'user'" "alias = 'nobody at all'" "type = 'person' AND alias = 'Mara'" "alias = 'ORVO'"; do
    plus=${where//alias/+alias}; plus=${plus//entity/+entity}
    [ "$where" = "alias = 'nobody at all'" ] || [ "$where" = "alias = 'ORVO'" ] && least=0 || least=1
    same "gazetteer $where" $least "$g WHERE $where" "SELECT * FROM p WHERE $where"
    same "gazetteer $plus" $least "$g WHERE $plus" "SELECT * FROM p WHERE $where"
  done
  same "gazetteer rowid" 1 "$g WHERE rowid IN (SELECT r FROM p WHERE entity IN ('Orvo', 'Amazon')) OR rowid = 5" "SELECT * FROM p WHERE entity IN ('Orvo', 'Amazon') OR r = 5"
  same "gazetteer rowid joined" 1 "SELECT g.rowid AS r, g.alias FROM (SELECT r FROM p WHERE r % 977 = 0 OR entity = 'Orvo') x JOIN gazetteer g ON g.rowid = x.r" "SELECT r, alias FROM p WHERE r % 977 = 0 OR entity = 'Orvo'"
  same "gazetteer LEFT JOIN" 3 "SELECT x.column1 AS x, g.alias FROM (VALUES ('Orvo'), ('nobody'), ('Amazon')) x LEFT JOIN gazetteer g ON g.entity = x.column1" "SELECT x.column1, p.alias FROM (VALUES ('Orvo'), ('nobody'), ('Amazon')) x LEFT JOIN p ON p.entity = x.column1"
  same "gazetteer re-entered" 1 "SELECT a.rowid AS x, b.rowid AS y FROM gazetteer a JOIN gazetteer b ON a.entity = b.entity WHERE a.alias = 'Orvo'" "SELECT a.r, b.r FROM p a JOIN p b ON a.entity = b.entity WHERE a.alias = 'Orvo'"
  count "gazetteer LIMIT" 0 "SELECT count(*) FROM (SELECT 1 FROM gazetteer LIMIT 7 OFFSET 3)" "SELECT 7"
} >"$dir/all.sql"
timeout 300 "$sqlite" -batch :memory: <"$dir/all.sql" >"$dir/got.txt" 2>&1
awk -F'|' 'NF == 5 { n++; if ($3 != 0 || $4 != 0 || $2 + 0 < $5 + 0) { bad++; print "FAIL planner " $1 ": " $2 " rows, " $3 " too many, " $4 " missing" } next }
  { bad++; print "FAIL planner " $0 }
  END { if (!bad && n > 300) print "ok planner: " n " ways to ask give the rows of a plain table"; else if (!bad) print "FAIL planner: only " n " answers" }' "$dir/got.txt"
got=$("$sqlite" -batch :memory: ".load ./gazette" "SELECT * FROM money m CROSS JOIN (SELECT 'x' AS body) d" 2>&1 | sed -E -f tests/errors.sed)
[ "$got" = "Error: money: argument text is missing" ] && echo "ok planner: no argument is an error" || echo "FAIL planner: no argument gives $got"
