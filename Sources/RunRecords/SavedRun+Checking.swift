internal import Digests

extension SavedRun {
  /// Looks whether the summary tells what the loss curve and the weights have, as far as these are as
  /// the run left them: the epochs, the scores of training and validation rows, and the digest.
  ///
  /// That needs neither the run's data nor a plan, and so cannot tell whether the scores of test rows
  /// are right; `RunComparison` can.
  ///
  /// - Throws: `Fault.altered` with the name of the summary where it tells otherwise.
  public func checkSummary() throws(Fault) {
    guard let curve = try wholeContents(of: RunFile.lossCurve) else { return }
    guard LossCurve.agrees(curve, with: summary) else { throw .altered(RunFile.summary) }
    guard let model = try wholeContents(of: RunFile.model),
      let weights = try? Safetensors.decode(model)
    else { return }
    var hash = SHA256()
    hash.update(curve)
    guard RunSummary.digest(of: weights, after: hash) == summary.digest else {
      throw .altered(RunFile.summary)
    }
  }

  /// The bytes of a file; nil where it is not as the run left it.
  private func wholeContents(of name: String) throws(Fault) -> [UInt8]? {
    do throws(Fault) { return try contents(of: name) } catch {
      switch error {
      case .file, .noRun: throw error
      case .missing, .altered: return nil
      }
    }
  }
}
