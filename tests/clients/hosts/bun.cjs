// Bun's own bun:sqlite.
const { Database } = require('bun:sqlite');
const [extension, queries] = process.argv.slice(2);
const db = new Database(':memory:');
db.loadExtension(extension);
for (const line of require('node:fs').readFileSync(queries, 'utf8').split('\n'))
  if (line) for (const row of db.prepare(line).values()) console.log(String(row[0]));
