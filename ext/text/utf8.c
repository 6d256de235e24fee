/* UTF-8 decoding, counting and validation. Plain C, no tables: a lead byte tells the length, the continuation bytes are
** checked one by one. Counting is a scan for bytes that start a character, eight or sixteen at once where
** the text is well-formed. */
#include "text/utf8.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define ONES 0x0101010101010101ull

static bool is_cont(unsigned char c) { return (c & 0xC0) == 0x80; }

uint32_t gz_utf8_slow(const unsigned char *s, size_t n, size_t *pos)
{
  size_t i = *pos;
  unsigned char c = s[i++];
  if (c < 0x80) { *pos = i; return c; }
  if (c < 0xC0) { *pos = i; return GZ_REPLACEMENT; }       /* a stray continuation byte is a character of its own */
  if (c > 0xE0 && c < 0xF0 && c != 0xED && n - i == 2 && is_cont(s[i]) && is_cont(s[i + 1])) { *pos = n; return (c & 15u) << 12 | (s[i] & 63u) << 6 | (s[i + 1] & 63u); }      /* the last one */
  if (c < 0xE0 && c > 0xC1 && n - i > 1 && is_cont(s[i]) && !is_cont(s[i + 1])) { *pos = i + 1; return (c & 31u) << 6 | (s[i] & 63u); }
  uint32_t cp;
  unsigned want;
  if (c < 0xE0) { cp = c & 0x1Fu; want = 1; }
  else if (c < 0xF0) { cp = c & 0x0Fu; want = 2; }
  else { cp = c & 0x07u; want = 3; }
  unsigned got = 0;
  while (i < n && is_cont(s[i])) {
    if (got < want) cp = cp << 6 | (s[i] & 0x3Fu);
    got++;
    i++;
  }
  *pos = i;
  static const uint32_t least[4] = {0, 0x80, 0x800, 0x10000};
  if (got != want || c >= 0xF8 || cp < least[want] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) return GZ_REPLACEMENT;
  return cp;
}

uint32_t gz_utf8_prev_slow(const char *text, size_t n, size_t *pos)
{
  const unsigned char *s = (const unsigned char *)text;
  size_t i = *pos - 1;
  if (is_cont(s[i])) {
    size_t j = i;
    while (j > 0 && is_cont(s[j])) j--;
    if (s[j] >= 0xC0) i = j;
  }
  size_t start = i;
  uint32_t cp = gz_utf8_next(text, n, &i);
  *pos = start;
  return cp;
}

bool gz_utf8_is_start(const char *text, size_t n, size_t pos)
{
  const unsigned char *s = (const unsigned char *)text;
  if (pos >= n) return pos == n;
  if (!is_cont(s[pos])) return true;
  size_t j = pos;
  while (j > 0 && is_cont(s[j])) j--;
  return s[j] < 0xC0;
}

bool gz_utf8_here(const char *text, size_t n, size_t pos, const char *z)
{
  size_t k = strlen(z);
  return pos + k <= n && memcmp(text + pos, z, k) == 0 && gz_utf8_is_start(text, n, pos + k);
}

size_t gz_utf8_count(const char *text, size_t from, size_t to)
{
  const unsigned char *s = (const unsigned char *)text;
  size_t count = 0;
  bool in_char = false;                /* behind a lead byte: continuation bytes belong to it */
  size_t i = from;
#ifdef __SSE2__
  while (i < to && to - i >= 16) {     /* sixteen at once, as eight below */
    const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s + i)), cont = _mm_cmplt_epi8(v, _mm_set1_epi8((char)0xC0));
    const unsigned conts = (unsigned)_mm_movemask_epi8(cont), ascii = ~(unsigned)_mm_movemask_epi8(v);
    if (conts & (ascii << 1 | !in_char)) break;
    const __m128i sums = _mm_sad_epu8(_mm_and_si128(cont, _mm_set1_epi8(1)), _mm_setzero_si128());
    count += 16 - (size_t)(unsigned)(_mm_cvtsi128_si32(sums) + _mm_cvtsi128_si32(_mm_srli_si128(sums, 8)));
    in_char = !(ascii >> 15 & 1);
    i += 16;
  }
#endif
  while (i < to) {
    if (to - i >= 8) {                 /* eight at once, unless a continuation byte among them follows no lead byte */
      uint64_t w;
      memcpy(&w, s + i, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      w = __builtin_bswap64(w);
#endif
      uint64_t high = w >> 7 & ONES, conts = high & ~(w >> 6), ascii = high ^ ONES;
      if (!(conts & (ascii << 8 | (uint64_t)!in_char))) {
        count += 8 - (size_t)(conts * ONES >> 56);
        in_char = high >> 56;
        i += 8;
        continue;
      }
    }
    unsigned char c = s[i++];
    bool cont = is_cont(c);
    count += (size_t)!(cont && in_char);
    in_char = cont ? in_char : c >= 0xC0;
  }
  return count;
}

size_t gz_utf8_valid(const char *text, size_t n)
{
  const unsigned char *s = (const unsigned char *)text;
  size_t i = 0;
  while (i < n) {
    while (i + 8 <= n) {               /* eight ASCII bytes at once */
      uint64_t w;
      memcpy(&w, s + i, 8);
      if (w & 0x8080808080808080ull) break;
      i += 8;
    }
    if (i >= n) break;
    if (s[i] < 0x80) { i++; continue; }
    size_t before = i;
    unsigned want = s[i] >= 0xF0 ? 3 : s[i] >= 0xE0 ? 2 : s[i] >= 0xC2 ? 1 : 0;
    if (want == 0 || s[i] > 0xF4 || n - i <= want) return before;
    uint32_t cp = s[i] & (0x3Fu >> want);
    for (unsigned k = 1; k <= want; k++) {
      if (!is_cont(s[i + k])) return before;
      cp = cp << 6 | (s[i + k] & 0x3Fu);
    }
    if ((want == 2 && cp < 0x800) || (want == 3 && (cp < 0x10000 || cp > 0x10FFFF)) || (cp >= 0xD800 && cp <= 0xDFFF)) return before;
    i += want + 1;
  }
  return n;
}

size_t gz_utf8_put(uint32_t cp, char *out)
{
  if (cp < 0x80) { out[0] = (char)cp; return 1; }
  if (cp < 0x800) { out[0] = (char)(0xC0 | (cp >> 6)); out[1] = (char)(0x80 | (cp & 0x3F)); return 2; }
  if (cp < 0x10000) {
    out[0] = (char)(0xE0 | (cp >> 12)); out[1] = (char)(0x80 | ((cp >> 6) & 0x3F)); out[2] = (char)(0x80 | (cp & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (cp >> 18)); out[1] = (char)(0x80 | ((cp >> 12) & 0x3F));
  out[2] = (char)(0x80 | ((cp >> 6) & 0x3F)); out[3] = (char)(0x80 | (cp & 0x3F));
  return 4;
}
