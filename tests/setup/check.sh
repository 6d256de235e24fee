#!/usr/bin/env bash
# `make deps`, the first step of `make demo`, on machines that lack something: a PATH of stand-ins plays the machine.
set -u
build=${1:-build}
dir=$(rm -rf "$build/setup"; mkdir -p "$build/setup" && cd "$build/setup" && pwd)
real=$(command -v bash)
# machine NAME UNAME UID COMMAND...: its commands do nothing but exist; sudo and apt-get write down how they are called.
machine() {
  local bin=$dir/$1; mkdir -p "$bin"
  printf '#!%s\necho %s\n' "$real" "$2" >"$bin/uname"
  printf '#!%s\necho %s\n' "$real" "$3" >"$bin/id"
  printf '#!%s\nexec /usr/bin/env "$@"\n' "$real" >"$bin/env"
  shift 3
  for c in "$@"; do
    case $c in
      sudo) printf '#!%s\necho "sudo $*" >&2; exec "$@"\n' "$real" ;;
      apt-get) printf '#!%s\necho "apt-get $*" >&2\n' "$real" ;;
      apt-get-failing) printf '#!%s\nexit 100\n' "$real" ;;
      pkg-config-without-icu) printf '#!%s\n[ "$1 $2" = "--exists sqlite3" ]\n' "$real" ;;
      *) printf '#!%s\n' "$real" ;;
    esac >"$bin/${c%%-without*}"
    [ "$c" = apt-get-failing ] && mv "$bin/$c" "$bin/apt-get"
  done
  chmod +x "$bin"/*
}
deps() { out=$(PATH=$dir/$1 CC='' "$real" ext/gen/deps.sh 2>&1); code=$?; out=$(echo "$out" | tr '\n' ';'); }
expect() { if [ "$code $out" = "$2" ]; then echo "ok setup $1"; else echo "FAIL setup $1: $code $out"; fi; }

machine whole Linux 1000 cc pkg-config sqlite3
deps whole; expect "nothing missing, nothing said" "0 ;"
machine root Linux 0 sqlite3 apt-get
deps root; expect "root installs what is missing" "0 installing: gcc pkg-config libicu-dev libsqlite3-dev;apt-get update -qq;apt-get install -y -qq gcc pkg-config libicu-dev libsqlite3-dev;"
machine sudoer Linux 1000 cc pkg-config-without-icu sqlite3 apt-get sudo
deps sudoer; expect "sudo, only what is missing" "0 installing: libicu-dev;sudo apt-get update -qq;apt-get update -qq;sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libicu-dev;apt-get install -y -qq libicu-dev;"
machine user Linux 1000 cc pkg-config apt-get
deps user; expect "a user without sudo is told the command" "1 gazette needs, as root: apt-get install sqlite3;"
machine offline Linux 0 cc pkg-config apt-get-failing
deps offline; expect "apt-get that cannot" "1 installing: sqlite3;apt-get could not install: sqlite3;"
machine mac Darwin 501 cc
deps mac; expect "macOS is told what Homebrew calls it" "1 gazette needs: brew install icu4c sqlite pkg-config;"
machine other Linux 1000 cc
deps other; expect "another system is told what" "1 gazette needs a C compiler, pkg-config, ICU and SQLite with their headers, and the sqlite3 shell (missing here: pkg-config libicu-dev libsqlite3-dev sqlite3);"
