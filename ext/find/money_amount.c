/* Reads one amount. The numeral scanner gives the number; the currency is looked for on both sides, across spaces, a hyphen or a
** short word (millions of dollars, millions d'euros); a currency on both sides is one (US$1.05 CAD, 新台幣3000億元) where they can
** agree. Minor units follow: $5 and 20 cents, 三元五角, 3块5, 15 dollars 50. Uses floors base and text. */
#include "find/money_amount_int.h"
#include "find/hedge.h"
#include "find/number.h"
#include "find/numeral_int.h"

bool gz_money_word_at(gz_view t, size_t pos, uint32_t role, size_t *end)
{
  gz_hit hits[8];
  if (!gz_word_in(&gz_set_link, t, pos)) return false;
  size_t n = gz_trie_prefixes(&lex_money_words.trie, t, pos, hits, 8);
  while (n-- > 0) {
    uint32_t e = hits[n].end;
    if (!(lex_money_words_rows[hits[n].value].role & role)) continue;
    if (!gz_lex_boundary(t, e) && t.p[e - 1] != '\'') continue;
    *end = e;
    return true;
  }
  return false;
}

typedef struct back { uint32_t role; size_t start; bool found; } back;
static bool back_hit(void *arg, size_t start, uint32_t row)
{
  back *b = arg;
  if (lex_money_words_rows[row].role & b->role) { b->start = start; b->found = true; }
  return false;
}

bool gz_money_word_before(gz_view t, size_t floor, size_t end, uint32_t role, size_t *start)
{
  const uint32_t loose = LEX_MONEY_WORDS_ROLE_CUE | LEX_MONEY_WORDS_ROLE_WORTH | LEX_MONEY_WORDS_ROLE_WEIGH | LEX_MONEY_WORDS_ROLE_CHANGE;
  back b = {role, 0, false};
  *start = end;
  if (!(role & loose) && !gz_word_before_in(&gz_set_word_before, t, floor, end)) return false;
  gz_lex_ending_in(&lex_money_words.trie, &gz_set_word_inner, t, floor, end, 4, back_hit, &b);
  *start = b.start;
  return b.found;
}

/* Behind the number, before the currency: spaces, one hyphen, one short word. */
size_t gz_to_currency(gz_view t, size_t pos, bool words)
{
  size_t e, p = gz_wrap(t, gz_skip_spaces(t, pos, 2));
  if (p < t.n && t.p[p] == '-' && p == pos) return p + 1 < t.n && !gz_is_space((unsigned char)t.p[p + 1]) ? p + 1 : p;
  if (words && gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_OF, &e)) return gz_skip_spaces(t, e, 2);
  return p;
}


/* May both be one currency? Then *l becomes it. */
bool gz_currency_agree(gz_currency *l, const gz_currency *r)
{
  uint32_t lf = l->family, rf = r->family;
  if ((lf & LEX_CURRENCIES_FAMILY_DOLLAR) && rf == LEX_CURRENCIES_FAMILY_PESO && l->kind == LEX_CURRENCIES_KIND_SYMBOL) {      /* $45 millones de pesos */
    uint32_t start = l->start;
    *l = *r;
    l->start = start;
    return true;
  }
  if (lf && rf) return (lf & rf) != 0 || (rf & LEX_CURRENCIES_FAMILY_YUAN);      /* £28億元 */
  if (lf && !rf) {
    if (!(gz_currency_families(r->code) & lf)) return false;
    uint32_t start = l->start;
    *l = *r;
    l->start = start;
    return true;
  }
  if (!lf && rf) return (gz_currency_families(l->code) & rf) != 0 || (rf & LEX_CURRENCIES_FAMILY_YUAN);
  return strcmp(l->code, r->code) == 0;
}

static bool is_minus(uint32_t c) { return c == '-' || c == 0x2212 || c == 0xFF0D || c == 0x2013; }


