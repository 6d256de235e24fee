-- What the database holds, for the shell: .read sql/report.sql
-- Reads the views of sql/views.sql only; every list shows its first rows.
.headers on
.mode box --wrap 44 --wordwrap off

.print
.print What is there
SELECT count(*) AS articles, count(DISTINCT story) AS stories, count(DISTINCT source) AS sources, count(DISTINCT lang) AS languages,
  min(published_first) AS earliest, max(published_last) AS latest, sum(gone) AS gone,
  (SELECT count(*) FROM import_error) AS unread, (SELECT count(*) FROM stale) AS stale
FROM article;

.print
.print By source
SELECT coalesce(source, '(not said)') AS source, sum(articles) AS articles, sum(stories) AS stories, group_concat(DISTINCT lang) AS languages,
  min(first_published) AS earliest, max(last_published) AS latest
FROM coverage GROUP BY source ORDER BY articles DESC, source LIMIT 12;

.print
.print By language
SELECT lang, sum(articles) AS articles, sum(characters) AS characters FROM coverage GROUP BY lang ORDER BY articles DESC, lang LIMIT 12;

.print
.print By month
SELECT coalesce(month, '(no full date)') AS month, sum(articles) AS articles FROM coverage GROUP BY month ORDER BY month DESC LIMIT 12;

.print
.print The largest sums (in dollars where a rate is known)
WITH sums AS (
  SELECT m.*, a.title, a.source, a.story,
    m.approx * coalesce(iif(m.currency = 'USD', 1.0, NULL), (SELECT usd FROM usd_rate u WHERE u.currency = m.currency ORDER BY date DESC LIMIT 1)) AS usd
  FROM money_mention m JOIN article a ON a.id = m.article WHERE NOT a.gone)
SELECT surface, printf('%,lld', approx) AS amount, currency, measure, entity, iif(length(title) > 30, substr(title, 1, 29) || '…', coalesce(title, '')) AS title
FROM sums WHERE approx IS NOT NULL AND usd IS NOT NULL GROUP BY story, surface ORDER BY usd DESC, story, n LIMIT 12;

.print
.print The most-named entities
SELECT e.entity, e.type, count(*) AS mentions, count(DISTINCT a.story) AS stories
FROM entity_mention e JOIN article a ON a.id = e.article WHERE NOT a.gone
GROUP BY e.entity, e.type ORDER BY stories DESC, mentions DESC, e.entity LIMIT 15;

.print
.print The deal ledger: who did what to whom, according to whom
SELECT kind, actor, target, iif(approx IS NULL, '', iif(high IS NULL, '≥ ', iif(low IS NULL, '≤ ', '')) || printf('%,lld', approx)) AS amount,
  currency, percent, scope, edtf AS date, status, coalesce(origin, '') AS origin
FROM deal_ledger WHERE actor IS NOT NULL OR target IS NOT NULL
GROUP BY kind, actor, target, approx, currency, percent, scope, status, story
ORDER BY target, actor, kind, first_day, approx LIMIT 40;

.print
.print The same, merged into events
SELECT kind, actor, target, iif(approx IS NULL, '', printf('%,lld', approx)) AS amount, currency, percent, first_day AS since, status, claims, stories, origins, sources
FROM deal WHERE approx IS NOT NULL OR percent IS NOT NULL ORDER BY stories DESC, claims DESC, usd DESC, event LIMIT 15;

.print
.print Where sources disagree
SELECT reason, kind, actor, target, printf('%,lld', coalesce(approx_a, percent_a)) AS one, coalesce(currency_a, '%') AS cur, source_a AS source,
  printf('%,lld', coalesce(approx_b, percent_b)) AS other, coalesce(currency_b, '%') AS cur, source_b AS source
FROM deal_conflict ORDER BY CASE reason WHEN 'contradiction' THEN 1 WHEN 'currency' THEN 2 WHEN 'rounding' THEN 3 WHEN 'cap' THEN 4 ELSE 5 END, kind, actor, target, one LIMIT 20;

.print
.print Told more than once
SELECT title, articles, sources, langs, ids FROM story_group ORDER BY articles DESC, story LIMIT 10;

.print
.print What could not be read
SELECT e.path, e.error FROM import_error e ORDER BY e.corpus, e.path LIMIT 10;
