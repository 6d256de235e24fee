/* The grammar of dates, numbers: what a number is (a year, a month, a day, a decade, both ends of a range) by the mark behind it, by the
** parts already there, by what follows; and the small tests of a place that this needs. May use base and text. */
#include "find/date_parts.h"

/* Behind what may stand between two parts; how it joins them. */
size_t gz_date_skip_glue(gz_date_iter *it, size_t pos, enum glue *how)
{
  gz_view t = it->text;
  size_t p = gz_date_spaces(t, pos);
  uint32_t c = gz_date_char(t, p);
  gz_date_tok k;
  *how = p > pos ? SPACE : NONE;
  if (c == ',') {
    *how = COMMA;
    if (t.p[p] != ',') return pos;
    p = gz_date_spaces(t, p + 1);
    if (gz_date_word(it, p, K(GLUE) | K(ARTICLE), &k) && gz_is_digit(gz_date_char(t, gz_date_spaces(t, k.end)))) p = gz_date_spaces(t, k.end);      /* Freitag, den 7. Juni */
    return p;
  }
  else if ((c == '-' || c == '/') && p == pos) { size_t q = p; gz_utf8_next(t.p, t.n, &q); *how = JOIN; return q; }
  else if (c == '.' && p == pos && gz_date_char(t, p + 1) == ' ') { *how = DOT; return gz_date_spaces(t, p + 1); }
  else if (c == '\'' && gz_date_char(t, p + (t.p[p] == '\'' ? 1 : 3)) == 's' && p == pos) { p += t.p[p] == '\'' ? 2 : 4; *how = WORD; return gz_date_spaces(t, p); }
  if (gz_date_word(it, p, K(GLUE), &k) && (*how != NONE || gz_is_unspaced(gz_date_char(t, p)))) {
    size_t q = gz_date_spaces(t, k.end);
    gz_date_tok more;
    *how = WORD;
    if (gz_date_word(it, q, K(GLUE) | K(ARTICLE), &more) && q > k.end) q = gz_date_spaces(t, more.end);
    return q;
  }
  return p;
}

bool gz_date_conn(gz_date_iter *it, size_t pos, bool between, uint32_t *end)
{
  gz_view t = it->text;
  size_t p = gz_date_spaces(t, pos), q;
  gz_date_tok k;
  if (!gz_date_word(it, p, K(CONN), &k)) return false;
  if (k.flags & GZ_DF(AND) && !between) return false;
  if (!(k.flags & GZ_DF(SIGN)) && p == pos && gz_date_char(t, p) < 0x3000) return false;      /* a word stands free */
  q = k.end;
  if (k.flags & GZ_DF(SIGN)) { size_t r = q; while (gz_date_word(it, r, K(CONN), &k) && k.flags & GZ_DF(SIGN) && r < q + 6) r = k.end; q = r; }
  *end = (uint32_t)gz_date_spaces(t, q);
  return true;
}

/* Does the number at pos go on to the left: 1,2014  3.14  B-4  a/5? */
bool gz_date_inside_number(gz_date_iter *it, size_t pos)
{
  gz_view t = it->text;
  uint32_t c = gz_date_char_before(t, pos);
  if (gz_is_digit(c)) return true;
  if (c == ',') {                                          /* grouping: three digits follow */
    gz_date_num n;
    return gz_date_number(it, pos, &n) && n.digits == 3 && pos > 1 && gz_is_digit((unsigned char)t.p[pos - 2]);
  }
  if (c != '.' && c != '-' && c != '/' && c != ':' && c != '_') return false;
  size_t p = pos;
  gz_utf8_prev(t.p, t.n, &p);
  c = gz_date_char_before(t, p);
  return gz_is_digit(c) || (gz_is_letter(c) && !gz_is_unspaced(c));
}

