/* The main region: the run of lines with the largest sum of scores (Kadane's algorithm). Lines of sentences score by their length, up
** to a bound, so that many sentences win over one long line; short lines cost a little, lines that phrases, links or labels give away
** cost more, and headings of related lists and comments are walls that only a good deal of prose behind them can climb. */
#include "page/doc.h"
#include "text/uni.h"
#include "text/utf8.h"

#define LONG_LINE 160u

/* Does the line consist of sentences? */
static bool prose(const gz_line *l)
{
  if (l->size < 16 || l->image || l->template_junk || l->link * 2u > l->size * 3u) return false;
  if (l->heading && l->size < 60) return false;
  if (l->stops >= 1 && l->ends) return true;
  if (l->stops >= 2 || (l->stops >= 1 && l->commas >= 1 && l->size >= 24)) return true;
  if (l->signed_off) return true;
  return l->size >= 60 && (l->commas >= 1 || l->stops >= 1 || l->size >= 100);
}

static bool given_away(const gz_line *l)
{
  if (l->says & (GZ_SAYS_HARD | GZ_SAYS_NAV)) return true;
  if ((l->says & (GZ_SAYS_TOOL | GZ_SAYS_RELATED | GZ_SAYS_COMMENTS | GZ_SAYS_PAYWALL | GZ_SAYS_ADVERT | GZ_SAYS_CREDIT | GZ_SAYS_END)) != 0) return l->size <= 140;
  if ((l->says & GZ_SAYS_SITE) && l->size <= 40 && !l->ends_hard) return true;
  return (l->says & GZ_SAYS_LEGAL) != 0 && l->size <= 400;
}

static int score(const gz_doc *d, size_t i)
{
  const gz_line *l = &d->lines[i];
  int n = (int)(l->size < LONG_LINE ? l->size : LONG_LINE);
  (void)d;
  if (l->says & GZ_SAYS_COMMENTS) return l->says & GZ_SAYS_WALL ? -900 : -40;
  if (l->says & GZ_SAYS_WALL) return -220;
  if (l->says & GZ_SAYS_END) return l->size <= 40 ? -160 : -20;
  if (l->says & GZ_SAYS_HARD) return -60;
  if (given_away(l)) return prose(l) ? -24 : -14;
  if (l->timecode) return -1;
  if (l->meta) return -14;
  if (l->size == 0) return l->rule ? -4 : 0;
  if (l->repeat > 1 && l->size < 60 && !prose(l)) return -8;
  if (!l->first_copy) return -30;                          /* the body printed a second time */
  if (prose(l)) return n;
  if (l->template_junk) return -12;
  if (l->link * 2u > l->size) return -14;
  if (l->bold && l->stops && l->ends_hard) return n / 2 + 1;      /* **Who:** an answer. */
  if (l->heading || l->bold || l->quote) return -2;
  if (l->list) return l->size >= 24 ? 4 : -3;
  if (l->ends) return n / 2 + 1;                           /* a short sentence: dialogue */
  if (l->table) return -4;
  return -9;
}

/* A headline that is a sentence scores like one. Where a byline or date stands among the first lines of the region, the body begins behind it. */
static void behind_byline(gz_doc *d)
{
  size_t total = 0, above = 0, meta = SIZE_MAX;
  for (size_t i = d->body_first; i <= d->body_last; i++) total += d->lines[i].size;
  for (size_t i = d->body_first; i <= d->body_last && i < d->body_first + 10; i++) {
    gz_view v = gz_trim(gz_doc_inner(d, &d->lines[i]));
    for (size_t k = 0; k < d->found_count && d->found[k].line < i && d->lines[i].size <= 14; k++)      /* the account's name once more */
      if (d->found[k].field == GZ_F_SOURCE && gz_view_eq(v, gz_trim(d->found[k].value))) d->lines[i].meta = d->lines[i].stamp_line = true;
    if (d->lines[i].meta) {
      bool strong = d->lines[i].stamp_line;
      for (size_t k = 0; k < d->found_count && !strong && d->found[k].line <= i; k++)
        strong = d->found[k].line == i && (d->found[k].field == GZ_F_AUTHOR || d->found[k].field == GZ_F_SOURCE || d->found[k].field == GZ_F_PUBLISHED);
      if (strong && above * (i <= d->body_first + 1 ? 3 : 6) < total && above < 400) meta = i;
    }
    above += d->lines[i].size;
  }
  if (meta != SIZE_MAX && meta < d->body_last) d->body_first = meta + 1;
}

/* A first paragraph below the byline that a list of short lines cuts off from the rest belongs to the text with the list. */
static void below_byline(gz_doc *d)
{
  size_t first = SIZE_MAX;
  bool clean = true;
  for (size_t i = d->body_first; i-- > 0 && i + 24 > d->body_first;) {
    const gz_line *l = &d->lines[i];
    if (l->meta && l->stamp_line) { if (first != SIZE_MAX) d->body_first = first; return; }
    if (l->says && !(l->says & ~(uint32_t)(GZ_SAYS_CREDIT | GZ_SAYS_TOOL)) && l->size <= 4) continue;      /* 图片 */
    if (l->says || l->meta || l->link || l->image || l->code || l->stamp_line || l->template_junk || l->repeat > 2 || l->size == 0) clean = false;
    if (!clean || !l->ends_hard || !l->stops) continue;
    if ((prose(l) && l->size >= 20) || (l->wide >= 8 && !l->quote && !l->heading && memcmp(d->text.p + l->inner_end - 3, "\xE3\x80\x82", 3) == 0)) first = i;
  }
}

