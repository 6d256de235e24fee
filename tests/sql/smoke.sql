.load ./gazette
.load ./gazette
SELECT gazette_version() <> '', json_valid(gazette_debug());
SELECT count(*) FROM money('');
SELECT count(*) FROM gazette_money(NULL);
SELECT n, start, length, surface FROM sentences('One here. Two there.');
SELECT surface FROM sentences('One here. Two there.') WHERE rowid = 2;
SELECT kwic('the quick brown fox', 5, 5, 4), hamming(7, 8);
SELECT * FROM money;
SELECT * FROM money('x', 'Mars');
