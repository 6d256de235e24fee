/* One fuzz target a finder: each takes any bytes and checks its properties; a broken one aborts. */
#ifndef TARGETS_H
#define TARGETS_H
#include <stddef.h>

typedef struct fuzz_target { const char *name; void (*run)(const char *text, size_t n); } fuzz_target;
extern const fuzz_target fuzz_targets[];      /* ends with a NULL name */

#endif
