/* Looks a word up in the model and adds the evidence that it gives to each language.
** A naive Bayes in shape: every character n-gram and the whole word (lang_feat.h) add their evidence; the training has tuned it
** for their overlap. A key is mixed to 64 bits: the upper half chooses a bucket of twenty features, one cache line; 16 other bits are
** the fingerprint of the feature in it (a chance hit happens once in 3,000 look-ups). A feature has a gain and cells of a byte: a
** language of the script's group, and the share of the gain that it gets; or, if it speaks for very many languages of the first group,
** half a byte for each. Evidence is a natural logarithm in sixteenths. It is summed in 16 bits, that of dense features apart and
** as half bytes times gains, and moved to 32 before it can overflow. */
#include "text/lang_feat.h"
#include "text/utf8.h"
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#include <emmintrin.h>
#endif

enum { PENDING_MAX = 250,       /* 250 * 127 fits 16 bits */
       WIDE_MAX = 34,           /* 34 * 15 * 127, too, without sign */
       KEYS_MAX = 5 * (GZ_LANG_WORD + 2),
       PAIRS_MAX = 60 };        /* Han characters that are looked up */

#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#define EIGHT(g) {g, g, g, g, g, g, g, g}
static const _Alignas(16) uint16_t gz_lm_gains[16][8] = {GZ_LANG_GAINS(EIGHT)};
#endif

/* Fifteen, the most that half a byte can say, is 255 of 256 of the gain. */
void gz_lang_gather(gz_lang_tally *t)
{
  for (int i = 0; i < 2 * GZ_LANG_DENSE; i++) t->fresh[i] = (int16_t)(t->fresh[i] + (int16_t)((t->wide[i] * 17u * 256) >> 16));
  memset(t->wide, 0, sizeof t->wide);
  t->wides = 0;
}

bool gz_lang_ahead(gz_lang_tally *t, int far)
{
  int best = 0, near = 0;
  gz_lang_gather(t);
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  __m128i most = _mm_setzero_si128(), count = most;
  for (int i = 0; i < GZ_LM_COLS; i += 8) most = _mm_max_epi16(most, _mm_loadu_si128((const __m128i *)(const void *)(t->fresh + i)));
  for (int k = 0; k < 3; k++) most = _mm_max_epi16(most, k == 0 ? _mm_srli_si128(most, 8) : k == 1 ? _mm_srli_si128(most, 4) : _mm_srli_si128(most, 2));
  best = (int16_t)_mm_cvtsi128_si32(most);
  const __m128i limit = _mm_set1_epi16((short)(best - far));
  for (int i = 0; i < GZ_LM_COLS; i += 8) count = _mm_sub_epi16(count, _mm_cmpgt_epi16(_mm_loadu_si128((const __m128i *)(const void *)(t->fresh + i)), limit));
  count = _mm_sad_epu8(count, _mm_setzero_si128());
  near = _mm_cvtsi128_si32(count) + _mm_cvtsi128_si32(_mm_srli_si128(count, 8));
#else
  for (int i = 0; i < GZ_LM_COLS; i++) best = t->fresh[i] > best ? t->fresh[i] : best;
  for (int i = 0; i < GZ_LM_COLS; i++) near += t->fresh[i] > best - far;
#endif
  return best >= far && near == 1;
}

void gz_lang_settle(gz_lang_tally *t)
{
  gz_lang_gather(t);
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
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  const __m128i *v = (const __m128i *)(const void *)b->print, want = _mm_set1_epi16((short)print);
  const __m128i last = _mm_loadu_si128((const __m128i *)(const void *)(b->print + 12));      /* four of the second vector again */
  int low = _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(_mm_load_si128(v), want), _mm_cmpeq_epi16(_mm_load_si128(v + 1), want)));
  int high = _mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(last, want), _mm_setzero_si128()));
  return (unsigned)low | (unsigned)high << 12;
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
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
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

/* Where a key is looked for: the bucket and the fingerprint in it. */
typedef struct place { uint32_t bucket; uint16_t print; } place;

IN_PLACE place place_of(uint64_t key)
{
  uint64_t h = gz_lang_mix(key);
  return (place){(uint32_t)((h >> 32) * GZ_LM_BUCKETS >> 32), (uint16_t)(h >> 8)};
}

/* A feature that was found: where in gz_lm_cell its cells begin in the lower half, then its meta as in the bucket, then, if it is long, the
** number of its cells. In one number, so that it is stored at once. */
typedef uint64_t found;
static inline uint32_t at_of(found f) { return (uint32_t)f; }
static inline unsigned gain16_of(found f) { return (unsigned)(f >> 32) & 0xF0u; }      /* sixteen times the gain's index */
static inline unsigned cells_of(found f) { return (unsigned)(f >> 40 ? f >> 40 : (f >> 32 & 15u)); }
static inline unsigned is_dense(found f) { return (f >> 32 & 15u) == 0; }

/* No branch on whether it is there, or dense: half of all n-grams are, and no processor guesses which. */
IN_PLACE unsigned find(const gz_lang_bucket *b, uint16_t print, found *f)
{
  unsigned bits = slots_of(b, print);
  int k = lowest(bits | (unsigned)(bits == 0));
  unsigned meta = b->meta[k], n = meta & 15u;
  uint32_t at = (b->at & 0x7FFFFu) * 2 + cells_before(b, k), dense = GZ_LM_DENSE + GZ_LANG_DENSE * ((b->at >> 19) + (unsigned)k);
  at = n == 0 ? dense : at;
  *f = at | (uint64_t)meta << 32;
  if (n == GZ_LANG_LONG) {      /* long features before it counted as so many cells; each says how many there are */
    int longs = 0;
    for (int i = k - 1; i >= 0 && (b->meta[i] & 15u) == GZ_LANG_LONG; i--) longs++;
    for (at -= (uint32_t)longs * GZ_LANG_LONG; longs > 0; longs--) at += 1u + gz_lm_cell[at];
    *f = (at + 1u) | (uint64_t)meta << 32 | (uint64_t)gz_lm_cell[at] << 40;
  }
  return bits != 0;
}

