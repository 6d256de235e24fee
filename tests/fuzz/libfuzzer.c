/* libFuzzer entry: the environment names the target (FUZZ_TARGET=money). Text is given without anything behind it, so that a read past its
** end is seen. */
#include "targets.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static void (*run)(const char *, size_t);
  const char *name = getenv("FUZZ_TARGET");
  if (!run) for (const fuzz_target *t = fuzz_targets; t->name; t++) if (name && strcmp(t->name, name) == 0) run = t->run;
  if (!run) { fprintf(stderr, "FUZZ_TARGET names no target\n"); exit(2); }
  char *exact = malloc(size ? size : 1);
  if (!exact) abort();
  memcpy(exact, data, size);
  run(exact, size);
  free(exact);
  return 0;
}
