/* The body: the text of the main region's lines, paragraphs separated by a newline, hard-wrapped lines joined: without a space between
** unspaced scripts and behind a hyphen of a broken address, with one elsewhere. Markdown around and inside lines is taken off; the
** characters themselves stay as they are. */
#include "page/doc.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Is the newline at pos (with the white space around it, *from..*to) to be a space? */
static bool space_at_break(gz_view t, size_t pos, size_t from, size_t to)
{
  if (from == 0 || to >= t.n) return false;
  size_t i = from;
  uint32_t a = gz_utf8_prev(t.p, t.n, &i), b = gz_utf8_next(t.p, t.n, &(size_t){to});
  (void)pos;
  bool wide_a = gz_is_unspaced(a) || (a >= 0x3000 && a < 0x3040) || (a >= 0xFF00 && a < 0xFF61) || (a >= 0x2014 && a <= 0x2026);
  bool wide_b = gz_is_unspaced(b) || (b >= 0x3000 && b < 0x3040) || (b >= 0xFF00 && b < 0xFF61);
  if (wide_a && wide_b) return false;
  if ((a >= 0x3000 && a < 0x3040) || (a >= 0xFF00 && a < 0xFF61) || (b >= 0xFF00 && b < 0xFF61) || (b >= 0x3000 && b < 0x3020)) return false;
  if (a == '-' || a == '/') {                              /* an address broken at its hyphen */
    size_t k = i;
    while (k > 0 && (unsigned char)t.p[k - 1] > ' ' && (unsigned char)t.p[k - 1] < 0x80) k--;
    if (memchr(t.p + k, '/', from - k)) return false;
  }
  return true;
}

#define LINK_MAX ((size_t)2048)

/* `](target)` behind an opening bracket at pos: the closing bracket, and where the address ends; false when this is no link. */
static bool link_at(gz_view t, size_t pos, size_t end, size_t *close, size_t *behind)
{
  size_t n = end - pos < LINK_MAX ? end - pos : LINK_MAX;
  const char *c = memchr(t.p + pos, ']', n);
  if (!c || (size_t)(c - t.p) + 1 >= end || c[1] != '(') return false;
  *close = (size_t)(c - t.p);
  n = end - *close < LINK_MAX ? end - *close : LINK_MAX;
  c = memchr(t.p + *close, ')', n);
  if (!c) return false;
  *behind = (size_t)(c + 1 - t.p);
  return true;
}

static void put_line(const gz_doc *d, const gz_line *l, gz_buf *b)
{
  gz_view t = d->text;
  if (!l->markup) { gz_buf_put(b, t.p + l->inner, l->inner_end - l->inner); return; }
  for (size_t i = l->inner; i < l->inner_end;) {
    char c = t.p[i];
    if (c == '\n' || c == '\r') {
      size_t from = i, to = i;
      while (from > l->inner && (t.p[from - 1] == ' ' || t.p[from - 1] == '\r' || t.p[from - 1] == '\t')) from--;
      while (to < l->inner_end) { size_t k = to; uint32_t x = gz_utf8_next(t.p, t.n, &k); if (!gz_is_space(x) && x != 0x3000) break; to = k; }
      while (b->n && (b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '\t')) b->n--;
      if (space_at_break(t, i, from, to)) gz_buf_putc(b, ' ');
      i = to;
      continue;
    }
    if (c == '!' && i + 1 < l->inner_end && t.p[i + 1] == '[') {         /* ![alt](target) */
      size_t close, behind;
      if (link_at(t, i, l->inner_end, &close, &behind)) { i = behind; continue; }
    }
    if (c == '[') {                                                      /* [text](target) */
      size_t close, behind;
      if (link_at(t, i, l->inner_end, &close, &behind) && close - i < 400) {
        gz_buf_put(b, t.p + i + 1, close - (i + 1));
        i = behind;
        continue;
      }
    }
    if (c == '*' && i + 1 < l->inner_end && t.p[i + 1] == '*') { i += 2; continue; }
    if (c == '\\' && i + 1 < l->inner_end && strchr(".-_*#[]()!>+`", t.p[i + 1]) && t.p[i + 1]) { i++; continue; }
    size_t k = i + 1;                                                    /* up to the next byte that may be markup, at once */
    while (k < l->inner_end && !gz_doc_markup(t.p[k])) k++;
    gz_buf_put(b, t.p + i, k - i);
    i = k;
  }
}

void gz_doc_body(gz_doc *d, gz_article *out)
{
  gz_buf b = GZ_BUF_INIT;
  for (size_t i = d->body_first; i <= d->body_last && i < d->count; i++) {
    const gz_line *l = &d->lines[i];
    if (l->kind != GZ_BLOCK_BODY && l->kind != GZ_BLOCK_HEADING) continue;
    if (b.n) gz_buf_putc(&b, '\n');
    put_line(d, l, &b);
  }
  if (b.failed || !(out->body = gz_arena_copy(d->arena, b.n ? b.p : "", b.n))) d->failed = true;
  out->body_n = b.n;
  gz_buf_free(&b);
}
