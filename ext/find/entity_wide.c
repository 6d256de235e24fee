/* Where a listed name may begin with a character that is not ASCII. Runs of Han are decoded and folded at once, eight characters at a time where
** the processor can, and every pair of them is asked of the filter: first for the pair, then, of the few that are left, for the third character.
** What is decoded stays where it is for the discoverer of names in Han. */
#include "find/entity_scan.h"
#include "base/alloc.h"
#include "base/cpu.h"
#include "find/names_index.h"
#include "text/ascii_block.h"
#if GZ_X86
#include <immintrin.h>
#endif

#define CHUNK 256                        /* characters of a run that are looked at together */
#define SPARE 10                         /* more that are written behind them */

/* May a name start with these characters, a at pos and b at second? The third is read when the first two allow it. */
static bool wide_allowed(const gz_filter *f, gz_view t, uint32_t a, uint32_t b, size_t third)
{
  uint64_t pair = gz_filter_pair(a, b);
  if (a >= f->single_from && a <= f->single_to) return true;
  if (!gz_filter_begins(f->wide[gz_filter_place(f->bits, pair)], pair)) return false;
  if (b == ' ' || gz_filter_goes_on(f, pair, 0)) return true;            /* a run of spaces counts as one */
  return third < t.n && gz_filter_goes_on(f, pair, gz_fold(gz_utf8_next(t.p, t.n, &third)));
}

static inline uint32_t script_bit(unsigned script) { return (uint32_t)1 << (script < 31 ? script : 31); }

#if GZ_X86
/* Eight characters at a time: the first two bytes of each in one register, the last one in another. Stops at the first that is none. */
GZ_TARGET("ssse3") static size_t decode_eights(const char *p, size_t most, uint16_t *out)
{
  const __m128i two_low = _mm_setr_epi8(1, 0, 4, 3, 7, 6, 10, 9, -1, -1, -1, -1, -1, -1, -1, -1), two_high = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, 5, 4, 8, 7, 11, 10, 14, 13);
  const __m128i one_low = _mm_setr_epi8(2, -1, 5, -1, 8, -1, 11, -1, -1, -1, -1, -1, -1, -1, -1, -1), one_high = _mm_setr_epi8(-1, -1, -1, -1, -1, -1, -1, -1, 6, -1, 9, -1, 12, -1, 15, -1);
  size_t n = 0;
  for (; n + 8 <= most; n += 8, p += 24) {
    __m128i x = _mm_loadu_si128((const __m128i *)(const void *)p), y = _mm_loadu_si128((const __m128i *)(const void *)(p + 8));
    __m128i two = _mm_or_si128(_mm_shuffle_epi8(x, two_low), _mm_shuffle_epi8(y, two_high)), one = _mm_or_si128(_mm_shuffle_epi8(x, one_low), _mm_shuffle_epi8(y, one_high));
    __m128i sound = _mm_and_si128(_mm_cmpeq_epi16(_mm_and_si128(two, _mm_set1_epi16((short)0xF0C0)), _mm_set1_epi16((short)0xE080)),
                                  _mm_cmpeq_epi16(_mm_and_si128(one, _mm_set1_epi16(0xC0)), _mm_set1_epi16(0x80)));
    __m128i cp = _mm_or_si128(_mm_slli_epi16(_mm_and_si128(two, _mm_set1_epi16(0x0F00)), 4), _mm_slli_epi16(_mm_and_si128(two, _mm_set1_epi16(0x3F)), 6));
    cp = _mm_or_si128(cp, _mm_and_si128(one, _mm_set1_epi16(0x3F)));
    __m128i han = _mm_cmplt_epi16(_mm_add_epi16(cp, _mm_set1_epi16((short)(0x8000 - 0x4E00))), _mm_set1_epi16((short)(0x8000 + 0x5200)));
    unsigned all = (unsigned)_mm_movemask_epi8(_mm_and_si128(sound, han));
    _mm_storeu_si128((__m128i *)(void *)(out + n), cp);
    if (all != 0xFFFF) return n + gz_lowest(~all) / 2;
  }
  return n;
}
#endif

