/* Names in Chinese. Stretches of Han characters (with middle dots) are cut by han_lattice.c; the segments that are names (those of
** companies among them: han_firm.c) are taken, and names of organisations and places are put together: a head (公司, 大学, 市, 山) with the parts to its left that may belong
** to it, at least one of them specific (a place, a name, a character that no everyday word explains).
** Lines with kana are Japanese and left to discover_kana.c. */
#include "find/han_lattice.h"
#include "base/watch.h"
#include "text/ascii_block.h"

#define ROLE(x) GZ_HAN_##x
#define POS(x) GZ_POS_##x
#define ORG_CHARS 18
#define PLACE_CHARS 9

static gz_span span_of(const gz_han *h, int from, int to) { gz_span s = {h->at[from], h->at[to]}; return s; }
static int chars(const gz_seg *s) { return s->to - s->from; }

static bool specific(const gz_seg *s)
{
  if (s->roles & ROLE(STOP)) return false;
  if (s->kind == GZ_SEG_SINGLE) return s->pos == POS(N) && !(s->roles & (ROLE(ORG) | ROLE(PLACE)));
  return s->kind != GZ_SEG_WORD;
}

/* May the segment be part of the name of an organisation, left of its head? */
static bool in_org(const gz_seg *s)
{
  if (s->roles & (ROLE(STOP) | ROLE(TITLE) | ROLE(SPEECH) | ROLE(LOCPREP))) return false;
  if (s->kind != GZ_SEG_WORD && s->kind != GZ_SEG_SINGLE) return s->kind != GZ_SEG_LISTED || s->type != GZ_PRODUCT;
  return s->pos == POS(N) || s->pos == POS(B) || s->pos == POS(S) || (s->pos == POS(A) && chars(s) > 1) || (s->kind == GZ_SEG_SINGLE && s->pos != POS(P) && s->pos != POS(U) &&
         s->pos != POS(C) && s->pos != POS(R) && s->pos != POS(D) && s->pos != POS(M) && s->pos != POS(Q) && s->pos != POS(V));
}

static bool in_place(const gz_seg *s)
{
  if (s->roles & (ROLE(STOP) | ROLE(TITLE) | ROLE(SPEECH) | ROLE(LOCPREP))) return false;
  if (s->kind == GZ_SEG_FIRM) return false;
  if (s->kind == GZ_SEG_LISTED) return s->type == GZ_PLACE;
  if (s->kind == GZ_SEG_WORD) return chars(s) <= 2 && (s->pos == POS(N) || s->pos == POS(A) || s->pos == POS(B));
  if (s->kind == GZ_SEG_SINGLE) return s->pos == POS(N) || s->pos == POS(A) || s->pos == POS(F) || s->pos == POS(B);
  return true;
}

/* Roles of the head that ends a segment: the segment itself, or the longest word of the list at its end. */
static uint32_t head_of(const gz_han *h, const gz_seg *s, int *head_from)
{
  *head_from = s->from;
  if (s->kind == GZ_SEG_LISTED || s->kind == GZ_SEG_DOTTED || s->kind == GZ_SEG_FIRM) return 0;
  if (s->roles & (ROLE(ORG) | ROLE(PLACE))) return s->roles;
  for (int from = s->from + 1; from < s->to; from++) {
    uint32_t roles = gz_han_roles(h, from, s->to);
    if (!roles) continue;
    *head_from = from;
    return roles;
  }
  return 0;
}

/* The leftmost segment of the organisation whose head is segment k, or k when there is none. */
static int org_start(const gz_han *h, int k, bool short_head)
{
  int first = k, j = k;
  bool any = false;
  while (j > 0 && in_org(&h->seg[j - 1]) && h->seg[k].to - h->seg[j - 1].from <= ORG_CHARS) {
    j--;
    if (specific(&h->seg[j])) { first = j; any = true; }
    else if (short_head && !any) break;
  }
  return any ? first : k;
}

static bool is_place(const gz_seg *s) { return s->kind == GZ_SEG_PLACE || (s->kind == GZ_SEG_LISTED && s->type == GZ_PLACE); }

