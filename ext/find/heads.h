/* Words of ASCII at which a scan has to look, by their first four letters, for several scans at once: a bit a byte of the text, set at the
** start of a word that may be a word for money, a numeral, a date, a cue of a deal, a country. Says yes too often, never no wrongly: where a
** word has other letters among its first ones, and at the end of the text, all bits are set. */
#ifndef GZ_HEADS_H
#define GZ_HEADS_H
#include "base/view.h"

enum gz_head { GZ_HEAD_MONEY, GZ_HEAD_NUMBER, GZ_HEAD_DATE, GZ_HEAD_DEAL, GZ_HEAD_COUNTRY, GZ_HEADS };

typedef struct gz_heads { const unsigned char *bits[GZ_HEADS]; } gz_heads;

/* Fills h, which is all NULL before; false, and h as it was, without memory or when the watch stopped the work. */
bool gz_heads_find(gz_view text, gz_heads *h);
void gz_heads_free(gz_heads *h);

/* The bits of the 32 bytes at pos, the first lowest. */
static inline uint32_t gz_heads_at(const unsigned char *bits, size_t pos)
{
  uint64_t x;
  memcpy(&x, bits + pos / 8, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  return (uint32_t)(x >> (pos & 7));
}

#endif
