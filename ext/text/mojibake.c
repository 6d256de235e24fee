/* Mojibake of UTF-8 read as a single-byte charset: every character beyond ASCII has become two to four characters, a lead and its
** continuations. A sequence is certain (strong) when no writer puts such characters together: a curly quote out of `â€™`, an accented
** letter out of `Ã©` behind a small letter, several sequences in a row of one script. Doubtful ones are repaired only in a text that
** has certain ones in the same charset. A run of sequences is decoded again while it still is one whole piece of mojibake
** (`ÃƒÂ©` was encoded twice). */
#include "base/watch.h"
#include "text/repair_parts.h"
#include "text/uni.h"
#include "text/utf8.h"

#define CODECS 3
#define RUN_MAX 4096

static const uint16_t upper_half[CODECS][128] = {
    /* windows-1252, with the control characters of Latin-1 */ {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030,
    0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A,
    0x153, 0x9D, 0x17E, 0x178, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xB0, 0xB1,
    0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7,
    0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB, 0xDC, 0xDD,
    0xDE, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF2, 0xF3,
    0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF},
    /* MacRoman */ {0xC4, 0xC5, 0xC7, 0xC9, 0xD1, 0xD6, 0xDC, 0xE1, 0xE0, 0xE2, 0xE4, 0xE3, 0xE5, 0xE7, 0xE9, 0xE8, 0xEA, 0xEB, 0xED, 0xEC,
    0xEE, 0xEF, 0xF1, 0xF3, 0xF2, 0xF4, 0xF6, 0xF5, 0xFA, 0xF9, 0xFB, 0xFC, 0x2020, 0xB0, 0xA2, 0xA3, 0xA7, 0x2022, 0xB6, 0xDF, 0xAE, 0xA9,
    0x2122, 0xB4, 0xA8, 0x2260, 0xC6, 0xD8, 0x221E, 0xB1, 0x2264, 0x2265, 0xA5, 0xB5, 0x2202, 0x2211, 0x220F, 0x3C0, 0x222B, 0xAA, 0xBA,
    0x3A9, 0xE6, 0xF8, 0xBF, 0xA1, 0xAC, 0x221A, 0x192, 0x2248, 0x2206, 0xAB, 0xBB, 0x2026, 0xA0, 0xC0, 0xC3, 0xD5, 0x152, 0x153, 0x2013,
    0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0xF7, 0x25CA, 0xFF, 0x178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0xB7, 0x201A,
    0x201E, 0x2030, 0xC2, 0xCA, 0xC1, 0xCB, 0xC8, 0xCD, 0xCE, 0xCF, 0xCC, 0xD3, 0xD4, 0xF8FF, 0xD2, 0xDA, 0xDB, 0xD9, 0x131, 0x2C6, 0x2DC,
    0xAF, 0x2D8, 0x2D9, 0x2DA, 0xB8, 0x2DD, 0x2DB, 0x2C7},
    /* windows-1251 */ {0x402, 0x403, 0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409, 0x2039, 0x40A, 0x40C, 0x40B,
    0x40F, 0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x0, 0x2122, 0x459, 0x203A, 0x45A, 0x45C, 0x45B, 0x45F, 0xA0,
    0x40E, 0x45E, 0x408, 0xA4, 0x490, 0xA6, 0xA7, 0x401, 0xA9, 0x404, 0xAB, 0xAC, 0xAD, 0xAE, 0x407, 0xB0, 0xB1, 0x406, 0x456, 0x491, 0xB5,
    0xB6, 0xB7, 0x451, 0x2116, 0x454, 0xBB, 0x458, 0x405, 0x455, 0x457, 0x410, 0x411, 0x412, 0x413, 0x414, 0x415, 0x416, 0x417, 0x418,
    0x419, 0x41A, 0x41B, 0x41C, 0x41D, 0x41E, 0x41F, 0x420, 0x421, 0x422, 0x423, 0x424, 0x425, 0x426, 0x427, 0x428, 0x429, 0x42A, 0x42B,
    0x42C, 0x42D, 0x42E, 0x42F, 0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x439, 0x43A, 0x43B, 0x43C, 0x43D, 0x43E,
    0x43F, 0x440, 0x441, 0x442, 0x443, 0x444, 0x445, 0x446, 0x447, 0x448, 0x449, 0x44A, 0x44B, 0x44C, 0x44D, 0x44E, 0x44F}
};

