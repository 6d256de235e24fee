/* Quotations with their speakers. May use base, text and the analysis (entities). Each outermost pair of marks is a candidate; what
** makes it a quotation is attribution: a verb of speech behind it ("...," said X; 「…」とXは述べた), in front of it (X said: "..."; X表示：“…”),
** or the quotation just before, whose speaker goes on ("...," said X, "..."). Marks around a title, a name or a single term have none and
** are left out; a long passage of whole sentences is speech even when nobody is named. Every look around is bounded, so the work is linear. */
#include "find/quote_int.h"
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
  c.title_case = upper > 0 && upper >= lower && c.words <= 8;
  c.whole = ends_sentence(c.last) || c.last == ',' || c.last == 0xFF0C;
  return c;
}

/* Where the sentence that leads to pos begins: behind the last full stop, line end or closing mark within BACK bytes. */
static size_t lead_start(const gz_analysis *a, size_t pos, size_t limit)
{
  gz_view t = a->text;
  size_t low = pos > BACK ? pos - BACK : 0, p = pos;
  if (low < limit) low = limit;
  while (low < pos && ((unsigned char)t.p[low] & 0xC0) == 0x80) low++;
  while (p > low) {
    size_t b = p;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
    if (cp == '\n' && (b == 0 || t.p[b - 1] == '\n' || (b > 0 && strchr(".!?:\"", t.p[b - 1])) || (p < t.n && t.p[p] == '\n'))) break;
    if (cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F) break;
    if ((cp == '.' || cp == '!' || cp == '?') && p < t.n && (t.p[p] == ' ' || t.p[p] == '\n')) {
      /* an abbreviation does not end it: Mr. Inc. U.S. J. */
      size_t w = b, len = 0;
      while (w > low && (((unsigned char)t.p[w - 1] | 32u) - 'a' < 26u)) { w--; len++; }
      uint32_t e;
      bool abbreviation = (len == 1 || (gz_speaker_word(gz_view_of(t.p, w + len), w, SK(ABBREV), true, &e, NULL) && e == w + len)) && cp == '.';
      if (!abbreviation) break;
    }
    p = b;
  }
  return p;
}

