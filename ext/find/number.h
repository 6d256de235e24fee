/* Numbers as a reader sees them: numerals (numeral.h) with their sign, slashed and spoken fractions (3/4, 2 1/4, 四分之三, one over
** twenty), exponents and powers; without what only looks like a number (4th, 29km, GPT-4). For parse_number and quantities. */
#ifndef GZ_NUMBER_H
#define GZ_NUMBER_H
#include "find/numeral.h"

typedef struct gz_number {
  gz_span span;
  gz_dec low, high;
  bool open_low, open_high;
  bool weak;               /* as in gz_numeral */
  uint8_t parts;           /* 百分之, 千分之, 万分之 right before: 2, 3, 4, and low, high are what stands behind; 0 for none */
  gz_numeral lit;          /* the last literal in it: contacts, magnitude, form */
} gz_number;

typedef struct gz_number_iter { gz_numeral_iter num; size_t floor; } gz_number_iter;

/* Widens a numeral to the number that it is part of; nothing before byte `floor` is looked at. */
void gz_number_widen(gz_view text, const gz_numeral *n, size_t floor, int lang, gz_number *out);

void gz_number_begin(gz_number_iter *it, gz_view text, const char *lang);
bool gz_number_next(gz_number_iter *it, gz_number *out);         /* every number, also those that gz_number_plain refuses */
bool gz_number_plain(gz_view text, const gz_number *n, int lang);  /* a number by itself: no code, ordinal, unit, article */

/* A minus sign, or a word for it, right before pos; *start is where it begins. */
bool gz_number_minus(gz_view text, size_t pos, size_t floor, size_t *start);

#endif
