/* Finds every place where a listed name starts. Linear: one pass, a walk down a trie only where the bitmaps of
** entity_filter.h allow it. ASCII words are judged once, at their start; other scripts character by character.
** Uses the built-in trie and, beside it, the trie of the connection's own names. */
#include "find/entity_work.h"
#include "base/alloc.h"
#include "find/names_index.h"
#include "find/small_word.h"
#include "lex_legal_forms.h"
#include "text/ascii_block.h"

#define MAX_HITS 16

/* Alphabet-A, 小米集团-W: a class of shares belongs to the name. */
static uint32_t with_share_class(gz_view t, uint32_t end)
{
  size_t i = end;
  if (i + 1 >= t.n || t.p[i] != '-') return end;
  for (i++; i < t.n && i - end <= 2 && t.p[i] >= 'A' && t.p[i] <= 'Z'; i++) { }
  if (i == (size_t)end + 1 || (i < t.n && gz_ascii_word((unsigned char)t.p[i]))) return end;
  return (uint32_t)i;
}

/* Amazon Inc., Acme Co., Ltd.: a legal form with its capital and its dot belongs to the name. */
static uint32_t with_legal_form(gz_view t, uint32_t end)
{
  for (int k = 0; k < 2; k++) {
    size_t i = end, from;
    if (i < t.n && t.p[i] == ',') i++;
    if (i >= t.n || t.p[i] != ' ') return end;
    from = ++i;
    if (i >= t.n || t.p[i] < 'A' || t.p[i] > 'Z') return end;
    while (i < t.n && gz_ascii_word((unsigned char)t.p[i])) i++;
    uint32_t row;
    if (!gz_trie_exact(&lex_legal_forms.trie, gz_view_of(t.p + from, i - from), &row)) return end;
    const lex_legal_forms_row *r = &lex_legal_forms_rows[row];
    if (r->kind != LEX_LEGAL_FORMS_KIND_FORM || r->glue != LEX_LEGAL_FORMS_GLUE_WORD || !(r->where & LEX_LEGAL_FORMS_WHERE_END)) return end;
    if (i - from < 5 && i < t.n && t.p[i] == '.') i++;
    end = (uint32_t)i;
  }
  return end;
}

/* 京东方A, 张裕B: a class of shares right behind a Chinese name, not A股. */
static uint32_t with_han_class(gz_view t, uint32_t end)
{
  if (end >= t.n || (t.p[end] != 'A' && t.p[end] != 'B')) return end;
  size_t next = end + 1;
  uint32_t cp = next < t.n ? gz_utf8_next(t.p, t.n, &next) : 0;
  return gz_fold(cp) == 0x80A1 || (gz_is_alnum(cp) && !gz_is_unspaced(cp)) ? end : end + 1;
}

/* 双汇集团, 万科企业股份有限公司: what makes a company of the name belongs to it, unless the name has such an end already. */
static uint32_t with_han_form(gz_view t, gz_span s)
{
  size_t next = s.end;
  uint32_t first = gz_fold(gz_utf8_next(t.p, t.n, &next));
  if (first != 0x516C && first != 0x96C6 && first != 0x80A1 && first != 0x6709) return s.end;        /* 公, 集, 股, 有 */
  if (gz_folded_before(t, s.end, gz_view_cstr("公司"))) return s.end;
  size_t end;
  if (!gz_small_word_at(t, s.end, GZ_SMALL(HAN_FORM), &end) || (first == 0x96C6 && gz_folded_before(t, s.end, gz_view_cstr("集团")))) return s.end;
  gz_span form = {s.end, (uint32_t)end};
  return gz_rule_crossing(t, form) ? form.end : s.end;
}

/* Nothing but characters of the run that is being scanned: it has neither case nor edges of words. */
static inline bool in_run(const gz_ent_work *w, gz_span s) { return s.start >= w->now.from && s.end <= w->now.end; }

