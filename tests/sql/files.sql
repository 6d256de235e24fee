.load ./gazette
-- the declared columns, in order
SELECT group_concat(name, ' ') FROM pragma_table_xinfo('read_articles') WHERE hidden = 0;
SELECT group_concat(name, ' ') FROM pragma_table_xinfo('list_files') WHERE hidden = 0;
-- a bad root is an error that names function, argument and value
SELECT * FROM read_articles('tests/pages/no-such-folder');
SELECT * FROM list_files('tests/pages/no-such-folder');
SELECT * FROM read_articles(NULL);
SELECT * FROM read_articles('');
SELECT * FROM read_articles('tests/records', 'ebcdic-nonsense');
SELECT * FROM read_articles('tests/records', NULL, 0);
SELECT * FROM read_articles;
-- what is no format of ours still gives its row
SELECT path, part, error FROM read_articles('tests/records') WHERE error IS NOT NULL;
SELECT path, format, error FROM list_files('tests/records');
SELECT count(*) = (SELECT count(DISTINCT path) FROM read_articles('tests/records')) FROM list_files('tests/records');
-- JSONL: given metadata beats guesses, what has no use goes to extra
.mode quote
SELECT part, title, source, author, published, url, lang, replace(raw, char(10), ' | '), extra FROM read_articles('tests/records/a.jsonl') WHERE error IS NULL;
SELECT json_extract(extra, '$.tags[1]') FROM read_articles('tests/records/a.jsonl') WHERE part = 1;
-- WET: conversion records only
SELECT part, url, replace(raw, char(10), ' | '), extra FROM read_articles('tests/records/c.wet');
-- part, size, hash of a record
SELECT path, part, size, sha256 FROM read_articles('tests/records', 'utf-8') WHERE path IN ('a.jsonl', 'b.txt');
-- never from a view of the schema
CREATE VIEW peek AS SELECT raw FROM read_articles('tests/records/b.txt');
PRAGMA trusted_schema = OFF;
SELECT * FROM peek;
PRAGMA trusted_schema = ON;
SELECT * FROM peek;
