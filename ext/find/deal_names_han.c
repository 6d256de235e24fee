/* Chinese names of companies that stand in no list: what is quoted behind a word for a company (初创公司「瑞光智驾」), what follows such a
** word or a deal's verb up to where a name must end (收购瑞士公司阿波尼亚的全部股权), and what opens a clause before a company's doing
** (灵犀动力完成). Everyday words are no names: a stretch that they explain wholly is left alone. Lexicon name_cues, table of everyday words. */
#include "base/alloc.h"
#include "base/watch.h"
#include "find/cue_words.h"
#include "find/deal_beside.h"
#include "find/deal_names.h"
#include "find/han_data.h"
#include "find/lexmatch.h"
#include "lex_name_cues.h"

#define CLASS(x) LEX_NAME_CUES_CLASS_##x
#define CHARS_MAX 8

static unsigned classes_at(gz_view t, size_t pos, size_t *longest)
{
  gz_hit h[8];
  size_t n = gz_trie_prefixes(&lex_name_cues.trie, t, pos, h, 8);
  if (n == 0) return 0;
  *longest = h[n - 1].end;
  return lex_name_cues_rows[h[n - 1].value].class;
}

typedef struct wanted { unsigned mask; bool hit; } wanted;

static bool of_class(void *arg, size_t start, uint32_t value)
{
  wanted *w = arg;
  (void)start;
  w->hit |= (lex_name_cues_rows[value].class & w->mask) != 0;
  return w->hit;
}

static bool ends_in(gz_view t, size_t floor, size_t end, unsigned mask)
{
  wanted w = {mask, false};
  gz_lex_ending(&lex_name_cues.trie, t, floor, end, 4, of_class, &w);
  return w.hit;
}

static bool among(gz_view t, size_t pos, const char *set)      /* of three bytes each */
{
  if (t.n < pos + 3) return false;
  for (; *set; set += 3) if (memcmp(t.p + pos, set, 3) == 0) return true;
  return false;
}

/* 股份, 股权 right behind, perhaps with 的: what stands before has shares. */
static bool shares_follow(gz_view t, size_t pos) { return gz_deal_beside(t, pos, GZ_BESIDE(SHARES)); }

/* Do everyday words explain the whole stretch? Names of places count, except where shares follow. */
static bool everyday(gz_view t, gz_span s, bool places)
{
  bool reach[3 * CHARS_MAX + 1] = {true};
  size_t n = s.end - s.start;
  if (n >= sizeof reach) return true;
  gz_view v = gz_view_of(t.p, s.end);
  for (size_t i = 0; i < n; i++) {
    if (!reach[i]) continue;
    gz_hit h[8];
    size_t hits = gz_han_prefixes(v, s.start + i, h, 8);
    for (size_t k = 0; k < hits; k++) {
      const gz_han_row *r = &gz_han_rows[h[k].value];
      size_t end = h[k].end - s.start;
      bool alone = end - i == 3;
      bool small = r->pos == GZ_POS_P || r->pos == GZ_POS_U || r->pos == GZ_POS_C || r->pos == GZ_POS_R || r->pos == GZ_POS_D || r->pos == GZ_POS_M || r->pos == GZ_POS_Q || (r->pos == GZ_POS_V && r->word >= 140);
      if (r->word && (!alone || small) && end <= n) reach[end] = true;
      if (places && !alone && r->place && end <= n) reach[end] = true;
    }
  }
  return reach[n];
}

/* A word of deals and figures is no name: 营收, 合作. */
static bool says_deal(gz_view t, gz_span s)
{
  gz_hit h[GZ_CUE_PREFIXES_MAX];
  size_t n = gz_trie_prefixes(&gz_cue_trie, gz_view_of(t.p, s.end), s.start, h, GZ_CUE_PREFIXES_MAX);
  return n > 0 && h[n - 1].end - s.start >= 6 && (h[n - 1].end == s.end || h[n - 1].end - s.start > 6);
}

/* Ends in what investors and groups are called: 资本, 创投, 集团. */
static bool has_suffix(gz_view t, gz_span s)
{
  return s.end - s.start >= 12 && ends_in(t, s.end - 6, s.end, CLASS(SUFFIX));
}

