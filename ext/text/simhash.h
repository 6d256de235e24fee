/* 64-bit near-duplicate fingerprint of a text. */
#ifndef GZ_SIMHASH_H
#define GZ_SIMHASH_H
#include "base/view.h"

/* Texts that share most of their search tokens (text/segment.h) differ in few bits; the order of paragraphs hardly matters, a
** conversion between Simplified and Traditional not at all. 0 for a text without tokens. */
uint64_t gz_simhash(gz_view text);

/* Number of differing bits. */
unsigned gz_hamming(uint64_t a, uint64_t b);

#endif
