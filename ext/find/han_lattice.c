/* Cuts a stretch of Chinese into words and possible names: the cheapest path through a lattice. An arc is an everyday word, a place,
** a listed name, a transliterated name, a surname with given name, or a single character; its cost is how surprising it is, in
** tenths of a bit, from word frequencies (common_words.tsv, han_places.tsv), characters of given names (han_given.tsv), ranks of
** surnames and shares of transliteration characters. A name is cheaper beside a title or a verb of speaking. Dynamic programming
** over at most GZ_HAN_MAX characters with arcs of bounded length: linear. */
#include "find/han_lattice.h"
#include "lex_common_words.h"
#include "lex_han_given.h"
#include "lex_han_places.h"
#include "lex_han_words.h"
#include "lex_surnames.h"
#include "lex_translit.h"
#include "lex_translit_chars.h"

#define TOTAL 258                     /* 10 * log2 of the words that were counted */
#define UNKNOWN 170                   /* a character that is in no list */
#define LISTED 60
#define PERSON 90
#define FOREIGN 110
#define SMALL_PLACE 180
#define IN_PLACE 50
#define BESIDE_TITLE 45               /* how much cheaper beside a title */
#define BESIDE_VERB 30

typedef struct lattice {
  gz_han *h;
  gz_view part;                       /* the text up to the end of the stretch */
  int cost[GZ_HAN_MAX + 1];
  gz_seg best[GZ_HAN_MAX + 1];        /* the arc by which a place is reached most cheaply */
  uint32_t starts[GZ_HAN_MAX + 1];    /* roles of words that start at a character */
  uint8_t share[GZ_HAN_MAX];          /* of transliteration */
} lattice;

static int index_at(const gz_han *h, int from, uint32_t byte)
{
  for (int i = from; i <= h->n; i++) if (h->at[i] == byte) return i;
  return -1;
}

static void arc(lattice *l, int from, int to, int cost, uint8_t kind, uint8_t pos, uint8_t type)
{
  int c = l->cost[from] + (cost > 1 ? cost : 1);
  if (c >= l->cost[to]) return;
  l->cost[to] = c;
  gz_seg s = {(uint8_t)from, (uint8_t)to, kind, pos, type, 0};
  l->best[to] = s;
}

static uint32_t value_at(const gz_trie *t, const gz_han *h, int from, int to)
{
  uint32_t v;
  return gz_trie_exact(t, gz_view_of(h->text.p + h->at[from], h->at[to] - h->at[from]), &v) ? v : UINT32_MAX;
}

/* What the neighbourhood of a name takes off its cost. */
static int beside(const lattice *l, int from, int to)
{
  int off = 0;
  if (l->h->ends[from] & LEX_HAN_WORDS_ROLE_TITLE) off += BESIDE_TITLE;
  if (l->starts[to] & (LEX_HAN_WORDS_ROLE_AFTER | LEX_HAN_WORDS_ROLE_TITLE)) off += BESIDE_TITLE;
  else if (l->starts[to] & LEX_HAN_WORDS_ROLE_SPEECH) off += BESIDE_VERB;
  if (from == 0 && to == l->h->n) off += BESIDE_VERB;
  return off;
}

static int rank_cost(int rank)
{
  int c = 38;
  for (int r = rank; r > 1; r = r * 10 / 14) c += 4;
  return c;
}

static void persons(lattice *l, int i)
{
  const gz_han *h = l->h;
  for (int len = 1; len <= 2 && i + len < h->n; len++) {
    uint32_t s = value_at(&lex_surnames.trie, h, i, i + len);
    if (s == UINT32_MAX) continue;
    int base = PERSON + rank_cost(lex_surnames_rows[s].rank) - (len == 2 ? 40 : 0), k = i + len;
    uint32_t a = value_at(&lex_han_given.trie, h, k, k + 1);
    if (a == UINT32_MAX) continue;
    arc(l, i, k + 1, base + lex_han_given_rows[a].alone + 25 - beside(l, i, k + 1), GZ_SEG_PERSON, 0, GZ_PERSON);
    if (k + 2 > h->n) continue;
    uint32_t b = value_at(&lex_han_given.trie, h, k + 1, k + 2);
    if (b != UINT32_MAX) arc(l, i, k + 2, base + lex_han_given_rows[a].first + lex_han_given_rows[b].last - 8 - beside(l, i, k + 2), GZ_SEG_PERSON, 0, GZ_PERSON);
  }
}

