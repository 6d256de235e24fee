#!/usr/bin/env bash
# Look-alikes of listed names in five languages and scripts: rainforest and river, fruit, inflation, millet, verbs, given names.
# At least 97 of 100 cases.tsv must be right, of those that must not link and of those that must. Usage: check.sh BUILD
set -u
sqlite=${SQLITE3:-sqlite3}
cases=tests/lookalikes/cases.tsv
sql="
CREATE TEMP TABLE c(lang, want, entity, text);
CREATE TEMP VIEW r AS SELECT c.rowid AS i, c.*, EXISTS (SELECT 1 FROM entities(c.text) e WHERE e.entity = c.entity AND e.how <> 'discovered') AS linked FROM c;
.mode tabs
.import '|grep -v ^# $cases | tail -n +2' c
CREATE TEMP TABLE j AS SELECT *, linked = (want = 'yes') AS right FROM r;
SELECT 'lookalikes ' || want || ' ' || entity || ' (' || lang || '): ' || text FROM j WHERE NOT right;
SELECT CASE WHEN count(*) > 40 AND 100 * sum(right) >= 97 * count(*) THEN 'ok' ELSE 'FAIL' END || ' look-alikes that must ' ||
  CASE want WHEN 'yes' THEN '' ELSE 'not ' END || 'link: ' || sum(right) || ' of ' || count(*) || ' right' FROM j GROUP BY want ORDER BY want;"
"$sqlite" -batch -cmd ".load ./gazette" :memory: <<<"$sql"
