#!/usr/bin/env bash
# The language model: the checked-in tables are those that the manifest's training gave; and training on a small corpus of made-up words
# gives the same bytes twice, which the generator accepts and which tell the made-up languages apart.
set -u
build=${1:-build} dir=${1:-build}/model-test
mkdir -p "$dir/corpus"
sum() { if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d' ' -f1; }
for f in han.tsv model.bin; do
  want=$(awk -F'\t' -v name="result: $f" '$1 == name { print $4 }' ext/data/lang/manifest.tsv)
  [ "$(sum "ext/data/lang/$f")" = "$want" ] && echo "ok $f is what the manifest says" || echo "FAIL $f is not what the manifest's training gave: run make model"
done
for p in $(grep -v '^#' ext/gen/model/packages.txt); do
  grep -q "^$p	" ext/data/lang/manifest.tsv || echo "FAIL $p is trained on and not in the manifest"
done

printf 'group\tLatn\ten de\t1\ngroup\tCyrl\tru uk\t1\nclose\tru uk\nprior\t-1\tuk\n' >"$dir/groups.tsv"
awk -v dir="$dir/corpus" '
  function word(tag, n,  w) { w = ""; while (n-- > 0) { x = (x * 1103515 + 12345) % 2147483; w = w part[tag, x % 6 + 1] } return w }
  function language(tag, parts,  i, j, p, line) {
    split(parts, p, " ")
    for (i in p) part[tag, i] = p[i]
    for (i = 0; i < 900; i++) {
      line = (i % 3 ? "ui.mo" : "dict") "\t"
      for (j = 0; j < 9; j++) line = line word(tag, 2 + (i + j) % 3) " "
      print line >(dir "/" tag ".txt")
    }
  }
  BEGIN { x = 7; language("en", "ka lo mi ter ness ing"); language("de", "sch ung ein lo mi gra"); language("ru", "ка ло ми ший ость ы"); language("uk", "ка ло ми ій ість и") }'
${CC:-cc} -std=c11 -O1 -DGZ_LANG_TRAIN -Iext -I"$build/gen" -o "$dir/train" ext/gen/model/train.c ext/gen/model/tune.c ext/gen/model/pack.c ext/text/lang_script.c \
  ext/text/utf8.c "$build/gen/uni_tables.c" -lm || { echo "FAIL the training does not compile"; exit 0; }
for run in a b; do "$dir/train" "$dir/corpus" "$dir/groups.tsv" "$dir/$run.bin" first 0.01 second 0.02 buckets 40 2>"$dir/$run.log"; done
[ -s "$dir/a.bin" ] && cmp -s "$dir/a.bin" "$dir/b.bin" && echo "ok the training is deterministic" || echo "FAIL the training gives other bytes the second time"
"$build/bin/langgen" "$dir/a.bin" ext/data/lang/han.tsv "$dir/a.h" "$dir/a.c" && grep -q 'GZ_LM_COL_UK 3' "$dir/a.h" && echo "ok the generator takes the model" || echo "FAIL the generator refuses the model"
told=$(grep 'held out' "$dir/a.log" | tail -1 | sed 's/.* 6 words: loss [-0-9.]* right \([0-9]*\).*/\1/')
[ "${told:-0}" -ge 99 ] && echo "ok six made-up words are told apart" || echo "FAIL six made-up words are told apart in $told %"
head -c 2000 "$dir/a.bin" >"$dir/cut.bin"
"$build/bin/langgen" "$dir/cut.bin" ext/data/lang/han.tsv "$dir/x.h" "$dir/x.c" 2>"$dir/cut.log"
[ $? -ne 0 ] && grep -q 'the model is cut' "$dir/cut.log" && echo "ok the generator refuses a model that is cut" || echo "FAIL the generator takes a model that is cut"
