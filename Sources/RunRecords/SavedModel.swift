public import Files
public import SystemPackage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The model that a run has saved, as it lies in the run's folder.
public struct SavedModel: Sendable {
  /// The run's own spec.
  public let spec: [UInt8]
  /// The saved weights.
  public let weights: [Tensor]
  /// What stands between data and the network.
  public let encoding: DataEncoding

  /// Why there is no model to be had.
  public enum Fault: Error, Sendable {
    /// A file of the run cannot be read.
    case file(FileError)
    /// The folder is none of a run.
    case noRun
    /// The run has no trained weights.
    case diverged
    /// The run was not to save its weights.
    case unsaved
    /// A file is not as the run left it.
    case altered(String)
    /// The weights cannot be read.
    case unreadable(Safetensors.DecodingError)
  }

  /// What is read of a run's summary.
  private struct Summary: Decodable {
    let status: RunStatus
    let files: [String: String]
  }

  /// Reads the model of a run, whose files must be as they were left.
  ///
  /// - Parameter folder: the run's own.
  public init(in folder: FilePath) throws(Fault) {
    let summaryPath = folder.appending(RunFile.summary)
    guard summaryPath.exists else { throw .noRun }
    let bytes = try Self.contents(of: summaryPath)
    guard let summary = try? JSONDecoder().decode(Summary.self, from: Data(bytes)) else {
      throw .altered(RunFile.summary)
    }
    guard summary.status != .diverged else { throw .diverged }
    guard summary.files[RunFile.model] != nil else { throw .unsaved }
    func file(_ name: String) throws(Fault) -> [UInt8] {
      let bytes = try Self.contents(of: folder.appending(name))
      guard RunSummary.FileDigest(name, of: bytes).sha256 == summary.files[name] else {
        throw .altered(name)
      }
      return bytes
    }
    spec = try file(RunFile.spec)
    let model = try file(RunFile.model)
    do throws(Safetensors.DecodingError) {
      weights = try Safetensors.decode(model)
      guard let encoding = DataEncoding(metadata: try Safetensors.metadata(of: model)) else {
        throw .badHeader
      }
      self.encoding = encoding
    } catch {
      throw .unreadable(error)
    }
  }

  private static func contents(of path: FilePath) throws(Fault) -> [UInt8] {
    do throws(FileError) {
      return try path.contents()
    } catch {
      throw .file(error)
    }
  }
}
