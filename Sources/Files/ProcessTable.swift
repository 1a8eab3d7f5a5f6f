#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The processes that this one sees: those of the machine, or of a container on it.
public enum ProcessTable {
  /// Whether there is a process with a number.
  public static func contains(_ number: Int) -> Bool {
    guard let number = pid_t(exactly: number), number > 0 else { return false }
    return kill(number, 0) == 0 || errno == EPERM
  }

  /// What numbers of processes are of, other than the machine: the number of a container's namespace.
  ///
  /// Source: namespaces(7).
  public static var namespace: String? {
    var target = [CChar](repeating: 0, count: 64)
    let count = readlink("/proc/self/ns/pid", &target, target.count)
    guard count > 0 else { return nil }
    return namespace(
      named: String(decoding: target.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// The number in a name such as `pid:[4026532281]`; nil for that of the machine itself.
  static func namespace(named name: String) -> String? {
    guard name.hasPrefix("pid:["), name.hasSuffix("]") else { return nil }
    let number = name.dropFirst("pid:[".count).dropLast()
    return number == "4026531836" ? nil : String(number)
  }
}
