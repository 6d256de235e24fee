/* Widens numerals to numbers. To the right: an exponent (1e10), a power (2.5^-1), a fraction (3/4, 2 1/4, 四分之三, one over
** twenty); to the left: a sign or a word for it (minus, 负, マイナス). Word lists: roles minus and over of number_words.tsv. */
#include "find/number.h"
#include "find/numeral_int.h"
#include "find/quantity_sets.h"
#include "lex_number_words.h"
#include "lex_number_joins.h"
#include "lex_korean_tails.h"
#include "lex_percent_words.h"
#include "lex_units.h"
#include "find/text_lang.h"
#include "text/uni.h"
#include "text/utf8.h"

static size_t skip_spaces(gz_view text, size_t pos, int max)
{
  while (max-- > 0 && pos < text.n) {
    size_t i = pos;
    if (gz_fold(gz_utf8_next(text.p, text.n, &i)) != ' ') break;
    pos = i;
  }
  return pos;
}

static uint32_t fold_at(gz_view text, size_t pos, size_t *next)
{
  *next = pos;
  if (pos >= text.n) return 0;
  return gz_fold(gz_utf8_next(text.p, text.n, next));
}

static uint32_t fold_before(gz_view text, size_t pos, size_t floor, size_t *start)
{
  *start = pos;
  if (pos <= floor) return 0;
  return gz_fold(gz_utf8_prev(text.p, text.n, start));
}

/* The join word at pos (分之, 又, over, 乗 ...): its row, or NULL. */
static const lex_number_joins_row *join_at(gz_view text, size_t pos, size_t *next)
{
  gz_hit hit;
  if (!gz_trie_longest(&lex_number_joins.trie, text, pos, &hit)) return NULL;
  *next = hit.end;
  return &lex_number_joins_rows[hit.value];
}

/* An unsigned run of digits that is a number by itself: no marks, at most 9 digits. */
static bool small_int(gz_view text, size_t pos, int64_t *v, size_t *end)
{
  size_t next = pos;
  int d, n = 0;
  *v = 0;
  while ((d = gz_num_digit(text, pos, &next)) >= 0 && n < 10) { *v = *v * 10 + d; pos = next; n++; }
  *end = pos;
  return n > 0 && n < 10;
}

static gz_dec power(gz_dec x, int64_t k)
{
  gz_dec r = gz_dec_int(1);
  bool inverse = k < 0;
  if (k < 0) k = -k;
  for (int64_t i = 0; i < k; i++) r = gz_dec_mul(r, x);
  if (!inverse) return r;
  r = gz_dec_norm(r);
  while (r.m > (uint64_t)INT64_MAX / 16) { r.m /= 10; r.e++; r.inexact = true; }
  gz_dec whole = {r.m, 0, false, false};
  gz_dec q = gz_num_divide(gz_dec_int(1), whole);
  q.neg = r.neg;
  return gz_dec_shift(q, -r.e);
}

/* [+-]digits */
static bool exponent(gz_view text, size_t pos, int64_t *k, size_t *end)
{
  size_t next;
  bool neg = false;
  uint32_t c = fold_at(text, pos, &next);
  if (c == '-' || c == 0x2212) { neg = true; pos = next; }
  else if (c == '+') pos = next;
  if (!small_int(text, pos, k, end) || *k > 400) return false;
  if (neg) *k = -*k;
  return true;
}

static bool same(const gz_number *n) { return !n->open_low && !n->open_high && gz_dec_cmp(n->low, n->high) == 0; }

static void become(gz_number *n, gz_dec v, size_t end)
{
  n->low = n->high = v;
  n->span.end = (uint32_t)end;
  n->weak = false;
  n->lit.magnitude = 0;
}

static void touch(gz_view text, gz_number *n)
{
  size_t i = n->span.end;
  n->lit.right = i < text.n && !gz_word_boundary(text, i) && !gz_is_hangul(gz_utf8_next(text.p, text.n, &i));
}

