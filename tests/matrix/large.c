/* Large texts through every function and table, to the end: MEGABYTES of news, of one line without an end, of quotation marks, digits, nested
** brackets. Every row's span is looked up in the text (in C: SQL's substr costs the whole text a row) and has to hold its surface; rows are
** numbered from 1; the answers of functions come. Usage: large LIBRARY MEGABYTES [ENCODING [ONE]] */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const tables[] = {"money", "quantities", "dates", "entities", "quotes", "figures", "deals", "sentences", "blocks", "repairs"};
static const char *const functions[] = {
  "SELECT count(*) FROM languages(?1)", "SELECT count(*) FROM sketch(?1)", "SELECT count(body) FROM parse_article(?1)", "SELECT length(clean_text(?1))", "SELECT length(fold_text(?1))",
  "SELECT simhash(?1) IS NOT NULL", "SELECT containment(?1, ?1) IS NULL OR containment(?1, ?1) = 1", "SELECT length(search_query(?1))", "SELECT article_lang(?1)", "SELECT ifnull(parse_money(?1), 1)",
  "SELECT ifnull(parse_number(?1), 1)", "SELECT ifnull(parse_percent(?1), 1)", "SELECT ifnull(parse_date(?1), 1)", "SELECT ifnull(entity_of(?1), 1)", "SELECT length(kwic(?1, length(?1) / 2, 5)) > 0",
};
typedef struct fill { const char *name, *piece, *last; int rows; } fill;         /* last: the second half, when it is another; rows: do the tables have any? */
static const fill fills[] = {
  {"news", "The harbour bank paid $4 billion on 12 May 2024, \"a fair price\" said Ana Lowell of Tidemark Ltd. 亚马逊周三宣布向潮标公司投资40亿美元，增长12%。Caf&eacute; sales rose 12%.\n\n", NULL, 1},
  {"one line", "and so it went on and on, $4 million here and 5% there, ", NULL, 0},
  {"quotes", "\"“”'", NULL, 0}, {"digits", "1234567890", NULL, 0}, {"brackets", "(", ")", 0}, {"right to left", "קנתה ב-4 מיליארד דולר ", NULL, 0}, {"combining", "e\xCC\x81\xCC\x81", NULL, 0},
};
#define STEP 1024
static size_t *marks;          /* byte of every STEP-th character */
static const char *text;
static size_t size;

static void index_text(void)
{
  size_t k = 0;
  free(marks);
  marks = malloc((size / STEP + 2) * sizeof *marks);
  for (size_t i = 0; marks && i < size; i++) if (((unsigned char)text[i] & 0xC0) != 0x80 && k++ % STEP == 0) marks[(k - 1) / STEP] = i;
}

static size_t byte_of(sqlite3_int64 c)
{
  size_t i = marks[(size_t)c / STEP];
  for (size_t k = (size_t)c % STEP; k > 0; k--) do i++; while (i < size && ((unsigned char)text[i] & 0xC0) == 0x80);
  return i;
}

int main(int argc, char **argv)
{
  sqlite3 *db;
  char *error = NULL, sql[128];
  if (argc < 3 || sqlite3_open(":memory:", &db) || sqlite3_enable_load_extension(db, 1)) return 2;
  snprintf(sql, sizeof sql, "PRAGMA encoding = '%s'", argc > 3 ? argv[3] : "UTF-8");
  sqlite3_exec(db, sql, NULL, NULL, NULL);
  if (sqlite3_load_extension(db, argv[1], NULL, &error)) { printf("FAIL matrix large: %s\n", error); return 1; }
  int bad = 0, answers = 0;
  size_t want = (size_t)atoi(argv[2]) << 20;
  for (size_t f = 0; f < sizeof fills / sizeof *fills; f++) {
    size_t n = strlen(fills[f].piece), k = want / n;
    char *z = malloc(k * n + 1);
    if (!z) return 2;
    for (size_t i = 0; i < k; i++) memcpy(z + i * n, fills[f].last && i >= k / 2 ? fills[f].last : fills[f].piece, n);
    text = z;
    size = k * n;
    index_text();
    for (size_t i = 0; i < sizeof tables / sizeof *tables + sizeof functions / sizeof *functions; i++) {
      sqlite3_stmt *s;
      int is_table = i < sizeof tables / sizeof *tables, rc;
      const char *what = is_table ? tables[i] : functions[i - sizeof tables / sizeof *tables];
      if (is_table) { snprintf(sql, sizeof sql, "SELECT n, start, length, surface FROM %s(?1)", what); }
      if (argc > 4 && !strstr(what, argv[4])) continue;
      if (sqlite3_prepare_v2(db, is_table ? sql : what, -1, &s, NULL)) { printf("FAIL matrix large %s: %s\n", what, sqlite3_errmsg(db)); bad++; continue; }
      sqlite3_bind_text(s, 1, text, (int)size, SQLITE_STATIC);
      sqlite3_int64 rows = 0, wrong = 0;
      while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
        rows++;
        if (!is_table) { if (sqlite3_column_type(s, 0) == SQLITE_NULL || (sqlite3_column_type(s, 0) == SQLITE_INTEGER && sqlite3_column_int64(s, 0) == 0 && !strstr(what, "count"))) wrong++; continue; }
        size_t a = byte_of(sqlite3_column_int64(s, 1) - 1), m = (size_t)sqlite3_column_bytes(s, 3);
        const void *surface = sqlite3_column_text(s, 3);
        m = (size_t)sqlite3_column_bytes(s, 3);
        if (sqlite3_column_int64(s, 0) != rows || a + m > size || memcmp(text + a, surface, m) != 0) wrong++;
      }
      if (rc != SQLITE_DONE || wrong || (is_table ? fills[f].rows && !rows : !rows)) {
        printf("FAIL matrix large %s of %s: %d, %lld rows, %lld wrong: %s\n", what, fills[f].name, rc, rows, wrong, sqlite3_errmsg(db));
        bad++;
      }
      answers++;
      sqlite3_finalize(s);
    }
    free(z);
  }
  sqlite3_close(db);
  if (sqlite3_memory_used() != 0) { printf("FAIL matrix large: %lld bytes left\n", sqlite3_memory_used()); bad++; }
  if (!bad) printf("ok matrix large: %d answers on %s MiB in %s\n", answers, argv[2], argc > 3 ? argv[3] : "UTF-8");
  return bad != 0;
}
