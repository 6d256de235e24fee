/* Builds a gz_trie from keys: at build time for the lexicons, at run time for a connection's own names. */
#ifndef GZ_TRIE_BUILD_H
#define GZ_TRIE_BUILD_H
#include "base/buf.h"
#include "base/status.h"
#include "text/trie.h"

typedef struct gz_trie_key {
  const char *p;        /* folded by gz_trie_fold_key */
  uint32_t n;           /* 1..65535 bytes, no NUL */
  uint32_t value;       /* at most GZ_TRIE_FIELD_MAX */
} gz_trie_key;

/* Folds a key as the matcher does: gz_fold per character, runs of white space to one space, none at the ends. */
void gz_trie_fold_key(gz_view key, gz_buf *out);

/* Keys may come in any order (they are sorted in place) but must differ. The result owns its memory. GZ_TOOBIG when the keys need more
** than 8 million cells or tail bytes, or a value is too large. */
gz_status gz_trie_build(gz_trie_key *keys, size_t count, gz_trie *out);
void gz_trie_free(gz_trie *t);

#endif
