/* From what lines said to the fields of the article. What a label says wins over what a shape suggests, the head wins over the tail, and what
** stands in related lists counts for nothing. Nothing is invented: a field that the document does not state is NULL. */
#include "page/doc.h"
#include "lex_boilerplate.h"
#include "lex_boilerplate_any.h"
#include "find/date.h"
#include "text/lang.h"
#include "text/uni.h"
#include "text/utf8.h"

static uint32_t at(gz_view v, size_t i) { return i < v.n ? gz_utf8_next(v.p, v.n, &i) : 0; }

static const char *keep(gz_doc *d, gz_view v)
{
  v = gz_trim(v);
  if (v.n == 0) return NULL;
  char *z = gz_arena_copy(d->arena, v.p, v.n);
  if (!z) { d->failed = true; return NULL; }
  for (size_t i = 0; i < v.n; i++) if (z[i] == '\n' || z[i] == '\r' || z[i] == '\t') z[i] = ' ';
  return z;
}

/* A headline keeps its own marks at the ends; only white space and Markdown are taken off. */
static const char *keep_title(gz_doc *d, gz_view v)
{
  gz_buf b = GZ_BUF_INIT;
  const char *z = NULL;
  for (size_t i = 0; i < v.n; i++) {
    char c = v.p[i];
    if (c == '*' && i + 1 < v.n && v.p[i + 1] == '*') { i++; continue; }
    if (c == '\\' && i + 1 < v.n && strchr(".-_*#[]()!>+", v.p[i + 1])) continue;
    if (c == '\n' || c == '\r' || c == '\t') {
      while (i + 1 < v.n && (unsigned char)v.p[i + 1] <= ' ') i++;
      bool wide = b.n && (unsigned char)b.p[b.n - 1] >= 0x80 && i + 1 < v.n && (unsigned char)v.p[i + 1] >= 0xE3;
      if (wide) continue;
      c = ' ';
    }
    gz_buf_putc(&b, c);
  }
  if (b.failed || (b.n && !(z = gz_arena_copy(d->arena, b.p, b.n)))) d->failed = true;
  gz_buf_free(&b);
  return z;
}

/* Is the line part of the head, the tail right behind the body, or the body itself? */
static bool in_head(const gz_doc *d, uint32_t line) { return d->body_first > d->body_last || line < d->body_first; }
static bool in_body(const gz_doc *d, uint32_t line) { return line >= d->body_first && line <= d->body_last; }

static bool in_tail(const gz_doc *d, uint32_t line)
{
  if (line <= d->body_last || line > d->body_last + 25) return false;
  for (size_t i = d->body_last + 1; i <= line && i < d->count; i++)
    if (i > d->body_last && (d->lines[i].says & (GZ_SAYS_RELATED | GZ_SAYS_COMMENTS)) && d->lines[i].size <= 40) return false;
  return true;
}

static int rank(const gz_doc *d, const gz_found *f)
{
  int r = 0;
  if (d->lines[f->line].kind == GZ_BLOCK_DUPLICATE) return -1;
  if (in_head(d, f->line)) r = 30;
  else if (in_body(d, f->line)) r = 20;
  else if (in_tail(d, f->line)) r = 10;
  else return -1;
  if (d->lines[f->line].says & GZ_SAYS_RELATED) return -1;
  if (f->labelled) r += 100;
  return r;
}

static const gz_found *best(const gz_doc *d, unsigned field)
{
  const gz_found *b = NULL;
  int top = 0;
  for (size_t k = 0; k < d->found_count; k++) {
    if (d->found[k].field != field) continue;
    int r = rank(d, &d->found[k]);
    if (r > top) { top = r; b = &d->found[k]; }
  }
  return b;
}

static void dates(gz_doc *d, gz_article *out)
{
  const gz_found *b = NULL;
  int top = 0;
  for (size_t k = 0; k < d->found_count; k++) {
    const gz_found *f = &d->found[k];
    if (f->field != GZ_F_PUBLISHED) continue;
    int r = rank(d, f);
    if (r < 0) continue;
    if (!f->labelled && in_tail(d, f->line)) { if (!f->timed && f->line > d->body_last + 3) continue; }
    if (f->timed) r += 5;
    if (strncmp(f->value.p, "XXXX", 4) == 0) r -= 4;
    if (r > top) { top = r; b = f; }
  }
  if (!b) return;
  out->published = keep(d, b->value);
  if (out->published) gz_edtf_days(gz_view_cstr(out->published), &out->published_first, &out->published_last);
}

