/* Who can take part: shared by deal_roles.c, deal_discourse.c and deal_party.c. */
#ifndef GZ_DEAL_PARTY_H
#define GZ_DEAL_PARTY_H
#include "find/deal_roles.h"

typedef struct gz_want {
  const gz_analysis *a;
  const gz_clause *c;
  size_t cue;
  uint32_t slots;
  unsigned kind;
  bool is_target;
  uint32_t not_id;           /* entity id that holds the other role, or GZ_NO_PARTY */
  size_t verb;               /* around which subject and object stand: the cue, mostly */
  uint32_t was_target;       /* entity id that the sentence's last deal was done to: no subject of what follows, or GZ_NO_PARTY */
} gz_want;

/* Chinese, Japanese, Korean: the subject may be left out. */
static inline bool gz_drops_subjects(const gz_clause *c) { return c->lang[0] == 'z' || c->lang[0] == 'j' || c->lang[0] == 'k'; }      /* zh, ja, ko */

/* "the Financial Times reported": who tells does not take part. */
bool gz_tells(const gz_clause *c, const gz_event *e);
/* "DeepMind researchers", "Tidemark-backed": not the company itself. Every role asks: the names of a clause are marked once, before roles are read. */
void gz_people_find(gz_view text, gz_clause *c);
/* The subject of the sentences before, as far as the clause can mean it: "it" is no person. GZ_NO_PARTY: none. */
uint32_t gz_subject_told(const gz_want *w, gz_discourse *d);
/* Can the name hold the role that is wanted? */
bool gz_party_fits(const gz_want *w, const gz_event *e);

#endif
