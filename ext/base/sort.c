/* Natural merge sort: each round merges every run that ascends with the one behind it, until one run is left. */
#include "base/sort.h"
#include "base/alloc.h"
#include "base/watch.h"
#include <string.h>

#define ASK_EVERY 1024

/* The end of the run that begins at `from`. */
static size_t run_end(const char *p, size_t from, size_t n, size_t size, int (*compare)(const void *, const void *))
{
  size_t end = from + 1;
  while (end < n && compare(p + (end - 1) * size, p + end * size) <= 0) end++;
  return end < n ? end : n;
}

bool gz_sort(void *items, size_t n, size_t size, int (*compare)(const void *, const void *))
{
  char *p = items, *to = NULL;
  bool ok = true;
  size_t first = n ? run_end(p, 0, n, size, compare) : 0;
  if (first < n && !(to = gz_malloc(n * size))) return false;
  while (ok && first < n) {
    for (size_t at = 0; ok && at < n;) {                   /* two runs become one */
      size_t mid = at ? run_end(p, at, n, size, compare) : first, end = mid < n ? run_end(p, mid, n, size, compare) : n, a = at, b = mid;
      for (size_t out = at; out < end && ok; out++) {
        if (out % ASK_EVERY == 0 && gz_watch_stopped()) ok = false;
        memcpy(to + out * size, p + (b == end || (a < mid && compare(p + a * size, p + b * size) <= 0) ? a++ : b++) * size, size);
      }
      ok = ok && gz_watch_copy(p + at * size, to + at * size, (end - at) * size);
      at = end;
    }
    first = ok ? run_end(p, 0, n, size, compare) : n;
  }
  gz_free(to);
  return ok;
}
