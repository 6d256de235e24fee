/* The writable table `gazetteer`: one row per name. Built-in rows come from const tables, the connection's own from its snapshot of
** names (find/names.h). A cursor holds the snapshot that it began with. Changes go through one gate, editable(), which drops the
** cached analysis and copies the snapshot when a scan still uses it; transactions and savepoints are marks in its log of changes.
** DIRECTONLY: neither a view nor a trigger of a database from elsewhere can read or change names. */
#include "vt/gazetteer.h"
#include "base/alloc.h"
#include "base/arena.h"
#include "find/entity_data.h"
#include "vt/vtab.h"

#define USER_ROWID ((sqlite3_int64)1 << 32)

enum column { C_ENTITY, C_TYPE, C_ALIAS, C_LANG, C_TICKER, C_QID, C_PARENT, C_ORIGIN, C_CONTEXT, C_NOT_IN };
enum plan { P_ALL, P_ROWID, P_ALIAS, P_ENTITY };

typedef struct gaz_vtab {
  sqlite3_vtab base;             /* must be first */
  gz_conn *conn;
  size_t begun;                  /* mark at BEGIN */
  size_t *marks;                 /* of savepoints */
  size_t mark_cap;
} gaz_vtab;

typedef struct gaz_cursor {
  sqlite3_vtab_cursor base;      /* must be first */
  gz_names *names;
  enum plan plan;
  uint32_t builtin, builtin_end; /* rows still to come, for P_ALL, P_ROWID, P_ENTITY */
  uint32_t user, user_end;
  uint32_t value;                /* P_ALIAS: place in gz_ent_many with GZ_ALIAS_MANY, or a row, or UINT32_MAX */
  char *entity;                  /* P_ENTITY */
  bool eof, on_user;
  uint32_t row;                  /* current row */
} gaz_cursor;

static int gaz_connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **error)
{
  (void)argc; (void)argv; (void)error;
  int rc = sqlite3_declare_vtab(db, "CREATE TABLE x(entity TEXT, type TEXT, alias TEXT, lang TEXT, ticker TEXT, qid TEXT, parent TEXT, origin TEXT, context TEXT HIDDEN, not_in TEXT HIDDEN)");
  if (rc != SQLITE_OK) return rc;
  gaz_vtab *v = gz_malloc(sizeof *v);
  if (!v) return SQLITE_NOMEM;
  memset(v, 0, sizeof *v);
  v->conn = gz_conn_retain(aux);
  sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
  sqlite3_vtab_config(db, SQLITE_VTAB_CONSTRAINT_SUPPORT, 1);
  *out = &v->base;
  return SQLITE_OK;
}

static int gaz_disconnect(sqlite3_vtab *p)
{
  gaz_vtab *v = (gaz_vtab *)p;
  gz_conn_release(v->conn);
  gz_free(v->marks);
  gz_free(v);
  return SQLITE_OK;
}

/* --- reading */

