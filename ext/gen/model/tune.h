/* The chosen features with their evidence, and what is done to them: tuned, thinned, put into bytes, tuned again, written. */
#ifndef TUNE_H
#define TUNE_H
#include <stddef.h>
#include <stdint.h>

enum { TUNE_COLS = 200 };

/* A feature. Its cells (language, evidence) begin at start. */
typedef struct row { uint64_t key, hash; uint32_t start; uint16_t n; uint8_t group, order, dense; double worth, rank; } row;
typedef struct model {
  row *rows;
  size_t count;
  uint8_t *col;      /* of each cell */
  float *w;          /* evidence, natural log */
  float *q;          /* the same as bytes can hold it; NULL before make_cells() */
  uint8_t *level;    /* of each cell then */
  size_t cells;
} model;

typedef struct tune_plan {
  const char *dir;
  int cols, groups;
  const int *group_of, *group_first, *group_cols;
  const double *prior;
  double rate, heat, drop, blank;
  const char *tag[TUNE_COLS];
  int closes, (*close_col)[12], *close_n;      /* groups of close languages */
  double single;     /* share of the shortest snippets that come from spelling dictionaries */
} tune_plan;

/* Lines kept back from counting and tuning, to see whether it generalises. */
int held_out(const char *text);
/* Prints loss and hits on the held-out lines. */
void report(const model *m, const tune_plan *plan);
void tune(model *m, const tune_plan *plan, double steps);
/* Keeps room[g] rows of each group, so that no bucket has more than its slots. */
void thin(model *m, const double *room, int groups, size_t buckets);
/* Leaves out the weakest cells and finds the bytes of the others. */
void make_cells(model *m, const tune_plan *plan);
/* The evidence of a row as its bytes will say it. */
void quantize(model *m, const row *o);
void write_model(const char *path, model *m, const tune_plan *plan, size_t buckets, char script[][8],
                 int closes, int close_col[][12], const int *close_n);
double trust(const char *kind);
int wanted_script(int col, unsigned script);

#endif