/* Left of the head up to two parts that describe it, then the places that hold it. */
static int place_start(const gz_han *h, int k, bool short_head)
{
  int j = k, single = 0;
  while (j > 0 && in_place(&h->seg[j - 1]) && h->seg[k].to - h->seg[j - 1].from <= PLACE_CHARS) {
    const gz_seg *s = &h->seg[j - 1];
    if (is_place(s)) break;
    if (s->kind == GZ_SEG_SINGLE) { if (++single > 2) break; }
    else if (single || (s->kind == GZ_SEG_WORD && short_head)) break;
    j--;
    if (s->kind != GZ_SEG_SINGLE) break;
  }
  while (j > 0 && is_place(&h->seg[j - 1])) j--;
  return j;
}

typedef struct made { int from, to, type; } made;      /* in segments */

/* The name that segment k is the head of. */
static bool put_together(const gz_han *h, int k, made *out)
{
  const gz_seg *s = &h->seg[k];
  int head;
  uint32_t roles = head_of(h, s, &head);
  if (s->kind == GZ_SEG_SINGLE && k > 0 && (roles & ROLE(ORG)) && (h->seg[k - 1].roles & ROLE(POWER)) && h->seg[k - 1].kind == GZ_SEG_SINGLE) {
    out->from = k - 1; out->to = k + 1; out->type = GZ_ORG;                /* 美军, 日军 */
    return gz_folded_at(h->text, h->at[s->from], gz_view_of("\xE5\x86\x9B", 3));
  }
  bool short_head = s->to - head == 1;
  if (!(roles & (ROLE(ORG) | ROLE(PLACE))) || (s->kind == GZ_SEG_WORD && short_head && head == s->from)) return false;
  if (head > s->from && s->kind != GZ_SEG_WORD && s->kind != GZ_SEG_SINGLE) {
    /* a name that ends in a head by itself: 山东省 */
    out->from = place_start(h, k + 1, false) < k ? place_start(h, k + 1, false) : k;
    out->to = k + 1;
    out->type = roles & ROLE(PLACE) ? GZ_PLACE : GZ_ORG;
    return s->kind == GZ_SEG_PLACE;
  }
  if (head > s->from && short_head) return false;
  if (roles & ROLE(PLACE)) {
    int from = place_start(h, k, short_head);
    bool any = false;
    for (int j = from; j < k; j++) any |= specific(&h->seg[j]);
    if (from < k && any) { out->from = from; out->to = k + 1; out->type = GZ_PLACE; return true; }
  }
  if (!(roles & ROLE(ORG))) return false;
  int from = org_start(h, k, short_head);
  if (from == k || (short_head && h->seg[k - 1].kind == GZ_SEG_SINGLE) || (short_head && h->seg[k - 1].kind == GZ_SEG_WORD)) return false;
  out->from = from;
  out->to = k + 1;
  out->type = GZ_ORG;
  return true;
}

/* 赛道: two characters that are a word. */
static bool seldom_word(const gz_han *h, const made *m)
{
  int from = h->seg[m->from].from;
  return h->seg[m->to - 1].to - from == 2 && gz_han_is_seldom(h->cp[from], h->cp[from + 1]);
}

/* 路易十六, 莫伊米尔一世: where a name with its number ends (a character). */
static int with_number(const gz_han *h, int to)
{
  int k = to;
  while (k < h->n && k < to + 3) {
    size_t at = h->at[k];
    uint32_t cp = gz_utf8_next(h->text.p, h->text.n, &at);
    bool digit = cp == 0x4E00 || cp == 0x4E8C || cp == 0x4E09 || cp == 0x56DB || cp == 0x4E94 || cp == 0x516D || cp == 0x4E03 || cp == 0x516B || cp == 0x4E5D || cp == 0x5341;
    if (cp == 0x4E16 && k > to) return k + 1;
    if (!digit) return to;
    k++;
  }
  return to;
}

/* A transliterated name: a person, unless what stands around it speaks of a place, a people, a thing. */
static bool emit_foreign(gz_ent_work *w, const gz_han *h, const gz_seg *s)
{
  uint32_t behind = gz_han_starts(h, s->to), before = gz_han_ends(h, s->from);
  int to = with_number(h, s->to);
  if (to > s->to) return gz_found_add(w, span_of(h, s->from, to), GZ_PERSON);
  bool place = (before & (ROLE(LOCPREP) | ROLE(PLACETITLE))) || (behind & ROLE(ATPLACE));
  if (s->kind == GZ_SEG_DOTTED) return gz_found_add(w, span_of(h, s->from, s->to), place && (before & ROLE(PLACETITLE)) ? GZ_PLACE : GZ_PERSON);
  if (!place && (behind & ROLE(PEOPLE))) return true;
  return gz_found_add(w, span_of(h, s->from, s->to), place ? GZ_PLACE : GZ_PERSON);
}

