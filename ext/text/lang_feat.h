/* The features of a word, in one place for the model script and for the identifier.
**
** GZ_LANG_FEATURES(tok, EMIT) runs EMIT(key, order) for each: character n-grams of three to five letters with the blanks around
** the word (orders 3 to 5), letters outside ASCII (1), pairs in words of one or two letters (2), the whole word (6). */
#ifndef GZ_LANG_FEAT_H
#define GZ_LANG_FEAT_H
#include "text/lang_int.h"

static inline uint64_t gz_lang_five(uint64_t four, uint32_t e) { return (four * 0x2545F4914F6CDD1Du) ^ e * 0x9E3779B97F4A7C15u; }

#define GZ_LANG_FEATURES(tok, EMIT)                                                                   \
  do {                                                                                                \
    const uint32_t *w_ = (tok)->at;                                                                   \
    int end_ = (tok)->n + 1, i_ = 0;                                                                  \
    if (end_ > 3) {                                                                                   \
      uint64_t k_ = gz_lang_key(w_[0], w_[1], w_[2], w_[3]);                                          \
      EMIT(gz_lang_wordkey(w_ + 1, end_ - 1), 6);                                                     \
      for (; i_ + 4 <= end_; i_++) {                                                                  \
        if (w_[i_] >= 128) EMIT(gz_lang_key(0, 0, 0, w_[i_]), 1);                                     \
        EMIT(k_ >> 16, 3);                                                                            \
        EMIT(k_, 4);                                                                                  \
        EMIT(gz_lang_five(k_, w_[i_ + 4]), 5);                                                        \
        k_ = k_ << 16 | (w_[i_ + 4] & 0xFFFFu);                                                       \
      }                                                                                               \
    }                                                                                                 \
    for (; i_ < end_; i_++) {                                                                         \
      if (i_ && w_[i_] >= 128) EMIT(gz_lang_key(0, 0, 0, w_[i_]), 1);                                 \
      if (end_ <= 3) EMIT(gz_lang_key(0, 0, w_[i_], w_[i_ + 1]), 2);                                  \
      if (i_ + 2 <= end_) EMIT(gz_lang_key(0, w_[i_], w_[i_ + 1], w_[i_ + 2]), 3);                    \
      if (i_ + 3 <= end_) EMIT(gz_lang_key(w_[i_], w_[i_ + 1], w_[i_ + 2], w_[i_ + 3]), 4);           \
    }                                                                                                 \
  } while (0)

#endif
