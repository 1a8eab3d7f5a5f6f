internal import KernelInterface
internal import Vocabulary

/// The memory that networks of one shape are trained in, side by side, and the calls of the kernels
/// that work on it. Callers have checked all sizes: a number of rows is at least 1 and at most the
/// capacity, a lane is below `lanes`.
///
/// Pointers are handled in this file, `Workspace+Lanes.swift`, `Workspace+Dropout.swift` and
/// `AlignedNumbers.swift` alone.
struct Workspace<S: EngineScalar>: ~Copyable {
  /// How many steps the kernels are told of at once.
  static var stepCapacity: Int { 16 }

  /// What computes.
  private let kernels: NetworkKernels<S>
  /// The networks in the slab, as the kernels see them on the first thread.
  let network: NetworkPlan<S>
  /// The threads, where there are several.
  private let threadTeam: ThreadTeam?
  /// The networks as the kernels see them on each thread.
  private let plans: [NetworkPlan<S>]
  /// The layers, owned.
  private let layers: UnsafeMutablePointer<LayerPlan>
  /// All numbers, owned: what follows points into it.
  private let slab: UnsafeMutablePointer<S>
  /// What the optimizer remembers, `[slotCount × parameterCount × lanes]`.
  let slots: UnsafeMutablePointer<S>
  /// How many numbers that is for each network.
  let slotNumbers: Int
  /// How many running means and variances there are.
  let statisticsCount: Int
  /// `UpdatePlan.rates` for `stepCapacity` steps.
  let rates: UnsafeMutablePointer<S>
  /// `UpdatePlan.constants`.
  let constants: UnsafeMutablePointer<S>
  /// The steps, but for their number.
  private let update: UpdatePlan<S>
  /// Sums, limits and norms in float64, owned.
  private let wideNumbers: UnsafeMutablePointer<Double>
  /// The largest norm of each network's gradient, `[lanes]`.
  let clipNorms: UnsafeMutablePointer<Double>
  /// The norms of the last steps, `[stepCapacity × lanes]`.
  let gradientNorms: UnsafeMutablePointer<Double>
  /// Scratch for the inputs of a gathered batch.
  private let gatheredInputs: UnsafeMutablePointer<S>
  /// Scratch for the targets of a gathered batch.
  private let gatheredTargets: UnsafeMutablePointer<S>
  /// The batch at hand: somewhere in samples that the trainer holds, or gathered.
  private var batch: BatchPlan<S>

  /// How many networks there are.
  var lanes: Int { kernels.lanes }

  /// Allocates the memory; all parameters and the optimizer's state are 0.
  init(
    _ kernels: NetworkKernels<S>, _ architecture: Architecture, _ formula: UpdateRule.Formula,
    classWeights: [Double], recordsNorms: Bool, rowCapacity: Int, threads: Int
  ) {
    let lanes = kernels.lanes
    let layout = Layout(architecture, rowCapacity: rowCapacity)
    let scratchCount = kernels.areUnitsOutermost ? 0 : layout.scratchCount(rowCapacity: rowCapacity)
    let parameterCount = architecture.parameterCount
    slotNumbers = formula.slotCount * parameterCount
    statisticsCount = architecture.statisticsCount
    // What is computed in is 0 at first; what samples are gathered in is not touched until then,
    // so that it costs no memory where nothing is gathered.
    let computed = [
      parameterCount, parameterCount, layout.valueCount, layout.valueCount, layout.valueCount,
      scratchCount * threads, slotNumbers, Self.stepCapacity * UpdatePlan<S>.ratesPerStep,
      UpdatePlan<S>.constantCount, 1, architecture.statisticsCount, layout.normCount,
      layout.dropoutCount, layout.dropoutCount, classWeights.count,
    ].map { padded($0 * lanes) }
    let gathered = [rowCapacity * architecture.inputs, rowCapacity * architecture.outputs]
      .map { padded($0 * lanes) }
    let slab = allocateAligned(S.self, count: (computed + gathered).reduce(0, +))
    slab.initialize(repeating: 0, count: computed.reduce(0, +))
    var end = slab
    let parts = (computed + gathered).map { count in
      defer { end += count }
      return end
    }
    for (label, weight) in classWeights.enumerated() { parts[14][label] = S(weight) }
    let widest = layout.layers.map(\.outputs).max() ?? 0
    let wideCount = lanes * (1 + Self.stepCapacity) + max(lanes, widest)
    let wideNumbers = allocateAligned(Double.self, count: wideCount)
    wideNumbers.initialize(repeating: 0, count: wideCount)

    self.kernels = kernels
    self.slab = slab
    self.wideNumbers = wideNumbers
    clipNorms = wideNumbers
    gradientNorms = wideNumbers + lanes
    let layers = UnsafeMutablePointer<LayerPlan>.allocate(capacity: layout.layers.count)
    layers.initialize(from: layout.layers, count: layout.layers.count)
    self.layers = layers
    let threadTeam = threads > 1 ? ThreadTeam(count: threads) : nil
    self.threadTeam = threadTeam
    plans = (0..<threads).map { thread in
      NetworkPlan(
        layers: layers, layerCount: layout.layers.count, loss: architecture.objective.loss,
        lossParameter: architecture.objective.parameter,
        classWeights: classWeights.isEmpty ? nil : UnsafePointer(parts[14]),
        parameterCount: parameterCount,
        parameters: parts[0], gradients: parts[1], logits: parts[2], values: parts[3],
        deltas: parts[4], scratch: parts[5] + thread * scratchCount, statistics: parts[10],
        normScratch: parts[11], dropoutFactors: parts[12], dropped: parts[13],
        thread: threadTeam?.context(index: thread) ?? ThreadContext())
    }
    network = plans[0]
    slots = parts[6]
    rates = parts[7]
    constants = parts[8]
    let clips = formula.clipsNorm
    update = UpdatePlan(
      optimizer: formula.optimizer, hasMomentum: formula.hasMomentum,
      isNesterov: formula.isNesterov, hasWeightDecay: formula.hasWeightDecay,
      hasL1: formula.hasL1, hasL2: formula.hasL2, rates: rates,
      rateStride: OptimizerClock.isSteady(formula.optimizer)
        ? 0 : UpdatePlan<S>.ratesPerStep * lanes,
      constants: constants, first: slots,
      second: formula.slotCount == 2 ? slots + parameterCount * lanes : slots,
      clipNorms: clips ? UnsafePointer(clipNorms) : nil, clippingFactors: parts[9],
      gradientNorms: clips || recordsNorms ? gradientNorms : nil,
      sums: wideNumbers + lanes * (1 + Self.stepCapacity))
    gatheredInputs = parts[15]
    gatheredTargets = parts[16]
    batch = BatchPlan(
      rows: 0, inputs: UnsafePointer(gatheredInputs), targets: UnsafePointer(gatheredTargets))
  }

