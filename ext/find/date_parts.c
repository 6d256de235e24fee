/* The grammar of dates. May use base and text. A date is gathered from left to right: at each step the next word or number is
** taken as a part (year, month, weekday, quarter, "last year", 年底 ...) if it fits what has been said so far, with little
** between the parts (space, comma, of, 的, de, hyphen). No order of parts is laid down: that serves all languages at once.
** Every part is taken at most once, so the work per place is bounded. What is no date in the end is refused by acceptable(). */
#include "find/date_parts.h"
#include "find/small_word.h"

/* Does a day of the Chinese calendar stand at pos, 初 and a number behind it at `behind`? In a month said to be of that calendar; or where the
** month, too, is in Han numerals and no counter follows: 二月初三, not 2月初3, 二月初三家. */
static bool lunar_day(gz_date_iter *it, size_t pos, size_t behind, uint32_t has)
{
  gz_view t = it->text;
  gz_date_num n;
  if (!gz_date_number(it, behind, &n) || n.value < 1 || n.value > 10) return false;
  if (has & GZ_HAS_LUNAR) return true;
  if (!n.han) return false;
  size_t end = n.end;
  size_t p = pos;
  if (gz_date_char_before(t, p) != 0x6708) return false;
  gz_utf8_prev(t.p, t.n, &p);
  if (!gz_is_han(gz_date_char_before(t, p))) return false;
  return !gz_small_word_at(t, end, GZ_SMALL(COUNTED), NULL);
}

