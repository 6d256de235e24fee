/* Sets of words as bits: a cheap "no" before a lexicon is asked. A word's hash goes over its folded letters; a character of an
** unspaced script (or Hangul) is a word of its own, and so is any other single sign. The generator ext/gen/moneysets.c fills the sets
** with the first or last words of the keys of the lexicons; hash collisions only cost time. */
#ifndef GZ_WORD_SET_H
#define GZ_WORD_SET_H
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_SET_BITS 16
typedef struct gz_word_set { uint32_t bits[1u << (GZ_SET_BITS - 5)]; } gz_word_set;
typedef struct gz_word_hash { uint32_t all, three; } gz_word_hash;      /* of the whole word; of its first three characters */

static inline uint32_t gz_hash_step(uint32_t h, uint32_t c) { return (h ^ c) * 0x9E3779B1u + (h >> 15); }
static inline bool gz_in_set(const gz_word_set *s, uint32_t h) { h >>= 32 - GZ_SET_BITS; return s->bits[h >> 5] >> (h & 31) & 1u; }

static inline bool gz_single_unit(uint32_t c) { return c >= 0x0E00 && (gz_is_unspaced(c) || gz_is_hangul(c)); }

static inline gz_word_hash gz_hash_word(gz_view t, size_t pos, size_t *end)
{
  gz_word_hash w = {0x811C9DC5u, 0};
  unsigned n = 0;
  size_t i = pos;
  while (i < t.n && n < 24) {
    unsigned char b = (unsigned char)t.p[i];
    uint32_t c = b;
    size_t at = i;
    if (b < 0x80) {
      i++;
      c |= 32;
      if (c < 'a' || c > 'z') {
        if (n == 0) { w.all = gz_hash_step(w.all, b == '\n' || b == '\t' ? ' ' : b); n = 1; }
        else i = at;
        break;
      }
    } else {
      c = gz_utf8_next(t.p, t.n, &i);
      bool single = gz_single_unit(c), letter = gz_is_letter(c);
      uint32_t f = gz_fold(c);
      if (single || !letter) {
        if (n == 0) { w.all = gz_hash_step(w.all, f); n = 1; }
        else i = at;
        break;
      }
      c = f;
    }
    w.all = gz_hash_step(w.all, c);
    if (++n == 3) w.three = w.all;
  }
  if (n < 3) w.three = w.all;
  *end = i;
  return w;
}

/* The first three bytes of a word that starts with an ASCII letter: letters without case, 31 for a byte of another script, 0 behind
** the word's end. */
static inline uint32_t gz_first3(const unsigned char *s, size_t pos, size_t n)
{
  uint32_t h = 0;
  for (size_t i = pos; i < pos + 3; i++) {
    unsigned char b = i < n ? s[i] : 0;
    uint32_t code = b >= 0x80 ? 31u : ((b | 32) >= 'a' && (b | 32) <= 'z') ? (uint32_t)(b & 31) : 0;
    h = h << 5 | code;
    if (!code) { h <<= 5 * (pos + 2 - i); break; }
  }
  return h;
}

/* Start of the word that ends at pos (> floor). */
static inline size_t gz_word_start(gz_view t, size_t floor, size_t pos)
{
  size_t i = pos;
  for (unsigned n = 0; i > floor && n < 24; n++) {
    size_t j = i;
    uint32_t c = gz_utf8_prev(t.p, t.n, &j);
    bool letter = c < 0x80 ? ((c | 32) >= 'a' && (c | 32) <= 'z') : gz_is_letter(c);
    if (j < floor) break;
    if (!letter || gz_single_unit(c)) { if (n == 0) i = j; break; }
    i = j;
  }
  return i;
}

static inline bool gz_word_before_in(const gz_word_set *s, gz_view t, size_t floor, size_t pos)
{
  if (pos <= floor) return false;
  size_t e, start = gz_word_start(t, floor, pos);
  return gz_in_set(s, gz_hash_word(gz_view_of(t.p, pos), start, &e).all);
}

#endif
