/* How sure a deal is, which part of the money its sum is, and who is said to have said so. */
#ifndef GZ_DEAL_STATUS_H
#define GZ_DEAL_STATUS_H
#include "find/measure.h"

/* "done" .. "denied"; NULL: no deal is stated (negated, hypothetical). */
const char *gz_deal_status(const gz_analysis *a, const gz_clause *c, size_t cue);
/* "part", "total", "cap" or NULL. sum: event index of the money, or GZ_NO_EVENT. */
const char *gz_deal_scope(const gz_analysis *a, const gz_clause *c, size_t cue, size_t sum);
/* Name of the round near the cue, or NULL; static. */
const char *gz_deal_round(const gz_clause *c, size_t cue);
/* Canonical name of the source that the clause cites, or NULL. */
const char *gz_deal_source(const gz_analysis *a, const gz_clause *c, size_t cue);
/* Does a word of the class stand in the clause / in the cue's segment? */
bool gz_clause_has(const gz_clause *c, unsigned word_class);
bool gz_segment_has(const gz_clause *c, size_t cue, unsigned word_class);

#endif
