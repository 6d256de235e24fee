-- Names in no list: the words beside them show companies; a word for a people before letters names nothing; 国资 belongs to no place.
.load ./gazette
.mode list
SELECT surface, type FROM entities('Aptel agreed to buy Veltrix for $2 billion.');
SELECT surface, type FROM entities('The startup Velm raised $5 million from investors.');
SELECT surface, type FROM entities('It sold a stake in Ostrevin to a rival.');
SELECT surface, type FROM entities('Quenlo shares fell 3%.');
SELECT 'none', count(*) FROM entities('A French AI lab and an American CEO met.') WHERE type = 'org';
SELECT surface, type FROM entities('由北京国资领投。');
SELECT 'none', count(*) FROM entities('她投资了一家新创公司。') WHERE type = 'org';
