/** The path of the library for this platform; throws when the package has none. */
export declare function getLoadablePath(): string;

/** Whatever can load an extension: a Database of better-sqlite3 or libsql, a DatabaseSync of node:sqlite (made with allowExtension: true). */
export interface Loader {
  loadExtension(path: string, ...rest: any[]): unknown;
}

/** Loads the extension into a connection. */
export declare function load(db: Loader): void;

/** The text of a script of sql/, to be given to db.exec(): 'schema', 'views', 'import', 'reread', 'open', 'publish'. */
export declare function readScript(name: 'schema' | 'views' | 'import' | 'reread' | 'open' | 'publish'): string;
