/* Arena of doubling blocks. Uses the allocator hook only. */
#include "base/arena.h"
#include "base/alloc.h"

typedef struct gz_arena_block {
  struct gz_arena_block *next;
  size_t used, cap;
} gz_arena_block;

#define HEADER ((sizeof(gz_arena_block) + 15) & ~(size_t)15)
#define FIRST_BLOCK 4096
#define LARGEST_BLOCK ((size_t)1 << 20)

void *gz_arena_alloc(gz_arena *a, size_t size)
{
  if (size > (size_t)-1 / 2) return NULL;
  size = (size + 15) & ~(size_t)15;
  gz_arena_block *b = a->head;
  if (!b || b->cap - b->used < size) {
    size_t cap = b ? b->cap * 2 : FIRST_BLOCK;
    if (cap > LARGEST_BLOCK) cap = LARGEST_BLOCK;
    if (cap < size) cap = size;
    gz_arena_block *fresh = gz_malloc(HEADER + cap);
    if (!fresh) return NULL;
    fresh->next = b;
    fresh->used = 0;
    fresh->cap = cap;
    a->head = b = fresh;
  }
  char *p = (char *)b + HEADER + b->used;
  b->used += size;
  memset(p, 0, size);
  return p;
}

char *gz_arena_copy(gz_arena *a, const char *p, size_t n)
{
  char *z = gz_arena_alloc(a, n + 1);
  if (z && n) memcpy(z, p, n);
  return z;
}

void gz_arena_free(gz_arena *a)
{
  while (a->head) {
    gz_arena_block *b = a->head;
    a->head = b->next;
    gz_free(b);
  }
}

bool gz_array_grow(void **items, size_t *cap, size_t count, size_t item_size)
{
  if (count < *cap) return true;
  size_t want = *cap ? *cap * 2 : 16;
  if (want > (size_t)-1 / 2 / item_size) return false;
  void *p = gz_realloc(*items, want * item_size);
  if (!p) return false;
  *items = p;
  *cap = want;
  return true;
}
