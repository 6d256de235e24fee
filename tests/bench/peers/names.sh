#!/usr/bin/env bash
# Listed names beside vectorscan and grep -F, fold_text beside ICU, a gazetteer of 200,000 names: in C and through SQL. Usage: names.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench sqlite=${SQLITE3:-sqlite3}
objs=$(find "$build/obj/base" "$build/obj/text" "$build/obj/find" "$build/obj/gen" -name '*.o' | sort)
hs=
[ -e /usr/include/hs/hs.h ] && hs="-DHAVE_HS -lhs"
echo "== listed names and fold_text"
head -c 16000000 "$text" >"$dir/names-text.txt"
awk -F'\t' '!/^#/ && ++line > 1 { print $1 }' ext/data/aliases.tsv | LC_ALL=C sort -u >"$dir/names.txt"
# shellcheck disable=SC2086
${CXX:-c++} -std=c++17 -O2 -Iext -I"$build/gen" -o "$dir/peer-names" tests/bench/peers/names.cc $objs $hs $(pkg-config --libs icu-i18n icu-uc) -lm || { echo "  not built"; exit 0; }
"$dir/peer-names" "$dir/names-text.txt" "$dir/names.txt"
# grep: the same names on the first MB, user CPU time of building its automaton taken off
seconds() { { TIMEFORMAT=%U; time "$@" 2>/dev/null | wc -l >/dev/null; } 2>&1; }      # a pipe: grep stops at the first match where it writes to /dev/null
head -c 1000000 "$text" >"$dir/names-1mb.txt"
awk -v a="$(seconds env LC_ALL=C grep -F -o -f "$dir/names.txt" "$dir/names-text.txt")" -v b="$(seconds env LC_ALL=C grep -F -o -f "$dir/names.txt" "$dir/names-1mb.txt")" \
  'BEGIN { if (a > b) printf "  %-44s %8.1f MB/s\n", "grep -F -o -f", 15 / (a - b) }'
rows="WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) INSERT INTO gazetteer(entity, alias) SELECT 'Firm ' || i, 'Velmora ' || i || ' Holdings' FROM n"
printf '  %-44s %8.3f s\n' "gazetteer of 200,000 names: INSERT and first use" "$(seconds "$sqlite" :memory: ".load ./gazette" "$rows" "SELECT count(*) FROM entities('Velmora 77 Holdings rose.')")"
exit 0
