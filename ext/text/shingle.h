/* Shingles: which stretches of text do two texts share? (Broder 1997, "On the resemblance and containment of documents".)
** A shingle is a run of GZ_SHINGLE_TOKENS neighbouring search tokens (text/segment.h), known by a 64-bit hash; tokens are folded, so
** width, case and Han variant change nothing. */
#ifndef GZ_SHINGLE_H
#define GZ_SHINGLE_H
#include "base/status.h"
#include "base/view.h"

#define GZ_SHINGLE_TOKENS 4
#define GZ_SKETCH 16

/* All shingle hashes of a text (of a very long one the smallest), its sketch and its simhash: one pass gives all three. The bottom-k sketch: the
** (at most) GZ_SKETCH smallest different hashes, ascending; two texts with much in common have many of them in common, whatever stands around it. */
typedef struct gz_shingles {
  uint64_t *hashes;            /* to be freed */
  size_t count;
  uint64_t limit;              /* hashes above are not among them */
  uint64_t simhash;
  uint64_t sketch[GZ_SKETCH];
  size_t sketch_count;
  bool settled;                /* hashes are ascending, each once */
} gz_shingles;
gz_status gz_shingles_of(gz_view text, gz_shingles *out);
gz_status gz_shingles_settle(gz_shingles *s);                 /* does nothing the second time */

/* The share of the different shingles of the text with fewer of them that stand in the other, 0 to 1: a text cut, or set between the
** words of others, is still contained. -1 when either text has none. Both are settled. */
double gz_containment(const gz_shingles *a, const gz_shingles *b);

#endif
