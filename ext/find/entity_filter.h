/* The pre-filter ahead of the tries: bitmaps over the beginnings of the folded keys, so that nearly all places of a text are refused
** without a walk. Words in ASCII are judged whole, together with the word that follows; all other places by their first three
** characters. What is known of a word or pair lies in one 64-bit word, chosen by a hash: a refusal costs one look into memory. The same
** functions fill the bitmaps (generator, a connection's own names) and ask them.
**
** What an ASCII word may be in a key are flags: the bits of one word of the bitmap, turned by any of three parts of the hash, have them lowest. So
** one look tells whether the word is a key, begins one, or is the second of one. A key of more words than one is entered in another bitmap too, by
** three bits, with the sign behind its first word and the word behind the sign; one of a single word with neither. Signs that are not ASCII, and what is not ASCII behind a sign,
** are not told apart. */
#ifndef GZ_ENTITY_FILTER_H
#define GZ_ENTITY_FILTER_H
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_FILTER_BITS 18u         /* of each bitmap of the built-in names, as a power of two; a connection's own: by their number */
#define GZ_FILTER_WORDS(bits) ((size_t)1 << ((bits) - 6u))

typedef struct gz_filter {
  const uint64_t *words;           /* ASCII words of keys: their flags */
  const uint64_t *two;             /* the first, the sign behind it, the second */
  const uint64_t *wide;            /* two and three characters, the first not ASCII */
  uint32_t bits;
  uint32_t single_from, single_to; /* keys of one character that is not ASCII lie between these */
} gz_filter;

/* Bitmaps to fill: three times GZ_FILTER_WORDS one after the other. */
typedef struct gz_filter_bits { uint64_t *words, *two, *wide; uint32_t bits, single_from, single_to; } gz_filter_bits;
static inline gz_filter_bits gz_filter_over(uint64_t *room, uint32_t bits)
{
  size_t n = GZ_FILTER_WORDS(bits);
  gz_filter_bits f = {room, room + n, room + 2 * n, bits, 0, 0};
  return f;
}

/* 0 for what is neither an ASCII letter nor digit, else its small form. */
static inline unsigned char gz_ascii_word(unsigned char c)
{
  unsigned char small = (unsigned char)(c | 32);
  if ((unsigned char)(small - 'a') < 26) return small;
  return (unsigned char)(c - '0') < 10 ? c : 0;
}

