/* What the files that read one amount share (money_amount, money_number, money_minor). */
#ifndef GZ_MONEY_AMOUNT_INT_H
#define GZ_MONEY_AMOUNT_INT_H
#include "find/lexmatch.h"
#include "find/money_amount.h"
#include "find/money_sets.h"
#include "lex_money_words.h"

static inline bool gz_digit_at(gz_view t, size_t pos) { return pos < t.n && t.p[pos] >= '0' && t.p[pos] <= '9'; }
static inline void gz_amount_scale(gz_amount *a, int power) { a->low = gz_dec_shift(a->low, power); a->high = gz_dec_shift(a->high, power); }

/* Behind the number, before the currency: spaces, one hyphen, one short word. */
size_t gz_to_currency(gz_view t, size_t pos, bool words);
/* May both be one currency? Then *l becomes it. */
bool gz_currency_agree(gz_currency *l, const gz_currency *r);

/* A sign before the amount, or a word for one, belongs to it. */
void gz_amount_sign(gz_view t, size_t floor, gz_amount *a);

/* money_minor.c: minor units behind an amount are added to it. */
void gz_amount_minors(gz_view t, gz_amount *a);
/* The number without its last magnitude word. */
void gz_number_core(gz_view t, gz_numeral *n);

/* money_number.c: second thoughts about a number. */
size_t gz_price_dash(gz_view t, size_t pos);                               /* behind ",-" or ".-" of a price, or pos */
void gz_number_mark(gz_currency_context *x, gz_amount *a);                 /* 1.234 or 1234 */
void gz_number_drop_link(gz_view t, gz_numeral *n);                        /* $4 million to */
void gz_number_drop_word(gz_view t, size_t pos, gz_numeral *n);            /* $94 pairs */
void gz_number_own_magnitude(gz_currency_context *x, gz_numeral *n);       /* 10 bin */
bool gz_number_lone_magnitude(gz_view t, size_t floor, size_t pos, gz_numeral *n);      /* 近亿 */

#endif
