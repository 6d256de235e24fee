/* Put before every file of the library that tests/linear counts: what runs inside libc counts by the bytes that it goes over. */
#ifndef LINEAR_COUNT_H
#define LINEAR_COUNT_H
#include <stdint.h>
#include <string.h>

extern uint64_t linear_work;

static inline void *linear_memchr(const void *p, int c, size_t n)
{
  const char *at = memchr(p, c, n);
  linear_work += (at ? (size_t)(at - (const char *)p) : n) / 8;
  return (void *)(uintptr_t)at;
}
static inline size_t linear_strlen(const char *z) { size_t n = strlen(z); linear_work += n / 8; return n; }
static inline void *linear_memcpy(void *to, const void *from, size_t n) { linear_work += n / 8; return memcpy(to, from, n); }
static inline void *linear_memmove(void *to, const void *from, size_t n) { linear_work += n / 8; return memmove(to, from, n); }
static inline void *linear_memset(void *to, int c, size_t n) { linear_work += n / 8; return memset(to, c, n); }

#undef memchr
#undef strlen
#undef memcpy
#undef memmove
#undef memset
#define memchr linear_memchr
#define strlen linear_strlen
#define memcpy linear_memcpy
#define memmove linear_memmove
#define memset linear_memset

#endif
