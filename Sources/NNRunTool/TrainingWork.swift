internal import Datasets
internal import Engine
internal import Experiments
internal import Files
internal import RunRecords
internal import Scheduling
internal import Training

/// The training of one run of a plan after another, each recorded as it goes.
struct TrainingWork: Sendable {
  /// What became of one run.
  struct Result: Sendable {
    /// What the batch knows of it.
    let record: RunRecord
    /// What the program is to exit with because of it.
    let status: ExitStatus
  }

  /// Where the results go.
  let store: RunStore
  /// The data of every run.
  let datasets: [DatasetSource: Dataset]
  /// What runs are computed with.
  let engine: Engine
  /// Stops a run at its next epoch.
  let cancellation: Cancellation

  /// Trains a run and writes its folder.
  ///
  /// - Parameter advance: is given each row of the loss curve.
  func train(_ run: RunPlan.Run, worker: Int, advance: (CurveRow) -> Void) -> Result {
    guard let dataset = datasets[run.configuration.dataset] else {
      preconditionFailure("the data of every run has been read")
    }
    if let shortage = memoryNeed(of: run).shortage {
      return Result(record: RunRecord(failure: shortage), status: .runFailed)
    }
    let circumstances = Circumstances(engine: engine, worker: worker)
    do {
      var writer = try RunWriter(run, in: store, clock: { Machine.elapsed })
      let outcome = try RunTrainer(engine: engine).train(
        run.configuration, on: dataset, isCancelled: { cancellation.isCancelled },
        record: { (row) throws(FileError) in
          try writer.append(row)
          advance(row)
        })
      guard let outcome else {
        try writer.abandon()
        return Result(record: .interrupted, status: .success)
      }
      let summary = try writer.finish(
        outcome, rowCount: dataset.rows, circumstances: circumstances.json)
      return Result(record: RunRecord(summary, isCached: false), status: .success)
    } catch {
      let isOutside = error is FileError || (error as? RunWriteError)?.isOutside == true
      return Result(
        record: RunRecord(failure: "\(error)"), status: isOutside ? .ioError : .runFailed)
    }
  }

  /// How much memory a run takes while it is trained.
  func memoryNeed(of run: RunPlan.Run) -> MemoryNeed {
    let rows = datasets[run.configuration.dataset]?.rows ?? 0
    return MemoryNeed(
      needed: run.configuration.memoryEstimate(rows: rows), available: Machine.memory)
  }
}
