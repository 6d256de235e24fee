-- Reads again what an older version of the rules or other names (my_name) have read: the rows of the view stale. Files that are
-- no longer there cannot be read again. What is new or changed is imported by the way, and corpus.batch holds here too.
-- Made from import.sql by reread.sh: do not edit.
DROP VIEW IF EXISTS temp.importing_run;       -- left over from a run that failed
DROP VIEW IF EXISTS temp.importing_corpus;
DROP VIEW IF EXISTS temp.importing_file;
DROP VIEW IF EXISTS temp.importing_incoming;
DROP VIEW IF EXISTS temp.importing_article;
DROP VIEW IF EXISTS temp.importing_store;
DROP VIEW IF EXISTS temp.importing_old;
DROP VIEW IF EXISTS temp.importing_alike;
DROP VIEW IF EXISTS temp.importing_common;
DROP VIEW IF EXISTS temp.importing_near;
DROP VIEW IF EXISTS temp.importing_joined;
DROP VIEW IF EXISTS temp.importing_left;
DROP VIEW IF EXISTS temp.importing_text;
DROP VIEW IF EXISTS temp.importing_found;
DROP VIEW IF EXISTS temp.importing_index;
DROP TABLE IF EXISTS temp.importing_guard;
DROP TABLE IF EXISTS temp.importing_list;
DROP TABLE IF EXISTS temp.importing_part;
DROP TABLE IF EXISTS temp.importing_known;
DROP TABLE IF EXISTS temp.importing_fresh;
DROP TABLE IF EXISTS temp.importing_field;
DROP TABLE IF EXISTS temp.importing_match;
DROP TABLE IF EXISTS temp.importing_quarter;
DROP TABLE IF EXISTS temp.importing_sketch;
DROP TABLE IF EXISTS temp.importing_idle;
DROP TABLE IF EXISTS temp.importing_line;

-- A TEMP table import_shard(k, n) made beforehand: this import reads only the k-th of n parts of each root, alike in bytes (sql/merge.sql).
CREATE TEMP TABLE IF NOT EXISTS import_shard(k INTEGER, n INTEGER);
CREATE TEMP TABLE importing_list(path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, error TEXT, state TEXT) WITHOUT ROWID;
CREATE TEMP TABLE importing_part(path TEXT, part INTEGER, outcome TEXT, PRIMARY KEY (path, part)) WITHOUT ROWID;
CREATE TEMP TABLE importing_known(id INTEGER PRIMARY KEY, story INTEGER);      -- of every article: its own row is large and far to read
CREATE TEMP TABLE importing_fresh(id INTEGER PRIMARY KEY, anchor TEXT, region TEXT);      -- stored, but without mentions and not yet in search
CREATE TEMP TABLE importing_field(field TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO importing_field VALUES ('alt_title'), ('body'), ('title');
CREATE TEMP TABLE importing_match(story INTEGER PRIMARY KEY);
CREATE TEMP TABLE importing_quarter(k INTEGER PRIMARY KEY);
INSERT INTO importing_quarter VALUES (0), (1), (2), (3);
CREATE TEMP TABLE importing_sketch(hash INTEGER PRIMARY KEY);
CREATE TEMP TABLE importing_idle(hash INTEGER PRIMARY KEY);                    -- hashes that say nothing, as long as no story changes
CREATE TEMP TABLE importing_line(line TEXT);

-- The tables must be gazette's own. (The triggers below could not even be compiled over others.)
CREATE TEMP TABLE importing_guard(x);
CREATE TEMP TRIGGER importing_guard_do BEFORE INSERT ON importing_guard BEGIN
  SELECT RAISE(ABORT, 'import: there is no table article here; read sql/schema.sql first')
    WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'article');
  SELECT RAISE(ABORT, 'import: this database has a table article that gazette did not make; nothing was changed, use another database')
    WHERE NOT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE name = 'article' AND sql LIKE '%made by gazette, schema%');
END;
INSERT INTO importing_guard VALUES (1);

-- The user's names, put into this connection's gazetteer as sql/open.sql does.
DELETE FROM gazetteer WHERE alias IN (SELECT alias FROM my_name WHERE action = 'drop');
INSERT INTO gazetteer(entity, type, alias, lang, ticker, qid, parent, context, not_in)
  SELECT entity, coalesce(type, 'org'), coalesce(alias, entity), lang, ticker, qid, parent, context, not_in FROM my_name
  WHERE coalesce(action, 'add') = 'add' AND (entity, coalesce(alias, entity)) NOT IN (SELECT entity, alias FROM gazetteer WHERE origin = 'user');

