internal import SystemPackage

/// The descriptors 0, 1 and 2, which a program may be started without.
public enum StandardDescriptors {
  /// Opens those that are closed on nothing, so that no file of results gets one of their numbers,
  /// and with it what the program tells.
  public static func open() {
    while let file = try? FileDescriptor.open("/dev/null", .readWrite) {
      guard file.rawValue > 2 else { continue }
      try? file.close()
      return
    }
  }
}
