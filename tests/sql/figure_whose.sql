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
-- a sum that is compared is what the other is, of the year before; names that stand behind the word; each its own; no person has revenue
SELECT f.surface, f.measure, f.entity, f.edtf FROM figures('Tidemark''s capital spending will be €1.1 billion in 2025, compared with €900 million in 2024.', '2024-06-17') f;
SELECT f.surface, f.measure, f.entity, f.edtf FROM figures('Losses at Tidemark widened to $18 million in the first quarter, from $12 million a year earlier.', '2024-06-17') f;
SELECT f.surface, f.measure, f.entity, f.edtf FROM figures('潮标第一季度毛利为7.5亿元，去年同期为6.8亿元。', '2024-06-17') f;
SELECT f.surface, f.measure, f.entity, f.edtf FROM figures('潮标2023年研发费用为5.4亿元，2022年为4.1亿元。', '2024-06-17') f;
SELECT f.surface, f.measure, f.entity FROM figures('Shares of Quillon closed at $17.20 on Friday, giving the carmaker a market value of about $3.1 billion.') f;
SELECT f.surface, f.measure, f.entity FROM figures('Tidemark and Quillon posted profits of $70 million and $52 million respectively.') f;
SELECT f.surface, f.measure, f.entity FROM figures('Nora Vance, who runs Tidemark, earned $4 million last year. The company has revenue of $9 million.') f;
SELECT f.surface, f.measure, f.entity FROM figures('After it lost $40 million, Quillon made an operating profit of $12 million.') f;
SELECT f.surface, f.measure, f.entity FROM figures('潮标宣布派发末期息每股0.45港元，全年派息总额约31亿港元。') f;
SELECT f.surface, f.measure, f.edtf FROM figures('Investors value Quillon at $2.2 billion after it raised $150 million in July.', '2024-11-08') f;
