internal import Foundation

/// Does something with the rights of a user to whom no file belongs.
///
/// - Returns: whether that could be: the superuser of Linux alone can have them for a moment, and who is
///   not the superuser has none to give up.
public func withoutPrivileges(_ body: () throws -> Void) rethrows -> Bool {
  guard geteuid() == 0 else {
    try body()
    return true
  }
  guard let symbol = dlsym(nil, "setfsuid") else { return false }
  // Of the calling thread alone; with the user go the rights to pass over permissions.
  let become = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
  _ = become(65_534)
  defer { _ = become(0) }
  try body()
  return true
}
