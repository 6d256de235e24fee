/* The allocator hook over SQLite's allocator, so that its limits, statistics and fault injection see every byte. */
#include "base/alloc.h"
#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3

void *gz_malloc(size_t size) { return sqlite3_malloc64(size ? size : 1); }
void *gz_realloc(void *old, size_t size) { return sqlite3_realloc64(old, size ? size : 1); }
void gz_free(void *old) { sqlite3_free(old); }
