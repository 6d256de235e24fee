/* Simhash (Charikar 2002) over search tokens: each shingle of two neighbouring tokens votes on every bit with its hash; a bit is
** set where the ayes have it. Tokens are folded, so width, case and Han variant change nothing. The counters are bit-sliced:
** 64 counters are kept as planes of 64-bit words and a hash is added with a ripple of XOR and AND, a few operations per shingle
** instead of 64. */
#include "text/simhash.h"
#include "text/segment.h"

#define PLANES 24                    /* counts to 16 million shingles; flushed before they overflow */

typedef struct state {
  uint64_t plane[PLANES];
  uint64_t previous;
  uint64_t shingles, total;
  int64_t sum[64];
} state;

static uint64_t mix(uint64_t x)
{
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  return x ^ x >> 32;
}

static uint64_t hash_bytes(const char *p, size_t n)
{
  uint64_t h = 0x9e3779b97f4a7c15ull ^ n;
  while (n >= 8) { uint64_t w; memcpy(&w, p, 8); h = (h ^ w) * 0xff51afd7ed558ccdull; h ^= h >> 29; p += 8; n -= 8; }
  uint64_t w = 0;
  for (size_t i = 0; i < n; i++) w |= (uint64_t)(unsigned char)p[i] << (8 * i);
  return mix((h ^ w) * 0xff51afd7ed558ccdull);
}

static void flush(state *s)
{
  int used = 0;                        /* planes above the count's own bits are empty: a sentence needs four, not 24 */
  while (used < PLANES && s->shingles >> used) used++;
  for (int b = 0; b < 64; b++) {
    int64_t ones = 0;
    for (int k = 0; k < used; k++) ones += (int64_t)(s->plane[k] >> b & 1u) << k;
    s->sum[b] += 2 * ones - (int64_t)s->shingles;
  }
  memset(s->plane, 0, sizeof s->plane);
  s->total += s->shingles;
  s->shingles = 0;
}

static int add(void *arg, const gz_token *t)
{
  state *s = arg;
  if (t->colocated) return 0;
  uint64_t h = hash_bytes(t->p, t->n), carry = mix(s->previous * 3 + h);
  s->previous = h;
  for (int k = 0; carry && k < PLANES; k++) { uint64_t c = s->plane[k] & carry; s->plane[k] ^= carry; carry = c; }
  if (++s->shingles == ((uint64_t)1 << PLANES) - 1) flush(s);
  return 0;
}

uint64_t gz_simhash(gz_view text)
{
  state s;
  uint64_t h = 0;
  memset(&s, 0, sizeof s);
  gz_segment(text, false, add, &s);
  flush(&s);
  if (s.total == 0) return 0;
  for (int b = 0; b < 64; b++) if (s.sum[b] > 0) h |= (uint64_t)1 << b;
  return h ? h : 1;
}

unsigned gz_hamming(uint64_t a, uint64_t b)
{
  unsigned bits = 0;
  for (uint64_t x = a ^ b; x; x &= x - 1) bits++;
  return bits;
}
