#!/usr/bin/env bash
# Every finder costs work in proportion to the text: see linear.c, which `make test` builds.
build=${1:-build}
if out=$("$build/test/linear" 2>&1); then echo "ok linear"; else echo "$out" | grep failed | head -20; echo "FAIL linear $(echo "$out" | tail -1)"; fi
