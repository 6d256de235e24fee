.load ./gazette
-- the columns, one text with several sums
SELECT n, start, length, surface, amount, low, high, approx, currency, basis, hedge, per, restates FROM money('The maker spent about $4 billion (roughly €3.7 billion) and at least NT$300 a share.');
SELECT n, surface, amount, low, high, approx, currency, basis, hedge FROM money('估值达200-300亿美元，数十亿元，至少3亿港元，最多20亿欧元');
-- substr(text, start, length) = surface, behind characters of every length
SELECT count(*), sum(substr(t, start, length) = surface) FROM (SELECT 'né 😀 $5 и 40億美元 ＄３万 £6' AS t), money(t);
-- region settles $, 元 and ¥
SELECT currency, basis FROM money('$5', 'AU') UNION ALL SELECT currency, basis FROM money('$5', 'US') UNION ALL SELECT currency, basis FROM money('5元', 'TW') UNION ALL SELECT currency, basis FROM money('¥5', 'CN') UNION ALL SELECT currency, basis FROM money('US$5', 'AU') UNION ALL SELECT currency, basis FROM money('$5');
-- a change is two sums, a range is one
SELECT surface, low, high FROM money('fell from $1.2 million to $0.9 million; between $2 and $3');
-- nothing here
SELECT count(*) FROM money('$MSFT, $Acme (ACME.US)$, 5G, GPT-4, room 12, 五角大楼, 15块显卡, 2012-13, +1 555 010 0199');
-- a bare magnitude in a sentence about money
SELECT surface, low, currency, basis FROM money('融資3000萬,新店開張');
-- parse_money: all of the first mention, one field of it, none
SELECT parse_money('It cost £2.5m.');
SELECT parse_money('It cost £2.5m.', 'amount'), parse_money('It cost £2.5m.', 'currency'), parse_money('$7', 'currency', 'CA'), parse_money('no sum', 'amount'), parse_money(NULL) IS NULL;
SELECT typeof(parse_money('16.4亿元', 'amount')), parse_money('16.4亿元', 'amount'), typeof(parse_money('$2.50', 'amount'));
SELECT parse_money('$1', 'colour');
SELECT parse_money('$1', 'amount', 'Mars');
SELECT * FROM money('$1', 'xx');
-- NULL and empty text
SELECT count(*) FROM money(NULL);
SELECT count(*) FROM gazette_money('');
