/* The names that a scan knows besides the built-in gazetteer: an immutable, reference-counted snapshot of a connection's own
** aliases and of the built-in ones that it has deleted. One connection, one thread: the count is a plain integer.
**
** Changing: gz_names_edit gives an object that may be changed: the same one while nobody else holds it, else a copy. Rows are only
** appended or marked dead, and each change is logged, so that going back to an earlier mark is cheap (ROLLBACK, SAVEPOINT).
** What a scan needs (trie, bitmaps) is compiled when it is next asked for, not per change. */
#ifndef GZ_NAMES_H
#define GZ_NAMES_H
#include "base/status.h"
#include "base/view.h"

typedef struct gz_names gz_names;

/* One row of the table `gazetteer`. Empty views stand for NULL. */
typedef struct gz_name_fields {
  gz_view entity, type, alias, lang, ticker, qid, parent, context, not_in;
} gz_name_fields;

gz_names *gz_names_new(void);                   /* NULL when out of memory */
gz_names *gz_names_retain(gz_names *names);     /* NULL stays NULL */
void gz_names_release(gz_names *names);

/* Takes over the reference. NULL (and the reference kept) when out of memory. */
gz_names *gz_names_edit(gz_names *names);
/* Adds a row; *row is its number. GZ_ERROR when it contradicts what is there: *why says how (heap text for gz_free, or NULL). */
gz_status gz_names_add(gz_names *names, const gz_name_fields *f, uint32_t *row, char **why);
gz_status gz_names_remove(gz_names *names, uint32_t row);               /* one of the connection's own rows */
gz_status gz_names_hide(gz_names *names, uint32_t alias_row);           /* a built-in one */
size_t gz_names_mark(const gz_names *names);                            /* how many changes are logged */
void gz_names_undo(gz_names *names, size_t mark);                       /* back to a mark; cannot fail */
void gz_names_forget_log(gz_names *names);                              /* after COMMIT: nothing to go back to */

uint32_t gz_names_rows(const gz_names *names);                          /* rows ever added, dead ones included */
bool gz_names_row(const gz_names *names, uint32_t row, gz_name_fields *out);     /* false when dead */
/* The connection's rows whose alias folds to the same key, newest first; UINT32_MAX at the end. */
uint32_t gz_names_first_alias(const gz_names *names, gz_view alias);
uint32_t gz_names_next_alias(const gz_names *names, uint32_t row);
bool gz_names_hides(const gz_names *names, uint32_t alias_row);         /* has the connection deleted this built-in alias? */

#endif
