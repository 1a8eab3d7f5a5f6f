internal import Vocabulary

// What is declared of the keys that change how training goes.
extension Field {
  /// The declaration of `schedule`.
  static let scheduleDeclaration = Declaration(
    .choice(of: Schedule.self), .off(.text("constant")),
    "how the size of a step changes in the course of training",
    details: """
      Every schedule counts towards `epochs`, also where training stops earlier. e is the epoch, \
      from 0 for the first. `warmup_cosine` and `one_cycle` change the rate at every step, the \
      others once an epoch. In step t, from 0, of a warmup of w steps the rate is learning_rate · \
      (t + 1) / (w + 1). `one_cycle` is PyTorch's without its changes of momentum; its peak is \
      learning_rate where it is not given, and beside one that is given learning_rate decides \
      nothing.
      """,
    otherNames: ["lr_schedule", "lr_scheduler", "scheduler", "learning_rate_schedule"],
    example: .mapping([
      SpecValue.Member("name", .text("step")), SpecValue.Member("every", .integer(100)),
    ]))

  /// The declaration of `stop_at`.
  static let stopAtDeclaration = Declaration(
    .integer(0...1_000_000_000), .absent, "the epoch to end at, with schedules unchanged",
    details: "At most `epochs`; the run is the first part of one that goes on to the end.",
    example: .integer(1000))

  /// The declaration of `l1`.
  static let l1Declaration = Declaration(
    .number(.nonNegative), .off(.number(0)), "the penalty l1 · Σ|w| on all weights",
    details: """
      Biases, scales and shifts are free of it, and reported losses leave it out. The \
      subgradient is 0 at 0.
      """,
    otherNames: ["l1_regularization"], example: .number(1e-5))

  /// The declaration of `l2`.
  static let l2Declaration = Declaration(
    .number(.nonNegative), .off(.number(0)), "the penalty l2 · Σw² on all weights",
    details: """
      Biases, scales and shifts are free of it, and reported losses leave it out. Its gradient \
      is 2 · l2 · w; the weight_decay of other tools is a setting of the optimizer.
      """,
    otherNames: ["regularization", "l2_regularization", "ridge"],
    example: .number(1e-4))

  /// The declaration of `dropout`.
  static let dropoutDeclaration = Declaration(
    .number(.belowOne), .off(.number(0)),
    "the share of hidden units that each step of training leaves out",
    details: """
      Those that stay are divided by 1 − dropout; evaluation leaves none out. For the hidden \
      layers that have none of their own in `layers`.
      """,
    otherNames: ["dropout_rate"], example: .number(0.2))

  /// The declaration of `clip_norm`.
  static let clipNormDeclaration = Declaration(
    .number(.positive), .absent, "the largest norm that a step's gradient keeps",
    details: """
      The gradient of all weights and biases together, penalties included, is scaled down to it \
      where it is larger.
      """,
    otherNames: ["max_grad_norm", "gradient_clipping", "clipnorm", "grad_clip"],
    example: .number(1))

  /// The declaration of `early_stopping`.
  static let earlyStoppingDeclaration = Declaration(
    .either([.boolean, Self.stoppingRule]), .absent,
    "when training ends before its last epoch",
    details: """
      The score is looked at after every epoch, epoch 0 included. Training ends after `patience` \
      epochs without an improvement by more than `min_delta`; the best weights are kept also \
      where it goes on to the end. `true` is the mapping with its defaults. val_ scores need \
      rows that are held back for validation.
      """,
    otherNames: ["early_stop"],
    example: .mapping([
      SpecValue.Member("monitor", .text("train_loss")),
      SpecValue.Member("patience", .integer(50)),
    ]))
}
