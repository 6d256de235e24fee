/* Sentences of a text. A pull iterator: no allocation, linear. Spans are trimmed of white space; a paragraph break (empty line)
** always ends a sentence, and so does a single newline unless the line is hard-wrapped (see sentence.c). */
#ifndef GZ_SENTENCE_H
#define GZ_SENTENCE_H
#include "base/view.h"

typedef struct gz_sentence_iter { gz_view text; size_t pos; } gz_sentence_iter;

void gz_sentence_begin(gz_sentence_iter *it, gz_view text);
bool gz_sentence_next(gz_sentence_iter *it, gz_span *out);

#endif
