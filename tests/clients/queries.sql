SELECT gazette_version() <> '';
SELECT surface || '|' || approx || '|' || currency FROM money('It cost $4 billion, about 292.34亿元人民币.') ORDER BY n;
SELECT entity FROM entities('亚马逊和微软') ORDER BY n;
SELECT edtf FROM dates('2023年9月25日');
SELECT kind || '|' || actor || '|' || target FROM deals('Amazon invested $4 billion in Anthropic.');
SELECT article_lang('敏捷的棕色狐狸跳过了懒狗，然后回到了森林里。');
SELECT count(*) FROM read_articles('fixtures/news/04-wire-deal-en.txt');
SELECT search_query('AT&T -x');
