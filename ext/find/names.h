/* The names that a scan knows besides the built-in gazetteer: an immutable, reference-counted snapshot of a connection's own
** aliases. One connection, one thread: the count is a plain integer. */
#ifndef GZ_NAMES_H
#define GZ_NAMES_H
#include "base/status.h"
#include "base/view.h"

typedef struct gz_names gz_names;

gz_names *gz_names_retain(gz_names *names);     /* NULL stays NULL */
void gz_names_release(gz_names *names);

#endif
