/* From what was said to what it means. May use base, text and the civil calendar. A date is one or two points (a point knows
** its year, part of the year and day, each possibly unknown); EDTF is printed from the points and read back by gz_edtf_days for
** the first and last day, so that both always agree. Nothing is guessed: what only the anchor could tell and it does not, is X. */
#include "find/date_int.h"
#include "text/uni.h"
#include "text/utf8.h"

enum level { CENTURY, DECADE, YEAR, HALF, QUARTER, SEASON, MONTH, DAY };

/* y, m, d: 0 unknown. part: EDTF code of a half, quarter or season. tens: the day's first digit + 1 when its second is unknown. */
typedef struct point { int level, y, m, d, part, tens; } point;

static int add_months(int y, int m, int n, int *month)
{
  int k = y * 12 + m - 1 + n;
  *month = k % 12 + 1;
  return k / 12;
}

static char *digits(char *z, int value, int width)
{
  for (int k = width - 1; k >= 0; k--, value /= 10) z[k] = (char)('0' + value % 10);
  return z + width;
}

/* At most 10 bytes. */
static char *print_point(const point *p, char *z)
{
  if (p->y <= 0 || p->y > 9999) { memcpy(z, "XXXX", 4); z += 4; }
  else if (p->level == CENTURY) { z = digits(z, p->y / 100, 2); *z++ = 'X'; *z++ = 'X'; }
  else if (p->level == DECADE) { z = digits(z, p->y / 10, 3); *z++ = 'X'; }
  else z = digits(z, p->y, 4);
  if (p->level < HALF) return z;
  *z++ = '-';
  if (p->level < MONTH) return digits(z, p->part, 2);
  if (p->m > 0) z = digits(z, p->m, 2);
  else { *z++ = 'X'; *z++ = 'X'; }
  if (p->level < DAY) return z;
  *z++ = '-';
  if (p->d > 0) return digits(z, p->d, 2);
  *z++ = p->tens > 0 ? (char)('0' + p->tens - 1) : 'X';
  *z++ = 'X';
  return z;
}

/* At most 15 bytes. */
static char *print_clock(const gz_date_clock *c, char *z)
{
  *z++ = 'T';
  z = digits(z, c->h, 2);
  if (c->m >= 0) { *z++ = ':'; z = digits(z, c->m, 2); }
  if (c->m >= 0 && c->s >= 0) { *z++ = ':'; z = digits(z, c->s, 2); }
  if (c->zone == 0) *z++ = 'Z';
  else if (c->zone != GZ_NO_ZONE) {
    int zone = c->zone < 0 ? -c->zone : c->zone;
    *z++ = c->zone < 0 ? '-' : '+';
    z = digits(z, zone / 60, 2);
    *z++ = ':';
    z = digits(z, zone % 60, 2);
  }
  return z;
}

/* The anchor's day number; a year that is not known is stood in for by 2023. */
static bool anchor_day(const gz_anchor *a, int32_t *day)
{
  if (!a->month || !a->day) return false;
  int y = a->year ? a->year : 2023, d = a->day;
  if (d > gz_civil_month_days(y, a->month)) d = gz_civil_month_days(y, a->month);
  *day = gz_civil_day(y, a->month, d);
  return true;
}

static point day_point(const gz_anchor *a, int32_t day)
{
  point p = {DAY, 0, 0, 0, 0, 0};
  gz_civil_date(day, &p.y, &p.m, &p.d);
  if (p.y < 1 || p.y > 9999) p.y = p.m = p.d = 0;
  if (!a->year) p.y = 0;
  return p;
}

static const point no_day = {DAY, 0, 0, 0, 0, 0};

