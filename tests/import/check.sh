#!/usr/bin/env bash
# The import under hard conditions: killed at any moment, from Python's executescript, from two processes at once; and that
# sql/reread.sql is the import of today. Prints ok/FAIL/skip lines. Usage: tests/import/check.sh BUILD
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3}
dir=$build/out/import_check
rm -rf "$dir" && mkdir -p "$dir/many" || exit 1
ok() { echo "ok $1"; }
bad() { echo "FAIL import: $1${2:+: $2}"; }
same() { if [ "$2" = "$3" ]; then ok "$1"; else bad "$1" "wanted '$2', got '$3'"; fi; }
run() { "$sqlite" -batch -cmd ".load ./gazette" "$@"; }
count="SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM money_mention), (SELECT count(*) FROM import_run)"
fresh() { rm -f "$1" "$1-journal"; run "$1" ".read sql/schema.sql" "INSERT INTO corpus(root) VALUES ('$dir/many')" >/dev/null; }

for i in $(seq 400); do
  echo "Bridge $i costs \$$i million, the harbour office of Port Lynn said on Friday, and nobody on the quay was surprised." >"$dir/many/$i.txt"
done

bash sql/reread.sh "$PWD/$dir/reread.sql"
if cmp -s "$dir/reread.sql" sql/reread.sql; then ok "reread.sql is up to date"; else bad "sql/reread.sql is not that of import.sql; run sql/reread.sh"; fi

# How long a whole import takes, and what it leaves.
fresh "$dir/whole.db"
from=$(date +%s%N)
line=$(run "$dir/whole.db" ".read sql/import.sql")
took=$((($(date +%s%N) - from) / 1000000))
same "a whole import" "import: 400 files: 400 read, 0 failed, 0 skipped" "$line"
whole=$("$sqlite" "$dir/whole.db" "$count")
same "every article and sum of it" "400|400|1" "$whole"

# kill -9 at KILLS random moments of it (ten unless KILLS says otherwise; SEED repeats a run): the database is as it was, or as it should be, and the
# next import completes it to the same content.
wrong='' killed=0 whole_runs=0
kills=${KILLS:-10}
RANDOM=${SEED:=$$}
content="SELECT count(*), sum(length(body)), sum(simhash %% 1000), (SELECT count(*) || '/' || total(amount) FROM money_mention), (SELECT count(*) FROM entity_mention), (SELECT count(*) FROM search('bridge')) FROM article"
content=${content//%%/%}
right=$(run "$dir/whole.db" "$content")
for k in $(seq $kills); do
  db=$dir/killed.db
  fresh "$db"
  "$sqlite" -batch -cmd ".load ./gazette" "$db" ".read sql/import.sql" >/dev/null 2>&1 &      # not run: its pid would be a shell's
  pid=$!
  moment=$((RANDOM * took / 32768))
  sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
  kill -9 $pid 2>/dev/null && killed=$((killed + 1))
  wait $pid 2>/dev/null
  got=$(run "$db" "$count" 2>&1)
  case $got in "0|0|0") ;; "$whole") whole_runs=$((whole_runs + 1)) ;; *) wrong="$wrong $got" ;; esac
  [ "$(run "$db" "PRAGMA integrity_check" "INSERT INTO search(search) VALUES ('integrity-check')" 2>&1)" = ok ] || wrong="$wrong damaged"
  run "$db" ".read sql/import.sql" >/dev/null 2>&1
  [ "$(run "$db" "$content" 2>&1)" = "$right" ] || wrong="$wrong unfinished"
done
if [ $killed -lt 3 ]; then bad "killed in the middle" "only $killed of $kills were still running"
elif [ -z "$wrong" ]; then ok "killed in the middle, $killed times of $kills, $whole_runs of them after it was done"; else bad "killed in the middle" "seed $SEED: $wrong"; fi

