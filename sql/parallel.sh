#!/usr/bin/env bash
# Imports one root with several processes: each reads a part into a database of its own, then the parts are merged in their order. The result is
# what one import makes. The database must be new. Usage: sql/parallel.sh LIBRARY DATABASE ROOT [PARTS]     (PARTS: 2 unless said otherwise)
set -u
[ $# -ge 3 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
lib=$1 db=$2 root=$3 parts=${4:-2} here=$(dirname "$0") sqlite=${SQLITE3:-sqlite3}
[ -e "$db" ] && { echo "parallel: $db is there already; several processes can only fill a new database" >&2; exit 1; }
part() { if [ "$1" = 1 ]; then echo "$db"; else echo "$db.part$1"; fi; }
quoted() { printf "'%s'" "${1//\'/\'\'}"; }
clean() { for k in $(seq 2 "$parts"); do rm -f "$(part "$k")" "$(part "$k")-journal" "$(part "$k")-wal" "$(part "$k")-shm"; done; }
trap clean EXIT
clean
pids=()
for k in $(seq "$parts"); do
  "$sqlite" -batch "$(part "$k")" -cmd ".load $lib" ".read $here/schema.sql" "INSERT INTO corpus(root) VALUES ($(quoted "$root"))" \
    "CREATE TEMP TABLE import_shard AS SELECT $k AS k, $parts AS n" ".read $here/import.sql" &
  pids+=($!)
done
bad=0
for p in "${pids[@]}"; do wait "$p" || bad=1; done
[ $bad = 0 ] || { echo "parallel: a part could not be imported" >&2; exit 1; }
for k in $(seq 2 "$parts"); do
  "$sqlite" -batch "$db" -cmd ".load $lib" "ATTACH $(quoted "$(part "$k")") AS shard" ".read $here/merge.sql" || exit 1
done