/* The byte that was read as cp; -1: none. */
static int byte_of(int codec, uint32_t cp)
{
  if (cp < 0x80) return (int)cp;
  if (codec == 0) {
    if (cp >= 0xA0 && cp < 0x100) return (int)cp;
    if (cp < 0xA0) return (int)cp;
    if (cp > 0x2122 || (cp > 0x192 && cp < 0x2C6)) return -1;
    for (int k = 0; k < 32; k++) if (upper_half[0][k] == cp) return 0x80 + k;
    return -1;
  }
  for (int k = 0; k < 128; k++) if (upper_half[codec][k] == cp) return 0x80 + k;
  return -1;
}

/* One sequence at pos: what it stands for; 0: none. */
static uint32_t sequence(gz_view t, int codec, size_t pos, size_t *end)
{
  size_t i = pos;
  int b = byte_of(codec, gz_utf8_next(t.p, t.n, &i));
  if (b < 0xC2 || b > 0xF4) return 0;
  int more = b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
  uint32_t cp = (uint32_t)b & (0x3Fu >> more);
  for (int k = 0; k < more; k++) {
    if (i >= t.n) return 0;
    int c = byte_of(codec, gz_utf8_next(t.p, t.n, &i));
    if (c < 0x80 || c > 0xBF) return 0;
    cp = cp << 6 | ((uint32_t)c & 0x3F);
  }
  if ((more == 2 && cp < 0x800) || (more == 3 && cp < 0x10000) || cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000)) return 0;
  *end = i;
  return cp;
}

typedef struct run { size_t start, end; unsigned sequences; bool strong; bool latin; } run;

static bool small(uint32_t c) { return gz_is_letter(c) && gz_fold(c) == c && gz_script_of(c) == GZ_SCRIPT_LATN; }

static bool punctuation(uint32_t cp) { return (cp >= 0x2010 && cp < 0x2070) || (cp >= 0x20A0 && cp < 0x20D0) || (cp >= 0x2100 && cp < 0x27C0) || cp >= 0x1F000; }
static bool wide(uint32_t cp) { return (cp >= 0x3000 && cp < 0xA000) || (cp >= 0xAC00 && cp < 0xD7A4) || (cp >= 0xFF00 && cp < 0xFFE0); }

/* All sequences that follow one another from pos. */
static bool run_at(gz_view t, int codec, size_t pos, run *r)
{
  uint32_t cp, previous = pos > 0 ? gz_utf8_prev(t.p, t.n, &(size_t){pos}) : ' ';
  size_t end = pos;
  unsigned wides = 0, spaced = 0, script = 0, same = 0;
  memset(r, 0, sizeof *r);
  r->start = pos;
  r->latin = true;
  while (end < t.n && (cp = sequence(t, codec, end, &end)) != 0) {
    uint32_t next = end < t.n ? gz_utf8_next(t.p, t.n, &(size_t){end}) : ' ';
    r->sequences++;
    if (punctuation(cp)) r->strong = true;
    else if (wide(cp)) { wides++; r->latin = false; }
    else if (cp < 0xC0) { if (!(gz_is_letter(previous) && gz_fold(previous) != previous)) r->strong = true; }
    else if (cp < 0x180) {
      if (small(previous) || (!gz_is_letter(previous) && small(next))) r->strong = true;
      else if (codec == 1) r->strong = true;
    } else {
      unsigned s = gz_script_of(cp);
      r->latin = false;
      if (s == GZ_SCRIPT_LATN || s == GZ_SCRIPT_ZYYY || !gz_is_letter(cp)) spaced++;
      else if (s == script || same == 0) { script = s; same++; }
    }
    previous = cp;
    if (end - pos > RUN_MAX) break;
  }
  r->end = end;
  if (r->sequences == 0) return false;
  if (wides >= 2 || (wides == 1 && r->sequences >= 2)) r->strong = true;
  if (same >= (codec == 2 ? 3u : 2u) && spaced == 0) r->strong = true;
  if (codec == 2) {              /* Cyrillic writers do put some of these together: only clear cases */
    bool cyrillic = same >= 3, quote = r->sequences >= 1 && r->strong && !wides;
    r->strong = cyrillic || wides >= 2 || (quote && r->latin);
    if (r->latin && !cyrillic && !wides) {
      size_t e;
      r->strong = punctuation(sequence(t, codec, pos, &e));
    }
  }
  return true;
}

