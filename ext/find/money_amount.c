/* Reads one amount. The numeral scanner gives the number; the currency is looked for on both sides, across spaces, a hyphen or a
** short word (millions of dollars, millions d'euros); a currency on both sides is one (US$1.05 CAD, 新台幣3000億元) where they can
** agree. Minor units follow: $5 and 20 cents, 三元五角, 3块5, 15 dollars 50. Uses floors base and text. */
#include "find/money_amount.h"
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_sets.h"
#include "lex_money_words.h"
#include "lex_number_words.h"

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

static bool is_minus(uint32_t c) { return c == '-' || c == 0x2212 || c == 0xFF0D || c == 0x2013; }

/* Behind the number, before the currency: spaces, one hyphen, one short word. */
static size_t to_currency(gz_view t, size_t pos, bool words)
{
  size_t e, p = gz_skip_spaces(t, pos, 2);
  if (p < t.n && t.p[p] == '-' && p == pos) return p + 1 < t.n && !gz_is_space((unsigned char)t.p[p + 1]) ? p + 1 : p;
  if (words && gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_OF, &e)) return gz_skip_spaces(t, e, 2);
  return p;
}

static bool digit_at(gz_view t, size_t pos) { return pos < t.n && t.p[pos] >= '0' && t.p[pos] <= '9'; }

/* May both be one currency? Then *l becomes it. */
static bool agree(gz_currency *l, const gz_currency *r)
{
  uint32_t lf = l->family, rf = r->family;
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

static void scale(gz_amount *a, int power)
{
  a->low = gz_dec_shift(a->low, power);
  a->high = gz_dec_shift(a->high, power);
}

/* 75 USD million: the magnitude behind the currency. */
static void late_magnitude(gz_view t, gz_amount *a)
{
  gz_numeral m;
  if (a->num.magnitude || a->currency.kind == LEX_CURRENCIES_KIND_MINOR) return;
  size_t p = gz_skip_spaces(t, a->end, 2);
  if (p == a->end || !gz_word_in(&gz_set_number, t, p) || digit_at(t, p) || !gz_numeral_at(t, p, NULL, &m)) return;
  gz_dec one = gz_dec_shift(gz_dec_int(1), m.magnitude);        /* million, or millones, which alone means several */
  if (m.form != GZ_NUM_WORDS || m.magnitude < 6 || (!m.vague && gz_dec_cmp(m.low, one) != 0)) return;
  scale(a, m.magnitude);
  a->num.magnitude = m.magnitude;
  a->end = m.span.end;
}

static void sign(gz_view t, size_t floor, gz_amount *a)
{
  size_t p = a->start;
  if (p <= floor) return;
  uint32_t c = gz_utf8_prev(t.p, t.n, &p);
  if (p < floor || (!is_minus(c) && c != '+' && c != 0xFF0B)) return;
  if (p > 0) {
    size_t q = p;
    uint32_t b = gz_utf8_prev(t.p, t.n, &q);
    if (gz_is_alnum(b) || is_minus(b) || b == '$' || b == ')') return;
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

/* Does this amount end where the text, the line or the clause ends? */
static bool clause_ends(gz_view t, size_t pos)
{
  size_t p = gz_skip_spaces(t, pos, 4);
  if (p >= t.n) return true;
  size_t i = p;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if (c == '.' || c == ',') return i >= t.n || !digit_at(t, i);
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
  if (digit_at(t, p) || b >= 0xE3) return true;
  gz_word_hash h = gz_hash_word(t, p, &e);
  return gz_in_set(&gz_set_number, h.all) || gz_in_set(&gz_set_number3, h.three);
}

/* The number without its last magnitude word. */
static void core_only(gz_view t, gz_numeral *n)
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
  if (gz_currency_at(t, to_currency(t, n->span.end, true), place, c)) return true;
  if (n->magnitude && n->core_end && gz_currency_at(t, to_currency(t, n->core_end, true), place, c)) {
    core_only(t, n);
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
  if (joined) p = gz_skip_spaces(t, e, 2);
  gz_numeral n;
  int64_t v;
  gz_currency c;
  if (!number_may_start(t, p) || !gz_numeral_at(t, p, NULL, &n)) return false;
  bool touching = p == a->end;
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
    add_minor(a, n.low, *last == 0 && (v > 9 || zero == 0x96F6 || zero == 0x3007) ? -2 : *last - 1, n.span.end);
    *last = -2;
    return true;
  }
  return false;
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
  if (digits && n.span.end - n.span.start != 2 && !(joined && clause_ends(t, n.span.end))) return;
  if (!digits && v < 10 && !joined && !clause_ends(t, n.span.end)) return;
  size_t q = to_currency(t, n.span.end, true);
  if (gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER | LEX_CURRENCIES_PLACE_BEFORE, &c)) return;
  if (q < t.n && (t.p[q] == '%' || t.p[q] == '/' || t.p[q] == ':')) return;
  bool ends = clause_ends(t, n.span.end);
  if (!ends && (joined || a->prefix || a->currency.kind == LEX_CURRENCIES_KIND_SYMBOL)) return;
  if (!ends && n.span.end < t.n && (t.p[n.span.end] == '-' || t.p[n.span.end] == '.' || t.p[n.span.end] == ',')) return;
  add_minor(a, n.low, -2, n.span.end);
}

static void minors(gz_view t, gz_amount *a)
{
  int last = a->currency.kind == LEX_CURRENCIES_KIND_MINOR ? a->currency.power : 0;
  if (!a->has_currency || a->num.vague || a->neg) return;
  if (a->num.decimal || (a->num.magnitude >= 3 && (a->num.form == GZ_NUM_DIGITS || a->num.form == GZ_NUM_MIXED) && !(a->currency.family & LEX_CURRENCIES_FAMILY_YUAN))) return;
  if (!minor_unit(t, a, &last)) { if (last == 0) bare_minor(t, a); return; }
  minor_unit(t, a, &last);
  gz_currency c;                                 /* sixty dollars and four cents USD */
  size_t p = gz_skip_spaces(t, a->end, 2);
  if (a->compound && a->currency.family && p > a->end && gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) && c.kind == LEX_CURRENCIES_KIND_CODE && agree(&a->currency, &c)) a->end = c.end;
}