static bool word_part(gz_date_iter *it, gz_said *s, size_t pos, enum glue g)
{
  gz_view t = it->text;
  gz_date_tok k, lunar;
  uint64_t kinds = K(ERA);
  uint32_t has = s->has;
  if (g == JOIN && !(has & (GZ_HAS_MONTH | GZ_HAS_DAY | GZ_HAS_YEAR | GZ_HAS_EDGE))) return false;
  if (g == COMMA && !(has & GZ_HAS_WEEKDAY && !(has & (SUBYEAR | GZ_HAS_WREL)))) return false;
  if (g == DOT && !(has & (GZ_HAS_DAY | GZ_HAS_WEEKDAY))) return false;
  if (!(has & (SUBYEAR | GZ_HAS_DREL | GZ_HAS_WREL))) kinds |= K(MONTH);
  if (g != JOIN && !(has & SUBYEAR) && !(has & (ANY_DAY | GZ_HAS_WEEKDAY | GZ_HAS_WREL))) kinds |= K(SEASON) | K(QUARTER) | K(HALF) | K(HOLIDAY) | K(FIRST_MONTHS) | K(REL_QUARTER);
  if (has & GZ_HAS_MONTH && !(has & ANY_DAY)) kinds |= K(ORDINAL);
  if (!(has & (SUBYEAR | ANY_DAY))) kinds |= K(ORDINAL);
  if (!(has & (GZ_HAS_WEEKDAY | SUBYEAR | GZ_HAS_DREL)) || (has & GZ_HAS_NTH && !(has & GZ_HAS_WEEKDAY))) kinds |= K(WEEKDAY);
  if (!has) kinds |= K(WEEK_WEEKDAY) | K(REL_DAY) | K(REL_MONTH) | K(REL_WEEKEND) | K(YEAR_EDGE) | K(MONTH_EDGE) | K(CENTURY) | K(DECADE) | K(REL_CENTURY) | K(REL_DECADE) | K(REL) | K(EDGE);
  if (!has || has == GZ_HAS_YEAR || has == (GZ_HAS_YEAR | GZ_HAS_ERA) || has == GZ_HAS_YREL) kinds |= K(LUNAR);
  if (!(has & (SUBYEAR | ANY_DAY | GZ_HAS_WEEKDAY | GZ_HAS_NTH | GZ_HAS_EDGE))) kinds |= K(LUNAR_MONTH);
  if (has & GZ_HAS_MONTH && !(has & ANY_DAY)) kinds |= K(LUNAR_DAY);
  if (!has || has & (GZ_HAS_WEEKDAY)) kinds |= K(REL_WEEK);
  if (has == GZ_HAS_WEEKDAY && gz_date_char(t, pos) > 0x80) kinds |= K(REL_DAY);
  if (has == GZ_HAS_EDGE) kinds |= K(REL_MONTH) | K(REL_QUARTER) | K(REL_WEEK) | K(REL) | K(CENTURY) | K(DECADE) | K(THE_YEAR) | K(REL_DECADE) | K(REL_CENTURY);
  if (!(has & (ANY_YEAR | GZ_HAS_MREL | GZ_HAS_QREL | GZ_HAS_WREL | GZ_HAS_REL | GZ_HAS_ERA | GZ_HAS_DREL))) kinds |= K(REL_YEAR) | K(ERA) | K(FISCAL) | K(NARRATIVE);
  if (has & (GZ_HAS_QUARTER | GZ_HAS_HALF | GZ_HAS_SEASON | GZ_HAS_MONTHS) && !(has & (ANY_YEAR))) kinds |= K(THE_YEAR);
  if (has & GZ_HAS_YEAR && !(has & (SUBYEAR | GZ_HAS_FISCAL))) kinds |= K(FISCAL);
  if (has & GZ_HAS_YEAR && has & GZ_HAS_FISCAL) kinds &= ~K(FISCAL);
  if (has & (ANY_YEAR | SUBYEAR) && !(has & (GZ_HAS_EDGE | ANY_DAY)) && g != COMMA && g != JOIN) kinds |= K(EDGE);
  if (has & (GZ_HAS_WEEKDAY | GZ_HAS_MONTH | GZ_HAS_SEASON) && !(has & (ANY_YEAR | GZ_HAS_REL | ANY_DAY))) kinds |= K(POST);
  if (has & (GZ_HAS_YEAR | GZ_HAS_YREL | GZ_HAS_MONTH | GZ_HAS_MREL) && !(has & (ANY_DAY | GZ_HAS_EDGE | GZ_HAS_NTH))) kinds |= K(NTH);
  if (has & GZ_HAS_EDGE && !s->rel && (has & ~(uint32_t)GZ_HAS_EDGE) && !(has & ~(uint32_t)(GZ_HAS_EDGE | GZ_HAS_MREL | GZ_HAS_YREL))) kinds |= K(POST);      /* a finales del mes pasado */
  if (has == GZ_HAS_REL) kinds = K(MONTH) | K(WEEKDAY) | K(SEASON) | K(QUARTER) | K(HOLIDAY);
  if (has & GZ_HAS_ERA && !(has & GZ_HAS_YEAR)) {
    if (!gz_date_word(it, pos, K(FIRST_YEAR), &k)) return false;
    gz_date_tok mark;
    if (!gz_date_word(it, k.end, K(MARK_YEAR), &mark)) return false;
    return gz_date_set_year(s, s->era + 1, mark.end);
  }
  if (g == COMMA) kinds &= K(MONTH) | K(ORDINAL);
  if (has & GZ_HAS_TIME || !gz_date_word(it, pos, kinds, &k)) return false;
  if (k.flags & GZ_DF(LANG) && strcmp(gz_date_lang(it), lex_date_words_str(k.lang)) != 0) return false;
  if (k.kind == LEX_DATE_WORDS_KIND_EDGE && has & GZ_HAS_MONTH && !(has & ANY_DAY) && gz_date_word(it, pos, K(LUNAR_DAY), &lunar) && lunar_day(it, pos, lunar.end, has)) k = lunar;
  if (k.flags & GZ_DF(WEAK)) s->weak = !has || has == GZ_HAS_WEEKDAY;
  if (k.flags & GZ_DF(ABBR) && !(has & (GZ_HAS_DAY | GZ_HAS_YEAR)) && k.kind != LEX_DATE_WORDS_KIND_WEEKDAY) s->abbr = true;
  switch (k.kind) {
  case LEX_DATE_WORDS_KIND_MONTH:
    if (has & GZ_HAS_REL && has & GZ_HAS_WEEKDAY) {         /* the last Monday of March */
      if (g != WORD || s->rel != -1) return false;
      s->nth = 9;
      s->has = (has & ~(uint32_t)GZ_HAS_REL) | GZ_HAS_NTH;
    }
    s->month = k.value;
    s->has |= GZ_HAS_MONTH;
    break;
  case LEX_DATE_WORDS_KIND_WEEKDAY:
    if (k.flags & GZ_DF(ABBR) && !has) s->abbr = true;
    s->weekday = k.value;
    s->has |= GZ_HAS_WEEKDAY;
    break;
  case LEX_DATE_WORDS_KIND_ORDINAL: {
    enum glue g2;
    gz_date_tok next;
    gz_date_num n2;
    uint32_t mid;
    size_t q = gz_date_skip_glue(it, k.end, &g2);
    if (has & GZ_HAS_MONTH) {
      s->day = k.value;
      s->has |= GZ_HAS_DAY;
      if (gz_date_conn(it, k.end, false, &mid)) {                 /* May eighth - tenth */
        if (gz_date_word(it, mid, K(ORDINAL), &next) && next.value > k.value) { s->day2 = next.value; k.end = next.end; }
        else if (gz_date_number(it, mid, &n2) && n2.value > k.value && n2.value <= 31 && gz_date_past_suffix(it, n2.end) > n2.end) { s->day2 = n2.value; k.end = (uint32_t)gz_date_past_suffix(it, n2.end); }
      }
    } else if (gz_date_month_follows(it, k.end) || (gz_date_word(it, q, K(MONTH), &next) && g2 != COMMA)) { s->day = k.value; s->has |= GZ_HAS_DAY; }
    else if (k.value <= 5 && !has && g2 == SPACE && gz_date_word(it, q, K(UNIT), &next) && next.value == 2 && gz_date_month_follows(it, next.end)) { s->nth = k.value; s->nth_unit = 2; s->has |= GZ_HAS_NTH; k.end = next.end; }
    else if (k.value <= 5 && g2 == SPACE && gz_date_word(it, q, K(WEEKDAY), &next) && !(next.flags & GZ_DF(ABBR)) && gz_date_month_follows(it, next.end)) { s->nth = k.value; s->nth_unit = 0; s->has |= GZ_HAS_NTH; }
    else return false;
    break;
  }
  case LEX_DATE_WORDS_KIND_SEASON:
    if (k.flags & GZ_DF(WEAK) && gz_is_han(gz_date_char(t, pos)) && !(has & ANY_YEAR)) return false;
    s->season = k.value;
    s->has |= GZ_HAS_SEASON;
    break;
  case LEX_DATE_WORDS_KIND_QUARTER:
    s->quarter = k.value;
    s->has |= GZ_HAS_QUARTER;
    break;
  case LEX_DATE_WORDS_KIND_HALF:
    if (k.flags & GZ_DF(WEAK) && gz_date_char(t, pos) > 0x3000 && has & (GZ_HAS_DECADE | GZ_HAS_CENTURY | GZ_HAS_DECREL | GZ_HAS_CENTREL)) return false;
    if (k.flags & GZ_DF(WEAK) && (gz_date_char(t, k.end) == 0x6708 || gz_date_char(t, k.end) == 0x4E2A || gz_date_char(t, k.end) == 0x573A)) return false;      /* 前半个月, 后半场 */
    s->half = k.value;
    s->has |= GZ_HAS_HALF;
    break;
  case LEX_DATE_WORDS_KIND_FIRST_MONTHS: {
    size_t b = pos;
    if (pos > 0 && (gz_utf8_prev(t.p, t.n, &b), gz_small_word_is(gz_view_of(t.p + b, pos - b), GZ_SMALL(BEFORE_THAT)))) return false;      /* 此前9月 */
    s->months = k.value;
    s->has |= GZ_HAS_MONTHS;
    break;
  }
  case LEX_DATE_WORDS_KIND_HOLIDAY:
    s->holiday = k.value;
    s->holiday_flags = k.flags;
    s->has |= GZ_HAS_HOLIDAY;
    break;
  case LEX_DATE_WORDS_KIND_WEEK_WEEKDAY:
    s->rel = k.value < 0 ? -1 : k.value / 10;
    s->weekday = (k.value < 0 ? -k.value : k.value) % 10;
    s->has |= GZ_HAS_WREL | GZ_HAS_WEEKDAY;
    break;
  case LEX_DATE_WORDS_KIND_REL_DAY: s->rel = k.value; s->has = (s->has & GZ_HAS_WEEKDAY) | GZ_HAS_DREL; break;
  case LEX_DATE_WORDS_KIND_REL_WEEK:
    if (gz_date_month_follows(it, k.end)) {                          /* the last week of July */
      if (k.value != -1 || has) return false;
      s->nth = 9;
      s->nth_unit = 2;
      s->has |= GZ_HAS_NTH;
      break;
    }
    s->rel = k.value;
    s->has |= GZ_HAS_WREL;
    break;
  case LEX_DATE_WORDS_KIND_REL_WEEKEND: s->rel = k.value; s->has |= GZ_HAS_WREL | GZ_HAS_WEEKEND; break;
  case LEX_DATE_WORDS_KIND_REL_MONTH: s->rel = k.value; s->has |= GZ_HAS_MREL; break;
  case LEX_DATE_WORDS_KIND_REL_QUARTER:
    if (k.value == -1 && gz_date_year_follows(it, k.end)) { s->quarter = 4; s->has |= GZ_HAS_QUARTER; break; }      /* the last quarter of 2020 */
    s->rel = k.value;
    s->has |= GZ_HAS_QREL;
    break;
  case LEX_DATE_WORDS_KIND_REL_YEAR: s->rel = k.value; s->has |= GZ_HAS_YREL; break;
  case LEX_DATE_WORDS_KIND_REL_DECADE: s->rel = k.value; s->has |= GZ_HAS_DECREL; break;
  case LEX_DATE_WORDS_KIND_REL_CENTURY: s->rel = k.value; s->has |= GZ_HAS_CENTREL; break;
  case LEX_DATE_WORDS_KIND_THE_YEAR:                       /* year, month, quarter, decade, century */
    if (k.value && has != GZ_HAS_EDGE) return false;
    if (!k.value && gz_date_year_follows(it, k.end)) {     /* of the year 2023 */
      gz_date_num n;
      return gz_date_number(it, gz_date_spaces(t, k.end), &n) && gz_date_set_year(s, n.value, n.end);
    }
    s->rel = 0;
    s->has |= k.value == 0 ? GZ_HAS_YREL : k.value == 1 ? GZ_HAS_MREL : k.value == 2 ? GZ_HAS_QREL : k.value == 3 ? GZ_HAS_DECREL : GZ_HAS_CENTREL;
    break;
  case LEX_DATE_WORDS_KIND_NARRATIVE:
    s->year = it->last_year ? it->last_year + k.value : 0;
    s->has |= GZ_HAS_YEAR;
    s->narrative = true;
    break;
  case LEX_DATE_WORDS_KIND_YEAR_EDGE:
    if (gz_is_digit(gz_date_char_before(t, pos)) || gz_date_char_before(t, pos) == 0x6BCF /* every */) return false;
    s->rel = 0; s->edge = k.value; s->has |= GZ_HAS_YREL | GZ_HAS_EDGE;
    break;
  case LEX_DATE_WORDS_KIND_MONTH_EDGE: s->rel = 0; s->edge = k.value; s->has |= GZ_HAS_MREL | GZ_HAS_EDGE; break;
  case LEX_DATE_WORDS_KIND_CENTURY: s->year = (k.value - 1) * 100; s->has |= GZ_HAS_CENTURY; break;
  case LEX_DATE_WORDS_KIND_DECADE: s->year = k.value; s->has |= GZ_HAS_DECADE; break;
  case LEX_DATE_WORDS_KIND_REL: s->rel = k.value; s->has |= GZ_HAS_REL; break;
  case LEX_DATE_WORDS_KIND_POST:
    s->rel = k.value;
    if (!(has & (GZ_HAS_MREL | GZ_HAS_YREL))) s->has |= GZ_HAS_REL;
    break;
  case LEX_DATE_WORDS_KIND_ERA:
    s->era = k.value;
    s->weak_era = k.flags & GZ_DF(WEAK);
    s->has |= GZ_HAS_ERA;
    break;
  case LEX_DATE_WORDS_KIND_NTH: {                          /* the tenth day of the year, the first week of May */
    gz_date_num n;
    gz_date_tok unit;
    gz_date_tok weekday;
    if (!gz_date_number(it, k.end, &n) || n.value < 1 || n.value > 366) return false;
    size_t w = gz_date_char(t, n.end) == 0x4E2A ? n.end + 3u : n.end;                /* 第三个星期一 */
    if (n.value <= 5 && has & GZ_HAS_MONTH && gz_date_word(it, w, K(WEEKDAY), &weekday)) {
      s->nth = n.value;
      s->weekday = weekday.value;
      s->has |= GZ_HAS_NTH | GZ_HAS_WEEKDAY;
      k.end = weekday.end;
      break;
    }
    if (!gz_date_word(it, n.end, UNIT_KINDS, &unit) || unit.value > 2) return false;
    if (unit.value == 2 && (n.value > 5 || !(has & GZ_HAS_MONTH))) return false;
    s->nth = n.value;
    s->nth_unit = unit.value;
    s->has |= GZ_HAS_NTH;
    k.end = unit.end;
    break;
  }
  case LEX_DATE_WORDS_KIND_LUNAR: {
    gz_date_num n;
    gz_date_tok next;
    if (has && !gz_date_word(it, k.end, K(LUNAR_MONTH), &next) && !(gz_date_number(it, k.end, &n) && gz_date_word(it, n.end, K(MARK_MONTH), &next))) return false;      /* 2024年农历八月 */
    s->has |= GZ_HAS_LUNAR;
    break;
  }
  case LEX_DATE_WORDS_KIND_LUNAR_MONTH:                    /* 100 and more: a leap month */
    s->month = k.value % 100;
    s->leap = k.value > 100;
    s->has |= GZ_HAS_LUNAR | GZ_HAS_MONTH;
    break;
  case LEX_DATE_WORDS_KIND_LUNAR_DAY: {
    gz_date_num n;
    if (!gz_date_number(it, k.end, &n)) return false;
    s->has |= GZ_HAS_LUNAR;
    s->day = n.value;
    s->has |= GZ_HAS_DAY;
    k.end = n.end;
    break;
  }
  case LEX_DATE_WORDS_KIND_FISCAL: s->has |= GZ_HAS_FISCAL; break;
  case LEX_DATE_WORDS_KIND_EDGE: {
    bool before = k.flags & GZ_DF(BEFORE);
    if (before == (has != 0)) return false;
    if (!before && g == WORD && !gz_is_unspaced(gz_date_char(t, pos))) return false;
    s->edge = k.value;
    s->third = k.flags & GZ_DF(THIRD);
    s->has |= GZ_HAS_EDGE;
    break;
  }
  default: return false;
  }
  s->end = k.end;
  return true;
}

