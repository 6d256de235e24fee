/* Figures: each sum of money with what it is, whose, and of when. */
#ifndef GZ_FIGURE_H
#define GZ_FIGURE_H
#include "find/date.h"
#include "find/money.h"

struct gz_analysis;

typedef struct gz_figure {
  gz_money money;
  const char *measure;       /* "revenue", ...; static, or NULL */
  const char *entity;        /* canonical, or NULL */
  char edtf[64];             /* "" for NULL */
} gz_figure;

/* One figure for every sum, in order. *list is heap memory for gz_free. */
gz_status gz_figures(struct gz_analysis *a, gz_figure **list, size_t *count);

#endif
