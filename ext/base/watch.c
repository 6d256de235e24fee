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
