internal import Randomness
internal import Vocabulary

/// The learning rate of each step of a run.
///
/// Epochs are counted from 0 for the first epoch of training, steps from 0 in each epoch. Every
/// schedule counts towards the run's `epochs`, also where it stops before them.
public struct LearningRateSchedule: Hashable, Sendable {
  /// The formulas, each with its numbers.
  private enum Formula: Hashable, Sendable {
    /// learning_rate.
    case constant
    /// learning_rate · factor^⌊epoch / every⌋, as `StepLR`.
    case step(every: Int, factor: Double)
    /// learning_rate · decay^epoch, as `ExponentialLR`.
    case exponential(decay: Double)
    /// The closed form of `CosineAnnealingLR` with `T_max` the run's epochs.
    case cosine(final: Double)
    /// A line up over `warmup` epochs, then half a cosine.
    case warmupCosine(warmup: Double, final: Double)
    /// `OneCycleLR` with `cycle_momentum=False` and its `final_div_factor` of 10,000.
    case oneCycle(start: Double, warmup: Double)
    /// The rate of the state.
    case plateau
  }

  /// `learning_rate`; for `one_cycle` the peak.
  private let base: Double
  /// How many epochs the schedule is made for.
  private let epochs: Int
  /// The formula.
  private let formula: Formula
  /// The state of `reduce_on_plateau`; nil for the others, whose rates depend on nothing but the
  /// place in training.
  public private(set) var plateau: PlateauSchedule?

  /// The schedule of a run, at its beginning.
  public init(_ configuration: RunConfiguration) {
    let schedule = configuration.schedule
    base = configuration.learningRate
    epochs = configuration.epochs
    formula =
      switch schedule.word {
      case .constant: .constant
      case .step: .step(every: schedule.integer("every"), factor: schedule.number("factor"))
      case .exponential: .exponential(decay: schedule.number("decay"))
      case .cosine: .cosine(final: schedule.number("final"))
      case .warmupCosine:
        .warmupCosine(warmup: schedule.number("warmup"), final: schedule.number("final"))
      case .oneCycle:
        .oneCycle(start: schedule.number("start"), warmup: schedule.number("warmup"))
      case .reduceOnPlateau: .plateau
      }
    plateau = configuration.plateauMonitor.map { monitor in
      PlateauSchedule(
        rate: configuration.learningRate, monitor: monitor, factor: schedule.number("factor"),
        patience: schedule.integer("patience"), minDelta: schedule.number("min_delta"),
        minimum: schedule.number("minimum"))
    }
  }

  /// The score to give to `observe` after each epoch; nil where none is needed.
  public var monitor: Score? { plateau?.monitor }

  /// Whether the rate changes within an epoch.
  public var isPerStep: Bool {
    switch formula {
    case .warmupCosine, .oneCycle: true
    case .constant, .step, .exponential, .cosine, .plateau: false
    }
  }

  /// Looks at the score of the network after an epoch of training; means nothing to the schedules
  /// that need none.
  public mutating func observe(_ score: Double) { plateau?.observe(score) }

  /// The rate of a step.
  ///
  /// - Parameters:
  ///   - epoch: the epoch of training, from 0 up to but not `epochs`.
  ///   - step: the step in the epoch, from 0 up to but not `stepsPerEpoch`.
  ///   - stepsPerEpoch: how many steps each epoch has.
  public func rate(epoch: Int, step: Int, stepsPerEpoch: Int) -> Double {
    let place = Double(epoch * stepsPerEpoch + step)
    let steps = Double(epochs * stepsPerEpoch)
    switch formula {
    case .constant: return base
    case .step(let every, let factor): return base * factor.raised(to: epoch / every)
    case .exponential(let decay): return base * decay.raised(to: epoch)
    case .cosine(let final):
      return Self.halfCosine(from: base, to: final, at: Double(epoch) / Double(epochs))
    case .warmupCosine(let warmup, let final):
      let rise = warmup * Double(stepsPerEpoch)
      // The line is 0 one step before the first, and learning_rate where the cosine begins.
      guard place >= rise else { return base * ((place + 1) / (rise + 1)) }
      return Self.halfCosine(from: base, to: final, at: (place - rise) / (steps - rise))
    case .oneCycle(let start, let warmup):
      let top = warmup * steps - 1
      guard place > top || top <= 0 else {
        return Self.halfCosine(from: start, to: base, at: place / top)
      }
      return Self.halfCosine(
        from: base, to: start / 10_000, at: (place - top) / (steps - 1 - top))
    case .plateau: return plateau?.rate ?? base
    }
  }

  /// The rate at a share of the way along half a cosine.
  private static func halfCosine(from first: Double, to last: Double, at share: Double) -> Double {
    let cosine = ScalarFunctions.cosPi(min(max(share, 0), 1))
    return last + (first - last) * ((1 + cosine) / 2)
  }
}

extension Double {
  /// The number multiplied by itself so many times in all, by repeated squaring: the same products
  /// in the same order everywhere.
  fileprivate func raised(to exponent: Int) -> Double {
    var (result, square, rest) = (1.0, self, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      square *= square
      rest /= 2
    }
    return result
  }
}
