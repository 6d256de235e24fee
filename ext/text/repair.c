/* Repairs of a text: one quick pass over the bytes deals with what a single place tells (entities, zero-width junk, radicals,
** compatibility ideographs) and notes which of the other parts have anything to look at; each of those is then a linear pass of
** its own. At the end the list is sorted, and of overlapping repairs the first and longest stays. */
#include "text/repair.h"
#include "base/watch.h"
#include "base/alloc.h"
#include "base/sort.h"
#include "text/repair_parts.h"
#include "lex_html_entities.h"
#include "lex_radicals.h"
#include "text/uni.h"
#include "text/utf8.h"
#include <unicode/unorm2.h>

enum { SEE_LATIN = 1, SEE_BRACKET = 2, SEE_PRIVATE = 4, SEE_HINT = 8, SEE_DOT = 16 };      /* hint: characters that UTF-8 read as GBK makes and text seldom has */

void gz_repair_put(gz_repair_list *l, size_t start, size_t end, const char *p, size_t n, const char *rule)
{
  void *items = l->items;
  if (l->failed) return;
  const char *z = n ? gz_arena_copy(l->arena, p, n) : "";
  if (!z || !gz_array_grow(&items, &l->cap, l->count, sizeof *l->items)) { l->failed = true; if (z && items) l->items = items; return; }
  l->items = items;
  gz_repair *r = &l->items[l->count++];
  r->span.start = (uint32_t)start;
  r->span.end = (uint32_t)end;
  r->becomes = gz_view_of(z, n);
  r->rule = rule;
}

void gz_repair_put_cp(gz_repair_list *l, size_t start, size_t end, uint32_t cp, const char *rule)
{
  char z[4];
  size_t n = gz_utf8_put(cp, z);
  gz_repair_put(l, start, end, z, n, rule);
}

/* --- entities */

static uint32_t sane(uint32_t c)
{
  static const uint16_t cp1252[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178};
  if (c >= 0x80 && c < 0xA0) return cp1252[c - 0x80];
  if (c < 32 && c != '\n' && c != '\t') return 0;
  return c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0 : c;
}

static uint32_t one_entity(gz_view t, size_t i, size_t *end)
{
  size_t k = i + 1, from;
  if (k < t.n && t.p[k] == '#') {
    bool hex = ++k < t.n && (t.p[k] | 32) == 'x';
    uint32_t v = 0;
    k += hex;
    for (from = k; k < t.n && k - from < 8; k++) {
      char c = t.p[k];
      uint32_t d = c >= '0' && c <= '9' ? (uint32_t)(c - '0') : hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (uint32_t)((c | 32) - 'a' + 10) : 99;
      if (d == 99) break;
      v = v * (hex ? 16 : 10) + d;
    }
    if (k == from || k >= t.n || t.p[k] != ';') return 0;
    *end = k + 1;
    return sane(v);
  }
  for (from = k; k < t.n && k - from < 9 && ((t.p[k] >= '0' && t.p[k] <= '9') || ((t.p[k] | 32) >= 'a' && (t.p[k] | 32) <= 'z')); k++) {}
  uint32_t hit;
  gz_view name = gz_view_of(t.p + from, k - from);
  if (k == from || k >= t.n || t.p[k] != ';' || !gz_trie_exact(&lex_html_entities.trie, name, &hit)) return 0;
  for (;; hit++) {
    if (gz_view_is(name, lex_html_entities_str(lex_html_entities_rows[hit].name))) break;
    if (!lex_html_entities_rows[hit].more) return 0;
  }
  *end = k + 1;
  return (uint32_t)lex_html_entities_rows[hit].code;
}

