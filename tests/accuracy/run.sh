#!/usr/bin/env bash
# Scores the finders: every other tests/accuracy/*.sh is run as `script SUITES BUILD`, prints its table, and fails below the floors
# in tests/accuracy/floors.tsv. Usage: run.sh SUITES BUILD
set -u
suites=$1 build=$2 rc=0
[ -d "$suites" ] || { echo "accuracy: no suites at $suites (give SUITES=dir)"; exit 1; }
for s in tests/accuracy/*.sh; do
  [ "$(basename "$s")" = run.sh ] && continue
  echo "== $(basename "$s" .sh)"
  bash "$s" "$suites" "$build" || { echo "FAIL $(basename "$s" .sh): below its floors"; rc=1; }
done
exit $rc
