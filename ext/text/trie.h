/* A read-only, start-anchored double-array trie over folded UTF-8: one matcher for every lexicon. Built-in lexicons are
** compiled at build time into const tables; a connection's own names are built at run time by trie_build.h into the same
** structure. The text is folded (uni.h) while walking, so hits are byte offsets of the original text. A space in a key
** matches any run of white space. Keys are stored folded, with single spaces. */
#ifndef GZ_TRIE_H
#define GZ_TRIE_H
#include "base/view.h"

typedef struct gz_trie_cell { int32_t base; uint32_t check; } gz_trie_cell;

typedef struct gz_trie {
  const gz_trie_cell *cells;      /* cells[1] is the root; child(c) = base + c; base < 0: tail at -base */
  uint32_t cell_count;
  const unsigned char *tail;      /* u16 length, bytes, u32 value, both little-endian */
  uint32_t tail_size;
  const uint64_t *first;          /* 65536 bits: may a key start with these two folded bytes? */
} gz_trie;

typedef struct gz_hit {
  uint32_t end;                   /* byte offset behind the match in the text */
  uint32_t value;
} gz_hit;

/* All keys that start at pos, shortest first; at most max. */
size_t gz_trie_prefixes(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max);
/* The longest key that starts at pos. */
bool gz_trie_longest(const gz_trie *t, gz_view text, size_t pos, gz_hit *hit);
/* The key that is the whole of text (white space at the ends not ignored). */
bool gz_trie_exact(const gz_trie *t, gz_view text, uint32_t *value);

/* Quick rejection: false when no key can start at pos. */
bool gz_trie_may_start(const gz_trie *t, gz_view text, size_t pos);

#endif
