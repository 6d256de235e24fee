/* Hedges and rates. What stands before an amount is found by trying the few places where such a word may start; a glue word (of, 为,
** 达到) may stand between. Bounded work for every amount. Uses floors base and text. */
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/money_sets.h"
#include "find/small_word.h"
#include "lex_hedges.h"
#include "lex_money_words.h"
#include "lex_per.h"

static uint8_t hedge_of(unsigned kind)
{
  static const uint8_t t[] = {GZ_HEDGE_EXACT, GZ_HEDGE_ABOUT, GZ_HEDGE_NEARLY, GZ_HEDGE_OVER, GZ_HEDGE_AT_LEAST, GZ_HEDGE_UNDER, GZ_HEDGE_UP_TO, GZ_HEDGE_EXACT, GZ_HEDGE_UP_TO, GZ_HEDGE_AT_LEAST};
  return t[kind];
}

typedef struct found { size_t start; uint32_t row; bool any; } found;

static bool before_hit(void *arg, size_t start, uint32_t row)
{
  found *f = arg;
  for (;; row++) {
    if (lex_hedges_rows[row].place == LEX_HEDGES_PLACE_BEFORE) { f->start = start; f->row = row; f->any = true; return false; }
    if (!lex_hedges_rows[row].more) return false;
  }
}

#define NOT_REACH 2      /* words */

/* does not cost more than, no concede más de: a negation right before the bound turns it round; not only raised more than does not. */
static bool turned_round(gz_view t, size_t floor, size_t pos)
{
  size_t e;
  for (int words = 0; words <= NOT_REACH; words++) {
    size_t p = gz_skip_spaces_back(t, floor, pos, 2);
    if (p <= floor || (p == pos && words > 0)) return false;
    pos = gz_word_start(t, floor, p);
    if (pos == p || !gz_is_letter(gz_utf8_next(t.p, t.n, &(size_t){pos}))) return false;
    if (gz_money_word_at(t, pos, LEX_MONEY_WORDS_ROLE_ONLY, &e)) return false;
    if (gz_money_word_at(t, pos, LEX_MONEY_WORDS_ROLE_NOT, &e) && e == p) return true;
    if (p == pos + 1 && (t.p[pos] | 32) == 't' && pos > floor + 1 && (t.p[pos - 1] == '\'' || (unsigned char)t.p[pos - 1] == 0x99)) return true;      /* don't */
  }
  return false;
}

bool gz_hedge_before(gz_view t, size_t floor, size_t pos, uint8_t *hedge, size_t *start)
{
  bool article = false;                            /* under a $3 billion plan, over the $40 mark: no bound */
  for (int glue = 0; glue < 4; glue++) {
    found f = {0, 0, false};
    pos = gz_skip_spaces_back(t, floor, pos, 2);
    if (pos <= floor) return false;
    size_t e, word = gz_word_start(t, floor, pos);
    uint32_t h = gz_hash_word(t, word, &e).all;
    if (!gz_in_set(&gz_set_hedge_before, h)) return false;
    gz_lex_ending_in(&lex_hedges.trie, &gz_set_hedge_inner, t, floor, pos, gz_in_set(&gz_set_hedge_multi, h) ? 7 : 1, before_hit, &f);
    if (!f.any) return false;
    if (lex_hedges_rows[f.row].kind != LEX_HEDGES_KIND_GLUE) {
      *hedge = hedge_of(lex_hedges_rows[f.row].kind);
      if (article && (*hedge == GZ_HEDGE_OVER || *hedge == GZ_HEDGE_UNDER)) { *hedge = GZ_HEDGE_EXACT; return false; }
      *start = f.start;
      if ((*hedge == GZ_HEDGE_OVER || *hedge == GZ_HEDGE_UNDER) && turned_round(t, floor, f.start)) *hedge = *hedge == GZ_HEDGE_OVER ? GZ_HEDGE_UP_TO : GZ_HEDGE_AT_LEAST;
      /* до, bis: a bound, unless something rose or fell to it */
      if ((lex_hedges_rows[f.row].kind == LEX_HEDGES_KIND_UNTIL || lex_hedges_rows[f.row].kind == LEX_HEDGES_KIND_SINCE) && gz_money_near(t, f.start, f.start, 96, LEX_MONEY_WORDS_ROLE_CHANGE)) *hedge = GZ_HEDGE_EXACT;
      return true;
    }
    article = gz_small_word_is(gz_view_of(t.p + f.start, pos - f.start), GZ_SMALL(ARTICLE));
    pos = f.start;
  }
  return false;
}

bool gz_hedge_after(gz_view t, size_t pos, uint8_t *hedge, size_t *end)
{
  gz_hit hits[8];
  pos = gz_skip_spaces(t, pos, 2);
  if (!gz_word_in(&gz_set_hedge_after, t, pos)) return false;
  size_t n = gz_trie_prefixes(&lex_hedges.trie, t, pos, hits, 8);
  while (n-- > 0) {
    size_t e = hits[n].end, i = pos, j = e;
    uint32_t first = gz_utf8_next(t.p, t.n, &i);
    if (!gz_lex_boundary(t, e) && !gz_is_hangul(first)) continue;
    /* one Han character is a hedge only where no word goes on: 100万元起, not 起诉 */
    if (i == e && gz_is_han(first) && j < t.n && gz_is_han(gz_utf8_next(t.p, t.n, &j))) continue;
    j = e;                                        /* 500円から。, not 500円から1000円 or から引く */
    if (first == 0x304B && e - pos == 6 && j < t.n && (gz_is_alnum(gz_utf8_next(t.p, t.n, &j)) || gz_is_space((unsigned char)t.p[e]))) continue;
    for (uint32_t row = hits[n].value;; row++) {
      if (lex_hedges_rows[row].place == LEX_HEDGES_PLACE_AFTER) { *hedge = hedge_of(lex_hedges_rows[row].kind); *end = e; return true; }
      if (!lex_hedges_rows[row].more) break;
    }
  }
  return false;
}

