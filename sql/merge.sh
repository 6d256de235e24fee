#!/usr/bin/env bash
# Writes sql/merge.sql: how the import stores an article and finds its story, fed from another database instead of from files. One script must
# do its work alone in any client, so that text is there twice; it is changed in import.sql only. Usage: sql/merge.sh (tests check that it has been run)
cd "$(dirname "$0")" || exit 1
{
  cat <<'SQL'
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
SQL
  names='known fresh match quarter sketch idle line'
  views='store alike common near joined index'
  for v in $views; do echo "DROP VIEW IF EXISTS temp.importing_$v;"; done
  for t in $names; do echo "DROP TABLE IF EXISTS temp.importing_$t;"; done
  echo
  for t in $names; do sed -n "/^CREATE TEMP TABLE importing_$t(/p; /^INSERT INTO importing_$t VALUES/p" import.sql; done
  cat <<'SQL'
CREATE TEMP TABLE merging_id(old INTEGER PRIMARY KEY, new INTEGER);
CREATE TEMP TABLE merging_sketch(article INTEGER, hash INTEGER, PRIMARY KEY (article, hash)) WITHOUT ROWID;

SQL
  # known is the id in the shard, comparable the simhash found there
  sed -n '/^-- The same story: whoever shares a band/,/^-- One article as it was read/p' import.sql | sed '$d' |
    sed -e '/INSERT INTO importing_old /d; /INTO importing_part /d' -e '/^  INSERT INTO importing_text /,/;$/d' \
      -e 's/^-- The mentions of some hundred articles, and then their words into the full-text index,/-- The words of some hundred articles go into the full-text index at a time,/' \
      -e '/DELETE FROM importing_idle WHERE new.known/d' -e "s/iif(new.comparable, simhash(coalesce(new.body, '')), NULL)/new.comparable/g" \
      -e 's/gazette_sketch(new.body) k \(.*[^ ]\)  *--.*/merging_sketch k \1/; s/WHERE new.comparable AND i/WHERE k.article = new.known AND i/; s/gazette_sketch(new.body);/merging_sketch WHERE article = new.known;/' \
      -e 's/comparable: long enough for near-duplicates\./known: its id in the shard; comparable: its simhash./'
  cat <<'SQL'
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
SQL
  for t in money deal date entity quantity quote; do
    columns=$(sed -n "/INSERT INTO ${t}_mention SELECT/,/FROM gazette/p" import.sql | tr '\n' ' ' | sed -e 's/.*new.field, //' -e 's/ FROM gazette.*//' -e 's/  */ /g' -e 's/ $//')
    echo "  INSERT INTO ${t}_mention SELECT i.new, field, $columns"
    echo "    FROM shard.${t}_mention m CROSS JOIN merging_id i ON i.old = m.article;"
  done
  cat <<'SQL'
  INSERT INTO import_error(corpus, path, part, error, import_run) SELECT c.id, e.path, e.part, e.error, (SELECT max(id) FROM import_run)
    FROM shard.import_error e JOIN shard.corpus s ON s.id = e.corpus JOIN corpus c ON c.root IS s.root;
  -- one import in two places: its counts together
  UPDATE import_run SET (finished, seen, read, added, changed, unchanged, gone, failed, skipped, remaining) = (SELECT max(s.finished, import_run.finished),
      s.seen + import_run.seen, s.read + import_run.read, s.added + import_run.added, s.changed + import_run.changed, s.unchanged + import_run.unchanged,
      s.gone + import_run.gone, s.failed + import_run.failed, s.skipped + import_run.skipped, s.remaining + import_run.remaining FROM shard.import_run s)
    WHERE id = (SELECT max(id) FROM import_run);
SQL
  sed -n '/^  -- lines that recur in the stories/,/HAVING count(DISTINCT story) >=/p' import.sql
  cat <<'SQL'
  INSERT INTO importing_line SELECT printf('merge: %d articles, %d of them now', (SELECT count(*) FROM article), (SELECT count(*) FROM merging_id));
END;

INSERT INTO merging VALUES (1);

SELECT line AS merge FROM importing_line UNION ALL SELECT 'merge: failed, nothing was changed' WHERE NOT EXISTS (SELECT 1 FROM importing_line);

DROP VIEW temp.merging;
DROP VIEW temp.merging_article;
DROP TABLE temp.merging_id;
DROP TABLE temp.merging_sketch;
SQL
  for v in $views; do echo "DROP VIEW temp.importing_$v;"; done
  for t in $names; do echo "DROP TABLE temp.importing_$t;"; done
} >"${1:-merge.sql}"