static void people(gz_doc *d, gz_article *out)
{
  for (int turn = 0; turn < 2 && !out->author; turn++) {      /* labelled first */
    gz_buf b = GZ_BUF_INIT;
    size_t count = 0;
    int top = 0;
    for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_AUTHOR && d->found[k].labelled == (turn == 0)) { int r = rank(d, &d->found[k]); if (r > top) top = r; }
    for (size_t k = 0; k < d->found_count && top > 0; k++) {
      gz_found *f = &d->found[k];
      if (f->field != GZ_F_AUTHOR || f->labelled != (turn == 0) || rank(d, f) != top || count >= 8) continue;
      if (f->soft && gz_media_like(f->value)) { f->field = GZ_F_SOURCE; continue; }
      const char *names = gz_names_of(d, f->value, f->labelled);
      if (!names || (b.n && strstr(b.p, names))) continue;
      if (count++) gz_buf_puts(&b, "; ");
      gz_buf_puts(&b, names);
      gz_buf_putc(&b, 0);
      if (b.failed) break;
      b.n--;
    }
    if (b.failed) d->failed = true;
    else if (b.n) out->author = keep(d, gz_view_of(b.p, b.n));
    gz_buf_free(&b);
  }
  const gz_found *e = best(d, GZ_F_EDITOR);
  if (e) out->editor = gz_names_of(d, e->value, true);
}

/* The name behind `© 2024`, up to a full stop, a comma or a phrase of rights. */
static bool copyright_holder(gz_view v, gz_view *name)
{
  static const char *const marks[] = {"\xC2\xA9", "Copyright", "copyright", "COPYRIGHT", "(c)", "(C)"};
  size_t i = 0;
  bool marked = false;
  for (bool again = true; again;) {
    again = false;
    while (i < v.n && (v.p[i] == ' ' || v.p[i] == ',' || v.p[i] == '-' || (v.p[i] >= '0' && v.p[i] <= '9'))) i++;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
      size_t n = strlen(marks[k]);
      if (v.n - i >= n && memcmp(v.p + i, marks[k], n) == 0) { i += n; again = marked = true; break; }
    }
  }
  if (!marked) return false;
  if (v.n - i > 3 && memcmp(v.p + i, "by ", 3) == 0) i += 3;
  size_t from = i;
  while (i < v.n) {
    size_t k = i;
    uint32_t c = gz_utf8_next(v.p, v.n, &k);
    if ((c == 0x2013 || c == 0x2014 || c == '-') && k < v.n && v.p[k] == ' ' && i > from && v.p[i - 1] == ' ') break;
    if (c == ',' || c == '|' || c == 0x3002 || c == '\n' || (c == '.' && (k >= v.n || v.p[k] == ' '))) break;
    if (v.n - i > 11 && (memcmp(v.p + i, " All rights", 11) == 0 || memcmp(v.p + i, " all rights", 11) == 0)) break;
    i = k;
  }
  *name = gz_trim(gz_view_of(v.p + from, i - from));
  for (size_t k = 0; k + 4 <= name->n; k++) if (name->p[k] >= '0' && name->p[k] <= '9' && k == name->n - 4) name->n = k;      /* a year behind */
  *name = gz_trim(*name);
  return name->n >= 2 && name->n <= 50 && (gz_fold(at(*name, 0)) != at(*name, 0) || (unsigned char)name->p[0] >= 0x80);
}

/* The name that begins at pos: letters and digits, capitalised words. */
static bool name_at(gz_view v, size_t e, gz_view *name)
{
  while (e < v.n && v.p[e] == ' ') e++;
  size_t from = e;
  while (e < v.n) {
    size_t m = e;
    uint32_t c = gz_utf8_next(v.p, v.n, &m);
    if (!gz_is_letter(c) && !gz_is_digit(c) && c != '&' && !(c == ' ' && m < v.n && v.p[m] >= 'A' && v.p[m] <= 'Z')) break;
    if ((c | 32) == 'a' && v.n - e >= 3 && (v.p[e + 1] | 32) == 'p' && (v.p[e + 2] | 32) == 'p') break;
    e = m;
  }
  gz_view w = gz_trim(gz_view_of(v.p + from, e - from));
  bool wide = w.n && (unsigned char)w.p[0] >= 0x80;
  *name = w;
  return w.n >= 4 && w.n <= 40 && (wide ? gz_media_like(w) : gz_fold(at(w, 0)) != at(w, 0));
}

