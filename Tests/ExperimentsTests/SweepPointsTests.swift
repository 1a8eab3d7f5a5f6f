import TestSupport
import Testing
import Vocabulary

@testable import Experiments

/// Which points the methods of a sweep take.
@Suite struct SweepPointsTests {
  private let zip = [axis(.l1, nil, 0, 1, 2), axis(.l2, nil, 10, 11, 12)]
  private let sizes = Sweep.Axis(SettingPath(.batchSize), drawnFrom: .integers(1, 4))
  private let rates = Sweep.Axis(SettingPath(.learningRate), drawnFrom: .logUniform(0.01, 1))

  /// Sweeps of each method, one of which draws whole numbers and fractions.
  private var sweeps: [Sweep] {
    let lists = [axis(.clipNorm, nil, 1, 2), axis(.dropout, nil, 0, 0.25, 0.5)]
    return [
      experiment(axes: lists, zips: [zip]).sweep, experiment().sweep,
      experiment(axes: lists, zips: [zip], method: .random, samples: 40).sweep,
      experiment(axes: [sizes, rates] + lists, zips: [zip], method: .random, samples: 60).sweep,
    ]
  }

  @Test func `axes that move together have levels of one index`() throws {
    for sweep in sweeps {
      let points = try #require(sweep.points(seed: 3))
      for number in 0..<points.count {
        let levels = points.levels(number, of: sweep)
        #expect(levels.count == sweep.axes.count)
        for movement in sweep.movements { #expect(Set(levels[movement]).count == 1) }
        #expect(
          points.values(number, of: sweep) == Swift.zip(sweep.axes, levels).map { $0.value(at: $1) }
        )
      }
    }
  }

  /// Every choice of a sweep's movements.
  private func choices(_ sweep: Sweep) -> [[Int]] {
    (0..<1 << sweep.movements.count).map { bits in
      sweep.movements.indices.filter { bits >> $0 & 1 == 1 }
    }
  }

  @Test func `points of one class have the same levels of the movements that count`() throws {
    for sweep in sweeps {
      let points = try #require(sweep.points(seed: 3))
      for movements in choices(sweep) {
        let projection = points.projection(onto: movements, of: sweep)
        var levels: [Int: [Level]] = [:]
        for number in 0..<points.count {
          let index = projection.index(number)
          let own = movements.map { points.level(of: $0, in: number) }
          if levels[index] == nil { #expect(projection.firstNumber(of: index) == number) }
          #expect(levels[index, default: own] == own)
          levels[index] = own
        }
        #expect(levels.keys.sorted() == Array(0..<projection.count))
        #expect(projection.pointCounts.reduce(0, +) == points.count)
        #expect(projection.index(points.count + 2) == projection.count + 2)
        let isContinuous = sweep.axes.contains(rates) && movements.contains(1)
        #expect(isContinuous || Set(levels.values).count == projection.count)
      }
    }
  }

  @Test func `samples are the same whichever movements are looked at, and however many there are`()
    throws
  {
    let many = experiment(axes: [sizes, rates], method: .random, samples: 200).sweep
    let few = experiment(axes: [rates, sizes], method: .random, samples: 20).sweep
    let (all, some) = (try #require(many.points(seed: 5)), try #require(few.points(seed: 5)))
    for number in 0..<20 {
      #expect(all.values(number, of: many) == some.values(number, of: few).reversed())
    }
    #expect(Set((0..<200).map { all.level(of: 0, in: $0) }).count == 4)
    #expect(Set((0..<200).map { all.level(of: 1, in: $0) }).count == 200)
  }

  /// Every key that numbers can be drawn for.
  static let numericPaths: [SettingPath] = {
    var paths: [SettingPath] = []
    for field in Field.allCases where field.declaration.role == .run && field != .seed {
      let names = Set(field.sweepableSettings().map(\.name)).sorted()
      paths += [SettingPath(field)] + names.map { SettingPath(field, $0) }
    }
    return paths.filter { path in
      [0.5, 2].contains { path.shape()?.admitted(.number($0)) != nil }
    }
  }()

  /// The ends that the reader lets through are values of the key: so must be all between them.
  @Test(arguments: numericPaths)
  func `what is drawn between values of a key is a value of it`(path: SettingPath) throws {
    let shape = try #require(path.shape())
    let numbers = [-1000, -1, 0, 1e-3, 0.25, 0.5, 1, 2, 5, 16, 1000, 1e6]
      .filter { shape.admitted(.number($0)) != nil }
    for (index, low) in numbers.enumerated() {
      for high in numbers.dropFirst(index + 1) {
        var distributions: [Distribution] = []
        if shape.takesFractions { distributions.append(.uniform(low, high)) }
        if shape.takesFractions, low > 0 { distributions.append(.logUniform(low, high)) }
        if let low = Int(exactly: low), let high = Int(exactly: high) {
          distributions.append(.integers(low, high))
        }
        for distribution in distributions {
          let axis = Sweep.Axis(path, drawnFrom: distribution)
          let draws = SweepDraws(seed: 1, key: path)
          for sample in 0..<20 {
            let value = axis.value(at: axis.level(of: RandomDraw(draws: draws, sample: sample)))
            #expect(shape.admitted(value) == value)
          }
          #expect(shape.admitted(axis.example) == axis.example)
        }
      }
    }
  }
}
