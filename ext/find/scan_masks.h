/* What a block of a text is to a scan for numbers, as masks with a bit a byte: letters and digits of ASCII, two signs, and characters beyond
** ASCII at which the scan has to look. The portable way takes sixteen bytes and every character. AVX2 takes 32 and only those of U+3000 to
** U+9FFF that a set has, all others but punctuation as they come: the set is given as eight products of nibbles of the three bytes
** (ext/gen/nibbles.h), which let a few more through, and a shuffle looks up 32 bytes at once; NEON does the same with 16. */
#ifndef GZ_SCAN_MASKS_H
#define GZ_SCAN_MASKS_H
#include "text/ascii_block.h"
#if defined(__x86_64__) && defined(__GNUC__) && !defined(GZ_NO_SIMD)
#define GZ_WITH_AVX2
#include <immintrin.h>
#endif

typedef struct gz_masks { uint32_t letters, digits, signs, chars, high; } gz_masks;      /* high: bytes beyond ASCII */
typedef uint8_t gz_nibbles[6][16];     /* bit i of the six tables: the i-th product; low and high nibbles of the first byte, of the second ... */

/* May read two bytes more than a block. */
static inline gz_masks gz_masks_plain(const unsigned char *s, const gz_nibbles set, bool quotes, char sign, char other)
{
  gz_block b = gz_block_at(s, sign, other);
  gz_masks m = {b.letters, b.digits, b.signs, 0, b.high};
  if (b.high) for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0xC0) m.chars |= 1u << i;
  (void)set;
  (void)quotes;
  return m;
}

#ifdef GZ_WITH_AVX2
#define BYTES(v) _mm256_set1_epi8((char)(v))
#define LESS(a, b) _mm256_cmpgt_epi8(b, a)
#define AND(a, b) _mm256_and_si256(a, b)
#define MASK(x) ((uint32_t)_mm256_movemask_epi8(x))
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(const void *)(p))

/* For each byte the products of which it is the k-th one. */
__attribute__((target("avx2"))) static inline __m256i gz_nibbles_of(__m256i x, const gz_nibbles set, int k)
{
  __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)set[2 * k]));
  __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)set[2 * k + 1]));
  return AND(_mm256_shuffle_epi8(low, AND(x, BYTES(15))), _mm256_shuffle_epi8(high, AND(_mm256_srli_epi16(x, 4), BYTES(15))));
}

__attribute__((target("avx2"))) static inline gz_masks gz_masks_avx2(const unsigned char *s, const gz_nibbles set, bool quotes, char sign, char other)
{
  __m256i x = LOAD(s), low = _mm256_or_si256(x, BYTES(32)), signs = _mm256_cmpeq_epi8(x, BYTES(sign));
  if (sign != other) signs = _mm256_or_si256(signs, _mm256_cmpeq_epi8(x, BYTES(other)));
  gz_masks m = {MASK(AND(LESS(BYTES('a' - 1), low), LESS(low, BYTES('z' + 1)))), MASK(AND(LESS(BYTES('0' - 1), x), LESS(x, BYTES('9' + 1)))), MASK(signs), 0, MASK(x)};
  if (!m.high) return m;
  if (!MASK(AND(LESS(BYTES(0xDF), x), LESS(x, BYTES(0))))) {                                       /* two bytes at most: für */
    m.chars = MASK(AND(LESS(BYTES(0xBF), x), LESS(x, BYTES(0))));
    return m;
  }
  __m256i y = LOAD(s + 1), z = LOAD(s + 2);
  __m256i cjk = AND(gz_nibbles_of(x, set, 0), AND(gz_nibbles_of(y, set, 1), gz_nibbles_of(z, set, 2)));
  __m256i rest = AND(LESS(BYTES(0xBF), x), LESS(x, BYTES(0)));                                    /* first bytes, but for U+3000 to U+9FFF ... */
  rest = _mm256_andnot_si256(AND(LESS(BYTES(0xE2), x), LESS(x, BYTES(0xEA))), rest);
  __m256i general = AND(_mm256_cmpeq_epi8(x, BYTES(0xE2)), _mm256_cmpeq_epi8(y, BYTES(0x80)));      /* ... and punctuation, but for U+FF04 and, where asked for, U+2018 and U+2019 */
  if (quotes) general = _mm256_andnot_si256(_mm256_or_si256(_mm256_cmpeq_epi8(z, BYTES(0x98)), _mm256_cmpeq_epi8(z, BYTES(0x99))), general);
  rest = _mm256_andnot_si256(general, rest);
  __m256i wide = AND(_mm256_cmpeq_epi8(x, BYTES(0xEF)), AND(_mm256_cmpeq_epi8(y, BYTES(0xBC)), LESS(z, BYTES(0x90))));
  rest = _mm256_andnot_si256(_mm256_andnot_si256(_mm256_cmpeq_epi8(z, BYTES(0x84)), wide), rest);
  m.chars = MASK(rest) | ~MASK(_mm256_cmpeq_epi8(cjk, _mm256_setzero_si256()));
  return m;
}
#undef BYTES
#undef LESS
#undef AND
#undef MASK
#undef LOAD
#endif

#if GZ_NEON
static inline gz_v16 gz_nibbles_at(gz_v16 x, const gz_nibbles set, int k)
{
  return gz_v16_and(gz_v16_look_up(gz_v16_load(set[2 * k]), gz_v16_and(x, gz_v16_of(15))), gz_v16_look_up(gz_v16_load(set[2 * k + 1]), gz_v16_high(x)));
}

/* As with AVX2, above. */
static inline gz_masks gz_masks_neon(const unsigned char *s, const gz_nibbles set, bool quotes, char sign, char other)
{
  gz_block b = gz_block_at(s, sign, other);
  gz_masks m = {b.letters, b.digits, b.signs, 0, b.high};
  if (!b.high) return m;
  gz_v16 x = gz_v16_load(s), y = gz_v16_load(s + 1), z = gz_v16_load(s + 2);
  gz_v16 cjk = gz_v16_and(gz_nibbles_at(x, set, 0), gz_v16_and(gz_nibbles_at(y, set, 1), gz_nibbles_at(z, set, 2)));
  gz_v16 rest = gz_v16_without(gz_v16_in(x, 0xC0, 0xFF), gz_v16_in(x, 0xE3, 0xE9));
  gz_v16 general = gz_v16_and(gz_v16_is(x, 0xE2), gz_v16_is(y, 0x80));
  if (quotes) general = gz_v16_without(general, gz_v16_or(gz_v16_is(z, 0x98), gz_v16_is(z, 0x99)));
  gz_v16 wide = gz_v16_and(gz_v16_is(x, 0xEF), gz_v16_and(gz_v16_is(y, 0xBC), gz_v16_under(z, 0x90)));
  rest = gz_v16_without(gz_v16_without(rest, general), gz_v16_without(wide, gz_v16_is(z, 0x84)));
  m.chars = gz_v16_tops(gz_v16_or(rest, vcgtq_u8(cjk, gz_v16_of(0))));
  return m;
}
#endif

#endif
