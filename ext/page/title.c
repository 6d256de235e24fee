/* The title: a Markdown heading of level one, a line under a title label, or the line of the head that looks most like a headline: no full
** stop, of a headline's length, near byline and body, repeated in the document. Names of sites, breadcrumbs and buttons are none.
** A second candidate in another script is the title in another language. No candidate good enough: no title. */
#include "page/doc.h"
#include "page/stamp.h"
#include "text/uni.h"
#include "text/utf8.h"

static bool guillemet(gz_view v)
{
  for (size_t i = 0; i + 1 < v.n; i++) if ((unsigned char)v.p[i] == 0xC2 && (unsigned char)v.p[i + 1] == 0xAB) return true;
  return false;
}

static bool contains(gz_view w, gz_view v)
{
  for (size_t k = 0; k + v.n <= w.n; k++) if (memcmp(w.p + k, v.p, v.n) == 0) return k == 0 || !gz_is_alnum((unsigned char)w.p[k - 1]);      /* HomeNewsGulls are…: glued to a path */
  return false;
}

static bool crumb(gz_view v)
{
  size_t arrows = 0, seps = 0;
  size_t slashes = 0;
  for (size_t i = 0; i < v.n;) { uint32_t c = gz_utf8_next(v.p, v.n, &i); slashes += c == '/' && i < v.n && (v.p[i] == ' ' || v.p[i - (i > 1 ? 2 : 1)] == ' '); arrows += c == '>' || c == 0x203A || c == 0xBB || c == 0xFF1E; seps += c == '|' || c == 0xFF5C; }
  if (guillemet(v)) arrows = 0;                          /* « … »: quotation marks */
  return slashes >= 2 || arrows >= 2 || seps >= 3 || (v.n && v.p[v.n - 1] == '>') || (arrows == 1 && v.n < 60);
}

static bool usable(gz_doc *d, const gz_line *l)
{
  gz_view v = gz_doc_inner(d, l);
  if (!l->wide && l->words <= 6 && !l->digits && !l->heading && gz_person_line(v)) return false;
  if (l->image || l->rule || l->meta || l->template_junk || l->size < 5 || l->size > 130) return false;
  if (l->says & ~(uint32_t)(GZ_SAYS_TRANSLATED | GZ_SAYS_REPRINT | GZ_SAYS_GENERATED)) return false;
  if (l->link * 2u > l->size * 3u) return false;
  if ((l->stamp_line && l->size < 24 && l->words + l->wide <= 7) || l->timecode) return false;
  if (memchr(v.p, '\xC2', v.n) && v.n > 2 && (memcmp(v.p, "\xC2\xA9", 2) == 0 || memcmp(v.p + v.n - 2, "\xC2\xA9", 2) == 0)) return false;      /* © */
  const char *handle = !l->wide && l->words <= 6 ? memchr(v.p, '@', v.n) : NULL;
  if (handle && handle > v.p + 4 && gz_role_ends(gz_trim(gz_view_of(v.p, (size_t)(handle - v.p))))) return false;      /* Markets reporter @analowell */
  if (l->size <= 14 && !l->heading && gz_firm_like(v)) return false;
  if (v.n > 9 && v.p[0] == '(' && l->size <= 24 && memchr(v.p, '=', v.n) && gz_ends(v, " 기자\0")) return false;      /* (해안=해안통신) 임일주 기자 */
  if (l->wide && !l->words && !l->heading && gz_dotted_names(v)) return false;
  if (l->wide + l->words < 3 || l->digits > (l->wide + l->words) * 3) return false;
  size_t next = (size_t)(l - d->lines) + 1;
  if (!l->wide && l->words <= 8 && !l->heading && memchr(v.p, ',', v.n) && gz_role_ends(v)) return false;      /* ANA LOWELL, Cape staff writer */
  if (!l->wide && l->words <= 10 && !l->heading && next < d->count && d->lines[next].stamp_line && d->lines[next].meta && gz_name_shapes(v)) return false;
  return !crumb(v) && !l->list && !l->table;
}

