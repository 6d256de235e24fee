/* read_articles(root [, charset [, max_size]]) and list_files(root [, bad_root]): one streaming table implementation, a descriptor each.
** A plan is a bitmask in idxNum: bit k (0..2) = argument k is given, PLAN_PATH = one path is wanted; idxStr is colUsed in hex, so that
** a scan reads, decodes and analyses only what the statement looks at. A bad root is an error; list_files with bad_root = 'row' gives
** one row with path NULL instead, since SQL cannot catch an error (the import says which root is missing and goes on with the others). DIRECTONLY: what reads files must not run from a view or
** trigger of a database that somebody else made. */
#include "vt/files.h"
#include "base/alloc.h"
#include "io/records.h"
#include "io/sha256.h"
#include "page/stamp.h"
#include "vt/tables.h"
#include "vt/vtab.h"
#include <stdlib.h>

#define PLAN_PATH 8
#define DEFAULT_MAX ((sqlite3_int64)256 << 20)

typedef struct file_table { const char *name, *columns; int column_count, arg_count; bool reads; } file_table;

static const file_table tables[] = {
  {"read_articles", "path TEXT, part INTEGER, " GZ_ARTICLE_COLUMNS ", raw TEXT, charset TEXT, undecoded INTEGER, size INTEGER, mtime INTEGER, "
   "sha256 TEXT, extra TEXT, error TEXT, root HIDDEN, charset_given HIDDEN, max_size HIDDEN", 24, 3, true},
  {"list_files", "path TEXT, size INTEGER, mtime INTEGER, format TEXT, error TEXT, root HIDDEN, bad_root HIDDEN", 5, 2, false},
};

enum { C_PATH, C_PART, C_ARTICLE, C_BODY = C_ARTICLE + 12, C_RAW = C_ARTICLE + 14, C_CHARSET, C_UNDECODED, C_SIZE, C_MTIME, C_SHA256, C_EXTRA, C_ERROR };
enum { A_TITLE, A_ALT, A_SOURCE, A_SITE, A_AUTHOR, A_EDITOR, A_PUBLISHED, A_FIRST, A_LAST, A_PLACE, A_URL, A_LANG, A_BODY, A_FLAGS };

#define BITS(from, to) (((1ull << ((to) - (from))) - 1) << (from))
#define NEEDS_ARTICLE BITS(C_ARTICLE, C_RAW)
#define NEEDS_TEXT (NEEDS_ARTICLE | BITS(C_RAW, C_SIZE) | 1ull << C_ERROR)
#define NEEDS_BYTES (NEEDS_TEXT | 1ull << C_SHA256)

typedef struct file_cursor {
  sqlite3_vtab_cursor base;      /* must be first */
  const file_table *table;
  gz_walk *walk;
  gz_reader reader;
  bool reading, at_end;
  sqlite3_uint64 used;
  size_t max_size;
  char *root, *charset;
  sqlite3_int64 rowid;
  gz_file file;
  gz_record record;
  gz_decoded decoded;
  gz_arena arena;
  gz_article article;
  char sha256[65];
  const char *error;
} file_cursor;

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **error)
{
  (void)argc; (void)argv;
  return gz_vtab_connect(db, aux, ((const file_table *)gz_vtab_table(aux))->columns, SQLITE_VTAB_DIRECTONLY, out, error);
}

static int best_index(sqlite3_vtab *p, sqlite3_index_info *info)
{
  const file_table *t = ((gz_vtab *)p)->table;
  int path = -1, next, plan, rc = gz_vtab_plan_args(info, t->column_count, t->arg_count, &plan, &next);
  info->idxNum = plan;
  if (rc != SQLITE_OK || plan == GZ_PLAN_MISSING) return rc;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    if (c->op == SQLITE_INDEX_CONSTRAINT_EQ && c->usable && c->iColumn == C_PATH) path = i;
  }
  info->estimatedCost = t->reads ? 1e7 : 1e5;
  info->estimatedRows = 10000;
  if (path >= 0) {
    info->aConstraintUsage[path].argvIndex = next + 1;     /* the comparison itself is left to SQLite */
    info->idxNum |= PLAN_PATH;
    info->estimatedCost = t->reads ? 1e3 : 10;
    info->estimatedRows = 1;
  }
  info->idxStr = sqlite3_mprintf("%llx", (unsigned long long)info->colUsed);
  if (!info->idxStr) return SQLITE_NOMEM;
  info->needToFreeIdxStr = 1;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *p, sqlite3_vtab_cursor **out)
{
  file_cursor *c = gz_malloc(sizeof *c);
  if (!c) return SQLITE_NOMEM;
  memset(c, 0, sizeof *c);
  c->table = ((gz_vtab *)p)->table;
  *out = &c->base;
  return SQLITE_OK;
}

