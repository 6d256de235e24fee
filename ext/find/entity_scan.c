/* Finds every place where a listed name starts. Linear: one pass, a walk down a trie only where the bitmaps of
** entity_filter.h allow it. ASCII words are judged once, at their start; other scripts character by character.
** Uses the built-in trie and, beside it, the trie of the connection's own names. */
#include "find/entity_work.h"
#include "base/alloc.h"
#include "find/names_index.h"
#include "lex_legal_forms.h"

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
  static const char *const ends[] = {"集团股份有限公司", "股份有限公司", "集团有限公司", "有限责任公司", "集团公司", "有限公司", "公司", "集团"};
  size_t next = s.end;
  uint32_t first = gz_fold(gz_utf8_next(t.p, t.n, &next));
  if (first != 0x516C && first != 0x96C6 && first != 0x80A1 && first != 0x6709) return s.end;        /* 公, 集, 股, 有 */
  if (gz_folded_before(t, s.end, gz_view_cstr("公司"))) return s.end;
  bool group = gz_folded_before(t, s.end, gz_view_cstr("集团"));
  for (size_t i = group ? 1 : 0; i < sizeof ends / sizeof *ends - (group ? 1 : 0); i++) {
    gz_span form = {s.end, s.end + (uint32_t)strlen(ends[i])};
    if (gz_folded_at(t, s.end, gz_view_cstr(ends[i]))) return gz_rule_crossing(t, form) ? form.end : s.end;
  }
  return s.end;
}

