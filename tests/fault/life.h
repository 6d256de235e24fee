/* What the allocation sweeps share: one whole life of a connection (open, load, run, close), its rows as a text, statements with files in them. */
#ifndef LIFE_H
#define LIFE_H
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed;            /* an allocation has been made to fail */

typedef struct result { char text[65536]; size_t n; } result;

static int row(void *arg, int n, char **v, char **names)
{
  result *r = arg;
  (void)names;
  for (int i = 0; i < n; i++) {
    const char *z = v[i] ? v[i] : "NULL";
    size_t len = strlen(z);
    if (r->n + len + 2 > sizeof r->text) return 0;
    memcpy(r->text + r->n, z, len);
    r->n += len;
    r->text[r->n++] = '|';
  }
  return 0;
}

static int run(const char *ext, const char *sql, result *r)
{
  sqlite3 *db = NULL;
  r->n = 0;
  int rc = sqlite3_open(":memory:", &db);
  if (rc == SQLITE_OK) rc = sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (rc == SQLITE_OK) {
    char *error = NULL;
    rc = sqlite3_load_extension(db, ext, "sqlite3_gazette_init", &error);
    if (rc != SQLITE_OK && failed) rc = SQLITE_NOMEM;      /* the loader reports any failure as SQLITE_ERROR */
    sqlite3_free(error);
  }
  if (rc == SQLITE_OK) rc = sqlite3_exec(db, sql, row, r, NULL);
  r->text[r->n] = 0;
  if (sqlite3_close(db) != SQLITE_OK) { printf("FAIL fault handle left open: %s\n", sql); rc = SQLITE_MISUSE; }
  return rc;
}

/* The statement with the files named in <<…>> put in; to be freed. */
static char *expand(const char *line)
{
  size_t n = 0, cap = strlen(line) + 1;
  char *out = malloc(cap);
  while (out && *line) {
    const char *end = strncmp(line, "<<", 2) == 0 ? strstr(line, ">>") : NULL;
    if (!end) { out[n++] = *line++; continue; }
    char name[256];
    snprintf(name, sizeof name, "%.*s", (int)(end - line - 2), line + 2);
    FILE *f = fopen(name, "r");
    if (!f) { free(out); return NULL; }
    fseek(f, 0, SEEK_END);
    size_t size = (size_t)ftell(f);
    rewind(f);
    out = realloc(out, cap += size);
    if (out) n += fread(out + n, 1, size, f);
    fclose(f);
    line = end + 2;
  }
  if (out) out[n] = 0;
  return out;
}

#endif