/* One to three characters and 县, 河, 山: a place, the more so inside another. */
static void small_places(lattice *l, int i)
{
  const gz_han *h = l->h;
  int cost = SMALL_PLACE - (l->best[i].kind == GZ_SEG_PLACE || (i && l->best[i].kind == GZ_SEG_LISTED && l->best[i].type == GZ_PLACE) ? IN_PLACE : 0)
             - (h->ends[i] & LEX_HAN_WORDS_ROLE_LOCPREP ? BESIDE_VERB : 0);
  for (int k = i; k < i + 4 && k < h->n && !h->dot[k]; k++) {
    uint32_t v = k > i ? value_at(&lex_han_words.trie, h, k, k + 1) : UINT32_MAX;
    if (v != UINT32_MAX && (lex_han_words_rows[v].role & LEX_HAN_WORDS_ROLE_PLACE)) arc(l, i, k + 1, cost, GZ_SEG_PLACE, 0, GZ_PLACE);
    uint32_t c = value_at(&lex_common_words.trie, h, k, k + 1);
    int single = c == UINT32_MAX ? UNKNOWN : TOTAL - lex_common_words_rows[c].freq;
    if (single < 80) return;                       /* 的, 是, 在 */
    cost += 60 + (single < 120 ? 40 : 0);
  }
}

/* Does a middle dot stand within the next few characters? */
static bool dot_ahead(const gz_han *h, int i)
{
  for (int k = i + 1; k < h->n && k < i + 6; k++) if (h->dot[k]) return true;
  return false;
}

/* A character that is a word of its own most of the time: 的, 由, 与. */
static bool frequent(const gz_han *h, int k)
{
  uint32_t v = value_at(&lex_common_words.trie, h, k, k + 1);
  return v != UINT32_MAX && TOTAL - lex_common_words_rows[v].freq < 115;
}

/* Runs of transliteration characters, and names joined by a middle dot. Beside a dot a character that is seldom used so may stand
** inside, but not at the end. */
static void foreign(lattice *l, int i)
{
  const gz_han *h = l->h;
  bool ahead = dot_ahead(h, i);
  int cost = FOREIGN, dots = 0, since = 0;
  for (int k = i; k < h->n && k - i < 18; k++) {
    if (h->dot[k]) {
      if (k == i || since == 0) return;
      dots++;
      since = 0;
      continue;
    }
    int share = l->share[k];
    if (share < 25 && !dots && !ahead) return;
    if (share == 0 && ((!dots && !dot_ahead(h, k)) || frequent(h, k))) return;
    if (++since > 6) return;
    cost += dots || ahead ? 30 + (share ? 0 : 45) : 54 + (100 - share) / 3;
    if (k == i || (!dots && k - i >= 6) || share == 0) continue;
    if (k + 1 < h->n && h->dot[k + 1]) continue;
    if (dots) arc(l, i, k + 1, cost - 60 - beside(l, i, k + 1), GZ_SEG_DOTTED, 0, GZ_PERSON);
    else arc(l, i, k + 1, cost + (k == i + 1 ? 30 : 0) - beside(l, i, k + 1), GZ_SEG_FOREIGN, 0, GZ_PERSON);
  }
}

