/* Text tables: see table.h. A plan is a bitmask in idxNum: bit k (0..2) = argument k is given, PLAN_ROWID = one row is looked up.
** Arguments come first in argv, in order, then the rowid. Rows are computed when the scan opens (the analysis is shared and
** cached); next() only counts, so LIMIT costs nothing more. Eponymous only: there is nothing to create. */
#include "vt/table.h"
#include "base/alloc.h"
#include <stdarg.h>

#define PLAN_ROWID 8
#define PLAN_MISSING 16        /* no text argument at all */
#define MAX_ARGS 3

typedef struct text_vtab {
  sqlite3_vtab base;             /* must be first */
  const gz_table *table;
  gz_conn *conn;
} text_vtab;

typedef struct module_aux { const gz_table *table; gz_conn *conn; } module_aux;

/* The message of a scan that cannot begin; the caller returns SQLITE_ERROR. */
static int fail(gz_scan *s, const char *format, ...)
{
  sqlite3_vtab *v = s->base.pVtab;
  va_list a;
  va_start(a, format);
  sqlite3_free(v->zErrMsg);
  v->zErrMsg = sqlite3_vmprintf(format, a);
  va_end(a);
  return SQLITE_ERROR;
}

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **error)
{
  (void)argc; (void)argv;
  module_aux *m = aux;
  char args[128];
  size_t n = 0;
  for (const char *p = m->table->args; ; p++) {            /* "text, region" -> "text HIDDEN, region HIDDEN" */
    if (*p == ',' || *p == 0) { memcpy(args + n, " HIDDEN", 7); n += 7; }
    args[n++] = *p;
    if (*p == 0) break;
  }
  char *sql = sqlite3_mprintf("CREATE TABLE x(%s, %s)", m->table->columns, args);
  if (!sql) return SQLITE_NOMEM;
  int rc = sqlite3_declare_vtab(db, sql);
  sqlite3_free(sql);
  if (rc != SQLITE_OK) { *error = sqlite3_mprintf("%s: %s", m->table->name, sqlite3_errmsg(db)); return rc; }
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  text_vtab *v = gz_malloc(sizeof *v);
  if (!v) return SQLITE_NOMEM;
  memset(v, 0, sizeof *v);
  v->table = m->table;
  v->conn = gz_conn_retain(m->conn);
  *out = &v->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *p)
{
  gz_conn_release(((text_vtab *)p)->conn);
  gz_free(p);
  return SQLITE_OK;
}

static int best_index(sqlite3_vtab *p, sqlite3_index_info *info)
{
  const gz_table *t = ((text_vtab *)p)->table;
  int at[MAX_ARGS] = {-1, -1, -1}, rowid = -1, next = 0, plan = 0;
  unsigned unusable = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    if (c->op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    int k = c->iColumn - t->column_count;
    if (k >= 0 && k < t->arg_count) {
      if (!c->usable) unusable |= 1u << k;
      else if (at[k] < 0) at[k] = i;
    } else if (c->usable && (c->iColumn == -1 || (c->iColumn == 0 && t->has_spans)) && rowid < 0) rowid = i;
  }
  if (at[0] < 0 && !(unusable & 1)) {                       /* the planner tries each side of an OR alone: no error before it runs */
    info->estimatedCost = 1e99;
    info->estimatedRows = 2147483647;
    info->idxNum = PLAN_MISSING;
    return SQLITE_OK;
  }
  for (int k = 0; k < t->arg_count; k++) if (at[k] < 0 && (unusable >> k & 1)) return SQLITE_CONSTRAINT;
  for (int k = 0; k < t->arg_count; k++) {
    if (at[k] < 0) continue;
    info->aConstraintUsage[at[k]].argvIndex = ++next;
    info->aConstraintUsage[at[k]].omit = 1;
    plan |= 1 << k;
  }
  info->estimatedCost = 100;
  info->estimatedRows = 20;
  if (rowid >= 0) {
    info->aConstraintUsage[rowid].argvIndex = ++next;
    plan |= PLAN_ROWID;
    info->estimatedRows = 1;
    info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  }
  if (info->nOrderBy == 1 && !info->aOrderBy[0].desc && (info->aOrderBy[0].iColumn == -1 || (info->aOrderBy[0].iColumn == 0 && t->has_spans)))
    info->orderByConsumed = 1;
  info->idxNum = plan;
  return SQLITE_OK;
}

