#!/usr/bin/env bash
# Stories: are reposts found, and nothing else? Told again are the longer fixtures and the texts of stories.tsv: with an opening, links to
# the next articles and a closing of another paper around them, their first and their last 60 % of sentences, in capitals, in the other Chinese
# script, and (stories.tsv, by hand) in another paper's edit and in another region's wording. Two tellings of one are a pair of the same
# story; reports of their own on one subject (way topic, the fixtures about one deal) and unrelated texts are not. Usage: stories.sh SUITES BUILD
set -u
build=$2 sqlite=${SQLITE3:-sqlite3} dir=$2/out/stories
rm -rf "$dir" && mkdir -p "$dir/in" || exit 1
run() { "$sqlite" -batch -bail -cmd ".load ./gazette" "$@"; }
run "$dir/base.db" ".read sql/schema.sql" "INSERT INTO corpus(root) VALUES ('fixtures/news')" ".read sql/import.sql" >/dev/null || exit 1
run "$dir/base.db" "CREATE TABLE text(story, way, lang, body)" ".mode tabs" ".import --skip 2 tests/accuracy/stories.tsv text" \
  "INSERT INTO text SELECT id, 'base', lang, body FROM article WHERE id = story AND length(CAST(body AS BLOB)) > 400" || exit 1
told() { run "$dir/base.db" "WITH base AS (SELECT story, lang, body, lead(substr(body, 1, 24)) OVER (ORDER BY rowid) AS next FROM text WHERE way = 'base')
  SELECT json_object('title', story || ' $1', 'text', $2) FROM base WHERE $3"; }
share() { echo "(SELECT group_concat(surface, iif(lang LIKE 'zh%' OR lang = 'ja', '', ' ')) FROM (SELECT surface, n, count(*) OVER () AS total FROM sentences(body)) WHERE $1)"; }
{
  run "$dir/base.db" "SELECT json_object('title', story || ' ' || way, 'text', body) FROM text"
  told around "'Good morning from the north quay, where the kettle is on and the tide is out; here is what the others write today.' || char(10, 10)
    || body || char(10, 10) || 'Whoever wants to hear from us by post may leave an address with the keeper of the lamp.' || char(10, 10) || coalesce(next, '')" 1
  told first "$(share 'n <= 0.6 * total')" 1
  told last "$(share 'n > 0.4 * total')" 1
  told capitals "upper(body)" "lang NOT LIKE 'zh%' AND lang NOT IN ('ja', 'ko')"
} >"$dir/in/told.jsonl" || exit 1
if command -v uconv >/dev/null; then
  told script body "lang = 'zh-Hans'" | uconv -f utf-8 -t utf-8 -x Hans-Hant >"$dir/in/script.jsonl"
  told script body "lang = 'zh-Hant'" | uconv -f utf-8 -t utf-8 -x Hant-Hans >>"$dir/in/script.jsonl"
fi
run "$dir/told.db" ".read sql/schema.sql" "INSERT INTO corpus(root) VALUES ('$dir/in')" ".read sql/import.sql" >/dev/null || exit 1
run "$dir/told.db" >"$dir/result.txt" <<'SQL'
CREATE TABLE t AS SELECT id, story, substr(title, 1, instr(title, ' ') - 1) AS base, substr(title, instr(title, ' ') + 1) AS way FROM article;
CREATE TABLE pair AS SELECT CASE 'base' WHEN a.way THEN b.way WHEN b.way THEN a.way ELSE a.way || ' ' || b.way END AS way, a.base = b.base AS same,
    replace(a.base, '-t', '') = replace(b.base, '-t', '') AS topic, a.story = b.story AS found, a.id AS a, b.id AS b
  FROM t a JOIN t b ON a.id < b.id
  WHERE NOT (a.way IN ('first', 'last') AND b.way IN ('first', 'last') AND a.base = b.base);     -- they share a fifth of the text only
.mode tabs
SELECT 'stories', 'pairs of one story, base and ' || way, count(*), 'found', printf('%.3f', avg(found)) FROM pair WHERE same AND way NOT LIKE '% %' GROUP BY way;
SELECT 'stories', 'pairs of one story, all tellings', count(*), 'found', printf('%.3f', avg(found)) FROM pair WHERE same;
SELECT 'stories', 'pairs of one subject, stories of their own', count(*), 'found', printf('%.4f', avg(found)) FROM pair WHERE topic AND NOT same;
SELECT 'stories', 'pairs of different subjects', count(*), 'found', printf('%.4f', avg(found)) FROM pair WHERE NOT topic;
SELECT 'stories', 'simhash of a conversion within 3 bits', count(*), 'share', printf('%.3f', avg(hamming(a.simhash, b.simhash) <= 3)) FROM pair JOIN article a ON a.id = a JOIN article b ON b.id = b WHERE same AND way = 'script' HAVING count(*);
SELECT 'stories', 'recall', printf('%.3f', avg(found)) FROM pair WHERE same;
SELECT 'stories', 'precision', printf('%.3f', 1.0 * sum(same AND found) / sum(found)) FROM pair WHERE found;
SQL
# the seed that carries its body twice, once with glosses: its two halves are one story
seed=$(ls "$1"/../seeds/002_*.txt 2>/dev/null | head -1)
if [ -n "$seed" ]; then
  run :memory: "WITH b AS (SELECT kind, group_concat(surface, char(10)) AS x FROM blocks(clean_text(CAST(readfile('$seed') AS TEXT))) GROUP BY kind)
    SELECT 'stories' || char(9) || 'halves of seed 002' || char(9) || iif(containment(a.x, c.x) >= 0.5 AND hamming(simhash(a.x), simhash(c.x)) <= 3, '1.000', '0.000') FROM b a, b c WHERE a.kind = 'body' AND c.kind = 'duplicate'" >>"$dir/result.txt"
else echo "stories: seed 002 skipped, not there"; fi
cat "$dir/result.txt"
awk -F"\t" 'NR == FNR { if ($1 == "stories") floor[$2] = $3; next } ($2 in floor) && $3 + 0 < floor[$2] { print "stories: " $2 " is below " floor[$2]; bad = 1 } END { exit bad }' tests/accuracy/floors.tsv "$dir/result.txt"
