/* Transport damage and its repair (DESIGN "Repair"): mojibake, glossed Han, byte slips, HTML entities, zero-width junk,
** compatibility forms. A repair replaces a stretch of the text; whatever is not replaced stays byte for byte. */
#ifndef GZ_REPAIR_H
#define GZ_REPAIR_H
#include "base/arena.h"
#include "base/status.h"

typedef struct gz_repair {
  gz_span span;          /* in the damaged text */
  gz_view becomes;       /* lives in the arena given, or in const data */
  const char *rule;      /* static */
} gz_repair;

/* All repairs of a text, in order, not overlapping. *list is heap memory for gz_free. */
gz_status gz_repairs(gz_view text, gz_arena *arena, gz_repair **list, size_t *count);

#endif
