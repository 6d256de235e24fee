/* Number words of any language, composed from ext/data/number_words.tsv. One orthographic word is cut into number words (all of
** its letters must be used: `einundzwanzig`, `ventotto`; several only where the language compounds), then the words are added up
** like digits of mixed radix: a value must be smaller than the room its predecessor leaves (`thirty` leaves 10, `hundred` 100,
** `million` 10^6), a magnitude gathers what is smaller (numeral_sum.c). Where a word does not fit, the number ends at the last
** place where it was complete: `three hundred and two hundred` gives 300. */
#include "find/numeral_int.h"
#include "lex_number_words.h"
#include "lex_number_langs.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdio.h>

typedef lex_number_words_row row;

#define R(x) LEX_NUMBER_WORDS_ROLE_##x
#define F(x) LEX_NUMBER_WORDS_FLAGS_##x
#define TOKENS 16

typedef struct token { const row *r; uint32_t start, end; bool hyphen; } token;

typedef struct words {
  gz_view text;
  int lang;
  unsigned flags;          /* of the language */
  token tok[TOKENS];       /* of the orthographic word at hand */
  int n, at;
  size_t pos;              /* behind the words fetched */
  gz_num_sum s;
  int64_t room;            /* the next addend must be smaller */
  gz_dec low_extra;
  bool plural;             /* millions of */
} words;

static const row *row_of(uint32_t first, int lang)
{
  for (const row *r = &lex_number_words_rows[first];; r++) {
    if (r->lang == lang) return r;
    if (!r->more) return NULL;
  }
}

/* Cuts the letters from pos into number words up to a word boundary. */
static int cut(gz_view text, size_t pos, int lang, bool compound, token *t, int max, int *steps)
{
  gz_hit hit[24];
  if (max == 0 || ++*steps > 200) return 0;
  size_t n = gz_trie_prefixes(&lex_number_words.trie, text, pos, hit, 24);
  while (n-- > 0) {
    const row *r = row_of(hit[n].value, lang);
    if (!r) continue;
    t[0].r = r;
    t[0].start = (uint32_t)pos;
    t[0].end = hit[n].end;
    t[0].hyphen = false;
    if (gz_word_boundary(text, hit[n].end)) return 1;
    if (!compound) continue;
    int rest = cut(text, hit[n].end, lang, compound, t + 1, max - 1, steps);
    if (rest) return rest + 1;
  }
  return 0;
}

static size_t gap(gz_view text, size_t pos, bool *hyphen)
{
  size_t i = pos;
  *hyphen = false;
  for (int k = 0; k < 4 && i < text.n; k++) {
    size_t next = i;
    uint32_t cp = gz_fold(gz_utf8_next(text.p, text.n, &next));
    if (cp == ' ') i = next;
    else if (cp == '-' && !*hyphen) { *hyphen = true; i = next; }
    else break;
  }
  return i;
}

/* The next number word, or NULL. Several may come from one orthographic word. */
static const token *peek(words *w)
{
  if (w->at < w->n) return &w->tok[w->at];
  bool hyphen = false;
  size_t pos = gap(w->text, w->pos, &hyphen);
  if (pos >= w->text.n) return NULL;
  int steps = 0;
  int n = cut(w->text, pos, w->lang, w->flags & LEX_NUMBER_LANGS_FLAGS_COMPOUND, w->tok, TOKENS, &steps);
  if (!n) { w->n = w->at = 0; return NULL; }
  w->n = n;
  w->at = 0;
  w->tok[0].hyphen = hyphen;
  return w->tok;
}

static void take(words *w) { w->pos = w->tok[w->at].end; w->at++; }

static int64_t power10(int p)
{
  int64_t v = 1;
  while (p-- > 0 && v < INT64_MAX / 10) v *= 10;
  return v;
}

static int64_t as_int(gz_dec d) { int64_t v; return gz_dec_to_int64(d, &v) ? v : INT64_MAX; }

static void add(words *w, gz_dec v, const row *r)
{
  int64_t n = as_int(v);
  w->s.cur = w->s.has_cur ? gz_dec_add(w->s.cur, v) : v;
  w->s.has_cur = true;
  if (n >= 100) w->room = 100;
  else if (n >= 20 && n % 10 == 0) w->room = (w->flags & LEX_NUMBER_LANGS_FLAGS_SCORE) && (r->flags & F(TEEN)) ? 20 : 10;
  else w->room = 0;
}

