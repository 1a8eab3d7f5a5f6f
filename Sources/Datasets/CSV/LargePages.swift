#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Memory in larger pages than usual, of which the system has fewer to make.
enum LargePages {
  /// Asks for memory that will be written to be made of large pages, where the system can do that.
  static func advise(_ memory: UnsafeMutableBufferPointer<Double>) {
    #if canImport(Glibc) || canImport(Musl)
      // Advice is of whole pages.
      let page = Int(getpagesize())
      let bytes = UnsafeMutableRawBufferPointer(memory)
      guard let start = bytes.baseAddress?.alignedUp(toMultipleOf: page) else { return }
      let count = bytes.count - page
      if count > 0 { _ = madvise(start, count, MADV_HUGEPAGE) }
    #endif
  }
}