static void right_power(gz_view text, gz_number *n)
{
  size_t next, end;
  int64_t k;
  if (n->lit.form != GZ_NUM_DIGITS || !same(n)) return;
  uint32_t c = fold_at(text, n->span.end, &next);
  if (n->lit.magnitude == 0 && c == 'e' && exponent(text, next, &k, &end) && gz_word_boundary(text, end)) {
    become(n, gz_dec_shift(n->low, (int)k), end);
    touch(text, n);
    n->lit.dotted = false;
  } else if (c == '^' && exponent(text, next, &k, &end) && k <= 64 && k >= -64) {
    become(n, power(n->low, k), end);
    touch(text, n);
  }
}

/* digits / digits, also behind a whole number and a space */
static bool slash(gz_view text, size_t pos, gz_dec *v, size_t *end)
{
  int64_t a, b;
  size_t next;
  if (!small_int(text, pos, &a, end)) return false;
  uint32_t c = fold_at(text, *end, &next);
  if ((c != '/' && c != 0x2044) || !small_int(text, next, &b, end) || b == 0) return false;
  c = fold_at(text, *end, &next);
  size_t dummy;
  if (c == '/' || ((c == '.' || c == ',') && gz_num_digit(text, next, &dummy) >= 0)) return false;
  if (a >= 1000 || b > 1000) return false;
  *v = gz_num_divide(gz_dec_int(a), gz_dec_int(b));
  return true;
}

static void right_fraction(gz_view text, gz_number *n, size_t floor)
{
  gz_dec v;
  size_t end, before;
  if (n->lit.form != GZ_NUM_DIGITS || n->lit.magnitude || n->lit.grouped || n->lit.decimal || n->lit.dotted || n->lit.left || !same(n)) return;
  uint32_t c = fold_before(text, n->span.start, floor, &before);
  size_t two;
  if (c == '/' || ((c == '-' || c == '.') && before > floor && gz_is_digit(gz_utf8_prev(text.p, text.n, (two = before, &two))))) return;
  if (slash(text, n->span.start, &v, &end)) { become(n, v, end); n->lit.fraction = true; touch(text, n); return; }
  size_t pos = skip_spaces(text, n->span.end, 3);
  int64_t whole;
  if (pos > n->span.end && gz_dec_to_int64(n->low, &whole) && whole < 1000 && slash(text, pos, &v, &end)) {
    become(n, gz_dec_add(n->low, v), end);
    n->lit.fraction = true;
    touch(text, n);
  }
}

static bool minus_before(gz_view text, size_t pos, size_t floor, size_t *start);

/* The numeral at pos, perhaps with a sign of its own. */
static bool operand(gz_view text, size_t pos, int lang, gz_numeral *out, bool *neg)
{
  size_t next;
  *neg = false;
  uint32_t c = fold_at(text, pos, &next);
  if (c == '-' || c == 0x2212) {
    for (; c == '-' || c == 0x2212; c = fold_at(text, pos, &next)) { *neg = !*neg; pos = next; }      /* --23 */
  } else {
    gz_hit hit;
    if (gz_trie_longest(&lex_number_words.trie, text, pos, &hit) && lex_number_words_rows[hit.value].role == LEX_NUMBER_WORDS_ROLE_MINUS) {
      *neg = true;
      pos = skip_spaces(text, hit.end, 2);
    }
  }
  return gz_numeral_at_id(text, pos, lang, out) && !out->dotted && gz_dec_cmp(out->low, out->high) == 0;
}

/* 四分之三, 사분의 삼: denominator first. `n` is the denominator. */
static bool part_of(gz_view text, const gz_numeral *n, int lang, gz_dec *v, size_t *end)
{
  size_t next;
  gz_numeral b;
  bool neg;
  size_t pos = skip_spaces(text, n->span.end, 3);
  const lex_number_joins_row *j = join_at(text, pos, &next);
  if (!j || j->role != LEX_NUMBER_JOINS_ROLE_PARTS) return false;
  if (!operand(text, skip_spaces(text, next, 3), lang, &b, &neg)) return false;
  *v = gz_num_divide(b.low, n->low);
  if (neg) v->neg = !v->neg;
  *end = b.span.end;
  return !gz_dec_zero(n->low);
}