static bool accept(gz_ent_work *w, gz_span s, const gz_alias *a)
{
  if (!gz_rule_case(w->text, s, a) || !gz_rule_guards(w->text, s, a)) return true;
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

static bool try_value(gz_ent_work *w, gz_span s, uint32_t value)
{
  gz_alias a;
  if (!(value & GZ_ALIAS_MANY)) return !gz_alias_builtin(w->names, value, &a) || accept(w, s, &a);
  for (const uint32_t *m = gz_ent_many + (value & ~GZ_ALIAS_MANY);; m++) {
    if (gz_alias_builtin(w->names, *m & ~GZ_ALIAS_LAST, &a) && !accept(w, s, &a)) return false;
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
static bool place_allows(gz_view text, gz_span s)
{
  return gz_rule_boundary(text, s) && gz_rule_address(text, s) && gz_rule_number(text, s) && gz_rule_crossing(text, s);
}

static bool try_at(gz_ent_work *w, size_t pos, bool builtin, bool user)
{
  gz_hit hits[MAX_HITS];
  size_t n = builtin ? gz_trie_prefixes(&gz_ent_trie, w->text, pos, hits, MAX_HITS) : 0;
  for (size_t i = n; i-- > 0;) {
    gz_span s = {(uint32_t)pos, hits[i].end};
    if (place_allows(w->text, s) && !try_value(w, s, hits[i].value)) return false;
  }
  if (!user) return true;
  n = gz_trie_prefixes(gz_names_trie(w->names), w->text, pos, hits, MAX_HITS);
  for (size_t i = n; i-- > 0;) {
    gz_span s = {(uint32_t)pos, hits[i].end};
    if (place_allows(w->text, s) && !try_user(w, s, hits[i].value)) return false;
  }
  return true;
}

/* May a name start with the ASCII word at pos, which ends at end? */
static inline bool word_allowed(const gz_filter *f, gz_view t, size_t pos, size_t end, uint64_t hash)
{
  bool small = t.p[pos] >= 'a';
  unsigned char c = end < t.n ? (unsigned char)t.p[end] : 0;
  uint64_t w = gz_filter_get(small ? f->lower : f->any, f->bits, hash);
  if (c >= 0x80) {
    uint32_t next = gz_fold(gz_utf8_next(t.p, t.n, &end));
    if (next < 0x80 && gz_ascii_word((unsigned char)next)) return true;        /* a full-width letter: the word is another one */
    return w != 0;
  }
  if (!w) return false;
  if (gz_filter_get(f->two, f->bits, gz_filter_two(hash, 0, 0, small))) return true;
  if (!(w & gz_filter_more(hash)) || (c < ' ' && c != '\n')) return false;
  if (c == '\n') return true;                                                  /* any word may stand behind the end of a line */
  size_t length, from = end + 1;
  uint64_t second = 0;
  if (from < t.n) { second = gz_filter_word(t.p + from, t.n - from, &length); from += length; }
  if (from < t.n && (unsigned char)t.p[from] >= 0x80) return true;              /* and what that folds to is not looked at */
  return gz_filter_get(f->two, f->bits, gz_filter_two(hash, c, second, small)) != 0;
}

/* A first look, with the cheaper half of what the filter knows. */
static inline bool may_begin(const gz_filter *f, bool small, uint64_t hash) { return gz_filter_get(small ? f->lower : f->any, f->bits, hash) != 0; }

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
** character is in no name, and the byte is met as the next character. */
static size_t decode_han(gz_view t, size_t pos, uint32_t *folded)
{
  size_t n = 0;
  for (; n < CHUNK && pos + 4 <= t.n; n++, pos += 3) {
    const unsigned char *s = (const unsigned char *)t.p + pos;
    if (!gz_utf8_looks_three(t.p + pos)) break;
    uint32_t cp = (s[0] & 15u) << 12 | (s[1] & 63u) << 6 | (s[2] & 63u);
    if (!gz_plain_han(cp)) break;
    folded[n] = gz_fold(cp);
  }
  return n;
}

/* Keeps a run for the discoverer. */
static bool keep_run(gz_ent_work *w, size_t pos, const uint32_t *folded, size_t n)
{
  size_t end = pos + 3 * n;
  if (end < w->text.n && ((unsigned char)w->text.p[end] & 0xC0) == 0x80) n--;
  if (!n || w->options.listed_only || w->han_count + n > GZ_HAN_KEPT) return true;
  if (w->han_count + n > w->han_cap) {
    size_t cap = w->han_cap ? 2 * w->han_cap : w->text.n / 3 + 1;
    if (cap > GZ_HAN_KEPT || cap < w->han_count + n) cap = GZ_HAN_KEPT;
    if (!w->han_cap && cap > 65536) cap = 65536;
    uint16_t *han = gz_realloc(w->han, cap * sizeof *han);
    if (!han) { w->nomem = true; return false; }
    w->han = han;
    w->han_cap = cap;
  }
  void *runs = w->runs;
  if (!gz_array_grow(&runs, &w->run_cap, w->run_count, sizeof *w->runs)) { w->nomem = true; return false; }
  w->runs = runs;
  gz_han_run r = {(uint32_t)pos, (uint32_t)n, w->han_count};
  w->runs[w->run_count++] = r;
  for (size_t k = 0; k < n; k++) w->han[w->han_count++] = (uint16_t)folded[k];
  return true;
}

/* A run of Han from *pos on; each character is decoded and folded once. */
static bool scan_han(gz_ent_work *w, const gz_filter *own, size_t *pos)
{
  gz_view t = w->text;
  uint32_t c[CHUNK + 1];
  size_t n = decode_han(t, *pos, c), from = *pos, third = from + 3 * n;
  c[n] = third < t.n ? gz_fold(gz_utf8_next(t.p, t.n, &third)) : 0;
  *pos = from + 3 * n;
  if (!keep_run(w, from, c, n)) return false;
  const uint64_t *bits = gz_ent_filter.wide, *own_bits = own ? own->wide : NULL;
  const unsigned shift = 70u - gz_ent_filter.bits, own_shift = own ? 70u - own->bits : 0;
  const bool single = (gz_ent_filter.single_to >= 0x4E00 && gz_ent_filter.single_from < 0xA000) || (own && own->single_to >= 0x4E00 && own->single_from < 0xA000);
  for (size_t k = 0; k < n; k++) {
    uint64_t pair = gz_filter_pair(c[k], c[k + 1]);
    if (!gz_filter_begins(bits[pair >> shift], pair) && !single && !(own && gz_filter_begins(own_bits[pair >> own_shift], pair))) continue;
    size_t behind = k + 1 < n ? from + 3 * (k + 2) : third;
    bool builtin = wide_allowed(&gz_ent_filter, t, pair, c[k], c[k + 1], behind), user = own && wide_allowed(own, t, pair, c[k], c[k + 1], behind);
    if ((builtin || user) && !try_at(w, from + 3 * k, builtin, user)) return false;
  }
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
      if (!gz_ascii_word(c)) { inside = false; i++; continue; }
      size_t length;
      uint64_t h = gz_filter_word(p + i, n - i, &length);
      size_t end = i + length;
      unsigned char behind = end < n ? (unsigned char)p[end] : 0;
      if (!inside && (behind >= 0x80 || may_begin(&gz_ent_filter, c >= 'a', h) || (own && may_begin(own, c >= 'a', h)))) {
        bool builtin = word_allowed(&gz_ent_filter, w->text, i, end, h), user = own && word_allowed(own, w->text, i, end, h);
        if ((builtin || user) && !try_at(w, i, builtin, user)) return;
      }
      inside = behind >= 0x80;
      i = inside ? end : end + 1;            /* what stands behind an ASCII word and is ASCII starts none */
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