/* $4 B, €12 K: a capital behind a space counts only with the currency before the number, and where nothing else is listed (A $3 B $4). */
static void spaced_capital(gz_view t, gz_amount *a)
{
  size_t p = a->end + 1u;
  if (!a->prefix || a->suffix || a->num.magnitude || a->num.form != GZ_NUM_DIGITS || p >= t.n || t.p[a->end] != ' ' || (t.p[p] != 'B' && t.p[p] != 'K')) return;
  if (p + 1 < t.n && (gz_is_alnum(gz_utf8_next(t.p, t.n, &(size_t){p + 1})) || t.p[p + 1] == '&' || t.p[p + 1] == '\'' || (p + 2 < t.n && (t.p[p + 2] == '$' || (t.p[p + 1] == '.' && t.p[p + 2] == ' ' && p + 3 < t.n))))) return;
  a->num.magnitude = t.p[p] == 'B' ? 9 : 3;
  gz_amount_scale(a, a->num.magnitude);
  a->end = (uint32_t)(p + 1);
}

/* 75 USD million: the magnitude behind the currency. */
static void late_magnitude(gz_view t, gz_amount *a)
{
  gz_numeral m;
  if (a->num.magnitude || a->currency.kind == LEX_CURRENCIES_KIND_MINOR) return;
  size_t p = gz_skip_spaces(t, a->end, 2);
  if (p == a->end || !gz_word_in_wide(&gz_set_number, t, p) || gz_digit_at(t, p) || !gz_numeral_at(t, p, NULL, &m)) return;
  gz_dec one = gz_dec_shift(gz_dec_int(1), m.magnitude);        /* million, or millones, which alone means several */
  if (m.form != GZ_NUM_WORDS || m.magnitude < 6 || (!m.vague && gz_dec_cmp(m.low, one) != 0)) return;
  gz_amount_scale(a, m.magnitude);
  a->num.magnitude = m.magnitude;
  a->end = m.span.end;
}

void gz_amount_sign(gz_view t, size_t floor, gz_amount *a)
{
  size_t p = a->start;
  if (p <= floor) return;
  uint32_t c = gz_utf8_prev(t.p, t.n, &p);
  if (p >= floor && a->has_currency && !a->neg && (gz_is_letter(c) || gz_is_space(c))) {      /* minus 40 dollars, 负3000元 */
    uint8_t hedge;
    size_t s;
    if (gz_number_minus(t, a->start, floor, &s) && !is_minus(gz_utf8_next(t.p, t.n, &(size_t){s})) && !gz_hedge_before(t, floor, a->start, &hedge, &(size_t){0})) {
      a->start = (uint32_t)s;
      a->neg = true;
    }
    return;
  }
  bool triangle = (c == 0x25B2 || c == 0x25B3) && a->suffix && strcmp(a->currency.code, "JPY") == 0;      /* ▲5億円: a loss */
  if (p < floor || (!is_minus(c) && !triangle && c != '+' && c != 0xFF0B)) return;
  if (p > 0) {
    size_t q = p;
    uint32_t b = gz_utf8_prev(t.p, t.n, &q);
    bool value = c != '+' && gz_is_han(b) && gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_NEG, &q);      /* 利润为-3亿元 */
    if ((gz_is_alnum(b) && !value) || is_minus(b) || b == '$' || b == ')') return;
  }
  a->start = (uint32_t)p;
  if (c != '+' && c != 0xFF0B && c != 0x2013) a->neg = true;
}

/* The currency on the left of the number; a sign may stand between ($-5, € -12). */
static bool left_currency(gz_view t, size_t floor, size_t pos, gz_amount *a)
{
  size_t p = pos;
  bool neg = false;
  if (p > floor) {
    size_t q = p;
    uint32_t c = gz_utf8_prev(t.p, t.n, &q);
    if (q >= floor && is_minus(c) && c != 0x2013) { p = q; neg = true; }
  }
  size_t e = gz_skip_spaces_back(t, floor, p, 2);
  gz_currency c;
  if (e <= floor || !gz_currency_ending(t, floor, e, &c)) return false;
  if (c.flags & LEX_CURRENCIES_FLAGS_SPOKEN) return false;
  if (neg && c.kind != LEX_CURRENCIES_KIND_SYMBOL && e == p) return false;      /* USD-5: a hyphen */
  a->currency = c;
  a->has_currency = a->prefix = true;
  a->start = c.start;
  a->neg = neg;
  return true;
}

static bool usable(gz_view t, const gz_numeral *n, bool prefixed)
{
  if (n->ordinal || n->han_percent) return false;
  if (n->dotted && !prefixed) return false;
  size_t p = gz_skip_spaces(t, n->span.end, 1);
  if (p < t.n && (t.p[p] == '%' || ((unsigned char)t.p[p] == 0xEF && p + 2 < t.n && (unsigned char)t.p[p + 1] == 0xBC && (unsigned char)t.p[p + 2] == 0x85))) return false;
  return true;
}