/* A clock time behind the day. */
static bool clock_part(gz_date_iter *it, gz_said *s)
{
  gz_view t = it->text;
  size_t p = gz_date_spaces(t, s->end);
  gz_date_tok k;
  uint32_t c = gz_date_char(t, s->end);
  if (c == 't' && gz_is_digit(gz_date_char(t, s->end + 1))) p = s->end + 1;
  else {
    if (c == ',') p = gz_date_spaces(t, s->end + 1);
    if (gz_date_word(it, p, K(AT), &k)) p = gz_date_spaces(t, k.end);
  }
  if (gz_date_char(t, p) == 0x3000) return false;
  if (!gz_date_clock_at(it, p, true, &s->clock)) return false;
  if (p == s->end && s->clock.h < 12 && p >= 6 && gz_date_word(it, p - 6, K(MERIDIEM), &k) && k.end == p && k.value == 12) s->clock.h = (int16_t)(s->clock.h + 12);      /* 昨天下午|5时 */
  s->has |= GZ_HAS_TIME;
  s->end = s->clock.end;
  return true;
}

/* "a 2022 funding round", "its 2019 purchase": between an article and a noun in the singular. */
static bool before_noun(gz_view t, size_t start, size_t end)
{
  size_t w = start, e = end + 1;
  if (start < 2 || t.p[start - 1] != ' ' || end + 1 >= t.n || t.p[end] != ' ') return false;
  for (w = start - 1; w > 0 && t.p[w - 1] >= 'a' && t.p[w - 1] <= 'z'; w--) { }
  if (w > 0 && t.p[w - 1] != ' ' && t.p[w - 1] != '\n') return false;
  bool article = gz_small_word_is(gz_view_of(t.p + w, start - 1 - w), GZ_SMALL(DETERMINER));
  while (e < t.n && t.p[e] >= 'a' && t.p[e] <= 'z') e++;
  return article && e > end + 3 && !(t.p[e - 1] == 's' && t.p[e - 2] != 's');
}

