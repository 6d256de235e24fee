/* Number words of any language, composed from ext/data/number_words.tsv. The words are added up like digits of mixed radix: a
** value must be smaller than the room its predecessor leaves (`thirty` leaves 10, `hundred` 100, `million` 10^6); a magnitude
** gathers what is smaller (numeral_sum.c). Where a word does not fit, the number ends at the last place where it was complete:
** `three hundred and two hundred` gives 300. Parts come behind whole numbers (`three quarters`, `two and a half million`). */
#include "find/numeral_words.h"
#include "find/small_word.h"

typedef gz_num_words_state state;
typedef gz_num_token token;

/* What the number is so far, and where it ends. */
typedef struct reading {
  size_t end;
  gz_dec value, high;
  bool has_high, open_high;            /* tens of millions */
  bool round;                          /* une trentaine */
  gz_dec saved;                        /* value and end behind the last magnitude: to fall back on */
  size_t saved_end;
  uint32_t core_end;
  int magnitude, count, nums;
  bool weak, fraction, decimal, ordinal, spaced, article, group;
  const gz_numeral *digits;
  gz_dec whole;                        /* value and end where an orthographic word was used up */
  size_t whole_end;
} reading;

static int64_t power10(int p)
{
  int64_t v = 1;
  while (p-- > 0 && v < INT64_MAX / 10) v *= 10;
  return v;
}

static void add(state *w, const token *t)
{
  int64_t n = gz_num_floor(t->value);
  if (n >= 1000 && n % 1000 == 0 && !t->digits && !w->s.has_cur && w->s.n < GZ_NUM_PARTS) {           /* ألفان: a part of its own */
    int mag = 3;
    while (mag < 18 && n % power10(mag + 3) == 0) mag += 3;
    w->s.part[w->s.n] = t->value;
    w->s.mag[w->s.n++] = mag;
    w->room = power10(mag);
    return;
  }
  w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, t->value) : t->value;
  w->s.has_cur = true;
  if (t->digits) w->room = 0;
  else if (n >= 100) w->room = n % 1000 == 0 ? 1000 : 100;
  else if (n >= 20 && n % 10 == 0) w->room = (w->flags & LEX_NUMBER_LANGS_FLAGS_SCORE) && (t->flags & GZ_FLAG(TEEN)) ? 20 : 10;
  else if (n == 10 && (w->flags & LEX_NUMBER_LANGS_FLAGS_TENS)) w->room = 10;
  else w->room = 0;
}

bool gz_num_try_add(state *w, const token *t, bool joined)
{
  int64_t n = gz_num_floor(t->value), cur = w->s.has_cur ? gz_num_floor(w->s.cur) : 0;
  if (n < w->room) {
    if (n == 0 && (w->s.has_cur || w->s.n) && gz_dec_zero(t->value)) return false;
    add(w, t);
    return true;
  }
  int64_t unit = cur % 100;
  if ((w->flags & LEX_NUMBER_LANGS_FLAGS_REVERSED) && w->s.has_cur && unit >= 1 && unit <= 9 && n >= 20 && n <= 90 && n % 10 == 0 && joined) {
    w->s.cur = gz_dec_add(w->s.cur, t->value);
    w->room = 0;
    return true;
  }
  if (w->s.has_cur && cur == 0 && !w->s.n && n > 0 && n < 10 && !joined) {               /* zero seven */
    add(w, t);
    return true;
  }
  if ((w->flags & LEX_NUMBER_LANGS_FLAGS_PAIRS) && !w->s.n && w->s.has_cur && !joined && !t->digits && cur >= 1 && cur <= 99 && n >= 10 && n <= 99) {
    if ((cur >= 10 && cur < 13) || (cur >= 20 && cur % 10 == 0 && n < 20)) return false;  /* two twenty, nineteen eighty */
    w->s.cur = gz_dec_shift(w->s.cur, 2);
    add(w, t);
    return true;
  }
  return false;
}

bool gz_num_close_part(state *w, int power)
{
  if (!gz_num_sum_close(&w->s, power, true, gz_dec_shift(gz_dec_int(1), power))) return false;
  w->room = power10(power);
  return true;
}

