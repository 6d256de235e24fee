/* The scan. Bytes go through a table of five classes; what is neither digit, sign, letter nor high byte costs one step. A Latin letter
** counts only at the start of a word, and the word must be in the set of words for money; a character of three bytes is looked up
** among those that a number in Han may start with, and the next one must fit too. Uses floors base and text and the generated sets. */
#include "find/money_scan.h"
#include "base/watch.h"
#include "find/money_sets.h"
#include "text/ascii_block.h"

enum { SKIP, LETTER, DIGIT, SIGN, HIGH };

#define S SKIP
#define L LETTER
#define D DIGIT
#define H HIGH
#define H16 H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
#define S16 S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S
static const unsigned char classes[256] = {
  S16, S16,
  S, S, S, S, SIGN, S, S, S, S, S, S, S, S, S, S, S, D, D, D, D, D, D, D, D, D, D, S, S, S, S, S, S,
  S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, S,
  S, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, S, S, S, S, S,
  H16, H16, H16, H16, H16, H16, H16, H16,
};

static bool hangul_numeral(uint32_t c)
{
  static const uint16_t set[] = {0xC77C, 0xC774, 0xC0BC, 0xC0AC, 0xC624, 0xC721, 0xCE60, 0xD314, 0xAD6C, 0xC2ED, 0xBC31, 0xCC9C, 0xB9CC, 0xC5B5, 0xC870,
                                 0xC601, 0xACF5, 0xD55C, 0xB450, 0xC138, 0xB124, 0xBC18, 0xC218, 0xBA87, 0xB2E4, 0xC5EC, 0xC544, 0xC5F4, 0xC2A4, 0xC11C};
  for (size_t i = 0; i < sizeof set / sizeof *set; i++) if (set[i] == c) return true;
  return false;
}

static bool is_anchor(gz_view t, size_t pos, size_t *end)
{
  gz_word_hash h = gz_hash_word(t, pos, end);
  return gz_in_set(&gz_set_anchor, h.all) || gz_in_set(&gz_set_stem, h.three);
}

/* A letter, mark or digit ends right before pos. */
static bool inside_word(gz_view t, size_t pos)
{
  if (pos == 0) return false;
  unsigned char b = (unsigned char)t.p[pos - 1];
  if (b < 0x80) return classes[b] == LETTER;
  uint32_t c = gz_utf8_prev(t.p, t.n, &pos);
  return gz_is_letter(c) && !gz_is_unspaced(c);
}

/* A sign with digits behind it is found from the digits. */
static bool sign_of_digits(gz_view t, size_t pos)
{
  if (pos < t.n && t.p[pos] == ' ') pos++;
  return pos < t.n && (classes[(unsigned char)t.p[pos]] == DIGIT || t.p[pos] == '.' || t.p[pos] == '-');
}

/* A currency word counts with a number word before it, or an adjective or small word that may have one. */
static bool number_before(gz_view t, size_t pos)
{
  size_t e, p = pos;
  while (p > 0 && pos - p < 3 && (t.p[p - 1] == ' ' || t.p[p - 1] == '-' || t.p[p - 1] == '\'')) p--;
  if (p > 1 && p == pos && t.p[p - 1] == '\n') p--;       /* a wrapped line */
  if (p == 0) return false;
  if (t.p[p - 1] >= '0' && t.p[p - 1] <= '9') return false;
  size_t start = gz_word_start(t, 0, p);
  if (p - start >= 24) return true;              /* fünfhunderttausendsiebenhundert */
  uint32_t h = gz_hash_word(t, start, &e).all;
  return gz_in_set(&gz_set_number, h) || gz_in_set(&gz_set_adjective, h) || gz_in_set(&gz_set_word_before, h) || gz_in_set(&gz_set_number3, gz_hash_word(t, start, &e).three) || (unsigned char)t.p[p - 1] >= 0x80;
}

/* Five bits for a byte of a word, as gz_first3 has them. */
#define Z8 0, 0, 0, 0, 0, 0, 0, 0
#define A26 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26
#define X8 31, 31, 31, 31, 31, 31, 31, 31
static const unsigned char code5[256] = {
  Z8, Z8, Z8, Z8, Z8, Z8, Z8, Z8, 0, A26, 0, 0, 0, 0, 0, 0, A26, 0, 0, 0, 0, 0,
  X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8, X8,
};

static inline bool first3_at(const unsigned char *s, size_t i)      /* three bytes can be read */
{
  uint32_t c1 = code5[s[i + 1]], h = (uint32_t)code5[s[i]] << 10 | (c1 ? c1 << 5 | code5[s[i + 2]] : 0);
  return gz_money_first3[h >> 5] >> (h & 31) & 1u;
}

