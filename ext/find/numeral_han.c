/* Han numerals in all their forms, and digits with Han or Hangul magnitudes. One pass over the elements of
** ext/data/han_numerals.tsv: a digit is held as `cur`; 十百千 close a part of one digit; 万亿兆 gather all parts below them
** (numeral_sum.c). Special forms: a digit left at the end takes the place below the last part (三万五 = 35,000; not in Japanese,
** not behind 零); two neighbouring digits are a range (八九千); three or more are a string (二〇二三); 数, 几, 余, 多, 上 give
** bounds; 点 decimals; 分之 and 分の fractions; 百分之 a percentage. While a range is held, `s` carries the lower bound
** and `wide` the distance to the upper one. */
#include "find/numeral_han.h"
#include "find/money_sets.h"
#include "find/small_word.h"
#include "lex_korean_tails.h"
#include "lex_number_langs.h"
#include "text/uni.h"
#include "text/utf8.h"

static row *longest(gz_view text, size_t pos, size_t *next)
{
  gz_hit hit;
  if (pos >= text.n || (unsigned char)text.p[pos] < 0xC2 || !gz_trie_longest(&lex_han_numerals.trie, text, pos, &hit)) return NULL;
  *next = hit.end;
  return &lex_han_numerals_rows[hit.value];
}

bool gz_num_han_may_start(gz_view text, size_t pos)
{
  size_t next;
  return gz_han_element(text, pos, &next) != NULL;
}

size_t gz_han_spaces(gz_view text, size_t pos)
{
  for (int k = 0; k < 3 && pos < text.n; k++) {
    size_t i = pos;
    if (gz_fold(gz_utf8_next(text.p, text.n, &i)) != ' ') break;
    pos = i;
  }
  return pos;
}

bool gz_num_han_veto(gz_view text, size_t start, size_t *end)
{
  size_t pos = start, next;
  for (int back = 0; back <= 3; back++) {
    row *e = back == 0 || gz_trie_may_start(&lex_han_numerals.trie, text, pos) ? longest(text, pos, &next) : NULL;
    if (e && e->role == LEX_HAN_NUMERALS_ROLE_NONE && next > start && next >= *end) { *end = next; return true; }
    if (pos == 0 || (unsigned char)text.p[pos - 1] < 0x80) break;
    gz_utf8_prev(text.p, text.n, &pos);
  }
  return false;
}

int gz_num_han_parts(gz_view text, size_t pos, size_t *next)
{
  size_t i = pos;
  uint32_t c = pos < text.n ? gz_fold(gz_utf8_next(text.p, text.n, &i)) : 0;
  if (c != 0x767E && c != 0x4F70 && c != 0x5343 && c != 0x4E07) return 0;                /* 百佰千万 */
  row *e = longest(text, pos, next);
  if (!e || e->role != LEX_HAN_NUMERALS_ROLE_PERCENT) return 0;
  *next = gz_han_spaces(text, *next);
  return e->value;
}

/* May a Korean numeral end here? Behind it stands no Hangul, a particle, a copula or a counter. */
bool gz_han_korean_end(gz_view text, size_t pos)
{
  gz_hit hit;
  size_t i = pos;
  if (pos >= text.n || !gz_is_hangul(gz_utf8_next(text.p, text.n, &i))) return true;
  return gz_trie_longest(&lex_korean_tails.trie, text, pos, &hit);
}

#define MINUS 12               /* bytes of 마이너스 */
static bool korean_start(gz_view text, size_t pos)
{
  size_t i = pos;
  return pos == 0 || !gz_is_hangul(gz_utf8_prev(text.p, text.n, &i)) || (pos >= MINUS && gz_small_word_is(gz_view_of(text.p + pos - MINUS, MINUS), GZ_SMALL(MINUS)));
}


