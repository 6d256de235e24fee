/* parse_money, parse_number, parse_percent: the first mention of a text as a value. They use the pull iterators directly, so a
** long text costs only up to its first mention. */
#include "fn/functions.h"
#include "base/alloc.h"
#include "find/money_iter.h"
#include "find/number.h"
#include "find/quantity.h"
#include "text/utf8.h"

static const char *const fields[] = {"n", "start", "length", "surface", "amount", "low", "high", "approx", "currency", "basis", "hedge", "per", "restates"};
#define FIELD_COUNT ((int)(sizeof fields / sizeof *fields))

static void put_dec(gz_buf *b, bool has, gz_dec d)
{
  if (!has) { gz_buf_puts(b, "null"); return; }
  gz_buf_put_dec(b, d);
}

static void put_cstr(gz_buf *b, const char *z)
{
  if (z && *z) gz_buf_put_json(b, gz_view_cstr(z));
  else gz_buf_puts(b, "null");
}

static void put_field(gz_buf *b, gz_view text, const gz_money *m, int field)
{
  gz_dec approx;
  bool has;
  switch (field) {
    case 0: gz_buf_puts(b, "1"); break;
    case 1: gz_buf_put_u64(b, gz_utf8_count(text.p, 0, m->span.start) + 1); break;
    case 2: gz_buf_put_u64(b, gz_utf8_count(text.p, m->span.start, m->span.end)); break;
    case 3: gz_buf_put_json(b, gz_view_slice(text, m->span)); break;
    case 4: put_dec(b, m->point, m->low); break;
    case 5: put_dec(b, m->has_low, m->low); break;
    case 6: put_dec(b, m->has_high, m->high); break;
    case 7: has = gz_money_approx(m, &approx); put_dec(b, has, approx); break;
    case 8: put_cstr(b, m->currency); break;
    case 9: put_cstr(b, gz_basis_name(m->basis)); break;
    case 10: put_cstr(b, gz_hedge_name(m->hedge)); break;
    case 11: put_cstr(b, m->per); break;
    default: gz_buf_puts(b, "null"); break;      /* the first mention restates nothing */
  }
}

static void result_field(sqlite3_context *ctx, gz_view text, const gz_money *m, int field)
{
  gz_dec d;
  switch (field) {
    case 0: sqlite3_result_int(ctx, 1); break;
    case 1: sqlite3_result_int64(ctx, (sqlite3_int64)gz_utf8_count(text.p, 0, m->span.start) + 1); break;
    case 2: sqlite3_result_int64(ctx, (sqlite3_int64)gz_utf8_count(text.p, m->span.start, m->span.end)); break;
    case 3: gz_result_view(ctx, gz_view_slice(text, m->span)); break;
    case 4: if (m->point) gz_result_dec(ctx, m->low); break;
    case 5: if (m->has_low) gz_result_dec(ctx, m->low); break;
    case 6: if (m->has_high) gz_result_dec(ctx, m->high); break;
    case 7: if (gz_money_approx(m, &d)) gz_result_dec(ctx, d); break;
    case 8: if (m->currency[0]) gz_result_cstr(ctx, m->currency); break;
    case 9: gz_result_cstr(ctx, gz_basis_name(m->basis)); break;
    case 10: gz_result_cstr(ctx, gz_hedge_name(m->hedge)); break;
    case 11: gz_result_cstr(ctx, m->per); break;
    default: break;
  }
}

/* parse_money(text [, field [, region]]) */
void gz_fn_parse_money(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text, field = gz_view_of("", 0), region = gz_view_of("", 0);
  int want = -1;
  if (argc > 1 && sqlite3_value_type(argv[1]) != SQLITE_NULL) {
    gz_value_text(argv[1], &field);
    for (int i = 0; i < FIELD_COUNT; i++) if (gz_view_is(field, fields[i])) want = i;
    if (want < 0) { gz_result_error(ctx, "parse_money: unknown field '%!.40s'", field.p); return; }
  }
  if (argc > 2 && sqlite3_value_type(argv[2]) != SQLITE_NULL) {
    gz_value_text(argv[2], &region);
    if (!gz_region_known(region)) { gz_result_error(ctx, "parse_money: unknown region '%!.40s'", region.p); return; }
  }
  if (!gz_value_text(argv[0], &text)) return;
  gz_money_iter it;
  gz_money m;
  gz_money_begin(&it, text, region);
  if (!gz_money_next(&it, &m)) return;
  if (want >= 0) { result_field(ctx, text, &m, want); return; }
  gz_buf b = GZ_BUF_INIT;
  for (int i = 0; i < FIELD_COUNT; i++) {
    gz_buf_puts(&b, i ? ",\"" : "{\"");
    gz_buf_puts(&b, fields[i]);
    gz_buf_puts(&b, "\":");
    put_field(&b, text, &m, i);
  }
  gz_buf_puts(&b, "}");
  gz_result_buf(ctx, &b);
  sqlite3_result_subtype(ctx, GZ_JSON_SUBTYPE);
}

/* parse_number(text): the first number that stands by itself; of a vague or open one the bound that is known */
void gz_fn_parse_number(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  gz_number_iter it;
  gz_number n;
  (void)argc;
  if (!gz_value_text(argv[0], &text)) return;
  gz_number_begin(&it, text, NULL);
  for (size_t i = 1; gz_number_next(&it, &n) && (i % 8 || !gz_watch_stopped()); i++)
    if (gz_number_plain(text, &n, it.num.lang_id)) {
      gz_result_dec(ctx, n.open_low ? n.high : n.low);
      return;
    }
}

/* parse_percent(text) */
void gz_fn_parse_percent(sqlite3_context *ctx, int argc, sqlite3_value **argv)
{
  gz_view text;
  gz_quantity_iter it;
  gz_quantity q;
  (void)argc;
  if (!gz_value_text(argv[0], &text)) return;
  gz_quantity_begin(&it, text);
  for (size_t i = 1; gz_quantity_next(&it, &q) && (i % 8 || !gz_watch_stopped()); i++)
    if (strcmp(q.unit, "%") == 0) {
      if (q.has_low) gz_result_dec(ctx, q.low);
      else if (q.has_high) gz_result_dec(ctx, q.high);
      return;
    }
}
