/* The crossing-word veto: 集中|通过 against 中通. Only names of two or three Han characters are at risk. When an everyday word
** straddles an edge of the match, two readings of the neighbourhood are compared: the best cut into everyday words with the
** match as one word, and the best cut without it; costs come from word frequencies. The name falls when the other reading
** is clearly better. The window is a few characters wide, so the cost is constant. Where the scan has the characters folded already, a look
** at the pairs tells most often that no word straddles an edge. */
#include "find/entity_work.h"
#include "find/han_data.h"

#define SIDE 3                   /* characters looked at on either side */
#define WINDOW (2 * SIDE + 3)
#define SINGLE_COST 160          /* a character on its own, in tenths of a bit */
#define TOTAL 258                /* 10 * log2 of the size of the text that the frequencies were counted in */
#define NAME_COST 140            /* a listed name */

typedef struct window {
  size_t at[WINDOW + 1];         /* byte offsets of the characters, and of the end */
  uint32_t cp[WINDOW];           /* folded */
  int n, from, to;               /* characters; the match is [from, to) */
} window;

static bool open_window(gz_view t, gz_span s, window *w)
{
  size_t back[SIDE];
  int left = 0;
  for (size_t p = s.start; left < SIDE && p > 0;) {
    if (!gz_is_han(gz_utf8_prev(t.p, t.n, &p))) break;
    back[left++] = p;
  }
  w->n = 0;
  for (int k = left; k-- > 0;) w->at[w->n++] = back[k];
  w->from = w->n;
  size_t p = s.start;
  while (p < s.end) {
    if (w->n - w->from == 3) return false;
    w->at[w->n++] = p;
    if (!gz_is_han(gz_utf8_next(t.p, t.n, &p))) return false;
  }
  w->to = w->n;
  for (int right = 0; right < SIDE && p < t.n; right++) {
    size_t q = p;
    if (!gz_is_han(gz_utf8_next(t.p, t.n, &q))) break;
    w->at[w->n++] = p;
    p = q;
  }
  w->at[w->n] = p;
  return w->to - w->from >= 2;
}

static int index_of(const window *w, size_t at)
{
  for (int i = 0; i <= w->n; i++) if (w->at[i] == at) return i;
  return -1;
}

/* Cheapest cut of the window; with `named`, the match is a word and nothing crosses its edges. */
static int cheapest(gz_view t, const window *w, bool named)
{
  int cost[WINDOW + 1];
  gz_view part = gz_view_of(t.p, w->at[w->n]);
  for (int i = 0; i <= w->n; i++) cost[i] = 1 << 20;
  cost[0] = 0;
  for (int i = 0; i < w->n; i++) {
    if (named && i == w->from && cost[i] + NAME_COST < cost[w->to]) cost[w->to] = cost[i] + NAME_COST;
    if (named && i >= w->from && i < w->to) continue;
    if (cost[i] + SINGLE_COST < cost[i + 1]) cost[i + 1] = cost[i] + SINGLE_COST;
    gz_hit hits[6];
    size_t n = gz_han_prefixes(part, w->at[i], hits, 6);
    for (size_t k = 0; k < n; k++) {
      int j = index_of(w, hits[k].end), freq = gz_han_rows[hits[k].value].word;
      if (j < 0 || !freq || (named && i < w->from && j > w->from)) continue;
      int c = cost[i] + TOTAL - freq;
      if (c < cost[j]) cost[j] = c;
    }
  }
  return cost[w->n];
}

/* Can a word of two characters or more start at character i? */
static bool goes_on(const window *w, int i)
{
  if (i + 1 == w->n || !gz_han_is_plain(w->cp[i]) || !gz_han_is_plain(w->cp[i + 1])) return i + 1 < w->n;
  return gz_han_pair(gz_han_chars[w->cp[i] - 0x4E00u], w->cp[i], w->cp[i + 1]) != 0;
}

/* Does an everyday word straddle an edge of the match? Most often none does, and nothing need be compared. */
static bool straddled(gz_view t, window *w)
{
  gz_view part = gz_view_of(t.p, w->at[w->n]);
  for (int i = 0; i < w->n; i++) { size_t p = w->at[i]; w->cp[i] = gz_fold(gz_utf8_next(t.p, t.n, &p)); }
  for (int i = 0; i < w->to; i++) {
    gz_hit hits[6];
    if (i == w->from || !goes_on(w, i)) continue;
    for (size_t k = gz_han_prefixes(part, w->at[i], hits, 6); k-- > 0;) {
      int j = index_of(w, hits[k].end);
      if (gz_han_rows[hits[k].value].word && (i < w->from ? j > w->from && j < w->to : j > w->to)) return true;
    }
  }
  return false;
}

/* Words of two characters straddle an edge only from right before it; longer ones may start farther away. */
static bool han_before(gz_view t, size_t pos) { return pos > 0 && (unsigned char)t.p[pos - 1] >= 0x80 && gz_is_han(gz_utf8_prev(t.p, t.n, &pos)); }
static bool han_behind(gz_view t, size_t pos) { return pos < t.n && (unsigned char)t.p[pos] >= 0x80 && gz_is_han(gz_utf8_next(t.p, t.n, &pos)); }

bool gz_surely_uncrossed(gz_view t, const gz_han_now *run, gz_span s)
{
  int from = (int)(s.start - run->from) / 3, to = (int)(s.end - run->from) / 3, n = (int)(run->end - run->from) / 3;
  int first = from > SIDE ? from - SIDE : 0, last = to + SIDE < n ? to + SIDE : n;
  if (to - from < 2 || to - from > 3) return true;
  if ((from < SIDE && han_before(t, run->from)) || (to + SIDE > n && han_behind(t, run->end))) return false;
  for (int i = first; i < to && i + 1 < last; i++) {
    const uint16_t *c = run->cp + i;
    if (i == from) continue;
    if (!gz_han_is_plain(c[0]) || !gz_han_is_plain(c[1])) return false;
    uint32_t pair = gz_han_pair(gz_han_chars[c[0] - 0x4E00u], c[0], c[1]);
    if (!pair) continue;
    if ((i == from - 1 || i == to - 1) && gz_han_rows[pair & ~GZ_HAN_LONGER].word) return false;
    if (pair & GZ_HAN_LONGER && i + 2 < last && gz_han_third(c[0], c[1], c[2])) return false;
  }
  return true;
}

bool gz_rule_crossing(gz_view text, gz_span s)
{
  window w;
  if (s.end - s.start > 12 || (unsigned char)text.p[s.start] < 0xE0 || !open_window(text, s, &w) || !straddled(text, &w)) return true;
  return cheapest(text, &w, true) <= cheapest(text, &w, false) + 20;
}
