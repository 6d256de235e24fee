/* Names that only a deal's own words show. The text between the mentions of the entity layer is looked through, in the sentences that state
** something, for runs of capitals (deal_names_latin.c) and for Chinese names in quotation marks or beside words for a company
** (deal_names_han.c). A run is taken when the words around one of its places show a company, and then at all its places; runs that repeat a
** discovered name are that name. A name of one word that discovery took for a person's becomes a company's on the same evidence. Sorted
** arrays, linear. */
#include "find/deal_names.h"
#include "base/sort.h"
#include "base/watch.h"
#include "find/deal_beside.h"
#include "base/alloc.h"
#include "find/cue_words.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdlib.h>

#define FIRST_ID 0xC0000000u
#define GZ_NO_ID UINT32_MAX
#define SHORT_MAX 48          /* names looked at for short forms */
#define UNSHOWN 255u         /* type of a name that nothing shows to be a company yet */

static uint32_t hash_name(gz_view v)
{
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < v.n;) h = (h ^ gz_fold(gz_utf8_next(v.p, v.n, &i))) * 16777619u;
  return h;
}

static bool same_words(gz_view x, gz_view y)
{
  size_t i = 0, k = 0;
  while (i < x.n && k < y.n) if (gz_fold(gz_utf8_next(x.p, x.n, &i)) != gz_fold(gz_utf8_next(y.p, y.n, &k))) return false;
  return i == x.n && k == y.n;
}

void gz_maybe_add(gz_maybes *m, gz_view text, gz_span s, bool shown)
{
  if (s.end - s.start > 80 || m->nomem) return;
  if (!gz_array_grow((void **)&m->list, &m->cap, m->count, sizeof *m->list)) { m->nomem = true; return; }
  gz_maybe x = {s, hash_name(gz_view_slice(text, s)), 0, shown, false};
  m->list[m->count++] = x;
  size_t first = 0;
  gz_view v = gz_view_slice(text, s);
  if (v.n) gz_maybe_opens(m, gz_fold(gz_utf8_next(v.p, v.n, &first)));
}

static int by_hash(const void *x, const void *y)
{
  const gz_maybe *a = x, *b = y;
  if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
  return a->span.start < b->span.start ? -1 : a->span.start > b->span.start;
}

static int by_place(const void *x, const void *y)
{
  const gz_entity *a = x, *b = y;
  return a->span.start < b->span.start ? -1 : a->span.start > b->span.start;
}

static bool one_word(gz_view v) { return !memchr(v.p, ' ', v.n) && !memchr(v.p, '\n', v.n); }

/* A discovered name that may be a company's: what discovery does not know it calls a person. */
static bool unsure(const gz_analysis *a, const gz_entity *e)
{
  if (e->how != GZ_HOW_DISCOVERED) return false;
  if (e->type != GZ_PERSON && e->type != GZ_PLACE) return false;
  size_t at = e->span.start;
  if ((unsigned char)a->text.p[at] >= 0xE2) {            /* 公司阿波尼亚, 公司「康諾維」 */
    bool quoted = at >= 6 && (memcmp(a->text.p + at - 3, "\xE3\x80\x8C", 3) == 0 || memcmp(a->text.p + at - 3, "\xE2\x80\x9C", 3) == 0);
    return gz_ends_in_company(a->text, quoted ? at - 3 : at) || gz_kana_company(a->text, at);
  }
  return one_word(gz_view_slice(a->text, e->span)) || gz_company_apposed(a->text, e->span) || gz_thing_last(gz_view_slice(a->text, e->span));
}

static bool numeral_inside(const gz_analysis *a, gz_span s, size_t *money)
{
  while (*money < a->money_count && a->money[*money].span.end <= s.start) ++*money;
  return *money < a->money_count && a->money[*money].span.start < s.end;
}

/* 、上汽恒旭、: an item of a list that begins with a listed name and goes on is a name of its own. */
static bool item_goes_on(gz_view t, gz_span s)
{
  static const char mark[] = "\xE3\x80\x81";             /* 、 */
  if (s.start < 3 || memcmp(t.p + s.start - 3, mark, 3)) return false;
  size_t i = s.end;
  for (int n = 0; n <= 4 && i + 3 <= t.n; n++) {
    if (memcmp(t.p + i, mark, 3) == 0) return n >= 2 && !gz_fund_suffix(t, s.end) && !gz_company_word(t, s.end, i);
    if ((unsigned char)t.p[i] < 0xE4 || (unsigned char)t.p[i] > 0xE9) return false;
    i += 3;
  }
  return false;
}