/* ",-" and ".–" behind a price: 1.198,- Kr; Fr. 12.– */
static size_t price_dash(gz_view t, size_t pos)
{
  if (pos + 1 < t.n && (t.p[pos] == ',' || t.p[pos] == '.')) {
    size_t i = pos + 1;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c == '-' || c == 0x2013 || c == 0x2014) {
      if (i < t.n && t.p[i] == '-') i++;
      if (!digit_at(t, i)) return i;
    }
  }
  return pos;
}

static bool in_list(const char *const *list, const char *z, size_t n)
{
  for (; *list; list++) if (strlen(*list) == n && memcmp(*list, z, n) == 0) return true;
  return false;
}

/* 48.000 in 48.000 millones: one mark before three digits. */
static char lone_mark(gz_view t, size_t from, size_t to)
{
  size_t i = from;
  while (i < to && digit_at(t, i)) i++;
  if (i == from || i - from > 3 || i + 4 != to || (t.p[i] != '.' && t.p[i] != ',') || t.p[from] == '0') return 0;
  return digit_at(t, i + 1) && digit_at(t, i + 2) && digit_at(t, i + 3) ? t.p[i] : 0;
}

/* Which reading of 1.234 fits: a currency without minor units is whole; the language of the number's words or of the text tells
** whether the dot groups; where it cannot be told, a currency behind the number speaks for a dot that groups. */
static void settle_mark(gz_currency_context *x, gz_amount *a)
{
  static const char *const groups_dot[] = {"de", "es", "it", "nl", "pt", "id", "tr", "da", "el", "hr", "sl", "sr", "ro", "ca", "gl", "eu", "vi", "is", "fr", "no", "nb", "sv", NULL};
  static const char *const no_minor[] = {"JPY", "KRW", "VND", "IDR", "CLP", "PYG", "ISK", "HUF", "COP", NULL};
  gz_view t = x->text;
  if (a->num.form != GZ_NUM_DIGITS && a->num.form != GZ_NUM_MIXED) return;
  size_t end = a->num.magnitude ? a->num.core_end : a->num.span.end;
  while (end > a->num.span.start && !digit_at(t, end - 1)) end--;
  char mark = lone_mark(t, a->num.span.start, end);
  if (!mark) return;
  if (mark == ',' && !(a->num.lang && a->num.magnitude)) return;        /* a comma before three digits groups */
  const char *lang = a->num.lang ? gz_numeral_lang_tag(a->num.lang) : gz_currency_text_lang(x);
  bool known = lang[0] && strcmp(lang, "und") != 0, dot_groups = in_list(groups_dot, lang, strcspn(lang, "-"));
  bool sure = in_list(no_minor, a->currency.code, 3) || price_dash(t, a->num.span.end) != a->num.span.end;
  if (!known && a->suffix && !a->prefix && mark == '.') known = dot_groups = true;
  if (!known && !sure) return;                   /* the numeral scanner's own reading stands */
  /* a comma before three digits groups, but for 2,201 millionen */
  bool whole = sure || (mark == ',' ? !(dot_groups && a->num.lang && a->num.magnitude) : dot_groups);
  gz_dec core = a->num.magnitude ? a->num.core : a->num.low;
  bool is_whole = gz_dec_cmp(core, gz_dec_int(1000)) >= 0;
  if (whole == is_whole) return;
  scale(a, whole ? 3 : -3);
  a->num.low = gz_dec_shift(a->num.low, whole ? 3 : -3);
  a->num.high = a->num.low;
  a->num.decimal = !whole;
  a->num.grouped = whole;
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
  size_t p = to_currency(t, price_dash(t, a->num.span.end), a->num.magnitude >= 3 || a->num.form != GZ_NUM_DIGITS);
  bool got = gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &r);
  if (a->num.magnitude && a->num.core_end && (!got || a->num.abbrev)) {        /* 50 kr is no 50 k, ten cents no ten hundreds */
    gz_currency alt;
    size_t q = to_currency(t, a->num.core_end, false);
    if (gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER, &alt) && alt.end >= a->num.span.end && (!got || alt.end > r.end)) {
      core_only(t, &a->num);
      a->low = a->high = a->num.low;
      r = alt;
      p = q;
      got = true;
    }
  }
  if (!got && had) return;
  if (!got) {
    p = to_currency(t, price_dash(t, a->num.span.end), true);
    got = gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &r) && r.kind != LEX_CURRENCIES_KIND_SYMBOL;
    if (!got) return;
  }
  bool spaced = p > a->num.span.end;
  if ((r.flags & LEX_CURRENCIES_FLAGS_JOINT) && r.kind == LEX_CURRENCIES_KIND_MINOR) return;      /* only behind a main unit: 5-c */
  if (digit_at(t, r.end) && spaced && r.kind != LEX_CURRENCIES_KIND_NAME) return;   /* 3 USD50 cards */
  if (had && spaced) {
    size_t q = gz_skip_spaces(t, r.end, 2);
    if (digit_at(t, q) && r.kind == LEX_CURRENCIES_KIND_SYMBOL) return;              /* R$ 139,99 R$ 135,99 */
  }
  if (had) {
    if (r.kind == LEX_CURRENCIES_KIND_MINOR || !agree(&first, &r)) return;
    first.end = r.end;
    a->currency = first;
  } else a->currency = r;
  a->has_currency = a->suffix = true;
  a->end = r.end;
  scale(a, r.power);
  /* $ usd, 元人民币: a second one that says which */
  gz_currency more;
  size_t q = gz_skip_spaces(t, a->end, 1);
  if (a->currency.family && a->currency.kind != LEX_CURRENCIES_KIND_MINOR && gz_currency_at(t, q, LEX_CURRENCIES_PLACE_AFTER, &more) && !more.family &&
      more.kind != LEX_CURRENCIES_KIND_MINOR && !digit_at(t, gz_skip_spaces(t, more.end, 1)) && (gz_currency_families(more.code) & a->currency.family)) {
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
    settle_mark(x, a);
    late_magnitude(x->text, a);
    minors(x->text, a);
  }
  sign(x->text, 0, a);
  if (a->neg) {
    gz_dec low = a->low;
    a->low = a->high;
    a->high = low;
    a->low.neg = a->low.m != 0;
    a->high.neg = a->high.m != 0;
  }
}

