/* Looks up what stands right behind a name in deal_beside.tsv. What it may use: the matcher. All words that start there are asked. */
#include "find/deal_beside.h"
#include "text/trie.h"

static bool letter(gz_view t, size_t pos) { return pos < t.n && ((unsigned char)t.p[pos] | 32u) - 'a' < 26u; }

bool gz_deal_beside(gz_view t, size_t pos, unsigned role)
{
  gz_hit hits[4];
  size_t n = pos < t.n ? gz_trie_prefixes(&lex_deal_beside.trie, t, pos, hits, 4) : 0;
  while (n-- > 0)
    if (lex_deal_beside_rows[hits[n].value].role == role && !(letter(t, hits[n].end - 1) && letter(t, hits[n].end))) return true;
  return false;
}
