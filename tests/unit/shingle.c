/* Shingles: all of a text's are sorted and each stands once, whatever way of sorting its length takes; the sketch of the same pass is the
** first of them, its simhash that of its own function; containment counts what two texts share. And characters are counted eight bytes at
** a time as one at a time. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/buf.h"
#include "text/shingle.h"
#include "text/simhash.h"
#include "text/utf8.h"
#include <stdlib.h>

static uint32_t seed = 11;
static uint32_t rnd(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 8) % n; }

/* So many words, no two alike when `variety` is large. */
static void words(gz_buf *b, size_t count, uint32_t variety)
{
  char z[32];
  for (size_t i = 0; i < count; i++) {
    snprintf(z, sizeof z, "w%u ", variety ? rnd(variety) : (unsigned)i);
    gz_buf_puts(b, z);
  }
}

static void check_text(const char *what, gz_view t)
{
  gz_shingles all;
  size_t wrong = 0;
  CHECK(gz_shingles_of(t, &all) == GZ_OK, "%s", what);
  size_t n = all.sketch_count;
  CHECK(gz_shingles_settle(&all) == GZ_OK, "%s", what);
  for (size_t i = 1; i < all.count; i++) wrong += all.hashes[i - 1] >= all.hashes[i];
  CHECK(wrong == 0, "%s: %zu out of order", what, wrong);
  CHECK(all.simhash == gz_simhash(t), "%s", what);
  CHECK(n == (all.count < GZ_SKETCH ? all.count : GZ_SKETCH), "%s: %zu of %zu", what, n, all.count);
  for (size_t i = 0; i < n && i < all.count; i++) CHECK(all.sketch[i] == all.hashes[i], "%s at %zu", what, i);
  CHECK(gz_containment(&all, &all) == (all.count ? 1.0 : -1.0), "%s in itself", what);
  gz_free(all.hashes);
}

static void lengths(void)
{
  static const size_t counts[] = {0, 1, 3, 4, 5, 20, 300, 4000, 7000, 90000, 300000};
  for (size_t k = 0; k < sizeof counts / sizeof *counts; k++)
    for (uint32_t variety = 0; variety < 40; variety += 13) {
      gz_buf b = GZ_BUF_INIT;
      char name[48];
      words(&b, counts[k], variety);
      snprintf(name, sizeof name, "%zu words of %u", counts[k], variety);
      check_text(name, gz_view_of(b.n ? b.p : "", b.n));
      gz_buf_free(&b);
    }
}

/* The distinct shingles of 1003 distinct words are 1000; a text that holds the first half of them, and 200 words of its own. */
static void shares(void)
{
  gz_buf whole = GZ_BUF_INIT, part = GZ_BUF_INIT;
  gz_shingles x, y;
  words(&whole, 1003, 0);
  words(&part, 503, 0);
  CHECK(gz_shingles_of(gz_view_of(whole.p, whole.n), &x) == GZ_OK && gz_shingles_settle(&x) == GZ_OK && x.count == 1000, "whole");
  CHECK(gz_shingles_of(gz_view_of(part.p, part.n), &y) == GZ_OK && gz_shingles_settle(&y) == GZ_OK && y.count == 500, "part");
  CHECK(gz_containment(&x, &y) == 1 && gz_containment(&y, &x) == 1, "cut");
  gz_free(y.hashes);
  for (int i = 0; i < 500; i++) { char z[32]; snprintf(z, sizeof z, "v%d ", i); gz_buf_puts(&part, z); }
  CHECK(gz_shingles_of(gz_view_of(part.p, part.n), &y) == GZ_OK && gz_shingles_settle(&y) == GZ_OK && y.count == 1000, "part and more");
  CHECK(gz_containment(&x, &y) == 0.5, "half: %f", gz_containment(&x, &y));
  gz_free(x.hashes);
  gz_free(y.hashes);
  gz_buf_free(&whole);
  gz_buf_free(&part);
}

static size_t count_one_by_one(const char *p, size_t n)
{
  size_t chars = 0;
  bool in_char = false;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)p[i];
    bool cont = c >= 0x80 && c < 0xC0;
    if (!cont || !in_char) chars++;
    if (!cont) in_char = c >= 0xC0;
  }
  return chars;
}

static void counting(void)
{
  static const char *pieces[] = {"a", "\xC3\xA9", "\xE4\xBA\xBF", "\xF0\x9F\x98\x80", "\x80", "\xBF\xBF", "\xE4\xBA", "\xFF", "\xC0\x80\x80\x80", "plain words "};
  char z[200];
  for (int round = 0; round < 20000; round++) {
    size_t n = 0, kinds = round % 3 ? 4 : 10;
    while (n < 150 && rnd(40)) {
      const char *p = pieces[rnd((uint32_t)kinds)];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
    }
    size_t from = n ? rnd((uint32_t)n + 1) : 0;
    CHECK(gz_utf8_count(z, from, n) == count_one_by_one(z + from, n - from), "round %d from %zu of %zu", round, from, n);
  }
}

int main(void)
{
  lengths();
  shares();
  counting();
  return unit_end("shingle");
}
