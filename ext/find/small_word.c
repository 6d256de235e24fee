/* Asks one lexicon for words of one role: all words that start at the place are looked at, longest first. Uses the matcher only. */
#include "find/small_word.h"
#include "text/trie.h"
#include "text/uni.h"

#define MOST 8                 /* words that start with one another */

static bool has_role(uint32_t row, unsigned role)
{
  for (;; row++) {
    if (lex_small_words_rows[row].role == role) return true;
    if (!lex_small_words_rows[row].more) return false;
  }
}

/* Letters of one and two bytes are those of scripts with spaces between the words. */
static bool whole(gz_view t, size_t end)
{
  unsigned char c = (unsigned char)t.p[end - 1];
  if (c >= 0x80) for (size_t k = end - 1; c >= 0x80 && c < 0xC0 && k > 0; ) c = (unsigned char)t.p[--k];
  return c >= 0xE0 || gz_word_boundary(t, end);
}

bool gz_small_word_at(gz_view t, size_t pos, unsigned role, size_t *end)
{
  gz_hit hits[MOST];
  size_t n = pos < t.n ? gz_trie_prefixes(&lex_small_words.trie, t, pos, hits, MOST) : 0;
  while (n-- > 0)
    if (has_role(hits[n].value, role) && whole(t, hits[n].end)) {
      if (end) *end = hits[n].end;
      return true;
    }
  return false;
}

bool gz_small_word_is(gz_view w, unsigned role)
{
  uint32_t row;
  return gz_trie_exact(&lex_small_words.trie, w, &row) && has_role(row, role);
}