# Python: executescript, which knows no dot-commands and stops at the first error.
python=
for p in /usr/bin/python3 python3; do
  "$p" -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension' 2>/dev/null && { python=$p; break; }
done
if [ -z "$python" ]; then echo "skip import: no Python whose sqlite3 can load extensions"
else
  got=$("$python" - "$dir" 2>&1 <<'PY'
import sqlite3, sys
d = sys.argv[1]
script = lambda name: open("sql/" + name + ".sql", encoding="utf-8").read()
def connect(path):
    db = sqlite3.connect(path)
    db.enable_load_extension(True)
    db.load_extension("./gazette")
    return db
db = connect(d + "/python.db")
for name in ("schema", "views"): db.executescript(script(name))
db.execute("INSERT INTO corpus(root) VALUES (?)", (d + "/many",))
db.commit()
counts = lambda: db.execute("SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM money_mention), (SELECT count(*) FROM import_run)").fetchone()
db.executescript("CREATE TEMP TRIGGER stop BEFORE INSERT ON money_mention WHEN new.surface = '$77 million' BEGIN SELECT RAISE(ABORT, 'stopped'); END;")
try: db.executescript(script("import"))
except sqlite3.Error as e: print(e, counts(), db.in_transaction)
db.executescript("DROP TRIGGER temp.stop")
db.executescript(script("import"))
print(counts())
db.executescript(script("reread"))
db.executescript(script("open"))
print(db.execute("SELECT seen, read, added, changed, unchanged FROM import_run ORDER BY id DESC").fetchone())
db.execute("CREATE TEMP TABLE publish AS SELECT ? AS file", (d + "/python-copy.db",))
db.commit()
db.isolation_level = None
db.executescript(script("publish"))
db.close()
plain = sqlite3.connect(d + "/python-copy.db")      # without the extension
print(plain.execute("SELECT count(*) FROM search('bridge')").fetchone(), plain.execute("SELECT count(*) FROM coverage").fetchone())
PY
)
  same "Python's executescript" "stopped (0, 0, 0) False
(400, 400, 1)
(400, 400, 0, 0, 400)
(400,) (1,)" "$got"
fi

# Two processes: one gets the lock, the other says that it could not, and nothing is read twice.
fresh "$dir/two.db"
run "$dir/two.db" ".read sql/import.sql" >"$dir/one.txt" 2>&1 &
one=$!
run "$dir/two.db" ".read sql/import.sql" >"$dir/other.txt" 2>&1 &
other=$!
wait $one $other
if [ "$(cat "$dir/one.txt" "$dir/other.txt" | grep -c '400 files: 400 read')" -lt 1 ]; then bad "two processes" "$(cat "$dir/one.txt" "$dir/other.txt")"
elif cat "$dir/one.txt" "$dir/other.txt" | grep -q -v -e '400 files: 400 read' -e 'database is locked' -e 'failed, nothing was changed'; then bad "two processes" "$(cat "$dir/one.txt" "$dir/other.txt")"
else same "two processes" "400 400" "$(run "$dir/two.db" "SELECT count(*) FROM article" "SELECT count(*) FROM money_mention" | tr '\n' ' ' | sed 's/ $//')"; fi

# A database made by the import opens without the extension, all but the search table; no trigger or view needs it.
same "readable without the extension" "400 0 1" "$("$sqlite" "$dir/whole.db" "SELECT count(*) FROM article" "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'" "SELECT count(*) > 0 FROM money_mention WHERE approx = 7000000" | tr '\n' ' ' | sed 's/ $//')"
run "$dir/whole.db" ".read sql/views.sql" >/dev/null
wrong=
for view in $("$sqlite" "$dir/whole.db" "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"); do
  "$sqlite" -batch -bail "$dir/whole.db" "SELECT * FROM $view LIMIT 3" >/dev/null 2>&1 || wrong="$wrong $view"
done
same "every view works without the extension" "" "$wrong"
