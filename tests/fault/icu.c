/* The heap of ICU failing: for each statement of icu.sql, a child process runs load + statement + close with the N-th allocation of ICU failing,
** N = 1, 2, ... until a run needs fewer; once only that one (transient), once all from there on (persistent). A child must give SQLITE_NOMEM or
** the right rows, and not crash. A process for each because ICU keeps what it has made, and keeps its failures too: an instance
** that could not be made stays so for good (umtx_initOnce). A crash within ICU's own code is no fault of ours: it is named (`icu:` lines with
** the function), and fails only when icu.sql does not name it. Usage: icu EXTENSION STATEMENTS [STRIDE] */
#define _GNU_SOURCE
#include "life.h"
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unicode/uclean.h>
#include <unistd.h>

static long fail_at, calls;
static int persistent;

static int failing(void)
{
  calls++;
  if (fail_at && (calls == fail_at || (persistent && calls > fail_at))) { failed = 1; return 1; }
  return 0;
}
static void *U_CALLCONV f_malloc(const void *context, size_t n) { (void)context; return failing() ? NULL : malloc(n); }
static void *U_CALLCONV f_realloc(const void *context, void *p, size_t n) { (void)context; return failing() ? NULL : realloc(p, n); }
static void U_CALLCONV f_free(const void *context, void *p) { (void)context; free(p); }

/* What a child tells its parent. */
typedef struct report { int rc, crashed; long calls; char where[200]; result got; } report;
static int out = -1;
static report told;

/* Names the innermost function of ICU or of the extension; only names it when the heap is sound enough for that. */
static void crash(int sig)
{
  void *frames[40];
  int n = backtrace(frames, 40);
  told.crashed = sig;
  for (int i = 2; i < n; i++) {
    Dl_info at;
    if (!dladdr(frames[i], &at) || !at.dli_fname) continue;
    const char *name = strrchr(at.dli_fname, '/');
    name = name ? name + 1 : at.dli_fname;
    if (strncmp(name, "libicu", 6) != 0 && strncmp(name, "gazette", 7) != 0) continue;
    if (at.dli_sname && strstr(at.dli_sname, "UMemory")) continue;        /* operator delete of what lies below: who called it? */
    if (at.dli_sname) snprintf(told.where, sizeof told.where, "%s %s", name, at.dli_sname);
    else snprintf(told.where, sizeof told.where, "%s +%#lx", name, (unsigned long)((char *)frames[i] - (char *)at.dli_fbase));
    break;
  }
  if (write(out, &told, sizeof told) < 0) _exit(3);
  _exit(3);
}

static void child(const char *ext, const char *sql, int to)
{
  UErrorCode e = U_ZERO_ERROR;
  struct sigaction a;
  static char stack[65536];
  stack_t alt = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alt, NULL);
  memset(&a, 0, sizeof a);
  a.sa_handler = crash;
  a.sa_flags = SA_ONSTACK;
  sigaction(SIGSEGV, &a, NULL);
  sigaction(SIGABRT, &a, NULL);
  sigaction(SIGBUS, &a, NULL);
  out = to;
  backtrace((void *[1]){NULL}, 1);                           /* loads what it needs while memory is sound */
  int null = open("/dev/null", O_WRONLY);
  if (null >= 0) dup2(null, 2);                              /* what libc says of a broken heap */
  calls = failed = 0;
  u_setMemoryFunctions(NULL, f_malloc, f_realloc, f_free, &e);
  if (U_FAILURE(e)) _exit(4);
  told.rc = run(ext, sql, &told.got);
  told.calls = calls;
  if (write(to, &told, sizeof told) != sizeof told) _exit(5);
  _exit(0);
}

/* One run in a process of its own. */
static int live(const char *ext, const char *sql, report *r)
{
  int p[2], status;
  memset(r, 0, sizeof *r);
  fflush(stdout);
  if (pipe(p) != 0) return 0;
  pid_t pid = fork();
  if (pid == 0) { close(p[0]); child(ext, sql, p[1]); }
  close(p[1]);
  size_t n = 0;
  for (ssize_t k; n < sizeof *r && (k = read(p[0], (char *)r + n, sizeof *r - n)) > 0;) n += (size_t)k;
  close(p[0]);
  waitpid(pid, &status, 0);
  return n == sizeof *r;
}

int main(int argc, char **argv)
{
  static report want, got;
  static char raw[8192], known[32][128];
  size_t known_count = 0;
  if (argc < 3) return 2;
  long stride = argc > 3 ? atol(argv[3]) : 1;
  FILE *f = fopen(argv[2], "r");
  if (!f) return 2;
  int bad = 0, statements = 0;
  while (fgets(raw, sizeof raw, f)) {
    raw[strcspn(raw, "\n")] = 0;
    if (strncmp(raw, "-- icu: ", 8) == 0 && known_count < 32) { snprintf(known[known_count++], sizeof *known, "%.100s", raw + 8); continue; }
    if (!raw[0] || strncmp(raw, "--", 2) == 0) continue;
    char *line = expand(raw);
    if (!line) { printf("FAIL fault icu cannot read a file of %s\n", raw); bad++; continue; }
    fail_at = 0;
    if (!live(argv[1], line, &want) || want.rc != SQLITE_OK || want.got.n == 0) { printf("FAIL fault icu needs rows without failures (%d): %s\n", want.rc, raw); bad++; free(line); continue; }
    int wrong = 0, inside = 0, nomem = 0;
    if (want.calls == 0) { printf("FAIL fault icu allocates nothing: %s\n", raw); wrong++; }
    for (persistent = 0; persistent < 2; persistent++)
      for (long n = 1; n <= want.calls; n += stride) {
        fail_at = n;
        int whole = live(argv[1], line, &got);
        if (whole && !got.crashed && (got.rc & 255) == SQLITE_NOMEM) { nomem++; continue; }
        if (whole && !got.crashed && got.rc == SQLITE_OK && got.got.n == want.got.n && memcmp(got.got.text, want.got.text, want.got.n) == 0) continue;
        if (got.crashed && strncmp(got.where, "libicu", 6) == 0) {
          inside++;
          int is_known = 0;
          for (size_t k = 0; k < known_count && !is_known; k++) is_known = strstr(got.where, known[k]) != NULL;
          if (is_known) continue;
        }
        if (wrong++ < 8) printf("FAIL fault icu %s allocation %ld of %ld gives %d%s%s: %.160s\n", persistent ? "persistent" : "transient", n, want.calls, got.rc, got.crashed ? ", crashed in " : "", got.where, raw);
      }
    statements++;
    if (wrong) bad++;
    else printf("ok fault icu %.60s (%ld allocations, %d out of memory, %d crashes inside ICU)\n", raw, want.calls, nomem, inside);
    free(line);
  }
  fclose(f);
  return bad || !statements;
}
