/* Reads the TSV files of ext/data for the generators. Lines that start with # are comments (`# version: N` is remembered), the first
** other line is the header, every row has as many cells as the header. Any fault ends the generator with file, line, reason. */
#ifndef GZ_TSV_H
#define GZ_TSV_H
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define GZ_TSV_CELLS 32

typedef struct gz_tsv {
  const char *path;
  FILE *file;
  int line, cells, version;
  char *cell[GZ_TSV_CELLS];
  char text[65536];
} gz_tsv;

void gz_tsv_open(gz_tsv *t, const char *path);
void gz_tsv_header(gz_tsv *t);      /* cells of the header line */
int gz_tsv_row(gz_tsv *t);          /* 0 at the end */
void gz_tsv_close(gz_tsv *t);
void gz_tsv_fail(const gz_tsv *t, const char *format, ...) __attribute__((noreturn, format(printf, 2, 3)));

#endif
