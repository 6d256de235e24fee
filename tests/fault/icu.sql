-- One statement a line, run by icu.c with allocations of ICU failing; each must give at least one row and make ICU allocate.
-- Where ICU itself breaks (72.1): its charset detector does not look at what `new` gave it, and frees what it never made. A line `-- icu: NAME`
-- names each such function by a part of its symbol. And it keeps a failure: what could not be made once is not made again in that process.
-- icu: 9InputText7setText
-- icu: 15CharsetDetectorD
-- icu: 15CharsetDetector9detectAll
SELECT hex(fold_text('Ｃafé ﬁn ｶﾞ 가각 שׁ'))
SELECT clean_text('caf&eacute; ⼊口 金額 﨑 and more')
SELECT clean_text('锛屽叧浜庢垜浠笉鐨勬柊闂诲ぇ瀹堕兘鐭ラ亾鍦ㄥ摢閲') || clean_text('ÖÐ¹úµÄÐÂÎÅ´ó¼Ò¶¼ÖªµÀÔÚÄÄÀï¿´')
SELECT clean_text('規(guī)模 經(jīng)濟 產(chǎn)業 聯(?;ヂ?lián)網的發展與規(guī)劃')
SELECT clean_text('我哋喺香港' || char(0xF6B1) || '講嘢，呢個係廣東話嘅字')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/05-same-deal-other-sum-gb18030.txt')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/08-cantonese-hkscs.txt')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/11-de-windows-1252.txt')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/14-fine-utf16le.txt')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/09-ja-shift-jis.txt', 'ibm-943_P15A-2003')
SELECT path, charset, title, length(raw), error FROM read_articles('fixtures/news/1*.txt')
CREATE VIRTUAL TABLE t USING fts5(x, tokenize='gazette'); INSERT INTO t VALUES ('亞馬遜AWS 40億美元 café ｶﾞ 가'); SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH search_query('ｶﾞ')