/* 100多米尼加比索: 多 belongs to the name. */
static void give_back(gz_view t, gz_amount *a)
{
  gz_currency c;
  gz_numeral rest;
  size_t p = a->num.span.end - 3;
  if (!a->num.vague || a->num.span.end - a->num.span.start < 4 || memcmp(t.p + p, "\xE5\xA4\x9A", 3) != 0) return;
  if (!gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) || !gz_numeral_at(gz_view_of(t.p, p), a->num.span.start, NULL, &rest) || rest.span.end != p) return;
  a->num = rest;
  a->low = rest.low;
  a->high = rest.high;
}

static void right_currency(gz_view t, gz_amount *a)
{
  give_back(t, a);
  gz_currency r, first = a->currency;
  bool had = a->has_currency;
  size_t p = gz_to_currency(t, gz_price_dash(t, a->num.span.end), a->num.magnitude >= 3 || a->num.form != GZ_NUM_DIGITS);
  bool got = gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &r);
  if (a->num.magnitude && a->num.core_end && (!got || a->num.abbrev)) {        /* 50 kr is no 50 k, ten cents no ten hundreds */
    gz_currency alt;
    size_t q = gz_to_currency(t, a->num.core_end, false);
    if (gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER, &alt) && alt.end >= a->num.span.end && (!got || alt.end > r.end)) {
      gz_number_core(t, &a->num);
      a->low = a->high = a->num.low;
      r = alt;
      p = q;
      got = true;
    }
  }
  if (!got && had) return;
  if (!got) {
    p = gz_to_currency(t, gz_price_dash(t, a->num.span.end), true);
    got = gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &r) && r.kind != LEX_CURRENCIES_KIND_SYMBOL;
    if (!got) return;
  }
  bool spaced = p > a->num.span.end;
  if ((r.flags & LEX_CURRENCIES_FLAGS_JOINT) && r.kind == LEX_CURRENCIES_KIND_MINOR) return;      /* only behind a main unit: 5-c */
  bool digit = gz_digit_at(t, r.end) || (r.end + 2u < t.n && (unsigned char)t.p[r.end] == 0xEF && gz_is_digit(gz_utf8_next(t.p, t.n, &(size_t){r.end})));
  if (digit && spaced && r.kind != LEX_CURRENCIES_KIND_NAME) return;   /* 3 USD50 cards */
  if (had && spaced) {
    size_t q = gz_skip_spaces(t, r.end, 2);
    if (gz_digit_at(t, q) && r.kind == LEX_CURRENCIES_KIND_SYMBOL) return;              /* R$ 139,99 R$ 135,99 */
  }
  if (had) {
    if (r.kind == LEX_CURRENCIES_KIND_MINOR || !gz_currency_agree(&first, &r)) return;
    first.end = r.end;
    a->currency = first;
  } else a->currency = r;
  a->has_currency = a->suffix = true;
  a->end = r.end;
  gz_amount_scale(a, r.power);
  /* $ usd, 元人民币: a second one that says which */
  gz_currency more;
  size_t q = gz_skip_spaces(t, a->end, 1);
  if (a->currency.family && a->currency.kind != LEX_CURRENCIES_KIND_MINOR && gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER, &more) && !more.family &&
      more.kind != LEX_CURRENCIES_KIND_MINOR && !gz_digit_at(t, gz_skip_spaces(t, more.end, 1)) && (gz_currency_families(more.code) & a->currency.family)) {
    uint32_t start = a->currency.start;
    a->currency = more;
    a->currency.start = start;
    a->end = more.end;
  }
}

static void finish(gz_currency_context *x, gz_amount *a)
{
  a->currency.lang = (uint8_t)a->num.lang;
  if (a->has_currency) {
    gz_number_mark(x, a);
    spaced_capital(x->text, a);
    late_magnitude(x->text, a);
    gz_amount_minors(x->text, a);
  }
  gz_amount_sign(x->text, 0, a);
  if (a->neg) {
    gz_dec low = a->low;
    a->low = a->high;
    a->high = low;
    a->low.neg = a->low.m != 0;
    a->high.neg = a->high.m != 0;
  }
}

