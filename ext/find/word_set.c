/* The hash of a word that is not short ASCII: its characters are folded and packed into chunks of eight bytes; ASCII of eight to fifteen
** letters is two chunks as they stand. See word_set.h. */
#include "find/word_set.h"

/* The eight bytes at p in small letters; *letters how many letters there are before the first other byte, 8 for all; false with a byte
** beyond ASCII. */
static bool eight(const char *p, uint64_t *low, unsigned *letters)
{
  uint64_t x;
  memcpy(&x, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  if (x & 0x8080808080808080u) return false;
  *low = x | 0x2020202020202020u;
  uint64_t other = ((*low + 0x1F1F1F1F1F1F1F1Fu) & ~(*low + 0x0505050505050505u) & 0x8080808080808080u) ^ 0x8080808080808080u;
  *letters = other ? (unsigned)__builtin_ctzll(other) >> 3 : 8;
  return true;
}

gz_word_hash gz_hash_word_slow(gz_view t, size_t pos, size_t *end)
{
  gz_word_hash w;
  uint64_t one, two;
  unsigned n1, n2;
  if (pos + 16 <= t.n && eight(t.p + pos, &one, &n1) && n1 == 8 && eight(t.p + pos + 8, &two, &n2) && n2 < 8) {
    uint64_t all = gz_hash_chunk(0, one);
    if (n2) all = gz_hash_chunk(all, two & (((uint64_t)1 << 8 * n2) - 1));
    w.all = gz_hash_done(all);
    w.three = gz_hash_done(gz_hash_chunk(0, one & 0xFFFFFFu));
    *end = pos + 8 + n2;
    return w;
  }
  uint64_t h = 0, chunk = 0, three = 0;
  unsigned fill = 0, chars = 0;
  size_t i = pos;
  while (i < t.n && chars < 24) {
    unsigned small = (unsigned char)t.p[i] | 32u;
    if (small - 'a' < 26u) {                         /* the usual letter */
      chunk |= (uint64_t)small << 8 * fill;
      i++;
      if (++fill == 8) { h = gz_hash_chunk(h, chunk); chunk = 0; fill = 0; }
      if (++chars == 3) three = fill || !h ? gz_hash_chunk(h, chunk) : h;
      continue;
    }
    size_t at = i;
    uint32_t c = gz_fold(gz_utf8_next(t.p, t.n, &i));
    bool letter = c < 0x80 ? c >= 'a' && c <= 'z' : gz_is_letter(c) && !gz_single_unit(c);
    if (!letter && chars > 0) { i = at; break; }
    char z[4];
    size_t n = gz_utf8_put(c, z);
    for (size_t k = 0; k < n; k++) {
      chunk |= (uint64_t)(unsigned char)z[k] << 8 * fill;
      if (++fill == 8) { h = gz_hash_chunk(h, chunk); chunk = 0; fill = 0; }
    }
    if (++chars == 3) three = fill || !h ? gz_hash_chunk(h, chunk) : h;
    if (!letter) break;
  }
  if (fill || !h) h = gz_hash_chunk(h, chunk);
  w.all = gz_hash_done(h);
  w.three = chars < 3 ? w.all : gz_hash_done(three);
  *end = i;
  return w;
}