/* The run decoded; as long as the result is again nothing but sequences, decoded again. */
static size_t decode(gz_view t, int codec, const run *r, char *out, size_t cap)
{
  size_t n = 0, at = r->start, end = 0;
  while (at < r->end) {
    uint32_t cp = sequence(t, codec, at, &end);
    if (!cp || n + 4 > cap) return 0;
    n += gz_utf8_put(cp, out + n);
    at = end;
  }
  for (int depth = 0; depth < 3; depth++) {
    gz_view inner = gz_view_of(out, n);
    size_t m = 0, i = 0;
    bool all = true;
    while (i < n && all) {
      uint32_t cp = (unsigned char)out[i] < 0x80 ? 0 : sequence(inner, 0, i, &end);
      if (!cp) { all = false; break; }
      i = end;
    }
    if (!all || n == 0) break;
    for (i = 0; i < n; i = end) { uint32_t cp = sequence(inner, 0, i, &end); m += gz_utf8_put(cp, out + m); }      /* never longer than what was read */
    n = m;
  }
  return n;
}

void gz_repair_mojibake(gz_repair_list *l)
{
  static const char *const rules[CODECS] = {"mojibake (windows-1252)", "mojibake (MacRoman)", "mojibake (windows-1251)"};
  gz_view t = l->text;
  unsigned strong[CODECS] = {0};
  run r;
  for (int pass = 0; pass < 2; pass++) {
    size_t due = GZ_WATCH_STRIDE;
    for (size_t i = 0; i < t.n && !gz_watch_at(i, &due);) {
      const unsigned char *b = (const unsigned char *)t.p + i;
      if (b[0] < 0x80) { i++; while (t.n - i > 8 && gz_ascii_eight(t.p + i)) i += 8; continue; }
      if (b[0] >= 0xE3 && b[0] <= 0xEC && t.n - i > 2 && (b[1] & 0xC0) == 0x80 && (b[2] & 0xC0) == 0x80) { i += 3; continue; }      /* far above U+2300 */
      size_t next = i;
      uint32_t cp = gz_utf8_next(t.p, t.n, &next);
      if (cp > 0x2300) { i = next; continue; }
      if (pass == 1 && strong[0] && cp == 0xE2 && t.n - next >= 3 && memcmp(t.p + next, "\xE2\x82\xAC", 3) == 0 && gz_utf8_is_start(t.p, t.n, next + 3) && !run_at(t, 0, i, &r)) {
        gz_repair_put_cp(l, i, next + 3, 0x201D, rules[0]);      /* the third byte of a closing quote is no character and was lost */
        i = next + 3;
        continue;
      }
      for (int codec = 0; codec < CODECS; codec++) {
        if (pass == 1 && !strong[codec]) continue;
        if (codec == 1 && cp != 0x221A && cp != 0xAC && cp != 0x201A && cp != 0x192 && cp != 0x2248 && cp != 0x201E && cp != 0x2030) continue;
        if (codec == 2 && (cp < 0x400 || cp > 0x491)) continue;
        if (!run_at(t, codec, i, &r)) continue;
        if (pass == 0) { strong[codec] += r.strong; next = r.end; break; }
        char out[RUN_MAX + 64];
        size_t n = r.strong || r.latin || strong[codec] >= 3 ? decode(t, codec, &r, out, sizeof out) : 0;
        if (n) { gz_repair_put(l, r.start, r.end, out, n, rules[codec]); next = r.end; break; }
      }
      i = next;
    }
    if (!strong[0] && !strong[1] && !strong[2]) return;
  }
}
