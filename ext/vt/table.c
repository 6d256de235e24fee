/* Text tables: see table.h. A plan is a bitmask in idxNum: bit k (0..2) = argument k is given, PLAN_ROWID = one row is looked up.
** Arguments come first in argv, in order, then the rowid. Rows are computed when the scan opens (the analysis is shared and
** cached); next() only counts, so LIMIT costs nothing more. Eponymous only: there is nothing to create. */
#include "vt/table.h"
#include "base/alloc.h"
#include "vt/vtab.h"

#define PLAN_ROWID 8
#define QUICK ((size_t)1 << 18)      /* bytes of a text of which any column is given in a moment, so that nobody has to be asked for an interrupt */

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **error)
{
  (void)argc; (void)argv;
  const gz_table *t = gz_vtab_table(aux);
  char args[128];
  size_t n = 0;
  for (const char *p = t->args; ; p++) {                   /* "text, region" -> "text HIDDEN, region HIDDEN" */
    if (*p == ',' || *p == 0) { memcpy(args + n, " HIDDEN", 7); n += 7; }
    args[n++] = *p;
    if (*p == 0) break;
  }
  char *declaration = sqlite3_mprintf("%s, %s", t->columns, args);
  if (!declaration) return SQLITE_NOMEM;
  int rc = gz_vtab_connect(db, aux, declaration, SQLITE_VTAB_INNOCUOUS, out, error);
  sqlite3_free(declaration);
  return rc;
}

static int best_index(sqlite3_vtab *p, sqlite3_index_info *info)
{
  const gz_table *t = ((gz_vtab *)p)->table;
  int rowid = -1, next, plan, rc = gz_vtab_plan_args(info, t->column_count, t->arg_count, &plan, &next);
  info->idxNum = plan;
  if (rc != SQLITE_OK || plan == GZ_PLAN_MISSING) return rc;
  for (int i = 0; i < info->nConstraint && rowid < 0; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    if (c->op == SQLITE_INDEX_CONSTRAINT_EQ && c->usable && (c->iColumn == -1 || (c->iColumn == 0 && t->has_spans))) rowid = i;
  }
  info->estimatedCost = 100;
  info->estimatedRows = 20;
  if (rowid >= 0) {
    info->aConstraintUsage[rowid].argvIndex = next + 1;
    info->idxNum |= PLAN_ROWID;
    info->estimatedRows = 1;
    info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  }
  if (info->nOrderBy == 1 && !info->aOrderBy[0].desc && (info->aOrderBy[0].iColumn == -1 || (info->aOrderBy[0].iColumn == 0 && t->has_spans)))
    info->orderByConsumed = 1;
  return SQLITE_OK;
}

