#!/usr/bin/env python3
"""Writes the whole library as one C file, so that it can be dropped into a program: gazette.c, beside the hand-written gazette.h.

Usage: amalgamate.py OUT.c VERSION ROOT... FILE.c...      (ROOTs are searched for #include "…")

How it works: the .c files follow each other in the order given; a project header is put where it is first included, system headers
come once at the top. What C keeps apart by file is kept apart by name: a name that a file declares for itself (static function or
table, type, tag, enumerator) and that another file or any header declares as well is renamed in that file to NAME_of_FILE. Tokens are
renamed, not text: strings, comments and members (after . or ->, or declared in a struct) stay. Macros of a .c file end with it.
"""
import os, re, sys

TOKEN = re.compile(r'''(?P<skip>/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?P<word>[A-Za-z_]\w*)|(?P<punct>->|\S)|(?P<space>\s+)''', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"].*$', re.M)
DIRECTIVE = re.compile(r'^[ \t]*#.*?(?<!\\)$', re.M | re.S)
ONLY_ON = {'immintrin.h': '__x86_64__', 'cpuid.h': '__x86_64__', 'emmintrin.h': '__SSE2__', 'arm_neon.h': '__aarch64__'}      # headers of one processor
KEYWORDS = set('''static const inline volatile unsigned signed int char void bool long short float double struct union enum typedef extern
  restrict return if else for while do switch case default break continue goto sizeof'''.split())


def tokens(text):
    return [(m.lastgroup, m.group()) for m in TOKEN.finditer(text)]


def own_names(text):
    """What the text declares at file level for itself, and not with external linkage; of that, the types it defines."""
    names, defined, depth, decl = set(), set(), 0, []
    for kind, t in tokens(DIRECTIVE.sub('', text)):
        if kind in ('skip', 'space'):
            continue
        if t == '{':
            if depth == 0:
                names |= tags(decl)
                defined |= tags(decl)
                head, inside = decl, []
            else:
                inside.append(t)
            depth += 1
            continue
        if t == '}':
            depth -= 1
            if depth == 0:
                if 'enum' in head[:3] and '(' not in head and '=' not in head:
                    names |= enumerators(inside)
                decl = head + ['{}']
                if '(' in head and '=' not in head:           # a function's body has ended
                    names |= declared(head)
                    decl = []
            else:
                inside.append(t)
            continue
        if depth > 0:
            inside.append(t)
        elif t == ';':
            names |= declared(decl) | (tags(decl) if len(decl) == 2 else set())
            decl = []
        else:
            decl.append(t)
    return names, defined


def tags(decl):
    return {b for a, b in zip(decl, decl[1:]) if a in ('struct', 'enum', 'union') and re.match(r'[A-Za-z_]', b) and '(' not in decl}


def enumerators(inside):
    out, fresh = set(), True
    for t in inside:
        if fresh and re.match(r'[A-Za-z_]', t):
            out.add(t)
        fresh = t == ','
    return out


def without_attributes(decl):
    """A declaration without its __attribute__((…))."""
    out, level, inside = [], 0, False
    for t in decl:
        if t == '__attribute__':
            inside = True
        elif inside:
            level += (t == '(') - (t == ')')
            inside = level > 0
        else:
            out.append(t)
    return out


def declared(decl):
    """The names that one declaration at file level introduces."""
    decl = without_attributes(decl)
    if not decl or decl[0] not in ('static', 'typedef'):
        return set()
    if decl[0] == 'typedef':
        words = [t for t in decl if re.match(r'[A-Za-z_]', t)]
        pointer = re.search(r'\( \* (\w+) \)', ' '.join(decl))
        function = re.search(r'(\w+) \( .*\)$', ' '.join(decl)) if decl[-1] == ')' else None          # typedef int shape(int, int)
        return {(pointer or function or [None, words[-1]])[1]}
    out, level, last, value = set(), 0, None, False
    for t in decl + [';']:
        if level == 0 and not value and t in ('(', '[', '=', ';', ','):
            if last and last not in KEYWORDS:
                out.add(last)
            last = None
            if t == '(':
                break
        if t in '([{':
            level += 1
        elif t in ')]}':
            level -= 1
        elif level == 0 and t == '=':
            value = True
        elif level == 0 and t == ',':
            value = False
        elif level == 0 and re.match(r'[A-Za-z_]', t):
            last = t
    return out


def rename(text, names, suffix):
    """Every token of names gets the suffix, members excepted."""
    out, before, stack, pending = [], '', [], False
    toks = tokens(text)
    for i, (kind, t) in enumerate(toks):
        if kind == 'word' and t in names:
            after = next((x for k, x in toks[i + 1:i + 8] if k not in ('space', 'skip')), '')
            member = before in ('.', '->') or (stack and stack[-1] and after in (';', ',', '[', ':') and before not in ('struct', 'enum', 'union'))
            out.append(t if member else t + suffix)
        else:
            out.append(t)
        if kind in ('space', 'skip'):
            continue
        if t in ('struct', 'union'):
            pending = True
        elif t == '{':
            stack.append(pending)
            pending = False
        elif t == '}':
            stack and stack.pop()
        elif t in (';', '(', ')', '=', '*'):
            pending = False
        before = t
    return ''.join(out)


def main():
    out_path, version, *rest = sys.argv[1:]
    roots = [r for r in rest if os.path.isdir(r)]
    files = [f for f in rest if f.endswith('.c')]

    def find(name, beside):
        for folder in [os.path.dirname(beside)] + roots:
            path = os.path.normpath(os.path.join(folder, name))
            if os.path.exists(path):
                return path
        sys.exit(f'amalgamate.py: {beside} includes "{name}", which is in none of {" ".join(roots)}')

    texts, system, order = {}, [], {}

    def load(path):
        if path in texts:
            return
        texts[path] = open(path, encoding='utf-8').read()
        order[path] = []
        for kind, name in INCLUDE.findall(texts[path]):
            if kind == '"':
                header = find(name, path)
                order[path].append(header)
                load(header)
            elif name not in system:
                system.append(name)

    for f in files:
        load(f)
    own, owners, definers, callers = {}, {}, {}, {}
    for p, t in texts.items():
        own[p], defined = own_names(t)
        for n in own[p]:
            owners.setdefault(n, []).append(p)
        for n in defined:
            definers.setdefault(n, []).append(p)
        for n in set(re.findall(r'(?<![\w.>])([a-z]\w*)\(', t)) - own[p]:
            callers.setdefault(n, []).append(p)
    stems = [re.sub(r'\W', '_', os.path.splitext(os.path.basename(f))[0]) for f in files]

    def reach(path, seen):
        for h in order[path]:
            if h not in seen:
                seen.add(h)
                reach(h, seen)
        return seen

    features = sorted({m for f in files for m in re.findall(r'^#define (_GNU_SOURCE|_DEFAULT_SOURCE|_DARWIN_C_SOURCE|_POSIX_C_SOURCE .*)$', texts[f], re.M)})
    with open(out_path, 'w', encoding='utf-8') as out:
        out.write(f'/* gazette {version}: the whole library in one file, made by ext/dist/amalgamate.py from its sources. Do not edit.\n'
                  '**   a loadable extension:   cc -O2 -shared -fPIC gazette.c -o gazette.so $(pkg-config --cflags --libs icu-i18n icu-uc)\n'
                  '**   inside a program:        cc -O2 -DSQLITE_CORE -c gazette.c, then see gazette.h */\n')
        for m in features:
            out.write(f'#ifndef {m.split()[0]}\n#define {m}\n#endif\n')
        out.write(f'#ifndef GZ_VERSION\n#define GZ_VERSION "{version}"\n#endif\n')
        for name in system:
            if name in ONLY_ON:
                out.write(f'#if defined({ONLY_ON[name]})\n#include <{name}>\n#endif\n')
            else:
                out.write(f'#include <{name}>\n')
        out.write('#if defined(__GNUC__)\n#pragma GCC visibility push(hidden)\n#endif\n')

        def emit(path):
            text = texts[path]
            seen = reach(path, {path})
            for n, where in definers.items():           # two headers define a type of one name: the second one's is renamed wherever it is seen
                for h in [p for p in where if p.endswith('.h')][1:]:
                    if h in seen:
                        text = rename(text, {n}, '_of_' + re.sub(r'\W', '_', os.path.basename(h)[:-2]))
            if path.endswith('.c'):
                stem = stems[files.index(path)]
                if stems.count(stem) > 1:
                    stem = re.sub(r'\W', '_', os.path.basename(os.path.dirname(path))) + '_' + stem
                # a name of a header that it includes is that header's; one that others call and do not declare is the system's
                clashing = {n for n in own[path] if (len(owners[n]) > 1 or n in callers) and not seen.difference({path}).intersection(owners[n])}
                renamed.update(clashing)
                text = rename(text, clashing, '_of_' + stem)

            pieces = INCLUDE.sub(lambda m: '' if m[1] == '<' else f'\0{find(m[2], path)}\0', text).split('\0')
            out.write(f'\n/* ---- {os.path.relpath(path)} ---- */\n')
            for i, piece in enumerate(pieces):
                if i % 2 == 0:
                    out.write(re.sub(r'^#define (_GNU_SOURCE|_DEFAULT_SOURCE|_DARWIN_C_SOURCE|_POSIX_C_SOURCE .*)$', '', piece, flags=re.M))
                elif piece not in written:
                    written.add(piece)
                    emit(piece)
            if path.endswith('.c'):
                for macro in sorted(set(re.findall(r'^[ \t]*#[ \t]*define[ \t]+(\w+)', text, re.M)) - {'_GNU_SOURCE', '_DEFAULT_SOURCE'}):
                    out.write(f'#undef {macro}\n')

        written, renamed = set(), set()
        for f in files:
            emit(f)
        out.write('\n#if defined(__GNUC__)\n#pragma GCC visibility pop\n#endif\n')
    print(f'{out_path}: {len(files)} files, {len(renamed)} names renamed in their files')


main()
