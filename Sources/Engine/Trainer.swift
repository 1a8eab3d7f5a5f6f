public import Vocabulary

/// A network in training: parameters, optimizer state and the buffers of one batch, with the calls
/// that training is made of.
///
///     var trainer = Trainer(engine, network, optimizer: Choice(.sgd), rowCapacity: 32)
///     trainer.forward(samples, rows: 0..<4)     // neighbouring samples, or …
///     trainer.forward(samples, indices: order.span.extracting(0..<32))     // … any, in any order
///     let loss = architecture.loss(ofSum: trainer.lossSum(), rows: 4)
///     trainer.step(learningRate: 0.5)
///
/// Only `init`, `network` and `outputs` allocate. What is called at every step is specialised
/// here, since a generic called from another module is not; the closures of
/// `withOutputsAndTargets` are for their callers to specialise.
public struct Trainer<S: EngineScalar>: ~Copyable {
  /// The shape of the network.
  public let architecture: Architecture
  /// The largest number of samples that `forward` takes at once.
  public let rowCapacity: Int
  /// The number of samples in the last `forward`.
  public private(set) var rowCount = 0

  /// The memory, and the kernels that work on it.
  private var workspace: Workspace<S>
  /// Kept alive while the workspace points into them.
  private var samples: Samples<S>?
  /// Whether the last `forward` was of samples, and no step was made since.
  private var hasTargets = false

  /// Takes a network into training.
  ///
  /// - Precondition: `rowCapacity` is positive.
  public init(
    _ engine: Engine, _ network: Network<S>, optimizer: Choice<Optimizer> = Choice(.sgd),
    rowCapacity: Int
  ) {
    precondition(rowCapacity > 0)
    architecture = network.architecture
    self.rowCapacity = rowCapacity
    workspace = Workspace(
      S.kernels(of: engine.kernels), architecture, optimizer, rowCapacity: rowCapacity)
    workspace.setParameters(network.parameters)
  }

  /// The network as it stands; to set it keeps what the optimizer remembers.
  ///
  /// - Precondition: a network that is set has the trainer's architecture.
  public var network: Network<S> {
    get { Network(architecture, parameters: workspace.parameters) }
    set {
      precondition(newValue.architecture == architecture)
      workspace.setParameters(newValue.parameters)
    }
  }

  /// Runs the network on samples that follow one another.
  ///
  /// - Precondition: `rows` are among the samples, at least 1 and at most `rowCapacity`; the samples
  ///   have the inputs and outputs of the architecture.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func forward(_ samples: Samples<S>, rows: Range<Int>) {
    begin(samples, rows: rows.count)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= samples.count)
    if self.samples !== samples { self.samples = samples }
    workspace.take(samples, from: rows.lowerBound)
    workspace.forward(rows: rows.count)
  }

  /// Runs the network on the samples at `indices`, in this order.
  ///
  /// - Precondition: there are at least 1 and at most `rowCapacity` indices, all of them among the
  ///   samples; the samples have the inputs and outputs of the architecture.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func forward(_ samples: Samples<S>, indices: Span<Int>) {
    begin(samples, rows: indices.count)
    for k in indices.indices { precondition(0 <= indices[k] && indices[k] < samples.count) }
    workspace.gather(samples, at: indices)
    workspace.forward(rows: indices.count)
  }

  /// Runs the network on rows of inputs without targets, for predictions: `lossSum` and `step` have
  /// nothing to work on then.
  ///
  /// - Precondition: `rows` are among those of the matrix, at least 1 and at most `rowCapacity`; it
  ///   has as many columns as the architecture has inputs.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func forward(_ inputs: Matrix<S>, rows: Range<Int>) {
    precondition(inputs.columns == architecture.inputs)
    precondition(0 < rows.count && rows.count <= rowCapacity)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= inputs.rows)
    rowCount = rows.count
    hasTargets = false
    workspace.forward(
      inputs.elements, from: rows.lowerBound * inputs.columns, rows: rows.count)
  }

  /// Hands out the network's outputs for the samples of the last `forward`, and their targets, both
  /// `[rowCount × outputs]` row-major.
  ///
  /// - Precondition: the last `forward` was of samples, and no step was made since.
  public func withOutputsAndTargets<Result, Failure: Error>(
    _ body: (_ outputs: Span<S>, _ targets: Span<S>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(hasTargets)
    return try workspace.withOutputsAndTargets(rows: rowCount, body)
  }

  /// The network's outputs for the rows of the last `forward`, copied.
  public func outputs() -> Matrix<S> {
    Matrix(
      rows: rowCount, columns: architecture.outputs, elements: workspace.outputs(rows: rowCount))
  }

  /// The sum given and the terms of the loss for the samples of the last `forward`, added in
  /// float64, samples ascending: a chain that goes on over chunks of samples and comes out as if
  /// there were one. `Architecture.loss(ofSum:rows:)` makes the loss of it.
  ///
  /// - Precondition: the last `forward` was of samples, and no step was made since.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public func lossSum(adding sum: Double = 0) -> Double {
    precondition(hasTargets)
    return workspace.lossSum(rows: rowCount, adding: sum)
  }

  /// Moves the parameters against the gradient of the loss of the samples of the last `forward`,
  /// as one batch.
  ///
  /// - Precondition: the last `forward` was of samples, and no step was made since.
  @specialized(where S == Float)
  @specialized(where S == Double)
  public mutating func step(learningRate: Double) {
    precondition(hasTargets)
    workspace.step(rows: rowCount, learningRate: learningRate)
    hasTargets = false
  }

  /// Checks that samples fit, and notes the size of the batch that is about to run.
  private mutating func begin(_ samples: Samples<S>, rows: Int) {
    precondition(samples.inputs == architecture.inputs && samples.outputs == architecture.outputs)
    precondition(0 < rows && rows <= rowCapacity)
    rowCount = rows
    hasTargets = true
  }
}
