/* Minor units: $5 and 20 cents, 三元五角, 3块5, 15 dollars 50. The unit may have been taken for a part of the number by the numeral scanner
** (thirty cents, cinque centesimi); then the number is read again without it. Uses floors base and text. */
#include "find/money_amount_int.h"
#include "find/hedge.h"
#include "find/quantity_read.h"

/* Does this amount end where the text, the line or the clause ends? */
static bool clause_ends(gz_view t, size_t pos)
{
  size_t p = gz_skip_spaces(t, pos, 4);
  if (p >= t.n) return true;
  size_t i = p;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if (c == '.' || c == ',') return i >= t.n || !gz_digit_at(t, i);
  return c == '\n' || c == '!' || c == '?' || c == ';' || c == ')' || c == 0x3002 || c == 0xFF0C || c == 0xFF01 || c == 0x3001 || c == 0xFF1B || c == 0xFF09;
}

static bool small_whole(const gz_numeral *n, int64_t most, int64_t *v)
{
  return !n->decimal && !n->vague && !n->ordinal && n->magnitude < 3 && gz_dec_to_int64(n->low, v) && *v >= 0 && *v <= most;
}

static void add_minor(gz_amount *a, gz_dec value, int power, size_t end)
{
  value = gz_dec_shift(value, power);
  a->low = gz_dec_add(a->low, value);
  a->high = gz_dec_add(a->high, value);
  a->end = (uint32_t)end;
  a->compound = true;
}

static bool number_may_start(gz_view t, size_t p)
{
  if (p >= t.n) return false;
  unsigned char b = (unsigned char)t.p[p];
  size_t e;
  if (gz_digit_at(t, p) || b >= 0xE3) return true;
  gz_word_hash h = gz_hash_word(t, p, &e);
  return gz_in_wide(&gz_set_number, h.all) || gz_in_wide(&gz_set_number3, h.three);
}

/* The number without its last magnitude word. */
void gz_number_core(gz_view t, gz_numeral *n)
{
  gz_numeral rest;
  if (gz_numeral_at(gz_view_of(t.p, n->core_end), n->span.start, NULL, &rest) && gz_dec_cmp(rest.low, n->core) == 0) { *n = rest; return; }
  n->span.end = n->core_end;
  n->low = n->high = n->core;
  n->magnitude = 0;
  n->abbrev = false;
}

/* A number at p with a minor unit behind it: the unit may have been read as part of the number (thirty cents, cinque centesimi). */
static bool minor_at(gz_view t, size_t p, gz_numeral *n, gz_currency *c)
{
  const unsigned place = LEX_CURRENCIES_PLACE_AFTER | GZ_CURRENCY_MINOR;
  if (gz_currency_at(t, gz_to_currency(t, n->span.end, true), place, c)) return true;
  if (n->magnitude && n->core_end && gz_currency_at(t, gz_to_currency(t, n->core_end, true), place, c)) {
    gz_number_core(t, n);
    return true;
  }
  if (n->form < GZ_NUM_WORDS) return false;
  size_t last = n->span.end;
  while (last > p && !gz_is_space((unsigned char)t.p[last - 1])) last--;
  gz_numeral rest;
  if (last == p || !gz_currency_at(t, last, place, c) || !gz_numeral_at(gz_view_of(t.p, last), p, NULL, &rest) || rest.span.end > last) return false;
  *n = rest;
  return true;
}

/* One more minor unit behind the amount; `last` is the power of the unit before (0: main). */
static bool minor_unit(gz_view t, gz_amount *a, int *last)
{
  size_t e, p = gz_skip_spaces(t, a->end, 2);
  bool joined = gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_JOIN, &e);
  bool zeroed = joined && p == a->end && e == p + 3 && memcmp(t.p + p, "零", 3) == 0;       /* 三块零五 */
  if (joined) p = gz_skip_spaces(t, e, 2);
  gz_numeral n;
  int64_t v;
  gz_currency c;
  if (!number_may_start(t, p) || !gz_numeral_at(t, p, NULL, &n)) return false;
  bool touching = p == a->end || zeroed;
  bool chinese = (a->currency.family & LEX_CURRENCIES_FAMILY_YUAN) || a->currency.kind == LEX_CURRENCIES_KIND_MINOR || strcmp(a->currency.code, "HKD") == 0;
  if (minor_at(t, p, &n, &c) && c.power < *last) {
    if (!small_whole(&n, c.power == -1 ? 9 : 99, &v)) return false;
    add_minor(a, n.low, c.power, c.end);
    *last = c.power;
    return true;
  }
  /* 3块5, 两毛五, 三蚊零四: the next place without its unit */
  if (touching && chinese && *last > -2 && !(*last == 0 && (a->currency.flags & LEX_CURRENCIES_FLAGS_JOINT)) && (n.form == GZ_NUM_HAN || n.form == GZ_NUM_DIGITS) && small_whole(&n, 99, &v) &&
      !gz_currency_at(t, n.span.end, LEX_CURRENCIES_PLACE_AFTER, &c)) {
    size_t i = p, j = n.span.end;
    uint32_t zero = gz_utf8_next(t.p, t.n, &i);
    if (j < t.n && gz_is_han(gz_utf8_next(t.p, t.n, &j)) && (a->currency.flags & LEX_CURRENCIES_FLAGS_WEAK) == 0) return false;
    if (v > 9 && *last != 0) return false;
    add_minor(a, n.low, *last == 0 && (v > 9 || zeroed || zero == 0x96F6 || zero == 0x3007) ? -2 : *last - 1, n.span.end);
    *last = -2;
    return true;
  }
  return false;
}

