internal import KernelInterface
internal import Vocabulary

/// Networks of one shape in training, side by side: parameters, what the optimizer remembers and the
/// buffers of one batch, with the calls that training is made of.
///
///     var trainer = Trainer<Float>(
///       engine, architecture, updateRule.formula, form: .narrow, rowCapacity: 32)
///     trainer.begin(network, updateRule, inLane: 3)
///     trainer.take(samples, rows: 0..<4)           // neighbouring samples, or …
///     trainer.take(samples, indices: order.span)   // … for each network its own
///     trainer.forward()
///     trainer.addLosses(to: &sums)
///     trainer.train(steps: 1, learningRates: rates.span)
///
/// Each network is in a lane; what is in a lane that was not begun is of no use, and disturbs
/// nobody. What is called at every step is specialised here, since a generic called from another
/// module is not.
public struct Trainer<S: EngineScalar>: ~Copyable {
  /// The shape of the networks.
  public let architecture: Architecture
  /// How many networks there are side by side.
  public let lanes: Int
  /// The largest number of samples that a batch has.
  public let rowCapacity: Int
  /// The number of samples in the batch at hand.
  public private(set) var rowCount = 0
  /// What the networks' formulas have in common.
  private let formula: UpdateRule.Formula
  /// Whether somebody asks for the norms of gradients.
  private let recordsNorms: Bool

  /// The memory, and the kernels that work on it.
  private var workspace: Workspace<S>
  /// How far each network's optimizer has come.
  private var clocks: [OptimizerClock]
  /// The learning rates that the numbers in the formulas were last made of; NaN where they were not.
  private var formulaRates: [Double]
  /// For each network the norms of its gradients since they were taken, added up.
  private var normSums: [Double]
  /// The rate of dropout of each hidden layer.
  private let dropoutRates: [Double]
  /// Whether any unit is ever dropped.
  private let hasDropout: Bool
  /// Whether the values of `forward` are other than those in training.
  private let differsInTraining: Bool
  /// The seed of the only network's run.
  private var seed: UInt64 = 0
  /// How many steps the only network has made.
  private var stepsMade = 0
  /// Kept alive while the workspace points into them.
  private var samples: Samples<S>?
  /// The neighbouring samples that the batch at hand is made of, if it is.
  private var takenRows: Range<Int>?
  /// Whether the batch at hand has targets.
  private var hasTargets = false
  /// Whether `forward` was of the batch at hand, and no parameter has changed since.
  private var isForwardDone = false

