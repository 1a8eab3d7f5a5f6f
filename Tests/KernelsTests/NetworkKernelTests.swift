import Kernels
import Testing
import Vocabulary

@testable import Engine

/// Whole networks, on every instruction set.
@Suite struct NetworkKernelTests {
  /// A pair of loss and output that goes together.
  static let objectives: [Objective] = Loss.allCases.flatMap { loss in
    OutputActivation.allCases.compactMap { Objective(loss, output: Choice($0)) }
  }

  /// The promise that results are the same bits everywhere, on networks of all activations and
  /// objectives, layers narrow and wide, batches whole and gathered, plain and with momentum.
  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func fiftyStepsHaveTheBitsOfThePlainKernels(
    instructionSet: InstructionSet, precision: Precision
  ) throws {
    let engine = try engine(instructionSet)
    let plain = Engine(instructionSet: .baseline, kernels: referenceSuite())
    for (k, objective) in Self.objectives.enumerated() {
      switch precision {
      case .float32:
        let trained = train(engine, objective, seed: UInt64(k + 1), Float.self)
        #expect(trained == train(plain, objective, seed: UInt64(k + 1), Float.self))
      case .float64:
        let trained = train(engine, objective, seed: UInt64(k + 1), Double.self)
        #expect(trained == train(plain, objective, seed: UInt64(k + 1), Double.self))
      }
    }
  }

  /// The bits of all parameters and losses.
  private func train<S: EngineScalar>(
    _ engine: Engine, _ objective: Objective, seed: UInt64, _: S.Type
  ) -> [UInt64] {
    var random = Numbers(seed)
    let activations = Activation.allCases
    let hidden = [7, 20, 3].enumerated().map { layer, units in
      Architecture.HiddenLayer(
        units: units,
        activation: Choice(activations[(Int(seed) + 5 * layer) % activations.count]))
    }
    let architecture = Architecture(
      inputs: 5, hidden: hidden, outputs: 2 + Int(seed) % 2, objective: objective)
    var network = Network<S>(architecture)
    for layer in 0..<architecture.layerCount {
      let count = network.weight(ofLayer: layer).count
      network.setWeight(random.next(count, of: S.self).map { $0 / 2 }, ofLayer: layer)
      network.setBias(
        random.next(architecture.outputs(ofLayer: layer), of: S.self), ofLayer: layer)
    }
    let samples = Samples<S>(
      inputs: Matrix(rows: 19, columns: 5, elements: random.next(19 * 5, of: S.self)),
      targets: oneHot(rows: 19, classes: architecture.outputs))
    var optimizer = Choice<Optimizer>(.sgd)
    if seed % 3 != 0, let choice = Choice<Optimizer>(momentum(isNesterov: seed % 3 == 1)) {
      optimizer = choice
    }
    var trainer = Trainer(engine, network, optimizer: optimizer, rowCapacity: 19)
    var bits: [UInt64] = []
    let order = [3, 18, 7, 7, 0, 11, 12]
    for step in 0..<50 {
      if step.isMultiple(of: 2) {
        trainer.forward(samples, rows: 0..<19)
      } else {
        trainer.forward(samples, indices: order.span)
      }
      bits.append(trainer.lossSum().bits)
      trainer.step(learningRate: 0.03)
    }
    return bits + trainer.network.parameters.bits
  }

  private func momentum(isNesterov: Bool) -> SpecValue {
    .mapping([
      SpecValue.Member("name", .text("sgd")), SpecValue.Member("momentum", .number(0.5)),
      SpecValue.Member("nesterov", .boolean(isNesterov)),
    ])
  }

  private func oneHot<S: EngineScalar>(rows: Int, classes: Int) -> Matrix<S> {
    Matrix(
      rounding: (0..<rows).map { row in
        (0..<classes).map { $0 == row * 5 % 7 % classes ? 1 : 0 }
      })
  }

  /// A weight, an input or a target that is NaN is seen in the loss, in the gradients and, after a
  /// step, in the parameters.
  @Test(arguments: InstructionSet.allCases, Activation.allCases)
  func notANumberTravels(instructionSet: InstructionSet, activation: Activation) throws {
    let engine = try engine(instructionSet)
    for objective in Self.objectives {
      for place in 0..<3 {
        let architecture = Architecture(
          inputs: 3, hidden: [.init(units: 5, activation: Choice(activation))], outputs: 2,
          objective: objective)
        var random = Numbers(17)
        var network = Network<Float>(
          architecture, parameters: random.next(architecture.parameterCount, of: Float.self))
        var inputs = random.next(9, of: Float.self)
        var targets: [Float] = [1, 0, 0, 1, 1, 0]
        switch place {
        case 0: network.parameters[4] = .nan
        case 1: inputs[5] = .nan
        default: targets[3] = .nan
        }
        let samples = Samples<Float>(
          inputs: Matrix(rows: 3, columns: 3, elements: inputs),
          targets: Matrix(rows: 3, columns: 2, elements: targets))
        var trainer = Trainer(engine, network, rowCapacity: 3)
        trainer.forward(samples, rows: 0..<3)
        #expect(trainer.lossSum().isNaN, "\(objective), place \(place)")
        trainer.step(learningRate: 0.1)
        let last = trainer.network.bias(ofLayer: 1)
        #expect(last.contains { $0.isNaN }, "\(objective), place \(place)")
      }
    }
  }
}