/* `首页 资讯 快讯 行情`: four short words or more and nothing else. */
static bool menu(gz_view v)
{
  size_t pieces = 0, han = 0;
  for (size_t i = 0; i <= v.n;) {
    uint32_t c = i < v.n ? gz_utf8_next(v.p, v.n, &i) : (i++, (uint32_t)0x20);
    if (c == ' ' || c == 0x3000 || c == '|') { if (han > 4) return false; pieces += han > 0; han = 0; }
    else if (gz_is_han(c) || (c >= 'A' && c <= 'Z')) han++;
    else return false;
  }
  return pieces >= 4;
}

/* A meta line that says who, where or when, and not only whose picture it is. */
static bool byline(const gz_doc *d, size_t i)
{
  if (i >= d->count || !d->lines[i].meta) return false;
  if (d->lines[i].stamp_line) return true;
  bool photo = false;
  for (size_t k = 0; k < d->found_count && d->found[k].line <= i; k++) {
    if (d->found[k].line != i) continue;
    if (d->found[k].field != GZ_F_PHOTO && d->found[k].field != GZ_F_COVER) return true;
    photo = true;
  }
  return !photo;
}

static bool stamp_below(const gz_doc *d, size_t i, size_t body)
{
  for (size_t k = i + 1; k < body && k < i + 12; k++) if (d->lines[k].meta && d->lines[k].stamp_line) return true;
  return false;
}

/* « Une phrase »: the whole line in quotation marks; what somebody said heads the interview. */
static bool quoted(gz_view v)
{
  size_t i = 0, e = v.n;
  if (v.n < 12) return false;
  uint32_t a = gz_utf8_next(v.p, v.n, &i), b = gz_utf8_prev(v.p, v.n, &e);
  bool opens = a == 0xAB || a == 0xBB || a == 0x201C || a == 0x201E || a == 0x2018 || a == 0x300C, closes = b == 0xAB || b == 0xBB || b == 0x201C || b == 0x201D || b == 0x2019 || b == 0x300D;
  if (!opens || !closes) return false;
  while (i < e) { uint32_t c = gz_utf8_next(v.p, v.n, &i); if (c == b && c != 0x2019) return false; }
  return true;
}

/* ～…～, ―…―: a subtitle. */
static bool waves(gz_view v)
{
  size_t i = 0, e = v.n;
  if (v.n < 9) return false;
  uint32_t a = gz_utf8_next(v.p, v.n, &i), b = gz_utf8_prev(v.p, v.n, &e);
  return a == b && (a == 0xFF5E || a == 0x301C || a == 0x2015 || a == 0x2500);
}

/* A date below it in the head, and between them nothing that may be a headline. */
static bool last_above_date(gz_doc *d, size_t i, size_t body)
{
  for (size_t k = i + 1; k < body && k < i + 14; k++) {
    if (d->lines[k].meta && d->lines[k].stamp_line && d->lines[k].digits >= 6) return true;
    if (d->lines[k].size >= 10 && usable(d, &d->lines[k])) return false;
  }
  return false;
}

/* Two sentences, and nothing above that may be a headline. */
static bool sentences_on_top(gz_doc *d, size_t i)
{
  const gz_line *l = &d->lines[i];
  bool top = l->stops == 2 && !l->wide && l->words <= 16 && l->words >= 5;
  for (size_t k = 0; k < i && top; k++) top = d->lines[k].size < 10 || !usable(d, &d->lines[k]);
  return top;
}

