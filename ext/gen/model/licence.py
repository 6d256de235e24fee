#!/usr/bin/env python3
"""The licences that a Debian copyright file names, in one line."""
import os, re, sys

path = sys.argv[1]
text = open(path, encoding='utf-8', errors='replace').read() if os.path.exists(path) else ''
names = []
for m in re.finditer(r'^License:[ \t]*(\S.*)$', text, re.M):
    if m.group(1).strip() not in names:
        names.append(m.group(1).strip())
if not names:
    for word in ('GPL-3', 'GPL-2', 'LGPL-3', 'LGPL-2.1', 'LGPL-2', 'MPL-2.0', 'MPL-1.1', 'GFDL', 'Apache', 'BSD', 'Artistic', 'MIT', 'public domain'):
        if re.search(re.escape(word) + r'(?![.\d])', text, re.I):
            names.append(word)
print(', '.join(names[:6])[:120] or 'see package')
