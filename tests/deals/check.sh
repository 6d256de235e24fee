#!/usr/bin/env bash
# Deal sentences (cases.tsv): how many give exactly the rows expected. Fails below 95 % or when a negative sentence gives many rows.
set -u
build=${1:-build}
sqlite=${SQLITE3:-sqlite3}
grep -v '^#' tests/deals/cases.tsv >"$build/out/deal-cases.tsv"
"$sqlite" -batch :memory: >"$build/out/deals.txt" 2>&1 <<SQL
.load ./gazette
.read tests/deals/names.sql
.mode tabs
.import $build/out/deal-cases.tsv cases
.mode list
CREATE TABLE got AS SELECT c.id, d.kind || '|' || ifnull(d.actor, '') || '|' || ifnull(d.target, '') || '|' || ifnull(d.low, '') || '|' || ifnull(d.high, '') || '|' ||
  ifnull(d.currency, '') || '|' || ifnull(d.percent, '') || '|' AS claim, d.status
  FROM cases c, deals(c.text, '2024-06-13') d;
CREATE TABLE want AS WITH RECURSIVE s(id, part, rest) AS (
  SELECT id, '', expected || ' ; ' FROM cases WHERE expected <> '-'
  UNION ALL SELECT id, substr(rest, 1, instr(rest, ' ; ') - 1), substr(rest, instr(rest, ' ; ') + 3) FROM s WHERE rest <> '')
  SELECT id, rtrim(part, 'abcdefghijklmnopqrstuvwxyz') AS claim, replace(part, rtrim(part, 'abcdefghijklmnopqrstuvwxyz'), '') AS status FROM s WHERE part <> '';
CREATE TABLE verdict AS SELECT c.id, c.lang, c.text, c.expected,
  (SELECT count(*) FROM want w WHERE w.id = c.id AND NOT EXISTS (SELECT 1 FROM got g WHERE g.id = w.id AND g.claim = w.claim AND (w.status = '' OR g.status = w.status))) AS missing,
  (SELECT count(*) FROM got g WHERE g.id = c.id AND NOT EXISTS (SELECT 1 FROM want w WHERE g.id = w.id AND g.claim = w.claim)) AS extra,
  (SELECT group_concat(claim || status, ' ; ') FROM got g WHERE g.id = c.id) AS got FROM cases c;
SELECT 'case ' || id || ' (' || lang || '): ' || text || char(10) || '    want ' || expected || char(10) || '    got  ' || ifnull(got, '-') FROM verdict WHERE missing + extra > 0;
SELECT CASE WHEN count(*) >= 300 AND sum(expected = '-') * 2 >= count(*) AND avg(missing + extra = 0) >= 0.95 THEN 'ok' ELSE 'FAIL' END || ' deals: ' || sum(missing + extra = 0) || ' of ' || count(*) || ' sentences right, ' || sum(missing + extra = 0 AND expected = '-') || ' of ' || sum(expected = '-') || ' without a deal' FROM verdict;
SQL
tail -${DEAL_LINES:-1} "$build/out/deals.txt"
grep -q '^ok deals' "$build/out/deals.txt" || { grep -q '^FAIL deals' "$build/out/deals.txt" || echo "FAIL deals: the script broke: $(head -3 "$build/out/deals.txt")"; }

# Passages (passages.tsv): F1 of deals and of quotes, recall of dates; floors set, kind, least.
grep -v '^#' tests/deals/passages.tsv >"$build/out/passages.tsv"
"$sqlite" -batch :memory: >"$build/out/passages.txt" 2>&1 <<SQL
.load ./gazette
.mode tabs
.import $build/out/passages.tsv passage
.read tests/deals/passages.sql
.mode list
WITH floor(part, what, least) AS (VALUES ('a', 'deals', 0.87), ('b', 'deals', 0.78), ('c', 'deals', 0.85), ('c', 'quotes', 0.80), ('a', 'quotes', 0.70), ('b', 'quotes', 0.70), ('a', 'dates', 0.88), ('b', 'dates', 0.88)),
  f AS (SELECT part, what, least, wanted, given, right, round(iif(given IS NULL, 1.0 * right / wanted, 2.0 * right / (wanted + given)), 3) AS reached FROM score
    JOIN (SELECT * FROM floor UNION ALL VALUES ('d', 'deals', 0.69), ('d', 'quotes', 0.90), ('e', 'deals', 0.67), ('f', 'deals', 0.80), ('g', 'deals', 0.84), ('h', 'deals', 0.75), ('i', 'deals', 0.79), ('j', 'deals', 0.76), ('k', 'deals', 0.88), ('l', 'deals', 0.83), ('m', 'deals', 0.85), ('n', 'deals', 0.74), ('o', 'deals', 0.76), ('p', 'deals', 0.82), ('q', 'deals', 0.65)) USING (part, what))
SELECT CASE WHEN reached >= least THEN 'ok' ELSE 'FAIL' END || ' passages ' || part || ': ' || what || ' ' || reached || ' (' || right || ' right of ' || wanted || ' wanted, ' || coalesce(given, '-') || ' given)' FROM f;
SQL
cat "$build/out/passages.txt"
[ "$(grep -c '^ok passages' "$build/out/passages.txt")" = 23 ] || echo "FAIL passages: not all figures reach their floors"

# Quotations (quotes.tsv): F1 of speaker and first words, false ones counted.
grep -v '^#' tests/deals/quotes.tsv >"$build/out/quotes.tsv"
"$sqlite" -batch :memory: >"$build/out/quotes.txt" 2>&1 <<SQL
.load ./gazette
.mode ascii
.separator "\t" "\n"
.import $build/out/quotes.tsv passage
.mode list
CREATE TABLE speech AS WITH RECURSIVE s(id, part, rest) AS (
  SELECT id, '', quotes || ' ; ' FROM passage WHERE quotes <> '-'
  UNION ALL SELECT id, substr(rest, 1, instr(rest, ' ; ') - 1), substr(rest, instr(rest, ' ; ') + 3) FROM s WHERE rest <> '')
  SELECT id, substr(part, 1, instr(part, '|') - 1) AS speaker, substr(part, instr(part, '|') + 1) AS words FROM s WHERE part <> '';
CREATE TABLE heard AS SELECT p.id, ltrim(quote, '"“「 ') AS quote, speaker, entity FROM passage p, quotes(p.text);
WITH n(wanted, given, right) AS (SELECT (SELECT count(*) FROM speech), (SELECT count(*) FROM heard),
  (SELECT count(*) FROM speech s WHERE EXISTS (SELECT 1 FROM heard h WHERE h.id = s.id AND (h.speaker = s.speaker OR h.entity = s.speaker) AND instr(h.quote, substr(s.words, 1, 12)) = 1)))
SELECT CASE WHEN wanted >= 180 AND 2.0 * right / (wanted + given) >= 0.94 THEN 'ok' ELSE 'FAIL' END || ' quotations: ' || round(2.0 * right / (wanted + given), 3) || ' (' || right || ' right of ' || wanted || ' wanted, ' || given || ' given)' FROM n;
SQL
cat "$build/out/quotes.txt"
grep -q '^ok quotations' "$build/out/quotes.txt" || grep -q '^FAIL quotations' "$build/out/quotes.txt" || echo "FAIL quotations: the script broke"
