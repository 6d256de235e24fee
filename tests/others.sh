#!/usr/bin/env bash
# `make others`: the whole suite where the SQLite, the compiler or the machine is another: the newest SQLite (built from Debian's unstable release),
# gcc without optimisation, clang with all of it, 32 bits, and 64-bit ARM under qemu (these two: SQL scripts and unit programs, with Debian's packages for them unpacked
# beside the build: the machine's own are left alone). Each works on a copy of the files that git knows, under BUILD/others. One line each; every failure is named.
# What cannot be had here is skipped and named. Usage: others.sh BUILD [newest gcc-O0 clang-O3 m32 arm64 ...]
set -u
build=$(mkdir -p "$1" && cd "$1" && pwd) all=$build/others
shift
steps=${*:-newest gcc-O0 clang-O3 m32 arm64}
mkdir -p "$all"
have() { command -v "$1" >/dev/null 2>&1 || { echo "skip others: $1 is not installed"; return 1; }; }
fresh() { mkdir -p "$1" && git ls-files -z | xargs -0 cp -u --parents -t "$1"; }
# told NAME LOG: the last line of a run and what failed in it
told() { local sum; sum=$(grep -aE '^[0-9]+ passed, ' "$2" | tail -1); echo "$1: ${sum:-$(tail -1 "$2")}"; grep -aE '^FAIL' "$2"; [[ $sum == *", 0 failed"* ]]; }

# suite NAME MAKE-ARGUMENTS: build and test a copy
suite() {
  local dir=$all/$1
  fresh "$dir"
  make -s -C "$dir" "${@:2}" >"$dir.build.txt" 2>&1 || { echo "FAIL others $1: $(tail -1 "$dir.build.txt")"; return 1; }
  make -s -C "$dir" "${@:2}" test >"$dir.txt" 2>&1
  told "$1" "$dir.txt"
}

newest() {
  bash tests/clients/other_sqlite.sh "$build" >"$all/sqlite.txt" 2>&1 || { echo "skip others newest: the newest SQLite could not be built ($(tail -1 "$all/sqlite.txt"))"; return 0; }
  local at=$build/clients/sqlite
  PATH=$at/bin:$PATH LD_LIBRARY_PATH=$at/lib suite newest && "$at/bin/sqlite3" --version | cut -c1-7
}
gcc-O0() { have gcc || return 0; suite gcc-O0 CC=gcc OPT=-O0; }
clang-O3() { have clang || return 0; suite clang-O3 CC=clang OPT=-O3; }

# root ARCH DIR: Debian's packages for another machine, unpacked
root() {
  local arch=$1 at=$2 O
  [ -x "$at/usr/bin/sqlite3" ] && return 0
  mkdir -p "$at/lists/partial" "$at/cache/archives/partial"
  O=(-o APT::Architecture="$arch" -o APT::Architectures="$arch" -o Dir::State::lists="$at/lists" -o Dir::Cache="$at/cache" -o APT::Sandbox::User=root)
  apt-get "${O[@]}" -qq update && (cd "$at" && apt-get "${O[@]}" -qq download libc6 libgcc-s1 libstdc++6 zlib1g libicu72 libicu-dev libsqlite3-0 libsqlite3-dev sqlite3 libreadline8 libtinfo6) || return 1
  for d in "$at"/*.deb; do dpkg -x "$d" "$at" || return 1; done
}

# machine NAME ARCH TRIPLET RUN MAKE-ARGUMENTS: SQL scripts and unit programs built for another machine, each started as `RUN program`
machine() {
  local name=$1 arch=$2 triplet=$3 run=$4 dir=$all/$1 root=$all/root-$2 log=$all/$1.txt n q u t pass=0 bad=0
  root "$arch" "$root" >"$all/root-$arch.txt" 2>&1 || { echo "skip others $name: no $arch packages here ($(tail -1 "$all/root-$arch.txt"))"; return 0; }
  fresh "$dir"
  lib=$root/lib/$triplet:$root/usr/lib/$triplet
  run=${run//ROOT/$root} run=${run//LIB/$lib}
  mkdir -p "$dir/bin" "$dir/build/out"
  printf '#!/bin/sh\nexec %s %s/usr/bin/sqlite3 "$@"\n' "$run" "$root" >"$dir/bin/sqlite3" && chmod +x "$dir/bin/sqlite3"
  u=$(cd "$dir" && ls tests/unit/*.c | sed 's|tests/unit/\(.*\)\.c|build/test/\1|')
  # shellcheck disable=SC2086
  make -s -k -C "$dir" "${@:5}" LDFLAGS="-Wl,--allow-shlib-undefined" ICU_LIBS="-L$root/usr/lib/$triplet -L$root/lib/$triplet -licui18n -licuuc -licudata -Wl,--allow-shlib-undefined" gazette.so $u >"$all/$name.build.txt" 2>&1 || { echo "FAIL others $name: $(grep -aE 'error' "$all/$name.build.txt" | head -1)"; return 1; }
  : >"$log"
  for q in "$dir"/tests/sql/*.sql; do
    t=$(basename "$q" .sql)
    rm -f "$dir/build/out/$t.db"
    (cd "$dir" && PATH=$dir/bin:$PATH timeout 300 sqlite3 -batch "build/out/$t.db" <"$q" >"build/out/$t.out" 2>&1)
    if diff <(sed -E -f tests/errors.sed "$dir/tests/sql/$t.out") <(sed -E -f tests/errors.sed "$dir/build/out/$t.out") >"$all/$name.diff"; then pass=$((pass + 1))
    else bad=$((bad + 1)); echo "FAIL sql $t: $(sed -n 2,4p "$all/$name.diff" | tr '\n' ' ')" >>"$log"; fi
  done
  for n in $u; do
    # shellcheck disable=SC2086
    if (cd "$dir" && timeout 600 $run "$n") >"$all/$name.unit" 2>&1; then pass=$((pass + 1))
    else bad=$((bad + 1)); echo "FAIL unit $(basename "$n"): $(grep -a failed "$all/$name.unit" | head -1)" >>"$log"; fi
  done
  echo "$pass passed, $bad failed" >>"$log"
  told "$name" "$log"
}

m32() {
  echo 'int main(void) { return 0; }' >"$all/m32.c"
  ${CC:-cc} -m32 -o "$all/m32.out" "$all/m32.c" 2>/dev/null || { echo "skip others m32: the compiler has no 32 bit part (apt-get install gcc-multilib)"; return 0; }
  machine m32 i386 i386-linux-gnu "ROOT/lib/ld-linux.so.2 --library-path LIB" EXTRA=-m32
}

# A loader's path in the program is looked up under the unpacked packages by qemu itself.
arm64() {
  have aarch64-linux-gnu-gcc && have qemu-aarch64 || return 0
  machine arm64 arm64 aarch64-linux-gnu "qemu-aarch64 -L ROOT -E LD_LIBRARY_PATH=LIB" CC=aarch64-linux-gnu-gcc HOSTCC="${CC:-cc}"
}

rc=0
for s in $steps; do "$s" || rc=1; done
exit $rc
