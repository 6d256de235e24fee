/* The scan. A text is read in blocks: a block gives a mask of its letters and one of the bytes at which the scan has to look: digits, a $
** without a digit behind it, characters that a number in Han or a currency word may start with. In a block of ASCII these are a few
** comparisons; for the rest AVX2, where the machine has it, looks up all three bytes of all characters at once as nibbles (which lets a
** few through too many), and the portable way looks at every character. A word of ASCII letters is looked up by its first four letters.
** What passes is looked at one by one: a currency word counts only with a word of a number before it, a Han numeral only with a character
** behind it that may follow one. Uses floors base and text and the generated sets. */
#include "find/money_scan.h"
#include "base/cpu.h"
#include "base/watch.h"
#include "find/heads.h"
#include "find/money_sets.h"
#include "find/scan_masks.h"

static bool hangul_numeral(uint32_t c)
{
  static const uint16_t set[] = {0xC77C, 0xC774, 0xC0BC, 0xC0AC, 0xC624, 0xC721, 0xCE60, 0xD314, 0xAD6C, 0xC2ED, 0xBC31, 0xCC9C, 0xB9CC, 0xC5B5, 0xC870,
                                 0xC601, 0xACF5, 0xD55C, 0xB450, 0xC138, 0xB124, 0xBC18, 0xC218, 0xBA87, 0xB2E4, 0xC5EC, 0xC544, 0xC5F4, 0xC2A4, 0xC11C, 0xB108, 0xB300, 0xC608};
  for (size_t i = 0; i < sizeof set / sizeof *set; i++) if (set[i] == c) return true;
  return false;
}

static bool is_anchor(gz_view t, size_t pos, size_t *end)
{
  gz_word_hash h = gz_hash_word(t, pos, end);
  return gz_in_set(&gz_set_anchor, h.all) || gz_in_set(&gz_set_stem, h.three) || gz_in_set(&gz_set_anchor_upper, h.all);
}

/* A sign with digits behind it is found from the digits. */
static bool sign_of_digits(gz_view t, size_t pos)
{
  if (pos < t.n && t.p[pos] == ' ') pos++;
  if (pos + 2 < t.n && (unsigned char)t.p[pos] == 0xEF) return gz_is_digit(gz_utf8_next(t.p, t.n, &pos));      /* $１２ */
  return pos < t.n && (gz_ascii_digit((unsigned char)t.p[pos]) || t.p[pos] == '.' || t.p[pos] == '-');
}

/* A currency word counts with a word of a number before it, or behind it and adjectives and small words. */
static bool number_before(gz_view t, size_t pos)
{
  size_t p = pos;
  for (int words = 0; words < 6; words++) {
    size_t e, end = p;
    while (p > 0 && end - p < 3 && (t.p[p - 1] == ' ' || t.p[p - 1] == '-' || t.p[p - 1] == '\'')) p--;
    if (p > 1 && p == end && t.p[p - 1] == '\n') p--;       /* a wrapped line */
    if (p == 0) return false;
    unsigned char last = (unsigned char)t.p[p - 1];
    if (gz_ascii_digit(last)) return false;
    size_t start = gz_word_start(t, 0, p);
    if (last >= 0x80 || p - start >= 24) return true;       /* fünfhunderttausendsiebenhundert */
    uint32_t packed = gz_money_first_letters((const unsigned char *)t.p, p, start);
    if (packed && gz_money_word4_in(gz_money_number4, packed)) return true;
    uint32_t h = gz_hash_word(t, start, &e).all;
    if (!packed && words == 0) return gz_in_wide(&gz_set_number, h) || gz_in_wide(&gz_set_adjective, h) || gz_in_set(&gz_set_word_before, h);
    if (!gz_in_wide(&gz_set_adjective, h) && !gz_in_set(&gz_set_word_before, h)) return false;
    p = start;
  }
  return false;
}

/* By its first letters: could a word be one for a unit of money or a period? ALL is, all is not. */
static inline bool may_be_unit(unsigned char first, uint32_t letters)
{
  return gz_money_word4_in(gz_money_word4, letters) || (first < 'a' && gz_money_word4_in(gz_money_upper4, letters));
}

