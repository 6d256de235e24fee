/* UTF-8 validation: by the block of 16 or 32 bytes where the processor can, then byte by byte. By the block, three look-ups by half-bytes (of the byte before, high and low, and of the byte itself, high)
** give a set of possible errors each; what is in all three is an error. A third and fourth byte of a character must be the second
** continuation in a row. After Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021). A block with an error
** is looked at byte by byte, as is what is left at the end. */
#include "text/utf8.h"
#include "base/cpu.h"
#include "base/vec16.h"
#if GZ_X86
#include <immintrin.h>
#endif

#if GZ_X86 || GZ_NEON
enum {
  TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8, SURROGATE = 16, OVERLONG_2 = 32, TOO_LARGE_1000 = 64, OVERLONG_4 = 64, TWO_CONTS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTS, LARGE = CARRY | TOO_LARGE | TOO_LARGE_1000,
  SECOND = TOO_LONG | OVERLONG_2 | TWO_CONTS
};
#define BEFORE_HIGH \
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS, (char)TWO_CONTS, \
  TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4
#define BEFORE_LOW \
  (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), (char)LARGE, (char)LARGE, (char)LARGE, \
  (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)LARGE, (char)(LARGE | SURROGATE), (char)LARGE, (char)LARGE
#define HERE_HIGH \
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, \
  (char)(SECOND | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4), (char)(SECOND | OVERLONG_3 | TOO_LARGE), (char)(SECOND | SURROGATE | TOO_LARGE), (char)(SECOND | SURROGATE | TOO_LARGE), \
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT

/* Back to where the character begins that a block's end may have cut. */
static size_t back(const unsigned char *s, size_t i)
{
  for (size_t k = 1; k <= 3 && k <= i; k++) {
    if (s[i - k] < 0x80) break;
    if (s[i - k] >= 0xC0) return i - k;
  }
  return i;
}
#endif

#if GZ_X86
GZ_TARGET("ssse3") static size_t utf8_by_16(const unsigned char *s, size_t n)
{
  const __m128i before_high = _mm_setr_epi8(BEFORE_HIGH), before_low = _mm_setr_epi8(BEFORE_LOW), here_high = _mm_setr_epi8(HERE_HIGH);
  const __m128i low = _mm_set1_epi8(15), third = _mm_set1_epi8(0x60), fourth = _mm_set1_epi8(0x70), top = _mm_set1_epi8((char)0x80);
  __m128i last = _mm_setzero_si128();
  bool cut = false;                        /* may a character run on from the block before? */
  size_t i = 0;
  for (; n - i >= 16; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s + i));
    if (!_mm_movemask_epi8(v) && !cut) { last = v; continue; }
    __m128i p1 = _mm_alignr_epi8(v, last, 15), p2 = _mm_alignr_epi8(v, last, 14), p3 = _mm_alignr_epi8(v, last, 13);
    __m128i set = _mm_and_si128(_mm_and_si128(_mm_shuffle_epi8(before_high, _mm_and_si128(_mm_srli_epi16(p1, 4), low)), _mm_shuffle_epi8(before_low, _mm_and_si128(p1, low))),
                                _mm_shuffle_epi8(here_high, _mm_and_si128(_mm_srli_epi16(v, 4), low)));
    __m128i must = _mm_and_si128(_mm_or_si128(_mm_subs_epu8(p2, third), _mm_subs_epu8(p3, fourth)), top);
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_xor_si128(must, set), _mm_setzero_si128())) != 0xFFFF) break;
    cut = s[i + 15] >= 0xC0 || s[i + 14] >= 0xE0 || s[i + 13] >= 0xF0;
    last = v;
  }
  return back(s, i);
}

