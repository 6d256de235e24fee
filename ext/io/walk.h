/* Walks a root: a folder (recursively, sorted by path, links not followed), a single file, or a glob. One directory level at a time is
** in memory. Every entry that is no folder gives a row; what cannot be read gives one with an error and the walk goes on. */
#ifndef GZ_WALK_H
#define GZ_WALK_H
#include "base/status.h"
#include "base/view.h"

enum gz_format { GZ_FORMAT_NONE, GZ_FORMAT_TXT, GZ_FORMAT_MD, GZ_FORMAT_JSONL, GZ_FORMAT_WET };

typedef struct gz_walk gz_walk;

typedef struct gz_file {
  const char *path;        /* relative to the root, UTF-8; bytes of a name that are none are written \xNN, as is the backslash of a name that says \xNN itself:
                              no two look alike. Valid until the next row */
  int64_t size, mtime;     /* -1 when unknown */
  uint8_t format;          /* enum gz_format, by the name's ending */
  const char *error;       /* static; NULL when the file may be opened */
} gz_file;

/* only: NULL, or the one path (as a row gave it) that is wanted. GZ_ERROR: the root is bad, *why (static) says how. */
gz_status gz_walk_begin(gz_view root, const char *only, gz_walk **out, const char **why);
gz_status gz_walk_next(gz_walk *w, gz_file *out);          /* GZ_ROW, GZ_DONE or GZ_NOMEM */
int gz_walk_open(gz_walk *w, const char **error);          /* descriptor of the current row's file, or -1 */
void gz_walk_end(gz_walk *w);

const char *gz_format_name(unsigned format);               /* NULL for GZ_FORMAT_NONE */

#endif
