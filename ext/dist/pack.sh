#!/usr/bin/env bash
# `make dist`: the archive gazette-VERSION-PLATFORM.tar.gz (library; header, one-file source and archive for static linking; sql/ with
# the docs that stand beside it), sqlpkg.json and checksums.txt beside it. Usage: pack.sh DIR VERSION PLATFORM LIBRARY DIST URL
set -eu
dir=$1 version=$2 platform=$3 library=$4 dist=$5 url=$6
rm -rf "$dir" && mkdir -p "$dir"
cp "$library" "$dir/"
cp "$dist/gazette.c" "$dist/gazette.h" "$dist/libgazette.a" README.md LICENSE "$dir/"
git ls-files sql fixtures 2>/dev/null | grep -q . && files=$(git ls-files --cached --others --exclude-standard sql fixtures) || files=$(find sql fixtures -type f)
printf '%s\n' $files | while read -r f; do mkdir -p "$dir/$(dirname "$f")"; cp "$f" "$dir/$f"; done
name=$(basename "$dir").tar.gz
# The same sources give the same archive: names sorted, no times, no owners.
(cd "$dist" && tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf - "$(basename "$dir")" | gzip -n >"$name")
sum=$(cd "$dist" && { sha256sum "$name" 2>/dev/null || shasum -a 256 "$name"; })
echo "$sum" >"$dist/checksums.txt"
sed -e "s|@VERSION@|$version|g" -e "s|@URL@|$url|g" -e "s|@PLATFORM@|$(echo "$platform" | sed 's/x64/amd64/')|g" -e "s|@ARCHIVE@|$name|g" ext/dist/sqlpkg.json >"$dist/sqlpkg.json"
echo "$dist/$name: $(wc -c <"$dist/$name") bytes"
