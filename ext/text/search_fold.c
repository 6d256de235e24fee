/* Search fold. A table gives for each code point its fold (itself, another, or a sequence) and whether it combines with the
** character before it. What stands alone is looked up; a character followed by combining ones goes through ICU's
** NFKC_Casefold as a whole, because only composition gives its canonical form. Runs of combining marks are cut at MARKS_MAX,
** so that a million of them cost linear time. fold_text takes ASCII and plain characters on a short way. */
#include "text/search_fold.h"
#include "base/watch.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <stdint.h>

#define MARKS_MAX 16

static uint32_t entry(uint32_t cp)
{
  if (cp >= GZ_UNI_LIMIT) return 0;
  return (uint32_t)gz_search_stage2[((uint32_t)gz_search_stage1[cp >> 7] << 7) | (cp & 127)];
}

static uint32_t bare_of(uint32_t cp)
{
  if (cp >= GZ_UNI_LIMIT) return cp;
  return (uint32_t)((int32_t)cp + gz_bare_stage2[((uint32_t)gz_bare_stage1[cp >> 7] << 7) | (cp & 127)]);
}

static bool combines(uint32_t e) { return e >> 31; }
static unsigned kind(uint32_t e) { return e >> 24 & 3u; }

static void put3(char *out, uint32_t e) { out[0] = (char)e; out[1] = (char)(e >> 8); out[2] = (char)(e >> 16); }

static void emit(gz_fold_unit *u, uint32_t cp, uint32_t e)
{
  if (kind(e) == 2) {
    const unsigned char *p = gz_search_pool + (e & 0xFFFFFF);
    if (u->n + *p <= GZ_UNIT_MAX) { memcpy(u->folded + u->n, p + 1, *p); u->n += *p; }
    return;
  }
  if (u->n + 4 > GZ_UNIT_MAX) return;
  if (kind(e) == 3) { put3(u->folded + u->n, e); u->n += 3; }
  else u->n += (unsigned)gz_utf8_put(kind(e) == 1 ? e & 0xFFFFFF : cp, u->folded + u->n);
}

gz_status gz_fold_ready(void)
{
  UErrorCode e = U_ZERO_ERROR;
  (void)unorm2_getNFKCCasefoldInstance(&e);
  return e == U_MEMORY_ALLOCATION_ERROR ? GZ_NOMEM : GZ_OK;
}

/* Composition through ICU; false when it cannot (then the parts are folded one by one). */
static bool compose(gz_view text, gz_fold_unit *u)
{
  UErrorCode e = U_ZERO_ERROR;
  UChar in[2 * (MARKS_MAX + 2)], out[GZ_UNIT_MAX];
  int32_t n = 0, m, bytes = 0;
  char utf8[GZ_UNIT_MAX];
  for (size_t i = u->start; i < u->end;) {
    uint32_t cp = gz_utf8_next(text.p, text.n, &i);
    U16_APPEND_UNSAFE(in, n, (UChar32)cp);
  }
  const UNormalizer2 *cf = unorm2_getNFKCCasefoldInstance(&e);
  m = unorm2_normalize(cf, in, n, out, GZ_UNIT_MAX, &e);
  u_strToUTF8(utf8, GZ_UNIT_MAX, &bytes, out, m, &e);
  if (U_FAILURE(e) || bytes < 0 || bytes > GZ_UNIT_MAX) return false;
  u->n = 0;
  for (size_t i = 0; i < (size_t)bytes;) {
    uint32_t cp = gz_utf8_next(utf8, (size_t)bytes, &i);
    if (gz_is_han(cp)) cp = gz_fold(cp);
    if (u->n + 4 <= GZ_UNIT_MAX) u->n += (unsigned)gz_utf8_put(cp, u->folded + u->n);
  }
  return true;
}

/* Drops diacritics of a Latin or Greek unit: its precomposed letters give their base, combining marks go. */
static void strip(gz_fold_unit *u)
{
  char out[GZ_UNIT_MAX];
  unsigned n = 0;
  bool letter = false;
  for (size_t i = 0; i < u->n;) {
    uint32_t cp = gz_utf8_next(u->folded, u->n, &i);
    unsigned s = gz_script_of(cp);
    if (s == GZ_SCRIPT_LATN || s == GZ_SCRIPT_GREK) { cp = bare_of(cp); letter = true; }
    else if (letter && gz_class_of(cp) == GZ_MARK) continue;
    n += (unsigned)gz_utf8_put(cp, out + n);
    if (n + 4 > GZ_UNIT_MAX) break;
  }
  memcpy(u->folded, out, n);
  u->n = n;
}

