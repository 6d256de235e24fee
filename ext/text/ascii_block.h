/* What sixteen bytes of a text are, as masks with a bit a byte: how scans pass over ASCII in which nothing can start. SSE2 where the
** machine has it, a loop elsewhere; GZ_NO_SIMD takes the loop everywhere. */
#ifndef GZ_ASCII_BLOCK_H
#define GZ_ASCII_BLOCK_H
#include "base/view.h"

#define GZ_BLOCK 16u

typedef struct gz_block {
  unsigned letters, digits;      /* of ASCII */
  unsigned high;                 /* bytes of 0x80 and above */
  unsigned signs;                /* one of the two signs asked for */
} gz_block;

#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#include <emmintrin.h>
static inline gz_block gz_block_at(const unsigned char *s, char sign, char other)
{
  gz_block b;
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s), low = _mm_or_si128(x, _mm_set1_epi8(32));
  b.letters = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1))));
  b.digits = (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('9' + 1))));
  b.high = (unsigned)_mm_movemask_epi8(x);
  b.signs = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(sign)), _mm_cmpeq_epi8(x, _mm_set1_epi8(other))));
  return b;
}
#else
static inline gz_block gz_block_at(const unsigned char *s, char sign, char other)
{
  gz_block b = {0, 0, 0, 0};
  for (unsigned i = 0; i < GZ_BLOCK; i++) {
    unsigned c = s[i], bit = 1u << i;
    if ((c | 32u) - 'a' < 26u) b.letters |= bit;
    else if (c - '0' < 10u) b.digits |= bit;
    else if (c >= 0x80) b.high |= bit;
    else if (c == (unsigned char)sign || c == (unsigned char)other) b.signs |= bit;
  }
  return b;
}
#endif

/* Its letters and digits, what is not ASCII, and what is a space or less. */
static inline unsigned gz_block_words(const unsigned char *s, unsigned *high, unsigned *space)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s), low = _mm_or_si128(x, _mm_set1_epi8(32));
  __m128i letters = _mm_cmplt_epi8(_mm_add_epi8(low, _mm_set1_epi8((char)(0x80 - 'a'))), _mm_set1_epi8(26 - 0x80));
  *high = (unsigned)_mm_movemask_epi8(x);
  *space = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8(32)), x));
  return (unsigned)_mm_movemask_epi8(_mm_or_si128(letters, _mm_cmplt_epi8(_mm_add_epi8(x, _mm_set1_epi8((char)(0x80 - '0'))), _mm_set1_epi8(10 - 0x80))));
#else
  gz_block b = gz_block_at(s, 0, 0);
  *high = b.high;
  *space = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) *space |= (unsigned)(s[i] <= ' ') << i;
  return b.letters | b.digits;
#endif
}

/* The block (without signs); out: its letters small, 0 for all else. */
static inline gz_block gz_block_small(const unsigned char *s, unsigned char *out)
{
  gz_block b = gz_block_at(s, '\n', '\n');
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i low = _mm_or_si128(_mm_loadu_si128((const __m128i *)(const void *)s), _mm_set1_epi8(32));
  _mm_storeu_si128((__m128i *)(void *)out, _mm_and_si128(low, _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(low, _mm_set1_epi8('z' + 1)))));
#else
  for (unsigned i = 0; i < GZ_BLOCK; i++) out[i] = b.letters >> i & 1u ? s[i] | 32u : 0;
#endif
  return b;
}

/* Bytes that are capitals of ASCII. */
static inline unsigned gz_block_capitals(const unsigned char *s)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
  return (unsigned)_mm_movemask_epi8(_mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1))));
#else
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] - (unsigned)'A' < 26u) m |= 1u << i;
  return m;
#endif
}

/* Bytes with which a Latin word may begin that is no small one of ASCII: capitals of ASCII, and bytes of 0x80 and above that neither continue
** a character nor begin one of U+3000..U+9FFF (E3..E9: kana, Han and their punctuation). */
static inline unsigned gz_block_latin(const unsigned char *s)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
  __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1)), _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1)));
  __m128i lead = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8((char)0xBF)), _mm_cmplt_epi8(x, _mm_setzero_si128()));
  __m128i wide = _mm_and_si128(_mm_cmpgt_epi8(x, _mm_set1_epi8((char)0xE2)), _mm_cmplt_epi8(x, _mm_set1_epi8((char)0xEA)));
  return (unsigned)_mm_movemask_epi8(_mm_or_si128(capital, _mm_andnot_si128(wide, lead)));
#else
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] - (unsigned)'A' < 26u || (s[i] >= 0xC0 && (s[i] < 0xE3 || s[i] > 0xE9))) m |= 1u << i;
  return m;
#endif
}

/* Bytes that are one of four signs, or not ASCII. */
static inline unsigned gz_block_stops(const unsigned char *s, char a, char b, char c, char d)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
  __m128i ab = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(a)), _mm_cmpeq_epi8(x, _mm_set1_epi8(b)));
  __m128i cd = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(c)), _mm_cmpeq_epi8(x, _mm_set1_epi8(d)));
  return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(ab, cd), x));
#else
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0x80 || s[i] == (unsigned char)a || s[i] == (unsigned char)b || s[i] == (unsigned char)c || s[i] == (unsigned char)d) m |= 1u << i;
  return m;
#endif
}

