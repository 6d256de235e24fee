/* search_query, simhash, hamming, containment. */
#include "fn/functions.h"
#include "text/query.h"
#include "text/shingle.h"
#include "text/simhash.h"

/* The other names of what a term names, for search_query's mode 'entities'. */
static void each_name(void *self, gz_view term, void (*add)(void *arg, gz_view name), void *arg)
{
  const gz_conn *c = self;
  gz_entity e;
  bool found;
  if (gz_entity_of(term, c->names, &e, &found) == GZ_OK && found) gz_entity_each_name(&e, c->names, add, arg);
}

/* search_query(words [, mode]): mode NULL or 'words'; 'entities' also finds an entity's other names. */
void gz_fn_search_query(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view words, mode;
  gz_buf b = GZ_BUF_INIT;
  bool entities = false;
  if (argc > 1 && gz_value_text(argv[1], &mode)) {
    entities = gz_view_is(mode, "entities");
    if (!entities && !gz_view_is(mode, "words")) { gz_result_error(ctx, "search_query: unknown mode '%!.40s'", mode.p); return; }
  }
  if (!gz_value_text(argv[0], &words)) return;
  gz_query_names names = {each_name, gz_fn_conn(ctx)};
  if (gz_query_build(words, entities ? &names : NULL, &b) != GZ_OK) { gz_buf_free(&b); sqlite3_result_error_nomem(ctx); return; }
  gz_result_buf(ctx, &b);
}

/* simhash(text): the 64-bit fingerprint as a signed integer. */
void gz_fn_simhash(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  (void)argc;
  if (!gz_value_text(argv[0], &text)) return;
  uint64_t h = gz_simhash(text);
  sqlite3_int64 v;
  memcpy(&v, &h, sizeof v);
  sqlite3_result_int64(ctx, v);
}

/* hamming(a, b): number of differing bits of two fingerprints. */
void gz_fn_hamming(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  (void)argc;
  if (sqlite3_value_type(argv[0]) == SQLITE_NULL || sqlite3_value_type(argv[1]) == SQLITE_NULL) return;
  sqlite3_result_int(ctx, (int)gz_hamming((uint64_t)sqlite3_value_int64(argv[0]), (uint64_t)sqlite3_value_int64(argv[1])));
}

/* containment(a, b): the share of the shorter text's shingles that stand in the other, 0 to 1; NULL when either has none. */
void gz_fn_containment(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view a, b;
  double share;
  size_t shared;
  (void)argc;
  if (!gz_value_text(argv[0], &a) || !gz_value_text(argv[1], &b)) return;
  if (gz_containment(a, b, &share, &shared) != GZ_OK) { sqlite3_result_error_nomem(ctx); return; }
  if (share >= 0) sqlite3_result_double(ctx, share);
}
