"""Importers of exchange lists for import_facts.py: which companies, what they are called, which names are too common.

A list gives the legal English name, the short name on the local board and the code. The canonical name is the English one
without its legal form. A name that is also a word, a place, a surname or two characters long gets a class, so that it links
only beside words of business or finance.
"""
import os
import re
import unicodedata

LEGAL = re.compile(
    r"(,|\s)*\b(incorporated|inc|corporation|corp|company limited|co\.?,? ?(ltd|inc|llc)|company,? ?(ltd|inc)|limited|ltd|plc|n\.?v|s\.?a|a\.?g|s\.?e|"
    r"public limited company|l\.?p|llc|l\.?l\.?c|k\.?k|asa|ab|a/s|s\.?p\.?a|gmbh|kgaa|nv|bhd|pte|oyj|incorporation)\.?$", re.I)
# Shells, funds and other securities that are no companies of the news.
NO_COMPANY = re.compile(
    r"\b(acquisition|acquisitions|spac|fund|funds|etf|etn|trust|notes?|warrants?|rights?|units?|depositary|preferred|income|portfolio|"
    r"municipal|capital corp|merger|blank check|opportunity corp)\b", re.I)
# Kinds of which the lists hold hundreds that no news names.
SMALL = re.compile(r"\b(therapeutics|biosciences|biotherapeutics|biopharma|biosystems|bancshares|bancorp|pharma|oncology|bioscience|savings|"
                   r"biotherapies|biologics|biotechnology|biotech|bio|community|royalty|minerals|gold|lithium|uranium|resources|realty|mortgage|"
                   r"lending|shipping|tankers|maritime)\b", re.I)
TRUSTED = re.compile(r"\b(northern trust|trustmark|trustco|bank)\b", re.I)
# Words that close a company's name and are left off in speech: Agilent Technologies -> Agilent.
TAIL = set("""Technologies Technology Holdings Holding Group International Pharmaceuticals Pharmaceutical Pharma Therapeutics Biosciences Biotherapeutics
Biotech Biopharma Sciences Bancorp Bancshares Energy Financial Systems Industries Brands Resources Partners Networks Software Solutions Enterprises
Semiconductor Semiconductors Laboratories Medical Health Healthcare Motors Materials Products Services Communications Entertainment Media Games
Electronics Electric Instruments Oncology Robotics Petroleum Midstream Realty Properties Hotels Airlines Foods Interactive Platforms Corporation""".split())


def words_of(path):
    """The words of a list, one a line; an empty path gives none."""
    if not path:
        return set()
    with open(path, encoding="utf-8", errors="replace") as f:
        return {x.split()[0] for x in f if x.split()}


class Risk:
    """Says which class a derived name needs."""

    def __init__(self, args, gaz, data):
        self.en = {w.lower() for w in words_of(args.english)}
        self.zh = words_of(args.chinese)
        self.ja = words_of(args.japanese)
        for name, column in (("translit.tsv", 1), ("given_names.tsv", 0), ("surnames.tsv", 0)):
            with open(os.path.join(data, name), encoding="utf-8") as f:
                self.en |= {x.rstrip("\n").split("\t")[column].lower() for x in f if not x.startswith("#")}
        gaz.fold.prepare(list(self.zh))
        self.zh = {gaz.fold(w) for w in self.zh}
        self.places = {gaz.fold(k[2]) for k in gaz.aliases if gaz.ents[k[0]][1] == "place"}
        self.fold = gaz.fold
        with open(os.path.join(data, "common_words.tsv"), encoding="utf-8") as f:
            self.everyday = {gaz.fold(x.split("\t")[0]) for x in f if not x.startswith("#")}

    def of(self, name, lang):
        """(class, case) of a name; None when it is a common word that would link far too often."""
        if lang in ("en", "mul"):
            parts = re.findall(r"[A-Za-z']+", name)
            if name.isascii() and len(parts) == 1:
                w = parts[0].lower()
                if w in self.en or len(name) <= 3:
                    return "ambiguous", "exact"
                return "", "exact" if len(name) <= 5 else ""
            if parts and all(p.lower() in self.en for p in parts) and len(parts) <= 2:
                return "ambiguous", "exact"
            return "", ""
        key = self.fold(name)
        if name.isascii():
            return self.of(name, "en")
        if key in self.places or key in self.zh or name in self.ja:
            return None, ""
        return ("ambiguous" if len(name) <= 2 else ""), ""


def plain(name):
    """The English name without legal form, bracketed article, share class."""
    name = re.sub(r"\s*\((The|Holdings|Group|Switzerland|Canada|DE|Bermuda|Delaware|Nevada|NEW|New|Publ|Ireland|HC|Holding Co|Holding Company|D/B/A)\)",
                  "", name)
    name = re.sub(r"^(DBA|The) (?=\S+ \S)", "", name)
    name = re.sub(r"\s+(Class [A-C]|Common Stock|Ordinary Shares?|American Depositary.*)$", "", name)
    name = name.replace("’", "'").strip()
    for _ in range(3):
        short = LEGAL.sub("", name).rstrip(" ,.&-")
        if not short or short == name or len(short) < 2:
            break
        name = short
    return " ".join(re.sub(r"\bCo\.?$", "", name).split()).strip(" ,&")


def companies(path):
    """{key: (legal English name, {lang: [names]})} of a list."""
    out = {}
    with open(path, encoding="utf-8") as f:
        next(f)
        for line in f:
            alias, lang, canonical, key, _ = line.rstrip("\n").split("\t")
            names = out.setdefault(key, (canonical, {}))[1]
            if lang != "ticker" and alias != canonical:
                names.setdefault(lang, []).append(alias)
    return out


