/* Everything that is known of Chinese words and characters, one row a key, as ext/gen/hangen.c merges it from common_words.tsv,
** han_places.tsv, translit.tsv, han_words.tsv, surnames.tsv, han_given.tsv and translit_chars.tsv: one walk down one trie answers
** all questions about a place in a text. Zero in a field: the key is not of that kind. */
#ifndef GZ_HAN_DATA_H
#define GZ_HAN_DATA_H
#include "text/trie.h"

typedef struct gz_han_row {
  uint16_t roles;                /* GZ_HAN_* */
  uint8_t word;                  /* 10 * log2 of how often the everyday word was counted */
  uint8_t pos;                   /* its part of speech: enum gz_han_pos */
  uint8_t place;                 /* likewise for a place */
  uint8_t weight;                /* of a transliteration, 1..5 */
  uint8_t surname;               /* cost of a family name, tenths of a bit */
  uint8_t first, last, alone;    /* cost as a character of a given name */
  uint8_t share;                 /* of transliteration, 0..100, plus one */
} gz_han_row;

/* In the order of the header of common_words.tsv. */
enum gz_han_pos { GZ_POS_N, GZ_POS_V, GZ_POS_A, GZ_POS_D, GZ_POS_M, GZ_POS_Q, GZ_POS_R, GZ_POS_P, GZ_POS_C, GZ_POS_U, GZ_POS_F, GZ_POS_T, GZ_POS_S, GZ_POS_B, GZ_POS_I };

/* In the order of the header of han_words.tsv. */
enum gz_han_role {
  GZ_HAN_ORG = 1, GZ_HAN_PLACE = 2, GZ_HAN_TITLE = 4, GZ_HAN_AFTER = 8, GZ_HAN_SPEECH = 16, GZ_HAN_LOCPREP = 32, GZ_HAN_STOP = 64,
  GZ_HAN_ATPLACE = 128, GZ_HAN_PLACETITLE = 256, GZ_HAN_PEOPLE = 512, GZ_HAN_POWER = 1024
};

extern const gz_han_row gz_han_rows[];
extern const gz_trie gz_han_trie;

#endif