/* The year of a month or part of the year that does not say it; month: its first month. */
static int infer_year(gz_date_iter *it, const gz_said *s, int month, int day, bool *relative)
{
  const gz_anchor *a = &it->anchor;
  if (it->last_end && s->start >= it->last_end && s->start - it->last_end <= 90 && (it->last_month == 0 || month >= it->last_month) && !(s->has & GZ_HAS_REL) &&
      gz_date_sentence_start(it->text, s->start) < it->last_end && it->last_year) { *relative = false; return it->last_year; }      /* said earlier in the sentence */
  *relative = true;
  if (!a->year) return 0;
  if (!a->month) return a->year;
  int there = month * 31 + (day ? day : 15), here = a->month * 31 + (day ? (a->day ? a->day : 15) : 15);
  if (!day) { there = month * 31; here = a->month * 31; }
  if (s->has & GZ_HAS_REL) {
    if (s->rel < 0) return there < here ? a->year : a->year - 1;
    if (s->rel > 0) return there > here ? a->year : a->year + 1;
    return a->year;
  }
  if (s->has & GZ_HAS_WEEKDAY && s->has & GZ_HAS_DAY && s->has & GZ_HAS_MONTH) {                 /* Saturday, 10 June: the nearest year that has it */
    static const int near_years[] = {0, -1, 1};
    for (int k = 0; k < 3; k++) {
      int y = a->year + near_years[k];
      if (gz_civil_valid(y, month, day) && gz_civil_weekday(gz_civil_day(y, month, day)) == s->weekday) return y;
    }
  }
  int tense = there == here ? 0 : gz_date_tense(it->text, s->start, s->end);
  if (tense < 0) return there <= here ? a->year : a->year - 1;
  if (tense > 0) return there >= here ? a->year : a->year + 1;
  if (there - here > 6 * 31) return a->year - 1;           /* the nearest, rather behind than ahead */
  if (here - there > 7 * 31) return a->year + 1;
  return a->year;
}

/* A term's day in the 21st century: [year x 0.2422 + C] - [year / 4]. */
static int term_day(int y, int c100) { int n = y % 100; return (n * 2422 + c100 * 100) / 10000 - n / 4; }

/* Easter Sunday, by Gauss and Oudin. */
static int32_t easter(int y)
{
  int c = y / 100, g = y % 19, h = (c - c / 4 - (8 * c + 13) / 25 + 19 * g + 15) % 30, i = h - h / 28 * (1 - h / 28 * (29 / (h + 1)) * ((21 - g) / 11)), j = (y + y / 4 + i + 2 - c + c / 4) % 7, l = i - j;
  int m = 3 + (l + 40) / 44;
  return gz_civil_day(y, m, l + 28 - 31 * (m / 4));
}

/* The day of a feast. fixed: month and day; nth: month, which, weekday, and before them how many days later it is; easter: days behind it, plus
** 1000; term: month and the constant of term_day. */
static point holiday_point(int y, int value, uint32_t flags)
{
  point p = {DAY, y, 0, 0, 0, 0};
  int32_t day;
  if (flags & GZ_DF(FIXED)) { p.m = value / 100; p.d = value % 100; }
  else if (flags & GZ_DF(NTH)) {
    p.m = value / 100 % 100;
    if (y > 0) { int yy; day = gz_civil_nth_weekday(y, p.m, value / 10 % 10, value % 10) + value / 10000; gz_civil_date(day, &yy, &p.m, &p.d); }
  } else if (flags & GZ_DF(EASTER)) {
    if (y > 0) { int yy; gz_civil_date(easter(y) + value - 1000, &yy, &p.m, &p.d); }
  } else if (flags & GZ_DF(TERM)) { p.m = value / 10000; p.d = y >= 2000 && y < 2100 ? term_day(y, value % 10000) : 0; }
  return p;
}

typedef struct meaning { point a, b; bool range, open, relative, none; uint8_t precision; int narrow_from, narrow_to; } meaning;