/* `下载海岬新闻APP`, `investment advice related to Lynx.`: a phrase of the kind `site` and the name behind it. */
static bool named_site(const gz_doc *d, const gz_line *l, gz_view *name)
{
  gz_view v = gz_doc_inner(d, l);
  gz_hit hits[8];
  size_t n = l->size <= 24 ? gz_trie_prefixes(&lex_boilerplate.trie, v, 0, hits, 8) : 0;
  for (size_t k = n; k-- > 0;)
    for (uint32_t row = hits[k].value;; row++) {
      if (lex_boilerplate_rows[row].kind == LEX_BOILERPLATE_KIND_SITE && name_at(v, hits[k].end, name)) return true;
      if (!lex_boilerplate_rows[row].more) break;
    }
  for (size_t i = 0; i < v.n && i < 2000; gz_utf8_next(v.p, v.n, &i)) {
    n = gz_trie_prefixes(&lex_boilerplate_any.trie, v, i, hits, 8);
    for (size_t k = n; k-- > 0;)
      for (uint32_t row = hits[k].value;; row++) {
        if (lex_boilerplate_any_rows[row].kind == LEX_BOILERPLATE_ANY_KIND_SITE && name_at(v, hits[k].end, name)) return true;
        if (!lex_boilerplate_any_rows[row].more) break;
      }
  }
  return false;
}

/* A name in quotation marks in a line about reprinting, or behind `Originally published by`. */
static bool reprinted_from(gz_view v, gz_view *name)
{
  static const char *const open[] = {"\xE3\x80\x8C", "\xE3\x80\x8A", "\xE2\x80\x9C", "\xE3\x80\x90"}, *const close[] = {"\xE3\x80\x8D", "\xE3\x80\x8B", "\xE2\x80\x9D", "\xE3\x80\x91"};
  for (size_t i = 0; i + 3 < v.n; i++)
    for (int k = 0; k < 4; k++) {
      if (memcmp(v.p + i, open[k], 3) != 0) continue;
      for (size_t e = i + 3; e + 3 <= v.n && e - i < 60; e++)
        if (memcmp(v.p + e, close[k], 3) == 0) { *name = gz_view_of(v.p + i + 3, e - i - 3); return name->n >= 4; }
    }
  return false;
}

/* The first line, alone above the title: the paper's own name, if it is one by its words or stands in the document again. */
static bool masthead(const gz_doc *d, gz_view *name)
{
  if (d->title_line == SIZE_MAX || d->title_line == 0 || d->title_line > 3) return false;
  const gz_line *l = &d->lines[0];
  gz_view v = gz_trim(gz_doc_inner(d, l));
  if (l->says || l->meta || l->image || l->heading || l->size < 2 || l->size > 12 || l->ends || l->digits || v.n < 4) return false;
  bool again = false;
  for (size_t i = 1; i < d->count && !again && l->words >= 2; i++) {
    gz_view w = gz_doc_inner(d, &d->lines[i]);
    if (i == d->title_line || w.n < v.n) continue;
    for (size_t k = 0; k + v.n <= w.n && !again; k++) again = memcmp(w.p + k, v.p, v.n) == 0;
  }
  *name = v;
  return again || gz_media_like(v);
}

static void origin(gz_doc *d, gz_article *out)
{
  const gz_found *s = best(d, GZ_F_SOURCE), *w = best(d, GZ_F_SITE);
  gz_view name, holder = {NULL, 0};
  if (s && s->labelled) out->source = keep(d, s->value);
  for (size_t i = 0; i < d->count && !out->source; i++)
    if ((d->lines[i].says & GZ_SAYS_REPRINT) && d->lines[i].size <= 120 && !in_head(d, (uint32_t)i) && reprinted_from(gz_doc_inner(d, &d->lines[i]), &name)) out->source = keep(d, name);
  if (!out->source && s) out->source = keep(d, s->value);
  if (!out->source && masthead(d, &name)) out->source = keep(d, name);
  if (w) out->site = keep(d, w->value);
  for (size_t i = 0; i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    if (in_body(d, (uint32_t)i) && l->kind == GZ_BLOCK_BODY) continue;
    if (!out->site && (l->says & GZ_SAYS_SITE) && named_site(d, l, &name)) out->site = keep(d, name);
    if (!holder.n && (l->says & GZ_SAYS_LEGAL) && copyright_holder(gz_doc_inner(d, l), &name)) holder = name;
  }
  if (!holder.n) return;
  if (!out->site) out->site = keep(d, holder);
  if (!out->source) {                                      /* nobody else is named: who holds the rights wrote it */
    for (size_t k = holder.n; k-- > 1;) if (holder.p[k] == '.' && holder.n - k <= 5 && !memchr(holder.p, ' ', holder.n)) { holder.n = k; break; }
    out->source = keep(d, holder);
  }
}

