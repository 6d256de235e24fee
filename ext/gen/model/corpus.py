#!/usr/bin/env python3
"""Turn unpacked packages into a training corpus: one file a language.

    corpus.py UNPACKED-DIR CLDR-DUMP OUT-DIR

Reads message catalogues (.mo, .qm, MediaWiki JSON, Fluent and property files
inside Firefox language packs, PHP arrays), help pages (HTML, Mallard,
DocBook), manual pages, fortunes, word lists, the UDHR and a dump of CLDR
strings.  Markup and placeholders are removed.  Each output line is
    source <TAB> text
A string that several languages share, or that is the English original, is
dropped: an untranslated message says nothing about its language.  Only the
standard library is used, and the output depends on the input alone.
"""
import collections, gzip, html, json, os, re, struct, sys, unicodedata, zipfile

TAGS = """af am ar as ast az ba be bem bg bm bn bo br bs ca ceb ckb co cs cv cy da de dv dz
ee el en eo es et eu fa ff fi fil fj fo fr fy ga gd gl gn gsw gu gv ha haw he hi hmn hr ht hu hy
ia id ig is it ja jv ka kab kk kl km kn ko ku ky la lb lg ln lo lt lv mai mg mi mk ml mn mr ms
mt my nb nd ne nl nn no nr nso ny oc om or os pa pap pl ps pt qu rm rn ro ru rw sa sah sc sco sd
sg shi si sk sl sm sn so sq sr sr-Latn ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug uk
ur uz uz-Cyrl ve vi war wo xh yi yo yue zh-Hans zh-Hant zu ak kok bho ce ab""".split()
ALIAS = {'iw': 'he', 'in': 'id', 'no': 'nb', 'tl': 'fil', 'ji': 'yi', 'kmr': 'ku', 'tw': 'ak',
         'be-tarask': 'be', 'tt-cyrl': 'tt', 'sr-ec': 'sr', 'sr-el': 'sr-Latn', 'kk-cyrl': 'kk',
         'ku-latn': 'ku', 'ug-arab': 'ug', 'tg-cyrl': 'tg', 'yue-hant': 'yue', 'gom-deva': 'kok',
         'zh-cn': 'zh-Hans', 'zh-sg': 'zh-Hans', 'zh-tw': 'zh-Hant', 'zh-hk': 'zh-Hant',
         'zh-mo': 'zh-Hant', 'zh-hans': 'zh-Hans', 'zh-hant': 'zh-Hant', 'zh': 'zh-Hans',
         'sr@latin': 'sr-Latn', 'sr-latn': 'sr-Latn',
         'sr-cyrl': 'sr', 'uz@cyrillic': 'uz-Cyrl', 'uz-cyrl': 'uz-Cyrl',
         'uz@cyrl': 'uz-Cyrl', 'ca@valencia': 'ca', 'ca-valencia': 'ca', 'tt-ru': 'tt', 'mn-cyrl': 'mn',
         'pa-guru': 'pa', 'az-latn': 'az', 'bs-latn': 'bs', 'uz-latn': 'uz', 'ha-latn': 'ha', 'gug': 'gn', 'glv': 'gv', 'cos': 'co',
         'tzm-latn': '', 'twi': 'ak', 'quz': 'qu', 'qul': '', 'hus': '', 'gax': 'om', 'kal': 'kl',
         'ekk': 'et', 'lvs': 'lv', 'azj': 'az', 'khk': 'mn', 'plt': 'mg', 'swh': 'sw', 'als': 'sq',
         'ydd': 'yi', 'pes': 'fa', 'pbu': 'ps', 'uzn': 'uz', 'zlm': 'ms', 'npi': 'ne', 'ory': 'or'}
NEVER = {'sr@ijekavianlatin', 'sr@ijekavian', 'sr-ijekavianlatin', 'be@latin', 'tt@iqtelif', 'kk@latin', 'kk-latn', 'kk-arab', 'kk-tr', 'kk-cn', 'tg-latn', 'az@arabic',
         'ug-latn', 'tt-latn', 'ks', 'ku-arab', 'hy@arevmda', 'de-nds', 'no-nds', 'en@shaw', 'en@quot', 'en@boldquot',
         'en@piglatin', 'ru@petr1708', 'crh', 'roa', 'map', 'en-rtl', 'bs-cyrl', 'az-cyrl', 'ha-arab', 'pa-arab', 'pa-pk',
         'mn-mong', 'zh-latn', 'ff-adlm', 'vai-latn', 'ca-xv', 'el-latn', 'ms-arab', 'ar@latin', 'ja-kana', 'el-polyton',
         'ks@aran', 'ks@deva', 'sd@devanagari', 'nan@latin', 'iu', 'en@arabic', 'en@greek', 'en@hebrew', 'en@cyrillic'}
