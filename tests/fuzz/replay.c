/* Runs files through every target, or the one that the environment names (FUZZ_TARGET=money): replay FILE... Used by `make test` over the kept
** crashers and the seeds, and by `make coverage` over what fuzzing learned. */
#include "targets.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
  int files = 0, targets = 0;
  const char *only = getenv("FUZZ_TARGET");
  for (const fuzz_target *t = fuzz_targets; t->name; t++) targets += !only || strcmp(only, t->name) == 0;
  for (int i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    if (!f) continue;
    fseek(f, 0, SEEK_END);
    size_t n = (size_t)ftell(f);
    rewind(f);
    char *p = malloc(n ? n : 1);
    if (!p || fread(p, 1, n, f) != n) { fclose(f); free(p); continue; }
    fclose(f);
    for (const fuzz_target *t = fuzz_targets; t->name; t++) if (!only || strcmp(only, t->name) == 0) t->run(p, n);
    free(p);
    files++;
  }
  printf("ok fuzz replay of %d files through %d targets\n", files, targets);
  return files == 0;
}
