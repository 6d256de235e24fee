/* The commonest sums read in one go: $4 billion, €2.5bn, 40亿美元, 300 million dollars. Digits that the numeral scanner's own short way
** reads, one currency directly before or behind them, and on both sides text that surely has no part in the sum: no second number, link,
** currency, magnitude or minor unit. Whatever is not surely that is left to the general reader (money_amount, money_range), which gives
** the same row: tests/unit/money_paths.c holds the two together. Uses floors base and text and the generated sets. */
#include "find/lexmatch.h"
#include "find/money_amount_int.h"
#include "find/money_parts.h"
#include "find/money_scan.h"
#include "find/numeral_int.h"
#include "lex_money_words.h"

/* Behind a link (and, to, bis): surely no second number. */
static bool no_number_behind(gz_view t, size_t p)
{
  size_t e;
  p = gz_skip_spaces(t, p, 2);
  if (p >= t.n || !gz_ascii_letter((unsigned char)t.p[p])) return false;
  for (size_t i = p; i < p + 16 && i < t.n; i++) if ((unsigned char)t.p[i] >= 0x80 || t.p[i] == '$' || gz_ascii_digit((unsigned char)t.p[i])) return false;
  gz_word_hash h = gz_hash_word(t, p, &e);
  return !gz_money_word4_in(gz_money_number4, gz_money_first_letters((const unsigned char *)t.p, t.n, p)) && !gz_in_wide(&gz_set_number, h.all) && !gz_in_wide(&gz_set_after, h.all);
}

/* A small word of money_words.tsv behind a sum: does it only open something of its own (from, of a year ago)? */
static bool quiet_word(gz_view t, size_t p)
{
  gz_hit hits[8];
  for (size_t n = gz_trie_prefixes(&lex_money_words.trie, t, p, hits, 8); n-- > 0;) {
    uint32_t role = lex_money_words_rows[hits[n].value].role;
    gz_currency c;
    if (role & LEX_MONEY_WORDS_ROLE_OF && gz_currency_at(t, gz_skip_spaces(t, hits[n].end, 2), LEX_CURRENCIES_PLACE_AFTER, &c)) return false;
    if (role & (LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR | LEX_MONEY_WORDS_ROLE_JOIN) && !no_number_behind(t, hits[n].end)) return false;
  }
  return true;
}

/* Behind a comma: may a number start there (5 dollars, 30 cents)? */
static bool number_may_start(gz_view t, size_t p)
{
  size_t e;
  p = gz_skip_spaces(t, p, 2);
  if (p >= t.n) return false;
  const unsigned char *s = (const unsigned char *)t.p + p;
  if (gz_ascii_letter(*s)) {
    gz_word_hash h = gz_hash_word(t, p, &e);
    return gz_in_wide(&gz_set_number, h.all) || gz_in_wide(&gz_set_number3, h.three);
  }
  if (*s < 0x80) return gz_ascii_digit(*s);
  if (t.n - p < 3 || *s < 0xE3 || *s > 0xE9) return true;
  uint32_t c = (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63u);
  return gz_money_cjk_bit(gz_money_han_part, c) || gz_money_cjk_bit(gz_money_han_start, c);
}

/* Does the text behind a sum have no part in it? numbers: a number word there would be read with it. */
static bool quiet_behind(gz_view t, size_t end, bool numbers)
{
  size_t e, p = gz_skip_spaces(t, end, 2);
  if (p >= t.n) return true;
  const unsigned char *s = (const unsigned char *)t.p + p;
  size_t left = t.n - p;
  if (gz_ascii_letter(*s)) {
    uint32_t first = gz_money_first_letters((const unsigned char *)t.p, t.n, p);
    gz_word_hash h = gz_hash_word(t, p, &e);
    if (numbers && (gz_in_wide(&gz_set_number, h.all) || gz_in_wide(&gz_set_number3, h.three))) return false;
    bool link = gz_in_set(&gz_set_link, h.all);
    gz_currency c;
    if (gz_money_word4_in(gz_money_after4, first) && (gz_in_wide(&gz_set_after, h.all) || gz_in_set(&gz_set_stem, h.three)) && ((numbers && !link) || gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c))) return false;
    return !link || quiet_word(t, p);
  }
  if (*s < 0x80) {
    if (*s == '\n') return gz_wrap(t, p) == p;
    if (*s == ',' || *s == '.') return left > 1 ? (s[1] == ' ' || s[1] == '\n') && !(*s == ',' && number_may_start(t, p + 1)) : true;
    return *s == ')' || *s == ']' || *s == '"' || *s == ';' || *s == ':' || *s == '!' || *s == '?';
  }
  if (left < 3) return false;
  if (s[0] == 0xE2) return s[1] == 0x80 && s[2] >= 0x98 && s[2] <= 0xA6;                      /* “ ” … */
  if (s[0] == 0xEF && s[1] == 0xBC && s[2] == 0x8C) return !number_may_start(t, p + 3);      /* ， */
  if (s[0] == 0xEF) return s[1] == 0xBC && (s[2] == 0x88 || s[2] == 0x89 || s[2] == 0x9A || s[2] == 0x9B || s[2] == 0x81 || s[2] == 0x9F);      /* （ ） ： ； ！ ？ */
  if (s[0] < 0xE3 || s[0] > 0xE9 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return false;
  uint32_t c = (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63u);
  if (c < 0x4E00) return c == 0x3002 || c == 0x300C || c == 0x300D;      /* 。 「 」 */
  if (gz_money_cjk_bit(gz_money_han_after, c) || gz_money_cjk_bit(gz_money_han_part, c) || gz_money_cjk_bit(gz_money_han_next, c)) return false;
  return !gz_in_set(&gz_set_link, gz_hash_word(t, p, &e).all) || quiet_word(t, p);
}

