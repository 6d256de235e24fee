/* Looks a word up in the model and adds the evidence that it gives to each language.
** A naive Bayes in shape: every character n-gram and the whole word (lang_feat.h) add their evidence; the training has tuned it
** for their overlap. A key is mixed to
** 64 bits: the upper half chooses a bucket of sixteen features, one cache line; 16 other bits are the fingerprint of the
** feature in it (a chance hit happens once in 4,000 look-ups), and another 16 its shape and gain. Features that say nearly
** the same, strongly or weakly, share a shape. A shape holds pairs (language, evidence), or, where many of the first group's languages have something,
** one byte for each. Evidence is a natural logarithm in sixteenths. It is summed in 16 bits, which compilers turn into vector
** instructions, and moved to 32 before it can overflow. */
#include "text/lang_feat.h"
#include "text/utf8.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { PENDING_MAX = 250,       /* 250 * 127 fits 16 bits */
       KEYS_MAX = 5 * (GZ_LANG_WORD + 2),
       PAIRS_MAX = 60 };        /* Han characters that are looked up */

void gz_lang_settle(gz_lang_tally *t)
{
  for (int i = 0; i < (GZ_LM_COLS + 15) / 16 * 16; i++) t->score[i] += t->fresh[i];
  memset(t->fresh, 0, sizeof t->fresh);
  t->pending = 0;
}

/* The look-ups of a word are independent: all are asked for before the first is used, or each would wait for memory. */
#ifdef __GNUC__
#define FETCH(p) __builtin_prefetch(p)
#else
#define FETCH(p) (void)(p)
#endif

/* A constant number of whole vectors, nothing aliased: compilers vectorise this at -O2. */
static inline void add_dense(int16_t *restrict sum, const int8_t *restrict row, int gain)
{
  if (gain == 64) {
    for (int i = 0; i < GZ_LM_DENSE; i++) sum[i] = (int16_t)(sum[i] + row[i]);
    return;
  }
  for (int i = 0; i < GZ_LM_DENSE; i++) sum[i] = (int16_t)(sum[i] + (int16_t)(((int16_t)(row[i] * gain) + 32) >> 6));
}

/* What a bucket says of a feature: its shape and gain, or 0. */
static inline unsigned entry_of(const uint16_t *bucket, uint16_t print)
{
#ifdef __SSE2__
  const __m128i *v = (const __m128i *)(const void *)bucket, want = _mm_set1_epi16((short)print);
  int mask = _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(_mm_load_si128(v), want), _mm_cmpeq_epi16(_mm_load_si128(v + 1), want)));
  return mask ? bucket[GZ_LANG_SLOTS + __builtin_ctz((unsigned)mask)] : 0;
#else
  for (int i = 0; i < GZ_LANG_SLOTS; i++) if (bucket[i] == print) return bucket[GZ_LANG_SLOTS + i];
  return 0;
#endif
}

static inline const uint16_t *bucket_of(uint64_t h) { return gz_lm_slot + 2 * GZ_LANG_SLOTS * (((h >> 32) * GZ_LM_BUCKETS) >> 32); }

/* Adds the evidence of an entry. */
static inline void add_entry(gz_lang_tally *t, unsigned entry)
{
  static const uint8_t gains[8] = {64, 52, 42, 34, 27, 22, 18, 14};      /* in 64ths, as ext/gen/model/tune.h has them */
  const uint8_t *row = gz_lm_shape + 4 * gz_lm_begin[entry >> 3];
  int gain = gains[entry & 7];
  unsigned n = *row++;
  if (n == 255) add_dense(t->fresh, (const int8_t *)row, gain);
  else
    for (const uint8_t *stop = row + 2 * n; row < stop; row += 2)
      t->fresh[row[0]] = (int16_t)(t->fresh[row[0]] + (((int8_t)row[1] * gain + 32) >> 6));
  if (++t->pending == PENDING_MAX) gz_lang_settle(t);
}

void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok)
{
  tok->at[0] = ' ';
  tok->at[tok->n + 1] = ' ';
  uint64_t h[KEYS_MAX];
  unsigned entry[KEYS_MAX];
  int n = 0, found = 0;
#define KEEP(key, order) do { h[n] = gz_lang_mix(key); FETCH(bucket_of(h[n])); n++; } while (0)
  GZ_LANG_FEATURES(tok, KEEP);
  for (int i = 0; i < n; i++) {
    entry[found] = entry_of(bucket_of(h[i]), (uint16_t)(h[i] >> 8));
    FETCH(gz_lm_begin + (entry[found] >> 3));
    found += entry[found] != 0;
  }
  for (int i = 0; i < found; i++) FETCH(gz_lm_shape + 4 * gz_lm_begin[entry[i] >> 3]);
  for (int i = 0; i < found; i++) add_entry(t, entry[i]);
  t->scored += (uint32_t)tok->n;
}

static void look_up(gz_lang_tally *t, uint64_t key)
{
  uint64_t h = gz_lang_mix(key);
  unsigned entry = entry_of(bucket_of(h), (uint16_t)(h >> 8));
  if (entry) add_entry(t, entry);
}

void gz_lang_pairs(gz_lang_tally *t, const char *text, size_t n)
{
  uint32_t before = 0, looked = 0;
  for (size_t p = 0; p < n && looked < PAIRS_MAX;) {
    uint32_t c = gz_utf8_next(text, n, &p);
    if (!gz_is_han(c)) { before = 0; continue; }
    look_up(t, gz_lang_key(0, 0, 0, c));
    if (before) look_up(t, gz_lang_key(0, 0, before, c));
    before = c;
    looked++;
  }
  gz_lang_settle(t);
}
