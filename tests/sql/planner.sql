.load ./gazette
.mode list
-- every way in which a query may put its arguments and conditions gives the same rows
CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT, region TEXT);
INSERT INTO doc VALUES (1, 'It cost $5 and €6.', NULL), (2, 'About ¥300 and $7.', 'JP'), (3, NULL, NULL), (4, '', NULL);
SELECT '1', surface FROM money('$5 and €6') WHERE currency = 'USD' OR currency = 'EUR';
SELECT '2', d.id, m.surface, m.currency FROM doc d, money(d.body, d.region) m ORDER BY d.id, m.n;
SELECT '3', d.id, m.surface FROM money m, doc d WHERE m.text = d.body AND d.id < 3 ORDER BY d.id, m.n;
SELECT '4', d.id, m.surface FROM doc d LEFT JOIN money(d.body) m ORDER BY d.id, m.n;
SELECT '5', d.id, m.surface FROM doc d JOIN money m ON m.text = d.body AND (m.currency = 'EUR' OR m.n = 2) ORDER BY d.id, m.n;
SELECT '6', surface FROM money WHERE text IN ('$5', '€6', NULL) ORDER BY 2;
SELECT '7', id, (SELECT count(*) FROM money(doc.body)) FROM doc ORDER BY id;
SELECT '8', surface FROM money('$1 $2 $3') WHERE rowid = 2;
SELECT '9', surface FROM money('$1 $2 $3') WHERE n = 3;
SELECT '10', surface FROM money('$1 $2 $3') WHERE +n = 3;
SELECT '11', surface FROM money('$1 $2 $3') WHERE n IN (1, 3) ORDER BY n DESC;
SELECT '12', surface FROM money('$1 $2 $3') LIMIT 1 OFFSET 1;
SELECT '13', count(*) FROM money('$1 $2 $3') WHERE rowid = 'two';
SELECT '14', a.surface, b.surface FROM money('$1 $2') a, money('€3 €4') b WHERE a.n = b.n;
SELECT '15', d.id FROM doc d WHERE EXISTS (SELECT 1 FROM money(d.body) WHERE currency = 'JPY');
SELECT '16', text, region FROM money('$5', 'US');
SELECT '17', path FROM list_files('tests/records') WHERE path LIKE 'a%' OR path LIKE 'c%';
SELECT '18', path FROM read_articles('tests/records') WHERE path = 'b.txt' OR path = 'd.png';
SELECT '19', count(*) FROM money WHERE n = 1;