/* A word that is no numeral begins here: 参 in 1750亿参数. */
bool gz_han_is_none(gz_view text, size_t pos)
{
  size_t next;
  row *e = longest(text, pos, &next);
  return e && e->role == LEX_HAN_NUMERALS_ROLE_NONE;
}

/* A run of Han digits from pos: values to v[max], returns their count and moves *pos. */
int gz_han_digits(gz_view text, size_t *pos, int *v, int max, bool inside)
{
  int n = 0;
  size_t at = *pos, next;
  row *e;
  while (n < max && (e = gz_han_element(text, at, &next)) && e->role == LEX_HAN_NUMERALS_ROLE_DIGIT && !(n && is_here(text, at, "两")) && !(n && is_here(text, at, "兩")) && !(inside && gz_han_is_none(text, at))) { v[n++] = e->value; at = next; }
  *pos = at;
  return n;
}

/* 分の, 分之: 三五 before it is 35. */
static bool denominator(gz_view text, size_t pos)
{
  return is_here(text, pos, "分の") || is_here(text, pos, "分之");
}

/* 一两万: with a place word behind it, 两 is the upper end. */
static bool one_or_two(gz_view text, size_t pos, size_t *next)
{
  size_t end;
  if (!is_here(text, pos, "两") && !is_here(text, pos, "兩")) return false;
  if (!is_unit_role(gz_han_element(text, pos + 3, &end))) return false;
  *next = pos + 3;
  return true;
}

void gz_han_set(han *h, gz_dec v, int len, bool digits)
{
  h->s.cur = v;
  h->s.has_cur = true;
  h->cur_len = len;
  h->digits_cur = digits;
}

/* 三万五: the digit at the end stands for the place below the last part. */
static void abbreviate(han *h)
{
  if (h->s.has_cur && h->s.n && h->cur_len == 1 && !h->zeroed && !h->ja && !h->bare && !h->gap && !h->hangul && h->last_power > 1) {
    h->s.cur = gz_dec_shift(h->s.cur, h->last_power - 1);
    h->wide = gz_dec_shift(h->wide, h->last_power - 1);
  }
}

/* 2,3億: neighbours, not a fraction; no comma is decimal before a Han magnitude. */
static void neighbours(han *h, const gz_numeral *digits)
{
  const char *z = h->text.p + digits->span.start;
  if (!digits->decimal || digits->span.end - digits->span.start != 3 || z[1] != ',' || z[2] != z[0] + 1) return;
  gz_han_set(h, gz_dec_int(z[0] - '0'), 1, false);
  h->wide = gz_dec_int(1);
  h->has_wide = true;
}