static bool before_currency(gz_view t, const gz_numeral *n)
{
  gz_currency c;
  size_t p = gz_to_currency(t, n->span.end, true);
  return gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) && !(p > n->span.end && gz_digit_at(t, c.end));
}

/* Hebrew writes its prepositions onto the number: מ10 */
static bool hebrew_prefix(gz_view t, size_t pos)
{
  return pos > 1 && gz_script_of(gz_utf8_prev(t.p, t.n, &pos)) == GZ_SCRIPT_HEBR && (pos == 0 || t.p[pos - 1] == ' ');
}

/* 5-1/2 dollars, 5 1/2 dollars. */
static void mixed_fraction(gz_view t, gz_numeral *n)
{
  size_t p = n->span.end, q;
  if (n->form != GZ_NUM_DIGITS || n->decimal || n->magnitude || p + 4 > t.n || (t.p[p] != '-' && t.p[p] != ' ') || !gz_digit_at(t, p + 1) || t.p[p + 2] != '/') return;
  int over = t.p[p + 1] - '0', under = 0;
  for (q = p + 3; q < t.n && q < p + 5 && gz_digit_at(t, q); q++) under = under * 10 + (t.p[q] - '0');
  if (under < 2 || over < 1 || over >= under || (q < t.n && (gz_digit_at(t, q) || t.p[q] == '/' || t.p[q] == '.'))) return;
  n->low = n->high = n->core = gz_dec_add(n->low, gz_num_divide(gz_dec_int(over), gz_dec_int(under)));
  n->span.end = n->core_end = (uint32_t)q;
  n->fraction = true;
}

/* 二百五ドル, 二百五円: the unit tells that the number is Japanese, 205 and not 250. */
static bool japanese_unit(gz_view t, size_t pos)
{
  if (pos >= t.n) return false;
  uint32_t c = gz_utf8_next(t.p, t.n, &pos);
  return gz_is_kana(c) || c == 0x5186;
}

bool gz_amount_at(gz_currency_context *x, size_t floor, size_t pos, gz_amount *a)
{
  gz_view t = x->text;
  memset(a, 0, sizeof *a);
  if (!gz_numeral_at(t, pos, NULL, &a->num) && !gz_number_lone_magnitude(t, floor, pos, &a->num)) return false;
  if (a->num.form == GZ_NUM_HAN && japanese_unit(t, a->num.span.end)) gz_numeral_at(t, pos, "ja", &a->num);
  mixed_fraction(t, &a->num);
  if (a->num.form == GZ_NUM_DIGITS && a->num.span.start > 1 && t.p[a->num.span.start - 1] == '/' && gz_digit_at(t, a->num.span.start - 2)) return false;      /* the 2 of 1/2 */
  gz_number_own_magnitude(x, &a->num);
  if (a->num.form >= GZ_NUM_WORDS && !before_currency(t, &a->num)) {
    gz_number_drop_link(t, &a->num);
    gz_number_drop_word(t, pos, &a->num);
  }
  a->start = a->num.span.start;
  a->end = a->num.span.end;
  if (a->num.form == GZ_NUM_DIGITS && a->start > floor && (t.p[a->start - 1] == '.' || t.p[a->start - 1] == ',') && !a->num.decimal && !a->num.magnitude &&
      (a->start < 2 || !gz_digit_at(t, a->start - 2)) && (a->start < 2 || t.p[a->start - 2] == ' ' || t.p[a->start - 2] == '$' || (unsigned char)t.p[a->start - 2] >= 0x80)) {
    a->num.low = a->num.high = gz_dec_shift(a->num.low, -(int)(a->end - a->start));      /* .75 */
    a->num.decimal = true;
    a->num.left = a->num.dotted = false;
    a->start--;
  }
  a->low = a->num.low;
  a->high = a->num.high;
  size_t num_start = a->start;
  bool left = left_currency(t, floor, num_start, a);
  bool upper = a->num.span.start > 4 && memcmp(t.p + a->num.span.start - 4, "-to-", 4) == 0;      /* a 2-to-3 million dollar fee */
  if (a->num.left && !left && !upper && !hebrew_prefix(t, a->num.span.start)) return false;
  if (!usable(t, &a->num, left)) return false;
  right_currency(t, a);
  if (left && !a->suffix) {
    gz_amount_scale(a, a->currency.power);           /* TEUR 450 */
    a->end = (uint32_t)gz_price_dash(t, a->num.span.end);
    if (t.p[a->end - 1] == '.') a->end--;        /* $4bn. at the end of a sentence */
  }
  if (a->num.right && !a->suffix && !a->num.abbrev && a->num.form == GZ_NUM_DIGITS) return false;
  finish(x, a);
  return true;
}

