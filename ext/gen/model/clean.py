#!/usr/bin/env python3
"""Drops what is English in the corpora of other languages: `clean.py IN-DIR OUT-DIR`.

Two unigram models, English and the language itself without the line in
question, decide line by line."""
import collections, math, os, re, sys

src, out = sys.argv[1:3]
os.makedirs(out, exist_ok=True)
WORD = re.compile(r"[^\W\d_]+")


def count(lines):
    c = collections.Counter()
    for line in lines:
        c.update(WORD.findall(line.partition('\t')[2].lower()))
    return c


def read(name):
    return open(os.path.join(src, name), encoding='utf-8').read().split('\n')[:-1]


en = count(read('en.txt'))
en_total = sum(en.values())
for name in sorted(os.listdir(src)):
    lines = read(name)
    dropped = 0
    with open(os.path.join(out, name), 'w', encoding='utf-8') as f:
        own = count(lines) if name != 'en.txt' else None
        total = own and sum(own.values())
        for line in lines:
            if own:
                s = 0.0
                for w in WORD.findall(line.partition('\t')[2].lower()):
                    s += math.log((en[w] + 0.2) / en_total) - math.log((max(own[w] - 1, 0) + 0.2) / total)
                if s > 0 and not line.startswith('dict'):
                    dropped += 1
                    continue
            f.write(line + '\n')
    print(name, len(lines), 'dropped', dropped)