static int score(gz_doc *d, size_t i)
{
  const gz_line *l = &d->lines[i];
  int s = 0;
  size_t body = d->body_first <= d->body_last ? d->body_first : d->count;
  if (l->heading == 1) s += 14;
  else if (l->heading) s += l->heading == 2 ? 8 : 3;
  if (l->size >= 12 && l->size <= 80) s += 5;
  else if (l->size >= 10) s += 3;
  else if (l->size >= 8) s += 2;
  if (l->ends_hard) {
    size_t e = l->inner_end;
    uint32_t c = gz_utf8_prev(d->text.p, d->text.n, &e);
    s -= c == '?' || c == '!' || c == 0xFF1F || c == 0xFF01 || c == 0x2026 ? 0 : l->stops >= 2 ? 14 : 3;
    if (l->stops >= 3) s -= 8;
  }
  if (l->repeat > 1) s += l->repeat > 2 || l->size >= 9 ? 7 : 4;
  if (byline(d, i + 1)) s += 6;
  else if (byline(d, i + 2) && i + 1 < body) s += 3;
  else if ((byline(d, i + 3) || byline(d, i + 4)) && i + 2 < body) s += 2;
  if (l->wide && l->size < 8) s -= l->size < 7 && !l->words && !l->heading && l->repeat < 2 ? 9 : 4;
  if (i > 0 && (d->lines[i - 1].says & GZ_SAYS_RELATED) && !byline(d, i + 1)) s -= last_above_date(d, i, body) ? 3 : 12;
  if (menu(gz_doc_inner(d, l))) s -= 12;
  if (i < 12 && !l->heading && l->size <= 12 && l->wide <= 12 && gz_media_like(gz_doc_inner(d, l))) s -= 8;
  if (i + 1 < body && memchr(gz_doc_inner(d, l).p, '|', gz_doc_inner(d, l).n) && quoted(gz_doc_inner(d, &d->lines[i + 1])) && last_above_date(d, i + 1, body)) s -= 10;      /* Interview | who: and below it what was said */
  bool headed = i > 0 && !memchr(gz_doc_inner(d, &d->lines[i - 1]).p, '|', gz_doc_inner(d, &d->lines[i - 1]).n) && d->lines[i - 1].size >= l->size && !d->lines[i - 1].ends_hard && usable(d, &d->lines[i - 1]);      /* a quotation below the headline */
  if (quoted(gz_doc_inner(d, l)) && !headed) s += i + 1 < body && stamp_below(d, i, body) ? 8 : 2;
  if (waves(gz_doc_inner(d, l))) s -= 8;
  if (i > 0 && d->lines[i - 1].size <= 4 && gz_begins(gz_doc_inner(d, &d->lines[i - 1]), "摘要\0导语\0導語\0核心提示\0要点\0Summary\0Synopsis\0Abstract\0")) s -= 14;      /* what a heading calls a summary */
  if (i + 1 < body && (d->lines[i + 1].says & GZ_SAYS_CREDIT) && l->repeat < 2)      /* a caption above its credit, and a better line above it */
    for (size_t k = i > 8 ? i - 8 : 0, told = SIZE_MAX; k < i; k++) {
      if ((d->lines[k].size > l->size ? k + 3 >= i : told == SIZE_MAX && d->lines[k].size >= 10) && usable(d, &d->lines[k])) { if (d->lines[k].size > l->size) { s -= 8; break; } told = k; }
      else if (told != SIZE_MAX && (d->lines[k].says & GZ_SAYS_TOOL)) { s -= 8; break; }      /* buttons between them */
    }
  for (size_t k = i + 1; k < body && k < i + 5; k++)       /* （原标题：…） says it once more */
    if (d->lines[k].meta && d->lines[k].size > l->size && d->lines[k].size <= l->size + 8 && contains(gz_doc_inner(d, &d->lines[k]), gz_doc_inner(d, l))) { s += 8; break; }
  if (l->wide && !l->words && l->size <= 10 && !l->stops && memchr(gz_doc_inner(d, l).p, ' ', gz_doc_inner(d, l).n)) s -= 7;      /* two names of sections */
  if (l->wide && i + 1 < body && d->lines[i + 1].meta && memcmp(gz_doc_inner(d, l).p, "\xE6\x9D\xA5\xE8\x87\xAA", 6) == 0) s -= 12;      /* 来自…的专栏 */
  if (i > 0 && i + 1 < body && d->lines[i - 1].meta && d->lines[i - 1].stamp_line && stamp_below(d, i, body)) s -= 3;      /* dates stand below titles */
  if (i > 1 && d->lines[i - 1].meta && d->lines[i - 1].stamp_line && d->lines[i - 1].digits >= 8 && d->lines[i - 2].size >= 10 && usable(d, &d->lines[i - 2])) s -= 5;      /* headline, date, and then this: a standfirst */
  if (!l->ends_hard && last_above_date(d, i, body)) s += 3;
  if (i < body) { size_t gap = body - i; s += gap <= 1 ? 3 : gap <= 4 ? 2 : gap > 25 ? -6 : 0; }
  if (l->bold) s += 1;
  for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_TITLE && d->found[k].labelled && gz_view_eq(d->found[k].value, gz_trim(gz_doc_inner(d, l)))) { s += 14; break; }
  if (l->words && !l->wide && l->words <= 3) s -= 3;
  const char *bar = memchr(gz_doc_inner(d, l).p, '|', gz_doc_inner(d, l).n);
  for (size_t k = i + 1; bar && k < body && k < i + 12; k++) if (gz_view_eq(gz_trim(gz_view_of(bar, (size_t)(d->text.p + l->inner_end - bar))), gz_trim(gz_doc_inner(d, &d->lines[k])))) { s -= 12; break; }      /* U.S.|Headline, and the headline below */
  return s;
}

