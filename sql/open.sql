-- Prepares a connection to a database that gazette has filled: puts the user's names (my_name) into the connection's gazetteer, so
-- that entities(), entity_of(), quotes(), figures() and deals() know them. sql/import.sql does the same for itself.
DELETE FROM gazetteer WHERE alias IN (SELECT alias FROM my_name WHERE action = 'drop');
INSERT INTO gazetteer(entity, type, alias, lang, ticker, qid, parent, context, not_in)
  SELECT entity, coalesce(type, 'org'), coalesce(alias, entity), lang, ticker, qid, parent, context, not_in FROM my_name
  WHERE coalesce(action, 'add') = 'add' AND (entity, coalesce(alias, entity)) NOT IN (SELECT entity, alias FROM gazetteer WHERE origin = 'user');
