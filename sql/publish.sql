-- Writes a copy of the database for people who do not have the extension. Its table `search` uses SQLite's own tokenizer trigram
-- (three characters and more), everything else is as it was. To choose the file, or to leave out bodies and raw texts (the clauses, names and
-- sums in the mention tables stay):
--   CREATE TEMP TABLE publish AS SELECT 'copy.db' AS file, 0 AS bodies;
-- Without that table it writes gazette-publish.db with bodies. An existing file is never touched. Needs the extension here (the old
-- search table cannot be dropped without its tokenizer), not there. Not within a transaction.

CREATE TEMP TABLE publishing(file TEXT, bodies INTEGER, token TEXT, done INTEGER DEFAULT 0);
-- a table publish that lacks the column bodies, or is not there at all, means 1
CREATE TABLE IF NOT EXISTS publish(file TEXT, bodies INTEGER);
INSERT INTO publishing(file, bodies, token)
  SELECT coalesce((SELECT file FROM publish), 'gazette-publish.db'), coalesce((SELECT (SELECT bodies FROM publish) FROM (SELECT NULL AS bodies)), 1), hex(randomblob(16));
DROP TABLE IF EXISTS main.publish;

-- The copy carries a token, so that what follows can tell it from a file that was there before.
INSERT OR REPLACE INTO gazette_schema SELECT 'publishing', token FROM publishing;
VACUUM INTO (SELECT file FROM publishing);
ATTACH (SELECT file FROM publishing) AS publish_check;
UPDATE publishing SET done = 1 WHERE token = (SELECT value FROM publish_check.gazette_schema WHERE key = 'publishing');
DETACH publish_check;
DELETE FROM gazette_schema WHERE key = 'publishing';
ATTACH (SELECT iif(done, file, ':memory:') FROM publishing) AS published;

-- (these are there already, unless nothing could be written and all of this happens in memory)
CREATE TABLE IF NOT EXISTS published.article(id INTEGER PRIMARY KEY, title, alt_title, body);
CREATE TABLE IF NOT EXISTS published.article_raw(article INTEGER PRIMARY KEY, raw);
CREATE TABLE IF NOT EXISTS published.gazette_schema(key, value);

DROP TABLE IF EXISTS published.search;
DELETE FROM published.gazette_schema WHERE key IN ('publishing', 'fold');
DELETE FROM published.article_raw WHERE NOT (SELECT bodies FROM publishing);
UPDATE published.article SET body = NULL WHERE NOT (SELECT bodies FROM publishing);
CREATE VIRTUAL TABLE published.search USING fts5(title, alt_title, body, content='article', content_rowid='id', tokenize='trigram');
INSERT INTO published.search(search) VALUES ('rebuild');
INSERT INTO published.search(search, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0)');
VACUUM published;

SELECT iif(done, printf('publish: %s: %d articles', file, (SELECT count(*) FROM main.article)) || iif(bodies, '', ', without bodies'),
  'publish: nothing was written') AS publish FROM publishing;
DETACH published;
DROP TABLE temp.publishing;
