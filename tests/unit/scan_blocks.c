/* Scans that pass over ASCII by blocks find the same wherever in a block it lies: masks against what they stand for, byte by byte, and
** numerals and sums behind fillers of every length. */
#include "unit.h"
#include "libc_alloc.inc"
#include "find/money_iter.h"
#include "find/numeral.h"
#include "find/word_set.h"
#include "text/ascii_block.h"

static void masks(void)
{
  uint32_t seed = 1;
  for (int round = 0; round < 4000; round++) {
    unsigned char s[GZ_BLOCK];
    unsigned letters = 0, capitals = 0, digits = 0, high = 0, signs = 0;
    for (unsigned i = 0; i < GZ_BLOCK; i++) {
      seed = seed * 1664525u + 1013904223u;
      unsigned c = round < 16 ? (unsigned)round * GZ_BLOCK + i : seed >> 24;      /* every byte first, then a mix */
      s[i] = (unsigned char)c;
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters |= 1u << i;
      if (c >= 'A' && c <= 'Z') capitals |= 1u << i;
      if (c >= '0' && c <= '9') digits |= 1u << i;
      if (c >= 0x80) high |= 1u << i;
      if (c == '.' || c == ',') signs |= 1u << i;
    }
    gz_block b = gz_block_at(s, '.', ',');
    CHECK(b.letters == letters && b.digits == digits && b.high == high && b.signs == signs, "round %d", round);
    unsigned stops = 0;
    for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0x80 || s[i] == '.' || s[i] == ',' || s[i] == 'x' || s[i] == '\n') stops |= 1u << i;
    CHECK(gz_block_stops(s, '.', ',', 'x', '\n') == stops, "round %d", round);
    for (size_t from = 0; from <= GZ_BLOCK; from++) {
      unsigned left = stops >> from;
      CHECK(gz_pass_ascii(gz_view_of((const char *)s, GZ_BLOCK), from, GZ_BLOCK, '.', ',', 'x', '\n') == (left ? from + gz_lowest(left) : GZ_BLOCK), "round %d from %zu", round, from);
    }
    CHECK(gz_block_capitals(s) == capitals, "round %d", round);
    unsigned between = 0, count = 0;
    for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0xC3 && s[i] <= 0xE9) { between |= 1u << i; count++; }
    CHECK(gz_block_between(s, 0xC3, 0xE9) == between && gz_block_count(between) == count, "round %d", round);
    unsigned latin = capitals;
    for (unsigned i = 0; i < GZ_BLOCK; i++) if (s[i] >= 0xC0 && !(s[i] >= 0xE3 && s[i] <= 0xE9)) latin |= 1u << i;
    CHECK(gz_block_latin(s) == latin, "round %d", round);
    for (size_t from = 0; from <= GZ_BLOCK; from++) {
      gz_view v = gz_view_of((const char *)s, GZ_BLOCK);
      unsigned left = capitals >> from;
      CHECK(gz_next_capital(v, from, GZ_BLOCK) == (left ? from + gz_lowest(left) : GZ_BLOCK), "round %d from %zu", round, from);
    }
    if (letters) CHECK(letters >> gz_lowest(letters) & 1u && !(letters & ((1u << gz_lowest(letters)) - 1u)), "%x", letters);
  }
}

static bool any_byte(const unsigned char *s, size_t n) { (void)s; (void)n; return true; }
static bool no_colon(const unsigned char *s, size_t n) { return *s != ':' && !(n > 2 && s[0] == 0xE3 && s[2] == 0x81); }      /* no 、 */

/* What is rare, said by code points and not by bytes: the scan stops there and nowhere else. */
static void rare(void)
{
  static const char *const piece[] = {"a", "plain words ", ".", "!", ":", "\n", "\xC2\xAB", "\xC3\xA9", "\xD5\xA1", "\xD6\x80", "\xD8\x9F", "\xE0\xA5\xA4", "\xE2\x80\x9C", "\xE3\x80\x81", "\xE3\x80\x82", "\xE3\x81\x82", "\xE3\x83\xBC", "\xE4\xB8\x80", "\xE6\x98\xAF\xE4\xBA\xBA\xE9\x80\x80",
                                      "\xED\x95\x9C", "\xEE\x80\x80", "\xEF\xBC\x8C", "\xF0\x9F\x98\x80", "\xE3\x80", "\x80", "\xE4"};
  uint32_t seed = 11;
  for (int round = 0; round < 4000; round++) {
    char z[160];
    bool stop[160];
    size_t n = 0;
    for (int k = 0; k < 9; k++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = piece[(seed >> 16) % (sizeof piece / sizeof *piece)];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
    }
    for (size_t i = 0; i < n; i++) {
      unsigned char c = (unsigned char)z[i];
      if (c < 0x80) stop[i] = strchr(".!:\n", z[i]) != NULL;
      else if (c < 0xC0) stop[i] = false;
      else {                                       /* the first code point that begins so */
        uint32_t cp = c < 0xE0 ? (c & 31u) << 6 : c < 0xF0 ? (c & 15u) << 12 : 0x10000;
        if (c == 0xE3) cp = i + 1 < n && (unsigned char)z[i + 1] == 0x80 ? 0x3000 : 0x3040;
        stop[i] = !((cp >= 0xC0 && cp < 0x580) || (cp >= 0x3040 && cp < 0xE000));
      }
    }
    gz_view v = gz_view_of(z, n);
    for (size_t from = 0; from <= n; from++) {
      size_t all = from, some = from;
      while (all < n && !stop[all]) all++;
      while (some < n && (!stop[some] || !no_colon((const unsigned char *)z + some, n - some))) some++;
      size_t got = gz_next_rare(v, from, n, '.', '!', '\n', ':', any_byte), less = gz_next_rare(v, from, n, '.', '!', '\n', ':', no_colon);
      CHECK(got == all && less == some, "round %d from %zu: %zu and %zu, not %zu and %zu", round, from, got, less, all, some);
    }
  }
}