/* The hash of an ASCII word whatever its case, by its first eight letters and digits and its length. Eight bytes from p on can be read. */
static inline uint64_t gz_filter_hash(const char *p, size_t n)
{
  uint64_t a, mask = ~(uint64_t)0 >> (64u - 8u * (n < 8 ? n : 8u));
  memcpy(&a, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  a = __builtin_bswap64(a);
#endif
  return (((a | 0x2020202020202020u) & mask) + ((uint64_t)n << 57)) * 0x9E3779B97F4A7C15u;
}

/* The same where fewer bytes may be there; 0 for none. */
static inline uint64_t gz_filter_hash_of(const char *p, size_t n)
{
  char few[8] = {0};
  if (n >= 8) return gz_filter_hash(p, n);
  memcpy(few, p, n);
  return n ? gz_filter_hash(few, n) : 0;
}

/* How many ASCII letters and digits stand at p. */
static inline size_t gz_ascii_letters(const char *p, size_t n)
{
  size_t i = 0;
  while (i < n && gz_ascii_word((unsigned char)p[i])) i++;
  return i;
}

enum gz_filter_flag {
  GZ_FILTER_ALONE = 1, GZ_FILTER_FIRST = 2, GZ_FILTER_SIGN = 4,          /* is a key; begins one, before a sign and a word; before a sign that no word follows */
  GZ_FILTER_SECOND = 8,
  GZ_FILTER_SMALL = 16                                                   /* times all of these: for a word that begins with a small letter */
};
static inline uint64_t gz_turned(uint64_t x, uint64_t by) { return x >> (by & 63u) | x << (-by & 63u); }

/* What is known of a word with this hash that begins small or not. */
static inline unsigned gz_filter_flags(const uint64_t *words, unsigned shift, uint64_t h, unsigned small)
{
  uint64_t w = words[h >> shift];
  return (unsigned)(gz_turned(w, h >> 45) & gz_turned(w, h >> 39) & gz_turned(w, h >> 33)) >> 4 * small & 15u;
}
static inline unsigned gz_filter_shift(const gz_filter *f) { return 70u - f->bits; }
static inline void gz_filter_note(gz_filter_bits *f, uint64_t h, unsigned flags)
{
  f->words[h >> (70u - f->bits)] |= gz_turned(flags, -(h >> 45)) | gz_turned(flags, -(h >> 39)) | gz_turned(flags, -(h >> 33));
}

/* A word, the sign behind it and the word behind that (0: none); alone: both 0. small: the first may be written with a small letter. */
#define GZ_FILTER_WIDE 0x80u       /* a sign that is not ASCII */
#define GZ_FILTER_ABROAD 1u        /* what follows the sign is not ASCII: in place of the hash of a word */
static inline uint64_t gz_filter_pair_of(uint64_t word, unsigned char sign, uint64_t second, bool small)
{
  return ((word ^ (second << 7 | second >> 57)) + (((uint64_t)sign << 1 | small) << 21 | 1)) * 0xD6E8FEB86659FD93u;
}
static inline uint64_t gz_filter_mask(uint64_t h) { return (uint64_t)1 << (h >> 45 & 63u) | (uint64_t)1 << (h >> 39 & 63u) | (uint64_t)1 << (h >> 33 & 63u); }
static inline size_t gz_filter_place(uint32_t bits, uint64_t h) { return (size_t)(h >> (70u - bits)); }
static inline bool gz_filter_has(const gz_filter *f, uint64_t h)
{
  uint64_t w = f->two[gz_filter_place(f->bits, h)];
  return w >> (h >> 45 & 63u) & w >> (h >> 39 & 63u) & w >> (h >> 33 & 63u) & 1u;
}

/* The first two characters choose a word of the bitmap and two bits in it, with the third another word and three bits (0: there is none). */
static inline uint64_t gz_filter_pair(uint32_t a, uint32_t b) { return ((uint64_t)a << 24 ^ b) * 0x9E3779B97F4A7C15u; }
static inline bool gz_filter_begins(uint64_t word, uint64_t pair) { return word >> (pair >> 40 & 63u) & word >> (pair >> 34 & 63u) & 1u; }
static inline uint64_t gz_filter_third(uint64_t pair, uint32_t c) { return (pair ^ (pair >> 31) ^ c) * 0xD6E8FEB86659FD93u; }
static inline bool gz_filter_goes_on(const gz_filter *f, uint64_t pair, uint32_t c)
{
  uint64_t h = gz_filter_third(pair, c), mask = gz_filter_mask(h);
  return (f->wide[gz_filter_place(f->bits, h)] & mask) == mask;
}

/* Enters a folded key. may_be_lower: a text may write it with a small first letter. */
static inline void gz_filter_add(gz_filter_bits *f, const char *key, size_t n, bool may_be_lower)
{
  if (gz_ascii_word((unsigned char)key[0])) {
    size_t end = gz_ascii_letters(key, n);
    uint64_t word = gz_filter_hash_of(key, end), second = 0;
    const unsigned small = may_be_lower ? 1 + GZ_FILTER_SMALL : 1;
    unsigned char sign = end < n ? (unsigned char)key[end] : 0;
    if (sign >= 0x80) sign = GZ_FILTER_WIDE;
    else if (end + 1 < n) second = (unsigned char)key[end + 1] >= 0x80 ? GZ_FILTER_ABROAD : gz_filter_hash_of(key + end + 1, gz_ascii_letters(key + end + 1, n - end - 1));
    if (second > GZ_FILTER_ABROAD) gz_filter_note(f, second, GZ_FILTER_SECOND * (1 + GZ_FILTER_SMALL));
    gz_filter_note(f, word, (end == n ? GZ_FILTER_ALONE : second ? GZ_FILTER_FIRST : GZ_FILTER_SIGN) * small);
    for (int k = 0; k <= (may_be_lower ? 1 : 0); k++) {
      uint64_t h = gz_filter_pair_of(word, sign, second, k);
      f->two[gz_filter_place(f->bits, h)] |= gz_filter_mask(h);
    }
    return;
  }
  size_t pos = 0;
  uint32_t a = gz_utf8_next(key, n, &pos), b = pos < n ? gz_utf8_next(key, n, &pos) : 0, c = pos < n ? gz_utf8_next(key, n, &pos) : 0;
  uint64_t pair = gz_filter_pair(a, b);
  if (b) {
    uint64_t h = gz_filter_third(pair, c);
    f->wide[gz_filter_place(f->bits, pair)] |= (uint64_t)1 << (pair >> 40 & 63u) | (uint64_t)1 << (pair >> 34 & 63u);
    f->wide[gz_filter_place(f->bits, h)] |= gz_filter_mask(h);
  } else if (!f->single_to) f->single_from = f->single_to = a;
  else if (a < f->single_from) f->single_from = a;
  else if (a > f->single_to) f->single_to = a;
}

#endif
