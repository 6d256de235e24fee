-- The surface, whole: what a load adds, with its flags and columns. A change here is a change of the contract.
CREATE TABLE before_functions AS SELECT name, narg FROM pragma_function_list;
CREATE TABLE before_modules AS SELECT name FROM pragma_module_list;
.load ./gazette
.mode list
-- functions: flags 0x800 deterministic, 0x80000 directonly, 0x200000 innocuous
SELECT name || '/' || group_concat(narg, ','), (flags & 0x800) / 0x800 AS deterministic, (flags & 0x80000) / 0x80000 AS directonly, (flags & 0x200000) / 0x200000 AS innocuous
  FROM (SELECT name, narg, flags FROM pragma_function_list f WHERE NOT EXISTS (SELECT 1 FROM before_functions b WHERE b.name = f.name AND b.narg = f.narg) ORDER BY name, narg) GROUP BY name ORDER BY name;
SELECT name FROM pragma_module_list WHERE name NOT IN (SELECT name FROM before_modules) ORDER BY name;
SELECT 'money', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('money');
SELECT 'quantities', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('quantities');
SELECT 'dates', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('dates');
SELECT 'entities', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('entities');
SELECT 'quotes', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('quotes');
SELECT 'figures', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('figures');
SELECT 'deals', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('deals');
SELECT 'sentences', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('sentences');
SELECT 'languages', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('languages');
SELECT 'blocks', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('blocks');
SELECT 'repairs', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('repairs');
SELECT 'parse_article', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('parse_article');
SELECT 'read_articles', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('read_articles');
SELECT 'list_files', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('list_files');
SELECT 'gazetteer', group_concat(name || CASE hidden WHEN 1 THEN '*' ELSE '' END, ' ') FROM pragma_table_xinfo('gazetteer');
-- a stranger's views and triggers: files and names are refused, pure functions work
PRAGMA trusted_schema = OFF;
CREATE VIEW steal AS SELECT raw FROM read_articles('/etc/passwd');
CREATE VIEW look AS SELECT path FROM list_files('/etc');
CREATE VIEW poison AS SELECT * FROM gazetteer;
CREATE VIEW pure AS SELECT surface, article_lang('The quick brown fox jumps over the lazy dog') FROM money('It cost $5.');
CREATE TABLE t(x, y AS (fold_text(x)), CHECK (parse_money(x, 'amount') > 0));
CREATE INDEX i ON t(fold_text(x));
INSERT INTO t(x) VALUES ('ＡＢＣ $5');
SELECT y FROM t;
SELECT * FROM pure;
SELECT * FROM steal;
SELECT * FROM look;
SELECT * FROM poison;
CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO gazetteer(entity, type, alias) VALUES ('X', 'org', 'Xx'); END;
INSERT INTO t(x) VALUES ('$6');
CREATE INDEX bad ON t(entity_of(x));
