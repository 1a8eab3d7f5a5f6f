import Experiments
import Files
import RunRecords
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// The making of one experiment from its parts.
struct MergeTests {
  private let machine = ScriptedMachine()

  /// Leaves shards of four runs in folders `1`, `2` and so on, and gives these.
  private func shards(_ count: Int, in folder: FilePath) throws -> [FilePath] {
    let plan = try seeded(4)
    return try (1...count).map { number in
      let part = plan.part(try #require(Shard("\(number)/\(count)")))
      let output = folder.appending("\(number)")
      let ids = plan.runs.map(\.id)
      let launcher = ScriptedLauncher { .ends(loss: Double(ids.firstIndex(of: $0.id) ?? 9)) }
      try ScriptedExperiment(plan, part: part, in: output, by: launcher).run()
      return output
    }
  }

  private func inputs(_ folders: [FilePath]) throws(ResultsError) -> [MergeInput] {
    try MergeInput.all(in: folders, dataRoot: nil, machine.context(), warn: { _ in })
  }

  /// What a merge has come to, and what happened.
  private func merged(
    _ folders: [FilePath], into output: FilePath
  ) throws -> (outcome: Merge.Outcome?, events: [String]) {
    let input = try #require(try inputs(folders).first)
    var events: [String] = []
    let outcome = Merge(input, into: output, files: scriptedFiles, machine.context()).run {
      events.append($0.words)
    }
    return (outcome, events)
  }

  @Test func `shards come to what one machine would have left`() throws {
    try withFolder { folder in
      let whole = ScriptedExperiment(try seeded(4), in: folder.appending("whole"))
      try whole.run()
      let parts = try shards(3, in: folder)
      let (outcome, events) = try merged(parts, into: folder.appending("all"))
      let result = try #require(outcome?.result)
      #expect(result.counts[.completed] == 4 && outcome?.earlierCount == 0)
      #expect(events == (0..<4).map { "finished \($0) completed" })
      let merged = folder.appending("all/spec")
      for name in ["spec.yaml", "summary.csv", "aggregate.csv", "loss_curve.csv", ".plans/order"] {
        #expect(
          try text(merged.pushing(FilePath(name)))
            == text(whole.store.folder.pushing(FilePath(name))))
      }
      #expect(try names(merged.appending(".plans")).count == 2)
      #expect(!merged.appending(".partial").exists)
      // What had been merged before is not taken over again.
      #expect(try self.merged(parts, into: folder.appending("all")).outcome?.earlierCount == 4)
    }
  }

  @Test func `runs that no part has are missing, and those that differ have failed`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      let plan = try seeded(4)
      let stores = parts.map { machine.context().store($0.appending("spec")) }
      let (first, second) = (
        try #require(plan.runs.first { stores[0].folder(of: $0.id).exists }),
        try #require(plan.runs.first { stores[1].folder(of: $0.id).exists })
      )
      try stores[0].folder(of: first.id).appending("loss_curve.csv").append([65])
      try stores[0].record(second, loss: 77)
      let (outcome, events) = try merged(parts, into: folder.appending("all"))
      let result = try #require(outcome?.result)
      func index(_ run: RunPlan.Run) throws -> Int {
        try #require(plan.runs.firstIndex { $0.id == run.id })
      }
      #expect(result.records[try index(first)].status == .interrupted)
      #expect(result.records[try index(second)].status == .failed)
      #expect(events.contains("finished \(try index(second)) failed"))
      #expect(result.counts[.completed] == 2)
      #expect(outcome?.tornFolders(try index(first)) == [stores[0].folder(of: first.id)])
    }
  }

  @Test func `the output may be one of the parts`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      let (outcome, _) = try merged(parts, into: parts[0])
      #expect(outcome?.result.counts[.completed] == 4)
      #expect(outcome?.earlierCount == 2)
    }
  }

  @Test func `runs that were left alone belong to the only spec there is`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      try parts[1].appending("spec/spec.yaml").removeFile()
      #expect(
        try merged(parts, into: folder.appending("all")).outcome?.result.counts[.completed] == 4)
      let error = error { () throws(ResultsError) in try inputs([parts[1]]) }
      #expect(error == "missing: no part has the spec of the runs in \(parts[1])/spec")
    }
  }

  @Test func `who writes the tables is waited for`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      let all = folder.appending("all/spec")
      try all.makeFolder()
      let lock = try #require(try OtherLock(all))
      for _ in 1..<20 { machine.whenWaiting({}) }
      machine.whenWaiting { lock.release() }
      let (outcome, events) = try merged(parts, into: folder.appending("all"))
      #expect(events.first == "waiting for 0")
      #expect(outcome?.result.counts[.completed] == 4)
    }
  }

  @Test func `an output that cannot be made is an obstacle`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      try folder.appending("file").write([65])
      let (outcome, events) = try merged(parts, into: folder.appending("file"))
      #expect(outcome == nil)
      #expect(events.count == 1 && events[0].hasPrefix("obstructed: "))
    }
  }

  @Test func `what cannot be merged is said`() throws {
    try withFolder { folder in
      let parts = try shards(2, in: folder)
      #expect(
        error { () throws(ResultsError) in try inputs([folder.appending("nowhere")]) }
          == "missing: there is no folder \(folder)/nowhere")
      try folder.appending("empty").makeFolder()
      var warnings: [String] = []
      let empty = error { () throws(ResultsError) in
        try MergeInput.all(
          in: [folder.appending("empty")], dataRoot: nil, machine.context(),
          warn: { warnings.append($0) })
      }
      #expect(empty == "missing: there is nothing to merge")
      #expect(warnings == ["\(folder)/empty has no results"])
      let other = ScriptedExperiment(try seeded(5), in: folder.appending("other"))
      try other.run()
      #expect(
        error { () throws(ResultsError) in try inputs([parts[0], folder.appending("other")]) }
          == "altered: \(parts[0])/spec and \(folder)/other/spec are of different plans, "
          + "and cannot be merged")
      try parts[0].appending("spec/spec.yaml").write(Array("dataset: nothing\n".utf8))
      #expect(
        error { () throws(ResultsError) in try inputs([parts[0]]) }?.hasPrefix("spec: mistakes")
          == true)
    }
  }
}

/// The kind of error that comes, and its sentence; nil where none does.
func error(_ body: () throws(ResultsError) -> some Any) -> String? {
  do throws(ResultsError) {
    _ = try body()
    return nil
  } catch {
    return switch error {
    case .missing(let reason): "missing: \(reason)"
    case .altered(let reason): "altered: \(reason)"
    case .ambiguous(let reason): "ambiguous: \(reason)"
    case .occupied(let reason): "occupied: \(reason)"
    case .file(let error): "file: \(error)"
    case .spec(.file(let path, let error)): "spec: \(path): \(error)"
    case .spec(.mistakes(_, let diagnostics, let isFileMissing)):
      "spec: mistakes: \(diagnostics.count), \(isFileMissing)"
    }
  }
}
