"""Scores entities() on suites/entities. Usage: entities.py SUITES FLOORS. Exact spans; a company counts as an organisation.
typed: span and type must agree; untyped: the span. Partial suites (every gold mention must be found, others may be) give recall.
el_*: of the mentions of organisations and people that we link to a listed entity, how many are the right one (precision, over
mentions whose span overlaps a gold mention with a known answer), and how many gold mentions get their entity (recall, over gold
mentions), by Wikidata id, else by name: the gold name, read by entity_of(), is the entity that we gave."""
import json, os, subprocess, sys, collections
suites, floors_path = sys.argv[1], sys.argv[2]
show = sys.argv[3] if len(sys.argv) > 3 else None
folder = os.path.join(suites, 'entities')
TYPES = {'company': 'org', 'publication': 'org'}
KEPT = ('person', 'place', 'org')

def run(cases):
    """Rows of entities() per case id."""
    sql = ['.load ./gazette', '.mode list', '.separator \x1f \x1e', 'CREATE TEMP TABLE c(i INTEGER PRIMARY KEY, t TEXT);', 'BEGIN;']
    for i, c in enumerate(cases):
        if '\0' not in c['text']:
            sql.append("INSERT INTO c VALUES(%d, %s);" % (i, "'" + c['text'].replace("'", "''") + "'"))
    sql += ['COMMIT;', "SELECT i, start, length, type, how, entity, coalesce(qid,''), '|' FROM c, entities(t);"]
    out = subprocess.run([os.environ.get('SQLITE3', 'sqlite3'), '-batch', ':memory:'], input='\n'.join(sql) + '\n', capture_output=True, text=True, encoding='utf-8')
    if out.stderr.strip():
        sys.exit('entities: ' + out.stderr[:500])
    rows = collections.defaultdict(list)
    for r in out.stdout.split('\x1e'):
        f = r.split('\x1f')
        if len(f) < 8: continue
        i, start, length = int(f[0]), int(f[1]), int(f[2])
        rows[i].append((start - 1, start - 1 + length, TYPES.get(f[3], f[3]), f[4], f[5], f[6]))
    return rows

def resolve(names):
    """entity_of() of each name, '' for none."""
    names = sorted(set(names))
    sql = ['.load ./gazette', '.mode list', '.separator \x1f \x1e'] + ["SELECT %d, coalesce(entity_of('%s'), '');" % (i, n.replace("'", "''")) for i, n in enumerate(names)]
    out = subprocess.run([os.environ.get('SQLITE3', 'sqlite3'), '-batch', ':memory:'], input='\n'.join(sql) + '\n', capture_output=True, text=True, encoding='utf-8').stdout
    got = dict(r.split('\x1f') for r in out.split('\x1e') if '\x1f' in r)
    return {n: got.get(str(i), '') for i, n in enumerate(names)}

def same(row, e, known):
    """Is the linked row the gold entity?"""
    if row[5] and e.get('qid') and row[5] == e['qid']: return True
    c = e.get('canonical') or ''
    return bool(c) and (row[4].lower() == c.lower() or known.get(c, '') == row[4])

def f1(tp, got, gold):
    p, r = tp / got if got else 0, tp / gold if gold else 0
    return 100 * (2 * p * r / (p + r) if p + r else 0), 100 * p, 100 * r

