internal import Experiments
internal import Files
internal import Reporting
internal import RunRecords
internal import Running
internal import SystemPackage

/// Tells of an experiment's events beside its progress: what goes wrong, and what is waited for.
struct ConsoleRecorder: Sendable {
  /// The experiment's name.
  let name: String
  /// Its folder.
  let folder: FilePath
  /// Whether nothing but errors and warnings is told.
  let isQuiet: Bool

  /// Takes note of an event.
  func record(_ event: RunEvent) {
    switch event {
    case .memoryShort(let need):
      guard let shortage = need.shortage else { return }
      Console.error.warn(
        "\(shortage); fewer --jobs or a smaller batch_size take less")
    case .waiting where isQuiet: break
    case .waiting(runs: 0):
      Console.error.inform("waiting for another nn-run that works in \(folder)")
    case .waiting(let runs):
      Console.error.inform(
        "waiting for \(Readable.count(runs, "run")) that another nn-run trains in \(folder)")
    case .fileFailed(let error), .obstructed(let error): Console.error.tell(error.description)
    case .ended(let end):
      let early = end.result.earlyEnd
      // A signal has been told of when it came.
      if let early, early != .signal, end.result.counts[.interrupted] > 0 {
        Console.error.inform("\(name): \(early.sentence)")
      }
      if isQuiet {
        for failure in end.result.failures(of: end.expectations) {
          Console.error.tell("\(name): \(failure)")
        }
      }
    case .planned, .cached, .started, .advanced, .held, .finished, .roundEnded: break
    }
  }
}
