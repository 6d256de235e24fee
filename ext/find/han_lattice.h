/* The cut of a stretch of Chinese characters into words and possible names (floor-internal; see han_lattice.c). */
#ifndef GZ_HAN_LATTICE_H
#define GZ_HAN_LATTICE_H
#include "find/discover.h"

#define GZ_HAN_MAX 72                 /* characters looked at together */

enum gz_seg_kind { GZ_SEG_WORD, GZ_SEG_SINGLE, GZ_SEG_PLACE, GZ_SEG_PERSON, GZ_SEG_FOREIGN, GZ_SEG_DOTTED, GZ_SEG_LISTED };

typedef struct gz_seg {
  uint8_t from, to;                   /* characters */
  uint8_t kind;                       /* enum gz_seg_kind */
  uint8_t pos;                        /* part of speech (LEX_COMMON_WORDS_POS_*) of words and single characters */
  uint8_t type;                       /* of a listed name */
  uint32_t roles;                     /* LEX_HAN_WORDS_ROLE_* of the whole segment */
} gz_seg;

typedef struct gz_han {
  gz_view text;
  uint32_t at[GZ_HAN_MAX + 1];        /* byte offsets of the characters, and of the end */
  uint8_t dot[GZ_HAN_MAX];            /* a middle dot */
  int n;
  gz_seg seg[GZ_HAN_MAX];
  int segs;
  uint32_t ends[GZ_HAN_MAX + 1];      /* roles of the words that end before a character */
} gz_han;

void gz_han_cut(gz_han *h, gz_ent_work *w, gz_listed *listed);

#endif
