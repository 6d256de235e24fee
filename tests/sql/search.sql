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
-- a magnitude of several characters behind a number: each stretch of it is found, with what follows and with the number
CREATE VIRTUAL TABLE m USING fts5(x, tokenize='gazette');
INSERT INTO m VALUES('投资3.5万亿元用于建设'), ('共2萬億。'), ('约600亿元');
SELECT w, (SELECT group_concat(rowid) FROM (SELECT rowid FROM m WHERE m MATCH search_query(w) ORDER BY rowid)) FROM
  (SELECT column1 AS w FROM (VALUES ('万亿元用'), ('万亿'), ('万'), ('亿'), ('3.5万亿元'), ('3.5'), ('亿元'), ('萬億'), ('资3.5万亿'), ('2万亿'), ('600'), ('600亿元'), ('00亿')));
-- FTS5's own syntax: prefix, NEAR, columns
CREATE VIRTUAL TABLE two USING fts5(title, body, tokenize='gazette', prefix='2 3');
INSERT INTO two VALUES('港口新聞 Harbour news', 'Ferry prices rise; the harbour office gives reasons'), ('渡轮', '港口办公室昨日公布渡轮票价'), ('Prices', 'No news of the harbour');
SELECT 'prefix', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'harb*' ORDER BY rowid);
SELECT 'prefix of Han', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH '港*' ORDER BY rowid);
SELECT 'near', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'NEAR(ferry harbour, 4)' ORDER BY rowid);
SELECT 'not so near', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'NEAR(ferry reasons, 4)' ORDER BY rowid);
SELECT 'near in Han', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'NEAR(港口 渡輪, 9)' ORDER BY rowid);
SELECT 'column', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'title : (harbour OR 港口)' ORDER BY rowid);
SELECT 'other column', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'body : "' || '港口' || '"' ORDER BY rowid);
SELECT 'title first', group_concat(rowid) FROM (SELECT rowid FROM two WHERE two MATCH 'prices' ORDER BY bm25(two, 10, 1));
INSERT INTO two(two) VALUES('integrity-check');
INSERT INTO t(t) VALUES('integrity-check');
INSERT INTO t(t) VALUES('optimize');
CREATE VIRTUAL TABLE bad USING fts5(x, tokenize='gazette nonsense');
-- fingerprints: script and width change nothing, another text changes much
SELECT hamming(simhash('亞馬遜宣布投資四十億美元於這家新創公司，並計畫擴大合作。'), simhash('亚马逊宣布投资四十亿美元于这家新创公司，并计画扩大合作。'));
SELECT hamming(simhash('The harbour bank opened a second office in Port Lynn on Monday.'), simhash('Heavy rain closed three mountain roads near the northern border.')) > 15;
SELECT simhash(''), simhash(NULL), hamming(0, -1);
-- shingles: cut and framed texts are contained, in either script and width; what is too short has none
SELECT containment('港口办公室昨日公布渡轮票价，下月起上调。', '【本報訊】港口辦公室昨日公布渡輪票價，下月起上調。市民反應不一。'), containment('ＡＢＣ ｄｅｆ ｇｈｉ ｊｋｌ', 'x abc DEF ghi jkl'),
  containment('one two three four five', 'five four three two one'), containment('one two three', 'one two three four'), containment(NULL, 'a b c d e') IS NULL;
SELECT count(*), count(DISTINCT hash), (SELECT count(*) FROM sketch('one two three')), (SELECT count(*) FROM sketch(NULL)) FROM sketch('one two three four five six seven seven seven seven seven');
SELECT count(*) FROM sketch((SELECT group_concat(value, ' ') FROM (WITH RECURSIVE c(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c LIMIT 5000) SELECT value FROM c)));
SELECT search_query('x', 'nonsense');