static void drop_row(file_cursor *c)
{
  gz_buf_free(&c->decoded.own);
  memset(&c->decoded, 0, sizeof c->decoded);
  gz_arena_free(&c->arena);
  memset(&c->article, 0, sizeof c->article);
  memset(&c->record, 0, sizeof c->record);
  c->article.published_first = c->article.published_last = GZ_NO_DAY;
  c->sha256[0] = 0;
  c->error = NULL;
}

static void reset(file_cursor *c)
{
  drop_row(c);
  if (c->reading) gz_reader_end(&c->reader);
  c->reading = false;
  gz_walk_end(c->walk);
  c->walk = NULL;
  gz_free(c->root);
  gz_free(c->charset);
  c->root = c->charset = NULL;
  c->rowid = 0;
  c->at_end = true;
}

static int close_cursor(sqlite3_vtab_cursor *p)
{
  reset((file_cursor *)p);
  gz_free(p);
  return SQLITE_OK;
}

/* A date as records write it, or as people do (`March 2, 2024`, `Sat, 02 Mar 2024 09:15:00 GMT`, `2024年3月2日 09:15`). */
static bool given_day(gz_view t, char edtf[40])
{
  gz_stamp s;
  if (gz_stamp_given(t, edtf)) return true;
  if (t.n > 80 || gz_stamps(t, &s, 1, false) == 0 || !s.day) return false;
  memcpy(edtf, s.edtf, 39);
  edtf[39] = 0;
  return true;
}

/* What a record says of itself beats what its text seems to say. */
static gz_status apply_given(file_cursor *c)
{
  const gz_given *g = &c->record.given;
  gz_article *a = &c->article;
  char edtf[40];
  if (g->title) a->title = g->title;
  if (g->url) a->url = g->url;
  if (g->author) a->author = g->author;
  if (g->source) a->source = g->source;
  if (g->lang) a->lang = g->lang;
  if (g->published && given_day(gz_view_cstr(g->published), edtf)) {
    char *z = gz_arena_copy(&c->arena, edtf, strlen(edtf));
    if (!z) return GZ_NOMEM;
    a->published = z;
    gz_edtf_days(gz_view_cstr(z), &a->published_first, &a->published_last);
  }
  return GZ_OK;
}

/* Hash, decoding and analysis of the current record, as far as they are asked for. */
static gz_status fill_row(file_cursor *c)
{
  gz_record *r = &c->record;
  c->error = r->error;
  if (c->used & 1ull << C_SHA256) gz_sha256_hex(r->bytes, c->sha256);
  if (r->error || !(c->used & NEEDS_TEXT)) return GZ_OK;
  if (r->decoded) {
    c->decoded.text = r->text;
    c->decoded.undecoded = r->undecoded;
    memcpy(c->decoded.charset, r->charset, strlen(r->charset) + 1);
  } else {
    gz_status s = gz_decode(r->text, c->charset, &c->decoded);
    if (s != GZ_OK) return s;
    c->error = c->decoded.error;
  }
  if (c->error || !(c->used & NEEDS_ARTICLE)) return GZ_OK;
  const char *nul = c->decoded.text.n ? memchr(c->decoded.text.p, 0, c->decoded.text.n) : NULL;
  gz_view text = gz_view_of(c->decoded.text.p, nul ? (size_t)(nul - c->decoded.text.p) : c->decoded.text.n);
  gz_status s = gz_article_parse(text, &c->arena, &c->article);
  return s == GZ_OK ? apply_given(c) : s;
}

