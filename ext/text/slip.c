/* Byte slips of glossed documents. The converter looked for GBK codes in the bytes without minding where characters begin, so a code
** found across a border was glossed too, or a character was cut: from there on the bytes pair up wrongly until an ASCII byte puts
** them in step again. What decodes to nothing became `?` and swallowed the ASCII byte behind it. Two beginnings are certain:
**   X?yōu)…   the second byte of X and an unknown byte are the GBK code of the character read so: the unknown byte is its second
**   ?;…  ?!…  a full stop 。 (A1 A3) was cut, and its second byte and the next lead made a full-width sign (A3 xx)
** From there the bytes of the characters are strung together, paired up anew, and the end is where they are in step: at an ASCII
** byte that is a second byte, at another `?` with a reading, or at a `?` that swallowed the `<` of a closing tag. */
#include "text/gloss.h"
#include "base/watch.h"
#include "lex_common_chars.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/ucnv.h>

#define BYTES_MAX 128

typedef struct slip {
  gz_view text;
  const gz_gloss *gloss;
  UConverter *gbk;
  bool narrow;                   /* the document's full-width punctuation has been narrowed */
  unsigned char b[BYTES_MAX];
  size_t n;
} slip;

static int32_t to_gbk(const slip *s, uint32_t cp, unsigned char out[2])
{
  UErrorCode e = U_ZERO_ERROR;
  UChar u = (UChar)cp;
  char z[4];
  if (cp >= 0x10000) return 0;
  int32_t n = ucnv_fromUChars(s->gbk, z, 4, &u, 1, &e);
  if (U_FAILURE(e) || n < 1 || n > 2 || (n == 1 && cp >= 0x80)) return 0;
  memcpy(out, z, (size_t)n);
  return n;
}

static uint32_t from_gbk(const slip *s, unsigned char lead, unsigned char trail)
{
  UErrorCode e = U_ZERO_ERROR;
  UChar u[4];
  char z[2] = {(char)lead, (char)trail};
  int32_t n = ucnv_toUChars(s->gbk, u, 4, z, 2, &e);
  return U_FAILURE(e) || n != 1 || u[0] == 0xFFFD || u[0] < 0x80 || (u[0] >= 0xE000 && u[0] < 0xF900) ? 0 : u[0];
}

/* The second byte of the character with this lead byte that is read so: one that the document glosses, else the only one. */
static bool trail_by_reading(const slip *s, unsigned char lead, gz_view syllable, bool toned, unsigned char *trail)
{
  unsigned found = 0;
  for (unsigned t = 0x40; t < 0xFF; t++) {
    if (t == 0x7F) continue;
    uint32_t c = from_gbk(s, lead, (unsigned char)t);
    if (!c || gz_fold(c) == c) continue;
    for (unsigned k = 0; k < GZ_GLOSS_CHARS; k++)
      if (s->gloss->entries[k].han == c && gz_view_eq(s->gloss->entries[k].syllable, syllable)) { *trail = (unsigned char)t; return true; }
    if (gz_gloss_reads(c, syllable, toned)) { *trail = (unsigned char)t; found++; }
  }
  return found == 1;
}

static bool narrowed(uint32_t c) { return c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')'; }

/* Which closing mark the paragraph waits for: second byte of its GBK code (lead A1), 0 when none. */
static unsigned char closing(gz_view t, size_t pos)
{
  unsigned char open[16];
  size_t depth = 0, i = pos;
  while (i > 0 && t.p[i - 1] != '\n' && pos - i < 20000) i--;
  while (i < pos) {
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    unsigned char close = c == 0x201C ? 0xB1 : c == 0x2018 ? 0xAF : c == 0x300C ? 0xB9 : c == 0x300E ? 0xBB : c == 0x300A ? 0xB7 : 0;
    if (close && depth < 16) open[depth++] = close;
    else if (depth && (c == 0x201D || c == 0x2019 || c == 0x300D || c == 0x300F || c == 0x300B)) depth--;
  }
  return depth ? open[depth - 1] : 0;
}

/* `/p>`, `/span>`: the rest of a closing tag whose `<` was swallowed. */
static size_t tag_rest(gz_view t, size_t i)
{
  size_t k = i;
  if (k >= t.n || t.p[k] != '/') return 0;
  for (k++; k < t.n && k - i < 12 && ((t.p[k] | 32) >= 'a' && (t.p[k] | 32) <= 'z'); k++) {}
  return k < t.n && t.p[k] == '>' && k > i + 1 ? k + 1 : 0;
}

