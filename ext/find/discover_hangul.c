/* Names in Korean. A word is a stem and particles; every cut that leaves particles alone is tried, the longest stem first. A stem is a
** place when a list or its end says so (수원, 강남구), an organisation by its end (은행, 위원회) or a legal form beside it (주식회사, ㈜), a person when it is a family name with
** two syllables of given names and no everyday word, the more so beside a title or an age; 박 in 박씨 and 박모 씨 is a person.
** Lexicons: ko_words.tsv, ko_surnames.tsv, ko_given.tsv, ko_places.tsv, ko_particles.tsv. */
#include "find/discover.h"
#include "find/small_word.h"
#include "lex_ko_given.h"
#include "lex_ko_particles.h"
#include "lex_ko_places.h"
#include "lex_ko_surnames.h"
#include "lex_ko_words.h"

#define ROLE(x) LEX_KO_WORDS_ROLE_##x
#define WORD_MAX 16

typedef struct word {
  uint32_t at[WORD_MAX + 1];     /* byte offsets of the syllables, and of the end */
  int n;
  uint32_t before, behind;       /* roles of the neighbours; behind: of the next word's stem */
  uint32_t chain;                /* where the places that stand right before the word begin, or UINT32_MAX */
  bool chain_found;              /* one of them is not listed */
  bool age;                      /* a number in brackets follows */
} word;

static gz_view cut(gz_view t, const word *w, int from, int to) { return gz_view_of(t.p + w->at[from], w->at[to] - w->at[from]); }
static bool has(const gz_trie *t, gz_view v) { uint32_t row; return gz_trie_exact(t, v, &row); }

static uint32_t role(gz_view v)
{
  uint32_t row;
  return v.n && gz_trie_exact(&lex_ko_words.trie, v, &row) ? lex_ko_words_rows[row].role : 0;
}

/* Are the syllables from `from` on particles, one to three of them? */
static bool particles(gz_view t, const word *w, int from)
{
  gz_view all = gz_view_of(t.p, w->at[w->n]);
  size_t pos = w->at[from];
  for (int k = 0; k < 3 && pos < all.n; k++) {
    gz_hit hit;
    if (!gz_trie_longest(&lex_ko_particles.trie, all, pos, &hit)) return false;
    pos = hit.end;
  }
  return pos == all.n;
}

static int suffix(gz_view t, const word *w, int to, uint32_t roles)
{
  for (int k = to > 8 ? to - 8 : 0; k < to; k++) if (role(cut(t, w, k, to)) & roles) return k;
  return to;
}

/* How surely a stem of three syllables (or four with a long family name, or two) is a person: 0 not at all, to 3. */
static int person(gz_view t, const word *w, int to)
{
  for (int s = 2; s > 0; s--) {
    uint32_t row;
    if (s >= to || !gz_trie_exact(&lex_ko_surnames.trie, cut(t, w, 0, s), &row)) continue;
    int given = to - s, strong = 0;
    if (given > 2 || given < 1) continue;
    for (int k = s; k < to; k++) {
      uint32_t g;
      if (!gz_trie_exact(&lex_ko_given.trie, cut(t, w, k, k + 1), &g)) return 0;
      strong += lex_ko_given_rows[g].strong;
    }
    if (role(cut(t, w, 0, to))) return 0;
    int rank = lex_ko_surnames_rows[row].rank;
    if (given == 1 && gz_view_is(cut(t, w, 1, 2), "모")) return 0;             /* 김모 씨: only 김 is a name */
    if (given == 1) return s == 1 && rank <= 20 ? 1 : 0;
    if (strong == 2) return rank <= 40 || s == 2 ? 3 : 2;
    return strong && rank <= 30 ? 2 : 1;
  }
  return 0;
}

static bool add(gz_ent_work *w, const word *x, int to, uint8_t type)
{
  gz_span s = {x->at[0], x->at[to]};
  return gz_found_add(w, s, type);
}