/* の23乗 behind x. */
static bool power_of(gz_view text, gz_dec x, size_t pos, int lang, gz_dec *v, size_t *end)
{
  size_t next;
  gz_numeral b;
  bool neg;
  int64_t k;
  const lex_number_joins_row *j = join_at(text, pos, &next);
  if (!j || j->role != LEX_NUMBER_JOINS_ROLE_POWER || !operand(text, next, lang, &b, &neg) || !gz_dec_to_int64(b.low, &k) || k > 64) return false;
  j = join_at(text, b.span.end, end);
  if (!j || j->role != LEX_NUMBER_JOINS_ROLE_POWEREND) return false;
  *v = power(x, neg ? -k : k);
  return true;
}

static void right_join(gz_view text, gz_number *n, int lang)
{
  gz_dec v;
  size_t end, next;
  gz_numeral b;
  bool neg;
  if (!same(n) || n->lit.dotted) return;
  if (part_of(text, &n->lit, lang, &v, &end)) { become(n, v, end); n->lit.fraction = true; return; }
  size_t pos = skip_spaces(text, n->span.end, 3);
  const lex_number_joins_row *j = join_at(text, pos, &next);
  if (!j) return;
  size_t after = skip_spaces(text, next, 3);
  switch (j->role) {
    case LEX_NUMBER_JOINS_ROLE_PLUS:               /* 三百五又三分之一 */
      if (operand(text, after, lang, &b, &neg) && !neg && part_of(text, &b, lang, &v, &end)) {
        become(n, gz_dec_add(n->low, v), end);
        n->lit.fraction = true;
      } else if (slash(text, after, &v, &end)) {     /* 1また4/3 */
        become(n, gz_dec_add(n->low, v), end);
        n->lit.fraction = true;
      }
      break;
    case LEX_NUMBER_JOINS_ROLE_AMONG:              /* 셋 중 하나 */
      if (operand(text, after, lang, &b, &neg) && !neg && gz_dec_cmp(b.low, n->low) < 0) {
        become(n, gz_num_divide(b.low, n->low), b.span.end);
        n->lit.fraction = true;
      }
      break;
    case LEX_NUMBER_JOINS_ROLE_OVER: {             /* one over twenty */
      if (pos == n->span.end && !gz_is_unspaced(fold_at(text, pos, &end))) break;
      if (!operand(text, after, lang, &b, &neg) || neg || b.right || gz_dec_zero(b.low)) break;
      if (n->lit.form == GZ_NUM_WORDS && b.form == GZ_NUM_WORDS && n->lit.lang != b.lang) break;
      if (j->lang == LEX_NUMBER_JOINS_LANG_TAIL) { /* not `$2000 over 3 years` */
        size_t tail = skip_spaces(text, b.span.end, 3);
        if (tail > b.span.end && tail < text.n && gz_is_letter(fold_at(text, tail, &end)) && !(gz_dec_cmp(n->low, gz_dec_int(1)) == 0)) break;
        if (gz_dec_cmp(n->low, b.low) > 0 && gz_dec_cmp(n->low, gz_dec_int(100)) < 0) break;
      }
      become(n, gz_num_divide(n->low, b.low), b.span.end);
      n->lit.fraction = true;
      break;
    }
    case LEX_NUMBER_JOINS_ROLE_POWER:              /* 1.1の23乗 */
      if (power_of(text, n->low, pos, lang, &v, &end)) become(n, v, end);
      break;
    case LEX_NUMBER_JOINS_ROLE_TIMES:              /* 12.32×10の14乗 */
      if (!operand(text, after, lang, &b, &neg) || neg) break;
      if (power_of(text, b.low, b.span.end, lang, &v, &end)) become(n, gz_dec_mul(n->low, v), end);
      break;
    default: break;
  }
}

