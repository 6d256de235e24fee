SAVEPOINT s; INSERT INTO gazetteer(entity, type, alias, lang, ticker, qid, parent, context, not_in) VALUES ('Orvo', 'org', '奥沃', 'zh', 'ORVO', 'Q1', 'Tidemark', 'bank|loan', 'Orvo Street');
UPDATE gazetteer SET alias = 'Orvos' WHERE entity = 'Orvo'; SELECT entity FROM entities('Orvos and 潮标 grew.'); ROLLBACK TO s;
DELETE FROM gazetteer WHERE alias = 'Amazon'; SELECT count(*) FROM entities('Amazon'); RELEASE s; SELECT alias FROM gazetteer WHERE entity = 'Heron';
INSERT INTO gazetteer(entity, type, alias) SELECT title, 'org', title FROM doc;