/* What stands right behind a bare four-digit number must not make it a quantity, a decimal, a code. */
bool gz_date_year_ends(gz_view t, size_t end)
{
  uint32_t c = gz_date_char(t, end), next = gz_date_char(t, end + 1);
  if (c == '%' || c == 0x2030 || gz_is_digit(c) || gz_class_of(c) == GZ_CURRENCY) return false;
  if ((c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && gz_is_digit(next)) return false;
  if (gz_is_letter(c) && (!gz_is_unspaced(c) || gz_is_han(c)) && !gz_is_hangul(c)) return false;
  return true;
}

/* Is there a month behind this number (25. September, 25 de septiembre, 8/Oct, 28th of june)? */
bool gz_date_month_follows(gz_date_iter *it, size_t pos)
{
  gz_view t = it->text;
  enum glue g;
  gz_date_tok k;
  size_t q = gz_date_skip_glue(it, pos, &g);
  return g != COMMA && gz_date_word(it, q, K(MONTH), &k) && !(k.flags & GZ_DF(WEAK) && g == WORD && gz_date_char(t, q) != 0 && t.p[q] >= 'a' && t.p[q] <= 'z' && gz_date_word(it, q, K(AT), &k));
}

/* of 2020, 2020, de 2020 */
bool gz_date_year_follows(gz_date_iter *it, size_t pos)
{
  enum glue g;
  gz_date_num n;
  size_t q = gz_date_skip_glue(it, pos, &g);
  return (g == SPACE || g == WORD) && gz_date_number(it, q, &n) && !n.han && n.digits == 4 && plausible_year(n.value) && gz_date_year_ends(it->text, n.end);
}

size_t gz_date_past_suffix(gz_date_iter *it, size_t end)
{
  gz_date_tok k;
  return gz_date_word(it, end, K(SUFFIX), &k) ? k.end : end;
}

/* A part of which the year still has to follow: 3月, Q2, 底, 春. Used to tell 23年9月 from 23年 (a length of time). */
static bool part_follows(gz_date_iter *it, size_t pos)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_date_num n;
  size_t p = gz_date_spaces(t, pos);
  if (gz_date_word(it, p, K(QUARTER) | K(HALF) | K(SEASON), &k)) return true;
  if (gz_date_word(it, p, K(EDGE), &k) && k.flags & GZ_DF(AFTER)) return true;
  return gz_date_number(it, p, &n) && n.value >= 1 && n.value <= 12 && gz_date_word(it, gz_date_spaces(t, n.end), K(MARK_MONTH), &k);
}

int gz_date_two_digit_year(gz_date_iter *it, int yy)
{
  int now = it->anchor.year ? it->anchor.year : 2030, y = now - now % 100 + yy;
  return y > now + 20 ? y - 100 : y;
}

bool gz_date_set_year(gz_said *s, int year, uint32_t end)
{
  if (s->has & (ANY_YEAR | GZ_HAS_WREL)) return false;
  if (s->has & GZ_HAS_DREL) return false;
  s->year = year;
  s->has |= GZ_HAS_YEAR;
  s->end = end;
  return true;
}

/* から15年に, まで: kana behind a year of two digits that ends a range, and what says a length of time. */
static bool kana_goes_on(uint32_t c) { return gz_is_kana(c) && c != 0x306B && c != 0x307E && c != 0x306E; }

