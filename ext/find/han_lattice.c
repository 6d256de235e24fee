/* Cuts a stretch of Chinese into words and possible names: the cheapest path through a lattice. An arc is an everyday word, a place,
** a listed name, a transliterated name, a surname with given name, or a single character; its cost is how surprising it is, in
** tenths of a bit (han_data.h). A name is cheaper beside a title or a verb of speaking. First one walk of the trie from every
** character collects all that is known; then dynamic programming over at most GZ_HAN_MAX characters with arcs of bounded length. */
#include "find/han_lattice.h"
#include "lex_en_words.h"
#include "lex_name_words.h"

#define TOTAL GZ_HAN_TOTAL
#define UNKNOWN 170                   /* a character that is in no list */
#define PERSON 90                     /* that a person stands here at all */
#define PREPOSITION 40                /* more for 向 and 于 as family names */
#define FOREIGN 110
#define SMALL_PLACE 180
#define IN_PLACE 50
#define BESIDE_TITLE 45               /* how much cheaper beside a title */
#define BESIDE_VERB 30
#define NEVER (1 << 24)
#define FOREIGN_SHARE 25              /* a name in transliteration starts with a character that is used so more often */
#define STOP_WORD 120                 /* a word that is only known to be no part of a name (全资子公司) */

typedef gz_lattice lattice;

/* --- what is known of each place: the trie walked over folded characters */

/* What an everyday word adds to a path; NEVER for what is none. */
static inline int word_cost(const gz_han_row *r, int length)
{
  int cost = r->word ? TOTAL - r->word : r->roles & GZ_HAN_STOP && length > 1 ? STOP_WORD : NEVER;
  return cost > 1 ? cost : 1;
}

static inline void reach_single(lattice *l, int i, int cost)
{
  cost += l->at[i].cost;
  if (cost < l->at[i + 1].cost) l->at[i + 1].cost = cost;
}

static inline size_t bytes_of(uint32_t cp, unsigned char *z)
{
  if (cp - 0x800u >= 0xF800u) return gz_utf8_put(cp, (char *)z);
  z[0] = (unsigned char)(0xE0 | cp >> 12);
  z[1] = (unsigned char)(0x80 | (cp >> 6 & 63));
  z[2] = (unsigned char)(0x80 | (cp & 63));
  return 3;
}

/* A word of the table from one character to another. It may be an everyday word, of which the cheapest path of words alone takes notice. */
static inline void note(lattice *l, int from, int to, uint32_t value)
{
  gz_han *h = l->h;
  const gz_han_row *r = &gz_han_rows[value];
  if (h->hits[from] < GZ_HAN_HITS) {
    gz_han_hit x = {(uint16_t)value, (uint8_t)to};
    h->hit[from][h->hits[from]++] = x;
    h->names[from] |= (r->place | r->weight | r->surname) != 0;
    int cost = l->at[from].cost + word_cost(r, to - from);
    if (cost < l->at[to].cost) l->at[to].cost = cost;
  }
  h->starts[from] |= r->roles;
  h->ends[to] |= r->roles;
  h->roles |= r->roles;
}

/* Notes the only key left below a cell, when the text goes on like it behind `used` bytes of character k. */
static void note_tail(lattice *l, int from, int k, size_t used, uint32_t cell)
{
  const gz_han *h = l->h;
  uint32_t n, value;
  const unsigned char *t = gz_trie_tail_of(&gz_han_trie, cell, &n, &value), *end = t + n;
  for (; t < end; k++, used = 0) {
    unsigned char z[4];
    if (k == h->n) return;
    size_t length = bytes_of(h->cp[k], z);
    while (used < length && t < end) if (z[used++] != *t++) return;
    if (used < length) return;
  }
  note(l, from, used ? k + 1 : k, value);
}

/* Notes the words of the trie that start at `from`. */
static void walk(lattice *l, int from)
{
  const gz_han *h = l->h;
  const uint32_t *cells = gz_han_trie.cells;
  uint32_t cell = cells[1];
  for (int k = from; k < h->n;) {
    unsigned char z[4];
    size_t length = bytes_of(h->cp[k], z);
    for (size_t i = 0; i < length; i++) {
      cell = cells[gz_trie_field(cell) ^ z[i]];
      if ((cell & 255u) != z[i]) return;
      if (cell & GZ_TRIE_TAIL) { note_tail(l, from, k, i + 1, cell); return; }
    }
    k++;
    uint32_t leaf = cells[gz_trie_field(cell)];
    if ((leaf & 255u) == 0) note(l, from, k, gz_trie_field(leaf));
  }
}

static const gz_han_row nothing;

/* A character outside of the table by characters. */
static void collect_rare(lattice *l, int i)
{
  gz_han *h = l->h;
  walk(l, i);
  if (h->hits[i] && h->hit[i][0].to == i + 1) h->one[i] = &gz_han_rows[h->hit[i][0].row];
  if (!h->one[i]->word) reach_single(l, i, UNKNOWN);
}

