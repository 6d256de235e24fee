/* What scripts leave in a page's text: JSON-LD and settings, on one line or over many. Their lines are no text of the article, but say what it is:
** "headline", "datePublished", "author" and "publisher" with their names are taken as labels. The walk knows which object it is in by the
** last key that opened one; nothing is parsed beyond strings, and an address is no name. */
#include "page/doc.h"
#include "page/stamp.h"
#include "text/utf8.h"

#define VALUE_MAX 400u

static bool begins(gz_view v, const char *what) { size_t n = strlen(what); return v.n >= n && memcmp(v.p, what, n) == 0; }

bool gz_doc_code(gz_view v)
{
  static const char starts[] = "window.\0var \0function(\0function (\0(function\0dataLayer\0googletag.\0document.\0!function\0self.__next\0<!--\0@media\0@import\0";
  if (v.n < 1) return false;
  char c = v.p[0];
  if (c == '{' || c == '[' || c == '"' || c == '}' || c == ']') {
    size_t near = v.n < 80 ? v.n : 80;
    for (size_t i = 0; i + 1 < near; i++) if (v.p[i] == '"' && (v.p[i + 1] == ':' || (v.p[i + 1] == ' ' && i + 2 < v.n && v.p[i + 2] == ':'))) return true;
    if (v.n > 16 || c == '"') return false;
    for (size_t i = 0; i < v.n; i++) if (!memchr("{}[], ;)", v.p[i], 8)) return false;
    return c == '{' || c == '}' || v.n <= 2;
  }
  return memchr("wvf(dg!s<@", c, 10) && gz_begins(v, starts) && (memchr(v.p, '=', v.n) || memchr(v.p, '(', v.n) || memchr(v.p, '{', v.n) || c == '<');
}

/* The string that opens at the quotation mark at pos; where it ends, its text in *s. */
static size_t string_at(gz_view t, size_t pos, gz_view *s)
{
  size_t i = pos + 1;
  while (i < t.n && t.p[i] != '"' && t.p[i] != '\n') i += t.p[i] == '\\' && i + 1 < t.n ? 2 : 1;
  if (i > t.n) i = t.n;
  *s = gz_view_of(t.p + pos + 1, i - pos - 1);
  return i < t.n ? i + 1 : t.n;
}

/* \" and \/ undone; \u left to those who can read it: such a value is not taken. */
static bool plain(gz_doc *d, gz_view v, gz_view *out)
{
  gz_buf b = GZ_BUF_INIT;
  bool fine = true;
  if (v.n == 0 || v.n > VALUE_MAX) return false;
  for (size_t i = 0; i < v.n && fine; i++) {
    if (v.p[i] == '\\' && i + 1 < v.n) { i++; fine = v.p[i] == '"' || v.p[i] == '/' || v.p[i] == '\\' || v.p[i] == '\''; }
    gz_buf_putc(&b, v.p[i]);
  }
  const char *z = fine && !b.failed ? gz_arena_copy(d->arena, b.p, b.n) : NULL;
  if (b.failed || (fine && !z)) d->failed = true;
  *out = z ? gz_view_of(z, b.n) : gz_view_of("", 0);
  gz_buf_free(&b);
  return z != NULL;
}

static void take(gz_doc *d, size_t line, unsigned field, gz_view value)
{
  gz_view v;
  if (!plain(d, value, &v) || begins(v, "http")) return;
  if (field == GZ_F_PUBLISHED) {
    char edtf[40];
    if (!gz_stamp_given(v, edtf)) return;
    const char *z = gz_arena_copy(d->arena, edtf, strlen(edtf));
    if (!z) { d->failed = true; return; }
    gz_doc_find(d, field, true, line, gz_view_cstr(z), strchr(edtf, 'T') != NULL);
    return;
  }
  gz_doc_find(d, field, true, line, v, false);
}

void gz_doc_embedded(gz_doc *d, size_t line, unsigned *inside)
{
  static const struct { const char *key; unsigned field; } values[] = {{"headline", GZ_F_TITLE}, {"datePublished", GZ_F_PUBLISHED}}, objects[] = {{"author", GZ_F_AUTHOR}, {"publisher", GZ_F_SOURCE}, {"creator", GZ_F_AUTHOR}};
  gz_view t = gz_view_of(d->text.p + d->lines[line].start, d->lines[line].end - d->lines[line].start);
  unsigned object = *inside;
  for (size_t i = 0; i < t.n && !d->failed;) {
    if (t.p[i] == '}') object = GZ_F_NONE;
    if (t.p[i] != '"') { i++; continue; }
    gz_view key, value;
    i = string_at(t, i, &key);
    size_t k = i;
    while (k < t.n && t.p[k] == ' ') k++;
    if (k >= t.n || t.p[k] != ':') continue;
    k++;
    while (k < t.n && (t.p[k] == ' ' || t.p[k] == '[')) k++;
    bool is_object = false;
    for (size_t o = 0; o < sizeof objects / sizeof *objects; o++) is_object |= key.n == strlen(objects[o].key) && memcmp(key.p, objects[o].key, key.n) == 0;
    if (k < t.n && t.p[k] == '"') {
      i = string_at(t, k, &value);
      for (size_t o = 0; o < 2; o++) if (object == GZ_F_NONE && key.n == strlen(values[o].key) && memcmp(key.p, values[o].key, key.n) == 0) take(d, line, values[o].field, value);
      for (size_t o = 0; o < 3; o++) if (is_object && key.n == strlen(objects[o].key) && memcmp(key.p, objects[o].key, key.n) == 0) take(d, line, objects[o].field, value);
      if (object != GZ_F_NONE && object != GZ_F_COVER && key.n == 4 && memcmp(key.p, "name", 4) == 0) take(d, line, object, value);
    } else if (k >= t.n || t.p[k] == '{') {                 /* another object: what it names is not the author */
      i = k < t.n ? k + 1 : k;
      object = GZ_F_COVER;
      for (size_t o = 0; o < 3; o++) if (is_object && key.n == strlen(objects[o].key) && memcmp(key.p, objects[o].key, key.n) == 0) object = objects[o].field;
    } else i = k;
  }
  *inside = object;
}