static void set_cur(state *w, gz_dec v)
{
  gz_num_sum_clear(&w->s);
  w->s.cur = v;
  w->s.has_cur = true;
  w->room = 0;
}

static void set(reading *r, state *w)
{
  r->value = gz_num_sum_value(&w->s);
  r->end = w->pos;
}

static bool on_num(state *w, reading *r, const token *t)
{
  if (r->group || r->has_high || (r->fraction && !r->magnitude)) return false;
  if (t->flags & GZ_FLAG(PLURAL)) {                /* tens of billions */
    if (r->count) return false;
    r->open_high = r->has_high = true;
    r->value = gz_dec_mul(t->value, gz_dec_int(2));
    r->high = gz_dec_shift(t->value, 1);
    gz_num_take(w);
    r->end = w->pos;
    return true;
  }
  if (t->digits) {                                 /* 4 thousand 3 hundred: a smaller magnitude must follow, or: 3 hundred and 21 */
    state look = *w;
    if (w->s.has_cur || !w->s.n || gz_num_int(t->value) >= w->room) return false;
    gz_num_take(&look);
    const token *m = gz_num_peek(&look);
    bool goes_on = m && m->role == GZ_ROLE(MAG) && m->power < w->s.mag[w->s.n - 1];
    if (!goes_on && !(r->digits && w->s.mag[w->s.n - 1] == 2)) return false;
  }
  if (!gz_num_try_add(w, t, false)) {
    gz_dec d, n = gz_num_sum_value(&w->s);
    if (r->fraction || r->decimal || t->digits || !r->nums || !gz_num_denominator(w, &d)) return false;
    set_cur(w, gz_num_divide(n, d));
    r->fraction = true;
    r->weak = false;
    set(r, w);
    return true;
  }
  if (!(t->flags & GZ_FLAG(WEAK)) || r->nums) r->weak = false;
  r->nums++;
  gz_num_take(w);
  set(r, w);
  return true;
}

/* False: the number is complete. */
static bool on_mag(state *w, reading *r, const token *t)
{
  bool bare = !w->s.has_cur && !w->s.n;
  size_t before = w->pos;
  int power = t->power;
  bool plural = t->flags & GZ_FLAG(PLURAL), spaced = t->start != before;
  if (r->has_high) {                               /* tens of millions */
    r->value = gz_dec_shift(r->value, power);
    r->high = gz_dec_shift(r->high, power);
    r->open_high = false;
    r->magnitude = power;
    gz_num_take(w);
    r->end = w->pos;
    return false;
  }
  if (!w->s.has_cur && w->s.n && (power == 5 || power == 7) && w->s.mag[w->s.n - 1] > power) {     /* crore lakh */
    w->s.part[w->s.n - 1] = gz_dec_shift(w->s.part[w->s.n - 1], power);
    gz_num_take(w);
    set(r, w);
    return true;
  }
  if (r->digits && r->count == 0 && plural && power <= 3) return false;                  /* 5 miles */
  if (!gz_num_close_part(w, power)) {
    if (r->saved_end) { r->value = r->saved; r->end = r->saved_end; }
    return false;
  }
  gz_num_take(w);
  if (bare && plural && (!r->article || w->lang == LEX_NUMBER_WORDS_LANG_EN)) {            /* billions of, a multi-million */
    r->value = gz_dec_shift(gz_dec_int(2), power);
    r->high = gz_dec_shift(gz_dec_int(10), power);
    r->open_high = r->has_high = true;
    r->end = w->pos;
  } else {
    set(r, w);
    if (!bare || r->article || (power < 6 && !(t->flags & GZ_FLAG(WEAK)))) r->weak = false;
  }
  r->spaced = spaced;
  r->magnitude = power;
  r->core_end = (uint32_t)before;
  r->saved = r->value;
  r->saved_end = r->end;
  return true;
}

