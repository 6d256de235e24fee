/* The grammar of dates. May use base and text. A date is gathered from left to right: at each step the next word or number is
** taken as a part (year, month, weekday, quarter, "last year", 年底 ...) if it fits what has been said so far, with little
** between the parts (space, comma, of, 的, de, hyphen). No order of parts is laid down: that serves all languages at once.
** Every part is taken at most once, so the work per place is bounded. What is no date in the end is refused by acceptable(). */
#include "find/date_int.h"
#include "text/uni.h"
#include "text/utf8.h"

enum glue { NONE, SPACE, COMMA, WORD, JOIN, DOT };

#define K GZ_DK
#define UNIT_KINDS K(UNIT)
#define ANY_YEAR (GZ_HAS_YEAR | GZ_HAS_YREL | GZ_HAS_DECADE | GZ_HAS_CENTURY | GZ_HAS_DECREL | GZ_HAS_CENTREL)
#define SUBYEAR (GZ_HAS_MONTH | GZ_HAS_MREL | GZ_HAS_QUARTER | GZ_HAS_QREL | GZ_HAS_HALF | GZ_HAS_SEASON | GZ_HAS_HOLIDAY | GZ_HAS_MONTHS)
#define ANY_DAY (GZ_HAS_DAY | GZ_HAS_DREL)

static bool plausible_year(int v) { return v >= 1000 && v <= 2199; }