static bool take_digits(han *h, size_t *pos)
{
  int v[40];
  size_t at = *pos, next = 0;
  int n = gz_han_digits(h->text, &at, v, h->hangul ? 1 : 40, h->s.n > 0);
  if (n == 1 && v[0] == 1 && one_or_two(h->text, at, &at)) v[n++] = 2;
  if (n == 1 && is_here(h->text, at, "、") && !h->hangul) {            /* 七、八千 */
    size_t second = at + 3;
    if (gz_han_digits(h->text, &second, v + 1, 1, false) == 1 && v[1] == v[0] + 1 && is_unit_role(gz_han_element(h->text, second, &next))) { at = second; n = 2; }
  }
  row *after = gz_han_element(h->text, gz_han_spaces(h->text, at), &next);
  int room = gz_num_sum_room(&h->s);
  if (h->s.has_cur || n == 0) return false;
  if (h->s.n && is_here(h->text, *pos, "两") && !is_unit_role(after)) return false;      /* 一百两: a weight */
  if (v[0] == 0 && n == 1 && !h->s.n && is_unit_role(after) && after->role == LEX_HAN_NUMERALS_ROLE_SMALL) {      /* 零十三 */
    h->zeroed = true;
    *pos = at;
    return true;
  }
  if (v[0] == 0 && h->s.n && n > 1) {             /* 万零五: the zero only holds the place */
    h->zeroed = true;
    size_t one = *pos;
    int w;
    gz_han_digits(h->text, &one, &w, 1, false);
    *pos = one;
    return true;
  }
  if (v[0] == 0 && h->s.n && n == 1) {
    bool more = after && (after->role == LEX_HAN_NUMERALS_ROLE_SMALL || after->role == LEX_HAN_NUMERALS_ROLE_FOLD || after->role == LEX_HAN_NUMERALS_ROLE_MANY);
    size_t dummy;
    if (!more && gz_num_digit(h->text, at, &dummy) < 0) return false;
    h->zeroed = true;
    *pos = at;
    return true;
  }
  if (n == 2 && v[0] && v[1] > v[0] && (v[1] == v[0] + 1 || (v[0] == 3 && v[1] == 5)) && !h->hangul && (h->s.n || is_unit_role(after) || !after) && !denominator(h->text, at)) {
    h->wide = gz_dec_int(v[1] - v[0]);
    h->has_wide = true;
    gz_han_set(h, gz_dec_int(v[0]), 1, false);
  } else {
    if (n > 1 && h->s.n) {                        /* behind a part only one digit has a place */
      size_t one = *pos;
      n = gz_han_digits(h->text, &one, v, 1, false);
      at = one;
    }
    gz_dec d = {0, 0, false, false};
    for (int i = 0; i < n; i++) gz_dec_push(&d, v[i]);
    gz_han_set(h, d, n, false);
  }
  if (room == 0) { h->s.has_cur = false; return false; }
  *pos = at;
  h->end = at;
  return true;
}

static bool take_unit(han *h, const row *e, size_t next)
{
  bool small = e->role == LEX_HAN_NUMERALS_ROLE_SMALL;
  if (small && h->s.has_cur && !h->digits_cur && h->cur_len > 1) return false;
  if (!small && !h->s.has_cur && h->s.n == 0 && !h->hangul) return false;               /* bare 万 */
  if (!small && h->s.has_cur && h->cur_len == 1 && !h->zeroed && h->s.n && h->last_power > 1 && h->last_power < e->value) {
    if (is_here(h->text, next - 3, "萬")) h->bare = false;       /* Cantonese 百二萬: no Japanese is written with 萬 */
    abbreviate(h);
  }
  if (!small && !h->s.has_cur && h->s.n && h->s.mag[h->s.n - 1] >= e->value && !(h->last_mag == e->value)) return false;
  bool fresh = !h->s.has_cur;
  if (small && fresh && !h->s.n && e->value > 1) h->bare = true;                         /* 百 for 一百 */
  if (small && !h->zeroed && e->value < 3 && h->s.n && h->s.mag[h->s.n - 1] >= 4) h->gap = true;      /* a place left out */
  if (!small) h->gap = false;
  if (!small && fresh && h->s.n && h->last_mag == e->value) {                            /* 四万万 */
    h->s.part[h->s.n - 1] = gz_dec_shift(h->s.part[h->s.n - 1], e->value);
    h->s.mag[h->s.n - 1] += e->value;
  } else if (!gz_num_sum_close(&h->s, e->value, !small, gz_dec_shift(gz_dec_int(1), e->value))) return false;
  if (!small && fresh && h->vague && h->last_mag && h->last_mag < e->value) h->open_high = true;      /* 三十一万多亿: how much more is not said */
  h->wide = gz_dec_shift(h->wide, e->value);
  h->last_power = e->value;
  if (small) h->any_small = true;
  else h->last_mag = e->value;
  h->zeroed = false;
  h->cur_len = 0;
  h->digits_cur = false;
  h->end = next;
  return true;
}

static void finish(han *h, gz_numeral *out)
{
  abbreviate(h);
  gz_dec low = gz_num_sum_value(&h->s);
  out->span.end = (uint32_t)h->end;
  out->low = low;
  out->high = h->has_wide ? gz_dec_add(low, h->wide) : low;
  out->vague = h->vague;
  if (h->open_high) { out->open_high = true; out->vague = true; }
}