static int open_scan(sqlite3_vtab *p, sqlite3_vtab_cursor **out)
{
  text_vtab *v = (text_vtab *)p;
  gz_scan *s = gz_malloc(sizeof *s);
  if (!s) return SQLITE_NOMEM;
  memset(s, 0, sizeof *s);
  s->table = v->table;
  s->conn = v->conn;
  *out = &s->base;
  return SQLITE_OK;
}

static void reset(gz_scan *s)
{
  if (s->table->close && s->data) s->table->close(s);
  s->data = NULL;
  gz_conn_unuse(s->analysis);
  s->analysis = NULL;
  for (int k = 0; k < MAX_ARGS; k++) {
    gz_free(s->owned[k]);
    s->owned[k] = NULL;
    s->arg[k] = gz_view_of(NULL, 0);
  }
  s->count = s->row = s->last = 0;
}

static int close_scan(sqlite3_vtab_cursor *c)
{
  reset((gz_scan *)c);
  gz_free(c);
  return SQLITE_OK;
}

/* Is the k-th hidden argument called so? */
static bool arg_named(const gz_table *t, int k, const char *name)
{
  const char *p = t->args;
  while (k > 0 && (p = strchr(p, ',')) != NULL) { p++; k--; }
  if (!p) return false;
  while (*p == ' ') p++;
  size_t n = strlen(name);
  return strncmp(p, name, n) == 0 && (p[n] == 0 || p[n] == ',');
}

/* Empty when the argument is absent; p == NULL when the table has no such argument, so that its rows cannot depend on it. */
static gz_view arg_by_name(const gz_scan *s, const char *name)
{
  for (int k = 1; k < s->table->arg_count; k++)
    if (arg_named(s->table, k, name)) return s->arg[k].p ? s->arg[k] : gz_view_of("", 0);
  return gz_view_of(NULL, 0);
}

gz_status gz_scan_analysis(gz_scan *s)
{
  s->analysis = gz_conn_analysis(s->conn, s->arg[0], arg_by_name(s, "anchor"), arg_by_name(s, "region"));
  if (!s->analysis) return GZ_NOMEM;
  s->text = s->analysis->text;
  return GZ_OK;
}

static int filter(sqlite3_vtab_cursor *c, int plan, const char *plan_text, int argc, sqlite3_value **argv)
{
  (void)plan_text;
  gz_scan *s = (gz_scan *)c;
  const gz_table *t = s->table;
  int next = 0;
  sqlite3_int64 rowid = -1;
  reset(s);
  if (plan & PLAN_MISSING) return fail(s, "%s: argument text is missing", t->name);
  for (int k = 0; k < MAX_ARGS; k++) {
    if (!(plan >> k & 1)) continue;
    if (sqlite3_value_type(argv[next]) == SQLITE_NULL) { next++; continue; }
    gz_view v;
    if (!gz_value_text(argv[next++], &v)) return SQLITE_NOMEM;
    s->owned[k] = gz_malloc(v.n + 1);
    if (!s->owned[k]) return SQLITE_NOMEM;
    memcpy(s->owned[k], v.p, v.n);
    s->owned[k][v.n] = 0;
    s->arg[k] = gz_view_of(s->owned[k], v.n);
  }
  if (plan & PLAN_ROWID) {
    rowid = next < argc && sqlite3_value_numeric_type(argv[next]) == SQLITE_INTEGER ? sqlite3_value_int64(argv[next]) : -1;
  }
  if (!s->arg[0].p) return SQLITE_OK;                      /* NULL text gives no rows */
  gz_view region = arg_by_name(s, "region");
  if (region.n && !gz_region_known(region)) return fail(s, "%s: unknown region '%!.40s'", t->name, region.p);
  s->text = s->arg[0];
  gz_watch w, *before = gz_conn_watch(s->conn, &w);
  gz_status st = t->open(s);
  gz_watch_set(before);
  if (st == GZ_OK && w.stopped) st = GZ_INTERRUPT;
  if (st != GZ_OK) return gz_status_rc(st);
  gz_charpos_begin(&s->pos, s->text);
  s->last = s->count;
  if (plan & PLAN_ROWID) {
    if (rowid < 1 || (sqlite3_uint64)rowid > s->count) s->row = s->last;
    else { s->row = (size_t)rowid - 1; s->last = s->row + 1; }
  }
  return SQLITE_OK;
}

