/* The iterator's scan for places where a numeral may start. A text is read in blocks (scan_masks.h), of which only some bytes are looked at:
** digits, marks before a digit, the first letters of words, characters that numerals in Han and other scripts start with. A word in ASCII
** costs one hash of its first four letters; another character one bit, and where that is set the pair with the next character. Only what
** passes is read in full. */
#include "find/numeral_filter.h"
#include "base/cpu.h"
#include "base/watch.h"
#include "find/heads.h"
#include "find/money_scan.h"
#include "find/numeral_int.h"
#include "find/scan_masks.h"

/* The first four letters at pos or as many as the word has, in small letters; *k how many. */
static inline uint32_t first_letters(const unsigned char *s, size_t n, size_t pos, size_t *k)
{
  if (pos + 4 <= n) {                                /* four bytes at once */
    uint32_t x = (uint32_t)s[pos] | (uint32_t)s[pos + 1] << 8 | (uint32_t)s[pos + 2] << 16 | (uint32_t)s[pos + 3] << 24;
    if (!(x & 0x80808080u)) {
      uint32_t low = x | 0x20202020u, other = ~((low + 0x1F1F1F1Fu) & ~(low + 0x05050505u)) & 0x80808080u;
      unsigned bits = other ? gz_lowest(other) & ~7u : 32;
      *k = bits >> 3;
      return bits == 32 ? low : low & ((1u << bits) - 1u);
    }
  }
  uint32_t packed = 0;
  size_t i = 0;
  while (i < 4 && pos + i < n && gz_ascii_letter(s[pos + i])) { packed |= (uint32_t)(s[pos + i] | 32u) << (8 * i); i++; }
  *k = i;
  return packed;
}

static inline bool known(uint32_t packed, uint32_t tail, uint64_t langs)
{
  return gz_num_lang_masks[gz_num_word_langs[gz_num_hash(packed, tail) % GZ_NUM_WORD_SLOTS]] & langs;
}

/* May a number word start with the ASCII letter at pos? */
static bool word_may_start(gz_view t, size_t pos, uint64_t langs)
{
  const unsigned char *s = (const unsigned char *)t.p;
  uint32_t tail = 0;
  size_t k;
  uint32_t packed = first_letters(s, t.n, pos, &k);
  if (k < 4 && pos + k < t.n && s[pos + k] >= 0x80) {
    size_t i = pos + k;
    uint32_t c = gz_fold(gz_utf8_next(t.p, t.n, &i));
    if (c < 0x80) return true;                       /* full-width letters: leave it to the reader */
    if (gz_is_letter(c)) tail = c;
  }
  if (!gz_num_quick(packed, 0) && !(tail && gz_num_quick(packed, tail))) return false;
  if (!known(packed, tail, langs) && !(tail && known(packed, 0, langs))) return false;
  if (k == 1 && !tail) {                             /* a million: an article needs a number word behind it */
    size_t next = pos + 1;
    while (next < t.n && s[next] == ' ') next++;
    if (next >= t.n || next == pos + 1) return next >= t.n;
    return gz_ascii_letter(s[next]) ? word_may_start(t, next, langs) : s[next] >= 0x80;
  }
  return true;
}

/* A character beyond ASCII at pos; *next behind it. */
static bool char_may_start(gz_view t, size_t pos, size_t *next)
{
  *next = pos;
  uint32_t c = gz_utf8_next(t.p, t.n, next);
  if (c >= 0x10000) return gz_is_digit(c) || (gz_fold(c) < 0x80 && gz_fold(c) > ' ');
  if (!gz_num_bit(gz_num_char_bits, c)) return false;
  uint32_t f = gz_fold(c);
  if (f < 0x80 || gz_num_bit(gz_num_pair_bits, gz_num_hash(f, 0)) || gz_class_of(c) == GZ_NUMBER || c == 0x66B) return true;
  if (*next >= t.n) return false;
  size_t i = *next;
  return gz_num_bit(gz_num_pair_bits, gz_num_hash(f, gz_fold(gz_utf8_next(t.p, t.n, &i))));
}

/* Looks at the character at i. *next: where to go on when no numeral can start there. */
static bool look(gz_view t, size_t i, size_t *next, uint64_t langs)
{
  unsigned char b = (unsigned char)t.p[i];
  size_t digit;
  *next = i + 1;
  if (b >= 0x80) return char_may_start(t, i, next) && !(b < 0xCA && gz_inside_word(t, i));      /* für */
  if (gz_ascii_digit(b)) return true;
  if (b == '.' || b == ',') {
    unsigned char d = i + 1 < t.n ? (unsigned char)t.p[i + 1] : 0;
    return d < 0x80 ? gz_ascii_digit(d) : (d < 0xE3 || d > 0xE9) && gz_num_digit(t, i + 1, &digit) >= 0;
  }
  return gz_ascii_letter(b) && word_may_start(t, i, langs) && !gz_inside_word(t, i);
}

