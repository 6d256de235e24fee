/* Sets of words as bits: a cheap "no" before a lexicon is asked. A word's hash goes over its folded letters; a character of an
** unspaced script (or Hangul) is a word of its own, and so is any other single sign. The generator ext/gen/moneysets.c fills the sets
** with the first or last words of the keys of the lexicons; hash collisions only cost time. */
#ifndef GZ_WORD_SET_H
#define GZ_WORD_SET_H
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_SET_BITS 15       /* for up to a thousand words */
#define GZ_WIDE_BITS 16      /* for more */
typedef struct gz_word_set { uint32_t bits[1u << (GZ_SET_BITS - 5)]; } gz_word_set;
typedef struct gz_wide_set { uint32_t bits[1u << (GZ_WIDE_BITS - 5)]; } gz_wide_set;
typedef struct gz_word_hash { uint32_t all, three; } gz_word_hash;      /* of the whole word; of its first three characters */

static inline bool gz_in_set(const gz_word_set *s, uint32_t h) { h >>= 32 - GZ_SET_BITS; return s->bits[h >> 5] >> (h & 31) & 1u; }
static inline bool gz_in_wide(const gz_wide_set *s, uint32_t h) { h >>= 32 - GZ_WIDE_BITS; return s->bits[h >> 5] >> (h & 31) & 1u; }

static inline bool gz_single_unit(uint32_t c) { return c >= 0x0E00 && (gz_is_unspaced(c) || gz_is_hangul(c)); }

static inline uint32_t gz_hash_step(uint32_t h, uint32_t c) { return (h ^ c) * 0x9E3779B1u + (h >> 15); }      /* for small keys of another kind */

/* The hash goes over the folded bytes, eight at a time. */
static inline uint64_t gz_hash_chunk(uint64_t h, uint64_t chunk) { h = (h ^ chunk) * 0x9E3779B97F4A7C15u; return h ^ h >> 29; }
static inline uint32_t gz_hash_done(uint64_t h) { return (uint32_t)((h * 0xD6E8FEB86659FD93u) >> 32); }

gz_word_hash gz_hash_word_slow(gz_view t, size_t pos, size_t *end);

static inline gz_word_hash gz_hash_one(uint64_t chunk)
{
  gz_word_hash w;
  w.all = w.three = gz_hash_done(gz_hash_chunk(0, chunk));
  return w;
}

/* How many of the eight bytes at s are letters of ASCII, from the first on; *word: those, in small letters, the others 0. */
static inline unsigned gz_hash_letters(const unsigned char *s, uint64_t *word)
{
  uint64_t x;
  memcpy(&x, s, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  uint64_t low = x | 0x2020202020202020u, seven = low & 0x7F7F7F7F7F7F7F7Fu;
  uint64_t other = ~((seven + 0x1F1F1F1F1F1F1F1Fu) & ~(seven + 0x0505050505050505u) & ~x) & 0x8080808080808080u;
  unsigned n = other ? (unsigned)__builtin_ctzll(other) >> 3 : 8;
  *word = n == 8 ? low : low & (((uint64_t)1 << 8 * n) - 1);
  return n;
}

static inline gz_word_hash gz_hash_word(gz_view t, size_t pos, size_t *end)
{
  const unsigned char *s = (const unsigned char *)t.p + pos;
  if (pos + 3 < t.n) {
    unsigned char b = s[0];
    if (b < 0x80 && b > ' ' && !((b | 32) >= 'a' && (b | 32) <= 'z')) { *end = pos + 1; return gz_hash_one(b); }      /* a sign or digit */
    if (b >= 0xE4 && b <= 0xE9 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 && (s[3] & 0xC0) != 0x80) {           /* a Han character */
      uint32_t c = (uint32_t)(b & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63);
      if (c >= 0x4E00) {
        c = gz_fold(c);
        if (c >= 0x800 && c < 0x10000) {
          *end = pos + 3;
          return gz_hash_one((0xE0u | c >> 12) | (uint64_t)(0x80u | (c >> 6 & 63)) << 8 | (uint64_t)(0x80u | (c & 63)) << 16);
        }
      }
    }
  }
  if (pos + 3 < t.n && (unsigned char)t.p[pos] >= 0xE2) {      /* a sign: € “ ，; a kana or syllable */
    uint32_t c = gz_utf8_three(t.p + pos), f = gz_fold(c);
    if (c && f < 0x10000 && (f < 0x80 ? (f | 32) - 'a' >= 26u : f >= 0x800 && (gz_single_unit(f) || !gz_is_letter(f)))) {
      *end = pos + 3;
      return gz_hash_one(f < 0x80 ? f : (0xE0u | f >> 12) | (uint64_t)(0x80u | (f >> 6 & 63)) << 8 | (uint64_t)(0x80u | (f & 63)) << 16);
    }
  }
  if (t.n - pos >= 8 && pos < t.n) {             /* an ASCII word of at most fifteen letters: the usual case */
    uint64_t word, next = 0;
    unsigned len = gz_hash_letters(s, &word), more = 0;
    if (len == 8) {
      if (t.n - pos < 16) return gz_hash_word_slow(t, pos, end);
      more = gz_hash_letters(s + 8, &next);
    }
    unsigned char behind = len + more < t.n - pos ? s[len + more] : 0;
    if (len && more < 8 && (behind < 0x80 || (behind >= 0xE5 && behind <= 0xE8))) {      /* not inside of a word: U+5000..8FFF stand alone */
      gz_word_hash w;
      uint64_t h = gz_hash_chunk(0, word);
      w.all = gz_hash_done(more ? gz_hash_chunk(h, next) : h);
      w.three = len <= 3 ? w.all : gz_hash_done(gz_hash_chunk(0, word & 0xFFFFFFu));
      *end = pos + len + more;
      return w;
    }
  }
  return gz_hash_word_slow(t, pos, end);
}

/* Start of the word that ends at pos (> floor). */
static inline size_t gz_word_start(gz_view t, size_t floor, size_t pos)
{
  size_t i = pos;
  for (unsigned n = 0; i > floor && n < 24; n++) {
    size_t j = i;
    uint32_t c = gz_utf8_prev(t.p, t.n, &j);
    bool letter = c < 0x80 ? ((c | 32) >= 'a' && (c | 32) <= 'z') : gz_is_letter(c);
    if (j < floor) break;
    if (!letter || gz_single_unit(c)) { if (n == 0) i = j; break; }
    i = j;
  }
  return i;
}

static inline bool gz_word_before_in(const gz_word_set *s, gz_view t, size_t floor, size_t pos)
{
  if (pos <= floor) return false;
  size_t e, start = gz_word_start(t, floor, pos);
  return gz_in_set(s, gz_hash_word(t, start, &e).all);
}

#endif
