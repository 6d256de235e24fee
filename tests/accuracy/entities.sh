#!/usr/bin/env bash
# Entities: F1, recall and linking on suites/entities, name matching on its pairs, against the floors. Usage: entities.sh SUITES BUILD
set -u
suites=$1 build=$2 rc=0 floors=tests/accuracy/floors.tsv
[ -d "$suites/entities" ] || { echo "skip entities: no $suites/entities"; exit 0; }
if command -v python3 >/dev/null; then python3 tests/accuracy/entities.py "$suites" "$floors" || rc=1
else echo "skip entities: no python3 to read JSON lines"; fi
if [ -f "$suites/entities/namebench.tsv" ] && make -s "$build/test/name_match" >/dev/null; then
  line=$("$build/test/name_match" "$suites/entities/namebench.tsv")
  echo "namebench            $line"
  least=$(awk -F'\t' '$1 == "namebench" && $2 == "f1" { print $3 }' "$floors" 2>/dev/null)
  awk -v got="$(echo "$line" | cut -d' ' -f2)" -v least="${least:-0}" 'BEGIN { exit !(got + 0 >= least + 0) }' || { echo "BELOW FLOOR namebench f1: $least"; rc=1; }
fi
exit $rc
