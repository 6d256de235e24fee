/* The cut of a stretch of Chinese characters into words and possible names (floor-internal; see han_lattice.c). */
#ifndef GZ_HAN_LATTICE_H
#define GZ_HAN_LATTICE_H
#include "find/discover.h"
#include "find/han_data.h"

#define GZ_HAN_MAX 72                 /* characters looked at together */
#define GZ_HAN_HITS 8

enum gz_seg_kind { GZ_SEG_WORD, GZ_SEG_SINGLE, GZ_SEG_PLACE, GZ_SEG_PERSON, GZ_SEG_FOREIGN, GZ_SEG_DOTTED, GZ_SEG_LISTED, GZ_SEG_FIRM };

typedef struct gz_seg {
  uint8_t from, to;                   /* characters */
  uint8_t kind;                       /* enum gz_seg_kind */
  uint8_t pos;                        /* enum gz_han_pos of words and single characters */
  uint8_t type;                       /* of a listed name */
  uint16_t roles;                     /* GZ_HAN_* of the whole segment */
} gz_seg;

typedef struct gz_han_hit { uint16_t row; uint8_t to; } gz_han_hit;      /* row: in gz_han_rows */
#define GZ_HAN_LONGEST 128
typedef struct gz_han_longer { uint16_t row; uint8_t from, to; } gz_han_longer;

typedef struct gz_han {
  gz_view text;
  uint32_t at[GZ_HAN_MAX + 1];        /* byte offsets of the characters, and of the end */
  uint32_t cp[GZ_HAN_MAX];            /* folded */
  bool dot[GZ_HAN_MAX + 1];           /* a middle dot */
  bool dots;                          /* there is one */
  bool rare;                          /* there may be a character that is none of U+4E00..U+9FFF */
  uint32_t latin_from;                /* where a Latin word that ends at the stretch starts, if it may be a name; else the stretch's start */
  bool special;                       /* ST stands before the stretch: the short name of a listed company follows */
  int n;
  uint16_t single[GZ_HAN_MAX + 1], pair[GZ_HAN_MAX + 1];      /* rows of the character alone and with the next one; the first row is empty */
  gz_han_longer longer[GZ_HAN_LONGEST];
  int longer_count;
  uint8_t flags;                      /* all of `names` */
  uint16_t roles;                     /* of all words of two characters or more, and of single ones that end the name of a company */
  uint8_t names[GZ_HAN_MAX + 12];     /* flags of the character alone, and those below; eleven zeros behind */
  /* The same by place between characters, for the stretches that may hold names of companies. */
  gz_han_hit hit[GZ_HAN_MAX][GZ_HAN_HITS];      /* words of the table that start at a character, shortest first */
  uint8_t hits[GZ_HAN_MAX + 1];
  const gz_han_row *one[GZ_HAN_MAX];  /* the row of the character alone; all zero when there is none */
  uint16_t starts[GZ_HAN_MAX + 1];    /* roles of the words that start at a character */
  gz_seg seg[GZ_HAN_MAX];
  int segs;
} gz_han;

/* Behind the flags of a row: the pair that starts here, or a longer word, is a name. */
#define GZ_HAN_PAIR_NAME 16
#define GZ_HAN_LONGER_NAME 32

void gz_han_collect(gz_han *h);
/* Fills what is kept by place between characters. */
void gz_han_spread(gz_han *h);

#define GZ_HAN_LISTED 60              /* cost of a listed name */

/* How a place between characters is reached most cheaply: the cost, and the arc in one word: from, kind, part of speech, type, a byte each. */
typedef struct gz_reach { int cost; uint32_t arc; } gz_reach;
static inline uint8_t gz_arc_from(uint32_t arc) { return (uint8_t)arc; }
static inline uint8_t gz_arc_kind(uint32_t arc) { return (uint8_t)(arc >> 8); }
static inline uint8_t gz_arc_type(uint32_t arc) { return (uint8_t)(arc >> 24); }

typedef struct gz_lattice {
  gz_han *h;
  bool probe, likely;                 /* probing: arcs are not entered, it is only noted whether one is as cheap as what is there */
  gz_reach at[GZ_HAN_MAX + 2];
} gz_lattice;

/* Enters an arc where it is the cheapest way so far. */
static inline void gz_han_enter(gz_lattice *l, int from, int to, int cost, uint8_t kind, uint8_t pos, uint8_t type)
{
  gz_reach *at = &l->at[to];
  cost = l->at[from].cost + (cost > 1 ? cost : 1);
  if (cost >= at->cost) return;
  at->cost = cost;
  at->arc = (uint32_t)(from & 255) | (uint32_t)kind << 8 | (uint32_t)pos << 16 | (uint32_t)type << 24;
}

static inline void gz_han_arc(gz_lattice *l, int from, int to, int cost, uint8_t kind, uint8_t pos, uint8_t type)
{
  if (l->probe) l->likely |= l->at[from].cost + (cost > 1 ? cost : 1) <= l->at[to].cost;
  else gz_han_enter(l, from, to, cost, kind, pos, type);
}

/* Names of companies as paths of their own through the lattice (han_firm.c). How they may begin: the listed names that start at a
** character are told one by one; then gz_firm_step goes on from it. */
enum gz_firm_layer { GZ_FIRM_PLACE, GZ_FIRM_LISTED, GZ_FIRM_OWN, GZ_FIRM_LAYERS };
typedef struct gz_firm_path { int cost; uint8_t from; bool tailed, closed, loose; } gz_firm_path;      /* seen so far: a tail, one that a place may stand before, a noun that is no trade */
typedef struct gz_firms {
  gz_firm_path at[GZ_HAN_MAX + 1][GZ_FIRM_LAYERS];
  bool closes[GZ_HAN_MAX + 1];        /* an own part may end before this character */
  int last;                           /* no name ends behind this character; 0: none in the stretch */
} gz_firms;

void gz_firm_begin(gz_firms *f, const gz_han *h);
void gz_firm_listed(gz_firms *f, const gz_lattice *l, int from, int to, uint8_t type);
void gz_firm_step(gz_firms *f, gz_lattice *l, int at);

/* false: the stretch holds neither a name nor a word that heads one, and is not cut. */
bool gz_han_cut(gz_han *h, gz_ent_work *w, gz_listed *listed);
/* Roles of the word from one character to another, 0 when it is none; of all words that start, or end, at a place. */
static inline uint16_t gz_han_roles(const gz_han *h, int from, int to)
{
  if (to - from < 3) return gz_han_rows[to - from == 1 ? h->single[from] : h->pair[from]].roles;
  for (int k = 0; k < h->longer_count; k++) if (h->longer[k].from == from && h->longer[k].to == to) return gz_han_rows[h->longer[k].row].roles;
  return 0;
}
static inline uint32_t gz_han_starts(const gz_han *h, int at)
{
  if (at == h->n) return 0;
  uint32_t roles = gz_han_rows[h->single[at]].roles | gz_han_rows[h->pair[at]].roles;
  for (int k = 0; k < h->longer_count; k++) if (h->longer[k].from == at) roles |= gz_han_rows[h->longer[k].row].roles;
  return roles;
}
static inline uint32_t gz_han_ends(const gz_han *h, int at)
{
  uint32_t roles = at ? gz_han_rows[h->single[at - 1]].roles : 0u;
  if (at > 1) roles |= gz_han_rows[h->pair[at - 2]].roles;
  for (int k = 0; k < h->longer_count; k++) if (h->longer[k].to == at) roles |= gz_han_rows[h->longer[k].row].roles;
  return roles;
}

#endif
