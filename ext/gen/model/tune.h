/* The chosen features with their evidence, and the second pass that tunes it. */
#ifndef TUNE_H
#define TUNE_H
#include <stddef.h>
#include <stdint.h>

typedef struct row { uint64_t key, hash; uint32_t start; uint16_t n; uint8_t group, dense; } row;
typedef struct model {
  row *rows;
  size_t count;
  uint8_t *col;      /* of each cell */
  float *w;          /* evidence, natural log */
  size_t cells;
} model;

typedef struct tune_plan {
  const char *dir;
  int cols, groups;
  const int *group_of, *group_first, *group_cols;
  const double *prior;
  double steps, rate, heat, pull;
  const char *tag[200];
} tune_plan;

void tune(model *m, const tune_plan *plan);
double trust(const char *kind);
int wanted_script(int col, unsigned script);

#endif