/* Part of a fund's long name: 北京 of 北京市人工智能产业投资基金. */
static bool in_fund(gz_view t, gz_span s)
{
  size_t from = s.start, run = from;
  while (run < t.n && run < s.end + 42u && (unsigned char)t.p[run] >= 0xE4 && (unsigned char)t.p[run] <= 0xE9) run += 3;
  if (gz_deal_find(t, from, run, GZ_BESIDE(FUND_NAME)) == run) return false;
  for (int n = 0; n < 8; n++) {
    size_t end = gz_fund_item(t, from);
    if (end) return end >= s.end && (end != s.end || from != s.start);
    if (from < 3 || (unsigned char)t.p[from - 3] < 0xE4 || (unsigned char)t.p[from - 3] > 0xE9) break;
    from -= 3;
  }
  return false;
}

/* A discovered Chinese name that holds a deal's verb or a word for shares is two names and more (雅戈尔出售银泰百货); one that only says
** "company" right before a quoted name is a description (新创公司「瑞光智驾」). Such mentions are read as plain text. */
static bool misread(const gz_analysis *a, const gz_entity *e, size_t *money)
{
  uint32_t value;
  if (e->how == GZ_HOW_DISCOVERED && (numeral_inside(a, e->span, money) || gz_trie_exact(&gz_cue_trie, gz_view_slice(a->text, e->span), &value))) return true;      /* Millionen Euro von X; Anteil */
  if (e->type == GZ_PRODUCT && (unsigned char)a->text.p[e->span.start] < 0x80 && e->span.end < a->text.n && (unsigned char)a->text.p[e->span.end] >= 0xE4 && gz_fund_suffix(a->text, e->span.end)) return true;      /* D1资本 */
  if ((unsigned char)a->text.p[e->span.start] >= 0xE2 && (e->type == GZ_PRODUCT ? gz_fund_suffix(a->text, e->span.end) : e->type == GZ_ORG && gz_deal_beside(a->text, e->span.end, GZ_BESIDE(ARM)))) return true;      /* 星火资本, 小米产投 */
  if (e->type == GZ_PLACE && e->how == GZ_HOW_DISCOVERED && (unsigned char)a->text.p[e->span.start] >= 0xE2 && gz_fund_suffix(a->text, e->span.end)) return true;      /* 上城资本 */
  if ((unsigned char)a->text.p[e->span.start] >= 0xE2 && in_fund(a->text, e->span)) return true;
  if (e->how == GZ_HOW_NAME && e->type == GZ_ORG && (unsigned char)a->text.p[e->span.start] >= 0xE2 && item_goes_on(a->text, e->span)) return true;
  if (e->how != GZ_HOW_DISCOVERED || e->type != GZ_ORG || (unsigned char)a->text.p[e->span.start] < 0xE2) return false;
  gz_view v = gz_view_slice(a->text, e->span);
  bool last = e + 1 == a->entities + a->entity_count;
  if (e->span.end < a->text.n && ((a->text.p[e->span.end] >= 'A' && a->text.p[e->span.end] <= 'Z') || (!last && e[1].span.start == e->span.end && (unsigned char)a->text.p[e->span.end] >= 0xE2)) &&
      gz_ends_in_company(a->text, e->span.end)) return true;                                                     /* 以色列初创公司Run:ai */
  uint32_t cp = 0;
  size_t i = e->span.end;
  if (i < a->text.n) cp = gz_utf8_next(a->text.p, a->text.n, &i);
  return gz_deal_word_inside(a->text, e->span) || gz_company_noun_inside(v) || gz_company_in_general(v) || ((cp == 0x300C || cp == 0x201C) && gz_ends_in_company(a->text, e->span.end)) || (v.n <= 9 && gz_ends_in_company(a->text, e->span.end));
}

/* Looks through a stretch between mentions, as far as it lies in sentences that state something; *sentence: the first one to look at. */
static void look_in(const gz_analysis *a, const bool *stated, gz_span gap, size_t *sentence, gz_maybes *m)
{
  bool kana = strcmp(a->lang.tag, "ja") == 0 || strcmp(a->lang.tag, "ko") == 0;
  for (uint32_t at = gap.start; at < gap.end && *sentence < a->sentence_count;) {
    uint32_t start = a->sentences[*sentence].start, next = *sentence + 1 < a->sentence_count ? a->sentences[*sentence + 1].start : (uint32_t)a->text.n;
    if (next <= at || !stated[*sentence]) { if (next > gap.end) return; ++*sentence; continue; }
    gz_span part = {start > at ? start : at, next < gap.end ? next : gap.end};
    if (part.end > part.start + 1) { gz_deal_names_latin(a->text, part, m); gz_deal_names_han(a->text, part, m); if (kana) gz_deal_names_kana(a->text, part, m); }
    at = part.end > at ? part.end : gap.end;
  }
}

