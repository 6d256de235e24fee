/* What the two halves of the entity generator share: entgen.c reads and judges the tables, entgen_out.c writes them as C. */
#ifndef GZ_ENTGEN_H
#define GZ_ENTGEN_H
#include "gen/tsv.h"
#include "find/entity_data.h"
#include "text/trie_build.h"

typedef struct ent_entity {
  const char *id, *name, *qid, *ticker, *parent_id;
  uint32_t parent;               /* index or GZ_ENT_NONE */
  unsigned type;
  int line;
  bool named;                    /* its canonical name is listed among the aliases */
} ent_entity;

typedef struct ent_alias {
  const char *text, *key, *left, *right, *in;     /* text as written; the others folded */
  uint32_t key_n, entity, lang;
  uint64_t context;
  unsigned rule, class, kind;    /* enum gz_alias_case, enum gz_alias_class, index of kind */
  int line;                      /* 0: implied by the canonical name */
} ent_alias;

typedef struct ent_listing { const char *key; uint32_t entity; int line; } ent_listing;
typedef struct ent_word { const char *key; uint64_t mask; int line; } ent_word;

typedef struct ent_tables {
  ent_entity *entities; size_t entity_count, entity_cap;
  ent_alias *aliases;   size_t alias_count, alias_cap;
  ent_listing *listings; size_t listing_count, listing_cap;
  ent_word *words;      size_t word_count, word_cap;
  const char *classes[64]; unsigned class_count;
  const char *langs[250];  unsigned lang_count;
  const char *kinds[16];   unsigned kind_count;
} ent_tables;

/* A string map: open addressing, never shrinks. */
typedef struct ent_map { const char **keys; uint32_t *values; size_t count, cap; } ent_map;
uint32_t *ent_map_at(ent_map *m, const char *key, bool *fresh);     /* makes the entry when it is not there */
uint32_t *ent_map_find(const ent_map *m, const char *key);          /* NULL when it is not there */
char *ent_copy(const char *z);
void *ent_room(void *items, size_t *cap, size_t count, size_t size);

void ent_write(const ent_tables *t, const char *path);

#endif