/* May the number go on behind a space? Only with a place word (二十 億), or a digit that has a smaller one (7万 5千). */
static bool across(const han *h, size_t here, const row *e, size_t next)
{
  size_t after;
  if (!e) return gz_num_digit(h->text, here, &after) >= 0;
  if (e->role == LEX_HAN_NUMERALS_ROLE_POINT) return h->s.has_cur || h->s.n;
  if (e->role == LEX_HAN_NUMERALS_ROLE_MAG) return true;
  if (e->role == LEX_HAN_NUMERALS_ROLE_SMALL) return h->s.has_cur || (h->hangul && e->lang == LEX_HAN_NUMERALS_LANG_KO && h->last_power > e->value);
  if (e->role == LEX_HAN_NUMERALS_ROLE_DIGIT && h->s.n && !h->s.has_cur) {
    size_t behind = gz_han_spaces(h->text, next);
    row *unit = gz_han_element(h->text, behind, &after);
    if (is_unit_role(unit)) return unit->value < h->s.mag[h->s.n - 1];
    if (e->lang == LEX_HAN_NUMERALS_LANG_KO) return h->hangul && gz_han_korean_end(h->text, next);
    after = behind;
    return behind >= h->text.n || !gz_is_han(gz_utf8_next(h->text.p, h->text.n, &after)) || is_here(h->text, behind, "又");
  }
  if (e->role == LEX_HAN_NUMERALS_ROLE_OVER || e->role == LEX_HAN_NUMERALS_ROLE_MANY) return is_unit_role(gz_han_element(h->text, next, &after)) && h->s.n;
  return false;
}

/* 一, 两, 三 before a character that no numeral goes on with. */
static bool one_digit(gz_view text, size_t pos, gz_numeral *out)
{
  gz_hit hit;
  uint32_t c = text.n - pos > 6 ? gz_utf8_three(text.p + pos) : 0, behind = c ? gz_utf8_three(text.p + pos + 3) : 0;
  if (behind < 0x4E00 || behind >= 0xA000 ? behind != 0xFF0C && behind != 0x3002 : gz_money_cjk_bit(gz_money_han_part, behind)) return false;
  if (!gz_money_cjk_bit(gz_money_han_part, c) || !gz_trie_longest(&lex_han_numerals.trie, text, pos, &hit) || hit.end != pos + 3) return false;
  const row *r = &lex_han_numerals_rows[hit.value];
  if (r->role != LEX_HAN_NUMERALS_ROLE_DIGIT || r->lang == LEX_HAN_NUMERALS_LANG_KO) return false;
  memset(out, 0, sizeof *out);
  out->span.start = (uint32_t)pos;
  out->span.end = out->core_end = hit.end;
  out->low = out->high = out->core = gz_dec_int(r->value);
  out->form = GZ_NUM_HAN;
  out->weak = true;
  return true;
}