/* en mayo, em maio, nel marzo: languages that write a month with a small letter. */
static bool small_months(const char *lang) { return gz_small_word_is(gz_view_cstr(lang), GZ_SMALL(SMALL_MONTH)); }

/* Is what was gathered a date, here? Words that may mean something else, and bare numbers, need a witness. */
static bool acceptable(gz_date_iter *it, gz_said *s, bool second)
{
  gz_view t = it->text;
  uint32_t has = s->has, flags = 0;
  gz_date_tok k;
  if (has & GZ_HAS_ERA && !(has & GZ_HAS_YEAR)) return false;
  if (has & GZ_HAS_REL && !(has & (GZ_HAS_MONTH | GZ_HAS_WEEKDAY | GZ_HAS_SEASON | GZ_HAS_QUARTER | GZ_HAS_HOLIDAY | GZ_HAS_DAY))) return false;
  if (s->narrative && !(has & (SUBYEAR | ANY_DAY))) return false;             /* that year alone */
  if (has == GZ_HAS_EDGE || has == GZ_HAS_FISCAL || has == (GZ_HAS_FISCAL | GZ_HAS_EDGE)) return false;
  if (has & GZ_HAS_FISCAL && !(has & (ANY_YEAR | GZ_HAS_QUARTER | GZ_HAS_HALF))) return false;
  if (has & GZ_HAS_NTH && s->nth_unit == 2 && !(has & GZ_HAS_MONTH)) return false;
  if (has & GZ_HAS_NTH && !s->nth_unit && !(has & GZ_HAS_MONTH && has & GZ_HAS_WEEKDAY)) return false;
  if (has & GZ_HAS_DAY && !(has & (GZ_HAS_MONTH | GZ_HAS_MREL)) && !s->marked_day) return false;
  if (has & GZ_HAS_DAY && has & ANY_YEAR && !(has & (GZ_HAS_MONTH | GZ_HAS_MREL))) return false;
  if (s->abbr && !(has & (GZ_HAS_DAY | GZ_HAS_YEAR | GZ_HAS_NTH))) return false;
  if (has & GZ_HAS_LUNAR && !(has & (GZ_HAS_MONTH | GZ_HAS_HOLIDAY))) return false;
  if (!(has & GZ_HAS_LUNAR) && has & GZ_HAS_YEAR && s->year && has & GZ_HAS_MONTH && has & GZ_HAS_DAY && !gz_civil_valid(s->year, s->month, s->day2 ? s->day2 : s->day)) return false;
  if (has & GZ_HAS_DAY && has & GZ_HAS_MONTH && s->day > gz_civil_month_days(2000, s->month)) return false;
  uint32_t before = gz_date_char_before(t, s->start);
  if (has == GZ_HAS_YEAR && s->bare_year) {
    if (second) return true;
    if (gz_class_of(before) == GZ_CURRENCY || before == '#' || before == '+' || before == '=' || gz_date_inside_number(it, s->start)) return false;
    size_t a = gz_date_spaces(t, 0), b = gz_date_spaces(t, s->end);
    if (a == s->start && b == t.n) return true;                               /* nothing else in the text */
    if (s->year2) return s->year >= 1900 && s->year2 <= 2100 && gz_date_char(t, s->end) != '-';
    if (before == '(' && gz_date_char(t, s->end) == ')' && s->year >= 1900 && s->year <= 2049) return true;
    if (before == 0xA9 || (before == ' ' && s->start > 2 && gz_date_char_before(t, s->start - 1) == 0xA9)) return true;
    if (it->last_year && s->start > it->last_end && s->start - it->last_end <= 6) {           /* in 2019, 2020 and 2021 */
      gz_view gap = gz_view_of(t.p + it->last_end, s->start - it->last_end);
      while (gap.n && gap.p[0] == ' ') gap = gz_view_of(gap.p + 1, gap.n - 1);
      while (gap.n && gap.p[gap.n - 1] == ' ') gap.n--;
      if (gz_small_word_is(gap, GZ_SMALL(JOINS_YEARS))) return true;
    }
    size_t next = gz_date_spaces(t, s->end);
    bool noun = gz_date_word(it, next, K(YEAR_NOUN), &k);
    if (noun && s->year >= 1950 && s->year <= 2049) return true;
    if (!gz_date_said_before(t, s->start, K(PREP), &flags)) return s->year >= 1950 && s->year <= 2049 && s->year % 100 != 0 && before_noun(t, s->start, s->end);
    if (flags & GZ_DF(MONTH) || s->year < 1500) return false;
    /* a lower-case plural behind the number counts it: of 2000 employees */
    size_t e = next;
    while (e < t.n && t.p[e] >= 'a' && t.p[e] <= 'z') e++;
    bool plural = e > next + 3 && t.p[e - 1] == 's' && t.p[e - 2] != 's' && t.p[e - 2] != 'u' && t.p[e - 2] != 'i';
    bool likely = s->year >= 1900 && s->year <= 2049 && s->year % 100 != 0;
    if (gz_view_is(gz_view_of(t.p + next, e - next), "people")) plural = true;
    if (next > s->end + 1) plural = false;
    if (gz_date_word(it, next, K(UNIT), &k)) return false;
    return flags & GZ_DF(STRONG) ? likely || !plural : likely && !plural;
  }
  if (s->weak && (has & ~(uint32_t)(GZ_HAS_MONTH | GZ_HAS_SEASON | GZ_HAS_HALF | GZ_HAS_QUARTER | GZ_HAS_MONTHS | GZ_HAS_WEEKDAY)) == 0) {
    if (has & (GZ_HAS_HALF | GZ_HAS_MONTHS | GZ_HAS_QUARTER)) return second && has == GZ_HAS_MONTH;
    if (second && !(has & GZ_HAS_SEASON)) return true;
    unsigned char c = (unsigned char)t.p[s->start];
    if (has & GZ_HAS_MONTH) {
      uint32_t mid;
      if (c >= 'a' && c <= 'z' && !(gz_date_said_before(t, s->start, K(PREP) | K(CONN) | K(BETWEEN), &flags) && small_months(gz_date_lang(it)))) return false;
      if (gz_date_conn(it, s->end, true, &mid) && gz_date_word(it, mid, K(MONTH), &k) && k.end > mid + 2) return true;       /* May to June */
      /* a name follows: April Jones */
      size_t next = gz_date_spaces(t, s->end);
      if (next == s->end + 1 && next < t.n && t.p[next] >= 'A' && t.p[next] <= 'Z') return gz_date_said_before(t, s->start, K(PREP), &flags) && flags & (GZ_DF(STRONG) | GZ_DF(MONTH));
      return gz_date_said_before(t, s->start, K(PREP) | K(CONN) | K(BETWEEN), &flags);
    }
    return false;                                   /* a season alone is no date */
  }
  if (has == GZ_HAS_WEEKDAY && !second && (before == 0x6BCF || before == 0x5468 || before == 0x9031 || (gz_date_said_before(t, s->start, K(NUMBER), &flags) && flags & GZ_DF(ARTICLE)))) return false;      /* a Friday, every Friday */
  if (s->marked_day && (has & ~(uint32_t)(GZ_HAS_WEEKDAY | GZ_HAS_TIME | GZ_HAS_REL)) == GZ_HAS_DAY) {        /* 4日 alone */
    gz_date_num n;
    if (second || has & GZ_HAS_REL) return true;
    if (!gz_date_number(it, s->start, &n) || n.han) return false;
    if (before == 0x7B2C || before == 0x6BCF || before == 0x4E2A || gz_date_inside_number(it, s->start)) return false;
    uint32_t mark = gz_date_char(t, n.end == s->end ? n.end : gz_date_spaces(t, n.end));
    if (mark != 0x65E5 && !s->day2) return mark == 0xC77C && !gz_date_word(it, gz_date_spaces(t, s->end), K(NOT_AFTER), &k) && (second || gz_date_char(t, s->end) == ' ');
    if (gz_date_word(it, s->end, K(NOT_AFTER) | K(AGO), &k) && !gz_date_word(it, s->end, K(MERIDIEM), &k)) return false;      /* 12日夜 is no count */
    return mark == 0x65E5;
  }
  if (has == GZ_HAS_MONTH && gz_is_digit(gz_date_char(t, s->start)) && gz_date_inside_number(it, s->start)) return second;
  if (has == GZ_HAS_MONTH && gz_date_char(t, s->start) > 0x3000 && (gz_date_word(it, s->end, K(NOT_AFTER), &k) && gz_date_char(t, s->end) != 0x5E95 && k.end == s->end + 3 && (gz_date_char(t, s->end) == 0x9F84 || gz_date_char(t, s->end) == 0x4EAE))) return false;
  if (has == GZ_HAS_YEAR && !s->bare_year && gz_date_char_before(t, s->end) == 0x5E74 && s->end < t.n && !(s->year >= 1500 && s->year <= 2149)) return false;
  if (has & GZ_HAS_YEAR && !s->bare_year && !second && !(has & GZ_HAS_DAY && !gz_is_digit(before)) && gz_date_inside_number(it, s->start)) return false;
  if (has == GZ_HAS_YEAR && gz_date_word(it, s->end, K(NOT_AFTER), &k) && k.flags & GZ_DF(STRONG)) return false;          /* 2000年历史 */
  if (has & (GZ_HAS_YEAR | GZ_HAS_ERA) && (s->weak_era || (before >= 0x3000 && gz_date_said_before(t, s->start, K(ERA), &flags) && flags & GZ_DF(WEAK)))) return false;       /* before Christ */
  return true;
}

