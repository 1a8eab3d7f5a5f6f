/* Arithmetic on vectors of numbers, by the vector types of the C compiler.
 *
 * Swift's SIMD types compute floating-point numbers lane by lane, and leave it to the optimizer to find
 * the vectors again: for the kernels that took minutes, and did not always succeed. A function here
 * is one instruction or a few, and always inlined: it exists in the caller alone, compiled for the
 * caller's processor.
 *
 * A result replaces the first vector, which is in memory until the function is inlined: one that was
 * returned Swift would take apart into pieces of 128 bits and put together again, and removing these
 * took the optimizer longer than all else.
 */
#ifndef CLANES_H
#define CLANES_H

#define CLANES_INLINE static inline __attribute__((__always_inline__, __nodebug__))

/* A vector of `count` numbers, and one of as many bit patterns. In a mask all bits are set where a
 * comparison holds, and none elsewhere. What ends in `InPlace` is one as Swift aligns it. */
#define CLANES_VECTOR(Vector, Bits, Scalar, Pattern, count)                                       \
  typedef Scalar Vector __attribute__((ext_vector_type(count)));                                  \
  typedef Pattern Bits __attribute__((ext_vector_type(count)));                                   \
  typedef Vector Vector##InPlace __attribute__((aligned(8)));                                     \
  typedef Bits Bits##InPlace __attribute__((aligned(8)));                                         \
                                                                                                  \
  CLANES_INLINE void Vector##_fill(void *result, Scalar x) {                                      \
    *(Vector##InPlace *)result = (Vector)(x);                                                     \
  }                                                                                               \
  CLANES_INLINE void Vector##_add(void *result, Vector b) { *(Vector##InPlace *)result += b; }    \
  CLANES_INLINE void Vector##_subtract(void *result, Vector b) {                                  \
    *(Vector##InPlace *)result -= b;                                                              \
  }                                                                                               \
  CLANES_INLINE void Vector##_multiply(void *result, Vector b) {                                  \
    *(Vector##InPlace *)result *= b;                                                              \
  }                                                                                               \
  CLANES_INLINE void Vector##_divide(void *result, Vector b) { *(Vector##InPlace *)result /= b; } \
  CLANES_INLINE void Vector##_fma(void *result, Vector a, Vector b) {                             \
    *(Vector##InPlace *)result = __builtin_elementwise_fma(a, b, *(Vector##InPlace *)result);     \
  }                                                                                               \
  CLANES_INLINE void Vector##_takeRoot(void *result) {                                            \
    *(Vector##InPlace *)result = __builtin_elementwise_sqrt(*(Vector##InPlace *)result);          \
  }                                                                                               \
                                                                                                  \
  CLANES_INLINE void Vector##_isLess(void *result, Vector a, Vector b) {                          \
    *(Bits##InPlace *)result = (Bits)(a < b);                                                     \
  }                                                                                               \
  CLANES_INLINE void Vector##_isAtMost(void *result, Vector a, Vector b) {                        \
    *(Bits##InPlace *)result = (Bits)(a <= b);                                                    \
  }                                                                                               \
  CLANES_INLINE void Vector##_isEqual(void *result, Vector a, Vector b) {                         \
    *(Bits##InPlace *)result = (Bits)(a == b);                                                    \
  }                                                                                               \
  CLANES_INLINE void Vector##_replace(void *result, Bits mask, Vector other) {                    \
    *(Bits##InPlace *)result = (mask & (Bits)other) | (~mask & *(Bits##InPlace *)result);         \
  }                                                                                               \
                                                                                                  \
  CLANES_INLINE void Bits##_fill(void *result, Pattern x) {                                       \
    *(Bits##InPlace *)result = (Bits)(x);                                                         \
  }                                                                                               \
  CLANES_INLINE void Bits##_and(void *result, Bits b) { *(Bits##InPlace *)result &= b; }          \
  CLANES_INLINE void Bits##_or(void *result, Bits b) { *(Bits##InPlace *)result |= b; }           \
  CLANES_INLINE void Bits##_xor(void *result, Bits b) { *(Bits##InPlace *)result ^= b; }          \
  CLANES_INLINE void Bits##_add(void *result, Bits b) { *(Bits##InPlace *)result += b; }          \
  CLANES_INLINE void Bits##_subtract(void *result, Bits b) { *(Bits##InPlace *)result -= b; }     \
  CLANES_INLINE void Bits##_moveUp(void *result, Bits b) { *(Bits##InPlace *)result <<= b; }      \
  CLANES_INLINE void Bits##_moveDown(void *result, Bits b) { *(Bits##InPlace *)result >>= b; }

CLANES_VECTOR(CFloat2, CFloat2Bits, float, unsigned int, 2)
CLANES_VECTOR(CFloat4, CFloat4Bits, float, unsigned int, 4)
CLANES_VECTOR(CFloat8, CFloat8Bits, float, unsigned int, 8)
CLANES_VECTOR(CFloat16, CFloat16Bits, float, unsigned int, 16)
CLANES_VECTOR(CFloat64, CFloat64Bits, float, unsigned int, 64)
CLANES_VECTOR(CDouble2, CDouble2Bits, double, unsigned long long, 2)
CLANES_VECTOR(CDouble4, CDouble4Bits, double, unsigned long long, 4)
CLANES_VECTOR(CDouble8, CDouble8Bits, double, unsigned long long, 8)
CLANES_VECTOR(CDouble32, CDouble32Bits, double, unsigned long long, 32)

/* A vector four times, one after another. */
#define CLANES_REPEATED(Block, Vector, ...)                                                       \
  CLANES_INLINE void Block##_repeat(void *result, Vector a) {                                     \
    *(Block##InPlace *)result = __builtin_shufflevector(                                          \
        a, a, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__);                                \
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
