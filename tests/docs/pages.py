#!/usr/bin/env python3
"""The pages of the documentation: README.md and every .md under sql/. Usage: pages.py check|update BUILD [PAGE...]

Every ```sql block that is followed by a ```text block must print exactly that, in the sqlite3 shell with the extension loaded. A page says
in a comment at its top what its blocks run in:  <!-- run: -->            an empty database for every block (the default)
  <!-- run: keep -->       one database for the page, block after block, as a reader would type them
  <!-- run: fixtures -->   a database into which fixtures/news has been imported; `headers` beside it prints column names
`check` also requires that every function, table, view and error message has its place (below). `update` writes what is printed into the
pages: read the difference before you commit it.
"""
import glob, os, re, shutil, sqlite3, subprocess, sys

SHELL = os.environ.get('SQLITE3', 'sqlite3')
failed = False


def ok(name):
    print('ok docs ' + name)


def bad(name, why):
    global failed
    failed = True
    print('FAIL docs ' + name)
    for line in why.split('\n')[:12]:
        print('  ' + line)


def shell(script, db=':memory:', headers=False):
    p = subprocess.run([SHELL, '-batch', db], input='.load ./gazette\n' + ('.headers on\n' if headers else '') + script, text=True,
                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, encoding='utf-8', errors='replace')
    return p.stdout.rstrip('\n')


def fixtures(build):
    """The database of the fixtures, made once a run."""
    path = os.path.join(build, 'docs', 'fixtures.db')
    if not getattr(fixtures, 'made', False):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.exists(path):
            os.remove(path)
        out = shell('.bail on\n.read sql/schema.sql\n.read sql/views.sql\n.read fixtures/my_name.sql\n'
                    "INSERT INTO corpus(root) VALUES ('fixtures/news');\n.read sql/import.sql\n", path)
        if 'import:' not in out:
            sys.exit('docs: the fixtures cannot be imported: ' + out)
        fixtures.made = True
    return path


def blocks(text):
    """(start, end, sql, want) of each pair; start and end are where the expected text stands."""
    for m in re.finditer(r'^```sql\n(.*?)^```\n+```text\n(.*?)^```$', text, re.M | re.S):
        if '```' not in m[1]:
            yield m.start(2), m.end(2), m[1], m[2].rstrip('\n')


def run_page(path, build):
    text = open(path, encoding='utf-8').read()
    how = (re.search(r'<!-- run:(.*?)-->', text) or [None, ''])[1].split()
    db = ':memory:'
    if 'keep' in how or 'fixtures' in how:
        db = os.path.join(build, 'docs', path.replace('/', '_') + '.db')
        os.makedirs(os.path.dirname(db), exist_ok=True)
        for old in glob.glob(db + '*'):
            os.remove(old)
        if 'fixtures' in how:
            shutil.copy(fixtures(build), db)
    got = [(s, e, sql, want, shell(('.read sql/open.sql\n' if 'fixtures' in how else '') + sql, db, 'headers' in how)) for s, e, sql, want in blocks(text)]
    return text, got


def update(path, build):
    text, got = run_page(path, build)
    for start, end, _, want, out in reversed(got):
        if want != out:
            text = text[:start] + out + '\n' + text[end:]
            print('updated ' + path)
    open(path, 'w', encoding='utf-8').write(text)


def check_page(path, build):
    text, got = run_page(path, build)
    for n, (start, _, sql, want, out) in enumerate(got, 1):
        name = f'{path}:{text.count(chr(10), 0, start)} example {n}'
        if want == out:
            continue
        bad(name, f'wanted: {want}\ngot:    {out}\n(bash tests/docs/update.sh writes it, if that is what it should say)')
    if got and all(w == o for *_, w, o in got):
        ok(f'{path}: {len(got)} examples')
    for target in re.findall(r'\]\(([^)#:]+)(?:#[^)]*)?\)', text):
        if not os.path.exists(os.path.join(os.path.dirname(path), target)):
            bad(f'{path}: link', f'no file {target}')


def surface():
    """name -> set of argument lists (functions), or (columns, arguments) of tables, as the loaded extension has them."""
    rows = shell("SELECT 'f', name, narg, '' FROM pragma_function_list UNION SELECT 'm', m.name, 0, (SELECT group_concat(x.name || iif(x.hidden, '*', '')) FROM pragma_table_xinfo(m.name) x) "
                 "FROM pragma_module_list m WHERE m.name NOT LIKE 'fts%' AND m.name NOT LIKE 'pragma%';")
    before = set(subprocess.run([SHELL, '-batch', ':memory:', 'SELECT name FROM pragma_function_list UNION SELECT name FROM pragma_module_list'], text=True, stdout=subprocess.PIPE).stdout.split('\n'))
    functions, tables = {}, {}
    for line in rows.split('\n'):
        kind, name, narg, columns = (line.split('|') + [''])[:4]
        if name in before or (name.startswith('gazette_') and (kind == 'm' or name not in ('gazette_version', 'gazette_debug'))):
            continue
        if kind == 'f':
            functions.setdefault(name, set()).add(int(narg))
        else:
            names = columns.split(',')
            tables[name] = ([c for c in names if not c.endswith('*')], [c[:-1] for c in names if c.endswith('*')])
    return functions, tables


