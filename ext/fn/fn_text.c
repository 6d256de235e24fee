/* Functions of text alone: article_lang, clean_text, fold_text, kwic, parse_date; and of the build: gazette_version, gazette_debug. */
#include "fn/functions.h"
#include "base/watch.h"
#include "base/alloc.h"
#include "text/repair.h"
#include "text/search_fold.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/uversion.h>
#include <unicode/uchar.h>

/* article_lang(text [, field]) */
void gz_fn_article_lang(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text, field;
  gz_lang_result r;
  bool confidence = false;
  if (argc > 1 && gz_value_text(argv[1], &field)) {
    confidence = gz_view_is(field, "confidence");
    if (!confidence && !gz_view_is(field, "lang")) { gz_result_error(ctx, "article_lang: unknown field '%!.40s'", field.p); return; }
  }
  if (!gz_value_text(argv[0], &text)) return;
  gz_lang_detect(text.p, text.n, &r);
  if (confidence) sqlite3_result_double(ctx, r.confidence);
  else gz_result_cstr(ctx, r.tag);
}

/* clean_text(text): the text with every repair applied. */
void gz_fn_clean_text(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  gz_arena arena = {NULL};
  gz_repair *list = NULL;
  size_t count = 0, at = 0;
  (void)argc;
  if (!gz_value_text(argv[0], &text)) return;
  gz_status s = gz_repairs(text, &arena, &list, &count);
  gz_buf b = GZ_BUF_INIT;
  for (size_t i = 0; s == GZ_OK && i < count; i++) {
    gz_watch_put(&b, text.p + at, list[i].span.start - at);
    gz_buf_put(&b, list[i].becomes.p, list[i].becomes.n);
    at = list[i].span.end;
  }
  if (s == GZ_OK) { gz_watch_put(&b, text.p + at, text.n - at); gz_result_buf(ctx, &b); }
  else { gz_buf_free(&b); gz_result_status(ctx, s); }
  gz_free(list);
  gz_arena_free(&arena);
}

/* fold_text(text) */
void gz_fn_fold_text(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  gz_buf b = GZ_BUF_INIT;
  (void)argc;
  if (!gz_value_text(argv[0], &text)) return;
  gz_search_fold(text, &b);
  gz_result_buf(ctx, &b);
}

static size_t skip_chars(gz_view t, size_t pos, sqlite3_int64 chars)
{
  size_t due = pos + GZ_WATCH_STRIDE;
  while (chars-- > 0 && pos < t.n && !gz_watch_at(pos, &due)) gz_utf8_next(t.p, t.n, &pos);
  return pos;
}

/* kwic(text, start, length [, width]): the mention in its context, width characters (default 40) on either side, cut at white
** space where there is some, line breaks shown as spaces. */
void gz_fn_kwic(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  if (!gz_value_text(argv[0], &text) || sqlite3_value_type(argv[1]) == SQLITE_NULL || sqlite3_value_type(argv[2]) == SQLITE_NULL) return;
  sqlite3_int64 start = sqlite3_value_int64(argv[1]), length = sqlite3_value_int64(argv[2]);
  sqlite3_int64 width = argc > 3 && sqlite3_value_type(argv[3]) != SQLITE_NULL ? sqlite3_value_int64(argv[3]) : 40;
  if (start < 1) { gz_result_error(ctx, "kwic: start must be 1 or more, not %lld", (long long)start); return; }
  if (length < 0) { gz_result_error(ctx, "kwic: length must not be negative, not %lld", (long long)length); return; }
  if (width < 0) { gz_result_error(ctx, "kwic: width must not be negative, not %lld", (long long)width); return; }
  size_t from = skip_chars(text, 0, start - 1), to = skip_chars(text, from, length), left = from, right;
  for (sqlite3_int64 k = 0; k < width && left > 0; k++) gz_utf8_prev(text.p, text.n, &left);
  right = skip_chars(text, to, width);
  gz_buf b = GZ_BUF_INIT;
  if (left > 0) gz_buf_puts(&b, "…");
  size_t parts[4] = {left, from, to, right};
  for (int p = 0; p < 3; p++) {
    if (p == 1) gz_buf_putc(&b, '[');
    for (size_t i = parts[p]; i < parts[p + 1]; i++) {
      char c = text.p[i];
      gz_buf_putc(&b, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
    if (p == 1) gz_buf_putc(&b, ']');
  }
  if (right < text.n) gz_buf_puts(&b, "…");
  gz_result_buf(ctx, &b);
}

/* parse_date(text [, anchor [, region]]) */
void gz_fn_parse_date(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text, anchor_text = gz_view_of("", 0), region = gz_view_of("", 0);
  gz_anchor anchor;
  if (argc > 1) gz_value_text(argv[1], &anchor_text);
  if (!gz_anchor_parse(anchor_text, &anchor) && anchor_text.n) {
    gz_result_error(ctx, "parse_date: anchor '%!.40s' is no date", anchor_text.p);
    return;
  }
  if (argc > 2 && gz_value_text(argv[2], &region) && !gz_region_known(region)) {
    gz_result_error(ctx, "parse_date: unknown region '%!.40s'", region.p);
    return;
  }
  if (!gz_value_text(argv[0], &text)) return;
  gz_date_iter it;
  gz_date d;
  gz_date_begin(&it, text, anchor, region);
  while (gz_date_next(&it, &d)) if (d.edtf[0]) { gz_result_cstr(ctx, d.edtf); return; }
}

#define STR_(x) #x
#define STR(x) STR_(x)

/* gazette_version([part]) */
void gz_fn_version(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view part = gz_view_of("code", 4);
  char icu[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo v;
  if (argc > 0 && !gz_value_text(argv[0], &part)) return;
  if (gz_view_is(part, "code")) gz_result_cstr(ctx, GZ_VERSION);
  else if (gz_view_is(part, "data")) gz_result_cstr(ctx, "fold-" STR(GZ_FOLD_VERSION));
  else if (gz_view_is(part, "icu")) { u_getVersion(v); u_versionToString(v, icu); gz_result_cstr(ctx, icu); }
  else if (gz_view_is(part, "sqlite")) gz_result_cstr(ctx, sqlite3_libversion());
  else gz_result_error(ctx, "gazette_version: unknown part '%!.40s'", part.p);
}

/* gazette_debug() */
void gz_fn_debug(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  char icu[U_MAX_VERSION_STRING_LENGTH];
  UVersionInfo v;
  gz_buf b = GZ_BUF_INIT;
  (void)argc; (void)argv;
  u_getVersion(v);
  u_versionToString(v, icu);
  gz_buf_puts(&b, "{\"code\":\"" GZ_VERSION "\",\"fold\":" STR(GZ_FOLD_VERSION) ",\"icu\":\"");
  gz_buf_puts(&b, icu);
  gz_buf_puts(&b, "\",\"icu_headers\":\"" U_ICU_VERSION "\",\"sqlite\":\"");
  gz_buf_puts(&b, sqlite3_libversion());
  gz_buf_puts(&b, "\",\"sqlite_headers\":\"" SQLITE_VERSION "\",\"compiler\":");
  gz_buf_put_json(&b, gz_view_cstr(__VERSION__));
  gz_buf_puts(&b, ",\"analysed\":");
  gz_buf_put_u64(&b, gz_fn_conn(ctx)->analysed);
  gz_buf_puts(&b, ",\"shingled\":");
  gz_buf_put_u64(&b, gz_fn_conn(ctx)->shingled);
  gz_buf_puts(&b, "}");
  gz_result_buf(ctx, &b);
  sqlite3_result_subtype(ctx, GZ_JSON_SUBTYPE);
}
