#!/usr/bin/env bash
# Every ```sql block of README.md that is followed by a ```text block must print exactly that (shell, list mode).
set -u
build=${1:-build} sqlite=${SQLITE3:-sqlite3}
n=0
while IFS= read -r -d $'\x1e' pair; do
  sql=${pair%%$'\x1f'*} want=${pair#*$'\x1f'}
  n=$((n + 1))
  got=$(printf '.load ./gazette\n%s' "$sql" | "$sqlite" -batch :memory: 2>&1)
  if [ "$got" = "${want%$'\n'}" ]; then echo "ok docs example $n"
  else echo "FAIL docs example $n of README.md"; diff <(echo "${want%$'\n'}") <(echo "$got") | head -12 | sed 's/^/  /'; fi
done < <(awk '
  /^```sql$/ {mode="sql"; sql=""; next}
  /^```text$/ {if (sql != "") {mode="text"; text=""; next}}
  /^```/ {if (mode == "text") {printf "%s\x1f%s\x1e", sql, text; sql=""} mode=""; next}
  mode == "sql" {sql = sql $0 "\n"}
  mode == "text" {text = text $0 "\n"}' README.md)
[ "$n" -gt 0 ] || echo "FAIL docs: no examples found"
