/* The table of scalar functions and their registration. What looks at the connection's gazetteer is not DETERMINISTIC. */
#include "fn/functions.h"
#include "base/alloc.h"

#define PURE (SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS)

const gz_function gz_functions[] = {
  {"parse_money", 1, 3, PURE | SQLITE_RESULT_SUBTYPE, gz_fn_parse_money},
  {"parse_number", 1, 1, PURE, gz_fn_parse_number},
  {"parse_percent", 1, 1, PURE, gz_fn_parse_percent},
  {"parse_date", 1, 3, PURE, gz_fn_parse_date},
  {"entity_of", 1, 2, SQLITE_INNOCUOUS, gz_fn_entity_of},
  {"article_lang", 1, 2, PURE, gz_fn_article_lang},
  {"clean_text", 1, 1, PURE, gz_fn_clean_text},
  {"fold_text", 1, 1, PURE, gz_fn_fold_text},
  {"search_query", 1, 2, SQLITE_INNOCUOUS, gz_fn_search_query},
  {"kwic", 3, 4, PURE, gz_fn_kwic},
  {"simhash", 1, 1, PURE, gz_fn_simhash},
  {"containment", 2, 2, PURE, gz_fn_containment},
  {"hamming", 2, 2, PURE, gz_fn_hamming},
  {"gazette_version", 0, 1, PURE, gz_fn_version},
  {"gazette_debug", 0, 0, SQLITE_INNOCUOUS | SQLITE_RESULT_SUBTYPE, gz_fn_debug},
  {NULL, 0, 0, 0, NULL},
};

/* What SQLite keeps with a function. */
typedef struct bound { gz_conn *conn; const gz_function *f; } bound;

gz_conn *gz_fn_conn(sqlite3_context *ctx) { return ((bound *)sqlite3_user_data(ctx))->conn; }

static void unbind(void *p)
{
  bound *b = p;
  gz_conn_release(b->conn);
  gz_free(b);
}

/* Every call goes through here, so that an interrupt stops any of them. */
static void call(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  bound *b = sqlite3_user_data(ctx);
  gz_watch w, *before = gz_conn_watch(b->conn, &w);
  b->f->call(ctx, argc, argv);
  gz_watch_set(before);
  if (w.stopped) gz_result_status(ctx, GZ_INTERRUPT);
}

int gz_functions_register(sqlite3 *db, gz_conn *c)
{
  for (const gz_function *f = gz_functions; f->name; f++)
    for (int n = f->min_args; n <= f->max_args; n++) {
      bound *b = gz_malloc(sizeof *b);
      if (!b) return SQLITE_NOMEM;
      *b = (bound){gz_conn_retain(c), f};
      int rc = sqlite3_create_function_v2(db, f->name, n, SQLITE_UTF8 | f->flags, b, call, NULL, NULL, unbind);
      if (rc != SQLITE_OK) return rc;
    }
  return SQLITE_OK;
}