results = {}
print('%-20s %6s %6s %6s   %6s   %s' % ('suite', 'F1', 'prec', 'recall', 'untyped', 'per type (F1)'))
for name in sorted(os.listdir(folder)):
    if not name.endswith('.jsonl'): continue
    suite = name[:-6]
    if show and suite != show: continue
    cases = [json.loads(line) for line in open(os.path.join(folder, name), encoding='utf-8')]
    rows = run(cases)
    if suite.startswith('el_'):
        right = wrong = gold_n = found = 0
        known = resolve([e.get('canonical') or '' for c in cases for e in c['entities']] + [r[4] for i in rows for r in rows[i]])
        for i, c in enumerate(cases):
            gold = [e for e in c['entities'] if e['type'] in ('person', 'org') and (e.get('qid') or e.get('canonical'))]
            every = [e for e in c['entities']]
            got = [r for r in rows[i] if r[3] != 'discovered' and r[2] in ('person', 'org') and known.get(r[4])]
            for r in got:
                over = [e for e in every if e['start'] < r[1] and r[0] < e['end']]
                gold_over = [e for e in over if e.get('qid')]
                if not gold_over: continue
                ok = any(same(r, e, known) for e in gold_over)
                right, wrong = right + ok, wrong + (not ok)
                if show and not ok: print('  WRONG', c['text'][r[0]:r[1]], '->', r[4], r[5], '| gold', [(e['surface'], e.get('canonical'), e['qid']) for e in gold_over])
            for e in gold:
                gold_n += 1
                hit = any(r[0] < e['end'] and e['start'] < r[1] and same(r, e, known) for r in rows[i])
                found += hit
                if show and not hit: print('  MISSED', e['surface'], e.get('canonical'), e['qid'])
        p, r = right / (right + wrong) if right + wrong else 1, found / gold_n if gold_n else 0
        print('%-20s linked %4d, precision %.3f, recall %.3f of %d gold mentions of people and organisations' % (suite, right + wrong, p, r, gold_n))
        results[suite] = {'precision': 100 * p, 'recall': 100 * r}
        for k, v in (('right', right), ('wrong', wrong), ('gold', gold_n), ('found', found)):
            results.setdefault('el_all', collections.Counter())[k] += v
        continue
    partial = any(c.get('partial') for c in cases)
    tp = utp = got_n = gold_n = 0
    per = collections.defaultdict(lambda: [0, 0, 0])
    for i, c in enumerate(cases):
        gold = {(e['start'], e['end'], TYPES.get(e['type'], e['type'])) for e in c['entities']}
        gold = {g for g in gold if g[2] in KEPT}
        got = {r[:3] for r in rows[i] if r[2] in KEPT}
        tp += len(gold & got)
        gold_n += len(gold); got_n += len(got)
        utp += len({g[:2] for g in gold} & {g[:2] for g in got})
        for g in gold: per[g[2]][2] += 1
        for g in got: per[g[2]][1] += 1
        for g in gold & got: per[g[2]][0] += 1
        if show:
            t = c['text']
            for g in sorted(gold - got): print('  MISS', g[2], t[g[0]:g[1]], '|', t[max(0, g[0] - 25):g[0]] + '[' + t[g[0]:g[1]] + ']' + t[g[1]:g[1] + 25])
            if not partial:
                how = {r[:3]: r[3] for r in rows[i]}
                for g in sorted(got - gold): print('  FALSE', how[g], g[2], t[g[0]:g[1]], '|', t[max(0, g[0] - 25):g[0]] + '[' + t[g[0]:g[1]] + ']' + t[g[1]:g[1] + 25])
    if partial:
        r = 100 * (utp / gold_n if gold_n else 0)
        print('%-20s %6s %6s %6.1f' % (suite, '', '', r))
        results[suite] = {'recall': r}
    else:
        F, P, R = f1(tp, got_n, gold_n)
        U = f1(utp, got_n, gold_n)[0]
        print('%-20s %6.1f %6.1f %6.1f   %6.1f   %s' % (suite, F, P, R, U, ', '.join('%s %.1f' % (k, f1(*per[k])[0]) for k in KEPT)))
        results[suite] = {'f1': F, 'untyped': U, 'recall': R, 'precision': P}
if 'el_all' in results:
    e = results['el_all']
    results['el_all'] = {'precision': 100 * e['right'] / max(1, e['right'] + e['wrong']), 'recall': 100 * e['found'] / max(1, e['gold'])}
    print('%-20s precision %.1f, recall %.1f' % ('el_* together', results['el_all']['precision'], results['el_all']['recall']))
bad = 0
if not show and os.path.exists(floors_path):
    for line in open(floors_path, encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) != 3 or f[0].startswith('#') or f[0] not in results or f[1] not in results[f[0]]: continue
        if results[f[0]][f[1]] < float(f[2]):
            print('BELOW FLOOR %s %s: %.1f < %s' % (f[0], f[1], results[f[0]][f[1]], f[2])); bad = 1
sys.exit(bad)
