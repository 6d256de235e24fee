#!/usr/bin/env bash
# What takes seconds of `make dist-test`.
bash tests/dist/run.sh "${1:-build}" quick || true
