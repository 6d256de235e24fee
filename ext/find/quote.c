/* Quotations with their speakers. May use base, text and the analysis (entities). Each outermost pair of marks is a candidate; what
** makes it a quotation is attribution: a verb of speech behind it ("...," said X; 「…」とXは述べた), in front of it (X said: "..."; X表示：“…”),
** or the quotation just before, whose speaker goes on ("...," said X, "..."). Marks around a title, a name or a single term have none and
** are left out; a long passage of whole sentences is speech even when nobody is named. Every look around is bounded, so the work is linear. */
#include "find/quote_int.h"
#include "find/small_word.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "text/uni.h"
#include "text/utf8.h"

#define BACK 320           /* bytes looked at in front of a quotation, and behind it */
#define AHEAD 240

#define CUE(x) LEX_QUOTE_CUES_KIND_##x

const char *gz_speaker_kind_name(unsigned kind)
{
  static const char *const names[] = {NULL, "named", "anonymous", "organisation"};
  return kind < 4 ? names[kind] : NULL;
}

/* What stands between the marks. */
typedef struct content { size_t chars, words; bool han, title_case, starts_lower, whole; int sentences; uint32_t last; } content;

static bool ends_sentence(uint32_t cp) { return cp == '.' || cp == '!' || cp == '?' || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0x2026; }

static content look_at(gz_view t, const gz_marked *m)
{
  content c;
  memset(&c, 0, sizeof c);
  bool in_word = false, first = true;
  size_t lower = 0, upper = 0;
  for (size_t p = m->in; p < m->out;) {
    if (in_word && ((unsigned char)t.p[p] | 32u) - 'a' < 26u) { c.last = (unsigned char)t.p[p++]; c.chars++; continue; }
    uint32_t cp = gz_utf8_next(t.p, t.n, &p);
    if (gz_is_letter(cp)) {
      if (gz_is_unspaced(cp)) c.han = true;
      else if (!in_word) {
        bool small = gz_fold(cp) == cp;
        if (first) c.starts_lower = small;
        c.words++;
        if (small) lower++; else upper++;
      }
      if (gz_is_unspaced(cp) && first) c.starts_lower = false;
      first = false;
      in_word = true;
    } else if (cp != '\'' && cp != 0x2019 && cp != '-') in_word = false;
    if (ends_sentence(cp)) c.sentences++;
    if (cp != ' ' && cp != '\n') c.last = cp;
    c.chars++;
  }
  c.title_case = upper > 0 && upper >= lower && c.words <= 8 && !c.starts_lower;
  c.whole = ends_sentence(c.last) || c.last == ',' || c.last == 0xFF0C;
  return c;
}

/* Does the word before the full stop at `dot` only stand for a longer one: Mr. Inc. Gen. J.? Not before `low`. */
static bool abbreviation(gz_view t, size_t low, size_t dot)
{
  size_t w = dot;
  uint32_t e;
  while (w > low && (((unsigned char)t.p[w - 1] | 32u) - 'a' < 26u)) w--;
  return dot - w == 1 || (dot - w < 7 && dot > w && gz_speaker_word(gz_view_of(t.p, dot), w, SK(ABBREV), true, &e, NULL) && e == dot);
}

/* Where the sentence that leads to pos begins: behind the last full stop, line end or closing mark within BACK bytes. */
static size_t lead_start(const gz_analysis *a, size_t pos, size_t limit)
{
  gz_view t = a->text;
  size_t low = pos > BACK ? pos - BACK : 0, p = pos;
  if (low < limit) low = limit;
  while (low < pos && ((unsigned char)t.p[low] & 0xC0) == 0x80) low++;
  while (p > low) {
    if (((unsigned char)t.p[p - 1] | 32u) - 'a' < 26u || t.p[p - 1] == ' ') { p--; continue; }
    size_t b = p;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
    if (cp == '\n' && (b == 0 || t.p[b - 1] == '\n' || (b > 0 && strchr(".!?:\"", t.p[b - 1])) || (p < t.n && t.p[p] == '\n'))) break;
    if (cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F) break;
    if ((cp == '.' || cp == '!' || cp == '?') && p < t.n && (t.p[p] == ' ' || t.p[p] == '\n') && !(cp == '.' && abbreviation(t, low, b))) break;
    p = b;
  }
  return p;
}

