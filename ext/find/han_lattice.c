/* Cuts a stretch of Chinese into words and possible names: the cheapest path through a lattice. An arc is an everyday word, a place,
** a listed name, a transliterated name, a surname with given name, or a single character; its cost is how surprising it is, in
** tenths of a bit (han_data.h). A name is cheaper beside a title or a verb of speaking. First one walk of the trie from every
** character collects all that is known; then dynamic programming over at most GZ_HAN_MAX characters with arcs of bounded length. */
#include "find/han_lattice.h"
#include "find/latin_words.h"
#include "text/ascii_block.h"

#define TOTAL GZ_HAN_TOTAL
#define UNKNOWN GZ_HAN_UNKNOWN
#define STOP_WORD GZ_HAN_STOP_WORD
#define PERSON 90                     /* that a person stands here at all */
#define PREPOSITION 40                /* more for 向 and 于 as family names */
#define SELDOM_WORD 60                /* more when family name and given name, or a transliteration, are a word */
#define GIVEN_WORD 15                 /* more when the given name is one */
#define FOREIGN 110
#define SMALL_PLACE 180
#define IN_PLACE 50
#define BESIDE_TITLE 45               /* how much cheaper beside a title */
#define BESIDE_VERB 30
#define BESIDE_ALL 120                /* all that can make a name cheaper: titles on both sides, a stretch of its own */

typedef gz_lattice lattice;

static inline const gz_han_row *one(const gz_han *h, int k) { return &gz_han_rows[h->single[k]]; }

/* What the neighbourhood of a name takes off its cost. */
static int beside(const gz_han *h, int from, int to)
{
  int off = 0;
  uint32_t behind = gz_han_starts(h, to);
  if (gz_han_ends(h, from) & GZ_HAN_TITLE) off += BESIDE_TITLE;
  if (behind & (GZ_HAN_AFTER | GZ_HAN_TITLE)) off += BESIDE_TITLE;
  else if (behind & GZ_HAN_SPEECH) off += BESIDE_VERB;
  if (from == 0 && to == h->n) off += BESIDE_VERB;
  return off;
}

static inline int single_cost(const gz_han_row *r) { return r->alone_cost; }

/* Are the two characters from i on an everyday word? */
static bool is_word(const gz_han *h, int i) { return gz_han_rows[h->pair[i]].word || gz_han_is_seldom(h->cp[i], h->cp[i + 1]); }

/* Would an arc of this cost be of use? */
static inline bool of_use(const lattice *l, int from, int to, int cost) { return l->at[from].cost + (cost > 1 ? cost : 1) <= l->at[to].cost; }

/* A family name that ends before character k, and one or two characters of a given name. */
static void persons(lattice *l, int i, int k, int surname)
{
  const gz_han *h = l->h;
  if (k >= h->n || !one(h, k)->first) return;
  int base = PERSON + surname - (k - i == 2 ? 40 : 0) + (k - i == 1 && one(h, i)->word >= 150 && one(h, i)->pos == GZ_POS_P ? PREPOSITION : 0);
  int cost = base + one(h, k)->alone + 25 - beside(h, i, k + 1);
  if (of_use(l, i, k + 1, cost)) gz_han_arc(l, i, k + 1, cost + (k == i + 1 && gz_han_is_seldom(h->cp[i], h->cp[k]) ? SELDOM_WORD : 0), GZ_SEG_PERSON, 0, GZ_PERSON);       /* 徒劳 */
  if (k + 1 == h->n || !one(h, k + 1)->last) return;
  cost = base + one(h, k)->first + one(h, k + 1)->last - 8 - beside(h, i, k + 2);
  if (of_use(l, i, k + 2, cost)) gz_han_arc(l, i, k + 2, cost + (is_word(h, k) ? GIVEN_WORD : 0), GZ_SEG_PERSON, 0, GZ_PERSON);        /* 步|武林 */
}

/* One to three characters and 县, 河, 山: a place, the more so inside another. */
static void small_places(lattice *l, int i)
{
  const gz_han *h = l->h;
  uint32_t before = l->at[i].arc;
  int cost = SMALL_PLACE - (gz_arc_kind(before) == GZ_SEG_PLACE || (i && gz_arc_kind(before) == GZ_SEG_LISTED && gz_arc_type(before) == GZ_PLACE) ? IN_PLACE : 0)
             - (gz_han_ends(h, i) & GZ_HAN_LOCPREP ? BESIDE_VERB : 0);
  const gz_han_row *two = &gz_han_rows[h->pair[i]];
  int end = two->word && two->pos == GZ_POS_V ? i + 2 : i + 4;          /* 坠入爱河: a verb starts no place */
  for (int k = i; k < end && k < h->n && !h->dot[k]; k++) {
    if (k > i && h->names[k] & GZ_HAN_ENDS_PLACE && of_use(l, i, k + 1, cost) && !(k == i + 1 && gz_han_is_seldom(h->cp[i], h->cp[k])) &&
        !(k == i + 3 && is_word(h, i) && is_word(h, i + 2))) gz_han_arc(l, i, k + 1, cost, GZ_SEG_PLACE, 0, GZ_PLACE);
    int single = single_cost(one(h, k));
    if (single < 80) return;                       /* 的, 是, 在 */
    cost += 60 + (single < 120 ? 40 : 0);
  }
}

