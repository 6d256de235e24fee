/* The kind of every line, with the rule that decided. Outside the main region nearly everything is boilerplate, meta or a copy; inside, what
** phrases or labels give away is taken out, and what follows a wall (related list) until the next prose. */
#include "page/doc.h"
#include "text/uni.h"
#include "text/utf8.h"

static void set(gz_line *l, unsigned kind, const char *reason) { l->kind = (uint8_t)kind; l->reason = reason; }

static const char *said(uint32_t says)
{
  if (says & GZ_SAYS_COMMENTS) return "comments";
  if (says & GZ_SAYS_RELATED) return "related list";
  if (says & GZ_SAYS_PAYWALL) return "paywall";
  if (says & (GZ_SAYS_ADVERT | GZ_SAYS_SPONSORED)) return "advert";
  if (says & (GZ_SAYS_LEGAL | GZ_SAYS_HARD | GZ_SAYS_REPRINT | GZ_SAYS_GENERATED)) return "legal phrase";
  if (says & GZ_SAYS_NAV) return "breadcrumb";
  if (says & GZ_SAYS_END) return "end mark";
  if (says & GZ_SAYS_CREDIT) return "credit";
  return "button or menu";
}

static bool letters(gz_view v)
{
  for (size_t i = 0; i < v.n;) if (gz_is_letter(gz_utf8_next(v.p, v.n, &i))) return true;
  return false;
}

static bool same_as_title(const gz_doc *d, const gz_line *l)
{
  return d->title_line != SIZE_MAX && l->hash && l->hash == d->lines[d->title_line].hash;
}

static void outside(gz_doc *d, size_t i, bool behind)
{
  gz_line *l = &d->lines[i];
  if (l->kind == GZ_BLOCK_TITLE || i == d->title_line) { set(l, GZ_BLOCK_TITLE, i == d->title_line ? "headline" : "headline in another language"); return; }
  if (same_as_title(d, l)) { set(l, GZ_BLOCK_CAPTION, "repeats the title"); return; }
  if (l->image) { set(l, GZ_BLOCK_CAPTION, "image"); return; }
  if (l->meta && !(l->says & (GZ_SAYS_RELATED | GZ_SAYS_COMMENTS))) { set(l, GZ_BLOCK_META, "label, byline or date"); return; }
  if (!l->first_copy && l->size >= 12 && behind) { set(l, GZ_BLOCK_DUPLICATE, "stands in the document before"); return; }
  if (l->says) { set(l, l->says & GZ_SAYS_CREDIT && l->size <= 60 ? GZ_BLOCK_CAPTION : GZ_BLOCK_BOILERPLATE, said(l->says)); return; }
  if (l->template_junk) { set(l, GZ_BLOCK_BOILERPLATE, "template"); return; }
  if (!behind && d->title_line != SIZE_MAX && i > d->title_line && l->size >= 10 && i + 8 > d->body_first && l->link * 2u <= l->size) { set(l, GZ_BLOCK_HEADING, "standfirst"); return; }
  set(l, GZ_BLOCK_BOILERPLATE, behind ? "behind the article" : "before the article");
}

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

/* The same bytes, letters of ASCII in either case. */
static bool same_letters(const char *a, const char *b, size_t n)
{
  for (size_t i = 0; i < n; i++) if (a[i] != b[i] && !(((unsigned char)(a[i] ^ b[i]) == 32) && gz_is_letter((unsigned char)a[i]))) return false;
  return true;
}

