/* Shingle hashes of a text in one pass of the search segmentation: the hashes of the runs that end with a token are made from those that
** end with the token before, so that a shingle's hash depends on its tokens and their order alone. The sketch keeps the smallest in a sorted array (a new hash is mostly
** larger than all kept, one comparison). Containment counts what a merge of both texts' hashes finds in both, which are sorted only then; of a very
** long text only the ALL_MAX smallest are kept (a fair sample: hashes know nothing of words), and both are compared below the limit of
** either, so that time and memory stay linear. */
#include "text/shingle.h"
#include "base/alloc.h"
#include "text/segment.h"
#include "text/simhash.h"
#include "text/token_hash.h"

/* The hashes of the runs of 1, 2, 3 tokens that end with the last one: what the run of GZ_SHINGLE_TOKENS that the next token ends begins with. */
typedef struct ring {
  uint64_t run[GZ_SHINGLE_TOKENS];
  size_t seen;
} ring;

/* The shingle that ends with the token of this hash, if there have been enough. */
static inline bool next_shingle(ring *r, uint64_t token, uint64_t *hash)
{
  for (size_t k = GZ_SHINGLE_TOKENS - 1; k > 0; k--) r->run[k] = gz_hash_mix(r->run[k - 1] * 3 + token);
  r->run[0] = gz_hash_mix(token);
  *hash = r->run[GZ_SHINGLE_TOKENS - 1];
  return ++r->seen >= GZ_SHINGLE_TOKENS;
}

/* One more hash for the smallest, in order; mostly it is larger than all of them. */
static inline void keep_smallest(gz_shingles *s, uint64_t h)
{
  size_t i = s->sketch_count;
  if (i == GZ_SKETCH && h >= s->sketch[GZ_SKETCH - 1]) return;
  while (i > 0 && s->sketch[i - 1] > h) i--;
  if (i > 0 && s->sketch[i - 1] == h) return;
  if (s->sketch_count < GZ_SKETCH) s->sketch_count++;
  memmove(s->sketch + i + 1, s->sketch + i, (s->sketch_count - 1 - i) * sizeof *s->sketch);
  s->sketch[i] = h;
}

typedef struct all {
  ring ring;
  gz_simhash_votes votes;
  gz_shingles kept;            /* limit: hashes above are not kept */
  size_t size;
} all;

#define ALL_MAX ((size_t)1 << 16)

/* Sorts ascending, byte by byte from the lowest; `other` is room for as many. Bytes in which all agree cost nothing. */
static void radix_sort(uint64_t *list, uint64_t *other, size_t n)
{
  uint64_t *from = list, *to = other;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    size_t at[256] = {0}, sum = 0;
    for (size_t i = 0; i < n; i++) at[from[i] >> shift & 255]++;
    if (at[from[0] >> shift & 255] == n) continue;
    for (size_t k = 0; k < 256; k++) { size_t c = at[k]; at[k] = sum; sum += c; }
    for (size_t i = 0; i < n; i++) to[at[from[i] >> shift & 255]++] = from[i];
    uint64_t *swap = from;
    from = to;
    to = swap;
  }
  if (from != list) memcpy(list, from, n * sizeof *list);
}

/* Sorts ascending. Hashes are even, so that one pass by their highest bits leaves them nearly sorted and the rest is a few steps each;
** where they are not (somebody made them so) the radix sort does it in a time that depends on their number alone. */
static void sort_hashes(uint64_t *list, uint64_t *other, size_t n)
{
  enum { BUCKETS = 1024, CROWDED = 24 };
  unsigned at[BUCKETS] = {0}, sum = 0;
  if (n > BUCKETS * CROWDED / 4) { radix_sort(list, other, n); return; }
  for (size_t i = 0; i < n; i++) if (++at[list[i] >> 54] > CROWDED) { radix_sort(list, other, n); return; }
  for (size_t k = 0; k < BUCKETS; k++) { unsigned c = at[k]; at[k] = sum; sum += c; }
  for (size_t i = 0; i < n; i++) other[at[list[i] >> 54]++] = list[i];
  for (size_t i = 0; i < n; i++) {
    uint64_t h = other[i];
    size_t j = i;
    for (; j > 0 && list[j - 1] > h; j--) list[j] = list[j - 1];
    list[j] = h;
  }
}

gz_status gz_shingles_settle(gz_shingles *s)
{
  if (s->settled) return GZ_OK;
  size_t n = 0;
  if (s->count > 1) {
    uint64_t *room = gz_malloc(s->count * sizeof *room);
    if (!room) return GZ_NOMEM;
    sort_hashes(s->hashes, room, s->count);
    gz_free(room);
  }
  for (size_t i = 0; i < s->count; i++) if (n == 0 || s->hashes[n - 1] != s->hashes[i]) s->hashes[n++] = s->hashes[i];
  s->count = n;
  if (n > ALL_MAX) { s->count = ALL_MAX; s->limit = s->hashes[ALL_MAX - 1]; }
  s->settled = true;
  return GZ_OK;
}

static int keep_all(void *arg, const gz_token *t)
{
  all *a = arg;
  uint64_t h;
  if (t->colocated) return 0;
  uint64_t token = gz_hash_bytes(t->p, t->n);
  gz_simhash_vote(&a->votes, token);
  if (!next_shingle(&a->ring, token, &h) || h > a->kept.limit) return 0;
  keep_smallest(&a->kept, h);
  if (a->kept.count >= 4 * ALL_MAX) {
    if (gz_shingles_settle(&a->kept) != GZ_OK) return 1;
    a->kept.settled = false;
  }
  if (a->kept.count == a->size) {
    size_t size = a->size ? 2 * a->size : 256;
    uint64_t *more = gz_realloc(a->kept.hashes, size * sizeof *more);
    if (!more) return 1;
    a->kept.hashes = more;
    a->size = size;
  }
  a->kept.hashes[a->kept.count++] = h;
  return 0;
}

gz_status gz_shingles_of(gz_view text, gz_shingles *out)
{
  all a;
  memset(&a, 0, sizeof a);
  memset(out, 0, sizeof *out);
  a.kept.limit = UINT64_MAX;
  if (gz_segment(text, false, keep_all, &a) > 0 || (a.kept.count > ALL_MAX && gz_shingles_settle(&a.kept) != GZ_OK)) { gz_free(a.kept.hashes); return GZ_NOMEM; }
  a.kept.simhash = gz_simhash_count(&a.votes);
  *out = a.kept;
  return GZ_OK;
}

static size_t count_to(const gz_shingles *s, uint64_t limit)
{
  size_t n = s->count;
  while (n > 1 && s->hashes[n - 1] > limit) n--;
  return n;
}

double gz_containment(const gz_shingles *x, const gz_shingles *y)
{
  if (!x->count || !y->count) return -1;
  uint64_t limit = x->limit < y->limit ? x->limit : y->limit;
  size_t nx = count_to(x, limit), ny = count_to(y, limit), shared = 0;
  for (size_t i = 0, j = 0; i < nx && j < ny;) {
    uint64_t a = x->hashes[i], b = y->hashes[j];      /* without a branch: which is smaller cannot be foretold */
    shared += a == b;
    i += a <= b;
    j += b <= a;
  }
  return (double)shared / (double)(nx < ny ? nx : ny);
}
