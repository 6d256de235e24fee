/* A read-only, start-anchored double-array trie over folded UTF-8: one matcher for every lexicon. Built-in lexicons are
** compiled at build time into const tables; a connection's own names are built at run time by trie_build.h into the same
** structure. The text is folded (uni.h) while walking, so hits are byte offsets of the original text. A space in a key
** matches any run of white space. Keys are stored folded, with single spaces. */
#ifndef GZ_TRIE_H
#define GZ_TRIE_H
#include "base/view.h"

/* Four bytes a cell. Bits 0..7: the byte that leads here (GZ_TRIE_FREE: nothing does; no UTF-8 text has that byte); bits 8..30: the
** base of the children, child(c) = base ^ c, or where byte 0 leads here the value of the key that ends; bit 31: the rest of the only
** key below lies in the tail, at bits 8..30. Bit 30 of a base: byte 0 is among the children. No two nodes share a base unless all below them is
** the same, so the byte alone tells whose child a cell is. */
#define GZ_TRIE_FREE 0xFFu
#define GZ_TRIE_TAIL 0x80000000u
#define GZ_TRIE_FIELD_MAX 0x7FFFFFu
#define GZ_TRIE_ENDS 0x40000000u
#define GZ_TRIE_BASE_MAX 0x3FFFFFu

#define GZ_TRIE_FIRST_WORDS 256

/* The filter ahead of the walk has 14 bits of place. Two bytes: pairs of ASCII and characters of two bytes have a place of their own. */
static inline unsigned gz_trie_pair(unsigned a, unsigned b) { return (a & 127u) << 7 | (b & 127u); }
/* Longer characters (U+0800 and above) have three places: by the character, for every key that starts with it (most Han characters start
** none); of it alone, for a key that is nothing else; and with the folded character behind it, for the others. */
static inline unsigned gz_trie_wide(uint32_t cp) { return (cp * 0x9E3779B1u) >> 18; }
static inline unsigned gz_trie_wide_alone(uint32_t cp) { return (cp * 0x85EBCA77u) >> 18; }
static inline unsigned gz_trie_wide_pair(uint32_t cp, uint32_t behind) { return ((cp * 0x9E3779B1u ^ behind) * 0x85EBCA77u) >> 18; }

typedef struct gz_trie {
  const uint32_t *cells;          /* cells[1] is the root */
  uint32_t cell_count;
  const unsigned char *tail;      /* value in 3 bytes, length in one (255: the next two hold it), the bytes */
  uint32_t tail_size;
  const uint64_t *first;          /* a bit per place: may a key start so? */
} gz_trie;

/* Does any key start with this folded character of U+0800 or above? Says yes too often, never no wrongly. */
static inline bool gz_trie_wide_starts(const gz_trie *t, uint32_t cp) { unsigned p = gz_trie_wide(cp); return t->first[p >> 6] >> (p & 63) & 1u; }

/* Does a key end at the node of this cell, which others continue? The cell with the value, which lies elsewhere, need not be asked. */
static inline bool gz_trie_ends(uint32_t cell) { return (cell & GZ_TRIE_ENDS) != 0; }
/* The base of a node that has children. */
static inline uint32_t gz_trie_base(uint32_t cell) { return cell >> 8 & GZ_TRIE_BASE_MAX; }

/* For walks of one's own over folded bytes: the field of a cell, and what its tail holds. */
static inline uint32_t gz_trie_field(uint32_t cell) { return cell >> 8 & GZ_TRIE_FIELD_MAX; }
static inline const unsigned char *gz_trie_tail_of(const gz_trie *t, uint32_t cell, uint32_t *n, uint32_t *value)
{
  const unsigned char *p = t->tail + gz_trie_field(cell);
  *value = (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
  *n = p[3];
  if (*n < 255) return p + 4;
  *n = (uint32_t)p[4] | (uint32_t)p[5] << 8;
  return p + 6;
}

typedef struct gz_hit {
  uint32_t end;                   /* byte offset behind the match in the text */
  uint32_t value;
} gz_hit;

/* All keys that start at pos, shortest first; at most max. */
size_t gz_trie_prefixes(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max);
/* The same for who has asked a finer filter already: the trie's own is left out. */
size_t gz_trie_likely(const gz_trie *t, gz_view text, size_t pos, gz_hit *hits, size_t max);
/* The longest key that starts at pos. */
bool gz_trie_longest(const gz_trie *t, gz_view text, size_t pos, gz_hit *hit);
/* The key that is the whole of text (white space at the ends not ignored). */
bool gz_trie_exact(const gz_trie *t, gz_view text, uint32_t *value);

/* Quick rejection: false when no key can start at pos. */
bool gz_trie_may_start(const gz_trie *t, gz_view text, size_t pos);

#endif
