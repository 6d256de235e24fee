/* Tokens of dates: words of the lexicon, numbers in digits and Han numerals, clock times, all-number dates. May use base and
** text. Each reader looks at one place and reports where its token ends; none looks further than a token is long. */
#include "find/date_parts.h"
#include "find/date_sets.h"

uint32_t gz_date_wide_char(gz_view t, size_t pos) { return gz_fold(gz_utf8_next(t.p, t.n, &pos)); }

static inline bool spaced_letter(uint32_t cp) { return cp < 0x80 ? cp - 'a' < 26u : gz_is_letter(cp) && !gz_is_unspaced(cp); }

/* May a word start at pos / end there? Letters of a spaced script must not go on; a digit may touch (14april, FY2023). Korean
** particles follow without a space. */
static bool open_left(gz_view t, size_t pos, uint32_t first)
{
  uint32_t before = gz_date_char_before(t, pos);
  if (gz_is_digit(first)) return !gz_is_digit(before) && !spaced_letter(before) && before != '.' && before != ',';
  if (gz_is_hangul(first) && (before == 0xB144 || before == 0xC6D4 || before == 0xC77C)) return true;      /* 2일부터, 12월말: behind 년 월 일 */
  return !spaced_letter(first) || !spaced_letter(before);
}

static bool open_right(gz_view t, size_t end)
{
  uint32_t last = gz_date_char_before(t, end), next = gz_date_char(t, end);
  if (next == 0x6C14 && last == 0x5929 && end >= 6) {      /* 周天|气 is 周|天气, 周天|气温 is not */
    size_t p = end - 3;
    if (gz_date_char_before(t, p) == 0x5468 && gz_date_char(t, end + 3) != 0x6E29) return false;
  }
  if (gz_is_digit(last)) return !gz_is_digit(next) && (!spaced_letter(next) || gz_is_hangul(next));
  return !spaced_letter(last) || !spaced_letter(next) || gz_is_hangul(last);
}

/* The words at a place, shortest first; the last eight places are remembered, as the grammar asks about each several times. */
const struct gz_date_memo *gz_date_words_at(gz_date_iter *it, size_t pos)
{
  struct gz_date_memo *m = &it->memo[pos & 7];
  if (m->at == pos + 1) return m;
  gz_hit hits[6];
  gz_view t = it->text;
  uint32_t n = 0;
  m->at = (uint32_t)pos + 1;
  m->n = 0;
  if (!gz_date_may_word(t, pos)) return m;
  size_t found = gz_trie_prefixes(&lex_date_words.trie, t, pos, hits, 6);
  if (!found || !open_left(t, pos, gz_date_char(t, pos))) return m;
  for (size_t k = 0; k < found; k++)
    if (open_right(t, hits[k].end)) { m->hits[n].end = hits[k].end; m->hits[n++].value = hits[k].value; }
  m->n = n;
  return m;
}

bool gz_date_word(gz_date_iter *it, size_t pos, uint64_t kinds, gz_date_tok *out)
{
  if (!gz_date_may_word(it->text, pos)) return false;
  const struct gz_date_memo *m = gz_date_words_at(it, pos);
  for (uint32_t n = m->n; n-- > 0;)
    for (const lex_date_words_row *r = &lex_date_words_rows[m->hits[n].value];; r++) {
      if (kinds >> r->kind & 1u) {
        out->end = m->hits[n].end;
        out->kind = r->kind;
        out->value = r->value;
        out->flags = r->flags;
        out->lang = r->lang;
        return true;
      }
      if (!r->more) break;
    }
  return false;
}

size_t gz_date_spaces_slow(gz_view t, size_t pos)
{
  int newlines = 0;
  for (int k = 0; k < 16 && pos < t.n; k++) {
    size_t next = pos;
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    if (cp == '\n' && ++newlines > 1) break;
    if (gz_fold(cp) != ' ' && cp != '\n' && cp != '\r' && cp != '\t') break;
    pos = next;
  }
  return pos;
}

