/* Finds currencies at a place. Two lexicons are asked, the curated one and CLDR's names; the longest match wins, the curated one
** on a tie. A name is taken only on word boundaries, except that case endings and particles may follow in languages that glue
** them (flag stem, Hangul, Georgian). Uses floors base and text. */
#include "find/currency.h"
#include "find/lexmatch.h"
#include "find/money_sets.h"
#include "lex_countries.h"
#include "lex_currency_cldr.h"
#include "lex_money_veto.h"
#include "lex_money_words.h"
#include "lex_regions.h"

#define MOST_HITS 16
#define SHORT_NAME 4         /* bytes: a name this short is a word of some language */
#define MOST_STEM 8          /* letters of a case ending */

static void put_code(char out[4], const char *code) { memcpy(out, code, strlen(code) < 4 ? strlen(code) + 1 : 4); }

uint32_t gz_currency_families(const char *code)
{
  uint32_t row;
  if (!*code || !gz_trie_exact(&lex_currencies.trie, gz_view_cstr(code), &row)) return 0;
  for (;; row++) {
    if (lex_currencies_rows[row].kind == LEX_CURRENCIES_KIND_CODE) return lex_currencies_rows[row].family;
    if (!lex_currencies_rows[row].more) return 0;
  }
}

const char *gz_currency_of_region(const char *region)
{
  uint32_t row;
  if (!*region || !gz_trie_exact(&lex_regions.trie, gz_view_cstr(region), &row)) return "";
  return lex_regions_str(lex_regions_rows[row].code);
}

bool gz_region_known(gz_view r)
{
  uint32_t row;
  return r.n == 2 && r.p[0] >= 'A' && r.p[0] <= 'Z' && r.p[1] >= 'A' && r.p[1] <= 'Z' && gz_trie_exact(&lex_regions.trie, r, &row);
}

/* May a name end here? Letters may follow only as an ending. */
static bool end_ok(gz_view t, size_t end, bool stem)
{
  if (gz_lex_boundary(t, end)) return true;
  size_t i = end, j = end;
  uint32_t a = gz_utf8_prev(t.p, t.n, &i);
  unsigned script = gz_script_of(a);
  if (script == GZ_SCRIPT_HANG) return true;
  if (!stem && script != GZ_SCRIPT_GEOR) return false;
  for (unsigned letters = 0; j < t.n; letters++) {
    uint32_t c = gz_utf8_next(t.p, t.n, &j);
    if (!gz_is_letter(c)) return true;
    if (letters == MOST_STEM || gz_script_of(c) != script) return false;
  }
  return true;
}

/* Codes are written in one case: USD, usd, not Ron. Those that are words count only in capitals. */
static bool case_ok(gz_view t, size_t from, size_t to, bool cased)
{
  bool upper = false, lower = false, first_upper = t.p[from] >= 'A' && t.p[from] <= 'Z';
  for (size_t i = from; i < to; i++) {
    if (t.p[i] >= 'a' && t.p[i] <= 'z') lower = true;
    if (t.p[i] >= 'A' && t.p[i] <= 'Z') upper = upper || i > from;
  }
  if (cased) return !lower || (to < t.n && t.p[to] == ' ' && t.p[to - 1] == '$');      /* us $ 10 in text cut into tokens */
  return !(first_upper && lower && !upper);
}

static void take_row(const lex_currencies_row *r, size_t start, size_t end, gz_currency *c)
{
  memset(c, 0, sizeof *c);
  c->start = (uint32_t)start;
  c->end = (uint32_t)end;
  put_code(c->code, lex_currencies_str(r->code));
  c->family = r->kind == LEX_CURRENCIES_KIND_CODE ? 0 : r->family;
  c->kind = r->kind;
  c->flags = (uint8_t)r->flags;
  c->power = (int8_t)r->power;
}

