/* What is known of a stretch of Chinese: the words that start at every character, from the tables of han_data.h. What a name may be made of
** is noted as a set of flags for every character, so that most
** stretches are done with after a look at them (han_lattice.c). Only for the names of companies the words are spread over the places
** between characters. */
#include "find/han_lattice.h"

static inline size_t bytes_of(uint32_t cp, unsigned char *z)
{
  if (cp - 0x800u >= 0xF800u) return gz_utf8_put(cp, (char *)z);
  z[0] = (unsigned char)(0xE0 | cp >> 12);
  z[1] = (unsigned char)(0x80 | (cp >> 6 & 63));
  z[2] = (unsigned char)(0x80 | (cp & 63));
  return 3;
}

/* A word of the trie, from one character to another. */
static void note(gz_han *h, int from, int to, uint32_t value)
{
  if (to == from + 1) h->single[from] = (uint16_t)value;
  else if (to == from + 2) h->pair[from] = (uint16_t)value;
  else if (h->longer_count < GZ_HAN_LONGEST) {
    gz_han_longer x = {(uint16_t)value, (uint8_t)from, (uint8_t)to};
    h->longer[h->longer_count++] = x;
    h->roles |= gz_han_rows[value].roles;
    if (gz_han_rows[value].flags & GZ_HAN_IS_NAME) { h->names[from] |= GZ_HAN_LONGER_NAME; h->flags |= GZ_HAN_LONGER_NAME; }
  }
}

/* Notes the only key left below a cell, when the text goes on like it behind `used` bytes of character k. */
static void note_tail(gz_han *h, int from, int k, size_t used, uint32_t cell)
{
  uint32_t n, value;
  const unsigned char *t = gz_trie_tail_of(&gz_han_trie, cell, &n, &value), *end = t + n;
  for (; t < end; k++, used = 0) {
    unsigned char z[4];
    if (k == h->n) return;
    size_t length = bytes_of(h->cp[k], z);
    while (used < length && t < end) if (z[used++] != *t++) return;
    if (used < length) return;
  }
  note(h, from, used ? k + 1 : k, value);
}

/* Notes the words of the trie that start at `from`. */
static void walk(gz_han *h, int from)
{
  const uint32_t *cells = gz_han_trie.cells;
  uint32_t cell = cells[1];
  for (int k = from; k < h->n;) {
    unsigned char z[4];
    size_t length = bytes_of(h->cp[k], z);
    for (size_t i = 0; i < length; i++) {
      cell = cells[gz_trie_base(cell) ^ z[i]];
      if ((cell & 255u) != z[i]) return;
      if (cell & GZ_TRIE_TAIL) { note_tail(h, from, k, i + 1, cell); return; }
    }
    k++;
    if (gz_trie_ends(cell)) note(h, from, k, gz_trie_field(cells[gz_trie_base(cell)]));
  }
}

/* A dot, a character that is not in the table, or one before such a one: only the trie knows of words with them. */
static void rare_at(gz_han *h, int i)
{
  bool plain = gz_han_is_plain(h->cp[i]);
  if (plain && i + 1 < h->n && gz_han_is_plain(h->cp[i + 1])) return;
  h->pair[i] = 0;
  if (!plain) h->single[i] = 0;
  if (h->dot[i]) h->dots = true;
  else walk(h, i);
}

/* What a name may be made of: the flags of a character, and of the pair that starts with it. */
static inline uint8_t flags_of(const gz_han_row *one, const gz_han_row *two) { return (uint8_t)(one->flags | (two->flags & GZ_HAN_IS_NAME) * GZ_HAN_PAIR_NAME); }