/* Behind what may stand between two parts; how it joins them. */
static size_t skip_glue(gz_date_iter *it, size_t pos, enum glue *how)
{
  gz_view t = it->text;
  size_t p = gz_date_spaces(t, pos);
  uint32_t c = gz_date_char(t, p);
  gz_date_tok k;
  *how = p > pos ? SPACE : NONE;
  if (c == ',') { *how = COMMA; return t.p[p] == ',' ? gz_date_spaces(t, p + 1) : pos; }
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

static bool conn_at(gz_date_iter *it, size_t pos, bool between, uint32_t *end)
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
static bool inside_number(gz_date_iter *it, size_t pos)
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
static bool year_ends(gz_view t, size_t end)
{
  uint32_t c = gz_date_char(t, end), next = gz_date_char(t, end + 1);
  if (c == '%' || c == 0x2030 || gz_is_digit(c) || gz_class_of(c) == GZ_CURRENCY) return false;
  if ((c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && gz_is_digit(next)) return false;
  if (gz_is_letter(c) && (!gz_is_unspaced(c) || gz_is_han(c)) && !gz_is_hangul(c)) return false;
  return true;
}

/* Is there a month behind this number (25. September, 25 de septiembre, 8/Oct, 28th of june)? */
static bool month_follows(gz_date_iter *it, size_t pos)
{
  gz_view t = it->text;
  enum glue g;
  gz_date_tok k;
  size_t q = skip_glue(it, pos, &g);
  return g != COMMA && gz_date_word(it, q, K(MONTH), &k) && !(k.flags & GZ_DF(WEAK) && g == WORD && gz_date_char(t, q) != 0 && t.p[q] >= 'a' && t.p[q] <= 'z' && gz_date_word(it, q, K(AT), &k));
}

static size_t past_suffix(gz_date_iter *it, size_t end)
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

static int two_digit_year(gz_date_iter *it, int yy)
{
  int now = it->anchor.year ? it->anchor.year : 2030, y = now - now % 100 + yy;
  return y > now + 20 ? y - 100 : y;
}

static bool set_year(gz_said *s, int year, uint32_t end)
{
  if (s->has & (ANY_YEAR | GZ_HAS_WREL)) return false;
  if (s->has & GZ_HAS_DREL) return false;
  s->year = year;
  s->has |= GZ_HAS_YEAR;
  s->end = end;
  return true;
}

/* A number with the mark behind it, or a number that another one follows with the mark behind that (1-9月). */
static bool marked_number(gz_date_iter *it, gz_said *s, gz_date_num n)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_date_num n2 = n;
  size_t p = gz_date_spaces(t, n.end);
  uint32_t mid;
  bool range = false;
  const uint64_t marks = K(MARK_YEAR) | K(MARK_MONTH) | K(MARK_DAY) | K(MARK_QUARTER) | K(MARK_DECADE) | K(MARK_CENTURY);
  if (!gz_date_word(it, p, marks, &k)) {
    if (!conn_at(it, n.end, false, &mid) || !gz_date_number(it, mid, &n2) || !gz_date_word(it, gz_date_spaces(t, n2.end), marks, &k)) return false;
    if (k.kind == LEX_DATE_WORDS_KIND_MARK_YEAR && n2.digits == 2 && n.digits == 4) n2.value += n.value / 100 * 100;
    if (k.kind != LEX_DATE_WORDS_KIND_MARK_YEAR && n2.value <= n.value) return false;
    range = true;
  }
  int v = n.value, v2 = range ? n2.value : 0;
  switch (k.kind) {
  case LEX_DATE_WORDS_KIND_MARK_YEAR:
    if (s->has & (SUBYEAR | ANY_DAY) && !(s->has & GZ_HAS_ERA) && gz_date_char(t, p) > 0x2E80 && !(n.digits == 4 && s->has & GZ_HAS_DAY && s->end + 4 == n.end)) return false;
    if (s->has & GZ_HAS_ERA) { if (v < 1 || v > 150) return false; v += s->era; v2 = v2 ? v2 + s->era : 0; }
    else if (n.digits == 4 && n.digitwise) { if (!plausible_year(v) || (range && !plausible_year(v2))) return false; }
    else if (n.digits == 2 && n.digitwise) {
      if (n.han && n.value % 10 == n.value / 10 + 1 && !part_follows(it, k.end)) return false;       /* 五六年: five or six years */
      if (!n.han && !part_follows(it, k.end)) return false;
      if (n.han && n.value / 10 > 2 && n.value / 10 < 5) return false;
      v = two_digit_year(it, v);
    } else if (n.digits == 3 && !n.han && v >= 90 && v <= 130 && part_follows(it, k.end)) v += 1911;   /* 112年9月 in Taiwan */
    else return false;
    if (gz_date_word(it, k.end, K(AGO), &k) && v < 1000) return false;
    gz_date_word(it, p, K(MARK_YEAR), &k);
    if (range) gz_date_word(it, gz_date_spaces(t, n2.end), K(MARK_YEAR), &k);
    if (!set_year(s, v, k.end)) return false;
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
    if (v < 1 || v > 4 || v2 > 4 || s->has & SUBYEAR) return false;
    if (range && v2 <= v) return false;
    s->quarter = v; s->quarter2 = v2;
    s->has |= GZ_HAS_QUARTER;
    break;
  case LEX_DATE_WORDS_KIND_MARK_DECADE:
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
        if (gz_date_word(it, n.end, K(QUARTER) | K(HALF) | K(FISCAL), &k) || gz_date_word(it, n.end, K(MONTH), &k)) { s->bare_year = true; return set_year(s, n.value, n.end); }
      }
    }
    if (conn_at(it, n.end, false, &mid) && gz_date_number(it, mid, &n2) && !n2.han && year_ends(t, n2.end) && !month_follows(it, n2.end) && !gz_date_word(it, gz_date_spaces(t, n2.end), K(MARK_MONTH) | K(UNIT), &k)) {
      int to = n2.digits == 4 ? n2.value : n2.digits == 2 ? n.value / 100 * 100 + n2.value : 0;
      if (to > n.value && to - n.value < 200 && plausible_year(to) && (n2.digits == 4 || gz_date_char(t, n.end) != ' ')) {
        if (!set_year(s, n.value, n2.end)) return false;
        s->year2 = to;
        s->bare_year = s->has == GZ_HAS_YEAR;
        return true;
      }
    }
    if (!year_ends(t, n.end) && !(gz_date_char(t, n.end) == '-' && (s->has == 0 || s->has & GZ_HAS_DAY))) return false;
    if (s->has & GZ_HAS_WEEKDAY && !(s->has & (GZ_HAS_DAY | GZ_HAS_MONTH))) return false;
    s->bare_year = s->has == 0;
    return set_year(s, n.value, n.end);
  }
  if (n.digits <= 2 && n.digitwise && !n.han && !(s->has & ANY_YEAR) && s->has & (GZ_HAS_QUARTER | GZ_HAS_FISCAL | GZ_HAS_HALF) && !(s->has & ANY_DAY) && n.digits == 2 && (g == NONE || s->has & GZ_HAS_FISCAL) && year_ends(t, n.end))
    return set_year(s, two_digit_year(it, n.value), n.end);
  if (n.digits == 2 && s->has == 0 && !n.han && gz_date_word(it, n.end, K(QUARTER), &k) && t.p[n.end] == 'Q') return set_year(s, two_digit_year(it, n.value), n.end);
  if (n.digits == 2 && g == SPACE && !n.han && s->has & GZ_HAS_DAY && s->has & GZ_HAS_MONTH && !(s->has & ANY_YEAR) && pos == s->end + 1u && s->end > s->start + 3 && !gz_is_digit(gz_date_char_before(t, s->end))) {
    uint32_t c = gz_date_char(t, n.end);                   /* 13 May 16 */
    if (c == 0 || c == ';' || c == ')' || c == '\n' || (c == '.' && !gz_is_digit(gz_date_char(t, n.end + 1)))) return set_year(s, two_digit_year(it, n.value), n.end);
  }
  if (n.value < 1 || n.value > 31 || n.digits > 3 || s->has & (ANY_DAY | GZ_HAS_WREL | GZ_HAS_HALF | GZ_HAS_QUARTER | GZ_HAS_SEASON)) return false;
  size_t end = past_suffix(it, n.end);
  if (s->has & GZ_HAS_MONTH && s->month2 == 0 && g != WORD) {
    uint32_t c = gz_date_char(t, end), next = gz_date_char(t, end + 1);
    if (g == COMMA && s->has == GZ_HAS_MONTH) return false;
    if ((c == ':' || c == '.' || c == ',') && gz_is_digit(next) && end == n.end && !(c == ',' && s->has & GZ_HAS_MONTH && gz_date_char(t, end + 5) != ',')) return false;
    if (c == '%' || gz_class_of(c) == GZ_CURRENCY || (end == n.end && gz_is_letter(c) && !gz_is_unspaced(c))) return false;
    if (s->has & GZ_HAS_YEAR && g == NONE && pos != s->end) return false;
    s->day = n.value;
    s->has |= GZ_HAS_DAY;
    s->end = (uint32_t)end;
    if (conn_at(it, end, true, &mid) && gz_date_number(it, mid, &n2) && !n2.han && n2.digits <= 2 && n2.value > n.value && n2.value <= 31) {
      size_t end2 = past_suffix(it, n2.end);
      uint32_t c2 = gz_date_char(t, end2);
      bool sign = gz_date_char(t, gz_date_spaces(t, end)) == '-' || gz_date_char(t, gz_date_spaces(t, end)) > 0x80;
      gz_date_tok and_word;
      bool is_and = gz_date_word(it, gz_date_spaces(t, end), K(CONN), &and_word) && and_word.flags & GZ_DF(AND);
      if (!is_and && !month_follows(it, end2) && !gz_is_digit(c2) && c2 != ':' && c2 != '%' && !(c2 == '-' && sign) && !gz_date_word(it, gz_date_spaces(t, end2), K(UNIT) | K(MARK_MONTH), &k)) { s->day2 = n2.value; s->end = (uint32_t)end2; }
    }
    return true;
  }
  if (!(s->has & SUBYEAR) && !n.han) {
    bool year_next = false;                   /* 23-2020-September */
    if (g == NONE || g == SPACE || g == COMMA || s->has == 0) {
      if (gz_date_char(t, end) == '-' && gz_date_number(it, end + 1, &n2) && n2.digits == 4 && plausible_year(n2.value) && month_follows(it, n2.end) && gz_date_char(t, n2.end) == '-') year_next = true;
      if (year_next || month_follows(it, end)) {
        s->day = n.value;
        s->has |= GZ_HAS_DAY;
        s->end = (uint32_t)end;
        return true;
      }
      if (conn_at(it, end, true, &mid) && gz_date_number(it, mid, &n2) && !n2.han && n2.digits <= 2 && n2.value > n.value && n2.value <= 31 && month_follows(it, past_suffix(it, n2.end))) {
        s->day = n.value;
        s->day2 = n2.value;
        s->has |= GZ_HAS_DAY;
        s->end = (uint32_t)past_suffix(it, n2.end);
        return true;
      }
    }
  }
  return false;
}

