/* A glance at a number before all that could be said of it is looked for: most numbers of a text are years, days, sums and ordinals, and measure
** nothing. Neither the word before it nor those behind it may belong to a percentage, unit, counted noun, bound, hedge, range, sign or further
** number (quantity_sets.h tells by their hashes); words of other scripts than Latin and Han, and signs not surely without meaning, are
** not judged. tests/unit/quantity_paths.c holds the finder with and without the glance together. Uses floors base and text. */
#include "find/quantity_quiet.h"
#include "find/hedge.h"
#include "find/lexmatch.h"
#include "find/money_parts.h"
#include "find/quantity_read.h"
#include "find/quantity_sets.h"
#include "lex_money_words.h"
#include "lex_number_joins.h"
#include "lex_percent_words.h"
#include "lex_units.h"

/* A Han character at pos, or a sign that only ends or separates. */
static bool plain_sign(uint32_t c)
{
  switch (c) {
    case '(': case ')': case ',': case '.': case ';': case ':': case '!': case '?': case ']': case '[':
    case 0x3001: case 0x3002: case 0x300A: case 0x300B: case 0x300C: case 0x300D: case 0xFF01: case 0xFF08: case 0xFF09: case 0xFF0C: case 0xFF1A: case 0xFF1B: case 0xFF1F:
    case 0x2018: case 0x2019: case 0x201C: case 0x201D: return true;
    default: return false;
  }
}
static bool opens(uint32_t c) { return c == '(' || c == '['; }
static bool is_letter(uint32_t c) { return c < 0x80 ? (c | 32) - 'a' < 26u : gz_is_letter(c); }

static bool latin_or_han(uint32_t c) { return c < 0x250 ? is_letter(c) : c >= 0x4E00 && c < 0xA000; }

/* Does a link or hedge end at p, right before the number at start? 比: compared (比三十大). */
static bool linked(gz_view t, size_t start, size_t p, uint32_t c)
{
  uint8_t hedge;
  size_t s;
  return c == 0x6BD4 || gz_money_word_before(t, 0, p, LEX_MONEY_WORDS_ROLE_LINK | LEX_MONEY_WORDS_ROLE_PAIR, &s) || gz_hedge_before(t, 0, start, &hedge, &s);
}

static bool quiet_before(gz_view t, size_t start)
{
  size_t p = gz_skip_spaces_back(t, 0, start, 3);
  if (p == 0) return true;
  size_t i = p;
  uint32_t c = gz_utf8_prev(t.p, t.n, &i);
  if (c == '\n' || gz_class_of(c) == GZ_CURRENCY) return true;
  if (c == 0x7B2C) return true;                    /* 第 */
  bool sign = plain_sign(c);
  if (sign ? p == start && (c == '.' || c == ',' || c == ':') : !latin_or_han(c) || (p == start && c < 0x250)) return false;
  unsigned bits = gz_beside_before(t, 0, p) & GZ_BESIDE_LOUD_BEFORE;
  if (c == '.' || ((c == 0x5E74 || c == 0x6708) && p == start && i > 0 && (unsigned char)(t.p[i - 1] - '0') < 10)) bits &= ~(unsigned)GZ_BESIDE_LAST_PERCENT;      /* 2023年5月 */
  return !bits || (bits == GZ_BESIDE_LAST_LINK && !linked(t, start, p, c));
}

/* The counted noun may be up to two words away: past a word, or 0 where the noun phrase ends. */
static size_t next_word(gz_view t, size_t p, bool *loud)
{
  size_t q = p;
  while (q < t.n) {                                /* long-term */
    size_t i = q;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (!is_letter(c) && c != '-') break;
    q = i;
  }
  if (q == p || gz_measure_ends_phrase(gz_view_of(t.p + p, q - p))) return 0;
  size_t s = gz_skip_spaces(t, q, 2);
  if (s == q || s >= t.n) return 0;
  *loud = (gz_beside_after(t, s) & GZ_BESIDE_NOUN) != 0;
  return s;
}

/* 2023年, 5月, 6日: no time that is measured (quantity_read.c), unless 間 follows. */
static bool dated(gz_view t, const gz_numeral *n, uint32_t c, size_t next)
{
  int64_t v;
  if (n->form != GZ_NUM_DIGITS || n->magnitude || n->grouped || (c != 0x5E74 && c != 0x6708 && c != 0x65E5) || !gz_dec_to_int64(n->low, &v)) return false;
  if (c == 0x5E74 && (v < 1000 || v >= 2200)) return false;
  uint32_t behind = next < t.n ? gz_fold(gz_utf8_next(t.p, t.n, &next)) : 0;
  return behind != 0x95F4 && (behind < 0x3000 || (behind >= 0x4E00 && behind < 0xA000));
}

static bool quiet_after(gz_view t, const gz_numeral *n)
{
  size_t end = n->span.end, p = gz_skip_spaces(t, end, 3);
  if (p >= t.n) return false;
  size_t i = p;
  uint32_t c = gz_utf8_next(t.p, t.n, &i);
  unsigned bits = gz_beside_after(t, p) & GZ_BESIDE_LOUD_AFTER;
  if (bits && n->span.start >= 3 && memcmp(t.p + n->span.start - 3, "第", 3) == 0) {        /* 第二个 counts nothing, but 第二个以上 */
    size_t e;
    bits &= ~(unsigned)(GZ_BESIDE_UNIT | GZ_BESIDE_NOUN);
    if (gz_measure_counter(t, p, &e) && (e >= t.n || gz_beside_after(t, gz_skip_spaces(t, e, 2)) & (GZ_BESIDE_BOUND | GZ_BESIDE_GOES_ON))) return false;
    if (bits == GZ_BESIDE_PERCENT && !gz_trie_longest(&lex_percent_words.trie, t, p, &(gz_hit){0})) bits = 0;
  }
  if (n->fraction && (t.p[p] | 32) == 'a') return false;      /* half an hour */
  if (bits) return !(bits & ~(unsigned)(GZ_BESIDE_UNIT | GZ_BESIDE_NOUN)) && p == end && dated(t, n, c, i);
  if (plain_sign(c)) return !opens(c) && p == end && (i >= t.n || (unsigned char)t.p[i] <= ' ' || (unsigned char)t.p[i] >= 0xE2 || t.p[i] == '"');
  if (!latin_or_han(c)) return false;
  if (c >= 0x250) return true;
  bool loud = false;
  if (p == end) return false;
  for (int k = 0; k < 2 && p && !loud; k++) p = next_word(t, p, &loud);
  return !loud;
}

bool gz_quantity_quiet(gz_view t, const gz_numeral *n)
{
  if (n->ordinal) {                                /* never a quantity: only where it ends matters */
    size_t p = gz_skip_spaces(t, n->span.end, 3);
    return !(gz_beside_after(t, p) & GZ_BESIDE_GOES_ON) || !gz_trie_longest(&lex_number_joins.trie, t, p, &(gz_hit){0});
  }
  if (n->vague || n->open_low || n->open_high || n->round || n->parts || gz_dec_cmp(n->low, n->high) != 0) return false;
  if (!quiet_before(t, n->span.start) || !quiet_after(t, n)) return false;
  if (!n->magnitude || n->core_end >= n->span.end) return true;
  size_t p = gz_skip_spaces(t, n->core_end, 2);     /* 5m */
  return !(gz_beside_after(t, p) & GZ_BESIDE_UNIT) || !gz_trie_longest(&lex_units.trie, t, p, &(gz_hit){0});
}