/* The stretch of Han characters from pos up to a word that ends names; its length in characters. */
static unsigned stretch(gz_view t, size_t pos, size_t end, gz_span *s)
{
  size_t i = pos, skip;
  unsigned n = 0;
  while (i < end && n <= CHARS_MAX) {
    size_t next = i;
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    if (cp - 0x4E00u >= GZ_HAN_BITS && !gz_is_han(cp)) break;
    unsigned mask = 0;
    if (gz_han_bit(gz_name_ends_han, cp)) {
      if (cp - 0x4E00u < GZ_HAN_BITS && gz_han_bit(gz_name_stops_han, cp)) break;
      mask = classes_at(t, i, &skip);
    }
    if ((mask & CLASS(STOP)) || ((mask & CLASS(BEHIND)) && !(mask & CLASS(SUFFIX)) && skip - i >= 6)) break;
    if ((mask & CLASS(SUFFIX)) && skip <= end) { n += (unsigned)(skip - i) / 3; i = skip; if (i < end && (classes_at(t, i, &skip) & CLASS(BEHIND))) break; continue; }      /* 资本, 百货: no stop begins inside */
    i = next;
    n++;
  }
  s->start = (uint32_t)pos;
  s->end = (uint32_t)i;
  return n;
}

/* Characters behind which a clause starts. */
static bool ends_clause(uint32_t cp)
{
  return cp == '\n' || cp == 0x3002 || cp == 0xFF0C || cp == ',' || cp == 0xFF1B || cp == 0x3000 || cp == 0xFF1A || cp == 0x3001 || cp == 0x7531 || cp == 0x548C || cp == 0x53CA;
}

static uint32_t before(gz_view t, size_t pos) { return pos ? gz_utf8_prev(t.p, t.n, &pos) : '\n'; }

/* Is the stretch one word of the language? 新创「耐能」 is none, though 耐 and 能 are. */
static bool one_word(gz_view t, gz_span s)
{
  gz_hit h[8];
  size_t n = gz_han_prefixes(gz_view_of(t.p, s.end), s.start, h, 8);
  for (size_t k = 0; k < n; k++) if (h[k].end == s.end && gz_han_rows[h[k].value].word) return true;
  return s.end - s.start > 12 && everyday(t, s, true);
}

/* 「X」 from its opening mark: behind a word for a company, or before a company's doing. */
static void quoted(gz_view t, gz_span gap, size_t open, size_t in, uint32_t close, gz_maybes *m)
{
  size_t i = in;
  unsigned n = 0;
  while (i < gap.end && n <= CHARS_MAX) {
    size_t at = i;
    uint32_t cp = gz_utf8_next(t.p, t.n, &i);
    if (cp == close) {
      gz_span s = {(uint32_t)in, (uint32_t)at};
      size_t skip;
      bool noun = ends_in(t, open > 30 ? open - 30 : 0, open, CLASS(NOUN));
      if (n < 2 || (noun ? one_word(t, s) : everyday(t, s, !shares_follow(t, s.end)))) return;
      if (noun || (classes_at(t, i, &skip) & CLASS(BEHIND))) gz_maybe_add(m, t, s, true);
      return;
    }
    if (!gz_is_alnum(cp) && cp != ' ' && cp != 0xB7) return;
    n++;
  }
}

/* No everyday words, no word of deals. */
static bool unusual(gz_view t, gz_span s) { return !everyday(t, s, !shares_follow(t, s.end)) && !says_deal(t, s); }

bool gz_deal_name_aside(gz_view t, gz_span s) { return unusual(t, s); }

/* Where names may start inside the stretch, it must be judged at once what it is. */
static bool leads_inside(gz_view t, gz_span s)
{
  for (size_t i = s.start; i < s.end;) {
    uint32_t cp = gz_utf8_next(t.p, t.n, &i);
    if (gz_han_bit(gz_name_leads_han, cp)) return true;      /* 由, 和, 及 too */
  }
  return false;
}

