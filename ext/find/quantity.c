/* The quantity finder: measures (quantity_read.c) with their ranges and hedges. Two measures, or a bare number and a measure, with a
** link between them are one range (30-40%, between 44 and 50 mg, 3到5个); behind a verb of change they stay two (from 3% to 5%).
** A number without a unit is given only when it is bounded or a spelled-out range. Each number is read once; linear. */
#include "find/quantity.h"
#include "base/watch.h"
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/numeral_int.h"
#include "find/quantity_quiet.h"
#include "find/quantity_read.h"
#include "find/quantity_sets.h"
#include "find/small_word.h"
#include "lex_bounds.h"
#include "lex_korean_tails.h"
#include "lex_money_words.h"
#include "lex_units.h"

#define ROLE(x) LEX_MONEY_WORDS_ROLE_##x

void gz_quantity_begin_lang(gz_quantity_iter *it, gz_view text, const char *lang)
{
  memset(it, 0, offsetof(gz_quantity_iter, seen));
  it->text = text;
  gz_number_begin(&it->num, text, lang);
  if (lang) it->num.num.lang_id |= GZ_NUM_SOFT;      /* the text's language: likely, not certain, for each of its numbers */
}

void gz_quantity_begin(gz_quantity_iter *it, gz_view text) { gz_quantity_begin_lang(it, text, NULL); }

/* Is a sum surely no quantity? 5 ft, 3 pounds may be: a unit, too. */
static bool only_money(gz_view t, gz_span sum)
{
  size_t word = gz_word_start(t, sum.start, sum.end);
  uint32_t unit;
  return !(gz_beside_after(t, word) & GZ_BESIDE_UNIT) || !gz_trie_exact(&lex_units.trie, gz_view_of(t.p + word, sum.end - word), &unit);
}

/* Goes on to the next sum that ends behind pos and is to be passed over; false: there is none. */
static bool next_sum(gz_quantity_iter *it, size_t pos)
{
  for (; it->sum < it->sum_count; it->sum++) {
    if (it->sums[it->sum].span.end <= pos) continue;
    if (it->sum < it->judged) return true;
    it->judged = it->sum + 1;
    if (only_money(it->text, it->sums[it->sum].span)) return true;
  }
  return false;
}

/* Reads numerals ahead, as many as there is room for: what reads them is much code, and so is what judges them, and one after the other
** neither would stay in the cache. False: the text has no more. */
static bool read_ahead(gz_quantity_iter *it)
{
  gz_number_iter *num = &it->num;
  size_t quiet = it->quiet;
  unsigned n = 0;
  for (size_t due = num->num.pos + GZ_WATCH_STRIDE; n < GZ_QUANTITY_BATCH && !gz_watch_at(num->num.pos, &due);) {
    gz_numeral *l = &it->seen[n].num;
    bool more = next_sum(it, num->num.pos);
    num->num.limit = more ? it->sums[it->sum].span.start : SIZE_MAX;
    if (!gz_numeral_next(&num->num, l)) {
      if (!more || num->num.pos >= it->text.n) break;
      if (num->num.pos < it->sums[it->sum].span.end) num->num.pos = num->floor = quiet = it->sums[it->sum].span.end;
      continue;
    }
    if (!it->general && gz_quantity_quiet(it->text, l)) { num->floor = quiet = l->span.end; continue; }
    it->seen[n].floor = num->floor;
    it->seen[n++].quiet = quiet;
    num->floor = l->span.end;
  }
  it->seen_at = 0;
  it->seen_count = n;
  return n > 0;
}

/* The next number of the text that may measure something. */
static bool fresh_number(gz_quantity_iter *it, gz_number *n)
{
  if (it->seen_at == it->seen_count && !read_ahead(it)) return false;
  const gz_quantity_seen *s = &it->seen[it->seen_at++];
  gz_number_iter *num = &it->num;
  it->quiet = s->quiet;
  gz_number_widen(it->text, &s->num, s->floor, num->num.lang_id, n);
  if (n->span.end != s->num.span.end) {              /* 3/4: what was read behind it is read again */
    num->num.pos = num->floor = n->span.end;
    it->seen_at = it->seen_count = 0;
    while (it->sum > 0 && it->sums[it->sum - 1].span.end > n->span.end) it->sum--;
    it->judged = it->sum;
  }
  return true;
}