/* A number with the mark behind it, or a number that another one follows with the mark behind that (1-9月). */
static bool marked_number(gz_date_iter *it, gz_said *s, gz_date_num n)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_date_num n2 = n;
  size_t p = gz_date_spaces(t, n.end);
  uint32_t mid;
  bool range = false;
  gz_date_tok unit;
  const uint64_t marks = K(MARK_YEAR) | K(MARK_MONTH) | K(MARK_DAY) | K(MARK_QUARTER) | K(MARK_DECADE) | K(MARK_CENTURY);
  if (!gz_date_word(it, p, marks, &k)) {
    if (!gz_date_conn(it, n.end, false, &mid) || !gz_date_number(it, mid, &n2) || !gz_date_word(it, gz_date_spaces(t, n2.end), marks, &k)) return false;
    if (k.kind == LEX_DATE_WORDS_KIND_MARK_YEAR && n2.digits == 2 && n.digits == 4) n2.value += n.value / 100 * 100;
    if (k.kind != LEX_DATE_WORDS_KIND_MARK_YEAR && n2.value <= n.value) return false;
    range = true;
  }
  int v = n.value, v2 = range ? n2.value : 0;
  switch (k.kind) {
  case LEX_DATE_WORDS_KIND_MARK_YEAR:
    if (s->has & (SUBYEAR | ANY_DAY) && !(s->has & GZ_HAS_ERA) && gz_date_char(t, p) > 0x2E80 && !(n.digits == 4 && s->has & GZ_HAS_DAY && s->end + 4 == n.end)) return false;
    if (s->has & GZ_HAS_ERA) { if (v < 1 || v > 150) return false; v += s->era; v2 = v2 ? v2 + s->era : 0; }
    else if (it->era && (it->era % 100 ? n.digits < 4 && v <= 150 : n.digits == 2) && v > 0 && !range && it->era + v > it->first_year && !kana_goes_on(gz_date_char(t, k.end)) && !(gz_date_word(it, p, UNIT_KINDS, &unit) && unit.end > k.end)) v += it->era;
    else if (n.digits == 4 && n.digitwise) { if (!plausible_year(v) || (range && !plausible_year(v2))) return false; }
    else if (n.digits == 2 && n.digitwise) {
      if (n.han && n.value % 10 == n.value / 10 + 1 && !part_follows(it, k.end)) return false;       /* 五六年: five or six years */
      if (!n.han && !part_follows(it, k.end)) return false;
      if (n.han && n.value / 10 > 2 && n.value / 10 < 5) return false;
      v = gz_date_two_digit_year(it, v);
    } else if (n.digits == 3 && !n.han && v >= 90 && v <= 130 && (part_follows(it, k.end) || k.end - p == 6)) v += 1911;   /* 112年9月, 112年度 in Taiwan */
    else return false;
    if (gz_date_word(it, k.end, K(AGO), &k) && v < 1000) return false;
    gz_date_word(it, p, K(MARK_YEAR), &k);
    if (range) gz_date_word(it, gz_date_spaces(t, n2.end), K(MARK_YEAR), &k);
    if (!gz_date_set_year(s, v, k.end)) return false;
    s->year2 = v2;
    return true;
  case LEX_DATE_WORDS_KIND_MARK_MONTH:
    if (v < 1 || v > 12 || v2 > 12 || n.digits > 3 || s->has & (SUBYEAR | ANY_DAY | GZ_HAS_WREL)) return false;
    s->month = v; s->month2 = v2;
    s->has |= GZ_HAS_MONTH;
    break;
  case LEX_DATE_WORDS_KIND_MARK_DAY:
    if (v < 1 || v > 31 || v2 > 31 || n.digits > 3 || s->has & (ANY_DAY | GZ_HAS_QUARTER | GZ_HAS_HALF | GZ_HAS_WREL | GZ_HAS_SEASON) || (s->has & ANY_YEAR && !(s->has & GZ_HAS_MONTH))) return false;
    s->day = v; s->day2 = v2;
    s->has |= GZ_HAS_DAY;
    s->marked_day = true;
    break;
  case LEX_DATE_WORDS_KIND_MARK_QUARTER:
    if (k.flags & GZ_DF(WEAK) && !(s->has & ANY_YEAR)) return false;                            /* 这一季 may be a season of anything */
    if (v < 1 || v > 4 || v2 > 4 || s->has & SUBYEAR) return false;
    if (range && v2 <= v) return false;
    s->quarter = v; s->quarter2 = v2;
    s->has |= GZ_HAS_QUARTER;
    break;
  case LEX_DATE_WORDS_KIND_MARK_DECADE:
    if (s->has & GZ_HAS_ERA && v >= 10 && v % 10 == 0 && v <= 100 && !range && gz_date_set_year(s, s->era + v, k.end)) { s->year2 = s->year + 9; return true; }      /* 民國80年代 */
    if (v % 10 || range || s->has & (ANY_YEAR & ~(uint32_t)(GZ_HAS_CENTURY | GZ_HAS_CENTREL)) || s->has & SUBYEAR) return false;
    if (n.digits == 4 && plausible_year(v)) s->year = v;
    else if (v < 100 && (n.han || n.digits == 2)) {
      bool apostrophe = gz_date_char_before(t, s->end > n.end ? n.end : n.end - 2) == '\'';
      if (s->has & GZ_HAS_CENTURY) { s->year = s->year / 100 * 100 + v; s->has &= ~(uint32_t)GZ_HAS_CENTURY; }
      else if (s->has & GZ_HAS_CENTREL) { s->nth = v + 1; s->end = k.end; s->has |= GZ_HAS_DECADE; return true; }
      else { if (gz_date_char(t, n.end) < 0x80 && !apostrophe) return false; s->year = v < 30 && v > 0 ? 2000 + v : 1900 + v; if (v == 0) s->year = 2000; }
    } else return false;
    s->has |= GZ_HAS_DECADE;
    break;
  case LEX_DATE_WORDS_KIND_MARK_CENTURY:
    if (v < 10 || v > 22 || range || s->has & (ANY_YEAR | SUBYEAR)) return false;
    s->year = (v - 1) * 100;
    s->has |= GZ_HAS_CENTURY;
    break;
  default: return false;
  }
  s->end = k.end;
  return true;
}

