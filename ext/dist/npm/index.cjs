// Finds the library of this platform inside the package.
'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

function getLoadablePath() {
  const platform = `${process.platform}-${process.arch}`;
  const suffix = process.platform === 'darwin' ? 'dylib' : process.platform === 'win32' ? 'dll' : 'so';
  // An archive of Electron cannot be loaded from: the builder unpacks libraries beside it.
  const path = join(__dirname, 'lib', platform, `gazette.${suffix}`).replace(/\bapp\.asar\b(?!\.unpacked)/, 'app.asar.unpacked');
  if (!existsSync(path)) throw new Error(`gazette-sqlite: this package has no library for ${platform} (looked for ${path})`);
  return path;
}

function load(db) {
  db.loadExtension(getLoadablePath());
}

function readScript(name) {
  const path = join(__dirname, 'sql', `${name}.sql`);
  if (!/^[a-z]+$/.test(name) || !existsSync(path)) throw new Error(`gazette-sqlite: readScript: unknown script '${name}'`);
  return readFileSync(path, 'utf8');
}

module.exports = { getLoadablePath, load, readScript };