  deinit {
    layers.deallocate()
    slab.deallocate()
    wideNumbers.deallocate()
  }

  /// Makes the samples from `first` on the batch at hand, for as long as they live.
  mutating func take(_ samples: borrowing Samples<S>, from first: Int, rows: Int) {
    let inputs = samples.numbers.first + first * samples.inputs
    let targets = samples.numbers.second + first * samples.outputs
    guard kernels.areUnitsOutermost else {
      batch = BatchPlan(rows: rows, inputs: inputs, targets: targets)
      return
    }
    gather(
      inputs, columns: samples.inputs, targets, columns: samples.outputs, rows: rows, at: nil)
  }

  /// Makes copies of the samples at `indices`, `[lanes × rows]`, the batch at hand.
  mutating func take(_ samples: borrowing Samples<S>, at indices: Span<Int>) {
    indices.withUnsafeBufferPointer { indices in
      gather(
        samples.numbers.first, columns: samples.inputs, samples.numbers.second,
        columns: samples.outputs, rows: indices.count / lanes, at: indices.baseAddress)
    }
  }

  /// Makes rows of inputs that belong to no samples the batch at hand.
  mutating func take(_ inputs: [S], columns: Int, from first: Int, rows: Int) {
    inputs.withUnsafeBufferPointer { all in
      guard let start = all.baseAddress else { return }
      kernels.gather(
        GatherPlan(
          source: start + first * columns, columns: columns, rows: rows, indices: nil,
          target: gatheredInputs))
    }
    batch = BatchPlan(
      rows: rows, inputs: UnsafePointer(gatheredInputs), targets: UnsafePointer(gatheredTargets))
  }

  /// Copies inputs and targets, and makes them the batch at hand.
  private mutating func gather(
    _ inputs: UnsafePointer<S>, columns inputCount: Int, _ targets: UnsafePointer<S>,
    columns targetCount: Int, rows: Int, at indices: UnsafePointer<Int>?
  ) {
    kernels.gather(
      GatherPlan(
        source: inputs, columns: inputCount, rows: rows, indices: indices,
        target: gatheredInputs))
    kernels.gather(
      GatherPlan(
        source: targets, columns: targetCount, rows: rows, indices: indices,
        target: gatheredTargets))
    batch = BatchPlan(
      rows: rows, inputs: UnsafePointer(gatheredInputs), targets: UnsafePointer(gatheredTargets))
  }

  /// Runs the networks on the batch at hand.
  mutating func forward() {
    guard let threadTeam else { return kernels.forward(network, batch) }
    let (kernels, plans, batch) = (kernels, plans, batch)
    threadTeam.run { kernels.forward(plans[$0], batch) }
  }

  /// Adds the terms of the loss of the batch at hand to one sum for each network.
  func addLosses(to sums: inout MutableSpan<Double>) {
    sums.withUnsafeMutableBufferPointer { sums in
      if let start = sums.baseAddress { kernels.addLosses(network, batch, start) }
    }
  }

  /// Makes up to `stepCapacity` steps on the batch at hand, by the rates that are set; where there is
  /// dropout, one step.
  mutating func train(steps: Int, isForwardDone: Bool, dropout: Dropout?) {
    guard let threadTeam else {
      dropout?.writeFactors(network, rows: batch.rows)
      return kernels.train(network, batch, update, steps, isForwardDone)
    }
    let (kernels, plans, batch, update) = (kernels, plans, batch, update)
    threadTeam.run { thread in
      dropout?.writeFactors(plans[thread], rows: batch.rows)
      kernels.train(plans[thread], batch, update, steps, isForwardDone)
    }
  }

  /// Whether the numbers of units are `[units × rows × lanes]`, not `[rows × units]`.
  var areUnitsOutermost: Bool { kernels.areUnitsOutermost }

  /// The values of the last layer for the batch at hand, as the form lays them out.
  var outputs: UnsafeBufferPointer<S> {
    let last = layers[network.layerCount - 1]
    return UnsafeBufferPointer(
      start: network.values + last.valueOffset * lanes, count: batch.rows * last.outputs * lanes)
  }
}
