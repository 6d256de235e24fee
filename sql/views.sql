-- The views over the tables of schema.sql. Plain SQL: they need no extension. Reading this file again replaces them.
-- Articles that are gone from their folder stay in the tables, but the views leave them out.
-- What the user's tables say counts: fx for exchange, review for claims that are wrong or corrected, override (through the import).
SAVEPOINT gazette_views;

DROP VIEW IF EXISTS deal_conflict;
DROP VIEW IF EXISTS deal;
DROP VIEW IF EXISTS deal_claim;
DROP VIEW IF EXISTS deal_ledger;
DROP VIEW IF EXISTS usd_rate;
DROP VIEW IF EXISTS implied_fx;
DROP VIEW IF EXISTS money_claim;
DROP VIEW IF EXISTS money_by_entity;
DROP VIEW IF EXISTS timeline;
DROP VIEW IF EXISTS attention;
DROP VIEW IF EXISTS coverage;
DROP VIEW IF EXISTS story_group;
DROP VIEW IF EXISTS stale;
DROP VIEW IF EXISTS reviewed;
DROP VIEW IF EXISTS article_body;

-- money_claim: the sums of money_mention after review: without those that are 'wrong', with the values of those that are 'corrected' (field:
-- amount, low, high, approx, currency, measure, entity, edtf; an amount given alone is low, high and approx too).
--   the columns of money_mention; path, part, source, published, published_first, story     of the article
CREATE VIEW money_claim AS
WITH said AS MATERIALIZED (
  SELECT a.id AS article, v.start, v.surface, v.verdict, v.field, v.value
  FROM review v JOIN article a ON a.path = v.path AND (v.part IS NULL OR v.part = a.part) WHERE v.kind = 'money'),
claim AS (
  SELECT m.*, (SELECT json_group_object(c.field, c.value) FROM said c WHERE c.article = m.article AND c.verdict = 'corrected' AND c.field IS NOT NULL
      AND (c.start IS NULL OR c.start = m.start) AND (c.surface IS NULL OR c.surface = m.surface)) AS fix
  FROM money_mention m
  WHERE NOT EXISTS (SELECT 1 FROM said c WHERE c.article = m.article AND c.verdict = 'wrong' AND (c.start IS NULL OR c.start = m.start) AND (c.surface IS NULL OR c.surface = m.surface)))
SELECT c.article, c.field, c.n, c.sentence, c.start, c.length, c.surface,
  coalesce(CAST(fix ->> 'amount' AS NUMERIC), amount) AS amount, coalesce(CAST(fix ->> 'low' AS NUMERIC), CAST(fix ->> 'amount' AS NUMERIC), low) AS low,
  coalesce(CAST(fix ->> 'high' AS NUMERIC), CAST(fix ->> 'amount' AS NUMERIC), high) AS high,
  coalesce(CAST(fix ->> 'approx' AS NUMERIC), CAST(fix ->> 'amount' AS NUMERIC), approx) AS approx, coalesce(fix ->> 'currency', currency) AS currency,
  basis, hedge, per, restates, coalesce(fix ->> 'measure', measure) AS measure, coalesce(fix ->> 'entity', entity) AS entity, coalesce(fix ->> 'edtf', edtf) AS edtf,
  a.path, a.part, a.source, a.published, a.published_first, a.story
FROM claim c JOIN article a ON a.id = c.article WHERE NOT a.gone;

