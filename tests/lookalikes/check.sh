#!/usr/bin/env bash
# Rejection: at least 97 % of the look-alikes of cases.tsv must be read rightly. Prints the wrong ones. Usage: check.sh BUILD
set -u
got=$("${SQLITE3:-sqlite3}" -batch :memory: <<'SQL'
.load ./gazette
.mode tabs
.import --skip 2 tests/lookalikes/cases.tsv raw
.mode list
.separator |
CREATE TEMP VIEW r AS SELECT rowid AS id, lang, text, string, entity AS want FROM raw WHERE lang <> 'lang';
CREATE TEMP TABLE found AS
  SELECT r.id, e.entity FROM r, entities(r.text) e
  WHERE e.how <> 'discovered' AND instr(r.text, r.string) > 0 AND e.start < instr(r.text, r.string) + length(r.string) AND instr(r.text, r.string) < e.start + e.length;
CREATE TEMP TABLE judged AS
  SELECT r.*, (SELECT group_concat(entity) FROM found f WHERE f.id = r.id) AS got FROM r;
SELECT 'wrong', lang, text, string, want, coalesce(got, '') FROM judged WHERE want <> coalesce(got, '');
SELECT 'sum', count(*), sum(want = coalesce(got, '')) FROM judged;
SQL
)
printf '%s\n' "$got" | grep '^wrong'
IFS='|' read -r _ all right < <(printf '%s\n' "$got" | grep '^sum')
if [ "${all:-0}" -ge 150 ] && [ $((right * 100)) -ge $((all * 97)) ]; then echo "ok look-alikes: $right of $all"; else echo "FAIL look-alikes: ${right:-0} of ${all:-0} right"; fi
