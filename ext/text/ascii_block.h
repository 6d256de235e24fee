/* What sixteen bytes of a text are, as masks with a bit a byte: how scans pass over ASCII in which nothing can start. Vectors where
** the machine has them (base/vec16.h), a loop elsewhere. */
#ifndef GZ_ASCII_BLOCK_H
#define GZ_ASCII_BLOCK_H
#include "base/vec16.h"
#include "base/view.h"

#define GZ_BLOCK 16u

typedef struct gz_block {
  unsigned letters, digits;      /* of ASCII */
  unsigned high;                 /* bytes of 0x80 and above */
  unsigned signs;                /* one of the two signs asked for */
} gz_block;

/* Each look at a block has a plain way, byte by byte, and, where there are vectors, one with all bytes at once. */
static inline gz_block gz_block_at_plain(const unsigned char *s, char sign, char other)
{
  gz_block b = {0, 0, 0, 0};
  for (unsigned i = 0; i < GZ_BLOCK; i++) {
    unsigned c = s[i], bit = 1u << i;
    if ((c | 32u) - 'a' < 26u) b.letters |= bit;
    else if (c - '0' < 10u) b.digits |= bit;
    else if (c >= 0x80) b.high |= bit;
    else if (c == (unsigned char)sign || c == (unsigned char)other) b.signs |= bit;
  }
  return b;
}
static inline gz_block gz_block_at(const unsigned char *s, char sign, char other)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(s);
  gz_v16 letters = gz_v16_in(gz_v16_or(x, gz_v16_of(32)), 'a', 'z'), signs = gz_v16_or(gz_v16_is(x, (unsigned char)sign), gz_v16_is(x, (unsigned char)other));
  return (gz_block){gz_v16_tops(letters), gz_v16_tops(gz_v16_in(x, '0', '9')), gz_v16_tops(x), gz_v16_tops(signs)};
#else
  return gz_block_at_plain(s, sign, other);
#endif
}

/* Its letters and digits, what is not ASCII, and what is a space or less. */
static inline unsigned gz_block_words_plain(const unsigned char *s, unsigned *high, unsigned *space)
{
  gz_block b = gz_block_at_plain(s, 0, 0);
  *high = b.high;
  *space = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) *space |= (unsigned)(s[i] <= ' ') << i;
  return b.letters | b.digits;
}
static inline unsigned gz_block_words(const unsigned char *s, unsigned *high, unsigned *space)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(s);
  *high = gz_v16_tops(x);
  *space = gz_v16_tops(gz_v16_range(x, 0, ' '));
  return gz_v16_tops(gz_v16_or(gz_v16_range(gz_v16_or(x, gz_v16_of(32)), 'a', 'z'), gz_v16_range(x, '0', '9')));
#else
  return gz_block_words_plain(s, high, space);
#endif
}

/* The block (without signs); out: its letters small, 0 for all else. */
static inline gz_block gz_block_small(const unsigned char *s, unsigned char *out)
{
  gz_block b = gz_block_at(s, '\n', '\n');
#if GZ_VEC16
  gz_v16 low = gz_v16_or(gz_v16_load(s), gz_v16_of(32));
  gz_v16_store(out, gz_v16_and(low, gz_v16_in(low, 'a', 'z')));
#else
  for (unsigned i = 0; i < GZ_BLOCK; i++) out[i] = b.letters >> i & 1u ? s[i] | 32u : 0;
#endif
  return b;
}

/* Bytes that are capitals of ASCII. */
static inline unsigned gz_block_capitals_plain(const unsigned char *s)
{
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] - (unsigned)'A' < 26u) m |= 1u << i;
  return m;
}
static inline unsigned gz_block_capitals(const unsigned char *s)
{
#if GZ_VEC16
  return gz_v16_tops(gz_v16_in(gz_v16_load(s), 'A', 'Z'));
#else
  return gz_block_capitals_plain(s);
#endif
}

