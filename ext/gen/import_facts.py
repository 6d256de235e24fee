#!/usr/bin/env python3
"""Derives the tail of ext/data/entities.tsv and aliases.tsv from lists of public facts.

    python3 ext/gen/import_facts.py [--facts DIR] [SOURCE...]

Run by hand when names are refreshed: it is no part of the build, and what it writes is checked in and reviewed.
Rows whose source is one of the given tags (default: all that this script knows) are made anew; every other row,
above all those with source `curated`, stays as it is and wins: a derived name that a curated entity already has
is not added. DIR holds tab-separated lists `alias, lang, canonical, key, type` of exchanges and name pairs;
territory names come from ICU's CLDR data.
"""
import argparse
import os
import sys

import gaz_table
import icu_lib

# Territories that news does not name, and English names that differ from CLDR's.
NO_TERRITORY = set("AC AQ BQ BV CC CP CX DG EA HM IC IO GS NF PN SJ TA TF TK UM WF".split())
TERRITORY_NAME = {
    "HK": "Hong Kong", "MO": "Macau", "CZ": "Czech Republic", "MM": "Myanmar", "PS": "Palestine",
    "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast",
    "VA": "Vatican City", "CV": "Cape Verde",
}
LOCALES = {
    "zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "zh-Hant-HK": "zh-Hant-HK", "ja": "ja", "ko": "ko",
    "de": "de", "fr": "fr", "es": "es", "pt": "pt", "it": "it", "nl": "nl", "ru": "ru",
}
# Territory names in Latin script that are common words or given names of some language.
COMMON_TERRITORY = {"Chad", "Jordan", "Jersey", "Man", "Inde", "Man", "Reunion"}


def import_cldr(gaz, _facts):
    names = {loc: icu_lib.territories(loc) for loc in LOCALES}
    english = icu_lib.territories("en")
    for code, name in english.items():
        if code in NO_TERRITORY:
            continue
        name = TERRITORY_NAME.get(code, name.replace("&", "and").replace("’", "'"))
        full = name.replace("St. ", "Saint ")
        ent = gaz.add_entity(full, "place", "cldr", country=code)
        if ent is None:
            print(f"cldr: {full} is no place in entities.tsv", file=sys.stderr)
            continue
        common = gaz.aliases.get((ent, "en", full), [""] * 8)[2]
        if not common:
            gaz.add_alias(full, ent, "en", "name", "cldr", case="exact")
        if full != name:
            gaz.add_alias(name, ent, "en", "short", "cldr", case="exact")
        for loc, lang in LOCALES.items():
            for alias in [names[loc][code]]:
                if code in ("HK", "MO") and loc.startswith("zh") or "(" in alias or "（" in alias:
                    continue
                latin = alias.isascii() or any("À" <= c <= "ž" for c in alias)
                have = any(k[0] == ent and k[1] == lang and v[0] == "name" for k, v in gaz.aliases.items()
                           if k[0] == ent)
                gaz.add_alias(alias, ent, lang, "short" if have else "name", "cldr", case="exact" if latin else "",
                              class_="ambiguous" if alias in COMMON_TERRITORY else "",
                              context="geo" if alias in COMMON_TERRITORY else "")


IMPORTERS = {"cldr": import_cldr}


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    here = os.path.dirname(os.path.abspath(__file__))
    ap.add_argument("--data", default=os.path.join(here, "..", "data"))
    ap.add_argument("--facts", default="")
    ap.add_argument("source", nargs="*", default=list(IMPORTERS))
    args = ap.parse_args()
    gaz = gaz_table.Gazetteer(args.data)
    gaz.drop_source(set(args.source))
    for tag in args.source:
        e, a = len(gaz.ents), len(gaz.aliases)
        IMPORTERS[tag](gaz, args.facts)
        print(f"{tag}: {len(gaz.ents) - e} entities, {len(gaz.aliases) - a} aliases")
    gaz.write()


if __name__ == "__main__":
    main()