static void count_meaning(gz_date_iter *it, const gz_said *s, meaning *m)
{
  const gz_anchor *a = &it->anchor;
  static const int unit_months[] = {0, 0, 0, 1, 3, 12, 120, 1200, 0, 0, 6}, unit_days[] = {0, 1, 7, 0, 0, 0, 0, 0, 7, 14, 0};
  static const uint8_t unit_precision[] = {0, GZ_PRECISION_DAY, GZ_PRECISION_DAY, GZ_PRECISION_MONTH, GZ_PRECISION_QUARTER, GZ_PRECISION_YEAR, GZ_PRECISION_YEAR, GZ_PRECISION_YEAR, GZ_PRECISION_DAY, GZ_PRECISION_DAY, GZ_PRECISION_MONTH};
  int months = unit_months[s->unit] * s->count, days = unit_days[s->unit] * s->count;
  int32_t day;
  m->relative = true;
  m->precision = unit_precision[s->unit];
  point here = {DAY, a->year, a->month, a->day, 0, 0}, there = here;
  if (!a->day) here.level = a->month ? MONTH : YEAR;
  there.level = here.level;
  if (s->dir == -1 || s->dir == 1) {                       /* two years ago, dans deux ans */
    months *= -s->dir;
    days *= -s->dir;
    if (s->unit >= 5 && s->unit <= 7) { there.level = YEAR; there.y = a->year ? a->year - months / 12 : 0; if (there.y < 1 || there.y > 9999) there.y = 0; }
    else if (months) {
      there.level = MONTH;
      if (m->precision == GZ_PRECISION_QUARTER) m->precision = GZ_PRECISION_MONTH;
      if (a->month) { int y = add_months(a->year ? a->year : 2023, a->month, -months, &there.m); there.y = a->year ? y : 0; }
      else { there.y = 0; there.m = 0; }
    } else there = anchor_day(a, &day) ? day_point(a, day - days) : no_day;
    m->a = there;
    return;
  }
  int sign = s->dir < 0 ? -1 : 1;
  m->range = true;
  if (s->count == 0) {                                     /* the last few quarters: up to now */
    m->open = true;
    m->b = here;
    if (!a->known) m->none = true;
    return;
  }
  if (days) {
    if (!anchor_day(a, &day)) { m->none = true; return; }
    there = day_point(a, day + sign * days);
  } else if (here.level == YEAR) {
    if (!a->year || months % 12) { m->none = true; return; }
    there.y = a->year + sign * months / 12;
  } else {
    int y = add_months((a->year ? a->year : 2023), a->month, sign * months, &there.m), limit;
    if (y < 1) { m->none = true; return; }
    there.y = a->year ? y : 0;
    limit = gz_civil_month_days(a->year ? y : 2023, there.m);
    if (there.level == DAY && there.d > limit) there.d = limit;
  }
  m->a = sign < 0 ? there : here;
  m->b = sign < 0 ? here : there;
}

/* The days that a weekday near the anchor may be. */
static void weekday_meaning(gz_date_iter *it, const gz_said *s, meaning *m)
{
  const gz_anchor *a = &it->anchor;
  int32_t day, from, to;
  m->relative = true;
  m->precision = GZ_PRECISION_DAY;
  m->a = no_day;
  if (!anchor_day(a, &day)) return;
  int tense = s->has & GZ_HAS_REL ? s->rel : gz_date_tense(it->text, s->start, s->end);
  bool adjective = s->has & GZ_HAS_REL;
  if (tense > 0) { from = day + 1; to = day + 7; }
  else if (adjective && s->rel == 0) { from = day - gz_civil_weekday(day) + 1; to = from + 6; }
  else { from = adjective ? day - 7 : day - 6; to = adjective ? day - 1 : day; }
  if (a->year) { m->a = day_point(a, from + (s->weekday - gz_civil_weekday(from) + 7) % 7); return; }
  point p = day_point(a, from), q = day_point(a, to);       /* the year unknown: what all of them share */
  if (p.m == q.m) { m->a.m = p.m; if (p.d / 10 == q.d / 10) m->a.tens = p.d / 10 + 1; }
}

/* A date or feast of the Chinese calendar. year -1: not said. */
static void lunar_meaning(gz_date_iter *it, const gz_said *s, int y, meaning *m)
{
  bool feast = s->has & GZ_HAS_HOLIDAY;
  int month = feast ? s->holiday / 100 : s->month, d = feast ? s->holiday % 100 : s->has & GZ_HAS_DAY ? s->day : 0, length;
  int32_t day;
  m->precision = d || feast ? GZ_PRECISION_DAY : GZ_PRECISION_MONTH;
  m->a = no_day;
  if (y < 0) y = infer_year(it, s, month == 12 ? 12 : month + 1, 0, &m->relative);       /* about a month later than its number */
  if (feast && month == 0) { month = 1; d = 1; }
  else feast = false;                                       /* from here on: the eve of the new year */
  if (y < 1 || !gz_date_lunar(y, month, s->leap, d, &day, &length)) { if (!d) m->a.level = MONTH; return; }
  gz_anchor whole = {y, 1, 1, true};
  m->a = day_point(&whole, day - feast);
  if (!d) { m->range = true; m->b = day_point(&whole, day + length - 1); }
}