/* A stretch with rarer characters or dots. */
static uint32_t collect_rare(gz_han *h)
{
  uint32_t roles = 0;
  for (int i = 0; i < h->n; i++) {
    uint32_t a = h->cp[i] - 0x4E00u, entry = gz_han_chars[a < GZ_HAN_PLAIN ? a : 0];
    uint32_t pair = i + 1 < h->n && gz_han_is_plain(h->cp[i + 1]) ? gz_han_pair(entry, h->cp[i], h->cp[i + 1]) : 0;
    h->single[i] = (uint16_t)(entry >> GZ_HAN_PLACE_BITS);
    h->pair[i] = (uint16_t)(pair & ~GZ_HAN_LONGER);
    h->names[i] = 0;
    rare_at(h, i);
    const gz_han_row *one = &gz_han_rows[h->single[i]], *two = &gz_han_rows[h->pair[i]];
    h->names[i] |= flags_of(one, two);
    h->flags |= h->names[i];
    roles |= (one->roles & (GZ_HAN_TAIL | GZ_HAN_SEAT)) | two->roles;
    if (pair & GZ_HAN_LONGER && i + 2 < h->n && gz_han_is_plain(h->cp[i]) && gz_han_third(h->cp[i], h->cp[i + 1], h->cp[i + 2])) walk(h, i);
  }
  return roles;
}

/* What a character alone, and with the next one, is. */
static inline void put_rows(gz_han *h, int i, uint32_t single, uint32_t word, uint32_t *flags, uint32_t *roles)
{
  const gz_han_row *one = &gz_han_rows[single], *two = &gz_han_rows[word];
  uint8_t own = flags_of(one, two);
  h->single[i] = (uint16_t)single;
  h->pair[i] = (uint16_t)word;
  h->names[i] = own;
  *flags |= own;
  *roles |= (one->roles & (GZ_HAN_TAIL | GZ_HAN_SEAT)) | two->roles;
}

/* One with none. */
static uint32_t collect_plain(gz_han *h)
{
  const uint32_t *c = h->cp;
  const int last = h->n - 1;
  uint32_t roles = 0, flags = 0, entry = gz_han_chars[c[0] - 0x4E00u];
  for (int i = 0; i < last; i++) {
    uint32_t pair = gz_han_pair(entry, c[i], c[i + 1]), word = pair & ~GZ_HAN_LONGER;
    put_rows(h, i, entry >> GZ_HAN_PLACE_BITS, word, &flags, &roles);
    entry = gz_han_chars[c[i + 1] - 0x4E00u];
    if (pair > word && i + 1 < last && gz_han_third(c[i], c[i + 1], c[i + 2])) walk(h, i);
  }
  put_rows(h, last, entry >> GZ_HAN_PLACE_BITS, 0, &flags, &roles);
  h->flags |= (uint8_t)flags;
  return roles;
}

void gz_han_collect(gz_han *h)
{
  h->dots = false;
  h->longer_count = 0;
  h->roles = 0;
  h->flags = 0;
  uint32_t roles = h->rare ? collect_rare(h) : collect_plain(h);
  h->roles |= (uint16_t)roles;
  memset(h->names + h->n, 0, 11);
}

void gz_han_spread(gz_han *h)
{
  for (int i = 0; i < h->n; i++) {
    const gz_han_row *one = &gz_han_rows[h->single[i]], *two = &gz_han_rows[h->pair[i]];
    gz_han_hit x = {h->single[i], (uint8_t)(i + 1)}, y = {h->pair[i], (uint8_t)(i + 2)};
    unsigned hits = x.row != 0;
    h->hit[i][0] = x;
    h->hit[i][hits] = y;
    h->hits[i] = (uint8_t)(hits + (y.row != 0));
    h->one[i] = one;
    h->starts[i] = one->roles | two->roles;
  }
  h->starts[h->n] = h->hits[h->n] = 0;
  for (int k = 0; k < h->longer_count; k++) {
    const gz_han_longer *x = &h->longer[k];
    h->starts[x->from] |= gz_han_rows[x->row].roles;
    if (h->hits[x->from] == GZ_HAN_HITS) continue;
    gz_han_hit y = {x->row, x->to};
    h->hit[x->from][h->hits[x->from]++] = y;
  }
}