-- One text: its mentions. All tables are asked about the same text in a row, so that they share one analysis.
CREATE TEMP VIEW importing_found AS SELECT NULL AS article, NULL AS field, NULL AS text, NULL AS anchor, NULL AS region;
CREATE TEMP TRIGGER importing_found_do INSTEAD OF INSERT ON importing_found BEGIN
  INSERT INTO money_mention SELECT new.article, new.field, sentence, n, start, length, surface,
      amount, low, high, approx, currency, basis, hedge, per, restates, measure, entity, edtf
    FROM gazette_figures(new.text, new.anchor, new.region);
  INSERT INTO deal_mention SELECT new.article, new.field, sentence, n, start, length, surface, kind, actor, target,
      low, high, approx, currency, scope, round, percent, edtf, first_day, last_day, status, hedge, attributed_to
    FROM gazette_deals(new.text, new.anchor, new.region);
  INSERT INTO date_mention SELECT new.article, new.field, sentence, n, start, length, surface, edtf, first_day, last_day, precision, relative
    FROM gazette_dates(new.text, new.anchor, new.region);
  INSERT INTO entity_mention SELECT new.article, new.field, sentence, n, start, length, surface, entity, type, qid, ticker, parent, how
    FROM gazette_entities(new.text);
  INSERT INTO quantity_mention SELECT new.article, new.field, sentence, n, start, length, surface, value, low, high, unit, hedge
    FROM gazette_quantities(new.text);
  INSERT INTO quote_mention SELECT new.article, new.field, sentence, n, start, length, surface, quote, speaker, entity, cue, speaker_kind
    FROM gazette_quotes(new.text);
END;
CREATE TEMP VIEW importing_text AS SELECT NULL AS article, NULL AS field, NULL AS anchor, NULL AS region;
CREATE TEMP TRIGGER importing_text_do INSTEAD OF INSERT ON importing_text BEGIN
  INSERT INTO importing_found VALUES (new.article, new.field,
    (SELECT CASE new.field WHEN 'title' THEN title WHEN 'alt_title' THEN alt_title ELSE body END FROM article WHERE id = new.article), new.anchor, new.region);
END;

-- The version of an article that another is about to replace: all that the article's row led to is taken back.
CREATE TEMP VIEW importing_old AS SELECT NULL AS id;
CREATE TEMP TRIGGER importing_old_do INSTEAD OF INSERT ON importing_old WHEN new.id IS NOT NULL BEGIN
  INSERT INTO search(search, rowid, title, alt_title, body) SELECT 'delete', id, title, alt_title, body FROM article
    WHERE id = new.id AND id NOT IN (SELECT id FROM importing_fresh);
  DELETE FROM money_mention WHERE article = new.id;
  DELETE FROM deal_mention WHERE article = new.id;
  DELETE FROM date_mention WHERE article = new.id;
  DELETE FROM entity_mention WHERE article = new.id;
  DELETE FROM quantity_mention WHERE article = new.id;
  DELETE FROM quote_mention WHERE article = new.id;
  DELETE FROM story_band WHERE (band, value, article) IN
    (SELECT k.column1, a.simhash >> k.column1 * 16 & 65535, a.id FROM article a, (VALUES (0), (1), (2), (3)) k WHERE a.id = new.id);
  DELETE FROM story_sketch WHERE (hash, article) IN (SELECT s.hash, a.id FROM article a, gazette_sketch(a.body) s WHERE a.id = new.id);
  UPDATE importing_known SET story = (SELECT min(id) FROM article WHERE story = new.id AND id <> new.id)
    WHERE id IN (SELECT id FROM article WHERE story = new.id AND id <> new.id);
  UPDATE article SET story = (SELECT min(id) FROM article WHERE story = new.id AND id <> new.id) WHERE story = new.id AND id <> new.id;
  DELETE FROM importing_idle;
END;

-- The same story: whoever shares a band and differs in at most 3 bits, or shares two hashes of the sketch and, looked at as a whole,
-- half of the shorter one's shingles. A hash that stands in four different stories says nothing (a disclaimer): that is remembered, since
-- what comes after can only add to them. No look-up grows with the number of articles. What is seldom needed stands apart, behind conditions:
-- a statement that needs a table of its own for a while (or reads what the one before wrote) pays for that even if nothing comes of it,
-- and INSERT ... SELECT into a view always does, INSERT ... VALUES never.
CREATE TEMP VIEW importing_common AS SELECT NULL AS id;
CREATE TEMP TRIGGER importing_common_do INSTEAD OF INSERT ON importing_common
  WHEN EXISTS (SELECT 1 FROM importing_sketch i WHERE (SELECT article FROM story_sketch s WHERE s.hash = i.hash AND s.article <> new.id LIMIT 1 OFFSET 3) IS NOT NULL) BEGIN
  INSERT INTO importing_idle SELECT hash FROM importing_sketch i
    WHERE (SELECT article FROM story_sketch s WHERE s.hash = i.hash AND s.article <> new.id LIMIT 1 OFFSET 3) IS NOT NULL AND 4 <= (SELECT count(DISTINCT a.story) FROM
      (SELECT article FROM story_sketch s WHERE s.hash = i.hash AND s.article <> new.id LIMIT 30) s CROSS JOIN importing_known a WHERE a.id = s.article);
  DELETE FROM importing_sketch WHERE EXISTS (SELECT 1 FROM importing_idle c WHERE c.hash = importing_sketch.hash);
