public import SystemPackage

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
    /// There is no run, or a file of it is not as it was left.
    case run(SavedRun.Fault)
    /// The run has no trained weights.
    case diverged
    /// The run was not to save its weights.
    case unsaved
    /// The weights cannot be read.
    case unreadable(Safetensors.DecodingError)
  }

  /// Reads the model of a run, whose files must be as they were left.
  ///
  /// - Parameter folder: the run's own.
  public init(in folder: FilePath) throws(Fault) {
    let (run, model): (SavedRun, [UInt8])
    do throws(SavedRun.Fault) { run = try SavedRun(in: folder) } catch { throw .run(error) }
    guard run.summary.status != .diverged else { throw .diverged }
    guard run.summary.files.contains(where: { $0.name == RunFile.model }) else { throw .unsaved }
    do throws(SavedRun.Fault) {
      spec = try run.contents(of: RunFile.spec)
      model = try run.contents(of: RunFile.model)
    } catch {
      throw .run(error)
    }
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
}
