/* Quantities with their unit, percentages among them. A pull iterator: no allocation, linear. Sums of money are none.
** A number that is only bounded (more than 30, 20-30 people) is one too; its unit is "" when the text names none. */
#ifndef GZ_QUANTITY_H
#define GZ_QUANTITY_H
#include "find/money.h"
#include "find/number.h"
#include "find/quantity_read.h"

typedef struct gz_quantity {
  gz_span span;
  gz_dec low, high;
  bool has_low, has_high, point;
  char unit[32];             /* "%", "pp", English unit name; "" for NULL */
  uint8_t hedge;             /* enum gz_hedge */
} gz_quantity;

/* A numeral that a glance has not passed over, with what lies before it: where the number before ends, and the last one passed over. */
typedef struct gz_quantity_seen { gz_numeral num; size_t floor, quiet; } gz_quantity_seen;
#define GZ_QUANTITY_BATCH 16

typedef struct gz_quantity_iter {
  gz_view text;
  gz_number_iter num;
  gz_number ahead;           /* a number read but not yet used */
  bool has_ahead;
  gz_measure measured;       /* that number read with `measured_floor` as its floor */
  size_t measured_floor;
  size_t floor;              /* behind what was given: nothing before it is looked at */
  gz_quantity queued;
  bool has_queued;
  size_t queued_end;         /* behind its hedge */
  size_t quiet;              /* end of the last number that a glance passed over */
  const gz_money *sums;      /* the text's sums of money, where they are known: their numbers are passed over unread */
  size_t sum_count, sum, judged;      /* judged: how many sums have been asked whether they are to be */
  bool general;              /* for tests: every number is looked at in full */
  unsigned seen_count, seen_at;
  gz_quantity_seen seen[GZ_QUANTITY_BATCH];      /* read ahead */
} gz_quantity_iter;

void gz_quantity_begin(gz_quantity_iter *it, gz_view text);
/* With a language hint (BCP 47) for decimal marks and number words. */
void gz_quantity_begin_lang(gz_quantity_iter *it, gz_view text, const char *lang);
bool gz_quantity_next(gz_quantity_iter *it, gz_quantity *out);

#endif
