/* From what lines said to the fields of the article. What a label says wins over what a shape suggests, the head wins over the tail, and what
** stands in related lists counts for nothing. Nothing is invented: a field that the document does not state is NULL. */
#include "page/doc.h"
#include "find/date.h"
#include "text/lang.h"
#include "text/uni.h"
#include "text/utf8.h"

const char *gz_doc_keep(gz_doc *d, gz_view v)
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
      bool wide = b.n && (unsigned char)b.p[b.n - 1] >= 0x80 && i + 1 < v.n && (unsigned char)v.p[i + 1] >= 0xE3 && !((unsigned char)v.p[i + 1] >= 0xEA && (unsigned char)v.p[i + 1] <= 0xED);      /* Korean has spaces */
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
bool gz_doc_in_head(const gz_doc *d, uint32_t line) { return d->body_first > d->body_last || line < d->body_first; }
bool gz_doc_in_body(const gz_doc *d, uint32_t line) { return line >= d->body_first && line <= d->body_last; }

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
  bool released = f->field == GZ_F_SOURCE && f->labelled && f->line > d->body_last && f->line < d->body_last + 16 && gz_begins(gz_doc_inner(d, &d->lines[f->line]), "SOURCE\0") > 0;      /* of a press release, below its contacts */
  if (gz_doc_in_head(d, f->line)) r = 30;
  else if (gz_doc_in_body(d, f->line)) r = 20;
  else if (released || in_tail(d, f->line)) r = 10;
  else return -1;
  if (d->lines[f->line].says & GZ_SAYS_RELATED) return -1;
  if (f->field == GZ_F_SOURCE && !f->labelled && d->title_line < f->line && (d->lines[f->line].says & GZ_SAYS_CREDIT)) return -1;      /* whose picture it is */
  if (d->speakers && f->field == GZ_F_AUTHOR && !f->labelled && gz_doc_in_body(d, f->line)) return -1;
  if (f->weak) { if (r == 20 && f->line > d->body_first) return -1; r -= 8; }
  if (f->labelled) r += 100;
  return r;
}

const gz_found *gz_doc_best(const gz_doc *d, unsigned field)
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
  char joined[64];
  gz_view value = b->value;
  if (!b->timed && value.n == 10) {                        /* `[18:12]` above or below the day */
    for (int way = -1; way <= 1 && value.n == 10; way += 2) {
      size_t i = b->line + (size_t)way;
      gz_view v = i < d->count ? gz_trim(gz_doc_inner(d, &d->lines[i])) : gz_view_of("", 0);
      bool clock = v.n == 5 && v.p[2] == ':' && v.p[0] <= '2' && v.p[3] <= '5';
      for (size_t k = 0; k < 5 && clock; k++) clock = k == 2 || (v.p[k] >= '0' && v.p[k] <= '9');
      if (clock) { memcpy(joined, value.p, 10); joined[10] = 'T'; memcpy(joined + 11, v.p, 5); value = gz_view_of(joined, 16); }
    }
  }
  for (size_t k = 0; k < d->found_count && value.n == 10 && strncmp(value.p, "XXXX", 4) == 0; k++) {      /* the same day with its year, as that of a change */
    const gz_found *u = &d->found[k];
    if (u->field == GZ_F_UPDATED && u->value.n >= 10 && memcmp(u->value.p + 4, value.p + 4, 6) == 0 && u->value.p[0] != 'X') value.p = memcpy(joined, u->value.p, 10);
  }
  out->published = gz_doc_keep(d, value);
  if (out->published) gz_edtf_days(gz_view_cstr(out->published), &out->published_first, &out->published_last);
}

