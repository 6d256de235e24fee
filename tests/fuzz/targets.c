/* Fuzz targets over the finders, the text and the page (targets_io.c: readers of files, targets_names.c: a connection's own names, sql.c: SQL). Properties: spans lie inside the text, on character boundaries as SQLite counts them, in order; what a
** finder says of itself is consistent; repairs and folds give well-formed text from well-formed text. */
#include "targets.h"
#include "../unit/libc_alloc.inc"
#include "base/buf.h"
#include "find/analysis.h"
#include "find/money_iter.h"
#include "find/numeral.h"
#include "page/article.h"
#include "text/query.h"
#include "text/repair.h"
#include "text/search_fold.h"
#include "text/segment.h"
#include "text/sentence.h"
#include "text/simhash.h"
#include "text/trie_build.h"
#include "text/utf8.h"
#include <stdio.h>

static void span_ok(gz_view t, gz_span s, uint32_t *last)
{
  MUST(s.start < s.end && s.end <= t.n);
  MUST(gz_utf8_is_start(t.p, t.n, s.start) && gz_utf8_is_start(t.p, t.n, s.end));
  MUST(s.start >= *last);
  *last = s.end;
}

static void f_numeral(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_numeral_iter it;
  gz_numeral m;
  uint32_t last = 0;
  gz_numeral_begin(&it, t, NULL);
  while (gz_numeral_next(&it, &m)) { span_ok(t, m.span, &last); MUST(m.open_low || m.open_high || gz_dec_cmp(m.low, m.high) <= 0); }
}

static void f_money(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_money_iter it;
  gz_money m;
  uint32_t last = 0;
  int32_t count = 0;
  gz_money_begin(&it, t, gz_view_of("", 0));
  while (gz_money_next(&it, &m)) {
    span_ok(t, m.span, &last);
    MUST(m.has_low || m.has_high);
    MUST(!m.point || (m.has_low && m.has_high && gz_dec_cmp(m.low, m.high) == 0));
    MUST(strlen(m.currency) == 0 || strlen(m.currency) == 3);
    MUST(m.restates < count);
    count++;
  }
}

static void f_quantity(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_quantity_iter it;
  gz_quantity q;
  uint32_t last = 0;
  gz_quantity_begin(&it, t);
  while (gz_quantity_next(&it, &q)) { span_ok(t, q.span, &last); MUST(q.has_low || q.has_high); MUST(memchr(q.unit, 0, sizeof q.unit)); }
}

static void f_date(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_date_iter it;
  gz_date d;
  gz_anchor a;
  uint32_t last = 0;
  gz_anchor_parse(gz_view_of(p, n > 16 ? 16 : n), &a);
  gz_date_begin(&it, t, a, gz_view_of("", 0));
  while (gz_date_next(&it, &d)) {
    span_ok(t, d.span, &last);
    MUST(memchr(d.edtf, 0, sizeof d.edtf));
    MUST((d.first == GZ_NO_DAY) == (d.last == GZ_NO_DAY) || strchr(d.edtf, '/') || strstr(d.edtf, ".."));
    MUST(d.first == GZ_NO_DAY || d.last == GZ_NO_DAY || d.first <= d.last);
  }
}

static void f_sentence(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_sentence_iter it;
  gz_span s;
  uint32_t last = 0;
  gz_sentence_begin(&it, t);
  while (gz_sentence_next(&it, &s)) span_ok(t, s, &last);
}

static void f_lang(const char *p, size_t n)
{
  gz_lang_result r[4];
  gz_lang_detect(p, n, r);
  MUST(memchr(r->tag, 0, sizeof r->tag) && r->tag[0] && r->confidence >= 0 && r->confidence <= 1);
  int k = gz_lang_shares(p, n, r, 4);
  MUST(k >= 0 && k <= 4);
  for (int i = 0; i < k; i++) MUST(r[i].share >= 0 && r[i].share <= 1.000001);
}

static void f_repair(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_arena arena = {NULL};
  gz_repair *list = NULL;
  size_t count = 0;
  uint32_t last = 0;
  MUST(gz_repairs(t, &arena, &list, &count) == GZ_OK);
  for (size_t i = 0; i < count; i++) {
    span_ok(t, list[i].span, &last);
    MUST(list[i].rule);
    MUST(gz_utf8_valid(list[i].becomes.p, list[i].becomes.n) == list[i].becomes.n);
  }
  gz_free(list);
  gz_arena_free(&arena);
}

static void f_blocks(const char *p, size_t n)
{
  gz_view t = gz_view_of(p, n);
  gz_arena arena = {NULL};
  gz_block *list = NULL;
  size_t count = 0;
  uint32_t last = 0;
  MUST(gz_blocks(t, &arena, &list, &count) == GZ_OK);
  for (size_t i = 0; i < count; i++) { span_ok(t, list[i].span, &last); MUST(list[i].reason && list[i].reason[0]); }
  gz_free(list);
  gz_arena_free(&arena);
}

static void f_article(const char *p, size_t n)
{
  gz_arena arena = {NULL};
  gz_article a;
  MUST(gz_article_parse(gz_view_of(p, n), &arena, &a) == GZ_OK);
  MUST(!a.body || strlen(a.body) <= a.body_n);
  gz_arena_free(&arena);
}

