/* What the two halves of the lexicon generator share: lexgen.c reads and judges a table, lexgen_out.c writes it as C. */
#ifndef GZ_LEXGEN_H
#define GZ_LEXGEN_H
#include "gen/tsv.h"
#include "base/view.h"
#include <stdio.h>

enum lex_type { T_KEY, T_STR, T_INT, T_DEC, T_ENUM, T_SET, T_NOTE };

typedef struct lex_column {
  char name[64];
  enum lex_type type;
  char *values[128];
  int value_count;
} lex_column;

typedef struct lex_row {
  char *key;
  uint32_t key_n;
  int line;
  char *cell[GZ_TSV_CELLS];
} lex_row;

typedef struct lex_table {
  lex_column cols[GZ_TSV_CELLS];
  int col_count, key_col;
  bool key_kept, key_build;
  lex_row *rows;                 /* sorted by key, then by line */
  size_t row_count, row_cap;
} lex_table;

int lex_value_index(const lex_column *c, const char *z, size_t n);
void lex_write(const lex_table *t, const char *name, FILE *h, FILE *c);

#endif