static void search(const gz_analysis *a, const bool *stated, gz_maybes *m, bool *dropped)
{
  size_t sentence = 0, in = 0;         /* in: of the mention */
  uint32_t from = 0;
  size_t money = 0;
  bool inside = false;                 /* the stretch holds a mention that was misread */
  for (size_t i = 0; i < a->entity_count; i++) {
    size_t at = a->entities[i].span.start;
    gz_maybe_opens(m, gz_fold(gz_utf8_next(a->text.p, a->text.n, &at)));
  }
  size_t due = GZ_WATCH_STRIDE / 4;
  for (size_t i = 0; i <= a->entity_count && !m->nomem; i++) {
    if (from >= due) { due = from + GZ_WATCH_STRIDE / 4; if (gz_watch_stopped()) return; }
    if (i < a->entity_count) {
      while (in + 1 < a->sentence_count && a->sentences[in + 1].start <= a->entities[i].span.start) in++;
      dropped[i] = in < a->sentence_count && stated[in] && misread(a, &a->entities[i], &money);
      if (dropped[i]) { inside = true; continue; }
    }
    gz_span gap = {from, i < a->entity_count ? a->entities[i].span.start : (uint32_t)a->text.n};
    size_t had = m->count;
    m->at_once = inside;
    if (gap.end > gap.start + 1) look_in(a, stated, gap, &sentence, m);
    for (; inside && had < m->count; had++) m->list[had].inside = true;
    inside = false;
    if (i == a->entity_count) break;
    const gz_entity *e = &a->entities[i];
    from = e->span.end;
    if (e->how != GZ_HOW_DISCOVERED) continue;
    gz_maybe_add(m, a->text, e->span, unsure(a, e) && ((unsigned char)a->text.p[e->span.start] >= 0xE2 || gz_company_shown(a->text, e->span)));
    if (m->count) m->list[m->count - 1].like = (uint32_t)i + 1;
  }
}

/* What was kept aside counts where it may open a name that is known by now. */
static void judge_aside(const gz_analysis *a, gz_maybes *m)
{
  size_t money = 0;
  for (size_t i = 0; i < m->aside_count; i++) {
    gz_span s = m->aside[i];
    size_t at = s.start;
    if (gz_maybe_may_open(m, gz_fold(gz_utf8_next(a->text.p, a->text.n, &at))) && !numeral_inside(a, s, &money) && gz_deal_name_aside(a->text, s)) gz_maybe_add(m, a->text, s, false);
  }
}

/* What is known of the group of equal names [from, to): whose mention it repeats, whether it is shown to be a company. */
static gz_status settle_group(gz_analysis *a, const gz_maybes *m, size_t from, size_t to, gz_entity *out, size_t *count, uint32_t *id)
{
  const gz_entity *like = NULL;
  bool shown = false, inside = false;
  for (size_t i = from; i < to; i++) {
    shown |= m->list[i].shown;
    inside |= m->list[i].inside;
    if (m->list[i].like && !like) like = &a->entities[m->list[i].like - 1];
  }
  gz_entity e;
  memset(&e, 0, sizeof e);
  if (like) e = *like;
  else {
    gz_view v = gz_view_slice(a->text, m->list[from].span);
    e.name = gz_arena_copy(&a->arena, v.p, v.n);
    if (!e.name) return GZ_NOMEM;
    e.id = FIRST_ID + (*id)++;
    e.how = GZ_HOW_DISCOVERED;
    e.type = UNSHOWN;
    gz_entity known;
    bool found = false;
    gz_status st = !(inside || (shown && (unsigned char)v.p[0] >= 0xE2)) ? GZ_OK : gz_entity_of(v, a->names, &known, &found);      /* listed, but misread where it stands */
    if (st != GZ_OK) return st;
    if (found && known.type == GZ_ORG) { known.how = GZ_HOW_NAME; e = known; }
  }
  if (shown && (!like || unsure(a, like))) e.type = GZ_ORG;
  for (size_t i = from; i < to; i++) {
    if (m->list[i].like) {
      out[m->list[i].like - 1].type = e.type;
      continue;
    }
    e.span = m->list[i].span;
    out[(*count)++] = e;
  }
  return GZ_OK;
}

