/* What every unit test needs: CHECK counts, the program ends with `unit NAME: N passed, N failed`. Include libc_alloc.inc once
** for the allocator hook over libc. A program in which nothing was checked fails. */
#ifndef UNIT_H
#define UNIT_H
#include <stdio.h>
#include <string.h>

static int unit_passed, unit_failed;

#define CHECK(what, ...)                                                                      \
  do {                                                                                        \
    if (what) unit_passed++;                                                                  \
    else { unit_failed++; printf("%s:%d: failed: %s: ", __FILE__, __LINE__, #what); printf("" __VA_ARGS__); printf("\n"); } \
  } while (0)

static inline int unit_end(const char *name)
{
  printf("unit %s: %d passed, %d failed\n", name, unit_passed, unit_failed);
  return unit_failed || !unit_passed;
}

#endif