/* The tenth day of a year or month; the first week (from Monday to Sunday, wholly in the month) of a month. */
static void nth_meaning(gz_date_iter *it, const gz_said *s, int y, meaning *m)
{
  int month = s->has & GZ_HAS_MONTH ? s->month : 1, here = s->has & GZ_HAS_MONTH ? 1 : 0;
  if (!(s->has & (GZ_HAS_YEAR | GZ_HAS_YREL))) y = infer_year(it, s, month, 0, &m->relative);
  m->precision = GZ_PRECISION_DAY;
  m->a = no_day;
  if (y < 1 || y > 9998) return;
  gz_anchor whole = {y, month, 1, true};
  int32_t day;
  if (s->nth_unit == 2) {
    day = gz_civil_nth_weekday(y, month, s->nth, 1);
    m->range = true;
    m->a = day_point(&whole, day);
    m->b = day_point(&whole, day + 6);
    return;
  }
  day = gz_civil_day(y, month, 1) + s->nth - 1;
  m->a = day_point(&whole, day);
  if (m->a.y != y || (here && m->a.m != month)) m->a = no_day;
}

static void mean(gz_date_iter *it, const gz_said *s, meaning *m)
{
  const gz_anchor *a = &it->anchor;
  uint32_t has = s->has;
  int32_t day;
  memset(m, 0, sizeof *m);
  if (has & GZ_HAS_COUNT) { count_meaning(it, s, m); return; }
  point p = {YEAR, 0, 0, 0, 0, 0};
  m->precision = GZ_PRECISION_YEAR;
  bool known = true;
  if (has & GZ_HAS_YEAR) p.y = s->year;
  else if (has & GZ_HAS_YREL) { p.y = a->year ? a->year + s->rel : 0; m->relative = true; }
  else known = false;
  if (has & (GZ_HAS_DECADE | GZ_HAS_CENTURY)) {
    p.level = has & GZ_HAS_DECADE ? DECADE : CENTURY;
    p.y = s->year;
    if (has & GZ_HAS_CENTREL) {
      m->relative = true;
      if (a->year) p.y = (a->year / 100 + s->rel) * 100 + s->nth - 1; else m->none = true;
    }
    m->a = p;
    return;
  }
  if (has & (GZ_HAS_DECREL | GZ_HAS_CENTREL)) {
    m->relative = true;
    p.level = has & GZ_HAS_DECREL ? DECADE : CENTURY;
    if (a->year) p.y = p.level == DECADE ? (a->year / 10 + s->rel) * 10 : (a->year / 100 + s->rel) * 100; else m->none = true;
    m->a = p;
    return;
  }
  if (has & GZ_HAS_DREL) {
    m->relative = true;
    m->precision = GZ_PRECISION_DAY;
    m->a = anchor_day(a, &day) ? day_point(a, day + s->rel) : no_day;
    return;
  }
  if (has & GZ_HAS_WREL) {
    m->relative = true;
    m->precision = GZ_PRECISION_DAY;
    bool at = anchor_day(a, &day) && a->year;
    if (has & GZ_HAS_WEEKDAY) { m->a = at ? day_point(a, day - gz_civil_weekday(day) + s->rel * 7 + s->weekday) : no_day; return; }
    m->range = true;
    if (!at) { m->none = true; return; }
    int32_t monday = day - gz_civil_weekday(day) + 1 + s->rel * 7;
    if (has & GZ_HAS_WEEKEND && s->rel < 0 && gz_civil_weekday(day) >= 6) monday += 0;
    m->a = day_point(a, has & GZ_HAS_WEEKEND ? monday + 5 : monday);
    m->b = day_point(a, monday + 6);
    return;
  }
  if (has & GZ_HAS_QREL) {
    m->relative = true;
    m->precision = GZ_PRECISION_QUARTER;
    p.level = QUARTER;
    if (a->month) { int q = (a->year ? a->year : 2023) * 4 + (a->month - 1) / 3 + s->rel; p.y = a->year ? q / 4 : 0; p.part = 33 + q % 4; }
    else m->none = true;
    m->a = p;
    return;
  }
  if (has & GZ_HAS_MREL) {
    m->relative = true;
    m->precision = GZ_PRECISION_MONTH;
    p.level = MONTH;
    if (a->month) { int y = add_months(a->year ? a->year : 2023, a->month, s->rel, &p.m); p.y = a->year ? y : 0; }
    if (has & GZ_HAS_DAY) { p.level = DAY; p.d = s->day; m->precision = GZ_PRECISION_DAY; }
    m->a = p;
    if (s->day2) { m->range = true; m->b = p; m->b.d = s->day2; }
    return;
  }
  bool said = known;
  if (has & GZ_HAS_NTH && s->nth_unit) { nth_meaning(it, s, p.y, m); return; }
  if (has & GZ_HAS_QUARTER || has & GZ_HAS_HALF || has & GZ_HAS_SEASON || has & GZ_HAS_MONTHS) {
    int month = has & GZ_HAS_QUARTER ? s->quarter * 3 - 2 : has & GZ_HAS_HALF ? s->half * 6 - 5 : has & GZ_HAS_SEASON ? s->season * 3 : 1;
    if (!known) p.y = infer_year(it, s, month, 0, &m->relative);
    if (!known && !(has & GZ_HAS_REL) && a->year && a->month && !(it->last_end && !m->relative)) {
      /* a part of the year that has not begun yet is the last one, unless the text looks ahead */
      int tense = gz_date_tense(it->text, s->start, s->end);
      p.y = month > a->month && tense <= 0 ? (tense < 0 || month - a->month > 4 ? a->year - 1 : a->year) : a->year;
      if (tense > 0 && month + (has & GZ_HAS_HALF ? 5 : 2) < a->month) p.y = a->year + 1;      /* "will close in the first quarter", said in autumn */
    }
    if (has & GZ_HAS_QUARTER) { p.level = QUARTER; p.part = 32 + s->quarter; m->precision = GZ_PRECISION_QUARTER; }
    else if (has & GZ_HAS_HALF) { p.level = HALF; p.part = 39 + s->half; m->precision = GZ_PRECISION_HALF; }
    else if (has & GZ_HAS_SEASON) { p.level = SEASON; p.part = 20 + s->season; m->precision = GZ_PRECISION_QUARTER; }
    else {
      m->precision = GZ_PRECISION_MONTH;
      m->range = true;
      p.level = MONTH;
      p.m = 1;
      m->b = p;
      m->b.m = s->months;
    }
    m->a = p;
    if (s->quarter2) { m->range = true; m->b = p; m->b.part = 32 + s->quarter2; }
    if (has & GZ_HAS_QUARTER && s->edge && p.y) { m->narrow_from = s->edge == 3 ? s->quarter * 3 : s->quarter * 3 - 2; m->narrow_to = s->edge == 1 ? m->narrow_from : s->quarter * 3; if (s->edge == 2) m->narrow_from = m->narrow_to = 0; }
    return;
  }
  if (has & GZ_HAS_LUNAR || (has & GZ_HAS_HOLIDAY && s->holiday_flags & GZ_DF(LUNAR))) { lunar_meaning(it, s, known ? p.y : -1, m); return; }
  if (has & GZ_HAS_HOLIDAY) {
    m->precision = GZ_PRECISION_DAY;
    int month = s->holiday_flags & GZ_DF(TERM) ? s->holiday / 10000 : s->holiday_flags & GZ_DF(EASTER) ? 4 : s->holiday / 100 % 100, at = s->holiday_flags & GZ_DF(FIXED) ? s->holiday % 100 : 15;
    if (!known) p.y = infer_year(it, s, month, at, &m->relative);
    m->a = holiday_point(p.y, s->holiday, s->holiday_flags);
    return;
  }
  if (has & GZ_HAS_MONTH) {
    if (!said) p.y = infer_year(it, s, s->month, s->day, &m->relative);
    p.m = s->month;
    p.level = MONTH;
    m->precision = GZ_PRECISION_MONTH;
    if (has & GZ_HAS_NTH) {
      p.level = DAY;
      m->precision = GZ_PRECISION_DAY;
      if (p.y > 0) { int y, mm; gz_civil_date(gz_civil_nth_weekday(p.y, p.m, s->nth, s->weekday), &y, &mm, &p.d); }
    } else if (has & GZ_HAS_DAY) {
      p.level = DAY;
      p.d = s->day;
      m->precision = GZ_PRECISION_DAY;
      if (p.y > 0 && p.d > gz_civil_month_days(p.y, p.m)) p.y = 0;
    }
    m->a = p;
    if (s->day2 || s->month2) { m->range = true; m->b = p; if (s->day2) m->b.d = s->day2; if (s->month2) m->b.m = s->month2; }
    if (s->third && p.y > 0 && p.level == MONTH) { m->narrow_from = -(s->edge * 10 - 9); m->narrow_to = s->edge == 3 ? gz_civil_month_days(p.y, p.m) : s->edge * 10; }
    return;
  }
  if (has & GZ_HAS_DAY) {                                   /* the 4th of a month not said */
    m->relative = true;
    m->precision = GZ_PRECISION_DAY;
    p = no_day;
    p.d = s->day;
    if (it->last_end && it->last_month && it->last_year && s->start - it->last_end <= 12 && s->start >= it->last_end) { p.y = it->last_year; p.m = it->last_month; m->relative = false; }
    else if (a->month) {
      int tense = has & GZ_HAS_REL && s->rel ? s->rel : a->day ? gz_date_tense(it->text, s->start, s->end) : 0, shift = 0, y = a->year ? a->year : 2023;
      if (a->day && tense > 0 && s->day < a->day) shift = 1;
      if (a->day && tense <= 0 && s->day > a->day) shift = -1;
      y = add_months(y, a->month, shift, &p.m);
      p.y = a->year ? y : 0;
      if (s->day > gz_civil_month_days(a->year ? y : 2024, p.m)) p.y = p.m = 0;
    }
    m->a = p;
    if (s->day2) { m->range = true; m->b = p; m->b.d = s->day2; }
    return;
  }
  if (has & GZ_HAS_WEEKDAY) { weekday_meaning(it, s, m); return; }
  m->a = p;
  if (s->year2) { m->range = true; m->b = p; m->b.y = s->year2; }
}

