import Foundation
import SystemPackage

@testable import Files

extension FileError {
  /// An error as the module itself makes it.
  init(testing operation: Operation, _ path: FilePath, _ reason: Errno) {
    self.init(operation, path, reason)
  }
}

/// Makes a symbolic link.
func link(from path: FilePath, to target: FilePath) throws {
  try FileManager.default.createSymbolicLink(
    atPath: path.string, withDestinationPath: target.string)
}
