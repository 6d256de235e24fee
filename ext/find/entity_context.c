/* Step 5 of the decision order: which ambiguous names are meant. One of these must speak for the entity:
**   - a context word of the alias's class in the same sentence (outside the name itself);
**   - an unambiguous alias of the same entity anywhere in the text, or of its owner, its product, its sister;
**   - its ticker in brackets behind the name;
**   - its capital: an everyday English word that has one in the middle of a sentence of small words, where it needs an article and
**     has none ("reported that Apple had").
** Candidates come in the order of the text, so the words of a sentence are read once. */
#include "find/entity_work.h"
#include "base/alloc.h"
#include "find/latin_words.h"
#include "text/ascii_block.h"

static size_t hash(uint32_t ref) { return (ref * 0x9E3779B1u) >> 15; }

typedef struct known { uint32_t *slots; size_t cap, count; } known;

static bool known_add(known *k, uint32_t ref)
{
  if (k->count * 2 >= k->cap) {
    size_t cap = k->cap ? k->cap * 2 : 64;
    uint32_t *slots = gz_malloc(cap * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0xFF, cap * sizeof *slots);
    for (size_t i = 0; i < k->cap; i++) {
      if (k->slots[i] == GZ_REF_NONE) continue;
      size_t j = hash(k->slots[i]) & (cap - 1);
      while (slots[j] != GZ_REF_NONE) j = (j + 1) & (cap - 1);
      slots[j] = k->slots[i];
    }
    gz_free(k->slots);
    k->slots = slots;
    k->cap = cap;
  }
  size_t j = hash(ref) & (k->cap - 1);
  while (k->slots[j] != GZ_REF_NONE && k->slots[j] != ref) j = (j + 1) & (k->cap - 1);
  if (k->slots[j] == GZ_REF_NONE) { k->slots[j] = ref; k->count++; }
  return true;
}

static bool known_has(const known *k, uint32_t ref)
{
  if (!k->cap || ref == GZ_REF_NONE) return false;
  size_t j = hash(ref) & (k->cap - 1);
  while (k->slots[j] != GZ_REF_NONE && k->slots[j] != ref) j = (j + 1) & (k->cap - 1);
  return k->slots[j] == ref;
}

/* The end of a sentence that stands at pos, in bytes, or 0: a mark or an empty line's newline, or the dot and the space behind a small letter. */
static unsigned end_mark(gz_view t, size_t pos)
{
  unsigned char c = (unsigned char)t.p[pos];
  if (c == '!' || c == '?' || c == '\n') return 1;
  if (c == '.') return pos > 0 && pos + 1 < t.n && t.p[pos + 1] == ' ' && t.p[pos - 1] >= 'a' && t.p[pos - 1] <= 'z' ? 2 : 0;
  if (c != 0xE3 && c != 0xEF) return 0;
  uint32_t cp = gz_utf8_next(t.p, t.n, &pos);
  return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F || cp == 0xFF1B ? 3 : 0;
}

/* Where in a block such an end may begin, a bit each. Two bytes more can be read. */
static inline unsigned end_marks(const char *p)
{
#if defined(__SSE2__) && !defined(GZ_NO_SIMD)
#define IS(x, c) _mm_cmpeq_epi8(x, _mm_set1_epi8((char)(c)))
  __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p), y = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i one = _mm_or_si128(_mm_or_si128(IS(x, '!'), IS(x, '?')), _mm_or_si128(IS(x, '\n'), _mm_and_si128(IS(x, '.'), IS(y, ' '))));
  unsigned wide = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_and_si128(IS(x, 0xE3), IS(y, 0x80)), _mm_and_si128(IS(x, 0xEF), IS(y, 0xBC))));
  if (wide) {
    __m128i z = _mm_loadu_si128((const __m128i *)(const void *)(p + 2));
    wide &= (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(IS(z, 0x82), IS(z, 0x81)), _mm_or_si128(IS(z, 0x9F), IS(z, 0x9B))));
  }
  return (unsigned)_mm_movemask_epi8(one) | wide;
#undef IS
#else
  (void)p;
  return 0xFFFF;
#endif
}

/* The first place of an end of a sentence in [pos, to), or to. */
static size_t next_end(gz_view t, size_t pos, size_t to)
{
  for (; pos < to; pos += GZ_BLOCK) {
    unsigned mask = pos + GZ_BLOCK + 2 <= t.n ? end_marks(t.p + pos) : 0xFFFF;
    for (; mask; mask &= mask - 1) {
      size_t at = pos + gz_lowest(mask);
      if (at >= to) return to;
      if (end_mark(t, at)) return at;
    }
  }
  return to;
}

/* Behind the last end of a sentence that ends in (low, pos], or the start of the character at low. */
static size_t last_end(gz_view t, size_t low, size_t pos)
{
  const size_t floor = low > 2 ? low - 2 : 0;
  for (size_t to = pos; to > floor;) {
    const size_t from = to - floor > GZ_BLOCK ? to - GZ_BLOCK : floor;
    unsigned mask = (from + GZ_BLOCK + 2 <= t.n ? end_marks(t.p + from) : 0xFFFF) & (((unsigned)1 << (to - from)) - 1);
    for (; mask; mask &= ~((unsigned)1 << gz_highest(mask))) {
      size_t at = from + gz_highest(mask), end = at + end_mark(t, at);
      if (end > at && end <= pos && end > low) return end;
    }
    to = from;
  }
  while (low > 0 && !gz_utf8_is_start(t.p, t.n, low)) low--;
  return low;
}