static void narrow(const meaning *m, gz_date *out)
{
  if (!m->narrow_from || out->first == GZ_NO_DAY) return;
  if (m->narrow_from < 0) {                                 /* a third of the month */
    int32_t month = out->first;
    out->first = month - m->narrow_from - 1;
    out->last = month + m->narrow_to - 1;
  } else {                                                  /* a month of the quarter */
    int y = m->a.y;
    out->first = gz_civil_day(y, m->narrow_from, 1);
    out->last = gz_civil_day(y, m->narrow_to, gz_civil_month_days(y, m->narrow_to));
  }
}

static bool write_out(const gz_said *s, const gz_date_clock *end_clock, const meaning *m, gz_date *out)
{
  char *z = out->edtf;
  *z = 0;
  out->precision = s->has & GZ_HAS_TIME ? GZ_PRECISION_TIME : m->precision;
  out->relative = m->relative;
  out->first = out->last = GZ_NO_DAY;
  if (m->none) return true;
  if (m->open) { memcpy(z, "../", 3); z += 3; }
  else {
    z = print_point(&m->a, z);
    if (s->has & GZ_HAS_TIME && m->a.level == DAY) z = print_clock(&s->clock, z);
    if (m->range) *z++ = '/';
  }
  if (m->range) {
    z = print_point(&m->b, z);
    if (end_clock && m->b.level == DAY) z = print_clock(end_clock, z);
  }
  *z = 0;
  if (!gz_edtf_days(gz_view_of(out->edtf, (size_t)(z - out->edtf)), &out->first, &out->last)) return false;
  narrow(m, out);
  return true;
}