/* Hashes of words by eight bytes are those of the long way, whatever stands in front, behind and inside. */
static void hashes(void)
{
  static const char *const piece[] = {"a", "Bc", "xyz", "Word", "letters", "Q", "eight888", "abcdefgh", "ABCDEFGHIJKLMNO", " ", "-", "7", "@", "[", "{", "`", "\xC3\xA9", "\xE5\x85\xAC", "\xE4\xB8\x80", "\xE9\xBE\xA0", "\xE3\x81\x82", "\xEF\xBD\x81", "\xE5\x85", "\x80", "\xED\x95\x9C"};
  uint32_t seed = 3;
  for (int round = 0; round < 20000; round++) {
    char z[96];
    size_t n = 0, a, b;
    for (int k = 0; k < 6; k++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = piece[(seed >> 16) % (sizeof piece / sizeof *piece)];
      memcpy(z + n, p, strlen(p));
      n += strlen(p);
    }
    gz_view t = gz_view_of(z, n);
    bool same = true;
    for (size_t i = 0; i < n; i++) {
      gz_word_hash x = gz_hash_word(t, i, &a), y = gz_hash_word_slow(t, i, &b);
      same = same && x.all == y.all && x.three == y.three && a == b;
    }
    CHECK(same, "round %d", round);
  }
}

/* What a text holds, as a number: places relative to `from`, values, forms. */
static uint64_t found(gz_view t, size_t from, unsigned *count)
{
  uint64_t h = 0;
  gz_numeral n;
  gz_numeral_iter it;
  *count = 0;
  for (gz_numeral_begin(&it, t, "en"); gz_numeral_next(&it, &n); ++*count) h = (h ^ (n.span.start - from) ^ (n.span.end - from) << 10 ^ n.low.m << 20 ^ (uint64_t)n.form << 60) * 0x9E3779B97F4A7C15u;
  gz_money m;
  gz_money_iter mi;
  for (gz_money_begin(&mi, t, gz_view_of("", 0)); gz_money_next(&mi, &m); ++*count) h = (h ^ (m.span.start - from) ^ (m.span.end - from) << 10 ^ m.low.m << 20 ^ (uint64_t)(unsigned char)m.currency[0] << 56) * 0x9E3779B97F4A7C15u;
  return h;
}

int main(void)
{
  static const char *const texts[] = {"7", "40 million dollars for the harbour", "$4.5bn", "a .5 share, then 1,234.5 of it", "two and a half million euros", "wine, 20 dollars", "x.5 and x,5", "five", "a million pounds", "花了40亿元", "一百二十人，三万元",
                                      "tone, then ten", "café 12", "it was ninety-nine dollars. Then nothing", "£20m", "ａ７", "1.2.3", "of hundred", "ten\n20\n30 yen", "words without any number in them at all, for longer than two blocks"};
  static const char *const fillers[] = {" ", "b ", "ox ", "; ", "word. ", "çà ", "港 "};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (size_t f = 0; f < sizeof fillers / sizeof *fillers; f++) {
      char z[1024];
      uint64_t first = 0;
      unsigned count = 0, first_count = 0;
      for (unsigned k = 1; k < 40; k++) {
        size_t n = 0;
        for (unsigned j = 0; j < k; j++) { memcpy(z + n, fillers[f], strlen(fillers[f])); n += strlen(fillers[f]); }
        strcpy(z + n, texts[i]);
        uint64_t h = found(gz_view_cstr(z), n, &count);
        if (k == 1) { first = h; first_count = count; }
        else CHECK(h == first && count == first_count, "%s behind %u of '%s': %u against %u", texts[i], k, fillers[f], count, first_count);
      }
    }
  unsigned all = 0;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) { unsigned count; found(gz_view_cstr(texts[i]), 0, &count); all += count; }
  CHECK(all > 20, "%u", all);
  masks();
  rare();
  hashes();
  return unit_end("scan_blocks");
}
