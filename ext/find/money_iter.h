/* State of the money finder (see money.h). */
#ifndef GZ_MONEY_ITER_H
#define GZ_MONEY_ITER_H
#include "find/money.h"

struct gz_money_iter {
  gz_view text;
  char region[4];            /* "" for none */
  size_t pos;
};

void gz_money_begin(gz_money_iter *it, gz_view text, gz_view region);
bool gz_money_next(gz_money_iter *it, gz_money *out);

#endif
