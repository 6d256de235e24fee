/* Who may stop long work. The caller of a long job (ext/bind) sets a watch for its thread; loops over a text ask it every
** GZ_WATCH_STRIDE bytes and, when it says stop, behave as if the text ended there. A watch that has stopped stays so: every loop behind
** ends at its first question, and whoever set it asks at the end whether the result is whole or to be thrown away. So no status has to
** be carried through the finders. Without a watch nothing is asked. */
#ifndef GZ_WATCH_H
#define GZ_WATCH_H
#include "base/buf.h"

#define GZ_WATCH_STRIDE ((size_t)1 << 14)

typedef struct gz_watch {
  bool (*stop)(void *arg);
  void *arg;
  bool stopped;
} gz_watch;

/* Sets the thread's watch, NULL for none; gives the one before, to be set again at the end. */
gz_watch *gz_watch_set(gz_watch *w);
/* Is the work to stop? Asks. */
bool gz_watch_stopped(void);
/* Has it been stopped? Does not ask: for whoever is to keep a result or throw it away. */
bool gz_watch_was_stopped(void);

/* memcpy in steps between which the watch is asked; false when it stopped. */
bool gz_watch_copy(void *to, const void *from, size_t n);
/* gz_buf_put in such steps: for pieces that may be megabytes long. */
void gz_watch_put(gz_buf *b, const char *p, size_t n);

/* For a loop at place pos of a text (or with pos items done): asks once a stride. *due begins as pos + GZ_WATCH_STRIDE. */
static inline bool gz_watch_at(size_t pos, size_t *due)
{
  if (pos < *due) return false;
  *due = pos + GZ_WATCH_STRIDE;
  return gz_watch_stopped();
}

#endif
