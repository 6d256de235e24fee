/* A page that names itself only in passing: in credits, notes of its own interests, adverts for its letters. A run of capitalised words that stands in
** three different lines outside the article and never in it is its name. Runs are counted in one table of hashes; the longest of the most frequent wins. */
#include "page/doc.h"
#include "find/latin_words.h"
#include "text/uni.h"
#include "text/utf8.h"

#define SLOTS 512u
#define WORDS_MAX 4
#define LINES_MIN 3u         /* so many lines it stands in */
#define LOOK 50u             /* lines before the article and as many behind it */

typedef struct run { uint64_t hash; uint32_t line; uint16_t lines, words; gz_view name; } run;

/* Counts the runs that begin at each capitalised word of the line. */
static void count_runs(gz_view v, uint32_t line, run *table)
{
  for (size_t i = 0; i < v.n;) {
    size_t start = i, end = i, words = 0;
    uint64_t h = 1469598103934665603u;
    while (words < WORDS_MAX && end < v.n) {
      size_t k = end, letters = 0;
      uint32_t c = gz_utf8_next(v.p, v.n, &k);
      if (!gz_is_letter(c) || gz_is_unspaced(c) || gz_fold(c) == c) break;
      k = end;
      while (k < v.n) {
        size_t m = k;
        c = gz_utf8_next(v.p, v.n, &m);
        if (!gz_is_alnum(c) && c != '&' && c != '-') break;
        h = (h ^ gz_fold(c)) * 1099511628211u;
        letters++;
        k = m;
      }
      if (letters < 2) break;
      words++;
      end = k;
      if (words >= 2) {
        uint64_t key = h ? h : 1;
        for (uint32_t s = (uint32_t)key % SLOTS, tries = 0; tries < 8; s = (s + 1) % SLOTS, tries++) {
          run *r = &table[s];
          if (r->hash == 0) { r->hash = key; r->line = line; r->lines = 1; r->words = (uint16_t)words; r->name = gz_view_of(v.p + start, end - start); break; }
          if (r->hash != key) continue;
          if (r->line != line) { r->lines++; r->line = line; }
          break;
        }
      }
      if (end >= v.n || v.p[end] != ' ' || end + 1 >= v.n) break;
      h = (h ^ ' ') * 1099511628211u;
      end++;
    }
    while (i < v.n && v.p[i] != ' ') i++;                  /* the next word */
    while (i < v.n && v.p[i] == ' ') i++;
  }
}

static bool in_article(const gz_doc *d, gz_view name)
{
  for (size_t i = 0; i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    bool own = i == d->title_line || (gz_doc_in_body(d, (uint32_t)i) && (l->kind == GZ_BLOCK_BODY || l->kind == GZ_BLOCK_HEADING));
    if (!own) continue;
    gz_view w = gz_doc_inner(d, l);
    for (size_t k = 0; k + name.n <= w.n; k++) {
      const char *p = memchr(w.p + k, name.p[0], w.n - name.n - k + 1);
      if (!p) break;
      k = (size_t)(p - w.p);
      if (memcmp(p, name.p, name.n) == 0) return true;
    }
  }
  return false;
}

static bool everyday(gz_view v)
{
  size_t rare = 0;
  for (size_t a = 0; a < v.n;) {
    size_t e = a;
    while (e < v.n && v.p[e] != ' ') e++;
    rare += !(gz_latin_word(gz_view_of(v.p + a, e - a)) & GZ_LATIN_COMMON);
    a = e + 1;
  }
  return !rare && memcmp(v.p, "The ", 4) != 0;
}

/* The lines around the article in which its page may name itself. */
static bool eligible(const gz_doc *d, size_t i)
{
  const gz_line *l = &d->lines[i];
  if (gz_doc_in_body(d, (uint32_t)i) && i > d->body_first + LOOK && i + LOOK < d->body_last) return false;
  return i != d->title_line && l->wide <= l->words && l->first_copy && l->kind != GZ_BLOCK_BODY && l->kind != GZ_BLOCK_HEADING && l->kind != GZ_BLOCK_DUPLICATE;
}

bool gz_doc_recurring(gz_doc *d, gz_view *name)
{
  run *table;
  const run *best = NULL;
  size_t first = d->body_first > LOOK ? d->body_first - LOOK : 0, lines = 0;
  if (d->body_first > d->body_last) return false;
  for (size_t i = first; i < d->count && i <= d->body_last + LOOK && lines < LINES_MIN; i++) lines += eligible(d, i);
  if (lines < LINES_MIN || !(table = gz_arena_alloc(d->arena, SLOTS * sizeof *table))) return false;
  for (size_t i = first; i < d->count && i <= d->body_last + LOOK; i++) {
    if (!eligible(d, i)) continue;
    gz_view v = gz_doc_inner(d, &d->lines[i]);
    if (v.n > 600) v.n = 600;
    count_runs(v, (uint32_t)i, table);
  }
  for (size_t s = 0; s < SLOTS; s++) {
    const run *r = &table[s];
    if (r->lines < LINES_MIN || (best && (r->lines < best->lines || (r->lines == best->lines && r->name.n <= best->name.n)))) continue;
    if (r->name.n > 40 || (memcmp(r->name.p, "The ", 4) != 0 && gz_person_line(r->name)) || gz_place(r->name) || gz_firm_like(r->name) || everyday(r->name) || gz_doc_button(r->name) || in_article(d, r->name)) continue;
    best = r;
  }
  for (size_t s = 0; best && s < SLOTS; s++) {              /* its article belongs to it */
    const run *r = &table[s];
    if (r->lines >= 2 && r->name.n == best->name.n + 4 && memcmp(r->name.p, "The ", 4) == 0 && memcmp(r->name.p + 4, best->name.p, best->name.n) == 0) { best = r; break; }
  }
  if (best) *name = best->name;
  return best != NULL;
}
