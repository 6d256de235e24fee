/* Quantities with their unit, percentages among them. A pull iterator: no allocation, linear. */
#ifndef GZ_QUANTITY_H
#define GZ_QUANTITY_H
#include "find/money.h"

typedef struct gz_quantity {
  gz_span span;
  gz_dec low, high;
  bool has_low, has_high, point;
  char unit[32];             /* "%", "pp", English unit name; "" for NULL */
  uint8_t hedge;             /* enum gz_hedge */
} gz_quantity;

typedef struct gz_quantity_iter { gz_view text; size_t pos; gz_quantity queued; bool has_queued; } gz_quantity_iter;

void gz_quantity_begin(gz_quantity_iter *it, gz_view text);
bool gz_quantity_next(gz_quantity_iter *it, gz_quantity *out);

#endif
