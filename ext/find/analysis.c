/* The shared analysis: keeps the layers of one text and fills each on first demand. Floors base, text and find only. */
#include "find/analysis.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "find/money_iter.h"
#include "text/sentence.h"

enum { DID_SENTENCES = 2, DID_MONEY = 4, DID_QUANTITIES = 8, DID_DATES = 16, DID_ENTITIES = 32, DID_QUOTES = 64, DID_FIGURES = 128, DID_DEALS = 256,
  DID_SHINGLES = 512 };
#define POLL_EVERY 1024

gz_analysis *gz_analysis_new(gz_view text, gz_view anchor, gz_view region, gz_names *names)
{
  gz_analysis *a = gz_malloc(sizeof *a);
  if (!a) return NULL;
  memset(a, 0, sizeof *a);
  a->refs = 1;
  char *copy = gz_arena_alloc(&a->arena, text.n + 1);
  char *anchor_copy = gz_arena_copy(&a->arena, anchor.p, anchor.n);
  char *region_copy = gz_arena_copy(&a->arena, region.p, region.n);
  if (!copy || !anchor_copy || !region_copy || !gz_watch_copy(copy, text.p, text.n)) { gz_analysis_free(a); return NULL; }
  a->text = gz_view_of(copy, text.n);
  a->anchor_text = gz_view_of(anchor_copy, anchor.n);
  a->region_text = gz_view_of(region_copy, region.n);
  gz_anchor_parse(a->anchor_text, &a->anchor);
  if (region.n < sizeof a->region) memcpy(a->region, region_copy, region.n);
  a->names = gz_names_retain(names);
  return a;
}

void gz_analysis_free(gz_analysis *a)
{
  if (!a) return;
  gz_free(a->sentences);
  gz_free(a->money);
  gz_free(a->quantities);
  gz_free(a->dates);
  gz_free(a->entities);
  gz_free(a->quotes);
  gz_free(a->figures);
  gz_free(a->deals);
  gz_free(a->shingles.hashes);
  gz_heads_free(&a->heads);
  gz_names_release(a->names);
  gz_arena_free(&a->arena);
  gz_free(a);
}

/* A layer is kept only if nobody stopped the work while it was made; nor is then the language, of which only a part may have been read. */
static gz_status whole(gz_analysis *a, gz_status s)
{
  if (s != GZ_OK || !gz_watch_was_stopped()) return s;
  memset(&a->lang, 0, sizeof a->lang);
  return GZ_INTERRUPT;
}

gz_status gz_need_lang(gz_analysis *a)
{
  if (!a->lang.tag[0]) gz_text_lang(a->text, &a->lang);
  return whole(a, GZ_OK);
}

/* Fills one layer from a pull iterator. On failure the layer is left empty, to be tried again. */
#define COLLECT(bit, items, item_count, item_type, begin, next)                                                                  \
  do {                                                                                                                           \
    if (a->done & (bit)) return GZ_OK;                                                                                           \
    void *list = NULL;                                                                                                           \
    size_t cap = 0, n = 0;                                                                                                       \
    item_type item;                                                                                                              \
    begin;                                                                                                                       \
    while (next) {                                                                                                               \
      gz_status s = n % POLL_EVERY == POLL_EVERY - 1 && gz_watch_stopped() ? GZ_INTERRUPT : gz_array_grow(&list, &cap, n, sizeof item) ? GZ_OK : GZ_NOMEM;                \
      if (s != GZ_OK) { gz_free(list); return whole(a, GZ_OK) != GZ_OK ? GZ_INTERRUPT : s; }                                                                               \
      ((item_type *)list)[n++] = item;                                                                                           \
    }                                                                                                                            \
    if (whole(a, GZ_OK) != GZ_OK) { gz_free(list); return GZ_INTERRUPT; }                                                           \
    a->items = list;                                                                                                             \
    a->item_count = n;                                                                                                           \
    a->done |= (bit);                                                                                                            \
    return GZ_OK;                                                                                                                \
  } while (0)

gz_status gz_need_sentences(gz_analysis *a)
{
  gz_sentence_iter it;
  COLLECT(DID_SENTENCES, sentences, sentence_count, gz_span, gz_sentence_begin(&it, a->text), gz_sentence_next(&it, &item));
}

gz_status gz_need_shingles(gz_analysis *a)
{
  if (a->done & DID_SHINGLES) return GZ_OK;
  gz_status s = gz_shingles_of(a->text, &a->shingles);
  if (whole(a, s) != s) { gz_free(a->shingles.hashes); a->shingles.hashes = NULL; s = GZ_INTERRUPT; }
  if (s == GZ_OK) a->done |= DID_SHINGLES;
  return s;
}

/* The heads of the text's words, or NULL without memory: then each scan looks for itself. */
static const unsigned char *heads(gz_analysis *a, enum gz_head which)
{
  if (!a->heads.bits[0]) gz_heads_find(a->text, &a->heads);
  return a->heads.bits[which];
}

