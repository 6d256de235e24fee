/* Who speaks. May use base, text and the analysis (entities). Beside a verb of speech stands its subject: in front of it (Latin
** scripts: the last part of the clause, or the part before an apposition; Han: the clause up to the verb) or behind it ("...,"
** said X, the ...). Within that stretch a person's name is the speaker, else words for people without a name, else an
** organisation, else a pronoun, else what is left when adverbs are taken off. */
#include "find/quote_int.h"
#include "find/small_word.h"
#include "text/uni.h"
#include "text/utf8.h"

size_t gz_first_entity(const gz_analysis *a, uint32_t pos)
{
  size_t lo = 0, hi = a->entity_count;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (a->entities[mid].span.end <= pos) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

static bool ascii_letter(char c) { return ((unsigned char)c | 32u) - 'a' < 26u; }

/* May a cue start with a character that is not ASCII? */
static inline bool may_cue(uint32_t cp) { uint32_t f = gz_fold(cp); return f < 0x800 || gz_trie_wide_starts(&lex_quote_cues.trie, f); }

size_t gz_quote_cues(gz_view t, size_t from, size_t to, gz_cue *list, size_t max)
{
  gz_view v = gz_view_of(t.p, to);
  size_t n = 0;
  for (size_t p = from; p < to;) {
    gz_hit h[6];
    size_t next = p;
    uint32_t cp = gz_utf8_next(t.p, to, &next);
    bool hit = false;
    if (cp < 0x80 ? ascii_letter((char)cp) && gz_word_boundary(t, p) : may_cue(cp) && gz_is_letter(cp) && gz_word_boundary(t, p)) {
      size_t k = gz_trie_prefixes(&lex_quote_cues.trie, v, p, h, 6);
      while (k-- > 0 && !hit) {
        if (!gz_word_boundary(t, h[k].end)) continue;
        hit = true;
        next = h[k].end;
        const lex_quote_cues_row *r = &lex_quote_cues_rows[h[k].value];
        if (h[k].end - p == 3 && cp >= 0x3000 && h[k].end < to) {              /* 说, 称: a verb of speech only where the clause stops */
          size_t q = h[k].end;
          if (gz_is_letter(gz_utf8_next(t.p, t.n, &q))) { hit = false; next = h[k].end; break; }
        }
        if (r->kind == LEX_QUOTE_CUES_KIND_NONE) break;
        if (n == max) { memmove(list, list + 1, (max - 1) * sizeof *list); n--; }
        list[n].span.start = (uint32_t)p;
        list[n].span.end = h[k].end;
        list[n++].kind = r->kind;
      }
    }
    if (!hit && cp < 0x80 && ascii_letter((char)cp)) while (next < to && ascii_letter(t.p[next])) next++;
    p = next;
  }
  return n;
}

/* Does a word that takes the marks for itself (so-called, 所谓的, titled) stand right before pos? */
bool gz_quote_named(gz_view t, size_t pos)
{
  size_t end = pos, p;
  while (end > 0 && t.p[end - 1] == ' ') end--;
  p = end;
  for (int k = 0; k < 14 && p > 0; k++) {
    gz_hit h;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if ((cp < 0x80 || may_cue(cp)) && gz_word_boundary(t, p) && gz_trie_longest(&lex_quote_cues.trie, gz_view_of(t.p, end), p, &h) && h.end == end && lex_quote_cues_rows[h.value].kind == LEX_QUOTE_CUES_KIND_NONE) return true;
  }
  return false;
}

bool gz_speaker_word(gz_view t, size_t pos, unsigned kinds, bool whole, uint32_t *end, uint8_t *kind)
{
  gz_hit h[6];
  if (whole && !gz_word_boundary(t, pos)) return false;
  size_t k = gz_trie_prefixes(&lex_speaker_words.trie, t, pos, h, 6);
  while (k-- > 0) {
    if (whole && !gz_word_boundary(t, h[k].end)) continue;
    for (const lex_speaker_words_row *r = &lex_speaker_words_rows[h[k].value];; r++) {
      if (kinds >> r->kind & 1u) {
        *end = h[k].end;
        if (kind) *kind = r->kind;
        if (r->kind == LEX_SPEAKER_WORDS_KIND_ROLE && *end < t.n && t.p[*end] == ' ') gz_speaker_word(t, *end + 1, SK(TAIL), true, end, NULL);      /* a person familiar with the matter */
        return true;
      }
      if (!r->more) break;
    }
  }
  return false;
}

static bool word_at(gz_view t, size_t pos, unsigned kinds, uint32_t *end, uint8_t *kind) { return gz_speaker_word(t, pos, kinds, true, end, kind); }

/* The word that ends at `end`, of one of these kinds, not before `from`. */
static __attribute__((noinline)) bool word_before(gz_view t, size_t from, size_t end, unsigned kinds, uint32_t *start, uint8_t *kind)
{
  size_t p = end;
  bool found = false;
  for (int k = 0; k < 24 && p > from; k++) {
    uint32_t e;
    uint8_t what;
    gz_utf8_prev(t.p, t.n, &p);
    if (word_at(gz_view_of(t.p, end), p, kinds, &e, &what) && e == end) { *start = (uint32_t)p; if (kind) *kind = what; found = true; if ((unsigned char)t.p[p] < 0x80 && p > from && t.p[p - 1] != ' ') continue; if ((unsigned char)t.p[p] < 0x80) break; }
  }
  return found;
}

static size_t trim_right(gz_view t, size_t from, size_t end)
{
  while (end > from) {
    size_t p = end;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if (gz_is_letter(cp) || gz_is_digit(cp) || cp == ')' || cp == 0xFF09) break;
    end = p;
  }
  return end;
}

static size_t trim_left(gz_view t, size_t from, size_t end)
{
  while (from < end) {
    size_t p = from;
    uint32_t cp = gz_utf8_next(t.p, t.n, &p);
    if (gz_is_letter(cp) || gz_is_digit(cp)) break;
    from = p;
  }
  return from;
}

static void fill(gz_speaker *s, size_t start, size_t end, const char *entity, unsigned kind)
{
  s->span.start = (uint32_t)start;
  s->span.end = (uint32_t)end;
  s->entity = entity;
  s->kind = (uint8_t)kind;
}

static bool upper_at(gz_view t, size_t p) { return p < t.n && ((t.p[p] >= 'A' && t.p[p] <= 'Z') || ((unsigned char)t.p[p] == 0xC3 && p + 1 < t.n && (unsigned char)t.p[p + 1] < 0x9F)); }

bool gz_speaker_pronoun(gz_view t, size_t from, size_t end, gz_speaker *out)
{
  uint32_t e;
  uint8_t kind;
  if (!gz_speaker_word(gz_view_of(t.p, end), from, SK(PERSON) | SK(ORG) | SK(PEOPLE), false, &e, &kind) || e != end) return false;
  fill(out, from, end, NULL, kind == LEX_SPEAKER_WORDS_KIND_ORG ? GZ_SPEAKER_ORGANISATION : GZ_SPEAKER_ANONYMOUS);
  out->pronoun = true;
  out->plural = kind == LEX_SPEAKER_WORDS_KIND_PEOPLE;
  out->organisation = kind == LEX_SPEAKER_WORDS_KIND_ORG;
  return true;
}

/* A pronoun that is the whole of the stretch. */
static bool as_pronoun(gz_view t, size_t from, size_t end, gz_speaker *out)
{
  return gz_word_boundary(t, from) && gz_word_boundary(t, end) && gz_speaker_pronoun(t, from, end, out);
}

/* Is a word for people without a name in the stretch: a former researcher, 知情人士? *last: where the last one ends. */
static bool has_role(gz_view t, size_t from, size_t end, size_t *last)
{
  bool found = false;
  for (size_t p = from; p < end;) {
    uint32_t e;
    size_t next = p;
    gz_utf8_next(t.p, t.n, &next);
    if (gz_word_boundary(t, p) && word_at(gz_view_of(t.p, end), p, SK(ROLE), &e, NULL)) { found = true; *last = e; next = e; }
    p = next;
  }
  return found;
}

/* Vorstandschefin: a German compound that a title ends. */
RARE bool compound_title(gz_view t, size_t start, size_t end)
{
  uint32_t row;
  for (size_t p = start + 3; p + 3 <= end; p++) {
    if (((unsigned char)t.p[p] & 0xC0) == 0x80 || !gz_trie_exact(&lex_speaker_words.trie, gz_view_of(t.p + p, end - p), &row)) continue;
    for (const lex_speaker_words_row *r = &lex_speaker_words_rows[row];; r++) {
      if (r->kind == LEX_SPEAKER_WORDS_KIND_TITLE && strcmp(lex_speaker_words_str(r->lang), "de") == 0) return true;
      if (!r->more) break;
    }
  }
  return false;
}

static size_t word_end(gz_view t, size_t p, size_t end)
{
  while (p < end && t.p[p] != ' ') p++;
  return p;
}

/* The speaker within [from, end), a stretch of words without punctuation that holds a subject and what belongs to it. */
RARE bool latin_phrase(const gz_analysis *a, size_t from, size_t end, bool from_start, gz_speaker *out)
{
  gz_view t = a->text;
  uint32_t e, s;
  from = trim_left(t, from, end);
  end = trim_right(t, from, end);
  while (word_at(gz_view_of(t.p, end), from, SK(CONJ) | SK(ADVERB), &e, NULL) && e < end) from = trim_left(t, e, end);
  for (int k = 0; k < 4 && word_before(t, from, end, SK(ADVERB), &s, NULL) && s > from; k++) end = trim_right(t, from, s);
  if (from >= end) return false;
  if (as_pronoun(t, from, end, out)) return true;
  size_t role_end = 0;
  const gz_entity *person = NULL, *org = NULL;
  for (size_t i = gz_first_entity(a, (uint32_t)from); i < a->entity_count && a->entities[i].span.start < end; i++) {
    const gz_entity *x = &a->entities[i];
    if (x->span.start < from || x->span.end > end) continue;
    if (x->type == GZ_PERSON) { person = x; if (from_start) break; }
    else if ((x->type == GZ_ORG || x->type == GZ_PUBLICATION) && (!org || !from_start)) org = x;
  }
  uint32_t w = (uint32_t)from;
  bool article = word_at(gz_view_of(t.p, end), from, SK(ARTICLE), &w, NULL);
  if (word_at(gz_view_of(t.p, end), from, SK(POSSESSIVE), &e, NULL) && e == end) return false;
  bool role = has_role(t, from, end, &role_end);
  if (article && role && !from_start)                       /* up to its verb: the leadership has been ... and prefers to */
    for (size_t p = w; p < end;) {
      uint32_t x;
      if (word_at(gz_view_of(t.p, end), p, SK(ROLE), &x, NULL)) { p = x; while (p < end && t.p[p] == ' ') p++; continue; }
      if (ascii_letter(t.p[p]) && !upper_at(t, p) && word_at(t, p, SK(ADVERB) | SK(STOP), &x, NULL) && p > from) {
        size_t before = 0;
        if (has_role(t, from, p, &before)) { end = trim_right(t, from, p); role_end = before; break; }
      }
      while (p < end && t.p[p] != ' ') p++;
      while (p < end && t.p[p] == ' ') p++;
    }
  bool belongs = false;                                     /* a spokesman for Orlo Rail */
  if (person && article && role && person->span.start > role_end) {
    size_t p = trim_left(t, role_end, end), q;
    belongs = gz_small_word_at(t, p, GZ_SMALL(BELONGS), &q) && trim_left(t, q, end) == person->span.start;
  }
  if (person && !belongs && !(article && role && person->span.end < role_end)) { fill(out, person->span.start, person->span.end, person->name, GZ_SPEAKER_NAMED); return true; }
  if (role && (article || role_end == end) && end - from <= 140) { fill(out, from, end, NULL, GZ_SPEAKER_ANONYMOUS); return true; }
  /* a run of capitals: the last in front of a verb, the first behind one */
  size_t run_start = 0, run_end = 0;
  for (size_t p = from; p < end;) {
    while (p < end && t.p[p] == ' ') p++;
    size_t q = p;
    while (q < end && t.p[q] != ' ' && t.p[q] != '\n') q++;
    if (upper_at(t, p)) {
      if (!run_end || run_end + 1 != p) { if (run_end && from_start) break; run_start = p; }
      run_end = q;
    } else if (run_end && from_start && q > p) {
      uint32_t title;
      size_t after = 0;
      if (word_at(gz_view_of(t.p, end), p, SK(TITLE) | SK(ROLE), &title, NULL) && (after = trim_left(t, title, end)) < end && upper_at(t, after) && after - title < 3) { run_end = run_start = 0; p = after; continue; }       /* Acme spokesman John Doe */
      if (!(word_at(gz_view_of(t.p, q), p, SK(LINK), &title, NULL) && title == q)) break;
      run_end = q;
    } else if (run_end && q > p && word_at(gz_view_of(t.p, q), p, SK(LINK), &e, NULL) && e == q && q - p <= 3) run_end = q;
    p = q + 1;
  }
  if (org && (!run_end || (org->span.start <= run_end && org->span.end >= run_start)) && (run_end <= org->span.end || run_end == 0 || org->span.end == end)) { fill(out, org->span.start, org->span.end, org->name, GZ_SPEAKER_ORGANISATION); return true; }
  if (run_end == w && run_start == from && article) run_end = 0;      /* El entrenador: no name */
  if (run_end) {
    uint32_t title;
    size_t n = run_start;
    for (size_t q; (word_at(gz_view_of(t.p, run_end), n, SK(TITLE), &title, NULL) || (title = (uint32_t)word_end(t, n, run_end), compound_title(t, n, title))) && (q = trim_left(t, title, run_end)) < run_end;) n = q;
    if (from_start ? run_start - from > 40 : end - run_end > 40) return false;
    run_end = trim_right(t, n, run_end);
    if (run_end > n + 1 && t.p[run_end - 1] == 's' && t.p[run_end - 2] == '\'') return false;
    fill(out, n, run_end, NULL, GZ_SPEAKER_NAMED);
    return true;
  }
  if (role && end - from <= 80) { fill(out, from, end, NULL, GZ_SPEAKER_ANONYMOUS); return true; }
  if (article && w < end && end - from <= 32 && !from_start) { fill(out, from, end, NULL, GZ_SPEAKER_ANONYMOUS); return true; }      /* the coach */
  return false;
}

/* Two to four words with capitals and little words between: a full name. */
RARE bool full_name(gz_view t, size_t from, size_t end)
{
  unsigned words = 0;
  uint32_t e;
  for (size_t p = from; p < end;) {
    size_t q = p;
    while (q < end && t.p[q] != ' ') q++;
    if (upper_at(t, p)) words++;
    else if (!(word_at(gz_view_of(t.p, q), p, SK(LINK), &e, NULL) && e == q)) return false;
    p = q + 1;
  }
  return words >= 2 && words <= 4;
}

static bool cuts_clause(uint32_t cp)
{
  return cp == 0x3002 || cp == 0xFF0C || cp == 0xFF1B || cp == 0xFF01 || cp == 0xFF1F || cp == ',' || cp == ';' || cp == '\n' || cp == '!' || cp == '?' || cp == 0xFF1A || cp == ':' ||
         cp == 0x201C || cp == 0x201D || cp == 0x300C || cp == 0x300D || cp == 0x2026 || cp == '"' || cp == 0x3001;
}

RARE bool han_phrase(const gz_analysis *a, size_t from, size_t end, gz_speaker *out)
{
  gz_view t = a->text;
  uint32_t e, s;
  size_t role_end = 0;
  from = trim_left(t, from, end);
  end = trim_right(t, from, end);
  for (size_t p = from, next; p < end; p = next) {          /* where, to whom: 在发布会上, 接受采访时 */
    next = p;
    gz_utf8_next(t.p, t.n, &next);
    if (p > from && word_at(gz_view_of(t.p, end), p, SK(TOWARD), &e, NULL)) {
      bool place = e < end && (memcmp(t.p + p, "\xE5\x9C\xA8", 3) == 0 || e - p > 3);
      if (place) { end = trim_right(t, from, p); break; }
    }
  }
  for (int k = 0; k < 5 && word_before(t, from, end, SK(ADVERB), &s, NULL); k++) end = trim_right(t, from, s);
  if (from < end && word_at(gz_view_of(t.p, end), from, SK(TOWARD), &e, NULL) && memcmp(t.p + from, "\xE5\x9C\xA8", 3) == 0) return false;
  for (int k = 0; k < 4 && word_at(gz_view_of(t.p, end), from, SK(ADVERB) | SK(CONJ), &e, NULL) && e < end; k++) from = trim_left(t, e, end);
  if (from >= end || (word_at(gz_view_of(t.p, end), from, SK(ADVERB) | SK(CONJ), &e, NULL) && e >= end)) return false;
  if (as_pronoun(t, from, end, out)) return true;
  const gz_entity *person = NULL, *org = NULL;
  for (size_t i = gz_first_entity(a, (uint32_t)from); i < a->entity_count && a->entities[i].span.start < end; i++) {
    const gz_entity *x = &a->entities[i];
    uint32_t to;
    if (x->span.start < from || x->span.end > end) continue;
    if (x->span.start > from && word_before(t, from, x->span.start, SK(TOWARD), &to, NULL) && (org || person || to > from)) continue;        /* 向路透社表示 */
    if (x->type == GZ_PERSON) person = x;
    else if ((x->type == GZ_ORG || x->type == GZ_PUBLICATION) && !org) org = x;
  }
  if (person) { fill(out, person->span.start, person->span.end, person->name, GZ_SPEAKER_NAMED); return true; }
  /* cut what is said to somebody: 也曾向融中财经 */
  for (size_t p = from, next; p < end; p = next) {
    uint32_t to;
    next = p;
    gz_utf8_next(t.p, t.n, &next);
    if (p > from && word_at(gz_view_of(t.p, end), p, SK(TOWARD), &to, NULL) && (!org || p >= org->span.end)) {
      size_t cut = trim_right(t, from, p);
      for (int k = 0; k < 5 && word_before(t, from, cut, SK(ADVERB), &s, NULL); k++) cut = trim_right(t, from, s);
      if (cut > from) end = cut;
      break;
    }
  }
  size_t chars = gz_utf8_count(t.p, from, end), latin = end;
  while (latin > from) {                                    /* a name in Latin letters: 教練 Will Wade */
    size_t b = latin;
    uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
    if (gz_is_letter(cp) && gz_is_unspaced(cp)) break;
    latin = b;
  }
  latin = trim_left(t, latin, end);
  if (latin < end && upper_at(t, latin) && latin_phrase(a, latin, end, false, out)) return true;
  if (has_role(t, from, end, &role_end)) {
    if (role_end == end) { if (chars <= 24) { fill(out, from, end, NULL, GZ_SPEAKER_ANONYMOUS); return true; } }
    else if (gz_utf8_count(t.p, role_end, end) <= 8) {                        /* the name stands behind its title */
      size_t n = trim_left(t, role_end, end);
      if (n < end && !word_at(t, n, SK(STOP), &e, NULL)) { fill(out, n, end, NULL, GZ_SPEAKER_NAMED); return true; }
    }
  }
  if (org) { fill(out, org->span.start, org->span.end, org->name, GZ_SPEAKER_ORGANISATION); return true; }
  if (word_at(gz_view_of(t.p, end), from, SK(PERSON) | SK(ORG) | SK(PEOPLE), &e, NULL) && e - from == 3) { as_pronoun(gz_view_of(t.p, e), from, e, out); return true; }
  for (size_t p = from; p < end; gz_utf8_next(t.p, t.n, &p))
    if (word_at(gz_view_of(t.p, end), p, SK(STOP), &e, NULL)) {
      if (!gz_small_word_at(t, p, GZ_SMALL(ATTRIBUTE), NULL)) return false;
      from = e;                                             /* 开店八年的宋师傅 */
      chars = gz_utf8_count(t.p, from, end);
    }
  if (chars >= 2 && chars <= 8) { fill(out, from, end, NULL, GZ_SPEAKER_NAMED); return true; }
  return false;
}

__attribute__((cold)) bool gz_speaker_before(const gz_analysis *a, size_t from, size_t to, gz_speaker *out)
{
  gz_view t = a->text;
  memset(out, 0, sizeof *out);
  size_t end = to, p = to;
  while (end > from && t.p[end - 1] == ' ') end--;
  if (end > from + 2 && (t.p[end - 1] == ')' || memcmp(t.p + end - 3, "\xEF\xBC\x89", 3) == 0)) {       /* 李明（Ming Li）说 */
    size_t q = end;
    for (int k = 0; k < 60 && q > from; k++) {
      uint32_t cp = gz_utf8_prev(t.p, t.n, &q);
      if (cp == '(' || cp == 0xFF08) { to = p = q; break; }
    }
  }
  end = to;
  {
    size_t v = to;
    while (v < t.n && t.p[v] == ' ') v++;
    if (v < t.n && gz_is_han(gz_utf8_next(t.p, t.n, &v))) goto han;
  }
  while (p > from) {                                        /* the script right before the verb decides */
    uint32_t cp = gz_utf8_prev(t.p, t.n, &p);
    if (gz_is_letter(cp)) { if (gz_is_unspaced(cp)) goto han; break; }
    if (cp == 0xFF0C || cp == 0x3002) goto han;
  }
  {
    size_t commas[6], n = 0, q;
    uint32_t s;
    /* adverbs between: also said, later told */
    q = end;
    while (q > from && t.p[q - 1] == ' ') q--;
    for (int k = 0; k < 3 && word_before(t, from, q, SK(ADVERB), &s, NULL); k++) { q = s; while (q > from && t.p[q - 1] == ' ') q--; }
    end = q;
    bool apposition = end > from && t.p[end - 1] == ',';
    for (size_t i = end - (apposition ? 1 : 0); i > from && n < 6; i--) if (t.p[i - 1] == ',' && !(i < t.n && t.p[i] >= '0' && t.p[i] <= '9')) commas[n++] = i - 1;
    if (apposition) {
      /* the chief executive, Jane Doe, said: the apposition is the name */
      size_t inner = trim_left(t, n ? commas[0] + 1 : from, end - 1), name = inner;
      for (uint32_t w; word_at(t, name, SK(TITLE), &w, NULL) && trim_left(t, w, end - 1) < end - 1;) name = trim_left(t, w, end - 1);
      if (name > inner && upper_at(t, name)) inner = name;  /* its author, Dr. Jane Doe, */
      size_t outer = trim_right(t, inner, end - 1);
      for (size_t i = gz_first_entity(a, (uint32_t)inner); i < a->entity_count && a->entities[i].span.start <= inner; i++)
        if (n && a->entities[i].type == GZ_PERSON && a->entities[i].span.start == inner && a->entities[i].span.end == outer) {
          gz_speaker before;
          memset(&before, 0, sizeof before);
          if (latin_phrase(a, n > 1 ? commas[1] + 1 : from, commas[0], false, &before) && before.kind == GZ_SPEAKER_NAMED && before.entity) break;
          fill(out, inner, outer, a->entities[i].name, GZ_SPEAKER_NAMED);
          return true;
        }
      if (n && full_name(t, inner, outer)) {                /* La directora de Torreal, Pilar Quintanilla, */
        size_t head = trim_left(t, n > 1 ? commas[1] + 1 : from, commas[0]);
        uint32_t w;
        if (word_at(t, head, SK(ARTICLE), &w, NULL) && word_at(t, trim_left(t, w, commas[0]), SK(TITLE) | SK(ROLE), &w, NULL)) { fill(out, inner, outer, NULL, GZ_SPEAKER_NAMED); return true; }
      }
      for (size_t k = 0; k < n; k++) {                      /* X, the head of Y, said: the nearest part before that names someone */
        size_t start = k + 1 < n ? commas[k + 1] + 1 : from;
        gz_speaker try;
        memset(&try, 0, sizeof try);
        if (latin_phrase(a, start, commas[k], false, &try) && (try.kind != GZ_SPEAKER_NONE)) { *out = try; return true; }
      }
      return n == 0 && latin_phrase(a, from, end - 1, false, out);
    }
    for (size_t k = 0; k <= n && k < 2; k++) {
      size_t start = k < n ? commas[k] + 1 : from, stop = k ? commas[k - 1] : end;
      if (latin_phrase(a, start, stop, false, out)) return true;
      memset(out, 0, sizeof *out);
      if (trim_left(t, start, stop) < stop && k == 0 && start != stop) { size_t x = trim_left(t, start, stop); uint32_t e; if (!word_at(t, x, SK(CONJ), &e, NULL)) break; }
    }
    return false;
  }
han:
  for (int clause = 0; clause < 3 && end > from; clause++) {
    size_t start = end;
    while (start > from) {
      size_t b = start;
      uint32_t cp = gz_utf8_prev(t.p, t.n, &b);
      if (cuts_clause(cp)) break;
      start = b;
    }
    if (han_phrase(a, start, end, out)) return true;
    memset(out, 0, sizeof *out);
    if (trim_left(t, start, end) < end && clause > 0) return false;
    if (start == from) return false;
    gz_utf8_prev(t.p, t.n, &start);
    end = start;
  }
  return false;
}

__attribute__((cold)) bool gz_speaker_behind(const gz_analysis *a, size_t from, size_t to, gz_speaker *out)
{
  gz_view t = a->text;
  memset(out, 0, sizeof *out);
  size_t end = from, p = trim_left(t, from, to);
  if (p > from + 4) return false;                           /* punctuation between */
  for (size_t i = from; i < p; i++) if (t.p[i] == ',' || t.p[i] == '.' || t.p[i] == '\n') return false;
  bool any = false;
  size_t start = p;
  while (p < to) {
    uint32_t e;
    size_t next = p;
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    if (cp == '.' && p >= 2 && next < to && (ascii_letter(t.p[p - 1])) && (t.p[p - 2] == ' ' || t.p[p - 2] == '.' || (p >= 3 && t.p[p - 3] == ' ' && upper_at(t, p - 2)))) { p = next; continue; }       /* J. Doe, Mr. Doe */
    if (cp == '.') {                                        /* the Rev. Doe */
      uint32_t title;
      if (word_before(gz_view_of(t.p, next), start, next, SK(TITLE), &title, NULL) || (word_before(t, start, p, SK(TITLE), &title, NULL) && p - title <= 4)) { p = next; continue; }
    }
    if (cp == '.' || (cuts_clause(cp) && cp != '\n') || cp == '(' || cp == 0x2014 || cp == 0x2013) break;
    if (cp == '\n') { if (next < to && t.p[next] == '\n') break; }
    if (gz_is_letter(cp) && word_at(gz_view_of(t.p, to), p, SK(ROLE), &e, NULL)) { any = true; p = end = e; continue; }
    if (any && gz_word_boundary(t, p) && gz_is_letter(cp) && !upper_at(t, p) && word_at(t, p, SK(STOP), &e, NULL)) break;
    if (gz_is_letter(cp)) { any = true; if (cp < 0x80) while (next < to && ascii_letter(t.p[next])) next++; }
    p = next;
    end = p;
  }
  return end > start && latin_phrase(a, start, end, true, out);
}
