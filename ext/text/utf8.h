/* UTF-8 as SQLite counts it. SQLite's substr() takes a lead byte (>= 0xC0) together with every continuation byte that
** follows, and any other byte alone, as one character. The decoder below cuts text at exactly those places, so that a
** span that starts and ends where the decoder stood can be selected with substr(). What is not well-formed UTF-8
** (overlong, surrogate, truncated, too many continuation bytes) decodes to U+FFFD and never ends a scan. */
#ifndef GZ_UTF8_H
#define GZ_UTF8_H
#include "base/view.h"

#define GZ_REPLACEMENT 0xFFFDu

uint32_t gz_utf8_slow(const unsigned char *s, size_t n, size_t *pos);

/* Four bytes, the first lowest. */
static inline uint32_t gz_utf8_four(const char *p)
{
  uint32_t x;
  memcpy(&x, p, 4);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap32(x);
#endif
  return x;
}

/* Do three bytes at p look like one character, whatever stands behind them? Four can be read. A cheap step for who only passes over. */
static inline bool gz_utf8_looks_three(const char *p) { return (gz_utf8_four(p) & 0xC0C0F0u) == 0x8080E0u; }

/* The well-formed character of three bytes at p, where four can be read, with no continuation byte behind it; 0 for all else, and
** for U+0800..U+0FFF and U+D000..U+DFFF. Most of what is not ASCII. */
static inline uint32_t gz_utf8_three(const char *p)
{
  uint32_t x = gz_utf8_four(p);
  if ((x & 0xC0C0F0u) != 0x8080E0u || x >> 30 == 2) return 0;
  uint32_t cp = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
  return cp >= 0x1000 && cp >> 12 != 0xD ? cp : 0;
}

/* The character at *pos (< n); moves *pos behind it. */
static inline uint32_t gz_utf8_next(const char *text, size_t n, size_t *pos)
{
  const unsigned char *s = (const unsigned char *)text;
  unsigned char c = s[*pos];
  if (c < 0x80) { (*pos)++; return c; }
  uint32_t cp = n - *pos > 3 ? gz_utf8_three(text + *pos) : 0;
  if (cp) { *pos += 3; return cp; }
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
/* Does z stand at pos, its last character whole: no stray continuation byte behind it, which SQLite counts to that character? */
bool gz_utf8_here(const char *text, size_t n, size_t pos, const char *z);

/* Characters in text[from, to), both on character boundaries. */
size_t gz_utf8_count(const char *text, size_t from, size_t to);

/* Length of the longest well-formed prefix (n when all is well-formed). */
size_t gz_utf8_valid(const char *text, size_t n);
/* The same, by the block where the processor can: for texts of more than a line. */
size_t gz_utf8_sound(const char *text, size_t n);

/* Writes cp to out[4]; returns the number of bytes. */
size_t gz_utf8_put(uint32_t cp, char *out);

/* Eight bytes of ASCII. */
static inline bool gz_ascii_eight(const char *p)
{
  uint64_t x;
  memcpy(&x, p, 8);
  return (x & 0x8080808080808080u) == 0;
}

#endif
