import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Datasets

/// Files that become shorter while they are read.
struct ShrinkingFileTests {
  /// What is wrong with a file of the corpus that is cut after it was opened.
  private func fault(
    _ name: String, _ read: (inout ByteStream) throws(ArrayFault) -> Void
  ) throws -> ArrayFault? {
    try withTemporaryFolder { folder in
      let path = folder + "/" + name
      try FileManager.default.copyItem(atPath: corpusDataFolder + "/" + name, toPath: path)
      var stream = try ByteStream(FilePath(path))
      #expect(truncate(path, off_t(stream.size - 1)) == 0)
      do throws(ArrayFault) {
        try read(&stream)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test(arguments: ["f4.npy", "fortran.npy"])
  func `an array of NumPy`(name: String) throws {
    let fault = try fault(name) { (stream) throws(ArrayFault) in
      _ = try DataArray(.npy, from: &stream)
    }
    #expect(fault == .bytes(.file(.shrunk)))
    #expect(fault?.fault == "became shorter while it was read")
    #expect(fault?.note == "read it again when nothing writes to it")
  }

  @Test(arguments: ["images-idx3-ubyte", "images-idx3-ubyte.gz"])
  func `an array of IDX`(name: String) throws {
    let fault = try fault(name) { (stream) throws(ArrayFault) in
      _ = try DataArray(.idx, from: &stream)
    }
    #expect(fault == .bytes(.file(.shrunk)))
  }

  @Test func `an archive`() throws {
    let fault = try fault("data.npz") { (stream) throws(ArrayFault) in
      _ = try ZipDirectory(stream)
    }
    #expect(fault == .bytes(.file(.shrunk)))
  }
}
