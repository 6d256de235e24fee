/* Registers functions, tables, tokenizer. Loading twice on one connection succeeds: the second load finds gazette_version() of the
** same connection and changes nothing (registering again while a statement runs would fail). */
#include "register.h"
#include "fn/functions.h"
#include "fts/tokenizer.h"
#include "vt/files.h"
#include "vt/gazetteer.h"
#include "vt/table.h"

static int loaded(sqlite3 *db, const char *name, bool *found)
{
  sqlite3_stmt *st = NULL;
  *found = false;
  int rc = sqlite3_prepare_v2(db, "SELECT 1 FROM pragma_module_list WHERE name=?1", -1, &st, NULL);
  if (rc == SQLITE_OK) {
    sqlite3_bind_text(st, 1, name, -1, SQLITE_STATIC);
    *found = sqlite3_step(st) == SQLITE_ROW;
    rc = sqlite3_finalize(st);
  } else if ((rc & 255) == SQLITE_ERROR) rc = SQLITE_OK;   /* a host without that pragma */
  return rc;
}

int gz_register(sqlite3 *db, bool with_files, char **error)
{
  bool text_done, files_done = false;
  int rc = loaded(db, "gazette_money", &text_done);
  if (rc == SQLITE_OK) rc = loaded(db, "gazette_read_articles", &files_done);
  if (rc != SQLITE_OK) return rc;
  if (text_done && (files_done || !with_files)) return SQLITE_OK;
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
