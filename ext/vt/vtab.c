/* What the virtual tables share: see vtab.h. A module's aux names its descriptor and holds the connection's state; both of a table's
** names have an aux of their own, which SQLite frees. */
#include "vt/vtab.h"
#include "base/alloc.h"
#include <stdarg.h>

typedef struct module_aux { const char *name; const void *table; gz_conn *conn; } module_aux;

int gz_vtab_connect(sqlite3 *db, void *aux, const char *declaration, int config, sqlite3_vtab **out, char **error)
{
  const module_aux *m = aux;
  char *sql = sqlite3_mprintf("CREATE TABLE x(%s)", declaration);
  if (!sql) return SQLITE_NOMEM;
  int rc = sqlite3_declare_vtab(db, sql);
  sqlite3_free(sql);
  if (rc != SQLITE_OK) { *error = sqlite3_mprintf("%s: %s", m->name, sqlite3_errmsg(db)); return rc; }
  sqlite3_vtab_config(db, config);
  gz_vtab *v = gz_malloc(sizeof *v);
  if (!v) return SQLITE_NOMEM;
  memset(v, 0, sizeof *v);
  v->name = m->name;
  v->table = m->table;
  v->conn = gz_conn_retain(m->conn);
  *out = &v->base;
  return SQLITE_OK;
}

int gz_vtab_disconnect(sqlite3_vtab *p)
{
  gz_conn_release(((gz_vtab *)p)->conn);
  gz_free(p);
  return SQLITE_OK;
}

const void *gz_vtab_table(const void *aux) { return ((const module_aux *)aux)->table; }

int gz_vtab_plan_args(sqlite3_index_info *info, int column_count, int arg_count, int *plan, int *next)
{
  int at[GZ_VTAB_ARGS] = {-1, -1, -1};
  unsigned unusable = 0;
  *plan = *next = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    int k = c->iColumn - column_count;
    if (c->op != SQLITE_INDEX_CONSTRAINT_EQ || k < 0 || k >= arg_count) continue;
    if (!c->usable) unusable |= 1u << k;
    else if (at[k] < 0) at[k] = i;
  }
  if (at[0] < 0 && !(unusable & 1)) {
    info->estimatedCost = 1e99;
    info->estimatedRows = 2147483647;
    *plan = GZ_PLAN_MISSING;
    return SQLITE_OK;
  }
  for (int k = 0; k < arg_count; k++) if (at[k] < 0 && (unusable >> k & 1)) return SQLITE_CONSTRAINT;
  for (int k = 0; k < arg_count; k++) {
    if (at[k] < 0) continue;
    info->aConstraintUsage[at[k]].argvIndex = ++*next;
    info->aConstraintUsage[at[k]].omit = 1;
    *plan |= 1 << k;
  }
  return SQLITE_OK;
}

int gz_vtab_copy_text(sqlite3_value *v, char **p, size_t *n)
{
  gz_view t;
  *p = NULL;
  *n = 0;
  if (sqlite3_value_type(v) == SQLITE_NULL) return SQLITE_OK;
  if (!gz_value_text(v, &t)) return SQLITE_NOMEM;
  *p = gz_malloc(t.n + 1);
  if (!*p) return SQLITE_NOMEM;
  if (!gz_watch_copy(*p, t.p, t.n)) { gz_free(*p); *p = NULL; return SQLITE_INTERRUPT; }
  (*p)[t.n] = 0;
  *n = t.n;
  return SQLITE_OK;
}

int gz_vtab_fail(sqlite3_vtab *v, int rc, const char *format, ...)
{
  va_list a;
  va_start(a, format);
  sqlite3_free(v->zErrMsg);
  v->zErrMsg = sqlite3_vmprintf(format, a);
  va_end(a);
  return v->zErrMsg ? rc : SQLITE_NOMEM;
}

static void free_aux(void *p)
{
  gz_conn_release(((module_aux *)p)->conn);
  gz_free(p);
}

static int register_as(sqlite3 *db, const char *as, const char *name, const sqlite3_module *module, const void *table, gz_conn *c)
{
  module_aux *m = gz_malloc(sizeof *m);
  if (!m) return SQLITE_NOMEM;
  m->name = name;
  m->table = table;
  m->conn = gz_conn_retain(c);
  return sqlite3_create_module_v2(db, as, module, m, free_aux);      /* frees m itself on failure */
}

int gz_vtab_register(sqlite3 *db, const char *name, const sqlite3_module *module, const void *table, gz_conn *c)
{
  char *long_name = sqlite3_mprintf("gazette_%s", name);
  if (!long_name) return SQLITE_NOMEM;
  int rc = register_as(db, name, name, module, table, c);
  if (rc == SQLITE_OK) rc = register_as(db, long_name, name, module, table, c);
  sqlite3_free(long_name);
  return rc;
}
