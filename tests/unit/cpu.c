/* Every way that a processor may go gives what the plain way gives: UTF-8 validation of well-formed and broken texts of every length and
** position, and SHA-256, whose plain way is checked by the examples of FIPS 180-4. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/cpu.h"
#include "io/sha256.h"
#include "text/utf8.h"
#include <stdlib.h>

static uint32_t seed = 5;
static uint32_t rnd(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 8) % n; }

/* The definition, with no step in common with the library's: length of the character at i, 0 when it is none. */
static size_t char_at(const unsigned char *s, size_t n, size_t i)
{
  static const struct { unsigned char lo, hi, lo2, hi2, size; } rows[] = {      /* Unicode, table 3-7 */
    {0x00, 0x7F, 0, 0, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
  };
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    if (s[i] < rows[r].lo || s[i] > rows[r].hi) continue;
    if (n - i < rows[r].size) return 0;
    if (rows[r].size > 1 && (s[i + 1] < rows[r].lo2 || s[i + 1] > rows[r].hi2)) return 0;
    for (size_t k = 2; k < rows[r].size; k++) if ((s[i + k] & 0xC0) != 0x80) return 0;
    return rows[r].size;
  }
  return 0;
}
static size_t valid(const unsigned char *s, size_t n)
{
  size_t i = 0, step;
  while (i < n && (step = char_at(s, n, i)) > 0) i += step;
  return i;
}

static const unsigned ways[] = {0, GZ_CPU_SSSE3, ~0u};

static void check_text(const unsigned char *s, size_t n, const char *what)
{
  size_t want = valid(s, n);
  for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
    gz_cpu_only(ways[w]);
    size_t got = gz_utf8_sound((const char *)s, n);
    CHECK(got == want, "%s, %zu bytes, way %u: %zu, not %zu", what, n, ways[w], got, want);
  }
}

static size_t fill(unsigned char *s, size_t want, unsigned kind)
{
  static const char *const pieces[] = {"a", "word ", "\xC3\xA9", "\xDF\xBF", "\xE4\xBA\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xF0\x9F\x98\x80"};
  size_t n = 0;
  while (n < want) {
    const char *p = pieces[kind == 0 ? 0 : kind == 1 ? 4 : rnd(sizeof pieces / sizeof *pieces)];
    memcpy(s + n, p, strlen(p));
    n += strlen(p);
  }
  return n;
}

static void utf8(void)
{
  unsigned char s[300];
  for (int round = 0; round < 6000; round++) {
    size_t n = fill(s, rnd(220), rnd(4));
    check_text(s, n, "well-formed");
    if (!n) continue;
    check_text(s, rnd((uint32_t)n), "cut");
    for (int k = 0; k < 3; k++) {
      size_t at = rnd((uint32_t)n);
      unsigned char before = s[at];
      s[at] = (unsigned char)rnd(256);
      check_text(s, n, "one byte changed");
      s[at] = before;
    }
  }
  /* every pair of bytes, and what may follow, across the end of a block */
  for (unsigned a = 0x80; a < 0x100; a++)
    for (unsigned b = 0; b < 0x100; b += 5) {
      memset(s, 'x', 160);
      size_t at = 28 + rnd(40);
      s[at] = (unsigned char)a; s[at + 1] = (unsigned char)b; s[at + 2] = (unsigned char)(0x80 + rnd(64)); s[at + 3] = (unsigned char)(0x80 + rnd(64));
      check_text(s, 160, "two bytes and two continuations");
      s[at + 3] = 'x';
      check_text(s, 160, "two bytes and one continuation");
      s[at + 2] = 'x';
      check_text(s, 160, "two bytes");
    }
}

static void sha(void)
{
  static const struct { const char *text, *hex; } known[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
  };
  char hex[65], plain[65];
  for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
    gz_cpu_only(ways[w]);
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
      gz_sha256_hex(gz_view_cstr(known[k].text), hex);
      CHECK(strcmp(hex, known[k].hex) == 0, "'%s', way %u: %s", known[k].text, ways[w], hex);
    }
  }
  static char text[1000];
  for (size_t i = 0; i < sizeof text; i++) text[i] = (char)rnd(256);
  for (size_t n = 0; n < sizeof text; n += n < 200 ? 1 : 37) {
    gz_cpu_only(0);
    gz_sha256_hex(gz_view_of(text, n), plain);
    gz_cpu_only(~0u);
    gz_sha256_hex(gz_view_of(text, n), hex);
    CHECK(strcmp(hex, plain) == 0, "%zu bytes", n);
  }
}

int main(void)
{
  utf8();
  sha();
  gz_cpu_only(~0u);
  return unit_end("cpu");
}
