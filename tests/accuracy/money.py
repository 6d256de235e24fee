"""Scores money() on suites/money and the `bare` cases beside them (format and scoring: README of the suites).
A mention counts when low and high are right (relative 1e-9; a bounded figure may be open or the bound) and the currency is one of
currency_ok. Prints recall, precision and the share of cases wholly right per language and per suite, and the same for ranges and
bounded figures alone. Usage: money.py SUITES LIBRARY FLOORS DISPUTED [--misses [NAME]]"""
import collections, glob, json, os, sqlite3, sys


def near(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-300) or a == b


def side(want, oks, got, other_right):
    """Is one bound right? An open bound passes where the other bound is right."""
    if got is None:
        return want is None or (oks is not None and None in oks) or other_right
    accepted = [x for x in ([want] if want is not None else []) + [x for x in (oks or []) if x is not None]]
    return any(near(float(x), got) for x in accepted)


def right(e, g):
    low, high = e["low"], e["high"]
    if low is None and high is None:
        low = high = e.get("value")
    lows, highs = e.get("low_ok"), e.get("high_ok")
    currency_ok = e.get("currency_ok") or [e.get("currency")]
    if g[3] not in currency_ok:
        return False
    # an open expectation may be met by the bound on both sides
    want_low, want_high = low if low is not None else high, high if high is not None else low
    low_right = g[1] is not None and side(want_low, lows, g[1], False)
    high_right = g[2] is not None and side(want_high, highs, g[2], False)
    point = low is None or high is None or near(float(low), float(high)) or lows or highs
    return (low_right or (g[1] is None and point and high_right)) and (high_right or (g[2] is None and point and low_right))


def main():
    suites, library, floors_path, disputed_path = sys.argv[1:5]
    show = sys.argv[6] if len(sys.argv) > 6 else "" if len(sys.argv) > 5 else None
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(library)
    disputed = set()
    if os.path.exists(disputed_path):
        disputed = {line.split("\t")[0] for line in open(disputed_path, encoding="utf8") if line.strip() and not line.startswith("#")}
    score = collections.defaultdict(lambda: [0, 0, 0, 0, 0, 0, 0])  # expected, found, given, given right, cases, right, disputed
    for path in sorted(glob.glob(os.path.join(suites, "money", "*.jsonl"))):
        name = os.path.basename(path)[:-6]
        for line in open(path, encoding="utf8"):
            case = json.loads(line)
            if case["id"] in disputed:
                score[name][6] += 1
                score["lang " + case["lang"]][6] += 1
                continue
            got = db.execute("SELECT surface, low, high, currency FROM money(?)", (case["text"],)).fetchall()
            left, found, misses = list(got), 0, []
            for e in case["expected"]:
                hit = next((g for g in left if right(e, g)), None)
                if hit is None:
                    misses.append(e)
                else:
                    left.remove(hit)
                    found += 1
            whole = not misses and (case["match"] == "contains" or not left)
            bounded = any(e["low"] != e["high"] for e in case["expected"])
            for key in [name, "lang " + case["lang"]] + (["ranges " + case["lang"], "ranges all"] if bounded else []) + ["all"]:
                s = score[key]
                s[0] += len(case["expected"])
                s[1] += found
                if case["match"] != "contains":
                    s[2] += len(got)
                    s[3] += found
                s[4] += 1
                s[5] += whole
            if show is not None and not whole and show in name:
                print(f"{case['id']}|{case['match']}|{case['text']!r}\n   want {[(e['value'], e['low'], e['high'], (e.get('currency_ok') or [e.get('currency')])[:3]) for e in case['expected']]}\n   got  {got}")
    print(f"{'suite':34}{'cases':>6}{'recall':>8}{'precis.':>8}{'right':>7}{'disputed':>9}")
    values = {}
    order = sorted(score, key=lambda k: (0 if k == "all" else 1 if k.startswith("lang") else 2 if k.startswith("ranges") else 3, k))
    for key in order:
        e, f, g, gr, n, r, d = score[key]
        values[key] = {"recall": f / e if e else 1.0, "precision": gr / g if g else 1.0, "right": r / n if n else 1.0}
        v = values[key]
        print(f"{key:34}{n:6}{v['recall']:8.3f}{v['precision']:8.3f}{v['right']:7.3f}{d:9}")
    bad = 0
    if os.path.exists(floors_path):
        for line in open(floors_path, encoding="utf8"):
            if line.startswith("#") or not line.startswith("money "):
                continue
            suite, metric, floor = line.rstrip("\n").split("\t")
            key = suite[len("money "):]
            if key in values and values[key][metric] < float(floor):
                print(f"below its floor: {key} {metric} {values[key][metric]:.3f} < {floor}")
                bad = 1
    return bad


sys.exit(main())
