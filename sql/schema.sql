-- The stored tables of gazette. Plain tables: any tool can read them without the extension, except `search`, whose tokenizer is
-- gazette's. Needs the extension loaded; running it again changes nothing. Then: INSERT INTO corpus(root) VALUES ('my folder');
-- and read sql/import.sql. sql/views.sql adds the views.
SAVEPOINT gazette_schema;

-- One row a folder (or file, or glob) to import. batch: at most so many new or changed files a run. keep_raw: 1 keeps the decoded
-- text in article_raw. region (US, TW, HK, JP, ...) settles $, 元 and ¥; charset overrules detection. root NULL: the articles that
-- came through the table incoming.
CREATE TABLE IF NOT EXISTS corpus(
  id INTEGER PRIMARY KEY, root TEXT UNIQUE, label TEXT, region TEXT, charset TEXT, batch INTEGER, note TEXT,
  keep_raw INTEGER NOT NULL DEFAULT 0
);

-- One row an article, found again by (corpus, path, part). gone: 1 when its file is no longer there. story: the lowest id among its
-- near-duplicates. import_run: the run that read it last; checked: the one
-- that compared it last. given, overridden: metadata that came with it or from `override` (JSON).
CREATE TABLE IF NOT EXISTS article(
  -- made by gazette, schema 1
  id INTEGER PRIMARY KEY, corpus INTEGER NOT NULL, path TEXT NOT NULL, part INTEGER NOT NULL,
  title TEXT, alt_title TEXT, source TEXT, site TEXT, author TEXT, editor TEXT,
  published TEXT, published_first TEXT, published_last TEXT, place TEXT, url TEXT, lang TEXT, body TEXT, flags TEXT,
  charset TEXT, size INTEGER, mtime INTEGER, sha256 TEXT, simhash INTEGER, story INTEGER, import_run INTEGER,
  gone INTEGER NOT NULL DEFAULT 0,
  undecoded INTEGER, extra TEXT, given TEXT, overridden TEXT, checked INTEGER,
  UNIQUE (corpus, path, part), UNIQUE (story, id)
);
CREATE TABLE IF NOT EXISTS article_raw(article INTEGER PRIMARY KEY, raw TEXT);

-- Mentions. substr(F, start, length) = surface, where F is the article's column that `field` names; `sentence` counts as
-- sentences(F) does. The other columns are those of figures(), entities(), dates(), quantities(), quotes() and deals().
CREATE TABLE IF NOT EXISTS money_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  amount, low, high, approx, currency TEXT, basis TEXT, hedge TEXT, per TEXT, restates INTEGER, measure TEXT, entity TEXT, edtf TEXT,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS entity_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  entity TEXT, type TEXT, qid TEXT, ticker TEXT, parent TEXT, how TEXT,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS date_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  edtf TEXT, first_day TEXT, last_day TEXT, precision TEXT, relative INTEGER,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quantity_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  value, low, high, unit TEXT, hedge TEXT,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quote_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  quote TEXT, speaker TEXT, entity TEXT, cue TEXT, speaker_kind TEXT,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS deal_mention(
  article INTEGER, field TEXT, sentence INTEGER, n INTEGER, start INTEGER, length INTEGER, surface TEXT,
  kind TEXT, actor TEXT, target TEXT, low, high, approx, currency TEXT, scope TEXT, round TEXT, percent,
  edtf TEXT, first_day TEXT, last_day TEXT, status TEXT, hedge TEXT, attributed_to TEXT,
  PRIMARY KEY (article, field, n)
) WITHOUT ROWID;

-- Full text. Its rows are kept in step by the import, not by triggers; the title counts eight times the body in bm25.
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(title, alt_title, body, content='article', content_rowid='id', tokenize='gazette');
INSERT INTO search(search, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0)');

