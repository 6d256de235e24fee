/* The parts of the scan for listed names (floor-internal; see entity_scan.c). Each gives false when the scan is to end. */
#ifndef GZ_ENTITY_SCAN_H
#define GZ_ENTITY_SCAN_H
#include "find/entity_work.h"

/* The names that start at pos, of the built-in ones and of the connection's own. */
bool gz_scan_try(gz_ent_work *w, size_t pos, bool builtin, bool user);
/* Names that begin with an ASCII word. */
bool gz_scan_words(gz_ent_work *w);
/* Names that begin with another character; what scripts the text holds. */
bool gz_scan_wide(gz_ent_work *w);

#endif
