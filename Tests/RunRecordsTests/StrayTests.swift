import Experiments
import Files
import SystemPackage
import Testing

@testable import RunRecords

/// What of a folder can be removed.
struct StrayTests {
  @Test func `runs that are not to be kept are found with their size`() throws {
    try withStore { store in
      let (old, current) = (try run(), try run("seed: 1\n"))
      for run in [old, current] { try record(run, in: store) }
      let size = try store.folder(of: old.id).entries()
        .reduce(0) { try $0 + store.folder(of: old.id).appending($1).contents().count }
      let stray = RunStore.Stray(path: store.folder(of: old.id), size: size)
      #expect(try store.strays(except: [current.id]) == [stray])
      #expect(try store.strays(except: [current.id, old.id]) == [])
      try store.remove(stray)
      #expect(!stray.path.exists)
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
      #expect(try store.strays(except: []) == [])
      try folder.appending("notes.txt").removeFile()
      try folder.appending(RunFile.spec).removeFile()
      #expect(try store.strays(except: []) == [])
      try store.folder.appending("kkkkkkkkkkkkkkkk").write([65])
      try store.folder.appending("notes").makeFolder()
      try store.folder.appending("zzzzzzzzzzzzzzzz").makeFolder()
      #expect(try store.strays(except: []) == [])
    }
  }

  @Test func `what is left of runs cut short is found and removed`() throws {
    try withStore { store in
      var writer = RunWriter(try run(), in: store, clock: { .zero })
      try writer.begin()
      try writer.abandon()
      try store.partialFolder.appending("summary.csv").write([65, 66])
      let leftovers = try store.leftovers()
      #expect(leftovers.count == 2)
      #expect(leftovers.last?.size == 2)
      for leftover in leftovers { try store.remove(leftover) }
      #expect(try store.leftovers() == [])
      try store.tidy()
      #expect(try store.leftovers() == [])
    }
  }
}