-- What an import says about itself. import_error holds what could not be read in the last run that tried.
CREATE TABLE IF NOT EXISTS import_run(
  id INTEGER PRIMARY KEY, started TEXT, finished TEXT, code TEXT, data TEXT, names TEXT, icu TEXT, sqlite TEXT,
  seen INTEGER, read INTEGER, added INTEGER, changed INTEGER, unchanged INTEGER, gone INTEGER, failed INTEGER, skipped INTEGER,
  remaining INTEGER
);
CREATE TABLE IF NOT EXISTS import_error(
  corpus INTEGER NOT NULL, path TEXT NOT NULL, error TEXT, part INTEGER NOT NULL DEFAULT 0, import_run INTEGER, PRIMARY KEY (corpus, path, part)
) WITHOUT ROWID;
-- Lines that recur across the stories of one source; the view article_body leaves them out.
CREATE TABLE IF NOT EXISTS boilerplate_line(
  source TEXT NOT NULL, line TEXT NOT NULL, articles INTEGER, import_run INTEGER, PRIMARY KEY (source, line)
) WITHOUT ROWID;
-- Where near-duplicates are looked up: each fingerprint in four bands of 16 bits; two that differ in at most 3 bits share a band.
CREATE TABLE IF NOT EXISTS story_band(
  band INTEGER, value INTEGER, article INTEGER, simhash INTEGER, PRIMARY KEY (band, value, article)
) WITHOUT ROWID;
-- And the sketch of each body: for reposts that are cut, edited, or stand in other chrome.
CREATE TABLE IF NOT EXISTS story_sketch(
  hash INTEGER, article INTEGER, PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gazette_schema(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
INSERT OR IGNORE INTO gazette_schema VALUES ('schema', 1), ('fold', gazette_debug() ->> '$.fold');

-- An empty stand-in: articles that are in a table already come in through a TEMP table of this name, with any of these columns.
CREATE TABLE IF NOT EXISTS incoming(
  path TEXT, part INTEGER, raw TEXT, title TEXT, alt_title TEXT, source TEXT, site TEXT, author TEXT, editor TEXT,
  published TEXT, place TEXT, url TEXT, lang TEXT, flags TEXT, region TEXT
);

-- The user's own; nothing here ever overwrites them.
-- my_name: names to add (action 'add' or NULL) or built-in aliases to drop (action 'drop').
CREATE TABLE IF NOT EXISTS my_name(
  entity TEXT, type TEXT, alias TEXT, lang TEXT, ticker TEXT, qid TEXT, parent TEXT, context TEXT, not_in TEXT, action TEXT
);
-- override: what a field of an article is to be (value NULL empties it); part NULL means every part.
CREATE TABLE IF NOT EXISTS override(
  path TEXT NOT NULL, part INTEGER, field TEXT NOT NULL, value TEXT, note TEXT,
  CONSTRAINT "override.field is title, alt_title, source, site, author, editor, published, place, url, lang, body, flags or region" CHECK
    (field IN ('title', 'alt_title', 'source', 'site', 'author', 'editor', 'published', 'place', 'url', 'lang', 'body', 'flags', 'region'))
);
CREATE INDEX IF NOT EXISTS override_path ON override(path);
-- review: what a person says of a mention. kind: deal, money, entity, date, quantity, quote. verdict: right, wrong, or corrected with
-- field and value. start NULL: every mention with that surface.
CREATE TABLE IF NOT EXISTS review(
  path TEXT, part INTEGER, kind TEXT, start INTEGER, surface TEXT, verdict TEXT, field TEXT, value TEXT, note TEXT
);
CREATE INDEX IF NOT EXISTS review_path ON review(path);
-- fx: what one unit of a currency was worth in US dollars on a day.
CREATE TABLE IF NOT EXISTS fx(date TEXT, currency TEXT, usd REAL);

-- A table of another maker under our name: everything above is taken back.
CREATE TEMP TABLE IF NOT EXISTS schema_check(x);
CREATE TEMP TRIGGER IF NOT EXISTS schema_refuse AFTER INSERT ON schema_check
WHEN NOT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'article' AND sql LIKE '%made by gazette, schema%')
BEGIN
  SELECT RAISE(ROLLBACK, 'schema: this database has a table article that gazette did not make; nothing was changed, use another database');
END;
INSERT INTO schema_check VALUES (1);
DROP TABLE IF EXISTS temp.schema_check;
RELEASE gazette_schema;