static bool accept(gz_ent_work *w, gz_span s, const gz_alias *a)
{
  if (!(in_run(w, s) || gz_rule_case(w->text, s, a)) || !gz_rule_guards(w->text, s, a)) return true;
  const uint32_t listed_end = s.end;
  if (s.end < w->text.n && w->text.p[s.end] == '-' && gz_ref_type(a->ref, w, w->names) == GZ_ORG) s.end = with_share_class(w->text, s.end);
  if (s.end < w->text.n && (w->text.p[s.end] == ' ' || w->text.p[s.end] == ',') && a->kind != GZ_KIND_TICKER && (unsigned char)w->text.p[s.end - 1] < 0x80 &&
      gz_ref_type(a->ref, w, w->names) == GZ_ORG) s.end = with_legal_form(w->text, s.end);
  if (s.end - s.start >= 6 && (unsigned char)w->text.p[s.end - 1] >= 0x80 && (unsigned char)w->text.p[s.start] >= 0xE4 && s.end < w->text.n && gz_ref_type(a->ref, w, w->names) == GZ_ORG)
    s.end = (unsigned char)w->text.p[s.end] < 0x80 ? with_han_class(w->text, s.end) : with_han_form(w->text, s);
  bool grown = s.end > listed_end;
  uint8_t how = !a->user && a->kind == GZ_KIND_TICKER ? GZ_HOW_TICKER : GZ_HOW_NAME;
  gz_cand c = {s, a->ref, a->class == GZ_CLASS_SURE ? GZ_CAND_SURE : GZ_CAND_OPEN, how, a->class, a->user, a->context, a->words, grown};
  return gz_cand_add(w, &c);
}

/* The Simplified and the Traditional form of one name, under one key. */
static bool says_the_same(const gz_alias_row *a, const gz_alias_row *b)
{
  const gz_alias_facts *f = &gz_ent_facts[a->facts], *g = &gz_ent_facts[b->facts];
  return a->entity == b->entity && f->guard == g->guard && f->context == g->context && f->flags == g->flags;
}

static bool try_value(gz_ent_work *w, gz_span s, uint32_t value)
{
  gz_alias a;
  if (!(value & GZ_ALIAS_MANY)) return !gz_alias_builtin(w->names, value, &a) || accept(w, s, &a);
  const gz_alias_row *last = NULL;
  for (const uint32_t *m = gz_ent_many + (value & ~GZ_ALIAS_MANY);; m++) {
    const gz_alias_row *row = &gz_ent_aliases[*m & ~GZ_ALIAS_LAST];
    bool again = last && in_run(w, s) && says_the_same(last, row);
    if (!again && gz_alias_builtin(w->names, *m & ~GZ_ALIAS_LAST, &a)) {
      if (!accept(w, s, &a)) return false;
      last = row;
    }
    if (*m & GZ_ALIAS_LAST) return true;
  }
}

static bool try_user(gz_ent_work *w, gz_span s, uint32_t value)
{
  gz_alias a;
  for (uint32_t i = value; i != UINT32_MAX; i = gz_names_next_alias(w->names, i)) {
    gz_names_alias(w->names, i, &a);
    if (!accept(w, s, &a)) return false;
  }
  return true;
}

/* The rules that look at the place alone, not at the alias. */
static bool place_allows(const gz_ent_work *w, gz_span s)
{
  gz_view text = w->text;
  if (in_run(w, s)) return gz_surely_uncrossed(&w->now, s) || gz_rule_crossing(text, s);
  return gz_rule_plain_place(text, s) || (gz_rule_boundary(text, s) && gz_rule_address(text, s) && gz_rule_number(text, s) && gz_rule_crossing(text, s));
}

