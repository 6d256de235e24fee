SELECT d.id, m.n, m.surface, m.amount, m.currency FROM doc d LEFT JOIN money(d.body) m ON m.n = 1 ORDER BY m.amount DESC LIMIT 3;
SELECT * FROM quantities('Sales rose 12% to 20 million devices.') WHERE unit IN ('%', 'device') OR rowid = 2;
SELECT (SELECT group_concat(edtf) FROM dates(d.body, '2024-06-13') WHERE relative = 0) FROM doc d;
SELECT e.entity, count(*) FROM doc, entities(body) e GROUP BY 1 HAVING count(*) >= 1;
SELECT q.speaker, s.n FROM doc d, quotes(d.body) q JOIN sentences(d.body) s ON q.start BETWEEN s.start AND s.start + s.length;
SELECT f.measure, x.kind, x.actor, x.target FROM doc d, figures(d.body, '2024-06-13', 'US') f, deals(d.body) x;
SELECT * FROM languages(?1) UNION ALL SELECT hash, 1, 2 FROM sketch('one two three four five') LIMIT 4 OFFSET 1;
SELECT b.kind, r.rule, p.title FROM blocks(?1) b, repairs('caf&eacute;') r, parse_article(?1) p;