static inline bool place_ends_soon(const gz_han *h, int i) { return (h->names[i + 1] | h->names[i + 2] | h->names[i + 3]) & GZ_HAN_ENDS_PLACE; }
static inline bool foreign_starts(const gz_han *h, int i) { return h->dots || h->names[i] & GZ_HAN_IS_FOREIGN; }

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
  bool ahead = h->dots && dot_ahead(h, i);
  int cost = FOREIGN, dots = 0, since = 0;
  for (int k = i; k < h->n && k - i < 18; k++) {
    if (h->dot[k]) {
      if (k == i || since == 0) return;
      dots++;
      since = 0;
      continue;
    }
    int share = one(h, k)->share ? one(h, k)->share - 1 : 0;
    if (share < 25 && !dots && !ahead) return;
    if (share == 0 && (!h->dots || (!dots && !dot_ahead(h, k)) || single_cost(one(h, k)) < 115)) return;
    if (++since > 6) return;
    cost += dots || ahead ? 30 + (share ? 0 : 45) : 54 + (100 - share) / 3;
    if (k == i || (!dots && k - i >= 6) || share == 0) continue;
    if (k + 1 < h->n && h->dot[k + 1]) continue;
    if (dots) gz_han_arc(l, i, k + 1, cost - 60 - beside(h, i, k + 1), GZ_SEG_DOTTED, 0, GZ_PERSON);
    else {
      int all = cost + (k == i + 1 ? 30 : 0) - beside(h, i, k + 1);
      if (of_use(l, i, k + 1, all)) gz_han_arc(l, i, k + 1, all + (k == i + 1 && gz_han_is_seldom(h->cp[i], h->cp[k]) ? SELDOM_WORD : 0), GZ_SEG_FOREIGN, 0, GZ_PERSON);
    }
  }
}

/* A word of the table: an everyday word, a name, or both. */
static inline __attribute__((always_inline)) void word(lattice *l, int i, int j, uint16_t row, bool plain, bool names)
{
  const gz_han_row *r = &gz_han_rows[row];
  if (!plain) { }
  else if (r->word) gz_han_enter(l, i, j, TOTAL - r->word, j == i + 1 ? GZ_SEG_SINGLE : GZ_SEG_WORD, r->pos, 0);
  else if (r->roles & GZ_HAN_STOP && j - i > 1) gz_han_enter(l, i, j, STOP_WORD, GZ_SEG_WORD, GZ_POS_N, 0);
  if (!names || !(r->flags & GZ_HAN_IS_NAME)) return;
  if (r->place) gz_han_arc(l, i, j, TOTAL - r->place, GZ_SEG_PLACE, 0, GZ_PLACE);
  if (r->weight && j - i > 1) gz_han_arc(l, i, j, (j - i == 2 ? 230 : 195) - 10 * r->weight - beside(l->h, i, j), GZ_SEG_FOREIGN, 0, GZ_PERSON);
  if (r->surname && j - i < 3) persons(l, i, j, r->surname);
}

/* All words that start at i, shortest first; *x: the first of the longer ones. */
static inline __attribute__((always_inline)) void words(lattice *l, int i, const gz_han_longer **x, bool plain, bool names)
{
  const gz_han *h = l->h;
  const gz_han_longer *end = h->longer + h->longer_count;
  if (plain && !one(h, i)->word) gz_han_enter(l, i, i + 1, UNKNOWN, GZ_SEG_SINGLE, GZ_POS_N, 0);
  word(l, i, i + 1, h->single[i], plain, names);
  if (h->pair[i]) word(l, i, i + 2, h->pair[i], plain, names);
  if (!plain) while (*x < end && (*x)->from < i) ++*x;      /* not every character was asked for */
  for (; *x < end && (*x)->from == i; ++*x) word(l, i, (*x)->to, (*x)->row, plain, names);
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
  if (h->special || v.n < 2 || v.p[0] < 'A' || v.p[0] > 'Z' || (from > 0 && (unsigned char)t.p[from - 1] >= 0x80 && !gz_word_boundary(t, from))) return;
  if (gz_latin_word(v) & ~(GZ_LATIN_GIVEN | GZ_LATIN_SURNAME)) return;
  gz_span s = {from, h->at[0]};
  if (!gz_listed_in(listed, s)) h->latin_from = from;
}

