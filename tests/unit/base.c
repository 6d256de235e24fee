/* Decimals, UTF-8, fold and trie. */
#include "unit.h"
#include "libc_alloc.inc"
#include "base/dec.h"
#include "text/trie_build.h"
#include "text/uni.h"
#include "text/utf8.h"

static gz_dec dec(uint64_t m, int e) { gz_dec d = {m, (int16_t)e, false, false}; return d; }

static void check_print(gz_dec d, const char *want)
{
  char z[64];
  gz_dec_print(d, z, sizeof z);
  CHECK(strcmp(z, want) == 0, "%s for %s", z, want);
}

static void decimals(void)
{
  check_print(gz_dec_mul(dec(164, -1), dec(1, 8)), "1640000000");
  check_print(gz_dec_add(dec(1, 8), dec(2, 7)), "120000000");
  check_print(gz_dec_sub(dec(1, 0), dec(15, -1)), "-0.5");
  check_print(gz_dec_half(gz_dec_add(dec(20, 9), dec(30, 9))), "25000000000");
  check_print(dec(5, -3), "0.005");
  CHECK(gz_dec_cmp(dec(10, 0), dec(1, 1)) == 0, " ");
  int64_t i;
  CHECK(gz_dec_to_int64(dec(9223372036854775807u, 0), &i) && i == INT64_MAX, " ");
  CHECK(!gz_dec_to_int64(dec(9223372036854775808u, 0), &i), " ");
  CHECK(!gz_dec_to_int64(dec(5, -1), &i), " ");
  volatile double tenth = gz_dec_to_double(dec(1, -1)), want = 0.1;         /* stored: registers may be wider than a double */
  CHECK(tenth == want, " ");
  gz_dec d = {0, 0, false, false};
  for (int k = 0; k < 25; k++) gz_dec_push(&d, 9);
  CHECK(d.inexact && d.e == 6, "e=%d", d.e);
}

/* One character, as the rules of utf8.h say it: a lead byte takes every continuation byte behind it. */
static uint32_t plain_next(const unsigned char *s, size_t n, size_t *pos)
{
  static const uint32_t least[4] = {0, 0x80, 0x800, 0x10000};
  unsigned c = s[(*pos)++], want = c < 0xC0 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3, got = 0;
  if (c < 0x80) return c;
  if (c < 0xC0) return GZ_REPLACEMENT;
  uint32_t cp = want == 1 ? c & 31u : want == 2 ? c & 15u : c & 7u;
  for (; *pos < n && (s[*pos] & 0xC0) == 0x80; ++*pos, got++) if (got < want) cp = cp << 6 | (s[*pos] & 63u);
  return got != want || c >= 0xF8 || cp < least[want] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF) ? GZ_REPLACEMENT : cp;
}

static bool plain_boundary(gz_view t, size_t pos)
{
  if (pos == 0 || pos >= t.n) return true;
  size_t a = pos - 1, b = pos;
  while (a > 0 && ((unsigned char)t.p[a] & 0xC0) == 0x80) a--;
  if ((unsigned char)t.p[a] < 0xC0 && a + 1 < pos) a = pos - 1;      /* a stray continuation byte */
  uint32_t x = plain_next((const unsigned char *)t.p, t.n, &a), y = plain_next((const unsigned char *)t.p, t.n, &b);
  return !gz_is_alnum(x) || !gz_is_alnum(y) || gz_is_unspaced(x) || gz_is_unspaced(y);
}

/* Decoding and word boundaries, whose usual cases go short ways, on characters of all lengths put together and cut anywhere. */
static void short_ways(void)
{
  static const char *const piece[] = {"a", "Z", "7", " ", ".", "_", "\xC3\xA9", "\xC2\xB7", "\xC0\x80", "\xDF\xBF", "\xE4\xB8\x80", "\xE5\x80\x80", "\xE6\x8A\x95", "\xE8\xBF\xBF", "\xE9\xBE\xA0", "\xE0\xA4\x95", "\xE0\x80\x80",
    "\xE3\x81\x82", "\xE3\x80\x82", "\xED\x95\x9C", "\xED\xA0\x80", "\xEF\xBC\xA1", "\xF0\x9F\x98\x80", "\xF0\xA0\x80\x80", "\x80", "\xBF\xBF", "\xE5", "\xE5\x80", "\xF5\x80\x80\x80"};
  enum { PIECES = sizeof piece / sizeof *piece };
  uint32_t seed = 7;
  for (int round = 0; round < 30000; round++) {
    char z[64];
    size_t n = 0;
    for (int k = 0; k < 4; k++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = piece[(seed >> 16) % PIECES];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
    }
    n -= (seed >> 8) % 3 < n ? (seed >> 8) % 3 : 0;
    gz_view t = gz_view_of(z, n);
    bool same = true;
    for (size_t i = 0, k = 0; i < n && same;) {
      uint32_t want = plain_next((const unsigned char *)z, n, &k), got = gz_utf8_next(z, n, &i);
      same = want == got && i == k && gz_word_boundary(t, i) == plain_boundary(t, i);
    }
    CHECK(same, "round %d", round);
  }
}

