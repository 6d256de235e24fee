#!/usr/bin/env bash
# `make sanitize`: the SQL suite and the unit programs under AddressSanitizer and UndefinedBehaviorSanitizer (gcc, the extension preloaded into
# the stock sqlite3), the same under valgrind, threads under ThreadSanitizer, and static analysers. What is not installed is named and
# skipped. Usage: sanitize.sh BUILD [asan|valgrind|tsan|static ...]
set -u
build=$1; shift
steps=${*:-asan valgrind tsan static}
cc=${CC:-gcc} sqlite=${SQLITE3:-sqlite3} rc=0
mkdir -p "$build/san"
have() { command -v "$1" >/dev/null 2>&1 || { echo "skip sanitize: $1 is not installed"; return 1; }; }

scripts() { ls tests/sql/*.sql; }

step_asan() {
  local dir=$build/san/asan flags="-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer"
  mkdir -p "$dir/out"
  make -s CC="$cc" BUILD="$dir" EXTRA="$flags" TARGET="$dir/gazette.so" "$dir/gazette.so" || return 1
  local asan; asan=$($cc -print-file-name=libasan.so) ; local ubsan; ubsan=$($cc -print-file-name=libubsan.so)
  local q bad=0 n=0
  for q in $(scripts); do
    rm -f "$dir/out/t.db"
    sed "s|^\.load \./gazette|.load $dir/gazette|" "$q" |
      LD_PRELOAD="$asan:$ubsan" ASAN_OPTIONS=detect_leaks=0:abort_on_error=0 timeout 600 "$sqlite" -batch "$dir/out/t.db" >"$dir/out/$(basename "$q" .sql).txt" 2>&1
    n=$((n + 1))
    if grep -qE 'ERROR: AddressSanitizer|runtime error:' "$dir/out/$(basename "$q" .sql).txt"; then
      bad=$((bad + 1)); echo "FAIL asan $q"; grep -E -A8 'ERROR: AddressSanitizer|runtime error:' "$dir/out/$(basename "$q" .sql).txt" | head -12
    fi
  done
  local u
  for u in tests/unit/*.c; do
    local name; name=$(basename "$u" .c)
    $cc -std=c11 -O1 -g $flags -Iext -I"$dir/gen" -Itests $(pkg-config --cflags sqlite3) -DGZ_VERSION='"test"' -o "$dir/unit-$name" "$u" $(find "$dir/obj/base" "$dir/obj/text" "$dir/obj/io" "$dir/obj/find" "$dir/obj/page" "$dir/obj/gen" -name '*.o') $(pkg-config --libs icu-i18n icu-uc) -lm || { bad=$((bad + 1)); continue; }
    n=$((n + 1))
    ASAN_OPTIONS=detect_leaks=1 timeout 900 "$dir/unit-$name" >"$dir/out/unit-$name.txt" 2>&1 || { bad=$((bad + 1)); echo "FAIL asan unit $name"; grep -E -A8 'ERROR|runtime error:|failed' "$dir/out/unit-$name.txt" | head -12; }
  done
  echo "asan+ubsan: $n programs and scripts, $bad with findings"
  return $((bad > 0))
}

step_valgrind() {
  have valgrind || return 0
  make -s || return 1
  local q bad=0 n=0
  for q in $(scripts); do
    rm -f "$build/san/v.db"
    timeout 900 valgrind -q --error-exitcode=9 --leak-check=no "$sqlite" -batch "$build/san/v.db" <"$q" >"$build/san/valgrind.txt" 2>&1
    [ $? = 9 ] && { bad=$((bad + 1)); echo "FAIL valgrind $q"; grep '^==' "$build/san/valgrind.txt" | head -12; }
    n=$((n + 1))
  done
  echo "valgrind: $n scripts, $bad with findings"
  return $((bad > 0))
}

step_tsan() {
  local dir=$build/san/tsan
  mkdir -p "$dir"
  make -s CC="$cc" BUILD="$dir" EXTRA="-fsanitize=thread" TARGET="$dir/gazette.so" "$dir/gazette.so" || return 1
  $cc -std=c11 -O1 -g -fsanitize=thread -D_POSIX_C_SOURCE=200809L -o "$dir/threads" tests/fault/threads.c $(pkg-config --cflags --libs sqlite3) -lpthread || return 1
  # The stock libsqlite3 is not instrumented: its static mutexes look unlocked twice, and INIT2 writes one pointer from every load.
  printf 'race:sqlite3_gazette_init\nrace:libsqlite3\ncalled_from_lib:libsqlite3\nmutex:libsqlite3\nmutex:gz_table_register\nmutex:gz_functions_register\n' >"$dir/suppressions"
  TSAN_OPTIONS="suppressions=$dir/suppressions exitcode=9" timeout 600 "$dir/threads" "$dir/gazette" 8 >"$dir/out.txt" 2>&1
  local got=$?
  tail -1 "$dir/out.txt"
  [ $got = 0 ] || { echo "FAIL tsan ($got)"; grep -A12 'WARNING: ThreadSanitizer' "$dir/out.txt" | head -30; return 1; }
  echo "tsan: 8 threads, no findings"
}

step_static() {
  local bad=0
  if have cppcheck; then
    cppcheck -q --std=c11 --enable=warning,portability --inline-suppr --suppress=missingIncludeSystem --error-exitcode=0 -Iext -I"$build/gen" ext 2>"$build/san/cppcheck.txt"
    echo "cppcheck: $(grep -cE ': (warning|error|portability):' "$build/san/cppcheck.txt") findings"; grep -E ': (warning|error|portability):' "$build/san/cppcheck.txt" | head -20
    grep -qE ': error:' "$build/san/cppcheck.txt" && bad=1
  fi
  local dir=$build/san/analyzer
  make -s CC=gcc BUILD="$dir" EXTRA="-fanalyzer" "$dir/.objects" >"$build/san/fanalyzer.txt" 2>&1
  echo "gcc -fanalyzer: $(grep -c 'Wanalyzer' "$build/san/fanalyzer.txt") findings"; grep 'Wanalyzer' "$build/san/fanalyzer.txt" | head -20
  if have clang; then
    : >"$build/san/clang.txt"
    for f in $(find ext -name '*.c' -not -path 'ext/gen/*'); do
      clang --analyze -Xclang -analyzer-output=text -std=c11 -Iext -I"$build/gen" -DGZ_VERSION='"x"' $(pkg-config --cflags icu-i18n sqlite3) "$f" >>"$build/san/clang.txt" 2>&1
    done
    echo "clang --analyze: $(grep -c 'warning:' "$build/san/clang.txt") findings"; grep 'warning:' "$build/san/clang.txt" | head -20
  fi
  return $bad
}

for s in $steps; do "step_$s" || rc=1; done
exit $rc