/* Han numerals: 二〇二三 digit by digit, 二十三 and 廿六 by place. */
static bool han_number(gz_date_iter *it, size_t pos, gz_date_num *out)
{
  gz_view t = it->text;
  int values[8] = {0}, n = 0;
  gz_date_tok k;
  while (n < 8 && gz_date_word(it, pos, GZ_DK(HAN), &k)) {
    size_t one = pos;
    gz_utf8_next(t.p, t.n, &one);
    if (one != k.end) break;
    values[n++] = k.value;
    pos = one;
  }
  if (!n) return false;
  bool places = false;
  for (int i = 0; i < n; i++) places |= values[i] >= 10;
  int value = 0;
  if (!places) for (int i = 0; i < n; i++) value = value * 10 + values[i];
  else {
    int i = 0;
    if (n > 2 && values[0] == 1 && values[1] == 100) {     /* 一百一十二, 一百零三 */
      value = 100;
      i = 2;
      if (values[i] == 0) i++;
      else if (values[i] < 10 && i + 1 < n && values[i + 1] == 10) { value += values[i] * 10; i += 2; }
    } else if (values[i] < 10) { if (n < 2 || values[1] != 10) return false; value = values[0] * 10; i = 2; }
    else { value = values[0]; i = 1; }
    if (values[0] > 30) return false;
    if (i < n && values[i] < 10) value += values[i++];
    if (i < n) return false;
  }
  out->end = (uint32_t)pos;
  out->value = value;
  out->digits = (uint8_t)n;
  out->han = true;
  out->digitwise = !places;
  return true;
}

bool gz_date_number(gz_date_iter *it, size_t pos, gz_date_num *out)
{
  gz_view t = it->text;
  size_t start = pos;
  int digits = 0;
  int32_t value = 0;
  if (pos >= t.n || ((unsigned char)t.p[pos] < 0x80 && (t.p[pos] < '0' || t.p[pos] > '9'))) return false;
  while (pos < t.n) {
    size_t next = pos;
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    if (cp >= 0x80) { if (!gz_is_digit(cp)) break; cp = gz_fold(cp); }
    if (cp < '0' || cp > '9') break;
    if (digits < 9) value = value * 10 + (int32_t)(cp - '0');
    if (digits < 20) digits++;
    pos = next;
  }
  if (pos == start) return han_number(it, pos, out);
  out->end = (uint32_t)pos;
  out->value = value;
  out->digits = (uint8_t)digits;
  out->han = false;
  out->digitwise = true;
  return true;
}

bool gz_date_said_before(gz_view t, size_t pos, uint64_t kind, uint32_t *flags)
{
  size_t end = pos, start;
  for (int k = 0; k < 8 && end > 0; k++) {
    size_t p = end;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if (gz_fold(cp) != ' ' && cp != '\n') break;
    end = p;
  }
  start = end;
  bool han = false;
  for (int k = 0; k < 14 && start > 0; k++) {
    size_t p = start;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if (!gz_is_letter(cp) && cp != '\'' && cp != 0x2019) break;
    if (gz_is_unspaced(cp)) { han = true; if (k == 2) break; }
    else if (han) break;
    start = p;
  }
  for (; start < end; gz_utf8_next(t.p, t.n, &start)) {
    uint32_t value;
    if (gz_trie_exact(&lex_date_words.trie, gz_view_of(t.p + start, end - start), &value))
      for (const lex_date_words_row *r = &lex_date_words_rows[value];; r++) {
        if (kind >> r->kind & 1u) { if (flags) *flags = r->flags; return true; }
        if (!r->more) break;
      }
    if (!han) break;                     /* an unspaced word may be the tail of what was collected */
  }
  return false;
}

static bool two_digits(gz_date_iter *it, size_t *pos, int limit, int16_t *out)
{
  gz_date_num n;
  if (!gz_date_number(it, *pos, &n) || n.han || n.digits != 2 || n.value >= limit) return false;
  *out = (int16_t)n.value;
  *pos = n.end;
  return true;
}