static bool next_number(gz_quantity_iter *it, gz_number *n)
{
  if (it->has_ahead) {
    it->has_ahead = false;
    *n = it->ahead;
    return true;
  }
  gz_view t = it->text;
  bool any;
  do any = fresh_number(it, n);                      /* un 3 %: the article is no number */
  while (any && n->lit.form == GZ_NUM_WORDS && n->weak && n->span.end + 1u < t.n && t.p[n->span.end] == ' ' && gz_is_digit((unsigned char)t.p[n->span.end + 1]) && gz_dec_cmp(n->low, gz_dec_int(1)) == 0);
  return any;
}

static bool is_dash(uint32_t c)
{
  return c == '-' || c == '~' || (c >= 0x2010 && c <= 0x2015) || c == 0x301C || c == 0xFF5E || c == 0xFF0D || c == 0x2212;
}

/* The end of a counter at pos (個, 番目, 등, 점), or pos. */
static size_t past_counter(gz_view t, size_t pos)
{
  gz_hit hit;
  size_t end, p = gz_skip_spaces(t, pos, 1);
  if (gz_measure_counter(t, p, &end)) return end;
  if (p < t.n && (unsigned char)t.p[p] >= 0xEA && gz_trie_longest(&lex_korean_tails.trie, t, p, &hit) && lex_korean_tails_rows[hit.value].kind == LEX_KOREAN_TAILS_KIND_COUNTER) return hit.end;
  return pos;
}

/* 一個から五個, 십등에서 십오등: bytes of the counter that stands behind both numbers. */
static size_t same_counter(gz_view t, size_t a, size_t b)
{
  size_t n = past_counter(t, a) - a;
  return n && b + n <= t.n && memcmp(t.p + a, t.p + b, n) == 0 ? n : 0;
}

enum link { NO_LINK, DASH, WORD, PAIR };

/* What joins the ends of a range, when nothing else stands in [from, to). */
static enum link link_between(gz_view t, size_t from, size_t to)
{
  size_t p = gz_skip_spaces(t, from, 2), e = gz_skip_spaces_back(t, p, to, 2);
  if (p >= e) return NO_LINK;
  size_t i = p;
  if (is_dash(gz_utf8_next(t.p, t.n, &i))) {
    while (i < e) { size_t j = i; if (!is_dash(gz_utf8_next(t.p, t.n, &j))) break; i = j; }
    return i == e ? DASH : NO_LINK;
  }
  if (e - p == 3 && (memcmp(t.p + p, "과", 3) == 0 || memcmp(t.p + p, "와", 3) == 0)) return PAIR;
  gz_hit hits[6];
  size_t n = gz_trie_prefixes(&lex_money_words.trie, t, p, hits, 6);
  while (n-- > 0) {
    uint32_t role = lex_money_words_rows[hits[n].value].role;
    if (!(role & (ROLE(LINK) | ROLE(PAIR)))) continue;
    uint8_t hedge;
    size_t s, end = gz_skip_spaces(t, hits[n].end, 2);
    bool article = e > end && e - end <= 3 && gz_small_word_at(t, end, GZ_SMALL(ARTICLE_UN), NULL);      /* entre un 3 y un 4 % */
    if (hits[n].end == e || article || (gz_hedge_before(t, hits[n].end, e, &hedge, &s) && s == end)) return role & ROLE(LINK) ? WORD : PAIR;
  }
  return NO_LINK;
}

typedef struct opener { size_t start; bool any; uint32_t role; } opener;

static bool opener_hit(void *arg, size_t start, uint32_t row)
{
  opener *o = arg;
  for (;; row++) {
    if (lex_money_words_rows[row].role & o->role) { o->start = start; o->any = true; return true; }
    if (!lex_money_words_rows[row].more) return false;
  }
}

static bool word_before(gz_view t, size_t floor, size_t pos, uint32_t role, size_t *start)
{
  opener o = {0, false, role};
  pos = gz_skip_spaces_back(t, floor, pos, 2);
  if (pos <= floor) return false;
  gz_lex_ending(&lex_money_words.trie, t, floor, pos, 16, opener_hit, &o);
  *start = o.start;
  return o.any;
}

static bool closed(gz_view t, size_t pos, size_t *end)
{
  pos = gz_skip_spaces(t, pos, 1);
  return pos < t.n && (unsigned char)t.p[pos] >= 0xE3 && gz_small_word_at(t, pos, GZ_SMALL(BETWEEN), end);
}

