#!/usr/bin/env python3
"""Gives close languages the same kinds of text in the same amounts: `balance.py GROUPS.tsv DIR`, in place.

A language with help pages and one without differ in every common word; what
is left after this are the differences that both would show anywhere.  Serbian
in Latin letters is little written in catalogues: what there is in Cyrillic is
transliterated, letter by letter, which loses nothing.  Uzbek the other way
round, as far as no foreign letter is left over."""
import os, re, sys

groups, folder = sys.argv[1:3]
CYRL = 'абвгдђежзијклљмнњопрстћуфхцчџш'
LATN = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split()
LETTER = dict(zip(map(ord, CYRL), LATN)) | {ord(c.upper()): l.capitalize() for c, l in zip(CYRL, LATN)}


def path(tag):
    return os.path.join(folder, tag + '.txt')


have = set(open(path('sr-Latn'), encoding='utf-8')) if os.path.exists(path('sr-Latn')) else set()
with open(path('sr-Latn'), 'w', encoding='utf-8') as f:
    have.update(line.translate(LETTER) for line in open(path('sr-Cyrl'), encoding='utf-8'))
    f.writelines(sorted(line for line in have if not any('Ѐ' <= c <= 'ӿ' for c in line)))

UZBEK = [("[ʻʼ‘’`´]", "'"), ("o'", 'ў'), ("g'", 'ғ'), ('sh', 'ш'), ('ch', 'ч'), ('ts', 'ц'), ('yo', 'ё'), ('yu', 'ю'), ('ya', 'я'), ('ye', 'е'),
         (r"(?<![^\W\d_'])e|(?<=[aouieўэ])e", 'э')] + list(zip('abdefghijklmnopqrstuvxyz', 'абдефгҳижклмнопқрстувхйз')) + [("(?<=[а-яёўқғҳ])'(?=[а-яёўқғҳ])", 'ъ')]


def uzbek(text):
    for latin, cyrillic in UZBEK:
        text = re.sub(latin, cyrillic, text)
    return text


have = set(open(path('uz-Cyrl'), encoding='utf-8'))
for line in open(path('uz-Latn'), encoding='utf-8'):
    kind, _, text = line.partition('\t')
    text = uzbek(text.lower())
    if not re.search('[a-z]', text):
        have.add(kind + '\t' + text)
with open(path('uz-Cyrl'), 'w', encoding='utf-8') as f:
    f.writelines(sorted(have))
for line in open(groups, encoding='utf-8'):
    if not line.startswith('balance\t'):
        continue
    tags = line.rstrip('\n').split('\t')[1].split()
    kinds = {}
    for t in tags:
        for row in open(path(t), encoding='utf-8'):
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
        with open(path(t), 'w', encoding='utf-8') as f:
            f.writelines(out[t])
        print(t, sum(map(len, out[t])), 'characters')
