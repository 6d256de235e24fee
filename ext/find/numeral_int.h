/* What the parts of the numeral scanner share: digits, the sum under construction, Han numerals, number words. */
#ifndef GZ_NUMERAL_INT_H
#define GZ_NUMERAL_INT_H
#include "find/numeral.h"

/* A language id with this bit is only likely (detected, not told). */
#define GZ_NUM_SOFT 0x100
/* ... and with this one no words of other languages count, but English ones. */
#define GZ_NUM_ONLY 0x200
static inline int gz_num_lang_id(int lang) { return lang & (GZ_NUM_SOFT - 1); }
static inline uint64_t gz_num_mask(int lang, int english)
{
  return lang & GZ_NUM_ONLY ? (uint64_t)1 << gz_num_lang_id(lang) | (uint64_t)1 << english : ~(uint64_t)0;
}

/* A digit of any script at pos: 0..9 and *next behind it, or -1. */
int gz_num_digit(gz_view text, size_t pos, size_t *next);

/* Does the language write a decimal comma? 1 yes, 0 no, -1 not known. */
int gz_num_comma(int lang);
/* The language of a flag set in ext/data/number_langs.tsv. */
unsigned gz_num_lang_flags(int lang);

/* The common case in one go, where no language is given; false: ask the full scanner, gz_num_full. */
bool gz_num_fast(gz_view text, size_t pos, gz_numeral *out);
bool gz_num_full(gz_view text, size_t pos, int lang, gz_numeral *out);

/* k, bn, Mio behind the digits of n. */
bool gz_num_sign(gz_view text, gz_numeral *n);
/* Languages (bits) in which a word of ext/data/number_words.tsv has this role; role 0: any but an article. */
uint64_t gz_num_langs(uint32_t row, unsigned role);
/* May a number word of one of these languages, a digit or a letter that is not ASCII go on behind pos? */
bool gz_num_goes_on(gz_view text, size_t pos, uint64_t langs);

/* The next place at or behind pos where a numeral may start. langs: a bit per language whose ASCII-led words count.
** heads: of the text (find/heads.h), or NULL. */
bool gz_num_scan(gz_view text, size_t pos, size_t *at, uint64_t langs, const unsigned char *heads);

/* Digits with their grouping and decimal marks at pos. Fills span, low, high, grouped, decimal, dotted, ambiguous, alt. */
bool gz_num_digits(gz_view text, size_t pos, int comma, gz_numeral *out);

/* A sum under construction: `parts` are closed by a magnitude, `cur` is what stands behind the last one.
** 一万五千亿: parts 1e4 and 5e3; 亿 gathers every part below it. three hundred thousand: hundred is a magnitude like any other. */
#define GZ_NUM_PARTS 12
typedef struct gz_num_sum {
  gz_dec part[GZ_NUM_PARTS];
  int mag[GZ_NUM_PARTS];
  int n;
  gz_dec cur;
  bool has_cur;
} gz_num_sum;

void gz_num_sum_clear(gz_num_sum *s);
gz_dec gz_num_sum_value(const gz_num_sum *s);
/* Closes what stands below 10^power with that magnitude. `all`: gather parts too (万, million); else only cur (百).
** False when a part of this size or smaller stands before: the number ended earlier. */
bool gz_num_sum_close(gz_num_sum *s, int power, bool all, gz_dec factor);
/* Size that a further addend must stay below: 10^power of the last part. */
int gz_num_sum_room(const gz_num_sum *s);

/* Han numerals (also after digits: 3万5千). `digits` is what stands before pos, or NULL. out->span.start is kept. */
bool gz_num_han(gz_view text, size_t pos, const gz_numeral *digits, int lang, gz_numeral *out);
bool gz_num_han_may_start(gz_view text, size_t pos);
/* The numeral at [start, *end) is part of a word that is none (四川, 统一): moves *end behind that word. */
bool gz_num_han_veto(gz_view text, size_t start, size_t *end);
/* 百分之, 千分之, 万分之: 2, 3, 4, and the number behind it is at *next; 0 for none. */
int gz_num_han_parts(gz_view text, size_t pos, size_t *next);

/* Number words of one language (also after digits: 3 million). */
bool gz_num_words(gz_view text, size_t pos, const gz_numeral *digits, int lang, gz_numeral *out);

/* a / b, cut to 19 digits (0 when b is not a whole number above 0). */
gz_dec gz_num_divide(gz_dec a, gz_dec b);

#endif