static int gaz_best_index(sqlite3_vtab *p, sqlite3_index_info *info)
{
  (void)p;
  int best = -1;
  enum plan plan = P_ALL;
  for (int i = 0; i < info->nConstraint; i++) {
    if (!info->aConstraint[i].usable || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
    int c = info->aConstraint[i].iColumn;
    enum plan here = c < 0 ? P_ROWID : c == C_ALIAS ? P_ALIAS : c == C_ENTITY ? P_ENTITY : P_ALL;
    if (here != P_ALL && here != P_ROWID && sqlite3_stricmp(sqlite3_vtab_collation(info, i), "BINARY")) continue;
    if (here != P_ALL && (plan == P_ALL || here < plan)) { plan = here; best = i; }
  }
  info->idxNum = (int)plan;
  info->estimatedRows = plan == P_ALL ? 60000 : plan == P_ENTITY ? 8 : 1;
  info->estimatedCost = plan == P_ALL ? 60000.0 : plan == P_ENTITY ? 20.0 : 3.0;
  if (best >= 0) info->aConstraintUsage[best].argvIndex = 1;
  if (plan == P_ROWID) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  return SQLITE_OK;
}

static int gaz_open(sqlite3_vtab *p, sqlite3_vtab_cursor **out)
{
  (void)p;
  gaz_cursor *c = gz_malloc(sizeof *c);
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  *out = &c->base;
  return SQLITE_OK;
}

static void reset(gaz_cursor *c)
{
  gz_names_release(c->names);
  gz_free(c->entity);
  sqlite3_vtab_cursor base = c->base;
  memset(c, 0, sizeof *c);
  c->base = base;
}

static int gaz_close(sqlite3_vtab_cursor *p)
{
  reset((gaz_cursor *)p);
  gz_free(p);
  return SQLITE_OK;
}

static bool next_by_alias(gaz_cursor *c)
{
  while (c->value != UINT32_MAX) {
    uint32_t row = c->value;
    if (row & GZ_ALIAS_MANY) {
      uint32_t m = gz_ent_many[row & ~GZ_ALIAS_MANY];
      c->value = m & GZ_ALIAS_LAST ? UINT32_MAX : row + 1;
      row = m & ~GZ_ALIAS_LAST;
    } else c->value = UINT32_MAX;
    if (gz_names_hides(c->names, row)) continue;
    c->row = row;
    c->on_user = false;
    return true;
  }
  if (c->user == UINT32_MAX) return false;
  c->row = c->user;
  c->on_user = true;
  c->user = gz_names_next_alias(c->names, c->row);
  return true;
}

static bool next_row(gaz_cursor *c)
{
  if (c->plan == P_ALIAS) return next_by_alias(c);
  while (c->builtin < c->builtin_end) {
    c->row = c->builtin++;
    c->on_user = false;
    if (!gz_names_hides(c->names, c->row)) return true;
  }
  gz_name_fields f;
  while (c->user < c->user_end) {
    c->row = c->user++;
    c->on_user = true;
    if (gz_names_row(c->names, c->row, &f) && (!c->entity || gz_view_is(f.entity, c->entity))) return true;
  }
  return false;
}

static int gaz_next(sqlite3_vtab_cursor *p)
{
  gaz_cursor *c = (gaz_cursor *)p;
  c->eof = !next_row(c);
  return SQLITE_OK;
}

static uint32_t entity_named(const char *name)
{
  uint32_t value;
  if (!gz_trie_exact(&gz_ent_trie, gz_view_cstr(name), &value)) return UINT32_MAX;
  for (uint32_t i = value;;) {
    uint32_t m = i & GZ_ALIAS_MANY ? gz_ent_many[i & ~GZ_ALIAS_MANY] : i | GZ_ALIAS_LAST;
    uint32_t e = gz_ent_aliases[m & ~GZ_ALIAS_LAST].entity;
    if (strcmp(gz_ent_str(gz_ent_rows[e].name), name) == 0) return e;
    if (m & GZ_ALIAS_LAST) return UINT32_MAX;
    i++;
  }
}

static int gaz_filter(sqlite3_vtab_cursor *p, int plan, const char *text, int argc, sqlite3_value **argv)
{
  (void)text; (void)argc;
  gaz_cursor *c = (gaz_cursor *)p;
  gaz_vtab *v = (gaz_vtab *)p->pVtab;
  reset(c);
  c->names = gz_names_retain(v->conn->names);
  c->plan = (enum plan)plan;
  c->builtin_end = gz_ent_alias_count;
  c->user_end = gz_names_rows(c->names);
  if (plan == P_ROWID) {
    sqlite3_int64 id = sqlite3_value_int64(argv[0]);
    c->builtin = c->builtin_end = 0;
    if (id >= USER_ROWID && id - USER_ROWID < c->user_end) { c->user = (uint32_t)(id - USER_ROWID); c->user_end = c->user + 1; }
    else c->user_end = 0;
    if (id > 0 && id <= gz_ent_alias_count) { c->builtin = (uint32_t)id - 1; c->builtin_end = (uint32_t)id; }
  } else if (plan == P_ALIAS) {
    gz_view alias;
    c->value = c->user = UINT32_MAX;
    if (gz_value_text(argv[0], &alias)) {
      if (!gz_trie_exact(&gz_ent_trie, alias, &c->value)) c->value = UINT32_MAX;
      c->user = gz_names_first_alias(c->names, alias);
    }
  } else if (plan == P_ENTITY) {
    size_t n;
    int rc = gz_vtab_copy_text(argv[0], &c->entity, &n);
    if (rc != SQLITE_OK) return rc;
    uint32_t e = c->entity ? entity_named(c->entity) : UINT32_MAX;
    if (!c->entity) c->user_end = 0;                     /* entity = NULL is never true */
    c->builtin = e == UINT32_MAX ? 0 : gz_ent_rows[e].first_alias;
    c->builtin_end = e == UINT32_MAX ? 0 : gz_ent_rows[e + 1].first_alias;
  }
  return gaz_next(p);
}

static int gaz_eof(sqlite3_vtab_cursor *p) { return ((gaz_cursor *)p)->eof; }

static void text_or_null(sqlite3_context *ctx, const char *z) { gz_result_cstr(ctx, z && *z ? z : NULL); }

static void builtin_fact(sqlite3_context *ctx, uint32_t entity, int column)
{
  const gz_ent_row *e = &gz_ent_rows[entity];
  switch (column) {
    case C_ENTITY: gz_result_cstr(ctx, gz_ent_str(e->name)); break;
    case C_TYPE: gz_result_cstr(ctx, gz_entity_type_name(e->type)); break;
    case C_TICKER: text_or_null(ctx, gz_ent_str(e->ticker)); break;
    case C_QID: text_or_null(ctx, gz_ent_qid(entity)); break;
    default: if (e->parent != GZ_ENT_NONE) gz_result_cstr(ctx, gz_ent_str(gz_ent_rows[e->parent].name)); break;
  }
}

static void class_names(sqlite3_context *ctx, uint64_t mask)
{
  gz_buf b = GZ_BUF_INIT;
  if (!mask) return;
  for (unsigned bit = 0; bit < 64; bit++) {
    if (!(mask >> bit & 1)) continue;
    if (b.n) gz_buf_putc(&b, '|');
    gz_buf_puts(&b, gz_ent_class_name(bit));
  }
  gz_result_buf(ctx, &b);
}

static void builtin_column(sqlite3_context *ctx, uint32_t row, int column)
{
  const gz_alias_row *a = &gz_ent_aliases[row];
  const gz_alias_facts *f = &gz_ent_facts[a->facts];
  switch (column) {
    case C_ALIAS: gz_result_cstr(ctx, gz_ent_str(a->text)); break;
    case C_LANG: text_or_null(ctx, gz_ent_str(gz_ent_langs[f->lang])); break;
    case C_ORIGIN: gz_result_cstr(ctx, "built-in"); break;
    case C_CONTEXT: class_names(ctx, gz_ent_contexts[f->context]); break;
    case C_NOT_IN: text_or_null(ctx, gz_ent_str(gz_ent_guards[f->guard].in)); break;
    default: builtin_fact(ctx, a->entity, column); break;
  }
}

static void user_column(const gaz_cursor *c, sqlite3_context *ctx, int column)
{
  gz_name_fields f;
  if (!gz_names_row(c->names, c->row, &f)) return;
  const gz_view *views[] = {&f.entity, &f.type, &f.alias, &f.lang, &f.ticker, &f.qid, &f.parent, NULL, &f.context, &f.not_in};
  if (column == C_ORIGIN) { gz_result_cstr(ctx, "user"); return; }
  if (views[column]->n) { gz_result_view(ctx, *views[column]); return; }
  if (column != C_TYPE && column != C_TICKER && column != C_QID && column != C_PARENT) return;
  uint32_t e = entity_named(f.entity.p);
  if (e != UINT32_MAX) builtin_fact(ctx, e, column);
  else if (column == C_TYPE) gz_result_cstr(ctx, "org");
}

static int gaz_column(sqlite3_vtab_cursor *p, sqlite3_context *ctx, int column)
{
  gaz_cursor *c = (gaz_cursor *)p;
  if (c->on_user) user_column(c, ctx, column);
  else builtin_column(ctx, c->row, column);
  return SQLITE_OK;
}

static int gaz_rowid(sqlite3_vtab_cursor *p, sqlite3_int64 *out)
{
  gaz_cursor *c = (gaz_cursor *)p;
  *out = c->on_user ? USER_ROWID + c->row : (sqlite3_int64)c->row + 1;
  return SQLITE_OK;
}

/* --- writing */

/* The names, ready to be changed: nobody else looks at them. NULL when out of memory. */
static gz_names *editable(gz_conn *c)
{
  if (!c->names) {
    gz_names *fresh = gz_names_new();
    if (fresh) gz_conn_set_names(c, fresh);
    return fresh;
  }
  gz_conn_set_names(c, gz_names_retain(c->names));       /* drops the cached analysis, which holds them too */
  gz_names *own = gz_names_edit(c->names);
  if (own) c->names = own;
  return own;
}

static gz_view arg_text(sqlite3_value *v)
{
  gz_view t;
  return gz_value_text(v, &t) ? t : gz_view_of("", 0);
}

static int remove_row(gz_names *n, sqlite3_int64 id)
{
  if (id >= USER_ROWID) return gz_status_rc(gz_names_remove(n, (uint32_t)(id - USER_ROWID)));
  return gz_status_rc(gz_names_hide(n, (uint32_t)id - 1));
}

/* updating: origin then repeats the old row's, which may be `built-in`; the new row is the user's all the same. */
static int add_row(gaz_vtab *v, gz_names *n, sqlite3_value **col, bool updating, sqlite3_int64 *rowid)
{
  gz_name_fields f = {arg_text(col[C_ENTITY]), arg_text(col[C_TYPE]), arg_text(col[C_ALIAS]), arg_text(col[C_LANG]), arg_text(col[C_TICKER]),
                      arg_text(col[C_QID]), arg_text(col[C_PARENT]), arg_text(col[C_CONTEXT]), arg_text(col[C_NOT_IN])};
  gz_view origin = arg_text(col[C_ORIGIN]);
  if (!f.entity.n) return gz_vtab_fail(&v->base, SQLITE_CONSTRAINT_NOTNULL, "gazetteer: entity must not be NULL or empty");
  if (origin.n && !gz_view_is(origin, "user") && !(updating && gz_view_is(origin, "built-in"))) return gz_vtab_fail(&v->base, SQLITE_CONSTRAINT_CHECK, "gazetteer: origin '%!.80s' cannot be written, leave it out", origin.p);
  if (!f.alias.n) f.alias = f.entity;
  if (f.alias.n > 250) return gz_vtab_fail(&v->base, SQLITE_CONSTRAINT_CHECK, "gazetteer: alias '%!.40s…' is longer than 250 bytes", f.alias.p);
  uint32_t row;
  char *why = NULL;
  gz_status s = gz_names_add(n, &f, &row, &why);
  bool replace = sqlite3_vtab_on_conflict(v->conn->db) == SQLITE_REPLACE;
  if (s == GZ_ERROR && replace) {                        /* OR REPLACE: what it contradicts goes */
    gz_free(why);
    why = NULL;
    for (uint32_t i = gz_names_first_alias(n, f.alias); i != UINT32_MAX && s == GZ_ERROR; i = gz_names_next_alias(n, i))
      if (gz_names_remove(n, i) != GZ_OK) s = GZ_NOMEM;
    if (s == GZ_ERROR) s = gz_names_add(n, &f, &row, &why);
  }
  int rc = SQLITE_OK;
  if (s == GZ_ERROR) rc = gz_vtab_fail(&v->base, SQLITE_CONSTRAINT, "gazetteer: %s", why);
  else if (s != GZ_OK) rc = SQLITE_NOMEM;
  gz_free(why);
  if (rc == SQLITE_OK) *rowid = USER_ROWID + row;
  return rc;
}

/* An UPDATE is a removal and an addition; when the addition fails the removal is taken back. */
static int gaz_update(sqlite3_vtab *p, int argc, sqlite3_value **argv, sqlite3_int64 *rowid)
{
  gaz_vtab *v = (gaz_vtab *)p;
  gz_names *n = editable(v->conn);
  if (!n) return SQLITE_NOMEM;
  size_t mark = gz_names_mark(n);
  int rc = SQLITE_OK;
  bool has_old = sqlite3_value_type(argv[0]) != SQLITE_NULL;
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL && (!has_old || sqlite3_value_int64(argv[1]) != sqlite3_value_int64(argv[0])))
    return gz_vtab_fail(p, SQLITE_CONSTRAINT, "gazetteer: rowid %lld cannot be chosen, leave it out", (long long)sqlite3_value_int64(argv[1]));
  if (has_old) rc = remove_row(n, sqlite3_value_int64(argv[0]));
  sqlite3_value *col[C_NOT_IN + 1];
  for (int i = 0; argc > 1 && i <= C_NOT_IN; i++) col[i] = argv[2 + i];
  if (rc == SQLITE_OK && argc > 1) {
    sqlite3_int64 id = 0;
    rc = add_row(v, n, col, has_old, &id);
    if (rc == SQLITE_OK) *rowid = id;
  }
  if (rc != SQLITE_OK) gz_names_undo(n, mark);
  return rc;
}

