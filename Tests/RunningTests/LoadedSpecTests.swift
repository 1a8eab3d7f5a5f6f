import Datasets
import Experiments
import Files
import Running
import SpecSyntax
import SystemPackage
import TestSupport
import Testing

/// Files of specs, read with their data and their weights.
struct LoadedSpecTests {
  private let xor = "dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 3\n"
  private let table = "dataset: data.csv\nlayers: [auto, 1]\nlearning_rate: 1\nepochs: 3\n"

  /// Gives `body` a folder with files of these contents.
  private func with(
    _ files: [(name: String, text: String)], _ body: (FilePath) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let folder = FilePath(folder)
      for file in files {
        let path = folder.appending(file.name)
        try path.removingLastComponent().makeFolder()
        try path.write(Array(file.text.utf8))
      }
      try body(folder)
    }
  }

  /// What keeps a spec from being run; nil where nothing does.
  private func failure(_ path: FilePath, root: FilePath? = nil) -> SpecFailure? {
    do throws(SpecFailure) {
      _ = try LoadedSpec(reading: path, root: root ?? DataRoot.ofSpec(path), threads: 1)
      return nil
    } catch {
      return error
    }
  }

  /// The messages of a failure of a spec, and whether a file of its data is missing.
  private func told(_ failure: SpecFailure?) -> (messages: [String], isFileMissing: Bool)? {
    guard case .mistakes(_, let diagnostics, let isFileMissing) = failure else { return nil }
    return (diagnostics.map(\.message), isFileMissing)
  }

  @Test func `a spec comes with its runs, its data and its warnings`() throws {
    let sweep = "sweep: {parameters: {learning_rate: [1, 1, 2]}}\n"
    try with([("a.yaml", xor + sweep)]) { folder in
      let loaded = try LoadedSpec(
        reading: folder.appending("a.yaml"), root: folder, threads: 1)
      #expect(loaded.path == folder.appending("a.yaml"))
      #expect(loaded.plan.experiment.name == "a")
      #expect(loaded.plan.runs.count == 2)
      #expect(loaded.data[loaded.plan.runs[0].configuration.dataset]?.rows == 4)
      #expect(loaded.warnings.count == 1)
    }
  }

  @Test func `keys are set in place of those of the spec`() throws {
    let overrides = try SyntaxOverride.all(parsing: ["epochs=7", "sweep.seeds=2"])
    try with([("a.yaml", xor)]) { folder in
      let loaded = try LoadedSpec(
        reading: folder.appending("a.yaml"), overrides: overrides, root: folder, threads: 1)
      #expect(loaded.plan.runs.map(\.configuration.epochs) == [7, 7])
    }
  }

  @Test func `a spec that is not there is told as a file`() throws {
    try with([]) { folder in
      let path = folder.appending("a.yaml")
      guard case .file(path, let error) = failure(path) else {
        Issue.record("the spec is missing")
        return
      }
      #expect(error.path == path && error.reason == .noSuchFileOrDirectory)
    }
  }

  @Test func `every mistake of a spec is told`() throws {
    try with([("a.yaml", xor + "activation: tnah\nlerning_rate: 1\n")]) { folder in
      let problem = try #require(told(failure(folder.appending("a.yaml"))))
      #expect(problem.messages == ["unknown activation \"tnah\"", "unknown key \"lerning_rate\""])
      #expect(!problem.isFileMissing)
    }
  }

  @Test func `data counts from the folder of the spec, or from another`() throws {
    let rows = "a,b\n1,2\n3,4\n"
    try with([("specs/a.yaml", table), ("specs/data.csv", rows), ("b.yaml", table)]) { folder in
      #expect(failure(folder.appending("specs/a.yaml")) == nil)
      let missing = try #require(told(failure(folder.appending("b.yaml"))))
      #expect(missing.messages.count == 1 && missing.isFileMissing)
      #expect(failure(folder.appending("b.yaml"), root: folder.appending("specs")) == nil)
    }
  }

  @Test func `data that is wrong is no missing file`() throws {
    try with([("a.yaml", table), ("data.csv", "a,b\n1,2\n3\n")]) { folder in
      let problem = try #require(told(failure(folder.appending("a.yaml"))))
      #expect(problem.messages.count == 1 && !problem.isFileMissing)
    }
  }

  @Test(arguments: [("no.safetensors", true), ("a.yaml", false)])
  func `weights are missing or wrong`(file: String, isMissing: Bool) throws {
    try with([("a.yaml", xor + "init: {file: \(file)}\n")]) { folder in
      let problem = try #require(told(failure(folder.appending("a.yaml"))))
      #expect(problem.messages.count == 1 && problem.isFileMissing == isMissing)
    }
  }

  @Test func `data that has been read is not read again`() throws {
    try with([("a.yaml", table), ("b.yaml", table), ("data.csv", "a,b\n1,2\n3,4\n")]) { folder in
      var data = DataLibrary(root: folder)
      let first = try LoadedSpec.plan(ofSaved: folder.appending("a.yaml"), with: &data)
      try folder.appending("data.csv").write(Array("none".utf8))
      let second = try LoadedSpec.plan(ofSaved: folder.appending("b.yaml"), with: &data)
      #expect(first.ids == second.ids)
    }
  }

  @Test(arguments: ["run.json", "experiment.json"])
  func `beside results data counts from where it was`(name: String) throws {
    let told = "{\"data_root\": \"/elsewhere\"}"
    try with([("r/\(name)", told), ("r/spec.yaml", xor), ("s/spec.yaml", xor)]) { folder in
      #expect(DataRoot.ofSpec(folder.appending("r/spec.yaml")) == "/elsewhere")
      #expect(DataRoot.ofSpec(folder.appending("r/other.yaml")) == folder.appending("r"))
      #expect(DataRoot.ofSpec(folder.appending("s/spec.yaml")) == folder.appending("s"))
    }
  }
}
