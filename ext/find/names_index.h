/* What the finder asks of a connection's own names (floor-internal). Rows are numbered in the order in which they came. */
#ifndef GZ_NAMES_INDEX_H
#define GZ_NAMES_INDEX_H
#include "find/entity_work.h"

/* Compiles the names when they have changed since; must have succeeded before the functions below are used. */
gz_status gz_names_prepare(const gz_names *names);
const gz_trie *gz_names_trie(const gz_names *names);              /* value: a row */
const gz_filter *gz_names_filter(const gz_names *names);          /* NULL when there are no names */
void gz_names_alias(const gz_names *names, uint32_t row, gz_alias *out);
void gz_names_entity(const gz_names *names, uint32_t ref, gz_entity *out);     /* ref: GZ_REF_USER + number */
uint32_t gz_names_first_key(const gz_names *names, uint32_t hash);       /* rows by the hash of their comparable key, or UINT32_MAX */
uint32_t gz_names_next_key(const gz_names *names, uint32_t row);
const char *gz_names_in_lang(const gz_names *names, const char *entity, const char *lang);      /* NULL when there is none */

#endif
