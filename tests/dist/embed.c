/* A program with gazette linked in: every connection has it, nothing is loaded. Runs a script of one statement a line and prints the
** first column of every row, as the hosts of tests/clients do. Usage: embed QUERIES */
#include "gazette.h"
#include <stdio.h>
#include <string.h>

static int fail(sqlite3 *db, const char *what)
{
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "no connection");
  return 1;
}

int main(int argc, char **argv)
{
  static char line[65536];
  sqlite3 *db = NULL;
  char *error = NULL;
  FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
  if (!file) return fail(NULL, "embed QUERIES");
  /* One connection by hand, without files: the tables that read them are not there. */
  if (sqlite3_open(":memory:", &db) != SQLITE_OK || sqlite3_gazette_nofs_init(db, &error, NULL) != SQLITE_OK) return fail(db, error ? error : "nofs");
  if (sqlite3_exec(db, "SELECT * FROM list_files('.')", NULL, NULL, NULL) == SQLITE_OK) return fail(db, "nofs reads files");
  sqlite3_close(db);
  /* Every connection from now on. */
  sqlite3_auto_extension((void (*)(void))sqlite3_gazette_init);
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) return fail(db, "open");
  if (sqlite3_gazette_init(db, &error, NULL) != SQLITE_OK) return fail(db, "a second time");
  while (fgets(line, sizeof line, file)) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, line, -1, &statement, NULL) != SQLITE_OK) return fail(db, line);
    int rc;
    while ((rc = sqlite3_step(statement)) == SQLITE_ROW) printf("%s\n", (const char *)sqlite3_column_text(statement, 0));
    if (rc != SQLITE_DONE) return fail(db, line);
    sqlite3_finalize(statement);
  }
  fclose(file);
  sqlite3_close(db);
  return 0;
}
