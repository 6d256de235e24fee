/* Splitting and stripping of names (see name_norm.h). Plain loops over at most GZ_NAME_MAX bytes; lexicons: legal_forms.tsv,
** latin_base.tsv. The build-time generator uses the same functions for the keys of the built-in names. */
#include "find/name_norm.h"
#include "lex_latin_base.h"
#include "lex_legal_forms.h"
#include "text/uni.h"
#include "text/utf8.h"

static bool is_apostrophe(uint32_t folded) { return folded == '\''; }

static bool put(gz_name_words *w, size_t *n, const char *p, size_t len)
{
  if (*n + len >= GZ_NAME_MAX) return false;
  memcpy(w->text + *n, p, len);
  *n += len;
  return true;
}

/* A folded letter or digit without its accent. */
static bool put_letter(gz_name_words *w, size_t *n, uint32_t cp)
{
  char z[4];
  size_t len = gz_utf8_put(cp, z);
  uint32_t row;
  if (cp >= 0xC0 && cp < 0x1F00 && gz_trie_exact(&lex_latin_base.trie, gz_view_of(z, len), &row)) {
    const char *base = lex_latin_base_str(lex_latin_base_rows[row].base);
    return put(w, n, base, strlen(base));
  }
  return put(w, n, z, len);
}

static bool close_token(gz_name_words *w, size_t from, size_t to)
{
  if (from == to) return true;
  if (w->count == GZ_NAME_TOKENS) return false;
  w->token[w->count].at = (uint16_t)from;
  w->token[w->count++].n = (uint16_t)(to - from);
  return true;
}

static bool counts(uint32_t cp) { return gz_is_alnum(cp) || cp == 0x30FC; }

bool gz_name_split(gz_view name, gz_name_words *w)
{
  size_t n = 0, from = 0, pos = 0;
  bool letter = false, ok = true;
  w->count = 0;
  if (name.n > 64 * GZ_NAME_MAX) return false;         /* that is a text */
  while (ok && pos < name.n) {
    uint32_t cp = gz_fold(gz_utf8_next(name.p, name.n, &pos));
    if (gz_class_of(cp) == GZ_MARK) continue;
    if (counts(cp)) { letter = true; ok = put_letter(w, &n, cp); continue; }
    if (is_apostrophe(cp) && n > from && pos < name.n) {
      size_t next = pos;
      if (counts(gz_fold(gz_utf8_next(name.p, name.n, &next)))) {
        /* a possessive at the end of a word goes; O'Neill stays one word */
        uint32_t letter_s = gz_fold(gz_utf8_next(name.p, name.n, &pos));
        size_t behind = pos;
        bool ends = pos == name.n || !counts(gz_fold(gz_utf8_next(name.p, name.n, &behind)));
        if (letter_s != 's' || !ends) ok = put_letter(w, &n, letter_s);
        continue;
      }
    }
    ok = ok && close_token(w, from, n);
    from = n;
    if (cp == '&' || cp == '+') {
      ok = ok && put(w, &n, "and", 3) && close_token(w, from, n);
      from = n;
    }
  }
  return ok && close_token(w, from, n) && letter;
}

/* The last (or first) k tokens, joined, as a legal form of that end. */
static bool form_of(const gz_name_words *w, unsigned first, unsigned k, uint32_t end, uint32_t glue)
{
  size_t n = 0;
  char z[64];
  for (unsigned i = first; i < first + k; i++) {
    if (n + w->token[i].n > sizeof z) return false;
    memcpy(z + n, w->text + w->token[i].at, w->token[i].n);
    n += w->token[i].n;
  }
  uint32_t row;
  if (!gz_trie_exact(&lex_legal_forms.trie, gz_view_of(z, n), &row)) return false;
  return (lex_legal_forms_rows[row].where & end) && (glue > 1 || lex_legal_forms_rows[row].glue == glue);
}

static bool drop_words(gz_name_words *w)
{
  for (unsigned k = w->count - 1 < 4 ? w->count - 1 : 4; k > 0; k--) {
    if (form_of(w, w->count - k, k, LEX_LEGAL_FORMS_WHERE_END, 2)) {
      w->count -= k;
      if (w->count > 1) {            /* Goldman, Sachs and Co: the `and` goes too */
        const gz_name_token *t = &w->token[w->count - 1];
        if (t->n == 3 && memcmp(w->text + t->at, "and", 3) == 0) w->count--;
      }
      return true;
    }
    if (form_of(w, 0, k, LEX_LEGAL_FORMS_WHERE_START, 2)) {
      memmove(w->token, w->token + k, (w->count - k) * sizeof *w->token);
      w->count -= k;
      return true;
    }
  }
  return false;
}

/* Legal forms that are written without a space: at least two characters of the name must stay. */
static bool drop_glued(gz_name_words *w)
{
  gz_name_token *last = &w->token[w->count - 1], *first = &w->token[0];
  for (size_t cut = 0; cut + 6 <= last->n; cut++) {
    if (((unsigned char)w->text[last->at + cut] & 0xC0) == 0x80) continue;
    if (cut < 6 && w->count == 1) continue;
    uint32_t row;
    if (!gz_trie_exact(&lex_legal_forms.trie, gz_view_of(w->text + last->at + cut, last->n - cut), &row)) continue;
    if (lex_legal_forms_rows[row].glue != LEX_LEGAL_FORMS_GLUE_GLUED || !(lex_legal_forms_rows[row].where & LEX_LEGAL_FORMS_WHERE_END)) continue;
    last->n = (uint16_t)cut;
    if (!cut) w->count--;
    return true;
  }
  gz_hit hit;
  gz_view v = gz_view_of(w->text + first->at, first->n);
  if (!gz_trie_longest(&lex_legal_forms.trie, v, 0, &hit) || hit.end + 6 > v.n) return false;
  const lex_legal_forms_row *r = &lex_legal_forms_rows[hit.value];
  if (r->glue != LEX_LEGAL_FORMS_GLUE_GLUED || !(r->where & LEX_LEGAL_FORMS_WHERE_START)) return false;
  first->at = (uint16_t)(first->at + hit.end);
  first->n = (uint16_t)(first->n - hit.end);
  return true;
}

void gz_name_strip(gz_name_words *w)
{
  for (int round = 0; round < 6 && w->count; round++)
    if (!drop_words(w) && !drop_glued(w)) return;
}

static bool token_is(const gz_name_words *w, unsigned i, const char *z)
{
  return i < w->count && w->token[i].n == strlen(z) && memcmp(w->text + w->token[i].at, z, w->token[i].n) == 0;
}

/* How many words at the front say `U.S.` before something else: U.S. Navy is United States Navy. */
static unsigned says_us(const gz_name_words *w)
{
  if (w->count > 1 && token_is(w, 0, "us")) return 1;
  return w->count > 2 && token_is(w, 0, "u") && token_is(w, 1, "s") ? 2 : 0;
}

size_t gz_name_key(gz_view name, char *out)
{
  static const char us[] = "unitedstates";
  gz_name_words w;
  if (!gz_name_split(name, &w)) return 0;
  gz_name_strip(&w);
  size_t n = 0;
  unsigned i = says_us(&w);
  if (i && w.token[w.count - 1].at + w.token[w.count - 1].n + sizeof us < GZ_NAME_MAX) { memcpy(out, us, sizeof us - 1); n = sizeof us - 1; }
  else i = 0;
  for (; i < w.count; i++) {
    memcpy(out + n, w.text + w.token[i].at, w.token[i].n);
    n += w.token[i].n;
  }
  return n;
}

uint32_t gz_name_hash(const char *key, size_t n)
{
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
  return h;
}
