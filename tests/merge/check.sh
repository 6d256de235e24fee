#!/usr/bin/env bash
# Parts of a folder imported into databases of their own and merged are what one import makes: every table row for row, with reposts and
# cut copies that stand in different parts, lines that recur, records and errors; and what a merge refuses leaves the database alone.
# Usage: tests/merge/check.sh BUILD
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3}
dir=$build/out/merge_check
rm -rf "$dir" && mkdir -p "$dir/root/sub" || exit 1
ok() { echo "ok $1"; }
bad() { echo "FAIL merge: $1${2:+: $2}"; }
same() { if [ "$2" = "$3" ]; then ok "$1"; else bad "$1" "wanted '$2', got '$3'"; fi; }
run() { "$sqlite" -batch -cmd ".load ./gazette" "$@"; }

bash sql/merge.sh "$PWD/$dir/merge.sql"
if cmp -s "$dir/merge.sql" sql/merge.sql; then ok "merge.sql is up to date"; else bad "sql/merge.sql is not that of import.sql; run sql/merge.sh"; fi

# Forty stories, every third with a repost that leaves out its end, far behind it by name; all carry a line of their paper.
cp fixtures/*.txt "$dir/root/sub/" 2>/dev/null
for i in $(seq 40); do
  story=$(for s in $(seq 6); do
    echo "In year $((1900 + i)) the port of Velm number $i built pier $s$i for \$$((i * s)) million, and keeper $i of house $s counted $((i * 7 + s)) boats beside the wall of $i stones."
  done)
  printf 'Pier %d of Velm\nSource: The Velm Post\n\n%s\nRead The Velm Post every morning.\n' "$i" "$story" >"$dir/root/a$i.txt"
  [ $((i % 3)) = 0 ] && printf 'Velm again %d\n\n%s\nA word of our own at the end of %d.\n' "$i" "$(echo "$story" | head -5)" "$i" >"$dir/root/z$i.txt"
done
printf '{"title":"One","text":"Bridge one costs 3 million euros, said Ann Lowell of Velm."}\nno json\n{"title":"Two","text":"Bridge two costs $4 million."}\n' >"$dir/root/m.jsonl"
: >"$dir/root/empty.txt"
echo x >"$dir/root/picture.png"

fresh() { rm -f "$1"; run "$1" ".read sql/schema.sql" "INSERT INTO corpus(root, keep_raw) VALUES ('$dir/root', 1)" "INSERT INTO override(path, field, value) VALUES ('a7.txt', 'title', 'Another title')" "INSERT INTO my_name(entity, alias) VALUES ('Velm Harbour', 'port of Velm')" >/dev/null; }
part() { fresh "$1"; run "$1" "CREATE TEMP TABLE import_shard AS SELECT $2 AS k, $3 AS n" ".read sql/import.sql"; }
merge() { run "$1" "ATTACH '$2' AS shard" ".read sql/merge.sql"; }
everything() {
  for t in article article_raw money_mention deal_mention date_mention entity_mention quantity_mention quote_mention story_band story_sketch boilerplate_line import_error corpus; do
    echo "$t"; "$sqlite" -batch "$1" "SELECT * FROM $t"
  done
  "$sqlite" -batch "$1" "SELECT id, seen, read, added, changed, unchanged, gone, failed, skipped, remaining FROM import_run"
  run "$1" "CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, search, instance)" "SELECT * FROM temp.word" "INSERT INTO search(search) VALUES ('integrity-check')" "PRAGMA integrity_check" 2>&1
}

fresh "$dir/whole.db"
whole_line=$(run "$dir/whole.db" ".read sql/import.sql")
everything "$dir/whole.db" >"$dir/whole.txt"
for n in 2 3; do
  read_so_far=0
  for k in $(seq $n); do
    got=$(part "$dir/part$k.db" "$k" $n)
    files=$(echo "$got" | sed 's/^import: \([0-9]*\) files.*/\1/')
    [ "$files" -gt 0 ] 2>/dev/null && [ "$files" -lt 50 ] || bad "part $k of $n" "$got"
    read_so_far=$((read_so_far + files))
  done
  same "all files are in one of $n parts" "$(echo "$whole_line" | sed 's/^import: \([0-9]*\) files.*/\1/')" $read_so_far
  for k in $(seq 2 $n); do merge "$dir/part1.db" "$dir/part$k.db" >"$dir/merged.txt" 2>&1; done
  everything "$dir/part1.db" >"$dir/merged-$n.txt"
  if cmp -s "$dir/whole.txt" "$dir/merged-$n.txt"; then ok "$n parts are what one import makes"; else bad "$n parts" "$(diff "$dir/whole.txt" "$dir/merged-$n.txt" | head -3)"; fi
done
same "reposts of another part are in the story" 13 "$("$sqlite" "$dir/part1.db" "SELECT count(*) FROM article z JOIN article a ON a.id = z.story WHERE z.path LIKE 'z%' AND a.path = 'a' || substr(z.path, 2)")"
same "an import of the whole afterwards finds nothing new" "0 0 0" "$(run "$dir/part1.db" ".read sql/import.sql" "SELECT added, changed, gone FROM import_run ORDER BY id DESC LIMIT 1" | tail -1 | tr '|' ' ')"

# What is refused changes nothing.
before=$(md5sum <"$dir/part1.db")
case "$(merge "$dir/part1.db" "$dir/part2.db" 2>&1)" in *"merge: there are articles of the shard in this database already"*"merge: failed, nothing was changed"*) ok "a part twice" ;; *) bad "a part twice" ;; esac
fresh "$dir/none.db"
case "$(merge "$dir/part1.db" "$dir/none.db" 2>&1)" in *"merge: the shard must be what one import into an empty database has made, and this database must have an import, too"*) ok "no import in the part" ;; *) bad "no import in the part" ;; esac
part "$dir/other.db" 2 3 >/dev/null
"$sqlite" "$dir/other.db" "UPDATE import_run SET names = 'others'"
part "$dir/first.db" 1 3 >/dev/null
first=$(md5sum <"$dir/first.db")
case "$(merge "$dir/first.db" "$dir/other.db" 2>&1)" in *"merge: the shard was read with other rules, names or versions than this database"*) ok "other names" ;; *) bad "other names" ;; esac
same "refused merges leave the database alone" "$before $first" "$(md5sum <"$dir/part1.db") $(md5sum <"$dir/first.db")"

# The script that does all of it.
rm -f "$dir/all.db"
bash sql/parallel.sh ./gazette "$dir/all.db" "$dir/root" 2 >"$dir/parallel.txt" 2>&1
same "parallel.sh" "$("$sqlite" "$dir/whole.db" "SELECT count(*), sum(size), count(DISTINCT story) FROM article")" "$("$sqlite" "$dir/all.db" "SELECT count(*), sum(size), count(DISTINCT story) FROM article")"
same "parallel.sh leaves no parts behind" "" "$(ls "$dir" | grep 'all.db.part')"
bash sql/parallel.sh ./gazette "$dir/all.db" "$dir/root" 2 >"$dir/parallel.txt" 2>&1 && bad "parallel.sh over a database that is there"
grep -q 'is there already' "$dir/parallel.txt" && ok "parallel.sh over a database that is there" || bad "parallel.sh over a database that is there" "$(cat "$dir/parallel.txt")"
exit 0
