/* Between numeral_han.c, which walks a Han numeral, and numeral_han_vague.c, which knows its bounds and decimals. */
#ifndef GZ_NUMERAL_HAN_H
#define GZ_NUMERAL_HAN_H
#include "find/numeral_int.h"
#include "lex_han_numerals.h"
#include "text/utf8.h"

typedef const lex_han_numerals_row row;

typedef struct han {
  gz_view text;
  size_t end;              /* behind the last element accepted */
  gz_num_sum s;
  gz_dec wide;             /* high - low, in units of the part under construction */
  bool has_wide, open_high, zeroed, digits_cur, vague, hangul, ja;
  int last_power;          /* of the last small or mag element, -1 for none */
  int last_mag;            /* of the last mag element */
  int cur_len;             /* digits that make up cur */
  bool any_small;
  bool bare, gap;          /* written as Chinese does not (百一; 六万五百六 without 零): the last digit counts as it stands */
} han;

/* A numeral's element at pos, or NULL. */
static inline row *gz_han_element(gz_view text, size_t pos, size_t *next)
{
  gz_hit hit[8];
  if (pos >= text.n || (unsigned char)text.p[pos] < 0xC2) return NULL;
  size_t n = gz_trie_prefixes(&lex_han_numerals.trie, text, pos, hit, 8);
  while (n-- > 0) {                                /* words that are no numerals only count where one would begin */
    row *r = &lex_han_numerals_rows[hit[n].value];
    if (r->role == LEX_HAN_NUMERALS_ROLE_NONE || r->role == LEX_HAN_NUMERALS_ROLE_KEEP || r->role == LEX_HAN_NUMERALS_ROLE_PERCENT) continue;
    *next = hit[n].end;
    return r;
  }
  return NULL;
}

bool gz_han_is_none(gz_view text, size_t pos);                   /* a word that is no numeral begins here: 参 in 1750亿参数 */
size_t gz_han_spaces(gz_view text, size_t pos);
bool gz_han_korean_end(gz_view text, size_t pos);                /* may a Korean numeral end here? */
int gz_han_digits(gz_view text, size_t *pos, int *v, int max, bool inside);      /* a run of Han digits: values to v, their count */
void gz_han_set(han *h, gz_dec v, int len, bool digits);

bool gz_han_over(han *h, size_t next);                           /* 余, 多, 几 behind a part: up to one more of its size */
bool gz_han_many(han *h, size_t pos, size_t next);               /* 数, 几, 여러 in front of one */
bool gz_han_point(han *h, size_t *pos, size_t next, bool dot);   /* 三点五; `dot`: 三・五, Japanese, or behind a zero */

static inline bool is_here(gz_view text, size_t pos, const char *z)
{
  return gz_utf8_here(text.p, text.n, pos, z);
}
static inline bool is_unit_role(const row *e) { return e && (e->role == LEX_HAN_NUMERALS_ROLE_SMALL || e->role == LEX_HAN_NUMERALS_ROLE_MAG); }

#endif
