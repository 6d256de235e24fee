/* Between deal_roles.c and deal_score.c. */
#ifndef GZ_DEAL_SCORE_H
#define GZ_DEAL_SCORE_H
#include "find/deal_carry.h"

/* The name of the clause that fits the wanted role best: its event, or GZ_NO_EVENT. */
size_t gz_role_find(const gz_want *w);
/* "Codeium, which was valued at": does the name stand right before the clause that only speaks of it? */
bool gz_relative_subject(const gz_want *w, size_t i);

/* X以2600亿美元的估值领投: X values another. */
bool gz_leads_at(const gz_want *w, size_t i);

#endif
