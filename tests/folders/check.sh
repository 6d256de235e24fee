#!/usr/bin/env bash
# Folders that are hard to read: each has to give the rows written here, and no scan may stop or hang. Usage: tests/folders/check.sh BUILD
set -u
build=${1:-build}
sqlite=${SQLITE3:-sqlite3}
dir=$(mktemp -d)
trap 'chmod -R u+rwX "$dir"; rm -rf "$dir"' EXIT
chmod 755 "$dir"
cp ./gazette.* "$dir/" 2>/dev/null
lib=$dir/gazette
run() { timeout 60 "$sqlite" -batch -cmd ".load $lib" :memory: "$1" 2>&1; }
expect() {   # name, wanted, got
  if [ "$2" = "$3" ]; then echo "ok $1"; else echo "FAIL $1: wanted $(printf %q "$2") got $(printf %q "$3")"; fi
}
rows() { run "SELECT path, part, coalesce(error, length(raw)) FROM read_articles('$1')"; }

mkdir -p "$dir/empty" "$dir/mix/sub" "$dir/a" "$dir/big" "$dir/race"
expect empty "" "$(rows "$dir/empty")"
expect missing "Error: read_articles: root '$dir/none' does not exist" "$(rows "$dir/none" | sed -E -f tests/errors.sed)"

cd "$dir/mix" || exit 1
printf 'one' > b.txt; printf '' > zero.txt; printf 'x' > pic.png; printf '# t\n\nbody' > sub/c.md
printf '\000\001\002\003\377\376\000\000\001\000\000\000\000\002' > bin.txt
mkfifo pipe.txt; ln -s b.txt link.txt; ln -s nowhere dangling.txt; ln -s . loop; ln -s /etc out
printf 'nl' > "$(printf 'new\nline.txt')"; printf 'bad' > "$(printf 'bad\377.txt')"; printf 'says' > 'bad\xFF.txt'
printf 'long' > "$(printf 'n%.0s' $(seq 251)).txt"
python=$(command -v python3 || true)
[ -n "$python" ] && "$python" -c 'import socket; s=socket.socket(socket.AF_UNIX); s.bind("sock.txt")' 2>/dev/null
cd - >/dev/null || exit 1
want="b.txt|1|3
bad\\x5CxFF.txt|1|4
bad\\xFF.txt|1|3
bin.txt|1|not a text, or in an unknown charset
dangling.txt|1|symbolic link not followed
link.txt|1|symbolic link not followed
loop|1|symbolic link not followed
new
line.txt|1|2
$(printf 'n%.0s' $(seq 251)).txt|1|4
out|1|symbolic link not followed
pic.png|1|unsupported format
pipe.txt|1|not a regular file"
[ -e "$dir/mix/sock.txt" ] && want="$want
sock.txt|1|not a regular file"
want="$want
sub/c.md|1|9
zero.txt|1|empty file"
expect mixture "$want" "$(rows "$dir/mix")"
if mkdir "$dir/dev" && mknod "$dir/dev/null.txt" c 1 3 2>/dev/null; then
  printf 'ok' >"$dir/dev/z.txt"
  expect "a device in a folder" "null.txt|1|not a regular file
z.txt|1|2" "$(rows "$dir/dev")"
fi
expect "mixture counted" "$(run "SELECT count(*) FROM list_files('$dir/mix')")" "$(run "SELECT count(*) FROM read_articles('$dir/mix')")"
expect "one path" "sub/c.md|9" "$(run "SELECT path, length(raw) FROM read_articles('$dir/mix') WHERE path = 'sub/c.md'")"
expect "one odd path" 'bad\xFF.txt|3' "$(run "SELECT path, length(raw) FROM read_articles('$dir/mix') WHERE path = 'bad\\xFF.txt'")"
expect "a name that says what another is shown as" 'bad\x5CxFF.txt|says' "$(run "SELECT path, raw FROM read_articles('$dir/mix') WHERE path = 'bad\\x5CxFF.txt'")"
expect "no way out by path" "" "$(run "SELECT path FROM read_articles('$dir/mix/sub') WHERE path IN ('../b.txt', '/etc/passwd', '..', '.', '', 'c.md/x', './c.md')")"
expect "single file" "b.txt|1|3" "$(rows "$dir/mix/b.txt")"
expect "single link is followed" "link.txt|1|3" "$(rows "$dir/mix/link.txt")"
expect "glob" "b.txt|1|3" "$(rows "$dir/mix/b.t*")"
expect "glob over folders" "mix/sub/c.md|1|9" "$(rows "$dir/**/*.md")"
expect "glob that matches a folder" "sub/c.md|1|9" "$(rows "$dir/mix/s[u]b")"
expect "fifo as root" "pipe.txt|1|not a regular file" "$(rows "$dir/mix/pipe.txt")"
expect "device as root" "null|1|not a regular file" "$(rows /dev/null)"

