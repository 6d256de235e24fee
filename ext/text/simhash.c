/* Simhash (Charikar 2002) over search tokens: each shingle of two neighbouring tokens votes on every bit with its hash; a bit is
** set where the ayes have it. Tokens are folded, so width, case and Han variant change nothing. The counters are bit-sliced:
** 64 counters are kept as planes of 64-bit words and a hash is added with a ripple of XOR and AND, a few operations per shingle
** instead of 64. */
#include "text/simhash.h"
#include "text/segment.h"
#include "text/token_hash.h"

#define PLANES 24                    /* counts to 16 million shingles; flushed before they overflow */

typedef struct state {
  uint64_t plane[PLANES];
  uint64_t previous;
  uint64_t shingles, total;
  int64_t sum[64];
} state;

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
  uint64_t h = gz_hash_bytes(t->p, t->n), carry = gz_hash_mix(s->previous * 3 + h);
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
