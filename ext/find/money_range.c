/* Ranges: two amounts with a link word or a dash between them. Magnitude and currency reach back from the upper end to the lower
** (200-300億美元, $10-20 million, 一千到两千万元) when the lower has none and its own figure is the smaller one. "from A to B" behind a
** verb of change is no range but two sums. Uses floors base and text. */
#include "find/money_parts.h"
#include "find/lexmatch.h"
#include "find/money_sets.h"
#include "find/small_word.h"
#include "lex_money_words.h"

static bool is_dash(uint32_t c) { return c == '-' || c == 0x2013 || c == 0x2014 || c == '~' || c == 0xFF5E || c == 0x301C || c == 0xFF0D || c == 0x2012 || c == 0x2015 || c == 0x2212; }

/* A verb of change before the first sum, in the same clause: rose from $1bn to $2bn. */
static bool changed(gz_view t, size_t floor, size_t start)
{
  return gz_money_near(t, start, start, 56, LEX_MONEY_WORDS_ROLE_CHANGE) && start > floor;
}

static bool opened(gz_view t, size_t floor, size_t start)
{
  size_t s, p = gz_skip_spaces_back(t, floor, start, 2);
  if (gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_OPEN, &s)) return true;
  size_t q = p;                                       /* between about 5 and 10 dollars: one word may stand between */
  while (q > floor && !gz_is_space((unsigned char)t.p[q - 1])) q--;
  q = gz_skip_spaces_back(t, floor, q, 2);
  return q < p && q > floor && gz_money_word_before(t, floor, q, LEX_MONEY_WORDS_ROLE_OPEN, &s);
}

static bool closed(gz_view t, size_t end)
{
  return gz_small_word_at(t, gz_skip_spaces(t, end, 2), GZ_SMALL(BETWEEN), NULL);
}

enum { ROLE_LINKS = LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR | LEX_MONEY_WORDS_ROLE_OR };

/* Behind a lower end: the place where the upper may start; `pair` for and-words, `either` for or-words. */
static bool link_at(gz_view t, size_t pos, size_t *next, bool *pair, bool *word, bool *either)
{
  size_t e, p = gz_skip_spaces(t, pos, 2);
  if (p >= t.n) return false;
  size_t i = p;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  *pair = *word = *either = false;
  gz_hit hits[6];
  size_t n = gz_word_in(&gz_set_link, t, p) ? gz_trie_prefixes(&lex_money_words.trie, t, p, hits, 6) : 0;
  while (n-- > 0) {
    uint32_t role = lex_money_words_rows[hits[n].value].role;
    if (!(role & ROLE_LINKS)) continue;
    e = hits[n].end;
    if (!gz_lex_boundary(t, e)) continue;
    *either = !(role & (LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR));
    *pair = !(role & LEX_MONEY_WORDS_ROLE_LINK) && !*either;
    *word = !is_dash(c);
    if (!*word && i == e) break;
    *next = gz_skip_spaces(t, e, 2);
    return true;
  }
  if (is_dash(c)) {
    while (i < t.n) { size_t j = i; if (!is_dash(gz_utf8_next(t.p, t.n, &j))) break; i = j; }
    *next = gz_skip_spaces(t, i, 2);
    return true;
  }
  return false;
}

/* The number of an amount that may begin with its currency. */
static bool upper_at(gz_currency_context *x, size_t pos, gz_amount *b)
{
  gz_currency c;
  size_t p = pos;
  if (gz_currency_at(x->text, pos, LEX_CURRENCIES_PLACE_BEFORE, &c)) p = gz_skip_spaces(x->text, c.end, 2);
  if (p >= x->text.n) return false;
  return gz_amount_at(x, pos, p, b) && b->start >= pos;
}

static bool same_currency(const gz_currency *a, const gz_currency *b)
{
  if (a->family && b->family) return (a->family & b->family) != 0;
  if (a->family) return (gz_currency_families(b->code) & a->family) != 0;
  if (b->family) return (gz_currency_families(a->code) & b->family) != 0;
  return strcmp(a->code, b->code) == 0;
}

/* What stands before the last magnitude word: 20 in 20 million, 2000 in 两千万. */
static gz_dec figure(const gz_amount *a) { return gz_dec_shift(a->high, -a->num.magnitude); }

