.load ./gazette
.mode list
-- the search fold
SELECT fold_text('Ｃafé ﬁn ｶﾞ 亞馬遜 STRASSE ß ①');
-- tokens, positions and their colocated forms
CREATE VIRTUAL TABLE t USING fts5(x, tokenize='gazette');
INSERT INTO t VALUES('亞馬遜AWS投資40億美元, C# and C++ in 東亞 café 3.5% 한국경제 ガンダム５G'), ('C only'), ('A café' || char(0x301)), (CAST(x'61ff80e4ba62' AS TEXT)), ('重跑gen-itgc後');
CREATE VIRTUAL TABLE v USING fts5vocab(t, instance);
SELECT group_concat(term || '@' || offset, ' ') FROM (SELECT term, offset FROM v WHERE doc = 1 ORDER BY offset, term);
-- marks stand in the original text
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '"亚马逊aws"';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '"40亿美元"';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '40亿';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '"c#"';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '亚*';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '국경';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '"亚马逊" "马逊"';
SELECT rowid, snippet(t, 0, '[', ']', '…', 6) FROM t WHERE t MATCH 'CAFÉ';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH 'itgc';
SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '后';
-- a malformed byte ends nothing
SELECT rowid FROM t WHERE t MATCH 'b';
INSERT INTO t(t) VALUES('integrity-check');
INSERT INTO t(t) VALUES('optimize');
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize='gazette nonsense');
-- fingerprints: script and width change nothing, another text changes much
SELECT hamming(simhash('亞馬遜宣布投資四十億美元於這家新創公司，並計畫擴大合作。'), simhash('亚马逊宣布投资四十亿美元于这家新创公司，并计画扩大合作。'));
SELECT hamming(simhash('The harbour bank opened a second office in Port Lynn on Monday.'), simhash('Heavy rain closed three mountain roads near the northern border.')) > 15;
SELECT simhash(''), simhash(NULL), hamming(0, -1);
SELECT search_query('x', 'nonsense');