/* The longest entry of both lexicons at pos. */
static bool entry_at(gz_view t, size_t pos, unsigned place, gz_currency *out)
{
  gz_hit hits[MOST_HITS];
  bool found = false;
  bool minor = (place & GZ_CURRENCY_MINOR) != 0;
  size_t n = gz_trie_prefixes(&lex_currencies.trie, t, pos, hits, MOST_HITS);
  while (n-- > 0 && !found) {
    for (const lex_currencies_row *r = &lex_currencies_rows[hits[n].value];; r++) {
      bool cased = (r->flags & LEX_CURRENCIES_FLAGS_CASED) != 0;
      if ((r->place & place) && (!minor || r->kind == LEX_CURRENCIES_KIND_MINOR) && end_ok(t, hits[n].end, (r->flags & LEX_CURRENCIES_FLAGS_STEM) != 0) &&
          ((r->kind != LEX_CURRENCIES_KIND_CODE && !cased) || case_ok(t, pos, hits[n].end, cased))) {
        take_row(r, pos, hits[n].end, out);
        found = true;
        break;
      }
      if (!r->more) break;
    }
  }
  if (!(place & LEX_CURRENCIES_PLACE_AFTER) || minor) return found;
  n = gz_trie_prefixes(&lex_currency_cldr.trie, t, pos, hits, MOST_HITS);
  while (n-- > 0) {
    if (found && hits[n].end <= out->end) break;
    if (!end_ok(t, hits[n].end, false)) continue;
    memset(out, 0, sizeof *out);
    out->start = (uint32_t)pos;
    out->end = hits[n].end;
    put_code(out->code, lex_currency_cldr_str(lex_currency_cldr_rows[hits[n].value].code));
    if (hits[n].end - pos <= SHORT_NAME && (unsigned char)t.p[pos] < 0x80) out->flags = LEX_CURRENCIES_FLAGS_WEAK;      /* som, lek, kip */
    return true;
  }
  return found;
}

/* Adjectives with endings that no list has are rare: tried for words of six bytes and more only. */
static bool country_stem(gz_view t, size_t pos)
{
  size_t e;
  gz_hash_word(t, pos, &e);
  return e - pos >= 6 && gz_trie_may_start(&lex_countries.trie, t, pos);
}

/* A country word at pos, with the case ending of an adjective. */
static bool country_at(gz_view t, size_t pos, const char **region, size_t *end)
{
  gz_hit h;
  if (!gz_word_in(&gz_set_country, t, pos) && !country_stem(t, pos)) return false;
  if (!gz_trie_longest(&lex_countries.trie, t, pos, &h) || !end_ok(t, h.end, true)) return false;
  size_t e = h.end;
  while (!gz_lex_boundary(t, e) && e < t.n) gz_utf8_next(t.p, t.n, &e);
  *region = lex_countries_str(lex_countries_rows[h.value].region);
  *end = e;
  return true;
}

static bool settle_by_country(gz_currency *c, const char *region)
{
  const char *code = gz_currency_of_region(region);
  if (c->family ? !(gz_currency_families(code) & c->family) : strcmp(c->code, code) != 0) return false;
  put_code(c->code, code);
  c->family = 0;
  c->named = true;
  return true;
}

static bool word_with_role(gz_view t, size_t pos, uint32_t role, size_t *end)
{
  gz_hit hits[8];
  size_t n = gz_trie_prefixes(&lex_money_words.trie, t, pos, hits, 8);
  while (n-- > 0)
    if ((lex_money_words_rows[hits[n].value].role & role) && (gz_lex_boundary(t, hits[n].end) || t.p[hits[n].end - 1] == '\'')) { *end = hits[n].end; return true; }
  return false;
}

static bool is_capital(gz_view t, size_t pos)
{
  size_t i = pos;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  return gz_is_letter(c) && gz_fold(c) != c && !gz_is_han(c);
}

/* dollars australiens, dólares de Hong Kong, долларов США */
static void country_behind(gz_view t, gz_currency *c)
{
  const char *region;
  size_t p = gz_skip_spaces(t, c->end, 2), e;
  if (p == c->end) return;
  bool of = word_with_role(t, p, LEX_MONEY_WORDS_ROLE_OF, &e);
  if (of && (t.p[p] | 32) == 'o') return;              /* dollars of American money */
  if (of) p = gz_skip_spaces(t, e, 2);
  if (!country_at(t, p, &region, &e)) return;
  bool cyrillic = (unsigned char)t.p[p] == 0xD0 || (unsigned char)t.p[p] == 0xD1;
  if (!of && !cyrillic && is_capital(t, p)) return;
  if (settle_by_country(c, region)) c->end = (uint32_t)e;
}