static void address(gz_doc *d, gz_article *out)
{
  gz_view v = {NULL, 0};
  const gz_found *u = best(d, GZ_F_URL);
  if (u) v = u->value;
  for (size_t i = 0; !u && i < d->body_first && i < d->count; i++) {
    gz_view w = gz_doc_inner(d, &d->lines[i]);
    if (w.n > 11 && (memcmp(w.p, "http://", 7) == 0 || memcmp(w.p, "https://", 8) == 0) && !memchr(w.p, ' ', w.n)) { v = w; break; }
  }
  for (size_t i = 0; i + 8 < v.n; i++)
    if (memcmp(v.p + i, "http", 4) == 0) {
      size_t e = i;
      while (e < v.n && (unsigned char)v.p[e] > ' ' && v.p[e] != ')' && v.p[e] != '>' && v.p[e] != '"') e++;
      char *z = gz_arena_copy(d->arena, v.p + i, e - i);
      if (!z) d->failed = true;
      out->url = z;
      return;
    }
}

static void flags(gz_doc *d, gz_article *out)
{
  static const struct { uint32_t bit; const char *name; } t[] = {
    {GZ_SAYS_TRANSLATED, "translated"}, {GZ_SAYS_GENERATED, "generated"}, {GZ_SAYS_REPRINT, "reprint"}, {GZ_SAYS_SPONSORED, "sponsored"}, {GZ_SAYS_PAYWALL, "paywalled"},
  };
  uint32_t says = 0;
  gz_buf b = GZ_BUF_INIT;
  for (size_t i = 0; i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    if (l->kind == GZ_BLOCK_BODY || l->kind == GZ_BLOCK_HEADING || l->kind == GZ_BLOCK_DUPLICATE) continue;
    uint32_t s = l->says;
    if (in_head(d, (uint32_t)i) && !l->meta) s &= ~(uint32_t)GZ_SAYS_REPRINT;
    if (!in_head(d, (uint32_t)i) && l->size > 60) s &= ~(uint32_t)GZ_SAYS_SPONSORED;
    if (l->kind == GZ_BLOCK_TITLE) s = 0;
    says |= s;
  }
  for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_TRANSLATOR && rank(d, &d->found[k]) > 0) says |= GZ_SAYS_TRANSLATED;
  gz_buf_putc(&b, '[');
  for (size_t k = 0; k < sizeof t / sizeof *t; k++)
    if (says & t[k].bit) { if (b.n > 1) gz_buf_putc(&b, ','); gz_buf_putc(&b, '"'); gz_buf_puts(&b, t[k].name); gz_buf_putc(&b, '"'); }
  gz_buf_putc(&b, ']');
  if (b.failed || !(out->flags = gz_arena_copy(d->arena, b.p, b.n))) d->failed = true;
  gz_buf_free(&b);
}

void gz_doc_fields(gz_doc *d, gz_article *out)
{
  const gz_found *title = NULL, *other = NULL;
  for (size_t k = 0; k < d->found_count; k++) {
    if (d->found[k].field != GZ_F_TITLE) continue;
    if (d->found[k].labelled ? rank(d, &d->found[k]) > 100 : d->found[k].line == d->title_line) { if (!title || (d->found[k].labelled && !title->labelled && d->title_line == SIZE_MAX)) title = &d->found[k]; }
    else if (!d->found[k].labelled) other = &d->found[k];
  }
  if (title) out->title = keep_title(d, title->value);
  if (other) out->alt_title = keep_title(d, other->value);
  people(d, out);
  origin(d, out);
  dates(d, out);
  const gz_found *p = best(d, GZ_F_PLACE);
  if (p) out->place = keep(d, p->value);
  address(d, out);
  flags(d, out);
  gz_lang_result lang;
  if (out->body_n) gz_lang_detect(out->body, out->body_n, &lang);
  else gz_lang_detect(d->text.p, d->text.n, &lang);
  out->lang = keep(d, gz_view_cstr(lang.tag));
}
