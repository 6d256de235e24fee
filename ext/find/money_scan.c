/* The scan: bytes are skipped by class; letters count only at the start of a word that some currency starts with. */
#include "find/money_scan.h"
#include "lex_countries.h"
#include "lex_currencies.h"
#include "lex_currency_cldr.h"
#include "text/uni.h"
#include "text/utf8.h"

static bool han_numeral(uint32_t c)
{
  static const char set[] = "零〇一二三四五六七八九十百千万亿兆两俩半几数上近多壹贰叁肆伍陆柒捌玖拾佰仟廿卅个";
  char z[4];
  c = gz_fold(c);
  if (gz_utf8_put(c, z) != 3) return false;
  for (size_t i = 0; i + 3 <= sizeof set - 1; i += 3) if (memcmp(set + i, z, 3) == 0) return true;
  return false;
}

static bool hangul_numeral(uint32_t c)
{
  static const char set[] = "일이삼사오육칠팔구십백천만억조영공한두세네반수몇";
  char z[4];
  if (gz_utf8_put(c, z) != 3) return false;
  for (size_t i = 0; i + 3 <= sizeof set - 1; i += 3) if (memcmp(set + i, z, 3) == 0) return true;
  return false;
}

static bool may_be_currency(gz_view t, size_t pos)
{
  return gz_trie_may_start(&lex_currencies.trie, t, pos) || gz_trie_may_start(&lex_currency_cldr.trie, t, pos) || gz_trie_may_start(&lex_countries.trie, t, pos);
}

enum gz_money_place gz_money_scan(gz_view t, size_t pos, size_t *at)
{
  uint32_t before = ' ';
  if (pos > 0) { size_t i = pos; before = gz_utf8_prev(t.p, t.n, &i); }
  while (pos < t.n) {
    size_t i = pos;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    enum gz_class k = gz_class_of(c);
    *at = pos;
    if (k == GZ_DIGIT) return GZ_MONEY_NUMBER;
    if (c >= 0x3000 && gz_is_han(c)) { if (han_numeral(c)) return GZ_MONEY_NUMBER; }
    else if (gz_is_hangul(c)) { if (!gz_is_hangul(before) && hangul_numeral(c)) return GZ_MONEY_NUMBER; }
    else if (k == GZ_NUMBER) return GZ_MONEY_NUMBER;
    else if (k == GZ_CURRENCY) return GZ_MONEY_WORD;
    else if (k == GZ_LETTER && !gz_is_letter(before) && may_be_currency(t, pos)) return GZ_MONEY_WORD;
    before = c;
    pos = i;
  }
  return GZ_MONEY_END;
}

size_t gz_money_skip(gz_view t, size_t at, enum gz_money_place place)
{
  size_t i = at;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if (place == GZ_MONEY_NUMBER && gz_is_digit(c))
    while (i < t.n) { size_t j = i; if (!gz_is_digit(gz_utf8_next(t.p, t.n, &j))) break; i = j; }
  return i;
}
