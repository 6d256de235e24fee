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

/* The expression made at an earlier row, if all arguments are constant (SQLite drops what is kept with others): one that asks for
** an entity's names costs microseconds, and the function is not DETERMINISTIC, so that it is called for every row. */
static bool known_query(sqlite3_context *ctx, int argc)
{
  const char *made = sqlite3_get_auxdata(ctx, 0);
  if (!made || (argc > 1 && !sqlite3_get_auxdata(ctx, 1))) return false;
  gz_result_cstr(ctx, made);
  return true;
}

static void keep_query(sqlite3_context *ctx, int argc, const gz_buf *b)
{
  if (b->failed || gz_watch_was_stopped()) return;
  char *copy = gz_malloc(b->n + 1);
  if (!copy) return;                                       /* then it is made again */
  if (b->n) memcpy(copy, b->p, b->n);
  copy[b->n] = 0;
  if (argc > 1) sqlite3_set_auxdata(ctx, 1, "", NULL);
  sqlite3_set_auxdata(ctx, 0, copy, gz_free);
}

/* search_query(words [, mode]): mode NULL or 'words'; 'entities' also finds an entity's other names. */
void gz_fn_search_query(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view words, mode;
  gz_buf b = GZ_BUF_INIT;
  bool entities = false;
  if (known_query(ctx, argc)) return;
  if (argc > 1 && gz_value_text(argv[1], &mode)) {
    entities = gz_view_is(mode, "entities");
    if (!entities && !gz_view_is(mode, "words")) { gz_result_error(ctx, "search_query: unknown mode '%!.40s'", mode.p); return; }
  }
  if (!gz_value_text(argv[0], &words)) return;
  gz_query_names names = {each_name, gz_fn_conn(ctx)};
  if (gz_query_build(words, entities ? &names : NULL, &b) != GZ_OK) { gz_buf_free(&b); sqlite3_result_error_nomem(ctx); return; }
  keep_query(ctx, argc, &b);
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

static void free_shingles(void *p)
{
  gz_shingles *s = p;
  gz_free(s->hashes);
  gz_free(s);
}

/* The shingles of an argument: what was made of a constant one at an earlier row, the kept analysis's, or made now, to be handed to
** SQLite at the end (which drops them unless the argument is constant). */
static gz_status shingles(sqlite3_context *ctx, int arg, gz_view text, gz_shingles **own, gz_shingles **out)
{
  gz_conn *c = gz_fn_conn(ctx);
  if ((*out = sqlite3_get_auxdata(ctx, arg)) != NULL) return GZ_OK;
  gz_analysis *kept = gz_conn_kept(c, text);
  if (kept) { *out = &kept->shingles; return gz_need_shingles(kept); }
  gz_shingles *s = gz_malloc(sizeof *s);
  if (!s) return GZ_NOMEM;
  memset(s, 0, sizeof *s);
  *out = *own = s;
  c->shingled++;
  return gz_shingles_of(text, s);
}

/* containment(a, b): the share of the shorter text's shingles that stand in the other, 0 to 1; NULL when either has none. */
void gz_fn_containment(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text[2];
  gz_shingles *own[2] = {NULL, NULL};
  gz_shingles *of[2];
  gz_status st = GZ_OK;
  (void)argc;
  for (int k = 0; k < 2; k++) if (!gz_value_text(argv[k], &text[k])) return;
  for (int k = 0; k < 2 && st == GZ_OK; k++) {
    st = shingles(ctx, k, text[k], &own[k], &of[k]);
    if (st == GZ_OK) st = gz_shingles_settle(of[k]);
  }
  double share = st == GZ_OK ? gz_containment(of[0], of[1]) : -1;
  for (int k = 0; k < 2; k++) {
    if (!own[k]) continue;
    if (st == GZ_OK && !gz_watch_was_stopped()) sqlite3_set_auxdata(ctx, k, own[k], free_shingles);
    else free_shingles(own[k]);
  }
  if (st != GZ_OK) gz_result_status(ctx, st);
  else if (share >= 0) sqlite3_result_double(ctx, share);
}
