.load ./gazette
.mode list
CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO doc(body) VALUES
  ('Amazon said on 12 May 2024 that it would invest $4 billion in Anthropic. "It works," said Andy Jassy, and revenue rose 12%.'),
  ('微软5月6日表示，将向港湾资本投资3亿元，销量增长12%。'), ('The ferry was late again, and nobody in the harbour town was told why it was late.');
CREATE TEMP TABLE before(analysed INTEGER, shingled INTEGER);
CREATE TEMP VIEW work AS SELECT ((gazette_debug() ->> '$.analysed') - analysed) || ' analysed, ' || ((gazette_debug() ->> '$.shingled') - shingled) || ' shingled' AS made FROM before;
CREATE TEMP TRIGGER restart INSTEAD OF INSERT ON work BEGIN
  DELETE FROM before;
  INSERT INTO before SELECT gazette_debug() ->> '$.analysed', gazette_debug() ->> '$.shingled';
END;
.print every table asked about a text in one row: one analysis a text
INSERT INTO work VALUES (1);
SELECT id, (SELECT count(*) FROM money(body)), (SELECT count(*) FROM quantities(body)), (SELECT count(*) FROM dates(body)), (SELECT count(*) FROM entities(body)),
  (SELECT count(*) FROM quotes(body)), (SELECT count(*) FROM figures(body)), (SELECT count(*) FROM deals(body)), (SELECT count(*) FROM sentences(body)), simhash(body) <> 0,
  (SELECT count(*) > 0 FROM sketch(body)) FROM doc ORDER BY id;
SELECT * FROM work;
.print side by side: one table for all texts, then the next
INSERT INTO work VALUES (1);
SELECT (SELECT count(*) FROM doc, money(body)), (SELECT count(*) FROM doc, deals(body));
SELECT * FROM work;
.print a join of two tables about the same text
INSERT INTO work VALUES (1);
SELECT d.id, m.surface, e.surface FROM doc d, money(d.body) m, entities(d.body) e WHERE e.n = 1 ORDER BY 1;
SELECT * FROM work;
.print another date asked for is another analysis, none asked for is any
INSERT INTO work VALUES (1);
SELECT count(*) FROM doc, dates(body, '2024-05-07') d, money(body) m, quotes(body) q WHERE id = 1;
SELECT * FROM work;
INSERT INTO work VALUES (1);
SELECT count(*) FROM (SELECT * FROM doc WHERE id = 1), dates(body, '2024-05-07') d, dates(body, '2024-05-08') e;
SELECT * FROM work;
.print the analysis that was kept last serves a table that has no date or region
INSERT INTO work VALUES (1);
SELECT count(*) FROM doc, money(body);
SELECT * FROM work;
.print a constant text is cut into shingles once, each other text once (the last one is kept)
INSERT INTO work VALUES (1);
SELECT id, round(containment(body, 'Nobody in the harbour town was told why it was late.'), 2) FROM doc ORDER BY id;
SELECT * FROM work;
.print of two constants nothing is made again; of columns nothing is kept but the last text
INSERT INTO work VALUES (1);
SELECT count(containment('The lamp of the cape is lit.', 'The lamp of the cape is lit again.')) FROM doc;
SELECT * FROM work;
INSERT INTO work VALUES (1);
SELECT count(containment(a.body, b.body)) FROM doc a, doc b WHERE a.id < b.id;
SELECT * FROM work;
.print the planner scans the texts outside, whatever the order in FROM
EXPLAIN QUERY PLAN SELECT count(*) FROM money m JOIN doc d ON m.text = d.body;
