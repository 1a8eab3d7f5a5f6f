/// Multiply-adds as fast as a core can do them: what no product of matrices can exceed.
#pragma once
#include <stdbool.h>

/// Does chains of multiply-adds in vectors of so many bytes: 16, or on x86-64 also 32 (AVX2) and 64
/// (AVX-512), which the processor must have. Vectors of 32 and 64 bytes multiply and add at once; so
/// do those of 16 where every processor of the architecture can.
///
/// Returns how many operations that were, a multiplication and an addition being two.
double peak_multiply_adds(int vector_bytes, bool is_double);
