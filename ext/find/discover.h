/* What the discoverers share (floor-internal): names that stand in no list, told by their form and by the words around them.
** discover_latin.c reads runs of capitals, discover_han.c Chinese, discover_kana.c Japanese, discover_hangul.c Korean. */
#ifndef GZ_DISCOVER_H
#define GZ_DISCOVER_H
#include "find/entity_work.h"

/* Adds a mention of a discovered entity; mentions with the same folded name and type are one entity. false: out of memory. */
bool gz_found_add(gz_ent_work *w, gz_span s, uint8_t type);

/* The same for a spelling in brackets behind the discovered entity ref, 霍普利（Ann Hopley）: both get the name in brackets. */
bool gz_found_gloss(gz_ent_work *w, gz_span s, uint32_t ref);

/* The listed candidates that were there before discovery, in order: a cursor that only moves forward. */
typedef struct gz_listed { const gz_cand *c; size_t n, at; } gz_listed;
/* The longest decided candidate that overlaps s, or NULL. Calls must not go back by more than one piece. */
const gz_cand *gz_listed_in(gz_listed *l, gz_span s);
/* Is there a candidate, decided or refused, for exactly this span? */
bool gz_listed_exact(gz_listed *l, gz_span s);

/* Start of the line that holds the first kana: no line before it is Japanese. */
size_t gz_first_kana_line(const gz_ent_work *w);
/* Is the line from pos on Japanese (kana beside Han)? *end: where it ends. */
bool gz_line_is_japanese(gz_view text, size_t pos, size_t *end);

void gz_discover_latin(gz_ent_work *w, gz_listed *l);
void gz_discover_han(gz_ent_work *w, gz_listed *l);
void gz_discover_kana(gz_ent_work *w, gz_listed *l);
void gz_discover_hangul(gz_ent_work *w, gz_listed *l);

#endif
