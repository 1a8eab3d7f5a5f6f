public import Vocabulary

extension Expectation {
  /// When in the course of a run a score is measured.
  public enum Moment: String, Keyword {
    /// Of the weights that the run saves.
    case saved
    /// After the last epoch.
    case last
    /// After the best epoch.
    case best

    /// What the words are called.
    public static let kind = "moment"

    /// One line for the documentation.
    public var summary: String {
      switch self {
      case .saved: "of the weights that the run saves, as in summary.csv"
      case .last: "in the last row of the loss curve"
      case .best: "in the row of the best epoch in the loss curve"
      }
    }
  }

  /// Which one of several runs is measured.
  public enum Choosing: String, Keyword {
    /// The run with the best rank.
    case bestRun = "best_run"

    /// What the words are called.
    public static let kind = "choice of a run"

    /// One line for the documentation.
    public var summary: String {
      switch self {
      case .bestRun: "the run that rank_by puts first"
      }
    }
  }

  /// What runs that are measured together differ by.
  public enum Repetition: String, Keyword {
    /// Their seeds.
    case seeds
    /// The folds that they hold back.
    case folds
    /// Both.
    case all

    /// What the words are called.
    public static let kind = "repetition"

    /// One line for the documentation.
    public var summary: String {
      switch self {
      case .seeds: "runs that differ by their seed alone are measured together"
      case .folds: "runs that differ by their fold alone are measured together"
      case .all: "all runs of a configuration are measured together"
      }
    }
  }

  /// What the scores of several runs come to.
  public enum Statistic: String, Keyword {
    /// The mean.
    case mean
    /// The standard deviation.
    case std
    /// The least.
    case min
    /// The greatest.
    case max
    /// The middle one.
    case median

    /// What the words are called.
    public static let kind = "statistic"

    /// One line for the documentation.
    public var summary: String {
      switch self {
      case .mean: "the mean"
      case .std: "the standard deviation, with n − 1"
      case .min: "the least"
      case .max: "the greatest"
      case .median: "the middle one, or the mean of the middle two"
      }
    }

    /// The numbers that it can be of scores in a range, its ends included.
    ///
    /// The scores of two runs, one at each end, deviate the most: those of n runs, half of them at each,
    /// by (upper − lower) / 2 · √(n / (n − 1)).
    public func range(ofScoresIn range: ClosedRange<Double>) -> ClosedRange<Double> {
      switch self {
      case .mean, .min, .max, .median: return range
      case .std:
        let width = range.upperBound - range.lowerBound
        return 0...(width * width / 2).squareRoot()
      }
    }

    /// What other tools call it.
    public var otherNames: [String] {
      switch self {
      case .mean: ["average", "avg"]
      case .std: ["stdev", "sd"]
      case .min: ["minimum"]
      case .max: ["maximum"]
      case .median: []
      }
    }
  }
}
