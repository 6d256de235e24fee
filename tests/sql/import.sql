.load ./gazette
.shell bash tests/sql/import_files.sh build/out/import new
.print the tables are there after one reading, and after two; no triggers
.read sql/schema.sql
.read sql/schema.sql
SELECT count(*) FROM sqlite_schema WHERE type = 'trigger';
.print an empty corpus table says so
.read sql/import.sql
INSERT INTO corpus(root) VALUES ('build/out/import/clips');
.print new files: an error and an unsupported one beside them
.read sql/import.sql
SELECT id, path, part, title, source, published, published_first, published_last, simhash, story, gone FROM article ORDER BY id;
SELECT path, part, error FROM import_error;
SELECT article, field, sentence, surface, approx, currency FROM money_mention;
SELECT seen, read, added, changed, unchanged, gone, failed, skipped, remaining FROM import_run ORDER BY id DESC LIMIT 1;
SELECT substr(a.body, m.start, m.length) = m.surface FROM money_mention m JOIN article a ON a.id = m.article WHERE field = 'body';
SELECT code = gazette_version('code'), data = gazette_version('data'), icu = gazette_version('icu'), sqlite = sqlite_version(), names, finished >= started FROM import_run ORDER BY id DESC LIMIT 1;
.print nothing has changed
.read sql/import.sql
SELECT seen, read, added, changed, unchanged, gone, failed, skipped FROM import_run ORDER BY id DESC LIMIT 1;
.print one changed, one only touched, one part fewer; ids stay
.shell bash tests/sql/import_files.sh build/out/import change
.read sql/import.sql
SELECT id, path, part, import_run, gone FROM article ORDER BY id;
SELECT article, surface FROM money_mention ORDER BY article;
SELECT seen, read, added, changed, unchanged, gone, failed, skipped FROM import_run ORDER BY id DESC LIMIT 1;
.print the index follows: the old word is not found any more, the new one is
SELECT 'bridge', count(*) FROM search('bridge') UNION ALL SELECT 'tunnel', count(*) FROM search('tunnel');
INSERT INTO search(search) VALUES ('integrity-check');
.print gone is marked, not deleted
.shell bash tests/sql/import_files.sh build/out/import remove
.read sql/import.sql
SELECT id, gone, instr(body, 'Brücken') > 0 FROM article WHERE path = 'sub/b.md';
.print and what comes back is not gone
.shell bash tests/sql/import_files.sh build/out/import back
.read sql/import.sql
SELECT id, gone FROM article WHERE path = 'sub/b.md';
.print a file that cannot be read is not gone and keeps its article
.shell bash tests/sql/import_files.sh build/out/import unreadable
.read sql/import.sql
SELECT gone, instr(body, 'tunnel') > 0 FROM article WHERE path = 'a.txt';
SELECT path, error FROM import_error ORDER BY path;
.print an empty root changes nothing and says so
.shell bash tests/sql/import_files.sh build/out/import empty
.read sql/import.sql
SELECT sum(gone) FROM article;
.print neither does a missing one, and the other root is read all the same, without a look at the first one's articles
.shell bash tests/sql/import_files.sh build/out/import missing
.shell bash tests/sql/import_files.sh build/out/import other
INSERT INTO corpus(root) VALUES ('build/out/import/other');
.read sql/import.sql
SELECT corpus, path, gone FROM article ORDER BY id;
.print nothing of the import stays in the connection or the database
SELECT name FROM temp.sqlite_schema UNION ALL SELECT name FROM main.sqlite_schema WHERE name LIKE 'importing%';
