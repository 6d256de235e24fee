#!/usr/bin/env bash
# Installs the SQLite hosts that Debian has, for `make clients INSTALL=1`. Needs root or sudo; what cannot be had is skipped later on.
set -u
packages="python3-apsw sqlite-utils libdbd-sqlite3-perl php-cli php-sqlite3 ruby-sqlite3 golang-go golang-github-mattn-go-sqlite3-dev libxerial-sqlite-jdbc-java default-jdk-headless"
command -v apt-get >/dev/null 2>&1 || { echo "only apt-get is known here; by hand: $packages"; exit 0; }
if [ "$(id -u)" = 0 ]; then run=(); elif command -v sudo >/dev/null 2>&1; then run=(sudo); else echo "as root: apt-get install $packages"; exit 0; fi
"${run[@]}" apt-get update -qq
for p in $packages; do "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$p" >/dev/null || echo "cannot install $p"; done
