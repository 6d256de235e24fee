/* What forbids a deal that a cue proposes. Events by their index in the clause. */
#ifndef GZ_DEAL_BLOCK_H
#define GZ_DEAL_BLOCK_H
#include "find/clause.h"
#include "find/money.h"

/* Right behind the cue, or by what the clause says with it, it is something else: "raised prices", 投资中. */
bool gz_deal_blocked(gz_view text, const gz_clause *c, size_t cue, bool has_sum);
/* Does the sentence end in a question mark? */
bool gz_deal_asks(gz_view text, const gz_clause *c);
/* A sum that no deal has: the price of a share. */
bool gz_deal_too_small(const gz_money *m);

#endif
