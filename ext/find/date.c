/* Date finder, the walk. May use base and text. Only digits and the first characters of date words (a bitmap of the lexicon's
** trie) make it stop; there a count of units or a date is gathered (date_parts.c), a range looked for behind it, and the meaning
** worked out (date_resolve.c). Words are entered only at their start, so the walk is linear. */
#include "find/date_int.h"
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

static const uint64_t starts = K(MONTH) | K(WEEKDAY) | K(WEEK_WEEKDAY) | K(ORDINAL) | K(NUMBER) | K(HAN) | K(REL_DAY) | K(REL_WEEK) | K(REL_WEEKEND) | K(REL_MONTH) |
  K(REL_QUARTER) | K(REL_YEAR) | K(REL_DECADE) | K(REL_CENTURY) | K(REL) | K(ROLL) | K(AGO_BEFORE) | K(EDGE) | K(YEAR_EDGE) | K(MONTH_EDGE) | K(SEASON) | K(HALF) |
  K(QUARTER) | K(FIRST_MONTHS) | K(FISCAL) | K(HOLIDAY) | K(ERA) | K(DECADE) | K(CENTURY) | K(MERIDIEM) | K(LUNAR) | K(LUNAR_MONTH) | K(NARRATIVE);

/* Behind a connector, where the second date of a range may start. */
static bool behind_connector(gz_view t, const gz_said *a, size_t *pos)
{
  size_t p = gz_date_spaces(t, a->end), q;
  gz_date_tok k;
  if (!gz_date_word(t, p, K(CONN), &k)) return false;
  if (k.flags & GZ_DF(AND) && !gz_date_said_before(t, a->start, K(BETWEEN), NULL)) return false;
  if (!(k.flags & GZ_DF(SIGN)) && p == a->end && gz_date_char(t, p) < 0x3000) return false;
  if (memchr(t.p + a->end, '\n', p - a->end)) return false;
  q = k.end;
  if (k.flags & GZ_DF(SIGN)) while (q < k.end + 6u && gz_date_word(t, q, K(CONN), &k) && k.flags & GZ_DF(SIGN)) q = k.end;
  size_t r = gz_date_spaces(t, q);
  if (memchr(t.p + q, '\n', r - q)) return false;
  if (!(k.flags & GZ_DF(SIGN)) && gz_date_word(t, r, K(ARTICLE), &k) && gz_date_char(t, k.end) == ' ') r = gz_date_spaces(t, k.end);
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
  if (gz_date_number(t, p, &n) && n.digits <= 3) { count = n.value; p = gz_date_spaces(t, n.end); }
  else if (gz_date_word(t, p, K(NUMBER), &k) && k.value > 0) { count = k.value; p = gz_date_spaces(t, k.end); }
  else return false;
  if (!gz_date_word(t, p, K(UNIT), &unit) || unit.value > 5 || unit.value == 4) return false;
  p = gz_date_spaces(t, unit.end);
  if (p == unit.end || !gz_date_word(t, p, K(OFFSET), &k)) return false;
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

static bool date_at(gz_date_iter *it, size_t pos, gz_date *out)
{
  gz_view t = it->text;
  gz_said a, b;
  size_t p;
  if (gz_date_count(it, pos, &a)) {
    size_t start = pos;
    if (a.dir == -2 || a.dir == 2) {                      /* the past month: with its article */
      size_t q = pos;
      if (q >= 4 && gz_date_said_before(t, pos, K(ARTICLE), NULL) && (t.p[q - 1] == ' ')) {
        q--;
        while (q > 0 && ((t.p[q - 1] >= 'a' && t.p[q - 1] <= 'z') || (t.p[q - 1] >= 'A' && t.p[q - 1] <= 'Z'))) q--;
        if (pos - q <= 5 && q >= it->pos) start = q;
      }
    }
    a.start = (uint32_t)start;
    return gz_date_resolve(it, &a, out);
  }
  if (offset_date(it, pos, out)) return true;
  if (!gz_date_gather(it, pos, false, &a) || gz_date_in_name(t, a.start, a.end)) return false;
  if (behind_connector(t, &a, &p) && gz_date_gather(it, p, true, &b)) {
    gz_said a2 = a, b2 = b;
    if (gz_date_resolve_range(it, &a2, &b2, out)) return true;
  }
  return gz_date_resolve(it, &a, out);
}

bool gz_date_next(gz_date_iter *it, gz_date *out)
{
  gz_view t = it->text;
  size_t p = it->pos;
  const uint64_t *first = lex_date_words.trie.first;
  while (p < t.n) {
    unsigned char c = (unsigned char)t.p[p];
    size_t next = p + 1;
    bool stop = false;
    if (c >= '0' && c <= '9') stop = true;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      unsigned lower = c | 32u, second = p + 1 < t.n ? (unsigned char)t.p[p + 1] : 0;
      if (second >= 'A' && second <= 'Z') second |= 32u;
      unsigned two = gz_trie_pair(lower, second < 0x80 ? second : 0xC3u);
      stop = second >= 0x80 || (first[two >> 6] >> (two & 63) & 1u);
    } else if (c >= 0x80) {
      if (c >= 0xE2) stop = gz_trie_may_start(&lex_date_words.trie, t, p) || gz_is_digit(gz_date_char(t, p));
      else if (c >= 0xC3) stop = gz_trie_may_start(&lex_date_words.trie, t, p);
      next = p;
      gz_utf8_next(t.p, t.n, &next);
    }
    if (stop) {
      gz_date_tok k;
      bool digit = gz_is_digit(gz_date_char(t, p));
      if ((digit || gz_date_word(t, p, starts, &k)) && date_at(it, p, out)) {
        it->pos = out->span.end;
        return true;
      }
      if (digit) {
        gz_date_num n;
        if (gz_date_number(t, p, &n)) next = n.end;
        p = next;
        continue;
      }
    }
    if (c < 0x80 || (c >= 0xC3 && c < 0xE2)) {                    /* the rest of a spaced word starts nothing */
      if ((c | 32u) >= 'a' && (c | 32u) <= 'z') while (next < t.n && (((unsigned char)t.p[next] | 32u) - 'a' < 26u)) next++;
    }
    p = next;
  }
  it->pos = t.n;
  return false;
}
