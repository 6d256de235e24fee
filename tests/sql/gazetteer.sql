.load ./gazette
.mode list
.separator |
-- built-in rows, found by alias and by entity
SELECT entity, type, alias, origin FROM gazetteer WHERE alias = '亚马逊' AND entity = 'Amazon';
SELECT count(*) > 3, count(DISTINCT entity), min(origin) FROM gazetteer WHERE entity = 'Amazon';
EXPLAIN QUERY PLAN SELECT * FROM gazetteer WHERE alias = 'x';
SELECT count(*) FROM (SELECT * FROM gazetteer LIMIT 5);
-- a name of one's own
INSERT INTO gazetteer(entity, type, alias, lang, ticker) VALUES ('Blue Heron Robotics', 'org', 'Blue Heron', 'en', 'BHR');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Blue Heron Robotics', 'org', '蓝鹭机器人');
SELECT surface, entity, type, ticker, how FROM entities('Blue Heron buys Amazon; 藍鷺機器人宣布。 Blue Herons, bluer heron') WHERE entity LIKE 'Blue%' AND how = 'name';
SELECT entity_of('blue heron, inc.'), entity_of('蓝鹭机器人', 'ticker'), entity_of('Blue Heron', 'type');
SELECT entity, alias, origin FROM gazetteer WHERE origin = 'user';
-- safe by default: whole words; its own case when shorter than four letters
INSERT INTO gazetteer(entity, type, alias) VALUES ('Zedto Systems', 'org', 'Zto');
SELECT group_concat(surface) FROM entities('zto ZTOX Zto') WHERE entity = 'Zedto Systems';
-- context and not_in
INSERT INTO gazetteer(entity, type, alias, context, not_in) VALUES ('Quince Labs', 'org', 'Quince', 'startup|chip', 'quince jam');
SELECT count(*) FROM entities('She likes Quince in autumn.') WHERE entity = 'Quince Labs';
SELECT count(*) FROM entities('The startup Quince hired ten people.') WHERE entity = 'Quince Labs';
SELECT count(*) FROM entities('A startup sells Quince jam.') WHERE entity = 'Quince Labs';
-- another name for a built-in entity
INSERT INTO gazetteer(entity, alias) VALUES ('Amazon', '河马电商');
SELECT surface, entity, type, ticker FROM entities('河马电商发布财报');
SELECT type, ticker FROM gazetteer WHERE alias = '河马电商';
-- conflicts are explained
INSERT INTO gazetteer(entity, type, alias) VALUES ('Blue Heron Robotics', 'org', '蓝鹭机器人');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Other', 'org', 'Blue Heron');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Other', 'animal', 'Heron');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Amazon', 'person', 'Ama');
INSERT INTO gazetteer(entity, alias) VALUES (NULL, 'Ama');
INSERT INTO gazetteer(entity, alias, origin) VALUES ('Ama', 'Ama', 'built-in');
INSERT INTO gazetteer(rowid, entity, alias) VALUES (7, 'Ama', 'Ama');
INSERT OR IGNORE INTO gazetteer(entity, type, alias) VALUES ('Other', 'org', 'Blue Heron');
SELECT entity FROM gazetteer WHERE alias = 'Blue Heron';
-- deleting a built-in name hides it here
DELETE FROM gazetteer WHERE alias = '亚马逊' AND entity = 'Amazon';
SELECT count(*) FROM entities('亚马逊发布财报') WHERE entity = 'Amazon';
SELECT count(*) FROM gazetteer WHERE alias = '亚马逊' AND entity = 'Amazon';
-- changing one
UPDATE gazetteer SET alias = 'Grey Heron' WHERE alias = 'Blue Heron';
SELECT entity_of('Blue Heron'), entity_of('Grey Heron');
-- rollback and savepoints
BEGIN;
INSERT INTO gazetteer(entity, type, alias) VALUES ('Tern', 'org', 'Ternary Tern');
SAVEPOINT one;
DELETE FROM gazetteer WHERE alias = 'Grey Heron';
INSERT INTO gazetteer(entity, type, alias) VALUES ('Gull', 'org', 'Gull Works');
SELECT entity_of('Ternary Tern'), entity_of('Grey Heron'), entity_of('Gull Works');
ROLLBACK TO one;
SELECT entity_of('Ternary Tern'), entity_of('Grey Heron'), entity_of('Gull Works');
ROLLBACK;
SELECT entity_of('Ternary Tern'), entity_of('Grey Heron'), entity_of('Gull Works');
-- a scan keeps the names that it began with
INSERT INTO gazetteer(entity, type, alias) SELECT 'Copy of ' || alias, 'org', 'Copy of ' || alias FROM gazetteer WHERE origin = 'user';
SELECT count(*) FROM gazetteer WHERE entity LIKE 'Copy of %';
-- not through a view
CREATE VIEW v AS SELECT * FROM gazetteer;
SELECT count(*) FROM v;
-- many names
DELETE FROM gazetteer WHERE origin = 'user';
WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000)
INSERT INTO gazetteer(entity, type, alias) SELECT 'Firm ' || i, 'org', 'Firm ' || i FROM c;
SELECT entity FROM entities('We met Firm 777 and Firm 20000.') WHERE entity LIKE 'Firm %';
