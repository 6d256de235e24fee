/* search_query, simhash, hamming. */
#include "fn/functions.h"
void gz_fn_search_query(sqlite3_context *ctx, int argc, sqlite3_value **argv) { (void)argc; (void)argv; sqlite3_result_null(ctx); }
void gz_fn_simhash(sqlite3_context *ctx, int argc, sqlite3_value **argv) { (void)argc; (void)argv; sqlite3_result_null(ctx); }
void gz_fn_hamming(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL || sqlite3_value_type(argv[1]) == SQLITE_NULL) return;
  sqlite3_uint64 x = (sqlite3_uint64)sqlite3_value_int64(argv[0]) ^ (sqlite3_uint64)sqlite3_value_int64(argv[1]);
  int bits = 0;
  for (; x; x &= x - 1) bits++;
  sqlite3_result_int(ctx, bits);
}
