/* What the money finder's files share: evidence, ranges, sums without a currency. */
#ifndef GZ_MONEY_PARTS_H
#define GZ_MONEY_PARTS_H
#include "find/money_amount.h"

/* Is the currency word of this amount really one here? 15块显卡, a 20-pound bag and Five won the race are not sums. */
bool gz_money_evidence(gz_currency_context *x, const gz_amount *a);
/* A number with a magnitude and no currency, where the sentence is about money and no noun follows. */
bool gz_money_bare(gz_currency_context *x, size_t floor, const gz_amount *a);
/* True when a money word (role LEX_MONEY_WORDS_ROLE_*) stands within `reach` bytes of [start, end), in the same sentence. */
bool gz_money_near(gz_view text, size_t start, size_t end, size_t reach, uint32_t role);
/* Does a range go on behind a? Then *b is its upper end, both are in main units, and a has the currency of both. */
bool gz_money_range(gz_currency_context *x, size_t floor, gz_amount *a, gz_amount *b);
/* The same for two bare magnitudes in a sentence about money (10k~15k). */
bool gz_money_bare_range(gz_currency_context *x, size_t floor, gz_amount *a, gz_amount *b);
/* A change whose first sum has no currency of its own (from 320 million to 110 million euros): a gets that of the second. */
bool gz_money_change(gz_currency_context *x, size_t floor, gz_amount *a);
/* Does a range end in the spelled amount b, its lower end being a number in words before it (ten to twenty dollars)? */
bool gz_money_range_back(gz_currency_context *x, size_t floor, gz_amount *a, const gz_amount *b);

/* One of the commonest shapes, whole and alone: *a is what gz_amount_at gives, the evidence is there, and it is neither negative nor part of a
** range. False: not surely one. */
bool gz_money_direct(gz_currency_context *x, size_t floor, size_t pos, gz_amount *a);
/* Most numbers are no sums: a glance at the number that starts at pos and at both sides of it. False: surely no sum starts there; *past is
** where to go on. */
bool gz_money_glance(gz_view text, size_t floor, size_t pos, size_t *past);

#endif
