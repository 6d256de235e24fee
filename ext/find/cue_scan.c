/* Looks for cues of deals in a text faster than by reading its words: most sentences hold none, and those without a sum are then passed
** over by the reader of clauses. ASCII is looked at where a word starts, by a bit for its first bytes and one for those with what follows; characters
** of three bytes by a bit each and one for the pair with the next, both as they are written; what passes, and all that is rarer, is looked up in the
** trie of cue words. Says yes for cues of every language, also inside of mentions and of longer words that hide them, and never no where the
** reader would find one. */
#include "find/cue_words.h"
#include "find/heads.h"
#include "base/watch.h"
#include "text/ascii_block.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Does a cue of a deal start here and end at the end of a word? */
static bool deal_at(gz_view text, size_t pos)
{
  gz_hit h[GZ_CUE_PREFIXES_MAX];
  size_t n = gz_trie_prefixes(&gz_cue_trie, text, pos, h, GZ_CUE_PREFIXES_MAX);
  while (n-- > 0) if (gz_cue_rows_of(h[n].value).row[GZ_CUE_DEAL] && gz_word_boundary(text, h[n].end)) return true;
  return false;
}

static inline bool letter(unsigned char c) { return (c | 32u) - 'a' < 26u; }

/* May a cue start with these eight bytes of a word's start, letters small and 0 for all else? Two spaces may stand for one of a key. */
static inline bool may_latin(uint64_t word)
{
  unsigned head = gz_deal_head((uint32_t)word);
  if (!gz_raw_bit(gz_deal_heads, head)) return false;
  if (gz_raw_bit(gz_deal_heads_six, gz_deal_six(head, GZ_PAIR_ALONE)) || gz_raw_bit(gz_deal_heads_six, gz_deal_six(head, (uint32_t)(word >> 16)))) return true;
  uint64_t none = (word - 0x0101010101010101u) & ~word & 0x8080808080808080u;
  return none & none >> 8 & 0x8080808000u;
}

/* May a character that starts with this byte fold to a letter of ASCII? Not accented Latin, Greek, Cyrillic, kana, Han, Hangul. */
static inline bool may_fold(unsigned char lead) { return lead >= 0xC4 && lead - 0xCEu > 0xD9u - 0xCEu && lead - 0xE3u > 0xEDu - 0xE3u; }

/* Passes over ASCII: to the first word at which a cue stands (*found), or to what is not ASCII. A block is looked at together with the next. */
static size_t pass_ascii(gz_view text, size_t pos, const unsigned char *heads, bool *found)
{
  const unsigned char *s = (const unsigned char *)text.p;
  unsigned char small[2 * GZ_BLOCK] = {0};
  bool inside = pos > 0 && letter(s[pos - 1]);             /* of a word */
  for (int i = 0; i < 4 && !letter(s[pos]); i++) {         /* a number or sign between Han */
    inside = false;
    if (++pos == text.n || s[pos] >= 0x80) return pos;
  }
  if (text.n - pos >= GZ_BLOCK) {
    gz_block now = gz_block_small(s + pos, small), next = {0, 0, 0, 0};
    for (;;) {
      if (text.n - pos >= 2 * GZ_BLOCK) next = gz_block_small(s + pos + GZ_BLOCK, small + GZ_BLOCK);
      else break;
      unsigned letters = now.letters, above = now.high | next.high << GZ_BLOCK, n = above ? gz_lowest(above) : 2 * GZ_BLOCK, odd = above && may_fold(s[pos + n]) ? n : 3 * GZ_BLOCK;
      unsigned starts = letters & ~(letters << 1 | inside) & (n < GZ_BLOCK ? (1u << n) - 1 : 0xFFFFu);
      if (heads) starts &= gz_heads_at(heads, pos);
      for (; starts; starts &= starts - 1) {
        unsigned at = gz_lowest(starts);
        uint64_t word;
        memcpy(&word, small + at, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        if ((may_latin(word) || at + 6 > odd) && deal_at(text, pos + at)) { *found = true; return pos + at; }
      }
      if (n < GZ_BLOCK) return pos + n;
      inside = letters >> (GZ_BLOCK - 1) & 1u;
      pos += GZ_BLOCK;
      now = next;
      memcpy(small, small + GZ_BLOCK, GZ_BLOCK);
    }
  }
  for (; pos < text.n && s[pos] < 0x80; pos++) {           /* the last few words of the text */
    if (letter(s[pos]) && !inside && deal_at(text, pos)) { *found = true; return pos; }
    inside = letter(s[pos]);
  }
  return pos;
}

/* Passes over characters of three bytes with which no cue starts; eight bytes can be read before end. */
static inline size_t pass_wide(gz_view text, size_t pos)
{
  for (; text.n - pos >= 8; pos += 3) {
    uint64_t six = gz_raw_six(text.p + pos);
    if ((six & 0xC0C0F0u) != 0x8080E0u || gz_raw_may(&gz_deal_raw, six)) break;
  }
  return pos;
}

/* May a key start with the letter of U+00C0..00FF at pos? True for all that is none. Most stand inside of words. */
static inline bool may_accented(gz_view text, size_t pos)
{
  if (text.p[pos] != '\xC3' || text.n - pos < 2) return true;
  unsigned b = (unsigned char)text.p[pos + 1], as_is = gz_trie_pair(0xC3, b), small = gz_trie_pair(0xC3, b | 0x20u);
  return gz_raw_bit(gz_cue_trie.first, as_is) || gz_raw_bit(gz_cue_trie.first, small);
}

size_t gz_deal_cue_next(gz_view text, size_t pos, const unsigned char *heads)
{
  bool found = false;
  size_t due = pos + GZ_WATCH_STRIDE;
  while (pos < text.n && !gz_watch_at(pos, &due)) {
    if ((unsigned char)text.p[pos] < 0x80) {
      pos = pass_ascii(text, pos, heads, &found);
      if (found) return pos;
      continue;
    }
    pos = pass_wide(text, pos);
    if ((unsigned char)text.p[pos] < 0x80) continue;
    if (may_accented(text, pos) && deal_at(text, pos)) return pos;
    gz_utf8_next(text.p, text.n, &pos);
  }
  return text.n;
}
