# Python's own sqlite3.
import sqlite3, sys
db = sqlite3.connect(':memory:', isolation_level=None)
db.enable_load_extension(True)
db.load_extension(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8'):
    for row in db.execute(line): print(row[0])