static bool on_of(state *w, reading *r)
{
  state keep = *w;
  gz_num_take(w);
  const token *u = gz_num_peek(w);
  if (u && u->role == GZ_ROLE(MAG) && (r->has_high || (r->fraction && !r->magnitude) || (w->flags & LEX_NUMBER_LANGS_FLAGS_OFMAG))) return true;
  if (u && u->role == GZ_ROLE(MAG) && u->power >= 3 && w->lang != LEX_NUMBER_WORDS_LANG_EN && (r->group || r->magnitude == 2) && w->pos != keep.pos) return true;     /* une centaine de millions */
  if (u && u->role == GZ_ROLE(GROUP) && (r->fraction || (w->flags & LEX_NUMBER_LANGS_FLAGS_OFMAG))) return true;
  if (u && (u->role == GZ_ROLE(ARTICLE) || (u->role == GZ_ROLE(NUM) && gz_num_int(u->value) == 1)) && r->fraction && !r->magnitude) {   /* two thirds of a million */
    gz_num_take(w);
    u = gz_num_peek(w);
    if (u && u->role == GZ_ROLE(MAG)) return true;
  }
  if (u && (w->flags & LEX_NUMBER_LANGS_FLAGS_OFDEN) && r->nums && !r->fraction && !r->decimal) {       /* तीन का इक्कीसवां */
    gz_dec d, n = gz_num_sum_value(&w->s);
    bool one = gz_num_is_part(u);
    if (one) { d = u->value; gz_num_take(w); }
    if (one || gz_num_denominator(w, &d)) {
      set_cur(w, gz_num_divide(n, d));
      r->fraction = true;
      r->weak = false;
      set(r, w);
      return true;
    }
  }
  *w = keep;
  return false;
}

static bool on_and(state *w, reading *r)
{
  state keep = *w;
  gz_dec v;
  if (!r->count && !r->digits) return false;
  gz_num_take(w);
  const token *u = gz_num_peek(w);
  if (!u) { *w = keep; return false; }
  int last = w->s.n ? w->s.mag[w->s.n - 1] : 0;
  bool addable = u->role == GZ_ROLE(NUM) && gz_num_int(u->value) < w->room;
  if ((w->flags & LEX_NUMBER_LANGS_FLAGS_REVERSED) && u->role == GZ_ROLE(NUM) && u->value.e >= 0 && !addable && gz_num_try_add(w, u, true)) {
    gz_num_take(w);
    set(r, w);
    r->weak = false;
    r->nums++;
    return true;
  }
  state part = *w;
  if (!r->decimal && !((w->flags & LEX_NUMBER_LANGS_FLAGS_ADDFIRST) && addable) && gz_num_part_phrase(&part, &v)) {
    bool improper = addable && gz_dec_cmp(v, gz_dec_int(1)) > 0;        /* one hundred and thirty-two fifths */
    if (!improper) {
      *w = part;
      bool by_mag = !w->s.has_cur && last >= 3;
      if (by_mag) v = gz_dec_shift(v, last);
      const token *m = gz_num_peek(w);
      if (by_mag && m && m->role == GZ_ROLE(MAG) && m->power < last) {  /* one billion and a half million */
        v = gz_dec_shift(v, m->power - last);
        gz_num_take(w);
      }
      w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, v) : v;
      w->s.has_cur = true;
      w->room = 0;
      set(r, w);
      r->fraction = true;
      r->weak = false;
      return true;
    }
  }
  if (u->role == GZ_ROLE(NUM) && !r->fraction) {
    if (u->digits && !(w->s.n && !w->s.has_cur && last == 2)) {         /* 2 million and 30 others */
      state look = *w;
      gz_num_take(&look);
      const token *m = gz_num_peek(&look);
      if (!m || m->role != GZ_ROLE(MAG) || m->power >= last) { *w = keep; return false; }
    }
    if (r->digits && last >= 6 && gz_num_int(u->value) < 100) {
      state look = *w;
      gz_num_take(&look);
      const token *m = gz_num_peek(&look);
      if (!m || m->role != GZ_ROLE(MAG)) { *w = keep; return false; }
    }
    if (gz_num_try_add(w, u, true)) {
      gz_num_take(w);
      set(r, w);
      r->weak = false;
      r->nums++;
      return true;
    }
  }
  if (u->role == GZ_ROLE(MAG) && w->s.n && u->power < last && !w->s.has_cur && !(u->flags & GZ_FLAG(PLURAL))) return true;      /* million and thousand: mil e cem */
  if (u->role == GZ_ROLE(GROUP) && (w->flags & LEX_NUMBER_LANGS_FLAGS_OFMAG)) return true;
  *w = keep;
  return false;
}

