/* Date finder, the walk. May use base and text. Only numbers and words that a date may start with make it stop (date_scan.c passes over
** all else); there a count of units or a date is gathered (date_parts.c), a range looked for behind it, and the
** meaning worked out (date_resolve.c). Words are entered only at their start, so the walk is linear. */
#include "find/date_sets.h"
#include "find/small_word.h"
#include "base/watch.h"
#include "text/uni.h"
#include "text/utf8.h"

#define K GZ_DK

void gz_date_begin(gz_date_iter *it, gz_view text, gz_anchor anchor, gz_view region)
{
  memset(it, 0, sizeof *it);
  it->text = text;
  it->anchor = anchor;
  if (region.n < sizeof it->region) memcpy(it->region, region.p, region.n);
}

/* Behind a connector, where the second date of a range may start. */
static bool behind_connector(gz_date_iter *it, const gz_said *a, size_t *pos)
{
  gz_view t = it->text;
  size_t p = gz_date_spaces(t, a->end), q;
  gz_date_tok k;
  if (!gz_date_word(it, p, K(CONN), &k)) return false;
  if (k.flags & GZ_DF(AND) && !gz_date_said_before(t, a->start, K(BETWEEN), NULL)) return false;
  if (!(k.flags & GZ_DF(SIGN)) && p == a->end && gz_date_char(t, p) < 0x3000) return false;
  if (memchr(t.p + a->end, '\n', p - a->end)) return false;
  q = k.end;
  if (k.flags & GZ_DF(SIGN)) while (q < k.end + 6u && gz_date_word(it, q, K(CONN), &k) && k.flags & GZ_DF(SIGN)) q = k.end;
  size_t r = gz_date_spaces(t, q);
  if (memchr(t.p + q, '\n', r - q)) return false;
  if (!(k.flags & GZ_DF(SIGN)) && gz_date_word(it, r, K(ARTICLE), &k) && gz_date_char(t, k.end) == ' ') r = gz_date_spaces(t, k.end);
  *pos = r;
  return true;
}

/* 2 weeks before May 13 1999, 16 days from 01/02/2018 */
static bool offset_date(gz_date_iter *it, size_t pos, gz_date *out)
{
  gz_view t = it->text;
  gz_date_num n;
  gz_date_tok k, unit;
  size_t p = pos;
  int count;
  if (gz_date_number(it, p, &n) && n.digits <= 3) { count = n.value; p = gz_date_spaces(t, n.end); }
  else if (gz_date_word(it, p, K(NUMBER), &k) && k.value > 0) { count = k.value; p = gz_date_spaces(t, k.end); }
  else return false;
  if (!gz_date_word(it, p, K(UNIT), &unit) || unit.value > 5 || unit.value == 4) return false;
  p = gz_date_spaces(t, unit.end);
  if (p == unit.end || !gz_date_word(it, p, K(OFFSET), &k)) return false;
  gz_said s;
  if (!gz_date_gather(it, gz_date_spaces(t, k.end), true, &s) || !gz_date_resolve(it, &s, out) || out->first == GZ_NO_DAY || out->first != out->last) return false;
  int y, m, d, sign = k.value;
  int32_t day = out->first;
  if (unit.value <= 2) day += sign * count * (unit.value == 2 ? 7 : 1);
  else {
    gz_civil_date(day, &y, &m, &d);
    int months = y * 12 + m - 1 + sign * count * (unit.value == 5 ? 12 : 1);
    if (months < 12) return false;
    y = months / 12;
    m = months % 12 + 1;
    if (d > gz_civil_month_days(y, m)) d = gz_civil_month_days(y, m);
    day = gz_civil_day(y, m, d);
  }
  gz_day_print(day, out->edtf);
  out->first = out->last = day;
  out->precision = GZ_PRECISION_DAY;
  out->span.start = (uint32_t)pos;
  return true;
}

