.load ./gazette
-- parse_number: digits of every style
SELECT parse_number('1,234,567.5'), parse_number('1.234.567,89'), parse_number('1 234 567'), parse_number('12,34,567'), parse_number('１２３'), parse_number('٣٤'), parse_number('.5');
-- whole numbers are INTEGER, others REAL, nothing is NULL
SELECT typeof(parse_number('16.4亿')), parse_number('16.4亿'), typeof(parse_number('2½')), parse_number('2½'), parse_number('no number') IS NULL, parse_number(NULL) IS NULL;
-- words, Han numerals, magnitudes, fractions, signs
SELECT parse_number('twenty-one'), parse_number('zweiundvierzig'), parse_number('quatre-vingt-dix-sept'), parse_number('三百二十一'), parse_number('二兆四千億'), parse_number('1조 2천억');
SELECT parse_number('half a million'), parse_number('three quarters'), parse_number('四分之三'), parse_number('3/4'), parse_number('minus 40'), parse_number('负十一'), parse_number('1.5e3');
-- names, ordinals and units are no numbers
SELECT parse_number('GPT-4'), parse_number('the 4th of May'), parse_number('29km'), parse_number('the one');
-- parse_percent
SELECT parse_percent('up 12.5 per cent'), parse_percent('三成'), parse_percent('百分之四十'), parse_percent('yüzde 30'), parse_percent('%5'), parse_percent('5 points') IS NULL;
-- quantities: percentages, points, units, counts
SELECT surface, value, unit FROM quantities('Sales rose 12% and margins 1.5 percentage points; 20 million devices, 3.5 km, 5 ft 6 in, two dozen employees.');
SELECT surface, value, unit FROM quantities('增長4.72個百分點，占三成，新增3万个岗位，用户1.2亿，耗电五十兆瓦，2000家公司。');
-- ranges, bounds, vague counts
SELECT surface, value, low, high, unit, hedge FROM quantities('30-40% of users, more than 500 people, up to 20 tonnes, tens of thousands of fans, about 7 days');
SELECT surface, low, high, unit, hedge FROM quantities('3到5个百分点，超过2000人，数百万用户');
-- sums of money are none
SELECT count(*) FROM quantities('$5 million, 300万美元, €20, 5元');
-- nor behind a bound or among other numbers; what only looks like one because its unit is a currency, too, is a quantity
SELECT count(*) FROM quantities('El ayuntamiento destinó hasta 9 millones de euros a 40 autobuses.');
SELECT surface, value, unit FROM quantities('The fund paid $5 million, up to 9 million euros and 40亿美元 for 30 miles of track, 5 ft 6 in of cable, 3 pounds of butter and a 12% share.');
-- substr(text, start, length) = surface
SELECT count(*), sum(substr(t, start, length) = surface) FROM (SELECT 'né 😀 5 km и 40% ＄３ 三成 6 Прозент' AS t), quantities(t);
