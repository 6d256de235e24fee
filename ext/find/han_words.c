/* Looks up Chinese words in the tables of han_data.h: single characters and pairs by their tables, all else in the trie. The text is
** folded on the way. */
#include "find/han_data.h"
#include "text/uni.h"
#include "text/utf8.h"

size_t gz_han_prefixes(gz_view text, size_t pos, gz_hit *hits, size_t max)
{
  size_t n = 0, at = pos;
  if (pos >= text.n || !max) return 0;
  uint32_t a = gz_fold(gz_utf8_next(text.p, text.n, &at));
  if (!gz_han_is_plain(a)) return gz_trie_prefixes(&gz_han_trie, text, pos, hits, max);
  uint32_t entry = gz_han_chars[a - 0x4E00u];
  if (entry >> GZ_HAN_PLACE_BITS) { gz_hit one = {(uint32_t)at, entry >> GZ_HAN_PLACE_BITS}; hits[n++] = one; }
  if (at >= text.n || n == max) return n;
  uint32_t b = gz_fold(gz_utf8_next(text.p, text.n, &at));
  if (gz_han_is_plain(b)) {
    uint32_t pair = gz_han_pair(entry, a, b);
    if (pair & ~GZ_HAN_LONGER) { gz_hit two = {(uint32_t)at, pair & ~GZ_HAN_LONGER}; hits[n++] = two; }
    if (!(pair & GZ_HAN_LONGER) || at >= text.n || n == max || !gz_han_third(a, b, gz_fold(gz_utf8_next(text.p, text.n, &at)))) return n;
  }
  return n + gz_trie_prefixes(&gz_han_trie, text, pos, hits + n, max - n);
}

bool gz_han_exact(gz_view text, uint32_t *row)
{
  size_t at = 0;
  uint32_t a = text.n ? gz_fold(gz_utf8_next(text.p, text.n, &at)) : 0;
  if (gz_han_is_plain(a)) {
    uint32_t entry = gz_han_chars[a - 0x4E00u];
    *row = entry >> GZ_HAN_PLACE_BITS;
    if (at == text.n) return *row != 0;
    uint32_t b = gz_fold(gz_utf8_next(text.p, text.n, &at));
    if (gz_han_is_plain(b) && at == text.n) return (*row = gz_han_pair(entry, a, b) & ~GZ_HAN_LONGER) != 0;
  }
  return gz_trie_exact(&gz_han_trie, text, row);
}