/* Nothing that begins with E4..EC (Han and Hangul syllables) combines with what stands before it, nor do the marks 、 to 〩 and ！ to ＿. */
static bool may_lead_mark(const unsigned char *s, size_t n)
{
  if (*s < 0xC0 || (*s >= 0xE4 && *s <= 0xEC)) return false;
  return !(n > 2 && ((*s == 0xEF && s[1] == 0xBC) || (*s == 0xE3 && s[1] == 0x80 && s[2] < 0xAA)));
}

bool gz_fold_wide(gz_view text, size_t pos, char out[3], uint32_t *cp)
{
  const unsigned char *s = (const unsigned char *)text.p + pos;
  uint32_t plain = pos + 6 <= text.n ? gz_utf8_three(text.p + pos) : 0;
  if (plain >= 0x4E00 && plain <= 0x9FFF && !may_lead_mark(s + 3, 3) && (gz_search_plain[plain >> 6] >> (plain & 63) & 1u)) {
    memcpy(out, s, 3);
    *cp = plain;
    return true;
  }
  if (pos + 3 > text.n || s[0] < 0xE3 || s[0] > 0xEC || (s[1] & 0xC0) != 0x80 || (s[2] & 0xC0) != 0x80) return false;
  if (pos + 3 < text.n && ((s[3] & 0xC0) == 0x80 || may_lead_mark(s + 3, text.n - pos - 3))) return false;
  uint32_t c = (uint32_t)(s[0] & 15) << 12 | (uint32_t)(s[1] & 63) << 6 | (s[2] & 63u), e = entry(c);
  if (e) {
    if (combines(e) || kind(e) != 3) return false;
    c = (e & 15) << 12 | (e >> 2 & 0xFC0) | (e >> 16 & 63);
    if (c < 0x3000 || c > 0xCFFF) return false;
  }
  *cp = c;
  out[0] = (char)(0xE0 | c >> 12);
  out[1] = (char)(0x80 | (c >> 6 & 63));
  out[2] = (char)(0x80 | (c & 63));
  return true;
}

void gz_fold_unit_next(gz_view text, size_t *pos, bool bare, gz_fold_unit *u)
{
  u->start = *pos;
  u->n = 0;
  uint32_t cp = gz_utf8_next(text.p, text.n, pos);
  if (cp < 0x80) {
    u->folded[0] = (char)(cp >= 'A' && cp <= 'Z' ? cp + 32 : cp);
    u->n = 1;
  } else emit(u, cp, entry(cp));
  u->end = *pos;
  size_t next = *pos, marks = 0;
  while (next < text.n && may_lead_mark((const unsigned char *)text.p + next, text.n - next) && marks < MARKS_MAX) {
    size_t at = next;
    uint32_t e = entry(gz_utf8_next(text.p, text.n, &next));
    if (!combines(e)) { next = at; break; }
    u->end = next;
    marks++;
  }
  if (marks) {
    *pos = u->end;
    if (!compose(text, u)) {
      u->n = 0;
      for (size_t i = u->start; i < u->end;) { uint32_t c = gz_utf8_next(text.p, text.n, &i); emit(u, c, entry(c)); }
    }
  }
  if (bare && (marks || (cp >= 0x80 && cp < 0x3000) || cp >= 0xF900)) strip(u);      /* Latin and Greek lie below; U+FB00, U+FF21 fold to them */
  size_t i = 0;
  u->cp = cp < 0x80 && !marks ? (uint32_t)(unsigned char)u->folded[0] : u->n ? gz_utf8_next(u->folded, u->n, &i) : 0;
}

