#!/usr/bin/env python3
"""Gives close languages the same kinds of text in the same amounts: `balance.py GROUPS.tsv DIR`, in place.

A language with help pages and one without differ in every common word; what
is left after this are the differences that both would show anywhere."""
import os, sys

groups, folder = sys.argv[1:3]
for line in open(groups, encoding='utf-8'):
    if not line.startswith('balance\t'):
        continue
    tags = line.rstrip('\n').split('\t')[1].split()
    kinds = {}
    for t in tags:
        for row in open(os.path.join(folder, t + '.txt'), encoding='utf-8'):
            kind, _, text = row.partition('\t')
            kinds.setdefault(kind, {}).setdefault(t, []).append(text)
    out = {t: [] for t in tags}
    for kind, have in sorted(kinds.items()):
        if len(have) < len(tags):
            continue
        least = min(sum(map(len, rows)) for rows in have.values())
        for t, rows in have.items():
            size = sum(map(len, rows))
            part = min(1.0, 1.3 * least / size)
            for i, row in enumerate(rows):
                if int((i + 1) * part) > int(i * part):
                    out[t].append(kind + '\t' + row)
    for t in tags:
        with open(os.path.join(folder, t + '.txt'), 'w', encoding='utf-8') as f:
            f.writelines(out[t])
        print(t, sum(map(len, out[t])), 'characters')
