#!/usr/bin/env bash
# The rules of the entity finder, each with cases that it accepts and refuses (cases.tsv). All must be right. Usage: check.sh BUILD
set -u
got=$("${SQLITE3:-sqlite3}" -batch :memory: <<'SQL'
.load ./gazette
.mode tabs
.import --skip 3 tests/entity_rules/cases.tsv raw
.mode list
.separator |
CREATE TEMP TABLE mention AS
  SELECT raw.rowid AS id, e.type || ' ' || e.how || iif(e.how IN ('name', 'ticker'), ': ' || e.entity, '') AS told
  FROM raw, entities(raw.text) e WHERE e.surface = raw.name;
CREATE TEMP VIEW judged AS
  SELECT raw.*, coalesce((SELECT group_concat(DISTINCT told) FROM mention m WHERE m.id = raw.rowid), '-') AS told FROM raw;
SELECT 'wrong', rule, text, name, want, told FROM judged WHERE told <> want;
SELECT 'sum', count(*), sum(told = want) FROM judged;
SQL
)
printf '%s\n' "$got" | grep '^wrong'
IFS='|' read -r _ all right < <(printf '%s\n' "$got" | grep '^sum')
if [ "${all:-0}" -ge 70 ] && [ "$right" = "$all" ]; then echo "ok entity rules: $right cases"; else echo "FAIL entity rules: ${right:-0} of ${all:-0} right"; fi
