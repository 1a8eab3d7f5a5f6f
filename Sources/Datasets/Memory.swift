#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Whether so many bytes of memory are to be had: an array that gets none ends the program.
func fitsMemory(_ size: Int) -> Bool {
  guard size > 0 else { return true }
  // As large arrays get theirs, and not by `malloc`, which the optimiser may leave out.
  let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
  guard let memory, memory != MAP_FAILED else { return false }
  munmap(memory, size)
  return true
}