/* Digits with a colon, a point or a letter behind: perhaps a time of day. */
static bool early_clock(gz_view t, size_t pos)
{
  size_t p = pos;
  while (p < t.n && p < pos + 3 && t.p[p] >= '0' && t.p[p] <= '9') p++;
  if (p == pos || p - pos > 2 || p >= t.n) return false;
  if (t.p[p] == ':' || t.p[p] == '.') return true;
  if (t.p[p] == ' ') p++;
  return p < t.n && (((unsigned char)t.p[p] | 32) == 'a' || ((unsigned char)t.p[p] | 32) == 'p' || (unsigned char)t.p[p] >= 0xE3);
}

/* A weekday of one character, as it stands in brackets: (月), (월); and (一), which is one only where the day was a Monday. 0: none. */
static int short_weekday(const gz_date_iter *it, const gz_said *s, uint32_t c)
{
  static const uint16_t names[][7] = {{0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F, 0x65E5}, {0xC6D4, 0xD654, 0xC218, 0xBAA9, 0xAE08, 0xD1A0, 0xC77C}, {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x65E5}};
  int y = s->has & GZ_HAS_YEAR ? s->year : it->anchor.year;
  for (int k = 0; k < 3; k++)
    for (int d = 0; d < 7; d++) {
      if (names[k][d] != c) continue;
      if (k < 2 || (s->has & GZ_HAS_MONTH && gz_civil_valid(y, s->month, s->day) && gz_civil_weekday(gz_civil_day(y, s->month, s->day)) == d + 1)) return d + 1;
    }
  return 0;
}

