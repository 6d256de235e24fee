/* Matching of names (see name_match.h). Both are split and stripped of legal forms and titles; then
**   equal keys, or keys one edit apart (insertion, deletion, substitution, swap) when long enough, match;
**   otherwise words are paired, each with an equal one, one an edit apart, or its initial. All words of one name must find a partner;
**   of the other, all as well, unless both are people and the shorter has two words or more: people go by parts of their names.
** Quadratic in the number of words, which is bounded. */
#include "find/name_match.h"
#include "find/latin_words.h"
#include "text/utf8.h"

typedef struct words { gz_name_words w; bool company; } words;

static bool read(gz_view name, words *out)
{
  if (!gz_name_split(name, &out->w)) return false;
  unsigned before = out->w.count;
  gz_name_strip(&out->w);
  out->company = out->w.count < before;
  while (out->w.count > 2 && !out->company) {
    const gz_name_token *t = &out->w.token[0];
    if (t->n < 2 || !(gz_latin_roles(gz_latin_word(gz_view_of(out->w.text + t->at, t->n))) & LEX_NAME_WORDS_ROLE_TITLE)) break;
    memmove(out->w.token, out->w.token + 1, (out->w.count - 1) * sizeof *out->w.token);
    out->w.count--;
  }
  return out->w.count > 0;
}

static size_t code_points(const char *p, size_t n, uint32_t *out, size_t max)
{
  size_t k = 0;
  for (size_t i = 0; i < n && k < max;) out[k++] = gz_utf8_next(p, n, &i);
  return k;
}

/* At most one edit apart: skip the common start and end, and look at what is left. */
static bool one_edit(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
  while (n && m && *a == *b) { a++; b++; n--; m--; }
  while (n && m && a[n - 1] == b[m - 1]) { n--; m--; }
  if (n <= 1 && m <= 1) return true;
  return n == 2 && m == 2 && a[0] == b[1] && a[1] == b[0];
}

#define POINTS 192

static bool near(const char *a, size_t an, const char *b, size_t bn, size_t least)
{
  uint32_t x[POINTS], y[POINTS];
  size_t n = code_points(a, an, x, POINTS), m = code_points(b, bn, y, POINTS);
  if (n == POINTS || m == POINTS || n < least || m < least) return an == bn && memcmp(a, b, an) == 0;
  return one_edit(x, n, y, m);
}

static size_t join(const gz_name_words *w, char *out)
{
  size_t n = 0;
  for (unsigned i = 0; i < w->count; i++) { memcpy(out + n, w->text + w->token[i].at, w->token[i].n); n += w->token[i].n; }
  return n;
}

/* bin, al, ud: written, left out and spelled freely. */
static bool small_word(const gz_name_words *w, unsigned i)
{
  return gz_latin_roles(gz_latin_word(gz_view_of(w->text + w->token[i].at, w->token[i].n))) & (LEX_NAME_WORDS_ROLE_PARTICLE | LEX_NAME_WORDS_ROLE_CONNECT);
}

static bool pairs(const gz_name_words *a, unsigned i, const gz_name_words *b, unsigned k)
{
  const char *p = a->text + a->token[i].at, *q = b->text + b->token[k].at;
  size_t n = a->token[i].n, m = b->token[k].n;
  if (n == m && memcmp(p, q, n) == 0) return true;
  if ((n == 1 || m == 1) && *p == *q && (unsigned char)*p < 0x80 && *p > '9') return true;
  return near(p, n, q, m, 5);
}

/* How many of a's words find a partner in b, each partner used once; inexact pairs are counted. */
static unsigned paired(const gz_name_words *a, const gz_name_words *b, unsigned *slips)
{
  uint64_t used = 0;
  unsigned found = 0;
  *slips = 0;
  for (int round = 0; round < 2; round++) {
    for (unsigned i = 0; i < a->count; i++) {
      bool exact_only = round == 0, done = false;
      for (unsigned k = 0; k < b->count && !done; k++) {
        bool same = a->token[i].n == b->token[k].n && memcmp(a->text + a->token[i].at, b->text + b->token[k].at, a->token[i].n) == 0;
        if (same != exact_only || (used >> k & 1) || (!exact_only && !pairs(a, i, b, k))) continue;
        if (!exact_only) {
          bool taken = false;             /* an exact partner was found in the first round */
          for (unsigned j = 0; j < b->count && !taken; j++)
            taken = a->token[i].n == b->token[j].n && memcmp(a->text + a->token[i].at, b->text + b->token[j].at, a->token[i].n) == 0;
          if (taken) break;
          (*slips)++;
        }
        used |= (uint64_t)1 << k;
        found++;
        done = true;
      }
    }
  }
  return found;
}

static unsigned weighty(const gz_name_words *w)
{
  unsigned n = 0;
  for (unsigned i = 0; i < w->count; i++) n += !small_word(w, i);
  return n;
}

bool gz_name_match(gz_view a, gz_view b)
{
  words x, y;
  char p[GZ_NAME_MAX], q[GZ_NAME_MAX];
  if (!read(a, &x) || !read(b, &y)) return gz_view_eq(a, b);
  size_t n = join(&x.w, p), m = join(&y.w, q);
  if (n == m && memcmp(p, q, n) == 0) return true;
  if (near(p, n, q, m, 6)) return true;
  if (x.w.count > y.w.count) { words t = x; x = y; y = t; }
  unsigned slips, found = paired(&x.w, &y.w, &slips);
  if (found < x.w.count || slips > 1) return false;
  if (x.w.count == y.w.count) return true;
  if (weighty(&x.w) == weighty(&y.w)) return true;
  return !x.company && !y.company && weighty(&x.w) >= 2 && slips == 0;
}
