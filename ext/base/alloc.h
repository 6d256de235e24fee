/* Memory hook. Every floor allocates through these three functions, so that whoever links them in
** decides where memory comes from: the extension gives SQLite's allocator (ext/bind/memory.c), build-time
** generators, unit tests, fuzzers and benchmarks give libc's or a failing one. All return NULL on failure. */
#ifndef GZ_ALLOC_H
#define GZ_ALLOC_H
#include <stddef.h>

void *gz_malloc(size_t size);
void *gz_realloc(void *old, size_t size);
void gz_free(void *old);

#endif
