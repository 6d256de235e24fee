/* From finder values to SQL values, and the wording of errors. */
#include "bind/bind.h"
#include <stdarg.h>

bool gz_value_text(sqlite3_value *v, gz_view *out)
{
  const char *p = (const char *)sqlite3_value_text(v);      /* before _bytes: the conversion settles both */
  if (!p) { *out = gz_view_of("", 0); return false; }
  size_t n = (size_t)sqlite3_value_bytes(v);
  const char *nul = memchr(p, 0, n);
  *out = gz_view_of(p, nul ? (size_t)(nul - p) : n);
  return true;
}

int gz_status_rc(gz_status s)
{
  switch (s) {
    case GZ_OK: case GZ_ROW: case GZ_DONE: return SQLITE_OK;
    case GZ_NOMEM: return SQLITE_NOMEM;
    case GZ_INTERRUPT: return SQLITE_INTERRUPT;
    case GZ_TOOBIG: return SQLITE_TOOBIG;
    default: return SQLITE_ERROR;
  }
}

void gz_result_status(sqlite3_context *ctx, gz_status s)
{
  if (s == GZ_NOMEM) sqlite3_result_error_nomem(ctx);
  else if (s == GZ_TOOBIG) sqlite3_result_error_toobig(ctx);
  else {
    sqlite3_result_null(ctx);                                /* a result that is there already would be taken, copied, for the message */
    sqlite3_result_error_code(ctx, gz_status_rc(s));         /* SQLite's own words: interrupted */
  }
}

void gz_result_error(sqlite3_context *ctx, const char *format, ...)
{
  va_list a;
  va_start(a, format);
  char *z = sqlite3_vmprintf(format, a);
  va_end(a);
  if (z) sqlite3_result_error(ctx, z, -1);
  else sqlite3_result_error_nomem(ctx);
  sqlite3_free(z);
}

/* A long text is copied here, in steps that can be stopped; SQLite's own copying cannot. */
#define LONG ((size_t)1 << 20)

void gz_result_view(sqlite3_context *ctx, gz_view v)
{
  if (v.n < LONG) { sqlite3_result_text64(ctx, v.p ? v.p : "", v.n, SQLITE_TRANSIENT, SQLITE_UTF8); return; }
  char *p = sqlite3_malloc64(v.n + 1);
  if (!p) { sqlite3_result_error_nomem(ctx); return; }
  if (!gz_watch_copy(p, v.p, v.n)) { sqlite3_free(p); gz_result_status(ctx, GZ_INTERRUPT); return; }
  p[v.n] = 0;
  sqlite3_result_text64(ctx, p, v.n, sqlite3_free, SQLITE_UTF8);
}

void gz_result_cstr(sqlite3_context *ctx, const char *z)
{
  if (z) gz_result_view(ctx, gz_view_cstr(z));
  else sqlite3_result_null(ctx);
}

void gz_result_dec(sqlite3_context *ctx, gz_dec d)
{
  int64_t i;
  if (gz_dec_to_int64(d, &i)) sqlite3_result_int64(ctx, i);
  else sqlite3_result_double(ctx, gz_dec_to_double(d));
}

void gz_result_day(sqlite3_context *ctx, int32_t day)
{
  char z[16];
  if (day == GZ_NO_DAY) { sqlite3_result_null(ctx); return; }
  gz_day_print(day, z);
  gz_result_cstr(ctx, z);
}

void gz_result_buf(sqlite3_context *ctx, gz_buf *b)
{
  size_t n;
  if (b->failed) { gz_buf_free(b); sqlite3_result_error_nomem(ctx); return; }
  if (b->n == 0) { gz_buf_free(b); sqlite3_result_text(ctx, "", 0, SQLITE_STATIC); return; }
  char *p = gz_buf_take(b, &n);
  if (!p) { sqlite3_result_error_nomem(ctx); return; }
  sqlite3_result_text64(ctx, p, n, sqlite3_free, SQLITE_UTF8);
}

void gz_buf_put_dec(gz_buf *b, gz_dec d)
{
  char z[64];
  gz_buf_put(b, z, gz_dec_print(d, z, sizeof z));
}
