/* The built-in gazetteer as the generator (ext/gen/entgen.c) lays it out: read-only tables without pointers, so that the
** dynamic linker has nothing to relocate. Text cells are offsets into one string pool; offset 0 is "".
**
** Alias rows are grouped by entity, in the order of aliases.tsv. The trie finds a key; its value is an alias row, or, with
** GZ_ALIAS_MANY set, a place in gz_ent_many: rows that share the key, the last one marked with GZ_ALIAS_LAST. */
#ifndef GZ_ENTITY_DATA_H
#define GZ_ENTITY_DATA_H
#include "find/entity_filter.h"
#include "text/trie.h"

#define GZ_ALIAS_MANY 0x400000u      /* within GZ_TRIE_FIELD_MAX of text/trie.h */
#define GZ_ALIAS_LAST 0x80000000u
#define GZ_ENT_NONE 0xFFFFu

enum gz_alias_case { GZ_CASE_ANY, GZ_CASE_EXACT, GZ_CASE_UPPER };
enum gz_alias_class { GZ_CLASS_SURE, GZ_CLASS_AMBIGUOUS, GZ_CLASS_COMMON };

typedef struct gz_ent_row {
  uint32_t name, ticker;        /* pool */
  uint32_t first_alias;         /* rows up to the next entity's first_alias */
  uint16_t parent;              /* entity or GZ_ENT_NONE */
  uint8_t type;                 /* enum gz_entity_type */
  uint8_t item;                 /* has it a place in gz_ent_items? */
} gz_ent_row;

/* The Wikidata item of an entity, of the few that have one; in the order of the entities. */
typedef struct gz_ent_item { uint32_t qid; uint16_t entity; } gz_ent_item;

/* What many aliases have in common. */
typedef struct gz_alias_facts {
  uint16_t guard;               /* gz_ent_guards, 0 = none */
  uint16_t context;             /* gz_ent_contexts, 0 = none */
  uint8_t lang;                 /* gz_ent_langs */
  uint8_t flags;                /* case rule in bits 0-1, ambiguity class in bits 2-3, kind in bits 4-7 */
} gz_alias_facts;

typedef struct gz_alias_row {
  uint32_t text;                /* pool: as written in the data */
  uint16_t entity;
  uint16_t facts;               /* gz_ent_facts */
} gz_alias_row;


/* What must not stand around an alias: pool offsets of `|`-separated folded strings; and gz_near_bit of the characters that begin it,
** right before or behind the alias: where none of them stands, the strings need not be looked at. */
typedef struct gz_guard_row { uint64_t before, behind; uint32_t left, right, in; } gz_guard_row;
static inline uint64_t gz_near_bit(uint32_t folded) { return (uint64_t)1 << (folded * 0x9E3779B1u >> 26); }

#define GZ_KIND_NAME 0u
#define GZ_KIND_TICKER 1u
static inline unsigned gz_alias_case(unsigned flags) { return flags & 3u; }
static inline unsigned gz_alias_class(unsigned flags) { return flags >> 2 & 3u; }
static inline unsigned gz_alias_kind(unsigned flags) { return flags >> 4; }

extern const gz_ent_row gz_ent_rows[];          /* one more than gz_ent_count: the last gives only first_alias */
extern const uint32_t gz_ent_count;
extern const gz_ent_item gz_ent_items[];
#define GZ_ENT_BLOCK 32u
extern const uint16_t gz_ent_item_from[];       /* how many items the entities before each block of GZ_ENT_BLOCK have */
extern const gz_alias_row gz_ent_aliases[];
extern const gz_alias_facts gz_ent_facts[];
extern const uint32_t gz_ent_alias_count;
extern const uint32_t gz_ent_many[];
extern const gz_guard_row gz_ent_guards[];
extern const uint64_t gz_ent_contexts[];        /* masks of context classes */
extern const char *gz_ent_class_name(unsigned bit);    /* "" past the last */
extern const char gz_ent_pool[];
extern const uint32_t gz_ent_langs[];           /* pool */
extern const uint32_t gz_ent_lang_count;
extern const gz_trie gz_ent_trie;
extern const gz_filter gz_ent_filter;
extern const gz_trie gz_ent_listing_trie;       /* "us:amzn", "hk:700" (no leading zeros) -> entity */
extern const gz_trie gz_ent_context_trie;       /* context word -> place in gz_ent_word_masks */
#define GZ_CONTEXT_BITS 14u
extern const gz_filter gz_ent_context_filter;   /* ahead of that trie */
extern const uint64_t gz_ent_word_masks[];
/* Comparable keys of the aliases (name_norm.h) that are not the folded alias itself, by hash, and the rows of gz_ent_aliases: equal hashes
** follow one another. */
extern const uint32_t gz_ent_norm_hash[];
extern const uint16_t gz_ent_norm_alias[];
extern const uint32_t gz_ent_norm_count;

static inline const char *gz_ent_str(uint32_t offset) { return gz_ent_pool + offset; }

/* The entity's Wikidata item, "" if none is known. */
static inline const char *gz_ent_qid(uint32_t entity)
{
  if (!gz_ent_rows[entity].item) return "";
  uint32_t i = gz_ent_item_from[entity / GZ_ENT_BLOCK];
  while (gz_ent_items[i].entity < entity) i++;
  return gz_ent_items[i].entity == entity ? gz_ent_str(gz_ent_items[i].qid) : "";
}

#endif