static size_t trail_end(gz_view t, size_t pos)
{
  size_t high = pos + AHEAD < t.n ? pos + AHEAD : t.n, p = pos;
  while (p < high) {
    if (((unsigned char)t.p[p] | 32u) - 'a' < 26u || t.p[p] == ' ') { p++; continue; }
    size_t n = p;
    uint32_t cp = gz_utf8_next(t.p, t.n, &n);
    if (cp == '\n' && (n >= t.n || t.p[n] == '\n' || (p > 0 && strchr(".!?\"", t.p[p - 1])))) break;
    if (cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F) break;
    if ((cp == '"' || cp == 0x201C || cp == 0x300C || cp == 0x300E || cp == 0xAB) && p > pos) break;
    if ((cp == '!' || cp == '?') && n < t.n && t.p[n] == ' ') break;
    if (cp == '.' && (n >= t.n || t.p[n] == ' ' || t.p[n] == '\n')) {
      size_t w = p;
      while (w > pos && (((unsigned char)t.p[w - 1] | 32u) - 'a' < 26u)) w--;
      if (p == w || !(t.p[w] >= 'A' && t.p[w] <= 'Z') || (p - w > 3 && !abbreviation(t, pos, p))) break;
    }
    p = n;
  }
  return p;
}

static size_t skip_space(gz_view t, size_t p, size_t to) { while (p < to && (t.p[p] == ' ' || t.p[p] == '\n' || t.p[p] == '\r')) p++; return p; }

static uint32_t char_before(gz_view t, size_t pos)
{
  uint32_t cp = ' ';
  while (pos > 0 && (cp == ' ' || cp == '\n' || cp == 0x3000)) cp = gz_utf8_prev(t.p, t.n, &pos);
  return cp;
}

typedef struct state {
  gz_analysis *a;
  gz_quote *list;
  size_t count;
  gz_speaker last;           /* of the quotation before */
  gz_span last_cue;
  size_t said_to;            /* where its attribution ends */
  size_t close;              /* behind its closing mark */
  const char *last_named;    /* entity of the last speaker with a name */
} state;

static bool colon(uint32_t cp) { return cp == ':' || cp == 0xFF1A || cp == ',' || cp == 0xFF0C; }

/* 「…」とXは述べた, “…”라고 X는 말했다: particle behind the marks, the subject there or in front of the quotation. */
static bool particle_follows(gz_view t, size_t p, size_t *behind)
{
  uint32_t end;
  if (p >= t.n || (unsigned char)t.p[p] < 0xE3 || !gz_speaker_word(t, p, SK(PARTICLE), false, &end, NULL)) return false;
  *behind = end;
  return true;
}

static bool opens_again(gz_view t, size_t p)
{
  while (p < t.n && (t.p[p] == ' ' || t.p[p] == ',')) p++;
  uint32_t cp = p < t.n ? gz_utf8_next(t.p, t.n, &p) : 0;
  return cp == '"' || cp == 0x201C || cp == 0x300C;
}