static void collect_at(lattice *l, int i)
{
  gz_han *h = l->h;
  uint32_t a = h->cp[i];
  if (!gz_han_is_plain(a)) { collect_rare(l, i); return; }
  uint32_t entry = gz_han_chars[a - 0x4E00u];
  const gz_han_row *r = h->one[i] = gz_han_alone(entry);           /* the first row is empty */
  if (entry >> GZ_HAN_PLACE_BITS) {
    gz_han_hit x = {(uint16_t)(entry >> GZ_HAN_PLACE_BITS), (uint8_t)(i + 1)};
    h->hit[i][0] = x;
    h->hits[i] = 1;
    h->starts[i] = r->roles;
    h->ends[i + 1] |= r->roles;
    h->roles |= r->roles;
    h->names[i] |= (r->place | r->weight | r->surname) != 0 || r->share > FOREIGN_SHARE;
    if (r->roles & GZ_HAN_PLACE) {
      h->place[i] = true;
      for (int k = i; k-- > 0 && k + 4 > i;) h->names[k] = true;
    }
  }
  reach_single(l, i, r->word ? TOTAL - r->word : UNKNOWN);
  if (i + 1 == h->n) return;
  uint32_t b = h->cp[i + 1];
  if (gz_han_is_plain(b)) {
    uint32_t pair = gz_han_pair(entry, a, b);
    if (pair & ~GZ_HAN_LONGER) note(l, i, i + 2, pair & ~GZ_HAN_LONGER);
    if (!(pair & GZ_HAN_LONGER) || i + 2 == h->n || !gz_han_third(a, b, h->cp[i + 2])) return;
  }
  walk(l, i);
}

/* --- arcs */

/* What the neighbourhood of a name takes off its cost. */
static int beside(const gz_han *h, int from, int to)
{
  int off = 0;
  if (h->ends[from] & GZ_HAN_TITLE) off += BESIDE_TITLE;
  if (h->starts[to] & (GZ_HAN_AFTER | GZ_HAN_TITLE)) off += BESIDE_TITLE;
  else if (h->starts[to] & GZ_HAN_SPEECH) off += BESIDE_VERB;
  if (from == 0 && to == h->n) off += BESIDE_VERB;
  return off;
}

static int single_cost(const gz_han *h, int k) { return h->one[k]->word ? TOTAL - h->one[k]->word : UNKNOWN; }

/* A family name that ends before character k, and one or two characters of a given name. */
static void persons(lattice *l, int i, int k, int surname)
{
  const gz_han *h = l->h;
  if (k >= h->n || !h->one[k]->first) return;
  int base = PERSON + surname - (k - i == 2 ? 40 : 0) + (k - i == 1 && h->one[i]->word >= 150 && h->one[i]->pos == GZ_POS_P ? PREPOSITION : 0);
  gz_han_arc(l, i, k + 1, base + h->one[k]->alone + 25 - beside(h, i, k + 1), GZ_SEG_PERSON, 0, GZ_PERSON);
  if (k + 1 < h->n && h->one[k + 1]->last)
    gz_han_arc(l, i, k + 2, base + h->one[k]->first + h->one[k + 1]->last - 8 - beside(h, i, k + 2), GZ_SEG_PERSON, 0, GZ_PERSON);
}

