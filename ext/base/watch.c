/* The watch of a thread: one pointer, so that connections in different threads do not see each other's. */
#include "base/watch.h"
#include <string.h>

static _Thread_local gz_watch *watching;

gz_watch *gz_watch_set(gz_watch *w)
{
  gz_watch *before = watching;
  watching = w;
  return before;
}

bool gz_watch_was_stopped(void) { return watching && watching->stopped; }

bool gz_watch_stopped(void)
{
  if (!watching) return false;
  if (!watching->stopped && watching->stop(watching->arg)) watching->stopped = true;
  return watching->stopped;
}

#define COPY_STEP ((size_t)1 << 20)

bool gz_watch_copy(void *to, const void *from, size_t n)
{
  for (size_t i = 0; i < n; i += COPY_STEP) {
    if (i && gz_watch_stopped()) return false;
    memcpy((char *)to + i, (const char *)from + i, n - i < COPY_STEP ? n - i : COPY_STEP);
  }
  return true;
}

void gz_watch_put(gz_buf *b, const char *p, size_t n)
{
  if (n <= COPY_STEP) { gz_buf_put(b, p, n); return; }
  if (!gz_buf_reserve(b, n)) return;
  for (size_t i = 0; i < n && !(i && gz_watch_stopped()); i += COPY_STEP) gz_buf_put(b, p + i, n - i < COPY_STEP ? n - i : COPY_STEP);
}
