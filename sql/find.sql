-- Full-text search in the shell:
--   .parameter set :words "'亚马逊 投资'"
--   .read sql/find.sql
-- Words, "exact phrases" and -exclusions; Traditional and Simplified, full and half width are the same. Any client can bind :words.
SELECT a.title, coalesce(a.source, a.site) AS source, a.published, snippet(search, -1, '[', ']', '…', 24) AS snippet
FROM search JOIN article a ON a.id = search.rowid
WHERE search MATCH search_query(coalesce(:words, '')) AND NOT a.gone
ORDER BY search.rank, a.id LIMIT 20;
