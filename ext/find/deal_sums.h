/* Lists of sums and percentages, and sums that are compared. Events by their index in the clause. */
#ifndef GZ_DEAL_SUMS_H
#define GZ_DEAL_SUMS_H
#include "find/deal.h"
#include "find/deal_frame.h"
#include <string.h>

/* The sums of the list that `sum` is in, in order of the text; returns how many, at most max. */
size_t gz_sums_listed(const gz_analysis *a, const gz_clause *c, size_t sum, size_t *sums, size_t max);
/* How many percentages stand in a list with the one at *first, which becomes the first of them; *step: events from one to the next. */
size_t gz_percents_listed(const gz_clause *c, size_t *first, size_t *step);
/* "lead the round with a cheque of $500 million": the proposal's sum is what the leader puts in. */
bool gz_own_cheque(const gz_analysis *a, const gz_clause *c, const gz_proposal *p);
/* "at a valuation of $2.6 billion, up from $900 million": the sum before; GZ_NO_EVENT: none. */
size_t gz_value_before(const gz_analysis *a, const gz_clause *c, size_t sum);

/* Rows of deals: do they say the same? */
static inline bool gz_same_name(const char *x, const char *y) { return x == y || (x && y && strcmp(x, y) == 0); }
static inline bool gz_has_sum(const gz_deal *d) { return d->has_low || d->has_high; }
static inline bool gz_same_sum(const gz_deal *x, const gz_deal *y)
{
  return x->has_low == y->has_low && x->has_high == y->has_high && (!x->has_low || gz_dec_cmp(x->low, y->low) == 0) && (!x->has_high || gz_dec_cmp(x->high, y->high) == 0);
}
/* Drops from the list what another row tells better; returns how many stay. */
size_t gz_drop_again(gz_deal *list, size_t count);

#endif
