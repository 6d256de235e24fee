#!/usr/bin/env python3
"""Derives the tail of ext/data/entities.tsv and aliases.tsv from lists of public facts.

    python3 ext/gen/import_facts.py [--facts DIR] [SOURCE...]

Run by hand when names are refreshed: it is no part of the build, and what it writes is checked in and reviewed.
Rows whose source is one of the given tags (default: all that this script knows) are made anew; every other row,
above all those with source `curated`, stays as it is and wins: a derived name that a curated entity already has
is not added. DIR holds tab-separated lists `alias, lang, canonical, key, type` of exchanges and name pairs;
territory names come from ICU's CLDR data. --english, --chinese and --japanese are word lists that tell which names are common words; the checked-in rows
were made with Debian's wamerican, the dictionary of jieba (without its organisations) and that of mecab-ipadic
(its organisations for --notable).
"""
import argparse
import os
import re
import sys

import gaz_table
import icu_lib
import import_exchanges

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
# The name of a language, a descent or a nationality is no mention of the territory.
NO_PLACE = "语|裔|籍"
# Territory names in Latin script that are common words or given names of some language.
COMMON_TERRITORY = {"Chad", "Jordan", "Jersey", "Man", "Inde", "Reunion"}


def import_cldr(gaz, risk, _args, _source):
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
                if alias.lower() in risk.en and alias != full:
                    continue          # Island is Iceland in German, Man in French
                latin = alias.isascii() or any("À" <= c <= "ž" for c in alias)
                have = any(k[0] == ent and k[1] == lang and v[0] == "name" for k, v in gaz.aliases.items()
                           if k[0] == ent)
                gaz.add_alias(alias, ent, lang, "short" if have else "name", "cldr", case="exact" if latin else "",
                              class_="ambiguous" if alias in COMMON_TERRITORY else "",
                              nr=NO_PLACE if lang[:2] in ("zh", "ja") else "",
                              context="geo" if alias in COMMON_TERRITORY else "")


def import_models(gaz, _risk, args, source):
    """AI models by the name their maker gives them: no dates, no `(latest)`, no sizes of one checkpoint."""
    makers = {"openai": "openai", "anthropic": "anthropic", "google": "google", "meta": "meta-platforms", "mistral": "mistral-ai",
              "xai": "xai", "alibaba": "alibaba", "deepseek": "deepseek", "cohere": "cohere", "nvidia": "nvidia",
              "moonshotai": "moonshot-ai", "minimax": "minimax", "zhipuai": "zhipu-ai", "zai": "zhipu-ai", "amazon": "amazon",
              "microsoft": "microsoft", "perplexity": "perplexity"}
    for alias, lang, _canonical, key, _type in rows_of(os.path.join(args.facts, "models.tsv")):
        maker = makers.get(key.split("/")[0])
        if lang != "en" or not maker or maker not in gaz.ents or re.search(
                r"\(|latest|preview|instruct|embed|rerank|safety|-it\b| IT$|\d[BM]\b|-A\d|custom tools|highspeed|TTS| v\d", alias, re.I):
            continue
        if len(alias) < 4 or gaz.by_key.get(gaz.fold(alias)) or gaz.by_key.get(gaz.fold(alias.replace("-", " "))):
            continue
        i = gaz.add_entity(alias, "product", source, parent=maker, country=gaz.ents[maker][3])
        if i and alias.replace("-", " ") != alias:
            gaz.add_alias(alias.replace("-", " "), i, "en", "short", source)


def import_cedpane(gaz, risk, args, source):
    """Chinese cities, and islands, rivers and lakes, by their Chinese names; counties and districts show by their suffix."""
    rows = [r for r in rows_of(os.path.join(args.facts, "cedpane.tsv")) if r[1] == "zh-Hans" and r[4] in ("place", "name")]
    gaz.fold.prepare([r[0] for r in rows])
    latin = re.compile(r"^[A-Z][A-Za-z' -]+$")
    for alias, _lang, english, _key, type_ in rows:
        if not latin.match(english) or len(english) > 40:
            continue
        kind = alias[-1]
        if kind == "市" and len(alias) >= 3:
            name, stem = english.replace(" city", "").replace(" City", ""), alias[:-1]
        elif kind in "岛郡河湖湾海峡" and len(alias) >= 3 and type_ in ("place", "name"):
            name, stem = english, ""
        else:
            continue
        if gaz.by_key.get(gaz.fold(alias)) or (stem and gaz.by_key.get(gaz.fold(stem))):
            continue
        if gaz.by_key.get(gaz.fold(name)):
            if kind != "市" or gaz.by_key.get(gaz.fold(name + " City")):
                continue
            name += " City"
        i = gaz.add_entity(name, "place", source)
        if not i:
            continue
        gaz.add_alias(name, i, "en", "name", source, case="exact", class_="ambiguous" if " " not in name else "",
                      context="geo" if " " not in name else "")
        gaz.add_alias(alias, i, "zh-Hans", "name", source)
        if stem and len(stem) >= 2:
            cls = "" if len(stem) >= 3 else "ambiguous"
            if gaz.fold(stem) not in risk.everyday:
                gaz.add_alias(stem, i, "zh-Hans", "short", source, class_=cls, context="geo" if cls else "")


def rows_of(path):
    with open(path, encoding="utf-8") as f:
        next(f)
        return [x.rstrip("\n").split("\t") for x in f]


IMPORTERS = {"cldr": import_cldr, "models": import_models}
IMPORTERS.update({board: import_exchanges.import_board for board in ("ashare", "hkex", "twse", "jpx", "us_listed")})
IMPORTERS["cedpane"] = import_cedpane


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    here = os.path.dirname(os.path.abspath(__file__))
    ap.add_argument("--data", default=os.path.join(here, "..", "data"))
    ap.add_argument("--facts", default="")
    ap.add_argument("--english", default="/usr/share/dict/words", help="English words, one a line (Debian: wamerican)")
    ap.add_argument("--chinese", default="", help="common Chinese words, places and people, one a line")
    ap.add_argument("--japanese", default="", help="common Japanese words, places and people, one a line")
    ap.add_argument("--notable", default="", help="names of Japanese organisations, one a line: listed companies not among them are left out")
    ap.add_argument("source", nargs="*", default=list(IMPORTERS))
    args = ap.parse_args()
    gaz = gaz_table.Gazetteer(args.data)
    gaz.drop_source(set(args.source))
    risk = import_exchanges.Risk(args, gaz, args.data)
    for tag in args.source:
        e, a = len(gaz.ents), len(gaz.aliases)
        IMPORTERS[tag](gaz, risk, args, tag)
        print(f"{tag}: {len(gaz.ents) - e} entities, {len(gaz.aliases) - a} aliases")
    gaz.write()


if __name__ == "__main__":
    main()