/* Could a word start so, in any language? All letters: four of them, or a word that ends before. */
static inline bool quick_word(const unsigned char *s)
{
  uint32_t x = (uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 | (uint32_t)s[3] << 24;
  if (x & 0x80808080u) return true;
  uint32_t low = x | 0x20202020u, other = ~((low + 0x1F1F1F1Fu) & ~(low + 0x05050505u)) & 0x80808080u;
  if (other) low &= (1u << (gz_lowest(other) & ~7u)) - 1u;
  return gz_num_quick(low, 0);
}

/* A character that no numeral starts with, though its nibbles say so; four bytes can be read. */
static inline bool passes_by(const unsigned char *s)
{
  uint32_t c = gz_utf8_three((const char *)s);
  return c && !gz_num_bit(gz_num_char_bits, c);
}

/* A function that goes over the blocks of [i, end) with SIZE bytes each, of which MASKS makes the masks; it may read two bytes more than a
** block and needs four. Returns where it stopped; *found tells whether a numeral may start there. */
#define OVER_BLOCKS(NAME, SIZE, MASKS)                                                                                                      \
  static size_t NAME(gz_view t, size_t i, size_t end, uint64_t langs, const unsigned char *heads, bool *found)                              \
  {                                                                                                                                         \
    const unsigned char *s = (const unsigned char *)t.p;                                                                                    \
    *found = true;                                                                                                                          \
    while (i < end && i + SIZE + 4 <= t.n) {                                                                                                \
      gz_masks m = MASKS(s + i, gz_num_nibbles, true, '.', ',');       /* ’n miljoen */                                                  \
      uint32_t inside = i > 0 && gz_ascii_letter(s[i - 1]), starts = m.letters & ~(m.letters << 1 | inside) & (heads ? gz_heads_at(heads, i) : ~0u); \
      uint32_t events = starts | m.digits | m.chars | (m.signs & ((m.digits | m.high) >> 1 | 1u << (SIZE - 1)));                                         \
      size_t next = i + SIZE;                                                                                                               \
      for (; events; events &= events - 1) {                                                                                                \
        size_t at = i + gz_lowest(events), past;                                                                                            \
        if (!heads && (starts & events & (0u - events)) && !quick_word(s + at)) continue;                                                             \
        if (s[at] >= 0xE3 && passes_by(s + at)) continue;                                                                                   \
        if (look(t, at, &past, langs)) return at;                                                                                           \
        if (past > next) next = past;                                                                                                       \
      }                                                                                                                                     \
      i = next;                                                                                                                             \
    }                                                                                                                                       \
    *found = false;                                                                                                                         \
    return i;                                                                                                                               \
  }

OVER_BLOCKS(over_plain, GZ_BLOCK, gz_masks_plain)

#ifdef GZ_WITH_AVX2
__attribute__((target("avx2"))) OVER_BLOCKS(over_avx2, 32, gz_masks_avx2)
#endif
#if GZ_NEON
OVER_BLOCKS(over_neon, GZ_BLOCK, gz_masks_neon)
#endif

typedef size_t over(gz_view t, size_t i, size_t end, uint64_t langs, const unsigned char *heads, bool *found);

static bool scan(over *blocks, gz_view t, size_t pos, size_t *at, uint64_t langs, const unsigned char *heads)
{
  size_t due = pos + GZ_WATCH_STRIDE, next;
  bool found;
  while (pos < t.n && !gz_watch_at(pos, &due)) {
    pos = blocks(t, pos, due < t.n ? due : t.n, langs, heads, &found);
    if (!found && (pos >= t.n || pos >= due)) continue;
    if (found || look(t, pos, &next, langs)) { *at = pos; return true; }      /* the last bytes */
    pos = next;
  }
  return false;
}

bool gz_num_scan(gz_view t, size_t pos, size_t *at, uint64_t langs, const unsigned char *heads)
{
#ifdef GZ_WITH_AVX2
  if (gz_cpu() & GZ_CPU_AVX2) return scan(over_avx2, t, pos, at, langs, heads);
#endif
#if GZ_NEON
  if (gz_cpu() & GZ_CPU_NEON) return scan(over_neon, t, pos, at, langs, heads);
#endif
  return scan(over_plain, t, pos, at, langs, heads);
}
