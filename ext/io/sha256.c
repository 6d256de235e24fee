/* SHA-256 as FIPS 180-4 describes it: 64-byte blocks, 64 rounds over a message schedule. Processors with
** instructions for it make four rounds of the schedule at once (the same steps in the order in which those instructions want their words). */
#include "io/sha256.h"
#include "base/cpu.h"
#include "base/watch.h"

static const uint32_t K[64] = {
  0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u, 0xd807aa98u, 0x12835b01u, 0x243185beu,
  0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u, 0xc19bf174u, 0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau,
  0x5cb0a9dcu, 0x76f988dau, 0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u, 0xd5a79147u, 0x06ca6351u, 0x14292967u, 0x27b70a85u,
  0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u, 0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u, 0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u, 0xc76c51a3u,
  0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u, 0x19a4c116u, 0x1e376c08u, 0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu,
  0x682e6ff3u, 0x748f82eeu, 0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u,
};

static uint32_t rotr(uint32_t x, unsigned n) { return x >> n | x << (32 - n); }

static void block(uint32_t h[8], const unsigned char *p)
{
  uint32_t w[64];
  for (int i = 0; i < 16; i++, p += 4) w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
  for (int i = 16; i < 64; i++) {
    uint32_t s0 = rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ w[i - 15] >> 3, s1 = rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
  for (int i = 0; i < 64; i++) {
    uint32_t t1 = k + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i];
    uint32_t t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    k = g; g = f; f = e; e = d + t1; d = c; c = b; b = a; a = t1 + t2;
  }
  h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += k;
}

#if GZ_X86
#include <immintrin.h>

/* Four rounds with the words w. The state is held as (a b e f) and (c d g h). */
#define FOUR(w, k)                                                                                             \
  do {                                                                                                         \
    __m128i with = _mm_add_epi32(w, _mm_loadu_si128((const __m128i *)(const void *)(K + (k))));                \
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, with);                                                            \
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(with, 0x0E));                                   \
  } while (0)
/* The four words after a, b, c, d, in place of a. */
#define NEXT(a, b, c, d) a = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(a, b), _mm_alignr_epi8(d, c, 4)), d)

GZ_TARGET("sha,sse4.1") static void sha256_blocks_sha(uint32_t h[8], const unsigned char *p, size_t count)
{
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bll, 0x0405060700010203ll);
  __m128i dcba = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)h), 0xB1), hgfe = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(h + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(dcba, hgfe, 8), cdgh = _mm_blend_epi16(hgfe, dcba, 0xF0);
  for (; count > 0; count--, p += 64) {
    __m128i w[4], abef_before = abef, cdgh_before = cdgh;
    for (int i = 0; i < 4; i++) w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i)), swap);
    for (int k = 0; k < 64; k += 16) {
      if (k) NEXT(w[0], w[1], w[2], w[3]);
      FOUR(w[0], k);
      if (k) NEXT(w[1], w[2], w[3], w[0]);
      FOUR(w[1], k + 4);
      if (k) NEXT(w[2], w[3], w[0], w[1]);
      FOUR(w[2], k + 8);
      if (k) NEXT(w[3], w[0], w[1], w[2]);
      FOUR(w[3], k + 12);
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)(void *)h, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(void *)(h + 4), _mm_alignr_epi8(dchg, feba, 8));
}
#endif

static void blocks(uint32_t h[8], const unsigned char *p, size_t count)
{
#if GZ_X86
  if (gz_cpu() & GZ_CPU_SHA) { sha256_blocks_sha(h, p, count); return; }
#endif
  for (; count > 0; count--, p += 64) block(h, p);
}

#define STEP ((size_t)1 << 14)

void gz_sha256_hex(gz_view bytes, char out[65])
{
  static const char hex[] = "0123456789abcdef";
  uint32_t h[8] = {0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au, 0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u};
  const unsigned char *p = (const unsigned char *)bytes.p;
  size_t n = bytes.n;
  for (size_t left = n / 64; left > 0;) {                   /* in steps, between which it can be stopped */
    size_t step = left < STEP ? left : STEP;
    blocks(h, p, step);
    p += step * 64;
    left -= step;
    if (left > 0 && gz_watch_stopped()) break;
  }
  n %= 64;
  unsigned char last[128] = {0};
  if (n) memcpy(last, p, n);
  last[n] = 0x80;
  size_t size = n < 56 ? 64 : 128;
  uint64_t bits = (uint64_t)bytes.n * 8;
  for (int i = 0; i < 8; i++) last[size - 1 - (size_t)i] = (unsigned char)(bits >> (8 * i));
  blocks(h, last, size / 64);
  for (int i = 0; i < 64; i++) out[i] = hex[h[i / 8] >> (28 - 4 * (i % 8)) & 15];
  out[64] = 0;
}
