.load ./gazette
SELECT parse_date('last year', 'someday');
SELECT parse_date('last year', '2024', 'XQ');
SELECT * FROM dates('last year', '17 June 2024');
SELECT * FROM figures('It lost $5 last year.', '2024-13-01');
SELECT * FROM deals('It bought Quillon last year.', '2023-02-30');
SELECT * FROM gazette_dates('last year', '20240617');
-- a date and time as SQL writes it, an EDTF interval (its first day), a year alone, and none
SELECT edtf FROM dates('last year', '2024-06-17 08:30:00') UNION ALL SELECT edtf FROM dates('last year', '2024-06-17T08:30Z');
SELECT edtf FROM dates('last year', '2023-12-30/2024-01-02') UNION ALL SELECT edtf FROM dates('last year', '2024');
SELECT edtf FROM dates('last year', NULL) UNION ALL SELECT edtf FROM dates('last year', '') UNION ALL SELECT edtf FROM dates('last year');
