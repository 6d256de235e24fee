#!/usr/bin/env bash
# Entities: F1, recall and linking on suites/entities, against the floors. Usage: entities.sh SUITES BUILD
set -u
suites=$1 build=$2 rc=0
[ -d "$suites/entities" ] || { echo "skip entities: no $suites/entities"; exit 0; }
command -v python3 >/dev/null || { echo "skip entities: no python3 to read JSON lines"; exit 0; }
python3 tests/accuracy/entities.py "$suites" tests/accuracy/floors.tsv || rc=1
exit $rc
