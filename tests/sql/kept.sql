-- What a connection keeps of the last text changes no answer: each function and table is asked about a text before its analysis is
-- there, behind others of the same text, and behind another text.
.bail on
.load ./gazette
CREATE TABLE t(id INTEGER PRIMARY KEY, x);
INSERT INTO t VALUES (1, 'Lindqvist & Holm paid 40 million kronor on 3 May 2024 for Harbour Lane Ltd, "a bargain," said Eva Holm, who runs the group.'),
  (2, '宏利达集团周二表示，将向海平科技投资12亿元人民币，占股15%。'), (3, NULL), (4, ''), (5, x'e4bf41ff20e4bf'),
  (6, 'Lindqvist & Holm paid 40 million kronor on 3 May 2024 for Harbour Lane Ltd, "a bargain," said Eva Holm, and so ends the tale.');
CREATE TABLE alone AS SELECT id, simhash(x) AS h, (SELECT json_group_array(hash) FROM sketch(x)) AS s, containment(x, (SELECT x FROM t WHERE id = 1)) AS c FROM t;
CREATE TABLE behind AS SELECT id, (SELECT count(*) FROM deals(x)) AS d, simhash(x) AS h, (SELECT json_group_array(hash) FROM sketch(x)) AS s,
  containment(x, (SELECT x FROM t WHERE id = 1)) AS c, containment((SELECT x FROM t WHERE id = 1), x) AS r FROM t;
SELECT count(*), sum(a.h IS b.h), sum(a.s IS b.s), sum(a.c IS b.c), sum(a.c IS b.r), sum(a.h IS NULL) FROM alone a JOIN behind b USING (id);
SELECT id, json_array_length(s) AS hashes, round(c, 2) FROM alone;
-- the same fields of two texts in turn
SELECT a.id, b.id, (SELECT group_concat(surface, '|') FROM money(a.x)), (SELECT group_concat(surface, '|') FROM money(b.x)), (SELECT group_concat(surface, '|') FROM dates(a.x)), simhash(a.x) = a.h, simhash(b.x) = b.h
  FROM (SELECT * FROM t JOIN alone USING (id) WHERE id IN (1, 6)) a, (SELECT * FROM t JOIN alone USING (id) WHERE id IN (2, 5)) b ORDER BY 1, 2;
