/* Cheap tests before the lexicon of date words is asked; filled by ext/gen/datesets.c. */
#ifndef GZ_DATE_SETS_H
#define GZ_DATE_SETS_H
#include "find/date_int.h"
#include "find/word_set.h"

/* The kinds of words that a date may start with. */
#define GZ_DATE_STARTS                                                                                                                   \
  (GZ_DK(MONTH) | GZ_DK(WEEKDAY) | GZ_DK(WEEK_WEEKDAY) | GZ_DK(ORDINAL) | GZ_DK(NUMBER) | GZ_DK(HAN) | GZ_DK(REL_DAY) | GZ_DK(REL_WEEK) | \
   GZ_DK(REL_WEEKEND) | GZ_DK(REL_MONTH) | GZ_DK(REL_QUARTER) | GZ_DK(REL_YEAR) | GZ_DK(REL_DECADE) | GZ_DK(REL_CENTURY) | GZ_DK(REL) |  \
   GZ_DK(ROLL) | GZ_DK(AGO_BEFORE) | GZ_DK(EDGE) | GZ_DK(YEAR_EDGE) | GZ_DK(MONTH_EDGE) | GZ_DK(SEASON) | GZ_DK(HALF) | GZ_DK(QUARTER) |  \
   GZ_DK(FIRST_MONTHS) | GZ_DK(FISCAL) | GZ_DK(HOLIDAY) | GZ_DK(ERA) | GZ_DK(DECADE) | GZ_DK(CENTURY) | GZ_DK(LUNAR) |                     \
   GZ_DK(LUNAR_MONTH) | GZ_DK(NARRATIVE))
/* What may stand behind a number that begins a date. */
#define GZ_DATE_AFTER_NUMBER                                                                                                             \
  (GZ_DK(MONTH) | GZ_DK(SUFFIX) | GZ_DK(UNIT) | GZ_DK(MARK_YEAR) | GZ_DK(MARK_MONTH) | GZ_DK(MARK_DAY) | GZ_DK(MARK_QUARTER) |            \
   GZ_DK(MARK_DECADE) | GZ_DK(MARK_CENTURY) | GZ_DK(MARK_HOUR) | GZ_DK(QUARTER) | GZ_DK(HALF) | GZ_DK(MERIDIEM) | GZ_DK(ROLL) |           \
   GZ_DK(CONN) | GZ_DK(FISCAL) | GZ_DK(GLUE) | GZ_DK(SEASON))

#define GZ_CJK_FROM 0x3000u
#define GZ_CJK_TO 0xD7C0u
extern const gz_word_set gz_date_start_words;     /* first words of what a date may start with */
extern const gz_word_set gz_date_number_words;    /* of those, what is a number word and nothing else */
extern const gz_word_set gz_date_after_words;     /* behind a number */
extern const uint32_t gz_date_any_three[(1u << 15) / 32], gz_date_any_cjk[(GZ_CJK_TO - GZ_CJK_FROM) / 32];      /* any key at all */
extern const uint32_t gz_date_after_cjk[(GZ_CJK_TO - GZ_CJK_FROM) / 32];

/* What a date may start with, as a text writes it, by hashes of its bytes. The first four letters of a word in ASCII. A
** character of three bytes; those that are a word alone, and what may stand behind them; the first two of other words. */
#define GZ_DATE_HASH 14
#define GZ_DATE_HASHED(name) const uint64_t name[1u << (GZ_DATE_HASH - 6)]
extern GZ_DATE_HASHED(gz_date_start_heads);
extern GZ_DATE_HASHED(gz_date_start_wide);
extern GZ_DATE_HASHED(gz_date_start_alone);
extern GZ_DATE_HASHED(gz_date_start_behind);
extern const uint64_t gz_date_start_pairs[1u << (GZ_DATE_HASH + 1 - 6)];
static inline unsigned gz_date_hash(uint64_t bytes) { return (unsigned)((bytes * 0x9E3779B97F4A7C15u) >> (64 - GZ_DATE_HASH)); }
static inline unsigned gz_date_head(uint32_t four) { return (four * 0x9E3779B1u) >> (32 - GZ_DATE_HASH); }      /* as in find/heads.c */
static inline unsigned gz_date_hash_alone(uint64_t bytes) { return gz_date_hash(bytes << 12); }      /* of a character: not with the same others as above */
static inline unsigned gz_date_hash_pair(uint64_t first, uint64_t next) { return (unsigned)(((first | next << 24) * 0xD6E8FEB86659FD93u) >> (64 - GZ_DATE_HASH - 1)); }
static inline bool gz_date_bit(const uint64_t *bits, unsigned at) { return bits[at >> 6] >> (at & 63) & 1u; }

/* By the first three letters of a word; behind its end any letter will do. */
extern const unsigned char gz_date_letter[256];     /* 1..26 a letter, 27 not ASCII, 0 anything else */
static inline uint32_t gz_three_letters(gz_view t, size_t pos)
{
  const unsigned char *z = (const unsigned char *)t.p + pos;
  if (pos + 2 < t.n) return (uint32_t)gz_date_letter[z[0]] << 10 | (uint32_t)gz_date_letter[z[1]] << 5 | gz_date_letter[z[2]];
  return (uint32_t)gz_date_letter[z[0]] << 10 | (pos + 1 < t.n ? (uint32_t)gz_date_letter[z[1]] << 5 : 0);
}

static inline bool gz_in_cjk(const uint32_t *bits, uint32_t cp) { return cp >= GZ_CJK_FROM && cp < GZ_CJK_TO && (bits[(cp - GZ_CJK_FROM) >> 5] >> (cp & 31) & 1u); }
/* May a key of the lexicon start here? Says yes too often, never no wrongly. */
static inline bool gz_date_may_word(gz_view t, size_t pos)
{
  if (pos >= t.n) return false;
  unsigned char c = (unsigned char)t.p[pos];
  if (c < 0x80) {
    if ((c | 32u) - 'a' < 26u) {
      uint32_t k = gz_three_letters(t, pos);
      return gz_date_any_three[k >> 5] >> (k & 31) & 1u;
    }
    const uint64_t *first = lex_date_words.trie.first;       /* digits and signs: the trie's own two bytes */
    unsigned next = pos + 1 < t.n ? (unsigned char)t.p[pos + 1] : 0;
    if (next >= 0x80) return true;
    if (next - 'A' < 26u) next |= 32u;
    else if (next < ' ' && next) next = ' ';
    unsigned two = gz_trie_pair(c, next), alone = gz_trie_pair(c, 0);
    return (first[alone >> 6] >> (alone & 63) & 1u) || (first[two >> 6] >> (two & 63) & 1u);
  }
  if (c >= 0xE3 && c <= 0xED && pos + 2 < t.n)
    return gz_in_cjk(gz_date_any_cjk, (uint32_t)(c & 15u) << 12 | (uint32_t)((unsigned char)t.p[pos + 1] & 63u) << 6 | ((unsigned char)t.p[pos + 2] & 63u)) || c == 0xED;
  return true;
}

/* date_scan.c: the first place in [pos, end), or `end`, at which a date may start; *number: with digits. *next: behind what stands there, to go on
** from when it was none. */
size_t gz_date_stop(gz_date_iter *it, size_t pos, size_t end, size_t *next, bool *number);

#endif
