/* Sentences as rows of events. One pass over a sentence merges the mentions of the layers (each already in text order) with cue
** words found through the lexicons, which are one trie (cue_words.h): at every word start (every character of an unspaced script) the
** longest entry of any lexicon wins, so that 对手 hides the marker 对. Then the stretches (clause_parts.c) and slots (clause_slots.c) are found. Uses the analysis and the lexicons deal_cues,
** measures, deal_markers, deal_words, deal_rounds. */
#include "find/clause_int.h"
#include "base/watch.h"
#include "base/alloc.h"
#include "find/cue_words.h"
#include "find/small_word.h"
#include "lex_deal_cues.h"
#include "lex_deal_markers.h"
#include "lex_deal_rounds.h"
#include "lex_deal_words.h"
#include "lex_measures.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

void gz_clause_begin(gz_clause_iter *it, const gz_analysis *a, const bool *stated)
{
  memset(it, 0, sizeof *it);
  it->a = a;
  it->stated = stated;
  it->last = SIZE_MAX;
}

bool gz_clause_reads(const gz_clause *c, const char *row_lang)
{
  return (row_lang[0] == c->lang[0] && row_lang[1] == c->lang[1] && !row_lang[2]) || strcmp(row_lang, "mul") == 0;
}

/* Which lexicons to read a sentence with: kana means Japanese, Hangul Korean, Han Chinese; else the text's own language. */
static void choose_lang(gz_clause *c, const gz_analysis *a)
{
  size_t han = 0, kana = 0, hangul = 0, i = c->span.start, end = c->span.end;
  size_t stop = end - i > 2000 ? i + 2000 : end;
  while (i < stop) {
    const unsigned char *s = (const unsigned char *)a->text.p + i;
    if (s[0] < 0x80) { i = gz_skip_ascii(a->text, i, stop); continue; }
    if (s[0] >= 0xE5 && s[0] < 0xE9 && end - i > 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 && (s[3] & 0xC0) != 0x80) { han++; i += 3; continue; }      /* U+5000..8FFF */
    unsigned script = gz_script_of(gz_utf8_next(a->text.p, end, &i));
    if (script == GZ_SCRIPT_HANI) han++;
    else if (script == GZ_SCRIPT_HIRA || script == GZ_SCRIPT_KANA) kana++;
    else if (script == GZ_SCRIPT_HANG) hangul++;
  }
  const char *lang = "en";
  if (hangul > han && hangul > kana) lang = "ko";
  else if (kana && kana * 10 >= han) lang = "ja";
  else if (han) lang = "zh";
  else if (strcmp(a->lang.tag, "de") == 0 || strcmp(a->lang.tag, "fr") == 0 || strcmp(a->lang.tag, "es") == 0) lang = a->lang.tag;
  else if (strcmp(a->lang.tag, "ca") == 0 || strcmp(a->lang.tag, "gl") == 0) lang = "es";      /* a short Spanish sentence is easily taken for one of these */
  memcpy(c->lang, lang, 2);
  c->lang[2] = 0;
}

bool gz_is_kind(const gz_event *e) { return e->type == GZ_EV_WORD && (e->cls == LEX_DEAL_WORDS_CLASS_KINDOF || e->cls == LEX_DEAL_WORDS_CLASS_FIRM); }

static gz_event *push(gz_clause *c, unsigned type, gz_span span, uint32_t ref)
{
  gz_event *e = &c->ev[c->count++];
  memset(e, 0, sizeof *e);
  e->type = (uint8_t)type;
  e->span = span;
  e->ref = ref;
  return e;
}

/* Advances a layer's cursor to the first mention at or behind pos. */
#define SKIP(index, count, items, field, pos) while (it->index < a->count && a->items[it->index] field.start < (pos)) it->index++

/* Where the next mention of any layer starts, at or behind pos. */
static uint32_t next_mention(gz_clause_iter *it, uint32_t pos)
{
  const gz_analysis *a = it->a;
  uint32_t at = UINT32_MAX;
  SKIP(money, money_count, money, .span, pos);
  SKIP(entity, entity_count, entities, .span, pos);
  SKIP(date, date_count, dates, .span, pos);
  SKIP(quantity, quantity_count, quantities, .span, pos);
  if (it->money < a->money_count) at = a->money[it->money].span.start;
  if (it->entity < a->entity_count && a->entities[it->entity].span.start < at) at = a->entities[it->entity].span.start;
  if (it->date < a->date_count && a->dates[it->date].span.start < at) at = a->dates[it->date].span.start;
  if (it->quantity < a->quantity_count && a->quantities[it->quantity].span.start < at) at = a->quantities[it->quantity].span.start;
  return at;
}