/* 「…」。店を営むXは振り返る。: the sentence behind a quotation that is one of its own ends in a verb of speech, and has a subject. */
RARE bool next_sentence(state *s, const gz_marked *m, gz_speaker *who, gz_span *cue, size_t *end)
{
  gz_view t = s->a->text;
  size_t from = m->close, q = from;
  if (from >= t.n || (unsigned char)t.p[from] != 0xE3 || gz_utf8_next(t.p, t.n, &from) != 0x3002) return false;
  uint32_t lead = m->open ? gz_utf8_prev(t.p, t.n, &(size_t){m->open}) : '\n';
  size_t to = trail_end(t, from);
  gz_cue cues[4];
  size_t n = lead == 0x3002 || lead == 0x300D || gz_is_space(lead) ? gz_quote_cues(t, from, to, cues, 4) : 0;
  q = n ? cues[n - 1].span.end : to;
  if (!n || cues[n - 1].kind != CUE(SAY) || q != to || !gz_is_kana(gz_utf8_prev(t.p, t.n, &q)) || !gz_speaker_topic(s->a, from, cues[n - 1].span.start, who)) return false;
  *cue = cues[n - 1].span;
  *end = to;
  return true;
}

/* loose: 「…。」X說，公司…: where nothing else tells who speaks, the verb may go on to something else. */
RARE bool attributed_behind(state *s, const gz_marked *m, const content *c, bool loose, gz_speaker *who, gz_span *cue, size_t *end)
{
  gz_view t = s->a->text;
  size_t to = trail_end(t, m->close), p = m->close, behind;
  gz_cue cues[6];
  if (particle_follows(t, p, &behind)) {
    size_t n = gz_quote_cues(t, p, to, cues, 6);
    if (!n && opens_again(t, behind) && gz_speaker_topic(s->a, lead_start(s->a, m->open, s->close), m->open, who)) {      /* "…"며 "…"고 말했다 */
      cue->start = cue->end = 0;
      return true;
    }
    if (!n || cues[0].kind != CUE(SAY)) return false;
    if (!gz_speaker_topic(s->a, behind, cues[0].span.start > behind ? cues[0].span.start : behind, who)) {
      size_t from = lead_start(s->a, m->open, s->close);
      if (!gz_speaker_topic(s->a, from, m->open, who)) { if (s->last.kind && s->close && m->open - s->close < 600) *who = s->last; else memset(who, 0, sizeof *who); }
    }
    *cue = cues[0].span;
    *end = to;
    return true;
  }
  if (c->han && next_sentence(s, m, who, cue, end)) return true;
  bool comma_out = p < t.n && t.p[p] == ',', wide_comma = p + 3 <= t.n && memcmp(t.p + p, "\xEF\xBC\x8C", 3) == 0;
  bool invites = c->last == ',' || c->last == '?' || c->last == '!' || c->last == 0x2014 || c->last == 0xFF0C || comma_out || (wide_comma && c->chars >= 5) || c->last == 0x2026;
  bool han_full = c->last == 0x3002 || c->last == 0xFF01 || c->last == 0xFF1F;
  p = skip_space(t, p + comma_out, to);
  bool next_lower = p < to && t.p[p] >= 'a' && t.p[p] <= 'z';
  if (!invites && !han_full && !next_lower && !(p < t.n && (unsigned char)t.p[p] >= 0xE3)) return false;
  if (p < to) { size_t q = p; uint32_t cp = gz_utf8_next(t.p, t.n, &q); if (cp == 0xFF0C && !c->whole) p = q; else if (cp == 0xFF0C) p = q; }
  size_t n = gz_quote_cues(t, p, to, cues, 6);
  if (!n) return false;
  gz_cue first = cues[0];
  for (size_t k = 1; c->han && k < n && (unsigned char)t.p[cues[0].span.end] >= 0xE4; k++) {      /* “……。”谈到新车时，X这样说。 */
    size_t q = cues[k].span.end;
    if (q >= t.n || gz_utf8_next(t.p, t.n, &q) == 0x3002) { first = cues[k]; break; }
  }
  if (first.kind != CUE(SAY) && first.kind != CUE(ACCORDING)) return false;
  size_t gap = first.span.start - p;
  if (gap > 130) return false;
  *cue = first.span;
  *end = to;
  if (first.kind == CUE(ACCORDING)) return gap == 0 && gz_speaker_behind(s->a, first.span.end, to, who);
  if (gap == 0 && gz_speaker_behind(s->a, first.span.end, to, who)) return true;
  if (gap == 0) {                                           /* "…", insistió. */
    if (!s->last.kind || c->han || m->open - s->close > 200 || !ends_sentence(first.span.end < t.n ? (unsigned char)t.p[first.span.end] : '.')) return false;
    *who = s->last;
    return true;
  }
  if (!c->han && !invites && !next_lower) return false;
  /* a verb that goes on to quote something else belongs to that: “A。”X说：“B” */
  if (c->han) {
    size_t q = first.span.end;
    uint32_t after = q < t.n ? gz_utf8_next(t.p, t.n, &q) : 0;
    size_t far = gz_utf8_count(t.p, p, first.span.start);
    if (after == 0xFF1A || after == ':') return false;
    bool stops = after == 0x3002 || after == 0 || after == '\n';
    if (!stops && !invites) {                               /* “……。”X告诉记者。 but not: “……。” X表示，不会…… */
      size_t r = first.span.end;
      bool comma = false;
      while (r < to) { uint32_t cp = gz_utf8_next(t.p, t.n, &r); comma |= cp == 0xFF0C || cp == ',' || cp == 0xFF1A; }
      stops = !comma && far <= 8 && p == m->close;
      if (after == 0xFF0C && r < t.n) { size_t u = first.span.end + 3; uint32_t cp = u < t.n ? gz_utf8_next(t.p, t.n, &u) : 0; stops = cp == 0x201C || cp == 0x300C || cp == '"'; }
    }
    if (!invites && (far > 24 || !(stops || loose))) return false;
    if (!c->whole && !comma_out && !wide_comma && !(c->chars >= 6 && far <= 12 && stops)) return false;
  }
  if (!gz_speaker_before(s->a, p, first.span.start, who)) return false;
  /* nothing but the speaker and what belongs to it may stand between */
  return true;
}

