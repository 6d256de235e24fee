/* Between deal_roles.c and deal_carry.c. */
#ifndef GZ_DEAL_CARRY_H
#define GZ_DEAL_CARRY_H
#include "find/deal_party.h"

/* of deal_roles.c: the whole list that a name belongs to; of deal_score.c: a break harder than a comma; "it" right before the verb; bytes between two events */
void gz_take_list(const gz_want *w, size_t i, gz_parties *p);
bool gz_hard_between(const gz_clause *c, size_t x, size_t y);
bool gz_pronoun_before(const gz_analysis *a, const gz_clause *c, size_t verb);
uint32_t gz_event_gap(const gz_event *x, const gz_event *y);

/* of deal_carry.c: one party that stands elsewhere; who, unless it is the entity not_id; whom 后者 means; whom 其 means */
void gz_carry(gz_parties *p, uint32_t who);
uint32_t gz_other(const gz_analysis *a, uint32_t who, uint32_t not_id);
uint32_t gz_latter(const gz_analysis *a, const gz_clause *c, size_t cue, uint32_t receiver);
bool gz_this_round(gz_view text, const gz_clause *c, size_t cue);      /* 该轮, 这笔融资: the one just told of */
uint32_t gz_its(const gz_want *w);
/* The actor, the target that the clause does not name; left empty when nobody can be meant. */
void gz_carried_actor(const gz_want *w, gz_discourse *d, gz_parties *p);
void gz_carried_target(const gz_want *w, gz_discourse *d, bool has_sum, bool has_percent, const gz_parties *actors, gz_parties *p);

#endif
