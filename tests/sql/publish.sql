.load ./gazette
.shell rm -f build/out/publish-copy.db build/out/publish-short.db build/out/publish-other.db && sqlite3 build/out/publish-other.db "CREATE TABLE search(precious)"
.read sql/schema.sql
.read sql/views.sql
CREATE TEMP TABLE incoming(path, title, raw);
INSERT INTO incoming VALUES ('1', 'Harbour lamps', 'The harbour lamps cost $3 million, the office said on Friday.'), ('2', '港口的燈', '港口的燈花了三百萬美元。');
.read sql/import.sql
.print a copy that needs no extension: search, articles, mentions and views are there
CREATE TEMP TABLE publish AS SELECT 'build/out/publish-copy.db' AS file;
.read sql/publish.sql
.shell sqlite3 build/out/publish-copy.db "SELECT rowid FROM search('harbour')" "SELECT rowid FROM search WHERE search MATCH '港口的'" "SELECT count(*) FROM article" "SELECT count(*) > 0, min(article) FROM money_mention" "SELECT count(*) FROM deal" "SELECT count(*) FROM coverage" "SELECT count(*) FROM article_raw" "SELECT count(*) FROM gazette_schema WHERE key <> 'schema'"
.print without bodies, and none of their text left in the file
UPDATE publish SET file = 'build/out/publish-short.db';
ALTER TABLE publish ADD COLUMN bodies DEFAULT 0;
.read sql/publish.sql
.shell sqlite3 build/out/publish-short.db "SELECT count(*), count(body), count(title) FROM article" "SELECT rowid FROM search('harbour')" "SELECT count(*) FROM search('office')" "SELECT count(*) FROM article_raw"
.shell grep -c "the office said" build/out/publish-short.db
.print an existing file is never touched
UPDATE publish SET file = 'build/out/publish-other.db';
.read sql/publish.sql
.shell sqlite3 build/out/publish-other.db .schema
.print this database is as it was
SELECT count(*), count(body) FROM article;
SELECT rowid FROM search('燈');
SELECT name FROM pragma_database_list WHERE name <> 'temp';
SELECT name FROM sqlite_schema WHERE name LIKE 'publish%';
SELECT key FROM gazette_schema;
