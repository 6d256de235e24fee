/* search_query, simhash, hamming, containment. */
#include "fn/functions.h"
#include "base/alloc.h"
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
  gz_analysis *kept = gz_conn_kept(gz_fn_conn(ctx), text);      /* the import has just asked the text's other layers */
  gz_status st = kept ? gz_need_shingles(kept) : GZ_OK;
  if (st != GZ_OK) { gz_result_status(ctx, st); return; }
  uint64_t h = kept ? kept->shingles.simhash : gz_simhash(text);
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

/* The shingles of a text: the kept analysis's, else made in *own. */
static gz_status shingles(gz_conn *c, gz_view text, gz_shingles *own, const gz_shingles **out)
{
  gz_analysis *kept = gz_conn_kept(c, text);
  *out = kept ? &kept->shingles : own;
  return kept ? gz_need_shingles(kept) : gz_shingles_of(text, own);
}

/* containment(a, b): the share of the shorter text's shingles that stand in the other, 0 to 1; NULL when either has none. */
void gz_fn_containment(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view a, b;
  gz_shingles own_a = {0}, own_b = {0};
  (void)argc;
  if (!gz_value_text(argv[0], &a) || !gz_value_text(argv[1], &b)) return;
  const gz_shingles *x, *y;
  gz_status st = shingles(gz_fn_conn(ctx), a, &own_a, &x);
  if (st == GZ_OK) st = shingles(gz_fn_conn(ctx), b, &own_b, &y);
  double share = st == GZ_OK ? gz_containment(x, y) : -1;
  gz_free(own_a.hashes);
  gz_free(own_b.hashes);
  if (st != GZ_OK) gz_result_status(ctx, st);
  else if (share >= 0) sqlite3_result_double(ctx, share);
}
