/* The time of day that stands beside a date in a head line. */
#ifndef GZ_CLOCK_H
#define GZ_CLOCK_H
#include "base/view.h"

typedef struct gz_clock {
  int hour, minute, second;         /* second: -1 when there is none */
  gz_view zone;                     /* as it is written: CEST, GMT+8; may be empty */
  size_t start, end;                /* in the line */
} gz_clock;

/* The clock behind the date that ends at `end`, or before the one that begins at `start` (not before `from`). */
bool gz_clock_behind(gz_view line, size_t end, gz_clock *out);
bool gz_clock_zone(gz_view t, size_t i, gz_view *zone);      /* a zone in full words at i, as its abbreviation */
bool gz_clock_before(gz_view line, size_t from, size_t start, gz_clock *out);

#endif
