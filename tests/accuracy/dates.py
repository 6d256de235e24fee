"""Scores dates() on suites of cases (JSON lines): a mention counts when its first and last day are right. A case of match `exact`
or `values` is right when nothing else is found either. See dates.sh."""
import calendar, glob, json, os, subprocess, sys

suites, here, sqlite = sys.argv[1:4]


def table(name):
    path = os.path.join(here, name)
    if not os.path.exists(path):
        return []
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip() and line[0] != "#"]


def wanted(e):
    """Acceptable (first, last) pairs of an expected mention."""
    first = e["value"][:10]
    pairs = [(first, e.get("end_value", e["value"])[:10])]
    if "month_only" in e["flags"] and "end_value" not in e:
        y, m = int(first[:4]), int(first[5:7])
        pairs.append((first, "%04d-%02d-%02d" % (y, m, calendar.monthrange(y, m)[1])))
    return pairs


cases = []
for path in sorted(glob.glob(suites + "/*.jsonl")):
    for line in open(path, encoding="utf-8"):
        c = json.loads(line)
        c["suite"] = os.path.basename(path)[:-6]
        cases.append(c)

script = [".load ./gazette", ".mode list", ".separator \\t"]
for k, c in enumerate(cases):
    text = c["text"].replace("'", "''")
    script.append("SELECT %d, first_day, last_day, surface FROM dates('%s');" % (k, text))
run = subprocess.run([sqlite, "-batch", ":memory:"], input="\n".join(script), capture_output=True, text=True)
if run.returncode or run.stderr:
    print("dates: " + run.stderr[:500])
    sys.exit(1)
found = {}
for line in run.stdout.splitlines():
    cells = line.split("\t")
    if cells[0].isdigit():
        found.setdefault(int(cells[0]), []).append((cells[1], cells[2], cells[3]))

disputed = {row[0] for row in table("disputed.tsv")}
floors = {(row[0], row[1]): float(row[2]) for row in table("floors.tsv") if len(row) > 2}
score = {}
for k, c in enumerate(cases):
    if c["id"] in disputed:
        continue
    rest, right = list(found.get(k, [])), 0
    for e in c["expected"]:
        hit = next((r for r in rest if (r[0], r[1]) in wanted(e)), None)
        if hit:
            right += 1
            rest.remove(hit)
    good = right == len(c["expected"]) and (c["match"] == "contains" or not rest)
    lang = "date.zh" if c["lang"].startswith("zh") else "date." + c["lang"]
    for name in (c["suite"], lang):
        s = score.setdefault(name, [0, 0])
        s[0] += good
        s[1] += 1
    if not good and os.environ.get("VERBOSE"):
        print("  %s %r: %s, wanted %s" % (c["id"], c["text"], found.get(k, []), [wanted(e)[0] for e in c["expected"]]))

failed = 0
for name in sorted(score):
    good, total = score[name]
    percent = 100.0 * good / total
    floor = floors.get((name, "right"))
    bad = floor is not None and percent < floor
    failed |= bad
    print("%-28s %3d of %3d cases right, %5.1f %%%s" % (name, good, total, percent, "" if floor is None else ", floor %g%s" % (floor, ": BELOW" if bad else "")))
sys.exit(1 if failed else 0)