/* Adds the evidence of a feature that is not dense. */
IN_PLACE void add(gz_lang_tally *t, const gz_lang_symbol *symbol, found f)
{
  const uint8_t *evidence = gz_lm_evidence[0] + gain16_of(f), *c = gz_lm_cell + at_of(f), *end = c + cells_of(f);
  do {
    gz_lang_symbol s = symbol[*c];
    t->fresh[s.lang] = (int16_t)(t->fresh[s.lang] + evidence[s.level]);
  } while (++c < end);
}

/* Adds the evidence of dense features, at most WIDE_MAX since the last gz_lang_gather(): sixteen bytes of all of them, then the next. */
static void add_dense(uint16_t *sum, const found *f, int n)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  const __m128i low = _mm_set1_epi8(15), zero = _mm_setzero_si128();
  for (int i = 0; i < GZ_LANG_DENSE; i += 16) {
    __m128i *a = (__m128i *)(void *)(sum + i), *b = (__m128i *)(void *)(sum + GZ_LANG_DENSE + i);
    __m128i a0 = _mm_loadu_si128(a), a1 = _mm_loadu_si128(a + 1), b0 = _mm_loadu_si128(b), b1 = _mm_loadu_si128(b + 1);
    for (int k = 0; k < n; k++) {
      const __m128i v = _mm_load_si128((const __m128i *)(const void *)(gz_lm_cell + at_of(f[k]) + i));
      const __m128i gain = _mm_load_si128((const __m128i *)(const void *)(gz_lm_gains[0] + gain16_of(f[k]) / 2));
      const __m128i even = _mm_and_si128(v, low), odd = _mm_and_si128(_mm_srli_epi16(v, 4), low);
      a0 = _mm_add_epi16(a0, _mm_mullo_epi16(_mm_unpacklo_epi8(even, zero), gain));
      a1 = _mm_add_epi16(a1, _mm_mullo_epi16(_mm_unpackhi_epi8(even, zero), gain));
      b0 = _mm_add_epi16(b0, _mm_mullo_epi16(_mm_unpacklo_epi8(odd, zero), gain));
      b1 = _mm_add_epi16(b1, _mm_mullo_epi16(_mm_unpackhi_epi8(odd, zero), gain));
    }
    _mm_storeu_si128(a, a0); _mm_storeu_si128(a + 1, a1); _mm_storeu_si128(b, b0); _mm_storeu_si128(b + 1, b1);
  }
#else
  for (int k = 0; k < n; k++)
    for (int i = 0; i < GZ_LANG_DENSE; i++) {
      const unsigned both = gz_lm_cell[at_of(f[k]) + (unsigned)i], gain = gz_lang_gain[gain16_of(f[k]) / 16];
      sum[i] = (uint16_t)(sum[i] + (both & 15u) * gain);
      sum[i + GZ_LANG_DENSE] = (uint16_t)(sum[i + GZ_LANG_DENSE] + (both >> 4) * gain);
    }
#endif
}

void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok)
{
  tok->at[0] = ' ';
  tok->at[tok->n + 1] = ' ';
  uint32_t bucket[KEYS_MAX];
  uint16_t print[KEYS_MAX];
  found hit[KEYS_MAX], dense[KEYS_MAX];
  unsigned n = 0, all = 0, wides = 0;
  const gz_lang_symbol *symbol = gz_lm_symbol[gz_lm_script_group[tok->script] - 1];
#define KEEP(key, order) do { const place p_ = place_of(key); bucket[n] = p_.bucket; print[n++] = p_.print; FETCH(gz_lm_bucket + p_.bucket); } while (0)
  GZ_LANG_FEATURES(tok, KEEP);
  for (unsigned i = 0; i < n; i++) {
    found f;
    unsigned is = find(gz_lm_bucket + bucket[i], print[i], &f);
    FETCH(gz_lm_cell + at_of(f));
    hit[all - wides] = f;
    dense[wides] = f;
    all += is;
    wides += is & is_dense(f);
  }
  t->scored += (uint32_t)tok->n;
  if (t->pending + (int)all > PENDING_MAX) gz_lang_settle(t);
  t->pending += (int)all;
  for (unsigned i = 0; i < all - wides; i++) add(t, symbol, hit[i]);
  for (int i = 0; i < (int)wides;) {
    if (t->wides == WIDE_MAX) gz_lang_gather(t);
    int some = WIDE_MAX - t->wides < (int)wides - i ? WIDE_MAX - t->wides : (int)wides - i;
    add_dense(t->wide, dense + i, some);
    t->wides += some;
    i += some;
  }
}

static void look_up(gz_lang_tally *t, uint64_t key)
{
  found f;
  const place p = place_of(key);
  if (!find(gz_lm_bucket + p.bucket, p.print, &f)) return;
  add(t, gz_lm_symbol[GZ_LM_HAN_GROUP - 1], f);
  if (++t->pending == PENDING_MAX) gz_lang_settle(t);
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
