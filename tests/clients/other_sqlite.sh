#!/usr/bin/env bash
# Builds the newest SQLite that Debian has (its unstable release's source package: library and shell) into BUILD/clients/sqlite, with
# package lists of its own, so that the machine's are left alone. About a minute. Usage: other_sqlite.sh BUILD
set -eu
dir=$(mkdir -p "$1/clients/sqlite-source" && cd "$1/clients/sqlite-source" && pwd)
cd "$dir"
[ -x ../sqlite/bin/sqlite3 ] && exit 0
mirror=$(grep -rhvE '^ *#' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?' | head -1 || true)
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb-src $([ -e $keys ] && echo "[signed-by=$keys] ")${mirror:-http://deb.debian.org/debian} sid main" >src.list
mkdir -p lists/partial cache/archives/partial
O=(-o Dir::Etc::sourcelist="$dir/src.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$dir/lists" -o Dir::Cache="$dir/cache" -o APT::Sandbox::User=root)
apt-get "${O[@]}" -qq update
apt-get "${O[@]}" -qq source --download-only sqlite3
mkdir -p tree b && tar xf sqlite3_*.orig.tar.xz -C tree --strip-components=1
cd b && ../tree/configure --all --disable-tcl --prefix="$(dirname "$dir")/sqlite" >/dev/null
make sqlite3 so >/dev/null 2>&1 && make install >/dev/null 2>&1
"$(dirname "$dir")/sqlite/bin/sqlite3" --version
