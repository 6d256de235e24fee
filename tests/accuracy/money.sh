#!/usr/bin/env bash
# Scores money() on suites/money. Usage: money.sh SUITES BUILD [--misses [NAME]]
set -u
suites=$1
shift 2
python=/usr/bin/python3
[ -d "$suites/money" ] || { echo "money: no suites/money here, skipped"; exit 0; }
"$python" -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null || { echo "money: no python3 with loadable sqlite3, skipped"; exit 0; }
lib=./gazette.so
[ -e "$lib" ] || lib=./gazette.dylib
exec "$python" tests/accuracy/money.py "$suites" "$lib" tests/accuracy/floors.tsv tests/accuracy/disputed.tsv "$@"
