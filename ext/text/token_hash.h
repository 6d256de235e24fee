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

static inline uint64_t gz_hash_bytes(const char *p, size_t n)
{
  uint64_t h = 0x9e3779b97f4a7c15ull ^ n;
  while (n >= 8) { uint64_t w = gz_load8(p); h = (h ^ w) * 0xff51afd7ed558ccdull; h ^= h >> 29; p += 8; n -= 8; }
  uint64_t w = 0;
  for (size_t i = 0; i < n; i++) w |= (uint64_t)(unsigned char)p[i] << (8 * i);
  return gz_hash_mix((h ^ w) * 0xff51afd7ed558ccdull);
}

#endif
