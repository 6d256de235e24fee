/* The hash of a search token's folded bytes, and the mixer that combines such hashes: for fingerprints of whole texts. Stored in users'
** databases (simhash, sketches): a change asks for a new version of the fold (text/search_fold.h). */
#ifndef GZ_TOKEN_HASH_H
#define GZ_TOKEN_HASH_H
#include <stddef.h>
#include <stdint.h>

static inline uint64_t gz_hash_mix(uint64_t x)
{
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93ull;
  return x ^ x >> 32;
}

/* Eight bytes as a little-endian number, so that a database means the same on every machine (compilers make it one load). */
static inline uint64_t gz_load8(const char *p)
{
  const unsigned char *u = (const unsigned char *)p;
  return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 | (uint64_t)u[3] << 24 | (uint64_t)u[4] << 32 | (uint64_t)u[5] << 40 |
    (uint64_t)u[6] << 48 | (uint64_t)u[7] << 56;
}

static inline uint64_t gz_load4(const char *p)
{
  const unsigned char *u = (const unsigned char *)p;
  return (uint32_t)u[0] | (uint32_t)u[1] << 8 | (uint32_t)u[2] << 16 | (uint32_t)u[3] << 24;
}

/* Fewer than eight bytes in the same order, zeros behind them: two loads that may overlap, or three bytes of which some may be one. */
static inline uint64_t gz_load_few(const char *p, size_t n)
{
  if (n >= 4) return gz_load4(p) | gz_load4(p + n - 4) << (8 * (n - 4));
  if (n == 0) return 0;
  const unsigned char *u = (const unsigned char *)p;
  return (uint64_t)u[0] | (uint64_t)u[n >> 1] << (8 * (n >> 1)) | (uint64_t)u[n - 1] << (8 * (n - 1));
}

static inline uint64_t gz_hash_bytes(const char *p, size_t n)
{
  uint64_t h = 0x9e3779b97f4a7c15ull ^ n;
  while (n >= 8) { uint64_t w = gz_load8(p); h = (h ^ w) * 0xff51afd7ed558ccdull; h ^= h >> 29; p += 8; n -= 8; }
  uint64_t w = gz_load_few(p, n);
  return gz_hash_mix((h ^ w) * 0xff51afd7ed558ccdull);
}

#endif
