/* Finds the places where a sum of money may be: a digit, a Han or Hangul numeral, the first letter of a currency word, a sign. */
#ifndef GZ_MONEY_SCAN_H
#define GZ_MONEY_SCAN_H
#include "base/view.h"

enum gz_money_place { GZ_MONEY_END, GZ_MONEY_NUMBER, GZ_MONEY_WORD };

/* The next place at or behind pos. *period is set where a word like annual or 年 was passed. */
enum gz_money_place gz_money_scan(gz_view text, size_t pos, size_t *at, size_t *period);
/* Where to go on when nothing was found at `at`. */
size_t gz_money_skip(gz_view text, size_t at, enum gz_money_place place);

#endif