/* --- transactions */

static size_t mark_now(const gaz_vtab *v) { return v->conn->names ? gz_names_mark(v->conn->names) : 0; }

static int go_back(gaz_vtab *v, size_t mark)
{
  if (mark_now(v) <= mark) return SQLITE_OK;
  gz_names *n = editable(v->conn);
  if (!n) return SQLITE_NOMEM;
  gz_names_undo(n, mark);
  return SQLITE_OK;
}

static int gaz_begin(sqlite3_vtab *p) { gaz_vtab *v = (gaz_vtab *)p; v->begun = mark_now(v); return SQLITE_OK; }
static int gaz_sync(sqlite3_vtab *p) { (void)p; return SQLITE_OK; }

static int gaz_commit(sqlite3_vtab *p)
{
  gaz_vtab *v = (gaz_vtab *)p;
  if (v->conn->names) gz_names_forget_log(v->conn->names);
  v->begun = 0;
  return SQLITE_OK;
}

static int gaz_rollback(sqlite3_vtab *p)
{
  gaz_vtab *v = (gaz_vtab *)p;
  int rc = go_back(v, v->begun);
  v->begun = 0;
  return rc;
}

static int gaz_savepoint(sqlite3_vtab *p, int n)
{
  gaz_vtab *v = (gaz_vtab *)p;
  void *marks = v->marks;
  size_t old = v->mark_cap;
  while (v->mark_cap <= (size_t)n) if (!gz_array_grow(&marks, &v->mark_cap, v->mark_cap, sizeof *v->marks)) return SQLITE_NOMEM;
  v->marks = marks;
  for (size_t i = old; i < v->mark_cap; i++) v->marks[i] = 0;
  v->marks[n] = mark_now(v);
  return SQLITE_OK;
}

