/* The search segmentation: text to tokens, as the index and the queries see it. Shared by the FTS5 tokenizer, search_query and
** simhash.
**  - alphabetic words: letters, marks and digits of spaced scripts, folded, without Latin and Greek diacritics (`C#`, `C++` whole)
**  - Han, Kana, Hangul and the unspaced Asian scripts: overlapping pairs; a run's last character also alone, a run of one alone
**  - numbers with their marks whole (`3.5`, `1,234`), and with the Han magnitude that follows (`40亿`)
** In a document what a query may ask for in two ways is given twice at one position (colocated): `40` and `40亿`, `c` and `c#`. */
#ifndef GZ_SEGMENT_H
#define GZ_SEGMENT_H
#include "text/search_fold.h"

typedef struct gz_token {
  const char *p;              /* folded; valid during the call */
  size_t n;
  size_t start, end;          /* bytes of the original text */
  bool colocated;             /* at the position of the token before */
} gz_token;

/* Called for each token; another value than 0 ends the segmentation and is returned (-1: the watch stopped it). */
typedef int (*gz_token_fn)(void *arg, const gz_token *t);

int gz_segment(gz_view text, bool query, gz_token_fn fn, void *arg);

/* Does the text give any token? */
bool gz_segment_any(gz_view text);

#endif
