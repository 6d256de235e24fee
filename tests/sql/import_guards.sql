.load ./gazette
.shell bash tests/sql/import_files.sh build/out/import_guards new
.read sql/schema.sql
INSERT INTO corpus(root) VALUES ('build/out/import_guards/clips');
.read sql/import.sql
.print an index made with another fold is refused, with the statement that rebuilds it
UPDATE gazette_schema SET value = 0 WHERE key = 'fold';
.read sql/import.sql
SELECT count(*) FROM import_run;
INSERT INTO search(search) VALUES ('rebuild'); UPDATE gazette_schema SET value = gazette_debug() ->> '$.fold' WHERE key = 'fold';
.read sql/import.sql
SELECT count(*) FROM search('bridge');
.print names that the gazetteer does not take stop the import
INSERT INTO my_name(entity, type, alias) VALUES ('Wobbel', 'colour', 'Wobbel');
.read sql/import.sql
DELETE FROM my_name;
.print a region and a charset that nobody knows
UPDATE corpus SET region = 'Mars';
INSERT INTO override(path, field, value) VALUES ('a.txt', 'author', 'Ana Lowell');
.read sql/import.sql
UPDATE corpus SET region = NULL, charset = 'klingon';
.read sql/import.sql
UPDATE corpus SET charset = NULL;
.print names dropped from the built-in gazetteer
SELECT entity_of('ChatGPT') IS NOT NULL;
INSERT INTO my_name(alias, action) VALUES ('ChatGPT', 'drop');
.read sql/import.sql
SELECT entity_of('ChatGPT') IS NULL, author FROM article WHERE path = 'a.txt';
SELECT count(DISTINCT names) FROM import_run;
