#!/usr/bin/env bash
# Texts of every nasty kind x every function and text table x the three encodings of a database: nothing fails, well-formed text gives the
# same in each encoding, a row's span selects its surface, and NULL gives NULL or no rows. Then large texts to their end (large.c; MATRIX_MB=100
# for those of 100 MiB). Usage: check.sh BUILD
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3} dir=$build/out/matrix
mkdir -p "$dir"
rm -f "$dir"/*
functions='parse_money parse_number parse_percent parse_date entity_of article_lang clean_text fold_text search_query simhash'
tables='money quantities dates entities quotes figures deals sentences blocks repairs'
{
  cat <<'SQL'
.load ./gazette
.mode list
CREATE TABLE v(name TEXT, fine INT, big INT, x);
INSERT INTO v VALUES
 ('null', 1, 0, NULL), ('empty', 1, 0, ''), ('integer', 1, 0, 5000000), ('real', 1, 0, 1.5), ('blob', 0, 0, x'24342062696c6c696f6e'),
 ('lone continuation', 0, 0, CAST(x'244180804220243420' AS TEXT)), ('truncated', 0, 0, CAST(x'e4ba9ae9a9ace9' AS TEXT)), ('overlong', 0, 0, CAST(x'c0a4f08080a43420' AS TEXT)),
 ('surrogates', 0, 0, CAST(x'eda0bdedb880203420' AS TEXT)), ('beyond', 0, 0, CAST(x'f490808024342062' AS TEXT)), ('replacement', 1, 0, '�$4 billion� 亚马逊�'), ('nul', 0, 0, CAST(x'2434206200243562' AS TEXT)),
 ('right to left', 1, 0, 'קנתה ב-4 מיליארד דולר ב-12 במאי 2024. دفعت ٤ مليارات دولار'), ('combining', 1, 0, 'e' || replace(hex(zeroblob(2000)), '00', char(0x301)) || ' $4 billion'),
 ('emoji', 1, 0, '👩‍👩‍👧‍👦 paid $4 billion 🇺🇸 on 12 May 2024; “Fine,” said Ana Lowell.'), ('mixed', 1, 0, 'Tidemark Ltd. invested $4 billion in Amazon on 12 May 2024. 亞馬遜去年9月向Anthropic投資40億美元，「很好」，張三說。'),
 ('one line', 1, 1, replace(hex(zeroblob(45000)), '00', 'and so it went on $4 m; ')), ('quotes', 1, 1, replace(hex(zeroblob(250000)), '00', '"“”''')),
 ('digits', 1, 1, replace(hex(zeroblob(250000)), '00', '1234')), ('brackets', 1, 1, replace(hex(zeroblob(100000)), '00', '(') || replace(hex(zeroblob(100000)), '00', ')')),
 ('newlines', 1, 1, replace(hex(zeroblob(60000)), '00', char(10, 13, 9, 32))), ('commas', 1, 1, replace(hex(zeroblob(60000)), '00', '1,1.'));
SQL
  for f in $functions; do echo "SELECT name || '|$f|' || fine || '|' || typeof(y) || '|' || ifnull(length(y), 0) || '|' || ifnull(simhash(y), '') || '|' || (x IS NULL AND y IS NOT NULL) FROM (SELECT *, $f(x) AS y FROM v);"; done
  echo "SELECT name || '|kwic|' || fine || '|' || length(kwic(x, 1, 3)) || '|||0' FROM v;"
  echo "SELECT name || '|hamming|' || fine || '|' || ifnull(hamming(x, 1) BETWEEN 0 AND 64, '') || '|||' || (x IS NULL AND hamming(x, x) IS NOT NULL) FROM v;"
  echo "SELECT name || '|containment|' || fine || '|' || ifnull(containment(x, x), '') || '|||0' FROM v;"
  echo "SELECT name || '|languages|' || fine || '|' || (SELECT group_concat(lang || round(share, 3)) FROM languages(x)) || '|||0' FROM v WHERE x IS NOT NULL;"
  echo "SELECT name || '|sketch|' || fine || '|' || (SELECT count(*) || ifnull(total(hash / 1000000), '') FROM sketch(x)) || '|||0' FROM v;"
  echo "SELECT name || '|parse_article|' || fine || '|' || ifnull((SELECT length(body) || ifnull(title, '') FROM parse_article(x)), 'no row') || '|||0' FROM v;"
  for t in $tables; do echo "SELECT v.name || '|$t|' || v.fine || '|' || count(m.n) || '|' || ifnull(sum(m.start), 0) || '|' || ifnull(sum(m.length), 0) || '|' ||
    ifnull(sum(CASE WHEN v.big AND m.n % 2000 OR v.name = 'nul' THEN 0 ELSE substr(CAST(v.x AS TEXT), m.start, m.length) IS NOT m.surface END), 0) FROM v LEFT JOIN $t(v.x) m GROUP BY v.rowid;"; done
} >"$dir/all.sql"
missing=$("$sqlite" -batch :memory: "CREATE TABLE had AS SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list" ".load ./gazette" \
  "SELECT name FROM (SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list) WHERE name NOT IN (SELECT name FROM had) AND name NOT LIKE 'gazette\_%' ESCAPE '\' AND name NOT IN ('read_articles', 'list_files', 'gazetteer')" |
  while read -r name; do grep -q "[^a-z_]$name(" "$dir/all.sql" || echo "$name"; done)
[ -z "$missing" ] && echo "ok matrix: every function and text table is in it" || echo "FAIL matrix: it lacks $missing"
for e in UTF-8 UTF-16le UTF-16be; do
  { echo "PRAGMA encoding = '$e';"; cat "$dir/all.sql"; } | timeout 300 "$sqlite" -batch "$dir/$e.db" >"$dir/$e.txt" 2>&1
  errors=$(grep -cE 'rror' "$dir/$e.txt") rows=$(grep -c '|' "$dir/$e.txt") wrong=$(grep -E '\|[^0|][^|]*$' "$dir/$e.txt" | head -3)
  if [ "$errors" = 0 ] && [ "$rows" -gt 500 ] && [ -z "$wrong" ]; then echo "ok matrix $e: $rows answers"
  else echo "FAIL matrix $e: $rows answers, $errors errors, $(grep -E 'rror' "$dir/$e.txt" | head -2) wrong: $wrong"; fi
done
for e in UTF-16le UTF-16be; do
  if diff <(awk -F'|' '$3 == 1' "$dir/UTF-8.txt") <(awk -F'|' '$3 == 1' "$dir/$e.txt") >"$dir/diff.txt"; then echo "ok matrix UTF-8 and $e say the same"
  else echo "FAIL matrix UTF-8 and $e differ: $(head -4 "$dir/diff.txt" | tr '\n' ' ')"; fi
done
${CC:-cc} -std=c11 -O1 -o "$build/test-large" tests/matrix/large.c $(pkg-config --cflags --libs sqlite3) || { echo "FAIL matrix large does not build"; exit 0; }
for e in UTF-8 UTF-16le UTF-16be; do timeout 900 "$build/test-large" ./gazette "${MATRIX_MB:-1}" $e || true; done
