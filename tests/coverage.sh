#!/usr/bin/env bash
# `make coverage`: how much of ext/ the tests reach, by clang's source-based coverage: lines, and branches as the source has them (each
# condition true and false: gcov counts what the compiler made of them, which moves with the optimiser). Prints a folder a line, then every file
# below 95 % of its lines or 90 % of its branches; all files are in BUILD/coverage/files.txt, the lines themselves in BUILD/coverage/lines.txt.
# What no test reaches is of these kinds. (1) Memory that fails at one certain call: the sweep of tests/fault fails every allocation of a statement, but of
# an import and of whole folders only each 499th and 251st, and inside ICU only what ICU survives. (2) A system that answers otherwise than this one:
# file systems without d_type, EPERM for EACCES, an ICU without a converter, processors without AVX2. (3) The bound of a loop or a
# buffer that another rule keeps (a name of 600 bytes, a text that ends within a token the caller has looked at): kept, so that no
# caller has to be believed. (4) Conditions of rules about language that two true ones before them settle: each half is true or false in some
# test, not in every company. (5) Questions whether to stop, at strides that only the large texts of tests/fault/interrupt.c reach. (6) The entry
# that a host with other headers takes (ext/bind/compat.c), and the cleaning up after a registration that fails half-way (ext/register.c).
# Works on a copy under BUILD, so that the library in use stays as it is. Usage: coverage.sh BUILD
set -u
build=$(mkdir -p "$1" && cd "$1" && pwd) copy=$build/coverage
clang=${CLANG:-clang}
tool() { for t in "$1" "$1"-{19,18,17,16,15,14}; do command -v "$t" >/dev/null && { echo "$t"; return; }; done; }
cov=$(tool llvm-cov) data=$(tool llvm-profdata)
[ -n "$cov" ] && [ -n "$data" ] && command -v "$clang" >/dev/null || { echo "skip coverage: clang and llvm are not installed (apt-get install clang llvm)"; exit 0; }
rm -rf "$copy" && mkdir -p "$copy"
git ls-files -z | xargs -0 cp --parents -t "$copy"
cd "$copy" || exit 1
flags=(CC="$clang" CFLAGS=-O1 EXTRA="-fprofile-instr-generate -fcoverage-mapping" LDFLAGS=-fprofile-instr-generate)
make -j2 "${flags[@]}" >make.log 2>&1 || { tail -5 make.log; exit 1; }
export LLVM_PROFILE_FILE=$copy/raw/%4m.profraw
make --no-print-directory "${flags[@]}" CC="$clang -fprofile-instr-generate" test >test.log 2>&1         # a few checks of the library itself fail: it exports the profile's names here
grep " passed, .* skipped" test.log
"$data" merge -o all.profdata raw/*.profraw || exit 1
report() { "$cov" "$1" gazette.so -instr-profile=all.profdata -ignore-filename-regex="^$copy/(build|ext/gen)/" "${@:2}"; }
report report 2>/dev/null | awk '/^(TOTAL|[a-z_\/0-9]+\.[ch]) / { sub(/^(.*\/)?ext\//, "", $1); print $1, $8, $9, $11, $12 }' >files.txt            # file, lines, missed, branches, missed
report show -show-branches=count >lines.txt 2>/dev/null
awk '$1 != "TOTAL" { split($1, p, "/"); d = p[length(p) - 1] == "ext" || length(p) < 2 ? "." : p[length(p) - 1]; l[d] += $2; m[d] += $3; b[d] += $4; n[d] += $5; L += $2; M += $3; B += $4; N += $5 }
  function line(d, l, m, b, n) { printf "%-6s lines %5d of %5d, %5.1f %%   branches %5d of %5d, %5.1f %%\n", d, l - m, l, l ? 100 * (l - m) / l : 100, b - n, b, b ? 100 * (b - n) / b : 100 }
  END { for (d in l) line(d, l[d], m[d], b[d], n[d]); line("all", L, M, B, N) }' files.txt | sort
echo "below 95 % of lines or 90 % of branches:"
awk '$1 != "TOTAL" && (($2 && ($2 - $3) / $2 < 0.95) || ($4 && ($4 - $5) / $4 < 0.90)) { printf "  %-32s lines %5.1f %%  branches %5.1f %% (%d missing)\n", $1, 100 * ($2 - $3) / $2, $4 ? 100 * ($4 - $5) / $4 : 100, $5 }' files.txt
