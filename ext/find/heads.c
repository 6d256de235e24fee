/* One pass over the words of a text instead of one for each scan. The first four letters of a word are packed and hashed once; each scan has
** its own table by that hash (money_sets.h, numeral_filter.h, date_sets.h, cue_words.h), which only its scan knows the rest of.
** Uses floors base and text and the generated tables. */
#include "find/heads.h"
#include "base/alloc.h"
#include "base/watch.h"
#include "find/cue_words.h"
#include "find/date_sets.h"
#include "find/money_scan.h"
#include "find/numeral_filter.h"

#define STEP 64u

static uint64_t letters_of(gz_view t, size_t i)
{
  const unsigned char *s = (const unsigned char *)t.p;
  uint64_t letters = 0;
  for (unsigned k = 0; k < STEP; k += GZ_BLOCK)
    if (t.n - i >= k + GZ_BLOCK) letters |= (uint64_t)gz_block_at(s + i + k, ' ', ' ').letters << k;
    else for (unsigned j = k; j < k + GZ_BLOCK && i + j < t.n; j++) letters |= (uint64_t)gz_ascii_letter(s[i + j]) << j;
  return letters;
}

static inline void put(unsigned char *bits, uint64_t x)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  memcpy(bits, &x, 8);
}

static inline uint32_t bit(const uint32_t *bits, uint32_t at) { return bits[at >> 5] >> (at & 31) & 1u; }
static inline uint32_t wide_bit(const uint64_t *bits, uint32_t at) { return (uint32_t)(bits[at >> 6] >> (at & 63)) & 1u; }

/* The words of the text from i on whose starts are given: their bits, from `bits` on in steps of `size`. */
static inline void look(gz_view t, size_t i, uint64_t starts, unsigned char *bits, size_t size)
{
  uint64_t money = 0, number = 0, date = 0, deal = 0, country = 0;
  for (; starts; starts &= starts - 1) {
    unsigned k = gz_low64(starts);
    uint64_t x = 0x808080808080;
    if (t.n - i - k >= 8) memcpy(&x, t.p + i + k, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    if (x & 0x808080808080) {                              /* not only letters of ASCII, perhaps */
      uint64_t here = (uint64_t)1 << k;
      deal |= here;
      if (x & 0x80808080) { money |= here; number |= here; date |= here; country |= here; continue; }
    }
    uint32_t low = (uint32_t)x | 0x20202020u;
    uint64_t other = (~((low + 0x1F1F1F1Fu) & ~(low + 0x05050505u)) & 0x80808080u) | (uint64_t)0x80 << 32;      /* the first that is no letter, at the latest behind the fourth */
    low &= (uint32_t)((other ^ (other - 1)) >> 8);
    uint32_t at = gz_money_hash4(low);
    money |= (uint64_t)(bit(gz_money_word4, at) | (bit(gz_money_upper4, at) & ~(uint32_t)x >> 5)) << k;
    number |= (uint64_t)bit(gz_num_quick_bits, at) << k;
    date |= (uint64_t)wide_bit(gz_date_start_heads, at >> 1) << k;
    deal |= (uint64_t)wide_bit(gz_deal_heads, at >> 1) << k;
    country |= (uint64_t)gz_country4_in(low) << k;
  }
  put(bits, money);
  put(bits + size, number);
  put(bits + 2 * size, date);
  put(bits + 3 * size, deal);
  put(bits + 4 * size, country);
}

bool gz_heads_find(gz_view t, gz_heads *h)
{
  size_t size = (t.n + STEP - 1) / STEP * (STEP / 8) + 8;      /* with eight bytes behind for who reads 32 bits at once */
  unsigned char *bits = gz_malloc(GZ_HEADS * size);
  if (!bits) return false;
  uint64_t inside = 0;
  for (size_t i = 0, due = GZ_WATCH_STRIDE; i < t.n; i += STEP) {
    if (gz_watch_at(i, &due)) { gz_free(bits); return false; }
    uint64_t letters = letters_of(t, i);
    look(t, i, letters & ~(letters << 1 | inside), bits + i / 8, size);
    inside = letters >> (STEP - 1);
  }
  for (unsigned k = 0; k < GZ_HEADS; k++) { h->bits[k] = bits + k * size; put(bits + (k + 1) * size - 8, 0); }
  return true;
}

void gz_heads_free(gz_heads *h)
{
  gz_free((void *)(uintptr_t)h->bits[0]);
  memset(h, 0, sizeof *h);
}