/* Bytes with which a Latin word may begin that is no small one of ASCII: capitals of ASCII, and bytes of 0x80 and above that neither continue
** a character nor begin one of U+3000..U+9FFF (E3..E9: kana, Han and their punctuation). */
static inline unsigned gz_block_latin_plain(const unsigned char *s)
{
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] - (unsigned)'A' < 26u || (s[i] >= 0xC0 && (s[i] < 0xE3 || s[i] > 0xE9))) m |= 1u << i;
  return m;
}
static inline unsigned gz_block_latin(const unsigned char *s)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(s);
  return gz_v16_tops(gz_v16_or(gz_v16_in(x, 'A', 'Z'), gz_v16_without(gz_v16_in(x, 0xC0, 0xFF), gz_v16_in(x, 0xE3, 0xE9))));
#else
  return gz_block_latin_plain(s);
#endif
}

/* Bytes that are one of four signs, or not ASCII. */
static inline unsigned gz_block_stops_plain(const unsigned char *s, char a, char b, char c, char d)
{
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0x80 || s[i] == (unsigned char)a || s[i] == (unsigned char)b || s[i] == (unsigned char)c || s[i] == (unsigned char)d) m |= 1u << i;
  return m;
}
#if GZ_VEC16
static inline gz_v16 gz_v16_any_of(gz_v16 x, char a, char b, char c, char d)
{
  return gz_v16_or(gz_v16_or(gz_v16_is(x, (unsigned char)a), gz_v16_is(x, (unsigned char)b)), gz_v16_or(gz_v16_is(x, (unsigned char)c), gz_v16_is(x, (unsigned char)d)));
}
#endif
static inline unsigned gz_block_stops(const unsigned char *s, char a, char b, char c, char d)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(s);
  return gz_v16_tops(gz_v16_or(gz_v16_any_of(x, a, b, c, d), x));
#else
  return gz_block_stops_plain(s, a, b, c, d);
#endif
}

/* Bytes at which something rare may begin: one of four signs, or the first byte of a character other than letters of Latin, Greek and
** Cyrillic (U+00C0..057F), kana, Han and Hangul (U+3040..DFFF). Most of them still mean nothing to who asks. Seventeen bytes are read. */
static inline bool gz_rare_byte(const unsigned char *s, unsigned behind)
{
  unsigned char c = *s;
  return c - 0xC0u < 3 || c - 0xD6u < 13 || c >= 0xEE || (c == 0xE3 && behind == 0x80);
}
static inline unsigned gz_block_rare_plain(const unsigned char *s, char a, char b, char c, char d)
{
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] == (unsigned char)a || s[i] == (unsigned char)b || s[i] == (unsigned char)c || s[i] == (unsigned char)d || gz_rare_byte(s + i, s[i + 1])) m |= 1u << i;
  return m;
}
static inline unsigned gz_block_rare(const unsigned char *s, char a, char b, char c, char d)
{
#if GZ_VEC16
  gz_v16 x = gz_v16_load(s), all = gz_v16_any_of(x, a, b, c, d);
  if (gz_v16_tops(x)) {
    gz_v16 odd = gz_v16_or(gz_v16_or(gz_v16_in(x, 0xC0, 0xC2), gz_v16_in(x, 0xD6, 0xE2)), gz_v16_in(x, 0xEE, 0xFF));
    all = gz_v16_or(all, gz_v16_or(odd, gz_v16_and(gz_v16_is(x, 0xE3), gz_v16_is(gz_v16_load(s + 1), 0x80))));
  }
  return gz_v16_tops(all);
#else
  return gz_block_rare_plain(s, a, b, c, d);
#endif
}

