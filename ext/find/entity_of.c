/* The entity that a whole string names. From strict to loose: the string as an alias; as a ticker; without one legal form; by its comparable key
** (name_norm.h: no legal forms, accents, punctuation); without a bracket at its end; without a class of shares. The first step that
** knows the string decides. Where several entities share it, a connection's own beats a built-in one, a sure alias an ambiguous
** one, the spelling as written another one; when entities are still tied there is no answer. No memory is allocated. */
#include "base/watch.h"
#include "find/entity_work.h"
#include "find/name_norm.h"
#include "find/names_index.h"
#include "lex_legal_forms.h"

#define FORM_MAX 40                    /* bytes of a legal form */

typedef struct best { uint32_t ref; int score; bool tie; } best;

static void offer(best *b, const gz_alias *a, gz_view written)
{
  int score = (a->user ? 100 : 0) + (a->class == GZ_CLASS_SURE ? 10 : 0) + (gz_view_is(written, a->text) ? 4 : 0) + (a->kind == GZ_KIND_NAME ? 1 : 0);
  if (b->ref == a->ref) { if (score > b->score) { b->score = score; b->tie = false; } return; }
  if (b->ref == GZ_REF_NONE || score > b->score) { b->ref = a->ref; b->score = score; b->tie = false; }
  else if (score == b->score) b->tie = true;
}

static void offer_builtin(best *b, const gz_names *names, uint32_t row, gz_view written)
{
  gz_alias a;
  if (gz_alias_builtin(names, row, &a)) offer(b, &a, written);
}

static void by_alias(best *b, gz_view v, const gz_names *names)
{
  uint32_t value;
  if (gz_trie_exact(&gz_ent_trie, v, &value)) {
    if (!(value & GZ_ALIAS_MANY)) offer_builtin(b, names, value, v);
    else for (const uint32_t *m = gz_ent_many + (value & ~GZ_ALIAS_MANY);; m++) {
      offer_builtin(b, names, *m & ~GZ_ALIAS_LAST, v);
      if (*m & GZ_ALIAS_LAST) break;
    }
  }
  if (!gz_names_filter(names) || !gz_trie_exact(gz_names_trie(names), v, &value)) return;
  for (uint32_t i = value; i != UINT32_MAX; i = gz_names_next_alias(names, i)) {
    gz_alias a;
    gz_names_alias(names, i, &a);
    offer(b, &a, v);
  }
}

static void by_key(best *b, gz_view v, const gz_names *names)
{
  char key[GZ_NAME_MAX], other[GZ_NAME_MAX];
  size_t n = gz_name_key(v, key);
  if (!n) return;
  by_alias(b, gz_view_of(key, n), names);
  uint32_t h = gz_name_hash(key, n), lo = 0, hi = gz_ent_norm_count;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (gz_ent_norm_hash[mid] < h) lo = mid + 1;
    else hi = mid;
  }
  for (; lo < gz_ent_norm_count && gz_ent_norm_hash[lo] == h; lo++) {
    uint32_t row = gz_ent_norm_alias[lo];
    size_t m = gz_name_key(gz_view_cstr(gz_ent_str(gz_ent_aliases[row].text)), other);
    if (m == n && memcmp(key, other, n) == 0) offer_builtin(b, names, row, v);
  }
  for (uint32_t i = gz_names_first_key(names, h); i != UINT32_MAX; i = gz_names_next_key(names, i)) {
    gz_alias a;
    gz_names_alias(names, i, &a);
    size_t m = gz_name_key(gz_view_cstr(a.text), other);
    if (m == n && memcmp(key, other, n) == 0) offer(b, &a, v);
  }
}

static gz_view trimmed(gz_view v)
{
  for (size_t done = 0, due = GZ_WATCH_STRIDE; v.n && !gz_watch_at(done, &due); done++) {
    size_t next = 0;
    if (!gz_is_space(gz_utf8_next(v.p, v.n, &next))) break;
    v.p += next;
    v.n -= next;
  }
  for (size_t done = 0, due = GZ_WATCH_STRIDE; v.n && !gz_watch_at(done, &due); done++) {
    size_t at = v.n;
    if (!gz_is_space(gz_utf8_prev(v.p, v.n, &at))) break;
    v.n = at;
  }
  return v;
}

/* Without the bracket at the end: Amazon (AMZN.US), 亚马逊（美国）. */
static bool without_bracket(gz_view *v, gz_view *inside)
{
  size_t at = v->n;
  if (!at) return false;
  if (v->p[v->n - 1] == '$') at--;
  size_t end = at;
  uint32_t cp = at ? gz_utf8_prev(v->p, v->n, &at) : 0;
  if (cp != ')' && cp != 0xFF09 && cp != ']') return false;
  size_t close = at;
  (void)end;
  for (size_t due = GZ_WATCH_STRIDE; at > 0 && !gz_watch_at(close - at, &due);) {
    size_t before = at;
    cp = gz_utf8_prev(v->p, v->n, &at);
    if (cp != '(' && cp != 0xFF08 && cp != '[') continue;
    if (at == 0) return false;
    *inside = gz_view_of(v->p + before, close - before);
    v->n = at;
    if (v->n && v->p[0] == '$') { v->p++; v->n--; }
    *v = trimmed(*v);
    return v->n > 0;
  }
  return false;
}