static void reach_back(gz_amount *a, const gz_amount *b)
{
  bool small = a->num.magnitude < b->num.magnitude && (a->num.magnitude == 0 || (a->num.magnitude < 4 && a->num.form == GZ_NUM_HAN));
  if (!small || b->num.magnitude == 0) return;
  if (a->num.grouped && a->num.form == GZ_NUM_DIGITS && gz_dec_cmp(figure(b), gz_dec_int(1000)) < 0) return;      /* 1.000 y 1.500 millones, not 1,000 to 1.5 million */
  if (gz_dec_cmp(a->high, figure(b)) >= 0) return;
  a->low = gz_dec_shift(a->low, b->num.magnitude);
  a->high = gz_dec_shift(a->high, b->num.magnitude);
}

static bool join(gz_amount *a, gz_amount *b, bool opener)
{
  if (a->num.vague || b->num.vague || (!b->has_currency && !(a->has_currency && (a->prefix || opener)))) return false;
  if (a->has_currency && b->has_currency && !same_currency(&a->currency, &b->currency)) return false;
  if (!a->has_currency && b->prefix && !b->suffix) return false;
  gz_amount low = *a;
  if (!low.has_currency && b->currency.power && b->suffix) {       /* 10-20 cents */
    low.low = gz_dec_shift(low.low, b->currency.power);
    low.high = gz_dec_shift(low.high, b->currency.power);
  } else if (low.has_currency && low.currency.power != b->currency.power && low.currency.kind == LEX_CURRENCIES_KIND_MINOR) return false;
  reach_back(&low, b);
  if (gz_dec_cmp(low.low, b->high) >= 0) return false;
  if (!low.has_currency || (low.currency.family && b->has_currency && !b->currency.family)) { uint32_t s = low.currency.start; low.currency = b->currency; if (low.has_currency) low.currency.start = s; }
  low.has_currency = true;
  *a = low;
  return true;
}

/* two or three dollars, 5 or 6 million: one of two numbers of one kind that lie close together. */
static bool close_by(gz_view t, size_t link, const gz_amount *a, const gz_amount *b)
{
  bool same = a->num.form == b->num.form || (a->num.form == GZ_NUM_DIGITS && b->num.form == GZ_NUM_MIXED);
  if (a->has_currency || !b->suffix || !same || a->num.grouped || a->num.left || a->num.magnitude > b->num.magnitude) return false;
  if (t.p[link] == 'o' && t.p[link + 1] == 'f' && strcmp(gz_numeral_lang_tag(b->num.lang), "nl") != 0) return false;
  gz_dec low = a->num.magnitude == b->num.magnitude ? gz_dec_shift(a->high, -a->num.magnitude) : a->high;
  return gz_dec_cmp(low, gz_dec_int(0)) > 0 && gz_dec_cmp(figure(b), gz_dec_add(low, low)) <= 0;
}

/* 50億円から80億円に, 50억원에서 80억원으로: what comes behind the upper end tells a change. */
static bool changed_to(gz_view t, size_t link, size_t end)
{
  size_t e;
  if (!gz_small_word_at(t, link, GZ_SMALL(CHANGE_FROM), NULL) || !gz_small_word_at(t, end, GZ_SMALL(CHANGE_TO), &e)) return false;
  uint32_t next = e < t.n ? gz_utf8_next(t.p, t.n, &(size_t){e}) : ' ';
  return (unsigned char)t.p[end] < 0xEA || !gz_is_alnum(next);
}

bool gz_money_range(gz_currency_context *x, size_t floor, gz_amount *a, gz_amount *b)
{
  size_t next;
  bool pair, word, either;
  if (a->neg || !link_at(x->text, a->end, &next, &pair, &word, &either) || !upper_at(x, next, b)) return false;
  if (either && !close_by(x->text, gz_skip_spaces(x->text, a->end, 2), a, b)) return false;
  if (b->neg || (word && changed_to(x->text, a->end, b->end))) return false;
  if (pair && !opened(x->text, floor, a->start) && !closed(x->text, b->end)) return false;
  if (word && !pair && (a->has_currency || a->num.magnitude >= 4) && changed(x->text, floor, a->start)) return false;
  if (!word && !a->has_currency && a->num.form == GZ_NUM_DIGITS && a->num.left) return false;
  size_t s;
  bool opener = gz_money_word_before(x->text, floor, gz_skip_spaces_back(x->text, floor, a->start, 2), LEX_MONEY_WORDS_ROLE_OPEN | LEX_MONEY_WORDS_ROLE_FROM, &s);
  return join(a, b, opener);
}