/* Bytes from `from` to `to`. */
static inline unsigned gz_block_between_plain(const unsigned char *s, unsigned char from, unsigned char to)
{
  unsigned m = 0;
  for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= from && s[i] <= to) m |= 1u << i;
  return m;
}
static inline unsigned gz_block_between(const unsigned char *s, unsigned char from, unsigned char to)
{
#if GZ_VEC16
  return gz_v16_tops(gz_v16_range(gz_v16_load(s), from, to));
#else
  return gz_block_between_plain(s, from, to);
#endif
}

/* How many bits of a block's mask are set. */
static inline unsigned gz_block_count(unsigned mask)
{
  mask -= mask >> 1 & 0x5555u;
  mask = (mask & 0x3333u) + (mask >> 2 & 0x3333u);
  mask = (mask + (mask >> 4)) & 0x0F0Fu;
  return (mask + (mask >> 8)) & 31u;
}

/* Place of the lowest bit of a mask that is not 0. */
static inline unsigned gz_lowest(unsigned mask)
{
#ifdef __GNUC__
  return (unsigned)__builtin_ctz(mask);
#else
  unsigned i = 0;
  while (!(mask >> i & 1u)) i++;
  return i;
#endif
}

/* And of the highest. */
static inline unsigned gz_highest(unsigned mask)
{
#ifdef __GNUC__
  return (unsigned)(31 - __builtin_clz(mask));
#else
  unsigned i = 0;
  while (mask >>= 1) i++;
  return i;
#endif
}

static inline unsigned gz_low64(uint64_t mask)
{
#ifdef __GNUC__
  return (unsigned)__builtin_ctzll(mask);
#else
  return (uint32_t)mask ? gz_lowest((unsigned)mask) : 32 + gz_lowest((unsigned)(mask >> 32));
#endif
}

/* Passes over ASCII that holds none of four signs; stops before end at the latest. */
static inline size_t gz_pass_ascii(gz_view t, size_t pos, size_t end, char a, char b, char c, char d)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos >= GZ_BLOCK; pos += GZ_BLOCK) {
    unsigned m = gz_block_stops(s + pos, a, b, c, d);
    if (m) return pos + gz_lowest(m);
  }
  while (pos < end && s[pos] < 0x80 && s[pos] != (unsigned char)a && s[pos] != (unsigned char)b && s[pos] != (unsigned char)c && s[pos] != (unsigned char)d) pos++;
  return pos;
}

/* The first place in [pos, end) at which something rare stands that may(s, n) does not turn down, s being its first byte and n what is left of the text; or end. */
static inline size_t gz_next_rare(gz_view t, size_t pos, size_t end, char a, char b, char c, char d, bool (*may)(const unsigned char *s, size_t n))
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos > GZ_BLOCK; pos += GZ_BLOCK)
    for (unsigned m = gz_block_rare(s + pos, a, b, c, d); m; m &= m - 1) {
      size_t at = pos + gz_lowest(m);
      if (may(s + at, t.n - at)) return at;
    }
  for (; pos < end; pos++)
    if ((s[pos] == (unsigned char)a || s[pos] == (unsigned char)b || s[pos] == (unsigned char)c || s[pos] == (unsigned char)d || gz_rare_byte(s + pos, pos + 1 < t.n ? s[pos + 1] : 0)) && may(s + pos, t.n - pos)) return pos;
  return end;
}

/* Passes over ASCII. */
static inline size_t gz_skip_ascii(gz_view t, size_t pos, size_t end) { return gz_pass_ascii(t, pos, end, '\x80', '\x80', '\x80', '\x80'); }

/* The first capital of ASCII in [pos, end), or end. */
static inline size_t gz_next_capital(gz_view t, size_t pos, size_t end)
{
  const unsigned char *s = (const unsigned char *)t.p;
  for (; end - pos >= GZ_BLOCK; pos += GZ_BLOCK) {
    unsigned m = gz_block_capitals(s + pos);
    if (m) return pos + gz_lowest(m);
  }
  while (pos < end && s[pos] - (unsigned)'A' >= 26u) pos++;
  return pos;
}

#endif
