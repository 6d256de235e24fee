#!/usr/bin/env bash
# Generators: the same bytes twice, and a malformed line of a TSV stops them with file, line and reason.
set -u
build=${1:-build} dir=${1:-build}/gen-test
mkdir -p "$dir"
"$build/bin/lexgen" deal_words ext/data/deal_words.tsv "$dir/a.h" "$dir/a.c" && "$build/bin/lexgen" deal_words ext/data/deal_words.tsv "$dir/b.h" "$dir/b.c"
cmp -s "$dir/a.c" "$dir/b.c" && cmp -s "$dir/a.h" "$dir/b.h" && echo "ok generators are deterministic" || echo "FAIL generators give other bytes the second time"
refused() {     # NAME CONTENT EXPECTED
  printf "$2" >"$dir/$1.tsv"
  local out; out=$("$build/bin/lexgen" "$1" "$dir/$1.tsv" "$dir/x.h" "$dir/x.c" 2>&1)
  [ $? -ne 0 ] && [ "$out" = "$dir/$1.tsv:$3" ] && echo "ok generators refuse: $3" || echo "FAIL generators on $1: got '$out', want '$dir/$1.tsv:$3'"
}
refused cells 'word:key\tn:int\na\t1\nb\n' "3: 1 cells where the header has 2"
refused number 'word:key\tn:int\na\tone\n' "2: n: not a 32-bit integer: 'one'"
refused choice 'word:key\tk:enum(x,y)\na\tz\n' "2: k: 'z' is not one of its values"
refused twice 'word:key\tn:int\nABC\t1\nabc\t1\n' "3: says the same as line 2"
refused header 'word\tn:int\na\t1\n' "1: header cell 'word' is not name:type"
refused empty 'word:key\tn:int\n\t1\n' "2: empty or too long key"
refused utf8 'word:key\n\xff\n' "2: malformed UTF-8"
refused newline 'word:key\nabc' "2: line too long, or no newline at its end"