/* The mention that starts exactly here, where next_mention has led, becomes an event; returns its end or 0. Percentages outrank
** nothing; a sum outranks a date. */
static size_t take_mention(const gz_clause_iter *it, gz_clause *c, uint32_t pos)
{
  const gz_analysis *a = it->a;
  if (it->money < a->money_count && a->money[it->money].span.start == pos) {
    gz_span s = a->money[it->money].span;
    push(c, GZ_EV_MONEY, s, (uint32_t)it->money);
    return s.end;
  }
  if (it->entity < a->entity_count && a->entities[it->entity].span.start == pos) {
    gz_span s = a->entities[it->entity].span;
    push(c, GZ_EV_ENTITY, s, (uint32_t)it->entity)->cls = (uint8_t)a->entities[it->entity].type;
    return s.end;
  }
  if (it->date < a->date_count && a->dates[it->date].span.start == pos) {
    gz_span s = a->dates[it->date].span;
    push(c, GZ_EV_DATE, s, (uint32_t)it->date);
    return s.end;
  }
  if (it->quantity < a->quantity_count && a->quantities[it->quantity].span.start == pos && strcmp(a->quantities[it->quantity].unit, "%") == 0) {
    gz_span s = a->quantities[it->quantity].span;
    push(c, GZ_EV_PERCENT, s, (uint32_t)it->quantity);
    return s.end;
  }
  return 0;
}

