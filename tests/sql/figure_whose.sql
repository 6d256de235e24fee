-- Whose a sum is: the subject and not the name in an apposition, who pays a fine and not who imposes it; a sum a share is a price.
.load ./gazette
.mode list
INSERT INTO gazetteer(entity, type, alias) VALUES ('Tidemark', 'org', 'Tidemark'), ('Quillon', 'org', 'Quillon'), ('Harbour Commission', 'org', 'Harbour Commission'),
 ('Tidemark', 'org', '潮标'), ('Harbour Commission', 'org', '港口委员会');
SELECT f.surface, f.measure, f.entity FROM figures('Tidemark, Quillon''s larger rival, was valued at $30 billion in March.') f;
SELECT f.surface, f.measure, f.entity FROM figures('Quillon''s revenue rose to $3 billion.') f;
SELECT f.surface, f.measure, f.entity FROM figures('The Harbour Commission fined Tidemark 1.2 million pounds on Monday.') f;
SELECT f.surface, f.measure, f.entity FROM figures('Tidemark was fined $5 million by the Harbour Commission.') f;
SELECT f.surface, f.measure, f.entity FROM figures('港口委员会对潮标处以34.42亿元罚款。') f;
SELECT f.surface, f.measure, f.entity FROM figures('Tidemark holders will receive $70 per share.') f;
SELECT f.surface, f.measure, f.entity FROM figures('潮標稅後純益576.7億元，優於去年。') f;
