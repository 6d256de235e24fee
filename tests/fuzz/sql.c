/* Fuzz targets of the extension in a connection. `sql`: the text is SQL, run statement by statement within a transaction that is taken back, with
** every file root led to this repository's fixtures, what would leave the sandbox (ATTACH, PRAGMA, COMMIT, VACUUM INTO) refused by an authorizer and
** the work bounded by a progress handler. `match`: the text is what a person types, and FTS5 must take what search_query makes of it. `span`: every
** table's rows over the text select their surface. Now and then the connection is closed: nothing may be left of it.
** Links with the extension's objects and its own SQLite; EXTENSION names a library to be loaded instead (the replay of `make test`). */
#include "targets.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef EXTENSION
#define NAME_(x) #x
#define NAME(x) NAME_(x)
#else
#include "io/walk.h"
int sqlite3_gazette_init(sqlite3 *db, char **error, const void *api);
/* -Wl,--wrap=gz_walk_begin: whatever root a statement names, a folder of this repository is read. */
gz_status __real_gz_walk_begin(gz_view root, const char *only, gz_walk **out, const char **why);
gz_status __wrap_gz_walk_begin(gz_view root, const char *only, gz_walk **out, const char **why);
gz_status __wrap_gz_walk_begin(gz_view root, const char *only, gz_walk **out, const char **why)
{
  static const char *const roots[] = {"fixtures/news", "tests/records", "fixtures/n*/0*.txt", "fixtures/news/19-records.jsonl", "no such folder"};
  return __real_gz_walk_begin(gz_view_cstr(roots[root.n % (sizeof roots / sizeof *roots)]), only, out, why);
}
#endif

static sqlite3 *db;
static int runs, steps;
static sqlite3_int64 base;

static int ask(void *arg, int action, const char *a, const char *b, const char *c, const char *d)
{
  (void)arg; (void)c; (void)d;
  switch (action) {
    case SQLITE_ATTACH: case SQLITE_DETACH: case SQLITE_TRANSACTION: case SQLITE_ANALYZE: case SQLITE_REINDEX: return SQLITE_DENY;
    case SQLITE_PRAGMA: return a && (strcmp(a, "data_version") == 0 || strcmp(a, "table_xinfo") == 0) ? SQLITE_OK : SQLITE_DENY;        /* FTS5 asks the first */
    case SQLITE_DROP_TABLE: case SQLITE_DROP_VTABLE: return SQLITE_DENY;
    case SQLITE_CREATE_VTABLE: return b && strncmp(b, "fts5", 4) && strcmp(b, "money") ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_FUNCTION: return b && (strcmp(b, "load_extension") == 0 || strcmp(b, "fts3_tokenizer") == 0) ? SQLITE_DENY : SQLITE_OK;
    default: return SQLITE_OK;
  }
}

static int tick(void *arg) { (void)arg; return ++steps > 60; }

static void must_run(const char *sql)
{
  char *error = NULL;
  if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK) { fprintf(stderr, "%s: %s\n", sql, error); abort(); }
}

static void open_it(void)
{
  MUST(sqlite3_open(":memory:", &db) == SQLITE_OK);
#ifdef EXTENSION
  MUST(sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL) == SQLITE_OK);
  MUST(sqlite3_load_extension(db, NAME(EXTENSION), NULL, NULL) == SQLITE_OK);
  MUST(sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL) == SQLITE_OK);
#endif
  must_run("CREATE TABLE doc(id INTEGER PRIMARY KEY, title TEXT, body TEXT);"
    "INSERT INTO doc(title, body) VALUES('Tidemark buys Heron', 'Tidemark Ltd. paid $4 billion for 49% of Heron on 12 May 2024, \"a fair price\" said Ana Lowell.'),"
    "('亞馬遜投資', '亞馬遜去年9月向Anthropic投資40億美元，「很好」，張三說。'), (NULL, x'244180804220243420'), ('', 'Andy Jassy met Microsoft. About 300 people came on Monday.');"
    "CREATE VIRTUAL TABLE ft USING fts5(title, body, tokenize='gazette'); INSERT INTO ft(rowid, title, body) SELECT id, title, body FROM doc;"
    "INSERT INTO gazetteer(entity, type, alias) VALUES('Heron', 'org', 'Heron'), ('Tidemark', 'org', '潮标');");
  sqlite3_set_authorizer(db, ask, NULL);
  sqlite3_progress_handler(db, 500, tick, NULL);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 30000);
  sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 60);
  sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 20);
  sqlite3_limit(db, SQLITE_LIMIT_VDBE_OP, 20000);
  sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 40);
}

