/* Reading EDTF (ISO 8601-2): what we print ourselves and what users give as an anchor. May use base and the civil calendar.
** A date is read from left to right into year digits (X = unknown), a month or sub-year code (21-24 seasons, 25-28 northern
** ones, 33-36 quarters, 37-39 thirds, 40-41 halves), a day and a time; its first and last day follow from what is known.
** An interval is two of them, either side open ("..") or unknown (empty). */
#include "find/date.h"
#include "find/date_civil.h"
#include <stdio.h>

typedef struct edtf {
  int year, century;         /* year -1: unknown; decade or century: the first year, span in `years` */
  int years;                 /* 1, 10, 100 */
  int month, day;            /* 0: not said; -1: unknown (X) */
  bool timed;
} edtf;

static bool two(gz_view v, size_t *i, int *out)
{
  if (*i + 2 > v.n) return false;
  char a = v.p[*i], b = v.p[*i + 1];
  bool xa = a == 'X' || a == 'u', xb = b == 'X' || b == 'u';
  if ((!xa && (a < '0' || a > '9')) || (!xb && (b < '0' || b > '9'))) return false;
  *out = xa || xb ? -1 : (a - '0') * 10 + (b - '0');
  *i += 2;
  return true;
}

static void marks(gz_view v, size_t *i)       /* ~ ? %: approximate, uncertain */
{
  while (*i < v.n && (v.p[*i] == '~' || v.p[*i] == '?' || v.p[*i] == '%')) (*i)++;
}

static bool read_time(gz_view v, size_t *i)
{
  int n = 0, x;
  if (!two(v, i, &x) || x > 24) return false;
  while (*i < v.n && v.p[*i] == ':' && n++ < 2) { (*i)++; if (!two(v, i, &x) || x > 60) return false; }
  if (*i < v.n && (v.p[*i] == '.' || v.p[*i] == ',')) { (*i)++; while (*i < v.n && v.p[*i] >= '0' && v.p[*i] <= '9') (*i)++; }
  if (*i < v.n && v.p[*i] == 'Z') { (*i)++; return true; }
  if (*i < v.n && (v.p[*i] == '+' || v.p[*i] == '-')) {
    (*i)++;
    if (!two(v, i, &x)) return false;
    if (*i < v.n && v.p[*i] == ':') (*i)++;
    if (*i < v.n && !two(v, i, &x)) return false;
  }
  return true;
}

static bool read_one(gz_view v, edtf *out)
{
  size_t i = 0;
  int known = 0;
  memset(out, 0, sizeof *out);
  marks(v, &i);
  if (v.n < i + 4) return false;
  int year = 0;
  for (int k = 0; k < 4; k++, i++) {
    char c = v.p[i];
    if (c == 'X' || c == 'u') { year *= 10; continue; }
    if (c < '0' || c > '9' || known < k) return false;
    year = year * 10 + (c - '0');
    known++;
  }
  out->year = known >= 2 ? year : -1;
  out->years = known == 4 ? 1 : known == 3 ? 10 : 100;
  if (known == 1) out->year = -1;
  marks(v, &i);
  if (i < v.n && v.p[i] == '-') {
    i++;
    marks(v, &i);
    if (!two(v, &i, &out->month) || out->month == 0) return false;
    int m = out->month;
    if (m > 0 && !(m <= 12 || (m >= 21 && m <= 41))) return false;
    marks(v, &i);
    if (i < v.n && v.p[i] == '-') {
      i++;
      marks(v, &i);
      if (m > 12 || i + 2 > v.n) return false;
      if (!two(v, &i, &out->day) || out->day == 0) return false;
      if (out->day > 0 && out->day > (m > 0 ? gz_civil_month_days(out->year >= 0 && out->years == 1 ? out->year : 2000, m) : 31)) return false;
      marks(v, &i);
      if (i < v.n && (v.p[i] == 'T' || v.p[i] == ' ')) { i++; out->timed = true; if (!read_time(v, &i)) return false; }
    }
  }
  return i == v.n;
}

static void days_of(const edtf *e, int32_t *first, int32_t *last)
{
  *first = *last = GZ_NO_DAY;
  if (e->year < 1) return;
  if (e->years > 1) {
    if (e->month) return;
    *first = gz_civil_day(e->year, 1, 1);
    *last = gz_civil_day(e->year + e->years - 1, 12, 31);
    return;
  }
  int m = e->month, from = 1, to = 12, y = e->year;
  if (m > 0 && m <= 12) from = to = m;
  else if (m >= 33 && m <= 36) { from = (m - 33) * 3 + 1; to = from + 2; }
  else if (m >= 37 && m <= 39) { from = (m - 37) * 4 + 1; to = from + 3; }
  else if (m == 40 || m == 41) { from = m == 40 ? 1 : 7; to = from + 5; }
  else if (m >= 21 && m <= 28) { from = ((m - 21) % 4) * 3 + 3; to = from + 2; }       /* seasons of the north: March to May, ... */
  else if (m >= 29) return;
  if (m < 0) { if (!e->day || e->day < 0) { *first = gz_civil_day(y, 1, 1); *last = gz_civil_day(y, 12, 31); } return; }
  int y2 = to > 12 ? y + 1 : y;
  if (to > 12) to -= 12;
  *first = gz_civil_day(y, from, e->day > 0 ? e->day : 1);
  *last = gz_civil_day(y2, to, e->day > 0 ? e->day : gz_civil_month_days(y2, to));
}

bool gz_edtf_days(gz_view v, int32_t *first, int32_t *last)
{
  edtf e;
  int32_t drop;
  *first = *last = GZ_NO_DAY;
  const char *slash = memchr(v.p, '/', v.n);
  if (!slash) {
    if (!read_one(v, &e)) return false;
    days_of(&e, first, last);
    return true;
  }
  gz_view a = gz_view_of(v.p, (size_t)(slash - v.p)), b = gz_view_of(slash + 1, v.n - a.n - 1);
  if (a.n && !gz_view_is(a, "..")) { if (!read_one(a, &e)) return false; days_of(&e, first, &drop); }
  if (b.n && !gz_view_is(b, "..")) { if (!read_one(b, &e)) return false; days_of(&e, &drop, last); }
  if (a.n == 0 && b.n == 0) return false;
  return *first == GZ_NO_DAY || *last == GZ_NO_DAY || *first <= *last;
}

bool gz_anchor_parse(gz_view v, gz_anchor *out)
{
  edtf e;
  memset(out, 0, sizeof *out);
  if (v.n == 0) return false;
  const char *slash = memchr(v.p, '/', v.n);
  if (slash) v.n = (size_t)(slash - v.p);               /* of an interval its beginning */
  if (!read_one(v, &e)) return false;
  if (e.years == 1 && e.year > 0) out->year = e.year;
  if (e.month > 0 && e.month <= 12) { out->month = e.month; if (e.day > 0) out->day = e.day; }
  out->known = out->year || out->month;
  return true;
}

const char *gz_precision_name(unsigned precision)
{
  static const char *const names[] = {"year", "half", "quarter", "month", "day", "time"};
  return precision < 6 ? names[precision] : "day";
}

void gz_day_print(int32_t day, char *out)
{
  int y, m, d;
  if (day == GZ_NO_DAY) { out[0] = 0; return; }
  gz_civil_date(day, &y, &m, &d);
  snprintf(out, 16, "%04d-%02d-%02d", y, m, d);
}
