/* The inside of a snapshot, shared by names.c (changing) and names_index.c (compiling, asking). */
#ifndef GZ_NAMES_STORE_H
#define GZ_NAMES_STORE_H
#include "find/names_index.h"
#include "text/trie_build.h"

#define GZ_NO_ROW UINT32_MAX

/* A row is one block: this, then its texts, each NUL-terminated. Never changed; shared by copies of the snapshot. */
typedef struct gz_name_row {
  uint32_t refs;
  uint32_t hash;                 /* of the folded alias */
  uint32_t key_hash;             /* of the comparable key (name_norm.h) */
  uint16_t key_n;                /* length of the folded alias */
  uint8_t type;
  bool typed;
  const char *key;               /* folded alias */
  const char *entity, *alias, *lang, *ticker, *qid, *parent, *context, *not_in;     /* "" for none */
  const char *words, *in;        /* context and not_in, folded */
} gz_name_row;

typedef struct gz_name_op { uint32_t row; bool builtin, added; } gz_name_op;

/* Compiled for scanning. */
typedef struct gz_names_built {
  gz_trie trie;
  uint64_t *bits;                /* of the filter */
  gz_filter filter;
  uint32_t *entity;              /* per row: gz_ref */
  uint32_t *key_slots;           /* rows by key_hash: head of a chain */
  uint32_t *key_next;
  size_t key_cap;
  uint32_t live;
} gz_names_built;

struct gz_names {
  int refs;
  gz_name_row **rows;
  unsigned char *dead;
  uint32_t *next;                /* older row with the same folded alias */
  uint32_t count;
  size_t cap;
  uint32_t *slots;               /* folded alias -> newest row */
  size_t slot_cap, slot_count;
  uint64_t *hidden;              /* bit per built-in alias, or NULL */
  gz_name_op *log;
  size_t log_count, log_cap;
  gz_names_built *built;         /* NULL: to be compiled */
};

void gz_names_unbuild(gz_names *names);
/* The built-in entity of exactly this canonical name, or GZ_REF_NONE. */
uint32_t gz_builtin_named(gz_view name);

#endif