/* Cuts ` - Cape Times`, `_海岬网` off when the rest stands alone elsewhere or what is cut is a publication. */
gz_view gz_doc_without_site(const gz_doc *d, gz_view v, gz_view *site)
{
  *site = gz_view_of("", 0);
  for (size_t i = v.n; i-- > 1;) {
    size_t skip = 0;
    unsigned char c = (unsigned char)v.p[i];
    if (c == '_' || (c == '|' && i > 0)) skip = 1;
    else if (c == '-' && v.p[i - 1] == ' ' && i + 1 < v.n && v.p[i + 1] == ' ') skip = 1;
    else if (c == '-' && (unsigned char)v.p[i - 1] >= 0x80 && i >= 18 && gz_media_like(gz_view_of(v.p + i + 1, v.n - i - 1))) skip = 1;      /* 标题-海岬网 */
    else if (c == 0xE2 && i + 2 < v.n && (unsigned char)v.p[i + 1] == 0x80 && ((unsigned char)v.p[i + 2] == 0x93 || (unsigned char)v.p[i + 2] == 0x94) && v.p[i - 1] == ' ') skip = 3;
    else if (c == 0xEF && i + 2 < v.n && (unsigned char)v.p[i + 1] == 0xBD && (unsigned char)v.p[i + 2] == 0x9C) skip = 3;
    if (!skip) continue;
    gz_view tail = gz_trim(gz_view_of(v.p + i + skip, v.n - i - skip)), head = gz_trim(gz_view_of(v.p, i));
    head.n += (size_t)(head.p - v.p);                      /* an opening mark is the title's own */
    head.p = v.p;
    while (head.n < i && (unsigned char)head.p[head.n] > ' ' && (head.p[head.n] == '"' || (unsigned char)head.p[head.n] == 0xE2 || (unsigned char)head.p[head.n] == 0xE3) && head.p + head.n < v.p + i) {      /* a closing mark is the title's own */
      size_t k = head.n;
      uint32_t close = gz_utf8_next(head.p, i, &k);
      if (close != '"' && close != 0x201D && close != 0x300D && close != 0x300B) break;
      head.n = k;
    }
    if (tail.n == 0 || tail.n > 48 || head.n < 9) break;
    bool alone = false;
    for (size_t k = 0; k < d->count && k < 400 && !alone; k++) alone = gz_view_eq(gz_doc_inner(d, &d->lines[k]), head);
    for (size_t k = 0; k < d->title_line && k < d->count && k < 60 && !alone; k++) {      /* its beginning stands above as the name of the page */
      gz_view w = gz_doc_inner(d, &d->lines[k]);
      alone = w.n >= 5 && w.n <= tail.n && tail.n <= w.n + 9 && memcmp(tail.p, w.p, w.n) == 0;
      if (alone) tail.n = w.n;
    }
    if (alone || gz_media_like(tail)) { *site = tail; return gz_doc_without_site(d, head, &(gz_view){NULL, 0}); }
    break;
  }
  return v;
}

