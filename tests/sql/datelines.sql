.load ./gazette
.mode list
.nullvalue -
-- what the first line of an article says of itself: place, source, day, writer
CREATE TEMP TABLE t(x);
INSERT INTO t VALUES
  ('PORT LYNN, Calif.--(CAPE WIRE)--The mill of Lynn was opened on Monday.'),
  ('(Cape Wire) - The mill of Lynn was opened on Monday.'),
  ('(Cape Wire) — The mill of Lynn was opened on Monday.'),
  ('(cape wire) - The mill of Lynn was opened on Monday.'),
  ('(CW) The mill of Lynn was opened on Monday.'),
  ('May 6 (Cape Wire) - The mill of Lynn was opened on Monday.'),
  ('May 6 (Cape Wire) — The mill of Lynn was opened on Monday.'),
  ('LONDON (Cape Wire) - The mill of Lynn was opened on Monday.'),
  ('LONDON (CAPE WIRE/Harbour Times) - The mill of Lynn was opened on Monday.'),
  ('LONDON, May 6 (Cape Wire) - The mill of Lynn was opened on Monday.'),
  ('LONDON/PARIS, May 6 (Cape Wire) - The mill of Lynn was opened on Monday.'),
  ('LONDON - The mill of Lynn was opened on Monday.'),
  ('LONDON — The mill of Lynn was opened on Monday.'),
  ('ST. JOHN''S, Canada - The mill of Lynn was opened on Monday.'),
  ('IBM said on Monday that the mill of Lynn was opened.'),
  ('BERLIN (dpa) - Die Mühle von Lynn wurde am Montag eröffnet, sagte der Müller.'),
  ('PARIS, 6 mai (Cap Presse) - Le moulin de Lynn a été ouvert lundi matin.'),
  ('海岬社北京5月6日电（记者 林一舟）林恩的磨坊周一重新开放，居民纷纷前来观看。'),
  ('海岬社5月6日电 林恩的磨坊周一重新开放，居民纷纷前来观看水轮转动。'),
  ('海岬通讯社北京5月6日电 林恩的磨坊周一重新开放，居民纷纷前来观看。'),
  ('海岬讯（记者 林一舟）5月6日，林恩的磨坊重新开放，居民纷纷前来观看。'),
  ('海岬网专讯 林恩的磨坊周一重新开放，居民纷纷前来观看水轮转动。'),
  ('本报讯（记者 林一舟）林恩的磨坊周一重新开放，居民纷纷前来观看。'),
  ('（海岬社記者林一舟台北6日電）林恩的磨坊週一重新開放，居民紛紛前來觀看。'),
  ('（海岬社台北6日電）林恩的磨坊週一重新開放，居民紛紛前來觀看水輪轉動。'),
  ('〔記者林一舟／台北報導〕林恩的磨坊週一重新開放，居民紛紛前來觀看水輪。'),
  ('【記者林一舟／台北報導】林恩的磨坊週一重新開放，居民紛紛前來觀看水輪。'),
  ('(서울=해곶뉴스) 김민수 기자 = 린의 물레방아가 월요일 다시 문을 열었다.'),
  ('[서울=해곶뉴스] 김민수 기자 = 린의 물레방아가 월요일 다시 문을 열었다.'),
  ('PORT LYNN, May 6, 2021 /CAPE WIRE/ -- The mill of Lynn was opened on Monday.'),
  ('PORT LYNN, May 6, 2021 /CAPE WIRE/ - The mill of Lynn was opened on Monday.');
SELECT x, place, source, published, author FROM t, parse_article('The Lynn mill opens' || char(10, 10) || x || char(10, 10) || 'Nobody had thought that it would ever turn again, the miller said when the water came.') ORDER BY t.rowid;
