/* Simhash (Charikar 2002) over search tokens: each shingle of two neighbouring tokens votes on every bit with its hash; a bit is
** set where the ayes have it. Tokens are folded, so width, case and Han variant change nothing. The counters are bit-sliced:
** 64 counters are kept as planes of 64-bit words and a hash is added with a ripple of XOR and AND, a few operations per shingle
** instead of 64. */
#include "text/simhash.h"
#include "text/segment.h"
#include "text/token_hash.h"

static void flush(gz_simhash_votes *s)
{
  int used = 0;                        /* planes above the count's own bits are empty: a sentence needs four, not 24 */
  while (used < GZ_SIMHASH_PLANES && s->shingles >> used) used++;
  for (int b = 0; b < 64; b++) {
    int64_t ones = 0;
    for (int k = 0; k < used; k++) ones += (int64_t)(s->plane[k] >> b & 1u) << k;
    s->sum[b] += 2 * ones - (int64_t)s->shingles;
  }
  memset(s->plane, 0, sizeof s->plane);
  s->total += s->shingles;
  s->shingles = 0;
}

void gz_simhash_vote(gz_simhash_votes *s, uint64_t token)
{
  uint64_t carry = gz_hash_mix(s->previous * 3 + token);
  s->previous = token;
  for (int k = 0; carry && k < GZ_SIMHASH_PLANES; k++) { uint64_t c = s->plane[k] & carry; s->plane[k] ^= carry; carry = c; }
  if (++s->shingles == ((uint64_t)1 << GZ_SIMHASH_PLANES) - 1) flush(s);
}

uint64_t gz_simhash_count(gz_simhash_votes *s)
{
  uint64_t h = 0;
  flush(s);
  if (s->total == 0) return 0;
  for (int b = 0; b < 64; b++) if (s->sum[b] > 0) h |= (uint64_t)1 << b;
  return h ? h : 1;
}

static int add(void *arg, const gz_token *t)
{
  if (!t->colocated) gz_simhash_vote(arg, gz_hash_bytes(t->p, t->n));
  return 0;
}

uint64_t gz_simhash(gz_view text)
{
  gz_simhash_votes s;
  memset(&s, 0, sizeof s);
  gz_segment(text, false, add, &s);
  return gz_simhash_count(&s);
}

unsigned gz_hamming(uint64_t a, uint64_t b)
{
  unsigned bits = 0;
  for (uint64_t x = a ^ b; x; x &= x - 1) bits++;
  return bits;
}