static bool on_part(state *w, reading *r, const token *t)
{
  bool none = !w->s.has_cur && !w->s.n;
  gz_dec n = none ? gz_dec_int(1) : gz_num_sum_value(&w->s), d = t->value;
  int64_t cur = w->s.has_cur ? gz_num_int(w->s.cur) : 0;
  bool part = gz_num_is_part(t) && !r->decimal && (t->role == GZ_ROLE(DEN) || r->article || !none);
  /* thirty-fifths: the ten belongs to the denominator when a hyphen or one word joins them */
  bool compound = gz_num_is_part(t) && (t->tight || t->start == w->pos) && cur >= 20 && cur < 100 && cur % 10 == 0 && gz_num_int(d) < 10 && (w->s.n || r->article);
  if (compound) {
    d = gz_dec_add(d, w->s.cur);
    w->s.has_cur = false;
    n = w->s.n ? gz_num_sum_value(&w->s) : gz_dec_int(1);
    part = true;
  }
  if (part && !r->fraction && (compound || gz_num_part_fits(t, n) || r->article) && !(r->digits && t->role == GZ_ROLE(ORD))) {
    r->weak = none && !r->article;
    set_cur(w, gz_num_divide(n, d));
    r->fraction = true;
    gz_num_take(w);
    set(r, w);
    return true;
  }
  if (r->fraction || r->digits || t->role != GZ_ROLE(ORD)) return false;
  if (!none && gz_num_int(t->value) >= w->room && !(w->s.has_cur && t->start == w->pos)) return false;
  gz_num_take(w);
  r->value = none ? t->value : gz_num_int(t->value) >= 100 ? gz_dec_mul(n, t->value) : gz_dec_add(n, t->value);
  r->end = w->pos;
  r->ordinal = true;
  r->weak = none;
  return false;
}

/* avos behind its number: dois onze avos never comes here, onze avos does. */
static bool on_suffix(state *w, reading *r)
{
  if (r->fraction || r->digits || r->nums < 1) return false;
  set_cur(w, gz_num_divide(gz_dec_int(1), gz_num_sum_value(&w->s)));
  r->fraction = true;
  gz_num_take(w);
  set(r, w);
  return true;
}

static bool on_group(state *w, reading *r, const token *t)
{
  if (r->group) return false;
  bool bare = !w->s.has_cur && !w->s.n && !r->article;
  if (bare && (t->flags & GZ_FLAG(PLURAL))) {      /* dozens of */
    r->value = gz_dec_mul(t->value, gz_dec_int(2));
    r->high = gz_dec_shift(t->value, 1);
    r->has_high = r->open_high = true;
    r->weak = true;
    gz_num_take(w);
    r->end = w->pos;
    return true;
  }
  gz_dec v = !w->s.has_cur && !w->s.n ? gz_dec_int(1) : gz_num_sum_value(&w->s);
  if (w->s.n && w->s.has_cur && (w->flags & LEX_NUMBER_LANGS_FLAGS_OFMAG || t->value.m == 12)) {        /* three hundred and two dozen */
    w->s.cur = gz_dec_mul(w->s.cur, t->value);
    v = gz_num_sum_value(&w->s);
  } else v = gz_dec_mul(v, t->value);
  r->weak = bare || ((t->flags & GZ_FLAG(WEAK)) && r->weak);
  set_cur(w, v);
  r->group = true;
  r->round = t->flags & GZ_FLAG(ROUND);
  gz_num_take(w);
  set(r, w);
  return true;
}

/* seventeen thousand, four hundred and six: behind a comma a smaller magnitude must follow. */
static bool comma(state *w, reading *r)
{
  if (r->digits || !w->s.n || w->s.has_cur || r->fraction || r->has_high || w->s.mag[w->s.n - 1] < 3 || w->at < w->n) return false;
  if (w->pos + 1 >= w->text.n || w->text.p[w->pos] != ',' || w->text.p[w->pos + 1] != ' ') return false;
  state look = *w;
  look.pos++;
  const token *t = gz_num_peek(&look);
  if (!t || t->role != GZ_ROLE(NUM) || t->digits || !gz_num_try_add(&look, t, false)) return false;
  gz_num_take(&look);
  for (int k = 0; k < 4; k++) {
    t = gz_num_peek(&look);
    if (t && t->role == GZ_ROLE(MAG) && t->power < w->s.mag[w->s.n - 1]) {
      w->pos++;
      return true;
    }
    if (!t || t->role != GZ_ROLE(NUM) || t->digits || !gz_num_try_add(&look, t, false)) return false;
    gz_num_take(&look);
  }
  return false;
}

