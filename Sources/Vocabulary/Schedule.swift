/// How the size of a step changes from epoch to epoch, or from step to step.
///
/// Formulas and default settings are those of PyTorch (`torch.optim.lr_scheduler`); e is the epoch,
/// counted from 0.
public enum Schedule: String, Keyword {
  /// No change.
  case constant
  /// A stair (`StepLR`).
  case step
  /// Each epoch's rate is a share of the last's (`ExponentialLR`).
  case exponential
  /// Half a cosine (`CosineAnnealingLR`; Loshchilov and Hutter 2017, without restarts).
  case cosine
  /// A line up, then half a cosine down, step by step.
  case warmupCosine = "warmup_cosine"
  /// Half a cosine up, another down, step by step (`OneCycleLR`; Smith and Topin 2018).
  case oneCycle = "one_cycle"
  /// Down whenever a score has not improved for a while (`ReduceLROnPlateau`).
  case reduceOnPlateau = "reduce_on_plateau"

  /// What the words are called.
  public static let kind = "schedule"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .constant: "learning_rate throughout"
    case .step: "learning_rate · factor^⌊e / every⌋"
    case .exponential: "learning_rate · decay^e"
    case .cosine: "final + (learning_rate − final) · (1 + cos(π · e / epochs)) / 2"
    case .warmupCosine:
      "each step more, in a line, up to learning_rate after the warmup; then cosine down to final"
    case .oneCycle: "each step more, from start to peak; then less, down to start / 10000; cosines"
    case .reduceOnPlateau:
      "times factor when monitor has not improved for more than patience epochs"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .constant: ["fixed"]
    case .step: ["step_lr", "multi_step"]
    case .exponential: ["exponential_lr", "exponential_decay"]
    case .cosine: ["cosine_annealing", "cosine_decay", "cosine_annealing_lr"]
    case .warmupCosine: ["cosine_with_warmup"]
    case .oneCycle: ["one_cycle_lr", "1cycle"]
    case .reduceOnPlateau: ["plateau", "reduce_lr_on_plateau"]
    }
  }

  /// The options of each word.
  public var settings: [Setting] {
    switch self {
    case .constant: []
    case .step:
      [
        Setting("every", .integer(1...1_000_000_000), .required, "how many epochs a stair has"),
        Setting(
          "factor", .number(.betweenZeroAndOne), .value(.number(0.1)),
          "what the rate is multiplied by after each stair"),
      ]
    case .exponential:
      [
        Setting(
          "decay", .number(Interval(.excluded(0), .included(1))), .required,
          "what the rate is multiplied by after each epoch")
      ]
    case .cosine: [Self.lastRate]
    case .warmupCosine:
      [
        Setting("warmup", .number(.positive), .required, "how many epochs the line up takes"),
        Self.lastRate,
      ]
    case .oneCycle:
      [
        Setting("peak", .number(.positive), .derived("learning_rate"), "the largest rate"),
        Setting("start", .number(.positive), .derived("peak / 25"), "the rate of the first step"),
        Setting(
          "warmup", .number(.betweenZeroAndOne), .value(.number(0.3)),
          "the share of all steps in which the rate rises"),
      ]
    case .reduceOnPlateau:
      [
        Setting(
          "monitor", .text, .value(.text("val_loss")), "the score that is looked at each epoch"),
        Setting(
          "factor", .number(.betweenZeroAndOne), .value(.number(0.1)),
          "what the rate is multiplied by"),
        Setting(
          "patience", .integer(0...1_000_000_000), .value(.integer(10)),
          "for how many epochs the score may fail to improve"),
        Setting(
          "min_delta", .number(.nonNegative), .value(.number(1e-4)),
          "an improvement is larger than this"),
        Setting("minimum", .number(.nonNegative), .value(.number(0)), "the smallest rate"),
      ]
    }
  }

  /// The rate that is approached at the end.
  private static let lastRate = Setting(
    "final", .number(.nonNegative), .value(.number(0)), "the rate that the last epochs approach")
}