uint32_t gz_entity_at(gz_view t, size_t pos, size_t *end)
{
  uint32_t c = one_entity(t, pos, end);
  for (int depth = 0; c == '&' && depth < 4; depth++) {      /* &amp;#39; and deeper: the '&' begins another one */
    char z[16];
    size_t n = t.n - *end < sizeof z - 1 ? t.n - *end : sizeof z - 1, e;
    z[0] = '&';
    memcpy(z + 1, t.p + *end, n);
    uint32_t d = one_entity(gz_view_of(z, n + 1), 0, &e);
    if (!d) break;
    c = d;
    *end += e - 1;
  }
  return c;
}

/* --- characters nobody sees */

static uint32_t before(gz_view t, size_t i) { return i > 0 ? gz_utf8_prev(t.p, t.n, &i) : ' '; }
static uint32_t after(gz_view t, size_t i) { return i < t.n ? gz_utf8_next(t.p, t.n, &i) : ' '; }

/* Scripts in which no joiner, word-break mark or direction mark has work to do. */
static bool plain_script(uint32_t c)
{
  unsigned s = gz_script_of(c);
  if ((c >= 0x2190 && c < 0x2E80) || c >= 0x1F000 || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xA9 || c == 0xAE || c == 0x203C || c == 0x2049 || c == 0x3030 || c == 0x303D) return false;
  return s == GZ_SCRIPT_ZYYY || s == GZ_SCRIPT_LATN || s == GZ_SCRIPT_GREK || s == GZ_SCRIPT_CYRL || s == GZ_SCRIPT_HANI || s == GZ_SCRIPT_HIRA || s == GZ_SCRIPT_KANA || s == GZ_SCRIPT_HANG;
}

static bool has_right_to_left(gz_view t)
{
  size_t due = GZ_WATCH_STRIDE;
  for (size_t i = 0; i + 1 < t.n && !gz_watch_at(i, &due); i++) {
    unsigned char c = (unsigned char)t.p[i], d = (unsigned char)t.p[i + 1];
    if (c >= 0xD6 && c <= 0xDF) return true;
    if (c == 0xE0 && (d < 0xA4)) return true;
    if (c == 0xEF && d >= 0xAC && d <= 0xBB && !(d == 0xBB && i + 2 < t.n && (unsigned char)t.p[i + 2] == 0xBF)) return true;
  }
  return false;
}

typedef struct pass { gz_repair_list *l; unsigned seen; int rtl; const UNormalizer2 *nfkc; } pass;

static void invisible(pass *p, size_t i, size_t end, uint32_t c)
{
  gz_view t = p->l->text;
  uint32_t b = before(t, i), a = after(t, end);
  while (a == c && end < t.n) { gz_utf8_next(t.p, t.n, &end); a = after(t, end); }      /* a run of the same one */
  bool junk;
  if (c == 0xFEFF) junk = true;
  else if (c == 0xAD) junk = gz_is_letter(b) && gz_is_letter(a);
  else if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
    if (p->rtl < 0) p->rtl = has_right_to_left(t);
    junk = !p->rtl;
  } else junk = plain_script(b) && plain_script(a);
  if (junk) gz_repair_put(p->l, i, end, NULL, 0, c == 0xFEFF ? "byte order mark" : "zero-width junk");
}

static void compatibility(pass *p, size_t i, size_t end, uint32_t c)
{
  UChar u[8];
  UErrorCode e = U_ZERO_ERROR;
  char code[8];
  uint32_t hit;
  if (c >= 0x2E80 && c < 0x2F00) {
    static const char hex[] = "0123456789abcdef";
    code[0] = hex[c >> 12]; code[1] = hex[c >> 8 & 15]; code[2] = hex[c >> 4 & 15]; code[3] = hex[c & 15];
    if (!gz_trie_exact(&lex_radicals.trie, gz_view_of(code, 4), &hit)) return;
    if (!gz_is_han(before(p->l->text, i)) && !gz_is_han(after(p->l->text, end))) return;
    const char *z = lex_radicals_str(lex_radicals_rows[hit].plain);
    gz_repair_put(p->l, i, end, z, strlen(z), "radical");
    return;
  }
  if (!p->nfkc) p->nfkc = unorm2_getNFKCInstance(&e);
  if (U_FAILURE(e)) { if (e == U_MEMORY_ALLOCATION_ERROR) p->l->failed = true; return; }
  int32_t n = unorm2_getDecomposition(p->nfkc, (UChar32)c, u, 8, &e);
  if (U_FAILURE(e) || n < 1) return;
  uint32_t to = n == 2 && u[0] >= 0xD800 && u[0] < 0xDC00 ? 0x10000 + (((uint32_t)u[0] - 0xD800) << 10) + (u[1] - 0xDC00u) : u[0];
  if (n == 1 || (n == 2 && to >= 0x10000)) gz_repair_put_cp(p->l, i, end, to, c < 0x3000 ? "radical" : "compatibility ideograph");
}