/* `Ana Lowell is a reporter who …` beside the edges of the text: the author's own biography. */
static bool biography(const gz_doc *d, size_t i)
{
  static const char edges[] = " covers \0 writes \0 reports \0 reports on \0 joined \0 has covered \0 has written \0 is a reporter\0 is a correspondent\0 is based \0";
  static const char verbs[] = " is a \0 is an \0 is the \0 is \0 covers \0 writes \0 reports \0 reports on \0 joined \0 has covered \0 has written \0 ist \0 est \0 es \0";
  const gz_line *l = &d->lines[i];
  if (l->wide || l->size > 140 || (i > d->body_first + 1 && i + 2 < d->body_last)) return false;
  gz_view v = gz_doc_inner(d, l);
  bool rest = i > 0 && gz_begins(v, "is a \0is an \0is the \0covers \0writes \0");      /* Ana Lowell / is a reporter … */
  for (size_t k = 0; k < d->found_count; k++) {
    gz_view who = d->found[k].value;
    if (rest && d->found[k].field == GZ_F_AUTHOR && gz_view_eq(gz_trim(gz_doc_inner(d, &d->lines[i - 1])), gz_trim(who))) return true;
    if (d->found[k].field != GZ_F_AUTHOR || !gz_doc_in_head(d, d->found[k].line)) continue;
    for (size_t from = 0, m = 0; m <= who.n; m++) {        /* each of several */
      size_t skip = m == who.n ? 1 : gz_begins(gz_view_of(who.p + m, who.n - m), " and \0, \0; \0 on\0");
      if (!skip) continue;
      size_t last = m;
      while (last > from && who.p[last - 1] != ' ') last--;
      if (i + 3 > d->body_last && m - last >= 3 && m - last < v.n && gz_fold(at(who, last)) == gz_fold(at(v, 0)) && gz_begins(gz_view_of(v.p + m - last, v.n - m + last), edges) && same_letters(v.p, who.p + last, m - last)) return true;      /* Lowell covers … */
      if (i + 4 > d->body_last && m - from >= 6 && m - from == v.n && same_letters(v.p, who.p + from, v.n)) return true;      /* ANA LOWELL above it */
      if (m - from >= 6 && m - from < v.n && memcmp(v.p, who.p + from, m - from) == 0 && gz_begins(gz_view_of(v.p + m - from, v.n - m + from), verbs)) return true;
      from = m + skip;
    }
  }
  return false;
}

/* `… in Seoul, Wednesday. (Cape Korea)`, `…示意圖。（capephoto）`: a few words in brackets behind a full stop. */
static bool bracketed_end(gz_view v)
{
  size_t i = v.n, words = 1;
  bool wide = v.n > 6 && memcmp(v.p + v.n - 3, "\xEF\xBC\x89", 3) == 0;
  if (v.n < 16 || (!wide && v.p[v.n - 1] != ')')) return false;
  while (i > 0 && v.n - i < 50 && v.p[i - 1] != '(' && !(i >= 3 && memcmp(v.p + i - 3, "\xEF\xBC\x88", 3) == 0)) { words += v.p[i - 1] == ' '; i--; }
  if (i < 8 || v.n - i >= 50 || words > 5) return false;
  i -= v.p[i - 1] == '(' ? 1 : 3;
  while (i > 0 && v.p[i - 1] == ' ') i--;
  return i > 3 && (v.p[i - 1] == '.' || memcmp(v.p + i - 3, "\xE3\x80\x82", 3) == 0);
}

/* …開幕。海岬社記者林一舟攝 113年3月12日: a caption with who took the picture, and when. */
static bool photo_end(gz_view v)
{
  size_t i = v.n;
  while (i > 0 && ((v.p[i - 1] >= '0' && v.p[i - 1] <= '9') || v.p[i - 1] == ' ' || (i >= 3 && (memcmp(v.p + i - 3, "\xE5\xB9\xB4", 3) == 0 || memcmp(v.p + i - 3, "\xE6\x9C\x88", 3) == 0 || memcmp(v.p + i - 3, "\xE6\x97\xA5", 3) == 0)))) i -= (unsigned char)v.p[i - 1] < 0x80 ? 1 : 3;
  return v.n - i > 10 && i > 12 && (memcmp(v.p + i - 3, "\xE6\x94\x9D", 3) == 0 || memcmp(v.p + i - 6, "\xE5\x82\xB3\xE7\x9C\x9F", 6) == 0);
}

/* 【the headline】 and the first sentences, which the text below begins with. */
static bool abstract(const gz_doc *d, size_t i)
{
  gz_view v = gz_doc_inner(d, &d->lines[i]), w = gz_doc_inner(d, &d->lines[i + 1]);
  if (v.n < 60 || w.n < 40 || memcmp(v.p, "\xE3\x80\x90", 3) != 0) return false;
  for (size_t k = 3; k + 43 < v.n; k++) if (memcmp(v.p + k, "\xE3\x80\x91", 3) == 0) return memcmp(v.p + k + 3, w.p, 36) == 0;
  return false;
}

