/* The chosen features with their evidence, and what is done to them: tuned, grouped into shapes, written. */
#ifndef TUNE_H
#define TUNE_H
#include <stddef.h>
#include <stdint.h>

enum { TUNE_COLS = 200 };

/* A feature. Its cells (language, evidence) begin at start; after shape() many features share the same cells, each multiplied
** by its own gain. */
typedef struct row { uint64_t key, hash; uint32_t start; uint16_t n; uint8_t group, order, told, gain; double worth, rank; } row;
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
  double rate, heat, drop;
  const char *tag[TUNE_COLS];
  int closes, (*close_col)[12], *close_n;      /* groups of close languages */
  float contrast, least, power;
  double alpha;
} tune_plan;

/* What a gain of k multiplies by, in 64ths. */
static const uint8_t gains[8] = {64, 52, 42, 34, 27, 22, 18, 14};

/* Lines kept back from counting and tuning, to see whether it generalises. */
int held_out(const char *text);
/* Prints loss and hits on the held-out lines. */
void report(const model *m, const tune_plan *plan);
void tune(model *m, const tune_plan *plan, double steps);
/* Keeps room[g] rows of each group, so that no bucket has more than its slots. */
void thin(model *m, const double *room, int groups, size_t buckets);
/* Puts the rows into about so many shapes. */
void shape(model *m, const tune_plan *plan, size_t shapes);
void write_model(const char *path, model *m, const tune_plan *plan, size_t buckets, char script[][8],
                 int closes, int close_col[][12], const int *close_n);
double trust(const char *kind);
int wanted_script(int col, unsigned script);

#endif
