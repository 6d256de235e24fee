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

struct gz_clause;
struct gz_subject;

/* One figure for every sum of the analysis (money needed), not yet read; heap memory for gz_free, NULL on failure. */
gz_figure *gz_figures_new(const struct gz_analysis *a);
/* Reads the figures of one clause. carried: the subject of the clauses before. */
void gz_figures_read(const struct gz_analysis *a, const struct gz_clause *c, gz_figure *f, struct gz_subject *carried);

#endif
