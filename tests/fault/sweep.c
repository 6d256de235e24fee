/* Allocation sweep: for each statement of statements.sql, run load + statement + close with the N-th SQLite allocation failing, N = 1, 2, ...
** until a run needs fewer; once with that one failing (transient) and once with all from there on (persistent). Every run must give
** SQLITE_NOMEM or the right rows, return all memory, and never crash. Usage: sweep EXTENSION STATEMENTS [STRIDE]
** STRIDE > 1 skips failures to save time (every N-th allocation only). A statement may begin with a stride of its own, `/97/ `, and read
** a file where `<<FILE>>` stands. Prints `ok fault STATEMENT (N allocations)` lines. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static sqlite3_mem_methods real;
static long fail_at, calls;
static int persistent, failed;

static int failing(void)
{
  calls++;
  if (fail_at && (calls == fail_at || (persistent && calls > fail_at))) { failed = 1; return 1; }
  return 0;
}
static void *f_malloc(int n) { return failing() ? NULL : real.xMalloc(n); }
static void *f_realloc(void *p, int n) { return failing() ? NULL : real.xRealloc(p, n); }

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

/* One whole life of a connection. */
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

/* The statement with its files put in; to be freed. */
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

int main(int argc, char **argv)
{
  static result want, got;
  static char raw[8192];
  if (argc < 3) return 2;
  long stride = argc > 3 ? atol(argv[3]) : 1;
  FILE *f = fopen(argv[2], "r");
  if (!f) return 2;
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  sqlite3_mem_methods m = real;
  m.xMalloc = f_malloc;
  m.xRealloc = f_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &m);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 1);
  if (sqlite3_initialize() != SQLITE_OK) return 2;
  run(argv[1], "SELECT 1", &want);                          /* what SQLite keeps for good */
  sqlite3_int64 base = sqlite3_memory_used();
  int bad = 0, statements = 0;
  while (fgets(raw, sizeof raw, f)) {
    raw[strcspn(raw, "\n")] = 0;
    if (!raw[0] || strncmp(raw, "--", 2) == 0) continue;
    long own = raw[0] == '/' ? strtol(raw + 1, NULL, 10) : 0, step = own > stride ? own : stride;
    char *line = expand(own ? strchr(raw + 1, '/') + 2 : raw);
    if (!line) { printf("FAIL fault cannot read a file of %s\n", raw); bad++; continue; }
    fail_at = calls = failed = 0;
    int rc0 = run(argv[1], line, &want);
    long total = calls;
    int wrong = 0;
    if (rc0 != SQLITE_OK || want.n == 0) { printf("FAIL fault needs rows without failures (%d): %s\n", rc0, raw); bad++; free(line); continue; }
    for (persistent = 0; persistent < 2; persistent++)
      for (long n = 1; n <= total; n += step) {
        calls = failed = 0;
        fail_at = n;
        int rc = run(argv[1], line, &got);
        fail_at = 0;
        int right = rc == SQLITE_OK && got.n == want.n && memcmp(got.text, want.text, got.n) == 0;
        if (rc == SQLITE_ROW) rc = SQLITE_NOMEM;            /* sqlite3_exec itself, when the text of its last row cannot be had (3.40) */
        if ((rc & 255) != SQLITE_NOMEM && !right) { if (wrong++ < 3) printf("FAIL fault %s allocation %ld of %ld gives %d: %.200s\n", persistent ? "persistent" : "transient", n, total, rc, raw); }
        if (sqlite3_memory_used() != base) {
          if (wrong++ < 3) printf("FAIL fault %lld bytes kept after allocation %ld of %ld failed: %.200s\n", (long long)(sqlite3_memory_used() - base), n, total, raw);
          base = sqlite3_memory_used();
        }
      }
    statements++;
    if (wrong) bad++;
    else printf("ok fault %.60s (%ld allocations)\n", raw, total);
    free(line);
  }
  fclose(f);
  return bad || !statements;
}
