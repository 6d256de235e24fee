SELECT parse_money(body), parse_money(body, 'low', 'HK'), parse_number(title), parse_percent(body), parse_date(body, '2024-06-13') FROM doc;
SELECT entity_of(title), entity_of('Amazon', 'zh-Hans'), article_lang(body, 'confidence'), clean_text(body), fold_text(title), kwic(body, 3, 5, 10) FROM doc;
SELECT a.id, b.id, hamming(simhash(a.body), simhash(b.body)), containment(a.body, b.body) FROM doc a, doc b WHERE a.id < b.id;
SELECT gazette_version(), gazette_version('icu'), gazette_debug(), search_query('heron -loss "a b"', 'entities');