SCRIPT = {}
for s, names in {'CYRILLIC': 'ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt uk uz-Cyrl',
                 'ARABIC': 'ar ckb fa ps sd ug ur', 'DEVANAGARI': 'bho hi kok mai mr ne sa', 'HEBREW': 'he yi',
                 'BENGALI': 'as bn', 'TIBETAN': 'bo dz', 'ETHIOPIC': 'am ti', 'GREEK': 'el', 'ARMENIAN': 'hy',
                 'GEORGIAN': 'ka', 'GURMUKHI': 'pa', 'GUJARATI': 'gu', 'ORIYA': 'or', 'TAMIL': 'ta', 'TELUGU': 'te',
                 'KANNADA': 'kn', 'MALAYALAM': 'ml', 'SINHALA': 'si', 'THAI': 'th', 'LAO': 'lo', 'KHMER': 'km',
                 'MYANMAR': 'my', 'HANGUL': 'ko', 'THAANA': 'dv', 'CJK': 'zh-Hans zh-Hant yue ja'}.items():
    for n in names.split():
        SCRIPT[n] = s
BUDGET = 1_600_000          # letters kept of one source kind for one language


def tag_of(name):
    """The corpus tag of a locale or folder name; '' when it is none of ours."""
    n = name.replace('_', '-').lower().split('.')[0]
    if n in NEVER:
        return ''
    if n in ALIAS:
        return ALIAS[n]
    low = {t.lower(): t for t in TAGS}
    if n in low:
        return low[n] if low[n] != 'no' else 'nb'
    base = re.split('[-@]', n)[0]
    if '@' in n or re.search(r'-[a-z]{4}$', n):
        return ''
    base = ALIAS.get(base, base)
    return low.get(base.lower(), '')


SCRIPT_CACHE = {}


def script_of(ch):
    s = SCRIPT_CACHE.get(ch)
    if s is None:
        n = unicodedata.name(ch, '')
        s = n.split(' ')[0].split('-')[0] if ch.isalpha() else ''
        if s in ('HIRAGANA', 'KATAKANA', 'KANGXI'):
            s = 'CJK'
        SCRIPT_CACHE[ch] = s
    return s


def tidy(text):
    """Plain words of a message or a paragraph."""
    t = html.unescape(text) if '&' in text else text
    t = re.sub(r'<[^<>]{0,400}>', ' ', t)
    t = re.sub(r'\{\{\s*[A-Za-z#:]+[:|][^|{}]*\|', ' ', t)
    t = re.sub(r'\[\[[^\]|]*\|', ' ', t)
    t = re.sub(r'\b[a-z]+://\S+|\bwww\.\S+|\S+@\S+\.\S+', ' ', t)
    t = re.sub(r'%\([A-Za-z_]+\)[sdr]|%[0-9$.\-+l]*[A-Za-z]|\$\{[^}]*\}|\{[^{} ]*\}|\$[A-Za-z0-9_]+|%[A-Z_]+%?|&[a-zA-Z.]+;', ' ', t)
    t = re.sub(r'[_&~](?=\w)|(?<=\w)[_&~](?=\w)', '', t)
    t = re.sub(r'\\[nrt]', ' ', t)
    t = re.sub(r'[\[\]{}|<>*#=\\/^`"«»]+', ' ', t)
    t = unicodedata.normalize('NFC', t)
    return re.sub(r'\s+', ' ', t).strip()


def read(path):
    data = open(path, 'rb').read()
    if path.endswith('.gz'):
        data = gzip.decompress(data)
    for enc in ('utf-8', 'latin-1'):
        try:
            return data.decode(enc)
        except UnicodeDecodeError:
            continue
    return ''


