/* Words that single rules ask for (ext/data/small_words.tsv). */
#ifndef GZ_SMALL_WORD_H
#define GZ_SMALL_WORD_H
#include "base/view.h"
#include "lex_small_words.h"

#define GZ_SMALL(role) LEX_SMALL_WORDS_ROLE_##role

/* The longest word of this role that starts at pos; *end (or NULL) behind it. Words of Latin and Cyrillic letters whole. */
bool gz_small_word_at(gz_view t, size_t pos, unsigned role, size_t *end);

/* Is the whole of w such a word? */
bool gz_small_word_is(gz_view w, unsigned role);

#endif
