.load ./gazette
-- every table of mentions ends, before its hidden arguments, with the ordinal of the sentence in which the row begins
SELECT t.column1, p.name FROM (VALUES('money'),('quantities'),('dates'),('entities'),('quotes'),('figures'),('deals')) t, pragma_table_xinfo(t.column1) p
  WHERE p.cid = (SELECT max(cid) FROM pragma_table_xinfo(t.column1) WHERE hidden = 0) ORDER BY 1;
