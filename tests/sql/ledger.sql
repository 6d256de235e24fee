.load ./gazette
.read sql/schema.sql
.read sql/views.sql
.print nine tellings of one investment: a wire, its reprint, a paper that relays it with the sum in yuan, another sum, a rounder one, a first part, a cap, one without date or source, a denial
INSERT INTO my_name(entity, type, alias) VALUES ('Tidemark', 'org', 'Tidemark'), ('Tidemark', 'org', '潮标'), ('Quillon', 'org', 'Quillon'), ('Quillon', 'org', '奎伦'), ('Lumora', 'org', 'Lumora'), ('Harbour Wire', 'publication', 'Harbour Wire');
.read sql/open.sql
CREATE TEMP TABLE incoming(path, source, published, title, raw);
INSERT INTO incoming VALUES
 ('wire/1', 'Harbour Wire', '2024-05-06', 'Quillon finds a backer', 'Tidemark has invested $120 million in Quillon, the two companies said on Monday. The money will pay for a second laboratory in Port Lynn, where the harbour pilots have asked for better charts since the winter. Quillon had revenue of $14 million in 2023.'),
 ('mirror/1', 'Cape Mirror', '2024-05-07', 'Quillon finds a backer', 'Tidemark has invested $120 million in Quillon, the two companies said on Monday. The money will pay for a second laboratory in Port Lynn, where the harbour pilots have asked for better charts since the winter. Quillon had revenue of $14 million in 2023.'),
 ('haijia/1', '海岬财经', '2024-05-07', '奎伦获投资', '据Harbour Wire报道，潮标向奎伦投资1.2亿美元（约合8.69亿元人民币）。奎伦的海图软件在几个港口试用了一年。'),
 ('ledger/1', 'Cape Ledger', '2024-05-08', 'What the charts cost', 'Tidemark invested $150 million in Quillon, according to people briefed on the matter. The chart maker has no profit yet, and nobody in Port Lynn expects one before the new pier stands.'),
 ('post/1', 'Kestrel Post', '2024-05-09', 'A bet on charts', 'Tidemark has invested about $121 million in Quillon. It was the largest cheque that the fund wrote this spring, and the only one for a company with a boat of its own.'),
 ('notes/1', 'Bay Notes', '2024-05-10', 'First money arrives', 'Tidemark has put an initial $30 million into Quillon. The rest follows when the sea trials are over.'),
 ('gull/1', 'Gull Gazette', '2024-04-20', 'Talk of the quay', 'Tidemark plans to invest up to $200 million in Quillon. The plan is older than the company''s newest office.'),
 ('old/1', NULL, NULL, 'Undated', 'Tidemark invested $128 million in Quillon. So it says on a sheet that hangs in the ferry office.'),
 ('lumora/1', 'Cape Ledger', '2024-05-11', 'Not us', 'Lumora denied that it had invested $50 million in Quillon. It has never bought a chart in its life.');
.read sql/import.sql
.print events: 120 and 121 million and the yuan are one, of three stories and two origins; neither the part nor the cap is added to anything
SELECT actor, target, approx, currency, scope, status, claims, articles, stories, origins, denials FROM deal WHERE kind = 'invest' ORDER BY actor, approx;
SELECT l.path, approx, currency, scope, status, attributed_to, origin, substr(a.body, l.start, l.length) = l.evidence AS traced FROM deal_ledger l JOIN article a ON a.id = l.article WHERE kind = 'invest' ORDER BY l.path;
.print conflicts: six per cent is rounding, a quarter is not; a part and a cap are said to be one; a denial contradicts nobody; no date hinders nothing
SELECT reason, approx_a, approx_b, printf('%.3f', ratio) FROM (SELECT reason, min(approx_a, approx_b) AS approx_a, max(approx_a, approx_b) AS approx_b, ratio FROM deal_conflict) ORDER BY 1, 2, 3;
.print rates, dates, stories, shares, what there is
SELECT date, base, quote, printf('%.3f', rate), currency, printf('%.4f', usd), plausible, surface FROM implied_fx;
SELECT entity, edtf, what, detail FROM timeline WHERE entity IN ('Tidemark', 'Quillon') AND story = (SELECT story FROM article WHERE path = 'wire/1') ORDER BY entity, what, detail, article;
SELECT articles, sources, langs, first_published, title FROM story_group;
SELECT entity, month, stories, printf('%.3f', share) FROM attention WHERE entity IN ('Tidemark', 'Quillon', 'Lumora') ORDER BY entity, month;
SELECT source, lang, month, articles, stories FROM coverage ORDER BY 1, 2, 3;
SELECT entity, measure, currency, mentions, articles, stories, lowest, highest FROM money_by_entity WHERE entity IN ('Tidemark', 'Quillon') ORDER BY 1, 2, 3;