static size_t decode_each(const char *p, size_t n, size_t most, uint16_t *out)
{
  for (p += 3 * n; n < most; p += 3) {
    uint32_t x = gz_utf8_four(p), cp = (x & 15) << 12 | (x >> 2 & 0xFC0) | (x >> 16 & 63);
    if ((x & 0xC0C0F0u) != 0x8080E0u || !gz_plain_han(cp)) break;
    out[n++] = (uint16_t)cp;
  }
  return n;
}

/* Decodes and folds Han characters U+4E00..U+9FFF from pos on, at most CHUNK. A continuation byte too many behind one is not seen: such a
** character is in no name, and the byte is met as the next character. *rare: one folds to another than these. */
static size_t decode_han(gz_view t, size_t pos, uint16_t *folded, bool *rare)
{
  size_t n = 0, most = pos + 4 <= t.n ? (t.n - pos - 1) / 3 : 0;
  unsigned lowest = 0x4E00;
  if (most > CHUNK) most = CHUNK;
#if GZ_X86
  if (gz_cpu() & GZ_CPU_SSSE3) {
    n = decode_eights(t.p + pos, most, folded);
    if (n + 8 > most) n = decode_each(t.p + pos, n, most, folded);
  } else
#endif
  n = decode_each(t.p + pos, 0, most, folded);
  for (size_t k = 0; k < n; k++) {
    uint16_t f = gz_fold_han(folded[k]);
    if (f < lowest) lowest = f;
    folded[k] = f;
  }
  *rare = lowest < 0x4E00;
  return n;
}

/* Room for CHUNK characters more, and SPARE. */
static bool room(gz_ent_work *w)
{
  if (w->han_count + CHUNK + SPARE <= w->han_cap) return true;
  size_t cap = w->han_cap ? 2 * w->han_cap : w->text.n / 3 + 1;
  if (!w->han_cap && cap > 65536) cap = 65536;
  if (cap < w->han_count + CHUNK + SPARE) cap = w->han_count + CHUNK + SPARE;
  uint16_t *han = gz_realloc(w->han, cap * sizeof *han);
  if (!han) { w->nomem = true; return false; }
  w->han = han;
  w->han_cap = cap;
  return true;
}

/* Keeps the run for the discoverer: it stays where it was decoded to. */
static bool keep_run(gz_ent_work *w, size_t pos, size_t n, bool rare)
{
  if (!n || w->options.listed_only || w->han_count + CHUNK > GZ_HAN_KEPT) return true;
  if (w->run_count == w->run_cap) {
    void *runs = w->runs;
    if (!gz_array_grow(&runs, &w->run_cap, w->run_count, sizeof *w->runs)) { w->nomem = true; return false; }
    w->runs = runs;
  }
  gz_han_run r = {(uint32_t)pos, (uint32_t)n, w->han_count, rare};
  w->runs[w->run_count++] = r;
  w->han_count += n;
  return true;
}

/* A continuation byte too many makes the last character another one: it is left out. */
static void set_now(gz_ent_work *w, size_t from, size_t n, const uint16_t *folded)
{
  gz_view t = w->text;
  size_t end = from + 3 * n, before = from, behind = end;
  gz_han_now now = {folded, (uint32_t)from, (uint32_t)end, from > 0 && gz_is_han(gz_utf8_prev(t.p, t.n, &before)), end < t.n && gz_is_han(gz_utf8_next(t.p, t.n, &behind))};
  w->now = now;
}

static inline bool has_single(const gz_filter *f) { return f->single_to >= 0x4E00 && f->single_from < 0xA000; }

/* Tries the names that start in a run of n characters c. next: the character behind it, before the one at `third`. */
static bool try_run(gz_ent_work *w, const gz_filter *filter, bool user, size_t from, const uint16_t *c, size_t n, uint32_t next, size_t third)
{
  const gz_filter f = *filter;
  const bool all = has_single(&f);
  uint16_t which[CHUNK];
  size_t count = 0;
  for (size_t k = 0; k + 1 < n; k++) {
    uint64_t pair = gz_filter_pair(c[k], c[k + 1]);
    which[count] = (uint16_t)k;
    count += gz_filter_begins(f.wide[gz_filter_place(f.bits, pair)], pair) | all;
  }
  for (size_t i = 0; i < count; i++) {
    size_t k = which[i], pos = from + 3 * k;
    if (k + 2 < n && !all) {
      uint64_t pair = gz_filter_pair(c[k], c[k + 1]);
      if (!gz_filter_goes_on(&f, pair, 0) && !gz_filter_goes_on(&f, pair, c[k + 2])) continue;
    } else if (!wide_allowed(&f, w->text, c[k], c[k + 1], pos + 6)) continue;
    if (!gz_scan_try(w, pos, !user, user)) return false;
  }
  return !wide_allowed(&f, w->text, c[n - 1], next, third) || gz_scan_try(w, from + 3 * (n - 1), !user, user);
}