/* ST and two or three characters. */
static void special_names(lattice *l)
{
  static const int cost[4] = {0, 0, 60, 190};
  for (int n = 2; n <= 3 && n <= l->h->n; n++) gz_han_arc(l, 0, n, cost[n], GZ_SEG_FIRM, 0, GZ_ORG);
}

/* The cheapest path, with names or without. */
/* Costs more than any path. */
static void no_paths(lattice *l)
{
  const gz_reach start = {0, GZ_SEG_SINGLE << 8};
  l->at[0] = start;
  memset(l->at + 1, 0x7F, ((size_t)l->h->n + 1) * sizeof *l->at);
}

static inline void reach(lattice *l, int from, int to, int cost)
{
  int now = l->at[to].cost;
  cost += l->at[from].cost;
  l->at[to].cost = cost < now ? cost : now;
}


/* What the cheapest path of words and listed names alone costs, to every place between characters of a stretch without dots. */
static void plain_costs(lattice *l, gz_listed *listed, gz_ent_work *w)
{
  const gz_han *h = l->h;
  const gz_han_longer *x = h->longer, *end = x + h->longer_count;
  no_paths(l);
  size_t at = listed->at;
  uint32_t next = at < listed->n ? listed->c[at].span.start : UINT32_MAX;
  for (int i = 0; i < h->n; i++) {
    reach(l, i, i + 1, single_cost(&gz_han_rows[h->single[i]]));
    reach(l, i, i + 2, gz_han_rows[h->pair[i]].word_cost);
    for (; x < end && x->from == i; x++) reach(l, i, x->to, gz_han_rows[x->row].word_cost);
    if (next > h->at[i]) continue;
    listed_names(l, NULL, listed, w, &at, i);
    next = at < listed->n ? listed->c[at].span.start : UINT32_MAX;
  }
}

static inline __attribute__((always_inline)) void forward(lattice *l, gz_firms *firms, gz_listed *listed, gz_ent_work *w, bool names)
{
  const gz_han *h = l->h;
  no_paths(l);
  if (names && h->special) special_names(l);
  const gz_han_longer *x = h->longer;
  size_t at = listed->at;
  uint32_t next = at < listed->n ? listed->c[at].span.start : UINT32_MAX;
  for (int i = 0; i < h->n; i++) {
    if (names && h->dots && h->dot[i]) { gz_han_arc(l, i, i + 1, 20, GZ_SEG_SINGLE, GZ_POS_U, 0); continue; }
    words(l, i, &x, true, names);
    if (next <= h->at[i]) {
      listed_names(l, firms, listed, w, &at, i);
      next = at < listed->n ? listed->c[at].span.start : UINT32_MAX;
    }
    if (!names) continue;
    if (firms) gz_firm_step(firms, l, i);
    if (place_ends_soon(h, i)) small_places(l, i);
    if (foreign_starts(h, i)) foreign(l, i);
  }
}

