/* Frames: what kind of deal a cue states, with which sum and percentage. */
#ifndef GZ_DEAL_FRAME_H
#define GZ_DEAL_FRAME_H
#include "find/deal_roles.h"
#include "lex_deal_cues.h"

typedef struct gz_proposal {
  const lex_deal_cues_row *row;
  gz_frame frame;
  size_t cue, sum, percent;
  bool has_sum, has_percent;
  gz_roles roles;
} gz_proposal;

/* The sum that the cue says, or GZ_NO_EVENT. */
size_t gz_deal_sum(const gz_analysis *a, const gz_clause *c, size_t cue);
/* The frame of the cue's row, changed where the clause asks for another; finds the percentage. */
void gz_choose_frame(const gz_analysis *a, const gz_clause *c, gz_proposal *p);
/* The noun by which the verb's object turns out to be a stake ("bought a 10% stake in X"), or GZ_NO_EVENT. */
size_t gz_about_stake(const gz_analysis *a, const gz_clause *c, size_t cue);
/* The noun of shares only says of what: a sale before it, a sale behind it (Chinese), a purchase before it. */
bool gz_stake_of_sale(const gz_clause *c, size_t cue);
size_t gz_shares_before(const gz_clause *c, size_t sale);      /* 将X的10%股份出售: that noun, or GZ_NO_EVENT */
bool gz_sold_behind(const gz_clause *c, size_t stake);
bool gz_bought_before(const gz_clause *c, size_t cue);
/* 受让X持有的Y股权: "held" only says whose the shares were. */
bool gz_held_by_another(const gz_clause *c, size_t cue);
/* All shares: no stake. */
bool gz_whole_of_it(const gz_analysis *a, const gz_clause *c, size_t stake);
/* "cut its stake in X by 5%" */
bool gz_changed_by(const gz_clause *c, size_t percent);

#endif
