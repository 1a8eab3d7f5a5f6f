/* PyTorch multiplies matrices by Intel's MKL, which asks whose processor it runs on and, where the
   answer is not Intel, takes its AVX2 code although the processor has AVX-512. Loaded before MKL,
   these two functions give the answer that lets it use AVX-512; nothing else changes.

       cc -shared -fPIC -O2 -o mkl_as_intel.so mkl_as_intel.c
       LD_PRELOAD=./mkl_as_intel.so python … */
int mkl_serv_intel_cpu(void) { return 1; }
int mkl_serv_intel_cpu_true(void) { return 1; }
