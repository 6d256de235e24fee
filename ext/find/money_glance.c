/* A glance at a number before it is read: most numbers of a text are years, days, counts and percentages. What stands behind it must be
** able to be a currency, a magnitude or a link to a second number, or the word before it a currency; else no sum starts here. The same for
** Han numerals below 万: in front of them stands 第 or nothing, behind them a counter. Uses floors base and text and the generated sets. */
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/money_scan.h"
#include "find/money_sets.h"
#include "lex_money_words.h"

#define LONGEST_NUMBER 64    /* bytes of digits and marks that a glance goes over: 1,000,1,000,… has no end */

/* A Han character at pos, U+4E00 to U+9FFF, or punctuation and kana from U+3000 on; 0 for anything else. */
static uint32_t cjk_at(gz_view t, size_t pos)
{
  if (pos >= t.n) return 0;
  const unsigned char *s = (const unsigned char *)t.p + pos;
  if (t.n - pos < 3 || s[0] < 0xE3 || s[0] > 0xE9 || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return 0;
  return (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63u);
}

static bool is_ge(uint32_t c) { return c == 0x4E2A || c == 0x500B || c == 0x7B87; }          /* 个 個 箇 */
static bool is_big(uint32_t c) { return c == 0x4E07 || c == 0x842C || c == 0x4EBF || c == 0x5104; }      /* 万 萬 亿 億 */

/* A currency's name starts at p: 1萬那杜瓦圖, whose first character looks like a magnitude; 个新台币. */
static bool names_a_currency(gz_view t, size_t p)
{
  gz_currency c;
  return gz_money_cjk_bit(gz_money_han_after, cjk_at(t, p)) && gz_currency_at(t, p, LEX_CURRENCIES_PLACE_AFTER, &c);
}

/* 个 at p counts with 亿 behind it, and in Cantonese it is a dollar where a minor unit follows (三个一毫): not in 三个人, 两个。, 5个百分点. */
static bool only_counts(gz_view t, size_t p)
{
  size_t e;
  uint32_t d = cjk_at(t, p + 3);
  if (d == 0x767E && t.n - p > 11 && memcmp(t.p + p + 6, "分", 3) == 0) return cjk_at(t, p + 9) == 0x70B9 || cjk_at(t, p + 9) == 0x9EDE;
  if (d < 0x4E00) return d == 0x3002;
  return !gz_money_cjk_bit(gz_money_han_part, d) && !gz_in_set(&gz_set_link, gz_hash_word(t, p + 3, &e).all) && !names_a_currency(t, p + 3);
}

/* c at p and what follows it: do a currency or link start so? 日 does in 日元, not in 15日公布. */
static bool opens_after(gz_view t, size_t p, uint32_t c)
{
  size_t i = p + 3;
  uint32_t a = gz_fold(c);
  return gz_money_after_pair_in(a, 0) || (i < t.n && gz_money_after_pair_in(a, gz_fold(gz_utf8_next(t.p, t.n, &i))));
}

/* Han that no sum goes on with, nor the reason why a bare magnitude is one: 用 in 3万用户, 点 in 百分点. */
static bool foreign_han(gz_view t, size_t p, uint32_t c, bool big)
{
  if (c < 0x4E00 || c == 0x53C8) return false;      /* 又: a fraction */
  if (is_ge(c)) return only_counts(t, p);
  if (gz_money_cjk_bit(gz_money_han_part, c) || (gz_money_cjk_bit(gz_money_han_after, c) && opens_after(t, p, c))) return false;
  return !big || !(gz_word_in(&gz_set_loose, t, p) || gz_word_in(&gz_set_hedge_after, t, p));
}

/* May what follows a number of money start here? Asks less than gz_may_follow_number, and never says no where that says yes rightly. */
static bool may_follow(gz_view t, size_t p)
{
  uint32_t c = cjk_at(t, p);
  if (c) return !foreign_han(t, p, c, false);
  if (gz_ascii_letter((unsigned char)t.p[p]) && !gz_money_word4_in(gz_money_after4, gz_money_first_letters((const unsigned char *)t.p, t.n, p))) return false;
  return gz_may_follow_number(t, p);
}

static bool currency_before(gz_view t, size_t floor, size_t pos)
{
  size_t q = pos;
  while (q > floor && (t.p[q - 1] == '-' || t.p[q - 1] == '+' || t.p[q - 1] == '.' || t.p[q - 1] == ',')) q--;
  if (q >= floor + 3 && (memcmp(t.p + q - 3, "\xEF\xBC\x8D", 3) == 0 || memcmp(t.p + q - 3, "\xE2\x88\x92", 3) == 0)) q -= 3;      /* － − */
  q = gz_skip_spaces_back(t, floor, q, 2);
  return q > floor && gz_word_before_in(&gz_set_before, t, floor, q);
}

static bool digits(gz_view t, size_t floor, size_t pos, size_t *past)
{
  size_t i = pos;
  unsigned marks = 0;
  for (; i < t.n && i - pos < LONGEST_NUMBER; i++) {
    if (gz_ascii_digit((unsigned char)t.p[i])) continue;
    if ((t.p[i] != '.' && t.p[i] != ',' && t.p[i] != '\'') || i + 1 >= t.n || !gz_ascii_digit((unsigned char)t.p[i + 1])) break;
    marks++;
  }
  *past = i;
  size_t p = gz_wrap(t, gz_skip_spaces(t, i, 2)), e;
  if (i < t.n && (unsigned char)t.p[i] >= 0x80 && gz_is_digit(gz_utf8_next(t.p, t.n, &(size_t){i}))) return true;      /* 2０24 */
  if (p < t.n && !(p == i && t.p[p] == '%')) {
    unsigned char b = (unsigned char)t.p[p];
    uint32_t c = cjk_at(t, p);
    if (p == i && is_big(c)) {                       /* 3万, 2亿: the number goes on */
      while (is_big(c)) { p += 3; c = p < t.n ? cjk_at(t, p) : 0; }
      if (!c || !foreign_han(t, p, c, true) || names_a_currency(t, p - 3)) return true;
      *past = p;
      return currency_before(t, floor, pos);
    }
    if (gz_ascii_digit(b) || b == '$' || ((b == '.' || b == ',') && p == i && !(p + 1 < t.n && t.p[p + 1] == ' ')) || (p == i && (b == 0xE2 || b == 0xCA))) return true;      /* 1’000 */
    if (may_follow(t, p)) {
      gz_word_hash h = gz_hash_word(t, p, &e);
      gz_hit link;
      if (!gz_in_set(&gz_set_link, h.all) || !gz_trie_longest(&lex_money_words.trie, t, p, &link)) return true;
      e = gz_skip_spaces(t, link.end > e ? link.end : e, 2);      /* 10 to 20, 5-$7: a number must follow; 20 and, 2023-: none does */
      if (e < t.n && (gz_ascii_digit((unsigned char)t.p[e]) || t.p[e] == '$' || (unsigned char)t.p[e] >= 0x80)) return true;
      if (gz_word_in_wide(&gz_set_after, t, e) || gz_word_in_wide(&gz_set_number, t, e)) return true;      /* 12-cent, 50 de bani, 5 to ten */
    }
  }
  if (i < t.n && t.p[i] == '%') return marks > 1;      /* 192.168.1.2% */
  return currency_before(t, floor, pos);
}

/* 百分之, 百分点: a hundred fen are not meant. */
static bool percent(gz_view t, size_t i)
{
  uint32_t c = cjk_at(t, i - 3), d = t.n - i > 5 && memcmp(t.p + i, "分", 3) == 0 ? cjk_at(t, i + 3) : 0;
  return (c == 0x767E || c == 0x5343) && (d == 0x4E4B || d == 0x70B9 || d == 0x9EDE || d == 0x6BD4 || d == 0x7387);
}

/* Behind a Han numeral: nothing that could belong to a sum with it. */
static bool quiet_behind(gz_view t, size_t i, bool big)
{
  size_t p = gz_wrap(t, gz_skip_spaces(t, i, 2));
  if (p >= t.n) return !big;
  uint32_t c = cjk_at(t, p);
  if (c >= 0x4E00) return foreign_han(t, p, c, big);
  if (big) return false;
  if (c) return c < 0x3040 && !gz_money_cjk_bit(gz_money_han_next, c);
  const unsigned char *s = (const unsigned char *)t.p + p;
  if (gz_ascii_letter(*s)) return !may_follow(t, p);
  if (*s < 0x80) return *s == '\n' || *s == ')' || *s == ']' || *s == '"' || *s == ';' || *s == ':' || *s == '!' || *s == '?' || ((*s == ',' || *s == '.') && p + 1 < t.n && (s[1] == ' ' || s[1] >= 0xE3 || s[1] == '\n'));
  if (t.n - p < 3) return false;
  if (s[0] == 0xE2) return s[1] == 0x80 && s[2] >= 0x98 && s[2] <= 0xA6;                      /* “ ” … */
  return s[0] == 0xEF && s[1] == 0xBC && (s[2] == 0x8C || s[2] == 0x88 || s[2] == 0x89 || s[2] == 0x9A || s[2] == 0x9B || s[2] == 0x81 || s[2] == 0x9F);      /* ， （ ） ： ； ！ ？ */
}

static bool han(gz_view t, size_t floor, size_t pos, size_t *past)
{
  size_t i = pos;
  uint32_t c = cjk_at(t, i), d;
  bool big = false;
  *past = pos + 3;
  switch (c) {                                       /* what is no numeral by itself */
    case 0x597D: d = cjk_at(t, pos + 3); return d == 0x51E0 || d == 0x5E7E || currency_before(t, floor, pos);      /* 好几 */
    case 0x4E2A: case 0x500B: case 0x7B87: return is_big(cjk_at(t, pos + 3)) || currency_before(t, floor, pos);      /* 个亿 */
    case 0x767E: case 0x5343: if (percent(t, pos + 3)) return currency_before(t, floor, pos); break;                 /* 百分之 */
    case 0x4E0A: case 0x4EAC: case 0x70B9: case 0x9EDE: case 0x6253:                                              /* 上亿; 京东 点 点 打 */
      d = cjk_at(t, pos + 3);
      return !(d >= 0x4E00 && !gz_money_cjk_bit(gz_money_han_part, d)) || currency_before(t, floor, pos);
    default: break;
  }
  while (c && (gz_money_cjk_bit(gz_money_han_quiet, c) || (i > pos && is_big(c))) && i - pos < LONGEST_NUMBER) {
    big = big || is_big(c);
    i += 3;
    c = i < t.n ? cjk_at(t, i) : 0;
  }
  *past = i;
  return i == pos || (!quiet_behind(t, i, big) && !(!big && percent(t, i))) || (big && names_a_currency(t, i - 3)) || currency_before(t, floor, pos);
}

bool gz_money_glance(gz_view t, size_t floor, size_t pos, size_t *past)
{
  unsigned char b = (unsigned char)t.p[pos];
  *past = pos;
  if (gz_ascii_digit(b)) return digits(t, floor, pos, past);
  return !(b >= 0xE3 && b <= 0xE9) || han(t, floor, pos, past);
}
