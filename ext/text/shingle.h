/* Shingles: which stretches of text do two texts share? (Broder 1997, "On the resemblance and containment of documents".)
** A shingle is a run of GZ_SHINGLE_TOKENS neighbouring search tokens (text/segment.h), known by a 64-bit hash; tokens are folded, so
** width, case and Han variant change nothing. */
#ifndef GZ_SHINGLE_H
#define GZ_SHINGLE_H
#include "base/status.h"
#include "base/view.h"

#define GZ_SHINGLE_TOKENS 4
#define GZ_SKETCH 16

/* The bottom-k sketch: the (at most) GZ_SKETCH smallest different shingle hashes, ascending. Two texts with much in common have many of them in common,
** whatever stands around it. Gives their number. */
size_t gz_sketch(gz_view text, uint64_t hashes[GZ_SKETCH]);

/* The share of the different shingles of the text with fewer of them that stand in the other, 0 to 1: a text cut, or set between the
** words of others, is still contained. `shared` gets their number. The share is -1 when either text has none. */
gz_status gz_containment(gz_view a, gz_view b, double *share, size_t *shared);

#endif
