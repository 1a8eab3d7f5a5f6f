internal import Engine

/// One kernel with something to work on.
struct KernelCase {
  /// Which it is.
  let name: String
  /// Makes it ready, with the kernels of an engine.
  let prepare: (Engine) -> Trial
  /// What else the trial does, whose time is to be taken off.
  var prepareBesides: ((Engine) -> Trial)?
}

/// A kernel that is ready to run.
struct Trial {
  /// How much it does in a run, in what the unit of its group counts.
  let work: Double
  /// Runs it.
  let run: () -> Void
  /// The bits of what it has computed: for each of the networks that it computes side by side, and
  /// one for what is no network.
  let results: () -> [[UInt64]]
}

extension KernelCase {
  /// Whether each of an engine's results has the bits of the plain kernels' after the first run.
  func isVerified(_ trial: Trial, expected: [[UInt64]]) -> Bool {
    trial.run()
    return trial.results().allSatisfy { $0 == expected[0] }
  }

  /// What the plain kernels compute in the first run.
  func expectedResults(_ plain: Engine) -> [[UInt64]] {
    let trial = prepare(plain)
    trial.run()
    return trial.results()
  }

  /// The least seconds of a run of a trial, without what it does besides.
  func seconds(_ trial: Trial, _ engine: Engine) -> Double {
    let seconds = Stopwatch.least(trial.run)
    guard let besides = prepareBesides?(engine) else { return seconds }
    return max(0, seconds - Stopwatch.least(besides.run))
  }
}