gz_span gz_near_sentence(gz_view t, gz_span s)
{
  size_t low = s.start > GZ_NEAR ? s.start - GZ_NEAR : 0, high = s.end + GZ_NEAR < t.n ? s.end + GZ_NEAR : t.n;
  gz_span out = {(uint32_t)last_end(t, low, s.start), (uint32_t)next_end(t, s.end, high)};
  return out;
}

/* The context words of one sentence: read once, asked for every ambiguous name in it. */
#define WORDS_MAX 64
typedef struct context {
  gz_span sentence;
  struct { gz_span span; uint64_t mask; } word[WORDS_MAX];
  int count;
} context;

static void note_word(context *c, gz_span s, uint64_t mask)
{
  if (c->count == WORDS_MAX) return;
  c->word[c->count].span = s;
  c->word[c->count++].mask = mask;
}

/* The words that start at pos. free: nothing has to part them from what follows. */
static void note_words(gz_view t, gz_view part, size_t pos, bool free, context *c)
{
  gz_hit hits[4];
  size_t n = gz_trie_likely(&gz_ent_context_trie, part, pos, hits, 4);
  for (size_t k = 0; k < n; k++) {
    gz_span s = {(uint32_t)pos, hits[k].end};
    if (free || gz_word_boundary(t, s.end)) note_word(c, s, gz_ent_word_masks[hits[k].value]);
  }
}

/* How many ASCII letters and digits stand at pos. */
static inline size_t letters_at(gz_view t, size_t pos)
{
  unsigned high, space;
  if (t.n - pos < GZ_BLOCK) return gz_ascii_letters(t.p + pos, t.n - pos);
  unsigned n = gz_lowest(~gz_block_words((const unsigned char *)t.p + pos, &high, &space));
  return n < GZ_BLOCK ? n : gz_ascii_letters(t.p + pos, t.n - pos);
}

/* A full-width letter behind an ASCII word: the word is another one. */
static inline bool goes_on(gz_view t, size_t pos)
{
  if (pos >= t.n || (unsigned char)t.p[pos] < 0xEF) return false;
  uint32_t cp = gz_fold(gz_utf8_next(t.p, t.n, &pos));
  return cp < 0x80 && gz_ascii_word((unsigned char)cp);
}

/* Word by word where it is ASCII, else character by character; the filter is asked first. */
static void read_words(gz_view t, context *c)
{
  const gz_filter *f = &gz_ent_context_filter;
  gz_view part = gz_view_of(t.p, c->sentence.end);
  bool inside = false;
  c->count = 0;
  for (size_t i = c->sentence.start; i < part.n && c->count < WORDS_MAX;) {
    if ((unsigned char)t.p[i] < 0x80) {
      size_t n = letters_at(part, i);
      if (n && !inside && (gz_filter_flags(f->words, gz_filter_shift(f), gz_filter_hash_of(t.p + i, n), false) & ~(unsigned)GZ_FILTER_SECOND || goes_on(part, i + n)))
        note_words(t, part, i, false, c);
      inside = n > 0;
      i += n ? n : 1;
      continue;
    }
    size_t next = i;
    uint32_t cp = gz_utf8_next(t.p, part.n, &next);
    if (gz_plain_han(cp)) {                  /* two characters tell that none starts, nearly always */
      size_t at = next;
      uint32_t b = next < part.n ? gz_utf8_next(t.p, part.n, &at) : 0;
      uint64_t pair = gz_filter_pair(gz_fold_han(cp), gz_plain_han(b) ? gz_fold_han(b) : gz_fold(b));
      if (gz_filter_begins(f->wide[gz_filter_place(GZ_CONTEXT_BITS, pair)], pair)) note_words(t, part, i, true, c);
      inside = false;
      i = next;
      continue;
    }
    bool alnum = gz_is_alnum(cp), free = gz_is_unspaced(cp);
    if (alnum && (!inside || free)) {
      size_t at = next;
      uint32_t a = gz_fold(cp), b = next < part.n ? gz_fold(gz_utf8_next(t.p, part.n, &at)) : 0;
      uint64_t pair = gz_filter_pair(a, b);
      if (a < 0x80 || gz_filter_begins(f->wide[gz_filter_place(GZ_CONTEXT_BITS, pair)], pair)) note_words(t, part, i, free, c);
    }
    inside = alnum && !free && !gz_is_hangul(cp);
    i = next;
  }
}

/* Classes of the context words that lie outside the name itself. */
static uint64_t mask_outside(const context *c, gz_span name)
{
  uint64_t mask = 0;
  for (int i = 0; i < c->count; i++) if (c->word[i].span.start >= name.end || c->word[i].span.end <= name.start) mask |= c->word[i].mask;
  return mask;
}

