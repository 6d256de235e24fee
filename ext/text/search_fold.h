/* The search fold: full NFKC case folding with Traditional Han folded to Simplified. One input character may become several and
** several one (ｶ + ﾞ is ガ), so it works in units: a character with what combines with it. Used by fold_text, the tokenizer,
** simhash and search_query. The table (ext/data/search_fold.tsv) is checked in; its version is GZ_FOLD_VERSION. */
#ifndef GZ_SEARCH_FOLD_H
#define GZ_SEARCH_FOLD_H
#include "base/buf.h"
#include "base/status.h"

#define GZ_UNIT_MAX 128

/* Makes ready what folds combining characters; until then it is made when first needed, and when there is no memory for it then, their parts
** are folded one by one, which gives another result. GZ_NOMEM. */
gz_status gz_fold_ready(void);

typedef struct gz_fold_unit {
  size_t start, end;          /* in the original text */
  uint32_t cp;                /* first folded code point; 0 when the unit folds to nothing (zero-width junk) */
  unsigned n;                 /* bytes in folded */
  char folded[GZ_UNIT_MAX];
} gz_fold_unit;

/* The unit at *pos (< text.n); moves *pos behind it. With `bare`, Latin and Greek letters lose their diacritics. */
void gz_fold_unit_next(gz_view text, size_t *pos, bool bare, gz_fold_unit *out);

/* The short way for most of Han, Kana and Hangul: true when the character at pos has three bytes, folds to one of three bytes and nothing
** combines with it; out then has those, *cp the code point. */
bool gz_fold_wide(gz_view text, size_t pos, char out[3], uint32_t *cp);

/* Appends the folded text to out. */
gz_status gz_search_fold(gz_view text, gz_buf *out);

#endif