/* Does a modal word end in front of the marks: 会“严肃跟进”? Not 将“远山”, which may be its object. */
static bool modal_before(gz_view t, const gz_marked *m)
{
  uint32_t e;
  size_t p = m->open;
  for (int k = 0; k < 4 && p > 0; k++) {
    gz_utf8_prev(t.p, t.n, &p);
    if (gz_speaker_word(gz_view_of(t.p, m->open), p, SK(MODAL), false, &e, NULL) && e == m->open) return true;
  }
  return false;
}

/* Does a modal word stand there, or begin what the marks enclose? */
static bool modal_beside(gz_view t, const gz_marked *m)
{
  uint32_t e;
  return (gz_speaker_word(t, m->in, SK(MODAL), false, &e, NULL) && e < m->out) || modal_before(t, m);
}

/* 谈得差不多了: a little word that only sentences have stands in the marks. */
static bool says_something(gz_view t, const gz_marked *m)
{
  for (size_t p = m->in; p < m->out; gz_utf8_next(t.p, t.n, &p)) if (gz_small_word_at(t, p, GZ_SMALL(SENTENCE), NULL)) return true;
  return false;
}

/* 公司“保留追究的权利”: does a word for who acts end in front of the marks? */
static bool subject_before(gz_view t, const gz_marked *m)
{
  gz_speaker who;
  size_t p = m->open;
  for (int k = 0; k < 4 && p > 0; k++) {
    gz_utf8_prev(t.p, t.n, &p);
    if (gz_speaker_pronoun(t, p, m->open, &who)) return true;
  }
  return false;
}

static bool all_space(gz_view t, size_t from, size_t to)
{
  for (size_t p = from; p < to;) {
    uint32_t cp = gz_utf8_next(t.p, t.n, &p);
    if (gz_is_letter(cp) || gz_is_digit(cp)) return false;
  }
  return true;
}