/* Eight characters' flags, the first lowest. */
static inline uint64_t eight(const uint8_t *flags)
{
  uint64_t x;
  memcpy(&x, flags, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  return x;
}
#define IN_EACH(flag) ((uint64_t)(flag) * 0x0101010101010101u)

/* Does the cheapest path of words hold the head of a name: a word of the stretch is one, or a character that stands alone on it? */
static bool heads_likely(const lattice *l)
{
  const gz_han *h = l->h;
  if (h->roles & (GZ_HAN_ORG | GZ_HAN_PLACE)) return true;
  for (int from = 0; from < h->n; from += 8) {
    for (uint64_t heads = eight(h->names + from) & IN_EACH(GZ_HAN_IS_HEAD); heads; heads &= heads - 1) {
      int i = from + (int)(gz_low64(heads) >> 3);
      if (l->at[i].cost + single_cost(&gz_han_rows[h->single[i]]) <= l->at[i + 1].cost) return true;
    }
  }
  return false;
}

/* Without names on the cheapest path, what stands before a head makes a name of it only where it is specific: a listed name, or a noun of one
** character that stands alone on the path; or where it is a power, before 军. */
static bool specific_likely(const lattice *l, const gz_listed *listed)
{
  const gz_han *h = l->h;
  if (listed->at < listed->n && listed->c[listed->at].span.start < h->at[h->n]) return true;
  for (int i = 0; i + 1 < h->n; i++) {
    const gz_han_row *r = &gz_han_rows[h->single[i]];
    if (h->dot[i] || r->roles & GZ_HAN_POWER) return true;
    if (!(r->word && r->pos != GZ_POS_N) && !(r->roles & (GZ_HAN_ORG | GZ_HAN_PLACE | GZ_HAN_STOP)) && l->at[i].cost + single_cost(r) <= l->at[i + 1].cost) return true;
  }
  return false;
}

/* Could a name of this cost be on the cheapest path, if all around it spoke for it? */
static inline bool pays(const lattice *l, int from, int to, int cost) { return l->at[from].cost + cost - BESIDE_ALL <= l->at[to].cost; }

static bool person_pays(const lattice *l, int i)
{
  const gz_han *h = l->h;
  const gz_han_row *family = &gz_han_rows[h->single[i]], *first = &gz_han_rows[h->single[i + 1]];
  if (!family->surname || i + 1 == h->n || !first->first) return false;
  if (pays(l, i, i + 2, PERSON + family->surname + first->alone + 25)) return true;
  if (i + 2 == h->n) return false;
  const gz_han_row *last = &gz_han_rows[h->single[i + 2]];
  return last->last && pays(l, i, i + 3, PERSON + family->surname + first->first + last->last - 8);
}

static bool small_place_pays(const lattice *l, int i)
{
  const gz_han *h = l->h;
  for (int k = i + 1; k < i + 4 && k < h->n; k++)
    if (h->names[k] & GZ_HAN_ENDS_PLACE && pays(l, i, k + 1, SMALL_PLACE + 60 * (k - i))) return true;
  return false;
}

static bool foreign_pays(const lattice *l, int i)
{
  const gz_han *h = l->h;
  int cost = FOREIGN;
  for (int k = i; k < h->n && k < i + 6; k++) {
    int share = gz_han_rows[h->single[k]].share - 1;
    if (share < 25) return false;
    cost += 54 + (100 - share) / 3;
    if (k > i && pays(l, i, k + 1, cost)) return true;
  }
  return false;
}

/* The next character from i on with which a name may start, h->n if there is none; eight are looked at together. */
static inline int name_start(const gz_han *h, int i)
{
  for (; i < h->n; i += 8) {
    const uint8_t *f = h->names + i;
    uint64_t may = (eight(f) & IN_EACH(GZ_HAN_IS_NAME | GZ_HAN_IS_FOREIGN | GZ_HAN_PAIR_NAME | GZ_HAN_LONGER_NAME)) |
                   ((eight(f + 1) | eight(f + 2) | eight(f + 3)) & IN_EACH(GZ_HAN_ENDS_PLACE));
    if (may) { int at = i + (int)(gz_low64(may) >> 3); return at < h->n ? at : h->n; }
  }
  return h->n;
}

/* Can a name be on the cheapest path? The cheapest path of words alone gives a cost to every place between characters. A name that costs
** more than the difference of the two places that it joins is on no cheapest path, nor are several of them together. First each is given
** the benefit of all that may make it cheaper. */
static bool names_likely(lattice *l)
{
  const gz_han *h = l->h;
  int i = name_start(h, 0);
  for (; i < h->n; i = name_start(h, i + 1)) {
    const gz_han_row *r = &gz_han_rows[h->single[i]], *pair = &gz_han_rows[h->pair[i]];
    if (h->names[i] & GZ_HAN_LONGER_NAME || person_pays(l, i) || (r->place && pays(l, i, i + 1, TOTAL - r->place))) break;
    if (h->names[i] & GZ_HAN_PAIR_NAME && (pair->surname || (pair->place && pays(l, i, i + 2, TOTAL - pair->place)) || (pair->weight && pays(l, i, i + 2, 230 - 10 * pair->weight)))) break;
    if (small_place_pays(l, i) || (h->names[i] & GZ_HAN_IS_FOREIGN && foreign_pays(l, i))) break;
  }
  if (i == h->n) return false;
  const gz_han_longer *x = h->longer;
  l->probe = true;
  l->likely = false;
  for (; i < h->n && !l->likely; i = name_start(h, i + 1)) {
    words(l, i, &x, false, true);
    if (place_ends_soon(h, i)) small_places(l, i);
    if (foreign_starts(h, i)) foreign(l, i);
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
  gz_han_collect(h);
  firms.last = 0;
  h->latin_from = h->at[0];
  h->special = special_ahead(h);
  bool names = h->special || h->dots || h->roles & (GZ_HAN_TAIL | GZ_HAN_SEAT);
  if (h->roles & (GZ_HAN_TAIL | GZ_HAN_SEAT)) {
    gz_han_spread(h);
    gz_firm_begin(&firms, h);
    look_back(h, listed);
  }
  while (listed->at < listed->n && listed->c[listed->at].span.start < h->at[0]) listed->at++;
  if (!names) {
    if (!h->flags && !(h->roles & (GZ_HAN_ORG | GZ_HAN_PLACE))) return false;
    plain_costs(&l, listed, w);
    names = names_likely(&l);
    if (!names && (!heads_likely(&l) || !specific_likely(&l, listed))) return false;
  }
  if (names) forward(&l, firms.last ? &firms : NULL, listed, w, true);
  else forward(&l, NULL, listed, w, false);
  read_back(&l);
  return true;
}
