/* Shingle hashes of a text in one pass of the search segmentation: a ring of the last tokens' hashes is combined in order, so that a
** shingle's hash depends on its tokens and their order alone. A sketch keeps the smallest in a sorted array (a new hash is mostly
** larger than all kept, one comparison). Containment sorts the hashes of both texts and counts what a merge finds in both; of a very
** long text only the ALL_MAX smallest are kept (a fair sample: hashes know nothing of words), and both are compared below the limit of
** either, so that time and memory stay linear. */
#include "text/shingle.h"
#include "base/alloc.h"
#include "text/segment.h"
#include "text/token_hash.h"
#include <stdlib.h>

typedef struct ring {
  uint64_t token[GZ_SHINGLE_TOKENS];
  size_t seen;
} ring;

/* The shingle that ends with the token t, if there have been enough. */
static bool next_shingle(ring *r, const gz_token *t, uint64_t *hash)
{
  if (t->colocated) return false;
  r->token[r->seen++ % GZ_SHINGLE_TOKENS] = gz_hash_bytes(t->p, t->n);
  if (r->seen < GZ_SHINGLE_TOKENS) return false;
  uint64_t h = 0;
  for (size_t i = 0; i < GZ_SHINGLE_TOKENS; i++) h = gz_hash_mix(h * 3 + r->token[(r->seen + i) % GZ_SHINGLE_TOKENS]);
  *hash = h;
  return true;
}

typedef struct sketch {
  ring ring;
  uint64_t *hashes;
  size_t count;
} sketch;

static int keep_smallest(void *arg, const gz_token *t)
{
  sketch *s = arg;
  uint64_t h;
  if (!next_shingle(&s->ring, t, &h)) return 0;
  if (s->count == GZ_SKETCH && h >= s->hashes[GZ_SKETCH - 1]) return 0;
  size_t i = s->count;
  while (i > 0 && s->hashes[i - 1] > h) i--;
  if (i > 0 && s->hashes[i - 1] == h) return 0;
  if (s->count < GZ_SKETCH) s->count++;
  memmove(s->hashes + i + 1, s->hashes + i, (s->count - 1 - i) * sizeof *s->hashes);
  s->hashes[i] = h;
  return 0;
}

size_t gz_sketch(gz_view text, uint64_t hashes[GZ_SKETCH])
{
  sketch s = {.hashes = hashes};
  gz_segment(text, false, keep_smallest, &s);
  return s.count;
}

typedef struct all {
  ring ring;
  uint64_t *hashes;
  size_t count, size;
  uint64_t limit;              /* hashes above are not kept */
} all;

#define ALL_MAX ((size_t)1 << 16)

static int ascending(const void *a, const void *b)
{
  uint64_t x, y;
  memcpy(&x, a, sizeof x);
  memcpy(&y, b, sizeof y);
  return x < y ? -1 : x > y;
}

/* Sorts what is kept, each hash once, and drops what is beyond ALL_MAX. */
static void settle(all *a)
{
  if (a->count > 1) qsort(a->hashes, a->count, sizeof *a->hashes, ascending);
  size_t n = 0;
  for (size_t i = 0; i < a->count; i++) if (n == 0 || a->hashes[n - 1] != a->hashes[i]) a->hashes[n++] = a->hashes[i];
  a->count = n;
  if (n > ALL_MAX) { a->count = ALL_MAX; a->limit = a->hashes[ALL_MAX - 1]; }
}

static int keep_all(void *arg, const gz_token *t)
{
  all *a = arg;
  uint64_t h;
  if (!next_shingle(&a->ring, t, &h) || h > a->limit) return 0;
  if (a->count >= 4 * ALL_MAX) settle(a);
  if (a->count == a->size) {
    size_t size = a->size ? 2 * a->size : 256;
    uint64_t *more = gz_realloc(a->hashes, size * sizeof *more);
    if (!more) return 1;
    a->hashes = more;
    a->size = size;
  }
  a->hashes[a->count++] = h;
  return 0;
}

/* The different shingles of a text, ascending; to be freed. */
static gz_status shingles(gz_view text, all *a)
{
  memset(a, 0, sizeof *a);
  a->limit = UINT64_MAX;
  if (gz_segment(text, false, keep_all, a) > 0) return GZ_NOMEM;
  settle(a);
  return GZ_OK;
}

gz_status gz_containment(gz_view a, gz_view b, double *share, size_t *shared)
{
  all x, y;
  *share = -1;
  *shared = 0;
  gz_status st = shingles(a, &x);
  if (st != GZ_OK) { gz_free(x.hashes); return st; }
  st = shingles(b, &y);
  if (st == GZ_OK && x.count && y.count) {
    uint64_t limit = x.limit < y.limit ? x.limit : y.limit;
    while (x.count > 1 && x.hashes[x.count - 1] > limit) x.count--;
    while (y.count > 1 && y.hashes[y.count - 1] > limit) y.count--;
    for (size_t i = 0, j = 0; i < x.count && j < y.count;) {
      if (x.hashes[i] == y.hashes[j]) { ++*shared; i++; j++; }
      else if (x.hashes[i] < y.hashes[j]) i++;
      else j++;
    }
    *share = (double)*shared / (double)(x.count < y.count ? x.count : y.count);
  }
  gz_free(x.hashes);
  gz_free(y.hashes);
  return st;
}
