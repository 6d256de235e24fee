/* Looks a word up in the model and adds the evidence that it gives to each language.
** A naive Bayes in shape: every character n-gram and the whole word (lang_feat.h) add their evidence; the training has tuned it
** for their overlap. A key is mixed to 64 bits: the upper half chooses a bucket of twenty features, one cache line; 16 other bits are
** the fingerprint of the feature in it (a chance hit happens once in 3,000 look-ups). A feature has a gain and cells of a byte: a
** language of the script's group, and the share of the gain that it gets; or, if it speaks for very many languages of the first group,
** half a byte for each. Evidence is a natural logarithm in sixteenths. It is summed
** in 16 bits and moved to 32 before it can overflow. */
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
#define IN_PLACE static inline __attribute__((always_inline))
#else
#define FETCH(p) (void)(p)
#define IN_PLACE static inline
#endif

/* The slots of a bucket that have this print, a bit each. */
static inline unsigned slots_of(const gz_lang_bucket *b, uint16_t print)
{
#ifdef __SSE2__
  const __m128i *v = (const __m128i *)(const void *)b->print, want = _mm_set1_epi16((short)print);      /* the third vector ends in meta */
  int low = _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(_mm_load_si128(v), want), _mm_cmpeq_epi16(_mm_load_si128(v + 1), want)));
  int high = _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(_mm_load_si128(v + 2), want), _mm_setzero_si128()));
  return (unsigned)low | ((unsigned)high & 15u) << 16;
#else
  unsigned bits = 0;
  for (int i = 0; i < GZ_LANG_SLOTS; i++) bits |= (unsigned)(b->print[i] == print) << i;
  return bits;
#endif
}

static inline int lowest(unsigned bits)
{
#ifdef __GNUC__
  return __builtin_ctz(bits);
#else
  int k = 0;
  while (!(bits >> k & 1u)) k++;
  return k;
#endif
}

/* The cells of the first k slots, were all of them short. */
static inline unsigned cells_before(const gz_lang_bucket *b, int k)
{
#ifdef __SSE2__
  static const uint8_t upto[2 * GZ_LANG_SLOTS] = {15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15};
  const uint8_t *mask = upto + GZ_LANG_SLOTS - k;
  uint32_t last, last_mask;
  memcpy(&last, b->meta + 16, 4);
  memcpy(&last_mask, mask + 16, 4);
  __m128i v = _mm_and_si128(_mm_loadu_si128((const __m128i *)(const void *)b->meta), _mm_loadu_si128((const __m128i *)(const void *)mask));
  v = _mm_sad_epu8(v, _mm_setzero_si128());
  return (unsigned)_mm_cvtsi128_si32(v) + (unsigned)_mm_cvtsi128_si32(_mm_srli_si128(v, 8)) + ((last & last_mask) * 0x01010101u >> 24);
#else
  unsigned sum = 0;
  for (int i = 0; i < k; i++) sum += b->meta[i] & 15u;
  return sum;
#endif
}

static inline const gz_lang_bucket *bucket_of(uint64_t h) { return gz_lm_bucket + (((h >> 32) * GZ_LM_BUCKETS) >> 32); }

/* A feature that was found: its cells, their number, the gain. */
typedef struct found { const uint8_t *cell; unsigned n, gain; } found;

/* No branch on whether it is there: half of all n-grams are, and no processor guesses which. */
IN_PLACE unsigned find(uint64_t h, found *f)
{
  const gz_lang_bucket *b = bucket_of(h);
  unsigned bits = slots_of(b, (uint16_t)(h >> 8));
  int k = lowest(bits | (unsigned)(bits == 0));
  unsigned n = b->meta[k] & 15u;
  f->cell = gz_lm_cell + b->cells + cells_before(b, k);
  f->n = n;
  f->gain = gz_lang_gain[b->meta[k] >> 4];
  if (n == GZ_LANG_LONG) {      /* long features before it counted as so many cells; each says how many there are */
    int longs = 0;
    for (int i = k - 1; i >= 0 && (b->meta[i] & 15u) == GZ_LANG_LONG; i--) longs++;
    for (f->cell -= longs * GZ_LANG_LONG; longs > 0; longs--) f->cell += 1 + (*f->cell == 255 ? GZ_LANG_DENSE : *f->cell);
    f->n = *f->cell++;
  }
  return (unsigned)(bits != 0) & (unsigned)(n != 0);
}