static bool try_at(gz_ent_work *w, size_t pos, bool builtin, bool user)
{
  gz_hit hits[MAX_HITS];
  size_t n = builtin ? gz_trie_likely(&gz_ent_trie, w->text, pos, hits, MAX_HITS) : 0;
  for (size_t i = n; i-- > 0;) {
    gz_span s = {(uint32_t)pos, hits[i].end};
    if (place_allows(w, s) && !try_value(w, s, hits[i].value)) return false;
  }
  if (!user) return true;
  n = gz_trie_prefixes(gz_names_trie(w->names), w->text, pos, hits, MAX_HITS);
  for (size_t i = n; i-- > 0;) {
    gz_span s = {(uint32_t)pos, hits[i].end};
    if (place_allows(w, s) && !try_user(w, s, hits[i].value)) return false;
  }
  return true;
}

/* An ASCII word of the text. */
typedef struct ascii_word { size_t at, end; uint64_t hash; } ascii_word;

/* What the filter knows of a word, 0 for nothing: the cheaper half, and a first look. */
static inline __attribute__((always_inline)) uint64_t known_of(const gz_filter *f, gz_view t, const ascii_word *x)
{
  return gz_filter_get(t.p[x->at] >= 'a' ? f->lower : f->any, f->bits, x->hash);
}

/* May a name start with a word of which `known` is known? `second`: the word that starts one byte behind it, with hash 0 where none does. */
static inline __attribute__((always_inline)) bool word_allowed(const gz_filter *f, gz_view t, const ascii_word *x, uint64_t known, const ascii_word *second)
{
  bool small = t.p[x->at] >= 'a';
  if (!known) return false;
  if (known & gz_filter_alone(x->hash) && gz_filter_get(f->two, f->bits, gz_filter_two(x->hash, 0, 0, small))) return true;
  unsigned char c = x->end < t.n ? (unsigned char)t.p[x->end] : 0;
  if (!(known & gz_filter_more(x->hash)) || (c < ' ' && c != '\n')) return false;
  if (c == '\n') return true;                                                  /* any word may stand behind the end of a line */
  if (second->end < t.n && (unsigned char)t.p[second->end] >= 0x80) return true;      /* and what that folds to is not looked at */
  return gz_filter_get(f->two, f->bits, gz_filter_two(x->hash, c, second->hash, small)) != 0;
}

/* The same where no ASCII stands behind the word. */
static bool word_before_wide(const gz_filter *f, gz_view t, const ascii_word *x)
{
  size_t end = x->end;
  uint32_t next = gz_fold(gz_utf8_next(t.p, t.n, &end));
  if (next < 0x80 && gz_ascii_word((unsigned char)next)) return true;        /* a full-width letter: the word is another one */
  return known_of(f, t, x) != 0;
}

static inline ascii_word word_at(gz_view t, size_t pos)
{
  ascii_word x = {pos, pos, 0};
  if (pos < t.n) { x.hash = gz_filter_word(t.p + pos, t.n - pos, &x.end); x.end += pos; }
  return x;
}

/* Tries the word x, behind which no other was met in its block. */
static bool try_word(gz_ent_work *w, const gz_filter *own, const ascii_word *x)
{
  gz_view t = w->text;
  bool wide = x->end < t.n && (unsigned char)t.p[x->end] >= 0x80, builtin, user;
  if (wide) {
    builtin = word_before_wide(&gz_ent_filter, t, x);
    user = own && word_before_wide(own, t, x);
  } else {
    uint64_t known = known_of(&gz_ent_filter, t, x), known_too = own ? known_of(own, t, x) : 0;
    if (!(known | known_too)) return true;
    ascii_word second = word_at(t, x->end + 1);
    builtin = word_allowed(&gz_ent_filter, t, x, known, &second);
    user = known_too && word_allowed(own, t, x, known_too, &second);
  }
  return !(builtin || user) || try_at(w, x->at, builtin, user);
}

#define SPAN (4 * GZ_BLOCK)      /* bytes that are looked at together */

/* The hash of a word of a span, eight bytes from its start can be read. */
static inline __attribute__((always_inline)) uint64_t hash_of(const char *p, size_t n, unsigned length)
{
  uint64_t eight;
  size_t end;
  if (length >= 8) return gz_filter_word(p, n, &end);
  memcpy(&eight, p, 8);
  return gz_filter_short(eight, length);
}

