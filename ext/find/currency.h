/* Which currency stands at a place of a text, by sign, code, name or minor unit, and which one is meant when the word is shared
** ($, 元, ¥, peso, krone). Facts: ext/data/currencies.tsv, currency_cldr.tsv, countries.tsv, regions.tsv. */
#ifndef GZ_CURRENCY_H
#define GZ_CURRENCY_H
#include "find/money.h"
#include "find/text_lang.h"
#include "lex_currencies.h"

typedef struct gz_currency {
  uint32_t start, end;
  char code[4];              /* the reading when nothing else settles it; "" for none */
  uint32_t family;           /* LEX_CURRENCIES_FAMILY_*: the readings to choose from; 0 when the code is certain */
  uint8_t kind;              /* LEX_CURRENCIES_KIND_* */
  uint8_t flags;             /* LEX_CURRENCIES_FLAGS_* */
  int8_t power;              /* ten to this, against the main unit */
  uint8_t lang;              /* of the number's words (find/numeral.h), 0 for none */
  bool named;                /* a country word beside it has settled it */
} gz_currency;

typedef struct gz_currency_answer { uint32_t family; uint8_t kind, flags, basis, lang; char from[4], to[4]; } gz_currency_answer;

/* What is known about the text as a whole; its scripts (sampled) and country words (counted) are looked for once, when first asked for. */
typedef struct gz_currency_context {
  gz_view text;
  char region[4];
  bool sampled, han, kana, hangul, traditional, marked, us_sign;
  uint32_t counted;          /* country words are counted up to here */
  gz_lang_memo lang;
  gz_currency_answer last[2];
  const unsigned char *heads;       /* of the text (find/heads.h), or NULL */
  uint8_t hits[24];          /* how often words point to each region of gz_currency_regions */
} gz_currency_context;

#define GZ_CURRENCY_MINOR 0x80u      /* place: minor units only */

/* The longest currency that starts at pos; `place` is LEX_CURRENCIES_PLACE_*: where it would stand to the number. Country words
** around the name belong to it: australische Dollar, dólares de Hong Kong. */
bool gz_currency_at(gz_view text, size_t pos, unsigned place, gz_currency *out);
/* The longest currency that may stand before a number and ends at `end`. */
bool gz_currency_ending(gz_view text, size_t floor, size_t end, gz_currency *out);
/* Chooses among the readings of c: code and basis of the sum whose currency c is. */
void gz_currency_settle(gz_currency_context *x, const gz_currency *c, char code[4], uint8_t *basis);
/* The families that a code belongs to (LEX_CURRENCIES_FAMILY_*). */
uint32_t gz_currency_families(const char *code);
/* The code of a region's currency, or "". */
const char *gz_currency_of_region(const char *region);
const char *gz_currency_text_lang(gz_currency_context *x);

#endif
