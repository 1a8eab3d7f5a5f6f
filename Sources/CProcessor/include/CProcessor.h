/// What the processor at hand can do, and the state of its floating-point unit.
#pragma once
#include <stdbool.h>

/// The instruction sets that kernels are compiled for: 0 baseline, 1 x86-64-v3 (AVX2 and FMA),
/// 2 x86-64-v4 (AVX-512). A processor with one has those below it.
int processor_instruction_set(void);

/// How many cores the calling thread may run on: those that `taskset` leaves it, where there is
/// such a thing, or all that are on.
int processor_core_count(void);

/// Whether the calling thread rounds to nearest and keeps subnormal numbers.
bool processor_has_standard_floating_point(void);

/// Tells the processor that the thread waits for another.
void processor_pause(void);

/// Lets another thread have the processor.
void processor_yield(void);