static bool number_part(gz_date_iter *it, gz_said *s, size_t pos, enum glue g)
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
  if (s->has & GZ_HAS_NTH && !(s->has & GZ_HAS_MONTH && n.digits == 4)) return false;
  gz_said try = *s;
  if (g != JOIN && g != COMMA && marked_number(it, &try, n)) { *s = try; return true; }
  try = *s;
  if (bare_number(it, &try, pos, n, g)) { *s = try; return true; }
  return false;
}

static bool word_part(gz_date_iter *it, gz_said *s, size_t pos, enum glue g)
{
  gz_view t = it->text;
  gz_date_tok k;
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
  if (!has) kinds |= K(LUNAR);
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
  if (has == GZ_HAS_REL) kinds = K(MONTH) | K(WEEKDAY) | K(SEASON) | K(QUARTER) | K(HOLIDAY);
  if (has & GZ_HAS_ERA && !(has & GZ_HAS_YEAR)) {
    if (!gz_date_word(it, pos, K(FIRST_YEAR), &k)) return false;
    gz_date_tok mark;
    if (!gz_date_word(it, k.end, K(MARK_YEAR), &mark)) return false;
    return set_year(s, s->era + 1, mark.end);
  }
  if (g == COMMA) kinds &= K(MONTH) | K(ORDINAL);
  if (has & GZ_HAS_TIME || !gz_date_word(it, pos, kinds, &k)) return false;
  if (k.flags & GZ_DF(LANG) && strcmp(gz_date_lang(it), lex_date_words_str(k.lang)) != 0) return false;
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
    size_t q = skip_glue(it, k.end, &g2);
    if (has & GZ_HAS_MONTH) {
      s->day = k.value;
      s->has |= GZ_HAS_DAY;
      if (conn_at(it, k.end, false, &mid)) {                 /* May eighth - tenth */
        if (gz_date_word(it, mid, K(ORDINAL), &next) && next.value > k.value) { s->day2 = next.value; k.end = next.end; }
        else if (gz_date_number(it, mid, &n2) && n2.value > k.value && n2.value <= 31 && past_suffix(it, n2.end) > n2.end) { s->day2 = n2.value; k.end = (uint32_t)past_suffix(it, n2.end); }
      }
    } else if (month_follows(it, k.end) || (gz_date_word(it, q, K(MONTH), &next) && g2 != COMMA)) { s->day = k.value; s->has |= GZ_HAS_DAY; }
    else if (k.value <= 5 && !has && g2 == SPACE && gz_date_word(it, q, K(UNIT), &next) && next.value == 2 && month_follows(it, next.end)) { s->nth = k.value; s->nth_unit = 2; s->has |= GZ_HAS_NTH; k.end = next.end; }
    else if (k.value <= 5 && g2 == SPACE && gz_date_word(it, q, K(WEEKDAY), &next) && !(next.flags & GZ_DF(ABBR)) && month_follows(it, next.end)) { s->nth = k.value; s->nth_unit = 0; s->has |= GZ_HAS_NTH; }
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
    s->half = k.value;
    s->has |= GZ_HAS_HALF;
    break;
  case LEX_DATE_WORDS_KIND_FIRST_MONTHS:
    s->months = k.value;
    s->has |= GZ_HAS_MONTHS;
    break;
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
    if (month_follows(it, k.end)) {                          /* the last week of July */
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
  case LEX_DATE_WORDS_KIND_REL_QUARTER: s->rel = k.value; s->has |= GZ_HAS_QREL; break;
  case LEX_DATE_WORDS_KIND_REL_YEAR: s->rel = k.value; s->has |= GZ_HAS_YREL; break;
  case LEX_DATE_WORDS_KIND_REL_DECADE: s->rel = k.value; s->has |= GZ_HAS_DECREL; break;
  case LEX_DATE_WORDS_KIND_REL_CENTURY: s->rel = k.value; s->has |= GZ_HAS_CENTREL; break;
  case LEX_DATE_WORDS_KIND_THE_YEAR:                       /* year, month, quarter */
    if (k.value && has != GZ_HAS_EDGE) return false;
    s->rel = 0;
    s->has |= k.value == 0 ? GZ_HAS_YREL : k.value == 1 ? GZ_HAS_MREL : GZ_HAS_QREL;
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
  case LEX_DATE_WORDS_KIND_POST: s->rel = k.value; s->has |= GZ_HAS_REL; break;
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
  case LEX_DATE_WORDS_KIND_LUNAR: s->has |= GZ_HAS_LUNAR; break;
  case LEX_DATE_WORDS_KIND_LUNAR_MONTH: s->month = k.value; s->has |= GZ_HAS_LUNAR | GZ_HAS_MONTH; break;
  case LEX_DATE_WORDS_KIND_LUNAR_DAY: {
    gz_date_num n;
    if (!(has & GZ_HAS_LUNAR) || !gz_date_number(it, k.end, &n) || n.value < 1 || n.value > 10) return false;
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
  s->has |= GZ_HAS_TIME;
  s->end = s->clock.end;
  return true;
}

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
    if (gz_class_of(before) == GZ_CURRENCY || before == '#' || before == '+' || before == '=' || inside_number(it, s->start)) return false;
    size_t a = 0, b = s->end;
    a = gz_date_spaces(t, 0);
    b = gz_date_spaces(t, s->end);
    if (a == s->start && b == t.n) return true;                               /* nothing else in the text */
    if (s->year2) return s->year >= 1900 && s->year2 <= 2100 && gz_date_char(t, s->end) != '-';
    if (before == '(' && gz_date_char(t, s->end) == ')' && s->year >= 1900 && s->year <= 2049) return true;
    if (before == 0xA9 || (before == ' ' && s->start > 2 && gz_date_char_before(t, s->start - 1) == 0xA9)) return true;
    if (it->last_year && s->start > it->last_end && s->start - it->last_end <= 6) {           /* in 2019, 2020 and 2021 */
      gz_view gap = gz_view_of(t.p + it->last_end, s->start - it->last_end);
      if (gz_view_is(gap, ", ") || gz_view_is(gap, " and ") || gz_view_is(gap, " or ") || gz_view_is(gap, " to ") || gz_view_is(gap, " & ") || gz_view_is(gap, "\xE3\x80\x81")) return true;
    }
    size_t next = gz_date_spaces(t, s->end);
    bool noun = gz_date_word(it, next, K(YEAR_NOUN), &k);
    if (noun && s->year >= 1950 && s->year <= 2049) return true;
    if (!gz_date_said_before(t, s->start, K(PREP), &flags)) return false;
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
      if (c >= 'a' && c <= 'z') return false;
      if (conn_at(it, s->end, true, &mid) && gz_date_word(it, mid, K(MONTH), &k) && k.end > mid + 2) return true;       /* May to June */
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
    if (before == 0x7B2C || before == 0x6BCF || before == 0x4E2A || inside_number(it, s->start)) return false;
    uint32_t mark = gz_date_char(t, n.end == s->end ? n.end : gz_date_spaces(t, n.end));
    if (mark != 0x65E5 && !s->day2) return mark == 0xC77C && !gz_date_word(it, s->end, K(NOT_AFTER), &k) && gz_date_char(t, s->end) == ' ';
    if (gz_date_word(it, s->end, K(NOT_AFTER) | K(AGO), &k)) return false;
    return mark == 0x65E5;
  }
  if (has == GZ_HAS_MONTH && gz_is_digit(gz_date_char(t, s->start)) && inside_number(it, s->start)) return second;
  if (has == GZ_HAS_MONTH && gz_date_char(t, s->start) > 0x3000 && (gz_date_word(it, s->end, K(NOT_AFTER), &k) && gz_date_char(t, s->end) != 0x5E95 && k.end == s->end + 3 && (gz_date_char(t, s->end) == 0x9F84 || gz_date_char(t, s->end) == 0x4EAE))) return false;
  if (has == GZ_HAS_YEAR && !s->bare_year && gz_date_char_before(t, s->end) == 0x5E74 && s->end < t.n && !(s->year >= 1500 && s->year <= 2149)) return false;
  if (has & GZ_HAS_YEAR && !s->bare_year && !second && !(has & GZ_HAS_DAY && !gz_is_digit(before)) && inside_number(it, s->start)) return false;
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
    if (!took) took = number_part(it, s, p, g);
    if (!took && g != DOT && (c > 0x40 || gz_is_digit(c))) took = word_part(it, s, p, g);
    else if (!took && g == DOT) took = word_part(it, s, p, g);
    if (!took && c == '\'' && s->has & (SUBYEAR | GZ_HAS_EDGE) && !(s->has & ANY_YEAR)) {        /* Q2 '24 */
      size_t q = p + (t.p[p] == '\'' ? 1u : 3u);
      gz_date_num n;
      if (gz_date_number(it, q, &n) && !n.han && n.digits == 2) took = set_year(s, two_digit_year(it, n.value), n.end);
    }
    if (!took) break;
    if (s->has & (ANY_DAY | GZ_HAS_NTH) && !(s->has & GZ_HAS_TIME)) clock_part(it, s);
    p = skip_glue(it, s->end, &g);
  }
  if (!s->has) return false;
  if (s->has & GZ_HAS_TIME && !(s->has & GZ_HAS_YEAR)) {            /* Wed Aug 05 12:00:00 2015 */
    gz_date_num n;
    size_t q = gz_date_spaces(t, s->end);
    if (q > s->end && gz_date_number(it, q, &n) && n.digits == 4 && plausible_year(n.value) && s->has & GZ_HAS_MONTH && year_ends(t, n.end)) set_year(s, n.value, n.end);
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
  int roll = 0, count = -1;
  bool before = false;
  memset(s, 0, sizeof *s);
  s->start = (uint32_t)pos;
  bool digit = pos < t.n && t.p[pos] >= '0' && t.p[pos] <= '9';
  if (!digit && gz_date_word(it, p, K(ROLL) | K(AGO_BEFORE), &k)) {
    before = k.kind == LEX_DATE_WORDS_KIND_AGO_BEFORE;
    roll = before ? 0 : k.value;
    p = gz_date_spaces(t, k.end);
  }
  if (!digit && gz_date_word(it, p, K(NUMBER), &k)) {
    if (k.flags & GZ_DF(ARTICLE) && roll) return false;
    count = k.value;
    p = gz_date_spaces(t, k.end);
  } else if (gz_date_number(it, p, &n)) {
    if (n.digits > 3 || n.value == 0) return false;
    if (n.han && n.digitwise && n.digits > 1) return false;
    if (p == pos && (inside_number(it, p) || gz_class_of(gz_date_char_before(t, p)) == GZ_CURRENCY)) return false;
    count = n.value;
    p = gz_date_spaces(t, n.end);
  } else if (!roll) return false;
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
      if (gz_date_char_before(t, k.end) == 's') return false;                /* past years */
      gz_date_tok rel;                                                       /* last year is a calendar year unless "the last year" after over, in */
      if (gz_date_word(it, pos, K(REL_YEAR) | K(REL_MONTH) | K(REL_WEEK) | K(REL_QUARTER) | K(REL_DECADE) | K(REL_WEEKEND), &rel) && rel.end >= k.end) {
        if (!gz_date_said_before(t, pos, K(ARTICLE), NULL)) return false;
      } else if (!gz_date_said_before(t, pos, K(ARTICLE), NULL)) return false;
    }
    if (month_follows(it, s->end)) return false;                            /* the last week of July */
    s->count = count;
    s->dir = roll < 0 ? -2 : 2;
    if (count == 0 && roll > 0) return false;
    s->has = GZ_HAS_COUNT;
    return true;
  }
  if (count <= 0) return false;
  size_t q = gz_date_spaces(t, k.end);
  if (before) { s->dir = -1; }
  else {
    gz_date_tok ago;
    s->count = count;
    if (!gz_date_word(it, q, K(AGO), &ago)) return false;
    if (gz_date_char(t, q) == 0x524D && gz_date_char(t, ago.end) == 0x540E) return false;         /* 前后 */
    s->end = ago.end;
    s->dir = -1;
  }
  s->count = count;
  s->has = GZ_HAS_COUNT;
  return true;
}
