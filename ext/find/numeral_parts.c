/* Parts of a whole in number words: decimals behind a point word (three point one four), parts (two thirds, a half), denominators
** of several words (vingt vingt-cinquièmes). Each works on a copy of the state and leaves the words alone when it does not fit. */
#include "find/numeral_words.h"
#include <stdio.h>

typedef gz_num_words_state state;
typedef gz_num_token token;

gz_dec gz_num_divide(gz_dec a, gz_dec b)
{
  b = gz_dec_norm(b);
  int64_t d = b.neg || b.m > INT64_MAX || b.e < 0 ? -1 : (int64_t)b.m;
  gz_dec q = {0, 0, false, false};
  a = gz_dec_shift(gz_dec_norm(a), -b.e);
  if (d <= 0 || d > INT64_MAX / 16) return q;
  uint64_t rem = a.m % (uint64_t)d;
  q.m = a.m / (uint64_t)d;
  q.e = a.e;
  while (rem && q.m < UINT64_MAX / 100) {
    rem *= 10;
    q.m = q.m * 10 + rem / (uint64_t)d;
    q.e--;
    rem %= (uint64_t)d;
  }
  q.neg = a.neg;
  return q;
}

/* Behind a point word: a run of single digits (zero three), or one number whose digits count (seventy-one); digits too. */
bool gz_num_decimals(state *w)
{
  state keep = *w;
  char digit[40];
  int n = 0;
  gz_num_take(w);
  const token *t = gz_num_peek(w);
  const gz_dec ten = gz_dec_int(10);
  if (t && t->role == GZ_ROLE(NUM) && !t->digits && gz_dec_cmp(t->value, ten) < 0) {
    while (t && t->role == GZ_ROLE(NUM) && n < 38 && gz_dec_cmp(t->value, ten) < 0 && !t->digits) {
      digit[n++] = (char)('0' + gz_num_int(t->value));
      gz_num_take(w);
      t = gz_num_peek(w);
    }
    if (n == 1 && t && t->role == GZ_ROLE(AND) && (w->flags & LEX_NUMBER_LANGS_FLAGS_REVERSED)) {   /* komma fünf und zwanzig */
      state before = *w;
      gz_num_take(w);
      t = gz_num_peek(w);
      int64_t tens = t && t->role == GZ_ROLE(NUM) ? gz_num_int(t->value) : 0;
      if (tens >= 20 && tens <= 90) { digit[1] = digit[0]; digit[0] = (char)('0' + tens / 10); n = 2; gz_num_take(w); }
      else *w = before;
    }
  } else {
    gz_num_sum outer = w->s;
    gz_num_sum_clear(&w->s);
    w->room = 1000;
    while ((t = gz_num_peek(w)) != NULL) {
      if (t->digits) break;
      if (t->role == GZ_ROLE(NUM) && gz_num_try_add(w, t, false)) { gz_num_take(w); continue; }
      if (t->role == GZ_ROLE(AND)) {
        state before = *w;
        gz_num_take(w);
        const token *u = gz_num_peek(w);
        if (u && u->role == GZ_ROLE(NUM) && gz_num_try_add(w, u, true)) { gz_num_take(w); continue; }
        *w = before;
      }
      if (t->role == GZ_ROLE(MAG) && (t->power == 2 || (t->power == 3 && !w->s.has_cur && !w->s.n)) && gz_num_close_part(w, t->power)) { gz_num_take(w); continue; }
      break;
    }
    int64_t v = gz_num_int(gz_num_sum_value(&w->s));
    bool any = w->s.has_cur || w->s.n;
    w->s = outer;
    if (any) n = snprintf(digit, sizeof digit, "%lld", (long long)v);
  }
  if (n == 0) {                                    /* point 77 */
    bool hyphen;
    size_t next, at = gz_num_gap(w->text, w->pos, &hyphen);
    int d;
    while (n < 38 && (d = gz_num_digit(w->text, at, &next)) >= 0) { digit[n++] = (char)('0' + d); at = next; }
    if (n) { w->pos = at; w->n = w->at = 0; }
  }
  if (n == 0) { *w = keep; return false; }
  gz_dec d = {0, 0, false, false};
  for (int i = 0; i < n; i++) gz_dec_push(&d, digit[i] - '0');
  d = gz_dec_shift(d, -n);
  w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, d) : d;
  w->s.has_cur = true;
  w->room = 0;
  return true;
}

bool gz_num_is_part(const token *t)
{
  return t && (t->role == GZ_ROLE(DEN) || (t->role == GZ_ROLE(ORD) && (t->flags & GZ_FLAG(DEN))));
}

/* Can n stand before the part t? One third, two thirds, but not two third. */
bool gz_num_part_fits(const token *t, gz_dec n)
{
  if (t->flags & GZ_FLAG(ONE)) return gz_dec_cmp(n, gz_dec_int(1)) == 0;
  return !t->digits;
}

/* A part behind "and": (a) half, three quarters, one fifth. Moves w behind it. */
bool gz_num_part_phrase(state *w, gz_dec *v)
{
  state keep = *w;
  const token *t = gz_num_peek(w);
  gz_dec num = gz_dec_int(1);
  if (!t) return false;
  if (t->role == GZ_ROLE(NUM) && t->value.e < 0 && gz_num_floor(t->value) == 0) {        /* driekwart */
    *v = t->value;
    gz_num_take(w);
    return true;
  }
  if (t->role == GZ_ROLE(ARTICLE)) gz_num_take(w);
  else if (t->role == GZ_ROLE(NUM)) {
    gz_num_sum outer = w->s;
    int64_t room = w->room;
    gz_num_sum_clear(&w->s);
    w->room = 100;
    bool any = false;
    while (t && t->role == GZ_ROLE(NUM) && !t->digits && gz_num_try_add(w, t, false)) { gz_num_take(w); any = true; t = gz_num_peek(w); }
    if (any) num = w->s.cur;
    w->s = outer;
    w->room = room;
  }
  t = gz_num_peek(w);
  if (gz_num_is_part(t) && gz_num_part_fits(t, num)) {
    *v = gz_num_divide(num, t->value);
    gz_num_take(w);
    return true;
  }
  *w = keep;
  return false;
}

/* A denominator of several words that cannot belong to the numerator: vingt | vingt cinquième, dois | vinte e cinco avos. */
bool gz_num_denominator(state *w, gz_dec *d)
{
  state look = *w;
  gz_num_sum_clear(&look.s);
  look.room = INT64_MAX;
  for (int k = 0; k < 12; k++) {
    const token *t = gz_num_peek(&look);
    if (!t || t->digits) return false;
    bool any = look.s.has_cur || look.s.n;
    if (any && (t->role == GZ_ROLE(SUFFIX) || gz_num_is_part(t))) {
      gz_dec sum = gz_num_sum_value(&look.s);
      if (t->role == GZ_ROLE(SUFFIX)) *d = sum;
      else if (gz_num_int(t->value) >= 100 && look.s.has_cur) *d = gz_dec_mul(sum, t->value);
      else if (gz_num_int(t->value) < look.room) *d = gz_dec_add(sum, t->value);
      else return false;
      gz_num_take(&look);
      gz_num_sum s = w->s;
      *w = look;
      w->s = s;
      return true;
    }
    if (t->role == GZ_ROLE(NUM)) { if (!gz_num_try_add(&look, t, k > 0)) return false; }
    else if (t->role == GZ_ROLE(MAG)) { if (!gz_num_close_part(&look, t->power)) return false; }
    else if (t->role != GZ_ROLE(AND) || !any) return false;
    gz_num_take(&look);
  }
  return false;
}
