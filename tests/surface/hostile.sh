#!/usr/bin/env bash
# A stranger's database, opened with trusted_schema=OFF: every function of the extension in a view, a trigger, a CHECK, a generated column, a default
# and an index; every table in a view and in a trigger. What is INNOCUOUS answers; what is DIRECTONLY (files, names) is refused; an index takes
# only what is DETERMINISTIC. The lists are those of the surface, so a new function or table that is tagged wrongly fails here. Usage: hostile.sh
sqlite=${SQLITE3:-sqlite3}
ask() { "$sqlite" -batch :memory: ".load ./gazette" "$@" 2>&1; }
call() {          # a call of the function with arguments that it takes
  case $1 in
    hamming) echo "hamming(1, 2)" ;; kwic) echo "kwic(x, 1, 3)" ;; containment) echo "containment(x, x)" ;; gazette_version|gazette_debug) echo "$1()" ;;
    *) echo "$1(x)" ;;
  esac
}
bad=0 n=0
fail() { bad=$((bad + 1)); echo "FAIL hostile $1"; }
functions=$(ask "SELECT DISTINCT name FROM pragma_function_list WHERE name IN ('parse_money', 'parse_number', 'parse_percent', 'parse_date', 'entity_of', 'article_lang', 'clean_text', 'fold_text', 'search_query', 'kwic', 'simhash', 'hamming', 'containment') OR name LIKE 'gazette\_%' ESCAPE '\' ORDER BY name")
for f in $functions; do
  c=$(call "$f")
  deterministic=$(ask "SELECT max((flags & 0x800) != 0) FROM pragma_function_list WHERE name = '$f'")
  safe=$(ask "SELECT min((flags & 0x200000) != 0 AND (flags & 0x80000) = 0) FROM pragma_function_list WHERE name = '$f'")
  [ "$safe" = 1 ] || fail "$f is not innocuous"
  got=$(ask "PRAGMA trusted_schema = OFF" "CREATE TABLE t(x)" "CREATE VIEW v AS SELECT $c AS y FROM t" "INSERT INTO t VALUES ('\$5 million on 12 May 2024')" "SELECT count(*) FROM (SELECT y FROM v)" \
    "CREATE TABLE log(y)" "CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log SELECT $c FROM t; END" "INSERT INTO t VALUES ('x')" "SELECT count(*) FROM log")
  [ "$got" = "1
2" ] || fail "$f in a view and a trigger: $got"
  got=$(ask "PRAGMA trusted_schema = OFF" "CREATE TABLE t(x, CHECK ($c IS NOT 'no')); INSERT INTO t(x) VALUES ('\$5 million'); SELECT count(*) FROM t")
  [ "$got" = 1 ] || fail "$f in a CHECK: $got"
  for place in "CREATE TABLE t(x, y AS ($c))" "CREATE TABLE t(x); CREATE INDEX i ON t($c)" "CREATE TABLE t(x); CREATE INDEX i ON t(x) WHERE $c IS NOT NULL"; do
    got=$(ask "PRAGMA trusted_schema = OFF" "$place; INSERT INTO t(x) VALUES ('\$5 million'); SELECT count(*) FROM t")
    if [ "$deterministic" = 1 ]; then [ "$got" = 1 ] || fail "$f in $place: $got"
    else case $got in *"non-deterministic functions prohibited"*) ;; *) fail "$f is not deterministic, but: $place: $got" ;; esac; fi
    n=$((n + 1))
  done
done
text='money quantities dates entities quotes figures deals sentences blocks repairs languages sketch parse_article' files='read_articles list_files'
modules=$(ask "SELECT name FROM pragma_module_list WHERE name NOT LIKE 'gazette\_%' ESCAPE '\' AND 'gazette_' || name IN (SELECT name FROM pragma_module_list) ORDER BY name" | tr '\n' ' ')
[ "$modules" = "$(printf '%s\n' $text $files gazetteer | sort | tr '\n' ' ')" ] || fail "tables: $modules"
for t in $text; do
  for name in "$t" "gazette_$t"; do
    got=$(ask "PRAGMA trusted_schema = OFF" "CREATE VIEW v AS SELECT count(*) AS c FROM $name('The bank paid \$5 million on 12 May 2024.')" "SELECT c >= 0 FROM v" \
      "CREATE TABLE t(x)" "CREATE TABLE log(c)" "CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log SELECT count(*) FROM $name WHERE text = new.x; END" "INSERT INTO t VALUES ('\$5')" "SELECT count(*) FROM log")
    [ "$got" = "1
1" ] || fail "$name in a view and a trigger: $got"
    n=$((n + 1))
  done
done
refused() { case $2 in *"unsafe use of virtual table"*) n=$((n + 1)) ;; *) fail "$1: $2" ;; esac; }
for t in $files gazette_read_articles gazette_list_files; do
  for trust in ON OFF; do refused "$t in a view" "$(ask "PRAGMA trusted_schema = $trust" "CREATE VIEW v AS SELECT * FROM $t('/etc')" "SELECT * FROM v")"; done
  refused "$t in a trigger" "$(ask "CREATE TABLE t(x)" "CREATE TABLE log(c)" "CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log SELECT count(*) FROM $t WHERE root = new.x; END" "INSERT INTO t VALUES ('/etc')")"
done
for t in gazetteer gazette_gazetteer; do
  refused "$t in a view" "$(ask "CREATE VIEW v AS SELECT * FROM $t" "SELECT * FROM v")"
  for change in "INSERT INTO $t(entity, type, alias) VALUES ('X', 'org', 'Xx')" "DELETE FROM $t" "UPDATE $t SET type = 'org'"; do
    refused "$change in a trigger" "$(ask "CREATE TABLE t(x)" "CREATE TRIGGER r AFTER INSERT ON t BEGIN $change; END" "INSERT INTO t VALUES (1)")"
  done
done
# without files: the same functions, and the same tables but those of files
lists="SELECT group_concat(name || '/' || narg) FROM (SELECT name, narg FROM pragma_function_list ORDER BY name, narg)" tables="SELECT name FROM pragma_module_list ORDER BY name"
nofs() { "$sqlite" -batch :memory: ".load ./gazette sqlite3_gazette_nofs_init" "$@" 2>&1; }
[ "$(ask "$lists")" = "$(nofs "$lists")" ] || fail "the entry without files has other functions"
missing=$(diff <(ask "$tables") <(nofs "$tables") | grep '^[<>]' | tr -d ' ' | tr '\n' ' ')
[ "$missing" = "<gazette_list_files <gazette_read_articles <list_files <read_articles " ] || fail "without files: $missing"
for t in $files gazette_read_articles gazette_list_files; do case $(nofs "SELECT * FROM $t('/etc')") in *"no such table"*) n=$((n + 1)) ;; *) fail "$t without files" ;; esac; done
[ $bad = 0 ] && echo "ok hostile: $n uses in views, triggers, CHECKs, generated columns and indexes"
