#!/usr/bin/env bash
# Scores dates() on SUITES/dates/*.jsonl by first and last day. Usage: tests/accuracy/dates.sh SUITES BUILD
# Prints a line per suite; 1 when a floor of tests/accuracy/floors.tsv is not reached. VERBOSE=1 shows what is wrong.
set -u
suites=$1/dates
if ! [ -d "$suites" ]; then echo "dates: skipped, no suites in $1"; exit 0; fi
if ! command -v python3 >/dev/null; then echo "dates: skipped, no python3"; exit 0; fi
exec python3 "$(dirname "$0")/dates.py" "$suites" "$(dirname "$0")" "${SQLITE3:-sqlite3}"