/* The name that a word is or begins with; *type is set. How many syllables, 0 for none. */
static int name_in(gz_view t, const word *w, uint8_t *type)
{
  for (int to = w->n; to > 0; to--) {
    if (to < w->n && !particles(t, w, to)) continue;
    gz_view stem = cut(t, w, 0, to);
    if (role(stem) & ROLE(NOUN)) return 0;
    if (to > 1 && has(&lex_ko_places.trie, stem)) { *type = GZ_PLACE; return to; }
    if (role(stem) & ROLE(ALONE)) { *type = GZ_ORG; return to; }
    int org = suffix(t, w, to, ROLE(ORG)), place = suffix(t, w, to, ROLE(PLACE));
    if (org < to && to - org > 1 && org > 0) { *type = GZ_ORG; return to; }
    int p = person(t, w, to);
    if (p == 3 || (p == 2 && (w->before | w->behind) & ROLE(TITLE)) || (p && w->age) || (p == 1 && w->behind & ROLE(TITLE))) { *type = GZ_PERSON; return to; }
    if (place < to && place > 0 && to - place > 1) { *type = GZ_PLACE; return to; }
    if (place < to && place > 0 && (has(&lex_ko_places.trie, cut(t, w, 0, place)) || (to - place == 1 && w->before & ROLE(PLACE) && place > 0))) { *type = GZ_PLACE; return to; }
  }
  uint32_t row;
  if (w->n >= 2 && gz_trie_exact(&lex_ko_surnames.trie, cut(t, w, 0, 1), &row)) {
    gz_view next = cut(t, w, 1, 2);
    if ((gz_view_is(next, "씨") || gz_view_is(next, "모")) && lex_ko_surnames_rows[row].rank < 60 && (w->n == 2 || particles(t, w, 2) || gz_view_is(next, "씨"))) { *type = GZ_PERSON; return 1; }
  }
  if (w->n == 1 && w->behind & ROLE(TITLE) && !(role(cut(t, w, 0, 1))) && gz_trie_exact(&lex_ko_surnames.trie, cut(t, w, 0, 1), &row) && lex_ko_surnames_rows[row].rank < 20) { *type = GZ_PERSON; return 1; }
  return 0;
}

/* Roles of the word that starts at pos, less its particles. */
static uint32_t roles_ahead(gz_view t, size_t pos)
{
  gz_hit hits[6];
  size_t n = gz_trie_prefixes(&lex_ko_words.trie, t, pos, hits, 6);
  uint32_t roles = 0;
  while (n-- > 0) {
    size_t next = hits[n].end;
    uint32_t cp = next < t.n ? gz_utf8_next(t.p, t.n, &next) : ' ';
    gz_hit p;
    if (gz_is_hangul(cp) && !gz_trie_longest(&lex_ko_particles.trie, t, hits[n].end, &p)) continue;
    roles |= lex_ko_words_rows[hits[n].value].role;
    break;
  }
  return roles;
}

static void look_behind(gz_view t, word *w)
{
  size_t pos = w->at[w->n];
  w->age = pos + 3 < t.n && t.p[pos] == '(' && t.p[pos + 1] >= '0' && t.p[pos + 1] <= '9' && t.p[pos + 2] >= '0' && t.p[pos + 2] <= '9' && t.p[pos + 3] == ')';
  w->behind = pos < t.n && t.p[pos] == ' ' ? roles_ahead(t, pos + 1) : 0;
}

/* 부산 동래구 온천동: places one in another, with nothing but spaces between them, are one name when a part of it is unlisted. */
static bool add_place(gz_ent_work *w, word *x, uint32_t to, bool listed_part, bool whole)
{
  gz_span s = {x->chain != UINT32_MAX ? x->chain : x->at[0], to};
  bool joined = x->chain != UINT32_MAX, found = x->chain_found || !listed_part;
  if ((!listed_part || joined) && found && !gz_found_add(w, s, GZ_PLACE)) return false;
  x->chain = whole ? s.start : UINT32_MAX;
  x->chain_found = whole && found;
  return true;
}

