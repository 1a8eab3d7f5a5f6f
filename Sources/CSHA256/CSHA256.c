#include "CSHA256.h"

#if defined(__APPLE__)

void sha256_begin(sha256_state *state) { CC_SHA256_Init(state); }

void sha256_add(sha256_state *state, const void *bytes, size_t count) {
  // A count has 32 bits there.
  const size_t most = (size_t)1 << 30;
  const uint8_t *next = bytes;
  for (; count > most; count -= most, next += most) CC_SHA256_Update(state, next, (CC_LONG)most);
  CC_SHA256_Update(state, next, (CC_LONG)count);
}

void sha256_end(sha256_state *state, uint8_t *digest) { CC_SHA256_Final(digest, state); }

#else

void sha256_begin(sha256_state *state) { SHA256_Init(state); }

void sha256_add(sha256_state *state, const void *bytes, size_t count) {
  SHA256_Update(state, bytes, count);
}

void sha256_end(sha256_state *state, uint8_t *digest) { SHA256_Final(digest, state); }

#endif
