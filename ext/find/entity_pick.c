/* Step 6: candidates that overlap. The longest wins (Amazon Web Services over Amazon); of equally long ones a user's own name
** beats a built-in one, a listed name beats a discovered one, a name that context speaks for beats one that needs no context
** (it is the more specific claim); when entities are still tied, nothing is linked there. */
#include "find/entity_work.h"
#include "base/alloc.h"
#include <stdlib.h>

/* By start, longer first. */
static inline bool after(const gz_cand *a, const gz_cand *b)
{
  uint64_t p = (uint64_t)a->span.start << 32 | (uint32_t)~a->span.end, q = (uint64_t)b->span.start << 32 | (uint32_t)~b->span.end;
  return p > q || (p == q && a->ref > b->ref);
}

static int by_place(const void *x, const void *y)
{
  const gz_cand *a = x, *b = y;
  return after(a, b) - after(b, a);
}

/* Candidates come in a few sorted batches, one from each stage: neighbouring sorted runs are merged, from the end of the second to its
** front, until one run is left. Equal ones keep their order. */
static void merge_runs(gz_cand *c, size_t mid, size_t n, gz_cand *spare)
{
  size_t from = 0, to = n;
  while (from < mid && !after(&c[from], &c[mid])) from++;
  while (to > mid && !after(&c[mid - 1], &c[to - 1])) to--;
  memcpy(spare, c + from, (mid - from) * sizeof *c);
  size_t i = 0, left = mid - from, k = mid, out = from;
  while (i < left && k < to) c[out++] = after(&spare[i], &c[k]) ? c[k++] : spare[i++];
  memcpy(c + out, spare + i, (left - i) * sizeof *c);
}

static size_t run_end(const gz_cand *c, size_t from, size_t n)
{
  size_t i = from + 1;
  while (i < n && !after(&c[i - 1], &c[i])) i++;
  return i;
}

void gz_cand_sort(gz_cand *c, size_t n)
{
  size_t first = n ? run_end(c, 0, n) : 0;
  if (first >= n) return;
  gz_cand *spare = gz_malloc(n * sizeof *c);
  size_t runs = 2;
  while (spare && runs > 1) {
    runs = 0;
    for (size_t at = 0; at < n; runs++) {
      size_t mid = run_end(c, at, n), end = mid < n ? run_end(c, mid, n) : n;
      if (mid < n) merge_runs(c + at, mid - at, end - at, spare);
      at = end;
    }
  }
  if (!spare) qsort(c, n, sizeof *c, by_place);
  gz_free(spare);
}

static int rank(const gz_cand *c)
{
  if (c->state == GZ_CAND_OPEN || c->state == GZ_CAND_DROPPED) return 0;
  int r = c->how == GZ_HOW_DISCOVERED ? 1 : c->how == GZ_HOW_SHORT ? 2 : c->state == GZ_CAND_MEANT ? 5 : 4;
  if (c->how == GZ_HOW_TICKER) r = 3;
  return 2 * r + (c->user ? 20 : 0) - c->grown;
}

/* The one candidate that a span stands for, or NULL; *next is the first candidate of another span. */
static gz_cand *winner(gz_cand *c, size_t i, size_t n, size_t *next)
{
  gz_cand *best = NULL;
  bool tie = false;
  size_t k = i;
  for (; k < n && c[k].span.start == c[i].span.start && c[k].span.end == c[i].span.end; k++) {
    int r = rank(&c[k]);
    if (!r) continue;
    if (!best || r > rank(best)) { best = &c[k]; tie = false; }
    else if (r == rank(best) && c[k].ref != best->ref) tie = true;
  }
  *next = k;
  return tie ? NULL : best;
}

static uint32_t length(const gz_cand *c) { return c->span.end - c->span.start; }

void gz_stage_pick(gz_ent_work *w)
{
  gz_cand *c = w->cands;
  size_t n = w->cand_count, kept = 0;
  gz_cand_sort(c, n);
  for (size_t i = 0, done = 1; i < n; done++) {
    if (done % 4096 == 0 && gz_work_stop(w, 0)) break;
    size_t next;
    gz_cand *best = winner(c, i, n, &next);
    i = next;
    if (!best) continue;
    gz_cand mine = *best;
    if (kept && mine.span.start < c[kept - 1].span.end) {
      /* Longer at the same place came first; a later one must be longer to push out what it overlaps. */
      if (length(&mine) <= length(&c[kept - 1]) || mine.span.start == c[kept - 1].span.start) continue;
      kept--;
      if (kept && mine.span.start < c[kept - 1].span.end) { kept++; continue; }
    }
    c[kept++] = mine;
  }
  w->cand_count = kept;
}
