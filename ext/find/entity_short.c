/* Short forms after a full one in the same text: what the text itself defines (entity_defined.c), Jassy after Andy Jassy, 贾西 after 安迪·贾西, Acme after Acme Robotics Inc., 九发 after
** 山东九发集团公司. The names found so far give a list of short forms, each with the place behind which it counts; forms that two
** entities share are dropped (a tie links nothing). One pass over the text finds them: linear. */
#include "base/alloc.h"
#include "find/entity_work.h"
#include "find/han_data.h"
#include "find/latin_words.h"
#include "text/ascii_block.h"
#include "lex_legal_forms.h"
#include "text/trie_build.h"
#include <stdlib.h>

typedef struct form {
  gz_span span;                  /* where it is written */
  uint32_t ref;
  uint32_t from;                 /* the end of the full name: earlier places do not count */
  uint32_t key_at, key_n;        /* folded, in keys */
  bool common;                   /* an everyday English word too */
} form;

typedef struct forms {
  form *f;
  size_t count, cap;
  gz_buf keys;
} forms;

static bool has(const gz_trie *t, gz_view v) { uint32_t row; return gz_trie_exact(t, v, &row); }

static bool add_form(gz_ent_work *w, forms *l, gz_span s, const gz_cand *c)
{
  if (s.end - s.start < 3 || s.end - s.start > 60) return true;
  void *items = l->f;
  if (!gz_array_grow(&items, &l->cap, l->count, sizeof *l->f)) return false;
  l->f = items;
  form f = {s, c->ref, c->span.end, (uint32_t)l->keys.n, 0, false};
  gz_trie_fold_key(gz_view_slice(w->text, s), &l->keys);
  f.key_n = (uint32_t)l->keys.n - f.key_at;
  f.common = gz_latin_word(gz_view_slice(w->text, s)) & GZ_LATIN_COMMON;
  if (f.key_n) l->f[l->count++] = f;
  return !l->keys.failed;
}

static uint32_t word_roles(gz_view v) { return gz_latin_roles(gz_latin_word(v)); }

/* The words of a Latin name: at most max of them. */
static int split_words(gz_view t, gz_span s, gz_span *out, int max)
{
  int n = 0;
  uint32_t from = s.start;
  for (uint32_t i = s.start; i <= s.end; i++) {
    if (i < s.end && t.p[i] != ' ' && t.p[i] != '\n') continue;
    if (i > from) {
      if (n == max) return 0;
      gz_span word = {from, i};
      out[n++] = word;
    }
    from = i + 1;
  }
  return n;
}

#define JUNIOR LEX_NAME_WORDS_ROLE_JR
#define NO_SHORT (LEX_NAME_WORDS_ROLE_ORGHEAD | LEX_NAME_WORDS_ROLE_ORGOF | LEX_NAME_WORDS_ROLE_PLACEHEAD | LEX_NAME_WORDS_ROLE_PLACEPRE | \
                  LEX_NAME_WORDS_ROLE_NATION | LEX_NAME_WORDS_ROLE_TIME | LEX_NAME_WORDS_ROLE_STOP | LEX_NAME_WORDS_ROLE_CONNECT | LEX_NAME_WORDS_ROLE_TITLE)

static bool latin_forms(gz_ent_work *w, forms *l, const gz_cand *c, uint8_t type)
{
  gz_span word[8];
  int n = split_words(w->text, c->span, word, 8);
  if (n < 2) return true;
  gz_view first = gz_view_slice(w->text, word[0]), last = gz_view_slice(w->text, word[n - 1]);
  if (last.n > 1 && last.p[last.n - 1] == '.') last.n--;      /* Inc. */
  if (type == GZ_PERSON) {
    if (word_roles(last) & JUNIOR && n > 2) n--;
    bool ok = add_form(w, l, word[n - 1], c);
    if (ok && gz_latin_word(first) & GZ_LATIN_GIVEN) ok = add_form(w, l, word[0], c);
    return ok;
  }
  if (n > 2 && has(&lex_legal_forms.trie, last) && !add_form(w, l, (gz_span){c->span.start, word[n - 2].end}, c)) return false;        /* Acme Robotics, of Acme Robotics Inc */
  if (!(word_roles(last) & LEX_NAME_WORDS_ROLE_ORGHEAD) || (word_roles(first) & NO_SHORT) || first.n < 4 || gz_latin_word(first) & GZ_LATIN_COMMON) return true;
  if (gz_fold((unsigned char)*first.p) == (unsigned char)*first.p && (unsigned char)*first.p < 0x80) return true;
  return add_form(w, l, word[0], c);
}