/* The first row of a lexicon's key that is read in this language, counted from 1; 0 for none. */
#define READS(lex, from)                                                                                                   \
  do {                                                                                                                     \
    uint32_t at = (from);                                                                                                  \
    while (at && !gz_clause_reads(c, lex##_str(lex##_rows[at - 1].lang))) at = lex##_rows[at - 1].more ? at + 1 : 0;       \
    (from) = (uint16_t)at;                                                                                                 \
  } while (0)

/* Does a word end at the end of a key? Behind a Han character it does. */
static inline bool word_ends(gz_view text, size_t pos)
{
  unsigned char lead = (unsigned char)text.p[pos - (pos > 2 ? 3 : 1)];
  return (lead >= 0xE5 && lead <= 0xE8 && (unsigned char)text.p[pos - 1] >= 0x80) || gz_word_boundary(text, pos);
}

/* The longest key that has a row in this language; one in a spaced script ends at a word boundary. Returns its end, or 0. */
static size_t take_word(gz_clause *c, gz_view text, size_t pos, size_t end)      /* end: no farther, as at the next mention */
{
  gz_hit h[GZ_CUE_PREFIXES_MAX];
  gz_cue_rows r;
  size_t n = gz_trie_prefixes(&gz_cue_trie, text, pos, h, GZ_CUE_PREFIXES_MAX);
  for (;; n--) {
    if (n == 0) return 0;
    if (h[n - 1].end > end || !word_ends(text, h[n - 1].end)) continue;
    r = gz_cue_rows_of(h[n - 1].value);
    READS(lex_deal_cues, r.row[GZ_CUE_DEAL]);
    READS(lex_measures, r.row[GZ_CUE_MEASURE]);
    READS(lex_deal_markers, r.row[GZ_CUE_MARKER]);
    READS(lex_deal_words, r.row[GZ_CUE_WORD]);
    READS(lex_deal_rounds, r.row[GZ_CUE_ROUND]);
    if (r.row[GZ_CUE_DEAL] || r.row[GZ_CUE_MEASURE] || r.row[GZ_CUE_MARKER] || r.row[GZ_CUE_WORD] || r.row[GZ_CUE_ROUND]) break;
  }
  size_t best = h[n - 1].end;
  gz_span s = {(uint32_t)pos, (uint32_t)best};
  if (r.row[GZ_CUE_ROUND] && c->count < GZ_EVENTS_MAX) push(c, GZ_EV_ROUND, s, r.row[GZ_CUE_ROUND] - 1u);
  if (r.row[GZ_CUE_WORD]) {                            /* 投资银行 only hides; 融资人 both supports and is no cue */
    unsigned cls = lex_deal_words_rows[r.row[GZ_CUE_WORD] - 1].class;
    if (cls == LEX_DEAL_WORDS_CLASS_NONE) return best;
    if (c->count < GZ_EVENTS_MAX) push(c, GZ_EV_WORD, s, r.row[GZ_CUE_WORD] - 1u)->cls = (uint8_t)cls;
  }
  if (r.row[GZ_CUE_DEAL] && pos > 0 && text.p[pos - 1] == '-' && pos > 1 && (unsigned char)text.p[pos - 2] >= 'a' && (unsigned char)text.p[pos - 2] <= 'z') r.row[GZ_CUE_DEAL] = 0;      /* state-backed */
  if (r.row[GZ_CUE_DEAL] && c->count < GZ_EVENTS_MAX) push(c, GZ_EV_CUE, s, r.row[GZ_CUE_DEAL] - 1u);
  if (r.row[GZ_CUE_MEASURE] && c->count < GZ_EVENTS_MAX) push(c, GZ_EV_MEASURE, s, r.row[GZ_CUE_MEASURE] - 1u);
  if (r.row[GZ_CUE_MARKER] && c->count < GZ_EVENTS_MAX) push(c, GZ_EV_MARK, s, r.row[GZ_CUE_MARKER] - 1u)->cls = lex_deal_markers_rows[r.row[GZ_CUE_MARKER] - 1].class;
  return best;
}

static unsigned break_kind(uint32_t cp)
{
  switch (cp) {
    case ',': case 0xFF0C: return 1;
    case ';': case 0xFF1B: case ':': case 0xFF1A: case '(': case ')': case 0xFF08: case 0xFF09: case 0x2014: case 0x3002: case '\n': return 2;
    case 0x3001: case '&': case '/': return 3;                /* 、 joins a list */
    default: return 0;
  }
}

/* Words that join names to a list. 与 does not count: it also marks whom one talks or deals with. */
static bool is_conjunction(const gz_clause_iter *it, const gz_clause *c, gz_view text, size_t pos, size_t end, size_t *behind)
{
  char first = text.p[pos];
  if (first != 'a' && first != 'u' && first != 'e' && first != 'y' && first != '\xE4' && first != '\xE5' && first != '\xE8') return false;
  if (end - pos > 3 && (unsigned char)first >= 0xE4 && gz_small_word_at(text, pos, GZ_SMALL(JOINS_WEAK), behind))      /* X与Y各投资, X与Y共同收购 */
    for (size_t e = it->entity; e < it->a->entity_count && it->a->entities[e].span.start <= *behind; e++) {
      if (it->a->entities[e].span.start != *behind) continue;
      if (c->count > 1 && c->ev[c->count - 2].type == GZ_EV_LIST && text.p[c->ev[c->count - 2].span.start] == '\xE3') return true;      /* A、B与C */
      if (gz_small_word_at(gz_view_of(text.p, end), it->a->entities[e].span.end, GZ_SMALL(TOGETHER), NULL)) return true;
    }
  return gz_small_word_at(gz_view_of(text.p, end), pos, GZ_SMALL(JOINS), behind);
}

static void settle(gz_clause *c, gz_view text)
{
  gz_clause_segments(c, text);
  gz_clause_descriptions(c, text);
  gz_clause_slots(c, text);
}

/* --- the iterator */

#define BRACKET_MAX 96

/* Brackets that hold no statement of their own, only a ticker, the same sum in another currency, or no mention: 商汤（00020）. */
static bool mere_gloss(const gz_clause_iter *it, gz_view text, size_t pos, size_t end)
{
  const gz_analysis *a = it->a;
  size_t close = pos;
  uint32_t cp = 0;
  while (close < end && close - pos < BRACKET_MAX && cp != ')' && cp != 0xFF09) cp = gz_utf8_next(text.p, end, &close);
  if (cp != ')' && cp != 0xFF09) return false;
  for (size_t k = it->money; k < a->money_count && a->money[k].span.start < close; k++) if (a->money[k].restates < 0) return false;
  for (size_t k = it->entity; k < a->entity_count && a->entities[k].span.start < close; k++)
    if (a->entities[k].how != GZ_HOW_TICKER && (k == 0 || a->entities[k].id != a->entities[k - 1].id)) return false;
  return !(it->date < a->date_count && a->dates[it->date].span.start < close) && !(it->quantity < a->quantity_count && a->quantities[it->quantity].span.start < close);
}

static bool is_ticker(const gz_clause_iter *it, size_t pos)
{
  const gz_analysis *a = it->a;
  return it->entity < a->entity_count && a->entities[it->entity].span.start == pos && a->entities[it->entity].how == GZ_HOW_TICKER;
}

/* Passes over what can be no event: spaces, the rest of a word in ASCII, Han characters that start no cue word. `name`: the last event is a name,
** behind which 和, 以及, 及 and 与 join. *boundary as in scan. */
static size_t pass_over(gz_view text, size_t pos, size_t end, bool name, bool *boundary)
{
  const unsigned char *s = (const unsigned char *)text.p;
  bool inside = !*boundary;
  while (pos < end) {
    unsigned char c = s[pos];
    if (inside && (c | 32u) - 'a' < 26u) { pos++; continue; }
    if (c == ' ') { pos++; inside = false; continue; }
    if (c < 0xE4 || c > 0xE9 || pos + 3 >= end) break;
    if (text.n - pos >= 8) {
      uint64_t six = gz_raw_six(text.p + pos);
      uint32_t one = six & 0xFFFFFFu;
      bool joins = name && (one == 0x8C92E5 || one == 0xA5BBE4 || one == 0x8A8FE5 || one == 0x8EB8E4 || one == 0x8788E8);      /* 和 以 及 与 與, as bytes */
      if ((six & 0xC0C0C0F0u) == 0x808080E0u || (six & 0xC0C0F0u) != 0x8080E0u || joins || gz_raw_may(&gz_cue_raw, six)) break;
      pos += 3;
      inside = false;
      continue;
    }
    uint32_t cp = gz_utf8_three(text.p + pos), f = gz_fold(cp);
    if (cp < 0x4E00 || f < 0x4E00 || gz_trie_wide_starts(&gz_cue_trie, f) || (name && (cp == 0x548C || cp == 0x4EE5 || cp == 0x53CA || f == 0x4E0E))) break;
    pos += 3;
    inside = false;
  }
  *boundary = !inside;
  return pos;
}

static void scan(gz_clause_iter *it, gz_clause *c, size_t from, size_t end)
{
  gz_view text = it->a->text;
  size_t pos = from, mention = next_mention(it, (uint32_t)from);
  bool boundary = true, gloss = false, named = false;      /* inside a mere gloss; of the name right before it */
  c->count = 0;
  for (size_t due = from + GZ_WATCH_STRIDE / 4; pos < end && c->count + 4 < GZ_EVENTS_MAX && !gz_watch_at(pos, &due);) {
    if (pos > mention) mention = next_mention(it, (uint32_t)pos);
    if (pos == mention) {
      if (gloss && named && is_ticker(it, pos)) { pos = it->a->entities[it->entity].span.end; boundary = true; continue; }
      size_t next = take_mention(it, c, (uint32_t)pos);
      if (next) { pos = next > end ? end : next; boundary = true; continue; }
    } else {
      size_t past = pass_over(text, pos, mention < end ? mention : end, c->count && c->ev[c->count - 1].type == GZ_EV_ENTITY, &boundary);
      if (past != pos) { pos = past; continue; }
    }
    size_t k = pos;
    uint32_t cp = gz_utf8_next(text.p, end, &k);
    unsigned prop = gz_prop(cp);
    bool letter = (prop & 15u) >= GZ_LETTER && (prop & 15u) <= GZ_DIGIT;
    unsigned br = letter ? 0 : break_kind(cp);
    if (br == 2 && (cp == '(' || cp == 0xFF08) && mere_gloss(it, text, pos, end)) {
      named = c->count && c->ev[c->count - 1].type == GZ_EV_ENTITY && pos - c->ev[c->count - 1].span.end <= 1;
      gloss = true;
      pos = k;
      boundary = true;
      continue;
    }
    if (br && gloss) { gloss = cp != ')' && cp != 0xFF09; pos = k; boundary = true; continue; }      /* (NYSE: ACM) */
    if (br) {
      gz_span s = {(uint32_t)pos, (uint32_t)k};
      push(c, br == 3 ? GZ_EV_LIST : GZ_EV_BREAK, s, 0)->hard = br == 2;
      pos = k;
      boundary = true;
      continue;
    }
    bool unspaced = letter && cp >= 0x80 && (gz_is_unspaced(cp) || gz_is_hangul(cp));
    if ((boundary && letter) || unspaced || cp == '\'' || cp == 0x2019 || (cp == '-' && c->count && c->ev[c->count - 1].type == GZ_EV_ENTITY && c->ev[c->count - 1].span.end == pos)) {
      size_t behind;
      if (c->count && c->ev[c->count - 1].type == GZ_EV_ENTITY && is_conjunction(it, c, text, pos, end, &behind)) {
        gz_span s = {(uint32_t)pos, (uint32_t)behind};
        push(c, GZ_EV_LIST, s, 0);
        pos = behind;
        continue;
      }
      size_t word_end = take_word(c, text, pos, mention > pos && mention < end ? mention : end);      /* no word reaches into a mention: "in General Motors" */
      if (word_end) { pos = word_end; boundary = true; continue; }
    }
    boundary = !letter || unspaced;
    pos = k;
  }
  it->resume = pos < end ? pos : 0;
  c->span.start = (uint32_t)from;
  c->span.end = (uint32_t)pos;
  settle(c, text);
}

static bool has_sum(gz_clause_iter *it, gz_span s)
{
  const gz_analysis *a = it->a;
  SKIP(money, money_count, money, .span, s.start);
  return it->money < a->money_count && a->money[it->money].span.start < s.end;
}

static bool has_name(gz_clause_iter *it, gz_span s)
{
  const gz_analysis *a = it->a;
  SKIP(entity, entity_count, entities, .span, s.start);
  return it->entity < a->entity_count && a->entities[it->entity].span.start < s.end;
}

/* "Microsoft: ...": a name that heads what follows. Says yes too often. */
static bool heads(const gz_clause_iter *it, gz_span s)
{
  gz_span e = it->a->entities[it->entity].span;
  if (e.start > s.start + GZ_TOPIC_LEAD) return false;
  size_t n = s.end > e.end ? s.end - e.end : 0;
  if (n > GZ_TOPIC_REACH) n = GZ_TOPIC_REACH;
  const char *p = it->a->text.p + e.end;
  if (memchr(p, ':', n)) return true;
  for (const char *end = p + n; (p = memchr(p, 0xEF, (size_t)(end - p))) != NULL; p++) if (end - p >= 3 && memcmp(p, "\xEF\xBC\x9A", 3) == 0) return true;
  return false;
}

bool *gz_stated_find(const gz_analysis *a, size_t *count)
{
  bool *stated = gz_malloc(a->sentence_count + 1);
  size_t money = 0, cue = 0;
  *count = 0;
  if (!stated) return NULL;
  for (size_t k = 0; k < a->sentence_count; k++) {
    gz_span s = a->sentences[k];
    while (money < a->money_count && a->money[money].span.start < s.start) money++;
    stated[k] = money < a->money_count && a->money[money].span.start < s.end;
    if (!stated[k]) {
      if (!k || cue < s.start) cue = gz_deal_cue_next(a->text, s.start, a->heads.bits[GZ_HEAD_DEAL]);
      stated[k] = cue < s.end;
    }
    *count += stated[k];
  }
  return stated;
}

bool gz_clause_next(gz_clause_iter *it, gz_clause *out)
{
  const gz_analysis *a = it->a;
  for (; it->sentence < a->sentence_count && it->sentence <= it->last; it->sentence++) {
    gz_span s = a->sentences[it->sentence];
    out->sentence = it->sentence;
    out->span = s;
    out->unread = false;
    if (!it->resume && !has_sum(it, s)) {
      if (!has_name(it, s)) continue;
      out->unread = it->stated && !it->stated[it->sentence] && !heads(it, s);
    }
    if (out->unread) out->count = 0;
    else { choose_lang(out, a); scan(it, out, it->resume ? it->resume : s.start, s.end); }
    if (!it->resume) it->sentence++;
    return true;
  }
  return false;
}
