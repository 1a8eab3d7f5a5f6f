internal import Experiments
internal import Files
internal import RunRecords
internal import Text

/// The record of one run in training, kept until the run ends or a file cannot be written.
final class RunRecording {
  /// What writes it; nil once it has ended.
  private var writer: RunWriter?
  /// What became of the run because it could not be recorded; nil while it could.
  private(set) var failure: RunRecord?

  /// Nothing recorded yet, but for the rows of a shorter run that this one goes on from.
  init(
    _ run: RunPlan.Run, after earlier: EarlierRows? = nil, in store: RunStore,
    clock: @escaping @Sendable () -> Duration
  ) {
    writer = RunWriter(run, after: earlier, in: store, clock: clock)
  }

  /// Makes the folder of the run in progress.
  func begin() {
    do throws(FileError) { try writer?.begin() } catch { fail(error) }
  }

  /// Adds rows to the loss curve.
  func append(_ rows: CurveRows, lane: Int) {
    do throws(FileError) { try writer?.append(rows, lane: lane) } catch { fail(error) }
  }

  /// Writes everything else; an outcome of nil leaves the run in progress.
  ///
  /// - Parameter stopped: what became of the run where there is no outcome.
  /// - Returns: what became of the run.
  func finish(
    _ outcome: RunOutcome?, _ provenance: Provenance, stopped: @autoclosure () -> RunRecord
  ) -> RunRecord {
    guard let writer = writer.take() else { return failure ?? stopped() }
    guard let outcome else {
      do throws(FileError) { try writer.abandon() } catch { return RunRecord(error) }
      return stopped()
    }
    do throws(RunWriteError) {
      return RunRecord(try writer.finish(outcome, provenance: provenance), isCached: false)
    } catch {
      return RunRecord(error)
    }
  }

  /// Gives the run up.
  private func fail(_ error: FileError) {
    failure = RunRecord(error)
    writer = nil
  }
}
