/* 64-bit near-duplicate fingerprint of a text. */
#ifndef GZ_SIMHASH_H
#define GZ_SIMHASH_H
#include "base/view.h"

/* Texts that share most of their search tokens (text/segment.h) differ in few bits; the order of paragraphs hardly matters, a
** conversion between Simplified and Traditional not at all. 0 for a text without tokens. */
uint64_t gz_simhash(gz_view text);

/* The same from token hashes (text/token_hash.h), for who goes over the tokens anyway: zeroed at first, a vote for each token in order. */
#define GZ_SIMHASH_PLANES 24                    /* counts to 16 million shingles; flushed before they overflow */
#define GZ_SIMHASH_BATCH 8u
typedef struct gz_simhash_votes {
  uint64_t plane[GZ_SIMHASH_PLANES];
  uint64_t batch[GZ_SIMHASH_BATCH];             /* votes not yet counted: shingles % GZ_SIMHASH_BATCH of them */
  uint64_t previous;
  uint64_t shingles, total;
  int64_t sum[64];
} gz_simhash_votes;
void gz_simhash_vote(gz_simhash_votes *s, uint64_t token);
uint64_t gz_simhash_count(gz_simhash_votes *s);

/* Number of differing bits. */
unsigned gz_hamming(uint64_t a, uint64_t b);

#endif
