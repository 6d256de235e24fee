/* Writes a built trie as const C tables: NAME_cells, NAME_tail, NAME_first, and GZ_TRIE_INIT(NAME) text through gz_trie_emit_init. */
#ifndef GZ_TRIE_EMIT_H
#define GZ_TRIE_EMIT_H
#include "text/trie.h"
#include <stdio.h>

void gz_trie_emit(FILE *out, const char *name, const gz_trie *t);
void gz_trie_emit_init(FILE *out, const char *name, const gz_trie *t);      /* {NAME_cells, n, NAME_tail, n, NAME_first} */

#endif
