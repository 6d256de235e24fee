/* The abilities are asked for by a constructor, so that no call has to ask whether they are known yet and no thread sees them change. */
#include "base/cpu.h"
#include "base/vec16.h"

#if GZ_X86
#include <cpuid.h>

static unsigned have, allowed;

__attribute__((constructor)) static void cpu_look(void)
{
  unsigned a = 0, b = 0, c = 0, d = 0;
  __builtin_cpu_init();
  if (__builtin_cpu_supports("ssse3")) have |= GZ_CPU_SSSE3;
  if (__builtin_cpu_supports("avx2")) have |= GZ_CPU_AVX2;      /* and the system saves its registers */
  if (__builtin_cpu_supports("sse4.1") && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1)) have |= GZ_CPU_SHA;
  allowed = have;
}

unsigned gz_cpu(void) { return allowed; }
void gz_cpu_only(unsigned abilities) { allowed = have & abilities; }
#else
static unsigned allowed = GZ_NEON ? GZ_CPU_NEON : 0;

unsigned gz_cpu(void) { return allowed; }
void gz_cpu_only(unsigned abilities) { allowed = (GZ_NEON ? GZ_CPU_NEON : 0) & abilities; }
#endif