static void f_fold(const char *p, size_t n)
{
  gz_buf b = GZ_BUF_INIT, again = GZ_BUF_INIT;
  MUST(gz_search_fold(gz_view_of(p, n), &b) == GZ_OK);
  if (gz_utf8_valid(p, n) == n && memchr(p, 0, n) == NULL) {
    MUST(gz_utf8_valid(b.p, b.n) == b.n);
    MUST(gz_search_fold(gz_view_of(b.p, b.n), &again) == GZ_OK);
  }
  gz_buf_free(&b);
  gz_buf_free(&again);
}

typedef struct order { gz_view t; size_t start; } order;
static int token_ok(void *arg, const gz_token *k)
{
  order *o = arg;
  MUST(k->n > 0 && k->start < k->end && k->end <= o->t.n);
  MUST(gz_utf8_is_start(o->t.p, o->t.n, k->start) && gz_utf8_is_start(o->t.p, o->t.n, k->end));
  MUST(k->colocated || k->start >= o->start);
  if (!k->colocated) o->start = k->start;
  return 0;
}

static void f_segment(const char *p, size_t n)
{
  order o = {gz_view_of(p, n), 0};
  MUST(gz_segment(o.t, false, token_ok, &o) == 0);
  o.start = 0;
  MUST(gz_segment(o.t, true, token_ok, &o) == 0);
  (void)gz_simhash(o.t);
}

static void f_query(const char *p, size_t n)
{
  gz_buf b = GZ_BUF_INIT;
  MUST(gz_query_build(gz_view_of(p, n), NULL, &b) == GZ_OK && b.n >= 2);
  size_t quotes = 0;
  for (size_t i = 0; i < b.n; i++) quotes += b.p[i] == '"';
  MUST(quotes % 2 == 0);
  gz_buf_free(&b);
}

static void f_trie(const char *p, size_t n)
{
  gz_trie_key keys[64];
  gz_buf folded[64];
  size_t count = 0, at = 0;
  memset(folded, 0, sizeof folded);
  while (at < n && count < 64) {                       /* lines are keys; equal ones are left out */
    const char *nl = memchr(p + at, '\n', n - at);
    size_t end = nl ? (size_t)(nl - p) : n;
    gz_trie_fold_key(gz_view_of(p + at, end - at), &folded[count]);
    bool fresh = folded[count].n > 0 && folded[count].n < 65536 && !memchr(folded[count].p, 0, folded[count].n);
    for (size_t k = 0; fresh && k < count; k++) if (keys[k].n == folded[count].n && memcmp(keys[k].p, folded[count].p, keys[k].n) == 0) fresh = false;
    if (fresh) { keys[count].p = folded[count].p; keys[count].n = (uint32_t)folded[count].n; keys[count].value = (uint32_t)count; count++; }
    else gz_buf_clear(&folded[count]);
    at = end + 1;
  }
  gz_trie_key sorted[64];
  memcpy(sorted, keys, sizeof keys);
  gz_trie t;
  MUST(gz_trie_build(sorted, count, &t) == GZ_OK);
  for (size_t k = 0; k < count; k++) { uint32_t v; MUST(gz_trie_exact(&t, gz_view_of(keys[k].p, keys[k].n), &v) && v == keys[k].value); }
  gz_hit h[8];
  for (size_t i = 0; i < n; i++) (void)gz_trie_prefixes(&t, gz_view_of(p, n), i, h, 8);
  gz_trie_free(&t);
  for (size_t k = 0; k < 64; k++) gz_buf_free(&folded[k]);
}

static void f_analysis(const char *p, size_t n)
{
  gz_analysis *a = gz_analysis_new(gz_view_of(p, n), gz_view_cstr("2024-06-13"), gz_view_of("", 0), NULL);
  MUST(a);
  MUST(gz_need_entities(a) == GZ_OK && gz_need_quotes(a) == GZ_OK && gz_need_figures(a) == GZ_OK && gz_need_deals(a) == GZ_OK);
  uint32_t last = 0;
  for (size_t i = 0; i < a->entity_count; i++) { span_ok(a->text, a->entities[i].span, &last); MUST(a->entities[i].name && a->entities[i].name[0]); }
  for (size_t i = 0; i < a->quote_count; i++) { last = a->quotes[i].span.start; span_ok(a->text, a->quotes[i].span, &last); }
  MUST(a->figure_count == a->money_count);
  for (size_t i = 0; i < a->deal_count; i++) { last = 0; span_ok(a->text, a->deals[i].span, &last); MUST(a->deals[i].kind && a->deals[i].status); }
  gz_analysis_free(a);
}

const fuzz_target fuzz_targets[] = {
  {"numeral", f_numeral}, {"money", f_money}, {"quantity", f_quantity}, {"date", f_date}, {"sentence", f_sentence}, {"lang", f_lang}, {"repair", f_repair},
  {"blocks", f_blocks}, {"article", f_article}, {"fold", f_fold}, {"segment", f_segment}, {"query", f_query}, {"trie", f_trie}, {"analysis", f_analysis},
  {"decode", f_decode}, {"jsonl", f_jsonl}, {"wet", f_wet}, {"walk", f_walk}, {"tree", f_tree}, {"gazetteer", f_gazetteer}, {NULL, NULL},
};
