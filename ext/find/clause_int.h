/* Between clause.c, which finds the events of a sentence, clause_parts.c, which finds its stretches, and clause_slots.c, which finds who stands where. */
#ifndef GZ_CLAUSE_INT_H
#define GZ_CLAUSE_INT_H
#include "find/clause.h"

/* Numbers the stretches: segment and aside of every event. */
void gz_clause_segments(gz_clause *c, gz_view text);
/* Descriptions with their article become anaphors. After the segments. */
void gz_clause_descriptions(gz_clause *c, gz_view text);
/* Every name's slot and possessive. After the segments. */
void gz_clause_slots(gz_clause *c, gz_view text);
/* Is the comma at k one of a list of names? */
bool gz_comma_in_list(const gz_clause *c, size_t k);

#endif