/* Does the longer name begin with the shorter as a whole word (Han: as two characters and more)? */
static bool begins_with(gz_view longer, gz_view shorter)
{
  size_t i = 0, k = 0;
  while (k < shorter.n) {
    if (i >= longer.n || gz_fold(gz_utf8_next(longer.p, longer.n, &i)) != gz_fold(gz_utf8_next(shorter.p, shorter.n, &k))) return false;
  }
  return i < longer.n && (longer.p[i] == ' ' || ((unsigned char)longer.p[i] >= 0xE3 && shorter.n >= 6));
}


#define NEAR_MENTIONS 96      /* how far a short form is looked for */

/* Bellmont Health, where Bellmont is a company of the text: shown by it, and the name of both. At most SHORT_MAX such names. */
static void name_longer(const gz_analysis *a, gz_entity *e, size_t count)
{
  struct { uint32_t id; size_t to; } pair[SHORT_MAX];
  size_t n = 0;
  for (size_t i = 0; i < count && n < SHORT_MAX; i++) {
    gz_view v = gz_view_slice(a->text, e[i].span);
    if (e[i].type != UNSHOWN || one_word(v) || (unsigned char)v.p[0] >= 0xE2) continue;
    for (size_t k = i > NEAR_MENTIONS ? i - NEAR_MENTIONS : 0; k < count && k < i + NEAR_MENTIONS; k++) {
      if (e[k].how != GZ_HOW_DISCOVERED || e[k].type != GZ_ORG || !begins_with(v, gz_view_slice(a->text, e[k].span))) continue;
      pair[n].id = e[k].id;
      pair[n++].to = i;
      break;
    }
  }
  for (size_t i = 0; n && i < count; i++)
    for (size_t k = 0; k < n; k++) {
      const gz_entity *to = &e[pair[k].to];
      if (e[i].id != pair[k].id && e[i].id != to->id) continue;
      gz_span at = e[i].span;
      e[i] = *to;
      e[i].span = at;
      e[i].type = GZ_ORG;
      break;
    }
}

/* Short forms: a name that opens a longer one of the text is that (Corvane: Corvane AI; 银泰: 银泰百货). What nothing showed to be a
** company and is no short form is dropped. */
static void unite(const gz_analysis *a, gz_entity *e, size_t *count)
{
  name_longer(a, e, *count);
  size_t firsts[SHORT_MAX], n = 0, live = 0;
  uint64_t seen[8] = {0};                                  /* a bit per hash of the ids of firsts: most that are not set are new */
  for (size_t i = 0; i < *count && n < SHORT_MAX; i++) {
    if ((e[i].type != GZ_ORG && e[i].type != GZ_PRODUCT) || e[i].how == GZ_HOW_SHORT) continue;
    unsigned bit = (e[i].id * 0x9E3779B1u) >> 23;
    size_t k = seen[bit >> 6] >> (bit & 63) & 1u ? 0 : n;
    while (k < n && e[firsts[k]].id != e[i].id) k++;
    if (k < n) continue;
    firsts[n++] = i;
    seen[bit >> 6] |= (uint64_t)1 << (bit & 63);
  }
  for (size_t i = 0; i < *count; i++) {
    if ((e[i].id >= FIRST_ID && e[i].id < GZ_NO_ID) || (e[i].how == GZ_HOW_DISCOVERED && (e[i].type == GZ_ORG || e[i].type == GZ_PERSON) && (unsigned char)a->text.p[e[i].span.start] < 0x80 && one_word(gz_view_slice(a->text, e[i].span)))) {
      gz_view v = gz_view_slice(a->text, e[i].span);
      for (size_t k = 0; k < n; k++)
        if (e[firsts[k]].id != e[i].id && (e[i].id >= FIRST_ID || e[firsts[k]].how == GZ_HOW_DISCOVERED) && begins_with(gz_view_slice(a->text, e[firsts[k]].span), v)) {
          gz_span s = e[i].span;
          size_t best = k;                                 /* Kestrel: Kestrel Oil: Kestrel Oil & Gas */
          for (size_t j = k + 1; j < n; j++) if (e[firsts[j]].how == GZ_HOW_DISCOVERED && begins_with(gz_view_slice(a->text, e[firsts[j]].span), gz_view_slice(a->text, e[firsts[best]].span))) best = j;
          e[i] = e[firsts[best]];
          e[i].span = s;
          break;
        }
    }
    if (e[i].type == UNSHOWN) continue;
    if (live != i) e[live] = e[i];
    live++;
  }
  *count = live;
}

