/* Names of companies in the lattice of han_lattice.c: [places] own part {trades} tail, as in 江苏|瑞禾|生物|科技|有限公司. A second track
** runs beside the lattice from the place where such a name begins; it remembers for every character the cheapest way to be inside
** a name there, one for each layer: behind a place only, behind a listed organisation only, behind an own part. A tail leads back.
**   - The own part is two to six characters that companies like to be called by (firm_chars.tsv, or those of transliteration), no
**     everyday word but one of that list, and no function word.
**   - A trade is a word of the list (role trade or tail); any other noun counts only before a tail that a place may stand before.
**   - Behind a place alone stands only a tail of role seat (银行, 有限公司); behind a listed name alone one that makes
**     another company of it (role unit: 苏宁|电器), no bare 公司, 集团: the listed name stays what it is. 股份 closes a name only right behind the own part: elsewhere it is shares.
** Work is done only in stretches that hold a tail, up to the last one. */
#include "find/han_lattice.h"
#include "text/ascii_block.h"

#define BEGIN 72                      /* that a company stands here at all */
#define RARE 128                      /* a character that no listed company has */
#define TRANSLITERATED 150            /* a name of translit.tsv, less its weight */
#define HOLDS_WORD 40                 /* more for an own part that starts or ends in an everyday word */
#define FUNCTION_WORD 45              /* more for a character that is a function word most of the time */
#define SEATED 25                     /* less behind a place */
#define JOINED 8                      /* less for a place behind a place: the longer name */
#define TRADE 24
#define NOUN 90                       /* another word inside */
#define FAMOUS 100                    /* a place that is met so often is meant when it is named */
#define NOUN_CHARACTER 95
#define TAIL 26
#define WEAK_TAIL 45                  /* one that is an everyday word too (软件, 食品) */
#define SPOKEN 20                     /* less when a verb of speaking follows */
#define NEVER (1 << 20)
#define NEAR_SEAT 10                  /* characters */
#define ROLE(x) GZ_HAN_##x
#define POS(x) GZ_POS_##x

/* May an own part end before character k? A tail or a trade follows (锁业 among them), or a tail that a place may stand before is near. */
static bool may_close(const gz_han *h, int k, int seat)
{
  if (h->starts[k] & (ROLE(TAIL) | ROLE(SEAT) | ROLE(TRADE))) return true;
  return seat - k <= NEAR_SEAT || (k + 1 < h->n && h->cp[k + 1] == 0x4E1A);
}

void gz_firm_begin(gz_firms *f, const gz_han *h)
{
  f->last = 0;
  for (int i = 0; i < h->n; i++) {
    if (!(h->starts[i] & (ROLE(TAIL) | ROLE(SEAT)))) continue;
    for (int k = 0; k < h->hits[i]; k++) if (gz_han_rows[h->hit[i][k].row].roles & (ROLE(TAIL) | ROLE(SEAT))) f->last = h->hit[i][k].to;
  }
  if (!f->last) return;
  for (int i = h->n, seat = NEVER; i >= 0; i--) {
    if (h->starts[i] & ROLE(SEAT)) seat = i;
    f->closes[i] = i < h->n && may_close(h, i, seat);
    for (int k = 0; k < GZ_FIRM_LAYERS; k++) f->at[i][k].cost = NEVER;
  }
}

static void enter(gz_firms *f, int to, int layer, gz_firm_path p)
{
  if (p.cost < f->at[to][layer].cost) f->at[to][layer] = p;
}

static gz_firm_path fresh(const gz_lattice *l, int from, int cost)
{
  gz_firm_path p = {l->at[from].cost + BEGIN + cost, (uint8_t)from, false, false, false};
  return p;
}

/* A place behind places, at the start, or inside. */
static void place(gz_firms *f, const gz_lattice *l, int from, int to, int cost)
{
  enter(f, to, GZ_FIRM_PLACE, fresh(l, from, cost - SEATED));
  for (int layer = 0; layer < GZ_FIRM_LAYERS; layer++) {
    gz_firm_path p = f->at[from][layer];
    if (p.cost == NEVER || p.tailed || p.loose) continue;
    p.cost += cost - JOINED;
    enter(f, to, layer == GZ_FIRM_PLACE ? layer : GZ_FIRM_OWN, p);          /* 瑞禾杭州公司 */
  }
}

/* An own part from one character to another. */
static void own(gz_firms *f, const gz_lattice *l, int from, int to, int cost)
{
  enter(f, to, GZ_FIRM_OWN, fresh(l, from, cost));
  gz_firm_path p = f->at[from][GZ_FIRM_PLACE];
  if (p.cost == NEVER) return;
  p.cost += cost;
  enter(f, to, GZ_FIRM_OWN, p);
}