END;
CREATE TEMP VIEW importing_near AS SELECT NULL AS id, NULL AS body;
CREATE TEMP TRIGGER importing_near_do INSTEAD OF INSERT ON importing_near
  WHEN EXISTS (SELECT 1 FROM (SELECT s.article FROM importing_sketch i CROSS JOIN story_sketch s WHERE s.hash = i.hash AND s.article <> new.id LIMIT 4000)
    GROUP BY article HAVING count(*) >= 2) BEGIN
  INSERT OR IGNORE INTO importing_match SELECT m.story FROM
      (SELECT a.story, m.article, max(m.shared) FROM (SELECT article, count(*) AS shared FROM
          (SELECT s.article FROM importing_sketch i CROSS JOIN story_sketch s WHERE s.hash = i.hash AND s.article <> new.id LIMIT 4000)
          GROUP BY article HAVING shared >= 2) m CROSS JOIN importing_known a
        WHERE a.id = m.article AND a.story NOT IN (SELECT story FROM importing_match) GROUP BY a.story ORDER BY 3 DESC LIMIT 8) m CROSS JOIN article a
    WHERE a.id = m.article AND containment(a.body, new.body) >= 0.5;
END;
-- One article: the stories that it belongs to go into importing_match, its own marks to the others'. simhash: NULL when it is too short. known:
-- what stood in its place (sql/merge.sql: its id in the shard).
CREATE TEMP VIEW importing_alike AS SELECT NULL AS id, NULL AS known, NULL AS body, NULL AS simhash;
CREATE TEMP TRIGGER importing_alike_do INSTEAD OF INSERT ON importing_alike WHEN new.simhash IS NOT NULL BEGIN
  INSERT INTO story_band SELECT k, new.simhash >> k * 16 & 65535, new.id, new.simhash FROM importing_quarter;
  INSERT OR IGNORE INTO importing_match SELECT a.story FROM importing_quarter q CROSS JOIN story_band b CROSS JOIN importing_known a
    WHERE b.band = q.k AND b.value = new.simhash >> q.k * 16 & 65535 AND b.article <> new.id AND hamming(b.simhash, new.simhash) <= 3 AND a.id = b.article LIMIT 200;
  INSERT INTO story_sketch SELECT hash, new.id FROM gazette_sketch(new.body);
  INSERT INTO importing_common VALUES (new.id);
  INSERT INTO importing_near VALUES (new.id, new.body);
END;
-- Two stories that turn out to be one.
CREATE TEMP VIEW importing_joined AS SELECT NULL AS story;
CREATE TEMP TRIGGER importing_joined_do INSTEAD OF INSERT ON importing_joined WHEN (SELECT count(*) FROM importing_match) > 1 BEGIN
  UPDATE importing_known SET story = new.story WHERE id IN (SELECT id FROM article
    WHERE story IN (SELECT story FROM importing_match WHERE story > new.story));
  UPDATE article SET story = new.story WHERE story IN (SELECT story FROM importing_match WHERE story > new.story);
  DELETE FROM importing_idle;
END;

-- The mentions of some hundred articles, and then their words into the full-text index, in the order of their ids: what finders and index look
-- things up in is large; so it stays near to the processor, and is not driven out of its caches by the work on files and tables in between.
CREATE TEMP VIEW importing_index AS SELECT NULL AS go;
CREATE TEMP TRIGGER importing_index_do INSTEAD OF INSERT ON importing_index WHEN new.go BEGIN
  INSERT INTO importing_text SELECT f.id, k.field, f.anchor, f.region FROM importing_fresh f CROSS JOIN importing_field k CROSS JOIN article a
    WHERE a.id = f.id AND CASE k.field WHEN 'title' THEN a.title IS NOT NULL WHEN 'alt_title' THEN a.alt_title IS NOT NULL ELSE a.body IS NOT NULL END;
  INSERT INTO search(rowid, title, alt_title, body) SELECT f.id, title, alt_title, body FROM importing_fresh f CROSS JOIN article a ON a.id = f.id ORDER BY f.id;
  DELETE FROM importing_fresh;
END;

-- One article as it is to be stored under its id, in place of what stood there. comparable: long enough for near-duplicates.
CREATE TEMP VIEW importing_store AS SELECT NULL AS id, NULL AS known, NULL AS corpus, NULL AS path, NULL AS part,
  NULL AS title, NULL AS alt_title, NULL AS source, NULL AS site, NULL AS author, NULL AS editor,
  NULL AS published, NULL AS published_first, NULL AS published_last, NULL AS place, NULL AS url, NULL AS lang, NULL AS body, NULL AS flags,
  NULL AS charset, NULL AS size, NULL AS mtime, NULL AS sha256, NULL AS comparable, NULL AS run,
  NULL AS undecoded, NULL AS extra, NULL AS given, NULL AS overridden, NULL AS region, NULL AS raw, NULL AS anchor;