static void utf8(void)
{
  static const struct { const char *z; size_t chars, valid; } t[] = {
    {"abc", 3, 3}, {"\xC3\xA9", 1, 2}, {"\xC3\xA9\x80", 1, 2}, {"a\x80z", 3, 1}, {"\xE4\xBA", 1, 0}, {"\xE4z", 2, 0}, {"\xC0\x80", 1, 0},
    {"\xED\xA0\x80", 1, 0}, {"\xF0\x9F\x98\x80!", 2, 5}, {"\x80\x80", 2, 0},
  };
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) {
    size_t n = strlen(t[k].z), count = 0;
    CHECK(gz_utf8_count(t[k].z, 0, n) == t[k].chars, "case %zu", k);
    CHECK(gz_utf8_valid(t[k].z, n) == t[k].valid, "case %zu", k);
    for (size_t i = 0; i < n; count++) {
      size_t before = i, back;
      CHECK(gz_utf8_is_start(t[k].z, n, i), "case %zu", k);
      gz_utf8_next(t[k].z, n, &i);
      back = i;
      gz_utf8_prev(t[k].z, n, &back);
      CHECK(back == before, "case %zu at %zu", k, before);
    }
    CHECK(count == t[k].chars, "case %zu", k);
  }
}

static void fold(void)
{
  static const uint32_t t[][2] = {{'A', 'a'}, {0xFF21, 'a'}, {0x4E9E, 0x4E9A}, {0xFF13, '3'}, {0x0663, '3'}, {0x2019, '\''}, {0xA0, ' '}, {0x30FB, 0xB7}, {0x2F0A, 0x5165}, {0x4E2D, 0x4E2D}};
  for (size_t k = 0; k < sizeof t / sizeof *t; k++) CHECK(gz_fold(t[k][0]) == t[k][1], "U+%04X", (unsigned)t[k][0]);
  CHECK(gz_is_han(0x4E2D) && gz_is_kana(0x30AB) && gz_is_hangul(0xAC00) && gz_is_digit('7') && !gz_is_alnum('-'), " ");
  CHECK(!gz_word_boundary(gz_view_cstr("metadata"), 4) && gz_word_boundary(gz_view_cstr("meta data"), 4) && gz_word_boundary(gz_view_cstr("AI\xE4\xBA\xBA"), 2), " ");
}

static void trie(void)
{
  const char *keys[] = {"hong kong", "hong kong dollar", "hong", "億", "亿美元", "x"};
  gz_trie_key k[6];
  gz_buf folded[6];
  memset(folded, 0, sizeof folded);
  size_t n = 0;
  for (uint32_t i = 0; i < 6; i++) {
    if (i == 3) continue;                       /* folds to the Simplified form, a prefix of the next */
    gz_trie_fold_key(gz_view_cstr(keys[i]), &folded[i]);
    k[n].p = folded[i].p; k[n].n = (uint32_t)folded[i].n; k[n++].value = i;
  }
  gz_trie t;
  CHECK(gz_trie_build(k, n, &t) == GZ_OK, " ");
  gz_hit h[4];
  gz_view text = gz_view_cstr("Hong \n KONG\xC2\xA0" "Dollars");
  CHECK(gz_trie_prefixes(&t, text, 0, h, 4) == 3 && h[2].end == text.n - 1 && h[2].value == 1, " ");
  static const char *const asked[] = {"Hong \n KONG Dollars", "hong", "HONG KONGER", "億美元", "亿", "x", "xy", "y", " ", "", "\xE5\x84", "港"};
  for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {      /* without the filter the same */
    gz_view v = gz_view_cstr(asked[i]);
    gz_hit g[4];
    size_t found = gz_trie_prefixes(&t, v, 0, h, 4);
    CHECK(gz_trie_likely(&t, v, 0, g, 4) == found && memcmp(g, h, found * sizeof *g) == 0, "%s", asked[i]);
  }
  CHECK(gz_trie_longest(&t, gz_view_cstr("億美元"), 0, h) && h[0].value == 4, " ");
  CHECK(!gz_trie_longest(&t, gz_view_cstr("亿"), 0, h), " ");
  CHECK(gz_trie_longest(&t, gz_view_cstr("x"), 0, h) && h[0].value == 5, " ");
  uint32_t v;
  CHECK(gz_trie_exact(&t, gz_view_cstr("HONG KONG"), &v) && v == 0, " ");
  CHECK(!gz_trie_exact(&t, gz_view_cstr("HONG KON"), &v), " ");
  gz_trie_free(&t);
  for (int i = 0; i < 6; i++) gz_buf_free(&folded[i]);
}

