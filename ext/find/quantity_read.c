/* Reads what a number measures. In this order: percentages (sign or word behind, 百分之 or a word before, 三成, 九折, 2割), sums of
** money (refused), units of measure (ext/data/units.tsv; signs in their exact case), counted nouns (ext/data/count_nouns.tsv; in
** Chinese behind a counter, elsewhere within three words). Uses floors base and text, and currencies to know money. */
#include "find/quantity_read.h"
#include "find/quantity_sets.h"
#include "find/currency.h"
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/numeral_int.h"
#include "find/small_word.h"
#include "lex_bounds.h"
#include "lex_count_nouns.h"
#include "lex_money_words.h"
#include "lex_percent_words.h"
#include "lex_units.h"

#define UNIT(x) LEX_PERCENT_WORDS_UNIT_##x

static bool is_here(gz_view t, size_t pos, const char *z)
{
  return gz_utf8_here(t.p, t.n, pos, z);
}

static uint32_t at(gz_view t, size_t pos)
{
  return pos < t.n ? gz_utf8_next(t.p, t.n, &pos) : 0;
}

static uint32_t before(gz_view t, size_t pos)
{
  return pos > 0 ? gz_utf8_prev(t.p, t.n, &pos) : 0;
}

static void scale(gz_measure *m, int power)
{
  m->low = gz_dec_shift(m->low, power);
  m->high = gz_dec_shift(m->high, power);
}

static void plus(gz_measure *m, gz_dec v)
{
  m->low = gz_dec_add(m->low, v);
  m->high = gz_dec_add(m->high, v);
}

static void is_percent(gz_measure *m, const char *unit, size_t end)
{
  m->kind = GZ_MEASURE_PERCENT;
  m->unit = unit;
  m->span.end = (uint32_t)end;
}

/* What follows 三成: 半, 六; 8分7厘 behind 3割. */
static void tenth_tail(gz_view t, gz_measure *m)
{
  size_t p = m->span.end, next;
  if (is_here(t, p, "半")) { plus(m, gz_dec_int(5)); m->span.end = (uint32_t)(p + 3); return; }
  gz_numeral d;
  size_t q = gz_skip_spaces(t, p, 1);
  if (!gz_numeral_at_id(t, q, 0, &d) || gz_dec_cmp(d.low, gz_dec_int(10)) >= 0 || gz_dec_cmp(d.low, d.high) != 0 || d.decimal) return;
  next = d.span.end;
  if (is_here(t, next, "分")) {
    plus(m, d.low);
    m->span.end = (uint32_t)(next + 3);
    gz_numeral e;
    if (gz_numeral_at_id(t, m->span.end, 0, &e) && is_here(t, e.span.end, "厘")) {
      plus(m, gz_dec_shift(e.low, -1));
      m->span.end = e.span.end + 3;
    }
  } else if (d.form == GZ_NUM_HAN && !gz_is_han(at(t, next))) {
    plus(m, d.low);
    m->span.end = (uint32_t)next;
  }
}

/* パ ー セ ン ト: a page has cut the word into characters. Words of three characters and more, put together without their spaces. */
static const lex_percent_words_row *cut_percent(gz_view t, size_t pos, size_t *end)
{
  char word[8 * 3 + 4];
  size_t ends[8], n = 0, i = pos;
  bool cut = false;
  while (n < 8) {
    size_t p = n ? gz_skip_spaces(t, i, 6) : i;
    uint32_t c = p + 3 < t.n ? gz_utf8_three(t.p + p) : 0;
    if (c < 0x3040 || c >= 0xA000) break;
    cut = cut || p != i;
    memcpy(word + 3 * n, t.p + p, 3);
    ends[n++] = i = p + 3;
  }
  gz_hit hit;
  if (!cut || n < 3 || !gz_trie_longest(&lex_percent_words.trie, gz_view_of(word, 3 * n), 0, &hit) || hit.end < 9) return NULL;
  const lex_percent_words_row *r = &lex_percent_words_rows[hit.value];
  *end = ends[hit.end / 3 - 1];
  return (r->unit == UNIT(PERCENT) || r->unit == UNIT(PP)) && r->place & LEX_PERCENT_WORDS_PLACE_AFTER ? r : NULL;
}