/* Does a name of the line at i, three Han characters or a capitalised word inside a sentence, stand in the region too? */
static bool goes_on_about(const gz_doc *d, size_t i)
{
  gz_view v = gz_doc_inner(d, &d->lines[i]);
  for (size_t a = 0; a + 9 <= v.n; a++) {
    bool han = gz_is_han(gz_utf8_next(v.p, v.n, &(size_t){a})), word = !han && a > 0 && v.p[a - 1] == ' ' && v.p[a] >= 'A' && v.p[a] <= 'Z';
    size_t n = 0;
    if (!gz_utf8_is_start(v.p, v.n, a) || (!han && !word)) continue;
    if (word) while (a + n < v.n && gz_is_alnum((unsigned char)v.p[a + n])) n++;
    else for (size_t k = a, c = 0; c < 3 && k < v.n && gz_is_han(gz_utf8_next(v.p, v.n, &k)); c++) n = k - a;
    if (n < (han ? 9u : 5u)) continue;
    size_t lines = 0;
    for (size_t k = d->body_first; k <= d->body_last; k++) {
      gz_view w = gz_doc_inner(d, &d->lines[k]);
      for (size_t m = 0; m + n <= w.n; m++) {
        const char *p = memchr(w.p + m, v.p[a], w.n - n - m + 1);
        if (!p) break;
        m = (size_t)(p - w.p);
        if (memcmp(p, v.p + a, n) == 0) { lines++; break; }
      }
    }
    if (lines && (word || lines >= 3 || gz_han_person(gz_view_of(v.p + a, n)))) return true;
  }
  return false;
}

/* 延伸閱讀 and a headline or two inside the text, and then a paragraph that goes on about the same: the line of that paragraph, or 0. */
static size_t resumes(const gz_doc *d, size_t wall)
{
  for (size_t i = wall + 1; i < d->count && i <= wall + 4; i++) {
    const gz_line *l = &d->lines[i];
    if (l->meta || l->stamp_line || l->says || l->rule || l->code || !l->first_copy) return 0;
    if (!prose(l) || !l->ends_hard) { if (l->size > 40) return 0; continue; }
    if (i == wall + 1 || l->link || l->list || l->size < 20 || (i + 1 < d->count && (d->lines[i + 1].meta || d->lines[i + 1].stamp_line))) return 0;
    return goes_on_about(d, i) ? i : 0;
  }
  return 0;
}

/* An address in it. */
static bool addressed(gz_view v)
{
  for (size_t i = 0; i + 8 < v.n; i++) if (v.p[i] == ':' && memcmp(v.p + i, "://", 3) == 0) return true;
  return false;
}

/* A last paragraph behind an insert (a button, a picture's caption, a number) does not outweigh it; it belongs to the text all the same. */
static void behind_insert(gz_doc *d)
{
  bool told = false, button = false;
  for (size_t i = d->body_last + 1, gap = 0; i < d->count && gap <= (button ? 6 : 3); i++) {
    const gz_line *l = &d->lines[i];
    bool aside = (l->says & GZ_SAYS_RELATED) && !(l->says & GZ_SAYS_WALL) && l->size >= 8 && gap == 0;      /* Don't miss: … */
    if (aside) { told = true; gap++; continue; }
    size_t next = (l->says & (GZ_SAYS_WALL | GZ_SAYS_RELATED)) == (GZ_SAYS_WALL | GZ_SAYS_RELATED) && l->size <= 12 ? resumes(d, i) : 0;
    if (next) { d->body_last = i = next; gap = 0; told = button = false; continue; }
    if (l->says & (GZ_SAYS_WALL | GZ_SAYS_RELATED | GZ_SAYS_COMMENTS | GZ_SAYS_END | GZ_SAYS_HARD | GZ_SAYS_LEGAL | GZ_SAYS_PAYWALL) || l->rule || l->heading || l->code) break;
    bool text = (prose(l) || (told && l->stops && l->size >= (l->wide ? 7u : 10u))) && l->ends_hard && !l->says && !l->meta && !l->link && l->first_copy && !l->list;
    if (text && (gap == 0 || told)) { d->body_last = i; gap = 0; told = button = false; continue; }
    if (!l->says && !l->wide && l->words <= 4 && gz_person_line(gz_doc_inner(d, l))) break;      /* the author's biography */
    told |= l->says || l->image || (l->digits && l->size <= 4) || (l->digits && l->size <= 30 && !l->wide && memchr(gz_doc_inner(d, l).p, ':', gz_doc_inner(d, l).n)) || (l->size <= 24 && gz_doc_inner(d, l).n > 24 && addressed(gz_doc_inner(d, l)));      /* Revenue: $5 billion; an address */
    button |= (l->says & (GZ_SAYS_TOOL | GZ_SAYS_ADVERT)) != 0;
    if (l->size > 24 && !l->says && !l->image) break;
    gap += !l->boxed;
  }
}

