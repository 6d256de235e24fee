.load ./gazette
.print no tables yet
.read sql/import.sql
.print a table article that somebody else made
CREATE TABLE article(id INTEGER PRIMARY KEY, corpus, path, part, title);
INSERT INTO article(title) VALUES ('precious');
.read sql/schema.sql
.read sql/import.sql
SELECT name FROM sqlite_schema;
SELECT title FROM article;