/* the six months to March 2024, three months ended 30 June: whole months up to the one that is named. */
static bool period_to(gz_date_iter *it, const gz_said *length, gz_date *out)
{
  static const int unit_months[] = {0, 0, 0, 1, 3, 12};
  gz_view t = it->text;
  gz_date end;
  gz_said b;
  size_t p = gz_date_spaces(t, length->end);
  int months = length->unit > 0 && length->unit < 6 && length->count <= 60 ? unit_months[length->unit] * length->count : 0, y, m, d;
  if (months < 1 || months > 60 || p == length->end || !gz_small_word_at(t, p, GZ_SMALL(PERIOD_TO), &p)) return false;
  if (!gz_date_gather(it, gz_date_spaces(t, p), true, &b) || !(b.has & GZ_HAS_MONTH) || b.has & ~(uint32_t)(GZ_HAS_MONTH | GZ_HAS_DAY | GZ_HAS_YEAR | GZ_HAS_YREL | GZ_HAS_EDGE) || b.month2 || b.day2) return false;
  if (!gz_date_resolve(it, &b, &end) || end.last == GZ_NO_DAY) return false;
  gz_civil_date(end.last, &y, &m, &d);
  if (b.has & GZ_HAS_DAY && d != gz_civil_month_days(y, m)) return false;
  int from = y * 12 + m - months;
  if (from < 12) return false;
  end.first = gz_civil_day(from / 12, from % 12 + 1, 1);
  gz_day_print(end.first, end.edtf);
  gz_day_print(end.last, end.edtf + 8);
  end.edtf[7] = '/';
  end.edtf[15] = 0;
  end.precision = GZ_PRECISION_MONTH;
  end.span.start = length->start;
  *out = end;
  return true;
}

/* All kinds of the words that start at pos. */
static uint64_t kinds_at(gz_date_iter *it, size_t pos)
{
  const struct gz_date_memo *m = gz_date_words_at(it, pos);
  uint64_t kinds = 0;
  for (uint32_t n = m->n; n-- > 0;)
    for (const lex_date_words_row *r = &lex_date_words_rows[m->hits[n].value];; r++) { kinds |= (uint64_t)1 << r->kind; if (!r->more) break; }
  return kinds;
}

#define COUNTS (K(NUMBER) | K(HAN) | K(ROLL) | K(AGO_BEFORE))
#define PARTS (GZ_DATE_STARTS & ~(K(NUMBER) | K(ROLL) | K(AGO_BEFORE)))

/* May and June 2023, 2023年 for both: a month that a second one follows has the year of that. */
static void month_of_next(gz_date_iter *it, gz_said *a, int more)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_said b;
  if (a->has != GZ_HAS_MONTH || a->month2) return;
  size_t p = gz_date_spaces(t, a->end);
  bool comma = p < t.n && t.p[p] == ',';
  if (comma) k.end = (uint32_t)(p + 1);
  else if (!gz_date_word(it, p, K(CONN), &k) || !(k.flags & GZ_DF(AND))) return;
  if (!gz_date_gather(it, gz_date_spaces(t, k.end), true, &b)) return;
  if (more > 0) month_of_next(it, &b, more - 1);           /* April, May and June 2023 */
  if (b.has != (GZ_HAS_MONTH | GZ_HAS_YEAR) || b.month2 || b.narrative || b.month == a->month) return;
  a->year = b.month > a->month ? b.year : b.year - 1;
  a->has |= GZ_HAS_YEAR;
}

