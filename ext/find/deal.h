/* Deals: clauses that state who did what to whom for how much. Columns as SURFACE.md fixes them. */
#ifndef GZ_DEAL_H
#define GZ_DEAL_H
#include "find/date.h"
#include "find/figure.h"
#include "find/money.h"

struct gz_analysis;

typedef struct gz_deal {
  gz_span span;              /* the clause */
  const char *kind;          /* static */
  const char *actor;         /* canonical or NULL */
  const char *target;        /* canonical or NULL */
  gz_dec low, high;
  bool has_low, has_high;
  char currency[4];
  gz_dec alt;                /* the sum as the text gives it in another currency beside it, or 0 */
  char alt_currency[4];
  const char *scope;         /* "part", "total", "cap" or NULL */
  const char *round;         /* arena text or NULL */
  gz_dec percent;
  bool has_percent;
  char edtf[64];
  int32_t first, last;       /* days or GZ_NO_DAY */
  const char *status;        /* static */
  uint8_t hedge;
  const char *attributed_to; /* canonical or as written; NULL */
} gz_deal;

/* The deals of a text, and in the same pass over its clauses its figures (find/figure.h), which stand in the order of the sums.
** *list is heap memory for gz_free. */
gz_status gz_deals(struct gz_analysis *a, gz_figure *figures, gz_deal **list, size_t *count);

#endif
