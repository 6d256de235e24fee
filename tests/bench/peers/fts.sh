#!/usr/bin/env bash
# The tokenizer inside FTS5 beside SQLite's own: build time, index size after optimize, and recall of Han substrings. Usage: fts.sh BUILD TEXT
set -u
build=$1 text=$2 dir=$build/bench sqlite=${SQLITE3:-sqlite3}
rm -f "$dir/docs.db"
head -c 24000000 "$text" | LC_ALL=C awk '{ doc = doc $0 " "; if (length(doc) > 4000) { gsub(/[\036\037]/, "", doc); printf "%s\036", doc; doc = "" } }' >"$dir/fts.txt"
"$sqlite" "$dir/docs.db" "CREATE TABLE d(x)" ".import -ascii $dir/fts.txt d"
echo "== FTS5 tokenizers, $("$sqlite" "$dir/docs.db" "SELECT count(*) || ' documents, ' || sum(length(CAST(x AS BLOB))) || ' bytes' FROM d WHERE x <> ''")"
# best of five builds, user CPU time; 400 stretches of two and four characters from the text itself, each asked as a phrase
"$sqlite" "$dir/docs.db" ".load ./gazette" "ALTER TABLE d ADD folded" "UPDATE d SET folded = fold_text(x)" "CREATE TABLE q AS SELECT substr(x, 40 + rowid * 7 % 1200, 2 + rowid % 2 * 2) AS w FROM d WHERE length(w) > 1 AND w NOT GLOB '*[^一-龥]*' LIMIT 400"
seconds() { awk '$1 == "user" { sub(/^0m/, "", $2); sub(/s$/, "", $2); if (best == "" || $2 + 0 < best) best = $2 + 0 } END { print best }' "$1"; }
for tok in gazette unicode61 trigram; do
  : >"$dir/build.time"; : >"$dir/query.time"
  for i in 1 2 3 4 5; do
    rm -f "$dir/fts.db"
    bash -c "time '$sqlite' '$dir/fts.db' '.load ./gazette' \"ATTACH '$dir/docs.db' AS s\" \"CREATE VIRTUAL TABLE f USING fts5(x, content='', tokenize='$tok')\" BEGIN \"INSERT INTO f(rowid, x) SELECT rowid, x FROM s.d WHERE x <> ''\" COMMIT" 2>>"$dir/build.time"
  done
  "$sqlite" "$dir/fts.db" ".load ./gazette" "INSERT INTO f(f) VALUES('optimize')"
  size=$("$sqlite" "$dir/fts.db" "SELECT sum(length(block)) FROM f_data")
  ask="SELECT printf('%.3f', avg(got = want)) FROM (SELECT (SELECT count(*) FROM f WHERE f MATCH '\"' || w || '\"') AS got, (SELECT count(*) FROM s.d WHERE instr(folded, fold_text(w))) AS want FROM s.q)"
  recall=$("$sqlite" "$dir/fts.db" ".load ./gazette" "ATTACH '$dir/docs.db' AS s" "$ask")
  for i in 1 2 3; do bash -c "time '$sqlite' '$dir/fts.db' '.load ./gazette' \"ATTACH '$dir/docs.db' AS s\" \"SELECT sum((SELECT count(*) FROM f WHERE f MATCH '\\\"' || w || '\\\"')) FROM s.q, (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5)\"" 2>>"$dir/query.time" >/dev/null; done
  echo "$tok $(seconds "$dir/build.time") $size $(seconds "$dir/query.time") $recall"
done | awk '{ name[NR] = $1; b[NR] = $2; z[NR] = $3; q[NR] = $4; r[NR] = $5 }
  END { for (i = 1; i <= NR; i++) printf "  %-10s build %.3f s  index %d bytes  2000 queries %.3f s  asked stretches found exactly %s\n", name[i], b[i], z[i], q[i], r[i]
        printf "  ratio to trigram: build %.1f times its speed, index %.0f %% of its size, queries %.1f times its speed\n", b[3] / b[1], 100 * z[1] / z[3], q[3] / q[1] }'
