#!/usr/bin/env bash
# The messages of sql/errors.md that no plain statement produces: failing system calls, an old SQLite, a host that forbids or blocks.
set -u
build=${1:-build}
dir=$(rm -rf "$build/errors"; mkdir -p "$build/errors" && cd "$build/errors" && pwd)
expect() { if [ "$2" = "$3" ]; then echo "ok errors $1"; else echo "FAIL errors $1: $(echo "$3" | head -1 | cut -c1-160)"; fi; }

# --- hosts
python=$(for p in /usr/bin/python3 python3 /opt/homebrew/bin/python3; do command -v $p >/dev/null && $p -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null && { echo $p; break; }; done)
loads() { $python -c "
import sqlite3, sys
db = sqlite3.connect(':memory:')
db.enable_load_extension(True)
try:
$1
except sqlite3.Error as e: print(e)" 2>&1; }
if [ -n "$python" ]; then
  expect "a host that forbids everything" "gazette: cannot look at the connection: not authorized" "$(loads "  db.set_authorizer(lambda *a: sqlite3.SQLITE_DENY); db.load_extension('./gazette')" | sed 's/^error during initialization: //; s/: not authorized.*/: not authorized/')"
  expect "a function of that name in use" "gazette: cannot register functions: unable to delete/modify user-function due to active statements" "$(loads "  db.create_function('fold_text', 1, len); db.execute(\"SELECT load_extension('./gazette'), fold_text('x')\").fetchall()" | sed 's/^error during initialization: //')"
else echo "skip errors hosts: no Python whose sqlite3 can load extensions"; fi

# --- a file of records that holds no article
mkdir -p "$dir/hollow" && printf 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\n' >"$dir/hollow/a.wet"
expect "a file without articles" "no article in it" "$(printf ".load ./gazette\n.read sql/schema.sql\nINSERT INTO corpus(root) VALUES ('%s');\n.read sql/import.sql\nSELECT error FROM import_error;\n" "$dir/hollow" | sqlite3 -batch :memory: 2>&1 | tail -1)"

# --- system calls
if [ "$(uname -s)" != Linux ]; then echo "skip errors of system calls: they are made to fail by preloading"; exit 0; fi
${CC:-cc} -shared -fPIC -O1 $(pkg-config --cflags icu-uc) -o "$dir/failing.so" tests/errors/failing.c -ldl || { echo "FAIL errors: tests/errors/failing.c"; exit 0; }
run() { printf '.load ./gazette\n%s;\n' "$1" | LD_PRELOAD=$dir/failing.so sqlite3 -batch :memory: 2>&1 | sed -E 's/^(Runtime error|Error)( near line [0-9]+)?: //'; }
mkdir -p "$dir/files" "$dir/open-fails-with-EIO"
for f in open-fails-with-EIO open-fails-with-ENOENT open-fails-with-EMFILE open-fails-with-ENAMETOOLONG open-fails-with-ENXIO stat-fails-with-ENOENT unreadable; do echo "Some text." >"$dir/files/$f.txt"; done
file() { expect "$2" "$2" "$(run "SELECT error FROM read_articles('$dir/files') WHERE +path = '$1.txt'")"; }
file open-fails-with-EIO "input/output error"
file open-fails-with-ENOENT "no longer there"
file stat-fails-with-ENOENT "no longer there"
file open-fails-with-EMFILE "too many open files"
file open-fails-with-ENAMETOOLONG "name too long"
file open-fails-with-ENXIO "cannot be opened"
file unreadable "read error"

# --- files that somebody changes while they are read
changed() { rm -rf "$dir/changing"; mkdir -p "$dir/changing"; if [ "$2" = jsonl ]; then for i in $(seq 3000); do echo "{\"text\":\"This is line number $i of the file.\"}"; done; else printf '%0600d' 0; fi >"$dir/changing/$1.$2"; }
changed shrinks txt; expect "a file cut while it is read" "300|" "$(run "SELECT length(raw), error FROM read_articles('$dir/changing')")"
changed grows txt; expect "a file that grows while it is read" "700|" "$(run "SELECT length(raw), error FROM read_articles('$dir/changing')")"
changed swells txt; expect "a file that grows above the limit while it is read" "|record is larger than the limit" "$(run "SELECT length(raw), error FROM read_articles('$dir/changing', NULL, 1000)")"
changed shrinks jsonl; expect "records cut while they are read" "1|1|not a JSON object|1" "$(run "SELECT max(part) BETWEEN 1400 AND 1700, count(error), max(error), max(part) FILTER (WHERE error IS NOT NULL) = max(part) FROM read_articles('$dir/changing')")"
changed grows jsonl; expect "records that grow while they are read" "3001|1|not a JSON object" "$(run "SELECT max(part), count(error), max(error) FROM read_articles('$dir/changing')")"

expect "a folder that cannot be opened" "read_articles: root '$dir/open-fails-with-EIO' cannot be read" "$(run "SELECT * FROM read_articles('$dir/open-fails-with-EIO')")"
printf '\x82\xa0\x82\xa2' >"$dir/kana.txt"
expect "an ICU without the converter" "charset not known to this ICU" "$(LACKING_CONVERTER=ibm-943_P15A-2003 run "SELECT error FROM read_articles('$dir/kana.txt', 'Shift_JIS')")"
if ldd "$(command -v sqlite3)" 2>/dev/null | grep -q libsqlite3; then
  expect "an old SQLite" "gazette: SQLite 3.38.0 or later is required, this is $(sqlite3 --version | cut -d' ' -f1)" "$(OLD_SQLITE=1 run "SELECT 1" | head -1 | sed 's/^Error: //; s/^error during initialization: //')"
else echo "skip errors an old SQLite: the shell has its SQLite inside"; fi
