/* Descriptors of the tables over finders: money, quantities, dates, entities, quotes, figures, deals, sentences, and over a
** text as a whole: languages, sketch. A finder's rows are read from the shared analysis of the text. */
#include "vt/tables.h"
#include "base/alloc.h"
#include "text/shingle.h"

#define SPANS "n INTEGER, start INTEGER, length INTEGER, surface TEXT"
#define SENTENCE ", sentence INTEGER"
#define MONEY_COLUMNS "amount, low, high, approx, currency TEXT, basis TEXT, hedge TEXT, per TEXT, restates INTEGER"

static void dec_or_null(sqlite3_context *ctx, bool has, gz_dec d)
{
  if (has) gz_result_dec(ctx, d);
  else sqlite3_result_null(ctx);
}

static void text_or_null(sqlite3_context *ctx, const char *z) { gz_result_cstr(ctx, z && *z ? z : NULL); }

void gz_money_column(sqlite3_context *ctx, const gz_money *m, int column)
{
  gz_dec approx;
  switch (column) {
    case 0: dec_or_null(ctx, m->point, m->low); break;
    case 1: dec_or_null(ctx, m->has_low, m->low); break;
    case 2: dec_or_null(ctx, m->has_high, m->high); break;
    case 3: if (gz_money_approx(m, &approx)) gz_result_dec(ctx, approx); break;
    case 4: text_or_null(ctx, m->currency); break;
    case 5: gz_result_cstr(ctx, gz_basis_name(m->basis)); break;
    case 6: gz_result_cstr(ctx, gz_hedge_name(m->hedge)); break;
    case 7: gz_result_cstr(ctx, m->per); break;
    default: if (m->restates >= 0) sqlite3_result_int64(ctx, (sqlite3_int64)m->restates + 1); break;
  }
}

/* A table whose rows are one layer of the analysis. */
#define LAYER(name, need, items, item_count)                                                                   \
  static gz_status name##_open(gz_scan *s)                                                                     \
  {                                                                                                            \
    gz_status st = gz_scan_analysis(s);                                                                        \
    if (st == GZ_OK) st = need(s->analysis);                                                                   \
    if (st == GZ_OK) s->count = s->analysis->item_count;                                                       \
    return st;                                                                                                 \
  }

LAYER(money, gz_need_money, money, money_count)
static gz_span money_span(const gz_scan *s, size_t i) { return s->analysis->money[i].span; }
static void money_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c) { gz_money_column(ctx, &s->analysis->money[i], c); }
const gz_table gz_table_money = {"money", SPANS ", " MONEY_COLUMNS SENTENCE, "text, region", 14, 2, true, money_open, money_span, money_column, NULL, true};

LAYER(quantities, gz_need_quantities, quantities, quantity_count)
static gz_span quantities_span(const gz_scan *s, size_t i) { return s->analysis->quantities[i].span; }
static void quantities_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_quantity *q = &s->analysis->quantities[i];
  switch (c) {
    case 0: dec_or_null(ctx, q->point, q->low); break;
    case 1: dec_or_null(ctx, q->has_low, q->low); break;
    case 2: dec_or_null(ctx, q->has_high, q->high); break;
    case 3: text_or_null(ctx, q->unit); break;
    default: gz_result_cstr(ctx, gz_hedge_name(q->hedge)); break;
  }
}
const gz_table gz_table_quantities = {"quantities", SPANS ", value, low, high, unit TEXT, hedge TEXT" SENTENCE, "text", 10, 1, true, quantities_open, quantities_span, quantities_column, NULL, true};

LAYER(dates, gz_need_dates, dates, date_count)
static gz_span dates_span(const gz_scan *s, size_t i) { return s->analysis->dates[i].span; }
static void dates_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_date *d = &s->analysis->dates[i];
  switch (c) {
    case 0: text_or_null(ctx, d->edtf); break;
    case 1: gz_result_day(ctx, d->first); break;
    case 2: gz_result_day(ctx, d->last); break;
    case 3: gz_result_cstr(ctx, gz_precision_name(d->precision)); break;
    default: sqlite3_result_int(ctx, d->relative); break;
  }
}
const gz_table gz_table_dates = {"dates", SPANS ", edtf TEXT, first_day TEXT, last_day TEXT, precision TEXT, relative INTEGER" SENTENCE, "text, anchor, region", 10, 3, true, dates_open, dates_span, dates_column, NULL, true};

LAYER(entities, gz_need_entities, entities, entity_count)
static gz_span entities_span(const gz_scan *s, size_t i) { return s->analysis->entities[i].span; }
static void entities_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_entity *e = &s->analysis->entities[i];
  switch (c) {
    case 0: gz_result_cstr(ctx, e->name); break;
    case 1: gz_result_cstr(ctx, gz_entity_type_name(e->type)); break;
    case 2: gz_result_cstr(ctx, e->qid); break;
    case 3: gz_result_cstr(ctx, e->ticker); break;
    case 4: gz_result_cstr(ctx, e->parent); break;
    default: gz_result_cstr(ctx, gz_entity_how_name(e->how)); break;
  }
}
const gz_table gz_table_entities = {"entities", SPANS ", entity TEXT, type TEXT, qid TEXT, ticker TEXT, parent TEXT, how TEXT" SENTENCE, "text", 11, 1, true, entities_open, entities_span, entities_column, NULL, true};

