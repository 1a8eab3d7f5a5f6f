import TestSupport
import Vocabulary

/// Specs of runs that differ in numbers only, drawn from a seed: any words, small sizes.
struct RandomCompany {
  /// One spec for each run.
  let specs: [String]

  init(seed: UInt64) {
    var draw = SplitMix(state: seed)
    let hasValidation = draw.flip()
    let kind = draw.kind(hasValidation: hasValidation)
    let formula = DescentFormula(&draw)
    specs = (0..<draw.integer(2...12)).map { _ in
      [kind, draw.numbers(of: formula), draw.course(hasValidation: hasValidation)]
        .joined(separator: "\n")
    }
  }
}

/// The words of an update rule, whose numbers are each run's own.
private struct DescentFormula {
  let optimizer: Optimizer
  let hasMomentum, isNesterov, hasDecay, hasL1, hasL2, clips: Bool

  init(_ draw: inout SplitMix) {
    optimizer = draw.one(of: Optimizer.allCases)
    (hasMomentum, isNesterov, hasDecay) = (draw.flip(), draw.flip(), draw.flip())
    (hasL1, hasL2, clips) = (draw.flip(1, of: 3), draw.flip(1, of: 3), draw.flip(1, of: 3))
  }
}

extension SplitMix {
  /// What the runs have in common.
  fileprivate mutating func kind(hasValidation: Bool) -> String {
    let task = one(of: Task.allCases)
    let problem = problem(task)
    let isPlain = flip(2, of: 3)
    let hidden = (0..<one(of: [0, 1, 1, 2, 3])).map { _ in hiddenLayer(isPlain: isPlain) }
    let layers = ["\(problem.inputs)"] + hidden + ["\(problem.outputs)"]
    let metrics = some(Metric.allCases.filter { $0.applies(to: task) }).map(\.name)
    let split = hasValidation ? ["validation: 0.25"] + some(["test: 0.2"]) : some(["test: 0.2"])
    return [
      "dataset: \(problem.dataset)", "task: \(task.name)",
      split.isEmpty ? "" : "split: {\(split.joined(separator: ", "))}",
      "normalize: \(one(of: ["none", "standard", "minmax", "{divide: 3}"]))",
      "layers: [\(layers.joined(separator: ", "))]",
      "activation: \(activation())", objective(task),
      "batch_size: \(flip(1, of: 4) ? "full" : "\(integer(isPlain ? 1...12 : 2...12))")",
      "shuffle: \(flip(2, of: 3))",
      "precision: \(one(of: Precision.allCases).name)",
      "metrics: [\(metrics.joined(separator: ", "))]",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Data for a task, with the sizes of inputs and outputs.
  private mutating func problem(_ task: Task) -> (dataset: String, inputs: Int, outputs: Int) {
    let rows = integer(10...40)
    let (inputs, outputs) = (integer(1...5), integer(2...4))
    switch task {
    case .regression where flip(): return ("{name: sine, rows: \(rows)}", 1, 1)
    case .regression: return ("{name: friedman1, rows: \(rows)}", 10, 1)
    case .binary where flip(): return ("{name: parity, bits: 4}", 4, 1)
    case .binary:
      let name = one(of: ["moons", "circles", "two_spirals"])
      return ("{name: \(name), rows: \(rows), noise: 0.1}", 2, 1)
    case .multiclass:
      let settings = "rows: \(rows), centers: \(outputs), features: \(inputs), spread: 3"
      return ("{name: blobs, \(settings)}", inputs, outputs)
    case .multilabel:
      let points = (0..<rows).map { _ in (0..<inputs).map { _ in share() } }
      let labels = (0..<rows).map { _ in (0..<outputs).map { _ in integer(0...1) } }
      return ("{inputs: \(points), targets: \(labels)}", inputs, outputs)
    }
  }

  /// A hidden layer; plain ones can be trained side by side.
  private mutating func hiddenLayer(isPlain: Bool) -> String {
    var members = ["units: \(integer(1...20))"] + some(["activation: \(activation())"])
    if !isPlain {
      members += some(["dropout: \(share())", "norm: \(one(of: Norm.allCases).name)"])
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private mutating func activation() -> String {
    switch one(of: Activation.allCases) {
    case .leakyRelu: "{name: leaky_relu, slope: \(share())}"
    case .elu: "{name: elu, alpha: \(share())}"
    case let word: word.name
    }
  }

  /// A loss that a task can have, with an output that goes with it.
  private mutating func objective(_ task: Task) -> String {
    let losses = Loss.allCases.filter { loss in
      switch loss {
      case .mse, .sse, .mae, .huber: true
      case .binaryCrossEntropy: task != .regression
      case .crossEntropy: task == .multiclass
      }
    }
    switch one(of: losses) {
    case .huber: return "loss: {name: huber, delta: \(share())}\noutput_activation: \(activation())"
    case .binaryCrossEntropy: return "loss: binary_cross_entropy"
    case .crossEntropy: return "loss: cross_entropy"
    case let loss: return "loss: \(loss.name)\noutput_activation: \(activation())"
    }
  }
}

extension SplitMix {
  /// The numbers of a run's update rule, and where it begins; one in twenty diverges.
  fileprivate mutating func numbers(of formula: DescentFormula) -> String {
    let momentum = formula.hasMomentum ? share() : 0
    let decay = formula.hasDecay ? number(-4 ... -1) : "0"
    let betas = "beta1: \(share()), beta2: \(share()), epsilon: \(number(-8 ... -3))"
    let settings =
      switch formula.optimizer {
      case .sgd:
        "momentum: \(momentum), weight_decay: \(decay)"
          + (formula.hasMomentum ? ", nesterov: \(formula.isNesterov)" : "")
      case .adagrad: "epsilon: \(number(-8 ... -3))"
      case .rmsprop: "alpha: \(share()), epsilon: \(number(-8 ... -3)), momentum: \(momentum)"
      case .adam: "\(betas), weight_decay: \(decay)"
      case .adamw: "\(betas), weight_decay: \(decay)"
      case .nadam: "\(betas), momentum_decay: \(number(-4 ... -1))"
      }
    let lines = [
      "seed: \(integer(0...1_000_000))",
      "optimizer: {name: \(formula.optimizer.name), \(settings)}",
      "learning_rate: \(flip(1, of: 20) ? "1e30" : number(-4 ... -1))",
      "init: \(one(of: Initialization.allCases).name)",
      "bias_init: \(one(of: BiasInitialization.allCases).name)",
    ]
    return
      (lines + (formula.hasL1 ? ["l1: \(number(-5 ... -2))"] : [])
      + (formula.hasL2 ? ["l2: \(number(-5 ... -2))"] : [])
      + (formula.clips ? ["clip_norm: \(number(-2...0))"] : [])).joined(separator: "\n")
  }

  /// How far a run goes, at which rates, and what is kept of it.
  fileprivate mutating func course(hasValidation: Bool) -> String {
    let monitor = hasValidation && flip() ? "val_loss" : "train_loss"
    let epochs = integer(1...8)
    let patience = "monitor: \(monitor), patience: \(integer(1...3))"
    let schedule =
      switch one(of: Schedule.allCases) {
      case .constant: "constant"
      case .step: "{name: step, every: \(integer(1...4)), factor: \(share())}"
      case .exponential: "{name: exponential, decay: \(share())}"
      case .cosine: "{name: cosine, final: \(number(-6 ... -4))}"
      case .warmupCosine: "{name: warmup_cosine, warmup: \(share() * Double(epochs))}"
      case .oneCycle: "{name: one_cycle, warmup: \(share())}"
      case .reduceOnPlateau: "{name: reduce_on_plateau, \(patience), factor: \(share())}"
      }
    let save = some(["model", "initial", "best", "predictions"])
    let lines = [
      "schedule: \(schedule)", "epochs: \(epochs)", "log_every: \(integer(1...5))",
      "save: [\(save.joined(separator: ", "))]",
    ]
    return
      (lines
      + some([
        "stop_at: \(integer(0...epochs))",
        "early_stopping: {\(patience), min_delta: \(number(-4 ... -1)), restore_best: \(flip())}",
      ])).joined(separator: "\n")
  }
}
