/* A lexicon: keys in a trie, rows of typed columns beside it. Each ext/data/NAME.tsv with typed header cells becomes
** build/gen/lex_NAME.h with the row type lex_NAME_row, the array lex_NAME_rows, string accessor lex_NAME_str(offset) and the
** object lex_NAME; enum and set cells become constants LEX_NAME_COLUMN_VALUE. Rows with the same key follow one another:
** a hit's value is the first of them, row.more says that the next row has the same key. */
#ifndef GZ_LEXICON_H
#define GZ_LEXICON_H
#include "base/dec.h"
#include "text/trie.h"

typedef struct gz_lexicon {
  gz_trie trie;
  uint32_t row_count;
} gz_lexicon;

#endif