static void people(gz_doc *d, gz_article *out)
{
  for (size_t k = 0; k < d->found_count; k++) {
    gz_found *f = &d->found[k];
    if (f->field == GZ_F_SOURCE && f->labelled && gz_doc_in_head(d, f->line) && d->title_line < f->line && (unsigned char)f->value.p[0] < 0x80 && gz_person_line(f->value) && !gz_media_like(f->value)) f->field = GZ_F_PHOTO;      /* Quelle: Ana Lowell */
    if (f->field == GZ_F_AUTHOR && (unsigned char)f->value.p[0] >= 0xE3 && gz_publication(f->value)) f->field = GZ_F_SOURCE;      /* 作者 海岬社 */
    for (size_t m = 0; m < d->found_count && f->field == GZ_F_AUTHOR && !f->labelled; m++)
      if (d->found[m].field == GZ_F_SOURCE && d->found[m].labelled && gz_view_eq(gz_trim(d->found[m].value), gz_trim(f->value))) f->field = GZ_F_SOURCE;
    if (f->field == GZ_F_AUTHOR && !f->labelled && !gz_doc_in_head(d, f->line) && !gz_doc_in_body(d, f->line))      /* For more information, please contact: … is nobody who wrote it */
      for (size_t i = d->body_last + 1; i < f->line && i < d->count; i++) if (d->text.p[d->lines[i].end - 1] == ':') { f->field = GZ_F_IGNORED; break; }
  }
  for (int turn = 0; turn < 2 && !out->author; turn++) {      /* labelled first */
    gz_buf b = GZ_BUF_INIT;
    size_t count = 0;
    int top = 0;
    for (size_t k = 0; k < d->found_count; k++) if (d->found[k].field == GZ_F_AUTHOR && d->found[k].labelled == (turn == 0)) { int r = rank(d, &d->found[k]); if (r > top) top = r; }
    for (size_t k = 0; k < d->found_count && top > 0; k++) {
      gz_found *f = &d->found[k];
      if (f->field != GZ_F_AUTHOR || f->labelled != (turn == 0) || rank(d, f) != top || count >= 8) continue;
      const char *comma = memchr(f->value.p, ',', f->value.n);
      gz_view firm = gz_view_of(f->value.p, comma ? (size_t)(comma - f->value.p) : f->value.n);
      if (f->labelled && (unsigned char)f->value.p[0] < 0x80 && !gz_doc_in_head(d, f->line) && gz_firm_like(firm)) { f->field = GZ_F_SOURCE; f->value = firm; continue; }      /* Original-Content von: Cape GmbH */
      bool hard = false;                                     /* 文 | 海岬笔记，作者 | 林一舟: for whom */
      for (size_t m = 0; m < d->found_count && f->soft && !hard; m++) hard = d->found[m].field == GZ_F_AUTHOR && d->found[m].labelled && !d->found[m].soft && d->found[m].line == f->line;
      if (f->soft && (hard || gz_media_like(f->value))) { f->field = GZ_F_SOURCE; continue; }
      bool desk = false;                                   /* Par La Gazette avec CFP */
      for (size_t i = 3; i + 7 < f->value.n && !desk; i++) desk = gz_begins(gz_view_of(f->value.p + i, f->value.n - i), " avec \0 mit \0 with \0 con \0") && (gz_media_like(gz_view_of(f->value.p, i)) || gz_begins(f->value, "Le \0La \0The \0El \0"));
      if (desk) { f->field = GZ_F_IGNORED; continue; }
      bool house = false;                                  /* By Cape Wire, and the dateline says the same */
      for (size_t m = 0; m < d->found_count && !house; m++) house = m != k && d->found[m].field == GZ_F_SOURCE && d->found[m].labelled && gz_view_eq(gz_trim(d->found[m].value), gz_trim(f->value)) && d->found[m].line != f->line;
      if (house && f->labelled && (unsigned char)f->value.p[0] < 0x80) { f->field = GZ_F_SOURCE; continue; }
      const char *names = gz_names_of(d, f->value, f->labelled || f->sure);
      if (!names || (b.n && strstr(b.p, names))) continue;
      if (count++) gz_buf_puts(&b, "; ");
      gz_buf_puts(&b, names);
      gz_buf_putc(&b, 0);
      if (b.failed) break;
      b.n--;
    }
    if (b.failed) d->failed = true;
    else if (b.n) out->author = gz_doc_keep(d, gz_view_of(b.p, b.n));
    gz_buf_free(&b);
  }
  const gz_found *e = gz_doc_best(d, GZ_F_EDITOR);
  if (e && gz_media_like(e->value) && !gz_name_like(e->value)) gz_doc_find(d, GZ_F_SITE, true, e->line, e->value, false);      /* 编辑：海岬财富网: who put it there */
  else if (e) out->editor = gz_names_of(d, e->value, true);
}

static void address(gz_doc *d, gz_article *out)
{
  gz_view v = {NULL, 0};
  const gz_found *u = gz_doc_best(d, GZ_F_URL);
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
    if (gz_doc_in_head(d, (uint32_t)i) && !l->meta) s &= ~(uint32_t)GZ_SAYS_REPRINT;
    if (!gz_doc_in_head(d, (uint32_t)i) && (l->size > 60 || (i > d->body_last && l->size < 10)))  s &= ~(uint32_t)GZ_SAYS_SPONSORED;
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
  gz_view site;
  if (title) out->title = keep_title(d, title->labelled ? gz_doc_without_site(d, title->value, &site) : title->value);
  if (other) out->alt_title = keep_title(d, other->value);
  people(d, out);
  gz_doc_origin(d, out);
  if (out->author && out->source && (unsigned char)out->author[0] < 0x80 && !strchr(out->author, ' ')) {      /* by the house itself */
    gz_view a = gz_view_cstr(out->author), s = gz_view_cstr(out->source);
    size_t i = 0;
    while (i < a.n && i < s.n && gz_fold((unsigned char)a.p[i]) == gz_fold((unsigned char)s.p[i])) i++;
    if (i == a.n && (i == s.n || (s.p[i] == '.' && s.n - i <= 5))) out->author = NULL;
  }
  dates(d, out);
  const gz_found *p = gz_doc_best(d, GZ_F_PLACE);
  if (p) out->place = gz_doc_keep(d, p->value);
  address(d, out);
  flags(d, out);
  gz_lang_result lang;
  if (out->body_n) gz_lang_detect(out->body, out->body_n, &lang);
  else gz_lang_detect(d->text.p, d->text.n, &lang);
  out->lang = gz_doc_keep(d, gz_view_cstr(lang.tag));
}
