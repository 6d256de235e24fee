/* The numeral scanner: one exact reader of numbers for money, quantities, percentages and dates. A numeral is a literal:
** digits, Han numerals or number words with their magnitude and fraction (`1,234.5 million`, `三百亿`, `two and a half billion`,
** `½`). Signs, slashed fractions, powers and hedges belong to the layer above (number.h) or to the caller. */
#ifndef GZ_NUMERAL_H
#define GZ_NUMERAL_H
#include "base/dec.h"
#include "base/status.h"

enum gz_numeral_form { GZ_NUM_DIGITS, GZ_NUM_HAN, GZ_NUM_WORDS, GZ_NUM_MIXED };

typedef struct gz_numeral {
  gz_span span;            /* number and magnitude; no sign, currency, unit or hedge */
  gz_dec low, high;        /* equal for a point; several: the bounds */
  bool open_low, open_high;
  bool vague;              /* 数十亿, tens of millions: bounds only */
  bool negative_ok;        /* digits that a sign right before would negate */
  int8_t magnitude;        /* power of ten of the last magnitude word (billion: 9, 亿: 8, k: 3), 0 for none: reaches back in ranges */
  uint8_t form;            /* enum gz_numeral_form */
  bool round;              /* une trentaine: about so many */
  bool ordinal;            /* third, 第三, 3rd */
  bool grouped;            /* written with grouping marks */
  bool decimal;            /* written with a decimal mark */
  /* What a caller needs to judge a candidate. */
  bool weak;               /* bare one, a, second, pair, few, 一, 半 ...: a number only where something else speaks for it */
  bool fraction;           /* three quarters, ½, 四分之三 */
  bool left;               /* a letter, or a mark that ties to one (GPT-4, v2.1), stands right before: part of a name or code */
  bool right;              /* a letter follows without space: 5G, 29km, 3rd; with abbrev: behind the abbreviation */
  bool dotted;             /* piece of 192.168.1.2, 17.5.2018, 2222.22.2: not a value */
  bool abbrev;             /* the magnitude is a letter sign that may also be a unit: 5m, 3 t, 10G, 2b, 30w */
  bool spaced;             /* white space between number and magnitude */
  bool ambiguous;          /* one mark before three digits (1.234; 1,234): `alt` is the other reading */
  bool han_percent;        /* 百分之, 千分之 ... stands right before (set by gz_numeral_next) */
  uint8_t parts;           /* 百分之, 千分之, 万分之 before it: 2, 3, 4; the value is what stands behind; 0 for none */
  uint32_t parts_start;    /* ... and where that begins */
  gz_dec alt;
  uint32_t core_end;       /* where the number ends when its last magnitude is left out ... */
  gz_dec core;             /* ... and its value then (meaningful when magnitude != 0) */
  uint16_t lang;           /* language of the words: index for gz_numeral_lang_tag; 0 for none */
} gz_numeral;

/* The number that starts exactly at byte pos (a word or digit boundary is required before it). `lang` is a BCP 47 hint or NULL. */
bool gz_numeral_at(gz_view text, size_t pos, const char *lang, gz_numeral *out);

typedef struct gz_numeral_iter { gz_view text; size_t pos; const char *lang; int lang_id; size_t limit; const unsigned char *heads; } gz_numeral_iter;      /* limit: none is read that starts there or behind; pos is then where the first does; heads: of the text (find/heads.h), or NULL */
void gz_numeral_begin(gz_numeral_iter *it, gz_view text, const char *lang);
bool gz_numeral_next(gz_numeral_iter *it, gz_numeral *out);

/* The language id of a BCP 47 tag, for gz_numeral_at_id; 0 when unknown or NULL. */
int gz_numeral_lang(const char *tag);
const char *gz_numeral_lang_tag(int id);
bool gz_numeral_at_id(gz_view text, size_t pos, int lang, gz_numeral *out);

#endif
