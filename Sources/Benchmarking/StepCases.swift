internal import Engine
internal import KernelInterface
internal import Vocabulary

/// Steps of training: of a small network in every form, and of every optimizer.
enum StepCases<S: EngineScalar> {
  /// The XOR network on its four rows by plain gradient descent, in every form.
  static var forms: [KernelCase] {
    let sigmoid = Choice(Activation.sigmoid)
    let architecture = Architecture(
      inputs: 2, hidden: [.init(units: 4, activation: sigmoid)], outputs: 1,
      objective: .meanSquaredError(sigmoid))
    let samples = Samples<S>(
      inputs: Matrix(rounding: [[0, 0], [0, 1], [1, 0], [1, 1]]),
      targets: Matrix(rounding: [[0], [1], [1], [0]]))
    return TrainingForm.allCases.map { form in
      KernelCase(name: "\(form)") { engine in
        SteppingNetworks(
          engine, architecture, UpdateRule(Choice(.sgd)), form, samples, learningRate: 0.5
        ).trial(steps: steps, work: Double(steps))
      }
    }
  }

  /// How many steps are made at once.
  private static var steps: Int { 64 }

  /// Every optimizer on a layer that stays in the second cache; what a step by one row does besides
  /// is its products.
  static var optimizers: [KernelCase] {
    let shape = ProductShape(rows: 1, inputs: 256, outputs: 128)
    let architecture = Architecture(
      inputs: shape.inputs, hidden: [], outputs: shape.outputs,
      objective: .meanSquaredError(Choice(.linear)))
    var numbers = RandomNumbers()
    let samples = Samples<S>(
      inputs: Matrix(rows: 1, columns: shape.inputs, elements: numbers.next(shape.inputs)),
      targets: Matrix(rows: 1, columns: shape.outputs, elements: numbers.next(shape.outputs)))
    let products = ProductCases<S>(shape)
    return ways.map { name, optimizer in
      KernelCase(
        name: name,
        prepare: { engine in
          SteppingNetworks(
            engine, architecture, UpdateRule(optimizer), .matrix, samples, learningRate: 1e-3
          ).trial(steps: 1, work: Double(architecture.parameterCount))
        },
        prepareBesides: { engine in
          let (forward, gradient) = (products.forward(engine), products.weightGradient(engine))
          return Trial(
            work: forward.work + gradient.work,
            run: {
              forward.run()
              gradient.run()
            },
            results: { forward.results() + gradient.results() })
        })
    }
  }

  /// The optimizers, and those with momentum.
  private static var ways: [(name: String, optimizer: Choice<Optimizer>)] {
    let momentum = Optimizer.allCases.filter { word in
      word.settings.contains { $0.name == "momentum" }
    }
    return Optimizer.allCases.map { ($0.name, Choice($0)) }
      + momentum.map {
        ("\($0.name), momentum", Choice($0).setting("momentum", to: .number(0.9)))
      }
  }
}

/// Networks side by side that make steps on a batch of all samples.
private final class SteppingNetworks<S: EngineScalar> {
  private var trainer: Trainer<S>
  private let learningRates: [Double]

  /// Begins with the same random network in each lane of a form.
  init(
    _ engine: Engine, _ architecture: Architecture, _ updateRule: UpdateRule, _ form: TrainingForm,
    _ samples: Samples<S>, learningRate: Double
  ) {
    trainer = Trainer(
      engine, architecture, updateRule.formula, form: form, rowCapacity: samples.count)
    learningRates = Array(repeating: learningRate, count: trainer.lanes)
    var numbers = RandomNumbers()
    var network = Network<S>(architecture)
    for layer in 0..<architecture.layerCount {
      let outputs = architecture.outputs(ofLayer: layer)
      let count = architecture.inputs(ofLayer: layer) * outputs
      network.setWeight(numbers.next(count), ofLayer: layer)
      network.setBias(numbers.next(outputs), ofLayer: layer)
    }
    for lane in 0..<trainer.lanes { trainer.begin(network, updateRule, inLane: lane) }
    trainer.take(samples, rows: 0..<samples.count)
  }

  /// So many steps of all networks, which are so much work for each.
  func trial(steps: Int, work: Double) -> Trial {
    Trial(
      work: work * Double(trainer.lanes),
      run: {
        let rates = self.learningRates
        self.trainer.train(steps: steps, learningRates: rates.span)
      },
      results: { (0..<self.trainer.lanes).map { self.bits(ofLane: $0) } })
  }

  /// The parameters of a network.
  private func bits(ofLane lane: Int) -> [UInt64] {
    let network = trainer.network(ofLane: lane)
    return (0..<network.architecture.layerCount).flatMap { layer in
      (network.weight(ofLayer: layer) + network.bias(ofLayer: layer)).map(\.bits)
    }
  }
}
