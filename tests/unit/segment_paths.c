/* The short ways of the search segmentation against the long one: a word of full-width letters folds to the same token as one of ASCII, and
** a Han character gives the same pairs whatever stands behind the pair; votes of simhash counted in batches against votes counted one by one. */
#include "unit.h"
#include "text/segment.h"
#include "text/shingle.h"
#include "text/simhash.h"
#include "text/token_hash.h"
#include "text/uni.h"
#include "text/utf8.h"
#include "libc_alloc.inc"

static uint32_t seed = 20240506;
static uint32_t draw(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 8) % n; }

typedef struct list { char text[65536]; size_t n, count; uint64_t shingle[4]; uint64_t tokens[4096]; } list;

static int add(void *arg, const gz_token *t)
{
  list *l = arg;
  if (l->n + t->n + 1 < sizeof l->text) { memcpy(l->text + l->n, t->p, t->n); l->n += t->n; l->text[l->n++] = t->colocated ? '=' : ' '; }
  if (!t->colocated && l->count < sizeof l->tokens / sizeof *l->tokens) l->tokens[l->count++] = gz_hash_bytes(t->p, t->n);
  return 0;
}

static list one, other;
static bool alike(void) { return one.n == other.n && memcmp(one.text, other.text, one.n) == 0; }
static void both(const char *a, size_t an, const char *b, size_t bn, bool query)
{
  one.n = other.n = one.count = other.count = 0;
  gz_segment(gz_view_of(a, an), query, add, &one);
  gz_segment(gz_view_of(b, bn), query, add, &other);
}

static void wide_letters(void)
{
  static const char signs[] = " .,#+-/%'\n\"$";
  char plain[2048], wide[8192];
  for (int round = 0; round < 4000; round++) {
    size_t n = 0, m = 0, want = 1 + draw(round % 50 ? 60 : 1500);
    while (n < want) {
      uint32_t k = draw(10), c = k < 7 ? (draw(4) ? 'a' + draw(26) : 'A' + draw(26)) : k < 8 ? '0' + draw(10) : (uint32_t)signs[draw(sizeof signs - 1)];
      size_t times = draw(40) ? 1 : draw(round % 50 ? 20 : 700) + 1;
      for (; times && n < want; times--) {
        plain[n++] = (char)c;
        bool letter = (c | 32) - 'a' < 26;
        m += (size_t)gz_utf8_put(letter ? c + 0xFEE0 : c, wide + m);
      }
    }
    both(plain, n, wide, m, round % 2);
    CHECK(alike(), "round %d: %.*s", round, (int)n, plain);
  }
}

/* Two characters alone end the text, so that the second is never taken the short way; between others both are. */
static void han(void)
{
  for (uint32_t c = 0x3400; c < 0xA000; c++) {
    char pair[16], inside[32];
    size_t n = 0, m = 0;
    n += (size_t)gz_utf8_put(0x4E00, pair + n);
    n += (size_t)gz_utf8_put(c, pair + n);
    memcpy(inside, pair, m = n);
    m += (size_t)gz_utf8_put(c % 3 ? 0x4E8C : c % 2 ? 0x3002 : 0xFF0C, inside + m);
    both(pair, n, inside, m, false);
    CHECK(one.n >= 7 && memcmp(one.text, other.text, 7) == 0, "U+%04X", c);
  }
}

/* What combines with the character before it is one unit with it, on every way. */
static void marks(void)
{
  unsigned seen = 0;
  for (uint32_t c = 0x300; c < 0x20000; c++) {
    if (c >= 0xD800 && c < 0xE000) continue;
    char text[16];
    size_t n = 3, pos = 0;
    memcpy(text, "\xE5\xB1\xB1", 3);
    n += (size_t)gz_utf8_put(c, text + n);
    gz_fold_unit u;
    gz_fold_unit_next(gz_view_of(text, n), &pos, true, &u);
    char out[3];
    uint32_t cp;
    if (u.end == n) { seen++; CHECK(!gz_fold_wide(gz_view_of(text, n), 0, out, &cp), "U+%04X", c); }
    CHECK(u.end == n || gz_class_of(c) != GZ_MARK || c > 0xFFFF || c < 0x3000 || c > 0x30FF, "U+%04X stands alone", c);
  }
  CHECK(seen > 500, "%u", seen);
}

/* The definition, bit by bit and shingle by shingle. */
static void fingerprints(void)
{
  char text[8192];
  for (int round = 0; round < 300; round++) {
    size_t n = 0;
    for (size_t want = draw(round % 20 ? 200 : 4000); n < want; ) {
      if (draw(3)) text[n++] = (char)('a' + draw(5));
      else if (draw(2)) text[n++] = ' ';
      else n += (size_t)gz_utf8_put(0x5C71 + draw(40), text + n);
    }
    gz_view v = gz_view_of(text, n);
    one.n = one.count = 0;
    gz_segment(v, false, add, &one);
    int64_t votes[64] = {0};
    uint64_t previous = 0, want = 0;
    for (size_t i = 0; i < one.count; i++) {
      uint64_t h = gz_hash_mix(previous * 3 + one.tokens[i]);
      previous = one.tokens[i];
      for (int b = 0; b < 64; b++) votes[b] += h >> b & 1 ? 1 : -1;
    }
    for (int b = 0; b < 64; b++) if (votes[b] > 0) want |= (uint64_t)1 << b;
    if (one.count && !want) want = 1;
    CHECK(gz_simhash(v) == want, "round %d, %zu tokens", round, one.count);
    gz_shingles s;
    CHECK(gz_shingles_of(v, &s) == GZ_OK && s.simhash == want, "round %d", round);
    size_t found = 0, runs = one.count < GZ_SHINGLE_TOKENS ? 0 : one.count - GZ_SHINGLE_TOKENS + 1;
    for (size_t i = 0; i < runs; i++) {
      uint64_t h = 0;
      for (size_t k = 0; k < GZ_SHINGLE_TOKENS; k++) h = gz_hash_mix(h * 3 + one.tokens[i + k]);
      for (size_t k = 0; k < s.count; k++) if (s.hashes[k] == h) { found++; break; }
    }
    CHECK(found == runs && (s.count > 0) == (runs > 0), "round %d: %zu of %zu", round, found, runs);
    gz_free(s.hashes);
  }
  for (size_t n = 0; n < 24; n++) {
    uint64_t h = 0x9e3779b97f4a7c15ull ^ n, w = 0;
    const char *p = "harbour lamp of the cape", *q = p;
    size_t left = n;
    for (; left >= 8; left -= 8, q += 8) { h = (h ^ gz_load8(q)) * 0xff51afd7ed558ccdull; h ^= h >> 29; }
    for (size_t i = 0; i < left; i++) w |= (uint64_t)(unsigned char)q[i] << (8 * i);
    CHECK(gz_hash_bytes(p, n) == gz_hash_mix((h ^ w) * 0xff51afd7ed558ccdull), "%zu bytes", n);
  }
}

int main(void)
{
  wide_letters();
  han();
  marks();
  fingerprints();
  return unit_end("segment_paths");
}
