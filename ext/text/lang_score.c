/* Looks a word up in the model and adds the evidence that it gives to each language.
** A naive Bayes in shape: every character n-gram and the whole word (lang_feat.h) add their evidence; the training has tuned it
** for their overlap. A key is mixed to
** 64 bits: the top bits choose a bucket, 16 others are the fingerprint of the feature in it (about five features a bucket, so
** a chance hit happens once in 13,000 look-ups). A row holds pairs (language, evidence), or, where most languages have something,
** one byte for each. Evidence is a natural logarithm in sixteenths. It is summed in 16 bits, which compilers turn into vector
** instructions, and moved to 32 before it can overflow. */
#include "text/lang_feat.h"
#include "text/utf8.h"

enum { PENDING_MAX = 250,       /* 250 * 127 fits 16 bits */
       KEYS_MAX = 5 * (GZ_LANG_WORD + 2),
       PAIRS_MAX = 60 };        /* Han characters that are looked up */

void gz_lang_settle(gz_lang_tally *t)
{
  for (int i = 0; i < GZ_LM_COLS; i++) t->score[i] += t->fresh[i];
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
static inline void add_dense(int16_t *restrict sum, const int8_t *restrict row)
{
  for (int i = 0; i < GZ_LM_DENSE; i++) sum[i] = (int16_t)(sum[i] + row[i]);
}

static void look_up(gz_lang_tally *t, uint64_t h)
{
  const uint8_t *p = gz_lm_bucket + gz_lm_start[h >> (64 - GZ_LM_BITS)];
  unsigned count = *p++, hit = 0, print = (unsigned)(h >> 8) & 0xFFFFu;
  while (hit < count && ((unsigned)p[2 * hit] | (unsigned)p[2 * hit + 1] << 8) != print) hit++;
  if (hit == count) return;
  const uint8_t *length = p + 2 * count, *row = length + count;
  for (unsigned k = 0; k < hit; k++) row += length[k] == 255 ? (unsigned)GZ_LM_DENSE : 2u * length[k];
  unsigned n = length[hit];
  if (n == 255) {
    add_dense(t->fresh, (const int8_t *)row);
  }
  else for (const uint8_t *stop = row + 2 * n; row < stop; row += 2) t->fresh[row[0]] = (int16_t)(t->fresh[row[0]] + (int8_t)row[1]);
  t->hits++;
  if (++t->pending == PENDING_MAX) gz_lang_settle(t);
}

void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok)
{
  tok->at[0] = ' ';
  tok->at[tok->n + 1] = ' ';
  uint64_t h[KEYS_MAX];
  int n = 0;
#define KEEP(key, order) do { h[n] = gz_lang_mix(key); FETCH(gz_lm_start + (h[n] >> (64 - GZ_LM_BITS))); n++; } while (0)
  GZ_LANG_FEATURES(tok, KEEP);
  for (int i = 0; i < n; i++) FETCH(gz_lm_bucket + gz_lm_start[h[i] >> (64 - GZ_LM_BITS)]);
  for (int i = 0; i < n; i++) look_up(t, h[i]);
  t->scored += (uint32_t)tok->n;
}

void gz_lang_pairs(gz_lang_tally *t, const char *text, size_t n)
{
  uint32_t before = 0, looked = 0;
  for (size_t p = 0; p < n && looked < PAIRS_MAX;) {
    uint32_t c = gz_utf8_next(text, n, &p);
    if (!gz_is_han(c)) { before = 0; continue; }
    look_up(t, gz_lang_mix(gz_lang_key(0, 0, 0, c)));
    if (before) look_up(t, gz_lang_mix(gz_lang_key(0, 0, before, c)));
    before = c;
    looked++;
  }
  gz_lang_settle(t);
}
