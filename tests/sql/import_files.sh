#!/usr/bin/env bash
# Makes and changes the folder that tests/sql/import*.sql read. Usage: import_files.sh DIR STEP
set -e
mkdir -p "$1" && cd "$1"
record() { printf '{"title":"%s","source":"Cape Ledger","published":"%s","text":"%s"}\n' "$1" "$2" "$3"; }
case $2 in
  new)
    rm -rf -- * && mkdir -p clips/sub && cd clips
    echo 'One bridge costs $4 million.' >a.txt
    echo 'Zwei Brücken.' >sub/b.md
    { record Three 2024-05-06 'It paid $7 million in May.'; record Four 2024-05 'No sum.'; } >c.jsonl
    echo x >d.pdf
    mkfifo e.txt
    touch -d 2024-01-01 a.txt sub/b.md c.jsonl ;;
  change)
    cd clips
    echo 'One tunnel costs $5 million.' >a.txt
    touch sub/b.md
    record Three 2024-05-06 'It paid $7 million in May.' >c.jsonl ;;
  remove) rm clips/sub/b.md ;;
  back) echo 'Zwei Brücken.' >clips/sub/b.md ;;
  unreadable) rm clips/a.txt && mkfifo clips/a.txt ;;
  empty) mv clips away && mkdir clips ;;
  missing) rmdir clips ;;
  other) mkdir other && echo 'Another bridge.' >other/a.txt ;;
  many) rm -rf -- * && mkdir many && for i in 1 2 3 4 5; do echo "Bridge $i costs \$$i million." >many/$i.txt; done && mkfifo many/0.txt && touch -d 2024-01-01 many/[1-5].txt ;;
  poison) echo 'Bridge 3 costs $3 million and a poison.' >many/3.txt; echo 'Bridge 1 costs $9 million.' >many/1.txt ;;
esac
