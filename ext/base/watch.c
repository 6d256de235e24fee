/* The watch of a thread: one pointer, so that connections in different threads do not see each other's. */
#include "base/watch.h"

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
