.load ./gazette
.mode list
-- names that a Japanese or Korean text itself brings, a phrase each: people before and behind their titles, firms, places within places, dots, ages,
-- surnames alone; products with their versions; what is none
CREATE TEMP TABLE t(x);
INSERT INTO t VALUES
  ('ジョン・スミス氏はアクメ社の社長である。'),
  ('ジョン＝スミス氏は語った。'),
  ('俳優のジョン・スミスさんが来日した。'),
  ('・ジョン・・スミス・'),
  ('山田太郎社長は「問題ない」と述べた。'),
  ('山田社長は東京で会見した。'),
  ('北辰商事の山田太郎会長が辞任した。'),
  ('株式会社ミナト電機は新工場を建てる。'),
  ('ミナト電機株式会社の社長、佐藤花子氏が話した。'),
  ('港町市のミナト大学で教える鈴木一郎教授は驚いた。'),
  ('同社の広報担当者は答えなかった。'),
  ('マリア・ロペス・ガルシア選手が優勝した。'),
  ('ロペス監督は喜んだ。'),
  ('この会社のトップ、トム・ブラウン最高経営責任者は否定した。'),
  ('アメリカ・カリフォルニア州の工場で火災があった。'),
  ('김민수 대표는 서울에서 기자들을 만났다.'),
  ('김모 씨(45)는 경찰에 신고했다.'),
  ('김 씨는 말했다.'),
  ('박지영(34) 씨가 이겼다.'),
  ('홍길동 북진전자 사장이 물러났다.'),
  ('북진전자는 새 공장을 짓는다.'),
  ('주식회사 북진전자의 이영희 회장'),
  ('경기도 성남시 분당구에 사는 최준호씨는 놀랐다.'),
  ('서울시 강남구 역삼동에서 불이 났다.'),
  ('남궁민수 감독은 기뻐했다.'),
  ('이 회장은 말했다.'),
  ('부산항만공사 사장 정우성'),
  ('한국은행은 금리를 동결했다.'),
  ('GPT-4o and Claude 3.5 Sonnet were compared with Gemini 1.5 and iPhone 15 at Apple.'),
  ('Windows 11 runs on it, Windows 3.5 billion does not, GPT-4 does, GPT-4% no, GPT-12345 no.');
SELECT x, ifnull(group_concat(surface || '=' || type || '/' || how, '; '), 'none') FROM (SELECT t.rowid AS r, t.x, e.* FROM t LEFT JOIN entities(t.x) e ORDER BY t.rowid, e.n) GROUP BY r ORDER BY r;