static int open_scan(sqlite3_vtab *p, sqlite3_vtab_cursor **out)
{
  gz_vtab *v = (gz_vtab *)p;
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
  gz_conn_unuse(s->kept);
  s->analysis = s->kept = NULL;
  for (int k = 0; k < GZ_VTAB_ARGS; k++) {
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

static int filter_watched(sqlite3_vtab_cursor *c, int plan, int argc, sqlite3_value **argv)
{
  gz_scan *s = (gz_scan *)c;
  const gz_table *t = s->table;
  int next = 0;
  sqlite3_int64 rowid = -1;
  reset(s);
  if (plan & GZ_PLAN_MISSING) return gz_vtab_fail(c->pVtab, SQLITE_ERROR, "%s: argument text is missing", t->name);
  for (int k = 0; k < GZ_VTAB_ARGS; k++) {
    if (!(plan >> k & 1)) continue;
    size_t n;
    gz_view text;
    if (k == 0 && sqlite3_value_type(argv[next]) == SQLITE_TEXT && gz_value_text(argv[next], &text) && (s->kept = gz_conn_kept(s->conn, text)) != NULL) {
      s->kept->refs++;                                     /* the text of the row before: its analysis has a copy */
      s->arg[0] = s->kept->text;
      next++;
      continue;
    }
    int rc = gz_vtab_copy_text(argv[next++], &s->owned[k], &n);
    if (rc != SQLITE_OK) return rc;
    s->arg[k] = gz_view_of(s->owned[k], n);
  }
  if (plan & PLAN_ROWID) {
    rowid = next < argc && sqlite3_value_numeric_type(argv[next]) == SQLITE_INTEGER ? sqlite3_value_int64(argv[next]) : -1;
  }
  if (!s->arg[0].p) return SQLITE_OK;                      /* NULL text gives no rows */
  gz_view region = arg_by_name(s, "region");
  if (region.n && !gz_region_known(region)) return gz_vtab_fail(c->pVtab, SQLITE_ERROR, "%s: unknown region '%!.40s'", t->name, region.p);
  gz_view anchor = arg_by_name(s, "anchor");
  if (anchor.n && !gz_anchor_parse(anchor, &(gz_anchor){0, 0, 0, false})) return gz_vtab_fail(c->pVtab, SQLITE_ERROR, "%s: anchor '%!.40s' is no date", t->name, anchor.p);
  s->text = s->arg[0];
  gz_status st = t->open(s);
  if (st != GZ_OK) return gz_status_rc(st);
  gz_charpos_begin(&s->pos, s->text);
  s->last = s->count;
  if (plan & PLAN_ROWID) {
    if (rowid < 1 || (sqlite3_uint64)rowid > s->count) s->row = s->last;
    else { s->row = (size_t)rowid - 1; s->last = s->row + 1; }
  }
  return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *c, int plan, const char *plan_text, int argc, sqlite3_value **argv)
{
  (void)plan_text;
  gz_watch w, *before = gz_conn_watch(((gz_scan *)c)->conn, &w);
  int rc = filter_watched(c, plan, argc, argv);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : rc;
}

static int next_row(sqlite3_vtab_cursor *c) { ((gz_scan *)c)->row++; return SQLITE_OK; }
static int eof(sqlite3_vtab_cursor *c) { gz_scan *s = (gz_scan *)c; return s->row >= s->last; }
static int rowid_of(sqlite3_vtab_cursor *c, sqlite3_int64 *out) { *out = (sqlite3_int64)((gz_scan *)c)->row + 1; return SQLITE_OK; }

/* The ordinal of the sentence in which the row begins, as in sentences(); NULL between sentences. */
static int sentence_column(gz_scan *s, sqlite3_context *ctx)
{
  gz_status st = gz_need_sentences(s->analysis);
  if (st != GZ_OK) return gz_status_rc(st);
  size_t k = gz_sentence_at(s->analysis, s->table->span(s, s->row).start);
  if (k != SIZE_MAX) sqlite3_result_int64(ctx, (sqlite3_int64)k + 1);
  return SQLITE_OK;
}

static int column_watched(gz_scan *s, sqlite3_context *ctx, int i)
{
  const gz_table *t = s->table;
  if (i >= t->column_count) {
    int k = i - t->column_count;
    if (k < GZ_VTAB_ARGS && s->arg[k].p) gz_result_view(ctx, s->arg[k]);
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

static int column(sqlite3_vtab_cursor *c, sqlite3_context *ctx, int i)
{
  if (((gz_scan *)c)->text.n < QUICK) return column_watched((gz_scan *)c, ctx, i);
  gz_watch w, *before = gz_conn_watch(((gz_scan *)c)->conn, &w);
  int rc = column_watched((gz_scan *)c, ctx, i);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : rc;
}

static const sqlite3_module text_module = {
  .iVersion = 0,
  .xConnect = connect,          /* xCreate NULL: eponymous only */
  .xBestIndex = best_index,
  .xDisconnect = gz_vtab_disconnect,
  .xOpen = open_scan,
  .xClose = close_scan,
  .xFilter = filter,
  .xNext = next_row,
  .xEof = eof,
  .xColumn = column,
  .xRowid = rowid_of,
};

int gz_table_register(sqlite3 *db, const gz_table *t, gz_conn *c) { return gz_vtab_register(db, t->name, &text_module, t, c); }