/* Kosmos能源公司: the own part of the name may be a Latin word that stands right before the stretch. */
static gz_span firm_span(const gz_han *h, const gz_seg *s)
{
  gz_span out = span_of(h, s->from, s->to);
  if (s->from == 0) out.start = h->latin_from;
  return out;
}

static bool emit_plain(gz_ent_work *w, const gz_han *h, const gz_seg *s)
{
  switch (s->kind) {
    case GZ_SEG_PLACE: return gz_han_starts(h, s->to) & ROLE(PEOPLE) || gz_found_add(w, span_of(h, s->from, s->to), GZ_PLACE);
    case GZ_SEG_FIRM: return gz_found_add(w, firm_span(h, s), GZ_ORG);
    case GZ_SEG_PERSON: return gz_found_add(w, span_of(h, s->from, s->to), GZ_PERSON);
    case GZ_SEG_FOREIGN: case GZ_SEG_DOTTED: return emit_foreign(w, h, s);
    default: return true;
  }
}

/* A place in a place in a place: 中国甘肃省金塔县 is one name. At least one part must be one that is not listed. */
static int add_chains(const gz_han *h, made *m, int count)
{
  made all[GZ_HAN_MAX];
  int n = 0, i = 0;
  for (int k = 0; k < h->segs;) {
    while (i < count && m[i].to <= k) i++;
    if (i < count && m[i].from <= k) { all[n++] = m[i]; k = m[i].to; continue; }
    int to = k;
    bool unlisted = false;
    while (to < h->segs && is_place(&h->seg[to]) && !(i < count && m[i].from <= to)) { unlisted |= h->seg[to].kind == GZ_SEG_PLACE; to++; }
    if (to - k > 1 && unlisted) { made x = {k, to, GZ_PLACE}; all[n++] = x; k = to; }
    else k = to > k ? to : k + 1;
  }
  memcpy(m, all, (size_t)n * sizeof *m);
  return n;
}

static void read_stretch(gz_ent_work *w, gz_listed *listed, gz_han *h)
{
  if (h->n < 2) return;
  if (!gz_han_cut(h, w, listed)) return;
  made m[GZ_HAN_MAX];
  int count = 0;
  for (int k = 0; k < h->segs; k++) {
    made x;
    if (!put_together(h, k, &x) || seldom_word(h, &x)) continue;
    while (count && m[count - 1].from >= x.from && m[count - 1].to <= x.to) count--;        /* the longer one holds it */
    if (count && m[count - 1].to > x.from) x.from = m[count - 1].to;
    if (x.from < x.to) m[count++] = x;
  }
  count = add_chains(h, m, count);
  for (int k = 0, i = 0; k < h->segs && !w->nomem;) {
    while (i < count && m[i].to <= k) i++;
    if (i < count && m[i].from <= k) {
      if (!gz_found_add(w, span_of(h, h->seg[m[i].from].from, h->seg[m[i].to - 1].to), (uint8_t)m[i].type)) return;
      k = m[i].to;
      continue;
    }
    if (!emit_plain(w, h, &h->seg[k])) return;
    k++;
  }
}

/* Is the line that starts at pos Japanese? Kana make up more than a tenth of it. They begin with E3, EF or F0: a line without them, which
** most are, is looked at byte by byte. */
static bool japanese_line(gz_view t, size_t pos, size_t *end)
{
  size_t han = 0, kana = 0, i = pos;
  const char *newline = memchr(t.p + pos, '\n', t.n - pos);
  *end = newline ? (size_t)(newline - t.p) : t.n;
  size_t due = i + GZ_WATCH_STRIDE;
  while (i < *end && !gz_watch_at(i, &due)) {
    unsigned char c = (unsigned char)t.p[i];
    if (c != 0xE3 && c < 0xEF) { i++; continue; }
    unsigned s = gz_script_of(gz_utf8_next(t.p, t.n, &i));
    kana += s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA;
  }
  due = pos + GZ_WATCH_STRIDE;
  for (i = pos; kana > 1 && i < *end && !gz_watch_at(i, &due);) {
    if ((unsigned char)t.p[i] < 0xE3) { i++; continue; }
    han += gz_script_of(gz_utf8_next(t.p, t.n, &i)) == GZ_SCRIPT_HANI;
  }
  return kana > 1 && kana * 10 > han;
}

