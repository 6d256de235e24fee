#!/usr/bin/env bash
# The hosts that need nothing installed.
bash tests/clients/run.sh "${1:-build}" quick || true
