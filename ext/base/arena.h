/* An arena: many small allocations, freed together. Growable arrays live in it through gz_array_grow. */
#ifndef GZ_ARENA_H
#define GZ_ARENA_H
#include "base/view.h"

typedef struct gz_arena { struct gz_arena_block *head; } gz_arena;

void *gz_arena_alloc(gz_arena *a, size_t size);                    /* zeroed, 16-byte aligned; NULL on failure */
char *gz_arena_copy(gz_arena *a, const char *p, size_t n);         /* a NUL-terminated copy; NULL on failure */
void gz_arena_free(gz_arena *a);

/* A heap array of fixed-size items that doubles: room for one more item, or false on failure. */
bool gz_array_grow(void **items, size_t *cap, size_t count, size_t item_size);

#endif
