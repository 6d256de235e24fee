.load ./gazette
-- what scripts leave in a page's text: objects say what the article is, settings and styles say nothing and are no text
.mode list
.separator " | "
.nullvalue -
CREATE TEMP TABLE head(k, t);
INSERT INTO head VALUES
 (1, '{"@type":"NewsArticle","headline":"The Lynn mill opens","datePublished":"2024-05-06T08:00:00Z","author":{"@type":"Person","name":"Ana Lowell"},"publisher":{"name":"Harbour Times"}}'),
 (2, '{"headline" : "The \"old\" mill \/ opens","author":[{"name":"Ana Lowell"}]}'),
 (3, '{"headline":"The mill \u00e9 opens","author":"https://example.org/ana","publisher":"Harbour Times"}'),
 (4, '{"datePublished":"yesterday","author":"Ana Lowell"}'),
 (5, '{"image":{"name":"A picture"},"author":{"url":"x","name":"Ana Lowell"}}'),
 (6, '{"headline":"","creator":"Ana Lowell"}'),
 (7, '{"headline":"broken'),
 (8, '{"headline":"a\'),
 (10, 'var x = 5;'), (11, 'var is a word'), (12, 'document.write("x")'), (13, '<!-- headline -->'), (14, '{ }, ['), (15, ']);'), (16, '"name" : "x"'), (17, '"a quotation", he said'), (18, '@media screen {'), (19, '}'), (20, '[1]'), (21, '{'||char(10)||'"headline": "Over lines",'||char(10)||'"author": {'||char(10)||'"name": "Ana Lowell"'||char(10)||'}'||char(10)||'}');
SELECT k, title, author, published, source, replace(body, char(10), '/') FROM head, parse_article(t || char(10,10) || 'The mill of Lynn was opened on Monday, after two years of work on its wheel and roof.' || char(10,10) || 'Nobody had thought that it would ever turn again, the miller said when the water came.');
-- paragraphs with Markdown in them, and lines of them that were broken
CREATE TEMP TABLE line(k, t);
INSERT INTO line VALUES
 (2, 'It was **very** old, said [the miller, and he \*meant\* it, as he stood by the water with his two dogs and a stick.'),
 (3, 'A line that was broken in the mid-'||char(10)||'dle of a word goes on here, and so does the story of the mill by the harbour of Lynn.'),
 (4, 'Their page is http://lynn.example/the-old-'||char(10)||'mill and is read by a great many people in the town of Lynn every single day.'),
 (5, '港口办公室周一表示，林恩的磨坊在修缮两年之后'||char(10)||'终于重新开放，附近的居民纷纷前来观看水轮转动。'),
 (6, '港口办公室周一表示，林恩的磨坊（Lynn Mill）在修缮两年之后，'||char(10)||'Lynn 的居民纷纷前来观看水轮转动，直到天黑才回家。'),
 (7, 'The wheel turns   '||char(9)||char(13)||char(10)||'　　and the water runs, as it has not done for two years, the harbour office said on Monday.'),
 (8, 'A star * stands here, and an end of a line has a backslash \'||char(10)||'before the next line of this paragraph goes on with more of the story.'),
 (10, 'The [mill](<http://lynn.example/a b>) and the [wheel][1] were both repaired by the same firm, which comes from the next valley.');
SELECT k, replace(replace(body, char(10), '/'), char(13), '~') FROM line, parse_article('The Lynn mill opens' || char(10,10) || 'By Ana Lowell' || char(10,10) || 'Nobody had thought that it would ever turn again, the miller said when the water came.' || char(10,10) || t || char(10,10) || 'It will be open on Sundays, from ten in the morning until the sun has gone down.');
