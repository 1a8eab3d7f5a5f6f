import Experiments
import Files
import Foundation
import SystemPackage
import Testing

@testable import RunRecords

/// What of a folder can be removed.
struct OrphanTests {
  @Test func `runs that are not to be kept are found with their size`() throws {
    try withStore { store in
      let (old, current) = (try run(), try run("seed: 1\n"))
      for run in [old, current] { try record(run, in: store) }
      let size = try store.folder(of: old.id).entries()
        .reduce(0) { try $0 + store.folder(of: old.id).appending($1).contents().count }
      let orphan = RunStore.Orphan(path: store.folder(of: old.id), size: size)
      #expect(try store.orphans(except: [current.id]) == [orphan])
      #expect(try store.orphans(except: [current.id, old.id]) == [])
      try store.remove(orphan)
      #expect(!orphan.path.exists)
      #expect(try store.finished(current) != nil)
      #expect(try names(store.partialFolder).isEmpty)
    }
  }

  @Test func `what does not look like a run is none`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let folder = store.folder(of: run.id)
      try folder.appending("notes.txt").write([65])
      #expect(try store.orphans(except: []) == [])
      try folder.appending("notes.txt").removeFile()
      try folder.appending(RunFile.spec).removeFile()
      #expect(try store.orphans(except: []) == [])
      try store.folder.appending("kkkkkkkkkkkkkkkk").write([65])
      try store.folder.appending("notes").makeFolder()
      try store.folder.appending("zzzzzzzzzzzzzzzz").makeFolder()
      #expect(try store.orphans(except: []) == [])
    }
  }

  @Test func `a folder or a link with the name of a run's file is none of a run's`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let answers = store.folder(of: run.id).appending("predictions.csv")
      try answers.makeFolder()
      try answers.appending("thesis.txt").write([65])
      #expect(try store.orphans(except: []) == [])
      try answers.removeTree()
      try link(answers, to: "/dev/null")
      #expect(try store.orphans(except: []) == [])
      try answers.removeFile()
      #expect(try store.orphans(except: []).count == 1)
    }
  }

  /// Makes a symbolic link.
  private func link(_ path: FilePath, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path.string, withDestinationPath: target)
  }

  @Test func `what is not ours among what runs have left stays`() throws {
    try withStore { store in
      let run = try run()
      try record(run, in: store)
      let kept = [
        "my/thesis.txt", "\(run.id)/spec.yaml", "\(run.id).here-1-1/thesis.txt",
        "\(run.id).torn/spec.yaml/thesis.txt",
      ]
      for name in kept.map({ store.partialFolder.appending($0) }) {
        try name.removingLastComponent().makeFolder()
        try name.write([65])
      }
      try store.partialFolder.appending("thesis.txt").write([65])
      try store.partialFolder.appending("summary.csv").write([65])
      try store.partialFolder.appending("experiment.json.here-1-1").makeFolder()
      try link(store.partialFolder.appending("summary.csv.here-1-1"), to: "thesis.txt")
      #expect(try store.leftovers(files: ["summary.csv", "experiment.json"]) == [])
      try store.tidy()
      #expect(try names(store.partialFolder).count == 8)
      // Nor is it removed where a run's folder is to get its name.
      let inTheWay = store.partialFolder.appending("\(run.id).removed/thesis.txt")
      try inTheWay.removingLastComponent().makeFolder()
      try inTheWay.write([65])
      let orphan = try #require(try store.orphans(except: []).first)
      #expect(throws: FileError.self) { try store.remove(orphan) }
      #expect(inTheWay.exists && orphan.path.exists)
    }
  }

  @Test func `runs that were set aside or half removed are left over`() throws {
    try withStore { store in
      let run = try run()
      for name in ["\(run.id).here-1-1", "\(run.id).removed", "\(run.id).torn"] {
        let folder = store.partialFolder.appending(name)
        try folder.makeFolder()
        #expect(try store.leftovers(files: []).last?.path == folder)
        try folder.appending("model.safetensors").write([65])
      }
      let leftovers = try store.leftovers(files: [])
      #expect(leftovers.map(\.size) == [1, 1, 1])
    }
  }

  @Test func `what is left of runs cut short is found and removed`() throws {
    try withStore { store in
      var writer = RunWriter(try run(), in: store, clock: { .zero })
      try writer.begin()
      try writer.abandon()
      try store.partialFolder.appending("summary.csv.there-9-9").write([65, 66])
      let leftovers = try store.leftovers(files: ["summary.csv"])
      #expect(leftovers.count == 2)
      #expect(leftovers.last?.size == 2)
      for leftover in leftovers { try store.remove(leftover) }
      #expect(try store.leftovers(files: ["summary.csv"]) == [])
      try store.tidy()
      #expect(try store.leftovers(files: ["summary.csv"]) == [])
    }
  }
}