/* At the start of an ASCII word: is it a place? *end is behind its ASCII letters. */
static bool at_word(gz_view t, size_t i, size_t *end, size_t *period)
{
  const unsigned char *s = (const unsigned char *)t.p;
  size_t e = i + 1;
  bool may = may_be_unit(s[i], gz_money_first_letters(s, t.n, i)) && !gz_inside_word(t, i);
  while (e < t.n && gz_ascii_letter(s[e])) e++;
  *end = e;
  if (!may) return false;
  if (e - i < 3 && e + 3 < t.n && (s[e] == '\'' ? gz_ascii_letter(s[e + 1]) : s[e] == 0xE2 && s[e + 1] == 0x80 && s[e + 2] == 0x99)) return false;      /* a dh’aois */
  gz_word_hash w = gz_hash_word(t, i, &e);
  bool unit = gz_in_set(&gz_set_anchor, w.all) || gz_in_set(&gz_set_stem, w.three) || (gz_in_set(&gz_set_anchor_upper, w.all) && s[i] < 'a');
  if (unit && number_before(t, i)) return true;
  if (gz_in_set(&gz_set_period, w.all)) *period = i;
  return false;
}

/* A character of U+3000 to U+9FFF. */
static inline bool at_cjk(gz_view t, size_t i, uint32_t c, enum gz_money_place *place, size_t *period)
{
  size_t e;
  if (!gz_money_cjk_bit(gz_money_stop, c)) return false;
  if (gz_money_cjk_bit(gz_money_han_start, c)) {
    size_t j = i + 3;
    uint32_t next = j < t.n ? gz_utf8_next(t.p, t.n, &j) : 0;
    *place = GZ_MONEY_NUMBER;
    return gz_money_cjk_bit(gz_money_han_next, next) || (next < 0x80 && next != '\n');
  }
  if (c == 0x5E74 || c == 0x6708 || c == 0x5B63) { *period = i; return false; }      /* 年 月 季 */
  *place = GZ_MONEY_WORD;
  return c < 0x3400 && !gz_inside_word(t, i) && is_anchor(t, i, &e) && number_before(t, i);
}

/* Looks at the character at i. *next: where to go on when it is no place. */
static bool look(gz_view t, size_t i, size_t *next, enum gz_money_place *place, size_t *period)
{
  const unsigned char *s = (const unsigned char *)t.p;
  size_t n = t.n, e;
  unsigned char b = s[i];
  *place = GZ_MONEY_NUMBER;
  *next = i + 1;
  if (b < 0x80) {
    if (gz_ascii_digit(b)) return true;
    *place = GZ_MONEY_WORD;
    if (b == '$') return !sign_of_digits(t, i + 1);
    return gz_ascii_letter(b) && at_word(t, i, next, period);
  }
  if (b >= 0xE3 && b <= 0xE9 && n - i > 2 && (s[i + 1] & 0xC0) == 0x80 && (s[i + 2] & 0xC0) == 0x80) {      /* U+3000 to U+9FFF */
    *next = i + 3;
    return at_cjk(t, i, (uint32_t)(b & 15) << 12 | (uint32_t)(s[i + 1] & 63) << 6 | (s[i + 2] & 63u), place, period);
  }
  if (b == 0xC3 && i > 0 && gz_ascii_letter(s[i - 1]) && n - i > 1 && s[i + 1] != 0x97 && s[i + 1] != 0xB7 && (s[i + 1] & 0xC0) == 0x80) { *next = i + 2; return false; }      /* für */
  *next = i;
  uint32_t c = gz_utf8_next(t.p, t.n, next);
  enum gz_class k = gz_class_of(c);
  if (k == GZ_DIGIT || k == GZ_NUMBER) return true;
  if (gz_is_hangul(c)) return hangul_numeral(c) && !gz_inside_word(t, i);
  *place = GZ_MONEY_WORD;
  if (k == GZ_CURRENCY) return !sign_of_digits(t, *next);
  if (k != GZ_LETTER || gz_inside_word(t, i)) return false;
  if (is_anchor(t, i, &e) && number_before(t, i)) return true;
  if (e > *next) *next = e;
  return false;
}

/* A character of U+3000 to U+9FFF at which the scan has not to look, though its nibbles say so; four bytes can be read. */
static inline bool passes_by(const unsigned char *s)
{
  uint32_t c = gz_utf8_three((const char *)s);
  return c >= 0x3000 && c < 0xA000 && !gz_money_cjk_bit(gz_money_stop, c);
}