/* 200-300亿: the magnitude reaches back to the lower end. */
static void reach_back(gz_measure *a, const gz_measure *b)
{
  int power = b->num.lit.magnitude;
  if (power == 0 || a->num.lit.magnitude >= power || (a->num.lit.magnitude && a->num.lit.form != GZ_NUM_HAN)) return;
  if (gz_dec_cmp(a->high, gz_dec_shift(b->high, -power)) >= 0) return;
  a->low = gz_dec_shift(a->low, power);
  a->high = gz_dec_shift(a->high, power);
}

static bool year_pair(const gz_measure *a, const gz_measure *b)
{
  int64_t x, y;
  return gz_dec_to_int64(a->low, &x) && gz_dec_to_int64(b->low, &y) && x >= 1900 && x <= 2100 && y >= 1900 && y <= 2100;
}

/* Joins b to a when together they are one range. */
static bool join(gz_quantity_iter *it, gz_measure *a, gz_measure *b)
{
  gz_view t = it->text;
  size_t s, e = b->span.end;
  if (b->kind == GZ_MEASURE_MONEY || b->kind == GZ_MEASURE_REFUSED || a->kind == GZ_MEASURE_MONEY || a->kind == GZ_MEASURE_REFUSED) return false;
  if (a->vague || b->vague || a->open_high || b->open_high) return false;
  if (a->kind != GZ_MEASURE_NONE && (a->kind != b->kind || strcmp(a->unit, b->unit) != 0)) return false;
  if (b->span.start > a->span.end + 40) return false;
  gz_measure plus = *b;                              /* 20-100: the dash was taken for a sign */
  size_t counter = a->kind == GZ_MEASURE_NONE ? same_counter(t, a->span.end, b->num.span.end) : 0;
  if (counter && b->kind == GZ_MEASURE_NONE) e += counter;
  enum link link = link_between(t, a->span.end + counter, b->span.start);
  if (link == NO_LINK && b->low.neg && !a->low.neg && b->num.lit.form == GZ_NUM_DIGITS && a->span.end == b->span.start) {
    link = DASH;
    plus.low.neg = plus.high.neg = false;
    b = &plus;
  }
  if (link == NO_LINK || gz_measure_is_money(t, it->floor, a) || gz_measure_is_money(t, a->span.end, b)) return false;
  size_t first = a->span.start;                      /* entre un 3 y un 4 % */
  if (first > it->floor + 3 && t.p[first - 1] == ' ' && gz_small_word_is(gz_view_of(t.p + first - 3, 2), GZ_SMALL(ARTICLE_UN))) first -= 3;
  bool opens = word_before(t, it->floor, first, ROLE(OPEN), &s), from = word_before(t, it->floor, a->span.start, ROLE(FROM), &s);
  if (link == PAIR && !opens && !closed(t, e, &e)) return false;
  /* rose from 3% to 5% is a change, and 0.2% to 4.1% an amount and what it came to; rose 3% to 4% is a range */
  if (link == WORD && a->kind == GZ_MEASURE_PERCENT && (from || gz_dec_cmp(b->high, gz_dec_add(a->low, a->low)) > 0) && gz_money_near(t, a->span.start, a->span.start, 56, ROLE(CHANGE))) return false;
  bool bare = b->kind == GZ_MEASURE_NONE;
  if (bare) {
    bool through = t.n - a->span.end > 9 && memcmp(t.p + a->span.end, " through ", 9) == 0 && a->num.lit.form == GZ_NUM_DIGITS && gz_dec_cmp(b->high, gz_dec_int(20)) >= 0 && !year_pair(a, b);
    if (link == WORD && !from && !opens && !through && (unsigned char)t.p[gz_skip_spaces(t, a->span.end, 2)] < 0x80 && !closed(t, e, &e)) return false;
    if (link == DASH && (year_pair(a, b) || a->num.lit.right || b->num.lit.right || a->num.lit.form != GZ_NUM_DIGITS || gz_dec_cmp(b->high, gz_dec_int(20)) < 0)) return false;
    if (link == DASH && t.p[a->span.start] == '0') return false;
  }
  gz_measure low = *a;
  gz_dec high = b->high;
  reach_back(&low, b);
  if (gz_dec_cmp(low.low, high) >= 0) return false;
  size_t after = b->span.end;
  if (bare && link == DASH && after + 1 < t.n && (is_dash((unsigned char)t.p[after]) || t.p[after] == '/')) return false;      /* 1-222-2222 */
  low.high = high;
  low.kind = b->kind;
  low.unit = b->unit;
  low.span.end = b->span.end;
  low.num = b->num;
  low.pure = false;
  *a = low;
  return true;
}