static void zone_at(gz_date_iter *it, gz_date_clock *c)
{
  gz_view t = it->text;
  size_t p = c->end;
  gz_date_tok k;
  uint32_t ch = gz_date_char(t, p);
  int sign = 0;
  gz_date_num far;
  if (ch == 'z' && p < t.n && t.p[p] == 'Z' && !spaced_letter(gz_date_char(t, p + 1))) { c->zone = 0; c->end++; return; }
  if (ch == ' ' && (gz_date_char(t, p + 1) == '+' || gz_date_char(t, p + 1) == '-') && gz_date_number(it, p + 2, &far) && far.digits == 4) ch = gz_date_char(t, ++p);
  if (ch != '+' && ch != '-') {
    p = gz_date_spaces(t, p);
    if (gz_date_char(t, p) == '(') p++;
    if (!gz_date_word(it, p, GZ_DK(ZONE), &k) || (t.p[p] >= 'a' && t.p[p] <= 'z')) return;
    c->end = k.end;
    c->zone = k.value == 9999 ? GZ_NO_ZONE : (int16_t)k.value;
    p = k.end;
    ch = gz_date_char(t, p);
    if (k.value != 0 || (ch != '+' && ch != '-')) return;
  }
  sign = ch == '-' ? -1 : 1;
  gz_date_num n;
  int16_t m = 0;
  if (!gz_date_number(it, p + 1, &n) || n.han || n.digits > 4 || n.digits == 3) return;
  if (n.digits == 4) { m = (int16_t)(n.value % 100); n.value /= 100; }
  size_t q = n.end;
  if (n.digits <= 2 && gz_date_char(t, q) == ':') { q++; if (!two_digits(it, &q, 60, &m)) return; }
  if (n.value > 14 || m > 59) return;
  c->zone = (int16_t)(sign * (n.value * 60 + m));
  c->end = (uint32_t)q;
}

