/* Finds every place where a listed name starts. Linear: one pass, a walk down a trie only where the bitmaps of
** entity_filter.h allow it. ASCII words are judged once, at their start; other scripts character by character.
** Uses the built-in trie and, beside it, the trie of the connection's own names. */
#include "find/entity_work.h"
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

static bool accept(gz_ent_work *w, gz_span s, const gz_alias *a)
{
  if (!gz_rule_case(w->text, s, a) || !gz_rule_guards(w->text, s, a)) return true;
  if (s.end < w->text.n && w->text.p[s.end] == '-' && gz_ref_type(a->ref, w, w->names) == GZ_ORG) s.end = with_share_class(w->text, s.end);
  if (s.end < w->text.n && (w->text.p[s.end] == ' ' || w->text.p[s.end] == ',') && a->kind != GZ_KIND_TICKER && (unsigned char)w->text.p[s.end - 1] < 0x80 &&
      gz_ref_type(a->ref, w, w->names) == GZ_ORG) s.end = with_legal_form(w->text, s.end);
  uint8_t how = !a->user && a->kind == GZ_KIND_TICKER ? GZ_HOW_TICKER : GZ_HOW_NAME;
  gz_cand c = {s, a->ref, a->class == GZ_CLASS_SURE ? GZ_CAND_SURE : GZ_CAND_OPEN, how, a->class, a->user, a->context, a->words};
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

static inline bool pair_allowed(const gz_filter *f, uint32_t a, uint32_t b)
{
  return gz_filter_test(f->pair, gz_filter_pair(a, b)) || gz_filter_test(f->pair, gz_filter_pair(a, 0));
}

/* Behind the word stands another kind of space (a line's end, U+00A0): the second word is not known, any may follow. */
#define ANY_SECOND UINT32_MAX

static inline bool allowed(const uint64_t *bits, uint32_t word, uint32_t second)
{
  return gz_filter_test(bits, word) || (second && (second == ANY_SECOND || gz_filter_test(bits, second)));
}

static inline bool ascii_word_end(unsigned char c) { return !gz_ascii_word(c); }

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
      if (ascii_word_end(c)) { inside = false; i++; continue; }
      size_t length;
      uint32_t h = gz_filter_word(p + i, n - i, &length);
      if (!inside) {
        bool lower = c >= 'a';
        uint32_t second = gz_filter_second(h, p + i + length, n - i - length);
        if (!second && i + length < n && (p[i + length] == '\n' || (unsigned char)p[i + length] >= 0x80)) second = ANY_SECOND;
        bool builtin = allowed(lower ? gz_ent_filter.lower : gz_ent_filter.any, h, second), user = own && allowed(lower ? own->lower : own->any, h, second);
        if ((builtin || user) && !try_at(w, i, builtin, user)) return;
      }
      i += length;
      inside = true;
      continue;
    }
    size_t next = i;
    uint32_t cp = gz_utf8_next(p, n, &next);
    unsigned prop = gz_prop(cp);
    unsigned class = prop & 15u;
    unsigned script = prop >> 4;
    w->scripts |= 1u << (script < 31 ? script : 31);
    w->kana |= script == GZ_SCRIPT_HIRA || script == GZ_SCRIPT_KANA;
    if (class < GZ_LETTER || class > GZ_DIGIT) { inside = false; i = next; continue; }
    if (!inside || script == GZ_SCRIPT_HANI || gz_is_unspaced(cp) || gz_is_hangul(cp)) {
      uint32_t a = gz_fold(cp), b = 0;
      size_t after = next;
      if (next < n) b = gz_fold(gz_utf8_next(p, n, &after));
      bool full = a < 0x80;              /* a full-width letter or digit: no bitmap says anything */
      bool builtin = full || pair_allowed(&gz_ent_filter, a, b), user = own && (full || pair_allowed(own, a, b));
      if ((builtin || user) && !try_at(w, i, builtin, user)) return;
    }
    inside = !gz_is_unspaced(cp);
    i = next;
  }
}
