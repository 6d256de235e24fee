.load ./gazette
.shell bash tests/sql/import_files.sh build/out/reread new
.read sql/schema.sql
.read sql/views.sql
INSERT INTO corpus(root) VALUES ('build/out/reread/clips');
CREATE TEMP TABLE incoming(path, raw);
INSERT INTO incoming VALUES ('x', 'Wobbel sold a lamp for $3 million.');
.read sql/import.sql
DROP TABLE incoming;
.print nothing is stale
SELECT count(*) FROM stale;
.read sql/reread.sql
SELECT changed, unchanged FROM import_run ORDER BY id DESC LIMIT 1;
.print rows of older rules, and one that no longer has a file
UPDATE import_run SET code = '0.0.1';
.shell bash tests/sql/import_files.sh build/out/reread remove
DELETE FROM money_mention;
.read sql/import.sql
SELECT path, part, code FROM stale ORDER BY path, part;
SELECT count(*) FROM money_mention;
.read sql/reread.sql
SELECT changed, unchanged, gone FROM import_run ORDER BY id DESC LIMIT 1;
SELECT path, part FROM stale ORDER BY path, part;
SELECT surface FROM money_mention ORDER BY article;
.print other names
INSERT INTO my_name(entity, type, alias) VALUES ('Wobbel AG', 'org', 'Wobbel');
.read sql/import.sql
SELECT count(*) FROM stale;
SELECT count(*) FROM entity_mention WHERE entity = 'Wobbel AG';
.read sql/reread.sql
SELECT a.path, e.surface, e.how FROM entity_mention e JOIN article a ON a.id = e.article WHERE entity = 'Wobbel AG';
SELECT DISTINCT names = (SELECT names FROM import_run ORDER BY id DESC LIMIT 1) FROM import_run ORDER BY 1;
.print a later connection knows the names through sql/open.sql
SELECT count(*) FROM gazetteer WHERE origin = 'user';
DELETE FROM gazetteer WHERE origin = 'user';
SELECT entity_of('Wobbel') IS NULL;
.read sql/open.sql
.read sql/open.sql
SELECT entity_of('Wobbel'), count(*) FROM gazetteer WHERE origin = 'user';