-- implied_fx: rates that articles imply by giving a sum twice.
--   article, field, n       the mention that restates another
--   date                    first day of publication, or NULL
--   base, quote, rate       one unit of base is worth rate units of quote
--   currency, usd           where one side is the US dollar: what one unit of the other currency is worth in dollars
--   plausible               1 when usd lies within 10 % of the nearest rate in fx, or, without one there, within the bounds that the
--                           currency has kept to since 2000; NULL when neither is known
--   surface, restated       the two sums as written
CREATE VIEW implied_fx AS
WITH bound(currency, low, high) AS (VALUES
  ('CNY', 0.11, 0.18), ('HKD', 0.12, 0.135), ('TWD', 0.026, 0.038), ('JPY', 0.0055, 0.0135), ('KRW', 0.0006, 0.0012), ('EUR', 0.8, 1.65),
  ('GBP', 1.0, 2.15), ('CHF', 0.55, 1.45), ('CAD', 0.6, 1.1), ('AUD', 0.47, 1.12), ('NZD', 0.39, 0.89), ('SGD', 0.53, 0.84), ('INR', 0.0105, 0.026),
  ('SEK', 0.085, 0.17), ('NOK', 0.085, 0.2), ('DKK', 0.11, 0.22), ('PLN', 0.2, 0.5), ('THB', 0.02, 0.036), ('MYR', 0.2, 0.34), ('VND', 0.000036, 0.00007),
  ('IDR', 0.000055, 0.00015), ('PHP', 0.016, 0.026), ('BRL', 0.15, 0.65), ('MXN', 0.04, 0.11), ('ZAR', 0.05, 0.18), ('ILS', 0.2, 0.34),
  ('SAR', 0.26, 0.27), ('AED', 0.27, 0.2725), ('RUB', 0.007, 0.044), ('TRY', 0.015, 0.9), ('MOP', 0.115, 0.13)),
pair AS (
  SELECT m.article, m.field, m.n, m.published_first AS date, r.currency AS base, m.currency AS quote, 1.0 * m.amount / r.amount AS rate,
    CASE WHEN r.currency = 'USD' THEN m.currency WHEN m.currency = 'USD' THEN r.currency END AS currency,
    CASE WHEN r.currency = 'USD' THEN 1.0 * r.amount / m.amount WHEN m.currency = 'USD' THEN 1.0 * m.amount / r.amount END AS usd,
    m.surface, r.surface AS restated
  FROM money_claim m
    JOIN money_claim r ON r.article = m.article AND r.field = m.field AND r.n = m.restates
  WHERE m.restates IS NOT NULL AND m.amount > 0 AND r.amount > 0 AND m.currency <> r.currency)
SELECT p.article, p.field, p.n, p.date, p.base, p.quote, p.rate, p.currency, p.usd,
  coalesce((SELECT fits FROM (SELECT p.usd BETWEEN 0.9 * f.usd AND 1.1 * f.usd AS fits, abs(julianday(f.date) - julianday(p.date)) AS days, f.date
      FROM fx f WHERE f.currency = p.currency) ORDER BY days, date DESC LIMIT 1),
    (SELECT p.usd BETWEEN b.low AND b.high FROM bound b WHERE b.currency = p.currency)) AS plausible,
  p.surface, p.restated
FROM pair p;

