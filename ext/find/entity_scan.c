/* Finds every place where a listed name starts: ASCII words are judged at their start (entity_words.c), other scripts character by character
** (entity_wide.c); where the bitmaps of entity_filter.h allow a name, a walk down a trie tells the names that start there, and each has to pass
** the rules. Linear. Uses the built-in trie and, beside it, the trie of the connection's own names. */
#include "find/entity_scan.h"
#include "find/names_index.h"
#include "find/small_word.h"
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
  if (!(in_run(w, s) || gz_rule_case(w->text, s, a)) || ((a->before | a->behind) && !gz_rule_guards(w->text, s, a))) return true;
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
  if (in_run(w, s)) return gz_surely_uncrossed(text, &w->now, s) || gz_rule_crossing(text, s);
  return gz_rule_plain_place(text, s) || (gz_rule_boundary(text, s) && gz_rule_address(text, s) && gz_rule_number(text, s) && gz_rule_crossing(text, s));
}

bool gz_scan_try(gz_ent_work *w, size_t pos, bool builtin, bool user)
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

void gz_stage_scan(gz_ent_work *w)
{
  if (!gz_scan_words(w)) return;
  w->polled = 0;
  gz_scan_wide(w);
}