  /// Allocates the memory of networks in a form; `recordsNorms` keeps the norms of gradients, and
  /// `threads` share the work on one network, with the caller's among them.
  ///
  /// - Parameter classWeights: how much the samples of each class count in steps, of two where there is
  ///   one output; none where all count alike. Losses are not weighted.
  /// - Precondition: `rowCapacity` and `threads` are positive; only the form `matrix` is shared by
  ///   threads, weighs classes, and computes networks that cannot be grouped.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public init(
    _ engine: Engine, _ architecture: Architecture, _ formula: UpdateRule.Formula,
    form: TrainingForm = .matrix, classWeights: [Double] = [], recordsNorms: Bool = false,
    rowCapacity: Int, threads: Int = 1
  ) {
    precondition(rowCapacity > 0 && threads > 0)
    precondition(form == .matrix || (threads == 1 && architecture.canBeGrouped))
    precondition(
      classWeights.isEmpty
        || (form == .matrix && classWeights.count == max(2, architecture.outputs)))
    self.architecture = architecture
    self.rowCapacity = rowCapacity
    self.formula = formula
    self.recordsNorms = recordsNorms
    dropoutRates = architecture.hidden.map(\.dropout)
    hasDropout = dropoutRates.contains { $0 > 0 }
    differsInTraining = architecture.differsInTraining
    let kernels = form.kernels(S.kernels(of: engine.kernels))
    lanes = kernels.lanes
    clocks = Array(
      repeating: OptimizerClock(UpdateRule(Choice(formula.optimizer))), count: kernels.lanes)
    formulaRates = Array(repeating: .nan, count: kernels.lanes)
    normSums = Array(repeating: 0, count: kernels.lanes)
    workspace = Workspace(
      kernels, architecture, formula, classWeights: classWeights, recordsNorms: recordsNorms,
      rowCapacity: rowCapacity,
      threads: threads)
  }

  /// Takes a network into training, in place of the one in the lane; `seed` is that of its run, which
  /// decides on dropout.
  ///
  /// - Precondition: it has the trainer's architecture, and `updateRule` the trainer's formula.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func begin(
    _ network: Network<S>, _ updateRule: UpdateRule, seed: UInt64 = 0, inLane lane: Int
  ) {
    precondition(updateRule.formula == formula && lane < lanes)
    workspace.begin(updateRule, inLane: lane)
    clocks[lane] = OptimizerClock(updateRule)
    formulaRates[lane] = .nan
    normSums[lane] = 0
    self.seed = seed
    stepsMade = 0
    setNetwork(network, ofLane: lane)
  }

  /// Takes up the training of a network, in place of the one in the lane, where any trainer of the same
  /// architecture and formula left it; the next steps are the same bits as there.
  ///
  /// - Precondition: as for `begin`.
  public mutating func resume(
    _ state: OptimizerState<S>, _ updateRule: UpdateRule, seed: UInt64 = 0, inLane lane: Int
  ) {
    begin(state.network, updateRule, seed: seed, inLane: lane)
    workspace.setSlots(state.slots, ofLane: lane)
    clocks[lane] = state.clock
    stepsMade = state.stepsMade
  }

  /// How far the training of the network in a lane has come.
  public func state(ofLane lane: Int) -> OptimizerState<S> {
    OptimizerState(
      network: network(ofLane: lane), slots: workspace.slots(ofLane: lane), clock: clocks[lane],
      stepsMade: stepsMade)
  }

  /// The network in a lane as it stands.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public func network(ofLane lane: Int) -> Network<S> {
    Network(
      architecture, parameters: workspace.parameters(ofLane: lane),
      statistics: workspace.statistics)
  }

  /// Replaces the network in a lane; what the optimizer remembers stays.
  ///
  /// - Precondition: it has the trainer's architecture.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func setNetwork(_ network: Network<S>, ofLane lane: Int) {
    precondition(network.architecture == architecture)
    workspace.setParameters(network.parameters, ofLane: lane)
    workspace.setStatistics(network.statistics)
    isForwardDone = false
  }

  /// Makes samples that follow one another the batch at hand, the same for all networks.
  ///
  /// - Precondition: `rows` are among the samples, at least 1 and at most `rowCapacity`; the samples
  ///   have the inputs and outputs of the architecture.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func take(_ samples: Samples<S>, rows: Range<Int>) {
    if rows == takenRows, samples === self.samples { return }
    begin(samples, rows: rows.count)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= samples.count)
    workspace.take(samples, from: rows.lowerBound, rows: rows.count)
    takenRows = rows
  }

  /// Makes the samples at `indices`, `[lanes × rows]`, the batches at hand, one for each network.
  ///
  /// - Precondition: there are at least 1 and at most `rowCapacity` indices for each network, all of
  ///   them among the samples; the samples have the inputs and outputs of the architecture.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func take(_ samples: Samples<S>, indices: Span<Int>) {
    precondition(indices.count.isMultiple(of: lanes))
    begin(samples, rows: indices.count / lanes)
    for k in indices.indices { precondition(0 <= indices[k] && indices[k] < samples.count) }
    workspace.take(samples, at: indices)
    takenRows = nil
  }

  /// Makes rows of inputs without targets the batch at hand, for predictions.
  ///
  /// - Precondition: `rows` are among those of the matrix, at least 1 and at most `rowCapacity`; it
  ///   has as many columns as the architecture has inputs.
  public mutating func take(_ inputs: Matrix<S>, rows: Range<Int>) {
    precondition(inputs.columns == architecture.inputs)
    precondition(0 < rows.count && rows.count <= rowCapacity)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= inputs.rows)
    rowCount = rows.count
    takenRows = nil
    hasTargets = false
    isForwardDone = false
    workspace.take(
      inputs.elements, columns: inputs.columns, from: rows.lowerBound, rows: rows.count)
  }

  /// Runs the networks on the batch at hand as they are evaluated: without dropout, and with the running
  /// statistics of `batch`.
  ///
  /// - Precondition: there is one.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func forward() {
    precondition(rowCount > 0)
    guard !isForwardDone else { return }
    workspace.forward()
    isForwardDone = true
  }

  /// Adds the terms of the loss of the batch at hand to one sum for each network, in float64, samples
  /// ascending: a chain that goes on over chunks of samples and comes out as if there were one.
  /// Divided by `Architecture.lossDivisor(rows:)` it is the loss.
  ///
  /// - Precondition: `forward` was of the batch at hand, which has targets.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func addLosses(to sums: inout MutableSpan<Double>) {
    precondition(hasTargets && isForwardDone && sums.count == lanes)
    workspace.addLosses(to: &sums)
  }

  /// Hands out the networks' outputs for the batch at hand, `[rowCount × outputs × lanes]`.
  ///
  /// - Precondition: `forward` was of the batch at hand.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public func withOutputs(_ body: (_ outputs: Span<S>) -> Void) {
    precondition(isForwardDone)
    workspace.withOutputs(rows: rowCount, body)
  }

  /// The outputs for the batch at hand, `[rowCount × outputs]`, of one network.
  ///
  /// - Precondition: `forward` was of the batch at hand.
  public func outputs(ofLane lane: Int) -> Matrix<S> {
    var elements: [S] = []
    withOutputs { outputs in
      let count = rowCount * architecture.outputs
      elements = (0..<count).map { outputs[$0 * lanes + lane] }
    }
    return Matrix(rows: rowCount, columns: architecture.outputs, elements: elements)
  }

  /// Makes steps against the gradient of the loss of the batch at hand.
  ///
  /// - Parameter learningRates: one for each network.
  /// - Precondition: the batch at hand has targets.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func train(steps: Int, learningRates: Span<Double>) {
    precondition(hasTargets && learningRates.count == lanes)
    var left = steps
    while left > 0 {
      let count = hasDropout ? 1 : min(left, Workspace<S>.stepCapacity)
      setRates(steps: count, learningRates)
      workspace.train(
        steps: count, isForwardDone: isForwardDone && !differsInTraining,
        dropout: hasDropout ? Dropout(seed: seed, step: stepsMade, rates: dropoutRates) : nil)
      isForwardDone = false
      stepsMade += count
      if recordsNorms { addNorms(steps: count) }
      left -= count
    }
  }

  /// For each network the norms of its gradients since the last call, added up.
  public mutating func takeNormSums() -> [Double] {
    defer { for lane in normSums.indices { normSums[lane] = 0 } }
    return normSums
  }

  /// Sets what the formulas need at the next steps.
  private mutating func setRates(steps: Int, _ learningRates: Span<Double>) {
    let isSteady = OptimizerClock.isSteady(formula.optimizer)
    for lane in 0..<lanes where !isSteady || formulaRates[lane] != learningRates[lane] {
      formulaRates[lane] = learningRates[lane]
      for step in 0..<(isSteady ? 1 : steps) {
        workspace.setRates(
          clocks[lane].next(learningRate: learningRates[lane]), step: step, lane: lane)
      }
    }
  }

  /// Adds the norms of the last steps.
  private mutating func addNorms(steps: Int) {
    for step in 0..<steps {
      for lane in 0..<lanes { normSums[lane] += workspace.gradientNorms[step * lanes + lane] }
    }
  }

  /// Checks that samples fit, and notes the size of the batch that is taken.
  private mutating func begin(_ samples: Samples<S>, rows: Int) {
    precondition(samples.inputs == architecture.inputs && samples.outputs == architecture.outputs)
    precondition(0 < rows && rows <= rowCapacity)
    if self.samples !== samples { self.samples = samples }
    rowCount = rows
    hasTargets = true
    isForwardDone = false
  }
}