CREATE TEMP TRIGGER importing_store_do INSTEAD OF INSERT ON importing_store BEGIN
  INSERT INTO importing_old VALUES (new.known);
  DELETE FROM importing_match;
  DELETE FROM importing_sketch;
  INSERT INTO importing_sketch SELECT k.hash FROM gazette_sketch(new.body) k LEFT JOIN importing_idle i ON i.hash = k.hash      -- simhash is found with it
    WHERE new.comparable AND i.hash IS NULL;
  INSERT INTO importing_alike VALUES (new.id, new.known, new.body, iif(new.comparable, simhash(coalesce(new.body, '')), NULL));
  DELETE FROM importing_idle WHERE new.known IS NOT NULL;      -- what it is read in place of counts no longer
  INSERT OR REPLACE INTO article(id, corpus, path, part, title, alt_title, source, site, author, editor, published, published_first, published_last,
      place, url, lang, body, flags, charset, size, mtime, sha256, simhash, story, import_run, gone, undecoded, extra, given, overridden, checked)
    VALUES (new.id, new.corpus, new.path, new.part, new.title, new.alt_title, new.source, new.site, new.author, new.editor,
      new.published, new.published_first, new.published_last, new.place, new.url, new.lang, new.body, new.flags,
      new.charset, new.size, new.mtime, new.sha256, iif(new.comparable, simhash(coalesce(new.body, '')), NULL), coalesce((SELECT min(story) FROM importing_match), new.id), new.run, 0,
      new.undecoded, new.extra, new.given, new.overridden, new.run);
  INSERT OR REPLACE INTO importing_known VALUES (new.id, coalesce((SELECT min(story) FROM importing_match), new.id));
  INSERT INTO importing_joined VALUES ((SELECT min(story) FROM importing_match));
  INSERT OR REPLACE INTO importing_fresh VALUES (new.id, new.anchor, new.region);
  INSERT INTO importing_index VALUES (new.id % 256 = 0);
  INSERT OR REPLACE INTO article_raw SELECT new.id, new.raw WHERE new.raw IS NOT NULL;
  INSERT OR REPLACE INTO importing_part VALUES (new.path, new.part, iif(new.known IS NULL, 'added', 'changed'));
END;

-- One article as it was read: an error, the same as before, or to be stored. known: its id; same: nothing in it has changed.
-- Metadata that came with it (given) beats what the text says, and the user's override beats both; '' empties a field.
CREATE TEMP VIEW importing_article AS SELECT NULL AS corpus, NULL AS run, NULL AS path, NULL AS part, NULL AS known, NULL AS same, NULL AS error,
  NULL AS title, NULL AS alt_title, NULL AS source, NULL AS site, NULL AS author, NULL AS editor,
  NULL AS published, NULL AS published_first, NULL AS published_last, NULL AS place, NULL AS url, NULL AS lang, NULL AS body, NULL AS flags,
  NULL AS charset, NULL AS size, NULL AS mtime, NULL AS sha256, NULL AS undecoded, NULL AS extra, NULL AS given, NULL AS overridden,
  NULL AS fix, NULL AS region, NULL AS raw;
CREATE TEMP TRIGGER importing_article_error INSTEAD OF INSERT ON importing_article WHEN new.error IS NOT NULL BEGIN
  INSERT OR REPLACE INTO import_error(corpus, path, part, error, import_run) VALUES (new.corpus, new.path, new.part, new.error, new.run);
  INSERT OR REPLACE INTO importing_part VALUES (new.path, new.part, 'failed');
END;
CREATE TEMP TRIGGER importing_article_same INSTEAD OF INSERT ON importing_article WHEN new.error IS NULL AND new.same BEGIN
  UPDATE article SET size = new.size, mtime = new.mtime, gone = 0, checked = new.run WHERE id = new.known;
  INSERT OR REPLACE INTO importing_part VALUES (new.path, new.part, 'unchanged');
END;
CREATE TEMP TRIGGER importing_article_store INSTEAD OF INSERT ON importing_article WHEN new.error IS NULL AND NOT new.same BEGIN
  INSERT INTO importing_store VALUES (
    coalesce(new.known, (SELECT coalesce(max(id), 0) + 1 FROM article)), new.known, new.corpus, new.path, new.part,
    nullif(coalesce(new.fix ->> 'title', new.title), ''), nullif(coalesce(new.fix ->> 'alt_title', new.alt_title), ''),
    nullif(coalesce(new.fix ->> 'source', new.source), ''), nullif(coalesce(new.fix ->> 'site', new.site), ''),
    nullif(coalesce(new.fix ->> 'author', new.author), ''), nullif(coalesce(new.fix ->> 'editor', new.editor), ''),
    nullif(coalesce(new.fix ->> 'published', new.published), ''),
    CASE WHEN new.fix ->> 'published' IS NULL THEN new.published_first
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' THEN date(substr(new.fix ->> 'published', 1, 10), '+0 days')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' THEN date((new.fix ->> 'published') || '-01')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]' THEN (new.fix ->> 'published') || '-01-01' END,
    CASE WHEN new.fix ->> 'published' IS NULL THEN new.published_last
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' THEN date(substr(new.fix ->> 'published', 1, 10), '+0 days')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' THEN date((new.fix ->> 'published') || '-01', '+1 month', '-1 day')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]' THEN (new.fix ->> 'published') || '-12-31' END,
    nullif(coalesce(new.fix ->> 'place', new.place), ''), nullif(coalesce(new.fix ->> 'url', new.url), ''),
    nullif(coalesce(new.fix ->> 'lang', new.lang), ''), nullif(coalesce(new.fix ->> 'body', new.body), ''),
    nullif(coalesce(new.fix ->> 'flags', new.flags), ''),
    new.charset, new.size, new.mtime, new.sha256,
    length(CAST(new.body AS BLOB)) >= 150,
    new.run, new.undecoded, new.extra, new.given, new.overridden, nullif(coalesce(new.fix ->> 'region', new.region), ''), new.raw,
    -- the date by which relative ones are read; a given one that is no date is none
    CASE WHEN new.fix ->> 'published' IS NULL THEN new.published
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' THEN date(substr(new.fix ->> 'published', 1, 10), '+0 days')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' THEN strftime('%Y-%m', (new.fix ->> 'published') || '-01')
      WHEN new.fix ->> 'published' GLOB '[0-9][0-9][0-9][0-9]' THEN new.fix ->> 'published'
      WHEN new.fix ->> 'published' GLOB 'XXXX-[01][0-9]-[0-3][0-9]*' THEN 'XXXX' || strftime('-%m-%d', '2024' || substr(new.fix ->> 'published', 5, 6), '+0 days') END);
