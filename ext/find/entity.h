/* Named entities: listed names (built-in gazetteer and a connection's own), tickers, short forms, discovered names. */
#ifndef GZ_ENTITY_H
#define GZ_ENTITY_H
#include "base/arena.h"
#include "base/status.h"
#include "find/names.h"

enum gz_entity_type { GZ_ORG, GZ_PERSON, GZ_PRODUCT, GZ_PLACE, GZ_PUBLICATION };
enum gz_entity_how { GZ_HOW_NAME, GZ_HOW_TICKER, GZ_HOW_SHORT, GZ_HOW_DISCOVERED };

typedef struct gz_entity {
  gz_span span;
  const char *name;          /* canonical; const data, the names snapshot, or the arena */
  const char *qid;           /* or NULL */
  const char *ticker;        /* or NULL */
  const char *parent;        /* canonical name of the owner, or NULL */
  uint32_t id;               /* equal for mentions of the same entity within one text, discovered ones included */
  uint8_t type;              /* enum gz_entity_type */
  uint8_t how;               /* enum gz_entity_how */
} gz_entity;

typedef struct gz_ent_options {
  bool listed_only;          /* no discovery */
} gz_ent_options;

/* All mentions, in order, not overlapping. *list is heap memory for gz_free; strings live in arena/names/const data.
** options may be NULL. */
gz_status gz_entities(gz_view text, const gz_names *names, const gz_ent_options *options, gz_arena *arena, gz_entity **list, size_t *count);

/* The entity that the whole string names; *found is false when there is none, or several. name etc. as above. */
gz_status gz_entity_of(gz_view mention, const gz_names *names, gz_entity *out, bool *found);
/* Its name in a language (BCP 47), NULL when none is known. */
const char *gz_entity_name_in(const gz_entity *e, const char *lang, const gz_names *names);

/* Every unambiguous name of the entity, its tickers and the connection's own names of it; those that fold alike once. */
void gz_entity_each_name(const gz_entity *e, const gz_names *names, void (*add)(void *arg, gz_view name), void *arg);

const char *gz_entity_type_name(unsigned type);
const char *gz_entity_how_name(unsigned how);

#endif