/* from 320 million to 110 million euros: a change, and the sum before it has no currency of its own. Gives it that of the one behind. */
bool gz_money_change(gz_currency_context *x, size_t floor, gz_amount *a)
{
  size_t next = 0, s, p = gz_skip_spaces(x->text, a->end, 2);
  bool pair = false, word = true, either = false;
  gz_amount b;
  if (a->has_currency || a->neg || a->num.magnitude < 4 || a->num.vague || a->num.weak || a->num.left || a->num.right) return false;
  gz_hit verb;
  if (p < x->text.n && (unsigned char)x->text.p[p] < 0xE0 && gz_small_word_at(x->text, p, GZ_SMALL(TO), &next)) next = gz_skip_spaces(x->text, next, 1);
  if (!next && p < x->text.n && (unsigned char)x->text.p[p] >= 0xE4 && gz_trie_longest(&lex_money_words.trie, x->text, p, &verb) && (lex_money_words_rows[verb.value].role & LEX_MONEY_WORDS_ROLE_CHANGE) &&
      !gz_small_word_at(x->text, verb.end, GZ_SMALL(TO), &next)) next = 0;      /* 从5亿增加到8亿元 */
  if (!next && (!link_at(x->text, a->end, &next, &pair, &word, &either) || either)) return false;
  if (!word || !upper_at(x, next, &b) || !b.has_currency || b.num.vague || b.num.magnitude < 4 || b.currency.kind == LEX_CURRENCIES_KIND_MINOR) return false;
  if (!changed(x->text, floor, a->start) && !changed_to(x->text, a->end, b.end) && !gz_money_word_before(x->text, floor, gz_skip_spaces_back(x->text, floor, a->start, 2), LEX_MONEY_WORDS_ROLE_FROM, &s)) return false;
  a->currency = b.currency;
  a->has_currency = true;
  return true;
}

/* 薪酬10k~15k: a range of bare magnitudes, where the sentence is about money. */
bool gz_money_bare_range(gz_currency_context *x, size_t floor, gz_amount *a, gz_amount *b)
{
  size_t next;
  bool pair, word, either;
  if (a->neg || a->num.magnitude < 3 || a->num.vague || !link_at(x->text, a->end, &next, &pair, &word, &either) || pair || either || !upper_at(x, next, b)) return false;
  if (b->has_currency || b->neg || b->num.vague || b->num.magnitude < 3 || gz_dec_cmp(a->high, b->low) >= 0) return false;
  gz_amount whole = *b;
  whole.start = a->start;
  return gz_money_bare(x, floor, &whole);
}

bool gz_money_range_back(gz_currency_context *x, size_t floor, gz_amount *a, const gz_amount *b)
{
  gz_view t = x->text;
  size_t p = gz_skip_spaces_back(t, floor, b->start, 2), s;
  bool pair = false, either = false;
  if (p <= floor) return false;
  if (t.p[p - 1] == '-') s = p - 1;
  else if (!gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_LINK, &s)) {
    pair = gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_PAIR, &s);
    either = !pair && gz_money_word_before(t, floor, p, LEX_MONEY_WORDS_ROLE_OR, &s);
    if (!pair && !either) return false;
  }
  gz_currency none;
  memset(&none, 0, sizeof none);
  none.start = none.end = (uint32_t)gz_skip_spaces_back(t, floor, s, 2);
  if (none.start <= floor || !gz_amount_spelled(x, floor, &none, a)) return false;
  if (!either && a->num.weak && gz_dec_cmp(a->high, gz_dec_int(2)) > 0 && b->num.form == GZ_NUM_WORDS) return false;
  a->has_currency = a->suffix = false;
  if (pair && !opened(t, floor, a->start)) return false;
  if (either && !close_by(t, s, a, b)) return false;
  gz_amount upper = *b;
  return join(a, &upper, true);
}