/* Many keys that share their ends and their values, so that nodes below are the same and are kept once; and without memory at any step. */
static void trie_of_twins(void)
{
  static const char *const ends[] = {"one of these", "one of those", "two", "x"};
  static char text[26 * 26 * 4][24];
  static gz_trie_key keys[26 * 26 * 4];
  size_t n = 0;
  for (int a = 0; a < 26; a++)
    for (int b = 0; b < 26; b++)
      for (uint32_t e = 0; e < 4; e++) {
        int w = snprintf(text[n], sizeof text[n], "%c%c %s", 'a' + a, 'a' + b, ends[e]);
        keys[n].p = text[n]; keys[n].n = (uint32_t)w; keys[n].value = e;
        n++;
      }
  gz_trie t;
  uint32_t v;
  CHECK(gz_trie_build(keys, n, &t) == GZ_OK, " ");
  for (size_t i = 0; i < n; i++) CHECK(gz_trie_exact(&t, gz_view_of(keys[i].p, keys[i].n), &v) && v == keys[i].value, "%s", keys[i].p);
  CHECK(!gz_trie_exact(&t, gz_view_cstr("ab one of"), &v) && !gz_trie_exact(&t, gz_view_cstr("ab three"), &v) && !gz_trie_exact(&t, gz_view_cstr("ab onE OF THESE?"), &v), " ");
  CHECK(t.cell_count < 26 * 26 * 8, "%u cells: twins are not shared", (unsigned)t.cell_count);
  gz_trie_free(&t);
  for (long k = 1; k < 200; k++) {
    unit_fail_at = k;
    gz_status s = gz_trie_build(keys, n, &t);
    bool reached = unit_fail_at == 0;
    unit_fail_at = 0;
    CHECK(s == (reached ? GZ_NOMEM : GZ_OK), "allocation %ld: %d", k, (int)s);
    if (s == GZ_OK) gz_trie_free(&t);
    if (!reached) break;
  }
  gz_trie_key large = {"a", 1, UINT32_MAX};
  CHECK(gz_trie_build(&large, 1, &t) == GZ_TOOBIG, " ");
}

/* Numbers at the ends of what a decimal holds. */
static void large_decimals(void)
{
  gz_dec square = gz_dec_mul(dec(9999999999999999999u, 0), dec(9999999999999999999u, 0));          /* digits are dropped, and it says so */
  CHECK(square.inexact && gz_dec_to_double(square) > 9.9999999e37 && gz_dec_to_double(square) < 1.0000001e38, " ");
  check_print(gz_dec_mul(dec(1, 30), dec(7, 5)), "7e35");
  check_print(gz_dec_mul(dec(1, -30), dec(7, -5)), "7e-35");
  check_print(gz_dec_add(dec(1, 40), dec(1, -40)), "1e40");
  check_print(gz_dec_sub(dec(1, -40), dec(1, 40)), "-1e40");
  check_print(dec(5, -9), "0.000000005");
  check_print(dec(0, 9), "0");
  int64_t i;
  CHECK(gz_dec_to_int64(dec(0, 300), &i) && i == 0 && !gz_dec_to_int64(dec(1, 19), &i) && gz_dec_to_int64(dec(1, 18), &i) && i == 1000000000000000000, " ");
  char z[4];
  CHECK(gz_dec_print(dec(123456, 0), z, sizeof z) == 3 && strcmp(z, "123") == 0 && gz_dec_print(dec(1, 0), z, 0) == 0, " ");
  CHECK(gz_dec_cmp(dec(1, 20), dec(1, -20)) > 0 && gz_dec_cmp(gz_dec_sub(dec(0, 0), dec(3, 0)), dec(2, 0)) < 0, " ");
}

int main(void) { decimals(); large_decimals(); utf8(); short_ways(); fold(); trie(); trie_of_twins(); return unit_end("base"); }
