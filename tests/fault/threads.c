/* Connections share nothing that changes: THREADS threads, each with its own connections and its own names, ask every function and compare
** with the first answer; then those of a file of statements, one a line (statements.sql), with the names of each thread beside the built-in ones. One
** closes while others scan. Usage: threads EXTENSION THREADS [STATEMENTS] */
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *extension;
static int broken;
static const char *const asks[] = {
  "SELECT group_concat(surface || ifnull(currency, '')) FROM money('It cost $4 billion, or 300亿元 and NT$5 million in 2023.')",
  "SELECT group_concat(entity) FROM entities('Amazon said Andy Jassy met Microsoft in Paris. 亚马逊和微软')",
  "SELECT group_concat(ifnull(edtf, '-')) FROM dates('On 12 May 2024, two weeks ago and 2023年9月', '2024-06-13')",
  "SELECT group_concat(kind || actor || target) FROM deals('Amazon invested $4 billion in Anthropic last year.', '2024-06-13')",
  "SELECT group_concat(unit || value) FROM quantities('Sales rose 12% to 20 million devices.')",
  "SELECT article_lang('The quick brown fox jumps over the lazy dog') || article_lang('敏捷的棕色狐狸跳过了懒狗')",
  "SELECT fold_text('Ｃafé ﬁn ｶﾞ 亞馬遜') || clean_text('caf&eacute;') || simhash('one two three') || search_query('amazon -loss')",
  "SELECT title || length(body) FROM parse_article('Title of it' || char(10, 10) || 'By Ana Lowell, 6 May 2021' || char(10, 10) || 'A body of some length stands here, with a full stop.')",
};
#define ASKS (sizeof asks / sizeof *asks)

static char lines[128][1024];
static int line_count;

static void read_lines(const char *name)
{
  FILE *f = fopen(name, "r");
  if (!f) { fprintf(stderr, "cannot read %s\n", name); exit(2); }
  while (line_count < 128 && fgets(lines[line_count], sizeof *lines, f)) {
    char *z = lines[line_count];
    z[strcspn(z, "\n")] = 0;
    if (*z && strncmp(z, "--", 2) != 0 && *z != '/' && !strstr(z, "gazette_debug") && !strstr(z, "INSERT INTO gazetteer")) line_count++;
  }
  fclose(f);
}

/* A sum over all rows and columns of an answer. */
static int add_up(void *arg, int n, char **v, char **names)
{
  (void)names;
  unsigned long long *sum = arg;
  for (int i = 0; i < n; i++) for (const char *z = v[i] ? v[i] : "NULL"; *z; z++) *sum = *sum * 31 + (unsigned char)*z;
  ++*sum;
  return 0;
}

static int keep(void *arg, int n, char **v, char **names)
{
  (void)n; (void)names;
  snprintf(arg, 4096, "%s", v[0] ? v[0] : "NULL");
  return 0;
}

static sqlite3 *open_one(void)
{
  sqlite3 *db = NULL;
  char *error = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) exit(2);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(db, extension, "sqlite3_gazette_init", &error) != SQLITE_OK) { fprintf(stderr, "load: %s\n", error); exit(2); }
  return db;
}

/* Every statement in a connection of its own that has this thread's names, twice. */
static void work_lines(int id)
{
  char names[512];
  snprintf(names, sizeof names, "INSERT INTO gazetteer(entity, type, alias) VALUES ('Firm %d', 'org', 'Zzyrex'), ('Firm %d', 'org', '齊雷克%d')", id, id, id);
  for (int k = 0; k < line_count; k++) {
    unsigned long long first = 0, second = 0;
    sqlite3 *db = open_one();
    if (sqlite3_exec(db, names, NULL, NULL, NULL) != SQLITE_OK) { broken = 1; fprintf(stderr, "thread %d: %s\n", id, sqlite3_errmsg(db)); }
    if (sqlite3_exec(db, lines[k], add_up, &first, NULL) != SQLITE_OK) { broken = 1; fprintf(stderr, "thread %d: %s: %s\n", id, lines[k], sqlite3_errmsg(db)); }
    sqlite3_close(db);
    db = open_one();
    if (sqlite3_exec(db, lines[k], add_up, &second, NULL) != SQLITE_OK || first != second || !first) { broken = 1; fprintf(stderr, "thread %d: %s gives another answer\n", id, lines[k]); }
    sqlite3_close(db);
  }
}

static void *work(void *arg)
{
  int id = *(int *)arg;
  char first[ASKS][4096], now[4096], sql[256], want[64];
  memset(first, 0, sizeof first);
  for (int round = 0; round < 20; round++) {
    sqlite3 *db = open_one();
    for (size_t k = 0; k < ASKS; k++) {
      now[0] = 0;
      if (sqlite3_exec(db, asks[k], keep, now, NULL) != SQLITE_OK) { broken = 1; fprintf(stderr, "thread %d: %s: %s\n", id, asks[k], sqlite3_errmsg(db)); }
      if (round == 0) memcpy(first[k], now, sizeof now);
      else if (strcmp(first[k], now)) { broken = 1; fprintf(stderr, "thread %d round %d: %s gave %s, first %s\n", id, round, asks[k], now, first[k]); }
    }
    snprintf(sql, sizeof sql, "INSERT INTO gazetteer(entity, type, alias) VALUES ('Firm %d', 'org', 'Zzyrex'); SELECT entity FROM entities('Zzyrex grew.')", id);
    snprintf(want, sizeof want, "Firm %d", id);
    now[0] = 0;
    if (sqlite3_exec(db, sql, keep, now, NULL) != SQLITE_OK || strcmp(now, want)) { broken = 1; fprintf(stderr, "thread %d: own name gave '%s'\n", id, now); }
    sqlite3_close(db);
  }
  work_lines(id);
  return NULL;
}

int main(int argc, char **argv)
{
  if (argc < 3) return 2;
  extension = argv[1];
  int n = atoi(argv[2]), ids[64];
  pthread_t t[64];
  if (argc > 3) read_lines(argv[3]);
  sqlite3_initialize();
  sqlite3_close(open_one());
  if (n > 64) n = 64;
  for (int i = 0; i < n; i++) { ids[i] = i; pthread_create(&t[i], NULL, work, &ids[i]); }
  for (int i = 0; i < n; i++) pthread_join(t[i], NULL);
  printf(broken ? "FAIL threads\n" : "ok threads: %d threads with their own connections and names agree, over %d statements\n", n, (int)ASKS + line_count);
  return broken;
}
