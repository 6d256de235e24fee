/* Interrupts: every function and table is started on a text of MEGABYTES megabytes (argument, default 100), interrupted from another
** thread after a moment, and must then give SQLITE_INTERRUPT and leave the connection usable. Printed is the work done (CPU time) between the
** interrupt and the return where it is above 50 ms; what takes twice as long fails. (The texts end with a NUL: SQLite copies one that does not
** before it calls the function, and 100 MB of that cannot be interrupted.) Then a progress handler that stops the statement at its first step, its
** second, ... until it is not asked any more. Usage: interrupt LIBRARY [MEGABYTES [ONE]] */
#include <sqlite3.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const jobs[] = {
  "SELECT count(*) FROM money(?1)", "SELECT count(*) FROM quantities(?1)", "SELECT count(*) FROM dates(?1)", "SELECT count(*) FROM entities(?1)",
  "SELECT count(*) FROM quotes(?1)", "SELECT count(*) FROM figures(?1)", "SELECT count(*) FROM deals(?1)", "SELECT count(*) FROM sentences(?1)",
  "SELECT count(*) FROM languages(?1)", "SELECT count(*) FROM sketch(?1)", "SELECT count(*) FROM blocks(?1)", "SELECT count(*) FROM repairs(?1)",
  "SELECT body FROM parse_article(?1)", "SELECT typeof(clean_text(?1))", "SELECT typeof(fold_text(?1))", "SELECT simhash(?1)", "SELECT containment(?1, ?1)",
  "SELECT typeof(search_query(?1))", "SELECT article_lang(?1)", "SELECT parse_money(?1)", "SELECT parse_number(?1)", "SELECT parse_percent(?1)",
  "SELECT parse_date(?1)", "SELECT entity_of(?1)", "SELECT length(kwic(?1, 50000000, 5))", "INSERT INTO indexed VALUES(?1)",
};
/* What fills the text: prose with everything in it, and prose with nothing to find. */
static const char *const fills[][2] = {
  {"news", "The harbour bank paid $4 billion on 12 May 2024, \"a fair price\" said Ana Lowell of Tidemark Ltd. 亚马逊周三宣布向潮标公司投资40亿美元。Sales rose 12%.\n"},
  {"plain", "and so it went on and on with nothing to be told of any sum or name or day until the tide turned "},
  {"han", "他们沿着河边慢慢走着说着没有提到任何事情也没有停下来"},
  {"digits", "1"},
  {"names", "Borealis Mirandola of Tidemark Holdings met Ana Lowell and Hugo Penrose in Port Lynn with "},
  {"deals", "Tidemark Ltd. bought Heron Corp. for $5 million and Heron Corp. bought Marl Inc. for €3 million "},
  {"hanzi names", "潮标集团董事长奥尔森与北辰公司总经理马尔在林港签署协议"},
  {"marks", "\" “ ‘ ( "},
  {"lines", "By Ana Lowell\n"},
  {"empty lines", "\n"},
};
static sqlite3 *db;
static volatile int done;
static double begun, sent;
static pthread_t worker;

/* The work that the main thread has done, in seconds of CPU time: what the machine does besides does not count. */
static double now(void)
{
  clockid_t clock;
  struct timespec t;
  pthread_getcpuclockid(worker, &clock);
  clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int steps, stop_at;
static int tick(void *arg) { (void)arg; return ++steps >= stop_at; }

/* Every statement with a progress handler that says stop at step 1, 2, ...: each time SQLITE_INTERRUPT, until it runs to its end; then the connection
** answers as before. */
static int progress_sweep(const char *one)
{
  static const char text[] = "The harbour bank paid $4 billion on 12 May 2024, \"a fair price\" said Ana Lowell of Tidemark Ltd. Caf&eacute; sales rose 12%.\n\n亚马逊周三宣布向潮标公司投资40亿美元。";
  int bad = 0;
  for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
    if (one && !strstr(jobs[j], one)) continue;
    int rc = SQLITE_INTERRUPT;
    for (stop_at = 1; rc == SQLITE_INTERRUPT && stop_at < 10000; stop_at++) {
      sqlite3_stmt *s;
      if (sqlite3_prepare_v2(db, jobs[j], -1, &s, NULL)) return 1;
      sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
      steps = 0;
      sqlite3_progress_handler(db, 1, tick, NULL);
      do rc = sqlite3_step(s); while (rc == SQLITE_ROW);
      sqlite3_progress_handler(db, 0, NULL, NULL);
      sqlite3_finalize(s);
      if ((rc != SQLITE_DONE || steps >= stop_at) && rc != SQLITE_INTERRUPT) { printf("FAIL interrupt %s by a progress handler at step %d: %d\n", jobs[j], stop_at, rc); bad++; break; }
    }
    if (rc == SQLITE_DONE && stop_at <= 4) { printf("FAIL interrupt %s: a progress handler was asked %d times only\n", jobs[j], stop_at - 1); bad++; }
    if (sqlite3_exec(db, "SELECT parse_money('$5')", NULL, NULL, NULL)) { printf("FAIL interrupt %s: the connection is not usable\n", jobs[j]); bad++; }
  }
  if (!bad) printf("ok interrupt by a progress handler at every step\n");
  return bad;
}

