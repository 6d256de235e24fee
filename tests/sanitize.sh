#!/usr/bin/env bash
# `make sanitize`: the SQL suite, the unit programs and the fuzz replay under AddressSanitizer and UndefinedBehaviorSanitizer (gcc, the extension
# preloaded into the stock sqlite3) and under valgrind; every function and table in threads, and the unit programs, under ThreadSanitizer; static
# analysers, whose findings have to be explained in tests/sanitize.tsv. What is not installed is named and skipped. QUICK=1 leaves the slowest
# scripts out of valgrind. Usage: sanitize.sh BUILD [asan|valgrind|tsan|static ...]
set -u
build=$1; shift
steps=${*:-asan valgrind tsan static}
cc=${CC:-gcc} sqlite=${SQLITE3:-sqlite3} rc=0
mkdir -p "$build/san"
have() { command -v "$1" >/dev/null 2>&1 || { echo "skip sanitize: $1 is not installed"; return 1; }; }
scripts() { ls tests/sql/*.sql; }
inputs() { find tests/fuzz/seeds tests/fuzz/crashers fixtures -type f | sort; }

# build_with DIR FLAGS: the library and its objects
build_with() { mkdir -p "$1/out"; make -s CC="$cc" CFLAGS="-O1 -g" BUILD="$1" EXTRA="$2" TARGET="$1/gazette.so" "$1/gazette.so"; }
below() { find "$1/obj/base" "$1/obj/text" "$1/obj/io" "$1/obj/find" "$1/obj/page" "$1/obj/gen" -name '*.o'; }
# unit DIR FLAGS NAME SOURCES: a program of the floors below SQLite
unit() { $cc -std=c11 -O1 -g $2 -Iext -I"$1/gen" -Itests -Itests/fuzz $(pkg-config --cflags sqlite3) -DGZ_VERSION='"test"' -o "$1/$3" "${@:4}" $(below "$1") $(pkg-config --libs icu-i18n icu-uc) -lm; }
# report STEP NAME FILE: a finding
finding() { bad=$((bad + 1)); echo "FAIL $1 $2"; grep -aE -A8 'ERROR: |WARNING: ThreadSanitizer|runtime error:|^==|failed:|property broken' "$3" | head -12; }

step_asan() {
  local dir=$build/san/asan flags="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer" bad=0 n=0 q u name
  build_with "$dir" "$flags" || return 1
  local preload; preload=$($cc -print-file-name=libasan.so):$($cc -print-file-name=libubsan.so)
  for q in $(scripts); do
    name=$(basename "$q" .sql)
    rm -f "$dir/out/t.db"
    sed "s|^\.load \./gazette|.load $dir/gazette|" "$q" | LD_PRELOAD=$preload ASAN_OPTIONS=detect_leaks=0:abort_on_error=0 timeout 900 "$sqlite" -batch "$dir/out/t.db" >"$dir/out/$name.txt" 2>&1
    n=$((n + 1))
    grep -qE 'ERROR: AddressSanitizer|runtime error:' "$dir/out/$name.txt" && finding asan "$q" "$dir/out/$name.txt"
  done
  for u in tests/unit/*.c; do
    name=$(basename "$u" .c)
    n=$((n + 1))
    unit "$dir" "$flags" "unit-$name" "$u" || { bad=$((bad + 1)); continue; }
    ASAN_OPTIONS=detect_leaks=1 timeout 1800 "$dir/unit-$name" >"$dir/out/unit-$name.txt" 2>&1 || finding asan "unit $name" "$dir/out/unit-$name.txt"
  done
  unit "$dir" "$flags" replay tests/fuzz/replay.c tests/fuzz/targets*.c && timeout 1800 "$dir/replay" $(inputs) >"$dir/out/replay.txt" 2>&1 || finding asan "fuzz replay" "$dir/out/replay.txt"
  echo "asan+ubsan: $n scripts and programs, the fuzz replay, $bad with findings"
  return $((bad > 0))
}

step_valgrind() {
  have valgrind || return 0
  make -s gazette.so $(ls tests/unit/*.c | sed "s|tests/unit/\(.*\)\.c|$build/test/\1|") || return 1
  local q u bad=0 n=0 name out=$build/san/valgrind.txt valgrind="valgrind -q --error-exitcode=9 --leak-check=no"
  for q in $(scripts); do
    [ -n "${QUICK:-}" ] && case $q in *import*|*stories*|*views*|*publish*|*reread*|*money_tables*|*dates_sentences*|*override*) continue ;; esac
    rm -f "$build/san/v.db"
    timeout 3000 $valgrind "$sqlite" -batch "$build/san/v.db" <"$q" >"$out" 2>&1
    [ $? = 9 ] && finding valgrind "$q" "$out"
    n=$((n + 1))
  done
  for u in tests/unit/*.c; do
    name=$(basename "$u" .c)
    [ -n "${QUICK:-}" ] && case $name in rbnf|money_oracle|search_fold|scan_blocks) continue ;; esac
    timeout 3000 valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "$build/test/$name" >"$out" 2>&1 || finding valgrind "unit $name" "$out"
    n=$((n + 1))
  done
  echo "valgrind: $n scripts and programs, $bad with findings"
  return $((bad > 0))
}

step_tsan() {
  local dir=$build/san/tsan bad=0 n=0 u name got
  build_with "$dir" -fsanitize=thread || return 1
  $cc -std=c11 -O1 -g -fsanitize=thread -D_POSIX_C_SOURCE=200809L -o "$dir/threads" tests/fault/threads.c $(pkg-config --cflags --libs sqlite3) -lpthread || return 1
  # The stock libsqlite3 is not instrumented: its static mutexes look unlocked twice, and INIT2 writes one pointer from every load.
  printf 'race:sqlite3_gazette_init\nrace:libsqlite3\ncalled_from_lib:libsqlite3\nmutex:libsqlite3\nmutex:gz_table_register\nmutex:gz_functions_register\n' >"$dir/suppressions"
  TSAN_OPTIONS="suppressions=$dir/suppressions exitcode=9" timeout 1800 "$dir/threads" "$dir/gazette" 8 tests/fault/statements.sql >"$dir/out/threads.txt" 2>&1
  got=$?
  [ $got = 0 ] || finding tsan "threads ($got)" "$dir/out/threads.txt"
  for u in tests/unit/*.c; do
    name=$(basename "$u" .c)
    n=$((n + 1))
    unit "$dir" -fsanitize=thread "unit-$name" "$u" || { bad=$((bad + 1)); continue; }
    TSAN_OPTIONS=exitcode=9 timeout 1800 "$dir/unit-$name" >"$dir/out/unit-$name.txt" 2>&1 || finding tsan "unit $name" "$dir/out/unit-$name.txt"
  done
  echo "tsan: 8 threads over every function and table, $n unit programs, $bad with findings"
  return $((bad > 0))
}

# What an analyser says, as `tool TAB file or function TAB kind`, and whether tests/sanitize.tsv explains it (tool, where, kind, reason).
explained() {
  local said=$1 bad=0
  while IFS=$'\t' read -r tool where kind; do
    awk -F'\t' -v t="$tool" -v w="$where" -v k="$kind" '$1 == t && $2 == w && $3 == k { found = 1 } END { exit !found }' tests/sanitize.tsv || { bad=$((bad + 1)); echo "FAIL static $tool: $where: $kind"; }
  done < <(sort -u "$said")
  return $((bad > 0))
}

step_static() {
  local bad=0 dir=$build/san/analyzer f
  mkdir -p "$dir"
  if have cppcheck; then
    cppcheck -q --std=c11 --enable=warning,portability --inline-suppr --suppress=missingIncludeSystem --template='{file}	{id}	{line}: {message}' -Iext ext 2>"$build/san/cppcheck.txt"
    awk -F'\t' 'NF == 3 && $1 ~ /^ext\// { print "cppcheck\t" $1 "\t" $2 }' "$build/san/cppcheck.txt" >"$build/san/cppcheck.tsv"
    echo "cppcheck: $(sort -u "$build/san/cppcheck.tsv" | wc -l) kinds of findings"
    explained "$build/san/cppcheck.tsv" || bad=1
  fi
  if have gcc; then
    make -s CC=gcc CFLAGS="-O2 -fanalyzer -fdiagnostics-plain-output" BUILD="$dir" "$dir/.objects" >"$build/san/fanalyzer.txt" 2>&1
    # a finding in code that was inlined has no place of its own: the function in which its path ends is named
    awk '/\[-Wanalyzer/ { match($0, /\[-Wanalyzer[a-z-]*\]/); kind = substr($0, RSTART + 2, RLENGTH - 3); where = $0 ~ /^ext\// ? substr($0, 1, index($0, ":") - 1) : f; if (where != "") print "gcc\t" where "\t" kind }
      /In function / { match($0, /\047[^\047]*\047|‘[^’]*’/); f = substr($0, RSTART, RLENGTH); gsub(/\047|‘|’/, "", f) }' "$build/san/fanalyzer.txt" >"$build/san/gcc.tsv"
    echo "gcc -fanalyzer: $(sort -u "$build/san/gcc.tsv" | wc -l) kinds of findings"
    explained "$build/san/gcc.tsv" || bad=1
  fi
  if have clang; then
    find ext -name '*.c' -not -path 'ext/gen/*' | sort | while read -r f; do
      clang --analyze -Xclang -analyzer-output=text -std=c11 -Iext -I"$build/gen" -DGZ_VERSION='"x"' $(pkg-config --cflags icu-i18n sqlite3) -o /dev/null "$f"
    done >"$build/san/clang.txt" 2>&1
    sed -nE 's/^(ext[^:]*):[0-9]+:[0-9]+: warning: .*\[([a-zA-Z.]+)\]$/clang\t\1\t\2/p' "$build/san/clang.txt" >"$build/san/clang.tsv"
    echo "clang --analyze: $(sort -u "$build/san/clang.tsv" | wc -l) kinds of findings"
    explained "$build/san/clang.tsv" || bad=1
  fi
  return $bad
}

for s in $steps; do "step_$s" || rc=1; done
exit $rc
