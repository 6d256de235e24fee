/* The keys of a trie read back, for generators that make one table of several lexicons. */
#ifndef GZ_TRIE_KEYS_H
#define GZ_TRIE_KEYS_H
#include "text/trie.h"

/* Calls add for every key, folded as the trie has it and closed by a zero byte. */
void gz_trie_keys(const gz_trie *t, void (*add)(void *arg, const char *key, uint32_t n, uint32_t value), void *arg);

#endif
