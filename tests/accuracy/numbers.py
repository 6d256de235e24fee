"""Scores the number and quantity finders on suites/numbers (format and scoring: README of the suites).
A mention counts when low and high are right (relative 1e-9; a bounded figure may be given open or as the bound, a vague one by its
lower bound). Masses are compared in grams, since one suite gives all of them so. Of `quantity` cases that list dimensions only,
further counts, percentages and temperatures are no false alarms. Usage: numbers.py SUITES PROGRAM FLOORS DISPUTED [--hint] [--misses [NAME]]"""
import collections, glob, json, os, subprocess, sys

GRAMS = {"gram": 1, "kilogram": 1000, "milligram": 0.001, "microgram": 1e-6, "jin": 500, "liang": 50}
DIMENSIONLESS = {"", "%", "pp"}


def near(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b)) or a == b


def bound(want, got):
    return got is None if want is None else got is not None and near(float(want), got)


def right(e, g, factor=1):
    low, high = (x if x is None else x * factor for x in (g[2], g[3]))
    point = e.get("value") if e.get("value") is not None else e["low"] if e["low"] is not None and e["low"] == e["high"] else None
    if point is not None:
        return bound(point, low) or bound(point, high)
    return bound(e["low"], low) and bound(e["high"], high)


def main():
    suites, program, floors_path, disputed_path = sys.argv[1:5]
    rest = sys.argv[5:]
    hint = "--hint" in rest
    show = None
    if "--misses" in rest:
        at = rest.index("--misses")
        show = rest[at + 1] if at + 1 < len(rest) else ""
    disputed = {line.split("\t")[0] for line in open(disputed_path, encoding="utf8") if line.strip() and not line.startswith("#")}
    units = set()
    for line in open("ext/data/units.tsv", encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        if not line.startswith("#") and len(cells) > 3 and cells[3] not in ("count", "temperature"):
            units.add(cells[1])
    cases = []
    for path in sorted(glob.glob(os.path.join(suites, "numbers", "*.jsonl"))):
        for line in open(path, encoding="utf8"):
            cases.append((os.path.basename(path)[:-6], json.loads(line)))
    escape = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t"})
    asked = "".join("%s\t%s\t%s\n" % (c["kind"], c["lang"] if hint else "", c["text"].translate(escape)) for _, c in cases)
    out = subprocess.run([program], input=asked.encode(), stdout=subprocess.PIPE, check=True).stdout.decode("utf8", "replace")
    answers, block = [], []
    for line in out.split("\n"):
        if line == ".":
            answers.append(block)
            block = []
        elif line:
            block.append(line.split("\t"))
    assert len(answers) == len(cases), (len(answers), len(cases))
    score = collections.defaultdict(lambda: [0] * 7)      # expected, found, given, given right, cases, right, disputed
    for (name, case), rows in zip(cases, answers):
        kind, lang = case["kind"], case["lang"]
        keys = (name, kind + "." + lang, kind, "all")
        if case["id"] in disputed:
            for k in keys:
                score[k][6] += 1
            continue
        raw = case["text"].encode()
        got = []
        for start, end, low, high, unit in rows:
            number = lambda x: None if x == "-" else float(x)
            got.append((len(raw[:int(start)].decode("utf8", "replace")), len(raw[:int(end)].decode("utf8", "replace")), number(low), number(high), unit))
        over = lambda e, g: case["match"] == "values" or e.get("start") is None or g[0] < e["end"] and g[1] > e["start"]
        if kind == "percent":
            got = [g for g in got if g[4] in ("%", "pp")]
        elif kind == "numrange":
            # a bare point is given only for what is said to equal it; one with a unit is no range, and no false alarm
            got = [g for g in got if g[2] is None or g[3] is None or g[2] != g[3] or g[4] == "" or any(over(e, g) and e.get("value") for e in case["expected"])]
        elif kind == "quantity" and case["match"] != "values":
            got = [g for g in got if g[4] in units or any(over(e, g) for e in case["expected"])]
        used, misses = set(), []
        for e in case["expected"]:
            hit = next((i for i, g in enumerate(got) if i not in used and over(e, g) and
                        (right(e, g) or kind == "quantity" and e.get("unit_raw") == "Gram" and right(e, g, GRAMS.get(g[4], 1)))), None)
            if hit is None:
                misses.append(e)
            else:
                used.add(hit)
        extra = [g for i, g in enumerate(got) if i not in used] if case["match"] in ("exact", "values") else []
        good = not misses and not extra
        if show is not None and show in name and not good:
            text = case["text"] if len(case["text"]) < 120 else case["text"][:120] + "..."
            print("%s|%s|%r\n   want %s\n   got  %s" % (case["id"], case["match"], text, [(e["surface"], e["low"], e["high"]) for e in case["expected"]],
                                                       [(case["text"][g[0]:g[1]], g[2], g[3], g[4]) for g in got]))
        for k in keys:
            s = score[k]
            s[0] += len(case["expected"])
            s[1] += len(used)
            if case["match"] in ("exact", "values"):
                s[2] += len(got)
                s[3] += len(used)
            s[4] += 1
            s[5] += good
    print("%-34s %6s %7s %8s %6s %8s" % ("suite", "cases", "recall", "precis.", "right", "disputed"))
    figures = {}
    for k in sorted(score, key=lambda k: (k != "all", "." in k, k.count("."), k)):
        s = score[k]
        figures[k] = (100.0 * s[1] / s[0] if s[0] else 100.0, 100.0 * s[3] / s[2] if s[2] else 100.0, 100.0 * s[5] / s[4] if s[4] else 100.0)
        print("%-34s %6d %7.1f %8.1f %6.1f %8d" % ((k, s[4]) + figures[k] + (s[6],)))
        if s[6] * 100 > 3 * (s[4] + s[6]) and k.count(".") == 2 and s[6] > 1:
            print("# %s: more than 3 %% disputed" % k)
    failed = 0
    for line in open(floors_path, encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(cells) < 3 or not cells[0].startswith("numbers."):
            continue
        value = figures.get(cells[0][8:], (0, 0, 0))[("recall", "precision", "right").index(cells[1])]
        if value < float(cells[2]) and not hint:
            print("below its floor: %s %s is %.1f, not %s" % (cells[0], cells[1], value, cells[2]))
            failed = 1
    return failed


sys.exit(main())