/* Parts of a name with middle dots: the last, and the first. */
static bool dotted_forms(gz_ent_work *w, forms *l, const gz_cand *c)
{
  gz_view t = w->text;
  uint32_t from = c->span.start, first_end = 0;
  for (size_t i = c->span.start; i < c->span.end;) {
    size_t at = i;
    uint32_t cp = gz_fold(gz_utf8_next(t.p, t.n, &i));
    if (cp != 0xB7 && cp != 0x30FB) continue;
    if (!first_end) first_end = (uint32_t)at;
    from = (uint32_t)i;
  }
  if (!first_end) return true;
  gz_span last = {from, c->span.end}, first = {c->span.start, first_end};
  bool ok = last.end - last.start < 6 || add_form(w, l, last, c);
  return ok && (first.end - first.start < 6 || add_form(w, l, first, c));
}

static const gz_han_row *han_row(gz_view v)
{
  static const gz_han_row none = {0};
  uint32_t row;
  return gz_han_exact(v, &row) ? &gz_han_rows[row] : &none;
}

/* Where the longest place that starts at `from` ends, at least two characters before `to`; `from` when there is none. */
static uint32_t place_ahead(gz_view t, uint32_t from, uint32_t to)
{
  gz_hit hits[8];
  size_t n = gz_han_prefixes(gz_view_of(t.p, to), from, hits, 8);
  while (n-- > 0) if (gz_han_rows[hits[n].value].place && hits[n].end + 6 <= to) return hits[n].end;
  if (gz_trie_longest(&gz_ent_trie, gz_view_of(t.p, to), from, hits) && hits[0].end + 6 <= to) return hits[0].end;
  return from;
}

static bool glued_form(gz_view v, uint32_t where)
{
  uint32_t row;
  return gz_trie_exact(&lex_legal_forms.trie, v, &row) && lex_legal_forms_rows[row].glue == LEX_LEGAL_FORMS_GLUE_GLUED && (lex_legal_forms_rows[row].where & where);
}

/* 山东九发集团公司 without its legal form and the place before it: 九发. */
static bool han_org_forms(gz_ent_work *w, forms *l, const gz_cand *c)
{
  gz_view t = w->text;
  gz_span s = c->span;
  bool cut = false;
  for (int round = 0; round < 3; round++) {
    uint32_t end = s.end;
    for (uint32_t i = s.start + 3; i + 6 <= s.end && end == s.end; i += 3)
      if (glued_form(gz_view_of(t.p + i, s.end - i), LEX_LEGAL_FORMS_WHERE_END)) end = i;
    if (end == s.end) break;
    s.end = end;
    cut = true;
  }
  if (!cut) return true;
  s.start = place_ahead(t, s.start, s.end);
  size_t n = s.end - s.start;
  if (n < 6 || n > 12 || n % 3 || han_row(gz_view_slice(t, s))->word || han_row(gz_view_slice(t, s))->place) return true;
  return add_form(w, l, s, c);
}

/* Mentions whose forms are in the list already: the last one for each place in a small table. */
#define SEEN 64
typedef struct seen { gz_span span; uint32_t ref; bool gave; } seen;

static seen *seen_at(seen *table, const gz_cand *c) { return &table[(c->ref * 0x9E3779B1u ^ (c->span.end - c->span.start)) % SEEN]; }

static bool collect(gz_ent_work *w, forms *l)
{
  seen table[SEEN];
  memset(table, 0, sizeof table);
  uint32_t last = GZ_REF_NONE;                  /* whose forms came last */
  for (size_t i = 0; i < w->cand_count; i++) {
    if (i % 1024 == 1023 && gz_work_stop(w, 0)) return true;
    const gz_cand *c = &w->cands[i];
    if (c->state > GZ_CAND_MEANT || c->how == GZ_HOW_TICKER) continue;
    uint8_t type = gz_ref_type(c->ref, w, w->names);
    if (type != GZ_PERSON && type != GZ_ORG) continue;
    gz_span defined;
    size_t before = l->count;
    if (type == GZ_ORG && gz_defined_name(w->text, c->span.end, &defined) && !add_form(w, l, defined, c)) return false;
    if (l->count > before) last = c->ref;
    if (last == c->ref) continue;                                          /* again the same one */
    seen *x = seen_at(table, c);
    if (x->span.end && x->ref == c->ref && gz_view_eq(gz_view_slice(w->text, x->span), gz_view_slice(w->text, c->span))) {
      if (x->gave) last = c->ref;
      continue;
    }
    bool ok;
    if ((unsigned char)w->text.p[c->span.start] < 0xE0) ok = latin_forms(w, l, c, type);
    else if (type == GZ_PERSON) ok = dotted_forms(w, l, c);
    else ok = han_org_forms(w, l, c);
    if (!ok) return false;
    if (l->count > before) last = c->ref;
    seen now = {c->span, c->ref, l->count > before};
    *x = now;
  }
  return true;
}

