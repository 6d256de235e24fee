/* Which word says what a sum is: shared by figures and deals, so that a sum is never revenue in one and an investment in the other. */
#ifndef GZ_MEASURE_H
#define GZ_MEASURE_H
#include "find/clause.h"

#define GZ_NO_EVENT SIZE_MAX

/* Finds for every sum of a clause the word that says what it is. To be called once, before the clause is read. */
void gz_measures_find(gz_view text, gz_clause *c);
/* The cue or measure event that the sum (an event index) belongs to, or GZ_NO_EVENT. */
static inline size_t gz_measure_of(const gz_clause *c, size_t sum) { return c->says[sum] ? c->says[sum] - 1u : GZ_NO_EVENT; }
/* What the sums beside a cue or measure event are: "revenue", ... */
const char *gz_measure_name(const gz_event *e);
/* Is the cue only the name of a round ("a $60 million Series A")? */
bool gz_is_round(const gz_clause *c, size_t cue);
/* The date that goes with an event, or GZ_NO_EVENT. */
size_t gz_date_near(gz_view text, const gz_clause *c, size_t at);
/* A name that can take part in a deal: organisation, person, publication. */
bool gz_event_is_party(const gz_analysis *a, const gz_event *e);

#endif