/* Lower-cases ASCII bytes from `in` to `out` as far as they go; returns how many. */
static size_t ascii_run(const char *in, size_t n, char *out)
{
  size_t i = 0;
  while (i + 8 <= n) {
    uint64_t w;
    memcpy(&w, in + i, 8);
    if (w & 0x8080808080808080ull) break;
    uint64_t ge_a = w + 0x3F3F3F3F3F3F3F3Full, gt_z = w + 0x2525252525252525ull;      /* bit 7: >= 'A', > 'Z' */
    w += ((ge_a & ~gt_z) & 0x8080808080808080ull) >> 2;
    memcpy(out + i, &w, 8);
    i += 8;
  }
  while (i < n && (unsigned char)in[i] < 0x80) {
    char c = in[i];
    out[i++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return i;
}

/* Copies three-byte characters that fold to themselves as far as they go; returns how many bytes. Out has room for one byte more. */
static size_t plain_run(const char *in, size_t n, char *out)
{
  size_t i = 0;
  for (uint32_t cp; i + 4 <= n && (cp = gz_utf8_three(in + i)) != 0 && (gz_search_plain[cp >> 6] >> (cp & 63) & 1u); i += 3) memcpy(out + i, in + i, 4);
  return i;
}

/* Folds characters U+1000..D7FF that fold to one of three bytes, as far as they go, without a branch on which of them change: in Traditional
** Chinese that cannot be foretold. Full-width signs that fold to ASCII are taken along. Returns how many bytes were read; *out goes on, *last is
** where the last fold begins. */
static size_t wide_run(const char *in, size_t n, char **out, char **last)
{
  char *to = *out;
  size_t i = 0;
  for (; i + 4 <= n; i += 3) {
    const unsigned char *s = (const unsigned char *)in + i;
    uint32_t x = (uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 | (uint32_t)s[3] << 24;
    if ((x & 0xC0C0F0u) != 0x8080E0u || x >> 30 == 2) break;
    uint32_t cp = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
    if (cp - 0x1000 >= 0xC800 && cp < 0xFF00) break;
    uint32_t e = (uint32_t)gz_search_stage2[((uint32_t)gz_search_stage1[cp >> 7] << 7) | (cp & 127)], k = e >> 24, width = 3;
    if ((k & ~3u) | ((k ^ k >> 1) & 1)) {              /* not kind 0 or 3 */
      if (k != 1 || (e & 0xFFFFFF) >= 0x80) break;
      width = 1;
    }
    *last = to;
    put3(to, e ? e : x);
    to += width;
  }
  *out = to;
  return i;
}

/* The fold of one character that combines with nothing, to out; returns its length. */
static size_t put_entry(uint32_t cp, uint32_t e, char *out)
{
  if (kind(e) == 2) {
    const unsigned char *p = gz_search_pool + (e & 0xFFFFFF);
    memcpy(out, p + 1, *p);
    return *p;
  }
  if (kind(e) == 3) { put3(out, e); return 3; }
  return gz_utf8_put(kind(e) == 1 ? e & 0xFFFFFF : cp, out);
}

/* Character by character; where one combines with the character before it, that one is taken back and both are folded as a unit. */
#define RUN_MAX ((size_t)1 << 18)          /* so that a run of megabytes can be stopped */

gz_status gz_search_fold(gz_view text, gz_buf *out)
{
  size_t pos = 0, due = GZ_WATCH_STRIDE, last = SIZE_MAX, last_out = 0;          /* the character before: where it stands, and its fold; SIZE_MAX: folded with marks already */
  while (pos < text.n) {
    if (!gz_buf_reserve(out, text.n - pos + 2 * GZ_UNIT_MAX)) return GZ_NOMEM;
    size_t full = out->cap - GZ_UNIT_MAX;                  /* a fold may be longer than the character */
    while (pos < text.n && out->n + (text.n - pos) <= full) {
      if (gz_watch_at(pos, &due)) return GZ_INTERRUPT;
      char *to = out->p + out->n;
      size_t left = text.n - pos < RUN_MAX ? text.n - pos : RUN_MAX;
      size_t n = (unsigned char)text.p[pos] < 0x80 ? ascii_run(text.p + pos, left, to) : plain_run(text.p + pos, left, to);
      if (n) {
        pos += n;
        out->n += n;
        last = (unsigned char)text.p[pos - 1] < 0x80 ? pos - 1 : pos - 3;
        last_out = out->n - (pos - last);
        continue;
      }
      if ((unsigned char)text.p[pos] >= 0xE0) {
        char *end = to, *begun = to;
        n = wide_run(text.p + pos, left, &end, &begun);
        if (n) {
          pos += n;
          last = pos - 3;
          last_out = out->n + (size_t)(begun - to);
          out->n += (size_t)(end - to);
          continue;
        }
      }
      size_t next = pos;
      uint32_t cp = gz_utf8_next(text.p, text.n, &next), e = entry(cp);
      if (!combines(e)) {
        last = pos;
        last_out = out->n;
        out->n += put_entry(cp, e, to);
        pos = next;
        continue;
      }
      gz_fold_unit u;
      if (last != SIZE_MAX) { pos = last; out->n = last_out; }
      gz_fold_unit_next(text, &pos, false, &u);
      memcpy(out->p + out->n, u.folded, u.n);
      out->n += u.n;
      last = SIZE_MAX;
    }
  }
  return out->failed ? GZ_NOMEM : GZ_OK;
}
