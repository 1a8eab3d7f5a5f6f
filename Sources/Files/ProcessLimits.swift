internal import CSystem
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the system lets this process have (`ulimit`).
public struct ProcessLimits: Sendable {
  /// How many bytes of address space are left; nil where there is no limit.
  public let memory: Int?
  /// How many files may be open; nil where there is no limit.
  public let files: Int?
  /// How many bytes of address space a thread takes.
  public let threadSize: Int

  /// How many bytes of address space the allocator sets aside for each of its arenas.
  private static let arenaSize = 64 << 20
  /// How many arenas it has at most for each core.
  private static let arenasOfCore = 8

  /// Limits that are known.
  public init(memory: Int?, files: Int?, threadSize: Int) {
    self.memory = memory
    self.files = files
    self.threadSize = threadSize
  }

  /// What the process may have now.
  public static var current: ProcessLimits {
    ProcessLimits(
      memory: addressSpace.map { $0 - usedAddressSpace }, files: limit(of: .files),
      threadSize: stackSize)
  }

  /// How many bytes of address space the process may have; nil where there is no limit.
  public static var addressSpace: Int? { limit(of: .addressSpace) }

  /// Lets threads share the allocator's arenas where these could take half of the address space, which
  /// stacks and data would miss.
  public static func shareMemory(coreCount: Int) {
    guard let addressSpace, addressSpace / 2 < coreCount * arenasOfCore * arenaSize,
      let symbol = dlsym(nil, "mallopt")
    else { return }
    // glibc's `mallopt(M_ARENA_MAX, 1)`.
    let mallopt = unsafeBitCast(symbol, to: (@convention(c) (CInt, CInt) -> CInt).self)
    _ = mallopt(-8, 1)
  }

  /// The soft limit of something; nil where there is none.
  private static func limit(of resource: Resource) -> Int? {
    var limit = rlimit()
    guard getrlimit(resource.number, &limit) == 0 else { return nil }
    return Int(exactly: limit.rlim_cur).flatMap { $0 == .max ? nil : $0 }
  }

  /// Raises the soft limit of open files to so many, or as far as the hard one lets it.
  public static func allowFiles(_ count: Int) {
    var limit = rlimit()
    guard getrlimit(Resource.files.number, &limit) == 0, limit.rlim_cur < count else { return }
    limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
    _ = setrlimit(Resource.files.number, &limit)
  }

  /// How many bytes of address space the process has; 0 where the system does not tell.
  private static var usedAddressSpace: Int {
    guard let text = try? FilePath("/proc/self/statm").contents(),
      let pages = Int(String(decoding: text.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self))
    else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }

  /// How many bytes the stack of a thread takes.
  private static var stackSize: Int {
    var attributes = pthread_attr_t()
    var size = 0
    pthread_attr_init(&attributes)
    pthread_attr_getstacksize(&attributes, &size)
    pthread_attr_destroy(&attributes)
    return size
  }
}

/// Something that the system limits.
private enum Resource {
  case addressSpace
  case files

  /// The system's number for it.
  var number: CInt {
    #if canImport(Glibc)
      switch self {
      case .addressSpace: CInt(RLIMIT_AS.rawValue)
      case .files: CInt(RLIMIT_NOFILE.rawValue)
      }
    #else
      switch self {
      case .addressSpace: RLIMIT_AS
      case .files: RLIMIT_NOFILE
      }
    #endif
  }
}