/* The weekday behind a day: 6월 7일 금요일, 4日(星期二), June 4 (Tuesday). It says nothing new, and is no date of its own. */
static void weekday_behind(gz_date_iter *it, gz_said *s)
{
  gz_view t = it->text;
  gz_date_tok k;
  if (!(s->has & GZ_HAS_DAY) || s->has & (GZ_HAS_WEEKDAY | GZ_HAS_TIME) || s->day2) return;
  size_t p = gz_date_spaces(t, s->end), q = p;
  bool bracket = gz_date_char(t, p) == '(';
  if (bracket) gz_utf8_next(t.p, t.n, &q);
  if (!bracket && gz_date_char(t, p) < 0x80) return;
  size_t behind = q;
  if (q < t.n) gz_utf8_next(t.p, t.n, &behind);
  int one = bracket && s->has & GZ_HAS_MONTH && gz_date_char(t, behind) == ')' ? short_weekday(it, s, gz_date_char(t, q)) : 0;
  if (one) { k.value = one; k.end = (uint32_t)behind; }
  else if (!gz_date_word(it, q, K(WEEKDAY), &k)) return;
  size_t e = k.end;
  if (bracket) { if (gz_date_char(t, e) != ')') return; gz_utf8_next(t.p, t.n, &e); }
  s->weekday = k.value;
  s->has |= GZ_HAS_WEEKDAY;
  s->end = (uint32_t)e;
}

