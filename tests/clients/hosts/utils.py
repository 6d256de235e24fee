# sqlite-utils as a library; the command has --load-extension, which run.sh tries too.
import sqlite_utils, sys
db = sqlite_utils.Database(memory=True)
db.conn.enable_load_extension(True)
db.conn.load_extension(sys.argv[1])
for line in open(sys.argv[2], encoding='utf-8'):
    for row in db.execute(line): print(row[0])
