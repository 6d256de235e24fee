#!/usr/bin/env bash
# Every finder costs work in proportion to the text (linear.c), and asks often enough whether to stop (stops.c; STOPS=all for every pattern): `make test`
# builds both.
build=${1:-build}
if out=$("$build/test/linear" 2>&1); then echo "ok linear"; else echo "$out" | grep failed | head -20; echo "FAIL linear $(echo "$out" | tail -1)"; fi
if out=$("$build/test/linear" stops 160 ${STOPS:-} 2>&1); then echo "ok linear: work can be stopped everywhere"; else echo "$out" | grep failed | head -20; echo "FAIL linear $(echo "$out" | tail -1)"; fi
