/* UTF-8 as SQLite counts it. SQLite's substr() takes a lead byte (>= 0xC0) together with every continuation byte that
** follows, and any other byte alone, as one character. The decoder below cuts text at exactly those places, so that a
** span that starts and ends where the decoder stood can be selected with substr(). What is not well-formed UTF-8
** (overlong, surrogate, truncated, too many continuation bytes) decodes to U+FFFD and never ends a scan. */
#ifndef GZ_UTF8_H
#define GZ_UTF8_H
#include "base/view.h"

#define GZ_REPLACEMENT 0xFFFDu

uint32_t gz_utf8_slow(const unsigned char *s, size_t n, size_t *pos);

/* The character at *pos (< n); moves *pos behind it. */
static inline uint32_t gz_utf8_next(const char *text, size_t n, size_t *pos)
{
  const unsigned char *s = (const unsigned char *)text;
  unsigned char c = s[*pos];
  if (c < 0x80) { (*pos)++; return c; }
  size_t i = *pos;
  if (c > 0xE0 && c < 0xF0 && c != 0xED && n - i > 3 && (s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80 && (s[i + 3] & 0xC0) != 0x80) {      /* most of what is not ASCII */
    *pos = i + 3;
    return (uint32_t)(c & 15) << 12 | (uint32_t)(s[i + 1] & 63) << 6 | (s[i + 2] & 63);
  }
  return gz_utf8_slow(s, n, pos);
}

/* The character that ends at *pos (> 0); moves *pos to its start. */
uint32_t gz_utf8_prev_slow(const char *text, size_t n, size_t *pos);
static inline uint32_t gz_utf8_prev(const char *text, size_t n, size_t *pos)
{
  const unsigned char *s = (const unsigned char *)text;
  size_t i = *pos;
  unsigned char c = s[i - 1];
  if (c < 0x80) { *pos = i - 1; return c; }
  if (i > 2 && (c & 0xC0) == 0x80 && (s[i - 2] & 0xC0) == 0x80 && s[i - 3] > 0xE0 && s[i - 3] < 0xF0 && s[i - 3] != 0xED && (i == n || (s[i] & 0xC0) != 0x80)) {
    *pos = i - 3;
    return (uint32_t)(s[i - 3] & 15) << 12 | (uint32_t)(s[i - 2] & 63) << 6 | (c & 63);
  }
  return gz_utf8_prev_slow(text, n, pos);
}

/* True where a character starts (or at the end of the text). */
bool gz_utf8_is_start(const char *text, size_t n, size_t pos);

/* Characters in text[from, to), both on character boundaries. */
size_t gz_utf8_count(const char *text, size_t from, size_t to);

/* Length of the longest well-formed prefix (n when all is well-formed). */
size_t gz_utf8_valid(const char *text, size_t n);

/* Writes cp to out[4]; returns the number of bytes. */
size_t gz_utf8_put(uint32_t cp, char *out);

#endif
