public import Experiments
internal import Files
internal import RunRecords
public import SystemPackage

/// A file of initial weights that a spec names.
public struct WeightsFile {
  /// Where the file is.
  private let path: FilePath

  /// The file at a path that counts from a folder, that of the spec.
  public init(_ path: String, from folder: FilePath) { self.path = folder.pushing(FilePath(path)) }

  /// What planning needs to know of it.
  public func facts() throws(WeightsFacts.Unreadable) -> WeightsFacts { try contents().facts }

  /// The tensors in it, and what planning knows of it.
  func contents() throws(WeightsFacts.Unreadable) -> (facts: WeightsFacts, tensors: [Tensor]) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try path.contents()
    } catch {
      throw WeightsFacts.Unreadable(
        error.cause, isFileMissing: error.reason == .noSuchFileOrDirectory)
    }
    do throws(Safetensors.DecodingError) {
      let tensors = try Safetensors.decode(bytes)
      let facts = WeightsFacts(
        bytes: bytes, tensors: tensors.map { WeightsFacts.Tensor($0.name, shape: $0.shape) })
      return (facts, tensors)
    } catch {
      throw WeightsFacts.Unreadable(error.description)
    }
  }
}
