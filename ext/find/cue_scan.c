/* Looks for cues of deals in a text faster than by reading its words: most sentences hold none, and those without a sum are then passed
** over by the reader of clauses. ASCII is looked at where a word starts, by the hash of its first four letters; Han characters by a bit
** each; what passes, and all that is rarer, is looked up in the trie of cue words. Says yes for cues of every language, also inside of
** mentions and of longer words that hide them, and never no where the reader would find one. */
#include "find/cue_words.h"
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

static inline bool may_latin(gz_view text, size_t pos)
{
  unsigned char head[4] = {' ', ' ', ' ', ' '};
  if (text.n - pos >= 4) memcpy(head, text.p + pos, 4);
  else memcpy(head, text.p + pos, text.n - pos);
  if ((head[1] | head[2] | head[3]) & 0x80) return true;      /* may fold to ASCII */
  unsigned h = gz_deal_lead(head);
  return gz_deal_leads_latin[h >> 6] >> (h & 63) & 1u;
}

size_t gz_deal_cue_next(gz_view text, size_t pos)
{
  const unsigned char *s = (const unsigned char *)text.p;
  while (pos < text.n) {
    unsigned char c = s[pos];
    if (c < 0x80) {
      if (!letter(c)) { pos++; continue; }
      if ((pos == 0 || !letter(s[pos - 1])) && may_latin(text, pos) && deal_at(text, pos)) return pos;
      do pos++; while (pos < text.n && letter(s[pos]));
      continue;
    }
    if (c >= 0xE4 && c <= 0xE9 && text.n - pos > 2 && (s[pos + 1] & 0xC0) == 0x80 && (s[pos + 2] & 0xC0) == 0x80) {
      uint32_t at = ((uint32_t)(c & 15) << 12 | (uint32_t)(s[pos + 1] & 63) << 6 | (s[pos + 2] & 63u)) - 0x4E00u;
      if (at < 328 * 64) {
        if ((gz_deal_leads_han[at >> 6] >> (at & 63) & 1u) && deal_at(text, pos)) return pos;
        pos += 3;
        continue;
      }
    }
    if (deal_at(text, pos)) return pos;
    gz_utf8_next(text.p, text.n, &pos);
  }
  return text.n;
}