/* A function that goes over the blocks of [i, end) with SIZE bytes each, of which MASKS makes the masks; it may read two bytes more than a
** block and needs four. Returns where it stopped; *place tells whether that is one. */
#define OVER_BLOCKS(NAME, SIZE, MASKS)                                                                                                      \
  static size_t NAME(gz_view t, size_t i, size_t end, const unsigned char *heads, enum gz_money_place *place, size_t *period)                 \
  {                                                                                                                                         \
    const unsigned char *s = (const unsigned char *)t.p;                                                                                    \
    while (i < end && i + SIZE + 4 <= t.n) {                                                                                                \
      gz_masks m = MASKS(s + i, gz_money_nibbles, false, '$', '$');                                                                           \
      uint32_t inside = i > 0 && gz_ascii_letter(s[i - 1]), starts = m.letters & ~(m.letters << 1 | inside) & (heads ? gz_heads_at(heads, i) : ~0u);                          \
      uint32_t events = starts | m.digits | m.chars | (m.signs & ~(m.digits >> 1));                                                          \
      size_t next = i + SIZE;                                                                                                               \
      while (events) {                                                                                                                      \
        size_t at = i + gz_lowest(events);                                                                                                  \
        if (!heads && (starts & events & (0u - events)) && !may_be_unit(s[at], gz_money_first_letters(s, t.n, at))) { events &= events - 1; continue; }       \
        size_t past;                                                                                                                        \
        if (s[at] >= 0xE3 && passes_by(s + at)) { events &= events - 1; continue; }                                                         \
        if (look(t, at, &past, place, period)) return at;                                                                                   \
        if (past >= next) { next = past; break; }                                                                                           \
        events &= ~0u << (past - i);                                                                                                        \
      }                                                                                                                                     \
      i = next;                                                                                                                             \
    }                                                                                                                                       \
    *place = GZ_MONEY_END;                                                                                                                  \
    return i;                                                                                                                               \
  }

OVER_BLOCKS(sums_over_plain, GZ_BLOCK, gz_masks_plain)

#ifdef GZ_WITH_AVX2
__attribute__((target("avx2"))) OVER_BLOCKS(sums_over_avx2, 32, gz_masks_avx2)
#endif
#if GZ_NEON
OVER_BLOCKS(sums_over_neon, GZ_BLOCK, gz_masks_neon)
#endif

typedef size_t sums_over(gz_view t, size_t i, size_t end, const unsigned char *heads, enum gz_money_place *place, size_t *period);

static enum gz_money_place scan(sums_over *blocks, gz_view t, size_t pos, size_t *at, size_t *period, const unsigned char *heads)
{
  size_t i = pos, next, due = pos + GZ_WATCH_STRIDE;
  enum gz_money_place place;
  while (i < t.n && !gz_watch_at(i, &due)) {
    i = blocks(t, i, due < t.n ? due : t.n, heads, &place, period);
    if (place != GZ_MONEY_END) { *at = i; return place; }
    if (i >= t.n || i >= due) continue;
    if (look(t, i, &next, &place, period)) { *at = i; return place; }      /* the last bytes */
    i = next;
  }
  return GZ_MONEY_END;
}

enum gz_money_place gz_money_scan_plain(gz_view t, size_t pos, size_t *at, size_t *period, const unsigned char *heads) { return scan(sums_over_plain, t, pos, at, period, heads); }

enum gz_money_place gz_money_scan(gz_view t, size_t pos, size_t *at, size_t *period, const unsigned char *heads)
{
#ifdef GZ_WITH_AVX2
  if (gz_cpu() & GZ_CPU_AVX2) return scan(sums_over_avx2, t, pos, at, period, heads);
#endif
#if GZ_NEON
  if (gz_cpu() & GZ_CPU_NEON) return scan(sums_over_neon, t, pos, at, period, heads);
#endif
  return scan(sums_over_plain, t, pos, at, period, heads);
}

size_t gz_money_skip(gz_view t, size_t at, enum gz_money_place place)
{
  size_t i = at;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  if (place == GZ_MONEY_NUMBER && gz_is_digit(c))
    while (i < t.n) { size_t j = i; if (!gz_is_digit(gz_utf8_next(t.p, t.n, &j))) break; i = j; }
  return i;
}
