/* What the stages of the entity finder share (floor-internal). The stages, in order:
**   scan      every place where a listed name starts: candidates that pass the rules of entity_rules.c and entity_veto.c
**   ticker    $AMZN, (AMZN.US), NASDAQ: AMZN, 00700.HK
**   context   which ambiguous candidates are meant (entity_context.c)
**   list      ambiguous names joined to one that is meant (entity_list.c)
**   discover  names that are not listed (discover_*.c)
**   short     later short forms of names met before (entity_short.c)
**   pick      longest wins, ties link nothing (entity_pick.c)
** An entity is a number, a gz_ref: built-in entities by their row, a connection's own from GZ_REF_USER, discovered ones from GZ_REF_FOUND. */
#ifndef GZ_ENTITY_WORK_H
#define GZ_ENTITY_WORK_H
#include "find/entity.h"
#include "find/entity_data.h"

#define GZ_REF_USER 0x40000000u
#define GZ_REF_FOUND 0x80000000u
#define GZ_REF_NONE 0xFFFFFFFFu

/* An alias, wherever it comes from. */
typedef struct gz_alias {
  const char *text;              /* as written in the data */
  const char *left, *right, *in; /* folded, `|`-separated; "" for none */
  const char *words;             /* a user's own context words, folded, `|`-separated; "" for none */
  uint64_t before, behind;       /* see gz_guard_row */
  uint64_t context;              /* mask of context classes */
  uint32_t ref, lang;            /* lang: index into gz_ent_langs, or UINT32_MAX */
  uint8_t rule, class, kind;
  bool user;
} gz_alias;

enum gz_cand_state { GZ_CAND_SURE, GZ_CAND_MEANT, GZ_CAND_OPEN, GZ_CAND_DROPPED };

typedef struct gz_cand {
  gz_span span;
  uint32_t ref;
  uint8_t state;                 /* SURE: unambiguous; MEANT: ambiguous, but context speaks for it; OPEN: not decided */
  uint8_t how;                   /* enum gz_entity_how */
  uint8_t class;                 /* enum gz_alias_class */
  bool user;
  uint64_t context;
  const char *words;
  bool grown;                    /* by a legal form or a class of shares: gives way to a name that is listed so */
} gz_cand;

/* A discovered entity. */
typedef struct gz_found { const char *name; gz_span first; uint32_t hash; uint8_t type; } gz_found;

/* Characters U+4E00..U+9FFF that stand side by side from a place of the text on; their folded forms from a place of gz_ent_work.han on. */
typedef struct gz_han_run { uint32_t start, count; size_t at; bool rare; } gz_han_run;      /* rare: one folds to another than U+4E00..U+9FFF */
#define GZ_HAN_KEPT ((size_t)1 << 20)        /* no more characters are kept */

/* The run of Han that the scan is in, from byte to byte: its folded characters. */
typedef struct gz_han_now { const uint16_t *cp; uint32_t from, end; } gz_han_now;

typedef struct gz_ent_work {
  gz_view text;
  const gz_names *names;
  gz_arena *arena;
  gz_ent_options options;
  gz_cand *cands;
  size_t cand_count, cand_cap;
  gz_found *found;
  size_t found_count, found_cap;
  uint32_t *name_slots;          /* hash of discovered names -> index + 1 in found */
  size_t slot_count;
  gz_han_now now;
  uint16_t *han;                 /* folded characters of the runs of Han that the scan met, one run after the other: the discoverer decodes none */
  gz_han_run *runs;
  size_t han_count, han_cap, run_count, run_cap;
  uint32_t scripts;              /* scripts met by the scan: 1 << GZ_SCRIPT_* (31: others) */
  bool kana;                     /* among them hiragana or katakana: from where to where */
  size_t kana_from, kana_to;
  size_t polled;                 /* text position of the last poll */
  bool stopped, nomem;
} gz_ent_work;

/* Adds a candidate; false (and nomem set) when out of memory. */
bool gz_cand_add(gz_ent_work *w, const gz_cand *c);
/* True when the caller must give up: memory is gone, or the watch (base/watch.h) said stop. pos: how far the stage has come. */
bool gz_work_stop(gz_ent_work *w, size_t pos);
void gz_cand_sort(gz_cand *c, size_t n);       /* by start, longer first */

/* names.c */
bool gz_alias_builtin(const gz_names *names, uint32_t row, gz_alias *out);      /* false when hidden */
void gz_ref_fill(uint32_t ref, const gz_ent_work *w, const gz_names *names, gz_entity *out);
uint8_t gz_ref_type(uint32_t ref, const gz_ent_work *w, const gz_names *names);
uint32_t gz_ref_parent(uint32_t ref);      /* of built-in entities; GZ_REF_NONE otherwise */

/* entity_rules.c: the first four steps of the decision order, each a function of its own. */
bool gz_rule_plain_place(gz_view text, gz_span s);             /* true: none of the rules below (but for those of the alias) refuses */
bool gz_rule_boundary(gz_view text, gz_span s);
bool gz_rule_address(gz_view text, gz_span s);                 /* not inside an e-mail or web address */
bool gz_rule_number(gz_view text, gz_span s);                  /* not US in US$4, not GPT-4 in GPT-4.5 */
bool gz_rule_guards(gz_view text, gz_span s, const gz_alias *a);
bool gz_rule_case(gz_view text, gz_span s, const gz_alias *a);
bool gz_folded_at(gz_view text, size_t pos, gz_view folded);           /* does the text continue so? */
bool gz_folded_before(gz_view text, size_t pos, gz_view folded);       /* does it end so before pos? */
/* entity_veto.c */
bool gz_rule_crossing(gz_view text, gz_span s);                /* false when everyday words cut the match apart */
bool gz_surely_uncrossed(gz_view text, const gz_han_now *run, gz_span s);    /* for a match within the run: true where no word can do so; where false, the rule tells */

/* entity_ticker.c */
uint32_t gz_ticker_whole(gz_view v);                           /* GZ_REF_NONE when it is no ticker that is known */

/* entity_defined.c: the short name that stands defined behind a name that ends at `end`. */
bool gz_defined_name(gz_view text, uint32_t end, gz_span *name);

/* The stages. */
void gz_stage_scan(gz_ent_work *w);
void gz_stage_ticker(gz_ent_work *w);
void gz_stage_context(gz_ent_work *w);
void gz_stage_list(gz_ent_work *w);
void gz_stage_discover(gz_ent_work *w);
void gz_stage_short(gz_ent_work *w);
void gz_stage_pick(gz_ent_work *w);

/* The Han character U+4E00..U+9FFF of three bytes at pos, with no continuation byte behind it; 0 for all else and close to the end of the text. */
static inline bool gz_plain_han(uint32_t cp) { return cp - 0x4E00u < 0x5200u; }
static inline uint32_t gz_plain_han_at(gz_view t, size_t pos)
{
  uint32_t cp = pos + 4 > t.n ? 0 : gz_utf8_three(t.p + pos);
  return gz_plain_han(cp) ? cp : 0;
}

/* Bounds of the sentence around a span, found by looking no farther than GZ_NEAR bytes to either side. */
#define GZ_NEAR 600
gz_span gz_near_sentence(gz_view text, gz_span s);

#endif
