.load ./gazette
.mode list
.separator |
-- listed names, in the decision order; every surface is the text at its place
CREATE TEMP TABLE x(t);
INSERT INTO x VALUES
 ('亚马逊雨林在燃烧，亚马逊发布财报。'),
 ('集中通过了决议'),
 ('中通快递涨价'),
 ('高通胀时代，高通发布芯片'),
 ('metadata and meta; Meta rose'),
 ('$Microsoft (MSFT.US)$ and NASDAQ: AMZN (NYSE:F) 00700.HK 600519.SH 2330.TW'),
 ('アマゾンは強い。アマゾンプライムは別だ。'),
 ('亞馬遜與輝達'),
 ('US$4 billion'),
 ('visit openai.com or mail bob@anthropic.com'),
 ('Ａｍａｚｏｎ'),
 ('Alphabet-A fell. Amazon Inc. AMZN is up.');
SELECT x.rowid, surface, entity, type, how FROM x, entities(t) WHERE how <> 'discovered';
SELECT count(*) FROM x, entities(t) WHERE substr(t, start, length) <> surface;