void gz_firm_listed(gz_firms *f, const gz_lattice *l, int from, int to, uint8_t type)
{
  if (to >= f->last) return;
  if (type == GZ_PLACE) { place(f, l, from, to, GZ_HAN_LISTED); return; }
  if (type != GZ_ORG) return;
  gz_firm_path p = f->at[from][GZ_FIRM_PLACE];
  enter(f, to, GZ_FIRM_LISTED, fresh(l, from, GZ_HAN_LISTED - BEGIN / 2));
  if (p.cost == NEVER) return;
  p.cost += GZ_HAN_LISTED - BEGIN / 2;
  enter(f, to, GZ_FIRM_OWN, p);                  /* 天津万科 is another than 万科 */
}

static bool function_word(const gz_han_row *r)
{
  return r && r->word >= 150 && (r->pos == POS(P) || r->pos == POS(C) || r->pos == POS(U) || r->pos == POS(R) || r->pos == POS(D) || r->pos == POS(M) || r->pos == POS(Q) || r->pos == POS(V));
}

/* What one character of an own part costs; NEVER for one that no name has. */
static int char_cost(const gz_han_row *r, bool first)
{
  if (!r) return RARE;
  if ((first ? r->firm : r->firm_later) == UINT8_MAX) return NEVER;
  int cost = !r->firm ? RARE : first ? r->firm : r->firm_later, share = r->share ? r->share - 1 : 0;
  if (!r->firm && (r->pos == POS(U) || r->pos == POS(P) || r->pos == POS(R) || r->pos == POS(C)) && r->word) return NEVER;
  if (function_word(r)) cost += FUNCTION_WORD;
  if (share >= 40 && 66 + (100 - share) / 3 < cost) cost = 66 + (100 - share) / 3;
  return cost;
}

static unsigned count_bits(uint64_t x)
{
  x -= x >> 1 & 0x5555555555555555u;
  x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
  return (unsigned)(((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu) * 0x0101010101010101u >> 56);
}

bool gz_han_is_seldom(uint32_t a, uint32_t b)
{
  if (!gz_han_is_plain(a)) return false;
  uint32_t block = (a - 0x4E00u) / 64;
  uint64_t bits = gz_han_seldom_bits[block], bit = (uint64_t)1 << (a - 0x4E00u) % 64;
  if (!(bits & bit)) return false;
  uint32_t which = gz_han_seldom_before[block] + count_bits(bits & (bit - 1));
  uint32_t from = gz_han_seldom_at[which], to = gz_han_seldom_at[which + 1];
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
  for (; from + 8 <= to; from += 8)
    if (_mm_movemask_epi8(_mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(const void *)(gz_han_seldom_second + from)), _mm_set1_epi16((short)b)))) return b < 0x10000;
#endif
  while (from < to && gz_han_seldom_second[from] < b) from++;
  return from < to && gz_han_seldom_second[from] == b;
}

/* An everyday word or one with a role is no own part, unless companies are called so. */
static bool plain_word(const gz_han *h, int from, int to)
{
  if (to - from == 2 && gz_han_is_seldom(h->cp[from], h->cp[from + 1])) return true;
  for (int k = 0; k < h->hits[from]; k++) {
    const gz_han_row *r = &gz_han_rows[h->hit[from][k].row];
    if (h->hit[from][k].to == to) return !r->firm && (r->word || r->place > FAMOUS || r->roles);
  }
  return false;
}

static void own_parts(gz_firms *f, const gz_lattice *l, int i)
{
  static const int extra[7] = {0, 0, 0, 40, 80, 90, 100};
  const gz_han *h = l->h;
  int cost = 0, reach = 0;
  bool foreign = true;
  for (int k = i + 2; k <= i + 6 && k < f->last; k++) if (f->closes[k]) reach = k;
  if (!reach) return;
  for (int k = i; k < reach && !h->dot[k]; k++) {
    int c = char_cost(h->one[k], k == i);
    if (c == NEVER || (k > i && h->cp[k] == 0x548C)) break;         /* 和 joins two names */
    cost += c;
    foreign &= h->one[k] && h->one[k]->share > 40;
    int n = k + 1 - i;
    if (n > 4 && !foreign) break;
    if (n < 2 || !f->closes[k + 1] || plain_word(h, i, k + 1)) continue;
    bool holds = n > 2 && (plain_word(h, i, i + 2) || plain_word(h, k - 1, k + 1));
    own(f, l, i, k + 1, cost + extra[n] - (foreign && n > 2 ? 30 : 0) + (holds ? HOLDS_WORD : 0));
  }
  for (int k = 0; k < h->hits[i]; k++) {
    int to = h->hit[i][k].to;
    const gz_han_row *r = &gz_han_rows[h->hit[i][k].row];
    if (r->firm && to > i + 1) own(f, l, i, to, r->firm);
    if (r->weight && to > i + 1) own(f, l, i, to, TRANSLITERATED - 10 * r->weight);
  }
}