def mo_strings(path):
    data = open(path, 'rb').read()
    if len(data) < 28:
        return
    e = '<' if data[:4] == b'\xde\x12\x04\x95' else '>'
    n, o, t = struct.unpack(e + '3I', data[8:20])
    for i in range(n):
        ln, off = struct.unpack_from(e + '2I', data, o + 8 * i)
        lt, offt = struct.unpack_from(e + '2I', data, t + 8 * i)
        if not ln:
            continue
        ids = data[off:off + ln].split(b'\4')[-1].split(b'\0')
        for s in data[offt:offt + lt].split(b'\0'):
            try:
                yield ids[0].decode('utf-8'), s.decode('utf-8')
            except UnicodeDecodeError:
                pass


def qm_strings(path):
    data = open(path, 'rb').read()
    p = 16
    while p + 5 <= len(data):
        kind, ln = struct.unpack_from('>BI', data, p)
        p += 5
        if kind == 0x69:
            q, end = p, p + ln
            while q < end:
                k = data[q]
                q += 1
                if k == 1:
                    continue
                if k in (5, 9) and k == 5:
                    q += 4
                    continue
                m = struct.unpack_from('>I', data, q)[0]
                q += 4
                if k == 3 and m != 0xffffffff:
                    yield '', data[q:q + m].decode('utf-16-be', 'ignore')
                if m != 0xffffffff:
                    q += m
        p += ln


def xpi_strings(path):
    with zipfile.ZipFile(path) as z:
        for n in sorted(z.namelist()):
            if not n.endswith(('.ftl', '.properties', '.dtd')):
                continue
            for line in z.read(n).decode('utf-8', 'ignore').splitlines():
                if line.startswith('#'):
                    continue
                m = re.match(r'\s*(?:[-.A-Za-z0-9_]+\s*=|\[?\*?\[?[a-z]+\])?\s*(.*)$', line)
                if m and m.group(1):
                    yield '', m.group(1)


WORDLIST = {'wdutch': 'nl', 'wpolish': 'pl', 'wdanish': 'da', 'wswedish': 'sv', 'wnorwegian': 'nb', 'wfrench': 'fr',
            'witalian': 'it', 'wspanish': 'es', 'wportuguese': 'pt', 'wbrazilian': 'pt', 'wbulgarian': 'bg', 'wcatalan': 'ca',
            'wfaroese': 'fo', 'wgaelic': 'gd', 'wmanx': 'gv', 'wirish': 'ga', 'wngerman': 'de', 'wukrainian': 'uk',
            'wamerican': 'en', 'wesperanto': 'eo', 'wswiss': 'de'}


