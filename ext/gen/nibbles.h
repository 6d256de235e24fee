/* Build-time: a set of characters of U+3000 to U+9FFF as eight products of sets of nibbles of their three bytes, one a bit: what a shuffle can
** look up in 32 bytes at once (find/scan_masks.h). Characters with the first two bytes in common make a group; then the two groups are joined
** whose product grows the least, until there are eight. */
#ifndef GZ_NIBBLES_GEN_H
#define GZ_NIBBLES_GEN_H
#include "text/utf8.h"
#include <limits.h>
#include <stdio.h>

#define CJK_FROM 0x3000u
#define CJK_TO 0xA000u

typedef struct group { unsigned low[3], high[3]; } group;      /* of each byte: which low and which high nibbles it has */

static unsigned bits_in(unsigned x) { unsigned n = 0; for (; x; x &= x - 1) n++; return n; }
static unsigned size_of(const group *g)
{
  unsigned n = 1;
  for (int k = 0; k < 3; k++) n *= bits_in(g->low[k]) * bits_in(g->high[k]);
  return n;
}
static group joined(const group *a, const group *b)
{
  group g;
  for (int k = 0; k < 3; k++) { g.low[k] = a->low[k] | b->low[k]; g.high[k] = a->high[k] | b->high[k]; }
  return g;
}

/* Writes the set whose members `in` tells as the table `name`. */
static void write_nibbles(FILE *f, const char *name, bool (*in)(uint32_t))
{
  static group g[1024];
  size_t n = 0, last = 0;
  for (uint32_t cp = CJK_FROM; cp < CJK_TO; cp++) {
    if (!in(cp)) continue;
    char z[4];
    gz_utf8_put(cp, z);
    if (n == 0 || last != cp >> 6) { memset(&g[n++], 0, sizeof *g); last = cp >> 6; }
    for (int k = 0; k < 3; k++) { g[n - 1].low[k] |= 1u << ((unsigned char)z[k] & 15); g[n - 1].high[k] |= 1u << ((unsigned char)z[k] >> 4); }
  }
  while (n > 8) {
    size_t best_i = 0, best_j = 1;
    long least = LONG_MAX;
    for (size_t i = 0; i < n; i++)
      for (size_t j = i + 1; j < n; j++) {
        group both = joined(&g[i], &g[j]);
        long grown = (long)size_of(&both) - (long)size_of(&g[i]) - (long)size_of(&g[j]);
        if (grown < least) { least = grown; best_i = i; best_j = j; }
      }
    g[best_i] = joined(&g[best_i], &g[best_j]);
    g[best_j] = g[--n];
  }
  fprintf(f, "const uint8_t %s[6][16] = {", name);
  for (unsigned k = 0; k < 6; k++) {
    fprintf(f, "\n{");
    for (unsigned v = 0; v < 16; v++) {
      unsigned products = 0;
      for (size_t i = 0; i < n; i++) products |= ((k & 1 ? g[i].high : g[i].low)[k / 2] >> v & 1u) << i;
      fprintf(f, "%u,", products);
    }
    fprintf(f, "},");
  }
  fprintf(f, "\n};\n");
}

#endif
