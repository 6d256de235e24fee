/* Registers functions, tables, tokenizer. Loading twice on one connection succeeds: the second load finds gazette_version() of the
** same connection and changes nothing (registering again while a statement runs would fail). */
#include "register.h"
#include "fn/functions.h"
#include "fts/tokenizer.h"
#include "text/search_fold.h"
#include "vt/files.h"
#include "vt/gazetteer.h"
#include "vt/table.h"

/* Does the statement compile? One without FROM needs no schema, so another process's lock on the database cannot fail it. */
static int compiles(sqlite3 *db, const char *sql, bool *yes)
{
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_prepare_v2(db, sql, -1, &st, NULL);
  *yes = rc == SQLITE_OK;
  sqlite3_finalize(st);
  return (rc & 255) == SQLITE_ERROR ? SQLITE_OK : rc;
}

int gz_register(sqlite3 *db, bool with_files, char **error)
{
  bool text_done, files_done = false;
  int rc = compiles(db, "SELECT gazette_version()", &text_done);
  if (rc == SQLITE_OK && text_done && with_files) rc = compiles(db, "SELECT 1 FROM gazette_list_files('.')", &files_done);
  if (rc != SQLITE_OK) {
    if (error) *error = sqlite3_mprintf("gazette: cannot look at the connection: %s", sqlite3_errmsg(db));
    return rc;
  }
  if (text_done && (files_done || !with_files)) return SQLITE_OK;
  if (gz_fold_ready() != GZ_OK) return SQLITE_NOMEM;
  gz_conn *c = gz_conn_new(db);
  if (!c) return SQLITE_NOMEM;
  const char *what = "functions";
  if (!text_done) {
    rc = gz_functions_register(db, c);
    for (int i = 0; rc == SQLITE_OK && gz_text_tables[i]; i++) { what = gz_text_tables[i]->name; rc = gz_table_register(db, gz_text_tables[i], c); }
    if (rc == SQLITE_OK) { what = "gazetteer"; rc = gz_gazetteer_register(db, c); }
    if (rc == SQLITE_OK) { what = "the tokenizer"; rc = gz_tokenizer_register(db, c); }
  }
  if (rc == SQLITE_OK && with_files) { what = "read_articles"; rc = gz_files_register(db, c); }
  gz_conn_release(c);
  if (rc != SQLITE_OK && error) *error = sqlite3_mprintf("gazette: cannot register %s: %s", what, sqlite3_errmsg(db));
  return rc;
}
