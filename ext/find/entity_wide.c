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

/* Decodes Han characters U+4E00..U+9FFF from pos on, at most CHUNK. A continuation byte too many behind one is not seen: such a character is in no
** name, and the byte is met as the next character. */
static inline size_t decode_han(gz_view t, size_t pos, uint16_t *out)
{
  size_t most = pos + 4 <= t.n ? (t.n - pos - 1) / 3 : 0;
  if (most > CHUNK) most = CHUNK;
#if GZ_X86
  if (gz_cpu() & GZ_CPU_SSSE3) {
    size_t n = decode_eights(t.p + pos, most, out);
    return n + 8 > most ? decode_each(t.p + pos, n, most, out) : n;
  }
#endif
  return decode_each(t.p + pos, 0, most, out);
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

static inline bool has_single(const gz_filter *f) { return f->single_to >= 0x4E00 && f->single_from < 0xA000; }

/* A run that the scan is in: its folded characters, and what stands behind it: a character before the one at `third`. */
typedef struct run { const uint16_t *c; size_t n, from; uint32_t next; size_t third; } run;

/* Tries the names that start at those characters of a run, of which the first two allow one. */
static bool try_these(gz_ent_work *w, const gz_filter *f, bool user, const run *r, const uint16_t *which, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const size_t k = which[i];
    const uint16_t *c = r->c + k;
    if (k + 2 < r->n && !has_single(f)) {
      uint64_t pair = gz_filter_pair(c[0], c[1]);
      if (!gz_filter_goes_on(f, pair, 0) && !gz_filter_goes_on(f, pair, c[2])) continue;
    } else if (!(k + 1 < r->n ? wide_allowed(f, w->text, c[0], c[1], r->from + 3 * k + 6) : wide_allowed(f, w->text, c[0], r->next, r->third))) continue;
    if (!gz_scan_try(w, r->from + 3 * k, !user, user)) return false;
  }
  return true;
}

/* Folds the characters of a run and puts down those of which the first two allow a name of the built-in ones, the last one with what follows it;
** the lowest is told. */
static inline size_t fold_and_ask(uint16_t *c, size_t n, uint32_t next, uint16_t *which, unsigned *lowest)
{
  const uint64_t *wide = gz_ent_filter.wide;
  const bool all = has_single(&gz_ent_filter);
  size_t count = 0;
  uint32_t a = gz_fold_han(c[0]), low = a;
  c[0] = (uint16_t)a;
  for (size_t k = 1; k < n; k++) {
    uint32_t b = gz_fold_han(c[k]);
    uint64_t pair = gz_filter_pair(a, b);
    c[k] = (uint16_t)b;
    low = b < low ? b : low;
    which[count] = (uint16_t)(k - 1);
    count += gz_filter_begins(wide[gz_filter_place(GZ_FILTER_BITS, pair)], pair) | all;
    a = b;
  }
  uint64_t pair = gz_filter_pair(a, next);
  which[count] = (uint16_t)(n - 1);
  count += gz_filter_begins(wide[gz_filter_place(GZ_FILTER_BITS, pair)], pair) | all;
  *lowest = low;
  return count;
}

/* The same of folded ones and the connection's names. */
static bool try_own(gz_ent_work *w, const gz_filter *f, const run *r)
{
  uint16_t which[CHUNK];
  size_t count = 0;
  const bool all = has_single(f);
  for (size_t k = 0; k < r->n; k++) {
    uint64_t pair = gz_filter_pair(r->c[k], k + 1 < r->n ? r->c[k + 1] : r->next);
    which[count] = (uint16_t)k;
    count += gz_filter_begins(f->wide[gz_filter_place(f->bits, pair)], pair) | all;
  }
  return try_these(w, f, true, r, which, count);
}

/* A run of Han from *pos on; each character is decoded and folded once. */
static inline bool scan_han(gz_ent_work *w, const gz_filter *own, size_t *pos)
{
  gz_view t = w->text;
  uint16_t which[CHUNK];
  unsigned lowest;
  if (!room(w)) return false;
  uint16_t *c = w->han + w->han_count;
  size_t n = decode_han(t, *pos, c), from = *pos, end = from + 3 * n;
  run r = {c, n, from, 0, end};
  if (end < t.n) r.next = gz_fold(gz_utf8_next(t.p, t.n, &r.third));
  bool stray = end < t.n && ((unsigned char)t.p[end] & 0xC0) == 0x80;         /* that makes the last character another one: it is left out */
  size_t count = fold_and_ask(c, n, r.next, which, &lowest);
  *pos = end;
  if (!keep_run(w, from, n - stray, lowest < 0x4E00)) return false;
  gz_han_now now = {c, (uint32_t)from, (uint32_t)(end - 3 * stray)};
  w->now = now;
  if ((count && !try_these(w, &gz_ent_filter, false, &r, which, count)) || (own && !try_own(w, own, &r))) return false;
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
