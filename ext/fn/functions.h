/* Every scalar function: one table with names, argument counts and flags, filled from the files of ext/fn. */
#ifndef GZ_FUNCTIONS_H
#define GZ_FUNCTIONS_H
#include "bind/bind.h"

typedef struct gz_function {
  const char *name;
  int min_args, max_args;
  int flags;                     /* SQLITE_DETERMINISTIC, SQLITE_INNOCUOUS, ... beside SQLITE_UTF8 */
  void (*call)(sqlite3_context *, int, sqlite3_value **);
} gz_function;

/* The connection of the call. */
gz_conn *gz_fn_conn(sqlite3_context *ctx);

extern const gz_function gz_functions[];      /* ends with a NULL name */
int gz_functions_register(sqlite3 *db, gz_conn *c);

#define GZ_FN(name) void name(sqlite3_context *ctx, int argc, sqlite3_value **argv)
GZ_FN(gz_fn_parse_money);
GZ_FN(gz_fn_parse_number);
GZ_FN(gz_fn_parse_percent);
GZ_FN(gz_fn_parse_date);
GZ_FN(gz_fn_entity_of);
GZ_FN(gz_fn_article_lang);
GZ_FN(gz_fn_clean_text);
GZ_FN(gz_fn_fold_text);
GZ_FN(gz_fn_search_query);
GZ_FN(gz_fn_kwic);
GZ_FN(gz_fn_simhash);
GZ_FN(gz_fn_hamming);
GZ_FN(gz_fn_containment);
GZ_FN(gz_fn_version);
GZ_FN(gz_fn_debug);

#endif