/* 8:00, 08:00:15.5, 8 p.m., 12.16 pm, 下午三点半, 15时30分, 3시 */
bool gz_date_clock_at(gz_date_iter *it, size_t pos, bool after_date, gz_date_clock *c)
{
  gz_view t = it->text;
  gz_date_tok k;
  gz_date_num n;
  int half = -1;
  c->m = c->s = -1;
  c->zone = GZ_NO_ZONE;
  if (gz_date_word(it, pos, GZ_DK(MERIDIEM), &k)) {
    if (gz_date_char(t, pos) < 0x80) return false;
    half = k.value;
    pos = gz_date_spaces(t, k.end);
  }
  if (!gz_date_number(it, pos, &n) || n.value > 24 || (n.digits > 2 && !n.han)) return false;
  c->h = (int16_t)n.value;
  pos = n.end;
  uint32_t ch = gz_date_char(t, pos);
  if ((ch == ':' || ch == '.') && !n.han) {
    size_t p = pos + (ch == ':' && t.p[pos] != ':' ? 3 : 1);
    if (!two_digits(it, &p, 60, &c->m)) return false;
    if (gz_date_char(t, p) == ':') { size_t q = p + 1; if (two_digits(it, &q, 61, &c->s)) p = q; }
    uint32_t dot = gz_date_char(t, p);
    if (c->s >= 0 && (dot == '.' || dot == ',') && gz_is_digit(gz_date_char(t, p + 1))) {
      gz_date_num fraction;
      if (gz_date_number(it, p + 1, &fraction)) p = fraction.end;
    }
    pos = p;
    if (gz_is_digit(gz_date_char(t, pos))) return false;
    if (gz_date_word(it, gz_date_spaces(t, pos), GZ_DK(MERIDIEM), &k) && gz_date_char(t, gz_date_spaces(t, pos)) < 0x80) { half = k.value; pos = k.end; }
    else if (ch == '.' && !(gz_date_word(it, gz_date_spaces(t, pos), GZ_DK(MARK_HOUR), &k) && gz_date_char(t, gz_date_spaces(t, pos)) < 0x80)) return false;      /* 9.30 Uhr */
    if (gz_date_word(it, gz_date_spaces(t, pos), GZ_DK(MARK_HOUR), &k) && gz_date_char(t, gz_date_spaces(t, pos)) < 0x80) pos = k.end;
  } else if (gz_date_word(it, gz_date_spaces(t, pos), GZ_DK(MARK_HOUR), &k)) {
    pos = k.end;
    size_t p = gz_date_spaces(t, pos);
    if (p == pos && gz_date_char(t, k.end - 1) < 0x80 && gz_date_number(it, p, &n) && n.digits == 2 && !n.han && n.value < 60) { c->m = (int16_t)n.value; p = pos = n.end; }      /* 9h30 */
    else if (gz_date_word(it, p, GZ_DK(HALF_HOUR), &k)) { c->m = 30; pos = k.end; p = pos; }
    else if (gz_date_number(it, p, &n) && n.value < 60 && n.digits <= 3 && gz_date_word(it, gz_date_spaces(t, n.end), GZ_DK(MARK_MINUTE), &k)) { c->m = (int16_t)n.value; pos = k.end; p = gz_date_spaces(t, pos); }
    if (c->m >= 0 && gz_date_number(it, p, &n) && n.value < 60 && gz_date_word(it, n.end, GZ_DK(MARK_SECOND), &k)) { c->s = (int16_t)n.value; pos = k.end; }
  } else if (!n.han && gz_date_word(it, gz_date_spaces(t, pos), GZ_DK(MERIDIEM), &k) && gz_date_char(t, gz_date_spaces(t, pos)) < 0x80) {
    half = k.value;
    pos = k.end;
  } else return false;
  (void)after_date;
  if (half == 12 && c->h < 12) c->h = (int16_t)(c->h + 12);
  if (half == 0 && c->h == 12) c->h = 0;
  if (half == 11 && c->h < 4) c->h = (int16_t)(c->h + 12);
  c->end = (uint32_t)pos;
  zone_at(it, c);
  return true;
}

