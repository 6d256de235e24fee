/* Word boundaries from the property table: a boundary lies wherever two alphanumerics of a spaced script do not touch.
** Latin against Han is a boundary too (`用ChatGPT写`). */
#include "text/uni.h"
#include "text/utf8.h"

bool gz_word_boundary(gz_view text, size_t pos)
{
  if (pos == 0 || pos >= text.n) return true;
  size_t before = pos, after = pos;
  uint32_t a = gz_utf8_prev(text.p, text.n, &before);
  uint32_t b = gz_utf8_next(text.p, text.n, &after);
  if (!gz_is_alnum(a) || !gz_is_alnum(b)) return true;
  return gz_is_unspaced(a) || gz_is_unspaced(b);
}
