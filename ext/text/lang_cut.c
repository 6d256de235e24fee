/* Where a line passes from letters with blanks between words to Han, kana or Hangul, or back: an English sentence in a Chinese
** paragraph is a text of its own to `languages`.
** One pass over the bytes. A run is what stands without a letter, or a mark, of the other kind between; the first long run says what the
** stretch is, and a long run of the other kind ends it. Names in another script and the lists that 、 makes of them are too short for that. */
#include "text/lang_int.h"

enum { NARROW = 48, WIDE = 12 };      /* letters of a long run */

static inline bool wide(unsigned char b) { return b >= 0xE3 && b <= 0xEF && b != 0xEE; }      /* begins a letter or mark of the East */

/* Are there none? Most lines of the West are told in steps of eight bytes. */
static bool all_narrow(const char *text, size_t n)
{
  for (size_t p = 0; p < n; p++) {
    uint64_t eight;
    while (p + 8 <= n && (memcpy(&eight, text + p, 8), !(eight & 0x8080808080808080u))) p += 8;
    if (p < n && wide((unsigned char)text[p])) return false;
  }
  return true;
}

size_t gz_lang_stretch(const char *text, size_t n)
{
  enum { NEITHER, NARROWS, WIDES } stretch = NEITHER, run = NEITHER;
  size_t begin = 0, p = 0;
  int letters = 0;
  if (all_narrow(text, n)) return n;
  while (p < n) {
    unsigned char b = (unsigned char)text[p];
    size_t here = p++;
    if (wide(b)) {
      p += 2;
      if (run != WIDES) { run = WIDES; begin = here; letters = 0; }
      if (b == 0xEF || (b == 0xE3 && here + 1 < n && (unsigned char)text[here + 1] == 0x80)) continue;      /* a mark */
      if (++letters != WIDE) continue;
    } else {
      if (b < 0x80 ? (b | 32u) - 'a' >= 26u : b < 0xC3 || b == 0xE2 || b >= 0xEE) continue;      /* no letter, or the inside of one, or rare */
      if (run != NARROWS) { run = NARROWS; begin = here; letters = 0; }
      if (++letters != NARROW) continue;
    }
    if (stretch != run && stretch != NEITHER) return begin;
    stretch = run;
  }
  return n;
}
