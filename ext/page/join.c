/* Hard-wrapped lines are one paragraph. A page that separates its paragraphs by empty lines has wrapped ones wherever two lines follow
** each other directly and the first does not end a sentence; a page without empty lines is wrapped only if its lines break in the middle
** of sentences again and again near one width. Lines that begin something (heading, list item, label, image) are never joined to the line
** before. Afterwards the repetition of each line in the document is counted. */
#include "page/doc.h"
#include "base/alloc.h"
#include "lex_labels.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <stdlib.h>

/* A line that a label opens: never the continuation of another. */
static bool labelled(const gz_doc *d, const gz_line *l)
{
  gz_view v = gz_doc_inner(d, l);
  gz_hit hit;
  if (!gz_trie_longest(&lex_labels.trie, v, 0, &hit)) return false;
  size_t i = hit.end;
  while (i < v.n && v.p[i] == ' ') i++;
  if (i >= v.n) return false;
  size_t k = i;
  uint32_t c = gz_utf8_next(v.p, v.n, &k);
  return c == ':' || c == 0xFF1A || c == '|' || c == 0xFF5C || c == '/' || c == 0xFF0F;
}

static bool opens(const gz_doc *d, const gz_line *l)
{
  return l->heading || l->list || l->image || l->rule || l->quote || l->table || l->bold || l->template_junk || labelled(d, l);
}

static bool goes_on(const gz_doc *d, const gz_line *a, const gz_line *b)
{
  if (b->blank_before || a->image || a->rule || a->ends_hard || opens(d, b)) return false;
  if (a->heading && a->size > 0) return false;
  if (a->heading && a->size == 0) return true;             /* `###` alone, its text on the next line */
  return a->columns >= 16;
}

/* Does the line break off in the middle of a sentence near the width? */
static bool breaks_off(const gz_line *l, uint32_t width) { return !l->ends && l->columns + 24 >= width && l->columns <= width + 4; }

static bool is_wrapped(const gz_doc *d, bool *by_blank, size_t *broken_lines)
{
  size_t gaps = 0, follows = 0, broken = 0, prose = 0;
  uint32_t width = 0;
  for (size_t i = 0; i < d->count; i++) if (d->lines[i].columns <= 130 && d->lines[i].columns > width && d->lines[i].size > 12) width = d->lines[i].columns;
  for (size_t i = 0; i + 1 < d->count; i++) {
    const gz_line *a = &d->lines[i], *b = &d->lines[i + 1];
    gaps += b->blank_before;
    if (b->blank_before) continue;
    follows++;
    if (a->columns > 130) prose++;
    else if (breaks_off(a, width) && !opens(d, b)) broken++;
  }
  *broken_lines = broken;
  *by_blank = gaps * 2 >= follows || gaps >= 8;
  return *by_blank || (broken >= 3 && broken * 2 >= follows && prose * 4 <= follows);
}

typedef struct seen { uint64_t hash; uint32_t line; } seen;

static int by_hash(const void *a, const void *b)
{
  const seen *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

static void count_repeats(gz_doc *d)
{
  seen *s = gz_malloc((d->count + 1) * sizeof *s);
  if (!s) { d->failed = true; return; }
  for (size_t i = 0; i < d->count; i++) { s[i].hash = d->lines[i].hash; s[i].line = (uint32_t)i; }
  if (d->count > 1) qsort(s, d->count, sizeof *s, by_hash);
  for (size_t i = 0; i < d->count;) {
    size_t k = i;
    while (k < d->count && s[k].hash == s[i].hash) k++;
    for (size_t j = i; j < k; j++) {
      d->lines[s[j].line].repeat = (uint16_t)(k - i > 0xFFFF ? 0xFFFF : k - i);
      d->lines[s[j].line].first_copy = j == i || s[i].hash == 0;
    }
    i = k;
  }
  gz_free(s);
}

void gz_doc_join(gz_doc *d)
{
  bool by_blank = false;
  size_t broken = 0;
  d->wrapped = d->count > 1 && is_wrapped(d, &by_blank, &broken);
  if (d->wrapped) {
    size_t kept = 0;
    uint32_t width = 0;
    for (size_t i = 0; i < d->count; i++) if (d->lines[i].columns <= 130 && d->lines[i].columns > width) width = d->lines[i].columns;
    for (size_t i = 0; i < d->count; i++) {
      gz_line *a = kept ? &d->lines[kept - 1] : NULL, *b = &d->lines[i];
      bool join = a && goes_on(d, a, b);
      if (join && !by_blank) join = a->columns + 24 >= width;
      if (join && by_blank && a->size < 12 && a->inner == a->start && !(a->columns + 24 >= width) && a->columns < 24) join = false;
      if (a && !join && by_blank && broken >= 3 && !b->blank_before && a->ends_hard && a->columns >= 56 && a->columns + 16 >= width && width <= 100 && !opens(d, b) && !a->heading) join = true;
      if (join) {
        a->end = b->end;
        a->inner_end = b->inner_end;
        a->columns = b->columns;
        a->ends = b->ends;
        a->ends_hard = b->ends_hard;
        a->digits = (uint16_t)(a->digits + b->digits);
        a->size += b->size;
        if (a->heading && a->size > 60) a->heading = 0;
      } else d->lines[kept++] = *b;
    }
    if (kept < d->count) {
      d->count = kept;
      for (size_t i = 0; i < kept; i++) if (memchr(d->text.p + d->lines[i].inner, '\n', d->lines[i].inner_end - d->lines[i].inner)) gz_doc_measure(d, &d->lines[i]);
    }
  }
  count_repeats(d);
}
