/* Allocation sweep: for each statement of statements.sql, run load + statement + close with the N-th SQLite allocation failing, N = 1, 2, ...
** until a run needs fewer; once with that one failing (transient) and once with all from there on (persistent). Every run must give
** SQLITE_NOMEM or the right rows, return all memory, leave no file open, and never crash. Usage: sweep EXTENSION STATEMENTS [STRIDE [OFFSET]]
** STRIDE > 1 skips failures to save time (every N-th allocation only, from the first or from that of OFFSET on). A statement may begin with a stride of its own, `/97/ `, and read
** a file where `<<FILE>>` stands. Prints `ok fault STATEMENT (N allocations)` lines. */
#define _POSIX_C_SOURCE 200809L
#include "life.h"
#include <fcntl.h>

static sqlite3_mem_methods real;
static long fail_at, calls;
static int persistent;

static int failing(void)
{
  calls++;
  if (fail_at && (calls == fail_at || (persistent && calls > fail_at))) { failed = 1; return 1; }
  return 0;
}
static void *f_malloc(int n) { return failing() ? NULL : real.xMalloc(n); }
static void *f_realloc(void *p, int n) { return failing() ? NULL : real.xRealloc(p, n); }

/* Files that this process has open. */
static int handles(void)
{
  int n = 0;
  for (int fd = 0; fd < 256; fd++) n += fcntl(fd, F_GETFD) != -1;
  return n;
}

int main(int argc, char **argv)
{
  static result want, got;
  static char raw[8192];
  if (argc < 3) return 2;
  long stride = argc > 3 ? atol(argv[3]) : 1, offset = argc > 4 ? atol(argv[4]) : 0;
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
  const int open_files = handles();
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
      for (long n = 1 + offset % step; n <= total; n += step) {
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
        if (handles() != open_files) { printf("FAIL fault %d files open, not %d, after allocation %ld of %ld failed: %.200s\n", handles(), open_files, n, total, raw); fclose(f); return 1; }
      }
    statements++;
    if (wrong) bad++;
    else printf("ok fault %.60s (%ld allocations)\n", raw, total);
    free(line);
  }
  fclose(f);
  return bad || !statements;
}
