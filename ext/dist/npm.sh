#!/usr/bin/env bash
# `make npm`: the package gazette-sqlite under BUILD/npm/gazette-sqlite, and packed when npm is here. A library of another platform that
# lies in BUILD/npm/lib/PLATFORM/ already (built there, copied here) is packed too. Usage: npm.sh OUT VERSION PLATFORM LIBRARY
set -eu
out=$1 version=$2 platform=$3 library=$4
pkg=$out/gazette-sqlite
rm -rf "$pkg" && mkdir -p "$pkg/lib/$platform" "$pkg/sql"
[ -d "$out/lib" ] && cp -r "$out/lib/." "$pkg/lib/"
cp "$library" "$pkg/lib/$platform/$(basename "$library")"
sed "s/@VERSION@/$version/" ext/dist/npm/package.json >"$pkg/package.json"
cp ext/dist/npm/index.cjs ext/dist/npm/index.mjs ext/dist/npm/index.d.ts ext/dist/npm/README.md LICENSE "$pkg/"
cp sql/*.sql "$pkg/sql/"
find sql -name '*.md' | while read -r f; do mkdir -p "$pkg/$(dirname "$f")"; cp "$f" "$pkg/$f"; done
if command -v npm >/dev/null 2>&1; then (cd "$out" && npm pack --silent ./gazette-sqlite >/dev/null); echo "$out/gazette-sqlite-$version.tgz: $(wc -c <"$out/gazette-sqlite-$version.tgz") bytes"
else echo "$pkg (not packed: no npm)"; fi
