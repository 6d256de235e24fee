.load ./gazette
.shell bash tests/sql/import_files.sh build/out/import_batch many
.read sql/schema.sql
INSERT INTO corpus(root, batch) VALUES ('build/out/import_batch/many', 2);
.print two files a run, until none is left; what failed before is tried again without being counted
.read sql/import.sql
SELECT path FROM article ORDER BY id;
.read sql/import.sql
SELECT path FROM article ORDER BY id;
.read sql/import.sql
SELECT path, import_run FROM article ORDER BY id;
.read sql/import.sql
SELECT seen, read, added, changed, unchanged, gone, failed, skipped, remaining FROM import_run;
