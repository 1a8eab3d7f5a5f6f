/* Arithmetic on vectors of numbers, by the vector types of the C compiler.
 *
 * Swift's SIMD types compute floating-point numbers lane by lane, and leave it to the optimizer to find
 * the vectors again: for the kernels that took minutes, and did not always succeed. A function here
 * is one instruction or a few, and always inlined: it exists in the caller alone, compiled for the
 * caller's processor.
 */
#ifndef CLANES_H
#define CLANES_H

#define CLANES_INLINE static inline __attribute__((__always_inline__, __nodebug__))

/* A vector of `count` numbers, and one of as many bit patterns. In a mask all bits are set where a
 * comparison holds, and none elsewhere. */
#define CLANES_VECTOR(Vector, Bits, Scalar, Pattern, count)                                       \
  typedef Scalar Vector __attribute__((ext_vector_type(count)));                                  \
  typedef Pattern Bits __attribute__((ext_vector_type(count)));                                   \
                                                                                                  \
  CLANES_INLINE Vector Vector##_broadcast(Scalar x) { return (Vector)(x); }                       \
  CLANES_INLINE Vector Vector##_sum(Vector a, Vector b) { return a + b; }                         \
  CLANES_INLINE Vector Vector##_difference(Vector a, Vector b) { return a - b; }                  \
  CLANES_INLINE Vector Vector##_product(Vector a, Vector b) { return a * b; }                     \
  CLANES_INLINE Vector Vector##_quotient(Vector a, Vector b) { return a / b; }                    \
  CLANES_INLINE Vector Vector##_fma(Vector c, Vector a, Vector b) {                               \
    return __builtin_elementwise_fma(a, b, c);                                                    \
  }                                                                                               \
  CLANES_INLINE Vector Vector##_root(Vector a) { return __builtin_elementwise_sqrt(a); }          \
                                                                                                  \
  CLANES_INLINE Bits Vector##_isLess(Vector a, Vector b) { return (Bits)(a < b); }                \
  CLANES_INLINE Bits Vector##_isAtMost(Vector a, Vector b) { return (Bits)(a <= b); }             \
  CLANES_INLINE Bits Vector##_isEqual(Vector a, Vector b) { return (Bits)(a == b); }              \
  CLANES_INLINE Vector Vector##_choice(Bits mask, Vector yes, Vector no) {                        \
    return (Vector)((mask & (Bits)yes) | (~mask & (Bits)no));                                     \
  }                                                                                               \
                                                                                                  \
  CLANES_INLINE Bits Vector##_bits(Vector a) { return (Bits)a; }                                  \
  CLANES_INLINE Vector Vector##_number(Bits a) { return (Vector)a; }                              \
  CLANES_INLINE Bits Bits##_broadcast(Pattern x) { return (Bits)(x); }                            \
  CLANES_INLINE Bits Bits##_and(Bits a, Bits b) { return a & b; }                                 \
  CLANES_INLINE Bits Bits##_or(Bits a, Bits b) { return a | b; }                                  \
  CLANES_INLINE Bits Bits##_xor(Bits a, Bits b) { return a ^ b; }                                 \
  CLANES_INLINE Bits Bits##_sum(Bits a, Bits b) { return a + b; }                                 \
  CLANES_INLINE Bits Bits##_difference(Bits a, Bits b) { return a - b; }                          \
  CLANES_INLINE Bits Bits##_up(Bits a, Bits n) { return a << n; }                                 \
  CLANES_INLINE Bits Bits##_down(Bits a, Bits n) { return a >> n; }

CLANES_VECTOR(CFloat4, CFloat4Bits, float, unsigned int, 4)
CLANES_VECTOR(CFloat16, CFloat16Bits, float, unsigned int, 16)
CLANES_VECTOR(CFloat64, CFloat64Bits, float, unsigned int, 64)
CLANES_VECTOR(CDouble4, CDouble4Bits, double, unsigned long long, 4)
CLANES_VECTOR(CDouble8, CDouble8Bits, double, unsigned long long, 8)
CLANES_VECTOR(CDouble32, CDouble32Bits, double, unsigned long long, 32)

/* A vector four times, one after another. */
#define CLANES_REPEATED(Block, Vector, ...)                                                       \
  CLANES_INLINE Block Block##_repeated(Vector a) {                                                \
    return __builtin_shufflevector(a, a, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__);     \
  }

CLANES_REPEATED(CFloat64, CFloat16, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
CLANES_REPEATED(CDouble32, CDouble8, 0, 1, 2, 3, 4, 5, 6, 7)

/* Has a line of memory brought into the first cache, to be written to. */
CLANES_INLINE void CLanes_prefetchToWrite(const void *place) { __builtin_prefetch(place, 1, 3); }

/* Has a line of memory brought into the second cache, to be read. */
CLANES_INLINE void CLanes_prefetchToRead(const void *place) { __builtin_prefetch(place, 0, 2); }

/* What four vectors of four numbers are transposed by: the numbers of two vectors by turns, from the
 * lower or the upper halves, and two halves side by side. */
#define CLANES_FOUR(Vector, Scalar)                                                               \
  CLANES_INLINE Vector Vector##_of(Scalar a, Scalar b, Scalar c, Scalar d) {                      \
    return (Vector){a, b, c, d};                                                                  \
  }                                                                                               \
  CLANES_INLINE Vector Vector##_lowByTurns(Vector a, Vector b) {                                  \
    return __builtin_shufflevector(a, b, 0, 4, 1, 5);                                             \
  }                                                                                               \
  CLANES_INLINE Vector Vector##_highByTurns(Vector a, Vector b) {                                 \
    return __builtin_shufflevector(a, b, 2, 6, 3, 7);                                             \
  }                                                                                               \
  CLANES_INLINE Vector Vector##_lowHalves(Vector a, Vector b) {                                   \
    return __builtin_shufflevector(a, b, 0, 1, 4, 5);                                             \
  }                                                                                               \
  CLANES_INLINE Vector Vector##_highHalves(Vector a, Vector b) {                                  \
    return __builtin_shufflevector(a, b, 2, 3, 6, 7);                                             \
  }

CLANES_FOUR(CFloat4, float)
CLANES_FOUR(CDouble4, double)

#endif
