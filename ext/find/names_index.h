/* What the finder asks of a connection's own names (floor-internal). Rows are numbered in the order in which they came. */
#ifndef GZ_NAMES_INDEX_H
#define GZ_NAMES_INDEX_H
#include "find/entity_work.h"

/* Compiles the names when they have changed since; must have succeeded before the functions below are used. */
gz_status gz_names_prepare(const gz_names *names);
const gz_trie *gz_names_trie(const gz_names *names);              /* value: a row */
const gz_filter *gz_names_filter(const gz_names *names);          /* NULL when there are no names */
uint32_t gz_names_next_alias(const gz_names *names, uint32_t row);    /* the next row with the same key, or UINT32_MAX */
void gz_names_alias(const gz_names *names, uint32_t row, gz_alias *out);
void gz_names_entity(const gz_names *names, uint32_t ref, gz_entity *out);     /* ref: GZ_REF_USER + number */
bool gz_names_hides(const gz_names *names, uint32_t alias_row);   /* has the connection deleted this built-in alias? */

#endif