/* 、X、 or 、X等: what stands between the signs of a list and is no everyday word. */
static bool list_item(gz_view t, size_t pos, size_t end, gz_span *s)
{
  static const char mark[] = "\xE3\x80\x81";
  if (pos < 3 || memcmp(t.p + pos - 3, mark, 3)) return false;
  size_t i = pos;
  while (i + 3 <= end && i - pos <= 18 && (unsigned char)t.p[i] >= 0xE4 && (unsigned char)t.p[i] <= 0xE9 && !gz_deal_beside(t, i, GZ_BESIDE(ETC))) i += 3;
  *s = (gz_span){(uint32_t)pos, (uint32_t)i};
  return i - pos >= 9 && i - pos <= 18 && t.n - i >= 3 && (memcmp(t.p + i, mark, 3) == 0 || gz_deal_beside(t, i, GZ_BESIDE(ETC))) && unusual(t, *s);
}

/* X完成: a name at the start of a clause. Returns where it ends, or 0. */
static size_t opens_clause(gz_view t, gz_span gap, size_t i, gz_maybes *m)
{
  gz_span s;
  size_t skip, fund = gz_fund_item(t, i);
  if (fund && fund <= gap.end) {
    gz_maybe_add(m, t, (gz_span){(uint32_t)i, (uint32_t)fund}, true);
    return fund;
  }
  if (list_item(t, i, gap.end, &s)) {
    gz_maybe_add(m, t, s, true);
    return s.end;
  }
  unsigned n = stretch(t, i, gap.end, &s);
  bool shown = n <= CHARS_MAX && has_suffix(t, s);
  if (n < 2 || (n > 6 && !shown)) return 0;
  if (!shown && s.end >= gap.end && gap.end != t.n) return 0;
  bool acts = (classes_at(t, s.end, &skip) & CLASS(BEHIND)) != 0;
  if (!shown && !acts && !m->at_once && !leads_inside(t, s)) {
    if (!gz_array_grow((void **)&m->aside, &m->aside_cap, m->aside_count, sizeof *m->aside)) m->nomem = true;
    else m->aside[m->aside_count++] = s;
    return s.end;
  }
  if (!shown && !unusual(t, s)) return 0;
  gz_maybe_add(m, t, s, shown || acts);
  return s.end;
}

/* 參與矽光子新創「X」: the quoted one is the name. */
static bool names_quoted(gz_view t, size_t pos)
{
  size_t i = pos;
  while (i + 3 <= t.n && i - pos < 36 && (unsigned char)t.p[i] >= 0xE4 && (unsigned char)t.p[i] <= 0xE9) i += 3;
  return among(t, i, "「“『") && i > pos && ends_in(t, pos, i, CLASS(NOUN));
}

/* 收购软件公司X: a word for a company with a name right behind it says what X is. */
static bool describes(gz_view t, size_t pos, size_t end)
{
  size_t behind = pos, skip;
  if (pos >= end || !(classes_at(t, pos, &behind) & CLASS(NOUN))) return false;
  if (behind < t.n && (unsigned char)(t.p[behind] - 'A') < 26u) return true;      /* 云安全初创公司Wiz */
  if (behind >= end) return false;
  size_t i = behind;
  uint32_t cp = gz_utf8_next(t.p, t.n, &i);
  return (cp - 0x4E00u < GZ_HAN_BITS || gz_is_han(cp)) && !gz_han_bit(gz_name_stops_han, cp) && !(classes_at(t, behind, &skip) & (CLASS(STOP) | CLASS(BEHIND) | CLASS(SUFFIX)));
}

/* 台杉投資、X跟投: the word ends the name of who is one of several or acts. */
bool gz_ends_investor(gz_view t, size_t pos)
{
  size_t skip;
  return gz_deal_beside(t, pos, GZ_BESIDE(AND)) || gz_deal_beside(t, pos, GZ_BESIDE(ETC)) || (classes_at(t, pos, &skip) & CLASS(BEHIND));
}

/* 线性资本领投: ends as investors' names do, and acts so. */
static bool invests(gz_view t, gz_span s)
{
  return has_suffix(t, s) && !one_word(t, s) && gz_ends_investor(t, s.end);
}

