/* The search fold: full NFKC case folding with Traditional Han folded to Simplified, and an offset map, so that what is found
** in folded text can be marked in the original. Used by fold_text, the tokenizer and simhash. */
#ifndef GZ_SEARCH_FOLD_H
#define GZ_SEARCH_FOLD_H
#include "base/buf.h"
#include "base/status.h"

/* Appends the folded text to out. */
gz_status gz_search_fold(gz_view text, gz_buf *out);

#endif
