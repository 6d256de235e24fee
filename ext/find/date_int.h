/* What the parts of the date finder share: tokens of a date, the date as said, and how it is worked out. Not for others. */
#ifndef GZ_DATE_INT_H
#define GZ_DATE_INT_H
#include "find/date.h"
#include "find/date_civil.h"
#include "lex_date_words.h"
#include "text/uni.h"
#include "text/utf8.h"

#define GZ_DK(x) ((uint64_t)1 << LEX_DATE_WORDS_KIND_##x)
#define GZ_DF(x) LEX_DATE_WORDS_FLAGS_##x

typedef struct gz_date_tok { uint32_t end; uint8_t kind; int32_t value; uint32_t flags, lang; } gz_date_tok;
typedef struct gz_date_num { uint32_t end; int32_t value; uint8_t digits; bool han, digitwise; } gz_date_num;
typedef struct gz_date_clock { uint32_t end; int16_t h, m, s; int16_t zone; } gz_date_clock;       /* -1: not said; zone GZ_NO_ZONE */
#define GZ_NO_ZONE INT16_MIN

/* What the parts of a date said. `has` tells which fields are set. */
enum {
  GZ_HAS_YEAR = 1, GZ_HAS_YREL = 2, GZ_HAS_DECADE = 4, GZ_HAS_CENTURY = 8, GZ_HAS_MONTH = 16, GZ_HAS_MREL = 32, GZ_HAS_DAY = 64,
  GZ_HAS_DREL = 128, GZ_HAS_WEEKDAY = 256, GZ_HAS_WREL = 512, GZ_HAS_QUARTER = 1024, GZ_HAS_QREL = 2048, GZ_HAS_HALF = 4096,
  GZ_HAS_SEASON = 8192, GZ_HAS_EDGE = 1 << 14, GZ_HAS_TIME = 1 << 15, GZ_HAS_COUNT = 1 << 16, GZ_HAS_HOLIDAY = 1 << 17,
  GZ_HAS_FISCAL = 1 << 18, GZ_HAS_ERA = 1 << 19, GZ_HAS_REL = 1 << 20, GZ_HAS_WEEKEND = 1 << 21, GZ_HAS_NTH = 1 << 22,
  GZ_HAS_MONTHS = 1 << 23, GZ_HAS_DECREL = 1 << 24, GZ_HAS_CENTREL = 1 << 25, GZ_HAS_LUNAR = 1 << 26
};

typedef struct gz_said {
  uint32_t start, end, has;
  int year, year2, month, month2, day, day2, weekday, quarter, quarter2, half, season, edge, months;   /* X2: end of a range inside */
  int rel;                    /* offset of the relative unit or of the adjective */
  int holiday, nth, nth_unit;
  uint32_t holiday_flags;
  int count, unit, dir;       /* dir: -1 ago, +1 from now, -2 up to now, +2 from now on */
  int era;
  bool bare_year;             /* only digits say that it is a year */
  bool marked_day;            /* 15日 */
  bool weak;                  /* a word that may mean something else */
  bool abbr;                  /* a word that needs a number beside it */
  bool narrative;             /* that year */
  bool weak_era;              /* years before its first */
  bool third;                 /* of the month: 上旬 */
  bool leap;                  /* the month is the leap one of its name: 闰二月 */
  bool swapped;               /* numeric day and month whose order was chosen */
  gz_date_clock clock;
} gz_said;

uint32_t gz_date_wide_char(gz_view t, size_t pos);

/* The character at pos, folded; 0 at the end. The one that ends there. */
static inline uint32_t gz_date_char(gz_view t, size_t pos)
{
  if (pos >= t.n) return 0;
  unsigned char c = (unsigned char)t.p[pos];
  return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 32u : c) : gz_date_wide_char(t, pos);
}
static inline uint32_t gz_date_char_before(gz_view t, size_t pos)
{
  if (pos == 0) return 0;
  unsigned char c = (unsigned char)t.p[pos - 1];
  return c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 32u : c) : gz_fold(gz_utf8_prev(t.p, t.n, &pos));
}

/* date_read.c: the tokens. */
const struct gz_date_memo *gz_date_words_at(gz_date_iter *it, size_t pos);
bool gz_date_word(gz_date_iter *it, size_t pos, uint64_t kinds, gz_date_tok *out);           /* the longest word there of one of these kinds */
bool gz_date_number(gz_date_iter *it, size_t pos, gz_date_num *out);                         /* digits or Han numerals */
bool gz_date_clock_at(gz_date_iter *it, size_t pos, bool after_date, gz_date_clock *out);
bool gz_date_numeric(gz_date_iter *it, size_t pos, gz_said *s);                    /* 2023-09-25, 9/25/2023, 25.9.2023, 20230925 */
size_t gz_date_spaces_slow(gz_view text, size_t pos);
/* Behind white space of one line and at most one newline. */
static inline size_t gz_date_spaces(gz_view t, size_t pos)
{
  unsigned char c = pos < t.n ? (unsigned char)t.p[pos] : 'x';
  if (c > ' ' && c != 0xC2 && c != 0xE2 && c != 0xE3) return pos;
  if (c == ' ' && pos + 1 < t.n && (unsigned char)t.p[pos + 1] - 0x21u < 0x5Eu) return pos + 1;
  return gz_date_spaces_slow(t, pos);
}
bool gz_date_said_before(gz_view text, size_t pos, uint64_t kind, uint32_t *flags);      /* the word that ends before pos */

/* date_parts.c: the grammar. */
bool gz_date_gather(gz_date_iter *it, size_t pos, bool second, gz_said *s);        /* the longest date that starts there */
bool gz_date_count(gz_date_iter *it, size_t pos, gz_said *s);                      /* counts of units: two years ago */

/* date_lunar.c */
bool gz_date_lunar(int year, int month, bool leap, int day, int32_t *out, int *length);

/* date_resolve.c: what it means; date_context.c: what the text around it tells. */
bool gz_date_resolve(gz_date_iter *it, const gz_said *s, gz_date *out);
bool gz_date_resolve_range(gz_date_iter *it, gz_said *a, gz_said *b, gz_date *out);
size_t gz_date_sentence_start(gz_view text, size_t pos);
int gz_date_tense(gz_view text, size_t start, size_t end);                               /* -1 past, +1 future, 0 unknown */
bool gz_date_in_name(gz_view text, size_t start, size_t end);
const char *gz_date_lang(gz_date_iter *it);                                              /* the text's language, asked for once */
bool gz_date_day_first(gz_date_iter *it);                                                /* is 10/4/2023 the 10th of April? */

#endif
