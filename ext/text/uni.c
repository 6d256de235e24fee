/* Word boundaries from the property table: a boundary lies wherever two alphanumerics of a spaced script do not touch.
** Latin against Han is a boundary too (`用ChatGPT写`). */
#include "text/uni.h"
#include "text/utf8.h"

static inline bool ascii_alnum(unsigned char c) { return (c | 32u) - 'a' < 26u || c - (unsigned)'0' < 10u; }
static inline bool cont(unsigned char c) { return (c & 0xC0) == 0x80; }
/* U+5000..8FFF: Han, whatever stands beside it. */
static inline bool han_lead(unsigned char c) { return c >= 0xE5 && c <= 0xE8; }

bool gz_word_boundary(gz_view text, size_t pos)
{
  if (pos == 0 || pos >= text.n) return true;
  const unsigned char *s = (const unsigned char *)text.p + pos;
  unsigned char left = s[-1], right = s[0];
  if (left < 0x80 ? !ascii_alnum(left) : pos > 2 && han_lead(s[-3]) && cont(s[-2]) && cont(left) && !cont(right)) return true;
  if (right < 0x80) {
    if (!ascii_alnum(right)) return true;
    if (left < 0x80) return false;
  } else if (han_lead(right) && text.n - pos > 2 && cont(s[1]) && cont(s[2]) && (text.n - pos == 3 || !cont(s[3]))) return true;
  size_t before = pos, after = pos;
  uint32_t a = gz_utf8_prev(text.p, text.n, &before);
  uint32_t b = gz_utf8_next(text.p, text.n, &after);
  if (!gz_is_alnum(a) || !gz_is_alnum(b)) return true;
  return gz_is_unspaced(a) || gz_is_unspaced(b);
}
