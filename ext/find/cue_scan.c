/* Looks for cues of deals in a text faster than by reading its words: most sentences hold none, and those without a sum are then passed
** over by the reader of clauses. ASCII is looked at where a word starts, by the hash of its first four letters and two more; Han characters by a bit
** each and their pairs by a hash; what passes, and all that is rarer, is looked up in the trie of cue words. Says yes for cues of every language, also inside of
** mentions and of longer words that hide them, and never no where the reader would find one. */
#include "find/cue_words.h"
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

static inline bool bit(const uint64_t *bits, unsigned at) { return bits[at >> 6] >> (at & 63) & 1u; }

/* What the first four letters let pass, by two more; two spaces may stand for one of a key. */
static bool may_six(gz_view text, size_t pos, unsigned lead)
{
  if (bit(gz_deal_leads_six, gz_deal_six(lead, GZ_PAIR_ALONE)) || text.n - pos < 6) return true;
  const unsigned char *s = (const unsigned char *)text.p + pos;
  bool space = false;
  for (int i = 1; i < 6; i++) {
    bool blank = gz_deal_lead_byte(s[i]) == ' ';
    if ((space && blank) || s[i] >= 0x80) return true;
    space = blank;
  }
  return bit(gz_deal_leads_six, gz_deal_six(lead, gz_deal_two(s[4], s[5])));
}

static inline bool may_latin(gz_view text, size_t pos)
{
  unsigned char head[4] = {' ', ' ', ' ', ' '};
  if (text.n - pos >= 4) memcpy(head, text.p + pos, 4);
  else memcpy(head, text.p + pos, text.n - pos);
  if ((head[1] | head[2] | head[3]) & 0x80)
    for (int i = 1; i < 4; i++) if (head[i] >= 0xC0 && (head[i] < 0xE4 || head[i] > 0xE9)) return true;      /* may fold to ASCII; Han does not */
  unsigned lead = gz_deal_lead(head);
  return bit(gz_deal_leads_latin, lead) && may_six(text, pos, lead);
}

/* What is neither ASCII nor among the usual Han characters. */
static inline bool may_other(uint32_t cp)
{
  uint32_t f = gz_fold(cp);
  return f < 0x80 ? letter((unsigned char)f) : f < 0x800 || gz_trie_wide_starts(&gz_cue_trie, f);
}

/* Passes over ASCII: to the first word at which a cue stands (*found), or to what is not ASCII. */
static size_t pass_ascii(gz_view text, size_t pos, bool *found)
{
  const unsigned char *s = (const unsigned char *)text.p;
  bool inside = pos > 0 && letter(s[pos - 1]);             /* of a word */
  while (text.n - pos >= GZ_BLOCK) {
    gz_block b = gz_block_at(s + pos, ' ', ' ');
    unsigned n = b.high ? gz_lowest(b.high) : GZ_BLOCK, starts = b.letters & ~(b.letters << 1 | inside) & ((1u << n) - 1);
    for (; starts; starts &= starts - 1) {
      size_t at = pos + gz_lowest(starts);
      if (may_latin(text, at) && deal_at(text, at)) { *found = true; return at; }
    }
    pos += n;
    inside = b.letters >> 15 & 1u;
    if (n < GZ_BLOCK) return pos;
  }
  for (; pos < text.n && s[pos] < 0x80; pos++) {
    if (letter(s[pos]) && !inside && may_latin(text, pos) && deal_at(text, pos)) { *found = true; return pos; }
    inside = letter(s[pos]);
  }
  return pos;
}

size_t gz_deal_cue_next(gz_view text, size_t pos)
{
  bool found = false;
  while (pos < text.n) {
    if ((unsigned char)text.p[pos] < 0x80) {
      pos = pass_ascii(text, pos, &found);
      if (found) return pos;
      continue;
    }
    pos = gz_han_pass(text, pos, text.n, gz_deal_leads_han);
    if (pos == text.n) break;
    if ((unsigned char)text.p[pos] < 0x80) continue;
    size_t next = pos;
    uint32_t cp = gz_utf8_next(text.p, text.n, &next);
    if (cp - 0x4E00u < GZ_HAN_BITS ? gz_han_bit(gz_deal_leads_han, cp) && gz_pair_starts(gz_deal_pairs_han, text, cp, next) : may_other(cp)) if (deal_at(text, pos)) return pos;
    pos = next;
  }
  return text.n;
}
