/* Words right behind a name that turn it into somebody or something else (deal_beside.tsv). */
#ifndef GZ_DEAL_BESIDE_H
#define GZ_DEAL_BESIDE_H
#include "base/view.h"
#include "lex_deal_beside.h"

/* Does a word of this role (LEX_DEAL_BESIDE_ROLE_…) stand at pos? Latin words whole. */
bool gz_deal_beside(gz_view t, size_t pos, unsigned role);

#endif
