internal import Experiments
internal import Vocabulary

/// The keys of a spec that are given and have no say in any of its runs.
struct IdleFields {
  /// Why a key has no say.
  enum Reason {
    /// There are no hidden layers.
    case noHiddenLayer
    /// Every hidden layer has a value of its own.
    case ownValues
    /// `one_cycle` has a peak of its own.
    case peak
    /// The weights, biases included, are in a file.
    case weightsFile
  }

  /// A key, and why it has no say.
  typealias Finding = (field: Field, reason: Reason)

  /// The keys, in the order of the documentation; those that are not given are among them.
  private(set) var found: [Finding] = []

  /// Looks through a plan.
  init(_ plan: RunPlan) {
    let configurations = plan.dataConfigurations
    for field in [Field.activation, .dropout] {
      if configurations.allSatisfy({ $0.hidden.isEmpty }) {
        found.append((field, .noHiddenLayer))
      } else if Self.layers(of: plan).allSatisfy({ Self.isOwn(field, $0) }) {
        found.append((field, .ownValues))
      }
    }
    if configurations.allSatisfy({ $0.initialization.isFile }) {
      found.append((.biasInitialization, .weightsFile))
    }
    let rates = Self.values(of: .learningRate, in: plan).compactMap(\.asNumber)
    if configurations.allSatisfy({ $0.schedule.word == .oneCycle }),
      plan.values(of: .learningRate).allSatisfy({ rate in
        !rates.contains { .number($0) == rate }
      })
    {
      found.append((.learningRate, .peak))
    }
  }

  /// The values that a field has, by the sweep or outside it.
  private static func values(of field: Field, in plan: RunPlan) -> [SpecValue] {
    let path = SettingPath(field)
    if plan.keys.contains(path) { return plan.values(of: path) }
    return plan.experiment.settings[field].map { [$0] } ?? []
  }

  /// The layers as they are written, each list of them once.
  private static func layers(of plan: RunPlan) -> [[SpecValue]] {
    values(of: .layers, in: plan).compactMap(\.elements)
  }

  /// Whether every hidden layer has a value of its own for a field.
  private static func isOwn(_ field: Field, _ layers: [SpecValue]) -> Bool {
    layers.dropFirst().dropLast().allSatisfy { $0[field.key] != nil }
  }
}

extension InitializationSource {
  /// Whether the weights are in a file.
  fileprivate var isFile: Bool {
    switch self {
    case .drawn: false
    case .file: true
    }
  }
}