static void *stopper(void *arg)
{
  (void)arg;
  struct timespec t = {0, 30000000};
  do nanosleep(&t, NULL); while (!done && now() - begun < 0.005);        /* on a busy machine the statement may not have begun: that would forget the interrupt */
  if (!done) { sent = now(); sqlite3_interrupt(db); }
  return NULL;
}

int main(int argc, char **argv)
{
  size_t size = (size_t)(argc > 2 ? atoi(argv[2]) : 100) * 1000000;
  int bad = 0, seen = 0;
  worker = pthread_self();
  char *err = NULL;
  if (argc < 2 || sqlite3_open(":memory:", &db) || sqlite3_enable_load_extension(db, 1) || sqlite3_load_extension(db, argv[1], NULL, &err)) { printf("FAIL interrupt: %s\n", err ? err : "usage"); return 1; }
  sqlite3_exec(db, "CREATE VIRTUAL TABLE indexed USING fts5(x, tokenize='gazette')", NULL, NULL, NULL);
  for (size_t f = 0; f < sizeof fills / sizeof *fills; f++) {
    size_t n = strlen(fills[f][1]);
    char *text = malloc(size + n + 1);
    if (!text) return 1;
    for (size_t i = 0; i < size; i += n) memcpy(text + i, fills[f][1], n);
    if (fills[f][1][0] == '1') for (size_t i = 1000000; i < size; i += 1000000) text[i] = '\n';       /* a number of a million digits a line */
    for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
      if (argc > 3 && !strstr(jobs[j], argv[3])) continue;
      sqlite3_stmt *s;
      pthread_t t;
      if (sqlite3_prepare_v2(db, jobs[j], -1, &s, NULL)) { printf("FAIL interrupt %s: %s\n", jobs[j], sqlite3_errmsg(db)); bad++; continue; }
      text[size / n * n] = 0;
      sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
      done = 0;
      begun = now();
      pthread_create(&t, NULL, stopper, NULL);
      int rc = sqlite3_step(s);
      double back = now();
      done = 1;
      pthread_join(t, NULL);
      sqlite3_finalize(s);
      int stopped = rc == SQLITE_INTERRUPT;
      if (stopped) {
        seen++;
        if (back - sent > 0.1) { printf("FAIL interrupt %s of %s: %.0f ms\n", jobs[j], fills[f][0], 1000 * (back - sent)); bad++; }
        else if (back - sent > 0.05) printf("# %s of %s: %.0f ms\n", jobs[j], fills[f][0], 1000 * (back - sent));
      } else if (sent > 0 && back - sent > 0.1) { printf("FAIL interrupt %s of %s: not heard for %.0f ms (%d)\n", jobs[j], fills[f][0], 1000 * (back - sent), rc); bad++; }
      sent = 0;
      if (sqlite3_exec(db, "SELECT parse_money('$5')", NULL, NULL, NULL)) { printf("FAIL interrupt %s: the connection is not usable\n", jobs[j]); bad++; }
    }
    free(text);
  }
  bad += progress_sweep(argc > 3 ? argv[3] : NULL);
  sqlite3_close(db);
  if (!bad) printf("ok interrupt: %d runs on %d MB stopped\n", seen, (int)(size / 1000000));
  return bad != 0;
}