/* Tries the word x, of which something is known; `next` is the next one of the span. */
static bool try_known(gz_ent_work *w, const gz_filter *own, const ascii_word *x, uint64_t known, uint64_t known_too, const ascii_word *next)
{
  const ascii_word none = {x->end + 1, x->end + 1, 0}, *second = next->at == x->end + 1 ? next : &none;
  bool builtin = word_allowed(&gz_ent_filter, w->text, x, known, second), user = known_too && word_allowed(own, w->text, x, known_too, second);
  return !(builtin || user) || try_at(w, x->at, builtin, user);
}

/* Tries the words of SPAN bytes of text from *pos on, up to the first byte that is not ASCII; words are told by masks and hashed by the eight
** bytes. A word that may go on behind the span is left: *pos is then its start, else behind what was looked at, and *inside says whether a
** word ends there. SPAN + 8 bytes can be read. */
static bool scan_span(gz_ent_work *w, const gz_filter *own, size_t *pos, bool *inside)
{
  const size_t at = *pos, left = w->text.n - at;
  const char *p = w->text.p + at;
  uint64_t word = 0, high = 0;
  for (unsigned k = 0; k < SPAN; k += GZ_BLOCK) {
    gz_block b = gz_block_at((const unsigned char *)p + k, 0, 0);
    word |= (uint64_t)(b.letters | b.digits) << k;
    high |= (uint64_t)b.high << k;
  }
  unsigned end = high ? gz_low64(high) : SPAN, from = end, length = 0, last = 0, last_end = 0;
  if (end < SPAN) word &= ((uint64_t)1 << end) - 1;
  uint64_t hash = 0, known = 0, known_too = 0;     /* of the last word, by both filters: it may begin a name, if what follows allows it */
  for (uint64_t starts = word & ~(word << 1); starts; starts &= starts - 1) {
    from = gz_low64(starts);
    uint64_t rest = ~(word >> from);
    length = rest ? gz_low64(rest) : SPAN;
    if (from + length >= end) break;
    uint64_t h = hash_of(p + from, left - from, length);
    if (known | known_too) {
      const ascii_word x = {at + last, at + last_end, hash}, next = {at + from, at + from + length, h};
      if (!try_known(w, own, &x, known, known_too, &next)) return false;
    }
    bool small = p[from] >= 'a';
    known = gz_filter_get(small ? gz_ent_filter.lower : gz_ent_filter.any, gz_ent_filter.bits, h);
    if (own) known_too = gz_filter_get(small ? own->lower : own->any, own->bits, h);
    hash = h;
    last = from;
    last_end = from + length;
    from = end;
  }
  if (known | known_too) {
    const ascii_word x = {at + last, at + last_end, hash};
    if (!try_word(w, own, &x)) return false;
  }
  *inside = from < end && end < SPAN;
  if (*inside) {
    const ascii_word x = {at + from, at + end, hash_of(p + from, left - from, length)};
    if (!try_word(w, own, &x)) return false;
    from = end;
  }
  *pos += from;
  return true;
}

/* May a name start with these characters, a at pos and b at second? The third is read when the first two allow it. */
static inline bool wide_allowed(const gz_filter *f, gz_view t, uint64_t pair, uint32_t a, uint32_t b, size_t third)
{
  if (a >= f->single_from && a <= f->single_to) return true;
  uint64_t w = f->wide[pair >> (70u - f->bits)];
  if (!gz_filter_begins(w, pair)) return false;
  if (b == ' ' || (w & gz_filter_third(pair, 0))) return true;           /* a run of spaces counts as one */
  return third < t.n && (w & gz_filter_third(pair, gz_fold(gz_utf8_next(t.p, t.n, &third))));
}

static inline uint32_t script_bit(unsigned script) { return (uint32_t)1 << (script < 31 ? script : 31); }

