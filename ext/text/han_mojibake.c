/* Chinese mojibake through GBK. (a) UTF-8 read as GBK: `浣犲ソ` was 你好. Each run of characters beyond ASCII is written as GBK bytes, and
** stretches of them that are well-formed UTF-8 and begin and end at characters are what was there. Tried only where the tell-tale
** characters of that damage abound. (b) GBK read as Latin-1: `ÖÐ¹ú` was 中国: runs of such letters, pairs of which are common Han.
** Both are kept only when the result has clearly more common characters than what it replaces. */
#include "base/watch.h"
#include "text/repair_parts.h"
#include "lex_common_chars.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/ucnv.h>

#define RUN_MAX 1024

static bool common(uint32_t cp)
{
  char z[4];
  uint32_t hit;
  size_t n = gz_utf8_put(cp, z);
  return gz_trie_exact(&lex_common_chars.trie, gz_view_of(z, n), &hit) && (lex_common_chars_rows[hit].use & LEX_COMMON_CHARS_USE_ZH);
}

static void count(gz_view t, unsigned *all, unsigned *good)
{
  *all = *good = 0;
  for (size_t i = 0; i < t.n;) {
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (c < 0x80) continue;
    ++*all;
    if (common(c) || (c >= 0x2010 && c < 0x2027) || (c >= 0x3001 && c < 0x3012) || (c >= 0xFF01 && c < 0xFF20)) ++*good;
  }
}

/* The GBK bytes of the characters beyond ASCII from a place of the text on, converted together: one call of ICU for many of them. */
#define CHUNK 128
typedef struct gbk { char bytes[CHUNK][2]; uint8_t n[CHUNK]; uint8_t length[CHUNK]; size_t count; } gbk;      /* n 0: none; length in the text */

static void to_gbk(UConverter *u, gz_view t, size_t i, gbk *g)
{
  UChar c[CHUNK];
  char out[CHUNK * 4];
  int32_t from[CHUNK * 4];
  g->count = 0;
  while (i < t.n && (unsigned char)t.p[i] >= 0x80 && g->count < CHUNK) {
    size_t next = i;
    uint32_t cp = gz_utf8_next(t.p, t.n, &next);
    c[g->count] = cp == 0x20AC || cp >= 0x10000 || cp < 0x80 ? 'x' : (UChar)cp;
    g->n[g->count] = 0;
    g->bytes[g->count][0] = cp == 0x20AC ? (char)0x80 : 0;      /* code page 936 */
    g->length[g->count++] = (uint8_t)(next - i);
    i = next;
  }
  UErrorCode e = U_ZERO_ERROR;
  char *to = out;
  const UChar *read = c;
  ucnv_resetFromUnicode(u);
  ucnv_fromUnicode(u, &to, out + sizeof out, &read, c + g->count, from, true, &e);
  if (U_FAILURE(e)) to = out;
  for (ptrdiff_t a = 0, b; a < to - out; a = b) {
    for (b = a; b < to - out && from[b] == from[a]; b++) {}
    int32_t k = from[a];
    if (k < 0 || c[k] == 'x' || b - a > 2 || (b - a == 1 && out[a] == 0x1A)) continue;
    g->n[k] = (uint8_t)(b - a);
    memcpy(g->bytes[k], out + a, (size_t)(b - a));
  }
  for (size_t k = 0; k < g->count; k++) if (c[k] == 'x' && g->bytes[k][0]) g->n[k] = 1;
}

/* A run of characters: its bytes, and at which byte each character begins. */
typedef struct run { char bytes[RUN_MAX * 2]; bool starts[RUN_MAX * 2 + 1]; size_t from[RUN_MAX * 2 + 1]; size_t n; } run;

static void emit(gz_repair_list *l, const run *r, size_t a, size_t b)
{
  unsigned all, good, old_all, old_good;
  size_t start = r->from[a], end = r->from[b];
  count(gz_view_of(r->bytes + a, b - a), &all, &good);
  count(gz_view_of(l->text.p + start, end - start), &old_all, &old_good);
  if (all >= 1 && good * 2 >= all && good > old_good * 2) gz_repair_put(l, start, end, r->bytes + a, b - a, "mojibake (GBK)");
}