static bool without_share_class(gz_view *v)
{
  size_t n = v->n;
  while (n > 0 && v->n - n < 2 && v->p[n - 1] >= 'A' && v->p[n - 1] <= 'Z') n--;
  if (n == v->n || n < 2 || v->p[n - 1] != '-') return false;
  v->n = n - 1;
  return true;
}

/* ソフトバンクグループ株式会社 is that group and no other company of the name: the alias that is left when one legal form goes, a short
** one before a long one, at the end or the start. */
static void by_shorter(best *b, gz_view v, const gz_names *names)
{
  uint32_t row;
  for (size_t at = v.n; at > 0 && v.n - at < FORM_MAX && b->ref == GZ_REF_NONE;) {
    gz_utf8_prev(v.p, v.n, &at);
    gz_view form = gz_view_of(v.p + at, v.n - at);
    if (at && gz_trie_exact(&lex_legal_forms.trie, form, &row) && lex_legal_forms_rows[row].glue == LEX_LEGAL_FORMS_GLUE_GLUED) by_alias(b, trimmed(gz_view_of(v.p, at)), names);
  }
  for (size_t at = 0; at < v.n && at < FORM_MAX && b->ref == GZ_REF_NONE;) {
    gz_utf8_next(v.p, v.n, &at);
    gz_view form = gz_view_of(v.p, at);
    if (at < v.n && gz_trie_exact(&lex_legal_forms.trie, form, &row) && lex_legal_forms_rows[row].glue == LEX_LEGAL_FORMS_GLUE_GLUED &&
        (lex_legal_forms_rows[row].where & LEX_LEGAL_FORMS_WHERE_START)) by_alias(b, trimmed(gz_view_of(v.p + at, v.n - at)), names);
  }
}

static void look(best *b, gz_view v, const gz_names *names)
{
  by_alias(b, v, names);
  if (b->ref == GZ_REF_NONE) {
    gz_alias ticker = {.text = "", .ref = gz_ticker_whole(v)};
    if (ticker.ref != GZ_REF_NONE) offer(b, &ticker, v);
  }
  if (b->ref == GZ_REF_NONE && v.n && (unsigned char)v.p[v.n - 1] >= 0x80) by_shorter(b, v, names);
  if (b->ref == GZ_REF_NONE) by_key(b, v, names);
}

gz_status gz_entity_of(gz_view mention, const gz_names *names, gz_entity *out, bool *found)
{
  best b = {GZ_REF_NONE, 0, false};
  gz_view v = trimmed(mention), inside;
  *found = false;
  gz_status s = gz_names_prepare(names);
  if (s != GZ_OK) return s;
  look(&b, v, names);
  if (b.ref == GZ_REF_NONE && without_bracket(&v, &inside)) {
    look(&b, v, names);
    if (b.ref == GZ_REF_NONE) b.ref = gz_ticker_whole(inside);
  }
  if (b.ref == GZ_REF_NONE && without_share_class(&v)) look(&b, v, names);
  if (b.ref == GZ_REF_NONE || b.tie) return GZ_OK;
  memset(out, 0, sizeof *out);
  gz_ref_fill(b.ref, NULL, names, out);
  *found = true;
  return GZ_OK;
}

/* Does a row's language answer for the one asked? zh asks for any Chinese; zh-TW and zh-HK are zh-Hant. */
static int lang_fits(const char *asked, const char *has)
{
  if (strcmp(asked, has) == 0) return 3;
  size_t n = strlen(has);
  if (strncmp(asked, has, n) == 0 && asked[n] == '-') return 2;
  n = strlen(asked);
  if (strncmp(has, asked, n) == 0 && has[n] == '-') return 1;
  return 0;
}

const char *gz_entity_name_in(const gz_entity *e, const char *lang, const gz_names *names)
{
  const char *found = NULL;
  int score = 0;
  if (e->id < GZ_REF_USER) {
    for (uint32_t i = gz_ent_rows[e->id].first_alias; i < gz_ent_rows[e->id + 1].first_alias; i++) {
      const gz_alias_row *a = &gz_ent_aliases[i];
      int s = 2 * lang_fits(lang, gz_ent_str(gz_ent_langs[gz_ent_facts[a->facts].lang]));
      if (s && gz_alias_kind(gz_ent_facts[a->facts].flags) == GZ_KIND_NAME) s++;
      if (s > score && !gz_names_hides(names, i)) { score = s; found = gz_ent_str(a->text); }
    }
  }
  const char *own = gz_names_in_lang(names, e->name, lang);
  if (own && (!found || score < 6)) return own;
  return found ? found : lang_fits("en", lang) ? e->name : NULL;
}