/* A sign or a word for it right before pos. */
static bool minus_before(gz_view text, size_t pos, size_t floor, size_t *start)
{
  size_t at, before;
  uint32_t c = fold_before(text, pos, floor, &at);
  bool space = false;
  size_t behind = pos;
  while (c == ' ') { behind = at; space = true; c = fold_before(text, at, floor, &at); if (pos - at > 4) break; }
  if (c == '-' || c == 0x2212 || c == 0xFE63) {
    uint32_t b = fold_before(text, at, 0, &before);
    if (gz_is_alnum(b) && !gz_is_unspaced(b)) return false;
    if (b == ' ') {                                  /* 75 -300: a range, badly spaced */
      size_t k = before, j;
      while (k > 0 && fold_before(text, k, 0, &j) == ' ') k = j;
      if (k > 0 && gz_is_digit(gz_utf8_prev(text.p, text.n, &k))) return false;
    }
    if (b == ')' || b == '-' || b == 0x2212 || b == '%') return false;
    if (space && at > floor) {                     /* a dash between words */
      size_t i = at;
      bool first = true;
      while (i > 0) { size_t k = i; if (gz_fold(gz_utf8_prev(text.p, text.n, &k)) != ' ') { first = false; break; } i = k; }
      if (!first) return false;
    }
    *start = at;
    return true;
  }
  if (!(gz_beside_before(text, floor, behind) & GZ_BESIDE_LAST_MINUS)) return false;
  size_t i = behind, found = 0;
  bool minus = false;
  for (int k = 0, tries = 0; k < 16 && i > floor && tries < 4; k++) {
    unsigned char b = (unsigned char)text.p[i - 1];
    if (b < 0x80) i--;
    else gz_utf8_prev(text.p, text.n, &i);
    if (b == '.' || b == ';' || b == '\n' || b == ')') break;
    if (b < 0x80 && i > 0 && (unsigned char)text.p[i - 1] < 0x80 && (unsigned char)(text.p[i - 1] | 32) >= 'a' && (unsigned char)(text.p[i - 1] | 32) <= 'z') continue;
    uint32_t value;
    if (b == ' ' || !gz_word_boundary(text, i)) continue;
    tries += b < 0x80;
    if (!gz_trie_may_start(&lex_number_words.trie, text, i) || !gz_trie_exact(&lex_number_words.trie, gz_view_of(text.p + i, behind - i), &value)) continue;
    bool is = false;
    for (const lex_number_words_row *r = &lex_number_words_rows[value];; r++) {
      if (r->role == LEX_NUMBER_WORDS_ROLE_MINUS) is = true;
      if (!r->more) break;
    }
    if (lex_number_words_rows[value].role == LEX_NUMBER_WORDS_ROLE_NONE || is) { minus = is; found = i; }
  }
  if (minus) *start = found;
  return minus;
}

bool gz_number_minus(gz_view text, size_t pos, size_t floor, size_t *start) { return minus_before(text, pos, floor, start); }

void gz_number_widen(gz_view text, const gz_numeral *n, size_t floor, int lang, gz_number *out)
{
  size_t start;
  memset(out, 0, sizeof *out);
  out->span = n->span;
  out->low = n->low;
  out->high = n->high;
  out->open_low = n->open_low;
  out->open_high = n->open_high;
  out->weak = n->weak;
  out->lit = *n;
  out->parts = n->parts;
  if (n->parts) {                                    /* 千分之五 is a fraction; 百分之五 is read as five (percent), 百分の五 as 0.05 */
    bool no = n->span.start >= 3 && memcmp(text.p + n->span.start - 3, "の", 3) == 0;
    if (n->parts > 2 || no) {
      out->low = gz_dec_shift(out->low, -n->parts);
      out->high = gz_dec_shift(out->high, -n->parts);
    }
  }
  right_power(text, out);
  right_fraction(text, out, floor);
  right_join(text, out, lang);
  if (n->negative_ok || n->form == GZ_NUM_HAN || n->form == GZ_NUM_WORDS) {
    if (!n->left && minus_before(text, out->span.start, floor, &start)) {
      out->span.start = (uint32_t)start;
      out->low.neg = !gz_dec_zero(out->low) && !out->low.neg;
      out->high.neg = !gz_dec_zero(out->high) && !out->high.neg;
      out->weak = false;
    }
  }
}

