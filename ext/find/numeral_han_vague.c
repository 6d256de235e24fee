/* Bounds and decimals of Han numerals: 余, 多, 几 behind a part and 数, 几, 여러 in front of one give a range; 点 gives decimals, where it is no
** time (8点30, 三点二十). Uses the elements that numeral_han.c reads. */
#include "find/numeral_han.h"
#include "find/small_word.h"

bool gz_han_over(han *h, size_t next)
{
  int power;
  if (h->has_wide) return false;
  if (h->s.has_cur) {
    if (!h->digits_cur) return false;
    gz_dec d = gz_dec_norm(h->s.cur);
    power = d.e;
    if (power <= 0) return false;
  } else if (h->s.n) power = h->last_power;
  else return false;
  h->wide = gz_dec_shift(gz_dec_int(1), power);
  h->has_wide = h->vague = true;
  h->end = next;
  return true;
}

bool gz_han_many(han *h, size_t pos, size_t next)
{
  size_t after;
  row *e = gz_han_element(h->text, h->hangul ? gz_han_spaces(h->text, next) : next, &after);
  if (h->s.n == 0 && !h->s.has_cur) {              /* 数十亿, 几百, 여러 억 */
    if (!is_unit_role(e)) return false;
    h->wide = gz_dec_int(8);
    h->has_wide = h->vague = true;
    gz_han_set(h, gz_dec_int(2), 1, false);
    h->end = next;
    return true;
  }
  (void)pos;
  if (h->s.has_cur || h->has_wide) return false;
  if (e && e->role == LEX_HAN_NUMERALS_ROLE_SMALL && h->last_power > e->value) {         /* 一百几十 */
    h->wide = gz_dec_int(8);
    h->has_wide = h->vague = true;
    gz_han_set(h, gz_dec_int(2), 1, false);
    h->end = next;
    return true;
  }
  if (h->zeroed) {                                 /* 一千五百零几万 */
    h->wide = gz_dec_int(10);
    h->has_wide = h->vague = true;
    h->end = next;
    return true;
  }
  return gz_han_over(h, next);
}

bool gz_han_point(han *h, size_t *pos, size_t next, bool dot)
{
  int v[40];
  size_t at = gz_han_spaces(h->text, next);
  if (h->digits_cur && !gz_dec_zero(h->s.cur) && !dot && !(at == next && gz_dec_cmp(h->s.cur, gz_dec_int(60)) > 0)) return false;      /* 8点30 is a time */
  if (!h->s.has_cur && !h->s.n) return false;
  if (h->hangul && gz_han_is_none(h->text, at)) return false;     /* 십오점 사이 */
  int n = gz_han_digits(h->text, &at, v, 40, false);
  gz_dec d = {0, 0, false, false};
  if (h->hangul)                                   /* 칠일이다: the last may belong to what follows */
    while (n > 1 && !gz_han_korean_end(h->text, at)) {
      size_t back = at;
      gz_utf8_prev(h->text.p, h->text.n, &back);
      row *more = gz_han_element(h->text, at, &back);
      if (is_unit_role(more)) break;
      back = at;
      gz_utf8_prev(h->text.p, h->text.n, &back);
      at = back;
      n--;
    }
  if (n) for (int i = 0; i < n; i++) gz_dec_push(&d, v[i]);
  else {
    size_t step;
    int digit;
    while ((digit = gz_num_digit(h->text, at, &step)) >= 0) { gz_dec_push(&d, digit); at = step; n++; }
    if (!n) return false;
  }
  size_t dummy;
  if (n && is_here(h->text, next, "\xE4\xB8\xA4")) return false;                         /* 两 is no decimal digit */
  if (gz_small_word_at(h->text, at, GZ_SMALL(CLOCK), NULL)) return false;
  row *e = gz_han_element(h->text, at, &dummy);
  if (e && e->role == LEX_HAN_NUMERALS_ROLE_SMALL && n == 1 && v[0] <= 5 && !h->any_small && is_here(h->text, at, "十")) return false;   /* 三点二十 */
  d = gz_dec_shift(d, -n);
  h->s.cur = gz_dec_add(h->s.has_cur ? h->s.cur : gz_dec_int(0), d);
  if (!h->s.has_cur) h->zeroed = true;
  h->s.has_cur = true;
  h->cur_len = 99;
  h->digits_cur = true;
  *pos = h->end = at;
  return true;
}