/* The currency that ends right before the number, after at most two spaces; without a sign between them. *odd: something unusual stands
** there instead. */
static bool before(gz_view t, size_t floor, size_t pos, gz_currency *c, bool *odd)
{
  *odd = false;
  size_t e = gz_skip_spaces_back(t, floor, pos, 2);
  if (e <= floor) return false;
  unsigned char b = (unsigned char)t.p[e - 1];
  if (b == '-' || b == '+' || b == '.' || b == ',' || b == '/' || b == '\'' || b == '~' || b == '%') { *odd = true; return false; }
  if (b >= 0x80 && e >= 3 && ((unsigned char)t.p[e - 3] == 0xE2 || (unsigned char)t.p[e - 3] == 0xEF) && b != 0xAC && !((unsigned char)t.p[e - 3] == 0xEF && (unsigned char)t.p[e - 2] == 0xBC)) { *odd = true; return false; }      /* dashes; € is E2 82 AC */
  if (b == 0x8D && e >= 3 && (unsigned char)t.p[e - 3] == 0xEF) { *odd = true; return false; }      /* － */
  return gz_currency_ending(t, floor, e, c);
}

bool gz_money_direct(gz_currency_context *x, size_t floor, size_t pos, gz_amount *a)
{
  gz_view t = x->text;
  bool odd;
  if (!gz_num_fast(t, pos, &a->num)) return false;
  gz_numeral *n = &a->num;
  size_t end = n->span.end, e;
  if ((n->form != GZ_NUM_DIGITS && n->form != GZ_NUM_MIXED) || n->right || n->ordinal || (n->grouped && n->magnitude) || (n->magnitude && n->magnitude < 4 && !n->abbrev)) return false;
  a->has_currency = a->prefix = a->suffix = a->compound = a->neg = false;
  a->prefix = before(t, floor, pos, &a->currency, &odd);
  if (odd) return false;
  bool sign = n->magnitude && n->form == GZ_NUM_DIGITS;        /* k, bn */
  if (sign && n->abbrev && !a->prefix) return false;
  if (a->prefix) {
    if (end + 1 < t.n && t.p[end] == ' ' && (t.p[end + 1] == 'B' || t.p[end + 1] == 'K')) return false;      /* $4 B */
    if (a->currency.flags & LEX_CURRENCIES_FLAGS_SPOKEN || a->currency.power || a->currency.kind == LEX_CURRENCIES_KIND_MINOR || !quiet_behind(t, end, !n->decimal && n->form != GZ_NUM_MIXED)) return false;
    if (sign || n->abbrev || (n->magnitude && (unsigned char)t.p[n->core_end] >= 0x80)) {
      gz_currency alt;                               /* 50 kr is no 50 k, 5萬那杜瓦圖 no 5萬 */
      if (gz_currency_at(t, gz_to_currency(t, n->core_end, false), LEX_CURRENCIES_PLACE_AFTER, &alt)) return false;
    }
    a->start = a->currency.start;
    a->end = (uint32_t)end - (t.p[end - 1] == '.');
  } else {
    size_t p = gz_skip_spaces(t, end, 2);
    if (p >= t.n || t.p[p] == '-' || gz_wrap(t, p) != p || n->abbrev) return false;
    if (n->magnitude && gz_money_word_at(t, p, LEX_MONEY_WORDS_ROLE_OF, &e)) return false;
    if (!gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &a->currency)) return false;
    gz_currency *c = &a->currency;
    if (c->kind == LEX_CURRENCIES_KIND_MINOR || c->power || (c->flags & LEX_CURRENCIES_FLAGS_JOINT) || !quiet_behind(t, c->end, n->form != GZ_NUM_MIXED || c->family & LEX_CURRENCIES_FAMILY_YUAN)) return false;
    a->suffix = true;
    a->start = n->span.start;
    a->end = c->end;
    if (a->start > floor + 8 && memcmp(t.p + a->start - 4, " to ", 4) == 0) return false;      /* one to 1.50 dollars */
  }
  a->has_currency = true;
  a->low = n->low;
  a->high = n->high;
  a->currency.lang = (uint8_t)n->lang;
  if (n->ambiguous && n->decimal) gz_number_mark(x, a);
  uint32_t start = a->start;
  gz_amount_sign(t, 0, a);
  return !a->neg && a->start == start && gz_money_evidence(x, a);
}
