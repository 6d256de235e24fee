#!/usr/bin/env bash
# What entity_of() makes of a name as people write it (cases.tsv): all must be right. Usage: check.sh BUILD
set -u
got=$("${SQLITE3:-sqlite3}" -batch :memory: <<'SQL'
.load ./gazette
CREATE TABLE raw(written TEXT, entity TEXT);
.mode ascii
.separator "\t" "\n"
.import --skip 3 tests/entity_of/cases.tsv raw
.mode list
.separator |
SELECT 'wrong', written, entity, coalesce(entity_of(written), '') FROM raw WHERE entity <> coalesce(entity_of(written), '');
SELECT 'sum', count(*), sum(entity = coalesce(entity_of(written), '')) FROM raw;
SQL
)
printf '%s\n' "$got" | grep '^wrong'
IFS='|' read -r _ all right < <(printf '%s\n' "$got" | grep '^sum')
if [ "${all:-0}" -ge 70 ] && [ "$right" = "$all" ]; then echo "ok entity_of: $right spellings"; else echo "FAIL entity_of: ${right:-0} of ${all:-0} right"; fi