def sections(pages):
    """Heading line (without the #) -> its text, of all pages."""
    out = {}
    for path in pages:
        parts = re.split(r'^### ', open(path, encoding='utf-8').read(), flags=re.M)[1:]
        for part in parts:
            head, _, body = part.partition('\n')
            out[head.strip().strip('`')] = body
    return out


def check_reference(build):
    functions, tables = surface()
    entries = sections(sorted(glob.glob('sql/reference/*.md')))
    by_name = {}
    for head, body in entries.items():
        by_name.setdefault(re.match(r'\w+', head)[0], (head, body))
    wrong = []

    def entry(name, columns):
        if name not in by_name:
            wrong.append(f'{name} has no entry (### `{name}…`) in sql/reference/')
            return None
        head, body = by_name[name]
        if not any(True for _ in blocks(body)):
            wrong.append(f'{name}: its entry has no example with output')
        for c in columns:
            if f'`{c}`' not in body:
                wrong.append(f'{name}: its entry does not speak of `{c}`')
        return head
    for name, nargs in functions.items():
        head = entry(name, [])
        if head:
            args = re.search(r'\((.*)\)', head)[1] if '(' in head else ''
            required = len([a for a in args.split('[')[0].split(',') if a.strip(' ]')])
            every = len(re.findall(r'\w+', args))
            if nargs != set(range(required, every + 1)):
                wrong.append(f'{name}: the heading {head} allows {required} to {every} arguments, the function takes {sorted(nargs)}')
    for name, (columns, args) in tables.items():
        head = entry(name, columns)
        if head and '(' in head and re.findall(r'\w+', re.search(r'\((.*)\)', head)[1]) != args:
            wrong.append(f'{name}: the heading {head} does not list the arguments {args}')
    db = sqlite3.connect(fixtures(build))
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'"):
        columns = [] if name == 'search' else [r[1] for r in db.execute(f'PRAGMA table_info({name})')]
        entry(name, columns)
        if name != 'search':                                # the pages say: plain, readable without the extension, which is not loaded here
            try:
                db.execute(f'SELECT count(*) FROM (SELECT * FROM {name})').fetchone()
            except sqlite3.Error as e:
                wrong.append(f'{name} cannot be read without the extension: {e}')
    bad('reference', '\n'.join(wrong)) if wrong else ok(f'reference: {len(functions)} functions, {len(tables)} tables, every stored table and view (these read without the extension)')


LITERAL = r'"((?:[^"\\]|\\.)*)"'


def source_messages():
    """Every text of an error in the sources, with % for what is filled in."""
    out = {}

    def add(path, text):
        text = re.sub(r'%(?:!?\.?\*?\d*)?(?:lld|llu|[sd])', '%', text.replace('\\"', '"').replace("''", "'"))
        if len(text.replace('%', '').strip(": '")) > 2 and not re.match(r'CREATE|SELECT', text):
            out.setdefault(text, path)
    for path in glob.glob('ext/*.c') + [f for d in ('vt', 'fn', 'fts', 'bind', 'io', 'find') for f in glob.glob(f'ext/{d}/*.c')]:
        text = re.sub(r'/\*.*?\*/', '', open(path, encoding='utf-8').read(), flags=re.S)
        for call in re.finditer(r'(?:gz_result_error|sqlite3_result_error|gz_vtab_fail|\bfail|refuse|sqlite3_mprintf)\((.*?)\);', text, re.S):
            if call[0].startswith('sqlite3_mprintf') and not re.search(r'(error|zErrMsg)\s*=\s*(value \? )?$', text[max(0, call.start() - 24):call.start()]):
                continue
            literal = re.search(LITERAL, call[1])
            if literal:
                add(path, literal[1])
        for m in re.finditer(r'(?:\berror|\*why|->error)\s*=\s*(?:[^;"]*\? )?' + LITERAL + r'(?:\s*:\s*' + LITERAL + ')?', text):
            add(path, m[1])
            m[2] and add(path, m[2])
        for m in re.finditer(r'#define (?:\w+_ERROR|\w+_LARGE|BROKEN) ' + LITERAL, text):
            add(path, m[1])
        for body in re.findall(r'static const char \*reason\(int e\)\n\{(.*?)\n\}', text, re.S):
            for t in re.findall(r'return ' + LITERAL, body):
                add(path, t)
    for path in glob.glob('sql/*.sql'):
        text = open(path, encoding='utf-8').read()
        for m in re.finditer(r"RAISE\(\w+, '((?:[^']|'')*)'\)", text):
            add(path, m[1])
        quoted = r"'(?:[^']|'')*'"
        for m in re.finditer(r"'(?:import|publish): (?:[^']|'')*'(?: \|\| (?:[\w.]+|" + quoted + '))*', text):        # what a script says of itself
            add(path, ''.join(p[1:-1] if p[0] == "'" else '%' for p in re.findall(quoted + r'|[\w.]+', m[0])))
        for m in re.finditer(r'CONSTRAINT "([^"]+)"', text):
            add(path, m[1])
    return out