static const char *per_row(uint32_t row, unsigned place)
{
  for (;; row++) {
    if (lex_per_rows[row].place == place) return lex_per_str(lex_per_rows[row].unit);
    if (!lex_per_rows[row].more) return NULL;
  }
}

static const char *one_per_after(gz_view t, size_t pos, size_t *end)
{
  gz_hit hits[8];
  pos = gz_skip_spaces(t, pos, 2);
  if (!gz_word_in(&gz_set_per_after, t, pos)) return NULL;
  size_t n = gz_trie_prefixes(&lex_per.trie, t, pos, hits, 8);
  while (n-- > 0) {
    const char *unit = gz_lex_boundary(t, hits[n].end) ? per_row(hits[n].value, LEX_PER_PLACE_AFTER) : NULL;
    if (!unit) continue;
    size_t p = gz_skip_spaces(t, hits[n].end, 1);
    if (strcmp(unit, "none") == 0 || (p > hits[n].end && p < t.n && t.p[p] >= '0' && t.p[p] <= '9')) return NULL;      /* a year earlier, im Jahr 2023 */
    *end = hits[n].end;
    return unit;
  }
  return NULL;
}

static bool is_period(const char *unit)
{
  static const char *const t[] = {"year", "quarter", "month", "week", "day", "hour", "minute"};
  for (size_t i = 0; i < sizeof t / sizeof *t; i++) if (strcmp(t[i], unit) == 0) return true;
  return false;
}

/* $20 per user per month is per month. */
const char *gz_per_after(gz_view t, size_t pos, size_t *end)
{
  const char *unit = one_per_after(t, pos, end);
  if (!unit || is_period(unit)) return unit;
  size_t e;
  const char *second = one_per_after(t, *end, &e);
  if (!second || !is_period(second)) return unit;
  *end = e;
  return second;
}

/* 去年营收, 2023年利润: the year is a date, and the sum no rate. (A quarter's figure is one of a quarter, dated or not.) */
static bool of_a_year(gz_view t, size_t pos, uint32_t c)
{
  size_t end = pos;
  if (c != 0x5E74 || pos == 0) return false;      /* 年 */
  return gz_is_digit(gz_fold(gz_utf8_prev(t.p, t.n, &pos))) || gz_small_word_is(gz_view_of(t.p + pos, end - pos), GZ_SMALL(DATES_YEAR));
}

typedef struct per_found { gz_view t; const char *unit; } per_found;

static bool per_before_hit(void *arg, size_t start, uint32_t row)
{
  per_found *f = arg;
  const char *unit = per_row(row, LEX_PER_PLACE_BEFORE);
  size_t i = start;
  if (unit) f->unit = of_a_year(f->t, start, gz_utf8_next(f->t.p, f->t.n, &i)) ? NULL : unit;
  return false;
}

const char *gz_per_before(gz_view t, size_t floor, size_t pos)
{
  per_found f = {t, NULL};
  pos = gz_skip_spaces_back(t, floor, pos, 2);
  if (!gz_word_before_in(&gz_set_per_before, t, floor, pos)) return NULL;
  gz_lex_ending_in(&lex_per.trie, &gz_set_per_inner, t, floor, pos, 9, per_before_hit, &f);
  return f.unit;
}

#define LOOSE_CHARS 60

const char *gz_per_loose(gz_view t, size_t floor, size_t pos)
{
  gz_hit hits[4];
  size_t start = pos;
  for (int chars = 0; chars < LOOSE_CHARS && start > floor; chars++) {
    uint32_t c = gz_utf8_prev(t.p, t.n, &start);
    if (start < floor || c == '\n' || c == 0x3002 || c == ';' || c == 0xFF1B || (c == '.' && start + 1 < t.n && t.p[start + 1] == ' ')) return NULL;
    if (c < 0x80 ? start > 0 && (unsigned char)t.p[start - 1] > ' ' : !gz_is_letter(c)) continue;
    if (c >= 0x3000 && c < 0xA000 ? !gz_money_cjk_bit(gz_money_han_loose, c) : !gz_word_in(&gz_set_per_loose, t, start)) continue;
    if (!gz_lex_boundary(t, start) || of_a_year(t, start, c)) continue;
    size_t n = gz_trie_prefixes(&lex_per.trie, gz_view_of(t.p, pos), start, hits, 4);
    while (n-- > 0) {
      const char *unit = gz_lex_boundary(t, hits[n].end) ? per_row(hits[n].value, LEX_PER_PLACE_LOOSE) : NULL;
      if (unit) return strcmp(unit, "none") == 0 ? NULL : unit;
    }
  }
  return NULL;
}