#define CHUNK 256

/* Decodes and folds Han characters U+4E00..U+9FFF from pos on, at most CHUNK. A continuation byte too many behind one is not seen: such a
** character is in no name, and the byte is met as the next character. *rare: one folds to another than these. */
static size_t decode_han(gz_view t, size_t pos, uint16_t *folded, bool *rare)
{
  size_t n = 0, most = pos + 4 <= t.n ? (t.n - pos - 1) / 3 : 0;
  uint32_t lowest = 0x4E00;
  if (most > CHUNK) most = CHUNK;
  for (const char *p = t.p + pos; n < most; p += 3) {
    uint32_t x = gz_utf8_four(p), cp = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
    if ((x & 0xC0C0F0u) != 0x8080E0u || cp - 0x4E00u >= 0x5200u) break;
    uint32_t f = gz_fold(cp);
    if (f < lowest) lowest = f;
    folded[n++] = (uint16_t)f;
  }
  *rare = lowest < 0x4E00;
  return n;
}

/* Room for CHUNK characters more. */
static bool room(gz_ent_work *w)
{
  if (w->han_count + CHUNK <= w->han_cap) return true;
  size_t cap = w->han_cap ? 2 * w->han_cap : w->text.n / 3 + 1;
  if (!w->han_cap && cap > 65536) cap = 65536;
  if (cap < w->han_count + CHUNK) cap = w->han_count + CHUNK;
  uint16_t *han = gz_realloc(w->han, cap * sizeof *han);
  if (!han) { w->nomem = true; return false; }
  w->han = han;
  w->han_cap = cap;
  return true;
}

/* Keeps the run for the discoverer: it stays where it was decoded to. */
static bool keep_run(gz_ent_work *w, size_t pos, size_t n, bool rare)
{
  if (!n || w->options.listed_only || w->han_count + CHUNK > GZ_HAN_KEPT) return true;
  if (w->run_count == w->run_cap) {
    void *runs = w->runs;
    if (!gz_array_grow(&runs, &w->run_cap, w->run_count, sizeof *w->runs)) { w->nomem = true; return false; }
    w->runs = runs;
  }
  gz_han_run r = {(uint32_t)pos, (uint32_t)n, w->han_count, rare};
  w->runs[w->run_count++] = r;
  w->han_count += n;
  return true;
}

/* A continuation byte too many makes the last character another one: it is left out. */
static void set_now(gz_ent_work *w, size_t from, size_t n, const uint16_t *folded)
{
  gz_view t = w->text;
  size_t end = from + 3 * n, before = from, behind = end;
  gz_han_now now = {folded, (uint32_t)from, (uint32_t)end, from > 0 && gz_is_han(gz_utf8_prev(t.p, t.n, &before)), end < t.n && gz_is_han(gz_utf8_next(t.p, t.n, &behind))};
  w->now = now;
}

/* Tries the names that start with character k of a run, if the first three characters allow one. b: the character behind it. */
static bool try_han(gz_ent_work *w, const gz_filter *own, size_t pos, uint32_t a, uint32_t b, size_t third)
{
  gz_view t = w->text;
  uint64_t pair = gz_filter_pair(a, b);
  bool builtin = wide_allowed(&gz_ent_filter, t, pair, a, b, third), user = own && wide_allowed(own, t, pair, a, b, third);
  return !(builtin || user) || try_at(w, pos, builtin, user);
}

static inline bool has_single(const gz_filter *f) { return f && f->single_to >= 0x4E00 && f->single_from < 0xA000; }

