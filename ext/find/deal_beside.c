/* Looks up the words of deal_beside.tsv: at a place, before one, within a stretch. What it may use: the matcher, which is anchored at a word's
** start. So what ends at a place is looked for from the few places before it where a word may start, the farthest first; all
** words that start there are asked, and all roles of each. */
#include "find/deal_beside.h"
#include "text/trie.h"
#include "text/utf8.h"

#define LONGEST 24             /* bytes of a key */
#define HITS 8

static bool letter(gz_view t, size_t pos) { return pos < t.n && ((unsigned char)t.p[pos] | 32u) - 'a' < 26u; }
static bool inside(gz_view t, size_t pos) { return pos > 0 && letter(t, pos - 1) && letter(t, pos); }      /* of a Latin word */
static bool starts_char(gz_view t, size_t pos) { return ((unsigned char)t.p[pos] & 0xC0u) != 0x80u; }

static bool has_role(uint32_t row, unsigned role)
{
  while (lex_deal_beside_rows[row].role != role) if (!lex_deal_beside_rows[row++].more) return false;
  return true;
}

/* May a word of the role start with the character at pos? */
static inline bool may_start(gz_view t, size_t pos, unsigned role)
{
  unsigned char c = (unsigned char)t.p[pos];
  uint32_t key = (unsigned)(c | 32) - 'a' < 26u ? c | 32u : c;
  if (c >= 0x80) {
    if (c < 0xE0 || c >= 0xF0 || t.n - pos < 4) return true;
    key = gz_utf8_four(t.p + pos) & 0xFFFFFFu;
  }
  unsigned bit = gz_beside_bit(key);
  return gz_beside_firsts[role * (GZ_BESIDE_BITS / 64) + (bit >> 6)] >> (bit & 63) & 1u;
}

/* The longest key at pos, in the bounds of t, that has the role; 0 for none. */
static size_t key_end(gz_view t, size_t pos, unsigned role)
{
  gz_hit hits[HITS];
  if (pos >= t.n || !may_start(t, pos, role)) return 0;
  size_t n = gz_trie_likely(&lex_deal_beside.trie, t, pos, hits, HITS);
  while (n-- > 0) if (has_role(hits[n].value, role) && !inside(t, hits[n].end)) return hits[n].end;
  return 0;
}

size_t gz_deal_beside_end(gz_view t, size_t pos, unsigned role) { return key_end(t, pos < t.n && t.p[pos] == ' ' ? pos + 1 : pos, role); }

static size_t ending(gz_view t, size_t floor, size_t end, unsigned role, bool whole)
{
  gz_view upto = gz_view_of(t.p, end);
  unsigned char last = end > floor ? (unsigned char)t.p[end - 1] : ' ';
  if (last < 0x80 && !(gz_beside_lasts[role] >> gz_beside_last(last) & 1u)) return 0;
  for (size_t start = end > floor + LONGEST ? end - LONGEST : floor; start < end; start++)
    if (starts_char(t, start) && !(whole && inside(t, start)) && key_end(upto, start, role) == end) return end - start;
  return 0;
}

size_t gz_deal_before(gz_view t, size_t floor, size_t pos, unsigned role)
{
  size_t space = pos > floor && t.p[pos - 1] == ' ';
  if (pos < floor + space || inside(t, pos - space)) return 0;
  size_t n = ending(t, floor, pos - space, role, true);
  return n ? n + space : 0;
}

size_t gz_deal_ending(gz_view word, unsigned role) { return ending(word, 0, word.n, role, false); }

size_t gz_deal_find(gz_view t, size_t from, size_t to, unsigned role)
{
  const uint64_t *bits = gz_beside_firsts + role * (GZ_BESIDE_BITS / 64);
  for (size_t at = from; at < to && at < t.n;) {
    for (; at < to && t.n - at >= 4 && gz_utf8_looks_three(t.p + at); at += 3) {
      unsigned bit = gz_beside_bit(gz_utf8_four(t.p + at) & 0xFFFFFFu);
      if (bits[bit >> 6] >> (bit & 63) & 1u) break;
    }
    if (at >= to || at >= t.n) break;
    if (may_start(t, at, role) && starts_char(t, at) && !inside(t, at) && key_end(t, at, role)) return at;
    at++;
  }
  return to;
}

size_t gz_deal_stretch(gz_view t, size_t from, size_t to)
{
  static const char marks[][4] = {"，", "。", "；"};
  for (; from < to && from + 3 <= t.n; from++)
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) if (memcmp(t.p + from, marks[k], 3) == 0) return from;
  return to < t.n ? to : t.n;
}
