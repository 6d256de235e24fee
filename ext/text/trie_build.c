/* Double-array construction. Keys are sorted; a range of keys that share a prefix is one node. A range of one key becomes
** a tail. For each node the smallest base is sought at which all its children fall on free cells; free cells form a
** linked list through `check`, and the search gives up on places that have failed often, so building stays near linear.
** The recursion is an explicit stack of ranges: a key of 65,535 bytes must not exhaust the C stack. */
#include "text/trie_build.h"
#include "base/alloc.h"
#include "base/arena.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdlib.h>

typedef struct range { uint32_t lo, hi, depth, node; } range;

typedef struct build {
  gz_trie_cell *cells;
  unsigned char *used;
  uint32_t count, cap;
  uint32_t lowest_free;
  gz_buf tail;
  range *stack;
  size_t top, stack_cap;
} build;

void gz_trie_fold_key(gz_view key, gz_buf *out)
{
  size_t pos = 0;
  bool space = false, any = false;
  while (pos < key.n) {
    uint32_t cp = gz_fold(gz_utf8_next(key.p, key.n, &pos));
    if (cp == ' ') { space = any; continue; }
    if (space) gz_buf_putc(out, ' ');
    space = false;
    any = true;
    gz_buf_put_cp(out, cp);
  }
}

static int by_key(const void *a, const void *b)
{
  const gz_trie_key *x = a, *y = b;
  uint32_t n = x->n < y->n ? x->n : y->n;
  int c = memcmp(x->p, y->p, n);
  if (c) return c;
  return x->n < y->n ? -1 : x->n > y->n;
}

static bool grow(build *b, uint32_t want)
{
  if (want <= b->cap) return true;
  uint32_t cap = b->cap ? b->cap : 1024;
  while (cap < want) cap *= 2;
  gz_trie_cell *cells = gz_realloc(b->cells, cap * sizeof *cells);
  if (!cells) return false;
  b->cells = cells;
  unsigned char *used = gz_realloc(b->used, cap);
  if (!used) return false;
  b->used = used;
  memset(b->cells + b->cap, 0, (cap - b->cap) * sizeof *cells);
  memset(b->used + b->cap, 0, cap - b->cap);
  b->cap = cap;
  return true;
}

/* A base at which all `n` child bytes land on free cells. 0 on failure. */
static uint32_t find_base(build *b, const unsigned char *bytes, unsigned n)
{
  uint32_t tries = 0;
  for (uint32_t cell = b->lowest_free;; cell++) {
    if (!grow(b, cell + 300)) return 0;
    if (b->used[cell] || cell <= bytes[0]) continue;
    uint32_t base = cell - bytes[0];
    unsigned k = 1;
    while (k < n && !b->used[base + bytes[k]]) k++;
    if (k == n && base > 1) return base;
    if (++tries == 64) { b->lowest_free = cell; tries = 0; }     /* crowded here: do not come back */
  }
}

static void put_tail(build *b, const char *p, uint32_t n, uint32_t value)
{
  gz_buf_putc(&b->tail, (char)(n & 255));
  gz_buf_putc(&b->tail, (char)(n >> 8));
  gz_buf_put(&b->tail, p, n);
  for (int k = 0; k < 4; k++) gz_buf_putc(&b->tail, (char)(value >> (8 * k) & 255));
}

static bool push(build *b, range r)
{
  if (!gz_array_grow((void **)&b->stack, &b->stack_cap, b->top, sizeof r)) return false;
  b->stack[b->top++] = r;
  return true;
}

static bool place(build *b, const gz_trie_key *keys, range r)
{
  if (r.hi - r.lo == 1) {
    int32_t at = (int32_t)b->tail.n;
    put_tail(b, keys[r.lo].p + r.depth, keys[r.lo].n - r.depth, keys[r.lo].value);
    b->cells[r.node].base = -at;
    return !b->tail.failed;
  }
  unsigned char bytes[256];
  uint32_t lo[257];
  unsigned n = 0;
  for (uint32_t i = r.lo; i < r.hi; i++) {
    unsigned char c = keys[i].n == r.depth ? 0 : (unsigned char)keys[i].p[r.depth];
    if (n == 0 || bytes[n - 1] != c) { bytes[n] = c; lo[n++] = i; }
  }
  lo[n] = r.hi;
  uint32_t base = find_base(b, bytes, n);
  if (!base) return false;
  b->cells[r.node].base = (int32_t)base;
  for (unsigned k = 0; k < n; k++) {
    uint32_t cell = base + bytes[k];
    b->used[cell] = 1;
    b->cells[cell].check = r.node;
    if (cell >= b->count) b->count = cell + 1;
  }
  for (unsigned k = 0; k < n; k++) {
    uint32_t cell = base + bytes[k];
    if (bytes[k] == 0) { b->cells[cell].base = (int32_t)keys[lo[k]].value; continue; }
    range child = {lo[k], lo[k + 1], r.depth + 1, cell};
    if (!push(b, child)) return false;
  }
  return true;
}

gz_status gz_trie_build(gz_trie_key *keys, size_t count, gz_trie *out)
{
  build b;
  memset(&b, 0, sizeof b);
  memset(out, 0, sizeof *out);
  b.count = 2;
  b.lowest_free = 2;
  uint64_t *first = gz_malloc(65536 / 8);
  bool ok = first && grow(&b, 1024);
  gz_buf_putc(&b.tail, 0);                         /* offset 0 cannot be negated */
  if (ok) {
    b.used[0] = b.used[1] = 1;
    memset(first, 0, 65536 / 8);
    qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 0; i < count; i++) {
      unsigned two = (unsigned)(unsigned char)keys[i].p[0] << 8 | (keys[i].n > 1 ? (unsigned char)keys[i].p[1] : 0u);
      first[two >> 6] |= (uint64_t)1 << (two & 63);
    }
    range all = {0, (uint32_t)count, 0, 1};
    if (count) ok = push(&b, all);
    while (ok && b.top) { range r = b.stack[--b.top]; ok = place(&b, keys, r); }
  }
  gz_free(b.stack);
  gz_free(b.used);
  if (!ok || b.tail.failed) {
    gz_free(b.cells);
    gz_free(first);
    gz_buf_free(&b.tail);
    return GZ_NOMEM;
  }
  out->cells = b.cells;
  out->cell_count = count ? b.count : 0;
  out->tail = (const unsigned char *)b.tail.p;
  out->tail_size = (uint32_t)b.tail.n;
  out->first = first;
  return GZ_OK;
}

static void free_const(const void *p) { union { const void *c; void *m; } u; u.c = p; gz_free(u.m); }

void gz_trie_free(gz_trie *t)
{
  free_const(t->cells);
  free_const(t->tail);
  free_const(t->first);
  memset(t, 0, sizeof *t);
}