static bool percent_after(gz_view t, gz_measure *m)
{
  const gz_numeral *l = &m->num.lit;
  if (is_here(t, l->span.end, "/100") && !gz_is_alnum(at(t, l->span.end + 4)) && at(t, l->span.end + 4) != '.' && l->form == GZ_NUM_DIGITS && m->low.neg == false) {     /* 52.5/100 */
    m->low = l->low;
    m->high = l->high;
    is_percent(m, "%", l->span.end + 4);
    return true;
  }
  gz_hit hits[8];
  size_t p = gz_skip_spaces(t, m->span.end, 3);
  if (p >= t.n) return false;
  size_t q = p;
  if (t.p[p] == '-') q = p + 1;                      /* a 5-percent stake */
  if (!(gz_beside_after(t, q) & GZ_BESIDE_PERCENT)) return false;
  size_t n = gz_trie_prefixes(&lex_percent_words.trie, t, q, hits, 8);
  while (n-- > 0) {
    const lex_percent_words_row *r = &lex_percent_words_rows[hits[n].value];
    size_t end = hits[n].end;
    if (!gz_lex_boundary(t, end) && !gz_is_hangul(at(t, end))) continue;
    if (r->unit == UNIT(NONE)) return false;
    if (!(r->place & LEX_PERCENT_WORDS_PLACE_AFTER)) continue;
    bool sign = t.p[q] == '%' && end == q + 1;
    if (sign) {                                      /* %20 in a web address */
      uint32_t c = at(t, end);
      if (gz_is_digit(c) || before(t, m->span.start) == '%') return false;
    }
    switch (r->unit) {
      case UNIT(PERCENT): is_percent(m, "%", end); return true;
      case UNIT(PP): is_percent(m, "pp", end); return true;
      case UNIT(PERMILLE): scale(m, -1); is_percent(m, "%", end); return true;
      case UNIT(TENTH):
        if (gz_dec_cmp(m->high, gz_dec_int(10)) > 0 || m->num.lit.magnitude) return false;
        scale(m, 1);
        is_percent(m, "%", end);
        tenth_tail(t, m);
        return true;
      case UNIT(DISCOUNT):
        if (gz_dec_cmp(m->high, gz_dec_int(100)) >= 0 || gz_dec_cmp(m->high, gz_dec_int(10)) == 0) return false;
        if (gz_dec_cmp(m->high, gz_dec_int(10)) < 0) scale(m, 1);
        is_percent(m, "%", end);
        return true;
      default:                                       /* 二割引: a reduction of */
        scale(m, m->num.lit.fraction ? 2 : 1);
        is_percent(m, "%", end);
        return true;
    }
  }
  size_t end;
  const lex_percent_words_row *r = cut_percent(t, q, &end);
  if (r) is_percent(m, r->unit == UNIT(PP) ? "pp" : "%", end);
  return r != NULL;
}

typedef struct word_before { size_t start; bool any, of; } word_before;

static bool percent_hit(void *arg, size_t start, uint32_t row)
{
  word_before *w = arg;
  for (;; row++) {
    const lex_percent_words_row *r = &lex_percent_words_rows[row];
    if (r->unit == UNIT(PERCENT) && (r->place & LEX_PERCENT_WORDS_PLACE_BEFORE)) { w->start = start; w->any = true; return true; }
    if (!r->more) return false;
  }
}

static bool percent_before(gz_view t, size_t floor, gz_measure *m)
{
  word_before w = {0, false, false};
  size_t p = gz_skip_spaces_back(t, floor, m->span.start, 2);
  if (p <= floor) return false;
  unsigned char last = (unsigned char)t.p[p - 1];
  if (last < 0x80 && last != '%' && !(p >= 2 && ((last == 'e' && t.p[p - 2] == 'd') || (last == 'a' && t.p[p - 2] == 'i')))) return false;      /* yüzde, asilimia */
  if (!(gz_beside_before(t, floor, gz_skip_spaces_back(t, floor, p, 3)) & GZ_BESIDE_LAST_PERCENT)) return false;
  gz_lex_ending(&lex_percent_words.trie, t, floor, p, 14, percent_hit, &w);
  if (!w.any) return false;
  if (t.p[w.start] == '%' && (p != m->span.start || gz_is_alnum(before(t, w.start)))) return false;
  m->span.start = (uint32_t)w.start;
  is_percent(m, "%", m->span.end);
  return true;
}

