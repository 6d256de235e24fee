/* Does a number surely measure nothing? */
#ifndef GZ_QUANTITY_QUIET_H
#define GZ_QUANTITY_QUIET_H
#include "find/numeral.h"

/* False where it may be a quantity, or a part of one: look at it in full. */
bool gz_quantity_quiet(gz_view text, const gz_numeral *n);

#endif
