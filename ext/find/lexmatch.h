/* Matching a lexicon backwards: tries are anchored at the start of a key, so a key that ends at a given place is found by trying
** the few places before it where a word may start. Bounded work for every call. */
#ifndef GZ_LEXMATCH_H
#define GZ_LEXMATCH_H
#include "find/word_set.h"
#include "text/trie.h"
#include "text/uni.h"
#include "text/utf8.h"

/* A word may begin or end between these two: unlike gz_word_boundary, a digit and a letter may touch (45EUR, US$20). */
static inline bool gz_lex_boundary(gz_view t, size_t pos)
{
  if (pos == 0 || pos >= t.n) return true;
  size_t i = pos, j = pos;
  uint32_t a = gz_utf8_prev(t.p, t.n, &i), b = gz_utf8_next(t.p, t.n, &j);
  if (!gz_is_letter(a) || !gz_is_letter(b)) return true;
  return gz_is_unspaced(a) || gz_is_unspaced(b);
}

static inline size_t gz_skip_spaces(gz_view t, size_t pos, size_t most)
{
  while (most-- > 0 && pos < t.n) {
    size_t i = pos;
    uint32_t c = gz_utf8_next(t.p, t.n, &i);
    if (!gz_is_space(c) || c == '\n') break;
    pos = i;
  }
  return pos;
}

/* A hard-wrapped line goes on with a small letter: behind its break, or pos. */
static inline size_t gz_wrap(gz_view t, size_t pos)
{
  return pos + 1 < t.n && t.p[pos] == '\n' && t.p[pos + 1] >= 'a' && t.p[pos + 1] <= 'z' && pos > 0 && t.p[pos - 1] != '\n' ? pos + 1 : pos;
}

static inline size_t gz_skip_spaces_back(gz_view t, size_t floor, size_t pos, size_t most)
{
  while (most-- > 0 && pos > floor) {
    size_t i = pos;
    uint32_t c = gz_utf8_prev(t.p, t.n, &i);
    if (!gz_is_space(c) || c == '\n' || i < floor) break;
    pos = i;
  }
  return pos;
}

/* Calls hit(arg, start, value) for every key that ends exactly at end and starts at a word boundary in [floor, end), nearest
** start first, at most `words` words back (a character of an unspaced script is a word), not across a word that is not in `inner`;
** stops when hit returns true. opens (or NULL): could a key start with this word? */
typedef bool gz_lex_hit(void *arg, size_t start, uint32_t value);
typedef bool gz_lex_opens(gz_view t, size_t pos);
static inline void gz_lex_ending_by(const gz_trie *trie, const gz_word_set *inner, gz_lex_opens *opens, gz_view t, size_t floor, size_t end, unsigned words, gz_lex_hit *hit, void *arg)
{
  size_t start = end;
  gz_hit hits[16];
  while (words-- > 0 && start > floor) {
    size_t p = gz_skip_spaces_back(t, floor, start, 3);
    start = gz_word_start(t, floor, p);
    size_t e;
    if (start == p || t.p[start] == '\n' || (inner && !gz_in_set(inner, gz_hash_word(t, start, &e).all))) break;
    if (opens && !opens(t, start)) continue;
    size_t n = gz_trie_prefixes(trie, gz_view_of(t.p, end), start, hits, 16);
    if (n > 0 && hits[n - 1].end == end && gz_lex_boundary(t, start) && hit(arg, start, hits[n - 1].value)) return;
  }
}

static inline void gz_lex_ending_in(const gz_trie *trie, const gz_word_set *inner, gz_view t, size_t floor, size_t end, unsigned words, gz_lex_hit *hit, void *arg)
{
  gz_lex_ending_by(trie, inner, NULL, t, floor, end, words, hit, arg);
}

static inline void gz_lex_ending(const gz_trie *trie, gz_view t, size_t floor, size_t end, unsigned words, gz_lex_hit *hit, void *arg)
{
  gz_lex_ending_in(trie, NULL, t, floor, end, words, hit, arg);
}

#endif