/* Skips blocks of ASCII in which nothing can start: no digit, no $, no word with known first letters. i is at the first byte of a block
** or word; on return at the byte that the byte loop must look at. */
static size_t skip_blocks(const unsigned char *s, size_t n, size_t i)
{
  unsigned inside = i > 0 && classes[s[i - 1]] == LETTER;
  while (i + GZ_BLOCK + 4 <= n) {
    gz_block b = gz_block_at(s + i, '$', '$');
    if (b.high) return i;
    unsigned stops = b.digits | b.signs, starts = b.letters & ~(b.letters << 1 | inside);
    while (starts) {
      unsigned k = gz_lowest(starts);
      if (stops & ((1u << k) - 1u)) break;
      if (first3_at(s, i + k)) return i + k;
      starts &= starts - 1;
    }
    if (stops) return i + gz_lowest(stops);
    inside = b.letters >> (GZ_BLOCK - 1);
    i += GZ_BLOCK;
  }
  return i;
}

enum gz_money_place gz_money_scan(gz_view t, size_t pos, size_t *at, size_t *period)
{
  const unsigned char *s = (const unsigned char *)t.p;
  size_t i = pos, n = t.n, e, due = pos + GZ_WATCH_STRIDE;
  while (i < n && !gz_watch_at(i, &due)) {
    if (s[i] < 0x80) {
      size_t from = i;
      i = skip_blocks(s, due < n ? due : n, i);
      if (i >= n) break;
      if (i > from && classes[s[i]] == LETTER && i > 0 && classes[s[i - 1]] == LETTER) { while (i < n && classes[s[i]] == LETTER) i++; continue; }
    }
    unsigned char b = s[i];
    switch (classes[b]) {
      case SKIP: i++; continue;
      case DIGIT: *at = i; return GZ_MONEY_NUMBER;
      case SIGN:
        if (sign_of_digits(t, i + 1)) { i++; continue; }
        *at = i;
        return GZ_MONEY_WORD;
      case LETTER:
        if (!(i > 0 && inside_word(t, i))) {
          uint32_t h = gz_first3(s, i, n);
          if (gz_money_first3[h >> 5] >> (h & 31) & 1u) {
            gz_word_hash w = gz_hash_word(t, i, &e);
            if ((gz_in_set(&gz_set_anchor, w.all) || gz_in_set(&gz_set_stem, w.three)) && number_before(t, i)) { *at = i; return GZ_MONEY_WORD; }
            if (gz_in_set(&gz_set_period, w.all)) *period = i;
          }
        }
        i++;
        while (i < n && classes[s[i]] == LETTER) i++;
        continue;
      default: break;
    }
    if (b >= 0xE3 && b <= 0xE9 && n - i > 2 && (s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80) {      /* U+3000 to U+9FFF */
      uint32_t c = (uint32_t)(b & 15) << 12 | (uint32_t)(s[i + 1] & 63) << 6 | (s[i + 2] & 63);
      if (gz_money_cjk_bit(gz_money_han_start, c)) {
        size_t j = i + 3;
        uint32_t next = j < n ? gz_utf8_next(t.p, n, &j) : 0;
        if (gz_money_cjk_bit(gz_money_han_next, next) || (next < 0x80 && next != '\n')) { *at = i; return GZ_MONEY_NUMBER; }
      } else if (c == 0x5E74 || c == 0x6708 || c == 0x5B63) *period = i;      /* 年 月 季 */
      else if (c < 0x3400 && gz_is_kana(c) && !inside_word(t, i) && is_anchor(t, i, &e) && number_before(t, i)) { *at = i; return GZ_MONEY_WORD; }
      i += 3;
      continue;
    }
    size_t j = i;
    uint32_t c = gz_utf8_next(t.p, n, &j);
    enum gz_class k = gz_class_of(c);
    *at = i;
    if (k == GZ_DIGIT || k == GZ_NUMBER) return GZ_MONEY_NUMBER;
    if (k == GZ_CURRENCY) {
      if (!sign_of_digits(t, j)) return GZ_MONEY_WORD;
      i = j;
      continue;
    }
    if (gz_is_hangul(c)) {
      if (hangul_numeral(c) && !inside_word(t, i)) return GZ_MONEY_NUMBER;
    } else if (k == GZ_LETTER) {
      if (!inside_word(t, i)) { if (is_anchor(t, i, &e) && number_before(t, i)) return GZ_MONEY_WORD; j = e > j ? e : j; }
    }
    i = j;
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