/* An advert of the author's own at the end: behind a rule, all of it in bold or headings, no plain sentence. */
static void before_advert(gz_doc *d)
{
  size_t lines = d->body_last - d->body_first + 1;
  for (size_t i = d->body_last; i > d->body_first && (d->body_last - i) * 4 <= lines; i--) {
    const gz_line *l = &d->lines[i];
    if (l->rule) { d->body_last = i - 1; break; }
    if (!l->bold && !l->heading && !l->image && l->size >= 16 && l->ends) break;
  }
  while (d->body_last > d->body_first && (d->lines[d->body_last].rule || d->lines[d->body_last].image || d->lines[d->body_last].size == 0)) d->body_last--;
}

void gz_doc_region(gz_doc *d)
{
  long best = 0, sum = 0;
  size_t from = 0;
  d->body_first = 1;
  d->body_last = 0;
  for (size_t i = 0; i < d->count; i++) {
    if (best >= 120 && (d->lines[i].says & GZ_SAYS_COMMENTS) && (d->lines[i].says & GZ_SAYS_WALL)) break;      /* readers may write more than the article */
    if (sum <= 0) { sum = 0; from = i; }
    sum += score(d, i);
    if (sum > best) { best = sum; d->body_first = from; d->body_last = i; }
  }
  if (best <= 0) {      /* no prose at all: a transcript, a list, a poem. What is neither given away nor meta */
    size_t first = SIZE_MAX, last = 0;
    for (size_t i = 0; i < d->count; i++) {
      const gz_line *l = &d->lines[i];
      if ((l->says & (GZ_SAYS_COMMENTS | GZ_SAYS_RELATED)) && first != SIZE_MAX && l->size <= 40) break;
      if (l->size == 0 || given_away(l) || l->meta || l->heading == 1) continue;
      if (first == SIZE_MAX) first = i;
      last = i;
    }
    if (first != SIZE_MAX) { d->body_first = first; d->body_last = last; }
    return;
  }
  /* a first line that does not score on its own: a standfirst without full stop, a heading, an opening list */
  while (d->body_first > 0) {
    const gz_line *l = &d->lines[d->body_first - 1];
    if (!(l->heading >= 2 || l->list || (l->quote && l->size >= 12)) || given_away(l) || l->meta || l->size == 0 || l->repeat > 1) break;
    d->body_first--;
  }
  below_byline(d);
  behind_byline(d);
  before_advert(d);
  behind_insert(d);
  while (d->body_last > d->body_first) {                   /* 简评： with nothing behind it */
    const gz_line *l = &d->lines[d->body_last];
    size_t e = l->inner_end;
    uint32_t c = e > l->inner ? gz_utf8_prev(d->text.p, d->text.n, &e) : 0;
    if ((c != ':' && c != 0xFF1A) || l->size > 12) break;
    d->body_last--;
  }
  size_t named = 0;
  for (size_t k = 0; k < d->found_count; k++) named += d->found[k].field == GZ_F_AUTHOR && !d->found[k].labelled && d->found[k].line >= d->body_first && d->found[k].line <= d->body_last;
  d->speakers = named >= 3;
  /* the speakers of a transcript, named once more below it */
  for (size_t i = d->body_last + 1, gap = 0; d->dashed && i < d->count && gap < 4; i++) {
    const gz_line *l = &d->lines[i];
    if (gz_doc_dashed(d, l)) { d->body_last = i; gap = 0; continue; }
    if (l->says & (GZ_SAYS_WALL | GZ_SAYS_LEGAL | GZ_SAYS_COMMENTS)) break;
    gap += l->size > 0;
  }
  for (size_t i = d->body_first, low = i; d->dashed && i > 0 && low - i < 40; i--) {      /* and above it */
    const gz_line *l = &d->lines[i - 1];
    bool speaks = gz_doc_dashed(d, l);
    if (l->says || l->meta || l->stamp_line || l->digits > 4 || (!speaks && l->size >= 10)) break;
    if (speaks || l->ends) d->body_first = i - 1;
  }
  if (d->kana && d->body_last + 1 < d->count) {            /* 「…」 as the last answer */
    const gz_line *l = &d->lines[d->body_last + 1];
    gz_view v = gz_doc_inner(d, l);
    if (!l->says && !l->meta && v.n > 24 && memcmp(v.p, "\xE3\x80\x8C", 3) == 0 && memcmp(v.p + v.n - 3, "\xE3\x80\x8D", 3) == 0) d->body_last++;
  }
  /* what follows the last sentence and belongs to it: list items, a last quoted line */
  while (d->body_last + 1 < d->count) {
    const gz_line *l = &d->lines[d->body_last + 1];
    if (!l->list || l->size < 6 || l->link * 2u > l->size || given_away(l) || !d->lines[d->body_last].list) break;
    d->body_last++;
  }
}