/* One step; false when the number is complete. */
static bool step(state *w, reading *r)
{
  const token *t = gz_num_peek(w);
  if (!t) return comma(w, r);
  if (t->hyphen && r->count && !t->tight && !(t->role == GZ_ROLE(NUM) && w->room == 10) && t->role != GZ_ROLE(DEN)) return false;
  switch (t->role) {
    case GZ_ROLE(ARTICLE): {
      state keep = *w;
      gz_num_take(w);
      const token *u = gz_num_peek(w);
      bool after = r->count || r->digits;
      if (after && r->fraction && !r->magnitude && u && (u->role == GZ_ROLE(MAG) || u->role == GZ_ROLE(GROUP))) return true;           /* half a million, half a dozen */
      if (!after && u && (u->role == GZ_ROLE(MAG) || u->role == GZ_ROLE(GROUP) || gz_num_is_part(u) || u->role == GZ_ROLE(MANY))) { r->article = true; return true; }
      if (!after && u && u->role == GZ_ROLE(NUM) && gz_num_int(u->value) >= 20 && u->hyphen == false) { r->article = true; r->value = u->value; return true; }
      *w = keep;
      return false;
    }
    case GZ_ROLE(NUM): return on_num(w, r, t);
    case GZ_ROLE(MAG): return on_mag(w, r, t);
    case GZ_ROLE(GROUP): return on_group(w, r, t);
    case GZ_ROLE(OF): return (r->count || r->digits) && on_of(w, r);
    case GZ_ROLE(AND): return on_and(w, r);
    case GZ_ROLE(POINT): {
      state part = *w;
      gz_dec v;
      gz_num_take(&part);
      if (!r->decimal && !r->fraction && !r->has_high && (r->count || r->digits) && gz_num_part_phrase(&part, &v)) {    /* tres con un quinto */
        int last = w->s.n && !w->s.has_cur ? w->s.mag[w->s.n - 1] : 0;
        *w = part;
        if (last >= 3) v = gz_dec_shift(v, last);
        w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, v) : v;
        w->s.has_cur = true;
        w->room = 0;
        set(r, w);
        r->fraction = true;
        return true;
      }
      if (r->decimal || r->fraction || r->has_high || !gz_num_decimals(w)) return false;
      r->decimal = true;
      r->weak = false;
      set(r, w);
      return true;
    }
    case GZ_ROLE(PLUS): {
      gz_dec v = t->value;
      bool low = t->flags & GZ_FLAG(LOW);
      if (!w->s.has_cur && !w->s.n) {                /* साढ़े तीन: before the number */
        state keep = *w;
        gz_num_take(w);
        const token *u = gz_num_peek(w);
        if (!u || u->role != GZ_ROLE(NUM) || !low || !gz_num_try_add(w, u, false)) { *w = keep; return false; }
        gz_num_take(w);
      } else if (low) return false;
      else {
        if (!w->s.has_cur && w->s.mag[w->s.n - 1] >= 3) v = gz_dec_shift(v, w->s.mag[w->s.n - 1]);
        gz_num_take(w);
      }
      w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, v) : v;
      w->s.has_cur = true;
      w->room = 0;
      set(r, w);
      r->fraction = true;
      r->weak = false;
      return true;
    }
    case GZ_ROLE(MANY): {                            /* several hundred million */
      state keep = *w;
      if (r->count && !(r->article && r->count == 1)) return false;
      gz_num_take(w);
      const token *u = gz_num_peek(w);
      if (u && u->role == GZ_ROLE(OF)) { gz_num_take(w); u = gz_num_peek(w); }
      if (!u || (u->role != GZ_ROLE(MAG) && u->role != GZ_ROLE(GROUP))) { *w = keep; return false; }
      r->has_high = true;
      r->value = gz_dec_int(2);
      r->high = gz_dec_int(10);
      while (u && (u->role == GZ_ROLE(MAG) || (u->role == GZ_ROLE(OF) && r->magnitude))) {
        if (u->role == GZ_ROLE(OF)) {
          state of = *w;
          gz_num_take(w);
          u = gz_num_peek(w);
          if (!u || u->role != GZ_ROLE(MAG)) { *w = of; break; }
        }
        r->value = gz_dec_shift(r->value, u->power);
        r->high = gz_dec_shift(r->high, u->power);
        r->magnitude = u->power;
        gz_num_take(w);
        u = gz_num_peek(w);
      }
      if (u && u->role == GZ_ROLE(GROUP) && r->magnitude == 0) {
        r->value = gz_dec_mul(r->value, u->value);
        r->high = gz_dec_mul(r->high, u->value);
        gz_num_take(w);
      }
      r->weak = false;
      r->end = w->pos;
      return false;
    }
    case GZ_ROLE(DEN): case GZ_ROLE(ORD): return on_part(w, r, t);
    case GZ_ROLE(SUFFIX): return on_suffix(w, r);
    default: return false;
  }
}

