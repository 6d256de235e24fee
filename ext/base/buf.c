/* Growable buffer. Uses the allocator hook only. Capacity doubles, so appends cost amortised constant time. */
#include "base/buf.h"
#include "base/alloc.h"

bool gz_buf_reserve(gz_buf *b, size_t more)
{
  if (b->failed) return false;
  if (b->cap - b->n >= more) return true;
  if (more > (size_t)-1 / 2 - b->n) { b->failed = true; return false; }
  size_t cap = b->cap ? b->cap : 64;
  while (cap - b->n < more) cap *= 2;
  char *p = gz_realloc(b->p, cap);
  if (!p) { b->failed = true; return false; }
  b->p = p;
  b->cap = cap;
  return true;
}

void gz_buf_put(gz_buf *b, const char *p, size_t n)
{
  if (n == 0 || !gz_buf_reserve(b, n)) return;
  memcpy(b->p + b->n, p, n);
  b->n += n;
}

void gz_buf_puts(gz_buf *b, const char *z) { gz_buf_put(b, z, strlen(z)); }
void gz_buf_putc(gz_buf *b, char c) { gz_buf_put(b, &c, 1); }

void gz_buf_put_cp(gz_buf *b, uint32_t cp)
{
  char s[4];
  size_t n;
  if (cp < 0x80) { s[0] = (char)cp; n = 1; }
  else if (cp < 0x800) { s[0] = (char)(0xC0 | (cp >> 6)); s[1] = (char)(0x80 | (cp & 0x3F)); n = 2; }
  else if (cp < 0x10000) {
    s[0] = (char)(0xE0 | (cp >> 12)); s[1] = (char)(0x80 | ((cp >> 6) & 0x3F)); s[2] = (char)(0x80 | (cp & 0x3F)); n = 3;
  } else {
    s[0] = (char)(0xF0 | (cp >> 18)); s[1] = (char)(0x80 | ((cp >> 12) & 0x3F));
    s[2] = (char)(0x80 | ((cp >> 6) & 0x3F)); s[3] = (char)(0x80 | (cp & 0x3F)); n = 4;
  }
  gz_buf_put(b, s, n);
}

void gz_buf_put_u64(gz_buf *b, uint64_t v)
{
  char s[20];
  size_t i = sizeof s;
  do { s[--i] = (char)('0' + v % 10); v /= 10; } while (v);
  gz_buf_put(b, s + i, sizeof s - i);
}

void gz_buf_put_json(gz_buf *b, gz_view text)
{
  static const char hex[] = "0123456789abcdef";
  gz_buf_putc(b, '"');
  for (size_t i = 0; i < text.n; i++) {
    unsigned char c = (unsigned char)text.p[i];
    if (c == '"' || c == '\\') { gz_buf_putc(b, '\\'); gz_buf_putc(b, (char)c); }
    else if (c == '\n') gz_buf_puts(b, "\\n");
    else if (c == '\r') gz_buf_puts(b, "\\r");
    else if (c == '\t') gz_buf_puts(b, "\\t");
    else if (c < 0x20) { gz_buf_puts(b, "\\u00"); gz_buf_putc(b, hex[c >> 4]); gz_buf_putc(b, hex[c & 15]); }
    else gz_buf_putc(b, (char)c);
  }
  gz_buf_putc(b, '"');
}

void gz_buf_clear(gz_buf *b) { b->n = 0; b->failed = false; }

void gz_buf_free(gz_buf *b)
{
  gz_free(b->p);
  b->p = NULL;
  b->n = b->cap = 0;
  b->failed = false;
}

char *gz_buf_take(gz_buf *b, size_t *n)
{
  gz_buf_putc(b, '\0');
  if (b->failed) { gz_buf_free(b); return NULL; }
  char *p = b->p;
  if (n) *n = b->n - 1;
  b->p = NULL;
  b->n = b->cap = 0;
  return p;
}
