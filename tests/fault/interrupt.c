/* Interrupts: every function and table is started on a text of MEGABYTES megabytes (argument, default 100) and interrupted from another thread,
** each time at a later moment of its work (MOMENTS of them, default 1: after 5, 40, 160, 500, 1500 ms). It must then give SQLITE_INTERRUPT within
** LIMIT ms of work (CPU time of its thread between the interrupt and the return: what the machine does besides does not count) and leave the
** connection usable. What takes longer is tried again: only a run that is late every one of TRIES times fails, since a page fault or a cold
** cache costs any program its time. INTERRUPT_MS sets another limit, for machines that are slow or emulated. Printed are the five that took longest.
** (The texts end with a NUL: SQLite copies one that does not before it calls the function, and 100 MB of that cannot be interrupted.)
** Then a progress handler that stops the statement at its first step, its second, ... until it is not asked any more.
** Usage: interrupt LIBRARY [MEGABYTES [MOMENTS [ONE]]] */
#include <sqlite3.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *const jobs[] = {
  "SELECT count(*) FROM money(?1)", "SELECT count(*) FROM quantities(?1)", "SELECT count(*) FROM dates(?1)", "SELECT count(*) FROM entities(?1)",
  "SELECT count(*) FROM quotes(?1)", "SELECT count(*) FROM figures(?1)", "SELECT count(*) FROM deals(?1)", "SELECT count(*) FROM sentences(?1)",
  "SELECT count(*) FROM languages(?1)", "SELECT count(*) FROM sketch(?1)", "SELECT count(*) FROM blocks(?1)", "SELECT count(*) FROM repairs(?1)",
  "SELECT body FROM parse_article(?1)", "SELECT typeof(clean_text(?1))", "SELECT typeof(fold_text(?1))", "SELECT simhash(?1)", "SELECT containment(?1, ?1)",
  "SELECT typeof(search_query(?1))", "SELECT article_lang(?1)", "SELECT parse_money(?1)", "SELECT parse_number(?1)", "SELECT parse_percent(?1)",
  "SELECT parse_date(?1)", "SELECT entity_of(?1)", "SELECT length(kwic(?1, 50000000, 5))", "INSERT INTO indexed VALUES(?1)",
};
/* What reads files: the file's name is bound. */
static const char *const readers[] = {
  "SELECT body FROM read_articles(?1)", "SELECT raw FROM read_articles(?1)", "SELECT sha256 FROM read_articles(?1)", "SELECT count(*) FROM read_articles(?1) WHERE error IS NULL",
  "SELECT lang FROM read_articles(?1, 'GB18030')",
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
  {"damage", "and so it went on &amp; on with caf\xC3\x83\xC2\xA9 and nothing to be told "},
};
#define LIMIT 50
#define TRIES 5
static const double moments[] = {0.005, 0.04, 0.16, 0.5, 1.5};
static sqlite3 *db;
static volatile int done;
static int wrong, bad, seen;
static size_t moment_count = 1;
static double limit;
static double begun, sent, moment;
static pthread_t worker;

/* The work that the main thread has done, in seconds of CPU time. */
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
  struct timespec t = {0, 500000};
  do nanosleep(&t, NULL); while (!done && now() - begun < moment);        /* by its work, not by the time: the statement has to be under way */
  if (!done) { sent = now(); sqlite3_interrupt(db); }
  return NULL;
}

/* One run: the result code, and in *late the seconds of work after the interrupt, -1 when the statement was done before. */
static int run(const char *sql, const char *text, double *late)
{
  sqlite3_stmt *s;
  pthread_t t;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL)) return SQLITE_ERROR;
  sqlite3_bind_text(s, 1, text, -1, SQLITE_STATIC);
  done = 0;
  sent = -1;
  begun = now();
  pthread_create(&t, NULL, stopper, NULL);
  int rc = sqlite3_step(s);
  double back = now();
  done = 1;
  pthread_join(t, NULL);
  if (rc == SQLITE_INTERRUPT && strcmp(sqlite3_errmsg(db), "interrupted") != 0) { printf("FAIL interrupt %s: the message is '%.40s'\n", sql, sqlite3_errmsg(db)); wrong++; }
  *late = sent < 0 || sent > back ? -1 : back - sent;
  sqlite3_finalize(s);
  return rc;
}

typedef struct slow { double ms; char what[120]; } slow;
static slow worst[5];

static void remember(double ms, const char *job, const char *fill, double at)
{
  slow it = {ms, ""};
  snprintf(it.what, sizeof it.what, "%s of %s after %.0f ms", job, fill, 1000 * at);
  for (size_t i = 0; i < 5; i++) if (it.ms > worst[i].ms) { slow x = worst[i]; worst[i] = it; it = x; }
}

/* Runs a job with an interrupt at each moment, until it is done before the moment comes. */
static void at_each_moment(const char *sql, const char *bound, const char *fill)
{
  for (size_t m = 0; m < moment_count; m++) {
    double best = -1, late = -1;
    int rc = SQLITE_OK, tries = 0;
    moment = moments[m];
    do {
      rc = run(sql, bound, &late);
      if (late < 0) { best = late; break; }
      if (best < 0 || late < best) best = late;
    } while (best > limit && ++tries < TRIES);
    if (best < 0) {
      if (rc != SQLITE_ROW && rc != SQLITE_DONE) { printf("FAIL interrupt %s of %s: %s\n", sql, fill, sqlite3_errmsg(db)); bad++; }
      break;
    }
    seen += rc == SQLITE_INTERRUPT;
    remember(1000 * best, sql, fill, moment);
    if (best > limit) { printf("FAIL interrupt %s of %s after %.0f ms: %.0f ms more, %d times of %d%s\n", sql, fill, 1000 * moment, 1000 * best, tries, TRIES, rc == SQLITE_INTERRUPT ? "" : ", and not heard"); bad++; }
  }
  if (sqlite3_exec(db, "SELECT parse_money('$5')", NULL, NULL, NULL)) { printf("FAIL interrupt %s: the connection is not usable\n", sql); bad++; }
}