void gz_number_begin(gz_number_iter *it, gz_view text, const char *lang)
{
  gz_numeral_begin(&it->num, text, lang);
  it->floor = 0;
  if (!lang && text.n) {                             /* what language number words and decimal marks are likely in */
    gz_lang_result r;
    gz_text_lang(text, &r);
    it->num.lang_id = gz_numeral_lang(r.tag) | GZ_NUM_SOFT;
  }
  if (gz_num_lang_id(it->num.lang_id) && text.n > 400) it->num.lang_id |= GZ_NUM_ONLY;   /* a longer text keeps to its language */
}

bool gz_number_next(gz_number_iter *it, gz_number *out)
{
  gz_numeral n;
  if (!gz_numeral_next(&it->num, &n)) return false;
  gz_number_widen(it->num.text, &n, it->floor, it->num.lang_id, out);
  it->num.pos = it->floor = out->span.end;
  return true;
}

static bool whole_text(gz_view text, gz_span s)
{
  size_t a = s.start, b = skip_spaces(text, s.end, 8);
  while (a > 0) { size_t k = a; if (gz_fold(gz_utf8_prev(text.p, text.n, &k)) != ' ') break; a = k; }
  return a == 0 && b == text.n;
}

static bool whole_hangul(gz_view text, gz_span s)
{
  size_t i = s.start;
  return i < text.n && gz_is_hangul(gz_utf8_next(text.p, text.n, &i));
}

/* 한 명, 세 개: a counter makes a number of a word that is often none. */
static bool korean_counter(gz_view text, size_t pos)
{
  gz_hit hit;
  pos = skip_spaces(text, pos, 1);
  if (!gz_trie_longest(&lex_korean_tails.trie, text, pos, &hit)) return false;
  return lex_korean_tails_rows[hit.value].kind == LEX_KOREAN_TAILS_KIND_COUNTER;
}

bool gz_number_plain(gz_view text, const gz_number *n, int hint)
{
  int lang = gz_num_lang_id(hint);
  if (n->lit.ordinal) return false;
  if (whole_text(text, n->span)) return !(n->weak && lang && !(hint & GZ_NUM_SOFT) && n->lit.lang && n->lit.lang != lang);
  if (n->lit.abbrev && text.p[n->lit.core_end] >= 'a' && text.p[n->lit.core_end] != 'k' && text.p[n->lit.core_end] != 'b' && text.p[n->lit.core_end] != 'w' &&
      (unsigned char)text.p[n->lit.core_end] < 0x80) return false;                         /* 1m, 3t: units */
  if (n->lit.left) return false;
  if (n->lit.right) return false;
  size_t end = n->span.end;
  gz_hit hit;
  if (end < text.n && gz_is_kana(fold_at(text, end, &end)) && (gz_trie_longest(&lex_units.trie, text, n->span.end, &hit) || gz_trie_longest(&lex_percent_words.trie, text, n->span.end, &hit)))
    return false;                                    /* 29キロメートル: a unit touches, as in 29km */
  if (n->weak && n->lit.form == GZ_NUM_WORDS && n->lit.lang == LEX_NUMBER_WORDS_LANG_JA) {        /* に: only set apart */
    size_t i, j;
    uint32_t a = fold_before(text, n->span.start, 0, &i), b = fold_at(text, n->span.end, &j);
    return (a == 0 || a == ' ' || a == 0x3001) && (b == 0 || b == 0x3001 || b == 0x3002);
  }
  if (n->weak && whole_hangul(text, n->span)) return korean_counter(text, n->span.end);
  if (n->weak && n->lit.lang && n->lit.lang != lang && n->lit.form == GZ_NUM_WORDS) return false;
  return true;
}
