/* Private-use characters. Hong Kong fonts gave each HKSCS code a private code point by a fixed formula, so the Big5 code can be had
** back and read with today's table; GBK's are listed in ext/data/gbk_private.tsv. Which of the two it is, the rest of the text
** tells: Traditional or Simplified. What stands alone (an icon font) or has no meaning stays as it is. */
#include "base/watch.h"
#include "text/repair_parts.h"
#include "lex_gbk_private.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/ucnv.h>

/* The Big5 code behind a private code point: 157 trail bytes a lead, four blocks. */
static bool big5_code(uint32_t cp, unsigned char b[2])
{
  uint32_t k, lead;
  if (cp <= 0xE310) { k = cp - 0xE000; lead = 0xFA; }
  else if (cp <= 0xEEB7) { k = cp - 0xE311; lead = 0x8E; }
  else if (cp <= 0xF6B0) { k = cp - 0xEEB8; lead = 0x81; }
  else if (cp <= 0xF848) { k = cp - 0xF6B1 + 63; lead = 0xC6; }      /* this block begins at trail byte A1 */
  else return false;
  b[0] = (unsigned char)(lead + k / 157);
  b[1] = (unsigned char)(k % 157 < 63 ? 0x40 + k % 157 : 0xA1 + k % 157 - 63);
  return true;
}

static uint32_t hkscs(UConverter *u, uint32_t cp)
{
  unsigned char b[2];
  UChar out[4];
  UErrorCode e = U_ZERO_ERROR;
  if (!u || !big5_code(cp, b)) return 0;
  int32_t n = ucnv_toUChars(u, out, 4, (const char *)b, 2, &e);
  if (U_FAILURE(e) || n < 1 || n > 2) return 0;
  uint32_t to = n == 2 ? 0x10000 + (((uint32_t)out[0] - 0xD800) << 10) + (out[1] - 0xDC00u) : out[0];
  return to == 0xFFFD || (to >= 0xE000 && to < 0xF900) || to < 0x80 ? 0 : to;
}

static const char *gbk(uint32_t cp)
{
  static const char hex[] = "0123456789abcdef";
  char code[4] = {hex[cp >> 12], hex[cp >> 8 & 15], hex[cp >> 4 & 15], hex[cp & 15]};
  uint32_t hit;
  return gz_trie_exact(&lex_gbk_private.trie, gz_view_of(code, 4), &hit) ? lex_gbk_private_str(lex_gbk_private_rows[hit].plain) : NULL;
}

static bool han_beside(gz_view t, size_t start, size_t end)
{
  uint32_t b = start > 0 ? gz_utf8_prev(t.p, t.n, &(size_t){start}) : ' ', a = end < t.n ? gz_utf8_next(t.p, t.n, &(size_t){end}) : ' ';
  return gz_is_han(b) || gz_is_han(a) || (b >= 0xE000 && b < 0xF900) || (a >= 0xE000 && a < 0xF900) || (b >= 0x3000 && b < 0x3020) || (a >= 0xFF00 && a < 0xFF20);
}

void gz_repair_private(gz_repair_list *l)
{
  gz_view t = l->text;
  size_t han = 0, traditional = 0, due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < t.n && !gz_watch_at(i, &due);) {
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c < 0x4E00 || c >= 0xA000) continue;
    han++;
    traditional += gz_fold(c) != c;
  }
  if (han < 2) return;
  bool hant = traditional * 12 > han;
  UErrorCode e = U_ZERO_ERROR;
  UConverter *u = hant ? ucnv_open("ibm-1375_P100-2008", &e) : NULL;
  if (hant && U_FAILURE(e)) { if (e == U_MEMORY_ALLOCATION_ERROR) l->failed = true; return; }
  due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < t.n && !gz_watch_at(i, &due);) {
    size_t start = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &i), to;
    if (c < 0xE000 || c >= 0xF900 || !han_beside(t, start, i)) continue;
    const char *z;
    if (hant && (to = hkscs(u, c)) != 0) gz_repair_put_cp(l, start, i, to, "private use (HKSCS)");
    else if (!hant && (z = gbk(c)) != NULL) gz_repair_put(l, start, i, z, strlen(z), "private use (GBK)");
  }
  if (u) ucnv_close(u);
}