/* "percent of 10" as the whole of a text. */
static bool percent_of(gz_view t, gz_measure *m)
{
  gz_hit hit;
  size_t s = 0;
  if (gz_skip_spaces(t, m->span.end, 8) != t.n || m->span.start > 64) return false;
  while (s < t.n && t.p[s] == ' ') s++;
  if (!gz_trie_longest(&lex_percent_words.trie, t, s, &hit)) return false;
  if (!(lex_percent_words_rows[hit.value].place & LEX_PERCENT_WORDS_PLACE_OF)) return false;
  size_t p = gz_skip_spaces(t, hit.end, 2);
  if (is_here(t, p, "of ")) p = gz_skip_spaces(t, p + 3, 2);
  if (p != m->span.start || p == hit.end) return false;
  m->span.start = (uint32_t)s;
  is_percent(m, "%", m->span.end);
  return true;
}

/* A closing quotation mark rather than an inch: an odd number of marks stands before it in the line. */
static bool closes_quote(gz_view t, size_t pos)
{
  bool odd = false;
  for (int k = 0; k < 400 && pos > 0 && t.p[pos - 1] != '\n'; k++) if (t.p[--pos] == '"') odd = !odd;
  return odd;
}

static bool tail_ok(gz_view t, size_t end)           /* 8 in. but not 8 in five */
{
  size_t p = gz_skip_spaces(t, end, 1);
  if (p == end) return !gz_is_alnum(at(t, p));
  return p >= t.n || gz_small_word_at(t, p, GZ_SMALL(MEASURED), NULL);
}

static const lex_units_row *unit_at(gz_view t, size_t pos, size_t number_end, size_t *end)
{
  gz_hit hits[12];
  if (!(gz_beside_after(t, pos) & GZ_BESIDE_UNIT)) return NULL;
  size_t n = gz_trie_prefixes(&lex_units.trie, t, pos, hits, 12);
  while (n-- > 0) {
    size_t e = hits[n].end;
    gz_hit bound;
    if (!gz_word_boundary(t, e)) {
      if (!gz_is_hangul(at(t, e)) || !(gz_is_hangul(before(t, e)) || before(t, e) < 0x80)) continue;      /* 42km를 */
      if (gz_trie_longest(&lex_bounds.trie, t, pos, &bound) && bound.end > e) continue;      /* 초과 is no 초 */
    }
    for (const lex_units_row *r = &lex_units_rows[hits[n].value];; r++) {
      const char *exact = lex_units_str(r->exact);
      bool ok = !*exact || (strlen(exact) == e - pos && memcmp(t.p + pos, exact, e - pos) == 0);
      if (ok && (r->flags & LEX_UNITS_FLAGS_SIGN)) {
        uint32_t c = before(t, number_end);
        ok = (pos == number_end || (pos == number_end + 1 && t.p[pos] == '"')) && gz_is_alnum(c) && !(t.p[pos] == '"' && closes_quote(t, pos));
        if (ok && (t.p[pos] == '\'' || e - pos > 2) && !gz_is_digit(at(t, e))) ok = false;
      }
      if (ok && (r->flags & LEX_UNITS_FLAGS_TAIL) && !tail_ok(t, e)) ok = false;
      if (ok) { *end = e; return r; }
      if (!r->more) break;
    }
  }
  return NULL;
}

/* A unit at pos, perhaps behind a space or hyphen, perhaps in brackets. */
static const lex_units_row *unit_near(gz_view t, size_t pos, size_t *end)
{
  size_t p = gz_skip_spaces(t, pos, 2);
  if (p >= t.n) return NULL;
  const lex_units_row *r = unit_at(t, p, pos, end);
  if (r) return r;
  if (t.p[p] == '-' && (r = unit_at(t, p + 1, pos, end)) != NULL) return *lex_units_str(r->exact) ? NULL : r;
  static const char open[] = "([{<", close[] = ")]}>";
  const char *b = strchr(open, t.p[p]);
  if (b && *b && (r = unit_at(t, p + 1, pos, end)) != NULL && *end < t.n && t.p[*end] == close[b - open]) { (*end)++; return r; }
  return NULL;
}