/* May v follow? Adds it when it may. */
static bool try_add(words *w, gz_dec v, const row *r, bool joined)
{
  int64_t n = as_int(v), cur = w->s.has_cur ? as_int(w->s.cur) : 0;
  if (n < w->room) {
    if (n == 0 && (w->s.has_cur || w->s.n)) return false;
    add(w, v, r);
    return true;
  }
  int64_t unit = cur % 100;
  if ((w->flags & LEX_NUMBER_LANGS_FLAGS_REVERSED) && w->s.has_cur && unit >= 1 && unit <= 9 && n >= 20 && n <= 90 && n % 10 == 0 && joined) {
    w->s.cur = gz_dec_add(w->s.cur, v);
    w->room = 0;
    return true;
  }
  if ((w->flags & LEX_NUMBER_LANGS_FLAGS_PAIRS) && !w->s.n && w->s.has_cur && !joined && cur >= 1 && cur <= 99 && cur != 10 &&
      n >= 10 && n <= 99 && (cur < 10 || cur >= 13) && (cur < 20 || cur % 10 == 0 || cur > 10)) {
    if (cur >= 20 && cur % 10 == 0 && n < 20 && n != 10) return false;
    w->s.cur = gz_dec_shift(w->s.cur, 2);
    add(w, v, r);
    return true;
  }
  return false;
}

static bool close_part(words *w, const row *r)
{
  if (!gz_num_sum_close(&w->s, r->power, true, gz_dec_shift(gz_dec_int(1), r->power))) return false;
  w->room = power10(r->power);
  return true;
}

