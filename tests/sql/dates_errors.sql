.load ./gazette
SELECT parse_date('last year', 'someday');
SELECT parse_date('last year', '2024', 'XQ');
