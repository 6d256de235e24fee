/* Who takes part in a deal: from the slots that a cue asks for, the markers of the names around it, and what was said before. */
#ifndef GZ_DEAL_ROLES_H
#define GZ_DEAL_ROLES_H
#include "find/measure.h"

#define GZ_NO_PARTY UINT32_MAX

/* What earlier clauses leave behind: indexes into the entity layer. */
typedef struct gz_discourse {
  uint32_t topic;            /* a name that heads the paragraph ("Microsoft: ...") */
  gz_subject said;           /* subject of the last clause that had one: gz_discourse_subject */
  gz_subject firm;           /* the last that was an organisation */
  uint32_t main;             /* the organisation that the text names most, GZ_NO_PARTY when not yet looked for */
  uint32_t target;           /* target of the last deal of this paragraph */
  uint32_t receiver;         /* whom the last deal of this sentence was about (raise: its actor; else its target) */
  uint32_t about;            /* whom the last deal of the text was about */
  uint32_t about_age;        /* clauses since */
  uint32_t traded;           /* whom the last deal of any kind was about, one that is denied too */
  uint32_t traded_age;
  uint32_t finer;            /* who fined last in this sentence */
  uint32_t last_end;         /* where the clause before ended */
} gz_discourse;

void gz_discourse_begin(gz_discourse *d);
void gz_discourse_enter(gz_discourse *d, const gz_analysis *a, const gz_clause *c);      /* before the deals of a clause */
void gz_discourse_leave(gz_discourse *d, const gz_analysis *a, const gz_clause *c);      /* after them */

void gz_discourse_deal(gz_discourse *d, const gz_analysis *a, uint32_t who, bool funded);      /* a deal was about an organisation; funded: money went into it */

#define GZ_PARTIES_MAX 8

typedef struct gz_parties {
  uint32_t who[GZ_PARTIES_MAX];          /* entity indexes, the chosen one first */
  size_t count;
  size_t event;              /* where the first stands in the clause, or GZ_NO_EVENT when carried */
} gz_parties;

typedef struct gz_roles { gz_parties actor, target; } gz_roles;

/* The frame that a cue is read by: its row's, or another that the clause asks for (the sale of a stake is done to its owner). */
typedef struct gz_frame {
  unsigned kind;
  uint32_t actor, target;    /* slots */
  bool has_sum, has_percent;
  size_t verb;               /* the event around which subject and object stand: the cue, or the word that governs it ("ordered X to pay") */
} gz_frame;

/* Fills both roles of the cue (an event index) as far as they can be found. */
void gz_deal_roles(const gz_analysis *a, const gz_clause *c, size_t cue, gz_discourse *d, const gz_frame *f, gz_roles *out);

#endif
