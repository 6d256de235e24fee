/* The iterator's scan for places where a numeral may start. ASCII is passed over by blocks of sixteen bytes; a word in it costs one hash
** of its first four letters; a longer character one bit, and where that is set the pair with the next character. Only what passes is
** read in full. */
#include "find/numeral_filter.h"
#include "base/watch.h"
#include "find/numeral_int.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

enum { SKIP, LETTER, DIGIT, MARK, HIGH };

#define S8 SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP
#define L8 LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER
#define H8 HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH
#define LETTERS LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, LETTER, L8, L8, LETTER, LETTER, LETTER
static const unsigned char classes[256] = {
  S8, S8, S8, S8, S8, SKIP, SKIP, SKIP, SKIP, MARK, SKIP, MARK, SKIP,
  DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP,
  SKIP, LETTERS, SKIP, SKIP, SKIP, SKIP, SKIP, SKIP, LETTERS, SKIP, SKIP, SKIP, SKIP, SKIP,
  H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8, H8};

/* The first four letters at pos or as many as the word has, in small letters; *k how many. */
static inline uint32_t first_letters(const unsigned char *s, size_t n, size_t pos, size_t *k)
{
  if (pos + 4 <= n) {                                /* four bytes at once */
    uint32_t x = (uint32_t)s[pos] | (uint32_t)s[pos + 1] << 8 | (uint32_t)s[pos + 2] << 16 | (uint32_t)s[pos + 3] << 24;
    if (!(x & 0x80808080u)) {
      uint32_t low = x | 0x20202020u, other = ~((low + 0x1F1F1F1Fu) & ~(low + 0x05050505u)) & 0x80808080u;
      unsigned bits = other ? gz_lowest(other) & ~7u : 32;
      *k = bits >> 3;
      return bits == 32 ? low : low & ((1u << bits) - 1u);
    }
  }
  uint32_t packed = 0;
  size_t i = 0;
  while (i < 4 && pos + i < n && classes[s[pos + i]] == LETTER) { packed |= (uint32_t)(s[pos + i] | 32u) << (8 * i); i++; }
  *k = i;
  return packed;
}

static inline bool known(uint32_t packed, uint32_t tail, uint64_t langs)
{
  uint32_t h = gz_num_hash(packed, tail);
  return gz_num_bit(gz_num_word_bits, h) && (gz_num_lang_masks[gz_num_word_langs[h % GZ_NUM_WORD_SLOTS]] & langs);
}

/* May a number word start with the ASCII letter at pos? */
static bool word_may_start(gz_view t, size_t pos, uint64_t langs)
{
  const unsigned char *s = (const unsigned char *)t.p;
  uint32_t tail = 0;
  size_t k;
  uint32_t packed = first_letters(s, t.n, pos, &k);
  if (k < 4 && pos + k < t.n && s[pos + k] >= 0x80) {
    size_t i = pos + k;
    uint32_t c = gz_fold(gz_utf8_next(t.p, t.n, &i));
    if (c < 0x80) return true;                       /* full-width letters: leave it to the reader */
    if (gz_is_letter(c)) tail = c;
  }
  if (!known(packed, tail, langs) && !(tail && known(packed, 0, langs))) return false;
  if (k == 1 && !tail) {                             /* a million: an article needs a number word behind it */
    size_t next = pos + 1;
    while (next < t.n && s[next] == ' ') next++;
    if (next >= t.n || next == pos + 1) return next >= t.n;
    return classes[s[next]] == LETTER ? word_may_start(t, next, langs) : classes[s[next]] >= HIGH;
  }
  return true;
}

/* Passes over blocks of ASCII in which no numeral can start. *inside: a letter stands before pos, on return before the place returned,
** at which the byte loop has to look. */
static size_t skip_blocks(gz_view t, size_t pos, size_t end_of_blocks, bool *inside, uint64_t langs)
{
  const unsigned char *s = (const unsigned char *)t.p;
  unsigned before = *inside;
  while (pos + GZ_BLOCK <= end_of_blocks) {
    gz_block b = gz_block_at(s + pos, '.', ',');
    unsigned stops = b.digits | b.high, starts = b.letters & ~(b.letters << 1 | before);
    stops |= b.signs & (stops >> 1 | 1u << (GZ_BLOCK - 1));          /* a mark counts before a digit */
    unsigned end = stops ? gz_lowest(stops) : GZ_BLOCK;
    for (; starts; starts &= starts - 1) {
      unsigned k = gz_lowest(starts);
      if (k >= end) break;
      if (word_may_start(t, pos + k, langs)) { *inside = false; return pos + k; }
    }
    if (end > 0) before = b.letters >> (end - 1) & 1u;
    pos += end;
    if (stops) break;
  }
  *inside = before;
  return pos;
}

/* A character beyond ASCII at pos; *next behind it. */
static bool char_may_start(gz_view t, size_t pos, size_t *next)
{
  *next = pos;
  uint32_t c = gz_utf8_next(t.p, t.n, next);
  if (c >= 0x10000) return gz_is_digit(c) || (gz_fold(c) < 0x80 && gz_fold(c) > ' ');
  if (!gz_num_bit(gz_num_char_bits, c)) return false;
  uint32_t f = gz_fold(c);
  if (f < 0x80 || gz_num_bit(gz_num_pair_bits, gz_num_hash(f, 0)) || gz_class_of(c) == GZ_NUMBER || c == 0x66B) return true;
  if (*next >= t.n) return false;
  size_t i = *next;
  return gz_num_bit(gz_num_pair_bits, gz_num_hash(f, gz_fold(gz_utf8_next(t.p, t.n, &i))));
}

bool gz_num_scan(gz_view t, size_t pos, size_t *at, bool inside, uint64_t langs)
{
  const unsigned char *s = (const unsigned char *)t.p;
  const size_t n = t.n;
  size_t next, due = pos + GZ_WATCH_STRIDE;
  while (pos < n && !gz_watch_at(pos, &due)) {
    if (s[pos] < 0x80) {
      pos = skip_blocks(t, pos, due < n ? due : n, &inside, langs);
      if (pos >= n) break;
    }
    switch (classes[s[pos]]) {
      case SKIP: pos++; inside = false; continue;
      case MARK:
        if (pos + 1 < n && (classes[s[pos + 1]] == DIGIT || (s[pos + 1] >= 0x80 && gz_num_digit(t, pos + 1, &next) >= 0))) { *at = pos; return true; }
        pos++;
        inside = false;
        continue;
      case DIGIT: *at = pos; return true;
      case LETTER:
        if (!inside && word_may_start(t, pos, langs)) { *at = pos; return true; }
        do pos++; while (pos < n && classes[s[pos]] == LETTER);
        inside = true;
        continue;
      default:
        while (pos + 3 < n && s[pos] > 0xE4 && s[pos] < 0xEA && (s[pos + 1] & 0xC0) == 0x80 && (s[pos + 2] & 0xC0) == 0x80 && (s[pos + 3] & 0xC0) != 0x80 &&
               !gz_num_bit(gz_num_char_bits, (uint32_t)(s[pos] & 15) << 12 | (uint32_t)(s[pos + 1] & 63) << 6 | (s[pos + 2] & 63u))) {      /* Han, U+5000..9FFF */
          pos += 3;
          inside = false;
        }
        if (s[pos] < 0x80) continue;
        if (char_may_start(t, pos, &next)) { *at = pos; return true; }
        inside = s[pos] < 0xE0 || !(gz_is_unspaced(gz_utf8_next(t.p, t.n, &pos)));
        pos = next;
    }
  }
  return false;
}
