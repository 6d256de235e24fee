-- The invented names of cases.tsv, given to this connection.
INSERT INTO gazetteer(entity, type, alias, lang) VALUES
 ('Tidemark', 'org', 'Tidemark', 'en'), ('Tidemark', 'org', '潮标', 'zh-Hans'), ('Quillon', 'org', 'Quillon', 'en'), ('Quillon', 'org', '奎伦', 'zh-Hans'),
 ('Lumora', 'org', 'Lumora', 'en'), ('Lumora', 'org', '光诺', 'zh-Hans'), ('Norvane', 'org', 'Norvane', 'en'), ('Norvane', 'org', '诺凡', 'zh-Hans'),
 ('Veridan', 'org', 'Veridan', 'en'), ('Veridan', 'org', '维瑞丹', 'zh-Hans'), ('Halden Motors', 'org', 'Halden Motors', 'en'), ('Halden Motors', 'org', '海登汽车', 'zh-Hans'),
 ('Portside Capital', 'org', 'Portside Capital', 'en'), ('Portside Capital', 'org', '港湾资本', 'zh-Hans'),
 ('Harbour Commission', 'org', 'Harbour Commission', 'en'), ('Harbour Commission', 'org', '港口委员会', 'zh-Hans'),
 ('Mara Oskell', 'person', 'Mara Oskell', 'en'), ('Mara Oskell', 'person', '玛拉·奥斯凯尔', 'zh-Hans'),
 ('Cape Ledger', 'publication', 'Cape Ledger', 'en'), ('Cape Ledger', 'publication', '海岬纪事', 'zh-Hans');