/* Strings bytes together from i until they are in step; 0 when that never becomes certain. */
static size_t string_up(slip *s, size_t i)
{
  gz_view t = s->text, syllable;
  bool toned;
  size_t end;
  for (;;) {
    if (s->n % 2 == 0) return i;
    if (i >= t.n || s->n + 2 >= BYTES_MAX) return 0;
    size_t next = i;
    uint32_t c = gz_utf8_next(t.p, t.n, &next);
    unsigned char two[2], lead = s->b[s->n - 1];
    if (c == '?') {
      if (gz_gloss_syllable(t, next, &syllable, &toned, &end) && trail_by_reading(s, lead, syllable, toned, &two[0])) { s->b[s->n++] = two[0]; return end; }
      if (lead == 0xA1 && (end = tag_rest(t, next)) != 0 && (two[0] = closing(t, i)) != 0) { s->b[s->n++] = two[0]; return end; }
    }
    if (c < 0x80) {
      if (narrowed(c)) { s->b[s->n++] = 0xA3; s->b[s->n++] = (unsigned char)(c + 0x80); i = next; continue; }
      if (c < 0x40 || c == 0x7F || !from_gbk(s, lead, (unsigned char)c)) return 0;
      s->b[s->n++] = (unsigned char)c;
      return next;
    }
    if (to_gbk(s, c, two) != 2) return 0;
    s->b[s->n++] = two[0];
    s->b[s->n++] = two[1];
    i = next;
  }
}

static bool usual(const slip *s, uint32_t c)
{
  char z[4];
  uint32_t hit;
  unsigned char two[2];
  size_t n = gz_utf8_put(c, z);
  if (!gz_is_han(c)) return (c >= 0x3000 && c < 0x3020) || (c >= 0xFF00 && c < 0xFF60) || (c >= 0x2010 && c < 0x2027);
  if (gz_trie_exact(&lex_common_chars.trie, gz_view_of(z, n), &hit)) return true;
  uint32_t f = gz_fold(c);
  return to_gbk(s, f, two) == 2 && two[0] >= 0xB0 && two[0] <= 0xD7 && two[1] >= 0xA1;       /* the common half of GB2312 */
}

static void emit(gz_repair_list *l, const slip *s, size_t start, size_t end)
{
  char out[BYTES_MAX * 2];
  size_t n = 0, good = 0;
  for (size_t k = 0; k + 1 < s->n; k += 2) {
    uint32_t c = from_gbk(s, s->b[k], s->b[k + 1]);
    if (!c) return;
    good += usual(s, c);
    if (s->narrow && c > 0xFF00 && c < 0xFF5F && narrowed(c - 0xFEE0)) c -= 0xFEE0;
    n += gz_utf8_put(c, out + n);
  }
  if (good * 4 >= s->n / 2 * 3) gz_repair_put(l, start, end, out, n, "byte slip");
}

static size_t slip_at(gz_repair_list *l, slip *s, size_t i)
{
  gz_view t = s->text, syllable;
  size_t next = i + 1, end;
  bool toned;
  unsigned char two[2];
  s->n = 0;
  if (i > 0 && gz_gloss_syllable(t, next, &syllable, &toned, &end)) {
    size_t p = i;
    uint32_t x = gz_utf8_prev(t.p, t.n, &p);
    if (to_gbk(s, x, two) != 2 || !trail_by_reading(s, two[1], syllable, toned, &two[0])) return 0;
    s->b[s->n++] = two[0];
    end = string_up(s, end);
  } else {
    if (next >= t.n) return 0;
    uint32_t c = gz_utf8_next(t.p, t.n, &next);
    if (c < 0x80 && narrowed(c)) { two[0] = 0xA3; two[1] = (unsigned char)(c + 0x80); }
    else if (c < 0xFF00 || to_gbk(s, c, two) != 2 || two[0] != 0xA3) return 0;
    s->b[s->n++] = 0xA1;
    s->b[s->n++] = 0xA3;
    s->b[s->n++] = two[1];
    end = string_up(s, next);
  }
  if (end) emit(l, s, i, end);
  return end;
}

void gz_repair_slips(gz_repair_list *l, const gz_gloss *g)
{
  gz_view t = l->text;
  UErrorCode e = U_ZERO_ERROR;
  if (!memchr(t.p, '?', t.n)) return;
  slip s = {.text = t, .gloss = g, .gbk = ucnv_open("windows-936-2000", &e)};
  if (U_FAILURE(e)) { if (e == U_MEMORY_ALLOCATION_ERROR) l->failed = true; return; }
  size_t wide = 0, thin = 0, due = GZ_WATCH_STRIDE;
  for (size_t i = 1; i < t.n && !gz_watch_at(i, &due); i++) {
    if (t.p[i] == ',' && (unsigned char)t.p[i - 1] >= 0x80) thin++;
    else if (i + 2 < t.n && memcmp(t.p + i, "\xEF\xBC\x8C", 3) == 0) wide++;
  }
  s.narrow = thin > wide;
  due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i < t.n && !gz_watch_at(i, &due);) {
    const char *q = memchr(t.p + i, '?', t.n - i);
    if (!q) break;
    i = (size_t)(q - t.p);
    size_t end = slip_at(l, &s, i);
    i = end ? end : i + 1;
  }
  ucnv_close(s.gbk);
}
