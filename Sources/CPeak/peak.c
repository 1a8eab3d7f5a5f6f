#include "CPeak.h"

// Enough chains to fill the multipliers while each waits for its last result, and few enough for
// all to stay in registers.
enum { CHAINS = 12, LENGTH = 100000 };

// Keeps the compiler from leaving out what nobody reads.
static volatile double kept;

// A function of chains in vectors of some scalars, compiled for a TARGET.
#define CHAINS_OF(NAME, SCALAR, BYTES, TARGET)                                      \
  TARGET __attribute__((noinline)) static double NAME(SCALAR factor, SCALAR term) { \
    typedef SCALAR vector __attribute__((vector_size(BYTES)));                      \
    vector sums[CHAINS], total = {0};                                               \
    /* Equal chains would be merged. */                                             \
    for (int i = 0; i < CHAINS; i++) sums[i] = total + (SCALAR)i;                   \
    for (int step = 0; step < LENGTH; step++) {                                     \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < CHAINS; i++) sums[i] = \
          sums[i] * factor + term;                                                  \
    }                                                                               \
    for (int i = 0; i < CHAINS; i++) total += sums[i];                              \
    kept = total[0];                                                                \
    return 2.0 * LENGTH * CHAINS * (BYTES / sizeof(SCALAR));                        \
  }

#pragma STDC FP_CONTRACT ON

CHAINS_OF(floats_of_16, float, 16, )
CHAINS_OF(doubles_of_16, double, 16, )
#if defined(__x86_64__)
CHAINS_OF(floats_of_32, float, 32, __attribute__((target("avx2,fma"))))
CHAINS_OF(doubles_of_32, double, 32, __attribute__((target("avx2,fma"))))
CHAINS_OF(floats_of_64, float, 64, __attribute__((target("avx512f"))))
CHAINS_OF(doubles_of_64, double, 64, __attribute__((target("avx512f"))))
#endif

double peak_multiply_adds(int vector_bytes, bool is_double) {
#if defined(__x86_64__)
  if (vector_bytes == 64) return is_double ? doubles_of_64(0.5, 1) : floats_of_64(0.5f, 1);
  if (vector_bytes == 32) return is_double ? doubles_of_32(0.5, 1) : floats_of_32(0.5f, 1);
#endif
  (void)vector_bytes;
  return is_double ? doubles_of_16(0.5, 1) : floats_of_16(0.5f, 1);
}