static void give(const gz_measure *m, gz_quantity *q)
{
  memset(q, 0, sizeof *q);
  q->span = m->span;
  q->low = m->low;
  q->high = m->high;
  q->has_low = !m->open_low;
  q->has_high = !m->open_high;
  q->point = q->has_low && q->has_high && gz_dec_cmp(m->low, m->high) == 0;
  size_t n = strlen(m->unit);
  if (n >= sizeof q->unit) n = sizeof q->unit - 1;
  memcpy(q->unit, m->unit, n);
  q->hedge = m->vague ? GZ_HEDGE_SEVERAL : q->point ? GZ_HEDGE_EXACT : GZ_HEDGE_RANGE;
}

typedef struct bound { size_t start; int kind; } bound;

static bool bound_hit(void *arg, size_t start, uint32_t row)
{
  bound *b = arg;
  if (!(lex_bounds_rows[row].place & LEX_BOUNDS_PLACE_BEFORE)) return false;
  b->start = start;                                  /* go on: less than or equal to ends as equal to might */
  b->kind = (int)lex_bounds_rows[row].kind;
  return false;
}

static bool opens_bound(gz_view t, size_t pos) { return (gz_beside_after(t, pos) & GZ_BESIDE_BOUND) != 0; }

/* 比三十大: compared, between 比 and an adjective. */
static bool compared(gz_view t, size_t start, size_t end, uint8_t *hedge)
{
  size_t i = start, j = end;
  if (start == 0 || end >= t.n || gz_utf8_prev(t.p, t.n, &i) != 0x6BD4) return false;
  gz_utf8_next(t.p, t.n, &j);
  gz_view adjective = gz_view_of(t.p + end, j - end);
  if (gz_small_word_is(adjective, GZ_SMALL(LARGER))) { *hedge = GZ_HEDGE_OVER; return true; }
  if (gz_small_word_is(adjective, GZ_SMALL(SMALLER))) { *hedge = GZ_HEDGE_UNDER; return true; }
  return false;
}

/* A word of bounds.tsv before or behind q; *end behind it when it stands behind. */
static bool bounded_by(gz_view t, size_t floor, const gz_quantity *q, uint8_t *hedge, size_t *end)
{
  static const uint8_t kinds[] = {GZ_HEDGE_OVER, GZ_HEDGE_AT_LEAST, GZ_HEDGE_UNDER, GZ_HEDGE_UP_TO, GZ_HEDGE_EXACT};
  bound b = {0, -1};
  gz_hit hits[6];
  size_t behind = q->span.end;
  if (!q->unit[0]) behind = past_counter(t, behind);           /* 10番目以上 */
  size_t p = gz_skip_spaces(t, behind, 1);
  bool none = p < t.n && behind == q->span.end && (unsigned char)t.p[p] < 0x80 && !(gz_beside_after(t, p) & GZ_BESIDE_BOUND);
  size_t n = p < t.n && !none ? gz_trie_prefixes(&lex_bounds.trie, t, p, hits, 6) : 0;
  if (!n && behind != q->span.end) {
    p = gz_skip_spaces(t, q->span.end, 1);
    n = p < t.n ? gz_trie_prefixes(&lex_bounds.trie, t, p, hits, 6) : 0;
  }
  while (n-- > 0) {
    const lex_bounds_row *r = &lex_bounds_rows[hits[n].value];
    size_t i = p, j = hits[n].end;
    if (!(r->place & LEX_BOUNDS_PLACE_AFTER)) continue;
    if ((unsigned char)t.p[p] < 0x80) {                /* above 1000 and below | 1500 */
      size_t k = gz_skip_spaces(t, j, 2);
      gz_numeral m;
      if (!gz_lex_boundary(t, j) || (k > j && k < t.n && (gz_numeral_at_id(t, k, 0, &m) || (t.n - k > 4 && (memcmp(t.p + k, "than", 4) == 0 || memcmp(t.p + k, "or e", 4) == 0)) || (t.n - k > 2 && memcmp(t.p + k, "a ", 2) == 0)))) continue;
    }
    if (gz_is_han(gz_utf8_next(t.p, t.n, &i)) && i == j) continue;
    *hedge = kinds[r->kind];
    while (j < t.n && gz_is_hangul(gz_utf8_next(t.p, t.n, &(size_t){j}))) gz_utf8_next(t.p, t.n, &j);      /* the verb's ending */
    *end = j;
    return true;
  }
  if (compared(t, q->span.start, behind, hedge)) { *end = q->span.end; return true; }
  p = gz_skip_spaces_back(t, floor, q->span.start, 2);
  if (p <= floor || !(gz_beside_before(t, floor, gz_skip_spaces_back(t, floor, p, 3)) & GZ_BESIDE_LAST_BOUND)) return false;
  gz_lex_ending_by(&lex_bounds.trie, NULL, opens_bound, t, floor, p, 24, bound_hit, &b);
  if (b.kind < 0) return false;
  *hedge = kinds[b.kind];
  return true;
}