static bool is_hint(uint32_t c)
{ /* what UTF-8 lead bytes of Chinese text and its punctuation look like in GBK: 锛 銆 鈥 鐨 涓 浜 鍦 鏄 鍥 鍏 鏈 杩 */
  static const uint16_t hints[] = {0x951B, 0x9286, 0x9225, 0x9428, 0x6D93, 0x6D5C, 0x9366, 0x93C4, 0x9365, 0x934F, 0x93C8, 0x6769};
  for (size_t k = 0; k < sizeof hints / sizeof *hints; k++) if (c == hints[k]) return true;
  return false;
}

/* One character that the byte pass stopped at. */
static void look(pass *p, size_t i, size_t end, uint32_t c, int *hints)
{
  gz_view t = p->l->text;
  if (c == '&') {
    size_t e;
    uint32_t to = gz_entity_at(t, i, &e);
    if (to && to != '&') gz_repair_put_cp(p->l, i, e, to, "entity");
    else if (to) gz_repair_put(p->l, i, e, "&", 1, "entity");
  } else if (c < 0x80) {
    if (c == 0x7F || (c < 32 && c != '\n' && c != '\t' && c != '\r' && c != '\f')) gz_repair_put(p->l, i, end, NULL, 0, "control character");
  } else if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF) {
    size_t b = i;
    if (b > 0 && gz_utf8_prev(t.p, t.n, &b) == c) return;      /* the run was dealt with at its first */
    invisible(p, i, end, c);
  } else if ((c >= 0x2E80 && c < 0x2FE0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0x2F800 && c < 0x2FA20)) compatibility(p, i, end, c);
  else if (c >= 0xE000 && c < 0xF900) p->seen |= SEE_PRIVATE;
  else if (c >= 0x9200 && is_hint(c)) ++*hints;
  else if (is_hint(c)) ++*hints;
}

/* Bytes that cannot begin anything of interest: how far to go on; 0: look. */
static const unsigned char stride[256] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2,
  3, 3, 0, 3, 3, 3, 0, 3, 3, 0, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

/* Eight bytes of ASCII without `&` and control characters (line ends included: those are looked at one by one). */
static bool plain_eight(const unsigned char *s)
{
  const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
  uint64_t x, amp, del;
  memcpy(&x, s, 8);
  amp = x ^ ones * '&';
  del = x ^ ones * 0x7F;
  return ((x | ((x - ones * 0x20) & ~x) | ((amp - ones) & ~amp) | ((del - ones) & ~del)) & high) == 0;
}