RARE bool attributed_before(state *s, const gz_marked *m, const content *c, gz_speaker *who, gz_span *cue)
{
  gz_view t = s->a->text;
  size_t from = lead_start(s->a, m->open, 0);
  bool beyond = from < s->close && s->close <= m->open;     /* an earlier quotation stands in the sentence */
  gz_cue cues[8];
  size_t n = gz_quote_cues(t, beyond ? s->close : from, m->open, cues, 8);
  if (!n) return false;
  gz_cue last = cues[n - 1];
  size_t gap = m->open - last.span.end, gap_chars = gz_utf8_count(t.p, last.span.end, m->open);
  uint32_t lead = char_before(t, m->open);
  bool next_to = all_space(t, last.span.end, m->open), led = colon(lead);
  bool small = c->han ? c->chars < 4 : c->words < 2;
  if (last.kind == CUE(NAME)) { if (gap > 110 || (!c->han && small) || c->title_case || (c->han && gap_chars > 12)) return false; }
  else if (last.kind == CUE(WISH)) {                        /* urged walkers to "respect the tide" */
    if (!next_to && !(!c->han && c->starts_lower && gap < 60 && m->open > 4 && memcmp(t.p + m->open - 4, " to ", 4) == 0)) return false;
  }
  else if (last.kind == CUE(ACCORDING)) { if (gap > 120 || (!led && (c->han || !c->starts_lower || c->words < 3))) return false; }
  else if (c->han) {
    size_t q = m->close;
    uint32_t after = q < t.n ? gz_utf8_next(t.p, t.n, &q) : 0;
    bool in_clause = gz_is_letter(after) && !c->whole && lead != ':' && lead != 0xFF1A;       /* X表示，“清华系”在 */
    bool modal = !next_to && c->chars >= 4 && gap_chars <= 26 && modal_before(t, m) && !(in_clause && gz_small_word_at(t, m->open - 3u, GZ_SMALL(TAKES_OBJECT), NULL));      /* 指，会“严肃跟进”事件 */
    if (in_clause && (led || c->chars < 12) && !modal) return false;
    bool predicate = modal || (!next_to && !in_clause && gap_chars <= 26 && modal_beside(t, m));         /* 表示，公司“将继续投资” */
    bool sentence = !predicate && !next_to && !in_clause && ((c->chars >= 5 && gap_chars <= 4 && says_something(t, m)) || (c->chars >= 6 && gap_chars <= 26 && subject_before(t, m)));       /* 称，双方“谈得差不多了” */
    if (!next_to && !(led && gap_chars <= 24) && !(c->chars >= 12 && gap_chars <= 10) && !predicate && !sentence) return false;
    if (!next_to && led && !c->whole && c->chars < 8 && lead != ':' && lead != 0xFF1A) return false;
    if (next_to && !led && small) return false;
    if (!led && next_to && c->chars < 5 && !c->whole && !modal_beside(t, m)) return false;
  } else {
    bool that = gap < 12;
    if (!led && !next_to && !that && (small || c->title_case || !c->starts_lower || gap > 170)) return false;
    if (!led && (next_to || that) && c->title_case && c->words <= 6 && !c->whole) return false;
    if (led && gap > 170) return false;
    if (lead == ',' && !next_to && !c->whole && (small || c->title_case)) return false;
  }
  *cue = last.span;
  memset(who, 0, sizeof *who);
  if (last.kind == CUE(ACCORDING)) return gz_speaker_behind(s->a, last.span.end, m->open, who);
  for (size_t k = n; k-- > 0;) {
    if (cues[k].kind == CUE(ACCORDING)) continue;
    gz_span v = cues[k].span;
    if (v.end - v.start > 5 && memcmp(t.p + v.end - 3, "ing", 3) == 0) {                      /* ..., calling it "...": the subject of the whole clause */
      size_t f = beyond ? s->close : from;
      if (k == 0 && gz_speaker_behind(s->a, f, v.start, who)) return true;
      continue;
    }
    if (gz_speaker_before(s->a, beyond ? s->close : from, cues[k].span.start, who)) return true;
    if (k + 1 == n && beyond && s->last.kind) { *who = s->last; return true; }
  }
  if (beyond && s->last.kind) { *who = s->last; return true; }
  if (gz_speaker_behind(s->a, last.span.end, m->open, who)) return true;
  if (last.kind == CUE(SAY) && (led || next_to) && (c->whole || c->words > 3 || c->chars > 9)) {
    if (s->last.kind && m->open - s->close < 400) *who = s->last;
    else memset(who, 0, sizeof *who);
    return true;
  }
  return false;
}

