#!/usr/bin/env bash
# The documentation says what is so: see pages.py.
if command -v python3 >/dev/null 2>&1; then python3 tests/docs/pages.py check "${1:-build}"; else echo "skip docs examples: no python3"; fi