def us_market(listing):
    m, _, code = listing.partition(":")
    return "US:" + code if m in ("NASDAQ", "NYSE", "NYSEAMERICAN", "CBOE", "US") else listing


def find(gaz, listings, listing, legal, name):
    """The curated entity that this company is: by its listing, else by its name when only one organisation has it."""
    i = listings.get(us_market(listing))
    if i:
        return i
    for x in (legal, name):
        owners = [e for e in gaz.by_key.get(gaz.fold(x), ()) if gaz.ents[e][1] in ("org", "publication")]
        if len(owners) == 1:
            return owners[0]
    return None


def short_form(name, risk):
    """Agilent Technologies -> Agilent: a coined word in front of a generic one, '' when there is none."""
    words = name.split()
    if len(words) < 2 or len(words) > 3 or not all(w in TAIL for w in words[1:]):
        return ""
    w = words[0].rstrip(",")
    if len(w) < 5 or not w.isalpha() or w.lower() in risk.en or not w[0].isupper():
        return ""
    return w


def board(gaz, risk, args, source, country, listing_of, local, keep=lambda key, legal: True):
    listings = {us_market(x): i for i, e in gaz.ents.items() for x in e[4].split()}
    path = os.path.join(args.facts, source + ".tsv")
    rows = companies(path)
    notable = words_of(args.notable) if source == "jpx" else set()
    gaz.fold.prepare([r[0] for r in rows.values()] + [plain(r[0]) for r in rows.values()]
                     + [a for r in rows.values() for v in r[1].values() for a in v])
    for key in sorted(rows):
        legal, names = rows[key]
        name, listing = plain(legal), listing_of(key)
        i = find(gaz, listings, listing, legal, name)
        if i is None:
            known = {x.removesuffix("ホールディングス") for v in names.values() for x in v} | {clean(x, "ja") for v in names.values() for x in v}
            if notable and not known & notable:
                continue
            if not keep(key, legal) or len(name) < 2 or legal.lower() in risk.en or name.isdigit():
                continue
            if gaz.by_key.get(gaz.fold(name)) or name.isalpha() and (name.lower() in risk.en or gaz.fold(name) in risk.places):
                name = legal if not gaz.by_key.get(gaz.fold(legal)) else ""
            i = name and gaz.add_entity(name, "org", source, country=country, listings=listing)
            if not i:
                continue
            cls, case = risk.of(name, "en")
            if cls or case:
                gaz.add_alias(name, i, "en", "name", source, case=case, class_=cls, context="business finance" if cls else "")
            listings[us_market(listing)] = i
            s = short_form(name, risk)
            if s:
                gaz.add_alias(s, i, "en", "short", source, case="exact")
        else:
            if us_market(listing) not in listings:
                gaz.ents[i][4] = (gaz.ents[i][4] + " " + listing).strip()
                listings[us_market(listing)] = i
            if legal != gaz.ents[i][0]:
                gaz.add_alias(legal, i, "en", "legal", source)
        for lang in local:
            have = any(k[0] == i and k[1] == lang and v[0] == "name" for k, v in by_entity(gaz, i))
            for alias in names.get(lang, []):
                alias = clean(alias, lang)
                cls, case = risk.of(alias, lang)
                if cls is not None and gaz.add_alias(alias, i, lang, "short" if have else "name", source, case=case, class_=cls,
                                 context="finance business" if cls else ""):
                    have = True
                    remember(gaz, i, lang, alias)


_index = {}


def by_entity(gaz, i):
    """The alias rows of one entity; the index is built once."""
    if not _index:
        for k, v in gaz.aliases.items():
            _index.setdefault(k[0], []).append((k, v))
    return _index.get(i, [])


def remember(gaz, i, lang, alias):
    _index.setdefault(i, []).append(((i, lang, alias), gaz.aliases[(i, lang, alias)]))


def clean(alias, lang):
    """Board markers off: *ST, ST, XD, N before a name, share letters and -KY behind it."""
    alias = " ".join(unicodedata.normalize("NFKC", alias).split())
    if lang.startswith("zh"):
        alias = re.sub(r"^(\*?ST|S\*ST|SST|XD|XR|DR|N|C)(?=[一-鿿])", "", alias)
        alias = re.sub(r"(?<=[一-鿿])(-?[ABUWSRH]|Ａ|Ｂ)$", "", alias)
        alias = re.sub(r"(-KY|-DR|\*)$", "", alias)
    return alias


def cn_listing(key):
    code = key[3:]
    return ("SSE:" if code[0] in "69" else "SZSE:" if code[0] in "023" else "BJ:") + code


def us_company(key, legal):
    """No shells and funds, none of the hundreds of small drug makers and small foreign listings."""
    return bool(TRUSTED.search(legal)) or not NO_COMPANY.search(legal) and not SMALL.search(legal) \
        and not re.search(r"\b(Ltd\.?|Limited)( \(.*\))?$", legal)


def hk_company(key, legal):
    """The list has English names alone: good for codes and legal forms of the curated companies, not for more of them."""
    return False


BOARDS = {
    "ashare": ("CN", cn_listing, ("zh-Hans",), lambda key, legal: True),
    "hkex": ("HK", lambda k: "HKEX:" + k[3:], (), hk_company),
    "twse": ("TW", lambda k: "TWSE:" + k[3:], ("zh-Hant",), lambda key, legal: True),
    "jpx": ("JP", lambda k: "TSE:" + k[3:], ("ja",), lambda key, legal: True),
    "us_listed": ("US", lambda k: "US:" + k[3:], (), us_company),
}


def import_board(gaz, risk, args, source):
    country, listing_of, local, keep = BOARDS[source]
    board(gaz, risk, args, source, country, listing_of, local, keep)