/* A B C with one separator, the year four digits at either end (or two at the end); or eight digits. */
bool gz_date_numeric(gz_date_iter *it, size_t pos, gz_said *s)
{
  gz_view t = it->text;
  gz_date_num n[3];
  uint32_t before = gz_date_char_before(t, pos);
  if (!gz_date_number(it, pos, &n[0]) || n[0].han) return false;
  if (n[0].digits == 8) {
    int y = n[0].value / 10000, m = n[0].value / 100 % 100, d = n[0].value % 100;
    uint32_t next = gz_date_char(t, n[0].end);
    if (y < 1900 || y > 2099 || !gz_civil_valid(y, m, d) || before == '/' || before == '=' || before == '_' || before == '#' || (before == '-' && !(pos > 8 && gz_is_digit(gz_date_char_before(t, pos - 1)))) || before == '.' || before == ',' || next == '/' || next == '_' || ((next == '.' || next == ',') && gz_is_digit(gz_date_char(t, n[0].end + 1)))) return false;
    if (next == '-' && !(gz_date_number(it, n[0].end + 1, &n[1]) && n[1].digits == 8)) return false;
    s->year = y; s->month = m; s->day = d;
    s->has |= GZ_HAS_YEAR | GZ_HAS_MONTH | GZ_HAS_DAY;
    s->end = n[0].end;
    return true;
  }
  uint32_t sep = gz_date_char(t, n[0].end), sep2;
  if (sep != '-' && sep != '/' && sep != '.') return false;
  size_t p = n[0].end;
  gz_utf8_next(t.p, t.n, &p);
  if (sep == '.' && n[0].digits == 4 && p < t.n && t.p[p] == ' ' && gz_date_number(it, p + 1, &n[1]) && n[1].end + 1u < t.n && t.p[n[1].end] == '.' && t.p[n[1].end + 1] == ' ' &&
      gz_date_number(it, n[1].end + 2u, &n[2]) && !n[1].han && !n[2].han && n[1].digits <= 2 && n[2].digits <= 2 && n[0].value >= 1900 && n[0].value < 2100 && gz_civil_valid(n[0].value, n[1].value, n[2].value)) {
    s->year = n[0].value; s->month = n[1].value; s->day = n[2].value;                     /* 2024. 5. 6. */
    s->has |= GZ_HAS_YEAR | GZ_HAS_MONTH | GZ_HAS_DAY;
    s->end = n[2].end;
    return true;
  }
  if (!gz_date_number(it, p, &n[1]) || n[1].han) return false;
  int a = n[0].value, b = n[1].value;
  sep2 = gz_date_char(t, n[1].end);
  p = n[1].end;
  if (p < t.n) gz_utf8_next(t.p, t.n, &p);
  bool three = sep2 == sep && gz_date_number(it, p, &n[2]) && !n[2].han;
  if (!three && sep == '.' && sep2 == '-' && n[0].digits == 4 && gz_date_number(it, p, &n[2]) && !n[2].han && n[2].digits == 2) three = true;   /* 1994.01-19 */
  if (three) {
    int c = n[2].value;
    uint32_t next = gz_date_char(t, n[2].end);
    if ((next == sep || next == '.') && gz_is_digit(gz_date_char(t, n[2].end + 1))) return false;        /* 1.2.2023.4: no date */
    if (n[0].digits == 4 && a >= 1000 && a <= 2199 && n[1].digits <= 2) {
      uint32_t end = n[2].end;
      if (n[2].digits > 2) {                      /* the clock follows without a space: 2021-09-0910:09 */
        if (n[2].digits != 4 || next != ':') return false;
        c /= 100;
        end -= 2;
      }
      if (!gz_civil_valid(a, b, c)) return false;
      s->year = a; s->month = b; s->day = c; s->end = end;
    } else if (n[0].digits <= 2 && n[1].digits <= 2 && (n[2].digits == 4 || n[2].digits == 2)) {
      int y = n[2].digits == 4 ? c : gz_date_two_digit_year(it, c);
      if (n[2].digits == 2 && ((sep == '-' && !(s->has & GZ_HAS_WEEKDAY)) || (sep == '.' && (n[0].digits < 2 || n[1].digits < 2)))) return false;
      if (y < 1000 || y > 2199 || !a || !b || a > 31 || b > 31 || (a > 12 && b > 12)) return false;
      s->year = y; s->end = n[2].end;
      s->month = a; s->day = b;                   /* month first unless it cannot be, or the caller finds otherwise */
      if (a > 12) { s->month = b; s->day = a; }
      else if (b <= 12 && a != b) s->swapped = true;
      if (sep == '.' && s->swapped) { s->month = b; s->day = a; s->swapped = false; }      /* dots are day first everywhere */
      if (!gz_civil_valid(y, s->month, s->day)) return false;
    } else return false;
    s->has |= GZ_HAS_YEAR | GZ_HAS_MONTH | GZ_HAS_DAY;
    return true;
  }
  uint32_t next = gz_date_char(t, n[1].end);
  if (gz_is_digit(gz_date_char(t, n[1].end + 1)) && (next == '.' || next == ',' || next == '-' || next == '/') && !(next == '-' && n[0].digits == 4)) return false;
  if (n[0].digits == 4 && a >= 1900 && a <= 2099 && n[1].digits == 2 && b >= 1 && b <= 12 && next != '%') { s->year = a; s->month = b; }
  else if (n[1].digits == 4 && b >= 1900 && b <= 2099 && n[0].digits <= 2 && a >= 1 && a <= 12 && sep != '-' && (sep == '/' || n[0].digits == 2)) { s->year = b; s->month = a; }
  else return false;
  s->has |= GZ_HAS_YEAR | GZ_HAS_MONTH;
  s->end = n[1].end;
  return true;
}
