/* What the virtual tables share: the connected table over its descriptor, hidden arguments in plans, messages, registration. */
#ifndef GZ_VTAB_H
#define GZ_VTAB_H
#include "bind/bind.h"

#define GZ_VTAB_ARGS 3
#define GZ_PLAN_MISSING 64       /* the first argument, without which there are no rows, is not given at all */

typedef struct gz_vtab {
  sqlite3_vtab base;             /* must be first */
  const char *name;
  const void *table;             /* the descriptor */
  gz_conn *conn;
} gz_vtab;

/* xConnect of an eponymous table: declaration is the list of its columns, config SQLITE_VTAB_INNOCUOUS or _DIRECTONLY. */
int gz_vtab_connect(sqlite3 *db, void *aux, const char *declaration, int config, sqlite3_vtab **out, char **error);
int gz_vtab_disconnect(sqlite3_vtab *p);

/* The table that a module's aux stands for, before it is connected. */
const void *gz_vtab_table(const void *aux);

/* Which of the hidden arguments (columns column_count ..) the statement gives: bit k of *plan for argument k, argvIndex from 1 in their
** order, *next the last one given out. SQLITE_CONSTRAINT when one comes from a table that is not there yet. When nothing gives the
** first, the plan is GZ_PLAN_MISSING at a forbidding cost: the planner tries each side of an OR alone, so that is an error of the run. */
int gz_vtab_plan_args(sqlite3_index_info *info, int column_count, int arg_count, int *plan, int *next);

/* A copy of a value's text that ends in NUL, to be freed with gz_free; p is NULL for SQL NULL. */
int gz_vtab_copy_text(sqlite3_value *v, char **p, size_t *n);

/* Sets the message and returns rc, or SQLITE_NOMEM. */
int gz_vtab_fail(sqlite3_vtab *v, int rc, const char *format, ...);

/* Registers NAME and gazette_NAME. */
int gz_vtab_register(sqlite3 *db, const char *name, const sqlite3_module *module, const void *table, gz_conn *c);

#endif
