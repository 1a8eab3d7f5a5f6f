/// SHA-256 as the system has it: CommonCrypto's on Apple's systems, that of OpenSSL's libcrypto
/// elsewhere.
///
/// libcrypto's newer functions (EVP) keep a running hash on the heap, and bring 3.8 MB into a program:
/// the older ones, which it calls deprecated, work on a struct.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__APPLE__)
#include <CommonCrypto/CommonDigest.h>
#else
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#endif

/// A running hash. A copy goes on by itself.
#if defined(__APPLE__)
typedef CC_SHA256_CTX sha256_state;
#else
typedef SHA256_CTX sha256_state;
#endif

/// Begins a hash.
void sha256_begin(sha256_state *state);

/// Adds bytes, any number of them.
void sha256_add(sha256_state *state, const void *bytes, size_t count);

/// Ends a hash, and writes its 32 bytes.
void sha256_end(sha256_state *state, uint8_t *digest);