/* The hedge around q bounds it. Returns whether it says more than about or nearly. */
static bool hedge(gz_quantity_iter *it, gz_quantity *q, size_t *end)
{
  uint8_t h = GZ_HEDGE_EXACT, h2;
  size_t s, e;
  bool any = bounded_by(it->text, it->floor, q, &h, end);
  if (any && h == GZ_HEDGE_EXACT) return q->hedge != GZ_HEDGE_ABOUT;      /* equals 20 */
  if (!any) {
    any = gz_hedge_before(it->text, it->floor, q->span.start, &h, &s);
    if (gz_hedge_after(it->text, q->span.end, &h2, &e) && (!any || h2 != GZ_HEDGE_ABOUT)) { h = h2; any = true; *end = e; }
  }
  if (!any || q->hedge == GZ_HEDGE_SEVERAL) return q->hedge == GZ_HEDGE_SEVERAL;
  if (q->hedge == GZ_HEDGE_RANGE) return true;
  q->hedge = h;
  switch (h) {
    case GZ_HEDGE_OVER: case GZ_HEDGE_AT_LEAST: q->has_high = q->point = false; return true;
    case GZ_HEDGE_UNDER: case GZ_HEDGE_UP_TO: q->has_low = q->point = false; q->high = q->low; return true;
    default: return false;
  }
}

/* 백 이상: a numeral that is often no word of its own, but a bound follows. 이 이상 is "more than this". */
static bool hangul_bounded(gz_view t, const gz_measure *m)
{
  gz_hit hit;
  size_t i = m->span.start, p = gz_skip_spaces(t, m->span.end, 1);
  return m->num.weak && gz_is_hangul(gz_utf8_next(t.p, t.n, &i)) && gz_dec_cmp(m->low, gz_dec_int(10)) >= 0 && p < t.n &&
         gz_trie_longest(&lex_bounds.trie, t, p, &hit) && (lex_bounds_rows[hit.value].place & LEX_BOUNDS_PLACE_AFTER);
}

static bool bare_worth(gz_view t, const gz_measure *m, int lang)
{
  int64_t v;
  bool half = m->num.lit.fraction && gz_dec_cmp(m->low, (gz_dec){5, -1, false, false}) == 0;       /* more than half */
  if (!hangul_bounded(t, m) && !half && (!gz_number_plain(t, &m->num, lang) || (m->num.weak && m->num.lit.form != GZ_NUM_HAN))) return false;
  if (gz_dec_to_int64(m->low, &v) && v >= 1900 && v <= 2100 && !m->num.lit.grouped && m->num.lit.form == GZ_NUM_DIGITS) return false;
  size_t p = gz_skip_spaces(t, m->span.end, 1);
  return p >= t.n || (unsigned char)t.p[p] < 0xE5 || !gz_small_word_at(t, p, GZ_SMALL(DATE_UNIT), NULL);
}