static bool year_like(const gz_number *n)
{
  int64_t v;
  return gz_dec_to_int64(n->low, &v) && v >= 1000 && v < 2200 && !n->lit.grouped && !n->lit.magnitude && n->lit.form != GZ_NUM_WORDS;
}

static bool unit_fits(gz_view t, const lex_units_row *r, const gz_measure *m)
{
  if (r->class == LEX_UNITS_CLASS_DAY) return false;                /* a date more often than not */
  if (r->class == LEX_UNITS_CLASS_YEAR && (year_like(&m->num) || m->num.lit.form == GZ_NUM_HAN ? m->num.lit.span.end - m->num.lit.span.start >= 12 || year_like(&m->num) : false)) return false;
  (void)t;
  return true;
}

/* Behind 六斤: 8兩 or 半; behind 5 feet: 2 inches. */
static void second_unit(gz_view t, gz_measure *m)
{
  static const struct { const char *big, *small; int per; } pairs[] = {
    {"foot", "inch", 12}, {"pound", "ounce", 16}, {"jin", "liang", 10}, {"hour", "minute", 60}, {"minute", "second", 60}, {"kilometre", "metre", 1000}, {"metre", "centimetre", 100}};
  size_t p = m->span.end, end;
  if (is_here(t, p, "半") && !is_here(t, p, "半年") && gz_is_han(before(t, p))) {
    plus(m, (gz_dec){5, -1, false, false});
    m->span.end = (uint32_t)(p + 3);
    return;
  }
  if (is_here(t, p, " ") && !m->vague && gz_small_word_at(t, p + 1, GZ_SMALL(AND_HALF), &end)) {      /* une heure et demie */
    plus(m, (gz_dec){5, -1, false, false});
    m->span.end = (uint32_t)end;
    return;
  }
  gz_numeral n;
  p = gz_skip_spaces(t, p, 2);
  if (is_here(t, p, "and ")) p = gz_skip_spaces(t, p + 4, 2);
  if (p >= t.n || !gz_numeral_at_id(t, p, 0, &n) || n.vague) return;
  size_t number_end = n.abbrev ? n.core_end : n.span.end;
  const lex_units_row *r = unit_near(t, number_end, &end);
  if (!r) return;
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    if (strcmp(m->unit, pairs[i].big) == 0 && strcmp(lex_units_str(r->name), pairs[i].small) == 0 && gz_dec_cmp(n.low, gz_dec_int(pairs[i].per)) < 0) {
      if (i >= 3 && i != 6) return;                  /* hours and minutes are given one by one */
      plus(m, gz_num_divide(n.low, gz_dec_int(pairs[i].per)));
      m->span.end = (uint32_t)end;
      return;
    }
}

static const lex_count_nouns_row *noun_at(gz_view t, size_t pos, unsigned role, size_t *end);

/* half an hour: behind the article. */
static size_t past_article(gz_view t, const gz_measure *m)
{
  size_t p = m->span.end;
  if (!m->num.lit.fraction || m->num.lit.form != GZ_NUM_WORDS) return p;
  return is_here(t, p, " an ") ? p + 3 : is_here(t, p, " a ") ? p + 2 : p;
}

