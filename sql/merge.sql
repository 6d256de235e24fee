-- Takes the articles of another database, attached as `shard`, into this one: what two processes have imported at the same time from two
-- parts of the same roots becomes what one import would have made, row for row, when the parts are merged in their order:
--
--   one.db:  CREATE TEMP TABLE import_shard AS SELECT 1 AS k, 2 AS n;  .read sql/import.sql
--   two.db:  CREATE TEMP TABLE import_shard AS SELECT 2 AS k, 2 AS n;  .read sql/import.sql      (at the same time)
--   one.db:  ATTACH 'two.db' AS shard;  .read sql/merge.sql
--
-- sql/parallel.sh does all of it. The parts begin with the same corpus, my_name and override; two.db is of no use afterwards. (With several
-- roots the ids are given in another order than one import gives them.) Mentions are copied; search and stories, which hang on what came
-- before, are made as the import makes them. One statement does the work, so that an error anywhere leaves this database as it was.
-- Made from import.sql by merge.sh: do not edit.
PRAGMA cache_size = -65536;
DROP VIEW IF EXISTS temp.merging;       -- left over from a merge that failed
DROP VIEW IF EXISTS temp.merging_article;
DROP TABLE IF EXISTS temp.merging_id;
DROP TABLE IF EXISTS temp.merging_sketch;
DROP VIEW IF EXISTS temp.importing_store;
DROP VIEW IF EXISTS temp.importing_alike;
DROP VIEW IF EXISTS temp.importing_common;
DROP VIEW IF EXISTS temp.importing_near;
DROP VIEW IF EXISTS temp.importing_joined;
DROP VIEW IF EXISTS temp.importing_index;
DROP TABLE IF EXISTS temp.importing_known;
DROP TABLE IF EXISTS temp.importing_fresh;
DROP TABLE IF EXISTS temp.importing_match;
DROP TABLE IF EXISTS temp.importing_quarter;
DROP TABLE IF EXISTS temp.importing_sketch;
DROP TABLE IF EXISTS temp.importing_idle;
DROP TABLE IF EXISTS temp.importing_line;

CREATE TEMP TABLE importing_known(id INTEGER PRIMARY KEY, story INTEGER);      -- of every article: its own row is large and far to read
CREATE TEMP TABLE importing_fresh(id INTEGER PRIMARY KEY, anchor TEXT, region TEXT);      -- stored, but without mentions and not yet in search
CREATE TEMP TABLE importing_match(story INTEGER PRIMARY KEY);
CREATE TEMP TABLE importing_quarter(k INTEGER PRIMARY KEY);
INSERT INTO importing_quarter VALUES (0), (1), (2), (3);
CREATE TEMP TABLE importing_sketch(hash INTEGER PRIMARY KEY);
CREATE TEMP TABLE importing_idle(hash INTEGER PRIMARY KEY);                    -- hashes that say nothing, as long as no story changes
CREATE TEMP TABLE importing_line(line TEXT);
CREATE TEMP TABLE merging_id(old INTEGER PRIMARY KEY, new INTEGER);
CREATE TEMP TABLE merging_sketch(article INTEGER, hash INTEGER, PRIMARY KEY (article, hash)) WITHOUT ROWID;

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
  INSERT INTO story_sketch SELECT hash, new.id FROM merging_sketch WHERE article = new.known;
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

-- The words of some hundred articles go into the full-text index at a time, in the order of their ids: what finders and index look
-- things up in is large; so it stays near to the processor, and is not driven out of its caches by the work on files and tables in between.
CREATE TEMP VIEW importing_index AS SELECT NULL AS go;
CREATE TEMP TRIGGER importing_index_do INSTEAD OF INSERT ON importing_index WHEN new.go BEGIN
  INSERT INTO search(rowid, title, alt_title, body) SELECT f.id, title, alt_title, body FROM importing_fresh f CROSS JOIN article a ON a.id = f.id ORDER BY f.id;
  DELETE FROM importing_fresh;
END;

