internal import Vocabulary

/// A learning rate that falls whenever a score has stopped improving.
///
/// The rule of PyTorch's `ReduceLROnPlateau` with `threshold_mode='abs'` and `eps=0`.
public struct PlateauSchedule: Hashable, Sendable {
  /// The score to observe after each epoch of training; not that of the untrained network.
  public let monitor: Score
  /// What the rate is multiplied by.
  public let factor: Double
  /// For how many epochs the score may fail to improve; the next one lowers the rate.
  public let patience: Int
  /// An improvement is larger than this.
  public let minDelta: Double
  /// The smallest rate.
  public let minimum: Double
  /// The rate of the next step.
  public private(set) var rate: Double
  /// The best score so far; nil before there was a number.
  private var best: Double?
  /// How many epochs in a row have not improved it.
  private var badEpochs = 0

  /// Begins with the rate of the first step.
  public init(
    rate: Double, monitor: Score, factor: Double = 0.1, patience: Int = 10,
    minDelta: Double = 1e-4, minimum: Double = 0
  ) {
    self.rate = rate
    self.monitor = monitor
    self.factor = factor
    self.patience = patience
    self.minDelta = minDelta
    self.minimum = minimum
  }

  /// Looks at the score after an epoch.
  ///
  /// - Returns: the rate of the next epoch.
  @discardableResult
  public mutating func observe(_ score: Double) -> Double {
    if improves(score) {
      best = score
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if badEpochs > patience {
      // A rate that begins below the minimum is not raised to it.
      rate = min(rate, max(rate * factor, minimum))
      badEpochs = 0
    }
    return rate
  }

  /// Whether a score is better than the best by more than the least improvement.
  private func improves(_ score: Double) -> Bool {
    guard let best else { return !score.isNaN }
    return switch monitor.quantity.goal {
    case .minimize: score < best - minDelta
    case .maximize: score > best + minDelta
    }
  }
}
