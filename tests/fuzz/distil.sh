#!/usr/bin/env bash
# What fuzzing learned (BUILD/fuzz/corpus), distilled into tests/fuzz/corpus.tar.xz: of each target's inputs the small ones that together reach every
# edge that any of them reaches (INPUTS: no more than that many of the smallest are looked at). The programs are built without optimisation for
# it: then every condition of the source is an edge. `make test` replays them, with the properties of their targets. Usage: distil.sh BUILD [TARGET...]
# (after make fuzz; a target keeps what the archive has of it, where the corpus has nothing)
set -eu
dir=$1/fuzz clang=${CLANG:-clang}
shift
make -s CC="$clang" CFLAGS=-O0 BUILD="$dir/plain" EXTRA=-fsanitize=fuzzer-no-link "$dir/plain/.objects"
objs=$(find "$dir/plain/obj" -name '*.o')
below=$(echo "$objs" | grep -vE '/obj/(bind|vt|fn|fts|init|register)')
flags="-std=c11 -O0 -fsanitize=fuzzer -Iext -Itests/fuzz -I$dir/plain/gen"
# shellcheck disable=SC2086
$clang $flags -o "$dir/plain/finders" tests/fuzz/libfuzzer.c tests/fuzz/targets*.c $below $(pkg-config --libs icu-i18n icu-uc) -lm
# shellcheck disable=SC2086
$clang $flags -Wl,--wrap=gz_walk_begin -o "$dir/plain/sql" tests/fuzz/libfuzzer.c tests/fuzz/sql.c $objs $(pkg-config --libs icu-i18n icu-uc sqlite3) -lm
if [ -e tests/fuzz/corpus.tar.xz ]; then                   # what was learned before counts too
  rm -rf "$dir/before" && mkdir -p "$dir/before" && tar -C "$dir/before" -xJf tests/fuzz/corpus.tar.xz
  for t in "$dir"/before/*/; do t=$(basename "$t"); mkdir -p "$dir/corpus/$t"; for f in "$dir/before/$t"/*; do cp "$f" "$dir/corpus/$t/kept-$(basename "$f")"; done; done
fi
[ $# -gt 0 ] || { rm -rf "$dir/distilled"; set -- $(ls "$dir/corpus"); }
for t; do
  case $t in sql|match|span) program=sql ;; *) program=finders ;; esac
  rm -rf "$dir/merge" "$dir/merge.txt"
  rm -rf "$dir/small" "$dir/distilled/$t"
  mkdir -p "$dir/merge" "$dir/small" "$dir/distilled/$t"
  find "$dir/corpus/$t" -type f -printf '%s %p\n' | sort -n | head -"${INPUTS:-100000}" | cut -d' ' -f2 | xargs cp -t "$dir/small"
  FUZZ_TARGET=$t "$dir/plain/$program" -merge=1 -merge_control_file="$dir/merge.txt" "$dir/merge" "$dir/small" >"$dir/merge.log" 2>&1 || true
  python3 - "$dir/merge.txt" "$dir/distilled/$t" <<'PY'
import os, shutil, sys
lines = open(sys.argv[1]).read().split('\n')
count = int(lines[0])
files = lines[2:2 + count]
edges = {}
for line in lines[2 + count:]:
    if line.startswith('FT '):
        w = line.split()
        edges[int(w[1])] = {int(f) // 8 for f in w[2:]}
order = sorted(edges, key=lambda i: os.path.getsize(files[i]))
seen, kept, times = set(), [], {}
for i in order:
    if edges[i] - seen:
        seen |= edges[i]
        kept.append(i)
for i in kept:
    for e in edges[i]: times[e] = times.get(e, 0) + 1
for i in reversed(list(kept)):                        # the largest first: what others reach too
    if all(times[e] > 1 for e in edges[i]):
        kept.remove(i)
        for e in edges[i]: times[e] -= 1
for k, i in enumerate(kept): shutil.copy(files[i], '%s/%04d' % (sys.argv[2], k))
print('%s: %d of %d inputs, %d bytes' % (os.path.basename(sys.argv[2]), len(kept), len(edges), sum(os.path.getsize(files[i]) for i in kept)))
PY
  rmdir "$dir/distilled/$t" 2>/dev/null || true               # no target of that name
done
tar -C "$dir/distilled" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cJf tests/fuzz/corpus.tar.xz .
ls -l tests/fuzz/corpus.tar.xz
