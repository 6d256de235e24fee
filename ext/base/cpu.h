/* What this processor can do beyond the baseline that the library is compiled for. Found once, when the library is loaded, and the same
** ever after; a function with a faster way asks before it goes it and has a plain way as well (tests compare all ways). NEON is
** part of every 64-bit ARM; on other processors, and with compilers that know no target attribute, there is nothing. */
#ifndef GZ_CPU_H
#define GZ_CPU_H

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__)) && !defined(GZ_NO_SIMD)
#define GZ_X86 1
#define GZ_TARGET(features) __attribute__((target(features)))
#else
#define GZ_X86 0
#endif

enum { GZ_CPU_SSSE3 = 1, GZ_CPU_AVX2 = 2, GZ_CPU_SHA = 4, GZ_CPU_NEON = 8 };

unsigned gz_cpu(void);                     /* a bit per ability */
void gz_cpu_only(unsigned abilities);      /* for tests, before any thread: no others than these are used; ~0u for all */

#endif