/* January 5,2024: four digits, and no more of a number behind them. */
static bool year_behind(gz_view t, size_t pos)
{
  size_t n = 0;
  while (n < 5 && gz_is_digit(gz_date_char(t, pos + n))) n++;
  return n == 4 && gz_date_char(t, pos + 4) != ',';
}

/* Digits without a mark: a year, a day of the month beside one, years and days in a range, a year of two digits. */
static bool bare_number(gz_date_iter *it, gz_said *s, size_t pos, gz_date_num n, enum glue g)
{
  gz_view t = it->text;
  gz_date_num n2;
  uint32_t mid;
  gz_date_tok k;
  if (n.han && n.digits != 4 && !(s->has & GZ_HAS_MONTH)) return false;
  if (n.digits <= 2 && gz_date_word(it, gz_date_spaces(t, n.end), K(MARK_MONTH) | K(MARK_QUARTER) | K(MARK_CENTURY), &k) && gz_date_char(t, gz_date_spaces(t, n.end)) > 0x80) return false;
  if (g == COMMA && !(s->has & GZ_HAS_MONTH && n.digits == 4) && s->has != GZ_HAS_WEEKDAY) return false;
  if (n.digits == 4 && n.digitwise && plausible_year(n.value) && !(s->has & ANY_YEAR)) {
    if (n.han || (g == COMMA && gz_date_word(it, gz_date_spaces(t, n.end), K(MARK_YEAR), &k))) return false;
    bool joined = g == JOIN || g == NONE;
    if (!joined || s->has == 0) {
      if (s->has == 0 && !n.han && gz_date_char(t, n.end) != 0) {
        /* 2024Q2, 2014上半年 */
        if (gz_date_word(it, n.end, K(QUARTER) | K(HALF) | K(FISCAL), &k) || gz_date_word(it, n.end, K(MONTH), &k)) { s->bare_year = true; return gz_date_set_year(s, n.value, n.end); }
      }
    }
    if (gz_date_conn(it, n.end, false, &mid) && gz_date_number(it, mid, &n2) && !n2.han && gz_date_year_ends(t, n2.end) && !gz_date_month_follows(it, n2.end) && !gz_date_word(it, gz_date_spaces(t, n2.end), K(MARK_MONTH) | K(UNIT), &k)) {
      int to = n2.digits == 4 ? n2.value : n2.digits == 2 ? n.value / 100 * 100 + n2.value : 0;
      if (to > n.value && to - n.value < 200 && plausible_year(to) && (n2.digits == 4 || gz_date_char(t, n.end) != ' ')) {
        if (!gz_date_set_year(s, n.value, n2.end)) return false;
        s->year2 = to;
        s->bare_year = s->has == GZ_HAS_YEAR;
        return true;
      }
    }
    if (gz_date_char(t, n.end) == '/' && gz_date_number(it, n.end + 1, &n2) && !n2.han && (n2.value == (n.value + 1) % 100 || n2.value == n.value + 1) && n2.digits != 1 && n2.digits != 3 && gz_is_digit(gz_date_char(t, n2.end)) == false &&
        (s->has & (GZ_HAS_FISCAL | GZ_HAS_SEASON) || gz_date_word(it, gz_date_spaces(t, n2.end), K(FISCAL), &k))) {      /* 2022/23财年, Geschäftsjahr 2022/23 */
      if (!gz_date_set_year(s, n.value, n2.end)) return false;
      if (!(s->has & GZ_HAS_SEASON)) s->year2 = n.value + 1;                                       /* Winter 2022/23 is one */
      return true;
    }
    if (!gz_date_year_ends(t, n.end) && !(gz_date_char(t, n.end) == '-' && (s->has == 0 || s->has & GZ_HAS_DAY))) return false;
    if (s->has & GZ_HAS_WEEKDAY && !(s->has & (GZ_HAS_DAY | GZ_HAS_MONTH))) return false;
    s->bare_year = s->has == 0;
    return gz_date_set_year(s, n.value, n.end);
  }
  if (n.digits <= 2 && n.digitwise && !n.han && !(s->has & ANY_YEAR) && s->has & (GZ_HAS_QUARTER | GZ_HAS_FISCAL | GZ_HAS_HALF) && !(s->has & ANY_DAY) && n.digits == 2 && (g == NONE || s->has & GZ_HAS_FISCAL) && gz_date_year_ends(t, n.end))
    return gz_date_set_year(s, gz_date_two_digit_year(it, n.value), n.end);
  if (n.digits == 2 && s->has == 0 && !n.han && gz_date_word(it, n.end, K(QUARTER), &k) && t.p[n.end] == 'Q') return gz_date_set_year(s, gz_date_two_digit_year(it, n.value), n.end);
  if (n.digits == 2 && g == SPACE && !n.han && s->has & GZ_HAS_DAY && s->has & GZ_HAS_MONTH && !(s->has & ANY_YEAR) && pos == s->end + 1u && s->end > s->start + 3 && !gz_is_digit(gz_date_char_before(t, s->end))) {
    uint32_t c = gz_date_char(t, n.end);                   /* 13 May 16 */
    if (c == 0 || c == ';' || c == ')' || c == '\n' || (c == '.' && !gz_is_digit(gz_date_char(t, n.end + 1)))) return gz_date_set_year(s, gz_date_two_digit_year(it, n.value), n.end);
  }
  if (n.value < 1 || n.value > 31 || n.digits > 3 || s->has & (ANY_DAY | GZ_HAS_WREL | GZ_HAS_HALF | GZ_HAS_QUARTER | GZ_HAS_SEASON)) return false;
  size_t end = gz_date_past_suffix(it, n.end);
  if (s->has & GZ_HAS_EDGE && g == NONE && s->end == pos && gz_date_char_before(t, pos) == 0x521D) return false;      /* 2月初|3家 */
  if (s->has & GZ_HAS_MONTH && s->month2 == 0 && g != WORD) {
    uint32_t c = gz_date_char(t, end), next = gz_date_char(t, end + 1);
    if (g == COMMA && s->has == GZ_HAS_MONTH) return false;
    if ((c == ':' || c == '.' || c == ',') && gz_is_digit(next) && end == n.end && !(c == ',' && year_behind(t, end + 1))) return false;      /* March 5,000 people */
    if (c == '%' || gz_class_of(c) == GZ_CURRENCY || (end == n.end && gz_is_letter(c) && !gz_is_unspaced(c))) return false;
    if (s->has & GZ_HAS_YEAR && g == NONE && pos != s->end) return false;
    s->day = n.value;
    s->has |= GZ_HAS_DAY;
    s->end = (uint32_t)end;
    if (gz_date_conn(it, end, true, &mid) && gz_date_number(it, mid, &n2) && !n2.han && n2.digits <= 2 && n2.value > n.value && n2.value <= 31) {
      size_t end2 = gz_date_past_suffix(it, n2.end);
      uint32_t c2 = gz_date_char(t, end2);
      bool sign = gz_date_char(t, gz_date_spaces(t, end)) == '-' || gz_date_char(t, gz_date_spaces(t, end)) > 0x80;
      gz_date_tok and_word;
      bool is_and = gz_date_word(it, gz_date_spaces(t, end), K(CONN), &and_word) && and_word.flags & GZ_DF(AND);
      bool ends = c2 == 0 || c2 == ',' || c2 == '.' || c2 == ';' || c2 == ')' || c2 == '\n';
      if ((!is_and || (ends && n2.value == n.value + 1)) && !gz_date_month_follows(it, end2) && !gz_is_digit(c2) && c2 != ':' && c2 != '%' && !(c2 == '-' && sign) && !gz_date_word(it, gz_date_spaces(t, end2), K(UNIT) | K(MARK_MONTH), &k)) { s->day2 = n2.value; s->end = (uint32_t)end2; }
    }
    return true;
  }
  if (!(s->has & SUBYEAR) && !n.han) {
    bool year_next = false;                   /* 23-2020-September */
    if (g == NONE || g == SPACE || g == COMMA || s->has == 0) {
      if (gz_date_char(t, end) == '-' && gz_date_number(it, end + 1, &n2) && n2.digits == 4 && plausible_year(n2.value) && gz_date_month_follows(it, n2.end) && gz_date_char(t, n2.end) == '-') year_next = true;
      if (year_next || gz_date_month_follows(it, end)) {
        s->day = n.value;
        s->has |= GZ_HAS_DAY;
        s->end = (uint32_t)end;
        return true;
      }
      size_t dot = gz_date_char(t, end) == '.' && end == n.end ? end + 1 : end;      /* 2. bis 9. Februar */
      if (gz_date_conn(it, dot, true, &mid) && gz_date_number(it, mid, &n2) && !n2.han && n2.digits <= 2 && n2.value > n.value && n2.value <= 31 && gz_date_month_follows(it, gz_date_past_suffix(it, n2.end))) {
        s->day = n.value;
        s->day2 = n2.value;
        s->has |= GZ_HAS_DAY;
        s->end = (uint32_t)gz_date_past_suffix(it, n2.end);
        return true;
      }
    }
  }
  return false;
}

