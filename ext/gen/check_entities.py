#!/usr/bin/env python3
"""Checks ext/data/entities.tsv and aliases.tsv before they are committed; prints each fault and fails if any.

    python3 ext/gen/check_entities.py [--words FILE]

Malformed cells, unknown ids, parents, kinds, classes and contexts, duplicate lines, names that two entities claim
without a class, unsorted files. With --words (one word a line), also lists short aliases that are such words and have
neither a class, a case rule nor not_* strings: these are warnings for a person to judge.
"""
import argparse
import os
import re
import sys

import gaz_table
from gaz_table import AL_HEAD, ENT_HEAD, KINDS, TYPES

LANG = re.compile(r"^(mul|[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)$")
LISTING = re.compile(r"^[A-Z]+:[A-Z0-9.\-&]+$")


def contexts(path):
    out = set()
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            lines = [x.rstrip("\n") for x in f if not x.startswith("#")]
        out = {x.split("\t")[0] for x in lines[1:]}
    return out


def check(data, words):
    bad, warn = [], []
    _, ents = gaz_table.read(os.path.join(data, "entities.tsv"), ENT_HEAD)
    _, als = gaz_table.read(os.path.join(data, "aliases.tsv"), AL_HEAD)
    known = contexts(os.path.join(data, "contexts.tsv"))
    ids, names, listed, qids = {}, {}, {}, {}
    for r in ents:
        i, name, typ, parent, country, listings, qid, source = r
        if i in ids:
            bad.append(f"{i}: twice")
        ids[i] = r
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i):
            bad.append(f"{i}: not a slug")
        if typ not in TYPES:
            bad.append(f"{i}: type {typ}")
        if country and not re.fullmatch(r"[A-Z]{2}", country):
            bad.append(f"{i}: country {country}")
        if qid and not re.fullmatch(r"Q[1-9][0-9]*", qid):
            bad.append(f"{i}: qid {qid}")
        if not source or not name or name != name.strip():
            bad.append(f"{i}: name or source")
        if qid and qids.setdefault(qid, i) != i:
            bad.append(f"{qid}: both {qids[qid]} and {i}")
        names.setdefault(name, []).append(i)
        for x in listings.split():
            if not LISTING.match(x):
                bad.append(f"{i}: listing {x}")
            if x in listed and listed[x] != i:
                bad.append(f"{x}: both {listed[x]} and {i}")
            listed[x] = i
    for name, who in names.items():
        if len(who) > 1:
            bad.append(f"{name}: canonical name of {' and '.join(who)}")
    for i, r in ids.items():
        if r[3] and r[3] not in ids:
            bad.append(f"{i}: parent {r[3]} unknown")
        p, hops = i, 0
        while p and hops < 20:
            p, hops = (ids[p][3] if p in ids else ""), hops + 1
        if p:
            bad.append(f"{i}: parents run in a circle")
    if [r[0] for r in ents] != sorted(r[0] for r in ents):
        bad.append("entities.tsv: not sorted by id")
    if [(r[1], r[2], r[0]) for r in als] != sorted((r[1], r[2], r[0]) for r in als):
        bad.append("aliases.tsv: not sorted by entity, lang, alias")
    fold = gaz_table.Folder()
    fold.prepare([r[0] for r in als] + list(names))
    seen, claims, has_name = set(), {}, set()
    for r in als:
        alias, ent, lang, kind, case, cls, ctx, nl, nr, ni, source = r
        w = f"{alias} ({ent})"
        if ent not in ids:
            bad.append(f"{w}: no such entity")
        if (alias, ent, lang) in seen:
            bad.append(f"{w}: twice in {lang}")
        seen.add((alias, ent, lang))
        if not LANG.match(lang) or kind not in KINDS or case not in ("", "any", "exact", "upper") \
                or cls not in ("", "ambiguous", "common") or not source:
            bad.append(f"{w}: lang, kind, case, class or source")
        if alias != " ".join(alias.split()) or not alias:
            bad.append(f"{w}: white space")
        if re.search(r"[（(](集团|控股)?[)）]$", alias) or re.search(r"^\*?ST[一-鿿]|\(latest\)", alias):
            bad.append(f"{w}: marker left in")
        if known and set(ctx.split()) - known:
            bad.append(f"{w}: context {ctx}")
        if cls and not ctx:
            bad.append(f"{w}: class without context")
        if ctx and not cls:
            bad.append(f"{w}: context without class")
        for cell in (nl, nr, ni):
            if cell and ("" in cell.split("|") or len(set(cell.split("|"))) != len(cell.split("|"))):
                bad.append(f"{w}: empty or repeated part in {cell}")
        for x in ni.split("|"):
            if x and fold(alias) not in fold(x):
                bad.append(f"{w}: not_in {x} does not contain it")
        if alias == (ids[ent][1] if ent in ids else ""):
            has_name.add(ent)
        claims.setdefault(fold(alias), {}).setdefault(ent, set()).add(cls)
        single = (alias.isascii() and alias.isalpha() and len(alias) <= 6) or \
            (not alias.isascii() and len(alias) <= 2)
        if words and single and alias.lower() in words and not (case or cls or nl or nr or ni) and lang != "mul":
            warn.append(f"{w}: a common word")
    for i, r in ids.items():
        if i not in has_name:
            claims.setdefault(fold(r[1]), {}).setdefault(i, set()).add("")
            x = r[1]
            if words and x.isascii() and x.isalpha() and len(x) <= 6 and x.lower() in words:
                warn.append(f"{x} ({i}): canonical name is a common word")
    for key, who in claims.items():
        sure = [e for e, cls in who.items() if "" in cls]
        if len(sure) > 1:
            bad.append(f"{key}: claimed without a class by {' and '.join(sorted(sure))}")
    return bad, warn, len(ents), len(als)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    ap = argparse.ArgumentParser()
    ap.add_argument("--data", default=os.path.join(here, "..", "data"))
    ap.add_argument("--words", action="append", default=[])
    args = ap.parse_args()
    words = set()
    for path in args.words:
        with open(path, encoding="utf-8") as f:
            words |= {x.split()[0] for x in f if x.strip() and x.split()[0].lower() == x.split()[0]}
    bad, warn, e, a = check(args.data, words)
    for x in bad:
        print("fault:", x)
    for x in warn:
        print("look:", x)
    print(f"{e} entities, {a} aliases, {len(bad)} faults, {len(warn)} to look at")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
