/* AFL++ over the readers of files: FUZZ_TARGET names decode, jsonl, wet, walk or tree. See afl.sh. */
#include "targets.h"
#include "../unit/libc_alloc.inc"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__AFL_FUZZ_INIT();

int main(void)
{
  static const fuzz_target readers[] = {{"decode", f_decode}, {"jsonl", f_jsonl}, {"wet", f_wet}, {"walk", f_walk}, {"tree", f_tree}, {NULL, NULL}};
  const char *name = getenv("FUZZ_TARGET");
  const fuzz_target *t = readers;
  while (t->name && (!name || strcmp(t->name, name) != 0)) t++;
  if (!t->name) { fprintf(stderr, "FUZZ_TARGET names no reader\n"); return 2; }
  __AFL_INIT();
  unsigned char *data = __AFL_FUZZ_TESTCASE_BUF;
  while (__AFL_LOOP(10000)) {
    size_t n = (size_t)__AFL_FUZZ_TESTCASE_LEN;
    char *exact = malloc(n ? n : 1);
    if (!exact) abort();
    memcpy(exact, data, n);
    t->run(exact, n);
    free(exact);
  }
  return 0;
}
