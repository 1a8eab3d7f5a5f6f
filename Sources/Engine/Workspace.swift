internal import KernelTable
internal import Vocabulary

/// The memory that a network is trained in, and the calls of the kernels that work on it. Callers
/// have checked all sizes: a number of rows is at least 1 and at most the capacity.
///
/// Pointers are handled in this file and in `AlignedNumbers.swift` alone.
struct Workspace<S: EngineScalar>: ~Copyable {
  /// What computes.
  private let kernels: PrecisionKernels<S>
  /// The network in the slab, as kernels see it.
  private let network: NetworkPlan<S>
  /// The optimizer.
  private let descent: Descent
  /// The number of weights and biases.
  private let parameterCount: Int
  /// The layers, owned.
  private let layers: UnsafeMutablePointer<LayerPlan>
  /// All numbers, owned: what follows points into it.
  private let slab: UnsafeMutablePointer<S>
  /// What the optimizer remembers, `[slotCount × parameterCount]`.
  private let state: UnsafeMutablePointer<S>
  /// Room for the inputs of a gathered batch, `[rowCapacity × inputs]`.
  private let gatheredInputs: UnsafeMutablePointer<S>
  /// Room for the targets of a gathered batch, `[rowCapacity × outputs]`.
  private let gatheredTargets: UnsafeMutablePointer<S>
  /// The inputs of the batch at hand: somewhere in samples that the trainer holds, or gathered.
  private var inputs: UnsafePointer<S>
  /// The targets of the batch at hand, likewise.
  private var targets: UnsafePointer<S>

  /// Allocates the memory; all parameters and the optimizer's state are 0.
  init(
    _ kernels: PrecisionKernels<S>, _ architecture: Architecture, _ optimizer: Choice<Optimizer>,
    rowCapacity: Int
  ) {
    let plans = architecture.layerPlans(rowCapacity: rowCapacity)
    let valueCount = plans.reduce(0) { $0 + padded(rowCapacity * $1.outputs) }
    let transposedCount = plans.dropFirst().map { $0.inputs * $0.outputs }.max() ?? 0
    parameterCount = architecture.parameterCount
    descent = Descent(optimizer)
    // What is computed in is 0 at first; what samples are gathered in is not touched until then,
    // so that it costs no memory where nothing is gathered.
    let computed = [
      parameterCount, parameterCount, valueCount, valueCount, valueCount, transposedCount,
      descent.slotCount * parameterCount,
    ]
    let gathered = [rowCapacity * architecture.inputs, rowCapacity * architecture.outputs]
    let slab = allocateAligned(S.self, count: (computed + gathered).reduce(0) { $0 + padded($1) })
    slab.initialize(repeating: 0, count: computed.reduce(0) { $0 + padded($1) })
    var end = slab
    let parts = (computed + gathered).map { count in
      defer { end += padded(count) }
      return end
    }

    self.kernels = kernels
    self.slab = slab
    layers = .allocate(capacity: plans.count)
    layers.initialize(from: plans, count: plans.count)
    network = NetworkPlan(
      layers: layers, layerCount: plans.count, loss: architecture.objective.loss,
      parameters: parts[0], gradients: parts[1], logits: parts[2], values: parts[3],
      deltas: parts[4], transposed: parts[5])
    state = parts[6]
    gatheredInputs = parts[7]
    gatheredTargets = parts[8]
    inputs = UnsafePointer(gatheredInputs)
    targets = UnsafePointer(gatheredTargets)
  }

  deinit {
    layers.deallocate()
    slab.deallocate()
  }

  /// A copy of all weights and biases, laid out as in `Network`.
  var parameters: [S] {
    Array(UnsafeBufferPointer(start: network.parameters, count: parameterCount))
  }

  /// Replaces all weights and biases.
  mutating func setParameters(_ parameters: [S]) {
    precondition(parameters.count == parameterCount)
    let target = UnsafeMutableBufferPointer(start: network.parameters, count: parameterCount)
    _ = target.update(fromContentsOf: parameters)
  }

  /// Makes the samples from `first` on the batch at hand, for as long as they live.
  mutating func take(_ samples: borrowing Samples<S>, from first: Int) {
    inputs = samples.numbers.first + first * samples.inputs
    targets = samples.numbers.second + first * samples.outputs
  }

  /// Makes copies of the samples at `indices`, one after another, the batch at hand.
  mutating func gather(_ samples: borrowing Samples<S>, at indices: Span<Int>) {
    let width = (samples.inputs, samples.outputs)
    for k in indices.indices {
      let index = indices[k]
      (gatheredInputs + k * width.0).update(
        from: samples.numbers.first + index * width.0, count: width.0)
      (gatheredTargets + k * width.1).update(
        from: samples.numbers.second + index * width.1, count: width.1)
    }
    inputs = UnsafePointer(gatheredInputs)
    targets = UnsafePointer(gatheredTargets)
  }

  /// Runs the network on the batch at hand.
  mutating func forward(rows: Int) {
    kernels.forward(network, inputs, rows)
  }

  /// Runs the network on rows of inputs that belong to no samples.
  mutating func forward(_ inputs: [S], from first: Int, rows: Int) {
    inputs.withUnsafeBufferPointer { all in
      guard let start = all.baseAddress else { return }
      kernels.forward(network, start + first, rows)
    }
  }

  /// The sum given and the terms of the loss of the batch at hand.
  func lossSum(rows: Int, adding sum: Double) -> Double {
    kernels.lossSum(network, targets, rows, sum)
  }

  /// Moves the parameters against the gradients of the batch at hand.
  mutating func step(rows: Int, learningRate: Double) {
    kernels.backward(network, inputs, targets, rows)
    kernels.update(
      UpdatePlan(
        optimizer: descent.optimizer, learningRate: learningRate, momentum: descent.momentum,
        isNesterov: descent.isNesterov, count: parameterCount, parameters: network.parameters,
        gradients: UnsafePointer(network.gradients), state: state))
  }

  /// A copy of the values of the last layer, `[rows × outputs]`.
  func outputs(rows: Int) -> [S] {
    let last = layers[network.layerCount - 1]
    return Array(
      UnsafeBufferPointer(start: network.values + last.valueOffset, count: rows * last.outputs))
  }

  /// Hands out the values of the last layer and the targets of the batch at hand, both
  /// `[rows × outputs]`.
  func withOutputsAndTargets<Result, Failure: Error>(
    rows: Int, _ body: (_ outputs: Span<S>, _ targets: Span<S>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let last = layers[network.layerCount - 1]
    let count = rows * last.outputs
    let values = UnsafeBufferPointer(start: network.values + last.valueOffset, count: count)
    return try body(values.span, UnsafeBufferPointer(start: targets, count: count).span)
  }
}