static int next_row(sqlite3_vtab_cursor *c) { ((gz_scan *)c)->row++; return SQLITE_OK; }
static int eof(sqlite3_vtab_cursor *c) { gz_scan *s = (gz_scan *)c; return s->row >= s->last; }
static int rowid_of(sqlite3_vtab_cursor *c, sqlite3_int64 *out) { *out = (sqlite3_int64)((gz_scan *)c)->row + 1; return SQLITE_OK; }

/* The ordinal of the sentence in which the row begins, as in sentences(); NULL between sentences. */
static int sentence_column(gz_scan *s, sqlite3_context *ctx)
{
  gz_watch w, *before = gz_conn_watch(s->conn, &w);
  gz_status st = gz_need_sentences(s->analysis);
  gz_watch_set(before);
  if (st != GZ_OK) return gz_status_rc(st);
  size_t k = gz_sentence_at(s->analysis, s->table->span(s, s->row).start);
  if (k != SIZE_MAX) sqlite3_result_int64(ctx, (sqlite3_int64)k + 1);
  return SQLITE_OK;
}

static int column(sqlite3_vtab_cursor *c, sqlite3_context *ctx, int i)
{
  gz_scan *s = (gz_scan *)c;
  const gz_table *t = s->table;
  if (i >= t->column_count) {
    int k = i - t->column_count;
    if (k < MAX_ARGS && s->arg[k].p) gz_result_view(ctx, s->arg[k]);
    return SQLITE_OK;
  }
  if (t->has_sentence && i == t->column_count - 1) return sentence_column(s, ctx);
  if (!t->has_spans) { t->column(s, ctx, s->row, i); return SQLITE_OK; }
  if (i == 0) sqlite3_result_int64(ctx, (sqlite3_int64)s->row + 1);
  else if (i > 3) t->column(s, ctx, s->row, i - 4);
  else {
    gz_span span = t->span(s, s->row);
    if (i == 1) sqlite3_result_int64(ctx, gz_charpos_at(&s->pos, span.start) + 1);
    else if (i == 2) {
      int64_t from = gz_charpos_at(&s->pos, span.start);
      gz_charpos end = s->pos;
      sqlite3_result_int64(ctx, gz_charpos_at(&end, span.end) - from);
    } else gz_result_view(ctx, gz_view_slice(s->text, span));
  }
  return SQLITE_OK;
}

static const sqlite3_module text_module = {
  .iVersion = 0,
  .xConnect = connect,          /* xCreate NULL: eponymous only */
  .xBestIndex = best_index,
  .xDisconnect = disconnect,
  .xOpen = open_scan,
  .xClose = close_scan,
  .xFilter = filter,
  .xNext = next_row,
  .xEof = eof,
  .xColumn = column,
  .xRowid = rowid_of,
};

static void free_aux(void *p)
{
  gz_conn_release(((module_aux *)p)->conn);
  gz_free(p);
}

static int register_as(sqlite3 *db, const char *name, const gz_table *t, gz_conn *c)
{
  module_aux *m = gz_malloc(sizeof *m);
  if (!m) return SQLITE_NOMEM;
  m->table = t;
  m->conn = gz_conn_retain(c);
  return sqlite3_create_module_v2(db, name, &text_module, m, free_aux);      /* frees m itself on failure */
}

int gz_table_register(sqlite3 *db, const gz_table *t, gz_conn *c)
{
  char *long_name = sqlite3_mprintf("gazette_%s", t->name);
  if (!long_name) return SQLITE_NOMEM;
  int rc = register_as(db, t->name, t, c);
  if (rc == SQLITE_OK) rc = register_as(db, long_name, t, c);
  sqlite3_free(long_name);
  return rc;
}
