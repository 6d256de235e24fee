/* The pre-filter ahead of the tries: three bitmaps over the first folded characters of the keys, so that most places of a
** text are refused without a walk. Words in ASCII are judged whole, all other places by their first two characters. The same functions fill the bitmaps (generator, a connection's own names) and ask them. */
#ifndef GZ_ENTITY_FILTER_H
#define GZ_ENTITY_FILTER_H
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_FILTER_BITS 17u
#define GZ_FILTER_WORDS ((1u << GZ_FILTER_BITS) / 64u)

typedef struct gz_filter {
  const uint64_t *any;       /* words as they begin with a capital or digit */
  const uint64_t *lower;     /* words that begin with a small letter: only keys that may be written so */
  const uint64_t *pair;      /* two characters, the first not ASCII; second 0 = a key of one character */
} gz_filter;

static inline bool gz_filter_test(const uint64_t *bits, uint32_t h) { return bits[h >> 6] >> (h & 63u) & 1u; }
static inline void gz_filter_set(uint64_t *bits, uint32_t h) { bits[h >> 6] |= (uint64_t)1 << (h & 63u); }
static inline uint32_t gz_filter_hash(uint32_t x) { return (x * 0x9E3779B1u) >> (32u - GZ_FILTER_BITS); }
static inline uint32_t gz_filter_pair(uint32_t a, uint32_t b) { return gz_filter_hash(a * 0x10003u ^ b); }

/* 0 for what is neither an ASCII letter nor digit, else its small form. */
static inline unsigned char gz_ascii_word(unsigned char c)
{
  unsigned char small = (unsigned char)(c | 32);
  if ((unsigned char)(small - 'a') < 26) return small;
  return (unsigned char)(c - '0') < 10 ? c : 0;
}

/* The ASCII letters and digits from p on, up to the first other byte: the word's hash; *end: where it ends. */
static inline uint32_t gz_filter_word(const char *p, size_t n, size_t *end)
{
  uint32_t h = 0;
  size_t i = 0;
  for (unsigned char c; i < n && (c = gz_ascii_word((unsigned char)p[i])) != 0; i++) h = h * 31u + c;
  *end = i;
  return gz_filter_hash(h);
}

/* What follows the first word of a name of several: a space and the first character of the second. Such names are entered under
** this hash alone, so that `new` and `state` start a walk only where the next letter fits. 0 when no such thing follows. */
static inline uint32_t gz_filter_second(uint32_t h, const char *p, size_t n)
{
  if (n < 2 || p[0] != ' ') return 0;
  unsigned char c = (unsigned char)p[1], small = gz_ascii_word(c);
  uint32_t second = gz_filter_hash(h * 0x10003u + (small ? small : c) + 1u);
  return second ? second : 1;
}

/* Enters a folded key. may_be_lower: a text may write it with a small first letter. */
static inline void gz_filter_add(uint64_t *any, uint64_t *lower, uint64_t *pair, const char *key, size_t n, bool may_be_lower)
{
  if (gz_ascii_word((unsigned char)key[0])) {
    size_t end;
    uint32_t h = gz_filter_word(key, n, &end), second = gz_filter_second(h, key + end, n - end);
    if (second) h = second;
    gz_filter_set(any, h);
    if (may_be_lower) gz_filter_set(lower, h);
    return;
  }
  size_t pos = 0;
  uint32_t a = gz_utf8_next(key, n, &pos), b = pos < n ? gz_utf8_next(key, n, &pos) : 0;
  gz_filter_set(pair, gz_filter_pair(a, b));
}

#endif