/* Inside the region: is the line no part of the text? */
static bool inserted(gz_doc *d, size_t i, bool *walled)
{
  gz_line *l = &d->lines[i];
  bool short_line = l->size <= 140;
  if (l->rule || l->size == 0) { set(l, l->image ? GZ_BLOCK_CAPTION : GZ_BLOCK_BOILERPLATE, l->image ? "image" : "rule"); return true; }
  if (l->image) { set(l, GZ_BLOCK_CAPTION, "image"); return true; }
  if (same_as_title(d, l)) { set(l, GZ_BLOCK_CAPTION, "repeats the title"); return true; }
  if (l->size <= 6 && l->digits && !l->list && !l->table && !letters(gz_doc_inner(d, l))) { set(l, GZ_BLOCK_BOILERPLATE, "a number alone"); return true; }
  if (l->timecode) { set(l, GZ_BLOCK_BOILERPLATE, "time code"); return true; }
  if (l->template_junk && (l->size < 40 || l->code)) { set(l, GZ_BLOCK_BOILERPLATE, "template"); return true; }
  if (l->says & GZ_SAYS_WALL) { *walled = true; set(l, GZ_BLOCK_BOILERPLATE, said(l->says)); return true; }
  if ((l->says & (GZ_SAYS_RELATED | GZ_SAYS_COMMENTS)) && l->size <= 60) { set(l, GZ_BLOCK_BOILERPLATE, said(l->says)); return true; }
  if (l->says & GZ_SAYS_HARD) { set(l, GZ_BLOCK_BOILERPLATE, "legal phrase"); return true; }
  if ((l->says & (GZ_SAYS_CREDIT | GZ_SAYS_TOOL)) == GZ_SAYS_CREDIT && l->size <= 14 && i > d->body_first && d->lines[i - 1].kind != GZ_BLOCK_META && d->lines[i - 1].size <= 40 && d->lines[i - 1].kind == GZ_BLOCK_BODY && d->lines[i - 1].stops <= 1)
    set(&d->lines[i - 1], GZ_BLOCK_CAPTION, "above a credit");
  if ((l->says & GZ_SAYS_CREDIT) && short_line) { set(l, GZ_BLOCK_CAPTION, "credit"); return true; }
  if ((l->says & (GZ_SAYS_ADVERT | GZ_SAYS_PAYWALL)) && short_line) { set(l, GZ_BLOCK_BOILERPLATE, said(l->says)); return true; }
  if ((l->says & (GZ_SAYS_TOOL | GZ_SAYS_END)) && l->size <= 60 && !(l->heading >= 2 && l->size > 8)) { set(l, GZ_BLOCK_BOILERPLATE, said(l->says)); return true; }
  if (short_line && biography(d, i)) { set(l, GZ_BLOCK_BOILERPLATE, "the author's biography"); return true; }
  if (i == d->body_first && bracketed_end(gz_doc_inner(d, l)) && l->size <= 70 && l->stops <= 2 && i < d->body_last) { set(l, GZ_BLOCK_CAPTION, "ends in its picture's owner"); return true; }
  if (l->wide && i == d->body_first && i < d->body_last && abstract(d, i)) { set(l, GZ_BLOCK_DUPLICATE, "what the text begins with"); return true; }
  if (l->wide && l->digits && l->size <= 110 && i < d->body_first + 2 && photo_end(gz_doc_inner(d, l))) { set(l, GZ_BLOCK_CAPTION, "ends in its picture's owner"); return true; }
  if (l->bold && !l->wide && i > 0 && d->lines[i - 1].rule && i + 1 < d->count && d->lines[i + 1].rule) { set(l, GZ_BLOCK_BOILERPLATE, "between rules"); return true; }
  if (l->says & GZ_SAYS_BUTTON) { set(l, GZ_BLOCK_BOILERPLATE, "ends in a button"); return true; }
  if ((l->says & GZ_SAYS_TOOL) && short_line && (l->link || !l->ends_hard)) { set(l, GZ_BLOCK_BOILERPLATE, said(l->says)); return true; }
  if (*walled) {
    if (l->ends_hard && l->size >= 24 && !l->link) *walled = false;
    else { set(l, GZ_BLOCK_BOILERPLATE, "related list"); return true; }
  }
  if (!l->first_copy && l->size >= 24) { set(l, GZ_BLOCK_DUPLICATE, "stands in the document before"); return true; }
  bool speaker = i < d->body_last && l->words <= 4 && l->wide <= 6 && d->lines[i + 1].stops && d->lines[i + 1].ends_hard && l->size <= 8;      /* Operator, again and again, each time above what was said */
  if (l->repeat > 2 && l->size < 24 && !l->ends_hard && !l->first_copy && !speaker) { set(l, GZ_BLOCK_CAPTION, "repeated caption"); return true; }
  if (l->meta) {
    bool credit = false, staff = false, labelled = false;
    size_t low = 0, high = d->found_sorted;
    while (low < high) { size_t mid = (low + high) / 2; if (d->found[mid].line < i) low = mid + 1; else high = mid; }
    for (size_t k = low; k < d->found_sorted && d->found[k].line == i; k++)
      { labelled |= d->found[k].labelled || d->found[k].timed; credit |= d->found[k].field == GZ_F_PHOTO || d->found[k].field == GZ_F_COVER; staff |= d->found[k].field == GZ_F_EDITOR || d->found[k].field == GZ_F_AUTHOR || d->found[k].field == GZ_F_TRANSLATOR || (d->found[k].field == GZ_F_SOURCE && d->found[k].labelled) || (d->found[k].field == GZ_F_PUBLISHED && d->found[k].timed); }
    if (d->speakers && !labelled) staff = false;
    if (credit) { set(l, GZ_BLOCK_CAPTION, "credit"); return true; }
    if (staff) { set(l, GZ_BLOCK_META, "label, byline or date"); return true; }
  }
  return false;
}

