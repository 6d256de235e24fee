/* The features of a word, in one place for the model script and for the identifier: GZ_LANG_FEATURES(tok, EMIT) runs
** EMIT(key, order) for each. Orders 1 to 4 are character n-grams with the blanks around the word, 5 is the n-gram of five,
** 6 the whole word. */
#ifndef GZ_LANG_FEAT_H
#define GZ_LANG_FEAT_H
#include "text/lang_int.h"

#define GZ_LANG_FEATURES(tok, EMIT)                                                                   \
  do {                                                                                                \
    const uint32_t *w_ = (tok)->at;                                                                   \
    int n_ = (tok)->n;                                                                                \
    for (int i_ = 0; i_ <= n_; i_++) {                                                                \
      if (i_ && w_[i_] >= 128) EMIT(gz_lang_key(0, 0, 0, w_[i_]), 1);                                 \
      EMIT(gz_lang_key(0, 0, w_[i_], w_[i_ + 1]), 2);                                                 \
      if (i_ + 2 <= n_ + 1) EMIT(gz_lang_key(0, w_[i_], w_[i_ + 1], w_[i_ + 2]), 3);                  \
      if (i_ + 3 <= n_ + 1) {                                                                         \
        uint64_t k4_ = gz_lang_key(w_[i_], w_[i_ + 1], w_[i_ + 2], w_[i_ + 3]);                       \
        EMIT(k4_, 4);                                                                                 \
        if (GZ_LANG_FIVE && i_ + 4 <= n_ + 1) EMIT((k4_ * 0x2545F4914F6CDD1Du) ^ w_[i_ + 4] * 0x9E3779B97F4A7C15u, 5); \
      }                                                                                               \
    }                                                                                                 \
    if (n_ > 2) EMIT(gz_lang_wordkey(w_ + 1, n_), 6);                                                 \
  } while (0)

#ifndef GZ_LANG_FIVE
#define GZ_LANG_FIVE 1
#endif

#endif
