.load ./gazette
.mode list
-- every field that can be asked for by name
SELECT field, parse_money('It lost €3.5 million to €4 million a year, 阿', field) FROM (SELECT column1 AS field FROM (VALUES ('n'), ('start'), ('length'), ('surface'), ('amount'), ('low'), ('high'), ('approx'), ('currency'), ('basis'), ('hedge'), ('per'), ('restates')));
SELECT 'point', parse_money('一共40亿美元', 'amount'), parse_money('一共40亿美元', 'start'), parse_money('一共40亿美元', 'length'), parse_money('nothing here', 'amount');
SELECT parse_percent('10 to 20 percent'), parse_percent('up to 30%'), parse_percent('more than 5%'), parse_percent('none');
SELECT field, entity_of('AWS', field), entity_of('Amazon', field), entity_of('Andy Jassy', field) FROM (SELECT column1 AS field FROM (VALUES ('entity'), ('type'), ('qid'), ('ticker'), ('parent'), ('ja'), ('zh-Hans')));
SELECT alias, context LIKE '%business%' FROM gazetteer WHERE alias = 'Target' AND lang IS NOT 'zh' LIMIT 1;
-- names that contradict each other: refused, replaced, ignored
INSERT INTO gazetteer(entity, type, alias) VALUES ('Orvo', 'org', 'Orvo');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Other', 'org', 'Orvo');
SELECT entity, alias FROM gazetteer WHERE alias = 'Orvo';
INSERT OR REPLACE INTO gazetteer(entity, type, alias) VALUES ('Other', 'org', 'Orvo');
SELECT entity, alias FROM gazetteer WHERE alias = 'Orvo';
INSERT OR IGNORE INTO gazetteer(entity, type, alias) VALUES ('Third', 'org', 'Orvo');
SELECT entity, alias FROM gazetteer WHERE alias = 'Orvo';
UPDATE OR REPLACE gazetteer SET entity = 'Fourth' WHERE alias = 'Orvo';
SELECT entity, alias FROM gazetteer WHERE alias = 'Orvo';
SELECT entity FROM entities('Orvo grew.');
-- numbers too long, too small, too large for one column type
SELECT parse_number('1000000000000000000000000000000') = 1e30, typeof(parse_number('1000000000000000000000000000000')), parse_number('0.000000000000000000000000000001') = 1e-30, parse_number('9223372036854775807'), parse_number('9223372036854775808') = 9223372036854775808.0;
SELECT approx, amount FROM money('$123456789.123456789 billion and $0.00000001');
