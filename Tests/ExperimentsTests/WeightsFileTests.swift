import Experiments
import Testing
import Vocabulary

/// Initial weights from files.
@Suite struct WeightsFileTests {
  static let file = SpecValue.mapping([SpecValue.Member("file", .text("a/w.safetensors"))])

  /// The facts of a file for layers 2, 4 and 1.
  static let whole = WeightsFacts(
    bytes: [1, 2, 3],
    tensors: [
      WeightsFacts.Tensor("layers.0.weight", shape: [4, 2]),
      WeightsFacts.Tensor("layers.0.bias", shape: [4]),
      WeightsFacts.Tensor("layers.1.weight", shape: [1, 4]),
      WeightsFacts.Tensor("layers.1.bias", shape: [1]),
    ])

  @Test func pathStandsBesideTheDigest() throws {
    let run = try RunConfiguration(
      resolving: settings([.initialization: Self.file, .biasInitialization: .text("normal")]),
      facts: facts()
    ) { (path) throws(WeightsFacts.Unreadable) in
      #expect(path == "a/w.safetensors")
      return Self.whole
    }
    #expect(run.initialization == .file(path: "a/w.safetensors", digest: "zwqzurntkxnznovq"))
    #expect(
      run.value(of: .initialization)?.text == "{file: a/w.safetensors, digest: zwqzurntkxnznovq}")
    #expect(run.value(of: .biasInitialization) == nil)
    #expect(run.biasInitialization == .word(.zeros))
  }

  @Test func problemsAreFound() throws {
    func problems(
      _ value: SpecValue, _ weights: WeightsFacts.Lookup
    ) -> [ConfigurationProblem.Kind] {
      do {
        _ = try RunConfiguration(
          resolving: settings([.initialization: value]), facts: facts(), weights: weights)
        return []
      } catch {
        #expect(error.problems.allSatisfy { $0.path.field == .initialization })
        return error.problems.map(\.kind)
      }
    }
    #expect(
      problems(Self.file, WeightsFacts.noFiles) == [
        .network(.weightsUnreadable("a/w.safetensors", reason: "no such file"))
      ])
    let other = WeightsFacts(
      bytes: [],
      tensors: [
        WeightsFacts.Tensor("layers.0.weight", shape: [2, 4]),
        WeightsFacts.Tensor("layers.0.bias", shape: [4]),
        WeightsFacts.Tensor("layers.1.weight", shape: [1, 4]),
        WeightsFacts.Tensor("layers.2.bias", shape: [1]),
      ])
    #expect(
      problems(Self.file) { (_) throws(WeightsFacts.Unreadable) in other } == [
        .network(.tensorShapeDiffers("layers.0.weight", found: [2, 4], needed: [4, 2])),
        .network(.tensorMissing("layers.1.bias", shape: [1])),
        .network(.tensorUnknown("layers.2.bias")),
      ])
    let dated = SpecValue.mapping([
      SpecValue.Member("file", .text("w")), SpecValue.Member("digest", .text("zzzz")),
    ])
    #expect(
      problems(dated) { (_) throws(WeightsFacts.Unreadable) in Self.whole } == [
        .network(.weightsChanged(digest: "zwqzurntkxnznovq", written: "zzzz"))
      ])
  }

  @Test func fileIsAskedForOnce() throws {
    var count = 0
    let experiment = experiment(
      [.initialization: Self.file], axes: [axis(.learningRate, nil, 1, 2, 3)], seeds: 2)
    let plan = try RunPlan(expanding: experiment, facts: { _ in facts() }) {
      (_) throws(WeightsFacts.Unreadable) in
      count += 1
      return Self.whole
    }
    #expect(plan.runs.count == 6)
    #expect(count == 1)
  }
}