static bool han_line(const gz_line *l) { return l->wide > l->words * 2; }

/* `村口的店关门了 2024-05-06 21:10 来源：…`: a headline on the line of the date, when no other line is one. */
static bool before_stamp(gz_doc *d)
{
  for (size_t i = 0; i < d->count && i < 4; i++) {
    gz_line *l = &d->lines[i];
    gz_view v = gz_doc_inner(d, l);
    gz_stamp s;
    if (!l->meta || !l->stamp_line || l->says || gz_stamps(v, &s, 1, d->day_first) == 0 || s.span.start < 15) continue;
    gz_view head = gz_trim(gz_view_of(v.p, s.span.start));
    size_t wide = 0, words = 0;
    for (size_t k = 0; k < head.n;) { uint32_t c = gz_utf8_next(head.p, head.n, &k); wide += gz_is_unspaced(c) || gz_is_hangul(c); words += c == ' '; }
    if ((wide < 7 && words < 3) || memchr(head.p, ':', head.n) || gz_media_like(head) || gz_name_like(head) || gz_person_line(head)) continue;
    bool told = false;                                     /* 海岬網記者林一舟 台北 */
    for (size_t k = 0; k < d->found_count; k++) told |= d->found[k].line == i && d->found[k].labelled && d->found[k].field == GZ_F_AUTHOR;
    if (told) continue;
    d->title_line = i;
    for (size_t k = d->found_count; k-- > 0;)              /* it was taken for whoever wrote it */
      if (d->found[k].line == i && d->found[k].value.n == head.n && memcmp(d->found[k].value.p, head.p, head.n) == 0) d->found[k].field = GZ_F_IGNORED;
    gz_doc_find(d, GZ_F_TITLE, false, i, head, false);
    return true;
  }
  return false;
}