-- usd_rate: what one unit of a currency is worth in US dollars.
--   date, currency, usd     as in fx; date NULL for the mean of the plausible rates that articles imply
--   origin                  'fx' (the user's) or 'implied'; a currency that has rows in fx has no implied one
CREATE VIEW usd_rate AS
SELECT date, currency, usd, 'fx' AS origin FROM fx
UNION ALL SELECT NULL, currency, avg(usd), 'implied' FROM implied_fx
  WHERE plausible AND currency NOT IN (SELECT currency FROM fx) GROUP BY currency;

-- deal_ledger: every claim, one row each, with where it stands and who says so.
--   article, path, part, title, source, site, lang, published, published_first, story, url     the article
--   field, n, sentence, start, length, evidence     the clause: substr(field, start, length) = evidence
--   kind, actor, target, low, high, approx, currency, scope, round, percent, edtf, first_day, last_day, status, hedge, attributed_to
--                           as deals() gives them, after the corrections of review (kind 'deal', verdict 'corrected')
--   usd                     approx in US dollars by the nearest rate in usd_rate, NULL when there is none
--   origin                  who says so: attributed_to, else source, site or path of the earliest article of the story, so that neither a repost under
--                           another name nor a paper that relays another is an origin of its own
--   verdict, note           of review; 'wrong' claims stay here but not in deal and deal_conflict
CREATE VIEW deal_ledger AS
WITH corrected AS (
  SELECT a.id AS article, a.path, a.part, v.start, v.surface, v.verdict, v.field, v.value, v.note, v.rowid AS review
  FROM review v JOIN article a ON a.path = v.path AND (v.part IS NULL OR v.part = a.part) WHERE v.kind = 'deal'),
claim AS MATERIALIZED (
  SELECT d.*,
    (SELECT json_group_object(c.field, c.value) FROM corrected c WHERE c.article = d.article AND c.verdict = 'corrected' AND c.field IS NOT NULL
      AND (c.start IS NULL OR c.start = d.start) AND (c.surface IS NULL OR c.surface = d.surface)) AS fix,
    (SELECT c.verdict FROM corrected c WHERE c.article = d.article
      AND (c.start IS NULL OR c.start = d.start) AND (c.surface IS NULL OR c.surface = d.surface) ORDER BY c.review DESC LIMIT 1) AS verdict,
    (SELECT c.note FROM corrected c WHERE c.article = d.article
      AND (c.start IS NULL OR c.start = d.start) AND (c.surface IS NULL OR c.surface = d.surface) ORDER BY c.review DESC LIMIT 1) AS note
  FROM deal_mention d),
fixed AS (
  SELECT article, field, n, sentence, start, length, surface,
    coalesce(fix ->> 'kind', kind) AS kind, coalesce(fix ->> 'actor', actor) AS actor, coalesce(fix ->> 'target', target) AS target,
    coalesce(CAST(fix ->> 'low' AS NUMERIC), CAST(fix ->> 'approx' AS NUMERIC), low) AS low,
    coalesce(CAST(fix ->> 'high' AS NUMERIC), CAST(fix ->> 'approx' AS NUMERIC), high) AS high,
    coalesce(CAST(fix ->> 'approx' AS NUMERIC), approx) AS approx,
    coalesce(fix ->> 'currency', currency) AS currency, coalesce(fix ->> 'scope', scope) AS scope, coalesce(fix ->> 'round', round) AS round,
    coalesce(CAST(fix ->> 'percent' AS NUMERIC), percent) AS percent, coalesce(fix ->> 'edtf', edtf) AS edtf,
    coalesce(fix ->> 'first_day', first_day) AS first_day, coalesce(fix ->> 'last_day', last_day) AS last_day,
    coalesce(fix ->> 'status', status) AS status, hedge, coalesce(fix ->> 'attributed_to', attributed_to) AS attributed_to, verdict, note
  FROM claim),
teller AS MATERIALIZED (
  SELECT story, coalesce(source, site, path) AS origin FROM (
    SELECT story, source, site, path, row_number() OVER (PARTITION BY story ORDER BY published_first IS NULL, published_first, id) AS rank FROM article WHERE NOT gone) WHERE rank = 1)
SELECT f.article, a.path, a.part, a.title, a.source, a.site, a.lang, a.published, a.published_first, a.story, a.url,
  f.field, f.n, f.sentence, f.start, f.length, f.surface AS evidence,
  f.kind, f.actor, f.target, f.low, f.high, f.approx, f.currency, f.scope, f.round, f.percent, f.edtf, f.first_day, f.last_day,
  f.status, f.hedge, f.attributed_to,
  CASE f.currency WHEN 'USD' THEN f.approx ELSE f.approx * (SELECT usd FROM
    (SELECT u.usd, abs(julianday(u.date) - julianday(coalesce(f.first_day, a.published_first))) AS days, u.date FROM usd_rate u WHERE u.currency = f.currency)
    ORDER BY days, date DESC LIMIT 1) END AS usd,
  coalesce(f.attributed_to, t.origin, a.source, a.site, a.path) AS origin, f.verdict, f.note
FROM fixed f JOIN article a ON a.id = f.article LEFT JOIN teller t ON t.story = a.story WHERE NOT a.gone;

-- deal_claim: the claims of deal_ledger with the number of the event that they tell of (deal.event).
-- Two claims are one event when kind, actor and target are the same (NULL counts as a value; who invests in a raise, and who values,
-- may differ), scope is the same kind (a part is no total, a cap is neither; no scope is a total), sums differ by at most 3 % in
-- one currency (in dollars where a rate is known), and their dates leave at most 60 days between them; a claim without a date
-- of its own is placed at its publication and never starts an event. A claim without an exact sum joins the one event of its
-- parties whose sum and date it agrees with; when there are several or none it is an event of its own.
CREATE VIEW deal_claim AS
WITH claim AS MATERIALIZED (
  SELECT *, iif(kind = 'value', NULL, actor) AS key_actor, iif(kind = 'raise', NULL, target) AS key_target,
    kind || char(31) || coalesce(iif(kind = 'value', NULL, actor), char(30)) || char(31) || coalesce(iif(kind = 'raise', NULL, target), char(30)) AS parties,
    CASE scope WHEN 'part' THEN 'part' WHEN 'cap' THEN 'cap' ELSE 'total' END AS class,
    CASE WHEN approx IS NULL THEN percent WHEN usd IS NOT NULL THEN usd ELSE approx END AS x,
    CASE WHEN approx IS NULL THEN '%' WHEN usd IS NOT NULL THEN 'USD' ELSE coalesce(currency, '?') END AS unit,
    approx IS NOT NULL AND (low = high OR scope = 'cap') OR approx IS NULL AND percent IS NOT NULL AS exact,
    row_number() OVER (ORDER BY article, field, n) AS id
  FROM deal_ledger WHERE verdict IS NOT 'wrong'),
sums AS (
  SELECT *, sum(jump) OVER (PARTITION BY parties, class, unit ORDER BY x, id ROWS UNBOUNDED PRECEDING) AS sum_no
  FROM (SELECT *, coalesce(x > 1.03 * lag(x) OVER (PARTITION BY parties, class, unit ORDER BY x, id), 0) AS jump FROM claim WHERE exact)),
days AS (
  SELECT *, sum(gap) OVER (PARTITION BY parties, class, unit, sum_no ORDER BY coalesce(first_day, published_first), id ROWS UNBOUNDED PRECEDING) AS day_no
  FROM (SELECT *, coalesce(julianday(first_day) - julianday(max(last_day) OVER (PARTITION BY parties, class, unit, sum_no
      ORDER BY coalesce(first_day, published_first), id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) > 60, 0) AS gap FROM sums)),
told AS MATERIALIZED (
  SELECT *, dense_rank() OVER (ORDER BY parties, class, unit, sum_no, day_no) AS event FROM days),
told_event AS MATERIALIZED (
  SELECT event, parties, class, unit, avg(x) AS x, min(coalesce(first_day, published_first)) AS first_day, max(coalesce(last_day, published_first)) AS last_day
  FROM told GROUP BY event),
loose AS (
  SELECT c.*, iif(count(t.event) = 1, t.event, NULL) AS joins
  FROM claim c LEFT JOIN told_event t ON t.parties = c.parties
    AND (c.approx IS NULL AND c.low IS NULL AND c.high IS NULL
      OR t.unit = c.unit AND t.class = c.class AND t.x >= coalesce(c.low * c.x / c.approx, 0) * 0.97 AND (c.high IS NULL OR t.x <= c.high * c.x / c.approx * 1.03))
    AND coalesce(julianday(c.first_day) - julianday(t.last_day) <= 60, 1) AND coalesce(julianday(t.first_day) - julianday(c.last_day) <= 60, 1)
  WHERE NOT c.exact GROUP BY c.id),
placed AS (
  SELECT *, coalesce(joins, (SELECT coalesce(max(event), 0) FROM told_event)
    + dense_rank() OVER (ORDER BY joins IS NULL, parties, class, unit, low, high, substr(coalesce(edtf, ''), 1, 4))) AS event FROM loose)
SELECT event,
  id, article, path, part, title, source, site, lang, published, published_first, story, url, field, n, sentence, start, length, evidence,
  kind, actor, target, low, high, approx, currency, scope, round, percent, edtf, first_day, last_day, status, hedge, attributed_to,
  usd, origin, verdict, note, key_actor, key_target, parties, class, unit, x FROM told
UNION ALL SELECT event,
  id, article, path, part, title, source, site, lang, published, published_first, story, url, field, n, sentence, start, length, evidence,
  kind, actor, target, low, high, approx, currency, scope, round, percent, edtf, first_day, last_day, status, hedge, attributed_to,
  usd, origin, verdict, note, key_actor, key_target, parties, class, unit, x FROM placed;

-- deal: the claims merged into events.
--   event                   its number (only within one reading of the view)
--   kind, actor, target     who did what to whom; of a raise or a valuation actor and target list everybody named on the open side
--   approx, currency, usd   the sum that most claims give (the earliest of equals); parts, totals and caps are never added up
--   low, high               the lowest and highest bound that any claim of the event gives, in the currency of approx
--   scope, round, percent, edtf     of the claim that was chosen, else of the first that has one
--   first_day, last_day     the narrowest dates that claims give, NULL when none does
--   status                  the furthest that anybody reports: done, announced, planned, talks, rumoured, denied
--   claims, articles        how many clauses, in how many articles
--   stories, origins        how many distinct stories (a repost counts once) and distinct origins
--   sources                 who wrote the articles
--   denials                 how many claims deny it
--   article, field, n, evidence     the claim that was chosen
CREATE VIEW deal AS
WITH ranked AS MATERIALIZED (
  SELECT *, row_number() OVER chosen AS rank, first_value(currency) OVER chosen AS main
  FROM (SELECT event, kind, actor, target, low, high, approx, currency, usd, scope, round, percent, edtf, first_day, last_day, status, article, field, n, evidence,
      story, origin, source, published_first, count(*) OVER (PARTITION BY event, approx, currency) AS agreed FROM deal_claim)
  WINDOW chosen AS (PARTITION BY event ORDER BY approx IS NULL, agreed DESC, published_first IS NULL, published_first, article, field, n))
SELECT r.event, min(r.kind) AS kind,
  replace(replace(group_concat(DISTINCT replace(r.actor, ',', char(31))), ',', ', '), char(31), ',') AS actor,
  replace(replace(group_concat(DISTINCT replace(r.target, ',', char(31))), ',', ', '), char(31), ',') AS target,
  max(iif(rank = 1, r.approx, NULL)) AS approx, max(r.main) AS currency, max(iif(rank = 1, r.usd, NULL)) AS usd,
  min(iif(r.currency IS r.main, r.low, NULL)) AS low, max(iif(r.currency IS r.main, r.high, NULL)) AS high, max(iif(rank = 1, r.scope, NULL)) AS scope,
  coalesce(max(iif(rank = 1, r.round, NULL)), min(r.round)) AS round, coalesce(max(iif(rank = 1, r.percent, NULL)), min(r.percent)) AS percent,
  coalesce(max(iif(rank = 1, r.edtf, NULL)), min(r.edtf)) AS edtf, max(r.first_day) AS first_day, min(r.last_day) AS last_day,
  CASE max(CASE r.status WHEN 'done' THEN 6 WHEN 'announced' THEN 5 WHEN 'planned' THEN 4 WHEN 'talks' THEN 3 WHEN 'rumoured' THEN 2 WHEN 'denied' THEN 1 END)
    WHEN 6 THEN 'done' WHEN 5 THEN 'announced' WHEN 4 THEN 'planned' WHEN 3 THEN 'talks' WHEN 2 THEN 'rumoured' WHEN 1 THEN 'denied' END AS status,
  count(*) AS claims, count(DISTINCT r.article) AS articles, count(DISTINCT r.story) AS stories, count(DISTINCT r.origin) AS origins,
  replace(replace(group_concat(DISTINCT replace(r.source, ',', char(31))), ',', ', '), char(31), ',') AS sources,
  sum(r.status IS 'denied') AS denials, max(iif(rank = 1, r.article, NULL)) AS article, max(iif(rank = 1, r.field, NULL)) AS field,
  max(iif(rank = 1, r.n, NULL)) AS n, max(iif(rank = 1, r.evidence, NULL)) AS evidence
FROM (SELECT * FROM ranked ORDER BY event, source, rank) r
GROUP BY r.event;

-- deal_conflict: pairs of events of the same kind, actor and target whose dates can agree (at most 90 days between them; by
-- publication where the text gives none) and whose sums cannot, told by different stories.
--   reason                  part (one is a part of the whole, or both are parts), cap (one is an upper bound), currency (not comparable, or the same number in
--                           two currencies), rounding (at most 10 % apart), contradiction
--   kind, actor, target     what they speak of
--   event_a, approx_a, currency_a, usd_a, percent_a, scope_a, status_a, edtf_a, source_a, published_a, article_a, evidence_a     the one; the same with _b
--   ratio                   the larger sum by the smaller, NULL when not comparable
CREATE VIEW deal_conflict AS
WITH side AS (
  SELECT event, kind, parties, key_actor, key_target, class, unit, x, approx, currency, usd, percent, scope, round, status, edtf, source, published, article, story, evidence,
    low, high, min(coalesce(first_day, published_first)) OVER w AS first_day, max(coalesce(last_day, published_first)) OVER w AS last_day,
    row_number() OVER (PARTITION BY event ORDER BY approx IS NULL, published_first IS NULL, published_first, article, field, n) AS rank
  FROM deal_claim WHERE x IS NOT NULL AND status IS NOT 'denied' WINDOW w AS (PARTITION BY event)),
chosen AS MATERIALIZED (SELECT * FROM side WHERE rank = 1 GROUP BY event)      -- (grouped only so that the join below gets an index)
SELECT CASE WHEN a.class = 'part' OR b.class = 'part' THEN 'part'
    WHEN a.class = 'cap' OR b.class = 'cap' THEN 'cap'
    WHEN a.unit <> b.unit OR a.currency <> b.currency AND a.approx BETWEEN 0.99 * b.approx AND 1.01 * b.approx THEN 'currency'
    WHEN max(a.x, b.x) <= 1.1 * min(a.x, b.x) THEN 'rounding' ELSE 'contradiction' END AS reason,
  a.kind, a.key_actor AS actor, a.key_target AS target,
  a.event AS event_a, a.approx AS approx_a, a.currency AS currency_a, a.usd AS usd_a, a.percent AS percent_a, a.scope AS scope_a, a.status AS status_a,
  a.edtf AS edtf_a, a.source AS source_a, a.published AS published_a, a.article AS article_a, a.evidence AS evidence_a,
  b.event AS event_b, b.approx AS approx_b, b.currency AS currency_b, b.usd AS usd_b, b.percent AS percent_b, b.scope AS scope_b, b.status AS status_b,
  b.edtf AS edtf_b, b.source AS source_b, b.published AS published_b, b.article AS article_b, b.evidence AS evidence_b,
  iif(a.unit = b.unit AND min(a.x, b.x) > 0, 1.0 * max(a.x, b.x) / min(a.x, b.x), NULL) AS ratio
FROM chosen a JOIN chosen b ON b.parties = a.parties AND b.event > a.event
WHERE a.story <> b.story AND (a.unit = '%') = (b.unit = '%')
  AND (a.key_actor IS NOT NULL OR a.key_target IS NOT NULL)
  AND coalesce(a.round <> b.round, 0) = 0
  AND coalesce(julianday(a.first_day) - julianday(b.last_day) <= 90, 1) AND coalesce(julianday(b.first_day) - julianday(a.last_day) <= 90, 1)
  AND NOT (a.unit = b.unit AND a.class = b.class AND max(a.x, b.x) <= 1.03 * min(a.x, b.x))
  AND NOT (a.unit = b.unit AND a.class = b.class AND a.unit <> '%'                          -- open bounds that meet
    AND coalesce(a.low, 0) * a.x <= coalesce(b.high, 9e18) * b.x * a.approx / b.approx AND coalesce(b.low, 0) * b.x <= coalesce(a.high, 9e18) * a.x * b.approx / a.approx
    AND (a.low IS NOT a.high OR b.low IS NOT b.high));

-- money_by_entity: what sums are told of whom, by measure.
--   entity, measure, currency
--   mentions, articles, stories     how often (a repost is no story of its own)
--   lowest, highest         of approx
--   latest, latest_edtf, latest_article     the sum of the most recent date (publication where the text gives none)
CREATE VIEW money_by_entity AS
WITH m AS (
  SELECT m.*, row_number() OVER (PARTITION BY m.entity, m.measure, m.currency
      ORDER BY coalesce(m.edtf, m.published) DESC, m.published_first DESC, m.article DESC, m.n) AS rank
  FROM money_claim m WHERE m.entity IS NOT NULL)
SELECT entity, measure, currency, count(*) AS mentions, count(DISTINCT article) AS articles, count(DISTINCT story) AS stories,
  min(approx) AS lowest, max(approx) AS highest,
  max(iif(rank = 1, approx, NULL)) AS latest, max(iif(rank = 1, edtf, NULL)) AS latest_edtf, max(iif(rank = 1, article, NULL)) AS latest_article
FROM m GROUP BY entity, measure, currency;

-- timeline: what is dated about whom.
--   entity, first_day, last_day, edtf
--   what                    'deal' (a claim), 'figure' (a sum), 'mention' (a date in a sentence that names the entity)
--   detail                  the clause, the sum with its measure, or the date as written
--   article, field, start, length, source, published, story
CREATE VIEW timeline AS
SELECT l.actor AS entity, l.first_day, l.last_day, l.edtf, 'deal' AS what, l.evidence AS detail, l.article, l.field, l.start, l.length, l.source, l.published, l.story
  FROM deal_ledger l WHERE l.actor IS NOT NULL AND l.edtf IS NOT NULL AND l.verdict IS NOT 'wrong'
UNION ALL SELECT l.target, l.first_day, l.last_day, l.edtf, 'deal', l.evidence, l.article, l.field, l.start, l.length, l.source, l.published, l.story
  FROM deal_ledger l WHERE l.target IS NOT NULL AND l.edtf IS NOT NULL AND l.verdict IS NOT 'wrong'
UNION ALL SELECT m.entity, d.first_day, d.last_day, m.edtf, 'figure', coalesce(m.measure || ': ', '') || m.surface, m.article, m.field, m.start, m.length, m.source, m.published, m.story
  FROM money_claim m
    LEFT JOIN date_mention d ON d.article = m.article AND d.field = m.field AND d.edtf = m.edtf
      AND d.n = (SELECT min(x.n) FROM date_mention x WHERE x.article = m.article AND x.field = m.field AND x.edtf = m.edtf)
  WHERE m.entity IS NOT NULL AND m.edtf IS NOT NULL
UNION ALL SELECT DISTINCT e.entity, d.first_day, d.last_day, d.edtf, 'mention', d.surface, d.article, d.field, d.start, d.length, a.source, a.published, a.story
  FROM date_mention d JOIN entity_mention e ON e.article = d.article AND e.field = d.field AND e.sentence = d.sentence JOIN article a ON a.id = d.article
  WHERE d.edtf IS NOT NULL AND e.type IN ('org', 'person', 'product') AND NOT a.gone;

-- attention: how much of a month's news names an entity.
--   entity, type, month     NULL for articles without a full date
--   stories                 distinct stories of the month that name it; mentions that review calls wrong do not count
--   share                   of all stories of the month, 0 to 1
CREATE VIEW attention AS
WITH total AS (SELECT substr(published_first, 1, 7) AS month, count(DISTINCT story) AS stories FROM article WHERE NOT gone GROUP BY month)
SELECT n.entity, n.type, n.month, n.stories, 1.0 * n.stories / t.stories AS share
FROM (SELECT e.entity, e.type, substr(a.published_first, 1, 7) AS month, count(DISTINCT a.story) AS stories
  FROM entity_mention e JOIN article a ON a.id = e.article
  WHERE NOT a.gone AND NOT EXISTS (SELECT 1 FROM review v WHERE v.path = a.path AND v.kind = 'entity' AND v.verdict = 'wrong'
    AND (v.part IS NULL OR v.part = a.part) AND (v.start IS NULL OR v.start = e.start) AND (v.surface IS NULL OR v.surface = e.surface))
  GROUP BY e.entity, e.type, month) n
  JOIN total t ON t.month IS n.month;

-- coverage: what the folder holds: source, lang, month, articles, stories, characters (of the bodies), first_published, last_published.
CREATE VIEW coverage AS
SELECT source, lang, substr(published_first, 1, 7) AS month, count(*) AS articles, count(DISTINCT story) AS stories, sum(length(body)) AS characters,
  min(published) AS first_published, max(published) AS last_published
FROM article WHERE NOT gone GROUP BY source, lang, month;

-- story_group: articles that tell one story in (nearly) the same words, groups of two and more.
--   story, articles, sources (list), langs (list), first_published, title (of the earliest), ids (list)
CREATE VIEW story_group AS
SELECT story, count(*) AS articles, (SELECT group_concat(source, ', ') FROM (SELECT DISTINCT source FROM article x WHERE x.story = a.story AND NOT x.gone AND source IS NOT NULL ORDER BY source)) AS sources,
  (SELECT group_concat(lang, ', ') FROM (SELECT DISTINCT lang FROM article x WHERE x.story = a.story AND NOT x.gone ORDER BY lang)) AS langs,
  min(published) AS first_published,
  (SELECT title FROM article x WHERE x.story = a.story AND NOT x.gone ORDER BY published_first IS NULL, published_first, id LIMIT 1) AS title,
  (SELECT group_concat(id, ', ') FROM (SELECT id FROM article x WHERE x.story = a.story AND NOT x.gone ORDER BY id)) AS ids
FROM article a WHERE NOT gone GROUP BY story HAVING count(*) > 1;

-- stale: articles that older rules or other names have read than the last run had: article, path, part, import_run, code, data, names.
-- sql/reread.sql reads them again.
CREATE VIEW stale AS
SELECT a.id AS article, a.path, a.part, a.import_run, r.code, r.data, r.names
FROM article a JOIN import_run r ON r.id = a.import_run JOIN (SELECT * FROM import_run ORDER BY id DESC LIMIT 1) now
WHERE r.code IS NOT now.code OR r.data IS NOT now.data OR r.names IS NOT now.names;

-- reviewed: the rows of review with the mention that each speaks of.
--   path, part, kind, start, surface, verdict, field, value, note      of review
--   article, found          the article, and how many mentions fit now; 0 when the text or the rules have moved on
CREATE VIEW reviewed AS
WITH mention AS (
  SELECT 'deal' AS kind, article, start, surface FROM deal_mention UNION ALL SELECT 'money', article, start, surface FROM money_mention
  UNION ALL SELECT 'entity', article, start, surface FROM entity_mention UNION ALL SELECT 'date', article, start, surface FROM date_mention
  UNION ALL SELECT 'quantity', article, start, surface FROM quantity_mention UNION ALL SELECT 'quote', article, start, surface FROM quote_mention)
SELECT v.path, v.part, v.kind, v.start, v.surface, v.verdict, v.field, v.value, v.note, a.id AS article,
  (SELECT count(*) FROM mention m WHERE m.kind = v.kind AND m.article = a.id AND (v.start IS NULL OR m.start = v.start) AND (v.surface IS NULL OR m.surface = v.surface)) AS found
FROM review v LEFT JOIN article a ON a.path = v.path AND (v.part IS NULL OR v.part = a.part);

-- article_body: bodies without the lines that recur in their source: article, body.
CREATE VIEW article_body AS
SELECT a.id AS article, CASE WHEN a.source IN (SELECT source FROM boilerplate_line) THEN
  (SELECT group_concat(kept, char(10)) FROM (SELECT replace(j.value, char(26), '\') AS kept
    FROM json_each('[' || replace(json_quote(replace(a.body, '\', char(26))), '\n', '","') || ']') j ORDER BY j.id)
   WHERE NOT EXISTS (SELECT 1 FROM boilerplate_line b WHERE b.source = a.source AND b.line = trim(kept)))
  ELSE a.body END AS body
FROM article a WHERE NOT a.gone;

RELEASE gazette_views;