/* "…," said X. "…": the speech goes on; “A”并“B”: so does the sentence. */
RARE bool goes_on(state *s, const gz_marked *m, const content *c)
{
  gz_view t = s->a->text;
  if (!s->last.kind || s->close > m->open) return false;
  size_t from = s->said_to > s->close ? s->said_to : s->close;
  if (from > m->open) from = m->open;
  if (m->open - from > 40) return false;
  for (size_t i = from; i + 1 < m->open; i++) if (t.p[i] == '\n' && t.p[i + 1] == '\n') return false;
  bool substantial = c->whole || (c->han ? c->chars >= 6 : c->words >= 4);
  if (all_space(t, from, m->open)) {
    if (from == s->close) return substantial && !c->title_case && m->open > s->close;
    return substantial && (c->whole || c->words >= 4 || c->chars >= 8);
  }
  size_t p = skip_space(t, from, m->open);
  uint32_t joined;
  if (!c->han && c->starts_lower && c->words > 2 && gz_speaker_word(t, p, SK(CONJ), true, &joined, NULL)) {      /* and that staff "need not worry" */
    for (p = joined; p < m->open && t.p[p] != ',' && t.p[p] != ';' && t.p[p] != '.' && t.p[p] != ':' && t.p[p] != '\n';) p++;
    if (p == m->open) return true;
  }
  if (c->han && c->chars >= 4 && !c->whole && m->open - from <= 36 && (modal_beside(t, m) || says_something(t, m))) {      /* 但核心部件“仍受制于人” */
    for (p = from; p < m->open && !gz_is_letter(gz_utf8_next(t.p, t.n, &(size_t){p})); ) gz_utf8_next(t.p, t.n, &p);
    if (p < m->open && gz_speaker_word(t, p, SK(CONJ), false, &joined, NULL)) {
      while (p < m->open && t.p[p] != '\n' && !ends_sentence(gz_utf8_next(t.p, t.n, &(size_t){p}))) gz_utf8_next(t.p, t.n, &p);
      if (p == m->open) return true;
    }
  }
  p = from;
  while (p < m->open) {                                     /* only little words between */
    size_t n = p;
    uint32_t cp = gz_utf8_next(t.p, t.n, &n);
    gz_hit h;
    if (gz_is_letter(cp)) {
      if (!gz_trie_longest(&lex_speaker_words.trie, t, p, &h) || h.end > m->open || !gz_word_boundary(t, h.end)) return false;
      bool joins = false;
      for (const lex_speaker_words_row *r = &lex_speaker_words_rows[h.value];; r++) { joins |= r->kind == LEX_SPEAKER_WORDS_KIND_CONJ || r->kind == LEX_SPEAKER_WORDS_KIND_ADVERB; if (!r->more) break; }
      if (!joins) return false;
      n = h.end;
    } else if (ends_sentence(cp)) return false;
    p = n;
  }
  return c->han ? c->chars >= 5 : c->words >= 2 && !c->title_case;
}