/* Decimals behind a point word: digit by digit (zero three), or one number whose digits count (seventy-one). */
static bool decimals(words *w)
{
  words keep = *w;
  take(w);
  char digit[40];
  int n = 0;
  const token *t = peek(w);
  if (t && t->r->role == R(NUM) && gz_dec_cmp(t->r->value, gz_dec_int(10)) < 0) {
    while (t && t->r->role == R(NUM) && n < 38 && gz_dec_cmp(t->r->value, gz_dec_int(10)) < 0) {
      digit[n++] = (char)('0' + as_int(t->r->value));
      take(w);
      t = peek(w);
    }
  } else {
    gz_num_sum outer = w->s;
    gz_num_sum_clear(&w->s);
    w->room = 1000;
    while ((t = peek(w)) != NULL) {
      if (t->r->role == R(NUM) && try_add(w, t->r->value, t->r, false)) { take(w); continue; }
      if (t->r->role == R(AND)) {
        words before = *w;
        take(w);
        const token *u = peek(w);
        if (u && u->r->role == R(NUM) && try_add(w, u->r->value, u->r, true)) { take(w); continue; }
        *w = before;
      }
      if (t->r->role == R(MAG) && t->r->power == 3 && !w->s.has_cur && !w->s.n && close_part(w, t->r)) { take(w); continue; }
      break;
    }
    int64_t v = as_int(gz_num_sum_value(&w->s));
    bool any = w->s.has_cur || w->s.n;
    w->s = outer;
    if (any) n = snprintf(digit, sizeof digit, "%lld", (long long)v);
  }
  size_t at = w->pos, next;
  bool hyphen;
  if (n == 0) {                                    /* point 77 */
    at = gap(w->text, at, &hyphen);
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

/* numerator / denominator, cut to 19 digits. */
gz_dec gz_num_divide(gz_dec a, gz_dec b)
{
  int64_t d = as_int(b);
  gz_dec q = {0, 0, false, false};
  a = gz_dec_norm(a);
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

/* A part behind "and": (a) half, three quarters, one fifth. Sets *v; moves w behind it. */
static bool part_phrase(words *w, gz_dec *v)
{
  words keep = *w;
  const token *t = peek(w);
  gz_dec num = gz_dec_int(1);
  if (!t) return false;
  if (t->r->role == R(ARTICLE)) { take(w); t = peek(w); }
  else if (t->r->role == R(NUM)) {
    words sub = *w;
    gz_num_sum_clear(&sub.s);
    sub.room = 1000;
    bool any = false;
    while (t && t->r->role == R(NUM) && try_add(&sub, t->r->value, t->r, false)) { take(&sub); any = true; t = peek(&sub); }
    if (any) num = sub.s.cur;
    w->pos = sub.pos;
    w->n = sub.n;
    w->at = sub.at;
    memcpy(w->tok, sub.tok, sizeof sub.tok);
  }
  t = peek(w);
  if (t && (t->r->role == R(DEN) || (t->r->role == R(ORD) && (t->r->flags & F(DEN))))) {
    bool one = gz_dec_cmp(num, gz_dec_int(1)) == 0;
    if (t->r->role == R(DEN) || one) {
      *v = gz_num_divide(num, t->r->value);
      take(w);
      return true;
    }
  }
  *w = keep;
  return false;
}

bool gz_num_words(gz_view text, size_t pos, const gz_numeral *digits, int lang, gz_numeral *out)
{
  words w;
  memset(&w, 0, sizeof w);
  w.text = text;
  w.lang = lang;
  w.flags = gz_num_lang_flags(lang);
  w.pos = pos;
  w.room = INT64_MAX;
  size_t start = digits ? digits->span.start : pos, end = digits ? digits->span.end : pos;
  gz_dec best = {0, 0, false, false};
  gz_dec save_value = {0, 0, false, false};
  size_t save_end = 0;
  uint32_t core_end = 0;
  int magnitude = 0, count = 0, nums = 0;
  bool weak = true, fraction = false, decimal = digits && digits->decimal, ordinal = false, vague = false, open_high = false, spaced = false;
  gz_dec high = {0, 0, false, false};
  bool has_high = false, article = false, group_done = false;
  if (digits) {
    w.s.cur = digits->low;
    w.s.has_cur = true;
    w.room = 0;
    best = digits->low;
    core_end = digits->span.end;
    weak = false;
  }
  for (;;) {
    const token *t = peek(&w);
    if (!t) {
      /* 4 thousand 3 hundred and 21 */
      break;
    }
    const row *r = t->r;
    if (count == 0 && !digits && t->start != pos) break;
    if (t->hyphen && count && w.s.has_cur) {       /* twenty - five: only unit behind ten */
      bool tight = t->start == w.pos + 1;
      if (!tight && !(r->role == R(NUM) && w.room == 10)) break;
    }
    bool stop = false;
    switch (r->role) {
      case R(ARTICLE): {
        words keep = w;
        take(&w);
        const token *u = peek(&w);
        if ((count || digits) && fraction && !magnitude && u && u->r->role == R(MAG)) { count++; continue; }   /* half a million */
        if (count || digits) { w = keep; stop = true; break; }
        if (u && (u->r->role == R(MAG) || u->r->role == R(GROUP) || u->r->role == R(DEN) || (u->r->role == R(ORD) && (u->r->flags & F(DEN))))) {
          article = true;
          count++;
          continue;
        }
        w = keep;
        stop = true;
        break;
      }
      case R(NUM):
        if (group_done || has_high || fraction || !try_add(&w, r->value, r, false)) { stop = true; break; }
        if (r->flags & F(PLURAL)) {                /* tens of billions */
          vague = open_high = has_high = true;
          take(&w);
          best = gz_dec_mul(r->value, gz_dec_int(2));
          high = gz_dec_shift(r->value, 1);
          end = w.pos;
          break;
        }
        if (!(r->flags & F(WEAK)) || nums) weak = false;
        nums++;
        take(&w);
        end = w.pos;
        best = gz_num_sum_value(&w.s);
        break;
      case R(MAG): {
        bool bare = !w.s.has_cur && !w.s.n;
        size_t before_end = w.pos;
        if (has_high) {                   /* tens of millions */
          best = gz_dec_shift(best, r->power);
          high = gz_dec_shift(high, r->power);
          open_high = false;
          magnitude = r->power;
          take(&w);
          end = w.pos;
          stop = true;
          break;
        }
        if (!close_part(&w, r)) {
          if (save_end) { best = save_value; end = save_end; }
          stop = true;
          goto done;
        }
        spaced = t->start != before_end;
        take(&w);
        if (bare && !article && (r->flags & F(PLURAL))) {
          best = gz_dec_shift(gz_dec_int(2), r->power);
          high = gz_dec_shift(gz_dec_int(10), r->power);
          vague = open_high = true;
          has_high = true;
          end = w.pos;
          w.s.part[0] = best;
        } else {
          best = gz_num_sum_value(&w.s);
          end = w.pos;
          if (!bare || article || r->power < 6) weak = weak && bare && !article;
        }
        magnitude = r->power;
        core_end = (uint32_t)before_end;
        save_value = best;
        save_end = end;
        break;
      }
      case R(GROUP): {
        if (group_done) { stop = true; break; }
        gz_dec v = w.s.has_cur || w.s.n ? gz_num_sum_value(&w.s) : gz_dec_int(1);
        if (!w.s.has_cur && !w.s.n && !article) weak = true; else weak = (r->flags & F(WEAK)) != 0 && weak;
        best = gz_dec_mul(v, r->value);
        gz_num_sum_clear(&w.s);
        w.s.cur = best;
        w.s.has_cur = true;
        w.room = 0;
        group_done = true;
        take(&w);
        end = w.pos;
        break;
      }
      case R(AND): case R(OF): {
        words keep = w;
        if (!count && !digits) { stop = true; break; }
        take(&w);
        const token *u = peek(&w);
        if (!u) { w = keep; stop = true; break; }
        if (r->role == R(OF)) {
          if (u->r->role == R(MAG) && (has_high || fraction)) continue;
          if (u->r->role == R(ARTICLE) && fraction && !magnitude) {
            take(&w);
            u = peek(&w);
            if (u && u->r->role == R(MAG)) continue;
          }
          w = keep;
          stop = true;
          break;
        }
        gz_dec v;
        if (part_phrase(&w, &v)) {
          bool by_mag = !w.s.has_cur && w.s.n && w.s.mag[w.s.n - 1] >= 3;
          if (by_mag) v = gz_dec_mul(v, gz_dec_shift(gz_dec_int(1), w.s.mag[w.s.n - 1]));
          const token *m = peek(&w);
          if (by_mag && m && m->r->role == R(MAG)) {     /* one billion and a half million */
            v = gz_dec_shift(v, m->r->power - w.s.mag[w.s.n - 1]);
            take(&w);
          }
          w.s.cur = w.s.has_cur ? gz_dec_add(w.s.cur, v) : v;
          w.s.has_cur = true;
          w.room = 0;
          best = gz_num_sum_value(&w.s);
          end = w.pos;
          fraction = true;
          weak = false;
          count++;
          continue;
        }
        if (u->r->role == R(NUM) && try_add(&w, u->r->value, u->r, true)) {
          take(&w);
          end = w.pos;
          best = gz_num_sum_value(&w.s);
          weak = false;
          nums++;
          break;
        }
        w = keep;
        stop = true;
        break;
      }
      case R(POINT):
        if (decimal || fraction || !decimals(&w)) { stop = true; break; }
        decimal = true;
        weak = false;
        end = w.pos;
        best = gz_num_sum_value(&w.s);
        break;
      case R(PLUS):
        if (!w.s.has_cur && !w.s.n) { stop = true; break; }
        w.s.cur = w.s.has_cur ? gz_dec_add(w.s.cur, r->value) : r->value;
        w.s.has_cur = true;
        w.room = 0;
        take(&w);
        end = w.pos;
        best = gz_num_sum_value(&w.s);
        fraction = true;
        break;
      case R(DEN): case R(ORD): {
        bool none = !w.s.has_cur && !w.s.n;
        gz_dec n = none ? gz_dec_int(1) : gz_num_sum_value(&w.s);
        bool part = r->role == R(DEN) || ((r->flags & F(DEN)) && (article || (!none && gz_dec_cmp(n, gz_dec_int(1)) == 0)));
        if (part) {
          if (fraction || ((r->flags & F(ONE)) && !none && gz_dec_cmp(n, gz_dec_int(1)) != 0)) { stop = true; break; }
          gz_num_sum_clear(&w.s);
          w.s.cur = gz_num_divide(n, r->value);
          w.s.has_cur = true;
          w.room = 0;
          fraction = true;
          weak = none && !article ? true : weak && false;
          take(&w);
          end = w.pos;
          best = w.s.cur;
          break;
        }
        if (digits) { stop = true; break; }
        if (!none && !(as_int(r->value) < w.room)) { stop = true; break; }
        take(&w);
        best = none ? r->value : gz_dec_add(n, r->value);
        end = w.pos;
        ordinal = true;
        weak = none;
        stop = true;
        break;
      }
      default: stop = true;
    }
    if (stop) break;
    count++;
  }
done:
  if (end == (digits ? digits->span.end : pos)) return false;
  memset(out, 0, sizeof *out);
  out->span.start = (uint32_t)start;
  out->span.end = (uint32_t)end;
  out->low = best;
  out->high = has_high ? high : best;
  out->vague = vague;
  out->open_high = open_high;
  out->magnitude = (int8_t)(fraction && !magnitude ? 0 : magnitude);
  out->form = digits ? GZ_NUM_MIXED : GZ_NUM_WORDS;
  out->ordinal = ordinal;
  out->fraction = fraction;
  out->decimal = decimal;
  out->grouped = digits && digits->grouped;
  out->negative_ok = true;
  out->weak = weak;
  out->spaced = spaced;
  out->lang = (uint16_t)lang;
  out->core = gz_dec_shift(best, -magnitude);
  out->core_end = magnitude ? core_end : (uint32_t)end;
  return true;
}
