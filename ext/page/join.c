/* Hard-wrapped lines are one paragraph. A page that separates its paragraphs by empty lines has wrapped ones wherever two lines follow
** each other directly, the first does not end a sentence, and the next word had found no room in it (what wraps lines breaks them only
** then); both need lines that break off inside sentences again and again. Lines that begin something (heading, list item, label, image) are never joined to the line
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

/* Columns of the first piece of the line that could not be broken. */
static uint32_t first_piece(const gz_doc *d, const gz_line *l)
{
  uint32_t columns = 0;
  for (size_t i = l->inner; i < l->inner_end && columns < 200;) {
    uint32_t c = gz_utf8_next(d->text.p, l->inner_end, &i);
    if (gz_is_space(c)) break;
    columns += c >= 0x1100 && (gz_is_unspaced(c) || gz_is_hangul(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFF61)) ? 2 : 1;
  }
  return columns;
}

/* Was there no room for the next piece? What breaks lines breaks them only then. */
static bool full(const gz_doc *d, const gz_line *a, const gz_line *b, uint32_t width)
{
  uint32_t piece = first_piece(d, b);
  return a->columns + 1 + piece >= width && a->columns >= 16;
}

static bool goes_on(const gz_doc *d, const gz_line *a, const gz_line *b, uint32_t width)
{
  if (b->blank_before || a->image || a->rule || a->ends_hard || opens(d, b)) return false;
  if (a->heading && a->size > 0) return false;
  if (gz_view_eq(gz_doc_inner(d, a), gz_doc_inner(d, b))) return false;      /* a headline printed twice */
  if (a->heading && a->size == 0) return true;             /* `###` alone, its text on the next line */
  return full(d, a, b, width);
}

/* A paragraph of two lines on a page that separates paragraphs by empty lines: the second begins in lower case, or the first is a long one of Han that
** no mark ends. */
static bool second_half(const gz_doc *d, size_t i)
{
  const gz_line *a = &d->lines[i - 1], *b = &d->lines[i];
  if (b->blank_before || !a->blank_before || a->ends || a->image || a->rule || a->heading || a->code || !b->ends_hard || b->timecode || a->size < 14 || b->size < 6 || (i + 1 < d->count && !d->lines[i + 1].blank_before)) return false;
  uint32_t c = gz_utf8_next(d->text.p, d->text.n, &(size_t){b->inner});
  if (a->inner_end == a->inner || d->text.p[a->inner_end - 1] == '-' || d->text.p[a->inner_end - 1] == '\\') return false;
  bool low = !a->wide && a->words >= 8 && !a->link && gz_is_letter(c) && gz_fold(c) == c && !gz_is_unspaced(c) && !gz_is_hangul(c);
  bool han = a->wide >= 28 && !a->words && a->wide + 8 >= b->wide && gz_is_han(c) && a->commas;
  return (low || han) && !opens(d, a) && !opens(d, b);
}

/* Lines that break off inside a sentence because the width was used up; and that width. */
static size_t broken_lines(const gz_doc *d, uint32_t *width, bool *by_blank)
{
  size_t gaps = 0, follows = 0, broken = 0;
  uint32_t w = 0;
  for (size_t i = 0; i + 1 < d->count; i++) {
    const gz_line *a = &d->lines[i];
    gaps += d->lines[i + 1].blank_before;
    follows += !d->lines[i + 1].blank_before;
    if (!d->lines[i + 1].blank_before && a->columns <= 130 && a->columns > w && !a->image) w = a->columns;
  }
  *width = w;
  *by_blank = gaps * 2 >= follows || gaps >= 8;
  for (size_t i = 0; i + 1 < d->count; i++) {
    const gz_line *a = &d->lines[i], *b = &d->lines[i + 1];
    if (b->blank_before || a->ends || a->image || opens(d, b) || !full(d, a, b, w)) continue;
    uint32_t c = gz_utf8_next(d->text.p, d->text.n, &(size_t){b->inner});
    bool goes = gz_is_letter(c) && (gz_fold(c) == c || gz_is_han(c));
    if (!goes) continue;
    if (a->columns + 12 >= w && a->columns >= 40) broken++;
    else if (first_piece(d, b) >= 60 && a->commas + a->stops >= 1 && a->columns >= 20) broken++;
  }
  return broken;
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
  uint32_t width = 0;
  size_t broken = d->count > 1 ? broken_lines(d, &width, &by_blank) : 0;
  d->wrapped = broken >= 2 && (by_blank || broken * 3 >= d->count);
  size_t halves = 0;
  for (size_t i = 1; i < d->count && by_blank && !d->wrapped; i++) halves += second_half(d, i);
  if (d->wrapped || halves) {
    size_t kept = 0;
    for (size_t i = 0; i < d->count; i++) {
      gz_line *a = kept ? &d->lines[kept - 1] : NULL, *b = &d->lines[i];
      bool join = a && (d->wrapped ? goes_on(d, a, b, width) : second_half(d, i));
      /* a sentence may end where the line does */
      if (a && !join && d->wrapped && broken >= 3 && a->ends_hard && !b->blank_before && !opens(d, b) && !a->heading && a->columns + 12 >= width && a->columns <= width && width <= 100 && full(d, a, b, width)) join = true;
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
