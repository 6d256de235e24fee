# APSW: everything of SQLite's C interface in Python.
import apsw, sys
db = apsw.Connection(':memory:')
db.enableloadextension(True)
db.loadextension(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8'):
    for row in db.cursor().execute(line): print(row[0])