/* Seventeen times a half byte is at most 255, the whole gain; the products fit 16 bits. */
static inline void add_dense(int16_t *sum, const uint8_t *half, unsigned gain)
{
#ifdef __SSE2__
  const __m128i by = _mm_set1_epi16((short)(17 * gain)), low = _mm_set1_epi8(15), round = _mm_set1_epi16(128), zero = _mm_setzero_si128();
#define ADD(at, bytes) do { \
    __m128i *s_ = (__m128i *)(void *)(at), x_ = _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(bytes, by), round), 8); \
    _mm_storeu_si128(s_, _mm_add_epi16(_mm_loadu_si128(s_), x_)); \
  } while (0)
  for (int i = 0; i < GZ_LANG_DENSE; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(half + i)), a = _mm_and_si128(v, low), b = _mm_and_si128(_mm_srli_epi16(v, 4), low);
    ADD(sum + i, _mm_unpacklo_epi8(a, zero));
    ADD(sum + i + 8, _mm_unpackhi_epi8(a, zero));
    ADD(sum + GZ_LANG_DENSE + i, _mm_unpacklo_epi8(b, zero));
    ADD(sum + GZ_LANG_DENSE + i + 8, _mm_unpackhi_epi8(b, zero));
  }
#undef ADD
#else
  for (int i = 0; i < GZ_LANG_DENSE; i++) {
    sum[i] = (int16_t)(sum[i] + (int16_t)(((half[i] & 15u) * 17 * gain + 128) >> 8));
    sum[i + GZ_LANG_DENSE] = (int16_t)(sum[i + GZ_LANG_DENSE] + (int16_t)(((half[i] >> 4) * 17u * gain + 128) >> 8));
  }
#endif
}

/* Adds the evidence of a feature. */
IN_PLACE void add(gz_lang_tally *t, const gz_lang_symbol *symbol, const found *f)
{
  if (f->n == 255) add_dense(t->fresh, f->cell, f->gain);
  else
    for (unsigned i = 0; i < f->n; i++) {
      gz_lang_symbol s = symbol[f->cell[i]];
      t->fresh[s.lang] = (int16_t)(t->fresh[s.lang] + (int16_t)((s.level * f->gain + 32) >> 6));
    }
  if (++t->pending == PENDING_MAX) gz_lang_settle(t);
}

void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok)
{
  tok->at[0] = ' ';
  tok->at[tok->n + 1] = ' ';
  uint64_t h[KEYS_MAX];
  found hit[KEYS_MAX];
  int n = 0, hits = 0;
  const gz_lang_symbol *symbol = gz_lm_symbol[gz_lm_script_group[tok->script]];
#define KEEP(key, order) do { h[n] = gz_lang_mix(key); FETCH(bucket_of(h[n])); n++; } while (0)
  GZ_LANG_FEATURES(tok, KEEP);
  for (int i = 0; i < n; i++) hits += (int)find(h[i], &hit[hits]);
  for (int i = 0; i < hits; i++) FETCH(hit[i].cell);
  for (int i = 0; i < hits; i++) add(t, symbol, &hit[i]);
  t->scored += (uint32_t)tok->n;
}

static void look_up(gz_lang_tally *t, uint64_t key)
{
  found f;
  if (find(gz_lang_mix(key), &f)) add(t, gz_lm_symbol[GZ_LM_HAN_GROUP], &f);
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