bool gz_num_han(gz_view text, size_t pos, const gz_numeral *digits, int lang, gz_numeral *out)
{
  if (!digits && one_digit(text, pos, out)) return true;
  han h;
  memset(&h, 0, sizeof h);
  h.text = text;
  h.last_power = -1;
  han saved, korean;         /* behind the last part; where a Korean numeral may end */
  saved.end = 0;
  korean.end = 0;
  h.ja = gz_num_lang_id(lang) == LEX_NUMBER_LANGS_ID_JA;
  size_t start = pos, at = pos, next;
  uint32_t core_end = 0;
  int magnitude = 0;
  bool spaced = false, decimal = false, group = false;
  if (!digits) {
    row *e = longest(text, pos, &next);
    if (!e || e->role == LEX_HAN_NUMERALS_ROLE_NONE || e->role == LEX_HAN_NUMERALS_ROLE_PERCENT) return false;
  } else {
    gz_han_set(&h, digits->low, digits->core_end - digits->span.start > 1 ? 2 : 1, true);
    neighbours(&h, digits);
    h.end = digits->span.end;
    start = digits->span.start;
    core_end = digits->span.end;
    decimal = digits->decimal;
  }
  for (;;) {
    size_t here = h.end || digits ? gz_han_spaces(text, at) : at;
    next = here;
    row *e = gz_han_element(text, here, &next);
    if (here != at && !across(&h, here, e, next)) break;
    if (e && e->lang == LEX_HAN_NUMERALS_LANG_KO) {
      if (!h.end && !digits && !korean_start(text, pos)) return false;
      h.hangul = true;
    }
    if (!e) {
      gz_numeral d;
      size_t dummy;
      if (h.s.n && !h.s.has_cur && !h.has_wide && gz_num_digit(text, here, &dummy) >= 0 && gz_num_digits(text, here, gz_num_comma(lang), &d)) {
        size_t behind = gz_han_spaces(text, d.span.end);
        row *unit = gz_han_element(text, behind, &dummy);
        bool gathers = is_unit_role(unit) && unit->role == LEX_HAN_NUMERALS_ROLE_MAG && (!h.last_mag || unit->value < h.last_mag) && gz_dec_cmp(d.low, gz_dec_shift(gz_dec_int(1), h.last_power)) < 0;      /* 4억 1천 590만 */
        bool rest = h.hangul && !unit && h.last_mag == 4 && h.last_power == 4 && gz_dec_cmp(d.low, gz_dec_int(10)) >= 0 && gz_dec_cmp(d.low, gz_dec_int(10000)) < 0 && !d.decimal;      /* 3만 5000원 */
        if (here != at && !gathers && !rest && !(is_unit_role(unit) && unit->value < h.s.mag[h.s.n - 1])) break;
        gz_dec limit = gz_dec_shift(gz_dec_int(1), is_unit_role(unit) ? h.last_mag ? h.last_mag : h.last_power : h.last_power);
        if (gz_dec_cmp(d.low, limit) >= 0 || d.dotted) break;
        gz_han_set(&h, d.low, (int)(d.span.end - d.span.start), true);
        h.cur_len = d.span.end - d.span.start == 1u ? 1 : 2;
        at = h.end = d.span.end;
        if (h.hangul && gz_han_korean_end(text, h.end)) korean = h;
        continue;
      }
      break;
    }
    bool ok = true;
    switch (e->role) {
      case LEX_HAN_NUMERALS_ROLE_DIGIT: {
        size_t p = here;
        if (h.has_wide && h.vague) { ok = false; break; }
        ok = take_digits(&h, &p);
        at = p;
        break;
      }
      case LEX_HAN_NUMERALS_ROLE_SMALL: case LEX_HAN_NUMERALS_ROLE_MAG: {
        han keep = h;
        size_t before_end = h.end;
        ok = take_unit(&h, e, next);
        if (!ok) { h = saved.end && keep.s.has_cur ? saved : keep; break; }
        if (e->role == LEX_HAN_NUMERALS_ROLE_MAG || digits) {
          magnitude = e->role == LEX_HAN_NUMERALS_ROLE_MAG && magnitude && keep.s.n && !keep.s.has_cur ? magnitude + e->value : e->value;
          core_end = (uint32_t)before_end;
          spaced = here != at;
        }
        at = next;
        saved = h;
        break;
      }
      case LEX_HAN_NUMERALS_ROLE_FOLD:
        ok = !h.s.has_cur && gz_num_sum_room(&h.s) > 1 && h.s.n < GZ_NUM_PARTS;
        if (!ok) break;
        h.s.part[h.s.n] = gz_dec_int(e->value);
        h.s.mag[h.s.n++] = 1;
        h.last_power = 1;
        h.any_small = true;
        h.end = at = next;
        break;
      case LEX_HAN_NUMERALS_ROLE_PAIR:
        ok = h.s.n == 0 && !h.s.has_cur && !h.end;
        if (!ok) break;
        gz_han_set(&h, gz_dec_int(e->value / 100), 1, false);
        h.wide = gz_dec_int(e->value % 100 - e->value / 100);
        h.has_wide = true;
        h.end = at = next;
        break;
      case LEX_HAN_NUMERALS_ROLE_MANY: ok = gz_han_many(&h, here, next); at = next; break;
      case LEX_HAN_NUMERALS_ROLE_OVER: ok = gz_han_over(&h, next); at = next; break;
      case LEX_HAN_NUMERALS_ROLE_FROM: {
        size_t after;
        row *unit = gz_han_element(text, next, &after);
        ok = h.s.n == 0 && !h.s.has_cur && !h.end && is_unit_role(unit) && unit->value >= 2;
        if (!ok) break;
        gz_han_set(&h, gz_dec_int(1), 1, false);
        h.open_high = true;
        h.end = at = next;
        break;
      }
      case LEX_HAN_NUMERALS_ROLE_POINT: { size_t p = here; ok = gz_han_point(&h, &p, next, false); at = p; decimal |= ok; break; }
      case LEX_HAN_NUMERALS_ROLE_DOT: {
        size_t p = here;
        ok = here == at && !decimal && (h.ja || (!h.s.n && h.s.has_cur && gz_dec_zero(h.s.cur))) && gz_han_point(&h, &p, next, true);
        at = p;
        decimal |= ok;
        break;
      }
      case LEX_HAN_NUMERALS_ROLE_GROUP: {
        if (!h.s.n && !h.s.has_cur) { ok = false; break; }
        gz_dec twelve = gz_dec_int(e->value);
        gz_dec all = gz_dec_mul(gz_num_sum_value(&h.s), twelve);
        gz_num_sum_clear(&h.s);
        gz_han_set(&h, all, 99, true);
        h.wide = gz_dec_mul(h.wide, twelve);
        h.end = at = next;
        group = true;
        ok = false;
        break;
      }
      case LEX_HAN_NUMERALS_ROLE_HALF:
        if (h.s.n == 0 && !h.s.has_cur) {
          gz_han_set(&h, (gz_dec){5, -1, false, false}, 99, true);
          h.end = at = next;
        } else if (h.s.n == 0 && gz_dec_cmp(h.s.cur, gz_dec_int(1)) == 0 && !h.digits_cur) {    /* 一半 */
          h.s.cur = (gz_dec){5, -1, false, false};
          h.cur_len = 99;
          h.digits_cur = true;
          h.end = at = next;
        } else ok = false;
        break;
      default: ok = false;
    }
    if (!ok) break;
    if (h.hangul && h.end && gz_han_korean_end(text, h.end)) korean = h;
  }
  if (h.hangul) {
    if (!korean.end) return false;
    h = korean;
  }
  if (!h.end || (digits && h.end == digits->span.end)) return false;
  if (!h.s.n && !h.s.has_cur) return false;
  memset(out, 0, sizeof *out);
  finish(&h, out);
  out->span.start = (uint32_t)start;
  out->form = digits ? GZ_NUM_MIXED : GZ_NUM_HAN;
  out->magnitude = (int8_t)magnitude;
  out->core = gz_dec_shift(out->low, -magnitude);
  out->core_end = core_end;
  out->spaced = spaced;
  out->decimal = decimal;
  if (digits) { out->grouped = digits->grouped; out->negative_ok = true; }
  if (!digits && !h.s.n && !h.has_wide && !group && (h.cur_len < 2 || h.cur_len == 99) && !decimal) out->weak = true;
  if (h.hangul && !digits && !h.s.has_cur && h.s.n == 1 && gz_dec_cmp(h.s.part[0], gz_dec_shift(gz_dec_int(1), h.last_power)) == 0 && h.end - start <= 3) out->weak = true;
  if (!out->magnitude) { out->core = out->low; out->core_end = out->span.end; }
  return true;
}