/* 收购X, 公司X: a name behind a word that names follow. Returns where it ends, or 0. */
static size_t follows_lead(gz_view t, gz_span gap, size_t i, gz_maybes *m)
{
  gz_span s;
  size_t skip = 0;
  size_t next = i;
  uint32_t cp = gz_utf8_next(t.p, t.n, &next);
  if (!gz_pair_starts(gz_name_lead_pairs, t, cp, next)) return 0;
  unsigned mask = classes_at(t, i, &skip);
  if (!(mask & (CLASS(NOUN) | CLASS(BEFORE))) || skip >= gap.end) return 0;
  skip += gz_deal_is(gz_view_of(t.p + skip, gap.end - skip < 3 ? 0 : 3), GZ_BESIDE(DONE)) ? 3 : 0;      /* 领投了X */
  unsigned n = skip < gap.end ? stretch(t, skip, gap.end, &s) : 0;
  if (!n) return 0;
  size_t whole = 0;
  if (names_quoted(t, skip)) return 0;
  if (describes(t, s.end, gap.end) || ((classes_at(t, s.start, &whole) & CLASS(NOUN)) && whole == s.end)) return 0;
  if (n < 2 || n > (mask & CLASS(NOUN) ? 6u : 5u) || (s.end >= gap.end && gap.end != t.n) || !(unusual(t, s) || invests(t, s))) return 0;
  gz_maybe_add(m, t, s, true);
  return s.end;
}

void gz_deal_names_han(gz_view t, gz_span gap, gz_maybes *m)
{
  size_t i = gap.start;
  bool opens = ends_clause(before(t, i));                  /* a clause starts here */
  for (size_t due = i + GZ_WATCH_STRIDE; i < gap.end && !gz_watch_at(i, &due);) {
    unsigned char c = (unsigned char)t.p[i];
    if (c < 0xE2) {                                          /* also inside of a character: ends no clause */
      do c = (unsigned char)t.p[i++]; while (i < gap.end && i < due && (unsigned char)t.p[i] < 0xE2);
      opens = c == '\n' || c == ',';
      continue;
    }
    if (!opens) {
      size_t past = gz_han_pass(t, i, gap.end, gz_name_leads_han);
      if (past != i) { i = past; continue; }
    }
    size_t at = i, end = 0;
    uint32_t cp = gz_utf8_next(t.p, t.n, &i);
    if (cp - 0x4E00u >= GZ_HAN_BITS && !gz_is_han(cp)) {
      uint32_t close = cp == 0x300C ? 0x300D : cp == 0x300E ? 0x300F : cp == 0x201C ? 0x201D : 0;
      if (close) quoted(t, gap, at, i, close, m);
      opens = ends_clause(cp);
      continue;
    }
    if (opens) end = opens_clause(t, gap, at, m);
    if (!end && gz_han_bit(gz_name_leads_han, cp)) end = follows_lead(t, gap, at, m);
    if (end) { i = end; cp = before(t, i); }
    opens = cp == 0x7531 || cp == 0x548C || cp == 0x53CA;
  }
}

static bool begins_in_place(gz_view t, gz_span s)
{
  gz_hit h[8];
  size_t n = gz_han_prefixes(gz_view_of(t.p, s.end), s.start, h, 8);
  for (size_t k = 0; k < n; k++) if (gz_han_rows[h[k].value].place && h[k].end - s.start >= 6) return true;
  return false;
}

#define ITEM_CHARS 18

/* Does the word for a fund stand among the characters behind pos? Asked first: mostly it does not. */
static bool fund_named(gz_view t, size_t pos)
{
  size_t i = pos + 12;
  for (unsigned n = 4; n < ITEM_CHARS && i + 6 <= t.n && (unsigned char)t.p[i] >= 0xE4 && (unsigned char)t.p[i] <= 0xE9; n++, i += 3) if (gz_deal_beside(t, i, GZ_BESIDE(FUND_NAME))) return true;
  return false;
}

