import Testing
import Vocabulary

@testable import Engine

/// What a network goes through: where and when it is trained, and by what numbers.
struct Course<S: EngineScalar> {
  let network: Network<S>
  let formula: Formula
  let rate: Double
  /// What its batches are shuffled by.
  let seed: UInt64
  /// Where it is, where there is company.
  var lane = 0
  /// From when to when; each time is a batch with one step or more.
  var times = 0..<34
}

/// The samples that networks are trained on, and which of them make a batch.
struct Lessons<S: EngineScalar> {
  let samples: Samples<S>

  /// Whether all samples are taken, in their order.
  func isWhole(at time: Int) -> Bool { time.isMultiple(of: 3) }

  /// Batches are all but one of the samples, and sometimes the half.
  func indices(at time: Int, seed: UInt64) -> [Int] {
    var random = Numbers(seed &* 7919 &+ UInt64(time) &+ 1)
    let count = time % 3 == 1 ? max(1, samples.count - 1) : (samples.count + 1) / 2
    return (0..<count).map { _ in random.next(below: samples.count) }
  }

  /// Mostly one; more than the kernels are told of at once.
  func steps(at time: Int) -> Int { time == 10 ? 17 : time % 7 == 3 ? 3 : 1 }
}

/// The bits of all that is seen of networks that are trained side by side, for each of them: losses
/// every other time, norms of gradients, at last parameters and outputs.
func bits<S: EngineScalar>(
  of courses: [Course<S>], in form: TrainingForm, by engine: Engine, _ lessons: Lessons<S>
) -> [[UInt64]] {
  let samples = lessons.samples
  var bits = courses.map { _ in [UInt64]() }
  guard let one = courses.first else { return bits }
  var trainer = Trainer<S>(
    engine, one.network.architecture, one.formula.updateRule.formula, form: form,
    recordsNorms: true,
    rowCapacity: samples.count)
  let lanes = trainer.lanes
  for time in 0..<(courses.map(\.times.upperBound).max() ?? 0) {
    for course in courses where course.times.lowerBound == time {
      trainer.begin(course.network, course.formula.updateRule, inLane: course.lane)
    }
    let present = courses.indices.filter { courses[$0].times.contains(time) }
    if present.isEmpty { continue }
    if lessons.isWhole(at: time) {
      trainer.take(samples, rows: 0..<samples.count)
    } else {
      var all: [[Int]] = Array(repeating: lessons.indices(at: time, seed: 0), count: lanes)
      for k in present { all[courses[k].lane] = lessons.indices(at: time, seed: courses[k].seed) }
      let indices = Array(all.joined())
      trainer.take(samples, indices: indices.span)
    }
    if time.isMultiple(of: 2) {
      trainer.forward()
      var sums = Array(repeating: 0.125, count: lanes)
      var span = sums.mutableSpan
      trainer.addLosses(to: &span)
      for k in present { bits[k].append(sums[courses[k].lane].bits) }
    }
    // Rates of lanes that nobody is in.
    var rates = Array(repeating: Double.nan, count: lanes)
    for k in present { rates[courses[k].lane] = courses[k].rate / Double(1 + time) }
    trainer.train(steps: lessons.steps(at: time), learningRates: rates.span)
    let norms = trainer.takeNormSums()
    for k in present { bits[k].append(norms[courses[k].lane].bits) }
    let ending = present.filter { courses[$0].times.upperBound == time + 1 }
    if ending.isEmpty { continue }
    trainer.take(samples, rows: 0..<samples.count)
    trainer.forward()
    for k in ending {
      bits[k] += trainer.network(ofLane: courses[k].lane).parameters.bits
      bits[k] += trainer.outputs(ofLane: courses[k].lane).elements.bits
    }
  }
  return bits
}

/// The same for a network that is alone.
func bits<S: EngineScalar>(
  of course: Course<S>, in form: TrainingForm, by engine: Engine, _ lessons: Lessons<S>
) -> [UInt64] {
  var course = course
  course.lane = 0
  return bits(of: [course], in: form, by: engine, lessons)[0]
}

/// Sizes of a network and of what it is trained on.
struct Sizes: Sendable {
  let rows: Int
  let inputs: Int
  let hidden: [Int]
  let outputs: Int

  /// One, odd, and one to either side of each width of tile.
  static let awkward = [
    Sizes(rows: 1, inputs: 1, hidden: [], outputs: 1),
    Sizes(rows: 5, inputs: 2, hidden: [5], outputs: 1),
    Sizes(rows: 4, inputs: 1, hidden: [1, 1], outputs: 2),
    Sizes(rows: 5, inputs: 3, hidden: [9, 4], outputs: 17),
    Sizes(rows: 1, inputs: 17, hidden: [3], outputs: 4),
    Sizes(rows: 19, inputs: 5, hidden: [7, 20, 3], outputs: 2),
    Sizes(rows: 2, inputs: 33, hidden: [17], outputs: 3),
    Sizes(rows: 13, inputs: 4, hidden: [8, 16], outputs: 5),
  ]

  static func random(_ random: inout Numbers) -> Sizes {
    let widths = [1, 2, 3, 4, 5, 6, 8, 9, 13, 17]
    return Sizes(
      rows: 1 + random.next(below: 9), inputs: widths[random.next(below: widths.count)],
      hidden: (0..<random.next(below: 4)).map { _ in widths[random.next(below: widths.count)] },
      outputs: widths[random.next(below: widths.count)])
  }

  /// An architecture whose layers have activations from the `first` on.
  func architecture(activation first: Int, _ objective: Objective) -> Architecture {
    let all = Activation.allCases
    return Architecture(
      inputs: inputs,
      hidden: hidden.enumerated().map { layer, units in
        .init(units: units, activation: Choice(all[(first + 5 * layer) % all.count]))
      },
      outputs: outputs, objective: objective)
  }

  /// Samples whose targets have a 1 in each row, as all losses understand it.
  func lessons<S: EngineScalar>(_ random: inout Numbers, _: S.Type) -> Lessons<S> {
    let targets = (0..<rows).map { row in
      (0..<outputs).map { $0 == row * 5 % 7 % outputs ? 1.0 : 0 }
    }
    return Lessons(
      samples: Samples(
        inputs: Matrix(
          rows: rows, columns: inputs, elements: random.next(rows * inputs, of: S.self)),
        targets: Matrix(rounding: targets)))
  }
}

extension Network {
  /// A network of random numbers, smaller in wider layers.
  init(_ architecture: Architecture, _ random: inout Numbers) {
    self.init(architecture)
    for layer in 0..<architecture.layerCount {
      let (inputs, outputs) = (
        architecture.inputs(ofLayer: layer), architecture.outputs(ofLayer: layer)
      )
      let scale = 1 / S(inputs).squareRoot()
      setWeight(random.next(inputs * outputs, of: S.self).map { $0 * scale }, ofLayer: layer)
      setBias(random.next(outputs, of: S.self).map { $0 * scale }, ofLayer: layer)
    }
  }
}