bool gz_date_gather(gz_date_iter *it, size_t pos, bool second, gz_said *s)
{
  gz_view t = it->text;
  enum glue g = NONE;
  memset(s, 0, sizeof *s);
  s->start = s->end = (uint32_t)pos;
  /* a clock before its date: 2:21 p.m., December 11, 2014 */
  gz_date_clock early;
  if (!second && early_clock(t, pos) && gz_date_clock_at(it, pos, false, &early)) {
    size_t q = gz_date_spaces(t, early.end);
    gz_date_tok k;
    gz_said later;
    if (gz_date_char(t, q) == ',') q = gz_date_spaces(t, q + 1);
    if (gz_date_word(it, q, K(PREP), &k) && k.flags & GZ_DF(MONTH)) q = gz_date_spaces(t, k.end);
    if (gz_date_gather(it, q, true, &later) && later.has & (ANY_DAY | GZ_HAS_WEEKDAY) && !(later.has & GZ_HAS_TIME)) {
      *s = later;
      s->start = (uint32_t)pos;
      s->clock = early;
      s->has |= GZ_HAS_TIME;
      return true;
    }
  }
  size_t p = pos;
  for (int parts = 0; parts < 12; parts++) {
    uint32_t c = gz_date_char(t, p);
    size_t near = gz_date_spaces(t, s->end);
    bool took = parts && near != p && near > s->end && g == WORD && word_part(it, s, near, SPACE);
    if (!took) took = gz_date_number_part(it, s, p, g);
    if (!took && g != DOT && (c > 0x40 || gz_is_digit(c))) took = word_part(it, s, p, g);
    else if (!took && g == DOT) took = word_part(it, s, p, g);
    if (!took && c == '\'' && s->has & (SUBYEAR | GZ_HAS_EDGE) && !(s->has & ANY_YEAR)) {        /* Q2 '24 */
      size_t q = p + (t.p[p] == '\'' ? 1u : 3u);
      gz_date_num n;
      if (gz_date_number(it, q, &n) && !n.han && n.digits == 2) took = gz_date_set_year(s, gz_date_two_digit_year(it, n.value), n.end);
    }
    if (!took) break;
    if ((s->has & (ANY_DAY | GZ_HAS_NTH) || (s->has & GZ_HAS_WREL && s->has & GZ_HAS_WEEKDAY)) && !(s->has & GZ_HAS_TIME)) clock_part(it, s);
    p = gz_date_skip_glue(it, s->end, &g);
  }
  if (!s->has) return false;
  weekday_behind(it, s);
  if (s->has & GZ_HAS_WEEKDAY && s->has & ANY_DAY && !(s->has & GZ_HAS_TIME)) clock_part(it, s);       /* 17日(月) 8時 */
  if (s->has & GZ_HAS_TIME && !(s->has & GZ_HAS_YEAR)) {            /* Wed Aug 05 12:00:00 2015 */
    gz_date_num n;
    size_t q = gz_date_spaces(t, s->end);
    if (q > s->end && gz_date_number(it, q, &n) && n.digits == 4 && plausible_year(n.value) && s->has & GZ_HAS_MONTH && gz_date_year_ends(t, n.end)) gz_date_set_year(s, n.value, n.end);
  }
  return acceptable(it, s, second);
}