END;

-- The articles of a file that were not found in it again.
CREATE TEMP VIEW importing_left AS SELECT NULL AS corpus, NULL AS path;
CREATE TEMP TRIGGER importing_left_do INSTEAD OF INSERT ON importing_left
  WHEN EXISTS (SELECT 1 FROM article a WHERE a.corpus = new.corpus AND a.path = new.path AND a.gone = 0
    AND NOT EXISTS (SELECT 1 FROM importing_part p WHERE p.path = a.path AND p.part = a.part)) BEGIN
  INSERT INTO importing_part SELECT path, part, 'gone' FROM article
    WHERE corpus = new.corpus AND path = new.path AND gone = 0 AND part NOT IN (SELECT part FROM importing_part WHERE path = new.path)
      AND EXISTS (SELECT 1 FROM importing_part WHERE path = new.path) AND NOT EXISTS (SELECT 1 FROM importing_part WHERE path = new.path AND outcome = 'failed');
END;

-- One file of a corpus. again: read it even if its content is the same.
CREATE TEMP VIEW importing_file AS SELECT NULL AS corpus, NULL AS run, NULL AS root, NULL AS region, NULL AS charset, NULL AS keep_raw,
  NULL AS path, NULL AS again;
CREATE TEMP TRIGGER importing_file_do INSTEAD OF INSERT ON importing_file BEGIN
  DELETE FROM import_error WHERE corpus = new.corpus AND path = new.path;
  INSERT INTO importing_article
    SELECT new.corpus, new.run, r.path, r.part, a.id, a.id IS NOT NULL AND a.sha256 IS r.sha256 AND a.overridden IS r.fix AND NOT new.again, r.error,
      r.title, r.alt_title, r.source, r.site, r.author, r.editor, r.published, r.published_first, r.published_last,
      r.place, r.url, r.lang, r.body, r.flags, r.charset, r.size, r.mtime, r.sha256, r.undecoded, r.extra, NULL, r.fix, r.fix, new.region,
      iif(new.keep_raw, r.raw, NULL)
    FROM (SELECT *, iif(EXISTS (SELECT 1 FROM override WHERE path = new.path), (SELECT nullif(json_group_object(field, value), '{}')      -- a value for this part beats one for every part
        FROM (SELECT field, coalesce(value, '') AS value, max(part IS NOT NULL) FROM override WHERE path = new.path AND (part IS NULL OR part = f.part) GROUP BY field)), NULL) AS fix
        FROM gazette_read_articles(new.root, new.charset) f WHERE f.path = new.path) r
      LEFT JOIN article a ON a.corpus = new.corpus AND a.path = new.path AND a.part = r.part;
  INSERT INTO import_error(corpus, path, part, error, import_run)
    SELECT new.corpus, new.path, 0, 'no article in it', new.run WHERE NOT EXISTS (SELECT 1 FROM importing_part WHERE path = new.path);
  INSERT INTO importing_left VALUES (new.corpus, new.path);
END;

-- A row of incoming, whose columns are optional: a name that the table lacks is found in the row of NULLs around the subquery.
CREATE TEMP VIEW importing_incoming AS SELECT NULL AS corpus, NULL AS run, NULL AS again, NULL AS path, NULL AS part, NULL AS raw, NULL AS region, NULL AS given;
CREATE TEMP TRIGGER importing_incoming_do INSTEAD OF INSERT ON importing_incoming BEGIN
  DELETE FROM import_error WHERE corpus = new.corpus AND path = new.path AND part = new.part;
  INSERT INTO importing_article
    SELECT new.corpus, new.run, new.path, new.part, a.id,
      a.id IS NOT NULL AND (SELECT raw FROM article_raw WHERE article = a.id) IS new.raw AND a.given IS new.given AND a.overridden IS o.fix AND NOT new.again,
      CASE WHEN new.raw IS NULL OR new.raw = '' THEN 'no text' END,
      p.title, p.alt_title, p.source, p.site, p.author, p.editor, p.published, p.published_first, p.published_last,
      p.place, p.url, p.lang, p.body, p.flags, NULL, length(CAST(new.raw AS BLOB)), NULL, NULL, NULL, NULL, new.given, o.fix,
      iif(new.given IS NULL AND o.fix IS NULL, NULL, json_patch(coalesce(new.given, '{}'), coalesce(o.fix, '{}'))), new.region, new.raw
    FROM (SELECT nullif(json_group_object(field, value), '{}') AS fix
        FROM (SELECT field, coalesce(value, '') AS value, max(part IS NOT NULL) FROM override WHERE path = new.path AND (part IS NULL OR part = new.part) GROUP BY field)) o
      LEFT JOIN gazette_parse_article(new.raw) p
      LEFT JOIN article a ON a.corpus = new.corpus AND a.path = new.path AND a.part = new.part;
