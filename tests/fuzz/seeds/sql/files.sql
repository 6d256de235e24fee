SELECT path, part, title, length(body), error FROM read_articles('n') WHERE path = '04-wire-deal-en.txt' OR +part > 1;
SELECT l.path, l.size, r.charset FROM list_files('news') l LEFT JOIN read_articles('news', 'UTF-8', 2000) r USING (path) LIMIT 5;
