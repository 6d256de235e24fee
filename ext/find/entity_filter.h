/* The pre-filter ahead of the tries: bitmaps over the beginnings of the folded keys, so that most places of a text are refused
** without a walk. Words in ASCII are judged whole, together with the word that follows; all other places by their first three
** characters. What is known of a word or pair lies in one 64-bit word, chosen by a hash: a refusal costs one look into memory. The same
** functions fill the bitmaps (generator, a connection's own names) and ask them.
**
** A key that begins with an ASCII word sets two bits that say so, one more for whether it goes on behind that word, and in another bitmap two for
** the word, the sign behind it and the ASCII word behind the sign: the last is empty where none stands, both where the key is one word. */
#ifndef GZ_ENTITY_FILTER_H
#define GZ_ENTITY_FILTER_H
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_FILTER_BITS 18u         /* of each bitmap of the built-in names, as a power of two; a connection's own: by their number */
#define GZ_FILTER_WORDS(bits) ((size_t)1 << ((bits) - 6u))

typedef struct gz_filter {
  const uint64_t *any;             /* words as they begin with a capital or digit */
  const uint64_t *lower;           /* words that begin with a small letter: only keys that may be written so */
  const uint64_t *two;             /* word, sign, word; or a word alone */
  const uint64_t *wide;            /* two and three characters, the first not ASCII */
  uint32_t bits;
  uint32_t single_from, single_to; /* keys of one character that is not ASCII lie between these */
} gz_filter;

/* Bitmaps to fill. */
typedef struct gz_filter_bits { uint64_t *any, *lower, *two, *wide; uint32_t bits, single_from, single_to; } gz_filter_bits;

static inline uint64_t gz_filter_mix(uint64_t h, uint64_t x) { h = (h ^ x) * 0x9E3779B97F4A7C15u; return h ^ h >> 29; }
static inline uint64_t gz_filter_mask(uint64_t h) { return (uint64_t)1 << (h & 63u) | (uint64_t)1 << (h >> 6 & 63u); }

/* The word of a bitmap that a hash chooses; 0 unless both its bits are set there. */
static inline uint64_t gz_filter_get(const uint64_t *bitmap, uint32_t bits, uint64_t h)
{
  uint64_t w = bitmap[h >> (70u - bits)];
  return w >> (h & 63u) & w >> (h >> 6 & 63u) & 1u ? w : 0;
}
static inline uint64_t gz_filter_more(uint64_t h) { return (uint64_t)1 << (h >> 18 & 63u); }
static inline uint64_t gz_filter_alone(uint64_t h) { return (uint64_t)1 << (h >> 12 & 63u); }

/* 0 for what is neither an ASCII letter nor digit, else its small form. */
static inline unsigned char gz_ascii_word(unsigned char c)
{
  unsigned char small = (unsigned char)(c | 32);
  if ((unsigned char)(small - 'a') < 26) return small;
  return (unsigned char)(c - '0') < 10 ? c : 0;
}

/* The ASCII letters and digits from p on, up to the first other byte, eight at a time: the word's hash, whatever the case; *end: where it
** ends. 0 for no word. */
static inline uint64_t gz_filter_word(const char *p, size_t n, size_t *end)
{
  const uint64_t all = 0x0101010101010101u, high = all * 0x80;
  uint64_t h = 0;
  for (size_t i = 0;; i += 8) {
    uint64_t x = 0;
    if (n - i >= 8) memcpy(&x, p + i, 8);
    else memcpy(&x, p + i, n - i);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    uint64_t low = x & ~high, small = low | all * 0x20;
    uint64_t letter = (small + all * (0x80 - 'a')) & ~(small + all * (0x7F - 'z')), digit = (low + all * (0x80 - '0')) & ~(low + all * (0x7F - '9'));
    uint64_t other = ~((letter | digit) & ~x) & high;
    if (!other) { h = gz_filter_mix(h, small); continue; }
    unsigned length = (unsigned)__builtin_ctzll(other) >> 3;
    *end = i + length;
    return length ? gz_filter_mix(h, small & (((uint64_t)1 << 8 * length) - 1)) : h;
  }
}

/* The same of a word of fewer than eight bytes that begins with them, as they lie in memory. */
static inline uint64_t gz_filter_short(uint64_t eight, unsigned length)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  return gz_filter_mix(0, (eight | 0x2020202020202020u) & (((uint64_t)1 << 8 * length) - 1));
}

/* A word, the sign behind it and the word behind that. small: the first may be written with a small letter. */
static inline uint64_t gz_filter_two(uint64_t word, unsigned char sign, uint64_t second, bool small) { return gz_filter_mix(gz_filter_mix(word, sign + (small ? 256u : 0)), second); }

/* The first two characters choose a word of the bitmap and one bit in it, the third another bit (0: there is none). */
static inline uint64_t gz_filter_pair(uint32_t a, uint32_t b) { return ((uint64_t)a << 32 | b) * 0x9E3779B97F4A7C15u; }
static inline uint64_t gz_filter_third(uint64_t pair, uint32_t c) { return (uint64_t)1 << (gz_filter_mix(pair, c) >> 58); }
static inline bool gz_filter_begins(uint64_t word, uint64_t pair) { return word >> (pair >> 28 & 63u) & 1u; }

/* Enters a folded key. may_be_lower: a text may write it with a small first letter. */
static inline void gz_filter_add(gz_filter_bits *f, const char *key, size_t n, bool may_be_lower)
{
  if (gz_ascii_word((unsigned char)key[0])) {
    size_t end, end2;
    uint64_t h = gz_filter_word(key, n, &end), mask = gz_filter_mask(h) | (end < n ? gz_filter_more(h) : gz_filter_alone(h));
    f->any[h >> (70u - f->bits)] |= mask;
    if (may_be_lower) f->lower[h >> (70u - f->bits)] |= mask;
    if (end < n && (unsigned char)key[end] >= 0x80) return;
    uint64_t second = end < n ? gz_filter_word(key + end + 1, n - end - 1, &end2) : 0;
    for (int small = 0; small <= (may_be_lower ? 1 : 0); small++) {
      uint64_t two = gz_filter_two(h, end < n ? (unsigned char)key[end] : 0, second, small);
      f->two[two >> (70u - f->bits)] |= gz_filter_mask(two);
    }
    return;
  }
  size_t pos = 0;
  uint32_t a = gz_utf8_next(key, n, &pos), b = pos < n ? gz_utf8_next(key, n, &pos) : 0, c = pos < n ? gz_utf8_next(key, n, &pos) : 0;
  uint64_t pair = gz_filter_pair(a, b);
  if (b) f->wide[pair >> (70u - f->bits)] |= (uint64_t)1 << (pair >> 28 & 63u) | gz_filter_third(pair, c);
  else if (!f->single_to) f->single_from = f->single_to = a;
  else if (a < f->single_from) f->single_from = a;
  else if (a > f->single_to) f->single_to = a;
}

#endif
