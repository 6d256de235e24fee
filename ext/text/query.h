/* What a person types into a search box, as a safe FTS5 MATCH expression. */
#ifndef GZ_QUERY_H
#define GZ_QUERY_H
#include "base/buf.h"
#include "base/status.h"

/* Gives other names of what a term names: calls add(arg, name) for each. May be NULL. */
typedef struct gz_query_names {
  void (*each)(void *self, gz_view term, void (*add)(void *arg, gz_view name), void *arg);
  void *self;
} gz_query_names;

/* Appends the expression; never one that FTS5 refuses. Nothing to search for gives `""`, which matches nothing.
**   words                every one must occur (AND)
**   "exact phrase"       also with “ ” 「 」 『 』 « »; an unclosed one goes on to the end
**   -without, NOT this   must not occur
**   one OR other, a | b  either
**   prefix*              begins so
** A term that ends in a lone Han, Kana or Hangul character is asked as a prefix, because the index holds pairs. */
gz_status gz_query_build(gz_view words, const gz_query_names *names, gz_buf *out);

#endif