GZ_TARGET("avx2") static size_t utf8_by_32(const unsigned char *s, size_t n)
{
  const __m256i before_high = _mm256_setr_epi8(BEFORE_HIGH, BEFORE_HIGH), before_low = _mm256_setr_epi8(BEFORE_LOW, BEFORE_LOW), here_high = _mm256_setr_epi8(HERE_HIGH, HERE_HIGH);
  const __m256i low = _mm256_set1_epi8(15), third = _mm256_set1_epi8(0x60), fourth = _mm256_set1_epi8(0x70), top = _mm256_set1_epi8((char)0x80);
  __m256i last = _mm256_setzero_si256();
  bool cut = false;
  size_t i = 0;
  for (; n - i >= 32; i += 32) {
    __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(s + i));
    if (!_mm256_movemask_epi8(v) && !cut) { last = v; continue; }
    __m256i across = _mm256_permute2x128_si256(last, v, 0x21);      /* the 16 bytes before each half */
    __m256i p1 = _mm256_alignr_epi8(v, across, 15), p2 = _mm256_alignr_epi8(v, across, 14), p3 = _mm256_alignr_epi8(v, across, 13);
    __m256i set = _mm256_and_si256(_mm256_and_si256(_mm256_shuffle_epi8(before_high, _mm256_and_si256(_mm256_srli_epi16(p1, 4), low)), _mm256_shuffle_epi8(before_low, _mm256_and_si256(p1, low))),
                                   _mm256_shuffle_epi8(here_high, _mm256_and_si256(_mm256_srli_epi16(v, 4), low)));
    __m256i must = _mm256_and_si256(_mm256_or_si256(_mm256_subs_epu8(p2, third), _mm256_subs_epu8(p3, fourth)), top);
    __m256i wrong = _mm256_xor_si256(must, set);
    if (!_mm256_testz_si256(wrong, wrong)) break;
    cut = s[i + 31] >= 0xC0 || s[i + 30] >= 0xE0 || s[i + 29] >= 0xF0;
    last = v;
  }
  return back(s, i);
}

/* A place before which everything is well-formed and at which a character begins, as far as whole blocks show it. */
static size_t by_blocks(const unsigned char *s, size_t n)
{
  unsigned can = gz_cpu();
  if (n < 64) return 0;
  return can & GZ_CPU_AVX2 ? utf8_by_32(s, n) : can & GZ_CPU_SSSE3 ? utf8_by_16(s, n) : 0;
}
#elif GZ_NEON
static const char before_high_of[16] = {BEFORE_HIGH}, before_low_of[16] = {BEFORE_LOW}, here_high_of[16] = {HERE_HIGH};

static size_t by_blocks(const unsigned char *s, size_t n)
{
  const gz_v16 before_high = gz_v16_load(before_high_of), before_low = gz_v16_load(before_low_of), here_high = gz_v16_load(here_high_of);
  const gz_v16 low = gz_v16_of(15);
  gz_v16 last = gz_v16_of(0);
  bool cut = false;
  size_t i = 0;
  if (n < 64 || !(gz_cpu() & GZ_CPU_NEON)) return 0;
  for (; n - i >= 16; i += 16) {
    gz_v16 v = gz_v16_load(s + i);
    if (vmaxvq_u8(v) < 0x80 && !cut) { last = v; continue; }
    gz_v16 p1 = vextq_u8(last, v, 15), p2 = vextq_u8(last, v, 14), p3 = vextq_u8(last, v, 13);
    gz_v16 set = gz_v16_and(gz_v16_and(gz_v16_look_up(before_high, gz_v16_high(p1)), gz_v16_look_up(before_low, gz_v16_and(p1, low))), gz_v16_look_up(here_high, gz_v16_high(v)));
    gz_v16 must = gz_v16_and(gz_v16_or(vqsubq_u8(p2, gz_v16_of(0x60)), vqsubq_u8(p3, gz_v16_of(0x70))), gz_v16_of(0x80));
    if (vmaxvq_u8(veorq_u8(must, set))) break;
    cut = s[i + 15] >= 0xC0 || s[i + 14] >= 0xE0 || s[i + 13] >= 0xF0;
    last = v;
  }
  return back(s, i);
}
#else
static size_t by_blocks(const unsigned char *s, size_t n) { (void)s; (void)n; return 0; }
#endif

size_t gz_utf8_sound(const char *text, size_t n)
{
  size_t i = by_blocks((const unsigned char *)text, n);
  return i + gz_utf8_valid(text + i, n - i);
}