LAYER(quotes, gz_need_quotes, quotes, quote_count)
static gz_span quotes_span(const gz_scan *s, size_t i) { return s->analysis->quotes[i].span; }
static void span_or_null(const gz_scan *s, sqlite3_context *ctx, gz_span span)
{
  if (span.end > span.start) gz_result_view(ctx, gz_view_slice(s->text, span));
  else sqlite3_result_null(ctx);
}
static void quotes_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_quote *q = &s->analysis->quotes[i];
  switch (c) {
    case 0: gz_result_view(ctx, gz_view_slice(s->text, q->quote)); break;
    case 1: span_or_null(s, ctx, q->speaker); break;
    case 2: gz_result_cstr(ctx, q->entity); break;
    case 3: span_or_null(s, ctx, q->cue); break;
    default: gz_result_cstr(ctx, gz_speaker_kind_name(q->kind)); break;
  }
}
const gz_table gz_table_quotes = {"quotes", SPANS ", quote TEXT, speaker TEXT, entity TEXT, cue TEXT, speaker_kind TEXT" SENTENCE, "text", 10, 1, true, quotes_open, quotes_span, quotes_column, NULL, true};

LAYER(figures, gz_need_figures, figures, figure_count)
static gz_span figures_span(const gz_scan *s, size_t i) { return s->analysis->figures[i].money.span; }
static void figures_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_figure *f = &s->analysis->figures[i];
  if (c < 9) gz_money_column(ctx, &f->money, c);
  else if (c == 9) gz_result_cstr(ctx, f->measure);
  else if (c == 10) gz_result_cstr(ctx, f->entity);
  else text_or_null(ctx, f->edtf);
}
const gz_table gz_table_figures = {"figures", SPANS ", " MONEY_COLUMNS ", measure TEXT, entity TEXT, edtf TEXT" SENTENCE, "text, anchor, region", 17, 3, true, figures_open, figures_span, figures_column, NULL, true};

LAYER(deals, gz_need_deals, deals, deal_count)
static gz_span deals_span(const gz_scan *s, size_t i) { return s->analysis->deals[i].span; }
static void deals_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_deal *d = &s->analysis->deals[i];
  gz_money m = {.low = d->low, .high = d->high, .has_low = d->has_low, .has_high = d->has_high};
  gz_dec approx;
  m.point = d->has_low && d->has_high && gz_dec_cmp(d->low, d->high) == 0;
  switch (c) {
    case 0: gz_result_cstr(ctx, d->kind); break;
    case 1: gz_result_cstr(ctx, d->actor); break;
    case 2: gz_result_cstr(ctx, d->target); break;
    case 3: dec_or_null(ctx, d->has_low, d->low); break;
    case 4: dec_or_null(ctx, d->has_high, d->high); break;
    case 5: if (gz_money_approx(&m, &approx)) gz_result_dec(ctx, approx); break;
    case 6: text_or_null(ctx, d->currency); break;
    case 7: gz_result_cstr(ctx, d->scope); break;
    case 8: gz_result_cstr(ctx, d->round); break;
    case 9: dec_or_null(ctx, d->has_percent, d->percent); break;
    case 10: text_or_null(ctx, d->edtf); break;
    case 11: gz_result_day(ctx, d->first); break;
    case 12: gz_result_day(ctx, d->last); break;
    case 13: gz_result_cstr(ctx, d->status); break;
    case 14: gz_result_cstr(ctx, gz_hedge_name(d->hedge)); break;
    default: gz_result_cstr(ctx, d->attributed_to); break;
  }
}
const gz_table gz_table_deals = {"deals", SPANS ", kind TEXT, actor TEXT, target TEXT, low, high, approx, currency TEXT, scope TEXT, round TEXT, percent, edtf TEXT, first_day TEXT, last_day TEXT, status TEXT, hedge TEXT, attributed_to TEXT" SENTENCE,
  "text, anchor, region", 21, 3, true, deals_open, deals_span, deals_column, NULL, true};

LAYER(sentences, gz_need_sentences, sentences, sentence_count)
static gz_span sentences_span(const gz_scan *s, size_t i) { return s->analysis->sentences[i]; }
const gz_table gz_table_sentences = {"sentences", SPANS, "text", 4, 1, true, sentences_open, sentences_span, NULL, NULL, false};

#define MAX_LANGUAGES 16
static gz_status languages_open(gz_scan *s)
{
  s->data = gz_malloc(MAX_LANGUAGES * sizeof(gz_lang_result));
  if (!s->data) return GZ_NOMEM;
  s->count = (size_t)gz_lang_shares(s->text.p, s->text.n, s->data, MAX_LANGUAGES);
  return GZ_OK;
}
static void languages_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  const gz_lang_result *r = (const gz_lang_result *)s->data + i;
  if (c == 0) gz_result_cstr(ctx, r->tag);
  else sqlite3_result_double(ctx, c == 1 ? r->share : r->confidence);
}
static void data_close(gz_scan *s) { gz_free(s->data); }
const gz_table gz_table_languages = {"languages", "lang TEXT, share REAL, confidence REAL", "text", 3, 1, false, languages_open, NULL, languages_column, data_close, false};

/* The sketch comes with the shingles and the simhash of a text, in one pass: they are kept for who asks for those next. */
static gz_status sketch_open(gz_scan *s)
{
  gz_status st = gz_scan_analysis(s);
  if (st == GZ_OK) st = gz_need_shingles(s->analysis);
  if (st != GZ_OK) return st;
  s->count = s->analysis->shingles.sketch_count;
  return GZ_OK;
}
static void sketch_column(gz_scan *s, sqlite3_context *ctx, size_t i, int c)
{
  sqlite3_int64 h;
  (void)c;
  memcpy(&h, s->analysis->shingles.sketch + i, sizeof h);
  sqlite3_result_int64(ctx, h);
}
const gz_table gz_table_sketch = {"sketch", "hash INTEGER", "text", 1, 1, false, sketch_open, NULL, sketch_column, NULL, false};