/* 주식회사 푸른강, (주)푸른강, ㈜푸른강: where the legal form before the word starts, or the word's own start. */
static uint32_t form_before(gz_view t, uint32_t start)
{
  size_t end = start, i;
  if (end > 0 && t.p[end - 1] == ' ') end--;
  else if (end > 0) { i = end; if (gz_is_hangul(gz_utf8_prev(t.p, t.n, &i))) return start; }
  i = end;
  for (int k = 0; k < 4 && i > 0; k++) {
    gz_utf8_prev(t.p, t.n, &i);
    if (gz_small_word_is(gz_view_of(t.p + i, end - i), GZ_SMALL(KOREAN_FORM))) return gz_word_boundary(t, i) ? (uint32_t)i : start;
  }
  return start;
}

/* 푸른강 주식회사: where the legal form behind the word ends, or the word's own end. */
static uint32_t form_behind(gz_view t, uint32_t end)
{
  size_t at = end + (end < t.n && t.p[end] == ' '), behind;
  return gz_small_word_at(t, at, GZ_SMALL(KOREAN_FORM), &behind) ? (uint32_t)behind : end;
}

/* A company by its legal form on either side; *done when there is one. */
static bool company(gz_ent_work *w, word *x, bool *done)
{
  gz_span s = {form_before(w->text, x->at[0]), x->at[x->n]};
  *done = s.start < x->at[0];
  if (*done) {
    for (int k = x->n - 1; k > 1; k--) if (particles(w->text, x, k)) { s.end = x->at[k]; break; }
  } else {
    s.end = form_behind(w->text, x->at[x->n]);
    *done = s.end > x->at[x->n];
  }
  *done = *done && x->n > 1 && !(role(cut(w->text, x, 0, x->n)) & ROLE(NOUN));
  return !*done || gz_found_add(w, s, GZ_ORG);
}

static bool read_one(gz_ent_work *w, gz_listed *listed, word *x)
{
  uint8_t type = 0;
  look_behind(w->text, x);
  gz_span all = {x->at[0], x->at[x->n]};
  const gz_cand *c = gz_listed_in(listed, all);
  if (c && c->span.start == all.start) {
    bool place = gz_ref_type(c->ref, w, w->names) == GZ_PLACE;
    x->before = place ? ROLE(PLACE) : 0;
    if (place) return add_place(w, x, c->span.end, true, c->span.end == all.end);
    x->chain = UINT32_MAX;
    return true;
  }
  bool done;
  if (!company(w, x, &done)) return false;
  if (done) { x->before = 0; x->chain = UINT32_MAX; return true; }
  int to = name_in(w->text, x, &type);
  uint32_t stem = 0;
  for (int k = x->n; k > 0 && !stem; k--) if (k == x->n || particles(w->text, x, k)) stem = role(cut(w->text, x, 0, k));
  x->before = to && type == GZ_PLACE ? ROLE(PLACE) : stem;
  if (to && type == GZ_PLACE) return add_place(w, x, x->at[to], false, to == x->n);
  x->chain = UINT32_MAX;
  x->chain_found = false;
  return !to || add(w, x, to, type);
}

void gz_discover_hangul(gz_ent_work *w, gz_listed *listed)
{
  gz_view t = w->text;
  word x;
  memset(&x, 0, sizeof x);
  x.chain = UINT32_MAX;
  bool skip = false;                     /* a word too long, or one that does not start with Hangul */
  for (size_t i = 0; i <= t.n && !w->nomem;) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return;
    unsigned char c = i < t.n ? (unsigned char)t.p[i] : ' ';
    size_t next = i + 1;
    uint32_t cp = c;
    if (c >= 0x80) { next = i; cp = gz_utf8_next(t.p, t.n, &next); }
    bool hangul = c >= 0xE1 && gz_is_hangul(cp);
    if (hangul && !skip) {
      if (x.n == WORD_MAX) skip = true;
      else { x.at[x.n] = (uint32_t)i; x.at[++x.n] = (uint32_t)next; }
    } else if (!hangul) {
      if (x.n && !skip && !read_one(w, listed, &x)) return;
      if (cp != ' ') { x.before = 0; x.chain = UINT32_MAX; x.chain_found = false; }
      x.n = 0;
      skip = gz_is_alnum(cp) && !hangul && !gz_is_unspaced(cp);
    }
    i = next;
  }
}
