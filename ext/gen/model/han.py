#!/usr/bin/env python3
"""Unihan -> ext/data/lang/han.tsv: the orthography of single characters.

    han.py UNIHAN-DIR OUT.tsv

hans: only in Simplified Chinese: it has a traditional form that is not itself,
      and is none itself, or not one of Big Five's everyday characters.
hant: only in Traditional Chinese: it has a simplified form that is not itself,
      or Big Five has it (or HKSCS, when it is no common kanji) and neither
      GB 2312 nor the Table of General Standard Characters (TGH) does.
ja:   JIS X 0208 has it, and it is none of the above; neither GB 2312 nor TGH has it.
Everything else is shared and not listed.
kanji: in everyday Japanese (jōyō and name kanji); beside the above.
yue:  only in written Cantonese, or so seldom outside it that a few tell it
      (by hand; particles, pronouns, everyday verbs).
"""
import bz2, collections, os, sys

CANTONESE = '嘅咗喺哋冇嚟唔佢啲咩咁嗰噚嘢㗎諗睇畀攞瞓攰啱嚿啫嘥嗌啩撳揾搵嬲攬屙餸'


def read(path):
    rows = collections.defaultdict(dict)
    for line in bz2.open(path, 'rt', encoding='utf-8'):
        if line.startswith('U+'):
            cp, field, value = line.rstrip('\n').split('\t', 2)
            rows[int(cp[2:], 16)][field] = value
    return rows


def main():
    src, out = sys.argv[1:3]
    var = read(os.path.join(src, 'Unihan_Variants.txt.bz2'))
    oth = read(os.path.join(src, 'Unihan_OtherMappings.txt.bz2'))

    def forms(c, field):
        return {int(x.split('<')[0][2:], 16) for x in var[c].get(field, '').split()}
    lists = {'hans': [], 'hant': [], 'ja': [], 'kanji': [], 'yue': sorted(map(ord, CANTONESE))}
    for c in range(0x3400, 0xA000):
        o = oth.get(c, {})
        if 'kJoyoKanji' in o or 'kJinmeiyoKanji' in o:
            lists['kanji'].append(c)
        trad, simp = forms(c, 'kTraditionalVariant'), forms(c, 'kSimplifiedVariant')
        mainland = 'kGB0' in o or 'kTGH' in o
        rare = o.get('kBigFive', 'FFFF') >= 'C940'      # not among Big Five's everyday characters
        if trad - {c} and (c not in trad or rare) and not (simp and c not in simp):
            lists['hans'].append(c)
        elif simp and c not in simp and not (trad and c not in trad):
            lists['hant'].append(c)
        elif not mainland and c not in simp and (
                'kBigFive' in o or 'kHKSCS' in o and ('kTaiwanTelegraph' in o or 'kJoyoKanji' not in o)):
            lists['hant'].append(c)
        elif 'kJis0' in o and 'kBigFive' not in o and not mainland:
            lists['ja'].append(c)
    with open(out, 'w', encoding='utf-8') as f:
        f.write('# Han characters of one orthography, from Unihan (Debian unicode-data) by ext/gen/model/han.py. What is not here is shared.\n')
        f.write('orthography\tcharacters\n')
        for k, v in lists.items():
            for i in range(0, len(v), 100):
                f.write(k + '\t' + ''.join(map(chr, v[i:i + 100])) + '\n')


main()