void gz_doc_title(gz_doc *d)
{
  d->title_line = SIZE_MAX;
  size_t body = d->body_first <= d->body_last ? d->body_first : d->count, limit = body < 120 ? body : 120;
  int best = 4;
  for (size_t i = 0; i < limit; i++) {
    if (!usable(d, &d->lines[i])) continue;
    int s = score(d, i);
    if (s > best || (s == best && d->title_line == SIZE_MAX)) { best = s; d->title_line = i; }
  }
  best = -12;
  if (d->title_line == SIZE_MAX)                           /* a short one, or one of two sentences, right beside a byline or date, when no other line is one */
    for (size_t i = 0; i < limit; i++) {
      const gz_line *l = &d->lines[i];
      bool brief = l->wide >= 7 && !l->ends_hard && (byline(d, i + 1) || (i > 0 && byline(d, i - 1)) || (i + 3 < body && !byline(d, i + 1) && (byline(d, i + 2) || byline(d, i + 3)) && l->repeat < 2 && !gz_media_like(gz_doc_inner(d, l))));
      bool sentences = !l->wide && l->words >= 5 && l->words <= 24 && l->capitals && (byline(d, i + 1) || byline(d, i + 2) || (i < 24 && stamp_below(d, i, body) && sentences_on_top(d, i)));
      if (!(brief || sentences) || l->repeat > 2 || !usable(d, l)) continue;
      int s = score(d, i);
      if (s > best) { best = s; d->title_line = i; }
    }
  if (d->title_line == SIZE_MAX && body < d->count) {      /* the region may have swallowed the title as its first line */
    const gz_line *l = &d->lines[body];
    bool unlike = body + 2 < d->count && !l->ends_hard && l->size >= 10 && l->size <= 60 && !l->quote && l->words <= 24 && (d->lines[body + 1].ends_hard || d->lines[body + 2].ends_hard) && body < d->body_last;      /* no sentence above sentences */
    if ((l->heading == 1 || unlike) && usable(d, l)) { d->title_line = body; d->body_first++; }
  }
  if (d->title_line == SIZE_MAX && before_stamp(d)) return;
  if (d->title_line == SIZE_MAX) return;
  if (d->title_line > 0 && d->title_line < body) {         /* a standfirst between title and byline looks like one, but is longer */
    size_t up = d->title_line - 1;
    for (size_t k = 0; k < 3 && up > 0 && (((d->lines[up].says & GZ_SAYS_TOOL) && d->lines[up].size > 8) || (k < 2 && d->lines[up].size <= 2 && d->lines[up].digits)); k++) up--;      /* a note, a counter between the headline and its standfirst */
    const gz_line *a = &d->lines[up], *b = &d->lines[d->title_line];
    bool alone_above = d->title_line > 1 && (d->lines[d->title_line - 2].says || d->lines[d->title_line - 2].size <= 8);
    bool listed = d->title_line > 1 && (d->lines[d->title_line - 2].says & GZ_SAYS_RELATED);      /* Trending: … */
    if (!listed && !quoted(gz_doc_inner(d, b)) && !contains(gz_doc_inner(d, a), gz_doc_inner(d, b)) && !b->heading && b->repeat == 1 && usable(d, a) && (a->size <= 16 || alone_above || a->commas || a->digits || (a->words && a->wide) || memchr(gz_doc_inner(d, a).p, ' ', gz_doc_inner(d, a).n)) && (a->size >= 10 || (alone_above && !a->wide && a->words >= 3 && a->capitals == 1 && !a->digits)) && (a->size < b->size || (a->size < b->size * 3 / 2 && alone_above)) && !gz_media_like(gz_doc_inner(d, a)) && (a->wide > a->words) == (b->wide > b->words)) d->title_line = up;
  }
  if (d->title_line > 0 && d->title_line < body) {         /* a line with a full stop below one without */
    size_t up = d->title_line - 1;
    if (up > 0 && d->lines[up].size == 0) up--;            /* a slash alone between them */
    const gz_line *a = &d->lines[up], *b = &d->lines[d->title_line];
    bool full = b->inner_end > b->inner && d->text.p[b->inner_end - 1] == '.' && b->stops == 1;
    if (full && !b->heading && b->repeat == 1 && !a->ends && a->words >= 4 && a->size >= 8 && usable(d, a) && !gz_media_like(gz_doc_inner(d, a))) d->title_line = up;
  }
  for (size_t i = d->title_line; i > 0 && i < body && d->title_line - i < 4; i--) {      /* A Headline in Capitals above standfirsts in sentence case */
    const gz_line *a = &d->lines[i - 1], *b = &d->lines[i];
    if (b->heading || b->repeat > 1 || a->wide || quoted(gz_doc_inner(d, b)) || !usable(d, a) || a->words < 5 || a->ends_hard || gz_media_like(gz_doc_inner(d, a))) break;
    if (b->capitals * 2u > b->words) break;
    if (a->capitals * 10u >= a->words * 6u) { d->title_line = i - 1; break; }
  }
  for (size_t i = 0; i < d->title_line; i++) {             /* a line above that says the same and a little more */
    gz_view longer = gz_doc_inner(d, &d->lines[i]), shorter = gz_doc_inner(d, &d->lines[d->title_line]);
    if (!usable(d, &d->lines[i]) || longer.n <= shorter.n || longer.n > shorter.n * 3 || shorter.n < 9) continue;
    bool within = contains(longer, shorter);
    if (within && longer.p[longer.n - shorter.n - 1] == '|' && memcmp(longer.p + longer.n - shorter.n, shorter.p, shorter.n) == 0) continue;      /* U.S.|Headline */
    gz_view rest;
    const char *colon = within ? memchr(longer.p, ':', longer.n) : NULL;
    bool numbered = false;                                 /* Episode 214: … */
    for (const char *p = longer.p; colon && p < colon; p++) numbered |= *p >= '0' && *p <= '9';
    numbered &= colon && colon - longer.p < 16;
    gz_stamp s;                                            /* 06 May 2021 --- …: the date in front is none of it */
    if (within && gz_stamps(gz_view_of(longer.p, longer.n < 40 ? longer.n : 40), &s, 1, d->day_first) && s.span.start == 0 && s.day && memcmp(longer.p + longer.n - shorter.n, shorter.p, shorter.n) == 0) {
      const char *z = gz_arena_copy(d->arena, s.edtf, strlen(s.edtf));
      if (!z) { d->failed = true; return; }
      gz_doc_find(d, GZ_F_PUBLISHED, false, i, gz_view_cstr(z), s.timed);
      continue;
    }
    if (within && colon && d->title_line > 0) {            /* Shipping: Headline, and Shipping alone above the headline */
      gz_view kicker = gz_doc_inner(d, &d->lines[d->title_line - 1]);
      size_t a = 0, b = 0;
      while (a < kicker.n && longer.p + b < colon && gz_fold(gz_utf8_next(kicker.p, kicker.n, &a)) == gz_fold(gz_utf8_next(longer.p, longer.n, &b))) {}
      numbered |= kicker.n >= 3 && a == kicker.n && longer.p + b == colon;
    }
    if (within && !numbered && gz_view_eq(gz_doc_without_site(d, longer, &rest), longer)) { d->title_line = i; break; }
  }
  for (size_t i = 0; i < d->title_line; i++) {             /* …5月6日电 题：…: a dateline in front of what stands above as the headline */
    gz_view shorter = gz_doc_inner(d, &d->lines[i]), longer = gz_doc_inner(d, &d->lines[d->title_line]);
    if (shorter.n >= 15 && shorter.n < longer.n && usable(d, &d->lines[i]) && memcmp(longer.p + longer.n - shorter.n, shorter.p, shorter.n) == 0) { d->title_line = i; break; }
  }
  const gz_line *l = &d->lines[d->title_line];
  gz_view site, title = gz_doc_without_site(d, gz_doc_words(d, l), &site);
  gz_doc_find(d, GZ_F_TITLE, false, d->title_line, title, false);
  if (site.n) gz_doc_find(d, GZ_F_SITE, false, d->title_line, site, false);
  /* a headline in the other script right beside it */
  size_t a = d->title_line > 3 ? d->title_line - 3 : 0, b = d->title_line + 3 < limit ? d->title_line + 3 : limit;
  bool body_han = false, known = false;
  for (size_t i = d->body_first; i <= d->body_last && i < d->count && !known; i++) if (d->lines[i].size >= 24) { body_han = han_line(&d->lines[i]); known = true; }
  for (size_t i = a; i < b; i++) {
    if (i == d->title_line || !usable(d, &d->lines[i]) || han_line(&d->lines[i]) == han_line(l) || d->lines[i].size < 8) continue;
    if (d->lines[i].ends_hard && d->lines[i].stops >= 2) continue;
    gz_view other = gz_doc_inner(d, &d->lines[i]);
    if (known && han_line(l) != body_han) {                /* the body's language is the title's */
      for (size_t k = d->found_count; k-- > 0;) if (d->found[k].field == GZ_F_TITLE && !d->found[k].labelled) { d->found[k].value = other; d->found[k].line = (uint32_t)i; break; }
      size_t was = d->title_line;
      d->title_line = i;
      i = was;
      other = title;
    }
    d->lines[i].kind = GZ_BLOCK_TITLE;
    gz_doc_find(d, GZ_F_TITLE, false, i, other, false);
    break;
  }
}