/* " years", "-day": the number word before counts time. */
static bool counts_time(gz_view text, size_t pos)
{
  return pos < text.n && (text.p[pos] == ' ' || text.p[pos] == '-') && gz_small_word_at(text, pos + 1, GZ_SMALL(TIME), NULL);
}

bool gz_num_words(gz_view text, size_t pos, const gz_numeral *digits, int lang, gz_numeral *out)
{
  state w;
  reading r;
  gz_num_state_clear(&w);
  memset(&r, 0, sizeof r);
  w.text = text;
  w.lang = lang;
  w.flags = gz_num_lang_flags(lang);
  w.pos = pos;
  w.room = INT64_MAX;
  r.weak = true;
  r.end = digits ? digits->span.end : pos;
  if (digits) {
    r.digits = digits;
    r.weak = false;
    r.decimal = digits->decimal;
    r.core_end = digits->span.end;
    r.value = digits->low;
    w.s.cur = digits->low;
    w.s.has_cur = true;
    w.room = 0;
  }
  size_t start = r.end, closed_end = 0;                    /* behind the last magnitude, for digits */
  gz_dec closed = r.value;
  while (step(&w, &r)) {
    r.count++;
    if (digits && !w.s.has_cur) { closed_end = r.end; closed = r.value; }
    if (w.at == w.n && r.end == w.pos) { r.whole = r.value; r.whole_end = r.end; }
  }
  if (r.end == start) return false;
  if (closed_end && r.end > closed_end && w.s.has_cur && !r.has_high && !r.fraction && gz_dec_cmp(w.s.cur, gz_dec_int(1)) >= 0 && gz_dec_cmp(w.s.cur, gz_dec_int(100)) < 0 &&
      counts_time(text, r.end)) {      /* "$900 million two years ago" */
    r.value = closed;
    r.end = closed_end;
  }
  if (w.n > 0 && r.end > w.tok[0].start && r.end < w.tok[w.n - 1].end) {                 /* never part of a word */
    if (!r.whole_end || r.has_high) return false;
    r.value = r.whole;
    r.end = r.whole_end;
  }
  memset(out, 0, sizeof *out);
  out->span.start = digits ? digits->span.start : (uint32_t)pos;
  out->span.end = (uint32_t)r.end;
  out->low = r.value;
  out->high = r.has_high ? r.high : r.value;
  out->vague = r.has_high;
  out->open_high = r.open_high;
  out->magnitude = (int8_t)r.magnitude;
  out->form = digits ? GZ_NUM_MIXED : GZ_NUM_WORDS;
  out->round = r.round;
  out->ordinal = r.ordinal;
  out->fraction = r.fraction;
  out->decimal = r.decimal;
  out->grouped = digits && digits->grouped;
  out->negative_ok = true;
  out->weak = r.weak;
  out->spaced = r.spaced;
  out->lang = (uint16_t)lang;
  out->core = gz_dec_shift(r.value, -r.magnitude);
  out->core_end = r.magnitude ? r.core_end : (uint32_t)r.end;
  return true;
}