size_t gz_first_kana_line(const gz_ent_work *w)
{
  size_t i = w->kana_from;
  while (i > 0 && w->text.p[i - 1] != '\n') i--;
  return i;
}

bool gz_line_is_japanese(gz_view text, size_t pos, size_t *end) { return japanese_line(text, pos, end); }

/* Puts Han characters from pos on behind the stretch: those that the scan has kept as they are, others decoded. Returns the end. */
static size_t take_run(const gz_ent_work *w, size_t *run, size_t pos, gz_han *h)
{
  gz_view t = w->text;
  int n = h->n;
  while (*run < w->run_count && w->runs[*run].start + 3 * (size_t)w->runs[*run].count <= pos) ++*run;
  if (*run < w->run_count && w->runs[*run].start <= pos) {
    const gz_han_run *r = &w->runs[*run];
    size_t skip = (pos - r->start) / 3, left = r->count - skip;
    int stop = left < (size_t)(GZ_HAN_MAX - 1 - n) ? n + (int)left : GZ_HAN_MAX - 1;
    const uint16_t *c = w->han + r->at + skip;
    h->rare |= r->rare;
    for (; n < stop; n++, pos += 3) {
      h->at[n] = (uint32_t)pos;
      h->cp[n] = *c++;
      h->dot[n] = false;
    }
  }
  for (uint32_t han; n < GZ_HAN_MAX - 1 && (han = gz_plain_han_at(t, pos)) != 0; pos += 3, n++) {
    h->at[n] = (uint32_t)pos;
    h->cp[n] = gz_fold(han);
    h->rare |= !gz_han_is_plain(h->cp[n]);
    h->dot[n] = false;
  }
  h->at[n] = (uint32_t)pos;
  h->n = n;
  return pos;
}

void gz_discover_han(gz_ent_work *w, gz_listed *listed)
{
  gz_view t = w->text;
  gz_han h;
  size_t line_end = 0, i = 0, run = 0;
  bool japanese = false;
  h.text = t;
  h.n = 0;
  h.rare = false;
  line_end = w->kana ? gz_first_kana_line(w) : t.n;      /* no line before it is Japanese */
  while (i <= t.n && !w->nomem) {
    if (i - w->polled > 16384 && gz_work_stop(w, i)) return;
    if (h.n == 0 && i < line_end) i = gz_skip_ascii(t, i, line_end);
    unsigned char c = i < t.n ? (unsigned char)t.p[i] : '\n';
    if (i >= line_end && h.n == 0 && i < t.n) {
      if (i > w->kana_to) { line_end = t.n; japanese = false; }
      else japanese = japanese_line(t, i, &line_end);
    }
    if (c >= 0xE4 && c <= 0xE9 && !japanese) {
      i = take_run(w, &run, i, &h);
      c = i < t.n ? (unsigned char)t.p[i] : '\n';
    }
    size_t next = i + 1;
    uint32_t cp = c;
    if (c >= 0x80) { next = i; cp = gz_utf8_next(t.p, t.n, &next); }
    bool dot = c >= 0x80 && gz_fold(cp) == 0xB7 && h.n > 0 && !h.dot[h.n - 1];
    if ((dot || (c >= 0xE2 && gz_is_han(cp))) && !japanese) {
      h.at[h.n] = (uint32_t)i;
      h.cp[h.n] = gz_fold(cp);
      h.dot[h.n] = dot;
      h.rare |= !gz_han_is_plain(h.cp[h.n]);
      h.at[++h.n] = (uint32_t)next;
      if (h.n == GZ_HAN_MAX) { read_stretch(w, listed, &h); h.n = 0; h.rare = false; }
    } else if (h.n) {
      if (h.dot[h.n - 1]) h.n--;
      read_stretch(w, listed, &h);
      h.n = 0;
      h.rare = false;
      continue;                       /* look at this character again: a line may start here */
    }
    i = next;
  }
}