/* Police spokeswoman Dana Ruiz: "…": a name, with what belongs to it, that ends at a colon. */
RARE bool labelled(state *s, const gz_marked *m, gz_speaker *who)
{
  gz_view t = s->a->text;
  size_t end = m->open;
  while (end > 0 && (t.p[end - 1] == ' ' || t.p[end - 1] == '\n' || t.p[end - 1] == ':')) end--;
  if (end >= 3 && memcmp(t.p + end - 3, "：", 3) == 0) end -= 3;
  while (end > 0 && t.p[end - 1] == ' ') end--;
  size_t from = lead_start(s->a, end, s->close <= end ? s->close : 0), k = gz_first_entity(s->a, (uint32_t)end);
  const gz_entity *e = k > 0 ? &s->a->entities[k - 1] : NULL;
  if (!e || e->span.end != end || e->type != GZ_PERSON || e->span.start < from || e->span.start - from > 60) return false;
  for (size_t p = from; p < e->span.start;) { uint32_t cp = gz_utf8_next(t.p, t.n, &p); if (cp == ',' || cp == 0xFF0C || cp == ':' || cp == 0xFF1A) return false; }
  who->span = e->span;
  who->entity = e->name;
  who->kind = GZ_SPEAKER_NAMED;
  return true;
}

/* "…" — Jane Doe, founder: a name behind a dash, on the same line or the next. */
RARE bool signed_by(const gz_analysis *a, size_t pos, gz_speaker *who)
{
  gz_view t = a->text;
  size_t p = pos;
  int lines = 0;
  while (p < t.n && p < pos + 6 && (t.p[p] == ' ' || t.p[p] == '\n' || t.p[p] == '\r')) lines += t.p[p++] == '\n';
  size_t q = p;
  uint32_t cp = p < t.n ? gz_utf8_next(t.p, t.n, &q) : 0;
  if (cp == '-' && q < t.n && t.p[q] == '-') { q++; cp = 0x2014; }
  if (lines > 2 || (cp != 0x2014 && cp != 0x2013 && cp != 0x2015)) return false;
  while (q < t.n && t.p[q] == ' ') q++;
  if (q >= t.n || !(t.p[q] >= 'A' && t.p[q] <= 'Z')) return false;
  return gz_speaker_behind(a, q, trail_end(t, q), who) && who->kind != GZ_SPEAKER_ANONYMOUS && who->span.start == q;
}

static bool inside_quote(const state *s, uint32_t pos)
{
  for (size_t k = s->count, n = 0; k-- > 0 && n < 8; n++) if (pos >= s->list[k].span.start && pos < s->list[k].span.end) return true;
  return false;
}

/* One Latin word that discovery took for a person's name, for want of anything else: may be a company's. */
static bool doubtful(const gz_analysis *a, const gz_entity *e)
{
  gz_view v = gz_view_slice(a->text, e->span);
  return e->how == GZ_HOW_DISCOVERED && (unsigned char)v.p[0] < 0xE2 && !memchr(v.p, ' ', v.n);
}

/* he, she, the company: the nearest fitting name before, outside quotations; a doubtful one when there is no other. */
RARE void resolve(state *s, gz_speaker *who)
{
  gz_analysis *a = s->a;
  size_t k = gz_first_entity(a, who->span.start);
  if (who->plural) return;
  const gz_entity *second = NULL;
  for (size_t n = 0; k-- > 0 && n < 24; n++) {
    const gz_entity *e = &a->entities[k];
    if (who->span.start - e->span.end > 1500) break;
    if (who->span.start - e->span.end > 450 && !(s->last_named && strcmp(s->last_named, e->name) == 0)) continue;
    if (inside_quote(s, e->span.start)) continue;
    gz_view word = gz_view_slice(a->text, who->span);
    bool thing = gz_view_is(word, "it") || gz_view_is(word, "It") || gz_view_is(word, "\xE5\xAE\x83");
    if (who->organisation ? e->type == GZ_ORG || (thing && e->type == GZ_PRODUCT) : e->type == GZ_PERSON) {
      if (!who->organisation && doubtful(a, e)) { if (!second) second = e; continue; }
      who->entity = e->name;
      who->kind = who->organisation && e->type == GZ_ORG ? GZ_SPEAKER_ORGANISATION : GZ_SPEAKER_NAMED;
      return;
    }
  }
  if (!second) return;
  who->entity = second->name;
  who->kind = GZ_SPEAKER_NAMED;
}

