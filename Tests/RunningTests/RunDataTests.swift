import Datasets
import Experiments
import Files
import RunRecords
import Running
import SystemPackage
import TestSupport
import Testing

/// What the runs of a plan take of files.
struct RunDataTests {
  private let spec = "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n"

  /// Gives `body` what a spec of this text is read to, beside files of these contents.
  private func with(
    _ text: String, _ files: [(name: String, bytes: [UInt8])] = [],
    _ body: (LoadedSpec, FilePath) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let folder = FilePath(folder)
      for file in files { try folder.appending(file.name).write(file.bytes) }
      let path = folder.appending("a.yaml")
      try path.write(Array(text.utf8))
      try body(try LoadedSpec(reading: path, root: folder, threads: 1), folder)
    }
  }

  @Test func `data is prepared once for all runs that are given the same`() throws {
    let sweep = "split: {validation: 0.5}\nsweep: {parameters: {split.seed: [1, 2]}, seeds: 3}\n"
    try with(spec + sweep) { loaded, _ in
      let configurations = loaded.plan.runs.map(\.configuration)
      let prepared = loaded.data.prepared(for: configurations)
      #expect(configurations.count == 6)
      #expect(prepared.count == 2)
      #expect(configurations.allSatisfy { prepared[$0.dataSelection]?.train.rows == 2 })
    }
  }

  @Test func `weights are those that were planned with, or missing`() throws {
    func file(_ weight: Float) throws -> [UInt8] {
      Safetensors.encode(
        [
          Tensor("layers.0.weight", shape: [1, 2], .float32([weight, 1])),
          Tensor("layers.0.bias", shape: [1], .float32([0])),
        ], metadata: [])
    }
    try with(spec + "init: {file: w.safetensors}\n", [("w.safetensors", try file(1))]) {
      loaded, folder in
      let configurations = loaded.plan.runs.map(\.configuration)
      let tensors = loaded.data.initialTensors(of: configurations)
      #expect(tensors.values.map { $0.map(\.name) } == [["layers.0.weight", "layers.0.bias"]])
      try folder.appending("w.safetensors").write(try file(2))
      #expect(loaded.data.initialTensors(of: configurations).isEmpty)
    }
  }

  @Test func `the folder of files is one of the whole file system`() throws {
    try with(spec) { loaded, _ in
      #expect(loaded.data.absoluteRoot(for: loaded.plan, workingFolder: "/home/specs") == nil)
    }
    let table = "dataset: data.csv\nlayers: [auto, 1]\nlearning_rate: 1\nepochs: 3\n"
    try with(table, [("data.csv", Array("a,b\n1,2\n3,4\n".utf8))]) { loaded, folder in
      #expect(
        loaded.data.absoluteRoot(for: loaded.plan, workingFolder: "/home/specs") == folder.string)
      let relative = DataLibrary(root: "../data")
      #expect(relative.absoluteRoot(for: loaded.plan, workingFolder: "/home/specs") == "/home/data")
    }
  }
}