/* 三块半, 五塊半美金: a half behind a yuan, where no noun follows that it could count (三块半蛋糕). */
static void half_yuan(gz_view t, gz_amount *a)
{
  gz_currency c;
  size_t p = a->end, e = p + 3, i = e;
  if (!(a->currency.family & LEX_CURRENCIES_FAMILY_YUAN) || !a->suffix || a->num.decimal || a->num.magnitude >= 3 || p + 3 > t.n || memcmp(t.p + p, "半", 3) != 0) return;
  bool named = gz_currency_at(t, e, LEX_CURRENCIES_PLACE_AFTER, &c) && c.kind == LEX_CURRENCIES_KIND_NAME;
  if (!named && e < t.n && gz_is_letter(gz_utf8_next(t.p, t.n, &i)) && !gz_money_word_at(t, e, LEX_MONEY_WORDS_ROLE_CHANGE, &i)) return;
  add_minor(a, gz_dec_int(5), -1, e);
  if (!named) return;
  uint32_t start = a->currency.start;
  a->currency = c;
  a->currency.start = start;
  a->end = c.end;
}

/* 12 € 50 le kilo, 12 € 50 pro Stück: a word that opens something of its own, so that no noun is counted. */
static bool goes_on_quietly(gz_view t, size_t pos)
{
  size_t p = gz_skip_spaces(t, pos, 1), e;
  if (p == pos) return false;
  gz_hash_word(t, p, &e);
  return gz_measure_ends_phrase(gz_view_of(t.p + p, e - p)) || gz_per_after(t, pos, &e) != NULL;
}

/* 15 dollars and 50, 20 Rupees 43, $20 43 */
static void bare_minor(gz_view t, gz_amount *a)
{
  gz_numeral n;
  gz_currency c;
  int64_t v, whole;
  if (a->num.decimal || a->num.grouped || a->num.magnitude || !gz_dec_to_int64(a->low, &whole) || whole < 0 || whole > 9999) return;
  size_t e, p = gz_skip_spaces(t, a->end, 2);
  if (p == a->end) return;
  bool joined = gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_JOIN, &e) && t.p[p] != ',';
  if (joined) p = gz_skip_spaces(t, e, 2);
  if (!number_may_start(t, p) || !gz_numeral_at(t, p, a->num.lang ? gz_numeral_lang_tag(a->num.lang) : NULL, &n) || gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_LINK, &e) || !small_whole(&n, 99, &v) || n.right || n.dotted || n.magnitude) return;
  bool digits = n.form == GZ_NUM_DIGITS;
  if (digits && n.span.end - n.span.start != ((unsigned char)t.p[n.span.start] < 0x80 ? 2u : 6u) && !(joined && clause_ends(t, n.span.end))) return;
  if (!digits && v < 10 && !joined && !clause_ends(t, n.span.end)) return;
  size_t q = gz_to_currency(t, n.span.end, true);
  if (gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER | LEX_CURRENCIES_PLACE_BEFORE, &c)) return;
  if (q < t.n && (t.p[q] == '%' || t.p[q] == '/' || t.p[q] == ':')) return;
  bool ends = clause_ends(t, n.span.end) || (digits && a->suffix && !a->prefix && p == a->end + 1 && t.p[p - 1] == ' ' && goes_on_quietly(t, n.span.end));
  if (!ends && (joined || a->prefix || a->currency.kind == LEX_CURRENCIES_KIND_SYMBOL)) return;
  if (!ends && n.span.end < t.n && (t.p[n.span.end] == '-' || t.p[n.span.end] == '.' || t.p[n.span.end] == ',')) return;
  add_minor(a, n.low, -2, n.span.end);
}

void gz_amount_minors(gz_view t, gz_amount *a)
{
  int last = a->currency.kind == LEX_CURRENCIES_KIND_MINOR ? a->currency.power : 0;
  if (!a->has_currency || a->num.vague || a->neg) return;
  if (a->num.decimal || (a->num.magnitude >= 3 && (a->num.form == GZ_NUM_DIGITS || a->num.form == GZ_NUM_MIXED) && !(a->currency.family & LEX_CURRENCIES_FAMILY_YUAN))) return;
  if (!minor_unit(t, a, &last)) {
    if (last == 0) bare_minor(t, a);
    if (last == 0 && !a->compound) half_yuan(t, a);
    return;
  }
  minor_unit(t, a, &last);
  gz_currency c;                                 /* sixty dollars and four cents USD */
  size_t p = gz_skip_spaces(t, a->end, 2);
  if (a->compound && a->currency.family && p > a->end && gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) && c.kind == LEX_CURRENCIES_KIND_CODE && gz_currency_agree(&a->currency, &c)) a->end = c.end;
}