static void close_it(void)
{
  MUST(sqlite3_close(db) == SQLITE_OK);
  db = NULL;
  sqlite3_int64 used = sqlite3_memory_used();
  if (!base) base = used;
  MUST(used == base);
}

static void ready(void)
{
#ifndef EXTENSION
  if (!runs) MUST(sqlite3_auto_extension((void (*)(void))sqlite3_gazette_init) == SQLITE_OK);
#endif
  if (!runs) { open_it(); close_it(); }
  if (++runs % 500 == 0 && db) close_it();
  if (!db) open_it();
  steps = 0;
}

static void must_be_usable(void)
{
  steps = 0;
  must_run("SELECT parse_money('$5')");
}

static void f_sql(const char *p, size_t n)
{
  ready();
  sqlite3_set_authorizer(db, NULL, NULL);
  must_run("BEGIN");
  sqlite3_set_authorizer(db, ask, NULL);
  const char *end = p + n;
  while (p < end && steps <= 60) {
    sqlite3_stmt *s = NULL;
    const char *tail = end;
    int rc = sqlite3_prepare_v2(db, p, (int)(end - p), &s, &tail);
    if (rc == SQLITE_OK && s) {
      for (int i = 1; i <= sqlite3_bind_parameter_count(s); i++) sqlite3_bind_text(s, i, "It cost $4 billion, said Ana Lowell on 12 May 2024.", -1, SQLITE_STATIC);
      int rows = 0;
      while ((rc = sqlite3_step(s)) == SQLITE_ROW && rows++ < 500)
        for (int i = 0; i < sqlite3_column_count(s); i++) { const unsigned char *z = sqlite3_column_text(s, i); MUST(!z || z[sqlite3_column_bytes(s, i)] == 0); }
      MUST((rc & 255) != SQLITE_INTERNAL && (rc & 255) != SQLITE_MISUSE && (rc & 255) != SQLITE_NOMEM && (rc & 255) != SQLITE_FORMAT);
      if (rows) { sqlite3_reset(s); sqlite3_step(s); }                              /* a cursor left in the midst */
    }
    sqlite3_finalize(s);
    if (tail <= p) break;
    p = tail;
  }
  sqlite3_set_authorizer(db, NULL, NULL);
  steps = 0;
  if (!sqlite3_get_autocommit(db)) must_run("ROLLBACK");
  sqlite3_set_authorizer(db, ask, NULL);
  must_be_usable();
}

static sqlite3_stmt *bound(const char *sql, const char *p, size_t n)
{
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) { fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db)); abort(); }
  sqlite3_bind_text(s, 1, p, (int)n, SQLITE_STATIC);
  return s;
}

static void f_match(const char *p, size_t n)
{
  static const char *const asks[] = {"SELECT count(*) FROM ft WHERE ft MATCH search_query(?1)", "SELECT count(*) FROM ft WHERE ft MATCH search_query(?1, 'entities')"};
  if (n > 2000) n = 2000;
  ready();
  for (int i = 0; i < 2; i++) {
    sqlite3_stmt *s = bound(asks[i], p, n);
    int rc = sqlite3_step(s);
    if (rc != SQLITE_ROW && rc != SQLITE_INTERRUPT && rc != SQLITE_TOOBIG) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); abort(); }
    sqlite3_finalize(s);
  }
}

static void f_span(const char *p, size_t n)
{
  static const char *const tables[] = {"money", "quantities", "dates", "entities", "quotes", "figures", "deals", "sentences", "blocks", "repairs"};
  char sql[256];
  if (memchr(p, 0, n)) return;
  ready();
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    snprintf(sql, sizeof sql, "SELECT n, substr(?1, start, length) IS surface, start FROM %s(?1)", tables[i]);
    sqlite3_stmt *s = bound(sql, p, n);
    int rc;
    sqlite3_int64 row = 0;
    while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
      MUST(sqlite3_column_int64(s, 0) == ++row);
      if (!sqlite3_column_int(s, 1)) { fprintf(stderr, "%s row %lld at %lld\n", tables[i], (long long)row, (long long)sqlite3_column_int64(s, 2)); MUST(!"substr(text, start, length) = surface"); }
    }
    MUST(rc == SQLITE_DONE || rc == SQLITE_INTERRUPT || rc == SQLITE_TOOBIG);
    sqlite3_finalize(s);
    steps = 0;
  }
}

const fuzz_target fuzz_targets[] = {{"sql", f_sql}, {"match", f_match}, {"span", f_span}, {NULL, NULL}};
