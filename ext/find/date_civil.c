/* Civil day arithmetic. May use base only. The year is counted from March, so that the leap day is its last one; a day number
** is then a sum of whole 400-year cycles, years and a linear formula for the months. */
#include "find/date_civil.h"

int32_t gz_civil_day(int y, int m, int d)
{
  y -= m <= 2;
  int era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
  int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return (int32_t)(era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468);
}

void gz_civil_date(int32_t day, int *y, int *m, int *d)
{
  int z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
  *d = doy - (153 * mp + 2) / 5 + 1;
  *m = mp + (mp < 10 ? 3 : -9);
  *y = yoe + era * 400 + (*m <= 2);
}

int gz_civil_month_days(int y, int m)
{
  static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : days[m - 1];
}

int gz_civil_weekday(int32_t day)
{
  int w = (day + 3) % 7;                 /* 1970-01-01 was a Thursday */
  return (w < 0 ? w + 7 : w) + 1;
}

int32_t gz_civil_nth_weekday(int y, int m, int n, int weekday)
{
  if (n == 9) {
    int32_t last = gz_civil_day(y, m, gz_civil_month_days(y, m));
    return last - (gz_civil_weekday(last) - weekday + 7) % 7;
  }
  int32_t first = gz_civil_day(y, m, 1);
  return first + (weekday - gz_civil_weekday(first) + 7) % 7 + (n - 1) * 7;
}

bool gz_civil_valid(int y, int m, int d)
{
  return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= gz_civil_month_days(y, m);
}