static bool date_at(gz_date_iter *it, size_t pos, uint64_t kinds, gz_date *out)
{
  gz_view t = it->text;
  gz_said a, b;
  size_t p;
  if (kinds & COUNTS) {
    if (gz_date_count(it, pos, &a)) {
      if (a.dir == -2 || a.dir == 2) {                    /* the past month: with its article */
        size_t q = pos;
        if (q >= 4 && t.p[q - 1] == ' ' && gz_date_said_before(t, pos, K(ARTICLE), NULL)) {
          q--;
          while (q > 0 && ((unsigned char)t.p[q - 1] | 32u) - 'a' < 26u) q--;
          if (pos - q <= 5 && q >= it->pos) a.start = (uint32_t)q;
        }
      }
      return gz_date_resolve(it, &a, out);
    }
    if (a.unit && a.count > 0 && !a.dir && (offset_date(it, pos, out) || period_to(it, &a, out))) return true;
  }
  if (!(kinds & PARTS)) return false;
  if (!gz_date_gather(it, pos, false, &a) || (kinds != ~(uint64_t)0 && gz_date_in_name(t, a.start, a.end))) return false;
  bool range = behind_connector(it, &a, &p);
  it->first_year = a.year;
  it->era = !range || !(a.has & GZ_HAS_YEAR) ? 0 : a.has & GZ_HAS_ERA ? a.era : a.year / 100 * 100;       /* 民國109年至112年, 2010年から15年に */
  range = range && gz_date_gather(it, p, true, &b);
  it->era = 0;
  if (range) {
    gz_said a2 = a, b2 = b;
    if (gz_date_resolve_range(it, &a2, &b2, out)) return true;
  }
  month_of_next(it, &a, 3);
  return gz_date_resolve(it, &a, out);
}

/* 昨（16）日: the words end at the bracket; the number in it and 日 belong to the date, without them it is none. */
static bool day_in_brackets(const gz_date_iter *it, gz_date *out)
{
  gz_view t = it->text;
  size_t i = out->span.end, digits = 0;
  uint32_t cp = gz_fold(gz_utf8_prev(t.p, t.n, &i));
  if (cp != '(') return true;
  for (i = out->span.end; i < t.n && t.p[i] >= '0' && t.p[i] <= '9' && digits < 3; i++) digits++;
  if (!digits || digits > 2 || i >= t.n || gz_fold(gz_utf8_next(t.p, t.n, &i)) != ')') return false;
  if (i < t.n && gz_utf8_next(t.p, t.n, &i) == 0x65E5) { out->span.end = (uint32_t)i; return true; }
  return false;
}

/* A Han numeral with nothing behind it that numbers of dates have, early and the like with no part of a date behind it: most of those in a
** text. Asks no more than the grammar would. */
static bool hopeless(gz_date_iter *it, size_t pos, uint64_t kinds)
{
  gz_view t = it->text;
  gz_date_num n;
  gz_date_tok k;
  if (kinds == K(HAN)) return !gz_date_number(it, pos, &n) || (!gz_date_word(it, gz_date_spaces(t, n.end), GZ_DATE_AFTER_NUMBER, &k) && !gz_date_word(it, n.end, GZ_DATE_AFTER_NUMBER, &k));
  if (kinds != K(EDGE) || !gz_date_word(it, pos, K(EDGE), &k)) return false;
  size_t p = gz_date_spaces(t, k.end);
  unsigned char c = p < t.n ? (unsigned char)t.p[p] : ' ';
  return ((c | 32u) - 'a' < 26u || (c >= 0xE4 && c <= 0xE9)) && gz_date_words_at(it, p)->n == 0;
}

bool gz_date_next(gz_date_iter *it, gz_date *out)
{
  gz_view t = it->text;
  size_t p = it->pos, next, due = p + GZ_WATCH_STRIDE;
  while (p < t.n && !gz_watch_at(p, &due)) {
    size_t end = due < t.n ? due : t.n;
    bool number = false;
    p = gz_date_stop(it, p, end, &next, &number);
    if (p >= end) continue;
    uint64_t kinds = number ? ~(uint64_t)0 : kinds_at(it, p) & GZ_DATE_STARTS;
    if (kinds && !hopeless(it, p, kinds) && date_at(it, p, kinds, out) && day_in_brackets(it, out)) {
      it->pos = out->span.end;
      return true;
    }
    gz_date_num n;
    p = number && gz_date_number(it, p, &n) ? n.end : next;
  }
  it->pos = t.n;
  return false;
}
