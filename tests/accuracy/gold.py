"""Scores one import-like reading of annotated documents: gold.py GOLD SEEDS SQLITE. Prints found, right and F1 for money, dates, quotes and
deals, and the fields of the article. Deals are matched on (kind, actor, target, sum), as the annotation guide has it."""
import glob, json, os, subprocess, sys

gold_dir, seed_dir, sqlite = sys.argv[1:4]
KINDS = ('invest', 'stake', 'value', 'raise', 'acquire')


def query(sql):
    script = ".load ./gazette\n.mode json\n" + sql + ";\n"
    out = subprocess.run([sqlite, '-batch', ':memory:'], input=script, capture_output=True, text=True, timeout=300)
    if out.stderr.strip():
        sys.exit('gold: ' + out.stderr.strip())
    return json.loads(out.stdout) if out.stdout.strip() else []


def f1(name, right, found, wanted):
    p, r = right / found if found else 0, right / wanted if wanted else 0
    f = 2 * p * r / (p + r) if p + r else 0
    print(f'{name:<10} wanted {wanted:>3}  found {found:>3}  right {right:>3}  precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}')
    return f


def matched(wanted, found):
    rest, n, missing = list(found), 0, []
    for w in wanted:
        if w in rest:
            rest.remove(w)
            n += 1
        else:
            missing.append(w)
    return n, missing, rest


num = lambda x: None if x is None else round(float(x), 4)
totals = {k: [0, 0, 0] for k in ('money', 'dates', 'quotes', 'deals')}
for path in sorted(glob.glob(os.path.join(gold_dir, '*.json'))):
    doc = os.path.basename(path)[:3]
    g = json.load(open(path, encoding='utf-8'))
    seed = glob.glob(os.path.join(seed_dir, doc + '_*'))[0].replace("'", "''")
    anchor = "'2023'" if doc == '002' else 'published'
    src = f"(SELECT title, body, published, source, site, author, editor, lang, flags FROM read_articles('{seed}'))"
    meta = query(f"SELECT title, source, site, author, editor, published, lang, flags FROM {src}")[0]
    want = g['meta']
    for key in ('title', 'source', 'site', 'author', 'editor', 'published', 'lang'):
        w = want.get(key + '_clean') or want.get(key)
        if key == 'published' and doc == '002':
            continue
        if (w or None) != meta[key]:
            print(f'{doc} {key}: want {w!r}, got {meta[key]!r}')
    money = query(f"SELECT m.low, m.high, m.currency FROM {src} a, money(ifnull(a.title, '') || char(10, 10) || a.body) m")
    wm = [(num(x['low']), num(x['high']), x['currency']) for x in g['money']]
    n, miss, extra = matched(wm, [(num(x['low']), num(x['high']), x['currency']) for x in money])
    for x in miss: print(f'{doc} money missing {x}')
    for x in extra: print(f'{doc} money extra {x}')
    totals['money'][0] += n; totals['money'][1] += len(money); totals['money'][2] += len(wm)
    dates = query(f"SELECT d.surface, d.edtf FROM {src} a, dates(ifnull(a.title, '') || char(10, 10) || a.body, {anchor}) d")
    wd = [(x.get('value') or x.get('edtf')) for x in g['date']]
    n, miss, extra = matched(wd, [x['edtf'] for x in dates])
    # without an anchor a relative date may be NULL or have unknown parts
    fd = [x['edtf'] for x in dates]
    print(f'{doc} dates missing {miss} extra {extra}') if miss or extra else None
    totals['dates'][0] += n; totals['dates'][1] += len(fd); totals['dates'][2] += len(wd)
    quotes = query(f"SELECT q.quote, q.speaker, q.entity FROM {src} a, quotes(a.body) q")
    wq = [x for x in g['quote']]
    used, n = set(), 0
    for w in wq:
        said = w['text']
        for c in g.get('corruption', []):
            if c.get('broken') and c.get('repaired'):
                said = said.replace(c['broken'], c['repaired'])
        head = said.split(' … ')[0].strip('“”"')
        hit = None
        for i, q in enumerate(quotes):
            if i not in used and q['quote'].strip('“”" ').startswith(head.rstrip(' .,。')[:20]):
                hit = i
                break
        if hit is not None:
            used.add(hit)
            ok = (quotes[hit]['entity'] == w['canonical_speaker']) if w['canonical_speaker'] else True
            ok = ok and (w['speaker'] is None or quotes[hit]['speaker'] is not None)
            n += ok
            if not ok: print(f"{doc} quote speaker: want {w['speaker']!r}/{w['canonical_speaker']!r}, got {quotes[hit]['speaker']!r}/{quotes[hit]['entity']!r}: {head[:30]}")
        else: print(f'{doc} quote missing: {head[:40]}')
    for i, q in enumerate(quotes):
        if i not in used: print(f"{doc} quote extra: {q['quote'][:40]!r} by {q['speaker']!r}")
    totals['quotes'][0] += n; totals['quotes'][1] += len(quotes); totals['quotes'][2] += len(wq)
    deals = query(f"SELECT d.kind, d.actor, d.target, d.low, d.high, d.percent FROM {src} a, deals(ifnull(a.title, '') || char(10, 10) || a.body, {anchor}) d")
    key = lambda x: (x['kind'], x['actor'], x['target'], num(x['low']), num(x['high']), num(x['percent']))
    wl = [key(x) for x in g['deal'] if x['kind'] in KINDS]
    fl = [key(x) for x in deals if x['kind'] in KINDS]
    n, miss, extra = matched(wl, fl)
    for x in miss: print(f'{doc} deal missing {x}')
    for x in extra: print(f'{doc} deal extra {x}')
    totals['deals'][0] += n; totals['deals'][1] += len(fl); totals['deals'][2] += len(wl)

floors = {}
for line in open('tests/accuracy/floors.tsv', encoding='utf-8'):
    c = line.rstrip('\n').split('\t')
    if len(c) >= 3 and c[0].startswith('gold.'):
        floors[c[0][5:]] = float(c[2])
bad = [k for k, t in totals.items() if f1(k, *t) < floors.get(k, 0)]
sys.exit('below the floor: ' + ', '.join(bad) if bad else 0)
