import Testing
import Vocabulary

@testable import Engine

/// Networks side by side: each has the bits that it has alone.
@Suite struct GroupTests {
  static let seeds: [UInt64] = Array(1...30)
  static let groups = [TrainingForm.narrow, .wide]

  /// Random small networks, by formulas whose numbers differ from lane to lane, each with its own
  /// batches; some begin later, one in a lane that another has left, and one is NaN or infinite from
  /// the start. Most lanes are empty.
  @Test(arguments: InstructionSet.allCases, seeds)
  func anyCompany(instructionSet: InstructionSet, seed: UInt64) throws {
    let engine = try engine(instructionSet)
    for form in Self.groups {
      try compare(engine, form, seed: seed, Float.self)
      try compare(engine, form, seed: seed, Double.self)
    }
  }

  private func compare<S: EngineScalar>(
    _ engine: Engine, _ form: TrainingForm, seed: UInt64, _: S.Type
  ) throws {
    var random = Numbers(seed &* 0x9E37_79B9 | 1)
    let sizes = Sizes.random(&random)
    let objective = NetworkKernelTests.objectives[
      random.next(below: NetworkKernelTests.objectives.count)]
    let architecture = sizes.architecture(activation: random.next(below: 12), objective)
    let formula = Formula.all[random.next(below: Formula.all.count)]
    let lessons = sizes.lessons(&random, S.self)
    let lanes = engine.lanes(of: form, S.self)
    let times = [0..<34, 0..<12, 5..<34, 0..<20, 20..<34, 11..<23]
    // The fifth follows the fourth in its lane.
    let first = random.next(below: lanes)
    let places = [0, 3, 5, 6, 6, lanes - 1].map { (first + $0) % lanes }
    var courses: [Course<S>] = zip(places, times).map { lane, times in
      Course(
        network: Network(architecture, &random), formula: formula.varied(&random),
        rate: formula.rate * random.next(in: 0.3..<3), seed: seed &* 100 + UInt64(times.lowerBound),
        lane: lane, times: times)
    }
    for (k, number) in [S.nan, .infinity].enumerated() {
      var broken = courses[k].network
      broken.parameters[random.next(below: broken.parameters.count)] = number
      courses.append(
        Course(
          network: broken, formula: formula.varied(&random), rate: formula.rate, seed: seed,
          lane: (first + 1 + k) % lanes))
    }
    let found = bits(of: courses, in: form, by: engine, lessons)
    for (course, found) in zip(courses, found) {
      let expected = bits(of: course, in: .matrix, by: engine, lessons)
      #expect(found == expected, "\(form), lane \(course.lane): \(architecture), \(formula)")
    }
    #expect(!found[0].contains(.max), "\(architecture), \(formula)")
    #expect(found[6].contains(.max))
  }

  /// Every formula in full groups.
  @Test(arguments: InstructionSet.allCases, Precision.allCases)
  func fullGroups(instructionSet: InstructionSet, precision: Precision) throws {
    let engine = try engine(instructionSet)
    for (k, formula) in Formula.all.enumerated() {
      switch precision {
      case .float32: try compareFull(engine, formula, k, Float.self)
      case .float64: try compareFull(engine, formula, k, Double.self)
      }
    }
  }

  private func compareFull<S: EngineScalar>(
    _ engine: Engine, _ formula: Formula, _ k: Int, _: S.Type
  ) throws {
    let form = Self.groups[k % 2]
    let sizes = Sizes.awkward[k / 2 % Sizes.awkward.count]
    let architecture = sizes.architecture(
      activation: k, NetworkKernelTests.objectives[7 * k % NetworkKernelTests.objectives.count])
    var random = Numbers(UInt64(k + 77))
    let lessons = sizes.lessons(&random, S.self)
    let lanes = engine.lanes(of: form, S.self)
    let courses: [Course<S>] = (0..<lanes).map { lane in
      Course(
        network: Network(architecture, &random), formula: formula.varied(&random),
        rate: formula.rate * random.next(in: 0.3..<3), seed: UInt64(lane), lane: lane,
        times: 0..<12)
    }
    let found = bits(of: courses, in: form, by: engine, lessons)
    for lane in stride(from: k % 5, to: lanes, by: 5) {
      let expected = bits(of: courses[lane], in: .matrix, by: engine, lessons)
      #expect(found[lane] == expected, "\(form), lane \(lane): \(architecture), \(formula)")
    }
  }

  /// One that leaves all bounds does so alone, and stays there.
  @Test(arguments: InstructionSet.allCases, groups)
  func divergence(instructionSet: InstructionSet, form: TrainingForm) throws {
    let engine = try engine(instructionSet)
    let sizes = Sizes.awkward[1]
    let architecture = sizes.architecture(
      activation: 2, .sumOfSquaredErrors(Choice(.linear)))
    var random = Numbers(3)
    let lessons = sizes.lessons(&random, Float.self)
    let formula = Formula.all[0]
    let courses = (0..<3).map { lane in
      Course<Float>(
        network: Network(architecture, &random), formula: formula, rate: lane == 1 ? 1e20 : 0.02,
        seed: 5, lane: lane)
    }
    let found = bits(of: courses, in: form, by: engine, lessons)
    for (course, found) in zip(courses, found) {
      #expect(found == bits(of: course, in: .matrix, by: engine, lessons))
      #expect(found.contains(.max) == (course.lane == 1))
    }
    let last = found[1].suffix(sizes.rows * sizes.outputs)
    #expect(last.allSatisfy { $0 == .max })
  }
}
