.load ./gazette
.mode list
.separator " | "
.nullvalue NULL
-- columns, relative dates with and without an anchor
SELECT * FROM dates('Acme opened in September of last year and closed on 3 June 2024.', '2024-06-17');
SELECT surface, edtf, first_day, last_day, precision, relative FROM dates('Acme opened in September of last year; the past month was calm.');
SELECT surface, edtf, first_day, last_day, precision, relative FROM dates('今年第二季度,2022年底至2023年,二〇二三年九月,近日', '2023-10-05');
-- spans select the surface
SELECT count(*), sum(substr(t, start, length) = surface) FROM (SELECT '他在２０２３年9月25日說,去年9月…—2024-01-02T08:00Z' AS t), dates(t);
-- order of day and month by region
SELECT parse_date('10/4/2023', NULL, 'US'), parse_date('10/4/2023', NULL, 'GB');
SELECT parse_date('2023'), parse_date('no date here'), parse_date(NULL), parse_date('last year'), parse_date('last year', '2024-06-17'), parse_date('Q3 2024');
SELECT count(*) FROM dates(NULL);
-- feasts that move, a weekday of a month by its number, and thousands that are no day
SELECT surface, edtf FROM dates('Good Friday 2024, Easter Monday 2025, Pfingstmontag 2024, Black Friday 2023, Cyber Monday 2024, the 1st Sunday of May 2023');
SELECT surface, edtf FROM dates('March 5,000 people; April 1,200 workers; March 5,2024');
SELECT surface, edtf FROM dates('累計前五月營收；此前9月；今年頭三個月', '2024-06-17');
SELECT surface, edtf FROM dates('黑五前後，年终奖8万元', '2024-06-17');
