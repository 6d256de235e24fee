/* One number with what stands around it: percent signs, units, counted nouns. */
#ifndef GZ_QUANTITY_READ_H
#define GZ_QUANTITY_READ_H
#include "find/number.h"

enum gz_measure_kind { GZ_MEASURE_NONE, GZ_MEASURE_PERCENT, GZ_MEASURE_UNIT, GZ_MEASURE_COUNT, GZ_MEASURE_MONEY, GZ_MEASURE_REFUSED };

typedef struct gz_measure {
  gz_span span;
  gz_dec low, high;
  bool open_low, open_high, vague;
  const char *unit;          /* static; "" for none */
  uint8_t kind;              /* enum gz_measure_kind */
  bool pure;                 /* for ranges: the number has no unit of its own */
  gz_number num;
} gz_measure;

/* Always fills m; kind says what was found. */
void gz_measure_read(gz_view text, const gz_number *n, size_t floor, int lang, gz_measure *m);

/* Is this a word that ends the noun phrase behind a number (of, the, und)? */
bool gz_measure_ends_phrase(gz_view word);

/* A counter (個, 番目) at pos? */
bool gz_measure_counter(gz_view text, size_t pos, size_t *end);

/* For a measure of kind NONE: is it a sum of money after all? Then its kind says so. */
bool gz_measure_is_money(gz_view text, size_t floor, gz_measure *m);

#endif