printf '01234567890123456789' > "$dir/big/a.txt"; printf '{"text":"0123456789abcdef"}\n{"text":"ok"}\n' > "$dir/big/b.jsonl"
expect "size cap" "a.txt|1|record is larger than the limit
b.jsonl|1|record is larger than the limit
b.jsonl|2|ok" "$(run "SELECT path, part, coalesce(error, raw) FROM read_articles('$dir/big', NULL, 18)")"
printf '%0200000d' 0 > "$dir/a/a.txt"
expect "length limit" "a.txt|record is larger than the limit" "$(timeout 60 "$sqlite" -batch -cmd ".load $lib" -cmd ".limit length 100000" :memory: "SELECT path, error FROM read_articles('$dir/a')" 2>&1 | grep -v length)"

deep=$dir/deep
mkdir -p "$deep"
( cd "$deep" && for _ in $(seq 230); do mkdir d && cd d || exit; done; printf 'x' > x.txt ) 2>/dev/null
expect "deep tree" "1|folders too deep" "$(run "SELECT count(*), max(error) FROM read_articles('$deep')")"

for i in $(seq 300); do printf '%s' "$i" > "$dir/race/$i.txt"; done
( for i in $(seq 300); do rm -f "$dir/race/$i.txt"; done ) &
got=$(run "SELECT count(*) FROM read_articles('$dir/race') WHERE error IS NOT NULL AND error <> 'no longer there'")
wait $!
expect "files removed during the scan" 0 "$got"

# files that others write, cut and remove while they are read: the scan ends, and each gives its row
mkdir -p "$dir/busy"
for i in $(seq 100); do printf 'begun' >"$dir/busy/$i.txt"; done
touch "$dir/writing"
( while [ -e "$dir/writing" ]; do for i in $(seq 100); do printf ' and more' >>"$dir/busy/$i.txt"; done; for i in $(seq 1 2 100); do printf 'begun' >"$dir/busy/$i.txt"; done; done ) &
writer=$!
wrong=
for _ in 1 2 3 4 5; do
  got=$(run "SELECT count(*), sum(error NOT IN ('empty file', 'not a text, or in an unknown charset')), sum(error IS NULL AND raw IS NULL) FROM read_articles('$dir/busy')")
  [ "$got" = "100|0|0" ] || [ "$got" = "100||0" ] || wrong=$got          # between cutting and writing the system may show zeros
done
rm -f "$dir/writing"; wait $writer
expect "files that others write and cut" "" "$wrong"

# many small files (MANY_FILES=100000 for the whole): all seen once, in order of their paths
many=${MANY_FILES:-3000}
mkdir -p "$dir/many"
( cd "$dir/many" && for d in $(seq 0 9); do mkdir "d$d"; done && seq "$many" | awk '{ f = "d" $1 % 10 "/" $1 ".txt"; print "Note " $1 " of the harbour office." > f; close(f) }' )
got=$(run "SELECT count(*), count(DISTINCT path), sum(error IS NULL), sum(raw LIKE 'Note ' || replace(substr(path, 4), '.txt', '') || ' of%'), sum(path < before) FROM (SELECT path, error, raw, lag(path) OVER () AS before FROM read_articles('$dir/many'))")
expect "$many small files" "$many|$many|$many|$many|0" "$got"
[ "$many" -gt 5000 ] && expect "their list" "$many" "$(run "SELECT count(*) FROM list_files('$dir/many')")"

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
  mkdir -p "$dir/priv/closed"; printf 'x' > "$dir/priv/secret.txt"; printf 'y' > "$dir/priv/closed/y.txt"; printf 'z' > "$dir/priv/z.txt"
  chmod 000 "$dir/priv/secret.txt" "$dir/priv/closed"
  got=$(timeout 60 setpriv --reuid=65534 --regid=65534 --clear-groups "$sqlite" -batch -cmd ".load $lib" :memory: "SELECT path, coalesce(error, raw) FROM read_articles('$dir/priv')" 2>&1)
  expect "unreadable for an ordinary user" "closed|permission denied
secret.txt|permission denied
z.txt|z" "$got"
  got=$(timeout 60 setpriv --reuid=65534 --regid=65534 --clear-groups "$sqlite" -batch -cmd ".load $lib" :memory: "SELECT path FROM read_articles('$dir/priv/closed')" 2>&1 | sed -E -f tests/errors.sed)
  expect "unreadable root" "Error: read_articles: root '$dir/priv/closed' cannot be read: permission denied" "$got"
elif [ "$(id -u)" = 0 ]; then echo "skip unreadable: no setpriv"
fi