/* [vor] [the past] N [past] units [ago] */
bool gz_date_count(gz_date_iter *it, size_t pos, gz_said *s)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_date_num n;
  size_t p = pos;
  int roll = 0, count = -1, ahead = 0;
  bool before = false;
  memset(s, 0, sizeof *s);
  s->start = (uint32_t)pos;
  bool digit = pos < t.n && t.p[pos] >= '0' && t.p[pos] <= '9';
  if (!digit && gz_date_word(it, p, K(ROLL) | K(AGO_BEFORE), &k)) {
    before = k.kind == LEX_DATE_WORDS_KIND_AGO_BEFORE;
    ahead = before ? k.value : 0;
    roll = before ? 0 : k.value;
    p = gz_date_spaces(t, k.end);
    if (before && gz_date_word(it, p, K(AT), &k)) p = gz_date_spaces(t, k.end);           /* vor gut drei Monaten */
  }
  if (!digit && gz_date_word(it, p, K(NUMBER), &k)) {
    if (k.flags & GZ_DF(ARTICLE) && roll) return false;
    count = k.value;
    p = gz_date_spaces(t, k.end);
  } else if (gz_date_number(it, p, &n)) {
    if (n.digits > 3 || n.value == 0) return false;
    if (n.han && n.digitwise && n.digits > 1) return false;
    if (p == pos && (gz_date_inside_number(it, p) || gz_class_of(gz_date_char_before(t, p)) == GZ_CURRENCY)) return false;
    if (n.han && p == pos && p >= 3) {                      /* 数十年前 is decades ago */
      size_t q = p;
      gz_date_tok vague;
      gz_utf8_prev(t.p, t.n, &q);
      if (gz_date_word(it, q, K(NUMBER), &vague) && vague.value == 0) return false;
    }
    count = n.value;
    p = gz_date_spaces(t, n.end);
  } else if (!roll) return false;
  if (count < 0 && gz_date_word(it, p, K(UNIT), &k) && k.value == 10) count = 1;      /* 过去半年 */
  if (!roll && !before && gz_date_word(it, p, K(ROLL), &k) && gz_date_char(t, pos) < 0x3000) { roll = k.value; p = gz_date_spaces(t, k.end); }      /* trois dernières années */
  if (gz_date_char(t, p) == '-') p++;
  if (!gz_date_word(it, p, K(UNIT), &k)) return false;
  s->unit = k.value;
  s->end = k.end;
  if (roll && k.flags & GZ_DF(WEAK)) return false;          /* 지난 27일 is a day of the month */
  if (roll) {
    if (count < 0) {
      if (gz_date_char(t, pos) >= 0x3000 || s->unit == 8) return false;
      count = 1;
      if (gz_date_char_before(t, k.end) == 's' || k.flags & GZ_DF(ABBR)) return false;                /* past years, letzten Jahren */
      gz_date_tok rel;                                                       /* last year is a calendar year unless "the last year" after over, in */
      if (gz_date_word(it, pos, K(REL_YEAR) | K(REL_MONTH) | K(REL_WEEK) | K(REL_QUARTER) | K(REL_DECADE) | K(REL_WEEKEND), &rel) && rel.end >= k.end) {
        if (strcmp(lex_date_words_str(rel.lang), "de") == 0 || !gz_date_said_before(t, pos, K(ARTICLE), NULL)) return false;      /* in der vergangenen Woche: the last one */
      } else if (!gz_date_said_before(t, pos, K(ARTICLE), NULL)) return false;
    }
    if (gz_date_month_follows(it, s->end) || (s->unit == 4 && gz_date_year_follows(it, s->end))) return false;      /* the last week of July, the last quarter of 2020 */
    s->count = count;
    s->dir = roll < 0 ? -2 : 2;
    if (count == 0 && roll > 0) return false;
    s->has = GZ_HAS_COUNT;
    return true;
  }
  if (count <= 0) return false;
  size_t q = gz_date_spaces(t, k.end);
  if (before) { s->dir = ahead > 0 ? 1 : -1; }
  else {
    gz_date_tok ago;
    s->count = count;
    if (!gz_date_word(it, q, K(AGO), &ago)) return false;
    if (gz_date_char(t, q) == 0x524D && gz_date_char(t, ago.end) == 0x540E) return false;         /* 前后 */
    s->end = ago.end;
    s->dir = ago.value > 0 ? 1 : -1;
  }
  s->count = count;
  s->has = GZ_HAS_COUNT;
  return true;
}
