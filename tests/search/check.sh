#!/usr/bin/env bash
# Search finds every stretch of 1 to 4 Han, Kana or Hangul characters and every word of the fixtures, in the script written and converted,
# and nothing else: the rows that MATCH search_query(q) gives are compared with instr() over folded text. highlight() marks the original.
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3}
dir=$build/out/search_check
rm -rf "$dir" && mkdir -p "$dir"
out=$("$sqlite" -batch "$dir/idx.db" 2>&1 <<'SQL'
.load ./gazette
.mode list
CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT, folded TEXT);
INSERT INTO doc(body, folded) SELECT body, fold_text(body) FROM read_articles('fixtures/news') WHERE body <> '';
CREATE VIRTUAL TABLE idx USING fts5(body, content='doc', content_rowid='id', tokenize='gazette');
INSERT INTO idx(idx) VALUES('rebuild');
CREATE VIRTUAL TABLE terms USING fts5vocab(idx, row);
-- stretches: every 3rd place of every body, 1 to 4 characters, without white space, marks, Latin letters and digits
CREATE TABLE ask(q TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT OR IGNORE INTO ask
  WITH RECURSIVE at(id, pos) AS (SELECT id, 1 FROM doc UNION ALL SELECT at.id, pos + 3 FROM at JOIN doc USING (id) WHERE pos + 3 <= length(body))
  SELECT substr(d.body, pos, n) FROM at JOIN doc d USING (id), (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)
  WHERE substr(d.body, pos, n) NOT GLOB '*[ -~]*' AND length(substr(d.body, pos, n)) = n
    AND NOT EXISTS (WITH RECURSIVE c(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM c WHERE k + 1 < n)
                    SELECT 1 FROM c WHERE unicode(substr(d.body, pos + k, 1)) NOT BETWEEN 0x4E00 AND 0x9FFF AND unicode(substr(d.body, pos + k, 1)) NOT BETWEEN 0x3041 AND 0x3096
                      AND unicode(substr(d.body, pos + k, 1)) NOT BETWEEN 0x30A1 AND 0x30FA AND unicode(substr(d.body, pos + k, 1)) NOT BETWEEN 0xAC00 AND 0xD7A3);
CREATE TABLE verdict AS SELECT q, (SELECT group_concat(rowid) FROM (SELECT rowid FROM idx WHERE idx MATCH search_query(a.q) ORDER BY rowid)) AS got,
  (SELECT group_concat(id) FROM (SELECT id FROM doc WHERE instr(folded, fold_text(a.q)) ORDER BY id)) AS want FROM ask a;
SELECT CASE WHEN count(*) > 1000 AND sum(got IS NOT want) = 0 THEN 'ok' ELSE 'FAIL' END || ' search finds ' || sum(got IS want) || ' of ' || count(*) || ' stretches, exactly' FROM verdict;
SELECT '  ' || q || ': got ' || ifnull(got, '-') || ', want ' || ifnull(want, '-') FROM verdict WHERE got IS NOT want LIMIT 5;
-- the same asked in the other Chinese script
SELECT CASE WHEN count(*) > 3 AND sum(n = m) = count(*) THEN 'ok' ELSE 'FAIL' END || ' search asks in either script' FROM
  (SELECT (SELECT count(*) FROM idx WHERE idx MATCH search_query(a)) AS n, (SELECT count(*) FROM idx WHERE idx MATCH search_query(b)) AS m FROM
   (SELECT '投资' AS a, '投資' AS b UNION SELECT '报道', '報道' UNION SELECT '资本', '資本' UNION SELECT '实验室', '實驗室' UNION SELECT '记者', '記者') WHERE n > 0);
CREATE TABLE marked AS SELECT body, highlight(idx, 0, char(1), char(2)) AS h FROM idx, (SELECT q FROM verdict WHERE length(q) > 1 ORDER BY q LIMIT 60 OFFSET 200) AS a WHERE idx MATCH search_query(a.q);
-- what is marked is the original text: taking the marks out gives it back
SELECT CASE WHEN count(*) > 50 AND sum(replace(replace(h, char(1), ''), char(2), '') = body) = count(*) AND sum(instr(h, char(1)) > 0) = count(*) THEN 'ok' ELSE 'FAIL' END || ' highlight marks the original in ' || count(*) || ' rows'
  FROM marked;
-- in every language of the fixtures, for words and stretches: without the marks the text is as it was, and what is marked folds to what was asked
CREATE TABLE asked AS SELECT a.lang, d.id, w.q FROM doc d JOIN read_articles('fixtures/news') a ON a.body = d.body,
  (SELECT term AS q FROM terms WHERE length(term) > 1 AND term GLOB '[a-zà-ÿ가-힣ぁ-ヿ一-龥]*' ORDER BY simhash(term) LIMIT 1500) w WHERE instr(d.folded, w.q);
CREATE TABLE shown AS SELECT a.lang, a.q, d.body, (SELECT highlight(idx, 0, char(1), char(2)) FROM idx WHERE idx MATCH search_query(a.q) AND rowid = a.id) AS h FROM asked a JOIN doc d ON d.id = a.id;
SELECT CASE WHEN count(DISTINCT lang) > 7 AND count(*) > 500 AND sum(replace(replace(h, char(1), ''), char(2), '') IS NOT body) = 0 THEN 'ok' ELSE 'FAIL' END || ' highlight in ' || count(DISTINCT lang) || ' languages, ' || count(*) || ' rows'
  FROM shown WHERE h IS NOT NULL;
SELECT CASE WHEN sum(instr(fold_text(substr(h, instr(h, char(1)) + 1, instr(h, char(2)) - instr(h, char(1)) - 1)), q) = 0) = 0 THEN 'ok' ELSE 'FAIL' END || ' highlight marks what was asked' FROM shown WHERE h IS NOT NULL;
-- every alphabetic word
SELECT CASE WHEN count(*) > 200 AND sum(n > 0) = count(*) THEN 'ok' ELSE 'FAIL' END || ' search finds ' || sum(n > 0) || ' of ' || count(*) || ' indexed words again'
  FROM (SELECT term, (SELECT count(*) FROM idx WHERE idx MATCH search_query(term)) AS n FROM terms WHERE term GLOB '[a-z]*' LIMIT 1500);
SQL
)
printf '%s\n' "$out"
# every stretch again in the other Chinese script, as ICU's transliterator writes it: what folds to the same is found the same
if command -v uconv >/dev/null; then
  other=$dir/other.tsv
  "$sqlite" -batch -separator "$(printf '\t')" "$dir/idx.db" "SELECT q, q FROM ask" | awk -F'\t' '{ print $1 > "'"$dir"'/q.txt" }'
  for way in Hans-Hant Hant-Hans; do uconv -f utf-8 -t utf-8 -x $way "$dir/q.txt" | paste "$dir/q.txt" -; done >"$other"
  "$sqlite" -batch -cmd ".load ./gazette" "$dir/idx.db" "CREATE TABLE pair(q, o)" '.mode tabs' ".import $other pair" '.mode list' \
    "SELECT CASE WHEN count(*) > 200 AND sum(got IS NOT want) = 0 THEN 'ok' ELSE 'FAIL' END || ' search in the other script: ' || sum(got IS want) || ' of ' || count(*) || ' converted stretches, exactly' FROM
     (SELECT (SELECT group_concat(rowid) FROM (SELECT rowid FROM idx WHERE idx MATCH search_query(o) ORDER BY rowid)) AS got, (SELECT got FROM verdict v WHERE v.q = p.q) AS want FROM pair p WHERE o <> q AND fold_text(o) = fold_text(q))" \
    "SELECT '  ' || count(*) || ' that ICU writes with another word than the fold knows: ' || ifnull((SELECT group_concat(q || '=' || o, ' ') FROM (SELECT q, o FROM pair WHERE fold_text(o) <> fold_text(q) LIMIT 6)), '') FROM pair WHERE fold_text(o) <> fold_text(q)"
else echo "skip search in the other script: uconv is not installed (icu-devtools)"; fi
# the table in the docs is what search_query.sql has tested
if [ "$(grep -a ' -> ' tests/sql/search_query.out)" = "$(awk '/^```text$/ { n++; next } /^```$/ { if (n == 1) exit } n == 1' sql/search.md)" ]; then echo "ok search the docs show what people type"
else echo "FAIL search: the table in sql/search.md is not what tests/sql/search_query.out says"; fi