/* 股份 is shares and 控股 a holding, not the end of a name, behind anything but the own part. */
static bool shares(const gz_han *h, int from, int to, const gz_firm_path *p, int layer)
{
  bool word = to - from == 2 && ((h->cp[from] == 0x80A1 && h->cp[from + 1] == 0x4EFD) || (h->cp[from] == 0x63A7 && h->cp[from + 1] == 0x80A1));
  return word && (p->tailed || layer != GZ_FIRM_OWN);
}

static bool is_company(const gz_han *h, int from, int to) { return to - from == 2 && h->cp[from] == 0x516C && h->cp[from + 1] == 0x53F8; }      /* 公司 */

static void leave(gz_lattice *l, const gz_firm_path *p, int layer, int from, int to, uint16_t roles)
{
  const gz_han *h = l->h;
  bool firm = roles & ROLE(SEAT) || is_company(h, from, to);
  if (!firm && p->closed) return;
  if ((p->tailed || layer == GZ_FIRM_PLACE) && h->starts[to] & ROLE(FIELD)) return;          /* 瑞禾科技|食品行业 */
  if (!(roles & ROLE(SEAT)) && (layer == GZ_FIRM_PLACE || p->loose)) return;
  if (layer == GZ_FIRM_LISTED && to - from <= 3 && !(roles & ROLE(UNIT))) return;
  if (shares(h, from, to, p, layer)) return;
  int cost = p->cost + (firm || roles & ROLE(UNIT) ? TAIL : WEAK_TAIL) - l->at[p->from].cost - (h->starts[to] & ROLE(SPEECH) ? SPOKEN : 0);
  gz_han_arc(l, p->from, to, cost, GZ_SEG_FIRM, 0, GZ_ORG);
}

/* One more character: with 业 behind it the name of a trade (锁业, 漆业); else a noun that no list has, or a part of one. */
static void single(gz_firms *f, gz_lattice *l, int i, gz_firm_path p)
{
  const gz_han *h = l->h;
  const gz_han_row *r = h->one[i];
  if (p.closed) return;
  if (r && (r->roles & ROLE(STOP) || (r->word && r->pos != POS(N) && r->pos != POS(B) && r->pos != POS(A)))) return;
  if (i + 1 < h->n && h->cp[i + 1] == 0x4E1A && i + 2 <= f->last) {
    leave(l, &p, GZ_FIRM_OWN, i, i + 2, ROLE(TAIL));
    gz_firm_path q = p;
    q.cost += TRADE;
    enter(f, i + 2, GZ_FIRM_OWN, q);
  }
  p.cost += NOUN_CHARACTER;
  p.loose = true;
  enter(f, i + 1, GZ_FIRM_OWN, p);
}

static void inside(gz_firms *f, gz_lattice *l, int i, int layer)
{
  const gz_han *h = l->h;
  gz_firm_path p = f->at[i][layer];
  if (p.cost == NEVER) return;
  if (layer == GZ_FIRM_OWN) single(f, l, i, p);
  for (int k = 0; k < h->hits[i]; k++) {
    const gz_han_row *r = &gz_han_rows[h->hit[i][k].row];
    int to = h->hit[i][k].to;
    bool tail = r->roles & (ROLE(TAIL) | ROLE(SEAT)), trade = r->roles & ROLE(TRADE);
    if (r->roles & ROLE(STOP) && !tail) continue;
    bool noun = to - i > 1 && r->word && (r->pos == POS(N) || r->pos == POS(B)) && !(r->roles & (ROLE(TITLE) | ROLE(SPEECH) | ROLE(AFTER)));
    if (tail) leave(l, &p, layer, i, to, r->roles);
    if (!tail && !trade && (!noun || p.closed)) continue;
    gz_firm_path q = p;
    q.cost += tail || trade ? TRADE : NOUN;
    q.tailed = tail || (p.tailed && !trade);
    q.closed |= (r->roles & ROLE(SEAT)) || is_company(h, i, to);
    q.loose |= !tail && !trade;
    enter(f, to, layer == GZ_FIRM_LISTED ? GZ_FIRM_OWN : layer, q);
  }
}

void gz_firm_step(gz_firms *f, gz_lattice *l, int i)
{
  const gz_han *h = l->h;
  if (i >= f->last) return;
  if (i == 0 && h->latin_from < h->at[0]) enter(f, 0, GZ_FIRM_OWN, fresh(l, 0, 0));
  for (int k = 0; k < GZ_FIRM_LAYERS; k++) inside(f, l, i, k);
  for (int k = 0; k < h->hits[i]; k++) if (gz_han_rows[h->hit[i][k].row].place) place(f, l, i, h->hit[i][k].to, GZ_HAN_TOTAL - gz_han_rows[h->hit[i][k].row].place);
  own_parts(f, l, i);
}