static size_t trail_end(gz_view t, size_t pos)
{
  size_t high = pos + AHEAD < t.n ? pos + AHEAD : t.n, p = pos;
  while (p < high) {
    size_t n = p;
    uint32_t cp = gz_utf8_next(t.p, t.n, &n);
    if (cp == '\n' && (n >= t.n || t.p[n] == '\n' || (p > 0 && strchr(".!?\"", t.p[p - 1])))) break;
    if (cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F) break;
    if ((cp == '"' || cp == 0x201C || cp == 0x300C || cp == 0x300E || cp == 0xAB) && p > pos) break;
    if ((cp == '!' || cp == '?') && n < t.n && t.p[n] == ' ') break;
    if (cp == '.' && (n >= t.n || t.p[n] == ' ' || t.p[n] == '\n')) {
      size_t w = p;
      while (w > pos && (((unsigned char)t.p[w - 1] | 32u) - 'a' < 26u)) w--;
      if (p - w > 3 || (p - w > 0 && !(t.p[w] >= 'A' && t.p[w] <= 'Z'))) break;
      if (p == w) break;
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

/* The noun phrase in [from, to) that a topic or subject particle closes: Xは, X는. */
static bool topic_phrase(const gz_analysis *a, size_t from, size_t to, gz_speaker *out)
{
  gz_view t = a->text;
  size_t best = 0;
  for (size_t p = from; p < to && !best;) {
    uint32_t end;
    if (p > from && (unsigned char)t.p[p] >= 0xE3 && gz_speaker_word(gz_view_of(t.p, to), p, SK(TOPIC), false, &end, NULL)) {
      size_t q = end;
      uint32_t next = q < t.n ? gz_utf8_next(t.p, t.n, &q) : ' ';
      bool korean = (unsigned char)t.p[p] >= 0xEA, ha = end - p == 3 && memcmp(t.p + p, "\xE3\x81\xAF", 3) == 0;
      if (korean ? next == ' ' || next == 0x201C || next == '"' || next == ',' : ha || next == 0x3001 || next == 0x300C || !gz_is_kana(next)) best = p;
    }
    gz_utf8_next(t.p, t.n, &p);
  }
  if (!best) return false;
  size_t start = best;
  while (start > from) {
    size_t b = start;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
    if (cp == 0x3001 || cp == 0x3002 || cp == '\n' || cp == ',' || cp == 0x300D) break;
    start = b;
  }
  memset(out, 0, sizeof *out);
  const gz_entity *org = NULL;
  for (size_t i = gz_first_entity(a, (uint32_t)start); i < a->entity_count && a->entities[i].span.start < best; i++) {
    const gz_entity *x = &a->entities[i];
    if (x->span.start < start || x->span.end > best) continue;
    if (x->type == GZ_PERSON) { out->span = x->span; out->entity = x->name; out->kind = GZ_SPEAKER_NAMED; }
    else if (x->type == GZ_ORG || x->type == GZ_PUBLICATION) org = x;
  }
  if (out->kind) return true;
  while (start < best && (t.p[start] == ' ')) start++;
  if (org && org->span.end == best) { out->span = org->span; out->entity = org->name; out->kind = GZ_SPEAKER_ORGANISATION; return true; }
  if (gz_utf8_count(t.p, start, best) > 40 || start >= best) return false;
  out->span.start = (uint32_t)start;
  out->span.end = (uint32_t)best;
  out->kind = GZ_SPEAKER_NAMED;
  uint32_t value;
  for (size_t p = start; p < best; gz_utf8_next(t.p, t.n, &p))
    if (gz_trie_exact(&lex_speaker_words.trie, gz_view_of(t.p + p, best - p), &value) && lex_speaker_words_rows[value].kind == LEX_SPEAKER_WORDS_KIND_ROLE) {
      out->kind = GZ_SPEAKER_ANONYMOUS;
      if (p > start && gz_utf8_count(t.p, p, best) == 1) out->kind = GZ_SPEAKER_NAMED;       /* 山田氏, 김 씨 */
    }
  return true;
}

static bool attributed_behind(state *s, const gz_marked *m, const content *c, gz_speaker *who, gz_span *cue, size_t *end)
{
  gz_view t = s->a->text;
  size_t to = trail_end(t, m->close), p = m->close, behind;
  gz_cue cues[6];
  if (particle_follows(t, p, &behind)) {
    size_t n = gz_quote_cues(t, behind, to, cues, 6);
    if (!n || cues[0].kind != CUE(SAY)) return false;
    if (!topic_phrase(s->a, behind, cues[0].span.start, who)) {
      size_t from = lead_start(s->a, m->open, s->close);
      if (!topic_phrase(s->a, from, m->open, who)) { if (s->last.kind && s->close && m->open - s->close < 600) *who = s->last; else memset(who, 0, sizeof *who); }
    }
    *cue = cues[0].span;
    *end = to;
    return true;
  }
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
  if (first.kind != CUE(SAY) && first.kind != CUE(ACCORDING)) return false;
  size_t gap = first.span.start - p;
  if (gap > 130) return false;
  *cue = first.span;
  *end = to;
  if (first.kind == CUE(ACCORDING)) return gap == 0 && gz_speaker_behind(s->a, first.span.end, to, who);
  if (gap == 0) return gz_speaker_behind(s->a, first.span.end, to, who);
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
    if (!invites && (far > 24 || !stops)) return false;
    if (!c->whole && !comma_out && !wide_comma && !(c->chars >= 6 && far <= 12 && stops)) return false;
  }
  if (!gz_speaker_before(s->a, p, first.span.start, who)) return false;
  /* nothing but the speaker and what belongs to it may stand between */
  return true;
}

/* Does a modal word end in front of the marks, or begin what they enclose? */
static bool modal_beside(gz_view t, const gz_marked *m)
{
  uint32_t e;
  if (gz_speaker_word(t, m->in, SK(MODAL), false, &e, NULL) && e < m->out) return true;
  size_t p = m->open;
  for (int k = 0; k < 4 && p > 0; k++) {
    gz_utf8_prev(t.p, t.n, &p);
    if (gz_speaker_word(gz_view_of(t.p, m->open), p, SK(MODAL), false, &e, NULL) && e == m->open) return true;
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

static bool attributed_before(state *s, const gz_marked *m, const content *c, gz_speaker *who, gz_span *cue)
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
  if (last.kind == CUE(NAME)) { if (gap > 110 || c->title_case || (c->han && gap_chars > 12)) return false; }
  else if (last.kind == CUE(WISH)) { if (!next_to) return false; }
  else if (last.kind == CUE(ACCORDING)) { if (!led || gap > 120) return false; }
  else if (c->han) {
    size_t q = m->close;
    uint32_t after = q < t.n ? gz_utf8_next(t.p, t.n, &q) : 0;
    bool in_clause = gz_is_letter(after) && !c->whole && lead != ':' && lead != 0xFF1A;       /* X表示，“清华系”在 */
    if (in_clause && (led || c->chars < 12)) return false;
    bool predicate = !next_to && !in_clause && gap_chars <= 26 && modal_beside(t, m);         /* 表示，公司“将继续投资” */
    if (!next_to && !(led && gap_chars <= 24) && !(c->chars >= 12 && gap_chars <= 10) && !predicate) return false;
    if (!next_to && led && !c->whole && c->chars < 8 && lead != ':' && lead != 0xFF1A) return false;
    if (next_to && !led && small) return false;
    if (!led && next_to && c->chars < 5 && !c->whole) return false;
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
static bool goes_on(state *s, const gz_marked *m, const content *c)
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
  size_t p = from;
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

/* "…" — Jane Doe, founder: a name behind a dash, on the same line or the next. */
static bool signed_by(const gz_analysis *a, size_t pos, gz_speaker *who)
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
static void resolve(state *s, gz_speaker *who)
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
      found = attributed_behind(&s, &m, &c, &who, &cue, &end);
      if (!found) { end = m.close; found = attributed_before(&s, &m, &c, &who, &cue); }
      if (!found && goes_on(&s, &m, &c)) { found = true; who = s.last; cue = s.last_cue; }
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
