#!/usr/bin/env bash
# `make coverage`: how much of ext/ the tests reach, by gcov: lines and branches a folder, then every file below 95 % of its lines with the
# lines that remain. Works on a copy under BUILD, so that the library in use stays as it is. Needs gcovr. Usage: coverage.sh BUILD
set -u
build=$1 copy=$1/coverage
command -v gcovr >/dev/null || { echo "skip coverage: gcovr is not installed (apt-get install gcovr)"; exit 0; }
rm -rf "$copy" && mkdir -p "$copy"
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy" || exit 1
make -j2 EXTRA=--coverage CFLAGS=-O1 >make.log 2>&1 || { tail -5 make.log; exit 1; }
make --no-print-directory EXTRA=--coverage CFLAGS=-O1 test 2>&1 | grep " passed, .* skipped"        # a few checks of the library itself fail: it exports gcov's names here
measure() { gcovr -r . --object-directory build/obj --gcov-ignore-parse-errors "$@" 2>/dev/null; }
for floor in base text io find page bind vt fn fts; do
  lines=$(measure --filter "ext/$floor/[a-z_0-9]*\.c" | tee -a lines.txt | awk '/^TOTAL/ { print $2, $3 }')
  branches=$(measure --branches --filter "ext/$floor/[a-z_0-9]*\.c" | awk '/^TOTAL/ { print $2, $3 }')
  echo "$floor $lines $branches"
done | awk '{ printf "%-6s lines %5d of %5d, %5.1f %%   branches %5d of %5d, %5.1f %%\n", $1, $3, $2, 100 * $3 / $2, $5, $4, 100 * $5 / $4; l += $2; h += $3; b += $4; t += $5 }
  END { printf "all    lines %5d of %5d, %5.1f %%   branches %5d of %5d, %5.1f %%\n", h, l, 100 * h / l, t, b, 100 * t / b }'
awk '$4 ~ /%$/ && $4 + 0 < 95 && $1 != "TOTAL"' lines.txt