/* A file of a piece again and again between a head and a tail. */
static void write_file(const char *path, size_t size, const char *head, const char *piece, size_t n, const char *tail)
{
  FILE *f = fopen(path, "wb");
  if (!f) { perror(path); exit(1); }
  fputs(head, f);
  for (size_t i = 0; i < size; i += n) fwrite(piece, 1, n, f);
  fputs(tail, f);
  if (fclose(f)) { perror(path); exit(1); }
}

static void files(size_t size, const char *one)
{
  static const struct { const char *name, *head, *piece; size_t n; const char *tail; } made[] = {
    {"news.txt", "", "The harbour bank paid $4 billion on 12 May 2024, \"a fair price\" said Ana Lowell of Tidemark Ltd. \xE4\xBA\x9A\xE9\xA9\xAC\xE9\x80\x8A\n", 0, ""},
    {"one-line.md", "", "and so it went on &amp; on with caf\xC3\x83\xC2\xA9 and nothing to be told ", 0, ""},
    {"gb18030.txt", "", "\xB8\xDB\xBF\xDA\xD2\xF8\xD0\xD0\xD6\xDC\xC8\xFD\xCD\xB6\xD7\xCA\xC1\xCB\x34\x30\xD2\xDA\xC3\xC0\xD4\xAA\xA1\xA3\n", 0, ""},
    {"utf-16.txt", "\xFF\xFE", "T\0h\0e\0 \0b\0a\0n\0k\0 \0p\0a\0i\0d\0 \0$\0" "4\0.\0\n\0", 38, ""},
    {"one.jsonl", "{\"text\":\"", "The harbour bank paid $4 billion on 12 May 2024. \\u4e9a\\n", 0, "\"}\n"},
    {"many.jsonl", "", "{\"text\":\"The harbour bank paid $4 billion on 12 May 2024.\",\"x\":1}\n", 0, ""},
    {"broken.jsonl", "", "{\"text\":[[[", 0, ""},
    {"one.wet", "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 1000000000\r\n\r\n", "The harbour bank paid $4 billion on 12 May 2024.\n", 0, ""},
    {"head.wet", "WARC/1.0\r\n", "X-Note: nothing\r\n", 0, ""},
  };
  char path[300];
  const char *tmp = getenv("TMPDIR");
  for (size_t f = 0; f < sizeof made / sizeof *made; f++) {
    snprintf(path, sizeof path, "%s/gz-interrupt-%ld-%s", tmp ? tmp : "/tmp", (long)getpid(), made[f].name);
    write_file(path, size, made[f].head, made[f].piece, made[f].n ? made[f].n : strlen(made[f].piece), made[f].tail);
    for (size_t j = 0; j < sizeof readers / sizeof *readers; j++) if (!one || strstr(readers[j], one)) at_each_moment(readers[j], path, made[f].name);
    remove(path);
  }
}

int main(int argc, char **argv)
{
  size_t size = (size_t)(argc > 2 ? atoi(argv[2]) : 100) * 1000000;
  if (argc > 3) moment_count = (size_t)atoi(argv[3]);
  limit = (getenv("INTERRUPT_MS") ? atof(getenv("INTERRUPT_MS")) : LIMIT) / 1000;
  worker = pthread_self();
  char *err = NULL;
  if (argc < 2 || sqlite3_open(":memory:", &db) || sqlite3_enable_load_extension(db, 1) || sqlite3_load_extension(db, argv[1], NULL, &err)) { printf("FAIL interrupt: %s\n", err ? err : "usage"); return 1; }
  /* without content: SQLite's own copying of the text into pages cannot be stopped */
  sqlite3_exec(db, "CREATE VIRTUAL TABLE indexed USING fts5(x, content='', tokenize='gazette')", NULL, NULL, NULL);
  if (moment_count > sizeof moments / sizeof *moments) moment_count = sizeof moments / sizeof *moments;
  for (size_t f = 0; f < sizeof fills / sizeof *fills; f++) {
    size_t n = strlen(fills[f][1]);
    char *text = malloc(size + n + 1);
    if (!text) return 1;
    for (size_t i = 0; i < size; i += n) memcpy(text + i, fills[f][1], n);
    if (fills[f][1][0] == '1') for (size_t i = 1000000; i < size; i += 1000000) text[i] = '\n';       /* a number of a million digits a line */
    text[size / n * n] = 0;
    for (size_t j = 0; j < sizeof jobs / sizeof *jobs; j++) {
      if (argc > 4 && !strstr(jobs[j], argv[4])) continue;
      at_each_moment(jobs[j], text, fills[f][0]);
    }
    free(text);
  }
  files(size, argc > 4 ? argv[4] : NULL);
  for (size_t i = 0; i < 5; i++) if (worst[i].ms > 0) printf("# %.0f ms: %s\n", worst[i].ms, worst[i].what);
  bad += wrong + progress_sweep(argc > 4 ? argv[4] : NULL);
  sqlite3_close(db);
  if (!bad) printf("ok interrupt: %d runs on %d MB stopped\n", seen, (int)(size / 1000000));
  return bad != 0;
}
