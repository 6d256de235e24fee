#!/usr/bin/env bash
# Writes sql/reread.sql: the import with `again` set. One script must do its work alone in any client, so the text is there twice;
# it is changed in import.sql only. Usage: sql/reread.sh (tests check that it has been run)
cd "$(dirname "$0")" || exit 1
{
  echo "-- Reads again what an older version of the rules or other names (my_name) have read: the rows of the view stale. Files that are"
  echo "-- no longer there cannot be read again. What is new or changed is imported by the way, and corpus.batch holds here too."
  echo "-- Made from import.sql by reread.sh: do not edit."
  sed -n '/^DROP VIEW IF EXISTS temp.importing_run/,$p' import.sql | sed 's/^INSERT INTO importing_run VALUES (0);$/INSERT INTO importing_run VALUES (1);/'
} >"${1:-reread.sql}"