/* 思科投资、富达: in a list of investors the word is the last of the name, which is a company of its own. */
static gz_status name_arms(gz_analysis *a, gz_entity *e, size_t count)
{
  gz_view t = a->text;
  for (size_t i = 0; i < count; i++) {
    if (e[i].type != GZ_ORG || (unsigned char)t.p[e[i].span.start] < 0xE2 || e[i].how == GZ_HOW_TICKER) continue;
    size_t end = gz_deal_beside_end(t, e[i].span.end, GZ_BESIDE(INVESTMENT));
    if (!end || (i + 1 < count && e[i + 1].span.start < end) || !gz_ends_investor(t, end) || !gz_starts_item(t, e[i].span.start)) continue;
    gz_view v = gz_view_of(t.p + e[i].span.start, end - e[i].span.start);
    gz_entity known;
    bool found = false;
    gz_status st = gz_entity_of(v, a->names, &known, &found);
    if (st != GZ_OK) return st;
    gz_span s = {e[i].span.start, (uint32_t)end};
    if (found && known.type == GZ_ORG) { known.how = GZ_HOW_NAME; e[i] = known; }
    else {
      e[i].name = gz_arena_copy(&a->arena, v.p, v.n);
      if (!e[i].name) return GZ_NOMEM;
      e[i].id = FIRST_ID | (hash_name(v) >> 3);
      e[i].how = GZ_HOW_DISCOVERED;
    }
    e[i].span = s;
  }
  return GZ_OK;
}

/* The mentions of the analysis that stay, then the new ones, each in order of the text, as one. The new ones have room behind them. */
static size_t merge(gz_entity *e, size_t old, size_t count, const bool *dropped)
{
  size_t n = 0, added = count - old;
  gz_entity *fresh = e + count;
  if (added > 1) qsort(e + old, added, sizeof *e, by_place);
  memcpy(fresh, e + old, added * sizeof *e);
  for (size_t i = 0; i < old; i++) {
    if (dropped[i]) continue;
    if (n != i) e[n] = e[i];
    n++;
  }
  for (size_t i = n, k = added, to = n + added; k > 0;) {
    if (i > 0 && e[i - 1].span.start > fresh[k - 1].span.start) e[--to] = e[--i];
    else e[--to] = fresh[--k];
  }
  return n + added;
}

gz_status gz_deal_names(gz_analysis *a, const bool *stated, gz_entity **list, size_t *count)
{
  gz_maybes m;
  memset(&m, 0, sizeof m);
  bool *dropped = gz_malloc(a->entity_count + 1);
  if (!dropped) return GZ_NOMEM;
  search(a, stated, &m, dropped);
  if (gz_watch_was_stopped()) { gz_free(m.list); gz_free(m.aside); gz_free(dropped); return GZ_INTERRUPT; }
  size_t money = 0, kept = 0;
  for (size_t i = 0; i < m.count; i++)                     /* a sum is no name: US$, A$ */
    if (m.list[i].like || !numeral_inside(a, m.list[i].span, &money)) m.list[kept++] = m.list[i];
  m.count = kept;
  judge_aside(a, &m);
  gz_entity *out = m.nomem ? NULL : gz_malloc((a->entity_count + 2 * m.count + 1) * sizeof *out);
  gz_status st = out ? GZ_OK : GZ_NOMEM;
  if (out && a->entity_count) memcpy(out, a->entities, a->entity_count * sizeof *out);
  size_t n = a->entity_count;
  if (out && !gz_sort(m.list, m.count, sizeof *m.list, by_hash)) st = gz_watch_was_stopped() ? GZ_INTERRUPT : GZ_NOMEM;
  uint32_t id = 0;
  size_t groups = 0;
  for (size_t from = 0; st == GZ_OK && from < m.count;) {
    size_t to = from + 1;
    gz_view v = gz_view_slice(a->text, m.list[from].span);
    if (++groups % 256 == 0 && gz_watch_stopped()) { st = GZ_INTERRUPT; break; }
    while (to < m.count && m.list[to].hash == m.list[from].hash && same_words(v, gz_view_slice(a->text, m.list[to].span))) to++;
    st = settle_group(a, &m, from, to, out, &n, &id);
    from = to;
  }
  gz_free(m.list);
  gz_free(m.aside);
  if (st == GZ_OK) {
    n = merge(out, a->entity_count, n, dropped);
    unite(a, out, &n);
    st = name_arms(a, out, n);
  }
  if (st != GZ_OK) gz_free(out);
  gz_free(dropped);
  if (st != GZ_OK) return st;
  *list = out;
  *count = n;
  return GZ_OK;
}
