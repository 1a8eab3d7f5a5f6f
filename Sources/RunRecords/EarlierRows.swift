public import Experiments
internal import Files
internal import SystemPackage

/// The first rows of the loss curve of a run that goes on from where a shorter one stopped.
public struct EarlierRows: Sendable {
  /// Their text, without a header.
  let bytes: [UInt8]
}

extension RunStore {
  /// The rows before an epoch that the curve of a run has in common with that of a shorter one, which
  /// stands in its folder.
  ///
  /// - Returns: nil where that is not whole, so that nothing can be said of it.
  public func rows(
    of shorter: RunSummary, before epoch: Int, for configuration: RunConfiguration
  ) -> EarlierRows? {
    let path = folder(of: shorter.id).appending(RunFile.lossCurve)
    guard let curve = try? path.contents(),
      shorter.files.contains(RunSummary.FileDigest(RunFile.lossCurve, of: curve))
    else { return nil }
    let lines = LossCurve.lines(curve).filter { line in
      LossCurve.epoch(curve[line]).map { $0 < epoch && configuration.isLogged(epoch: $0) } ?? false
    }
    return EarlierRows(bytes: lines.flatMap { curve[$0] + [UInt8(ascii: "\n")] })
  }
}