/* The longest stretches of well-formed UTF-8 that begin and end where characters do. */
static void rebuild(gz_repair_list *l, const run *r)
{
  size_t a = 0;
  while (a < r->n) {
    if (!r->starts[a] || (unsigned char)r->bytes[a] < 0xC2) { a++; continue; }
    size_t b = a, last = a;
    while (b < r->n) {
      unsigned char c = (unsigned char)r->bytes[b];
      size_t want = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
      if (c < 0xC2 || b + want > r->n || gz_utf8_valid(r->bytes + b, want) < want) break;
      b += want;
      if (r->starts[b]) last = b;
    }
    if (last > a) { emit(l, r, a, last); a = last; }
    else a++;
  }
}

static void utf8_as_gbk(gz_repair_list *l, UConverter *u, run *r)
{
  gz_view t = l->text;
  size_t i = 0, k = 0, due = GZ_WATCH_STRIDE;
  gbk g;
  g.count = 0;
  while (i < t.n && !gz_watch_at(i, &due)) {
    if ((unsigned char)t.p[i] < 0x80) { i++; continue; }      /* k is g.count here: a chunk ends at ASCII */
    r->n = 0;
    while (i < t.n && (unsigned char)t.p[i] >= 0x80 && r->n + 2 < RUN_MAX) {
      if (k == g.count) { to_gbk(u, t, i, &g); k = 0; }
      size_t n = g.n[k];
      if (n == 0) { if (!r->n) i += g.length[k++]; break; }
      for (size_t m = 0; m < n; m++) { r->starts[r->n] = m == 0; r->from[r->n] = i; r->bytes[r->n++] = g.bytes[k][m]; }
      i += g.length[k++];
    }
    r->starts[r->n] = true;
    r->from[r->n] = i;
    if (r->n) rebuild(l, r);
  }
}

/* Runs of letters and signs between U+00A1 and U+00FE, an even number, that are GB2312 pairs. */
static void gbk_as_latin1(gz_repair_list *l, UConverter *u)
{
  gz_view t = l->text;
  for (int pass = 0; pass < 2; pass++) {
    unsigned total = 0, fine = 0;
    size_t due = GZ_WATCH_STRIDE;
    for (size_t i = 0; i < t.n && !gz_watch_at(i, &due);) {
      unsigned char lead = (unsigned char)t.p[i];
      if (lead < 0xC2 || lead > 0xC3) {
        bool three = lead >= 0xE0 && t.n - i > 2 && ((unsigned char)t.p[i + 1] & 0xC0) == 0x80 && ((unsigned char)t.p[i + 2] & 0xC0) == 0x80;
        i += three ? 3 : 1;
        while (lead < 0x80 && t.n - i > 8 && gz_ascii_eight(t.p + i)) i += 8;
        continue;
      }
      char b[256], out[512];
      size_t start = i, n = 0, next = i;
      while (i < t.n && n < 250) {
        uint32_t c = gz_utf8_next(t.p, t.n, &next);
        if (c < 0xA1 || c > 0xFE) break;
        b[n++] = (char)c;
        i = next;
      }
      if (n < 4 || n % 2) { if (i == start) i = next > i ? next : i + 1; continue; }
      UChar wide[128];
      UErrorCode e = U_ZERO_ERROR;
      int32_t w = ucnv_toUChars(u, wide, 128, b, (int32_t)n, &e);
      size_t m = 0;
      for (int32_t k = 0; k < w && U_SUCCESS(e); k++) m += gz_utf8_put(wide[k], out + m);
      unsigned all, good;
      count(gz_view_of(out, m), &all, &good);
      total += all;
      fine += good;
      if (pass == 1 && U_SUCCESS(e) && m) gz_repair_put(l, start, i, out, m, "mojibake (GBK as Latin-1)");
    }
    if (pass == 0 && (total < 4 || fine * 5 < total * 2)) return;
  }
}

void gz_repair_han_mojibake(gz_repair_list *l, bool as_gbk, bool as_latin)
{
  UErrorCode e = U_ZERO_ERROR;
  UConverter *u = ucnv_open("windows-936-2000", &e);
  if (U_FAILURE(e)) { if (e == U_MEMORY_ALLOCATION_ERROR) l->failed = true; return; }
  run *r = gz_arena_alloc(l->arena, sizeof *r);
  if (!r) l->failed = true;
  else {
    if (as_gbk) utf8_as_gbk(l, u, r);
    if (as_latin) gbk_as_latin1(l, u);
  }
  ucnv_close(u);
}
