/* State of the money finder (see money.h). */
#ifndef GZ_MONEY_ITER_H
#define GZ_MONEY_ITER_H
#include "find/currency.h"

struct gz_money_iter {
  gz_view text;
  char region[4];            /* "" for none */
  size_t pos;
  size_t floor;              /* end of the last mention: nothing left of it belongs to the next */
  size_t period;             /* where a word like annual or 年 stood last */
  bool general;              /* for tests: every number is read in full, no short way taken */
  int32_t count;             /* mentions given so far */
  uint32_t last_end;         /* of the last mention with its rate, for restatements */
  char last_currency[4];
  gz_currency_context context;
  const unsigned char *heads;      /* of the text (find/heads.h), or NULL */
};

void gz_money_begin(gz_money_iter *it, gz_view text, gz_view region);
bool gz_money_next(gz_money_iter *it, gz_money *out);

#endif
