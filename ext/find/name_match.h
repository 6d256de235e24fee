/* Do two spellings name the same? Looser than equal keys (name_norm.h): words in another order, initials, one slip of the pen,
** names of people with parts left out. */
#ifndef GZ_NAME_MATCH_H
#define GZ_NAME_MATCH_H
#include "find/name_norm.h"

bool gz_name_match(gz_view a, gz_view b);

#endif
