#!/usr/bin/env bash
# `make static-icu`: the extension with ICU inside, so that it runs where another major version of ICU is installed, or none.
# Usage: static_icu.sh OUT.so WORK OBJECT.o...            (Linux; CC, CXX, OBJCOPY, LD may be set)
#
# How it works: our objects and what they need of ICU's archives become one object (ld -r); in it every symbol but the entry points is
# made local (objcopy), which hides ICU from the host, that may carry another, and lets archives that were not built for shared
# libraries be used in one. Of ICU's data only the converters are kept, where icupkg and genccode are at hand: gazette asks it for
# nothing else (30 MB become 5). The C++ runtime comes in too.
set -eu
out=$1 work=$2
shift 2
cc=${CC:-cc} cxx=${CXX:-c++} objcopy=${OBJCOPY:-objcopy} ld=${LD:-ld}
mkdir -p "$work" "$(dirname "$out")"
command -v "$cxx" >/dev/null || { echo "static-icu needs a C++ compiler, whose runtime ICU links (Debian: g++)"; exit 1; }
libdir=${ICU_LIBDIR:-$(pkg-config --variable=libdir icu-uc 2>/dev/null)}
for a in libicui18n.a libicuuc.a libicudata.a; do
  [ -e "$libdir/$a" ] || { echo "static-icu needs $libdir/$a (Debian: libicu-dev; elsewhere set ICU_LIBDIR)"; exit 1; }
done

# The machine's own tools of ICU are not always on PATH.
PATH=$PATH:/usr/sbin
data=$libdir/libicudata.a
if command -v icupkg >/dev/null && command -v genccode >/dev/null; then
  rm -rf "$work/data" && mkdir -p "$work/data/small"
  (cd "$work/data" && ar x "$libdir/libicudata.a")
  object=$(ls "$work"/data/*.o | head -1)
  symbol=$(nm "$object" | awk '$2 ~ /[RD]/ && $3 ~ /^icudt[0-9]+_dat$/ {print $3}')
  name=${symbol%_dat}l.dat
  if [ -n "$symbol" ] && "$objcopy" -O binary -j .rodata "$object" "$work/data/$name" &&
     icupkg -l "$work/data/$name" | grep -vE '\.cnv$|cnvalias\.icu$' >"$work/data/without.txt" &&
     icupkg -r "$work/data/without.txt" "$work/data/$name" "$work/data/small/$name" &&
     genccode -a gcc -e "${symbol%_dat}" -d "$work/data/small" "$work/data/small/$name" >/dev/null &&
     $cc -c -o "$work/data/small.o" "$work"/data/small/*.S; then data=$work/data/small.o
  else echo "static-icu: ICU's data could not be cut down, all of it goes in"; fi
fi

# Data of the C library cannot be reached from code that was not compiled for shared libraries. ICU reads these three only when it is
# asked for the machine's time zone, which gazette never does.
cat >"$work/zone.c" <<'C'
static char utc[] = "UTC";
char *tzname[2] = {utc, utc}, *__tzname[2] = {utc, utc};
long timezone, __timezone;
int daylight, __daylight;
C
$cc -c -fPIC -o "$work/zone.o" "$work/zone.c"
"$ld" -r -o "$work/all.o" "$@" "$work/zone.o" --start-group "$libdir/libicui18n.a" "$libdir/libicuuc.a" "$data" --end-group
"$objcopy" -w --keep-global-symbol=sqlite3_gazette_init --keep-global-symbol=sqlite3_gazette_nofs_init --keep-global-symbol='DW.ref.*' "$work/all.o"
$cxx -shared -Wl,-z,defs -Wl,-z,nodelete -Wl,--exclude-libs,ALL -Wl,--gc-sections -static-libstdc++ -static-libgcc -Wl,-s -o "$out" "$work/all.o"
echo "$out: $(wc -c <"$out") bytes, ICU $(pkg-config --modversion icu-uc) inside"
