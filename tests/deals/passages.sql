-- Scores passages.tsv (imported as table passage) by set: deals on (kind, actor, target, sum), quotes on (speaker, first words), dates found.
-- Names count as the text's own mentions or the gazetteer resolve them.
CREATE TABLE body AS SELECT id, "set" AS part, anchor, replace(text, '\n', char(10)) AS text FROM passage;
CREATE TABLE known AS SELECT DISTINCT b.id, e.surface, e.entity FROM body b, entities(b.text) e;
CREATE TABLE said AS WITH RECURSIVE s(id, part, rest) AS (
  SELECT id, '', deals || ' ; ' FROM passage WHERE deals <> '-'
  UNION ALL SELECT id, substr(rest, 1, instr(rest, ' ; ') - 1), substr(rest, instr(rest, ' ; ') + 3) FROM s WHERE rest <> '')
  SELECT id, json('["' || replace(replace(part, '"', '\"'), '|', '","') || '"]') AS f FROM s WHERE part <> '';
CREATE TABLE want AS SELECT DISTINCT id, f ->> 0 AS kind,
  coalesce((SELECT entity FROM known k WHERE k.id = said.id AND k.surface = f ->> 1), entity_of(f ->> 1), f ->> 1) AS actor,
  coalesce((SELECT entity FROM known k WHERE k.id = said.id AND k.surface = f ->> 2), entity_of(f ->> 2), f ->> 2) AS target,
  CAST(f ->> 3 AS REAL) AS low, CAST(f ->> 4 AS REAL) AS high, f ->> 5 AS currency FROM said;
CREATE TABLE got AS SELECT DISTINCT b.id, kind, coalesce(actor, '') AS actor, coalesce(target, '') AS target, CAST(coalesce(low, '') AS REAL) AS low,
  CAST(coalesce(high, '') AS REAL) AS high, coalesce(currency, '') AS currency FROM body b, deals(b.text, b.anchor);
CREATE TABLE speech AS WITH RECURSIVE s(id, part, rest) AS (
  SELECT id, '', quotes || ' ; ' FROM passage WHERE quotes <> '-'
  UNION ALL SELECT id, substr(rest, 1, instr(rest, ' ; ') - 1), substr(rest, instr(rest, ' ; ') + 3) FROM s WHERE rest <> '')
  SELECT id, substr(part, 1, instr(part, '|') - 1) AS speaker, substr(part, instr(part, '|') + 1) AS words FROM s WHERE part <> '';
CREATE TABLE heard AS SELECT b.id, ltrim(quote, '"“「 ') AS quote, speaker, entity FROM body b, quotes(b.text);
CREATE TABLE day AS SELECT p.id, j.value AS edtf FROM passage p, json_each('["' || replace(p.dates, ' ', '","') || '"]') j WHERE p.dates <> '-';
CREATE TABLE found AS SELECT DISTINCT b.id, edtf FROM body b, dates(b.text, b.anchor) WHERE edtf IS NOT NULL;
CREATE TABLE score AS
SELECT part, 'deals' AS what, (SELECT count(*) FROM want w JOIN body x USING (id) WHERE x.part = b.part) AS wanted,
  (SELECT count(*) FROM got g JOIN body x USING (id) WHERE x.part = b.part) AS given,
  (SELECT count(*) FROM (SELECT * FROM want INTERSECT SELECT * FROM got) r JOIN body x USING (id) WHERE x.part = b.part) AS right FROM body b GROUP BY part
UNION ALL SELECT part, 'quotes', (SELECT count(*) FROM speech JOIN body x USING (id) WHERE x.part = b.part), (SELECT count(*) FROM heard JOIN body x USING (id) WHERE x.part = b.part),
  (SELECT count(*) FROM speech s JOIN body x USING (id) WHERE x.part = b.part AND EXISTS (SELECT 1 FROM heard h WHERE h.id = s.id AND (h.speaker = s.speaker OR h.entity = s.speaker) AND instr(h.quote, substr(s.words, 1, 12)) = 1)) FROM body b GROUP BY part
UNION ALL SELECT part, 'dates', (SELECT count(*) FROM day JOIN body x USING (id) WHERE x.part = b.part), NULL,
  (SELECT count(*) FROM day d JOIN body x USING (id) WHERE x.part = b.part AND EXISTS (SELECT 1 FROM found f WHERE f.id = d.id AND f.edtf = d.edtf)) FROM body b GROUP BY part;