/* Bytes at which something rare may begin: one of four signs, or the first byte of a character other than letters of Latin, Greek and
** Cyrillic (U+00C0..057F), kana, Han and Hangul (U+3040..DFFF). Most of them still mean nothing to who asks. Seventeen bytes are read. */
static inline bool gz_rare_byte(const unsigned char *s, unsigned behind)
{
  unsigned char c = *s;
  return c - 0xC0u < 3 || c - 0xD6u < 13 || c >= 0xEE || (c == 0xE3 && behind == 0x80);
}
static inline unsigned gz_block_rare(const unsigned char *s, char a, char b, char c, char d)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
  __m128i ab = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(a)), _mm_cmpeq_epi8(x, _mm_set1_epi8(b)));
  __m128i cd = _mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8(c)), _mm_cmpeq_epi8(x, _mm_set1_epi8(d)));
  __m128i all = _mm_or_si128(ab, cd);
  if (_mm_movemask_epi8(x)) {
    __m128i low = _mm_sub_epi8(x, _mm_set1_epi8((char)0xC0)), mid = _mm_sub_epi8(x, _mm_set1_epi8((char)0xD6)), y = _mm_loadu_si128((const __m128i *)(const void *)(s + 1));
    __m128i odd = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(low, _mm_set1_epi8(2)), low), _mm_cmpeq_epi8(_mm_min_epu8(mid, _mm_set1_epi8(12)), mid));
    __m128i marks = _mm_and_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8((char)0xE3)), _mm_cmpeq_epi8(y, _mm_set1_epi8((char)0x80)));
    all = _mm_or_si128(_mm_or_si128(all, odd), _mm_or_si128(marks, _mm_cmpeq_epi8(_mm_max_epu8(x, _mm_set1_epi8((char)0xEE)), x)));
  }
  return (unsigned)_mm_movemask_epi8(all);
#else
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] == (unsigned char)a || s[i] == (unsigned char)b || s[i] == (unsigned char)c || s[i] == (unsigned char)d || gz_rare_byte(s + i, s[i + 1])) m |= 1u << i;
  return m;
#endif
}

/* Bytes from `from` to `to`. */
static inline unsigned gz_block_between(const unsigned char *s, unsigned char from, unsigned char to)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i x = _mm_sub_epi8(_mm_loadu_si128((const __m128i *)(const void *)s), _mm_set1_epi8((char)from));
  return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(x, _mm_set1_epi8((char)(to - from))), x));
#else
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= from && s[i] <= to) m |= 1u << i;
  return m;
#endif
}

/* How many bits of a block's mask are set. */
static inline unsigned gz_block_count(unsigned mask)
{
  mask -= mask >> 1 & 0x5555u;
  mask = (mask & 0x3333u) + (mask >> 2 & 0x3333u);
  mask = (mask + (mask >> 4)) & 0x0F0Fu;
  return (mask + (mask >> 8)) & 31u;
}

/* Place of the lowest bit of a mask that is not 0. */
static inline unsigned gz_lowest(unsigned mask)
{
#ifdef __GNUC__
  return (unsigned)__builtin_ctz(mask);
#else
  unsigned i = 0;
  while (!(mask >> i & 1u)) i++;
  return i;
#endif
}

/* And of the highest. */
static inline unsigned gz_highest(unsigned mask)
{
#ifdef __GNUC__
  return (unsigned)(31 - __builtin_clz(mask));
#else
  unsigned i = 0;
  while (mask >>= 1) i++;
  return i;
#endif
}

static inline unsigned gz_low64(uint64_t mask)
{
#ifdef __GNUC__
  return (unsigned)__builtin_ctzll(mask);
#else
  return (uint32_t)mask ? gz_lowest((unsigned)mask) : 32 + gz_lowest((unsigned)(mask >> 32));
#endif
}

/* Passes over ASCII that holds none of four signs; stops before end at the latest. */
static inline size_t gz_pass_ascii(gz_view t, size_t pos, size_t end, char a, char b, char c, char d)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos >= GZ_BLOCK; pos += GZ_BLOCK) {
    unsigned m = gz_block_stops(s + pos, a, b, c, d);
    if (m) return pos + gz_lowest(m);
  }
  while (pos < end && s[pos] < 0x80 && s[pos] != (unsigned char)a && s[pos] != (unsigned char)b && s[pos] != (unsigned char)c && s[pos] != (unsigned char)d) pos++;
  return pos;
}

/* The first place in [pos, end) at which something rare stands that may(s, n) does not turn down, s being its first byte and n what is left of the text; or end. */
static inline size_t gz_next_rare(gz_view t, size_t pos, size_t end, char a, char b, char c, char d, bool (*may)(const unsigned char *s, size_t n))
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos > GZ_BLOCK; pos += GZ_BLOCK)
    for (unsigned m = gz_block_rare(s + pos, a, b, c, d); m; m &= m - 1) {
      size_t at = pos + gz_lowest(m);
      if (may(s + at, t.n - at)) return at;
    }
  for (; pos < end; pos++)
    if ((s[pos] == (unsigned char)a || s[pos] == (unsigned char)b || s[pos] == (unsigned char)c || s[pos] == (unsigned char)d || gz_rare_byte(s + pos, pos + 1 < t.n ? s[pos + 1] : 0)) && may(s + pos, t.n - pos)) return pos;
  return end;
}

/* Passes over ASCII. */
static inline size_t gz_skip_ascii(gz_view t, size_t pos, size_t end) { return gz_pass_ascii(t, pos, end, '\x80', '\x80', '\x80', '\x80'); }

/* The first capital of ASCII in [pos, end), or end. */
static inline size_t gz_next_capital(gz_view t, size_t pos, size_t end)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos >= GZ_BLOCK; pos += GZ_BLOCK) {
    unsigned m = gz_block_capitals(s + pos);
    if (m) return pos + gz_lowest(m);
  }
  while (pos < end && s[pos] - (unsigned)'A' >= 26u) pos++;
  return pos;
}

#endif
