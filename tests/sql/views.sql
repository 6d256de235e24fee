.load ./gazette
.read sql/schema.sql
.read sql/views.sql
.read sql/views.sql
INSERT INTO corpus(id, root) VALUES (1, 'clips');
INSERT INTO import_run(id, code, data, names) VALUES (1, '1', 'd', 'n');
CREATE TEMP VIEW a AS SELECT NULL AS id, NULL AS source, NULL AS lang, NULL AS published, NULL AS story, NULL AS gone, NULL AS body;
CREATE TEMP TRIGGER a_insert INSTEAD OF INSERT ON a BEGIN
  INSERT INTO article(id, corpus, path, part, title, source, lang, published, published_first, published_last, story, gone, import_run, body)
    VALUES (new.id, 1, 'p' || new.id, 1, 'T' || new.id, new.source, new.lang, new.published, new.published, new.published, new.story, new.gone, 1, new.body); END;
CREATE TEMP VIEW d AS SELECT NULL AS article, NULL AS kind, NULL AS actor, NULL AS target, NULL AS low, NULL AS high, NULL AS currency, NULL AS scope, NULL AS day, NULL AS status, NULL AS attributed_to;
CREATE TEMP TRIGGER d_insert INSTEAD OF INSERT ON d BEGIN
  INSERT INTO deal_mention(article, field, n, sentence, start, length, surface, kind, actor, target, low, high, approx, currency, scope, edtf, first_day, last_day, status, attributed_to)
    SELECT new.article, 'body', 1 + (SELECT count(*) FROM deal_mention WHERE article = new.article), 1, 1, 4, 'text', new.kind, new.actor, new.target, new.low, new.high,
      CASE WHEN new.low = new.high THEN new.low ELSE coalesce((new.low + new.high) / 2, new.high, new.low) END, new.currency, new.scope, new.day, new.day, new.day, new.status, new.attributed_to; END;
INSERT INTO a VALUES
  (1, 'Harbour Wire', 'en', '2024-03-20', 1, 0, 'text'), (2, 'Cape Mirror', 'en', '2024-03-21', 1, 0, 'text'), (3, '海岬财经', 'zh-Hans', '2024-03-21', 3, 0, 'text'),
  (4, '港灣時報', 'zh-Hant', '2024-03-22', 4, 0, 'text'), (5, '海岬财经', 'zh-Hans', '2024-03-28', 5, 0, 'text'), (6, 'Kapblatt', 'de', '2024-03-20', 6, 0, 'text'),
  (7, 'Cape Ledger', 'en', '2024-04-02', 7, 0, 'text'), (8, 'Cape Ledger', 'en', '2024-03-22', 8, 0, 'text'), (9, 'Cape Ledger', 'en', '2024-03-23', 9, 1, 'text'),
  (10, 'Cape Ledger', 'en', '2021-01-15', 10, 0, 'text'), (11, NULL, 'en', NULL, 11, 0, 'text'), (12, 'Harbour Wire', 'en', '2024-05-01', 12, 0, 'text');
