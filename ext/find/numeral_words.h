/* Number words: what the tokens (numeral_token.c) and their composition (numeral_words.c) share. */
#ifndef GZ_NUMERAL_WORDS_H
#define GZ_NUMERAL_WORDS_H
#include "find/numeral_int.h"
#include "lex_number_langs.h"
#include "lex_number_words.h"

#define GZ_ROLE(x) LEX_NUMBER_WORDS_ROLE_##x
#define GZ_FLAG(x) LEX_NUMBER_WORDS_FLAGS_##x
#define GZ_WORD_TOKENS 20

/* One number word, or digits among words (4 thousand 3 hundred and 21). */
typedef struct gz_num_token {
  gz_dec value;
  uint32_t start, end, flags;
  int power;
  uint8_t role;
  bool hyphen;             /* a hyphen joins it to the word before */
  bool tight;              /* ... without spaces */
  bool digits;
} gz_num_token;

typedef struct gz_num_words_state {
  gz_view text;
  int lang;
  unsigned flags;          /* of the language */
  int n, at;
  size_t pos;              /* behind the words taken */
  gz_num_sum s;
  int64_t room;            /* the next addend must be smaller */
  gz_num_token tok[GZ_WORD_TOKENS];       /* of the orthographic word at hand: n of them; last, so that they need no clearing */
} gz_num_words_state;

static inline void gz_num_state_clear(gz_num_words_state *w) { memset(w, 0, offsetof(gz_num_words_state, tok)); }

/* The next number word, or NULL. Several may come from one orthographic word. */
const gz_num_token *gz_num_peek(gz_num_words_state *w);
void gz_num_take(gz_num_words_state *w);
/* Behind white space and at most one hyphen. */
size_t gz_num_gap(gz_view text, size_t pos, bool *hyphen);
/* Adds v when it may stand behind what is there. */
bool gz_num_try_add(gz_num_words_state *w, const gz_num_token *t, bool joined);
bool gz_num_close_part(gz_num_words_state *w, int power);

/* Decimals behind the point word at hand. */
bool gz_num_decimals(gz_num_words_state *w);
/* Is t a part (half, thirds, an ordinal that may be one)? Can n stand before it (one third, two thirds, not two third)? */
bool gz_num_is_part(const gz_num_token *t);
bool gz_num_part_fits(const gz_num_token *t, gz_dec n);
/* (a) half, three quarters, one fifth: *v, and w behind it. */
bool gz_num_part_phrase(gz_num_words_state *w, gz_dec *v);
/* A denominator of several words that cannot belong to the numerator: vingt | vingt cinquième, dois | vinte e cinco avos. */
bool gz_num_denominator(gz_num_words_state *w, gz_dec *d);

/* Whole number or INT64_MAX. */
static inline int64_t gz_num_int(gz_dec d) { int64_t v; return gz_dec_to_int64(d, &v) ? v : INT64_MAX; }

/* Truncated to a whole number, for comparing sizes (one and a half counts as 1). */
static inline int64_t gz_num_floor(gz_dec d)
{
  while (d.e < 0 && d.m) { d.m /= 10; d.e++; }
  return gz_num_int(d);
}

#endif
