#!/usr/bin/env bash
# Annotated documents beside the suites (../gold, ../seeds): money, dates, quotes, deals and fields. Usage: gold.sh SUITES BUILD
set -u
gold=$1/../gold seeds=$1/../seeds
py=$(command -v /usr/bin/python3 || command -v python3) || { echo "skip gold: no python3"; exit 0; }
[ -d "$gold" ] && [ -d "$seeds" ] || { echo "skip gold: no annotated documents at $gold"; exit 0; }
"$py" tests/accuracy/gold.py "$gold" "$seeds" "${SQLITE3:-sqlite3}"