bool gz_date_number_part(gz_date_iter *it, gz_said *s, size_t pos, enum glue g)
{
  gz_view t = it->text;
  gz_date_num n;
  gz_date_tok k;
  if (pos >= t.n || ((unsigned char)t.p[pos] < 0xE2 && (t.p[pos] < '0' || t.p[pos] > '9'))) return false;
  if (!(s->has & SUBYEAR) && g != COMMA && gz_date_word(it, pos, K(QUARTER) | K(HALF), &k) && !(s->has & ANY_DAY)) {
    gz_date_num y;
    bool year_next = gz_date_number(it, k.end, &y) && y.digits == 2;
    if (!(k.flags & GZ_DF(WEAK)) || s->has & ANY_YEAR || year_next || (gz_date_number(it, gz_date_spaces(t, k.end), &y) && y.digits == 4 && plausible_year(y.value))) {
      if (k.kind == LEX_DATE_WORDS_KIND_QUARTER) { s->quarter = k.value; s->has |= GZ_HAS_QUARTER; }
      else { s->half = k.value; s->has |= GZ_HAS_HALF; }
      s->end = k.end;
      return true;
    }
  }
  if (!(s->has & (ANY_YEAR | SUBYEAR | ANY_DAY)) && (g != COMMA || s->has & GZ_HAS_WEEKDAY)) {
    gz_said try = *s;
    if (gz_date_numeric(it, pos, &try)) { *s = try; return true; }
  }
  if (!gz_date_number(it, pos, &n)) return false;
  if (s->has == (GZ_HAS_YREL | GZ_HAS_EDGE) && !s->rel && g == SPACE && n.digits == 4 && !n.han && plausible_year(n.value) && gz_date_char(t, s->start) < 0x3000 && gz_date_year_ends(t, n.end)) {      /* zu Jahresbeginn 2023 */
    s->has = GZ_HAS_EDGE;
    return gz_date_set_year(s, n.value, n.end);
  }
  if (s->has & GZ_HAS_NTH && !(s->has & GZ_HAS_MONTH && n.digits == 4)) return false;
  size_t suffix = !s->has && n.value >= 1 && n.value <= 5 && n.end < t.n && ((unsigned char)t.p[n.end] | 32u) - 'a' < 26u ? gz_date_past_suffix(it, n.end) : n.end;
  if (suffix > n.end && gz_date_char(t, suffix) == ' ' && gz_date_word(it, suffix + 1, K(WEEKDAY), &k) && !(k.flags & GZ_DF(ABBR)) && gz_date_month_follows(it, k.end)) {
    s->nth = n.value;                                      /* the 1st Sunday of May */
    s->nth_unit = 0;
    s->has |= GZ_HAS_NTH;
    s->end = (uint32_t)suffix;
    return true;
  }
  gz_said try = *s;
  if (g != JOIN && g != COMMA && marked_number(it, &try, n)) { *s = try; return true; }
  try = *s;
  if (bare_number(it, &try, pos, n, g)) { *s = try; return true; }
  return false;
}
