/* Runs files through every target: replay FILE... Used by `make test` over the kept crashers and the seeds. */
#include "targets.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
  int files = 0, targets = 0;
  for (const fuzz_target *t = fuzz_targets; t->name; t++) targets++;
  for (int i = 1; i < argc; i++) {
    FILE *f = fopen(argv[i], "rb");
    if (!f) continue;
    fseek(f, 0, SEEK_END);
    size_t n = (size_t)ftell(f);
    rewind(f);
    char *p = malloc(n ? n : 1);
    if (!p || fread(p, 1, n, f) != n) { fclose(f); free(p); continue; }
    fclose(f);
    for (const fuzz_target *t = fuzz_targets; t->name; t++) t->run(p, n);
    free(p);
    files++;
  }
  printf("ok fuzz replay of %d files through %d targets\n", files, targets);
  return files == 0;
}
