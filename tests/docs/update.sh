#!/usr/bin/env bash
# Writes what the examples print now into README.md and the pages under sql/. Read the difference before you commit it.
# Usage: update.sh [PAGE...]
python3 tests/docs/pages.py update build "$@"
