/* gz_search_fold takes runs of plain characters on short ways; what it gives must be what the units give one by one. Random texts of
** characters that fold, combine, vanish, grow, or are malformed, in every order, and long runs around the borders of blocks. */
#include "libc_alloc.inc"
#include "unit.h"
#include "base/buf.h"
#include "text/search_fold.h"

static const char *const parts[] = {
  "a", "Z", "Hello World 12345678", " ", "\n", "é", "É", "e\xCC\x81", "\xCC\x81", "\xCC\x88", "ß", "ﬁ", "İ", "中", "国", "國", "說", "。", "，", "！", "ａ", "Ａ", "ｶ", "\xEF\xBE\x9E", "か",
  "\xE3\x82\x99", "가", "\xE1\x84\x80", "\xE1\x85\xA1", "\xE1\x86\xA8", "㎡", "㈱", "\xE2\x80\x8B", "\xC2\xAD", "½", "ﷺ", "𠮷", "\xF0\xAF\xA0\x80", "豈", "\xEF\xB8\x8F", "\xE0\xA5\x8D", "क",
  "\xFF", "\x80", "\xC3", "\xE4\xB8", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80", "\xE4\xB8\xAD\x80", "一二三四五六七八九十", "臺灣積體電路製造",
};

static uint32_t seed = 20240613;
static uint32_t draw(uint32_t n) { seed = seed * 1664525u + 1013904223u; return (seed >> 8) % n; }

static bool same(gz_view t)
{
  gz_buf whole = GZ_BUF_INIT, units = GZ_BUF_INIT;
  gz_fold_unit u;
  bool ok = gz_search_fold(t, &whole) == GZ_OK;
  for (size_t pos = 0; pos < t.n;) { gz_fold_unit_next(t, &pos, false, &u); gz_buf_put(&units, u.folded, u.n); }
  ok = ok && whole.n == units.n && (whole.n == 0 || memcmp(whole.p, units.p, whole.n) == 0);
  gz_buf_free(&whole);
  gz_buf_free(&units);
  return ok;
}

int main(void)
{
  char text[4096];
  for (int round = 0; round < 20000; round++) {
    size_t n = 0;
    uint32_t count = 1 + draw(24), kinds = 1 + draw((uint32_t)(sizeof parts / sizeof *parts));
    while (count--) { const char *z = parts[draw(kinds)]; memcpy(text + n, z, strlen(z)); n += strlen(z); }
    CHECK(same(gz_view_of(text, n)), "round %d: %.*s", round, (int)n, text);
  }
  for (size_t a = 0; a < 40; a++) {                       /* an accent behind runs of every length */
    size_t n = 0;
    while (n < a) text[n++] = 'B';
    memcpy(text + n, "\xCC\x81", 2);
    CHECK(same(gz_view_of(text, n + 2)), "%zu letters and an accent", a);
    for (n = 0; n < 3 * a; n += 3) memcpy(text + n, "\xE3\x81\x8B", 3);
    memcpy(text + n, "\xE3\x82\x99", 3);
    CHECK(same(gz_view_of(text, n + 3)), "%zu kana and a voicing mark", a);
    for (n = 0; n < 18 * a + 18; n += 3) memcpy(text + n, "\xEF\xB7\xBA", 3);          /* grows from three bytes to 33 */
    CHECK(same(gz_view_of(text, n)), "%zu ligatures that grow", n / 3);
  }
  return unit_end("search_fold");
}
