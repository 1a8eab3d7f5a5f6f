/* The rate of fused multiply-adds in float32 on every core that the process may use, as one JSON
   line: what no matrix product can exceed.

       cc -O2 -march=native -pthread -o peak peak.c

   Each thread works for 0.2 s on twelve vectors that stay in registers, which is enough of them to
   fill the multipliers while each waits for its last result. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sched.h>
#endif

#if defined(__AVX512F__)
#define BYTES 64
#elif defined(__AVX__)
#define BYTES 32
#else
#define BYTES 16
#endif
typedef float vector __attribute__((vector_size(BYTES)));
enum { VECTORS = 12, LOOPS = 100000, MOST_CORES = 256 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

/* Chains of multiply-adds, each in a register; without -ffast-math none may be left out. */
__attribute__((noinline)) static float chains(float factor, float term) {
    vector sums[VECTORS], total = {0};
    for (int i = 0; i < VECTORS; i++) sums[i] = total + (float)i;  // equal chains would be merged
    for (int loop = 0; loop < LOOPS; loop++)
#pragma GCC unroll 12
        for (int i = 0; i < VECTORS; i++) sums[i] = sums[i] * factor + term;
    for (int i = 0; i < VECTORS; i++) total += sums[i];
    return total[0];
}

/* Stores the best rate of this thread. */
static void *work(void *rate) {
    const double flops = 2.0 * LOOPS * VECTORS * (BYTES / sizeof(float));
    double best = 0, end = now() + 0.2;
    volatile float kept = 0;
    while (now() < end) {
        double start = now();
        kept += chains(0.5f, 1);
        double seconds = now() - start;
        if (flops / seconds > best) best = flops / seconds;
    }
    *(double *)rate = best;
    return NULL;
}

static int core_count(void) {
#ifdef __linux__
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
#endif
    return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

int main(void) {
    int cores = core_count();
    if (cores > MOST_CORES) cores = MOST_CORES;
    pthread_t threads[MOST_CORES];
    double rates[MOST_CORES] = {0}, sum = 0;
    for (int core = 0; core < cores; core++)
        if (pthread_create(&threads[core], NULL, work, &rates[core])) return 1;
    for (int core = 0; core < cores; core++) {
        pthread_join(threads[core], NULL);
        sum += rates[core];
    }
    printf("{\"gflops\": %.1f}\n", sum / 1e9);
    return 0;
}
