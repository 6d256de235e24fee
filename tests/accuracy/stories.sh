#!/usr/bin/env bash
# Stories: are reposts found, and nothing else? Every longer fixture is told again in five ways (with an opening, links to the next
# articles and a closing of another paper around it, its first and its last 60 % of sentences, in capitals and full width, in the other Chinese script); those pairs are one story,
# all pairs of different fixtures are not, the six about one deal among them. Usage: stories.sh SUITES BUILD
set -u
build=$2 sqlite=${SQLITE3:-sqlite3} dir=$2/out/stories
rm -rf "$dir" && mkdir -p "$dir/in" || exit 1
run() { "$sqlite" -batch -bail -cmd ".load ./gazette" "$@"; }
run "$dir/base.db" ".read sql/schema.sql" "INSERT INTO corpus(root) VALUES ('fixtures/news')" ".read sql/import.sql" >/dev/null || exit 1
told() { run "$dir/base.db" "WITH base AS (SELECT id, lang, body, lead(title) OVER (ORDER BY id) AS next, lead(title, 2) OVER (ORDER BY id) AS after FROM article WHERE id = story AND length(CAST(body AS BLOB)) > 400)
  SELECT json_object('title', id || ' $1', 'text', $2) FROM base WHERE $3"; }
share() { echo "(SELECT group_concat(surface, ' ') FROM (SELECT surface, n, count(*) OVER () AS total FROM sentences(body)) WHERE $1)"; }
{
  told original body 1
  told around "'Good morning from the north quay, where the kettle is on and the tide is out; here is what the others write today.' || char(10, 10)
    || body || char(10, 10) || 'Whoever wants to hear from us by post may leave an address with the keeper of the lamp.' || char(10, 10) || coalesce(next, '') || char(10) || coalesce(after, '')" 1
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
CREATE TEMP TABLE t AS SELECT id, story, substr(title, 1, instr(title, ' ') - 1) AS base, substr(title, instr(title, ' ') + 1) AS way FROM article;
CREATE TEMP TABLE pair AS SELECT b.way, a.base = b.base AS same, a.story = b.story AS found FROM t a JOIN t b ON a.id < b.id OR a.base = b.base AND a.way = 'original' AND b.id < a.id
  WHERE a.base <> b.base OR a.way = 'original' AND b.way <> 'original';
.mode tabs
SELECT 'stories', 'pairs told again, way ' || way, count(*), 'found', printf('%.3f', avg(found)) FROM pair WHERE same GROUP BY way;
SELECT 'stories', 'pairs of different stories', count(*), 'found', printf('%.4f', avg(found)) FROM pair WHERE NOT same;
SELECT 'stories', 'recall', printf('%.3f', avg(found)) FROM pair WHERE same;
SELECT 'stories', 'precision', printf('%.3f', 1.0 * sum(same AND found) / sum(found)) FROM pair WHERE found;
SQL
cat "$dir/result.txt"
awk -F"\t" 'NR == FNR { if ($1 == "stories") floor[$2] = $3; next } ($2 in floor) && $3 + 0 < floor[$2] { print "stories: " $2 " is below " floor[$2]; bad = 1 } END { exit bad }' tests/accuracy/floors.tsv "$dir/result.txt"
