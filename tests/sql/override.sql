.load ./gazette
.shell bash tests/sql/import_files.sh build/out/override new
.read sql/schema.sql
INSERT INTO corpus(root, region) VALUES ('build/out/override/clips', 'US');
.read sql/import.sql
.print an override is applied before extraction, at the next import, although no file has changed
INSERT INTO override(path, part, field, value) VALUES ('c.jsonl', NULL, 'source', 'Harbour Wire'), ('c.jsonl', 1, 'source', 'Cape Wire'), ('c.jsonl', 1, 'published', '2023'),
  ('c.jsonl', 2, 'body', 'In fact it paid $9 million.'), ('a.txt', NULL, 'region', 'HK');
.read sql/import.sql
SELECT changed, unchanged FROM import_run ORDER BY id DESC LIMIT 1;
SELECT path, part, source, published, published_first, published_last, overridden FROM article WHERE path = 'c.jsonl' ORDER BY part;
SELECT a.path, a.part, surface, currency FROM money_mention m JOIN article a ON a.id = m.article ORDER BY path, part;
.print nothing more to do
.read sql/import.sql
SELECT changed, unchanged FROM import_run ORDER BY id DESC LIMIT 1;
.print one taken back, one emptied
DELETE FROM override WHERE field = 'published';
UPDATE override SET value = NULL WHERE value = 'Harbour Wire';
.read sql/import.sql
SELECT changed, unchanged FROM import_run ORDER BY id DESC LIMIT 1;
SELECT part, source, published FROM article WHERE path = 'c.jsonl' ORDER BY part;
.print the user's table is as the user left it
SELECT * FROM override ORDER BY rowid;
INSERT INTO override(path, field, value) VALUES ('a.txt', 'colour', 'red');