static bool take_unit(gz_view t, gz_measure *m)
{
  size_t end, core_end = 0;
  const gz_numeral *l = &m->num.lit;
  const lex_units_row *r = unit_near(t, past_article(t, m), &end);
  if (l->right && !l->abbrev && !r) return false;
  const lex_units_row *c = l->magnitude && l->core_end < l->span.end && l->span.end == m->span.end ? unit_near(t, l->core_end, &core_end) : NULL;
  bool mm = c && core_end - l->core_end <= 3 && (t.p[core_end - 1] | 32) == 'm' && (t.p[core_end - 2] | 32) == 'm';
  if (mm) r = NULL;                                  /* a 7.62mm barrel */
  if (c && !mm && l->abbrev && noun_at(t, gz_skip_spaces(t, l->span.end, 1), LEX_COUNT_NOUNS_ROLE_NOUN, &end)) return false;      /* 20m users */
  if (c && (core_end > l->span.end || l->abbrev) && !(r && end > core_end) && gz_dec_cmp(m->low, m->high) == 0 && !m->open_high) {     /* 1.8m, 五十兆字节 */
    m->low = m->high = l->core;
    if (m->num.low.neg) m->low.neg = m->high.neg = true;
    r = c;
    end = core_end;
  }
  if (!r || !unit_fits(t, r, m)) return false;
  m->kind = GZ_MEASURE_UNIT;
  m->unit = lex_units_str(r->name);
  m->span.end = (uint32_t)end;
  second_unit(t, m);
  return true;
}

static const lex_count_nouns_row *noun_at(gz_view t, size_t pos, unsigned role, size_t *end)
{
  gz_hit hits[8];
  if (!(gz_beside_after(t, pos) & GZ_BESIDE_NOUN)) return NULL;
  size_t n = gz_trie_prefixes(&lex_count_nouns.trie, t, pos, hits, 8);
  while (n-- > 0) {
    if (!gz_word_boundary(t, hits[n].end) && !gz_is_hangul(at(t, hits[n].end))) continue;
    for (const lex_count_nouns_row *r = &lex_count_nouns_rows[hits[n].value];; r++) {
      if (r->role == role) { *end = hits[n].end; return r; }
      if (!r->more) break;
    }
  }
  return NULL;
}

bool gz_measure_counter(gz_view t, size_t pos, size_t *end) { return pos < t.n && noun_at(t, pos, LEX_COUNT_NOUNS_ROLE_MEASURE, end) != NULL; }

/* Chinese and Japanese: [counter] [up to four characters] noun. */
static bool take_count_han(gz_view t, gz_measure *m, size_t p)
{
  size_t end = 0, counted = p, found = 0;
  const lex_count_nouns_row *measure = noun_at(t, p, LEX_COUNT_NOUNS_ROLE_MEASURE, &counted), *noun = NULL;
  if (!measure) counted = p;
  for (int k = 0; k < (measure ? 6 : 1) && !noun; k++) {
    size_t q = counted;
    for (int j = 0; j < k && q < t.n; j++) if (!gz_is_han(gz_utf8_next(t.p, t.n, &q))) return false;
    noun = noun_at(t, q, LEX_COUNT_NOUNS_ROLE_NOUN, &end);
    if (noun && k > 0 && end - q <= 3) noun = NULL;    /* one character only right behind: not 国 in 中国公司 */
    found = end;
    if (!gz_is_han(at(t, q)) && !noun) break;
  }
  if (!noun && measure && !*lex_count_nouns_str(measure->unit) && (noun = noun_at(t, p, LEX_COUNT_NOUNS_ROLE_NOUN, &end)) != NULL) found = end;     /* 3个 */
  if (noun) { m->unit = lex_count_nouns_str(noun->unit); m->span.end = (uint32_t)found; }
  else if (measure && *lex_count_nouns_str(measure->unit)) { m->unit = lex_count_nouns_str(measure->unit); m->span.end = (uint32_t)counted; }
  else return false;
  m->kind = GZ_MEASURE_COUNT;
  return true;
}

bool gz_measure_ends_phrase(gz_view w)
{
  return w.n > 0 && w.n <= 6 && (unsigned)(w.p[0] - 'A') >= 26u && gz_small_word_is(w, GZ_SMALL(ENDS_PHRASE));
}