static bool gap_ok(gz_view t, size_t from, size_t to)
{
  size_t e, p = gz_wrap(t, gz_skip_spaces(t, from, 2));
  if (from == to) return true;
  if (p < to && t.p[p] == '-') p = gz_skip_spaces(t, p + 1, 1);
  if (p < to && gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_OF, &e) && e <= to) p = gz_skip_spaces(t, e, 2);
  return p == to;
}

/* ten cents: the currency word was read as a magnitude */
static bool core_touches(gz_view t, gz_numeral *n, const gz_currency *c)
{
  gz_currency next;
  if (!n->magnitude || !n->core_end || n->span.end != c->end || !gap_ok(t, n->core_end, c->start)) return false;
  if (gz_currency_at(t, gz_to_currency(t, n->span.end, true), LEX_CURRENCIES_PLACE_AFTER, &next)) return false;      /* huit cents dollars */
  gz_number_core(t, n);
  return true;
}

bool gz_amount_spelled(gz_currency_context *x, size_t floor, const gz_currency *c, gz_amount *a)
{
  gz_view t = x->text;
  memset(a, 0, sizeof *a);
  size_t p = c->start;
  bool found = false;
  for (int words = 0, misses = 0, signs = 0; words < 64 && misses < 3 && signs < 8 && p > floor; words++) {
    p = gz_skip_spaces_back(t, floor, p, 3);
    if (words == 0 && p > floor + 1 && t.p[p - 1] == '\n' && gz_wrap(t, p - 1) == p) p--;
    size_t q = p;
    while (q > floor) {                          /* one word back */
      size_t i = q;
      uint32_t ch = gz_utf8_prev(t.p, t.n, &i);
      if (i < floor || gz_is_space(ch)) break;
      if (!gz_is_alnum(ch) && q != p) break;
      q = i;
      if (!gz_is_alnum(ch)) break;
    }
    if (q == p) break;
    p = q;
    gz_numeral n;
    if (!gz_is_digit((unsigned char)t.p[p]) && gz_numeral_at(t, p, NULL, &n) && !n.ordinal && (gap_ok(t, n.span.end, c->start) || core_touches(t, &n, c))) { a->num = n; found = true; misses = 0; }
    else {
      bool word = gz_is_alnum(gz_utf8_next(t.p, t.n, &(size_t){p}));      /* the hyphens of quatre-vingt-dix are no words */
      misses += word;
      signs = word ? 0 : signs + 1;
    }
  }
  if (!found) {                                  /* a dollar */
    size_t s, end = gz_skip_spaces_back(t, floor, c->start, 2);
    if (end == c->start || !gz_money_word_before(t, floor, end, LEX_MONEY_WORDS_ROLE_ARTICLE, &s)) return false;
    a->num.span.start = (uint32_t)s;
    a->num.span.end = (uint32_t)end;
    a->num.low = a->num.high = gz_dec_int(1);
    a->num.form = GZ_NUM_WORDS;
    a->num.weak = true;
  }
  size_t d = gz_skip_spaces_back(t, floor, a->num.span.start, 2);
  if (d > 1 && t.p[d - 1] == '\n' && a->num.magnitude) d--;
  if (d > 0 && gz_is_digit((unsigned char)t.p[d - 1])) return false;      /* the rest of 10,5 milyar */
  a->start = a->num.span.start;
  a->end = c->end;
  a->low = a->num.low;
  a->high = a->num.high;
  a->currency = *c;
  a->has_currency = a->suffix = true;
  gz_amount_scale(a, c->power);
  gz_currency us;
  size_t e = gz_skip_spaces_back(t, floor, a->start, 2);
  if (c->family && gz_currency_ending(t, floor, e, &us) && gz_currency_agree(&us, c)) { a->currency = us; a->start = us.start; }      /* US two dollars */
  finish(x, a);
  return true;
}
