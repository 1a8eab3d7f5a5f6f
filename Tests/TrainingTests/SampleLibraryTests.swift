import Datasets
import Experiments
import TestPlans
import Testing

@testable import Engine
@testable import Training

/// Samples that runs share.
@Suite struct SampleLibraryTests {
  private let data: PreparedData
  private let configurations: [RunConfiguration]

  init() throws {
    configurations = try RunPlan(
      spec: """
        dataset: {name: moons, rows: 20}
        split: {validation: 0.25}
        layers: [2, 3, 1]
        activation: tanh
        learning_rate: 0.1
        epochs: 2
        sweep: {parameters: {normalize: [none, standard]}, seeds: 2}
        """
    ).runs.map(\.configuration)
    data = try PreparedData(for: configurations[0])
  }

  @Test func theSameAreShared() {
    let library = SampleLibrary()
    let first: Samples<Float> = library.samples(.train, data.train, for: configurations[0])
    let second: Samples<Float> = library.samples(.train, data.train, for: configurations[1])
    #expect(first === second && first.count == 15)
  }

  @Test func theyGoWithTheLastWhoHasThem() {
    let library = SampleLibrary()
    var samples: Samples<Float>? = library.samples(.train, data.train, for: configurations[0])
    weak let watched = samples
    withExtendedLifetime(samples) { #expect(watched != nil) }
    samples = nil
    #expect(watched == nil)
  }

  @Test func othersAreNot() throws {
    let library = SampleLibrary()
    let train: Samples<Float> = library.samples(.train, data.train, for: configurations[0])
    let validation: Samples<Float> = library.samples(
      .validation, try #require(data.validation), for: configurations[0])
    let normalized: Samples<Float> = library.samples(
      .train, try PreparedData(for: configurations[2]).train, for: configurations[2])
    #expect(validation.count == 5)
    #expect(normalized !== train && normalized.count == train.count)
  }
}