static bool take_count(gz_view t, gz_measure *m)
{
  size_t p = gz_skip_spaces(t, m->span.end, 2), end;
  uint32_t c = at(t, p);
  int64_t v;
  if (p >= t.n || m->num.lit.left || m->num.lit.dotted || m->num.lit.ordinal || (m->num.lit.right && m->span.end == m->num.lit.span.end && !gz_is_hangul(c))) return false;
  if (!gz_dec_to_int64(m->high, &v)) v = 0;
  if (m->num.weak && v <= 1) return false;           /* 一家, one company */
  if (gz_is_unspaced(c) || gz_is_hangul(c)) return take_count_han(t, m, p);
  if (year_like(&m->num) && v >= 1900) return false;
  if (m->span.end == p) return false;
  for (int k = 0; k < 3 && p < t.n; k++) {
    const lex_count_nouns_row *r = noun_at(t, p, LEX_COUNT_NOUNS_ROLE_NOUN, &end);
    if (r) {
      m->unit = lex_count_nouns_str(r->unit);
      m->span.end = (uint32_t)end;
      m->kind = GZ_MEASURE_COUNT;
      return true;
    }
    size_t q = p;
    while (q < t.n) { size_t i = q; uint32_t x = gz_utf8_next(t.p, t.n, &i); if (!gz_is_letter(x) && x != '-') break; q = i; }
    bool of = k == 0 && q - p == 2 && (memcmp(t.p + p, "of", 2) == 0 || memcmp(t.p + p, "de", 2) == 0) && (m->vague || m->num.lit.lang);      /* tens of thousands of fans */
    if (q == p || q - p > 24 || (!of && gz_measure_ends_phrase(gz_view_of(t.p + p, q - p)))) return false;
    size_t s = gz_skip_spaces(t, q, 2);
    if (s == q) return false;
    p = s;
  }
  return false;
}

/* A currency stands beside the number, and no longer unit (35毫克 against 毫). */
static bool is_money(gz_view t, size_t floor, const gz_measure *m, size_t unit_end)
{
  gz_currency c;
  size_t p = gz_skip_spaces(t, m->span.end, 1);
  if (p < t.n && gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) &&
      c.end > unit_end && !(c.flags & LEX_CURRENCIES_FLAGS_JOINT) && (unit_end == 0 || c.family != LEX_CURRENCIES_FAMILY_POUND || gz_money_near(t, m->span.start, m->span.end, 40, LEX_MONEY_WORDS_ROLE_WORTH))) return true;
  size_t s = gz_skip_spaces_back(t, floor, m->span.start, 1);
  return s > floor && gz_currency_ending(t, floor, s, &c);
}

bool gz_measure_is_money(gz_view text, size_t floor, gz_measure *m)
{
  if (m->kind == GZ_MEASURE_NONE && m->pure && is_money(text, floor, m, 0)) m->kind = GZ_MEASURE_MONEY;
  return m->kind == GZ_MEASURE_MONEY;
}

void gz_measure_read(gz_view text, const gz_number *n, size_t floor, int lang, gz_measure *m)
{
  memset(m, 0, sizeof *m);
  m->num = *n;
  m->span = n->span;
  m->low = n->low;
  m->high = n->high;
  m->open_low = n->open_low;
  m->open_high = n->open_high;
  m->vague = n->lit.vague;
  m->unit = "";
  (void)lang;
  if (n->lit.ordinal) { m->kind = GZ_MEASURE_REFUSED; return; }
  if (n->parts) {                                    /* 百分之五, 万分之四 */
    m->low = n->lit.low;
    m->high = n->lit.high;
    scale(m, 2 - n->parts);
    m->span.start = n->lit.parts_start;
    is_percent(m, "%", m->span.end);
    return;
  }
  if (n->weak && n->lit.form == GZ_NUM_WORDS && gz_dec_cmp(n->low, gz_dec_int(3)) == 0) { m->kind = GZ_MEASURE_REFUSED; return; }      /* few */
  if (n->lit.dotted || (n->lit.left && before(text, n->span.start) != '(')) { m->kind = GZ_MEASURE_REFUSED; return; }
  if (percent_after(text, m) || percent_before(text, floor, m) || percent_of(text, m)) return;
  gz_measure unit = *m;
  bool nth = before(text, n->span.start) == 0x7B2C, measured = !nth && (take_unit(text, &unit) || take_count(text, &unit));      /* 第二个项目 */
  if (!measured) { m->pure = true; return; }         /* whether it is money is asked when it matters: gz_measure_is_money */
  if (is_money(text, floor, m, unit.span.end)) m->kind = GZ_MEASURE_MONEY;
  else *m = unit;
}
