/* Simhash (Charikar 2002) over search tokens: each shingle of two neighbouring tokens votes on every bit with its hash; a bit is
** set where the ayes have it. Tokens are folded, so width, case and Han variant change nothing. The counters are bit-sliced:
** 64 counters are kept as planes of 64-bit words, and hashes are added eight at a time: carry-save adders (three words to a sum and a
** carry) bring them to one word of eights, which alone ripples on. Seven operations per shingle instead of 64. */
#include "text/simhash.h"
#include "text/segment.h"
#include "text/token_hash.h"

static void ripple(gz_simhash_votes *s, uint64_t carry, int k)
{
  for (; carry && k < GZ_SIMHASH_PLANES; k++) { uint64_t c = s->plane[k] & carry; s->plane[k] ^= carry; carry = c; }
}

/* *sum takes in a and b; what it cannot hold is the carry. */
static inline uint64_t add3(uint64_t *sum, uint64_t a, uint64_t b)
{
  uint64_t odd = *sum ^ a, carry = (*sum & a) | (odd & b);
  *sum = odd ^ b;
  return carry;
}

static void count_batch(gz_simhash_votes *s)
{
  const uint64_t *v = s->batch;
  uint64_t *ones = &s->plane[0], *twos = &s->plane[1], *fours = &s->plane[2];
  uint64_t a = add3(ones, v[0], v[1]), b = add3(ones, v[2], v[3]), c = add3(ones, v[4], v[5]), d = add3(ones, v[6], v[7]);
  uint64_t ab = add3(twos, a, b), cd = add3(twos, c, d);
  ripple(s, add3(fours, ab, cd), 3);
}

static void flush(gz_simhash_votes *s)
{
  int used = 0;                        /* planes above the count's own bits are empty: a sentence needs four, not 24 */
  for (unsigned i = 0; i < s->shingles % GZ_SIMHASH_BATCH; i++) ripple(s, s->batch[i], 0);
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
  s->batch[s->shingles % GZ_SIMHASH_BATCH] = gz_hash_mix(s->previous * 3 + token);
  s->previous = token;
  if (++s->shingles % GZ_SIMHASH_BATCH == 0) count_batch(s);
  if (s->shingles == ((uint64_t)1 << GZ_SIMHASH_PLANES) - GZ_SIMHASH_BATCH) flush(s);
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