/* One to three characters and 县, 河, 山: a place, the more so inside another. */
static void small_places(lattice *l, int i)
{
  const gz_han *h = l->h;
  if (!(h->place[i + 1] | h->place[i + 2] | h->place[i + 3])) return;
  uint32_t before = l->at[i].arc;
  int cost = SMALL_PLACE - (gz_arc_kind(before) == GZ_SEG_PLACE || (i && gz_arc_kind(before) == GZ_SEG_LISTED && gz_arc_type(before) == GZ_PLACE) ? IN_PLACE : 0)
             - (h->ends[i] & GZ_HAN_LOCPREP ? BESIDE_VERB : 0);
  for (int k = i; k < i + 4 && k < h->n && !h->dot[k]; k++) {
    if (k > i && h->place[k]) gz_han_arc(l, i, k + 1, cost, GZ_SEG_PLACE, 0, GZ_PLACE);
    int single = single_cost(h, k);
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

/* Runs of transliteration characters, and names joined by a middle dot. Beside a dot a character that is seldom used so may stand
** inside, but not at the end, and no character that is a word of its own most of the time (的, 由, 与). */
static void foreign(lattice *l, int i)
{
  const gz_han *h = l->h;
  if (!h->dots && h->one[i]->share <= FOREIGN_SHARE) return;
  bool ahead = h->dots && dot_ahead(h, i);
  int cost = FOREIGN, dots = 0, since = 0;
  for (int k = i; k < h->n && k - i < 18; k++) {
    if (h->dot[k]) {
      if (k == i || since == 0) return;
      dots++;
      since = 0;
      continue;
    }
    int share = h->one[k]->share ? h->one[k]->share - 1 : 0;
    if (share < 25 && !dots && !ahead) return;
    if (share == 0 && (!h->dots || (!dots && !dot_ahead(h, k)) || single_cost(h, k) < 115)) return;
    if (++since > 6) return;
    cost += dots || ahead ? 30 + (share ? 0 : 45) : 54 + (100 - share) / 3;
    if (k == i || (!dots && k - i >= 6) || share == 0) continue;
    if (k + 1 < h->n && h->dot[k + 1]) continue;
    if (dots) gz_han_arc(l, i, k + 1, cost - 60 - beside(h, i, k + 1), GZ_SEG_DOTTED, 0, GZ_PERSON);
    else gz_han_arc(l, i, k + 1, cost + (k == i + 1 ? 30 : 0) - beside(h, i, k + 1), GZ_SEG_FOREIGN, 0, GZ_PERSON);
  }
}

/* The words of the table that start at i: everyday words, names, or both in the order of the table. */
static inline __attribute__((always_inline)) void words(lattice *l, int i, bool plain, bool names)
{
  const gz_han *h = l->h;
  if (plain && !h->one[i]->word) gz_han_arc(l, i, i + 1, UNKNOWN, GZ_SEG_SINGLE, GZ_POS_N, 0);
  for (int k = 0; k < h->hits[i]; k++) {
    const gz_han_row *r = &gz_han_rows[h->hit[i][k].row];
    int j = h->hit[i][k].to;
    if (!plain) { }
    else if (r->word) gz_han_arc(l, i, j, TOTAL - r->word, j == i + 1 ? GZ_SEG_SINGLE : GZ_SEG_WORD, r->pos, 0);
    else if (r->roles & GZ_HAN_STOP && j - i > 1) gz_han_arc(l, i, j, STOP_WORD, GZ_SEG_WORD, GZ_POS_N, 0);
    if (!names || !(r->place | r->weight | r->surname)) continue;
    if (r->place) gz_han_arc(l, i, j, TOTAL - r->place, GZ_SEG_PLACE, 0, GZ_PLACE);
    if (r->weight && j - i > 1) gz_han_arc(l, i, j, (j - i == 2 ? 230 : 195) - 10 * r->weight - beside(h, i, j), GZ_SEG_FOREIGN, 0, GZ_PERSON);
    if (r->surname && j - i < 3) persons(l, i, j, r->surname);
  }
}

static void listed_names(lattice *l, gz_firms *firms, gz_listed *listed, gz_ent_work *w, size_t *at, int i)
{
  const gz_han *h = l->h;
  while (*at < listed->n && listed->c[*at].span.start < h->at[i]) (*at)++;
  for (size_t k = *at; k < listed->n && listed->c[k].span.start == h->at[i]; k++) {
    const gz_cand *c = &listed->c[k];
    int j = i + 1;
    while (j < h->n && h->at[j] < c->span.end) j++;
    if (c->state > GZ_CAND_MEANT || h->at[j] != c->span.end) continue;
    uint8_t type = gz_ref_type(c->ref, w, w->names);
    gz_han_arc(l, i, j, GZ_HAN_LISTED, GZ_SEG_LISTED, 0, type);
    if (firms) gz_firm_listed(firms, l, i, j, type);
  }
}

static void read_back(lattice *l)
{
  gz_han *h = l->h;
  int n = 0;
  for (int i = h->n; i > 0; i = gz_arc_from(l->at[i].arc)) n++;
  h->segs = n;
  for (int i = h->n; i > 0; i = gz_arc_from(l->at[i].arc)) {
    uint32_t a = l->at[i].arc;
    gz_seg s = {gz_arc_from(a), (uint8_t)i, gz_arc_kind(a), (uint8_t)(a >> 16), gz_arc_type(a), gz_han_roles(h, gz_arc_from(a), i)};
    h->seg[--n] = s;
  }
}

/* ST right before the stretch: a listed company under special treatment. */
static bool special_ahead(const gz_han *h)
{
  const char *p = h->text.p + h->at[0];
  if (h->at[0] < 2 || p[-1] != 'T' || p[-2] != 'S') return false;
  uint32_t from = h->at[0] - 2;
  while (from > 0 && h->at[0] - from < 4 && (gz_ascii_word((unsigned char)h->text.p[from - 1]) || h->text.p[from - 1] == '-')) from--;
  return h->at[0] - from <= 3;
}

/* A capital word right before the stretch that may be the own part of a company's name. */
static void look_back(gz_han *h, gz_listed *listed)
{
  gz_view t = h->text;
  uint32_t from = h->at[0];
  while (from > 0 && h->at[0] - from < 24 && (gz_ascii_word((unsigned char)t.p[from - 1]) || t.p[from - 1] == '-')) from--;
  gz_view v = gz_view_of(t.p + from, h->at[0] - from);
  uint32_t row;
  if (h->special || v.n < 2 || v.p[0] < 'A' || v.p[0] > 'Z' || (from > 0 && (unsigned char)t.p[from - 1] >= 0x80 && !gz_word_boundary(t, from))) return;
  if (gz_trie_exact(&lex_name_words.trie, v, &row) || gz_trie_exact(&lex_en_words.trie, v, &row)) return;
  gz_span s = {from, h->at[0]};
  if (!gz_listed_in(listed, s)) h->latin_from = from;
}

/* ST and two or three characters. */
static void special_names(lattice *l)
{
  static const int cost[4] = {0, 0, 60, 190};
  for (int n = 2; n <= 3 && n <= l->h->n; n++) gz_han_arc(l, 0, n, cost[n], GZ_SEG_FIRM, 0, GZ_ORG);
}

static void clear_costs(lattice *l)
{
  const gz_reach start = {0, GZ_SEG_SINGLE << 8}, never = {NEVER, 0};
  l->at[0] = start;
  for (int i = 1; i <= l->h->n; i++) l->at[i] = never;
}

/* The cheapest path, with names or without. */
static void forward(lattice *l, gz_firms *firms, gz_listed *listed, gz_ent_work *w, bool names)
{
  const gz_han *h = l->h;
  clear_costs(l);
  if (names && h->special) special_names(l);
  size_t at = listed->at;
  for (int i = 0; i < h->n; i++) {
    if (h->dot[i]) { gz_han_arc(l, i, i + 1, 20, GZ_SEG_SINGLE, GZ_POS_U, 0); continue; }
    if (names) words(l, i, true, true);
    else words(l, i, true, false);
    if (at < listed->n && listed->c[at].span.start <= h->at[i]) listed_names(l, firms, listed, w, &at, i);
    if (!names) continue;
    if (firms) gz_firm_step(firms, l, i);
    small_places(l, i);
    foreign(l, i);
  }
}

/* Collects what is known of every place, and on the way what the cheapest path of words and listed names alone costs. */
static void collect(lattice *l, gz_listed *listed, gz_ent_work *w)
{
  gz_han *h = l->h;
  size_t used = (unsigned)h->n + 1u;                    /* stretches are short: only what is used is cleared */
  h->dots = false;
  h->roles = 0;
  memset(h->starts, 0, used * sizeof *h->starts);
  memset(h->ends, 0, used * sizeof *h->ends);
  memset(h->hits, 0, used * sizeof *h->hits);
  memset(h->names, 0, used * sizeof *h->names);
  memset(h->place, 0, (used + 2) * sizeof *h->place);
  clear_costs(l);
  size_t at = listed->at;
  while (at < listed->n && listed->c[at].span.start < h->at[0]) at++;
  for (int i = 0; i < h->n; i++) {
    h->one[i] = &nothing;
    if (h->dot[i]) { h->dots = true; reach_single(l, i, 20); continue; }
    collect_at(l, i);
    if (at < listed->n && listed->c[at].span.start <= h->at[i]) listed_names(l, NULL, listed, w, &at, i);
  }
}

/* Can a name be on the cheapest path? The cheapest path of words alone gives a cost to every place between characters. A name that costs
** more than the difference of the two places that it joins is on no cheapest path, nor are several of them together. */
static bool names_likely(lattice *l)
{
  const gz_han *h = l->h;
  l->probe = true;
  l->likely = false;
  for (int i = 0; i < h->n && !l->likely; i++) {
    if (!h->names[i]) continue;
    words(l, i, false, true);
    small_places(l, i);
    foreign(l, i);
  }
  l->probe = false;
  return l->likely;
}

bool gz_han_cut(gz_han *h, gz_ent_work *w, gz_listed *listed)
{
  lattice l;
  gz_firms firms;
  l.h = h;
  l.probe = false;
  collect(&l, listed, w);
  firms.last = 0;
  h->latin_from = h->at[0];
  if (h->roles & (GZ_HAN_TAIL | GZ_HAN_SEAT)) gz_firm_begin(&firms, h);
  h->special = special_ahead(h);
  if (firms.last) look_back(h, listed);
  while (listed->at < listed->n && listed->c[listed->at].span.start < h->at[0]) listed->at++;
  bool names = firms.last || h->special || h->dots || names_likely(&l);
  if (!names && !(h->roles & (GZ_HAN_ORG | GZ_HAN_PLACE))) return false;
  forward(&l, firms.last ? &firms : NULL, listed, w, names);
  read_back(&l);
  return true;
}