-- One article as it is to be stored under its id, in place of what stood there. known: its id in the shard; comparable: its simhash.
CREATE TEMP VIEW importing_store AS SELECT NULL AS id, NULL AS known, NULL AS corpus, NULL AS path, NULL AS part,
  NULL AS title, NULL AS alt_title, NULL AS source, NULL AS site, NULL AS author, NULL AS editor,
  NULL AS published, NULL AS published_first, NULL AS published_last, NULL AS place, NULL AS url, NULL AS lang, NULL AS body, NULL AS flags,
  NULL AS charset, NULL AS size, NULL AS mtime, NULL AS sha256, NULL AS comparable, NULL AS run,
  NULL AS undecoded, NULL AS extra, NULL AS given, NULL AS overridden, NULL AS region, NULL AS raw, NULL AS anchor;
CREATE TEMP TRIGGER importing_store_do INSTEAD OF INSERT ON importing_store BEGIN
  DELETE FROM importing_match;
  DELETE FROM importing_sketch;
  INSERT INTO importing_sketch SELECT k.hash FROM merging_sketch k LEFT JOIN importing_idle i ON i.hash = k.hash
    WHERE k.article = new.known AND i.hash IS NULL;
  INSERT INTO importing_alike VALUES (new.id, new.known, new.body, new.comparable);
  INSERT OR REPLACE INTO article(id, corpus, path, part, title, alt_title, source, site, author, editor, published, published_first, published_last,
      place, url, lang, body, flags, charset, size, mtime, sha256, simhash, story, import_run, gone, undecoded, extra, given, overridden, checked)
    VALUES (new.id, new.corpus, new.path, new.part, new.title, new.alt_title, new.source, new.site, new.author, new.editor,
      new.published, new.published_first, new.published_last, new.place, new.url, new.lang, new.body, new.flags,
      new.charset, new.size, new.mtime, new.sha256, new.comparable, coalesce((SELECT min(story) FROM importing_match), new.id), new.run, 0,
      new.undecoded, new.extra, new.given, new.overridden, new.run);
  INSERT OR REPLACE INTO importing_known VALUES (new.id, coalesce((SELECT min(story) FROM importing_match), new.id));
  INSERT INTO importing_joined VALUES ((SELECT min(story) FROM importing_match));
  INSERT OR REPLACE INTO importing_fresh VALUES (new.id, new.anchor, new.region);
  INSERT INTO importing_index VALUES (new.id % 256 = 0);
  INSERT OR REPLACE INTO article_raw SELECT new.id, new.raw WHERE new.raw IS NOT NULL;
END;

CREATE TEMP VIEW merging_article AS SELECT NULL AS old, NULL AS new;
CREATE TEMP TRIGGER merging_article_do INSTEAD OF INSERT ON merging_article BEGIN
  INSERT INTO importing_store(id, known, corpus, path, part, title, alt_title, source, site, author, editor, published, published_first, published_last, place, url, lang,
      body, flags, charset, size, mtime, sha256, comparable, run, undecoded, extra, given, overridden, raw)
    SELECT new.new, a.id, (SELECT id FROM corpus c WHERE c.root IS s.root), a.path, a.part, a.title, a.alt_title, a.source, a.site, a.author, a.editor,
      a.published, a.published_first, a.published_last, a.place, a.url, a.lang, a.body, a.flags, a.charset, a.size, a.mtime, a.sha256, a.simhash,
      (SELECT max(id) FROM import_run), a.undecoded, a.extra, a.given, a.overridden, (SELECT raw FROM shard.article_raw WHERE article = a.id)
    FROM shard.article a JOIN shard.corpus s ON s.id = a.corpus WHERE a.id = new.old;
END;