def odd_files(folder):
    """Files that something is wrong with, for the table of errors."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)

    def put(name, data):
        open(os.path.join(folder, name), 'wb').write(data)
    put('noise.txt', bytes(range(1, 9)) * 200)
    put('empty.txt', b'')
    put('picture.png', b'\x89PNG')
    put('cut.jsonl', b'{"text": "no end')
    put('notext.jsonl', b'{"title": "A title alone"}\n')
    put('plain.wet', b'not what the name says\n')
    put('cut.wet', b'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 900\r\n\r\nThe record ends early.')
    put('long.txt', b'More than ten bytes.')
    os.symlink('long.txt', os.path.join(folder, 'link.txt'))
    os.symlink('loop', os.path.join(folder, 'loop'))
    os.mkfifo(os.path.join(folder, 'pipe.txt'))
    os.mkdir(os.path.join(folder, 'none'))


def check_errors(build):
    """sql/errors.md: | `statement` | message | is run; the message of | message | `tests/…` | when | must stand there (… for what varies); and no
    message of the sources may lack a line."""
    path, wrong, messages = 'sql/errors.md', [], []
    odd = os.path.join(build, 'docs', 'odd')
    odd_files(odd)
    produced = 0
    for line in open(path, encoding='utf-8'):
        row = re.match(r'\| `(.*)` \| (.*?) \|$', line)
        if row:
            sql, want = row[1].replace('ODD', odd), row[2].replace('ODD', odd)
            db = os.path.join(build, 'docs', 'errors.db')
            if re.search(r'\.read|INTO (override|corpus)', sql):
                os.path.exists(db) and os.remove(db)
                sql = re.sub(r'; (?=\.read)', ';\n', re.sub(r'(\.read [\w/.]+); ', r'\1\n', sql))
            else:
                db = ':memory:'
            got = shell(sql + ('\n' if re.search(r'\.read \S+$', sql) else ';\n'), db)
            got = re.sub(r'^(?:Runtime error|Parse error|Error)(?: near line \d+(?: of \S+)?)?: (?:in prepare, |stepping, )?', '', got.split('\n')[0])      # the shell's words
            got = re.sub(r' \(\d+\)$', '', got)
            produced += 1
            messages.append(want)
            if got != want:
                wrong.append(f'{row[1]}: wanted {want}, got {got}')
        row = re.match(r'\| ([^`|]+) \| `([^`|]+)` \| .* \|$', line)
        if row:
            messages.append(row[1])
            if not os.path.exists(row[2]):
                wrong.append(f'{row[1]}: no file {row[2]}')
            elif not all(part in open(row[2], encoding='utf-8').read() for part in row[1].split('…') if part.strip()):
                wrong.append(f'{row[1]}: {row[2]} does not expect it')
    sources = source_messages()
    for text, where in sources.items():
        if text == '%: %' or text == '%: % %%%':
            continue
        pattern = re.compile(r'.*'.join(re.escape(p) for p in text.split('%')))
        if not any(pattern.search(m) or (m.endswith('…') and m[:-1] in text) for m in messages):
            wrong.append(f'{where}: "{text}" has no line in {path}')
    bad('errors', '\n'.join(wrong)) if wrong else ok(f'errors: {produced} messages produced, {len(sources)} texts of the sources in the table')


def main():
    mode, build, *pages = sys.argv[1:]
    pages = pages or ['README.md'] + sorted(glob.glob('sql/**/*.md', recursive=True))
    for page in pages:
        update(page, build) if mode == 'update' else check_page(page, build)
    if mode == 'check':
        check_reference(build)
        check_errors(build)


main()