END;

-- One root: what is there, what of it is to be read, what is no longer there.
CREATE TEMP VIEW importing_corpus AS SELECT NULL AS id, NULL AS run, NULL AS root, NULL AS label, NULL AS region, NULL AS charset, NULL AS batch,
  NULL AS keep_raw, NULL AS again;
CREATE TEMP TRIGGER importing_corpus_do INSTEAD OF INSERT ON importing_corpus BEGIN
  DELETE FROM importing_list;
  DELETE FROM importing_part;
  INSERT INTO importing_list
    SELECT coalesce(l.path, ''), l.size, l.mtime, l.error,
      CASE WHEN l.path IS NULL THEN 'no root'
        WHEN l.error = 'unsupported format' THEN 'skipped'
        WHEN l.error IS NOT NULL THEN 'failed'
        WHEN l.path IN (SELECT path FROM import_error WHERE corpus = new.id) THEN 'retry'
        WHEN a.path IS NULL THEN 'new'
        WHEN a.gone OR a.size IS NOT l.size OR a.mtime IS NOT l.mtime THEN 'compare'
        WHEN l.mtime >= a.checked THEN 'recheck'             -- written in the very second in which it was read: time cannot tell
        WHEN a.overridden OR l.path IN (SELECT path FROM override) THEN 'recheck'
        WHEN new.again AND a.stale THEN 'again'
        ELSE 'same' END
    FROM gazette_list_files(new.root, 'row') l
      LEFT JOIN (SELECT x.path, max(x.gone) AS gone, max(x.size) AS size, max(x.mtime) AS mtime, max(x.overridden IS NOT NULL) AS overridden,
          min(CAST(strftime('%s', c.started) AS INTEGER)) AS checked,
          max(r.code IS NOT now.code OR r.data IS NOT now.data OR r.names IS NOT now.names) AS stale
        FROM article x JOIN import_run c ON c.id = x.checked JOIN import_run r ON r.id = x.import_run JOIN import_run now ON now.id = new.run
        WHERE x.corpus = new.id GROUP BY x.path) a ON a.path = l.path;
  DELETE FROM importing_list WHERE state <> 'no root' AND EXISTS (SELECT 1 FROM import_shard) AND path NOT IN (SELECT path FROM import_shard
    JOIN (SELECT path, own, sum(own) OVER (ORDER BY path) - own AS before, sum(own) OVER () AS total
      FROM (SELECT path, 1 + coalesce(size, 0) AS own FROM importing_list)) WHERE before * n / total = k - 1);
  DELETE FROM import_error WHERE corpus = new.id AND NOT EXISTS (SELECT 1 FROM importing_list WHERE state = 'no root') AND (path NOT IN (SELECT path FROM importing_list) OR path IN (SELECT path FROM importing_list WHERE state = 'failed'));
  INSERT INTO import_error(corpus, path, part, error, import_run) SELECT new.id, path, 0, error, new.run FROM importing_list WHERE state = 'failed';
  UPDATE importing_list SET state = 'later' WHERE state IN ('new', 'compare', 'again') AND path NOT IN
    (SELECT path FROM importing_list WHERE state IN ('new', 'compare', 'again') ORDER BY path LIMIT coalesce(nullif(new.batch, 0), -1));
  INSERT INTO importing_file SELECT new.id, new.run, new.root, new.region, new.charset, new.keep_raw, path,
      new.again AND (state = 'again' OR state IN ('compare', 'recheck') AND EXISTS (SELECT 1 FROM article a JOIN import_run r ON r.id = a.import_run JOIN import_run now ON now.id = new.run
        WHERE a.corpus = new.id AND a.path = l.path AND (r.code IS NOT now.code OR r.data IS NOT now.data OR r.names IS NOT now.names)))
    FROM importing_list l WHERE state IN ('retry', 'recheck', 'new', 'compare', 'again');
  -- gone: not listed, nor below a folder that could not be read
  INSERT INTO importing_part SELECT path, part, 'gone' FROM article a
    WHERE corpus = new.id AND gone = 0 AND NOT EXISTS (SELECT 1 FROM import_shard) AND path NOT IN (SELECT path FROM importing_list) AND EXISTS (SELECT 1 FROM importing_list WHERE state <> 'no root')
      AND NOT EXISTS (SELECT 1 FROM importing_list e WHERE e.state = 'failed' AND substr(a.path, 1, length(e.path) + 1) = e.path || '/');
  UPDATE article SET gone = 1 WHERE corpus = new.id AND (path, part) IN (SELECT path, part FROM importing_part WHERE outcome = 'gone');
  UPDATE import_run SET
      seen = seen + (SELECT count(*) FROM importing_list WHERE state NOT IN ('later', 'no root')),
      skipped = skipped + (SELECT count(*) FROM importing_list WHERE state = 'skipped'),
      failed = failed + (SELECT count(*) FROM importing_list WHERE state = 'failed' OR state IN ('retry', 'recheck', 'new', 'compare', 'again')
        AND path NOT IN (SELECT path FROM importing_part WHERE outcome IN ('added', 'changed', 'unchanged'))),
      added = added + (SELECT count(*) FROM importing_part WHERE outcome = 'added'),
      changed = changed + (SELECT count(*) FROM importing_part WHERE outcome = 'changed'),
      unchanged = unchanged + (SELECT count(*) FROM importing_part WHERE outcome = 'unchanged')
        + (SELECT count(*) FROM article WHERE corpus = new.id AND path IN (SELECT path FROM importing_list WHERE state = 'same')),
      gone = gone + (SELECT count(*) FROM importing_part WHERE outcome = 'gone'),
      remaining = remaining + (SELECT count(*) FROM importing_list WHERE state = 'later')
    WHERE id = new.run;
  INSERT INTO importing_line SELECT 'import: ' || new.root || ' has no files, nothing of it was changed' WHERE NOT EXISTS (SELECT 1 FROM importing_list) AND NOT EXISTS (SELECT 1 FROM import_shard);
  INSERT INTO importing_line SELECT 'import: ' || new.root || ' ' || error || ', nothing of it was changed' FROM importing_list WHERE state = 'no root';
