.load ./gazette
.shell bash tests/sql/import_files.sh build/out/import_atomic many
.read sql/schema.sql
INSERT INTO corpus(root) VALUES ('build/out/import_atomic/many');
.print an error in the middle of a first import leaves nothing, although the script goes on
CREATE TEMP TRIGGER stop BEFORE INSERT ON money_mention WHEN new.surface LIKE '$4%' BEGIN SELECT RAISE(ABORT, 'stopped by the test'); END;
.read sql/import.sql
SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM money_mention), (SELECT count(*) FROM import_run), (SELECT count(*) FROM import_error), (SELECT count(*) FROM story_band), (SELECT count(*) FROM search_docsize);
DROP TRIGGER stop;
.print without the error
.read sql/import.sql
SELECT path, (SELECT group_concat(surface) FROM money_mention m WHERE m.article = a.id) FROM article a ORDER BY path;
.print an error while articles change: all is as before, the full text too
.shell bash tests/sql/import_files.sh build/out/import_atomic poison
CREATE TEMP TRIGGER stop BEFORE INSERT ON money_mention WHEN new.surface LIKE '$3%' BEGIN SELECT RAISE(ABORT, 'stopped by the test'); END;
.read sql/import.sql
SELECT path, (SELECT group_concat(surface) FROM money_mention m WHERE m.article = a.id) FROM article a ORDER BY path;
SELECT count(*) FROM import_run;
SELECT count(*) FROM search('poison');
SELECT count(*) FROM search('Bridge');
INSERT INTO search(search) VALUES ('integrity-check');
.print an error inside a transaction of the user: what the user did stays, the import does not
BEGIN;
UPDATE corpus SET note = 'mine';
.read sql/import.sql
COMMIT;
SELECT note, (SELECT count(*) FROM import_run) FROM corpus;
DROP TRIGGER stop;
.print and then it goes through
.read sql/import.sql
SELECT path, (SELECT group_concat(surface) FROM money_mention m WHERE m.article = a.id) FROM article a ORDER BY path;
SELECT count(*) FROM search('poison');
INSERT INTO search(search) VALUES ('integrity-check');
PRAGMA integrity_check;
