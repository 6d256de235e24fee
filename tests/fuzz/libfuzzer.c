/* libFuzzer entry: the target is named at build time (-DTARGET=money). Text is given without anything behind it, so that a read past
** its end is seen. */
#include "targets.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define NAME_(x) #x
#define NAME(x) NAME_(x)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static void (*run)(const char *, size_t);
  if (!run) for (const fuzz_target *t = fuzz_targets; t->name; t++) if (strcmp(t->name, NAME(TARGET)) == 0) run = t->run;
  char *exact = malloc(size ? size : 1);
  if (!run || !exact) abort();
  memcpy(exact, data, size);
  run(exact, size);
  free(exact);
  return 0;
}
