/* A word of a run of capitals, and what is known of it (floor-internal; see discover_latin.c). */
#ifndef GZ_LATIN_TOKEN_H
#define GZ_LATIN_TOKEN_H
#include "find/discover.h"
#include "find/latin_words.h"
#include "text/ascii_block.h"

typedef struct gz_latin_token {
  gz_span span;
  uint32_t roles;
  bool cap, allcaps, initial, given, surname, common, dotted, owns, odd;      /* owns: 's follows; odd: there may be more in it than letters */
} gz_latin_token;

static inline bool gz_latin_letter(uint32_t cp)
{
  if (cp < 0x80) return (cp | 32u) - 'a' < 26u;
  return gz_script_of(cp) == GZ_SCRIPT_LATN && gz_is_letter(cp);
}
/* Reads the word at *pos: letters, digits, inner apostrophes, hyphens and ampersands; U.S. with its dots. */
void gz_latin_read(gz_view text, size_t *pos, gz_latin_token *t);
/* The same of most words: one of plain letters and digits that ends within a block, with nothing behind it that could belong to it. false: it is
** no such word, and nothing is read. */
static inline bool gz_latin_read_plain(gz_view text, size_t *pos, gz_latin_token *t)
{
  if (text.n - *pos <= GZ_BLOCK) return false;
  const unsigned char *s = (const unsigned char *)text.p + *pos;
  gz_block b = gz_block_at(s, 0, 0);
  unsigned end = gz_lowest(~(b.letters | b.digits)), all = (1u << end) - 1, letters = b.letters & all, capitals = gz_block_capitals(s) & all;
  unsigned char c = s[end];
  if (end == GZ_BLOCK || c == '\'' || c == '-' || c == '&' || (c == '.' && capitals == letters)) return false;
  if (c >= 0x80 && !((c >= 0xE3 && c <= 0xE9) || (c == 0xEF && end + 2 <= GZ_BLOCK && s[end + 1] == 0xBC && s[end + 2] < 0x90))) return false;      /* kana, Han, full-width signs */
  gz_latin_token plain = {{(uint32_t)*pos, (uint32_t)*pos + end}, 0, capitals & 1u, capitals == letters && letters & (letters - 1), false, false, false, false, false, false, letters != all};
  *t = plain;
  *pos += end;
  return true;
}
/* Fills in what the lists say of it. */
void gz_latin_look_up(gz_view text, gz_latin_token *t);

static inline uint32_t gz_latin_roles_of(gz_view v) { return gz_latin_roles(gz_latin_word(v)); }
static inline uint32_t gz_latin_peek(gz_view t, size_t pos) { return pos < t.n ? gz_utf8_next(t.p, t.n, &pos) : 0; }

#endif
