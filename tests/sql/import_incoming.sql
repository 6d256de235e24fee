.load ./gazette
.read sql/schema.sql
.print any of the columns will do
CREATE TEMP TABLE incoming(path, raw, published, source);
INSERT INTO incoming VALUES ('x/1', 'The lamp costs $7 million.', '2024-05', 'Cape Ledger'), ('x/2', NULL, NULL, NULL), ('x/3', 'Nothing.', NULL, NULL);
.read sql/import.sql
SELECT a.id, c.label, a.path, a.part, a.source, a.published, a.published_first, a.published_last FROM article a JOIN corpus c ON c.id = a.corpus ORDER BY a.id;
SELECT path, error FROM import_error;
SELECT surface, approx FROM money_mention;
.print once more: the same; then one of them changed
.read sql/import.sql
UPDATE incoming SET raw = 'The lamp costs $8 million.' WHERE path = 'x/1';
.read sql/import.sql
SELECT added, changed, unchanged, gone FROM import_run;
SELECT article, surface FROM money_mention;
.print what no longer comes in is not gone; other columns, and given metadata beats the text
DROP TABLE incoming;
CREATE TEMP TABLE incoming(url, title, raw, part);
INSERT INTO incoming VALUES ('https://cape.example/4', 'Given title', 'By Ana Lowell' || char(10) || 'May 6, 2021' || char(10) || 'The harbour is open again after three winters, and the town is glad.', 2);
.read sql/import.sql
SELECT id, path, part, title, url, gone FROM article ORDER BY id;
.print what was given for the date is kept; as the date of relative ones it counts only if it is one
DROP TABLE incoming;
CREATE TEMP TABLE incoming(path, raw, published);
INSERT INTO incoming SELECT 'd/' || column1, 'The lamp was lit last year.', column1 FROM (VALUES ('2024-06-17 08:30'), ('2024-02'), ('2023'), ('XXXX-06-17'), ('someday'), ('2024-13'), ('XXXX-31-99'), ('2024-02-31'));
.read sql/import.sql
SELECT a.published, d.edtf FROM article a JOIN date_mention d ON d.article = a.id WHERE a.path LIKE 'd/%' ORDER BY a.id;
.print the same article three times in one run, more than one batch of the full-text index and a change in the next: the last version is found, the index is sound
DROP TABLE incoming;
CREATE TEMP TABLE incoming(path, raw);
INSERT INTO incoming VALUES ('t/1', 'The first word is anemone.'), ('t/1', 'The second word is bluebell.'), ('t/1', 'The third word is crocus.');
INSERT INTO incoming WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 300) SELECT 'w/' || i, 'Buoy ' || i || ' is lit.' FROM k;
.read sql/import.sql
SELECT a.path FROM search s JOIN article a ON a.id = s.rowid WHERE search MATCH 'anemone OR bluebell OR crocus';
SELECT count(*) FROM search('buoy');
INSERT INTO search(search, rank) VALUES ('integrity-check', 1);
UPDATE incoming SET raw = replace(raw, 'lit', 'dark') WHERE path IN ('w/7', 'w/299');
DELETE FROM incoming WHERE path = 't/1';
.read sql/import.sql
SELECT a.path FROM search s JOIN article a ON a.id = s.rowid WHERE search MATCH 'dark' ORDER BY a.id;
SELECT count(*) FROM search('buoy lit');
INSERT INTO search(search, rank) VALUES ('integrity-check', 1);