static void settle_order(gz_date_iter *it, gz_said *s)
{
  if (!s->swapped) return;
  bool day_first = gz_date_day_first(it);
  if (s->has & GZ_HAS_WEEKDAY) {
    bool as_is = gz_civil_weekday(gz_civil_day(s->year, s->month, s->day)) == s->weekday, other = gz_civil_weekday(gz_civil_day(s->year, s->day, s->month)) == s->weekday;
    if (as_is != other) day_first = other;
  }
  if (day_first) { int d = s->day; s->day = s->month; s->month = d; }
  s->swapped = false;
}

static void remember(gz_date_iter *it, const gz_said *s, uint32_t end)
{
  if (!(s->has & GZ_HAS_YEAR) || s->year < 1) return;
  it->last_end = end;
  it->last_year = s->year2 ? s->year2 : s->year;
  it->last_month = s->has & GZ_HAS_MONTH ? s->month : 0;
}

bool gz_date_resolve(gz_date_iter *it, const gz_said *said, gz_date *out)
{
  gz_said s = *said;
  meaning m;
  settle_order(it, &s);
  mean(it, &s, &m);
  out->span.start = s.start;
  out->span.end = s.end;
  if (!write_out(&s, NULL, &m, out)) return false;
  remember(it, &s, s.end);
  return true;
}