/* A box inside the text: three short lines or more behind each other that end no sentence, one of them a button. */
static void boxes(gz_doc *d)
{
  for (size_t i = d->body_first; i <= d->body_last && i < d->count; i++) {
    size_t k = i, said_so = 0, named = 0;
    for (; k <= d->body_last && k < d->count; k++) {
      const gz_line *l = &d->lines[k];
      if (l->heading || l->list || l->quote || l->table || l->image || l->size > 48 || (l->ends && (l->wide >= 8 || l->words >= 10)) || l->stops > 1) break;
      said_so += (l->says & (GZ_SAYS_TOOL | GZ_SAYS_ADVERT | GZ_SAYS_SPONSORED)) != 0;
      named += l->size > 0;
    }
    if (named >= 3 && named <= 9 && said_so) for (size_t m = i; m < k; m++) if (m != d->title_line) d->lines[m].boxed = true;
    if (k > i) i = k - 1;
  }
}

void gz_doc_kinds(gz_doc *d)
{
  bool walled = false;
  if (d->body_first <= d->body_last) boxes(d);
  for (size_t i = 0; i < d->count; i++) {
    gz_line *l = &d->lines[i];
    if (i < d->body_first || i > d->body_last) { outside(d, i, i > d->body_last && d->body_first <= d->body_last); continue; }
    if (i == d->title_line) { set(l, GZ_BLOCK_TITLE, "headline"); continue; }
    if (inserted(d, i, &walled)) continue;
    if (l->boxed) { set(l, GZ_BLOCK_BOILERPLATE, "box inside the text"); continue; }
    bool heading = l->heading || (!l->ends && !l->stops && !l->list && !l->quote && l->size <= 50 && !(l->commas && l->size > 30) && !l->table);
    if (heading) set(l, GZ_BLOCK_HEADING, l->heading ? "Markdown heading" : "short line without full stop");
    else set(l, GZ_BLOCK_BODY, l->list ? "list item in the main region" : l->quote ? "quotation in the main region" : "main region");
  }
}
