/* Inside gloss.c and slip.c: the readings that a damaged document prints behind its characters. */
#ifndef GZ_GLOSS_H
#define GZ_GLOSS_H
#include "text/repair_parts.h"

#define GZ_GLOSS_CHARS 1024

typedef struct gz_gloss_entry { uint32_t han; gz_view syllable; unsigned hits, conflicts; } gz_gloss_entry;

typedef struct gz_gloss {
  gz_gloss_entry *entries;       /* open addressing, GZ_GLOSS_CHARS places */
  unsigned distinct, hits, conflicts, traditional, spaced, toned;
} gz_gloss;

/* A syllable of pinyin from pos up to a closing bracket: its end and the position behind the bracket. */
bool gz_gloss_syllable(gz_view text, size_t pos, gz_view *syllable, bool *toned, size_t *end);
/* Is the character read so, as far as the table of readings knows? Tones are compared when the syllable has one. */
bool gz_gloss_reads(uint32_t han, gz_view syllable, bool toned);

/* Byte slips of a document that has been found to be glossed. */
void gz_repair_slips(gz_repair_list *l, const gz_gloss *g);

#endif