/* A run of Han from *pos on; each character is decoded and folded once. */
static bool scan_han(gz_ent_work *w, const gz_filter *own, size_t *pos)
{
  gz_view t = w->text;
  bool rare;
  if (!room(w)) return false;
  uint16_t *c = w->han + w->han_count;
  size_t n = decode_han(t, *pos, c, &rare), from = *pos, end = from + 3 * n, third = end;
  bool stray = end < t.n && ((unsigned char)t.p[end] & 0xC0) == 0x80;
  uint32_t next = end < t.n ? gz_fold(gz_utf8_next(t.p, t.n, &third)) : 0;
  *pos = end;
  if (!keep_run(w, from, n - stray, rare)) return false;
  set_now(w, from, n - stray, c);
  const uint64_t *bits = gz_ent_filter.wide, *own_bits = own ? own->wide : NULL;
  const unsigned shift = 70u - gz_ent_filter.bits, own_shift = own ? 70u - own->bits : 0;
  const bool all = has_single(&gz_ent_filter) || has_single(own);
  uint32_t a = c[0];
  for (size_t k = 1; k < n; k++) {
    uint32_t b = c[k];
    uint64_t pair = gz_filter_pair(a, b);
    if (gz_filter_begins(bits[pair >> shift], pair) || all || (own && gz_filter_begins(own_bits[pair >> own_shift], pair)))
      if (!try_han(w, own, from + 3 * (k - 1), a, b, from + 3 * (k + 1))) return false;
    a = b;
  }
  if (n && !try_han(w, own, end - 3, c[n - 1], next, third)) return false;
  w->now.end = 0;
  return true;
}

void gz_stage_scan(gz_ent_work *w)
{
  const char *p = w->text.p;
  const size_t n = w->text.n;
  const gz_filter *own = gz_names_filter(w->names);
  bool inside = false;                   /* behind a letter or digit of a spaced script: no word starts here */
  size_t i = 0;
  while (i < n) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return;
    unsigned char c = (unsigned char)p[i];
    if (c < 0x80) {
      if (!gz_ascii_word(c)) { inside = false; i++; }
      if (!inside && n - i >= SPAN + 8 && (unsigned char)p[i] < 0x80) {
        size_t from = i;
        if (!scan_span(w, own, &i, &inside)) return;
        if (i > from) continue;
      }
      if (i == n || !gz_ascii_word((unsigned char)p[i])) continue;
      ascii_word x = word_at(w->text, i);
      if (!inside && !try_word(w, own, &x)) return;
      inside = x.end < n && (unsigned char)p[x.end] >= 0x80;
      i = inside ? x.end : x.end + 1;            /* what stands behind an ASCII word and is ASCII starts none */
      continue;
    }
    uint32_t cp = gz_plain_han_at(w->text, i);
    if (cp) {                                /* nothing of a spaced script reaches into it */
      w->scripts |= script_bit(GZ_SCRIPT_HANI);
      if (!scan_han(w, own, &i)) return;
      inside = false;
      continue;
    }
    size_t next = i;
    cp = gz_utf8_next(p, n, &next);
    unsigned prop = gz_prop(cp);
    unsigned class = prop & 15u;
    unsigned script = prop >> 4;
    w->scripts |= script_bit(script);
    if (script == GZ_SCRIPT_HIRA || script == GZ_SCRIPT_KANA) {
      if (!w->kana) w->kana_from = i;
      w->kana = true;
      w->kana_to = i;
    }
    if (class < GZ_LETTER || class > GZ_DIGIT) { inside = false; i = next; continue; }
    if (!inside || script == GZ_SCRIPT_HANI || gz_is_unspaced(cp) || gz_is_hangul(cp)) {
      uint32_t a = gz_fold(cp), b = 0;
      size_t after = next;
      if (next < n) b = gz_fold(gz_utf8_next(p, n, &after));
      bool full = a < 0x80;              /* a full-width letter or digit: no bitmap says anything */
      uint64_t pair = gz_filter_pair(a, b);
      bool builtin = full || wide_allowed(&gz_ent_filter, w->text, pair, a, b, after), user = own && (full || wide_allowed(own, w->text, pair, a, b, after));
      if ((builtin || user) && !try_at(w, i, builtin, user)) return;
    }
    inside = !gz_is_unspaced(cp);
    i = next;
  }
}