/* "$4 million to": in some language the link word is a number. It is taken off when the rest is a number too. */
static void drop_link(gz_view t, gz_numeral *n)
{
  size_t e, last = n->span.end;
  if (n->form == GZ_NUM_DIGITS || n->form == GZ_NUM_HAN) return;
  while (last > n->span.start && !gz_is_space((unsigned char)t.p[last - 1])) last--;
  if (last == n->span.start || !gz_money_word_at(t, last, LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR, &e) || e != n->span.end) return;
  gz_numeral rest;
  size_t end = gz_skip_spaces_back(t, n->span.start, last, 3);
  if (gz_numeral_at(gz_view_of(t.p, end), n->span.start, NULL, &rest) && rest.span.end == end) *n = rest;
}

/* A word behind digits that is no magnitude (a pair, a hundred) is part of a sum only with the currency behind it. */
static void drop_word(gz_view t, size_t pos, gz_numeral *n)
{
  size_t i = pos;
  if (n->form != GZ_NUM_MIXED || n->magnitude >= 3) return;
  while (i < n->span.end && (unsigned char)t.p[i] < 0x80 && !((t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z')) i++;
  while (i > pos && !digit_at(t, i - 1)) i--;
  gz_numeral rest;
  if (i > pos && i < n->span.end && gz_is_space((unsigned char)t.p[i]) && gz_numeral_at(gz_view_of(t.p, i), pos, NULL, &rest)) *n = rest;
}

static bool before_currency(gz_view t, const gz_numeral *n)
{
  gz_currency c;
  size_t p = to_currency(t, n->span.end, true);
  return gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c) && !(p > n->span.end && digit_at(t, c.end));
}

/* 10 bin lira: a magnitude that is another word elsewhere counts in its own language. */
static void own_magnitude(gz_currency_context *x, gz_numeral *n)
{
  gz_view t = x->text;
  size_t p = gz_skip_spaces(t, n->span.end, 2);
  if (n->form != GZ_NUM_DIGITS || p == n->span.end || !gz_word_in(&gz_set_number, t, p)) return;
  const char *lang = gz_currency_text_lang(x);
  gz_numeral own;
  if (strcmp(lang, "en") == 0) return;
  if (strcmp(lang, "und") != 0) {
    if (gz_numeral_at(t, n->span.start, lang, &own) && own.magnitude > n->magnitude && own.span.end > n->span.end) *n = own;
    return;
  }
  uint32_t row;                                  /* no language known: the one in which a currency follows */
  size_t e;
  gz_currency c;
  gz_hash_word(t, p, &e);
  if (!gz_trie_exact(&lex_number_words.trie, gz_view_of(t.p + p, e - p), &row) || !gz_currency_at(t, gz_skip_spaces(t, e, 2), LEX_CURRENCIES_PLACE_AFTER, &c)) return;
  for (;; row++) {
    if (lex_number_words_rows[row].role == LEX_NUMBER_WORDS_ROLE_MAG && gz_numeral_at_id(t, n->span.start, lex_number_words_rows[row].lang, &own) && own.span.end == e) { *n = own; return; }
    if (!lex_number_words_rows[row].more) return;
  }
}

/* 近亿元, 逾亿美元: the magnitude alone, behind a word that says how it is meant. */
static bool lone_magnitude(gz_view t, size_t floor, size_t pos, gz_numeral *n)
{
  uint8_t hedge;
  size_t s, end = pos;
  if (t.n - pos < 3 || (unsigned char)t.p[pos] < 0xE4) return false;
  if (gz_fold(gz_utf8_next(t.p, t.n, &end)) != 0x4EBF || !gz_hedge_before(t, floor, pos, &hedge, &s) || hedge == GZ_HEDGE_EXACT) return false;
  memset(n, 0, sizeof *n);
  n->span.start = (uint32_t)pos;
  n->span.end = n->core_end = (uint32_t)end;
  n->low = n->high = n->core = gz_dec_shift(gz_dec_int(1), 8);
  n->magnitude = 8;
  n->form = GZ_NUM_HAN;
  return true;
}

/* Hebrew writes its prepositions onto the number: מ10 */
static bool hebrew_prefix(gz_view t, size_t pos)
{
  return pos > 1 && gz_script_of(gz_utf8_prev(t.p, t.n, &pos)) == GZ_SCRIPT_HEBR && (pos == 0 || t.p[pos - 1] == ' ');
}

bool gz_amount_at(gz_currency_context *x, size_t floor, size_t pos, gz_amount *a)
{
  gz_view t = x->text;
  memset(a, 0, sizeof *a);
  if (!gz_numeral_at(t, pos, NULL, &a->num) && !lone_magnitude(t, floor, pos, &a->num)) return false;
  own_magnitude(x, &a->num);
  if (a->num.form >= GZ_NUM_WORDS && !before_currency(t, &a->num)) {
    drop_link(t, &a->num);
    drop_word(t, pos, &a->num);
  }
  a->start = a->num.span.start;
  a->end = a->num.span.end;
  if (a->num.form == GZ_NUM_DIGITS && a->start > floor && (t.p[a->start - 1] == '.' || t.p[a->start - 1] == ',') && !a->num.decimal && !a->num.magnitude &&
      (a->start < 2 || !digit_at(t, a->start - 2)) && (a->start < 2 || t.p[a->start - 2] == ' ' || t.p[a->start - 2] == '$' || (unsigned char)t.p[a->start - 2] >= 0x80)) {
    a->num.low = a->num.high = gz_dec_shift(a->num.low, -(int)(a->end - a->start));      /* .75 */
    a->num.decimal = true;
    a->num.left = a->num.dotted = false;
    a->start--;
  }
  a->low = a->num.low;
  a->high = a->num.high;
  size_t num_start = a->start;
  bool left = left_currency(t, floor, num_start, a);
  if (a->num.left && !left && !hebrew_prefix(t, a->num.span.start)) return false;
  if (!usable(t, &a->num, left)) return false;
  right_currency(t, a);
  if (left && !a->suffix) {
    a->end = (uint32_t)price_dash(t, a->num.span.end);
    if (t.p[a->end - 1] == '.') a->end--;        /* $4bn. at the end of a sentence */
  }
  if (a->num.right && !a->suffix && !a->num.abbrev && a->num.form == GZ_NUM_DIGITS) return false;
  finish(x, a);
  return true;
}

static bool gap_ok(gz_view t, size_t from, size_t to)
{
  size_t e, p = gz_skip_spaces(t, from, 2);
  if (p < to && t.p[p] == '-') p = gz_skip_spaces(t, p + 1, 1);
  if (p < to && gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_OF, &e) && e <= to) p = gz_skip_spaces(t, e, 2);
  return p == to;
}

/* ten cents: the currency word was read as a magnitude */
static bool core_touches(gz_view t, gz_numeral *n, const gz_currency *c)
{
  gz_currency next;
  if (!n->magnitude || !n->core_end || n->span.end != c->end || !gap_ok(t, n->core_end, c->start)) return false;
  if (gz_currency_at(t, to_currency(t, n->span.end, true), LEX_CURRENCIES_PLACE_AFTER, &next)) return false;      /* huit cents dollars */
  core_only(t, n);
  return true;
}

bool gz_amount_spelled(gz_currency_context *x, size_t floor, const gz_currency *c, gz_amount *a)
{
  gz_view t = x->text;
  memset(a, 0, sizeof *a);
  size_t p = c->start;
  bool found = false;
  for (int words = 0, misses = 0; words < 16 && misses < 3 && p > floor; words++) {
    p = gz_skip_spaces_back(t, floor, p, 3);
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
    else misses++;
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
  if (d > 0 && gz_is_digit((unsigned char)t.p[d - 1])) return false;      /* the rest of 10,5 milyar */
  a->start = a->num.span.start;
  a->end = c->end;
  a->low = a->num.low;
  a->high = a->num.high;
  a->currency = *c;
  a->has_currency = a->suffix = true;
  scale(a, c->power);
  gz_currency us;
  size_t e = gz_skip_spaces_back(t, floor, a->start, 2);
  if (c->family && gz_currency_ending(t, floor, e, &us) && agree(&us, c)) { a->currency = us; a->start = us.start; }      /* US two dollars */
  finish(x, a);
  return true;
}
