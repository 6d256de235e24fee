/* Days of the Chinese calendar, from the table ext/data/lunar.tsv. May use base and text. */
#include "find/date_int.h"
#include "lex_lunar.h"

/* The day number of a lunar date and how long its month is; false outside the table, and for a leap month that its year has not. day 0: its
** first. */
bool gz_date_lunar(int year, int month, bool leap, int day, int32_t *out, int *length)
{
  char key[4];
  uint32_t value;
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return false;
  for (int k = 3, y = year; k >= 0; k--, y /= 10) key[k] = (char)('0' + y % 10);
  if (!gz_trie_exact(&lex_lunar.trie, gz_view_of(key, 4), &value)) return false;
  const lex_lunar_row *r = &lex_lunar_rows[value];
  if (leap && r->leap != month) return false;
  int nth = month - 1 + (leap || (r->leap && month > r->leap));       /* months before it in its year */
  int32_t at = gz_civil_day(year, r->new_year / 100, r->new_year % 100);
  for (int k = 0; k < nth; k++) at += 29 + (r->long_months >> k & 1);
  *length = 29 + (r->long_months >> nth & 1);
  if (day > *length) return false;
  *out = at + (day > 0 ? day - 1 : 0);
  return true;
}
