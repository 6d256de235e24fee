/* The numeral scanner: one exact reader of numbers for money, quantities, percentages and dates. */
#ifndef GZ_NUMERAL_H
#define GZ_NUMERAL_H
#include "base/dec.h"
#include "base/status.h"

enum gz_numeral_form { GZ_NUM_DIGITS, GZ_NUM_HAN, GZ_NUM_WORDS, GZ_NUM_MIXED };

typedef struct gz_numeral {
  gz_span span;            /* number and magnitude; no sign, currency, unit or hedge */
  gz_dec low, high;        /* equal for a point; several: the bounds */
  bool open_low, open_high;
  bool vague;              /* 数十亿, tens of millions: bounds only */
  bool negative_ok;        /* digits that a sign right before would negate */
  int8_t magnitude;        /* power of ten of the last magnitude word (billion: 9, 亿: 8, k: 3), 0 for none: reaches back in ranges */
  uint8_t form;            /* enum gz_numeral_form */
  bool ordinal;            /* third, 第三, 3rd */
  bool grouped;            /* written with grouping marks */
  bool decimal;            /* written with a decimal mark */
} gz_numeral;

/* The number that starts exactly at byte pos (a word or digit boundary is required before it). `lang` is a BCP 47 hint or NULL. */
bool gz_numeral_at(gz_view text, size_t pos, const char *lang, gz_numeral *out);

typedef struct gz_numeral_iter { gz_view text; size_t pos; const char *lang; } gz_numeral_iter;
void gz_numeral_begin(gz_numeral_iter *it, gz_view text, const char *lang);
bool gz_numeral_next(gz_numeral_iter *it, gz_numeral *out);

#endif
