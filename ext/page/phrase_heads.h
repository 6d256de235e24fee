/* How a phrase that may stand anywhere begins, as a bit: its first word and the two characters behind it, or its first two characters.
** In another table, to be asked first: its first word or character alone. The tables are made from ext/data/boilerplate_any.tsv by ext/gen/phrasegen.c with the same functions. */
#ifndef GZ_PHRASE_HEADS_H
#define GZ_PHRASE_HEADS_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define GZ_PHRASE_BITS 8192u
extern const uint64_t gz_phrase_heads[GZ_PHRASE_BITS / 64];
#define GZ_PHRASE_START_BITS 4096u
extern const uint64_t gz_phrase_starts[GZ_PHRASE_START_BITS / 64];

/* A word of ASCII letters, n of them: the first eight, in lower case, and its length. */
static inline uint32_t gz_phrase_word(const char *p, size_t n)
{
  uint64_t x = 0;
  memcpy(&x, p, n < 8 ? n : 8);
  x = (x | 0x2020202020202020u) * 0x9E3779B97F4A7C15u;
  return (uint32_t)(x >> 32) ^ (uint32_t)n;
}
static inline uint32_t gz_phrase_head(uint32_t word, uint32_t next, uint32_t second) { return ((word * 0x9E3779B1u ^ next) * 0x85EBCA6Bu ^ second) * 0xC2B2AE35u >> 19; }
static inline uint32_t gz_phrase_start(uint32_t word_or_character) { return word_or_character * 0xC2B2AE35u >> 20; }
static inline bool gz_phrase_may_start(uint32_t start) { return gz_phrase_starts[start >> 6] >> (start & 63) & 1u; }
static inline bool gz_phrase_may(uint32_t head) { return gz_phrase_heads[head >> 6] >> (head & 63) & 1u; }

#endif
