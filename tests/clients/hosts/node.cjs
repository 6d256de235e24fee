// better-sqlite3 and libsql (the same interface), or node:sqlite, in Node and in Deno.
// node node.cjs MODULE EXTENSION QUERIES, where MODULE is a path to better-sqlite3 or libsql, or the word node:sqlite
const [mod, extension, queries] = process.argv.slice(2);
const fs = require('node:fs');
let db;
if (mod === 'node:sqlite') {
  const { DatabaseSync } = require('node:sqlite');
  db = new DatabaseSync(':memory:', { allowExtension: true });
} else {
  const Database = require(mod);
  db = new Database(':memory:');
}
db.loadExtension(extension);
for (const line of fs.readFileSync(queries, 'utf8').split('\n')) {
  if (!line) continue;
  const statement = db.prepare(line);
  if (!/^SELECT/.test(line)) statement.run();
  else for (const row of statement.all()) console.log(String(Object.values(row)[0]));
}