static void words(lattice *l, int i)
{
  const gz_han *h = l->h;
  gz_hit hits[8];
  bool single = false;
  size_t n = gz_trie_prefixes(&lex_common_words.trie, l->part, h->at[i], hits, 8);
  for (size_t k = 0; k < n; k++) {
    int j = index_at(h, i + 1, hits[k].end);
    if (j < 0) continue;
    const lex_common_words_row *r = &lex_common_words_rows[hits[k].value];
    arc(l, i, j, TOTAL - r->freq, j == i + 1 ? GZ_SEG_SINGLE : GZ_SEG_WORD, r->pos, 0);
    single |= j == i + 1;
  }
  if (!single) arc(l, i, i + 1, UNKNOWN, GZ_SEG_SINGLE, LEX_COMMON_WORDS_POS_N, 0);
  n = gz_trie_prefixes(&lex_han_places.trie, l->part, h->at[i], hits, 8);
  for (size_t k = 0; k < n; k++) {
    int j = index_at(h, i + 1, hits[k].end);
    if (j > 0) arc(l, i, j, TOTAL - lex_han_places_rows[hits[k].value].freq, GZ_SEG_PLACE, 0, GZ_PLACE);
  }
  n = gz_trie_prefixes(&lex_translit.trie, l->part, h->at[i], hits, 8);
  for (size_t k = 0; k < n; k++) {
    int j = index_at(h, i + 1, hits[k].end);
    if (j - i < 2) continue;
    int c = (j - i == 2 ? 230 : 195) - 10 * lex_translit_rows[hits[k].value].weight;
    arc(l, i, j, c - beside(l, i, j), GZ_SEG_FOREIGN, 0, GZ_PERSON);
  }
}

static void read_roles(lattice *l)
{
  gz_han *h = l->h;
  memset(h->ends, 0, sizeof h->ends);
  memset(l->starts, 0, sizeof l->starts);
  for (int i = 0; i < h->n; i++) {
    gz_hit hits[6];
    size_t n = gz_trie_prefixes(&lex_han_words.trie, l->part, h->at[i], hits, 6);
    for (size_t k = 0; k < n; k++) {
      int j = index_at(h, i + 1, hits[k].end);
      if (j < 0) continue;
      uint32_t roles = lex_han_words_rows[hits[k].value].role;
      l->starts[i] |= roles;
      h->ends[j] |= roles;
    }
    uint32_t v = value_at(&lex_translit_chars.trie, h, i, i + 1);
    l->share[i] = v == UINT32_MAX ? 0 : (uint8_t)lex_translit_chars_rows[v].share;
  }
}

static void listed_names(lattice *l, gz_listed *listed, gz_ent_work *w, size_t *at, int i)
{
  const gz_han *h = l->h;
  while (*at < listed->n && listed->c[*at].span.start < h->at[i]) (*at)++;
  for (size_t k = *at; k < listed->n && listed->c[k].span.start == h->at[i]; k++) {
    const gz_cand *c = &listed->c[k];
    int j = index_at(h, i + 1, c->span.end);
    if (c->state <= GZ_CAND_MEANT && j > 0) arc(l, i, j, LISTED, GZ_SEG_LISTED, 0, gz_ref_type(c->ref, w, w->names));
  }
}

static void read_back(lattice *l)
{
  gz_han *h = l->h;
  int n = 0;
  for (int i = h->n; i > 0; i = l->best[i].from) n++;
  h->segs = n;
  for (int i = h->n; i > 0; i = l->best[i].from) {
    gz_seg *s = &h->seg[--n];
    *s = l->best[i];
    uint32_t v = value_at(&lex_han_words.trie, h, s->from, s->to);
    s->roles = v == UINT32_MAX ? 0 : lex_han_words_rows[v].role;
  }
}

void gz_han_cut(gz_han *h, gz_ent_work *w, gz_listed *listed)
{
  lattice l;
  l.h = h;
  l.part = gz_view_of(h->text.p, h->at[h->n]);
  read_roles(&l);
  for (int i = 0; i <= h->n; i++) l.cost[i] = 1 << 24;
  l.cost[0] = 0;
  memset(l.best, 0, sizeof l.best);
  while (listed->at < listed->n && listed->c[listed->at].span.start < h->at[0]) listed->at++;
  size_t at = listed->at;
  for (int i = 0; i < h->n; i++) {
    if (h->dot[i]) { arc(&l, i, i + 1, 20, GZ_SEG_SINGLE, LEX_COMMON_WORDS_POS_U, 0); continue; }
    words(&l, i);
    listed_names(&l, listed, w, &at, i);
    persons(&l, i);
    small_places(&l, i);
    foreign(&l, i);
  }
  read_back(&l);
}
