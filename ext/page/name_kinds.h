/* What the two files of names share: kinds of words of bylines, and what is known of a name. Not for other floors. */
#ifndef GZ_NAME_KINDS_H
#define GZ_NAME_KINDS_H
#include "page/doc.h"
#include "lex_bylines.h"

bool gz_name_kind(gz_view word, unsigned kind);              /* is the whole a word of the kind? */
bool gz_name_tail(gz_view v, unsigned kind, size_t *start);  /* does a word of the kind end v (at a word boundary for spaced scripts)? Its start */
bool gz_known_person(gz_view v);    /* a name of which the first or the last word is known as one: what stands alone in a head may as well be a heading */
bool gz_has_surname(gz_view v);     /* a Chinese surname in front, as long a one as the name needs, and the whole no everyday word (游戏) */

#endif
