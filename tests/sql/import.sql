.load ./gazette
.shell rm -rf build/out/import && mkdir -p build/out/import/clips/sub && cd build/out/import/clips && printf 'One bridge costs $4 million.\n' > a.txt && printf 'Zwei Brücken.\n' > sub/b.md && printf '{"title":"Three","source":"Cape Ledger","published":"2024-05-06","text":"It paid $7 million in May."}\n{"title":"Four","text":"No sum."}\n' > c.jsonl && printf 'x' > d.pdf && mkfifo e.txt && touch -d '2024-01-01' a.txt sub/b.md c.jsonl
.print the tables are there after one reading, and after two
.read sql/schema.sql
.read sql/schema.sql
SELECT count(*) FROM sqlite_schema WHERE type = 'trigger';
.print an empty corpus table says so
.read sql/import.sql
INSERT INTO corpus(root) VALUES ('build/out/import/clips');
.print new files: an error row and an unsupported file beside them
.read sql/import.sql
SELECT id, path, part, title, source, published, published_first, published_last FROM article ORDER BY id;
SELECT path, part, error FROM import_error;
SELECT article, field, sentence, surface, approx, currency FROM money_mention;
SELECT seen, read, added, changed, unchanged, gone, failed, skipped, remaining FROM import_run ORDER BY id DESC LIMIT 1;
SELECT substr(a.body, m.start, m.length) = m.surface FROM money_mention m JOIN article a ON a.id = m.article WHERE field = 'body';
.print nothing has changed
.read sql/import.sql
SELECT seen, read, added, changed, unchanged, gone, failed, skipped FROM import_run ORDER BY id DESC LIMIT 1;
.print one changed, one only touched, one gone, one part fewer; ids stay
.shell cd build/out/import/clips && printf 'One tunnel costs $5 million.\n' > a.txt && touch c.jsonl && rm sub/b.md && printf '{"title":"Three","source":"Cape Ledger","published":"2024-05-06","text":"It paid $7 million in May."}\n' > c.jsonl
.read sql/import.sql
SELECT id, path, part, gone FROM article ORDER BY id;
SELECT article, surface FROM money_mention ORDER BY article;
SELECT seen, read, added, changed, unchanged, gone, failed, skipped FROM import_run ORDER BY id DESC LIMIT 1;
.print the index follows: the old word is not found any more, the new one is
SELECT 'bridge', count(*) FROM search('bridge') UNION ALL SELECT 'tunnel', count(*) FROM search('tunnel');
INSERT INTO search(search) VALUES ('integrity-check');
.print what comes back is not gone
.shell cd build/out/import/clips && printf 'Zwei Brücken.\n' > sub/b.md
.read sql/import.sql
SELECT id, gone FROM article WHERE path = 'sub/b.md';
.print a file that cannot be read is not gone
.shell cd build/out/import/clips && rm a.txt && mkfifo a.txt
.read sql/import.sql
SELECT gone, length(body) > 0 FROM article WHERE path = 'a.txt';
SELECT path, error FROM import_error ORDER BY path;
.print an empty root changes nothing and says so
.shell cd build/out/import && mv clips away && mkdir clips
.read sql/import.sql
SELECT sum(gone) FROM article;
.print neither does a missing one
.shell cd build/out/import && rmdir clips
.read sql/import.sql
SELECT sum(gone) FROM article;
.print one root does not look at the articles of another
.shell cd build/out/import && mkdir clips other && mv away/c.jsonl clips/ && printf 'Another c.' > other/c.txt
INSERT INTO corpus(root) VALUES ('build/out/import/other');
UPDATE corpus SET root = 'build/out/import/other/nothing-here' WHERE id = 1;
.read sql/import.sql
SELECT corpus, count(*), sum(gone) FROM article GROUP BY corpus;