size_t gz_fund_item(gz_view t, size_t pos)
{
  if (!fund_named(t, pos)) return 0;
  if (pos >= 3 && (unsigned char)t.p[pos - 1] >= 0x80 && !gz_deal_before(t, pos - 3, pos, GZ_BESIDE(FUND_OPENS))) return 0;
  size_t i = pos;
  for (unsigned n = 0; n < ITEM_CHARS && i + 6 <= t.n && (unsigned char)t.p[i] >= 0xE4 && (unsigned char)t.p[i] <= 0xE9 && !gz_deal_beside(t, i, GZ_BESIDE(FUND_NEVER)); n++, i += 3) {
    if (n < 4 || !gz_deal_beside(t, i, GZ_BESIDE(FUND_NAME))) continue;
    size_t end = i + 6, number = gz_deal_beside_end(t, end, GZ_BESIDE(ORDINAL)), term = number ? gz_deal_beside_end(t, number, GZ_BESIDE(TERM)) : 0;
    if (term) end = term;
    if (end < t.n && (unsigned char)t.p[end] >= 0xE4 && !gz_deal_beside(t, end, GZ_BESIDE(FUND_CLOSES))) continue;
    gz_span s = {(uint32_t)pos, (uint32_t)i};
    return n >= 8 || !everyday(t, s, false) || begins_in_place(t, s) ? end : 0;
  }
  return 0;
}

bool gz_company_word(gz_view t, size_t pos, size_t end)
{
  gz_span s = {(uint32_t)pos, (uint32_t)end};
  size_t skip;
  return everyday(t, s, true) || (classes_at(t, pos, &skip) & (CLASS(STOP) | CLASS(BEHIND) | CLASS(NOUN))) || gz_ends_in_company(t, end);
}

bool gz_fund_suffix(gz_view t, size_t pos)
{
  size_t skip;
  return pos < t.n && (classes_at(t, pos, &skip) & CLASS(SUFFIX)) != 0;
}

bool gz_ends_in_company(gz_view t, size_t pos)
{
  size_t last = pos;
  unsigned bit = pos ? gz_name_last_bit(gz_fold(gz_utf8_prev(t.p, t.n, &last))) : 0;
  if (!pos || !(gz_name_noun_lasts[bit >> 6] >> (bit & 63) & 1u)) return false;
  return ends_in(t, pos > 30 ? pos - 30 : 0, pos, CLASS(NOUN));
}

bool gz_starts_item(gz_view t, size_t pos) { return pos == 0 || gz_deal_beside(t, pos - (pos < 3 ? pos : 3), GZ_BESIDE(FUND_OPENS)); }

bool gz_deal_word_inside(gz_view t, gz_span s)
{
  gz_view v = gz_view_slice(t, s);
  for (size_t i = 3; i + 3 <= v.n;) {
    gz_hit h[8];
    size_t at = i;
    if (!gz_han_bit(gz_name_ends_han, gz_utf8_next(v.p, v.n, &i))) continue;
    size_t n = gz_trie_prefixes(&lex_name_cues.trie, v, at, h, 8);
    for (size_t k = 0; k < n; k++) if (h[k].end - at >= 6 && !(h[k].end == v.n && ((lex_name_cues_rows[h[k].value].class & CLASS(SUFFIX)) || (v.n >= 12 && gz_ends_investor(t, s.end)))) && (lex_name_cues_rows[h[k].value].class & (CLASS(BEFORE) | CLASS(BEHIND))) && (lex_name_cues_rows[h[k].value].class & CLASS(STOP))) return true;
  }
  return false;
}

bool gz_company_noun_inside(gz_view v)
{
  bool legal = v.n > 18 && gz_deal_ending(v, GZ_BESIDE(LIMITED));      /* 深脑智能科技有限公司 */
  for (size_t i = 6; i + 6 <= v.n;) {
    gz_hit h[8];
    size_t at = i;
    if (!gz_han_bit(gz_name_leads_han, gz_utf8_next(v.p, v.n, &i))) continue;
    size_t n = gz_trie_prefixes(&lex_name_cues.trie, v, at, h, 8);
    for (size_t k = 0; k < n; k++) {
      size_t end = h[k].end;
      bool part = (legal && !gz_deal_before(v, 0, end, GZ_BESIDE(FIRM))) || end + 6 > v.n || end - at < 6 || !(lex_name_cues_rows[h[k].value].class & CLASS(NOUN)) || gz_deal_beside(v, end, GZ_BESIDE(COMPOUND));
      if (!part) return true;
    }
  }
  return false;
}

bool gz_company_in_general(gz_view v)
{
  size_t n = v.n >= 12 ? gz_deal_ending(v, GZ_BESIDE(FIRM)) : 0;
  gz_span all = {0, (uint32_t)(v.n - n)};
  return n && everyday(v, all, true);
}