static int gaz_release(sqlite3_vtab *p, int n) { (void)p; (void)n; return SQLITE_OK; }

static int gaz_rollback_to(sqlite3_vtab *p, int n)
{
  gaz_vtab *v = (gaz_vtab *)p;
  return go_back(v, (size_t)n < v->mark_cap ? v->marks[n] : v->begun);
}

static const sqlite3_module module = {
  .iVersion = 2, .xConnect = gaz_connect, .xBestIndex = gaz_best_index, .xDisconnect = gaz_disconnect, .xOpen = gaz_open, .xClose = gaz_close,
  .xFilter = gaz_filter, .xNext = gaz_next, .xEof = gaz_eof, .xColumn = gaz_column, .xRowid = gaz_rowid, .xUpdate = gaz_update,
  .xBegin = gaz_begin, .xSync = gaz_sync, .xCommit = gaz_commit, .xRollback = gaz_rollback,
  .xSavepoint = gaz_savepoint, .xRelease = gaz_release, .xRollbackTo = gaz_rollback_to,
};

int gz_gazetteer_register(sqlite3 *db, gz_conn *c)
{
  int rc = sqlite3_create_module_v2(db, "gazetteer", &module, gz_conn_retain(c), gz_conn_release);
  if (rc == SQLITE_OK) rc = sqlite3_create_module_v2(db, "gazette_gazetteer", &module, gz_conn_retain(c), gz_conn_release);
  return rc;
}