CREATE TEMP VIEW merging AS SELECT NULL AS go;
CREATE TEMP TRIGGER merging_do INSTEAD OF INSERT ON merging BEGIN
  SELECT RAISE(ABORT, 'merge: the shard must be what one import into an empty database has made, and this database must have an import, too')
    WHERE (SELECT count(*) FROM shard.import_run) <> 1 OR NOT EXISTS (SELECT 1 FROM import_run);
  SELECT RAISE(ABORT, 'merge: the shard was read with other rules, names or versions than this database')
    FROM shard.import_run s, (SELECT * FROM import_run ORDER BY id DESC LIMIT 1) m
    WHERE (s.code, s.data, s.names, s.icu, s.sqlite) IS NOT (m.code, m.data, m.names, m.icu, m.sqlite)
      OR (SELECT value FROM shard.gazette_schema WHERE key = 'fold') IS NOT (SELECT value FROM gazette_schema WHERE key = 'fold')
      OR (SELECT value FROM gazette_schema WHERE key = 'fold') IS NOT gazette_debug() ->> '$.fold';
  SELECT RAISE(ABORT, 'merge: there are articles of the shard in this database already')
    FROM shard.article a JOIN shard.corpus s ON s.id = a.corpus JOIN corpus c ON c.root IS s.root JOIN article b ON b.corpus = c.id AND b.path = a.path AND b.part = a.part;
  INSERT INTO corpus(root, label, region, charset, batch, note, keep_raw) SELECT root, label, region, charset, batch, note, keep_raw
    FROM shard.corpus s WHERE NOT EXISTS (SELECT 1 FROM corpus c WHERE c.root IS s.root) ORDER BY id;
  INSERT INTO importing_known SELECT id, story FROM article ORDER BY id;
  INSERT INTO merging_sketch SELECT article, hash FROM shard.story_sketch ORDER BY article, hash;
  INSERT INTO merging_id SELECT id, (SELECT coalesce(max(id), 0) FROM article) + row_number() OVER (ORDER BY id) FROM shard.article ORDER BY id;
  INSERT INTO merging_article SELECT old, new FROM merging_id ORDER BY old;
  INSERT INTO importing_index VALUES (1);
  INSERT INTO money_mention SELECT i.new, field, sentence, n, start, length, surface, amount, low, high, approx, currency, basis, hedge, per, restates, measure, entity, edtf
    FROM shard.money_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO deal_mention SELECT i.new, field, sentence, n, start, length, surface, kind, actor, target, low, high, approx, currency, scope, round, percent, edtf, first_day, last_day, status, hedge, attributed_to
    FROM shard.deal_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO date_mention SELECT i.new, field, sentence, n, start, length, surface, edtf, first_day, last_day, precision, relative
    FROM shard.date_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO entity_mention SELECT i.new, field, sentence, n, start, length, surface, entity, type, qid, ticker, parent, how
    FROM shard.entity_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO quantity_mention SELECT i.new, field, sentence, n, start, length, surface, value, low, high, unit, hedge
    FROM shard.quantity_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO quote_mention SELECT i.new, field, sentence, n, start, length, surface, quote, speaker, entity, cue, speaker_kind
    FROM shard.quote_mention m CROSS JOIN merging_id i ON i.old = m.article;
  INSERT INTO import_error(corpus, path, part, error, import_run) SELECT c.id, e.path, e.part, e.error, (SELECT max(id) FROM import_run)
    FROM shard.import_error e JOIN shard.corpus s ON s.id = e.corpus JOIN corpus c ON c.root IS s.root;
  -- one import in two places: its counts together
  UPDATE import_run SET (finished, seen, read, added, changed, unchanged, gone, failed, skipped, remaining) = (SELECT max(s.finished, import_run.finished),
      s.seen + import_run.seen, s.read + import_run.read, s.added + import_run.added, s.changed + import_run.changed, s.unchanged + import_run.unchanged,
      s.gone + import_run.gone, s.failed + import_run.failed, s.skipped + import_run.skipped, s.remaining + import_run.remaining FROM shard.import_run s)
    WHERE id = (SELECT max(id) FROM import_run);
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
  INSERT INTO importing_line SELECT printf('merge: %d articles, %d of them now', (SELECT count(*) FROM article), (SELECT count(*) FROM merging_id));
END;

INSERT INTO merging VALUES (1);

SELECT line AS merge FROM importing_line UNION ALL SELECT 'merge: failed, nothing was changed' WHERE NOT EXISTS (SELECT 1 FROM importing_line);

DROP VIEW temp.merging;
DROP VIEW temp.merging_article;
DROP TABLE temp.merging_id;
DROP TABLE temp.merging_sketch;
DROP VIEW temp.importing_store;
DROP VIEW temp.importing_alike;
DROP VIEW temp.importing_common;
DROP VIEW temp.importing_near;
DROP VIEW temp.importing_joined;
DROP VIEW temp.importing_index;
DROP TABLE temp.importing_known;
DROP TABLE temp.importing_fresh;
DROP TABLE temp.importing_match;
DROP TABLE temp.importing_quarter;
DROP TABLE temp.importing_sketch;
DROP TABLE temp.importing_idle;
DROP TABLE temp.importing_line;
