#define _GNU_SOURCE  // for CPU_COUNT
#include "CProcessor.h"

#include <fenv.h>
#include <sched.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

int processor_instruction_set(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 2;
  if (__builtin_cpu_supports("x86-64-v3")) return 1;
#endif
  return 0;
}

int processor_core_count(void) {
#if defined(__linux__)
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) return CPU_COUNT(&cores);
#endif
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

bool processor_has_standard_floating_point(void) {
#if defined(__x86_64__)
  // MXCSR: rounding control (bits 13, 14), flush to zero (15), denormals are zero (6).
  return (_mm_getcsr() & 0xE040u) == 0;
#elif defined(__aarch64__)
  // FPCR: rounding mode (bits 22, 23), flush to zero (24), alternate handling with FIZ (1, 0).
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  return (control & 0x1C00003u) == 0;
#else
  return fegetround() == FE_TONEAREST;
#endif
}

void processor_pause(void) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

void processor_yield(void) { sched_yield(); }