#define YEARISH (GZ_HAS_YEAR | GZ_HAS_YREL)
#define WITHIN (GZ_HAS_MONTH | GZ_HAS_QUARTER | GZ_HAS_HALF | GZ_HAS_SEASON | GZ_HAS_HOLIDAY)

bool gz_date_resolve_range(gz_date_iter *it, gz_said *a, gz_said *b, gz_date *out)
{
  meaning m, n;
  bool rolled = false;
  if (a->year2 || a->month2 || a->day2 || b->year2 || b->month2 || b->day2 || (a->has | b->has) & GZ_HAS_COUNT) return false;
  settle_order(it, a);
  settle_order(it, b);
  if (b->has & GZ_HAS_DAY && !(b->has & (GZ_HAS_MONTH | GZ_HAS_MREL))) {
    if (!(a->has & GZ_HAS_DAY)) return false;
    if (a->has & GZ_HAS_MONTH) { b->month = a->month; b->has |= GZ_HAS_MONTH; }
    else if (a->has & GZ_HAS_MREL) { b->rel = a->rel; b->has |= GZ_HAS_MREL; }
  }
  if (!(b->has & YEARISH) && a->has & YEARISH && b->has & WITHIN) {
    b->has |= a->has & YEARISH;
    b->year = a->year;
    b->rel = a->rel;
    if (a->has & b->has & GZ_HAS_MONTH && b->month < a->month) { if (b->has & GZ_HAS_YEAR) b->year++; else return false; }
  } else if (b->has & YEARISH && !(a->has & YEARISH) && a->has & WITHIN && b->has & WITHIN) {
    a->has |= b->has & YEARISH;
    a->year = b->year;
    a->rel = b->rel;
    rolled = a->has & b->has & GZ_HAS_MONTH && a->month > b->month;
    if (rolled) { if (a->has & GZ_HAS_YEAR) a->year--; else return false; }
  }
  mean(it, a, &m);
  mean(it, b, &n);
  if (m.none || n.none || m.range || n.range) return false;
  if ((m.a.level == DAY) != (n.a.level == DAY) && (m.a.level == DAY || !(b->has & GZ_HAS_YEAR))) { if (!(a->has & GZ_HAS_YEAR && b->has & GZ_HAS_YEAR)) return false; }
  m.range = true;
  m.b = n.a;
  m.relative |= n.relative;
  if (n.precision > m.precision) m.precision = n.precision;
  m.narrow_from = 0;
  out->span.start = a->start;
  out->span.end = b->end;
  if (!write_out(a, b->has & GZ_HAS_TIME ? &b->clock : NULL, &m, out)) return false;
  remember(it, b, b->end);
  return true;
}
