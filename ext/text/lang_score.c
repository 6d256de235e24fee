/* Looks a word up in the model and adds the evidence that its pieces give to each language.
** A naive Bayes over character n-grams (1 to 5, with the blanks around the word) and whole words. A key is mixed to 64 bits:
** the top bits choose a bucket, the low 16 are the fingerprint of the feature in it (four features a bucket on average, so a
** chance hit happens once in 16,000 look-ups). A row holds pairs (language, evidence); rows where most languages have
** something are dense. Evidence is ln(p / floor) in twentieths. A feature that the model does not know adds nothing. */
#define GZ_LANG_FIVE 1
#include "text/lang_feat.h"

static inline void look_up(gz_lang_tally *t, uint64_t key)
{
  uint64_t h = gz_lang_mix(key);
  size_t b = (size_t)(h >> (64 - GZ_LM_BITS));
  uint32_t f = gz_lm_bucket_feature[b], end = gz_lm_bucket_feature[b + 1];
  uint16_t print = (uint16_t)h;
  for (const uint8_t *row = gz_lm_row + gz_lm_bucket_row[b]; f < end; f++) {
    unsigned n = gz_lm_len[f];
    if (gz_lm_print[f] == print) {
      if (n == 255) for (int i = 0; i < GZ_LM_DENSE; i++) t->score[i] += row[i];
      else for (const uint8_t *stop = row + 2 * n; row < stop; row += 2) t->score[row[0]] += row[1];
      t->hits++;
      return;
    }
    row += n == 255 ? (unsigned)GZ_LM_DENSE : 2 * n;
  }
}

void gz_lang_word(gz_lang_tally *t, gz_lang_token *tok)
{
  tok->at[0] = ' ';
  tok->at[tok->n + 1] = ' ';
#define LOOK(key, order) look_up(t, key)
  GZ_LANG_FEATURES(tok, LOOK);
  t->scored += (uint32_t)tok->n;
}

void gz_lang_pair(gz_lang_tally *t, uint32_t before, uint32_t c)
{
  look_up(t, gz_lang_key(0, 0, 0, c));
  if (before) look_up(t, gz_lang_key(0, 0, before, c));
  t->scored++;
}
