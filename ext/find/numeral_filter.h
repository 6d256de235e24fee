/* Where a numeral may start: hashes shared by the generator (ext/gen/numgen.c) and the scan (numeral_scan.c), and the tables it makes.
** A word that starts with an ASCII letter is hashed by its first four letters (fewer when it is shorter; a letter beyond ASCII
** counts as its folded code point and ends the prefix); other words by their first two characters. */
#ifndef GZ_NUMERAL_FILTER_H
#define GZ_NUMERAL_FILTER_H
#include <stdbool.h>
#include <stdint.h>

#define GZ_NUM_BITS 65536u
#define GZ_NUM_QUICK_BITS 32768u
#define GZ_NUM_WORD_SLOTS 8192u

extern const uint16_t gz_num_word_langs[GZ_NUM_WORD_SLOTS];    /* by gz_num_hash of an ASCII-led prefix, folded to its size: place in ... */
extern const uint64_t gz_num_lang_masks[];                     /* ... the sets of languages there are, a bit each */
extern const uint32_t gz_num_quick_bits[GZ_NUM_QUICK_BITS / 32];  /* the same for any language: a cheaper hash, asked first */
extern const uint8_t gz_num_nibbles[6][16];                    /* gz_num_char_bits of U+3000 to U+9FFF (find/scan_masks.h) */
extern const uint64_t gz_num_pair_bits[GZ_NUM_BITS / 64];      /* by gz_num_hash of two folded characters, the second 0 for any */
extern const uint64_t gz_num_char_bits[GZ_NUM_BITS / 64];      /* by code point below U+10000, not folded: may start a numeral */
extern const uint32_t gz_num_lang_flag_table[64];              /* flags of number_langs.tsv by language id */

static inline uint32_t gz_num_hash(uint32_t a, uint32_t b)
{
  uint32_t h = a * 0x9E3779B1u ^ (b + 0x7F4A7C15u) * 0x85EBCA6Bu;
  return (h ^ h >> 15) * 0x2C1B3C6Du >> 16;
}

static inline uint32_t gz_num_quick_hash(uint32_t packed, uint32_t tail) { return ((packed ^ tail << 8) * 0x9E3779B1u) >> 17; }
static inline bool gz_num_quick(uint32_t packed, uint32_t tail) { uint32_t h = gz_num_quick_hash(packed, tail); return gz_num_quick_bits[h >> 5] >> (h & 31) & 1u; }
static inline bool gz_num_bit(const uint64_t *bits, uint32_t i) { return bits[i >> 6] >> (i & 63) & 1u; }

#endif