static int advance(file_cursor *c)
{
  gz_status s;
  drop_row(c);
  for (;;) {
    if (gz_watch_was_stopped()) return SQLITE_INTERRUPT;
    if (c->reading) {
      s = gz_reader_next(&c->reader, &c->record);
      if (s == GZ_ROW) s = fill_row(c);
      else if (s == GZ_DONE) { gz_reader_end(&c->reader); c->reading = false; continue; }
      if (s != GZ_OK) return gz_status_rc(s);
      c->rowid++;
      return SQLITE_OK;
    }
    s = c->walk ? gz_walk_next(c->walk, &c->file) : GZ_DONE;
    if (s == GZ_DONE) { c->at_end = true; return SQLITE_OK; }
    if (s != GZ_ROW) return gz_status_rc(s);
    c->error = c->file.error;
    if (c->table->reads && !c->error && c->file.size == 0) c->error = "empty file";
    bool whole = c->file.format == GZ_FORMAT_TXT || c->file.format == GZ_FORMAT_MD;
    if (c->table->reads && !c->error && (!whole || (c->used & NEEDS_BYTES))) {
      int fd = gz_walk_open(c->walk, &c->error);
      if (fd >= 0) {
        gz_reader_begin(&c->reader, fd, c->file.format, c->max_size, c->charset);
        c->reading = true;
        continue;
      }
    }
    c->record.part = 1;
    c->rowid++;
    return SQLITE_OK;
  }
}

static int fail(file_cursor *c, const char *what, const char *value, const char *why)
{
  const char *gap = *why ? " " : "";
  if (!value) return gz_vtab_fail(c->base.pVtab, SQLITE_ERROR, "%s: %s%s%s", c->table->name, what, gap, why);
  return gz_vtab_fail(c->base.pVtab, SQLITE_ERROR, "%s: %s '%s'%s%s", c->table->name, what, value, gap, why);
}

static int filter_watched(sqlite3_vtab_cursor *p, int plan, const char *used, int argc, sqlite3_value **argv)
{
  file_cursor *c = (file_cursor *)p;
  const char *why = NULL;
  char *path = NULL;
  size_t n;
  int next = 0, rc = SQLITE_OK;
  (void)argc;
  reset(c);
  if (plan & GZ_PLAN_MISSING) return gz_vtab_fail(p->pVtab, SQLITE_ERROR, "%s: argument root is missing", c->table->name);
  c->used = strtoull(used, NULL, 16);
  sqlite3_int64 limit = sqlite3_limit(((gz_vtab *)p->pVtab)->conn->db, SQLITE_LIMIT_LENGTH, -1), max = DEFAULT_MAX;
  if (plan & 1) rc = gz_vtab_copy_text(argv[next++], &c->root, &n);
  if (rc == SQLITE_OK && (plan & 2)) rc = gz_vtab_copy_text(argv[next++], &c->charset, &n);      /* of list_files: bad_root */
  if (rc == SQLITE_OK && (plan & 4)) {
    if (sqlite3_value_type(argv[next]) != SQLITE_NULL) max = sqlite3_value_int64(argv[next]);
    next++;
    if (max < 1) return fail(c, "max_size must be 1 or more, not", (const char *)sqlite3_value_text(argv[next - 1]), "");
  }
  if (rc != SQLITE_OK) return rc;
  if (!c->root) return fail(c, "root must not be NULL", NULL, "");
  bool as_row = !c->table->reads && c->charset;
  if (as_row && strcmp(c->charset, "row") != 0) return fail(c, "unknown bad_root", c->charset, "");
  gz_status known = c->table->reads && c->charset ? gz_charset_known(c->charset) : GZ_OK;
  if (known != GZ_OK) return known == GZ_NOMEM ? SQLITE_NOMEM : fail(c, "unknown charset", c->charset, "");
  if (plan & PLAN_PATH) {
    rc = gz_vtab_copy_text(argv[next], &path, &n);
    if (rc != SQLITE_OK) return rc;
    if (!path) return SQLITE_OK;                           /* path = NULL is never true */
  }
  c->max_size = (size_t)(max < limit ? max : limit);
  gz_status s = gz_walk_begin(gz_view_cstr(c->root), path, &c->walk, &why);
  gz_free(path);
  if (s == GZ_ERROR && as_row) {
    memset(&c->file, 0, sizeof c->file);
    c->file.size = c->file.mtime = -1;
    c->file.error = c->error = why ? why : "cannot be read";
    c->at_end = false;
    c->rowid = 1;
    return SQLITE_OK;
  }
  if (s == GZ_ERROR) return fail(c, "root", c->root, why ? why : "cannot be read");
  if (s != GZ_OK) return gz_status_rc(s);
  c->at_end = false;
  return advance(c);
}

