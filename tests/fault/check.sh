#!/usr/bin/env bash
# Allocation sweep over every function and table (tests/fault/statements.sql), the same for ICU's heap (icu.sql), connections in threads, interrupts in the midst of a long text.
set -u
build=${1:-build}
${CC:-cc} -std=c11 -O1 -o "$build/test-sweep" tests/fault/sweep.c $(pkg-config --cflags --libs sqlite3) || { echo "FAIL fault sweep does not build"; exit 0; }
missing=$(sqlite3 -batch :memory: "CREATE TABLE had AS SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list" ".load ./gazette" \
  "SELECT name FROM (SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list) WHERE name NOT IN (SELECT name FROM had) AND name NOT LIKE 'gazette\_%' ESCAPE '\'" | while read -r name; do grep -qE "(^|[^a-z_])$name([^a-z_]|$)" tests/fault/statements.sql || echo "$name"; done)
[ -z "$missing" ] && echo "ok fault: every function and table has its statement" || echo "FAIL fault: no statement for $missing"
timeout 300 "$build/test-sweep" ./gazette tests/fault/statements.sql "${FAULT_STRIDE:-1}" "${FAULT_OFFSET:-0}" || true
if [ "$(uname -s)" = Linux ]; then
  ${CC:-cc} -std=c11 -O1 -o "$build/test-icu" tests/fault/icu.c $(pkg-config --cflags --libs sqlite3 icu-uc) -ldl || { echo "FAIL fault icu does not build"; exit 0; }
  timeout 300 "$build/test-icu" ./gazette tests/fault/icu.sql "${FAULT_STRIDE:-1}" || true
else echo "skip fault icu: its crashes are told apart on Linux"
fi
${CC:-cc} -std=c11 -O1 -D_POSIX_C_SOURCE=200809L -o "$build/test-threads" tests/fault/threads.c $(pkg-config --cflags --libs sqlite3) -lpthread || { echo "FAIL threads does not build"; exit 0; }
timeout 120 "$build/test-threads" ./gazette 8 tests/fault/statements.sql 2>&1 || true
${CC:-cc} -std=c11 -O1 -D_POSIX_C_SOURCE=200809L -o "$build/test-interrupt" tests/fault/interrupt.c $(pkg-config --cflags --libs sqlite3) -lpthread || { echo "FAIL interrupt does not build"; exit 0; }
# the limit is for what is given away; code that is not optimised, or carries a sanitiser, takes several times as long
case "${OPT:--O2}${CFLAGS:-}${EXTRA:-}" in -O[23]) ;; *) export INTERRUPT_MS="${INTERRUPT_MS:-500}" ;; esac
timeout 300 "$build/test-interrupt" ./gazette "${INTERRUPT_MB:-20}" "${INTERRUPT_MOMENTS:-2}" 2>&1 | sed 's/^#/ /' || true
