/* Blocks of sixteen bytes: each look with vectors gives what the plain one gives, byte by byte, for every byte at every place and for
** blocks at random; the plain ones are held against the C library's ctype in the "C" locale. */
#include "unit.h"
#include "libc_alloc.inc"
#include "text/ascii_block.h"
#include <ctype.h>
#include <stdlib.h>

static bool same(gz_block a, gz_block b) { return a.letters == b.letters && a.digits == b.digits && a.high == b.high && a.signs == b.signs; }

static void compare(const unsigned char *s, const char *what, int which)
{
  unsigned char out[GZ_BLOCK];
  gz_block b = gz_block_small(s, out);
  CHECK(same(gz_block_at(s, '$', ','), gz_block_at_plain(s, '$', ',')), "%s %d: block", what, which);
  CHECK(gz_block_capitals(s) == gz_block_capitals_plain(s), "%s %d: capitals", what, which);
  CHECK(gz_block_latin(s) == gz_block_latin_plain(s), "%s %d: latin", what, which);
  CHECK(gz_block_stops(s, '\n', '.', '<', '&') == gz_block_stops_plain(s, '\n', '.', '<', '&'), "%s %d: stops", what, which);
  CHECK(gz_block_rare(s, '\n', '.', '<', '&') == gz_block_rare_plain(s, '\n', '.', '<', '&'), "%s %d: rare", what, which);
  unsigned high[2], space[2];
  unsigned words = gz_block_words(s, &high[0], &space[0]), plain = gz_block_words_plain(s, &high[1], &space[1]);
  CHECK(words == plain && high[0] == high[1] && space[0] == space[1], "%s %d: words", what, which);
  for (unsigned k = 0; k < 3; k++) {
    static const unsigned char ranges[3][2] = {{'0', '9'}, {0xE4, 0xE9}, {0x60, 0xA0}};
    CHECK(gz_block_between(s, ranges[k][0], ranges[k][1]) == gz_block_between_plain(s, ranges[k][0], ranges[k][1]), "%s %d: range %u", what, which, k);
  }
  for (unsigned i = 0; i < GZ_BLOCK; i++) {
    bool letter = s[i] < 0x80 && isalpha(s[i]);
    if ((b.letters >> i & 1u) != letter || out[i] != (letter ? tolower(s[i]) : 0)) { CHECK(false, "%s %d: letter at %u", what, which, i); return; }
    if ((b.digits >> i & 1u) != (s[i] < 0x80 && isdigit(s[i])) || (b.high >> i & 1u) != (s[i] >= 0x80)) { CHECK(false, "%s %d: digit at %u", what, which, i); return; }
    if ((gz_block_capitals(s) >> i & 1u) != (s[i] < 0x80 && isupper(s[i]))) { CHECK(false, "%s %d: capital at %u", what, which, i); return; }
  }
}

int main(void)
{
  static const unsigned char edges[] = {0, '\n', '$', ',', '.', '/', '0', '9', ':', '@', 'A', 'Z', '[', '`', 'a', 'z', '{', 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0, 0xC2, 0xC3,
    0xD5, 0xD6, 0xE2, 0xE3, 0xE9, 0xEA, 0xED, 0xEE, 0xEF, 0xFF};
  unsigned char s[GZ_BLOCK + 1];
  uint32_t seed = 7;
  for (int c = 0; c < 256; c++) {
    for (unsigned i = 0; i <= GZ_BLOCK; i++) s[i] = (unsigned char)(c + (int)(i * 37));
    compare(s, "byte", c);
    memset(s, c, sizeof s);
    compare(s, "all of byte", c);
  }
  for (int k = 0; k < 20000; k++) {
    for (unsigned i = 0; i <= GZ_BLOCK; i++) { seed = seed * 1664525u + 1013904223u; s[i] = k & 1 ? (unsigned char)(seed >> 16) : edges[(seed >> 8) % sizeof edges]; }
    compare(s, "random", k);
  }
  return unit_end("block");
}