INSERT INTO fx VALUES ('2020-01-01', 'EUR', 1.12), ('2024-03-01', 'EUR', 1.09);
.print one investment: reposts, another currency, another sum, a cap, a part, a rounder sum, a denial, one that is gone, and the same sum three years before
INSERT INTO d VALUES
  (1, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'announced', NULL), (2, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'announced', 'Harbour Wire'),
  (3, 'invest', 'B', 'Q', 150e6, 150e6, 'USD', NULL, '2024-03-20', 'announced', NULL), (4, 'invest', 'B', 'Q', NULL, 200e6, 'USD', 'cap', NULL, 'planned', NULL),
  (5, 'invest', 'B', 'Q', 30e6, 30e6, 'USD', 'part', NULL, 'done', NULL), (6, 'invest', 'B', 'Q', 110e6, 110e6, 'EUR', 'total', NULL, 'done', NULL),
  (7, 'invest', 'B', 'Q', 127e6, 127e6, 'USD', NULL, NULL, 'done', NULL), (8, 'invest', 'T', 'Q', 50e6, 50e6, 'USD', NULL, NULL, 'denied', NULL),
  (9, 'invest', 'B', 'Q', 999e6, 999e6, 'USD', NULL, NULL, 'done', NULL), (10, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2021-01-15', 'done', NULL);
SELECT count(*), printf('%.1f', max(usd) FILTER (WHERE currency = 'EUR')) FROM deal_ledger;
SELECT actor, target, approx, currency, scope, first_day, status, claims, articles, stories, origins, sources FROM deal ORDER BY actor, approx, first_day;
SELECT reason, approx_a, approx_b, printf('%.3f', ratio) FROM deal_conflict ORDER BY approx_a, approx_b;
.print review: one claim corrected, one wrong
INSERT INTO review(path, kind, surface, verdict, field, value, note) VALUES ('p3', 'deal', NULL, 'corrected', 'approx', '120000000', 'typing error'), ('p7', 'deal', 'text', 'wrong', NULL, NULL, NULL), ('p7', 'deal', 'no such', 'wrong', NULL, NULL, NULL);
SELECT article, low, high, approx, verdict, note FROM deal_ledger WHERE verdict IS NOT NULL ORDER BY article;
SELECT approx, scope, claims, stories, origins FROM deal WHERE actor = 'B' ORDER BY approx, first_day;
SELECT path, verdict, field, value, article, found FROM reviewed;
SELECT reason, approx_a, approx_b FROM deal_conflict ORDER BY approx_a, approx_b;
.print unnamed parties: a valuation by nobody twice is one event; who invests in a round may be unnamed; a claim without a sum joins the only event it can mean
DELETE FROM review; DELETE FROM deal_mention;
INSERT INTO d VALUES (1, 'value', NULL, 'Q', 660e6, 660e6, 'USD', NULL, NULL, 'done', NULL), (3, 'value', NULL, 'Q', 660e6, 660e6, 'USD', NULL, NULL, 'done', NULL),
  (4, 'raise', 'V', NULL, 18e6, 18e6, 'EUR', NULL, NULL, 'done', NULL), (6, 'raise', 'V', 'B', 18e6, 18e6, 'EUR', NULL, NULL, 'done', NULL), (7, 'raise', 'V', NULL, NULL, NULL, NULL, NULL, NULL, 'planned', NULL),
  (8, 'sell', 'X', 'Y', NULL, NULL, NULL, NULL, NULL, 'done', NULL), (12, 'sell', 'X', 'Z', NULL, NULL, NULL, NULL, NULL, 'done', NULL);
SELECT kind, actor, target, approx, status, claims, stories FROM deal ORDER BY kind, target;
.print a number in two currencies: not comparable without a rate, then by the rate that an article implies
DELETE FROM deal_mention;
INSERT INTO d VALUES (1, 'contract', 'L', 'K', 80e6, 80e6, 'USD', NULL, NULL, 'done', NULL), (3, 'contract', 'L', 'K', 80e6, 80e6, 'CNY', NULL, NULL, 'done', NULL), (4, 'contract', 'L', 'K', 585e6, 585e6, 'CNY', NULL, NULL, 'done', NULL);
SELECT reason, currency_a, approx_a, currency_b, approx_b, ratio FROM deal_conflict ORDER BY 1, 3, 5;
INSERT INTO money_mention(article, field, n, surface, amount, low, high, approx, currency, restates, measure, entity, edtf) VALUES
  (3, 'body', 1, '40亿美元', 4000000000, 4000000000, 4000000000, 4000000000, 'USD', NULL, 'investment', 'K', '2024-03'),
  (3, 'body', 2, '292.34亿元', 29234000000, 29234000000, 29234000000, 29234000000, 'CNY', 1, 'investment', 'K', '2024-03'),
  (5, 'body', 1, '100亿日元', 10000000000, 10000000000, 10000000000, 10000000000, 'JPY', NULL, NULL, NULL, NULL),
  (5, 'body', 2, '6亿美元', 600000000, 600000000, 600000000, 600000000, 'USD', 1, NULL, NULL, NULL),
  (1, 'body', 1, '$14 million', 14000000, 14000000, 14000000, 14000000, 'USD', NULL, 'revenue', 'K', '2023'),
  (2, 'body', 1, '$14 million', 14000000, 14000000, 14000000, 14000000, 'USD', NULL, 'revenue', 'K', '2023'),
  (7, 'body', 1, '$15 million', 15000000, 15000000, 15000000, 15000000, 'USD', NULL, 'revenue', 'K', '2024');
SELECT article, date, base, quote, printf('%.4f', rate), currency, printf('%.6f', usd), plausible, surface, restated FROM implied_fx ORDER BY article;
SELECT reason, currency_a, approx_a, currency_b, approx_b, printf('%.2f', ratio) FROM deal_conflict ORDER BY 1, 3, 5;
SELECT approx, currency, claims FROM deal ORDER BY approx;
.print sums by entity and measure
SELECT * FROM money_by_entity ORDER BY measure, currency;
.print who is named when, and the timeline
INSERT INTO entity_mention(article, field, n, sentence, start, length, surface, entity, type) VALUES (1, 'body', 1, 1, 1, 1, 'K', 'K', 'org'), (2, 'body', 1, 1, 1, 1, 'K', 'K', 'org'),
  (3, 'body', 1, 2, 1, 1, 'K', 'K', 'org'), (11, 'body', 1, 1, 1, 1, 'K', 'K', 'org');
INSERT INTO date_mention(article, field, n, sentence, start, length, surface, edtf, first_day, last_day) VALUES (1, 'body', 1, 1, 3, 4, '2023', '2023', '2023-01-01', '2023-12-31'), (3, 'body', 1, 1, 3, 4, '2020', '2020', '2020-01-01', '2020-12-31');
SELECT entity, month, stories, printf('%.3f', share) FROM attention ORDER BY month;
SELECT entity, first_day, last_day, edtf, what, detail, article FROM timeline ORDER BY edtf, what, detail, article;
.print what the folder holds, what is told twice, what is stale, and bodies without the lines that recur
SELECT * FROM coverage ORDER BY source, month;
SELECT * FROM story_group;
INSERT INTO import_run(id, code, data, names) VALUES (2, '2', 'd', 'n');
UPDATE article SET import_run = 2 WHERE id > 2;
SELECT article, path, code FROM stale;
UPDATE article SET body = 'First "line" \n kept' || char(10) || '  Read us. ' || char(10) || 'Last.' WHERE id IN (1, 3);
INSERT INTO boilerplate_line VALUES ('Harbour Wire', 'Read us.', 5, 1);
SELECT article, body FROM article_body WHERE article IN (1, 3);
.print who says so: a repost under another name and a paper that relays another are no origins of their own
DELETE FROM review; DELETE FROM deal_mention; DELETE FROM money_mention; DELETE FROM entity_mention; DELETE FROM fx;
INSERT INTO d VALUES (1, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'done', NULL), (2, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'done', NULL),
  (8, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'done', 'Harbour Wire'), (5, 'invest', 'B', 'Q', 120e6, 120e6, 'USD', NULL, '2024-03-20', 'done', NULL);
SELECT article, source, origin FROM deal_ledger ORDER BY article;
SELECT claims, articles, stories, origins FROM deal;
.print parts are not added to the total nor to the cap; two parts that together make the whole stay two events
DELETE FROM deal_mention;
INSERT INTO d VALUES (1, 'invest', 'B', 'Q', 60e6, 60e6, 'USD', 'part', '2024-03-20', 'done', NULL), (3, 'invest', 'B', 'Q', 40e6, 40e6, 'USD', 'part', '2024-03-20', 'done', NULL),
  (4, 'invest', 'B', 'Q', 100e6, 100e6, 'USD', 'total', NULL, 'planned', NULL), (5, 'invest', 'B', 'Q', NULL, 100e6, 'USD', 'cap', NULL, 'planned', NULL);
SELECT approx, scope, claims, stories FROM deal ORDER BY approx, scope;
SELECT reason, approx_a, scope_a, approx_b, scope_b FROM deal_conflict ORDER BY reason, 2, 4;
.print sums after review: a wrong one is in no view, a corrected one has its new values, elsewhere the old ones stand
INSERT INTO money_mention(article, field, n, start, surface, amount, low, high, approx, currency, restates, measure, entity, edtf) VALUES
  (1, 'body', 1, 5, '$14 million', 14000000, 14000000, 14000000, 14000000, 'USD', NULL, 'revenue', 'K', '2023'),
  (1, 'body', 2, 40, '90 million yuan', 90000000, 90000000, 90000000, 90000000, 'CNY', 1, 'revenue', 'K', '2023'),
  (3, 'body', 1, 5, '$40 million', 40000000, 40000000, 40000000, 40000000, 'USD', NULL, 'revenue', 'K', '2023'),
  (7, 'body', 1, 5, '$14 million', 14000000, 14000000, 14000000, 14000000, 'USD', NULL, 'revenue', 'K', '2023');
SELECT measure, currency, mentions, lowest, highest FROM money_by_entity ORDER BY 1, 2;
INSERT INTO review(path, part, kind, start, surface, verdict, field, value) VALUES ('p3', NULL, 'money', 5, NULL, 'wrong', NULL, NULL),
  ('p7', 1, 'money', NULL, '$14 million', 'corrected', 'measure', 'profit'), ('p7', 1, 'money', NULL, '$14 million', 'corrected', 'amount', '15000000'),
  ('p7', 2, 'money', NULL, '$14 million', 'wrong', NULL, NULL);
SELECT measure, currency, mentions, lowest, highest FROM money_by_entity ORDER BY 1, 2;
SELECT detail, article FROM timeline WHERE what = 'figure' ORDER BY article, start;
SELECT article, printf('%.3f', usd), plausible FROM implied_fx;
INSERT INTO review(path, kind, start, verdict) VALUES ('p1', 'money', 40, 'wrong');
SELECT count(*) FROM implied_fx;
.print attention: an entity that review calls wrong in an article is not named there
INSERT INTO entity_mention(article, field, n, start, surface, entity, type) VALUES (1, 'body', 1, 1, 'Quay', 'Quay Group', 'org'), (3, 'body', 1, 1, 'Quay', 'Quay Group', 'org');
SELECT month, stories FROM attention WHERE entity = 'Quay Group';
INSERT INTO review(path, kind, surface, verdict) VALUES ('p3', 'entity', 'Quay', 'wrong');
SELECT month, stories FROM attention WHERE entity = 'Quay Group';
