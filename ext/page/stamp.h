/* Points of time as page heads and records write them. */
#ifndef GZ_STAMP_H
#define GZ_STAMP_H
#include "base/view.h"

typedef struct gz_stamp {
  gz_span span;
  char edtf[64];
  bool timed;                /* has a time of day */
  bool day;                  /* names a day at least */
} gz_stamp;

/* The date that a record gives (ISO 8601, epoch seconds or milliseconds) as EDTF; false: none. */
bool gz_stamp_given(gz_view text, char edtf[40]);

/* Stamps of a head line, in order: dates of the date finder that name at least a month, with the time of day that stands beside them.
** Relative dates are none. day_first: 06/05/2024 is in May.
** Returns how many (at most max). */
size_t gz_stamps(gz_view line, gz_stamp *out, size_t max, bool day_first);

#endif
