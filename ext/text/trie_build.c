/* Double-array construction. Keys are sorted; a range of keys that share a prefix is one node. A range of one key becomes
** a tail. For each node a base that no other node has is sought at which all its children fall on free cells: child(c) = base ^ c,
** so base and children lie in one block of 256. Free cells form a linked list; cells of blocks more than WINDOW blocks back leave it,
** so that the search for a node looks at a bounded number of cells and building is linear in the keys.
** Where keys share values (the forms of a word), nodes with the same keys and values below share their children: a hash of what is below
** finds the twin.
** The recursion is an explicit stack of ranges: a key of 65,535 bytes must not exhaust the C stack. */
#include "text/trie_build.h"
#include "base/alloc.h"
#include "base/arena.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdlib.h>

typedef struct range { uint32_t lo, hi, depth, node; } range;

/* A node that has its children or tail: what is below it, and what its cell holds above the byte. */
typedef struct twin { uint32_t hash, lo, count, depth, field; } twin;

#define BLOCK 256u
#define WINDOW 16u
#define TWIN_KEYS 256u       /* a node with more keys below is not looked for */

typedef struct build {
  uint32_t *cells;
  uint32_t *next, *prev;     /* list of free cells in rising order; 0 ends it */
  unsigned char *used;       /* bit 0: the cell is taken, bit 1: it is some node's base */
  uint32_t count;            /* cells, a multiple of BLOCK */
  uint32_t cap;
  uint32_t head, last;       /* of the free list */
  gz_buf tail;
  range *stack;
  size_t top, stack_cap;
  twin *twins;               /* open addressing; NULL when no two keys have the same value */
  uint32_t twin_cap, twin_count;
  bool big;
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

static bool reserve(build *b, uint32_t want)
{
  if (want <= b->cap) return true;
  uint32_t cap = b->cap ? b->cap * 2 : 4 * BLOCK;
  uint32_t *cells = gz_realloc(b->cells, cap * sizeof *cells);
  if (cells) b->cells = cells;
  uint32_t *next = gz_realloc(b->next, cap * sizeof *next);
  if (next) b->next = next;
  uint32_t *prev = gz_realloc(b->prev, cap * sizeof *prev);
  if (prev) b->prev = prev;
  unsigned char *used = gz_realloc(b->used, cap);
  if (used) b->used = used;
  if (!cells || !next || !prev || !used) return false;
  b->cap = cap;
  return true;
}

static void unlink_cell(build *b, uint32_t cell)
{
  if (b->prev[cell]) b->next[b->prev[cell]] = b->next[cell];
  else b->head = b->next[cell];
  if (b->next[cell]) b->prev[b->next[cell]] = b->prev[cell];
  else b->last = b->prev[cell];
}

/* One more block of free cells at the end; the block that leaves the window is given up. */
static bool grow(build *b)
{
  if (!reserve(b, b->count + BLOCK)) return false;
  if (b->count >= WINDOW * BLOCK) {
    uint32_t old = b->count - WINDOW * BLOCK;
    while (b->head && b->head < old + BLOCK) unlink_cell(b, b->head);
  }
  for (uint32_t i = b->count; i < b->count + BLOCK; i++) {
    b->cells[i] = GZ_TRIE_FREE;
    b->used[i] = 0;
    b->next[i] = 0;
    b->prev[i] = 0;
    if (i < 2) continue;                            /* 0 is no cell, 1 the root */
    b->prev[i] = b->last;
    if (b->last) b->next[b->last] = i;
    else b->head = i;
    b->last = i;
  }
  b->count += BLOCK;
  return true;
}

/* A base at which all `n` child bytes land on free cells. 0 on failure. */
static uint32_t find_base(build *b, const unsigned char *bytes, unsigned n)
{
  for (;;) {
    for (uint32_t cell = b->head; cell; cell = b->next[cell]) {
      uint32_t base = cell ^ bytes[0];
      if (base < 2 || (b->used[base] & 2)) continue;
      unsigned k = 1;
      while (k < n && (base ^ bytes[k]) >= 2 && !(b->used[base ^ bytes[k]] & 1)) k++;
      if (k == n) return base;
    }
    if (!grow(b)) return 0;
  }
}

static void put_tail(build *b, const char *p, uint32_t n, uint32_t value)
{
  for (int k = 0; k < 3; k++) gz_buf_putc(&b->tail, (char)(value >> (8 * k) & 255));
  gz_buf_putc(&b->tail, (char)(n < 255 ? n : 255));
  if (n >= 255) { gz_buf_putc(&b->tail, (char)(n & 255)); gz_buf_putc(&b->tail, (char)(n >> 8)); }
  gz_buf_put(&b->tail, p, n);
}

static bool push(build *b, range r)
{
  if (!gz_array_grow((void **)&b->stack, &b->stack_cap, b->top, sizeof r)) return false;
  b->stack[b->top++] = r;
  return true;
}

/* Surely two keys with the same value? (Not so with places in a list that has no gaps.) */
static bool values_repeat(const gz_trie_key *keys, size_t count)
{
  uint32_t top = 0;
  for (size_t i = 0; i < count; i++) if (keys[i].value > top) top = keys[i].value;
  return top + 1 < count;
}

static bool same_below(const gz_trie_key *keys, const twin *t, range r)
{
  if (t->count != r.hi - r.lo) return false;
  for (uint32_t i = 0; i < t->count; i++) {
    const gz_trie_key *x = &keys[t->lo + i], *y = &keys[r.lo + i];
    if (x->value != y->value || x->n - t->depth != y->n - r.depth || memcmp(x->p + t->depth, y->p + r.depth, y->n - r.depth)) return false;
  }
  return true;
}

/* The twin of a node, or the free place for it; NULL when twins are not looked for. */
static twin *twin_of(build *b, const gz_trie_key *keys, range r)
{
  if (!b->twins || r.hi - r.lo > TWIN_KEYS) return NULL;
  uint32_t h = 2166136261u;
  for (uint32_t i = r.lo; i < r.hi; i++) {
    h = (h ^ keys[i].value ^ (keys[i].n - r.depth) << 20) * 16777619u;
    for (uint32_t k = r.depth; k < keys[i].n; k++) h = (h ^ (unsigned char)keys[i].p[k]) * 16777619u;
  }
  twin *t = &b->twins[h & (b->twin_cap - 1)];
  while (t->count && (t->hash != h || !same_below(keys, t, r))) t = t + 1 == b->twins + b->twin_cap ? b->twins : t + 1;
  t->hash = h;
  return t;
}

static void remember(build *b, twin *t, range r)
{
  if (!t || b->twin_count >= b->twin_cap / 2) return;
  b->twin_count++;
  t->lo = r.lo;
  t->count = r.hi - r.lo;
  t->depth = r.depth;
  t->field = b->cells[r.node] & ~255u;
}

static bool place(build *b, const gz_trie_key *keys, range r)
{
  twin *t = twin_of(b, keys, r);
  if (t && t->count) { b->cells[r.node] |= t->field; return true; }
  if (r.hi - r.lo == 1) {
    b->cells[r.node] |= GZ_TRIE_TAIL | (uint32_t)b->tail.n << 8;
    b->big |= b->tail.n > GZ_TRIE_FIELD_MAX || keys[r.lo].value > GZ_TRIE_FIELD_MAX;
    put_tail(b, keys[r.lo].p + r.depth, keys[r.lo].n - r.depth, keys[r.lo].value);
    remember(b, t, r);
    return !b->tail.failed && !b->big;
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
  if (base > GZ_TRIE_BASE_MAX) { b->big = true; return false; }
  b->cells[r.node] |= base << 8 | (bytes[0] ? 0 : GZ_TRIE_ENDS);
  remember(b, t, r);
  b->used[base] |= 2;
  for (unsigned k = 0; k < n; k++) {
    uint32_t cell = base ^ bytes[k];
    bool listed = b->head && cell >= b->head && (b->prev[cell] || b->head == cell);
    if (listed) unlink_cell(b, cell);
    b->used[cell] |= 1;
    b->cells[cell] = bytes[k];
  }
  for (unsigned k = 0; k < n; k++) {
    uint32_t cell = base ^ bytes[k];
    if (bytes[k] == 0) { b->big |= keys[lo[k]].value > GZ_TRIE_FIELD_MAX; b->cells[cell] |= (keys[lo[k]].value & GZ_TRIE_FIELD_MAX) << 8; continue; }
    range child = {lo[k], lo[k + 1], r.depth + 1, cell};
    if (!push(b, child)) return false;
  }
  return true;
}

/* Marks in `first` how a key starts. */
static void mark_start(uint64_t *first, const gz_trie_key *key)
{
  size_t pos = 0;
  uint32_t cp = (unsigned char)key->p[0] >= 0xE0 ? gz_utf8_next(key->p, key->n, &pos) : 0;
  unsigned place = gz_trie_pair((unsigned char)key->p[0], key->n > 1 ? (unsigned char)key->p[1] : 0u);
  if (cp >= 0x800) {
    place = gz_trie_wide(cp);
    first[place >> 6] |= (uint64_t)1 << (place & 63);
    place = pos < key->n ? gz_trie_wide_pair(cp, gz_utf8_next(key->p, key->n, &pos)) : gz_trie_wide_alone(cp);
  }
  first[place >> 6] |= (uint64_t)1 << (place & 63);
}

gz_status gz_trie_build(gz_trie_key *keys, size_t count, gz_trie *out)
{
  build b;
  memset(&b, 0, sizeof b);
  memset(out, 0, sizeof *out);
  uint64_t *first = gz_malloc(GZ_TRIE_FIRST_WORDS * sizeof *first);
  bool ok = first && grow(&b);
  if (ok && values_repeat(keys, count)) {
    for (b.twin_cap = 64; b.twin_cap < count * 8; b.twin_cap *= 2) {}
    b.twins = gz_malloc(b.twin_cap * sizeof *b.twins);
    if (b.twins) memset(b.twins, 0, b.twin_cap * sizeof *b.twins);
    ok = b.twins != NULL;
  }
  gz_buf_putc(&b.tail, 0);                         /* offset 0 cannot be negated */
  if (ok) {
    b.used[0] = b.used[1] = 3;
    b.cells[1] = 1;                                /* any label: nothing leads to the root */
    memset(first, 0, GZ_TRIE_FIRST_WORDS * sizeof *first);
    qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 0; i < count; i++) mark_start(first, &keys[i]);
    range all = {0, (uint32_t)count, 0, 1};
    if (count) ok = push(&b, all);
    while (ok && b.top) { range r = b.stack[--b.top]; ok = place(&b, keys, r); }
  }
  gz_free(b.stack);
  gz_free(b.twins);
  gz_free(b.used);
  gz_free(b.next);
  gz_free(b.prev);
  ok = ok && !b.big;
  if (!ok || b.tail.failed) {
    gz_free(b.cells);
    gz_free(first);
    gz_buf_free(&b.tail);
    return b.big ? GZ_TOOBIG : GZ_NOMEM;
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