typedef struct item { const char *key; uint32_t n, index; } item;

static int by_key(const void *x, const void *y)
{
  const item *a = x, *b = y;
  int c = memcmp(a->key, b->key, a->n < b->n ? a->n : b->n);
  if (c) return c;
  if (a->n != b->n) return a->n < b->n ? -1 : 1;
  return a->index < b->index ? -1 : 1;
}

/* The forms that one entity has, of each the one that comes first. */
static size_t unify(const forms *l, item *items, uint32_t *which)
{
  size_t n = 0;
  for (size_t i = 0; i < l->count; i++) {
    items[i].key = l->keys.p + l->f[i].key_at;
    items[i].n = l->f[i].key_n;
    items[i].index = (uint32_t)i;
  }
  qsort(items, l->count, sizeof *items, by_key);
  for (size_t i = 0; i < l->count;) {
    size_t j = i;
    bool one = true;
    while (j < l->count && items[j].n == items[i].n && memcmp(items[j].key, items[i].key, items[i].n) == 0) {
      one &= l->f[items[j].index].ref == l->f[items[i].index].ref;
      j++;
    }
    if (one) which[n++] = items[i].index;
    i = j;
  }
  return n;
}

static bool starts_sentence(gz_view t, size_t pos)
{
  while (pos > 0 && (t.p[pos - 1] == ' ' || t.p[pos - 1] == '"')) pos--;
  return pos == 0 || t.p[pos - 1] == '.' || t.p[pos - 1] == '\n' || t.p[pos - 1] == '!' || t.p[pos - 1] == '?';
}

/* Behind the word stands what people do: said, told. */
static bool acts(gz_view t, size_t pos)
{
  if (pos >= t.n || t.p[pos] != ' ') return false;
  size_t from = ++pos;
  while (pos < t.n && t.p[pos] >= 'a' && t.p[pos] <= 'z') pos++;
  return pos > from && (word_roles(gz_view_of(t.p + from, pos - from)) & LEX_NAME_WORDS_ROLE_SPEECH);
}

/* Only the writing of the full name counts: forms are told by their bytes. A bitmap over the first three (no form is shorter) tells nearly everywhere
** that none starts; where one may, the hash of what stands there is looked up at every length that forms with such a start have. Forms have capitals
** or stand in a script without case; a lead byte is always the start of a character. */
#define START_BITS 12u
typedef struct starts {
  uint64_t bits[(1u << START_BITS) / 64];
  bool capital, lead;            /* a form starts with such a byte */
  uint64_t *lengths;             /* by the hash of the start, reduced by mask: a bit for each length */
  uint32_t *slots;               /* by the hash of the form: its place plus one; open addressing */
  uint32_t mask;
} starts;

