public import Vocabulary

/// A number by which runs can be compared: a loss or a metric, of one part of the data.
public struct Score: Hashable, Sendable {
  /// A part of the data.
  public enum Part: String, CaseIterable, Sendable {
    /// The rows that are trained on.
    case train
    /// The rows that training is watched by.
    case validation = "val"
    /// The rows that nothing is chosen by.
    case test

    /// What its rows are called in texts for people.
    public var title: String {
      switch self {
      case .train: "training"
      case .validation: "validation"
      case .test: "test"
      }
    }
  }

  /// What is measured.
  public enum Quantity: Hashable, Sendable {
    /// What training makes small, without penalties.
    case loss
    /// A metric of the spec.
    case metric(Metric)

    /// The name without the part: `loss`, `accuracy`.
    public var name: String {
      switch self {
      case .loss: "loss"
      case .metric(let metric): metric.name
      }
    }

    /// Which way is better.
    public var goal: Goal {
      switch self {
      case .loss: .minimize
      case .metric(let metric): metric.goal
      }
    }

    /// The numbers that it can be, its ends included; infinite where there is no end.
    public var range: ClosedRange<Double> {
      switch self {
      case .loss: 0...(.infinity)
      case .metric(let metric):
        switch metric {
        case .accuracy, .precision, .recall, .f1, .auc: 0...1
        case .mae, .rmse, .gradientNorm: 0...(.infinity)
        case .r2: -.infinity...1
        }
      }
    }
  }

  /// The part of the data.
  public let part: Part
  /// What is measured of it.
  public let quantity: Quantity

  /// Creates a score.
  public init(_ part: Part, _ quantity: Quantity) {
    self.part = part
    self.quantity = quantity
  }

  /// The scores that training can go by: of the training rows, and of the validation rows where
  /// there are any.
  public static func monitorable(metrics: [Metric], rows: RowCounts) -> [Score] {
    let parts: [Part] = rows.validation > 0 ? [.train, .validation] : [.train]
    return parts.flatMap { part in
      ([.loss] + metrics.map(Quantity.metric)).map { Score(part, $0) }
    }
  }

  /// The name that columns have: `train_loss`.
  public var name: String { "\(part.rawValue)_\(quantity.name)" }
}
