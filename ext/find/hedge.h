/* Words around an amount: how it is meant (about, at least, up to) and what it is per. Facts: ext/data/hedges.tsv, per.tsv. */
#ifndef GZ_HEDGE_H
#define GZ_HEDGE_H
#include "find/money.h"

/* The hedge (enum gz_hedge) that ends right before pos, not further left than floor; *start where it begins. */
bool gz_hedge_before(gz_view text, size_t floor, size_t pos, uint8_t *hedge, size_t *start);
/* The hedge that starts right behind pos; *end where it ends. */
bool gz_hedge_after(gz_view text, size_t pos, uint8_t *hedge, size_t *end);

/* The unit of a rate ("year", "share") next to an amount, or NULL. */
const char *gz_per_after(gz_view text, size_t pos, size_t *end);
const char *gz_per_before(gz_view text, size_t floor, size_t pos);
/* The period of the measure that the clause names before pos: annual revenue of, 年营收约为. */
const char *gz_per_loose(gz_view text, size_t floor, size_t pos);

#endif