static void one_pass(pass *p)
{
  gz_view t = p->l->text;
  const unsigned char *s = (const unsigned char *)t.p;
  int hints = 0;
  size_t i = 0, due = GZ_WATCH_STRIDE;
  while (i < t.n && !gz_watch_at(i, &due)) {
    unsigned step = stride[s[i]];
    if (step) {
      i += step;
      while (step == 3 && i < t.n && i < due && stride[s[i]] == 3) i += 3;
      while (step == 1 && t.n - i > 8 && plain_eight(s + i)) i += 8;      /* a bracket behind ASCII opens no gloss */
      continue;
    }
    unsigned char c = s[i];
    if (c == '(' ) { if (i > 1 && s[i - 1] >= 0x80) p->seen |= SEE_BRACKET; i++; continue; }
    if (c == 0xC2 && i > 2 && t.n - i > 2 && s[i + 1] == 0xB7 && s[i - 3] >= 0xE3 && s[i + 2] >= 0xE3) { p->seen |= SEE_DOT; i += 2; continue; }      /* 林·周 */
    if (c >= 0xC2 && c <= 0xCF) { p->seen |= SEE_LATIN; if (c != 0xC2) { i += 2; continue; } }
    if (c == 0xE6 && i + 1 < t.n && s[i + 1] != 0xB5 && s[i + 1] != 0xB6 && s[i + 1] != 0x9D) { i += 3; continue; }      /* hints: 6D93 6D5C 6769 */
    if (c == 0xE9 && i + 1 < t.n && (s[i + 1] < 0x88 || s[i + 1] > 0x94)) { i += 3; continue; }
    if (c == 0xE2) {
      unsigned char d = i + 1 < t.n ? s[i + 1] : 0;
      if (d == 0x88) p->seen |= SEE_LATIN;                      /* U+221A, the root sign that MacRoman makes of C3 */
      if (d > 0x81 && d < 0xBA) { i += 3; continue; }
      if (d == 0x80 && i + 2 < t.n && s[i + 2] == 0x9A) p->seen |= SEE_LATIN;
    }
    if (c == 0xEF) {
      unsigned char d = i + 1 < t.n ? s[i + 1] : 0;
      if (d == 0xBC && i + 2 < t.n && s[i + 2] == 0x88) p->seen |= SEE_BRACKET;
      if (d >= 0xAC && d != 0xBB) { i += 3; continue; }
    }
    size_t end = i;
    uint32_t cp = gz_utf8_next(t.p, t.n, &end);
    look(p, i, end, cp, &hints);
    i = end;
  }
  if (hints >= ((p->seen & (SEE_LATIN | SEE_DOT)) ? 1 : 3)) p->seen |= SEE_HINT;
}

static int by_start(const void *a, const void *b)
{
  const gz_repair *x = a, *y = b;
  if (x->span.start != y->span.start) return x->span.start < y->span.start ? -1 : 1;
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

gz_status gz_repairs(gz_view text, gz_arena *arena, gz_repair **list, size_t *count)
{
  gz_repair_list l = {.text = text, .arena = arena};
  pass p = {&l, 0, -1, NULL};
  *list = NULL;
  *count = 0;
  if (text.n > GZ_TEXT_MAX) return GZ_TOOBIG;
  one_pass(&p);
  size_t single = l.count;
  if (p.seen & SEE_LATIN) gz_repair_mojibake(&l);
  if (p.seen & (SEE_HINT | SEE_LATIN)) gz_repair_han_mojibake(&l, (p.seen & SEE_HINT) != 0, (p.seen & SEE_LATIN) != 0);
  if (p.seen & SEE_BRACKET) gz_repair_gloss(&l);
  if (p.seen & SEE_PRIVATE) gz_repair_private(&l);
  if (l.failed || gz_watch_was_stopped()) { gz_free(l.items); return l.failed ? GZ_NOMEM : GZ_INTERRUPT; }
  if (l.count > single && !gz_sort(l.items, l.count, sizeof *l.items, by_start)) { gz_free(l.items); return gz_watch_was_stopped() ? GZ_INTERRUPT : GZ_NOMEM; }
  size_t kept = 0;
  for (size_t i = 0; i < l.count; i++)
    if (kept == 0 || l.items[i].span.start >= l.items[kept - 1].span.end) l.items[kept++] = l.items[i];
  *list = l.items;
  *count = kept;
  return GZ_OK;
}
