/* The FTS5 tokenizer `gazette`: hands the search segmentation (segment.h) to FTS5. Registered through the v1 interface everywhere,
** and through v2 where the host's fts5_api has it (iVersion >= 3; xCreateTokenizer_v2 exists only then). The locale of v2 changes
** nothing: the fold is the same for all languages, because an index holds many. It takes no options and keeps no state. */
#include "fts/tokenizer.h"
#include "text/segment.h"

/* fts5.h of SQLite 3.47 and later, for builds against older headers. */
typedef struct v2_tokenizer {
  int iVersion;
  int (*xCreate)(void *, const char **, int, Fts5Tokenizer **);
  void (*xDelete)(Fts5Tokenizer *);
  int (*xTokenize)(Fts5Tokenizer *, void *, int, const char *, int, const char *, int, int (*)(void *, int, const char *, int, int, int));
} v2_tokenizer;

typedef struct v3_api {
  int iVersion;
  int (*xCreateTokenizer)(void *, const char *, void *, void *, void (*)(void *));
  int (*xFindTokenizer)(void *, const char *, void **, void *);
  int (*xCreateFunction)(void *, const char *, void *, void *, void (*)(void *));
  int (*xCreateTokenizer_v2)(void *, const char *, void *, v2_tokenizer *, void (*)(void *));
} v3_api;

typedef struct sink {
  void *ctx;
  int (*token)(void *, int, const char *, int, int, int);
} sink;

static int create(void *arg, const char **options, int count, Fts5Tokenizer **out)
{
  (void)options;
  if (count > 0) return SQLITE_ERROR;
  *out = arg;                  /* the connection is all there is to a tokenizer: it tells of interrupts */
  return SQLITE_OK;
}

static void destroy(Fts5Tokenizer *t) { (void)t; }

static int pass_on(void *arg, const gz_token *t)
{
  sink *s = arg;
  return s->token(s->ctx, t->colocated ? FTS5_TOKEN_COLOCATED : 0, t->p, (int)t->n, (int)t->start, (int)t->end);
}

static int tokenize(Fts5Tokenizer *t, void *ctx, int flags, const char *text, int n, int (*token)(void *, int, const char *, int, int, int))
{
  sink s = {ctx, token};
  if (!text || n <= 0) return SQLITE_OK;
  gz_watch w, *before = gz_conn_watch((gz_conn *)(void *)t, &w);
  int rc = gz_segment(gz_view_of(text, (size_t)n), (flags & FTS5_TOKENIZE_QUERY) != 0, pass_on, &s);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : rc;
}

static int tokenize_v2(Fts5Tokenizer *t, void *ctx, int flags, const char *text, int n, const char *locale, int locale_n,
                       int (*token)(void *, int, const char *, int, int, int))
{
  (void)locale; (void)locale_n;
  return tokenize(t, ctx, flags, text, n, token);
}

/* NULL without an error: the host has no FTS5. */
static int find_fts5(sqlite3 *db, fts5_api **api)
{
  sqlite3_stmt *st = NULL;
  *api = NULL;
  int rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &st, NULL);
  if (rc == SQLITE_OK) {
    rc = sqlite3_bind_pointer(st, 1, api, "fts5_api_ptr", NULL);
    if (rc == SQLITE_OK) sqlite3_step(st);
    rc = sqlite3_finalize(st);
  } else if ((rc & 255) == SQLITE_ERROR) rc = SQLITE_OK;   /* no such function: fts5 */
  return rc;
}

int gz_tokenizer_register(sqlite3 *db, gz_conn *c)
{
  fts5_api *api;
  int found = find_fts5(db, &api);
  if (found != SQLITE_OK) return found;
  if (!api || api->iVersion < 2) return SQLITE_OK;         /* a host without FTS5 has everything else */
  fts5_tokenizer v1 = {create, destroy, tokenize};
  int rc = api->xCreateTokenizer(api, "gazette", gz_conn_retain(c), &v1, gz_conn_release);
  if (rc != SQLITE_OK) gz_conn_release(c);                 /* FTS5 lets go only of what it has taken */
  if (rc == SQLITE_OK && api->iVersion >= 3) {
    v3_api *newer = (v3_api *)(void *)api;
    v2_tokenizer v2 = {2, create, destroy, tokenize_v2};
    rc = newer->xCreateTokenizer_v2(api, "gazette", gz_conn_retain(c), &v2, gz_conn_release);
    if (rc != SQLITE_OK) gz_conn_release(c);
  }
  return rc;
}
