/* The layout of the language model's tables, for the identifier (lang_score.c), for the generator that writes them (gen/langgen.c) and for
** the training that decides what stands in them (gen/model/pack.c). */
#ifndef GZ_LANG_SHAPE_H
#define GZ_LANG_SHAPE_H
#include <stdint.h>

#define GZ_LANG_SLOTS 20    /* features of a bucket of the model */
#define GZ_LANG_LONG 15     /* a feature of so many cells or more has their number before them */
#define GZ_LANG_DENSE 48    /* bytes of a feature that has half a byte for each language of the first group: i low, i + 48 high */
#define GZ_LANG_DENSE_FROM 24

/* A bucket is one cache line. meta: the number of cells, at most GZ_LANG_LONG, in the low half, the gain in the high half; an empty
** slot has the first one's print. Dense features come first and have the number 0; the upper 13 bits of `at` say which of all dense ones
** the first of them is; those stand in gz_lm_cell from GZ_LM_DENSE on.
** The cells of the others stand one behind the other from twice the lower 19 bits on, those of long features last, after their number. */
typedef struct gz_lang_bucket {
  uint16_t print[GZ_LANG_SLOTS];
  uint8_t meta[GZ_LANG_SLOTS];
  uint32_t at;
} gz_lang_bucket;

/* What a byte of a cell says in a group (the first group's at 0): the language, and its share of the gain, one of sixteen. */
typedef struct gz_lang_symbol { uint8_t lang, level; } gz_lang_symbol;

/* The gains: the strongest evidence of a feature, in sixteenths of a nat. */
#define GZ_LANG_GAINS(X) X(6), X(8), X(9), X(11), X(14), X(17), X(21), X(26), X(31), X(38), X(47), X(57), X(70), X(86), X(105), X(127)
#define GZ_LANG_ITSELF(g) g
static const uint8_t gz_lang_gain[16] = {GZ_LANG_GAINS(GZ_LANG_ITSELF)};

#endif
