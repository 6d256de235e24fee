/* Second thoughts about a number once it is known to be money: which reading of 1.234, words that some language takes for a number, a
** magnitude that is one only in the text's own language, 亿 alone behind a hedge. Uses floors base and text. */
#include "find/money_amount_int.h"
#include "find/hedge.h"
#include "find/numeral_int.h"
#include "find/small_word.h"
#include "lex_number_langs.h"
#include "lex_number_words.h"

#define AROUND 100           /* bytes of a line that tell its language */

/* ",-" and ".–" behind a price: 1.198,- Kr; Fr. 12.– */
size_t gz_price_dash(gz_view t, size_t pos)
{
  if (pos + 1 < t.n && (t.p[pos] == ',' || t.p[pos] == '.')) {
    size_t i = pos + 1;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c == '-' || c == 0x2013 || c == 0x2014) {
      if (i < t.n && t.p[i] == '-') i++;
      if (!gz_digit_at(t, i)) return i;
    }
  }
  return pos;
}

/* Does the language group thousands by a dot: 1.234 is no decimal? */
static bool groups_by_dot(const char *lang)
{
  uint32_t row;
  return gz_trie_exact(&lex_number_langs.trie, gz_view_of(lang, strcspn(lang, "-")), &row) && (lex_number_langs_rows[row].flags & LEX_NUMBER_LANGS_FLAGS_DOT);
}

/* 48.000 in 48.000 millones: one mark before three digits. */
static char lone_mark(gz_view t, size_t from, size_t to)
{
  size_t i = from, step;
  int before = 0, behind = 0;
  while (i < to && gz_num_digit(t, i, &step) >= 0 && before < 4) { i = step; before++; }      /* full width too */
  if (!before || before > 3 || i >= to || (t.p[i] != '.' && t.p[i] != ',') || gz_num_digit(t, from, &step) == 0) return 0;
  char mark = t.p[i++];
  while (i < to && gz_num_digit(t, i, &step) >= 0 && behind < 4) { i = step; behind++; }
  return behind == 3 && i == to ? mark : 0;
}

/* The language around the number, where it surely is one: a quotation in a text of another. */
static const char *line_lang(gz_currency_context *x, const gz_amount *a, const char *whole, gz_lang_result *r)
{
  gz_view t = x->text;
  size_t from = a->num.span.start, to = a->num.span.end;
  if (t.n < 2 * AROUND) return whole;
  while (from > 0 && a->num.span.start - from < AROUND && t.p[from - 1] != '\n') from--;
  while (from > 0 && from < a->num.span.start && (unsigned char)t.p[from - 1] > ' ') from++;
  while (to < t.n && to - a->num.span.end < AROUND && t.p[to] != '\n') to++;
  gz_lang_line(t.p + from, to - from, r);
  return r->confidence >= 0.97 ? r->tag : whole;
}

/* 250.000 dollars: a name behind and nothing but zeros; no one writes a sum of three decimals so. */
static bool round_thousands(gz_view t, const gz_amount *a, size_t end)
{
  return a->suffix && !a->prefix && !a->num.magnitude && a->currency.kind == LEX_CURRENCIES_KIND_NAME && end - a->num.span.start >= 6 && memcmp(t.p + end - 3, "000", 3) == 0;
}

/* Which reading of 1.234 fits: a currency without minor units is whole; the language of the number's words or of the line tells
** whether the dot groups; where it cannot be told, a currency behind the number speaks for a dot that groups. */
void gz_number_mark(gz_currency_context *x, gz_amount *a)
{
  gz_view t = x->text;
  if (a->num.form != GZ_NUM_DIGITS && a->num.form != GZ_NUM_MIXED) return;
  size_t end = a->num.magnitude ? a->num.core_end : a->num.span.end;
  for (size_t back; end > a->num.span.start; end = back) { back = end; if (gz_is_digit(gz_utf8_prev(t.p, t.n, &back))) break; }
  char mark = lone_mark(t, a->num.span.start, end);
  if (!mark) return;
  if (mark == ',' && !(a->num.lang && a->num.magnitude)) return;        /* a comma before three digits groups */
  const char *lang = a->num.lang ? gz_numeral_lang_tag(a->num.lang) : gz_currency_text_lang(x);
  bool dot_groups = groups_by_dot(lang);
  gz_lang_result line;
  if (!dot_groups && !a->num.lang) {
    lang = line_lang(x, a, lang, &line);
    dot_groups = groups_by_dot(lang);
  }
  bool known = lang[0] && strcmp(lang, "und") != 0;
  bool sure = gz_small_word_is(gz_view_of(a->currency.code, 3), GZ_SMALL(WHOLE)) || gz_price_dash(t, a->num.span.end) != a->num.span.end || round_thousands(t, a, end);
  if (!known && a->suffix && !a->prefix && mark == '.') known = dot_groups = true;
  if (!known && !sure) return;                   /* the numeral scanner's own reading stands */
  /* a comma before three digits groups, but for 2,201 millionen */
  bool whole = sure || (mark == ',' ? !(dot_groups && a->num.lang && a->num.magnitude) : dot_groups);
  gz_dec core = a->num.magnitude ? a->num.core : a->num.low;
  bool is_whole = gz_dec_cmp(core, gz_dec_int(1000)) >= 0;
  if (whole == is_whole) return;
  gz_amount_scale(a, whole ? 3 : -3);
  a->num.low = gz_dec_shift(a->num.low, whole ? 3 : -3);
  a->num.high = a->num.low;
  a->num.decimal = !whole;
  a->num.grouped = whole;
}

/* "$4 million to": in some language the link word is a number. It is taken off when the rest is a number too. */
void gz_number_drop_link(gz_view t, gz_numeral *n)
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
void gz_number_drop_word(gz_view t, size_t pos, gz_numeral *n)
{
  size_t i = pos;
  if (n->form != GZ_NUM_MIXED || n->magnitude >= 3) return;
  while (i < n->span.end && (unsigned char)t.p[i] < 0x80 && !((t.p[i] | 32) >= 'a' && (t.p[i] | 32) <= 'z')) i++;
  while (i > pos && !gz_digit_at(t, i - 1)) i--;
  gz_numeral rest;
  if (i > pos && i < n->span.end && gz_is_space((unsigned char)t.p[i]) && gz_numeral_at(gz_view_of(t.p, i), pos, NULL, &rest)) *n = rest;
}

/* 10 bin lira: a magnitude that is another word elsewhere counts in its own language. */
void gz_number_own_magnitude(gz_currency_context *x, gz_numeral *n)
{
  gz_view t = x->text;
  size_t p = gz_skip_spaces(t, n->span.end, 2);
  if (n->form != GZ_NUM_DIGITS || p == n->span.end || !gz_word_in_wide(&gz_set_number, t, p)) return;
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
bool gz_number_lone_magnitude(gz_view t, size_t floor, size_t pos, gz_numeral *n)
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
