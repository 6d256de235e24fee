"""entities.tsv and aliases.tsv in memory: read, add with curated rows winning, write sorted.

Used by import_facts.py and check_entities.py, which are run by hand; the build reads only the TSV files.
"""
import os
import re
import unicodedata

import icu_lib

ENT_HEAD = ["id", "name", "type", "parent", "country", "listings", "qid", "source"]
AL_HEAD = ["alias", "entity", "lang", "kind", "case", "class", "context", "not_left", "not_right", "not_in", "source"]
TYPES = {"org", "person", "product", "place", "publication"}
KINDS = {"name", "short", "former", "legal", "abbr", "translit", "ticker"}


def slug(name):
    """The id of a name: lower-case ASCII words joined by '-'."""
    s = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    s = s.replace("&", " and ").replace("+", " plus ").replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", s).strip("-")


def read(path, head):
    """(comment lines, rows as lists); every row must have as many cells as the header."""
    comments, rows, seen_head = [], [], False
    with open(path, encoding="utf-8", newline="\n") as f:
        for n, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif not seen_head:
                if line.split("\t") != head:
                    raise SystemExit(f"{path}:{n}: header is not {' '.join(head)}")
                seen_head = True
            else:
                row = line.split("\t")
                if len(row) != len(head):
                    raise SystemExit(f"{path}:{n}: {len(row)} cells, not {len(head)}")
                rows.append(row)
    return comments, rows


class Folder:
    """The matcher's key for a name: width, case and Traditional Han folded (batched: ICU calls are slow)."""

    def __init__(self):
        self.memo = {}

    def prepare(self, names):
        new = [x for x in dict.fromkeys(names) if x not in self.memo]
        for i in range(0, len(new), 2000):
            part = new[i:i + 2000]
            out = icu_lib.transliterate("\n".join(part), "Hant-Hans").split("\n")
            for a, b in zip(part, out):
                self.memo[a] = unicodedata.normalize("NFKC", b).casefold()

    def __call__(self, name):
        if name not in self.memo:
            self.prepare([name])
        return self.memo[name]


class Gazetteer:
    def __init__(self, data_dir):
        self.dir = data_dir
        self.fold = Folder()
        self.head = {}
        self.ents, self.aliases = {}, {}
        self.head["entities.tsv"], rows = self._read("entities.tsv", ENT_HEAD)
        for r in rows:
            self.ents[r[0]] = r[1:]
        self.head["aliases.tsv"], rows = self._read("aliases.tsv", AL_HEAD)
        for r in rows:
            self.aliases[(r[1], r[2], r[0])] = r[3:]
        self._index()

    def _read(self, name, head):
        path = os.path.join(self.dir, name)
        return read(path, head) if os.path.exists(path) else ([], [])

    def _index(self):
        self.fold.prepare([e[0] for e in self.ents.values()] + [k[2] for k in self.aliases])
        self.by_listing, self.by_key = {}, {}
        for i, e in self.ents.items():
            self._note(i)
        for (e, _, a) in self.aliases:
            self.by_key.setdefault(self.fold(a), set()).add(e)

    def _note(self, i):
        for x in self.ents[i][4].split():
            self.by_listing[x] = i
        self.by_key.setdefault(self.fold(self.ents[i][0]), set()).add(i)

    def drop_source(self, tags):
        """Forget all rows of the given sources, so that an importer can make them anew."""
        self.ents = {i: e for i, e in self.ents.items() if e[6] not in tags}
        self.aliases = {k: v for k, v in self.aliases.items() if v[7] not in tags and k[0] in self.ents}
        self._index()

    def add_entity(self, name, type_, source, parent="", country="", listings="", qid="", id_=""):
        i = id_ or slug(name)
        if not i:
            return None
        if i in self.ents:
            e = self.ents[i]
            if e[1] != type_:
                return None
            if listings:
                e[4] = " ".join(dict.fromkeys(e[4].split() + listings.split()))
                self._note(i)
            return i
        self.ents[i] = [name, type_, parent, country, listings, qid, source]
        self._note(i)
        return i

    def add_alias(self, alias, entity, lang, kind, source, case="", class_="", context="", nl="", nr="", ni=""):
        """Adds one name; one that another entity already has is left out. A second spelling of a name takes over its rules."""
        alias = " ".join(alias.split())
        if not alias or (entity, lang, alias) in self.aliases:
            return False
        key = self.fold(alias)
        owners = self.by_key.get(key, set())
        if entity in owners and kind != "name":
            return False
        if owners - {entity}:
            return False
        if entity in owners:
            for (e, _, a), v in self.aliases.items():
                if e == entity and self.fold(a) == key and (v[2] or v[4] or v[5] or v[6]):
                    class_, context, nl, nr, ni = v[2:7]
                    break
        if alias == self.ents[entity][0] and not (case or class_ or nl or nr or ni):
            return False
        self.aliases[(entity, lang, alias)] = [kind, case, class_, context, nl, nr, ni, source]
        self.by_key.setdefault(key, set()).add(entity)
        return True

    def write(self):
        def put(name, head, rows):
            path = os.path.join(self.dir, name)
            with open(path, "w", encoding="utf-8", newline="\n") as f:
                for line in self.head[name]:
                    f.write(line + "\n")
                f.write("\t".join(head) + "\n")
                for r in rows:
                    f.write("\t".join(r) + "\n")

        put("entities.tsv", ENT_HEAD, [[i] + self.ents[i] for i in sorted(self.ents)])
        put("aliases.tsv", AL_HEAD,
            [[k[2], k[0], k[1]] + self.aliases[k] for k in sorted(self.aliases)])