def in_lines(words):
    """Words without frequency, twenty a line; names and abbreviations (capitals where the language has them) left out."""
    words = sorted(set(w for w in words if len(w) > 1 and w[0] == w[0].lower() and w.isalpha()))
    step = max(1, len(words) // 60000)
    words = words[::step]
    for i in range(0, len(words), 20):
        yield '', ' '.join(words[i:i + 20])


def word_list(path):
    yield from in_lines(read(path).split())


def hunspell_words(path):
    """The stems of a spelling dictionary and their forms by its suffix rules."""
    aff = path[:-4] + '.aff'
    data = open(aff, 'rb').read() if os.path.exists(aff) else b''
    m = re.search(rb'^SET\s+(\S+)', data, re.M)
    enc = m.group(1).decode() if m else 'latin-1'
    m = re.search(rb'^FLAG\s+(\S+)', data, re.M)
    flag = m.group(1).decode() if m else 'char'
    rules = collections.defaultdict(list)
    for line in data.decode(enc, 'ignore').splitlines():
        f = line.split()
        if len(f) >= 5 and f[0] == 'SFX' and f[3].split('/')[0] != '0' or len(f) >= 5 and f[0] == 'SFX' and f[2] != '0':
            try:
                rules[f[1]].append((f[2] if f[2] != '0' else '', f[3].split('/')[0].replace('0', ''), re.compile('(?:%s)$' % f[4])))
            except re.error:
                pass
    words = []
    for line in open(path, 'rb').read().decode(enc, 'ignore').splitlines()[1:]:
        w, _, flags = line.split('\t')[0].strip().partition('/')
        flags = flags.split(' ')[0]
        words.append(w)
        keys = flags.split(',') if flag == 'num' else [flags[i:i + 2] for i in range(0, len(flags), 2)] if flag == 'long' else flags
        n = 0
        for k in keys:
            for cut, new, cond in rules.get(k, ()):
                if n < 8 and w.endswith(cut) and cond.search(w):
                    words.append(w[:len(w) - len(cut)] + new)
                    n += 1
    yield from in_lines(words)


def html_strings(text):
    text = re.sub(r'(?is)<(script|style|head|pre|code|screen|programlisting)\b.*?</\1>', ' ', text)
    text = re.sub(r'(?i)<(/?)(p|li|td|h\d|div|title|para|term|tr|dd|dt|br|desc|item|note|section)\b[^>]*>', '\n', text)
    for line in re.split(r'\n\s*\n|\n(?=\s*<)|(?<=>)\n', re.sub(r'\n(?=[^\n<])', '\n', text)):
        yield '', line.replace('\n', ' ')


def php_strings(text):
    for m in re.finditer(r"=\s*>?\s*'((?:[^'\\]|\\.)*)'|=\s*>?\s*\"((?:[^\"\\]|\\.)*)\"", text):
        yield '', (m.group(1) or m.group(2) or '').replace("\\'", "'")


def man_strings(text):
    para = []
    for line in text.splitlines():
        if line.startswith(('.', "'")):
            if para:
                yield '', ' '.join(para)
            para = []
            continue
        line = re.sub(r'\\f[A-Z]|\\f\(..|\\f\[[^]]*\]|\\[&|^/,:%]', '', line)
        para.append(re.sub(r'\\\(..|\\.', ' ', line))
    if para:
        yield '', ' '.join(para)


def files(root):
    for d, subs, names in os.walk(root):
        subs.sort()
        for n in sorted(names):
            p = os.path.join(d, n)
            if not os.path.islink(p):
                yield p


def sources(root):
    """(kind, tag, iterator of (original, text)) for every readable file."""
    for pkg in sorted(os.listdir(root)):
        for p in files(os.path.join(root, pkg)):
            r = p[len(root) + len(pkg) + 2:]
            m = re.search(r'/([A-Za-z_@-]+)/LC_MESSAGES/[^/]+\.mo$', '/' + r)
            kind = 'ui.' + ('lo' if 'libreoffice' in pkg else 'game' if 'games/' in r or pkg in
                            ('freeciv-data', 'wesnoth-1.16-data', 'minetest-data') else 'mo')
            if m:
                yield kind, tag_of(m.group(1)), mo_strings, p
            elif re.search(r'wp-content/languages/.*\.mo$', r):
                yield 'ui.wp', tag_of(re.sub(r'^.*/(?:[a-z]+-(?=[a-z]{2,3}(?:_|\.)))*', '', r)[:-3]), mo_strings, p
            elif r.endswith('.qm'):
                m = re.search(r'_([a-z]{2,3}(?:_[A-Z]{2}|@\w+)?)\.qm$', r)
                if m:
                    yield 'ui.qt', tag_of(m.group(1)), qm_strings, p
            elif r.endswith('.xpi'):
                m = re.search(r'langpack-([A-Za-z-]+)@', r)
                if m:
                    yield 'ui.fx', tag_of(m.group(1)), xpi_strings, p
            elif 'mediawiki' in r and '/i18n/' in r and r.endswith('.json'):
                yield 'ui.mw', tag_of(os.path.basename(r)[:-5]), 'mw', p
            elif 'dokuwiki' in r and '/lang/' in r:
                m = re.search(r'/lang/([A-Za-z_-]+)/[^/]+\.(txt|php)$', r)
                if m:
                    yield 'ui.dw', tag_of(m.group(1)), 'txt' if m.group(2) == 'txt' else 'php', p
            elif '/localization/' in r and r.endswith('.inc'):
                yield 'ui.rc', tag_of(r.split('/localization/')[1].split('/')[0]), 'php', p
            elif '/share/help/' in '/' + r and r.endswith(('.page', '.docbook', '.xml')):
                yield 'help.gn', tag_of(r.split('share/help/')[1].split('/')[0].replace('C', 'en')), 'html', p
            elif 'libreoffice/help/' in r and r.endswith('.html'):
                yield 'help.lo', tag_of(r.split('libreoffice/help/')[1].split('/')[0]), 'html', p
            elif pkg.startswith(('debian-reference-', 'maint-guide-', 'debian-faq-')) and re.search(r'\.html(\.gz)?$', r):
                yield 'help.deb', tag_of(re.sub(r'^(debian-reference|maint-guide|debian-faq)-', '', pkg)), 'html', p
            elif pkg.startswith('installation-guide') and re.search(r'/[a-z]{2}(_[A-Z]+)?/[^/]+\.html$', r):
                yield 'help.ig', tag_of(r.split('/')[-2]), 'html', p
            elif pkg.startswith('manpages-') and '/man/' in r:
                yield 'man', tag_of(pkg[9:]), 'man', p
            elif pkg.startswith('fortunes-') and '/fortunes/' in r and not r.endswith(('.dat', '.u8')):
                yield 'fortune', tag_of('pt' if pkg == 'fortunes-br' else pkg[9:]), 'txt', p
            elif r.endswith('.dic') and re.search(r'/(hunspell|myspell/dicts)/', r):
                yield 'dict', tag_of(os.path.basename(r)[:-4]), hunspell_words, p
            elif '/share/dict/' in '/' + r and pkg[0] == 'w' and not r.endswith(('README', 'hash')):
                yield 'dict', tag_of(WORDLIST.get(pkg, '')), word_list, p
            elif pkg == 'udhr' and r.endswith('.html'):
                m = re.search(r'<html[^>]*\blang="([A-Za-z-]+)"', read(p)[:400])
                if m:
                    yield 'udhr', tag_of(m.group(1)), 'html', p


READ = {'html': html_strings, 'php': php_strings, 'man': man_strings,
        'txt': lambda t: (('', s) for s in re.split(r'\n\s*\n|\n%\n', t))}


def strings(how, path):
    if how == 'mw':
        for k, v in json.loads(read(path)).items():
            if isinstance(v, str):
                for s in v.split('\n'):
                    yield '', s
    elif callable(how):
        yield from how(path)
    else:
        yield from READ[how](read(path))


def fits(tag, t):
    letters = [script_of(c) for c in t if c.isalpha()]
    if len(letters) < 2:
        return 0
    want = SCRIPT.get(tag, 'LATIN')
    ok = sum(1 for s in letters if s == want)
    return ok if ok * 10 >= len(letters) * (6 if want == 'CJK' else 8) else 0


def main():
    root, cldr, out = sys.argv[1:4]
    kept = collections.defaultdict(dict)      # tag -> {text: kind}
    used = collections.Counter()
    english = set()
    holders = collections.Counter()

    raw = set()

    def add(kind, tag, original, text):
        if not tag or used[tag, kind] > BUDGET:
            return
        if original and original not in raw:
            raw.add(original)
            english.add(tidy(original).lower())
        t = tidy(text)
        if len(t) > 4000:
            t = t[:4000]
        if t in kept[tag]:
            return
        n = fits(tag, t)
        if not n:
            return
        kept[tag][t] = kind
        used[tag, kind] += n
        holders[t.lower()] += 1

    for kind, tag, how, path in sources(root):
        if not tag or used[tag, kind] > BUDGET:
            continue
        try:
            for original, text in strings(how, path):
                add(kind, tag, original, text)
                if original:
                    add(kind, 'en', '', original)
        except (ValueError, OSError, struct.error, zipfile.BadZipFile) as err:
            print('skipped', path, err, file=sys.stderr)
    if os.path.exists(cldr):
        for line in open(cldr, encoding='utf-8'):
            loc, _, text = line.rstrip('\n').partition('\t')
            add('cldr', tag_of(loc), '', text)
    os.makedirs(out, exist_ok=True)
    for tag in sorted(kept):
        with open(os.path.join(out, {'sr': 'sr-Cyrl', 'uz': 'uz-Latn'}.get(tag, tag) + '.txt'), 'w', encoding='utf-8') as f:
            for t in sorted(kept[tag]):
                if tag != 'en' and (t.lower() in english or holders[t.lower()] > 2):
                    continue
                f.write(kept[tag][t] + '\t' + t + '\n')
        print(tag, sum(v for k, v in used.items() if k[0] == tag),
              ' '.join('%s=%d' % (k[1], v // 1000) for k, v in sorted(used.items()) if k[0] == tag))


if __name__ == '__main__':
    main()
