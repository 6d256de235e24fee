.load ./gazette
.read sql/schema.sql
.read sql/views.sql
CREATE TEMP TABLE incoming(path, title, source, raw);
INSERT INTO incoming VALUES
 ('1', 'Lamps', 'Harbour Wire', 'The harbour office will replace all lamps on the north quay before winter comes, it said on Thursday.' || char(10,10) || 'The work takes ten weeks and the keepers of the old lamps will be asked to help, since nobody else knows the ladders.' || char(10,10) || 'Write to the night desk, we read everything.'),
 ('2', 'Lamps again', 'Cape Mirror', 'The harbour office will replace all lamps on the north quay before winter comes, it said on Thursday.' || char(10,10) || 'The work takes ten weeks and the keepers of the old lamps will be asked to help, since nobody else knows the ladders.' || char(10,10) || 'Write to the night desk, we read everything.'),
 ('3', 'Mice', 'Harbour Wire', 'The yearly count of mice found more of them than ever, and the grain sheds are asking for cats, the harbour master told us.' || char(10,10) || 'Cats were last hired in the year of the great storm, when the ships could not sail and the grain lay in the sheds for months.' || char(10,10) || 'Write to the night desk, we read everything.'),
 ('4', 'Rope', 'Harbour Wire', 'A rope with a sensor counts every pull of every ship, and the clerks of the port can read the figures from their desks at noon.' || char(10,10) || 'The makers of the rope hope to sell it to the river ports too, where the water is calm and ropes grow old before they break.' || char(10,10) || 'Write to the night desk, we read everything.'),
 ('5', 'Soup', 'Harbour Wire', 'The man who pays his rent in soup has been asked for seconds by the repairmen of the telephone, and he is thinking about a bigger pot.' || char(10,10) || 'His landlord does not complain, since a bowl at noon saves the clerks the long walk up the hill and back again in the rain.' || char(10,10) || 'Write to the night desk, we read everything.'),
 ('6', '码头', '海岬财经', '港务局将在入冬之前更换北码头的全部路灯，工程历时十周。看守旧灯的老人们也会被请来帮忙，因为只有他们熟悉那些梯子。新灯用电只有旧灯的三分之一，夜里看得更远，雾里也不刺眼。船长们说，他们会想念旧灯的颜色，但不会想念换灯泡时的风。工程结束之后，旧灯会被送进港口的小博物馆，和旧罗盘放在一起。'),
 ('7', '碼頭', '港灣時報', '港務局將在入冬之前更換北碼頭的全部路燈，工程歷時十周。看守舊燈的老人們也會被請來幫忙，因為只有他們熟悉那些梯子。新燈用電只有舊燈的三分之一，夜裡看得更遠，霧裡也不刺眼。船長們說，他們會想念舊燈的顏色，但不會想念換燈泡時的風。工程結束之後，舊燈會被送進港口的小博物館，和舊羅盤放在一起。');
INSERT INTO incoming VALUES
 ('8', 'Lamps, with more around them', 'Cape Gull', 'Good morning, readers of the Gull, here is what the other papers of the coast have found out while we were asleep in our beds.' || char(10,10) || 'The harbour office will replace all lamps on the north quay before winter comes, it said on Thursday.' || char(10,10) || 'The work takes ten weeks and the keepers of the old lamps will be asked to help, since nobody else knows the ladders.' || char(10,10) || 'Our own man on the quay adds that two of the lamps have been dark since the spring, and that he has stumbled there twice.'),
 ('9', 'Ladders', 'Cape Gull', 'Ladders are a matter of trust, say those who climb them, and the harbour has more of them than any other town on this coast.' || char(10,10) || 'The work takes ten weeks and the keepers of the old lamps will be asked to help, since nobody else knows the ladders.' || char(10,10) || 'In the town museum there is a ladder that is said to have carried a governor down from a burning house in his night shirt.');
.read sql/import.sql
.print reposts, also with other paragraphs around, and the same text in the other script are one story; one sentence in common is not enough
SELECT id, story FROM article ORDER BY id;
SELECT story, articles, sources, title, ids FROM story_group;
.print the line that recurs in the stories of one source; a repost elsewhere does not count
SELECT source, line, articles FROM boilerplate_line;
SELECT a.id, length(a.body) - length(b.body) FROM article a JOIN article_body b ON b.article = a.id ORDER BY a.id;
.print the first of a story changes: the other keeps a story of its own
UPDATE incoming SET raw = 'The harbour office has changed its mind about the lamps; it will keep them for another winter, and mend the ladders in place of the lamps.' WHERE path = '1';
.read sql/import.sql
SELECT id, story FROM article WHERE id < 3;
.print and when it is the same again they are one story again
UPDATE incoming SET raw = (SELECT raw FROM incoming WHERE path = '2') WHERE path = '1';
.read sql/import.sql
SELECT id, story FROM article WHERE id < 3;
SELECT count(*) FROM story_band;
.print full text: titles count more; both scripts; what is gone is not found; no words, no rows
.parameter set :words "'lamps'"
.read sql/find.sql
.parameter set :words "'\"碼頭的全部\" -老人'"
.read sql/find.sql
.parameter set :words "'\"碼頭的全部\"'"
.read sql/find.sql
.parameter set :words "'\"'"
.read sql/find.sql
.parameter unset :words
.read sql/find.sql
