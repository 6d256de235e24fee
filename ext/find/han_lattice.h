/* The cut of a stretch of Chinese characters into words and possible names (floor-internal; see han_lattice.c). */
#ifndef GZ_HAN_LATTICE_H
#define GZ_HAN_LATTICE_H
#include "find/discover.h"
#include "find/han_data.h"

#define GZ_HAN_MAX 72                 /* characters looked at together */
#define GZ_HAN_HITS 8

enum gz_seg_kind { GZ_SEG_WORD, GZ_SEG_SINGLE, GZ_SEG_PLACE, GZ_SEG_PERSON, GZ_SEG_FOREIGN, GZ_SEG_DOTTED, GZ_SEG_LISTED };

typedef struct gz_seg {
  uint8_t from, to;                   /* characters */
  uint8_t kind;                       /* enum gz_seg_kind */
  uint8_t pos;                        /* enum gz_han_pos of words and single characters */
  uint8_t type;                       /* of a listed name */
  uint16_t roles;                     /* GZ_HAN_* of the whole segment */
} gz_seg;

typedef struct gz_han_hit { uint16_t row; uint8_t to; } gz_han_hit;      /* row: in gz_han_rows */

typedef struct gz_han {
  gz_view text;
  uint32_t at[GZ_HAN_MAX + 1];        /* byte offsets of the characters, and of the end */
  uint32_t cp[GZ_HAN_MAX];            /* folded */
  bool dot[GZ_HAN_MAX + 1];           /* a middle dot */
  bool dots;                          /* there is one */
  bool place[GZ_HAN_MAX + 4];         /* a character that ends the name of a place */
  int n;
  gz_han_hit hit[GZ_HAN_MAX][GZ_HAN_HITS];      /* words of the table that start at a character, shortest first */
  uint8_t hits[GZ_HAN_MAX];
  const gz_han_row *one[GZ_HAN_MAX];  /* the row of the character alone; all zero when there is none */
  uint16_t starts[GZ_HAN_MAX + 1], ends[GZ_HAN_MAX + 1];      /* roles of the words that start, end at a character */
  gz_seg seg[GZ_HAN_MAX];
  int segs;
} gz_han;

void gz_han_cut(gz_han *h, gz_ent_work *w, gz_listed *listed);
/* Roles of the word from one character to another, 0 when it is none. */
static inline uint16_t gz_han_roles(const gz_han *h, int from, int to)
{
  if (h->ends[to]) for (int k = 0; k < h->hits[from]; k++) if (h->hit[from][k].to == to) return gz_han_rows[h->hit[from][k].row].roles;
  return 0;
}

#endif