static gz_conn *conn_of(sqlite3_vtab_cursor *p) { return ((gz_vtab *)p->pVtab)->conn; }

static int filter(sqlite3_vtab_cursor *p, int plan, const char *used, int argc, sqlite3_value **argv)
{
  gz_watch w, *before = gz_conn_watch(conn_of(p), &w);
  int rc = filter_watched(p, plan, used, argc, argv);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : rc;
}

static int next_row(sqlite3_vtab_cursor *p)
{
  gz_watch w, *before = gz_conn_watch(conn_of(p), &w);
  int rc = advance((file_cursor *)p);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : rc;
}

static int eof(sqlite3_vtab_cursor *p) { return ((file_cursor *)p)->at_end; }
static int rowid_of(sqlite3_vtab_cursor *p, sqlite3_int64 *out) { *out = ((file_cursor *)p)->rowid; return SQLITE_OK; }

static void put_count(sqlite3_context *ctx, int64_t v) { if (v >= 0) sqlite3_result_int64(ctx, v); }

static void list_column(const file_cursor *c, sqlite3_context *ctx, int i)
{
  switch (i) {
    case 0: gz_result_cstr(ctx, c->file.path); break;
    case 1: put_count(ctx, c->file.size); break;
    case 2: put_count(ctx, c->file.mtime); break;
    case 3: gz_result_cstr(ctx, c->file.error && c->file.format == GZ_FORMAT_NONE ? NULL : gz_format_name(c->file.format)); break;
    default: gz_result_cstr(ctx, c->error);
  }
}

static void article_column(const file_cursor *c, sqlite3_context *ctx, int i)
{
  bool have = !c->error && c->decoded.charset[0];
  switch (i) {
    case C_PATH: gz_result_cstr(ctx, c->file.path); break;
    case C_PART: sqlite3_result_int64(ctx, c->record.part); break;
    case C_RAW: if (have) gz_result_view(ctx, c->decoded.text); break;
    case C_CHARSET: if (have) gz_result_cstr(ctx, c->decoded.charset); break;
    case C_UNDECODED: if (have) sqlite3_result_int64(ctx, c->decoded.undecoded); break;
    case C_SIZE: put_count(ctx, c->file.size); break;
    case C_MTIME: put_count(ctx, c->file.mtime); break;
    case C_SHA256: if (c->sha256[0] && c->reading && !c->record.error) gz_result_cstr(ctx, c->sha256); break;
    case C_EXTRA:
      gz_result_cstr(ctx, c->record.given.extra);
      if (c->record.given.extra) sqlite3_result_subtype(ctx, GZ_JSON_SUBTYPE);
      break;
    case C_ERROR: gz_result_cstr(ctx, c->error); break;
    default: if (have && i >= C_ARTICLE && i < C_RAW) gz_article_column(ctx, &c->article, i - C_ARTICLE);
  }
}

static int column(sqlite3_vtab_cursor *p, sqlite3_context *ctx, int i)
{
  file_cursor *c = (file_cursor *)p;
  int k = i - c->table->column_count;
  gz_watch w, *before = gz_conn_watch(conn_of(p), &w);
  if (k == 0) gz_result_cstr(ctx, c->root);
  else if (k == 1) gz_result_cstr(ctx, c->charset);
  else if (k == 2) sqlite3_result_int64(ctx, (sqlite3_int64)c->max_size);
  else if (c->table->reads) article_column(c, ctx, i);
  else list_column(c, ctx, i);
  gz_watch_set(before);
  return w.stopped ? SQLITE_INTERRUPT : SQLITE_OK;
}

static const sqlite3_module file_module = {
  .iVersion = 0,
  .xConnect = connect,          /* xCreate NULL: eponymous only */
  .xBestIndex = best_index,
  .xDisconnect = gz_vtab_disconnect,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = filter,
  .xNext = next_row,
  .xEof = eof,
  .xColumn = column,
  .xRowid = rowid_of,
};

int gz_files_register(sqlite3 *db, gz_conn *c)
{
  int rc = SQLITE_OK;
  for (size_t k = 0; rc == SQLITE_OK && k < sizeof tables / sizeof *tables; k++) rc = gz_vtab_register(db, tables[k].name, &file_module, &tables[k], c);
  return rc;
}