/* A run of Han from *pos on; each character is decoded and folded once. */
static bool scan_han(gz_ent_work *w, const gz_filter *own, size_t *pos)
{
  gz_view t = w->text;
  bool rare;
  if (!room(w)) return false;
  uint16_t *c = w->han + w->han_count;
  size_t n = decode_han(t, *pos, c, &rare), from = *pos, end = from + 3 * n, third = end;
  bool stray = end < t.n && ((unsigned char)t.p[end] & 0xC0) == 0x80;
  uint32_t next = end < t.n ? gz_fold(gz_utf8_next(t.p, t.n, &third)) : 0;
  *pos = end;
  if (!keep_run(w, from, n - stray, rare)) return false;
  set_now(w, from, n - stray, c);
  if (!try_run(w, &gz_ent_filter, false, from, c, n, next, third) || (own && !try_run(w, own, true, from, c, n, next, third))) return false;
  w->now.end = 0;
  return true;
}

/* Punctuation of Chinese texts and of others, which is most of what is neither ASCII nor a letter. */
static inline bool is_punctuation(uint32_t cp) { return cp - 0x3000u < 3 || cp - 0x3008u < 10 || cp - 0x2010u < 0x18 || cp - 0xFF01u < 15 || cp - 0xFF1Au < 7; }

/* The characters from i on that are not ASCII, before which no letter of a spaced script stands unless inside; *pos: behind them. */
static bool scan_others(gz_ent_work *w, const gz_filter *own, size_t *pos, bool inside)
{
  gz_view t = w->text;
  size_t i = *pos;
  while (i < t.n && (unsigned char)t.p[i] >= 0x80) {
    if (i - w->polled > 65536 && gz_work_stop(w, i)) return false;
    uint32_t cp = i + 4 <= t.n ? gz_utf8_three(t.p + i) : 0;
    if (gz_plain_han(cp)) {                  /* nothing of a spaced script reaches into it */
      w->scripts |= script_bit(GZ_SCRIPT_HANI);
      if (!scan_han(w, own, &i)) return false;
      inside = false;
      continue;
    }
    if (is_punctuation(cp)) { inside = false; i += 3; continue; }
    size_t next = i;
    cp = gz_utf8_next(t.p, t.n, &next);
    unsigned prop = gz_prop(cp), class = prop & 15u, script = prop >> 4;
    w->scripts |= script_bit(script);
    if (script == GZ_SCRIPT_HIRA || script == GZ_SCRIPT_KANA) {
      if (!w->kana) w->kana_from = i;
      w->kana = true;
      w->kana_to = i;
    }
    if (class < GZ_LETTER || class > GZ_DIGIT) { inside = false; i = next; continue; }
    if (!inside || script == GZ_SCRIPT_HANI || gz_is_unspaced(cp) || gz_is_hangul(cp)) {
      uint32_t a = gz_fold(cp), b = 0;
      size_t after = next;
      if (next < t.n) b = gz_fold(gz_utf8_next(t.p, t.n, &after));
      bool full = a < 0x80;              /* a full-width letter or digit: no bitmap says anything */
      bool builtin = full || wide_allowed(&gz_ent_filter, t, a, b, after), user = own && (full || wide_allowed(own, t, a, b, after));
      if ((builtin || user) && !gz_scan_try(w, i, builtin, user)) return false;
    }
    inside = !gz_is_unspaced(cp);
    i = next;
  }
  *pos = i;
  return true;
}

bool gz_scan_wide(gz_ent_work *w)
{
  const gz_filter *own = gz_names_filter(w->names);
  gz_view t = w->text;
  for (size_t i = 0; (i = gz_skip_ascii(t, i, t.n)) < t.n;)
    if (!scan_others(w, own, &i, i > 0 && gz_ascii_word((unsigned char)t.p[i - 1]))) return false;
  return true;
}