static inline uint32_t start_hash(uint32_t three) { return three * 0x9E3779B1u >> (32 - START_BITS); }
static inline uint32_t start_of(const char *p)
{
  const unsigned char *s = (const unsigned char *)p;
  return start_hash((uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16);
}

/* The hash of n bytes, going on from that of those before them. */
#define HASH_START 2166136261u
static inline uint32_t hash_on(uint32_t h, const char *p, size_t n)
{
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 16777619u;
  return h;
}
static inline uint32_t slot_at(const starts *s, uint32_t hash) { return (hash ^ hash >> 15) & s->mask; }

static bool mark_starts(gz_view t, const forms *l, const uint32_t *which, size_t n, starts *s)
{
  memset(s, 0, sizeof *s);
  size_t size = 16;
  while (size < 2 * n) size *= 2;
  s->mask = (uint32_t)size - 1;
  s->lengths = gz_malloc(size * (sizeof *s->lengths + sizeof *s->slots));
  if (!s->lengths) return false;
  s->slots = (uint32_t *)(void *)(s->lengths + size);
  memset(s->lengths, 0, size * (sizeof *s->lengths + sizeof *s->slots));
  for (size_t i = 0; i < n; i++) {
    gz_view v = gz_view_slice(t, l->f[which[i]].span);
    unsigned c = (unsigned char)*v.p, place = start_of(v.p);
    if (c < 'A' || (c >= 'a' && c < 0xC0)) continue;
    s->bits[place >> 6] |= (uint64_t)1 << (place & 63);
    s->lengths[place & s->mask] |= (uint64_t)1 << v.n;
    if (c < 0xC0) s->capital = true;
    else s->lead = true;
    uint32_t j = slot_at(s, hash_on(HASH_START, v.p, v.n));
    while (s->slots[j]) j = (j + 1) & s->mask;
    s->slots[j] = which[i] + 1;
  }
  return true;
}

/* The longest form that stands at pos. */
static const form *form_at(gz_view t, const forms *l, const starts *s, size_t pos, uint32_t place)
{
  const form *best = NULL;
  const char *p = t.p + pos;
  uint32_t h = HASH_START, n = 0;
  for (uint64_t lengths = s->lengths[place & s->mask]; lengths; lengths &= lengths - 1) {
    uint32_t length = gz_low64(lengths);
    if (length > t.n - pos) break;
    h = hash_on(h, p + n, length - n);
    n = length;
    for (uint32_t j = slot_at(s, h); s->slots[j]; j = (j + 1) & s->mask) {
      const form *f = &l->f[s->slots[j] - 1];
      if (f->span.end - f->span.start == n && memcmp(t.p + f->span.start, p, n) == 0) best = f;
    }
  }
  return best;
}

/* May a name start with the character at pos: a letter or digit, and none of a spaced script before it? */
static bool name_may_start(gz_view t, size_t pos)
{
  size_t i = pos;
  uint32_t cp = gz_utf8_next(t.p, t.n, &i);
  if (!gz_is_alnum(cp)) return false;
  if (pos == 0 || gz_is_unspaced(cp)) return true;
  i = pos;
  uint32_t before = gz_utf8_prev(t.p, t.n, &i);
  return !gz_is_alnum(before) || gz_is_unspaced(before);
}

/* Which bytes of a block may start a form: capitals (and a few signs beside them) and lead bytes, a bit each. */
static inline unsigned starting_bytes(const char *p, bool capitals, bool leads)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(p);
  return (capitals ? gz_v16_tops(gz_v16_in(x, 'A', 'a' - 1)) : 0u) | (leads ? gz_v16_tops(gz_v16_in(x, 0xC0, 0xFF)) : 0u);
#else
  unsigned mask = 0;
  for (unsigned k = 0; k < GZ_BLOCK; k++) { unsigned char c = (unsigned char)p[k]; mask |= (unsigned)((capitals && c >= 'A' && c < 'a') || (leads && c >= 0xC0)) << k; }
  return mask;
#endif
}

static bool try_form(gz_ent_work *w, const forms *l, const starts *first, size_t i, uint32_t place)
{
  gz_view t = w->text;
  const form *f = form_at(t, l, first, i, place);
  if (!f || i < f->from || !name_may_start(t, i)) return true;
  gz_span s = {(uint32_t)i, (uint32_t)i + (f->span.end - f->span.start)};
  if (gz_rule_boundary(t, s) && gz_rule_address(t, s) && !(f->common && starts_sentence(t, i) && !acts(t, s.end)) && gz_rule_crossing(t, s)) {
    gz_cand m = {s, f->ref, GZ_CAND_SURE, GZ_HOW_SHORT, GZ_CLASS_SURE, false, 0, "", false};
    return gz_cand_add(w, &m);
  }
  return true;
}

static bool scan(gz_ent_work *w, const forms *l, const starts *first)
{
  gz_view t = w->text;
  const bool capital = first->capital, lead = first->lead;
  size_t i = l->f[0].from / 16 * 16;
  for (; i + 19 <= t.n; i += 16) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return true;
    for (unsigned mask = starting_bytes(t.p + i, capital, lead); mask; mask &= mask - 1) {
      size_t at = i + gz_lowest(mask);
      uint32_t place = start_hash(gz_utf8_four(t.p + at) & 0xFFFFFFu);
      if ((first->bits[place >> 6] >> (place & 63) & 1u) && !try_form(w, l, first, at, place)) return false;
    }
  }
  for (; i + 2 < t.n; i++) {
    uint32_t place = start_of(t.p + i);
    if ((first->bits[place >> 6] >> (place & 63) & 1u) && (unsigned char)t.p[i] >= 'A' && !try_form(w, l, first, i, place)) return false;
  }
  return true;
}

void gz_stage_short(gz_ent_work *w)
{
  forms l;
  memset(&l, 0, sizeof l);
  gz_cand_sort(w->cands, w->cand_count);
  bool ok = collect(w, &l);
  if (ok && l.count && !w->stopped) {
    item *items = gz_malloc(l.count * sizeof *items);
    uint32_t *which = gz_malloc(l.count * sizeof *which);
    starts first;
    first.lengths = NULL;
    ok = items && which && mark_starts(w->text, &l, which, unify(&l, items, which), &first) && scan(w, &l, &first);
    gz_free(first.lengths);
    gz_free(items);
    gz_free(which);
  }
  if (!ok) w->nomem = true;
  gz_free(l.f);
  gz_buf_free(&l.keys);
}