static void begin_money(gz_analysis *a, gz_money_iter *it)
{
  gz_money_begin(it, a->text, gz_view_cstr(a->region));
  it->context.lang.found = &a->lang;
  it->heads = heads(a, GZ_HEAD_MONEY);
  it->context.heads = heads(a, GZ_HEAD_COUNTRY);
}

gz_status gz_need_money(gz_analysis *a)
{
  gz_money_iter it;
  COLLECT(DID_MONEY, money, money_count, gz_money, begin_money(a, &it), gz_money_next(&it, &item));
}

static void begin_quantities(gz_analysis *a, gz_quantity_iter *it)
{
  gz_quantity_begin_lang(it, a->text, a->lang.tag);
  it->num.num.heads = heads(a, GZ_HEAD_NUMBER);
  it->sums = a->money;
  it->sum_count = a->money_count;
}

gz_status gz_need_quantities(gz_analysis *a)
{
  gz_quantity_iter it;
  if (a->done & DID_QUANTITIES) return GZ_OK;
  gz_status made = gz_need_money(a);                 /* always, so that the rows are the same whatever was asked for before */
  if (made == GZ_OK) made = gz_need_lang(a);
  if (made != GZ_OK) return made;
  COLLECT(DID_QUANTITIES, quantities, quantity_count, gz_quantity, begin_quantities(a, &it), gz_quantity_next(&it, &item));
}

static void begin_dates(gz_analysis *a, gz_date_iter *it)
{
  gz_date_begin(it, a->text, a->anchor, gz_view_cstr(a->region));
  it->lang.found = &a->lang;
  it->heads = heads(a, GZ_HEAD_DATE);
}

gz_status gz_need_dates(gz_analysis *a)
{
  gz_date_iter it;
  COLLECT(DID_DATES, dates, date_count, gz_date, begin_dates(a, &it), gz_date_next(&it, &item));
}

gz_status gz_need_entities(gz_analysis *a)
{
  if (a->done & DID_ENTITIES) return GZ_OK;
  gz_status s = gz_entities(a->text, a->names, NULL, &a->arena, &a->entities, &a->entity_count);
  if (whole(a, s) != s) { gz_free(a->entities); a->entities = NULL; a->entity_count = 0; s = GZ_INTERRUPT; }
  if (s == GZ_OK) a->done |= DID_ENTITIES;
  return s;
}

/* Layers that build on others: make those first, then this one. */
gz_status gz_need_quotes(gz_analysis *a)
{
  if (a->done & DID_QUOTES) return GZ_OK;
  gz_status s = gz_need_sentences(a);
  if (s == GZ_OK) s = gz_need_entities(a);
  if (s == GZ_OK) s = gz_quotes(a, &a->quotes, &a->quote_count);
  if (whole(a, s) != s) { gz_free(a->quotes); a->quotes = NULL; a->quote_count = 0; s = GZ_INTERRUPT; }
  if (s == GZ_OK) a->done |= DID_QUOTES;
  return s;
}

static gz_status need_facts(gz_analysis *a)
{
  gz_status s = gz_need_sentences(a);
  if (s == GZ_OK) s = gz_need_lang(a);
  if (s == GZ_OK) s = gz_need_money(a);
  if (s == GZ_OK) s = gz_need_dates(a);
  if (s == GZ_OK) s = gz_need_entities(a);
  return s;
}

/* Figures and deals are read in one pass over the clauses. */
static gz_status need_clauses(gz_analysis *a)
{
  if (a->done & DID_DEALS) return GZ_OK;
  gz_status s = need_facts(a);
  if (s == GZ_OK) s = gz_need_quantities(a);
  if (s != GZ_OK) return s;
  gz_figure *f = gz_figures_new(a);
  if (!f) return GZ_NOMEM;
  s = gz_deals(a, f, &a->deals, &a->deal_count);
  if (whole(a, s) != s) { gz_free(a->deals); a->deals = NULL; a->deal_count = 0; s = GZ_INTERRUPT; }
  if (s != GZ_OK) { gz_free(f); return s; }
  a->figures = f;
  a->figure_count = a->money_count;
  a->done |= DID_DEALS | DID_FIGURES;
  return GZ_OK;
}

gz_status gz_need_figures(gz_analysis *a) { return need_clauses(a); }
gz_status gz_need_deals(gz_analysis *a) { return need_clauses(a); }

size_t gz_sentence_at(const gz_analysis *a, uint32_t pos)
{
  size_t lo = 0, hi = a->sentence_count;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (a->sentences[mid].end <= pos) lo = mid + 1;
    else hi = mid;
  }
  return lo < a->sentence_count && a->sentences[lo].start <= pos ? lo : SIZE_MAX;
}
