/* One amount: a numeral with the currency on its left, its right or both, sign, minor units. The brick of mentions and ranges. */
#ifndef GZ_MONEY_AMOUNT_H
#define GZ_MONEY_AMOUNT_H
#include "find/currency.h"
#include "find/numeral.h"

typedef struct gz_amount {
  uint32_t start, end;       /* with sign and currency */
  gz_numeral num;
  gz_dec low, high;          /* in main units, signed */
  bool has_currency, prefix; /* prefix: the currency stands before the number */
  bool suffix;
  bool compound;             /* has minor units added */
  bool neg;
  gz_currency currency;
} gz_amount;

/* The amount whose number starts exactly at pos; nothing left of floor belongs to it. Without a currency next to it the amount
** is the bare number. False when no usable number starts there. */
bool gz_amount_at(gz_currency_context *x, size_t floor, size_t pos, gz_amount *out);
/* The same for a number in words that ends before the currency word c, found backwards from it. */
bool gz_amount_spelled(gz_currency_context *x, size_t floor, const gz_currency *c, gz_amount *out);
/* The end of a word with this role (LEX_MONEY_WORDS_ROLE_*) that starts at pos; longest first. */
bool gz_money_word_at(gz_view text, size_t pos, uint32_t role, size_t *end);
/* ... that ends at `end`. */
bool gz_money_word_before(gz_view text, size_t floor, size_t end, uint32_t role, size_t *start);

#endif
