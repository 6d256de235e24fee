/* Sixteen bytes at once: the few operations with which scans look at a block of a text. SSE2 on x86, NEON on 64-bit ARM, both part of what
** every such processor has; nowhere else, or with GZ_NO_SIMD, GZ_VEC16 is 0 and who uses this has a loop instead (tests compare both).
** Comparisons take bytes as signed, so that 0x80 and above are less than ASCII (but for gz_v16_range(), bytes from first to last as they are); their result is 0xFF or 0 a byte. */
#ifndef GZ_VEC16_H
#define GZ_VEC16_H
#include <stdint.h>

#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#define GZ_VEC16 1
#include <emmintrin.h>
typedef __m128i gz_v16;
static inline gz_v16 gz_v16_load(const void *p) { return _mm_loadu_si128((const __m128i *)p); }
static inline void gz_v16_store(void *p, gz_v16 v) { _mm_storeu_si128((__m128i *)p, v); }
static inline gz_v16 gz_v16_of(unsigned char c) { return _mm_set1_epi8((char)c); }
static inline gz_v16 gz_v16_or(gz_v16 a, gz_v16 b) { return _mm_or_si128(a, b); }
static inline gz_v16 gz_v16_and(gz_v16 a, gz_v16 b) { return _mm_and_si128(a, b); }
static inline gz_v16 gz_v16_without(gz_v16 a, gz_v16 b) { return _mm_andnot_si128(b, a); }
static inline gz_v16 gz_v16_is(gz_v16 v, unsigned char c) { return _mm_cmpeq_epi8(v, gz_v16_of(c)); }
static inline gz_v16 gz_v16_over(gz_v16 v, unsigned char c) { return _mm_cmpgt_epi8(v, gz_v16_of(c)); }
static inline gz_v16 gz_v16_under(gz_v16 v, unsigned char c) { return _mm_cmplt_epi8(v, gz_v16_of(c)); }
static inline gz_v16 gz_v16_range(gz_v16 v, unsigned char first, unsigned char last)
{
  gz_v16 x = _mm_sub_epi8(v, gz_v16_of(first));
  return _mm_cmpeq_epi8(_mm_min_epu8(x, gz_v16_of((unsigned char)(last - first))), x);
}
static inline unsigned gz_v16_tops(gz_v16 v) { return (unsigned)_mm_movemask_epi8(v); }      /* the highest bit of each byte */

#elif defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__) && !defined(GZ_NO_SIMD)
#define GZ_VEC16 1
#define GZ_NEON 1
#include <arm_neon.h>
typedef uint8x16_t gz_v16;
static inline gz_v16 gz_v16_load(const void *p) { return vld1q_u8((const uint8_t *)p); }
static inline void gz_v16_store(void *p, gz_v16 v) { vst1q_u8((uint8_t *)p, v); }
static inline gz_v16 gz_v16_of(unsigned char c) { return vdupq_n_u8(c); }
static inline gz_v16 gz_v16_or(gz_v16 a, gz_v16 b) { return vorrq_u8(a, b); }
static inline gz_v16 gz_v16_and(gz_v16 a, gz_v16 b) { return vandq_u8(a, b); }
static inline gz_v16 gz_v16_without(gz_v16 a, gz_v16 b) { return vbicq_u8(a, b); }
static inline gz_v16 gz_v16_is(gz_v16 v, unsigned char c) { return vceqq_u8(v, gz_v16_of(c)); }
static inline gz_v16 gz_v16_over(gz_v16 v, unsigned char c) { return vcgtq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8((int8_t)c)); }
static inline gz_v16 gz_v16_under(gz_v16 v, unsigned char c) { return vcltq_s8(vreinterpretq_s8_u8(v), vdupq_n_s8((int8_t)c)); }
static inline gz_v16 gz_v16_range(gz_v16 v, unsigned char first, unsigned char last) { return vcleq_u8(vsubq_u8(v, gz_v16_of(first)), gz_v16_of((unsigned char)(last - first))); }
static inline unsigned gz_v16_tops(gz_v16 v)
{
  static const uint8_t bits[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  gz_v16 m = vandq_u8(vreinterpretq_u8_s8(vshrq_n_s8(vreinterpretq_s8_u8(v), 7)), vld1q_u8(bits));
  return vaddv_u8(vget_low_u8(m)) | (unsigned)vaddv_u8(vget_high_u8(m)) << 8;
}
static inline gz_v16 gz_v16_look_up(gz_v16 table, gz_v16 at) { return vqtbl1q_u8(table, at); }      /* at: 0 to 15 a byte */
static inline gz_v16 gz_v16_high(gz_v16 v) { return vshrq_n_u8(v, 4); }                               /* the upper half of each byte */
#else
#define GZ_VEC16 0
#endif
#ifndef GZ_NEON
#define GZ_NEON 0
#endif

/* Bytes from first to last, both of ASCII or both beyond it: what gz_v16_range() does, in fewer steps where the comparisons of a block are shared. */
#if GZ_VEC16
static inline gz_v16 gz_v16_in(gz_v16 v, unsigned char first, unsigned char last) { return gz_v16_and(gz_v16_over(v, (unsigned char)(first - 1)), gz_v16_under(v, (unsigned char)(last + 1))); }
#endif

#endif
