.load ./gazette
-- What people type, and the MATCH expression that it becomes. Every one is then run: none may fail.
CREATE TABLE typed(n INTEGER PRIMARY KEY, words TEXT);
INSERT INTO typed(words) VALUES
 ('amazon'), ('Amazon Anthropic'), ('"exact phrase"'), ('“curly phrase”'), ('「直角引號」'), ('«chevrons»'), ('profit -loss'), ('-only'), ('a -b -c'), ('- dash'),
 ('C#'), ('C++'), ('F# C'), ('AT&T'), ('R&D'), ('.NET'), ('node.js'), ('3.5'), ('40亿'), ('40億美元'),
 ('亞馬遜 投資'), ('亚'), ('东亚'), ('用C'), ('C语'), ('가'), ('カ'), ('ガンダム'), ('人工智能(AI)'), ('亞馬遜　投資'),
 ('emoji 🚀'), ('🚀'), ('"unbalanced'), ('un"balanced'), ('""'), ('"'), (''''), ('O''Reilly'), ('it’s'), ('l''entreprise'),
 ('OR'), ('AND'), ('NOT'), ('a OR b'), ('a | b'), ('a OR b c'), ('OR a'), ('a OR'), ('a AND b'), ('a NOT b'),
 ('NEAR(a b)'), ('title:x'), ('col : "x"'), ('a*'), ('"a b"*'), ('*'), ('a**'), ('^start'), ('(a b)'), ('((('),
 ('a+b'), ('{a}'), ('x -"two words"'), ('−minus'), ('%'), ('___'), ('semi;colon'), ('back\slash'), ('naïve CAFÉ'), ('$AMZN'), ('  spaces   between  '), ('');
SELECT words || ' -> ' || search_query(words) FROM typed ORDER BY n;
CREATE VIRTUAL TABLE t USING fts5(x, tokenize='gazette');
INSERT INTO t SELECT words FROM typed;
SELECT count(*) FROM typed, t WHERE t MATCH search_query(words) AND t.rowid = typed.n;
SELECT words FROM typed WHERE words NOT IN (SELECT words FROM typed, t WHERE t MATCH search_query(words) AND t.rowid = typed.n);
SELECT search_query(NULL) IS NULL, search_query(CAST(x'80ff' AS TEXT));
-- entities: a term that names one is also asked for under its other names
SELECT search_query('亚马逊 投资', 'entities') LIKE '(("亚马逊" OR %"Amazon"%)) AND ("投资")', search_query('亚马逊', 'entities') LIKE '%"AMZN"%';
SELECT search_query('no such firm', 'entities');
INSERT INTO gazetteer(entity, type, alias) VALUES ('Tidemark', 'org', 'Tidemark'), ('Tidemark', 'org', '潮标');
SELECT search_query('潮標 -loss', 'entities');
