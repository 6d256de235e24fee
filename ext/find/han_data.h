/* Everything that is known of Chinese words and characters, one row a key, as ext/gen/hangen.c merges it from common_words.tsv,
** han_places.tsv, translit.tsv, han_words.tsv, surnames.tsv, han_given.tsv, translit_chars.tsv and firm_chars.tsv: one walk down one
** trie answers all questions about a place in a text. Zero in a field: the key is not of that kind. Keys that are alike in all fields share a row.
**
** A table by the character, for U+4E00..U+9FFF, says what it is alone, and where in a second table its pairs lie: the pair of a and b at
** the place of a plus b, marked with a, the rows of different first characters laid into each other's gaps. Longer words, and those with
** a rarer character among the first two, lie in the trie; a bitmap says which three characters start one. */
#ifndef GZ_HAN_DATA_H
#define GZ_HAN_DATA_H
#include "text/trie.h"

typedef struct gz_han_row {
  uint16_t roles;                /* GZ_HAN_* */
  uint8_t word;                  /* 10 * log2 of how often the everyday word was counted */
  unsigned pos : 4;              /* its part of speech: enum gz_han_pos */
  unsigned flags : 4;            /* what follows from the other columns: GZ_HAN_IS_* */
  uint8_t place;                 /* likewise for a place */
  uint8_t weight;                /* of a transliteration, 1..5 */
  uint8_t surname;               /* cost of a family name, tenths of a bit */
  uint8_t first, last, alone;    /* cost as a character of a given name */
  uint8_t share;                 /* of transliteration, 0..100, plus one */
  uint8_t firm, firm_later;      /* cost as the own part of a company's name, or its first character; as a later character of one */
  uint8_t alone_cost;            /* what follows again: of the everyday word on a path of words, as a character alone, */
  uint16_t word_cost;            /* and as a longer word (GZ_HAN_NO_WORD: it is none) */
} gz_han_row;

/* A place, a transliteration, a family name; a character that is used so often that a name in transliteration may start with it; one that
** ends the name of a place; the head of names before it. */
enum gz_han_flag { GZ_HAN_IS_NAME = 1, GZ_HAN_IS_FOREIGN = 2, GZ_HAN_ENDS_PLACE = 4, GZ_HAN_IS_HEAD = 8 };
#define GZ_HAN_FOREIGN_SHARE 25

#define GZ_HAN_TOTAL 258              /* 10 * log2 of the words that were counted */
#define GZ_HAN_UNKNOWN 170            /* cost of a character that is in no list */
#define GZ_HAN_NO_WORD 0x7FFF         /* more than any way from one character to the next but one */
#define GZ_HAN_STOP_WORD 120          /* cost of a word that is only known to be no part of a name (全资子公司) */

/* In the order of the header of common_words.tsv. */
enum gz_han_pos { GZ_POS_N, GZ_POS_V, GZ_POS_A, GZ_POS_D, GZ_POS_M, GZ_POS_Q, GZ_POS_R, GZ_POS_P, GZ_POS_C, GZ_POS_U, GZ_POS_F, GZ_POS_T, GZ_POS_S, GZ_POS_B, GZ_POS_I };

/* In the order of the header of han_words.tsv. */
enum gz_han_role {
  GZ_HAN_ORG = 1, GZ_HAN_PLACE = 2, GZ_HAN_TITLE = 4, GZ_HAN_AFTER = 8, GZ_HAN_SPEECH = 16, GZ_HAN_LOCPREP = 32, GZ_HAN_STOP = 64,
  GZ_HAN_ATPLACE = 128, GZ_HAN_PLACETITLE = 256, GZ_HAN_PEOPLE = 512, GZ_HAN_POWER = 1024,
  GZ_HAN_TAIL = 2048, GZ_HAN_SEAT = 4096, GZ_HAN_TRADE = 8192, GZ_HAN_FIELD = 16384, GZ_HAN_UNIT = 32768
};

extern const gz_han_row gz_han_rows[];          /* the first is all zero */
extern const uint32_t gz_han_chars[];           /* by character - 0x4E00: its row, shifted, and the place of its pairs */
extern const uint32_t gz_han_slots[];           /* of a pair: the first character - 0x4DFF, shifted; whether longer words start so; its row */
extern const uint64_t gz_han_thirds[];

#define GZ_HAN_PLAIN 0x5200u
#define GZ_HAN_PLACE_BITS 19u
#define GZ_HAN_LONGER 0x8000u
#define GZ_HAN_THIRD_BITS 16u
static inline bool gz_han_is_plain(uint32_t cp) { return cp - 0x4E00u < GZ_HAN_PLAIN; }
static inline const gz_han_row *gz_han_alone(uint32_t entry) { return &gz_han_rows[entry >> GZ_HAN_PLACE_BITS]; }

/* What is known of the pair of plain characters a, whose entry in gz_han_chars is given, and b: its row (0: none) and GZ_HAN_LONGER. */
static inline uint32_t gz_han_pair(uint32_t entry, uint32_t a, uint32_t b)
{
  uint32_t slot = gz_han_slots[(entry & (((uint32_t)1 << GZ_HAN_PLACE_BITS) - 1)) + (b - 0x4E00u)];
  uint32_t known = slot ^ (a - 0x4DFFu) << 16;
  return known & (0u - (uint32_t)(known < 0x10000u));
}

/* May a word start with these three characters? The first two do when GZ_HAN_LONGER is set for them. */
static inline uint32_t gz_han_third_bit(uint32_t a, uint32_t b, uint32_t c) { return (uint32_t)((((uint64_t)a << 40 ^ (uint64_t)b << 20 ^ c) * 0x9E3779B97F4A7C15u) >> (64u - GZ_HAN_THIRD_BITS)); }
static inline bool gz_han_third(uint32_t a, uint32_t b, uint32_t c) { uint32_t bit = gz_han_third_bit(a, b, c); return gz_han_thirds[bit >> 6] >> (bit & 63u) & 1u; }

/* All words that start at pos, shortest first, and the word that is the whole of a text: rows. As gz_trie_prefixes and gz_trie_exact. */
size_t gz_han_prefixes(gz_view text, size_t pos, gz_hit *hits, size_t max);
bool gz_han_exact(gz_view text, uint32_t *row);

/* Everyday words of two characters that are in no other list (plain_words.tsv): which characters begin one, a bit each, and how many do before
** each 64; for each that does, in order, the place of its first second character. Is the pair one? */
extern const uint64_t gz_han_seldom_bits[];
extern const uint16_t gz_han_seldom_before[], gz_han_seldom_at[], gz_han_seldom_second[];
bool gz_han_is_seldom(uint32_t a, uint32_t b);

extern const gz_trie gz_han_trie;             /* the words that are not in the tables by character and pair */

#endif
