// The installed npm package at work. Usage: node package.cjs MODULES HOST, where HOST is better-sqlite3's path or the word node:sqlite
const [modules, host] = process.argv.slice(2);
const assert = require('node:assert');
const gazette = require(`${modules}/gazette-sqlite`);
const { DatabaseSync } = host === 'node:sqlite' ? require(host) : {};
const db = DatabaseSync ? new DatabaseSync(':memory:', { allowExtension: true }) : new (require(host))(':memory:');

assert.ok(require('node:path').isAbsolute(gazette.getLoadablePath()));
gazette.load(db);
const row = db.prepare('SELECT surface, approx, currency FROM money(?)').get('It cost $4 billion.');
assert.deepStrictEqual({ ...row }, { surface: '$4 billion', approx: 4000000000, currency: 'USD' });

// The scripts in the package import a folder.
db.exec(gazette.readScript('schema'));
db.exec(gazette.readScript('views'));
db.prepare('INSERT INTO corpus(root) VALUES (?)').run('fixtures/news');
db.exec(gazette.readScript('import'));
assert.ok(db.prepare('SELECT count(*) AS n FROM article').get().n > 30);
assert.ok(db.prepare("SELECT count(*) AS n FROM search WHERE search MATCH search_query('潮汐')").get().n > 0);
assert.throws(() => gazette.readScript('../package'), /gazette-sqlite: readScript: unknown script '\.\.\/package'/);
console.log('ok');