static gz_status add(state *s, size_t *cap, const gz_marked *m, const gz_speaker *who, gz_span cue)
{
  void *list = s->list;
  if (!gz_array_grow(&list, cap, s->count, sizeof *s->list)) return GZ_NOMEM;
  s->list = list;
  gz_quote *q = &s->list[s->count++];
  memset(q, 0, sizeof *q);
  q->span.start = m->open;
  q->span.end = m->close;
  q->quote.start = m->in;
  q->quote.end = m->out;
  gz_view t = s->a->text;
  while (q->quote.start < q->quote.end) {                   /* « text »: the spaces belong to the marks */
    size_t p = q->quote.start;
    if (!gz_is_space(gz_utf8_next(t.p, t.n, &p))) break;
    q->quote.start = (uint32_t)p;
  }
  while (q->quote.end > q->quote.start) {
    size_t p = q->quote.end;
    if (!gz_is_space(gz_utf8_prev(t.p, t.n, &p))) break;
    q->quote.end = (uint32_t)p;
  }
  q->speaker = who->span;
  q->entity = who->entity;
  q->kind = who->kind;
  q->cue = cue;
  return GZ_OK;
}

gz_status gz_quotes(struct gz_analysis *a, gz_quote **list, size_t *count)
{
  gz_marks_iter it = {a->text, 0};
  gz_marked m;
  state s;
  size_t cap = 0, polls = 0;
  memset(&s, 0, sizeof s);
  s.a = a;
  *list = NULL;
  *count = 0;
  while (gz_marks_next(&it, &m)) {
    content c = look_at(a->text, &m);
    gz_speaker who;
    gz_span cue = {0, 0};
    size_t end = m.close;
    bool found = false;
    if (++polls % 256 == 0 && gz_watch_stopped()) { gz_free(s.list); return GZ_INTERRUPT; }
    memset(&who, 0, sizeof who);
    if (c.chars == 0 || (!c.words && !c.han && c.chars < 3)) continue;
    if (m.single && !c.whole && c.words < 3) continue;
    if ((c.han ? c.chars < 16 : c.words < 8) && gz_quote_named(a->text, m.open)) continue;
    if (m.unclosed) {
      uint32_t lead = char_before(a->text, m.open);
      found = (lead == ':' || lead == 0xFF1A) && attributed_before(&s, &m, &c, &who, &cue);
    } else {
      uint32_t lead = char_before(a->text, m.open);
      bool led = lead == ':' || lead == 0xFF1A;             /* X说：“A。”他又说，“B”: the colon is nearer than what follows */
      found = led && attributed_before(&s, &m, &c, &who, &cue);
      if (!found) found = attributed_behind(&s, &m, &c, false, &who, &cue, &end);
      if (!found) { end = m.close; found = !led && attributed_before(&s, &m, &c, &who, &cue); }
      if (!found && led && c.whole && labelled(&s, &m, &who)) { found = true; cue.start = cue.end = 0; }
      if (!found && goes_on(&s, &m, &c)) { found = true; who = s.last; cue = s.last_cue; }
      if (!found && c.han && c.whole) { found = attributed_behind(&s, &m, &c, true, &who, &cue, &end); if (!found) end = m.close; }
      if (!found && c.whole && signed_by(a, m.close, &who)) { found = true; cue.start = cue.end = 0; }
      if (!found && !m.single && c.whole && c.sentences >= 1 && (c.han ? c.chars >= 30 : c.words >= 12) && c.last != ',') {          /* nobody is named, but it is speech */
        memset(&who, 0, sizeof who);
        cue.start = cue.end = 0;
        found = true;
      }
    }
    if (!found) continue;
    if (who.pronoun && !who.entity) resolve(&s, &who);
    if (add(&s, &cap, &m, &who, cue) != GZ_OK) { gz_free(s.list); return GZ_NOMEM; }
    if (who.entity) s.last_named = who.entity;
    s.close = m.close;
    s.said_to = end;
    s.last = who;
    s.last_cue = cue;
  }
  *list = s.list;
  *count = s.count;
  return GZ_OK;
}
