#!/usr/bin/env bash
# Everything that must hold: unit programs, SQL scripts (tests/sql/NAME.sql must print tests/sql/NAME.out exactly), and every
# other tests/*/check.sh. Prints failures, then one line: N passed, N failed, N skipped. Usage: tests/run.sh BUILD
# A check.sh prints `ok NAME`, `FAIL NAME reason` or `skip NAME reason` per check.
set -u
build=${1:-build}
passed=0 failed=0 skipped=0
sqlite=${SQLITE3:-sqlite3}
mkdir -p "$build/out"

for c in tests/unit/*.c; do
  name=$(basename "$c" .c)
  if "$build/test/$name" >"$build/out/unit-$name.txt" 2>&1; then passed=$((passed + 1)); tail -1 "$build/out/unit-$name.txt"
  else failed=$((failed + 1)); echo "FAIL unit $name"; tail -20 "$build/out/unit-$name.txt"; fi
done

for q in tests/sql/*.sql; do
  [ -e "$q" ] || continue
  name=$(basename "$q" .sql)
  want=tests/sql/$name.out got=$build/out/$name.out
  if [ ! -s "$want" ]; then failed=$((failed + 1)); echo "FAIL sql $name: no expected rows in $want"; continue; fi
  rm -f "$build/out/$name.db"
  timeout 120 "$sqlite" -batch "$build/out/$name.db" <"$q" >"$got" 2>&1
  if diff <(sed -E -f tests/errors.sed "$want") <(sed -E -f tests/errors.sed "$got") >"$build/out/diff.txt"; then passed=$((passed + 1))
  else failed=$((failed + 1)); echo "FAIL sql $name"; head -${DIFF_LINES:-20} "$build/out/diff.txt"; fi
done

for check in tests/*/check.sh; do
  [ -e "$check" ] || continue
  while IFS= read -r line; do
    case "$line" in
      ok\ *) passed=$((passed + 1)) ;;
      FAIL\ *) failed=$((failed + 1)); echo "$line" ;;
      skip\ *) skipped=$((skipped + 1)); echo "$line" ;;
      *) echo "  $line" ;;
    esac
  done < <(bash "$check" "$build" 2>&1; rc=$?; [ $rc = 0 ] || echo "FAIL $check ended with $rc")
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