static bool vetoed(gz_view t, size_t pos, size_t end)
{
  gz_hit h;
  return gz_trie_longest(&lex_money_veto.trie, t, pos, &h) && h.end >= end && gz_lex_boundary(t, h.end);
}

bool gz_currency_at(gz_view t, size_t pos, unsigned place, gz_currency *out)
{
  if (pos >= t.n || (!(place & LEX_CURRENCIES_PLACE_BEFORE) && !gz_may_follow_number(t, pos))) return false;
  if (entry_at(t, pos, place, out)) {
    if (vetoed(t, pos, out->end)) return false;
    if (out->family && out->kind == LEX_CURRENCIES_KIND_NAME) country_behind(t, out);
    return true;
  }
  const char *region;
  size_t e;
  if (!(place & LEX_CURRENCIES_PLACE_AFTER) || (place & GZ_CURRENCY_MINOR) || !country_at(t, pos, &region, &e)) return false;
  size_t p = gz_skip_spaces(t, e, 2);
  if (p == e && p < t.n && t.p[p] == '-') p++;
  if (!entry_at(t, p, place, out) || (out->kind != LEX_CURRENCIES_KIND_NAME && out->kind != LEX_CURRENCIES_KIND_SYMBOL) || vetoed(t, p, out->end)) return false;
  if (!settle_by_country(out, region)) return false;
  out->start = (uint32_t)pos;
  return true;
}

typedef struct search { gz_view t; size_t end; gz_currency *out; bool found; } search;

static bool ending_hit(void *arg, size_t start, uint32_t value)
{
  search *s = arg;
  size_t before = start, first = start;
  if (start > 0 && gz_is_letter(gz_utf8_next(s->t.p, s->t.n, &first)) && gz_is_digit(gz_utf8_prev(s->t.p, s->t.n, &before))) return false;      /* 5r9rs3 */
  for (const lex_currencies_row *r = &lex_currencies_rows[value];; r++) {
    bool cased = (r->flags & LEX_CURRENCIES_FLAGS_CASED) != 0;
    if ((r->place & LEX_CURRENCIES_PLACE_BEFORE) && r->kind != LEX_CURRENCIES_KIND_MINOR &&
        ((r->kind != LEX_CURRENCIES_KIND_CODE && !cased) || case_ok(s->t, start, s->end, cased))) {
      take_row(r, start, s->end, s->out);
      s->found = true;
      return false;                    /* a longer one may start further left */
    }
    if (!r->more) return false;
  }
}

/* $ with nothing before it that could belong to it: the common case. */
static bool lone_sign(gz_view t, size_t floor, size_t end)
{
  if (end <= floor || t.p[end - 1] != '$') return false;
  if (end - 1 == floor) return true;
  unsigned char b = (unsigned char)t.p[end - 2];
  if (b == '(' || b == '\n' || b == '"') return true;
  if (b != ' ') return false;
  size_t p = end - 2, word = p;                  /* us $, c $, hk $: at most four letters */
  while (word > floor && p - word < 10 && (unsigned char)t.p[word - 1] > ' ') word--;
  if (p - word > 4) return !(t.p[p - 1] == 'n' || t.p[p - 1] == 'g' || t.p[p - 1] == 'd' || t.p[p - 1] == 'e') || (word > floor && (unsigned char)t.p[word - 1] > ' ') || !strchr("CAKSZTcakszt", t.p[word]);      /* Canadian $ */
  return p == word || ((t.p[p - 1] | 32) != 's' && (t.p[p - 1] | 32) != 'c' && (t.p[p - 1] | 32) != 'k' && (t.p[p - 1] | 32) != 't' &&
         (t.p[p - 1] | 32) != 'z' && (t.p[p - 1] | 32) != 'u' && (t.p[p - 1] | 32) != 'x' && t.p[p - 1] != '.');
}

bool gz_currency_ending(gz_view t, size_t floor, size_t end, gz_currency *out)
{
  if (lone_sign(t, floor, end)) return entry_at(gz_view_of(t.p, end), end - 1, LEX_CURRENCIES_PLACE_BEFORE, out) && out->end == end;
  if (!gz_word_before_in(&gz_set_before, t, floor, end)) return false;
  search s = {t, end, out, false};
  gz_lex_ending_in(&lex_currencies.trie, &gz_set_before_inner, t, floor, end, 6, ending_hit, &s);
  return s.found;
}