/* more than 30 and less than 40: a lower and an upper bound side by side. */
static bool bounds_join(gz_view t, const gz_quantity *a, size_t a_end, const gz_quantity *b)
{
  bound w = {0, -1};
  size_t to = b->span.start;
  if (a->hedge == GZ_HEDGE_RANGE || b->hedge == GZ_HEDGE_RANGE || (a->unit[0] && strcmp(a->unit, b->unit) != 0)) return false;
  if (a_end >= 6 && gz_small_word_is(gz_view_of(t.p + a_end - 6, 6), GZ_SMALL(OR_END))) return false;
  if (!((a->has_low && !a->has_high && b->has_high && !b->has_low) || (a->has_high && !a->has_low && b->has_low && !b->has_high))) return false;
  if (gz_dec_cmp(a->has_low ? a->low : b->low, a->has_high ? a->high : b->high) >= 0) return false;
  gz_lex_ending(&lex_bounds.trie, t, a_end, gz_skip_spaces_back(t, a_end, to, 2), 24, bound_hit, &w);
  if (w.kind >= 0) to = w.start;
  size_t p = gz_skip_spaces(t, a_end, 2);
  to = gz_skip_spaces_back(t, p, to, 2);
  if (to <= p) return to == p;
  return gz_small_word_is(gz_view_of(t.p + p, to - p), GZ_SMALL(BOUNDS_AND));
}

/* The next quantity without looking at what follows it. *end: behind its hedge. */
static bool single(gz_quantity_iter *it, gz_quantity *out, size_t *end)
{
  gz_number n;
  gz_measure a, b;
  int lang = it->num.num.lang_id;
  size_t due = it->floor + GZ_WATCH_STRIDE;
  for (bool again = it->has_ahead; next_number(it, &n) && !gz_watch_at(n.span.start, &due); again = it->has_ahead) {
    if (it->quiet > it->floor && it->quiet <= n.span.start) it->floor = it->quiet;
    if (again && it->measured_floor == it->floor) a = it->measured;
    else gz_measure_read(it->text, &n, it->floor, lang, &a);
    if (a.span.start < it->floor) continue;
    if (a.kind == GZ_MEASURE_MONEY || a.kind == GZ_MEASURE_REFUSED) { it->floor = a.span.end; continue; }
    gz_number m;
    while (next_number(it, &m)) {      /* what was read as part of a unit (5 ft 2 in) is passed over */
      if (m.span.start < a.span.end) continue;
      it->measured_floor = SIZE_MAX;
      if (it->quiet > a.span.end) { it->ahead = m; it->has_ahead = true; break; }      /* a number lies between */
      gz_measure_read(it->text, &m, a.span.end, lang, &b);
      bool joined = join(it, &a, &b);
      if (!joined) { it->ahead = m; it->has_ahead = true; it->measured = b; it->measured_floor = a.span.end; }
      break;
    }
    bool range = a.kind == GZ_MEASURE_NONE && !a.pure;
    give(&a, out);
    *end = a.span.end;
    bool bare = a.kind == GZ_MEASURE_NONE && !range;
    bool worth = !bare || bare_worth(it->text, &a, lang), bounded = worth && hedge(it, out, end);
    if (bare && bounded && gz_measure_is_money(it->text, it->floor, &a)) bounded = false;
    bool several = out->hedge == GZ_HEDGE_SEVERAL && a.num.lit.magnitude >= 3;           /* tens of thousands, 数十亿 */
    if (bare && !(bounded && (out->hedge != GZ_HEDGE_SEVERAL || several))) {
      it->floor = a.span.end;
      continue;
    }
    it->floor = *end;
    return true;
  }
  return false;
}

bool gz_quantity_next(gz_quantity_iter *it, gz_quantity *out)
{
  size_t end, end2;
  if (it->has_queued) { *out = it->queued; it->has_queued = false; end = it->queued_end; }
  else if (!single(it, out, &end)) return false;
  if (out->hedge == GZ_HEDGE_OVER || out->hedge == GZ_HEDGE_AT_LEAST || out->hedge == GZ_HEDGE_UNDER || out->hedge == GZ_HEDGE_UP_TO) {
    if (single(it, &it->queued, &end2)) {
      it->queued_end = end2;
      if (bounds_join(it->text, out, end, &it->queued)) {
        const gz_quantity *lo = out->has_low ? out : &it->queued, *hi = out->has_low ? &it->queued : out;
        gz_dec low = lo->low, high = hi->high;
        out->low = low;
        out->high = high;
        out->has_low = out->has_high = true;
        out->hedge = GZ_HEDGE_RANGE;
        memcpy(out->unit, it->queued.unit, sizeof out->unit);
        out->span.end = it->queued.span.end;
      } else it->has_queued = true;
    }
  }
  return true;
}
