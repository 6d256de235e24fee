/* Points of time as page heads and records write them. */
#ifndef GZ_STAMP_H
#define GZ_STAMP_H
#include "base/view.h"

/* The date that a record gives (ISO 8601, epoch seconds or milliseconds, or any form gz_stamp_find reads) as EDTF; false: none. */
bool gz_stamp_given(gz_view text, char edtf[40]);

#endif
