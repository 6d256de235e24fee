/* The table of scalar functions and their registration. What looks at the connection's gazetteer is not DETERMINISTIC. */
#include "fn/functions.h"

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
  {"gazette_debug", 0, 0, PURE | SQLITE_RESULT_SUBTYPE, gz_fn_debug},
  {NULL, 0, 0, 0, NULL},
};

int gz_functions_register(sqlite3 *db, gz_conn *c)
{
  for (const gz_function *f = gz_functions; f->name; f++)
    for (int n = f->min_args; n <= f->max_args; n++) {
      int rc = sqlite3_create_function_v2(db, f->name, n, SQLITE_UTF8 | f->flags, gz_conn_retain(c), f->call, NULL, NULL, gz_conn_release);
      if (rc != SQLITE_OK) return rc;
    }
  return SQLITE_OK;
}
