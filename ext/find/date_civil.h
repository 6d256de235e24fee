/* Civil days of the proleptic Gregorian calendar as day numbers since 1970-01-01, and little else. */
#ifndef GZ_DATE_CIVIL_H
#define GZ_DATE_CIVIL_H
#include "base/view.h"

int32_t gz_civil_day(int y, int m, int d);                            /* of a valid date */
void gz_civil_date(int32_t day, int *y, int *m, int *d);
int gz_civil_month_days(int y, int m);                                /* 28..31 */
int gz_civil_weekday(int32_t day);                                    /* 1 Monday .. 7 Sunday */
int32_t gz_civil_nth_weekday(int y, int m, int n, int weekday);       /* n = 1..5, 9 for the last */
bool gz_civil_valid(int y, int m, int d);

#endif
