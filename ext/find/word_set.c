/* The hash of a word that is not short ASCII: its characters are folded and packed into chunks of eight bytes. See word_set.h. */
#include "find/word_set.h"

gz_word_hash gz_hash_word_slow(gz_view t, size_t pos, size_t *end)
{
  gz_word_hash w;
  uint64_t h = 0, chunk = 0, three = 0;
  unsigned fill = 0, chars = 0;
  size_t i = pos;
  while (i < t.n && chars < 24) {
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