/* A user's own context words, `|`-separated. */
static bool own_words_in(gz_view t, gz_span s, const char *words)
{
  while (*words) {
    size_t n = strcspn(words, "|");
    gz_view v = gz_view_of(words, n);
    for (size_t i = s.start; n && i < s.end; gz_utf8_next(t.p, t.n, &i)) if (gz_folded_at(t, i, v)) return true;
    words += n + (words[n] == '|');
  }
  return false;
}

static bool related_known(const known *sure, const known *parents, uint32_t ref)
{
  uint32_t parent = gz_ref_parent(ref);
  return known_has(sure, ref) || known_has(sure, parent) || known_has(parents, ref) || known_has(parents, parent);
}

/* The ticker of the entity follows in brackets, found by the ticker stage at the same place. */
static bool ticker_follows(const gz_ent_work *w, size_t i)
{
  const gz_cand *c = &w->cands[i];
  for (size_t k = i + 1; k < w->cand_count && w->cands[k].span.start <= c->span.end + 24; k++)
    if (w->cands[k].how == GZ_HOW_TICKER && w->cands[k].ref == c->ref) return true;
  return false;
}

/* The word of ASCII letters that ends before pos, one space between; empty if there is none such. */
static gz_view word_before(gz_view t, size_t pos)
{
  if (pos < 2 || t.p[pos - 1] != ' ') return gz_view_of(t.p, 0);
  size_t end = pos - 1, from = end;
  while (from > 0 && ((unsigned char)t.p[from - 1] | 32u) - 'a' < 26u) from--;
  return gz_view_of(t.p + from, end - from);
}

/* Small words right before and right behind, no article before. A word that may be somebody's name does not count. */
static bool capital_tells(const gz_ent_work *w, const gz_cand *c)
{
  gz_view t = w->text, name = gz_view_slice(t, c->span);
  if (c->class == GZ_CLASS_COMMON || gz_ref_type(c->ref, w, w->names) != GZ_ORG || name.n < 4 || (unsigned)(name.p[0] - 'A') >= 26u || (unsigned)(name.p[1] - 'a') >= 26u) return false;
  uint32_t word = gz_latin_word(name);
  if (!(word & GZ_LATIN_COMMON) || word & (GZ_LATIN_GIVEN | GZ_LATIN_SURNAME)) return false;
  gz_view before = word_before(t, c->span.start);
  if (!before.n || (unsigned)(before.p[0] - 'a') >= 26u) return false;
  if (gz_latin_roles(gz_latin_word(before)) & LEX_NAME_WORDS_ROLE_DETERMINER) return false;
  size_t at = (size_t)(before.p - t.p), head = at;
  gz_view further = word_before(t, at);
  if (!further.n) return false;
  head -= further.n + 1;
  if ((unsigned)(further.p[0] - 'A') < 26u && head && t.p[head - 1] != '\n' && !(head > 1 && t.p[head - 1] == ' ' && t.p[head - 2] == '.')) return false;      /* "He thinks Apple is" */
  size_t e = c->span.end;
  return e + 2 < t.n && t.p[e] == ' ' && (unsigned)(t.p[e + 1] - 'a') < 26u;
}

static void decide(gz_ent_work *w, size_t i, const known *sure, const known *parents, context *x)
{
  gz_cand *c = &w->cands[i];
  if (known_has(sure, c->ref) || ticker_follows(w, i)) { c->state = GZ_CAND_MEANT; return; }
  if (c->class != GZ_CLASS_COMMON && related_known(sure, parents, c->ref)) { c->state = GZ_CAND_MEANT; return; }
  if (c->span.start < x->sentence.start || c->span.end > x->sentence.end) {
    x->sentence = gz_near_sentence(w->text, c->span);
    read_words(w->text, x);
  }
  if ((c->context & mask_outside(x, c->span)) || own_words_in(w->text, x->sentence, c->words)) c->state = GZ_CAND_MEANT;
}

void gz_stage_context(gz_ent_work *w)
{
  known sure = {NULL, 0, 0}, parents = {NULL, 0, 0};
  context x;
  memset(&x.sentence, 0, sizeof x.sentence);
  x.count = 0;
  bool ok = true;
  for (size_t i = 0; ok && i < w->cand_count; i++) {
    gz_cand *c = &w->cands[i];
    if (c->state == GZ_CAND_OPEN && capital_tells(w, c)) c->state = GZ_CAND_MEANT;
    if (c->state != GZ_CAND_SURE && c->state != GZ_CAND_MEANT) continue;
    ok = known_add(&sure, c->ref);
    uint32_t parent = gz_ref_parent(c->ref);
    if (ok && parent != GZ_REF_NONE) ok = known_add(&parents, parent);
  }
  for (size_t i = 0; ok && i < w->cand_count; i++) {
    if (w->cands[i].state == GZ_CAND_OPEN) decide(w, i, &sure, &parents, &x);
    if (i % 1024 == 1023 && gz_work_stop(w, 0)) break;
  }
  if (!ok) w->nomem = true;
  gz_free(sure.slots);
  gz_free(parents.slots);
}
