#!/usr/bin/env bash
# Installs what the build needs (compiler, make, pkg-config, ICU and SQLite with headers, the sqlite3 shell) through apt when it can
# (root or sudo); otherwise says exactly what to install. Does nothing when all is there.
set -u
missing=()
have() { command -v "$1" >/dev/null 2>&1; }
have "${CC:-cc}" || missing+=(gcc)
have pkg-config || missing+=(pkg-config)
{ have pkg-config && pkg-config --exists icu-i18n icu-uc; } || missing+=(libicu-dev)
{ have pkg-config && pkg-config --exists sqlite3; } || missing+=(libsqlite3-dev)
have sqlite3 || missing+=(sqlite3)
[ ${#missing[@]} = 0 ] && exit 0
if [ "$(uname -s)" = Darwin ]; then
  echo "gazette needs: brew install icu4c sqlite pkg-config"; exit 1
fi
if have apt-get; then
  if [ "$(id -u)" = 0 ]; then run=(); elif have sudo; then run=(sudo); else
    echo "gazette needs, as root: apt-get install ${missing[*]}"; exit 1
  fi
  echo "installing: ${missing[*]}"
  "${run[@]}" apt-get update -qq && "${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null && exit 0
  echo "apt-get could not install: ${missing[*]}"; exit 1
fi
echo "gazette needs a C compiler, pkg-config, ICU and SQLite with their headers, and the sqlite3 shell (missing here: ${missing[*]})"
exit 1