END;

-- The whole run. again: also read what older rules or other names have read (sql/reread.sql).
CREATE TEMP VIEW importing_run AS SELECT NULL AS again;
CREATE TEMP TRIGGER importing_run_do INSTEAD OF INSERT ON importing_run BEGIN
  SELECT RAISE(ABORT, 'import: the search index was built with another version of the fold; rebuild it: INSERT INTO search(search) VALUES (''rebuild''); UPDATE gazette_schema SET value = gazette_debug() ->> ''$.fold'' WHERE key = ''fold'';')
    WHERE (SELECT value FROM gazette_schema WHERE key = 'fold') IS NOT gazette_debug() ->> '$.fold';
  SELECT RAISE(ABORT, 'import: names of my_name could not be put into the gazetteer (the message above says why)')
    WHERE EXISTS (SELECT 1 FROM my_name WHERE coalesce(action, 'add') = 'add' AND (entity, coalesce(alias, entity)) NOT IN (SELECT entity, alias FROM gazetteer WHERE origin = 'user'));
  DELETE FROM importing_known;
  INSERT INTO importing_known SELECT id, story FROM article ORDER BY id;
  INSERT INTO import_run(started, code, data, names, icu, sqlite, seen, read, added, changed, unchanged, gone, failed, skipped, remaining)
    SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), gazette_version('code'), gazette_version('data'),
      -- a hash of my_name that does not depend on the order of its rows
      printf('%d-%x', count(*), total((WITH RECURSIVE step(i, h) AS (SELECT 1, 17 UNION ALL
        SELECT i + 1, (h * 31 + unicode(substr(t, i, 1))) % 1099511627689 FROM step WHERE i <= length(t)) SELECT h FROM step ORDER BY i DESC LIMIT 1))),
      gazette_version('icu'), gazette_version('sqlite'), 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM (SELECT json_array(entity, type, alias, lang, ticker, qid, parent, context, not_in, action) AS t FROM my_name);
  INSERT INTO corpus(root, label, note) SELECT NULL, 'incoming', 'articles that came through the table incoming'
    WHERE EXISTS (SELECT 1 FROM incoming) AND NOT EXISTS (SELECT 1 FROM corpus WHERE root IS NULL);
  INSERT INTO importing_corpus SELECT id, (SELECT max(id) FROM import_run), root, label, region, charset, batch, keep_raw, new.again
    FROM corpus WHERE root IS NOT NULL ORDER BY id;
  DELETE FROM importing_part;
  INSERT INTO importing_incoming SELECT (SELECT min(id) FROM corpus WHERE root IS NULL), (SELECT max(id) FROM import_run), 0,
      coalesce((SELECT path FROM incoming WHERE rowid = i), (SELECT url FROM incoming WHERE rowid = i), 'row ' || i),
      coalesce((SELECT part FROM incoming WHERE rowid = i), 1), CAST((SELECT raw FROM incoming WHERE rowid = i) AS TEXT),
      coalesce((SELECT region FROM incoming WHERE rowid = i), (SELECT min(c.region) FROM corpus c WHERE c.root IS NULL)),
      nullif(json_patch('{}', json_object('title', (SELECT title FROM incoming WHERE rowid = i), 'alt_title', (SELECT alt_title FROM incoming WHERE rowid = i),
        'source', (SELECT source FROM incoming WHERE rowid = i), 'site', (SELECT site FROM incoming WHERE rowid = i),
        'author', (SELECT author FROM incoming WHERE rowid = i), 'editor', (SELECT editor FROM incoming WHERE rowid = i),
        'published', (SELECT published FROM incoming WHERE rowid = i), 'place', (SELECT place FROM incoming WHERE rowid = i),
        'url', (SELECT url FROM incoming WHERE rowid = i), 'lang', (SELECT lang FROM incoming WHERE rowid = i),
        'flags', (SELECT flags FROM incoming WHERE rowid = i))), '{}')
    FROM (SELECT NULL AS path, NULL AS part, NULL AS raw, NULL AS title, NULL AS alt_title, NULL AS source, NULL AS site, NULL AS author, NULL AS editor,
        NULL AS published, NULL AS place, NULL AS url, NULL AS lang, NULL AS flags, NULL AS region) nulls,
      (SELECT rowid AS i FROM incoming) rows ORDER BY i;
  -- what came that way before has no file to be read again, but its text was kept
  INSERT INTO importing_incoming SELECT a.corpus, now.id, 1, a.path, a.part, w.raw, c.region, a.given
    FROM corpus c JOIN article a ON a.corpus = c.id JOIN article_raw w ON w.article = a.id JOIN import_run r ON r.id = a.import_run
      JOIN (SELECT * FROM import_run ORDER BY id DESC LIMIT 1) now
    WHERE new.again AND c.root IS NULL AND (r.code IS NOT now.code OR r.data IS NOT now.data OR r.names IS NOT now.names);
  UPDATE import_run SET
      seen = seen + (SELECT count(*) FROM importing_part),
      failed = failed + (SELECT count(*) FROM importing_part WHERE outcome = 'failed'),
      added = added + (SELECT count(*) FROM importing_part WHERE outcome = 'added'),
      changed = changed + (SELECT count(*) FROM importing_part WHERE outcome = 'changed'),
      unchanged = unchanged + (SELECT count(*) FROM importing_part WHERE outcome = 'unchanged')
    WHERE id = (SELECT max(id) FROM import_run);
  UPDATE import_run SET read = seen - failed - skipped, finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = (SELECT max(id) FROM import_run);
  INSERT INTO importing_index VALUES (1);
  -- lines that recur in the stories of a source (its last 400 articles are looked at)
  DELETE FROM boilerplate_line WHERE source IN (SELECT source FROM article WHERE import_run = (SELECT max(id) FROM import_run));
  INSERT INTO boilerplate_line
    SELECT source, trim(replace(j.value, char(26), '\')) AS line, count(DISTINCT story), (SELECT max(id) FROM import_run)
    FROM (SELECT source, story, body, count(*) OVER (PARTITION BY source) AS articles FROM
        (SELECT source, story, id, row_number() OVER (PARTITION BY source ORDER BY id DESC) AS k FROM article
         WHERE gone = 0 AND source IN (SELECT source FROM article WHERE import_run = (SELECT max(id) FROM import_run))) JOIN article USING (id, source, story)
        WHERE k <= 400) a, json_each('[' || replace(json_quote(replace(a.body, '\', char(26))), '\n', '","') || ']') j
    WHERE length(j.value) BETWEEN 4 AND 200
    GROUP BY source, line HAVING count(DISTINCT story) >= max(4, max(articles) / 5);
  INSERT INTO importing_line SELECT 'import: the table corpus is empty; name a folder: INSERT INTO corpus(root) VALUES (''folder'')' WHERE NOT EXISTS (SELECT 1 FROM corpus);
  INSERT INTO importing_line SELECT printf('import: %d files: %d read, %d failed, %d skipped', seen, read, failed, skipped)
      || iif(remaining, printf('; %d left for the next run', remaining), '') FROM import_run ORDER BY id DESC LIMIT 1;
END;

INSERT INTO importing_run VALUES (1);

SELECT line AS import FROM importing_line UNION ALL SELECT 'import: failed, nothing was changed' WHERE NOT EXISTS (SELECT 1 FROM importing_line);

DROP VIEW temp.importing_run;
DROP VIEW temp.importing_corpus;
DROP VIEW temp.importing_file;
DROP VIEW temp.importing_incoming;
DROP VIEW temp.importing_article;
DROP VIEW temp.importing_store;
DROP VIEW temp.importing_old;
DROP VIEW temp.importing_alike;
DROP VIEW temp.importing_common;
DROP VIEW temp.importing_near;
DROP VIEW temp.importing_joined;
DROP VIEW temp.importing_left;
DROP VIEW temp.importing_text;
DROP VIEW temp.importing_found;
DROP VIEW temp.importing_index;
DROP TABLE temp.importing_guard;
DROP TABLE temp.importing_list;
DROP TABLE temp.importing_part;
DROP TABLE temp.importing_known;
DROP TABLE temp.importing_fresh;
DROP TABLE temp.importing_field;
DROP TABLE temp.importing_match;
DROP TABLE temp.importing_quarter;
DROP TABLE temp.importing_sketch;
DROP TABLE temp.importing_idle;
DROP TABLE temp.importing_line;
DROP TABLE temp.import_shard;
