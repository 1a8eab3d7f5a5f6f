import Experiments
import Foundation
import RunRecords
import SystemPackage
import TestPlans
import TestSupport
import Testing

@testable import Files
@testable import Running

/// Experiments whose files cannot be read or written.
struct FileFailureTests {
  private static let noSpace = FileError(.write, "summary.csv", .noSpace)

  /// The files of an experiment, some of which cannot be made.
  private func files(failing names: Set<String>) -> [ResultFile] {
    scriptedFiles.map { file in
      guard names.contains(file.name) else { return file }
      return ResultFile(file.name) { (_, _) throws(FileError) in throw Self.noSpace }
    }
  }

  @Test func `a file that cannot be made is told, and the others are made`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      let end = try experiment.run(files: files(failing: ["aggregate.csv"]))
      #expect(experiment.events.suffix(2) == ["file failed: summary.csv", "ended"])
      #expect(end.missingFiles == ["aggregate.csv"])
      #expect(end.result.counts[.completed] == 2)
      let found = try names(experiment.store.folder)
      #expect(found.contains("summary.csv") && found.contains("experiment.json"))
      #expect(!found.contains("aggregate.csv") && !found.contains(".partial"))
    }
  }

  @Test func `one reason is told once`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      let end = try experiment.run(files: files(failing: ["aggregate.csv", "summary.csv"]))
      #expect(experiment.events.count { $0.hasPrefix("file failed") } == 1)
      #expect(end.missingFiles == ["aggregate.csv", "summary.csv"])
    }
  }

  @Test func `a folder in place of a file is told by its name`() throws {
    try withFolder { folder in
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      try experiment.store.folder.appending("summary.csv/inside").makeFolder()
      let end = try experiment.run()
      #expect(experiment.events.contains("file failed: summary.csv"))
      #expect(end.missingFiles == ["summary.csv"])
    }
  }

  @Test func `an experiment that has no folder is not begun`() throws {
    try withFolder { folder in
      try folder.appending("spec").write([65])
      let experiment = ScriptedExperiment(try seeded(2), in: folder)
      let end = try experiment.run()
      #expect(experiment.events == ["obstructed: \(Errno.fileExists)", "ended"])
      #expect(end.obstacle?.reason == .fileExists)
      #expect(end.result.records.map(\.status) == [.interrupted, .interrupted])
      #expect(end.result.earlyEnd == nil && end.provenance == nil)
      #expect(experiment.launcher.launched.isEmpty)
      #expect(experiment.machine.timerCount == 0)
    }
  }

  @Test func `a curve that an expectation needs and cannot be read is told`() throws {
    try withFolder { folder in
      let plan = try seeded(2, "expect: [{metric: train_loss, at: best, max: 9}]")
      let experiment = ScriptedExperiment(plan, in: folder, [1: .vanishes(loss: 1)])
      let end = try experiment.run(files: [])
      #expect(end.expectations.map(\.verdict) == [.held])
      let stopping = try seeded(
        2, "early_stopping: {monitor: train_loss}\nexpect: [{metric: train_loss, at: last, max: 9}]"
      )
      let other = ScriptedExperiment(stopping, in: folder, [1: .vanishesEarly(loss: 1)])
      let ended = try other.run(files: [])
      #expect(other.events.suffix(2) == ["file failed: loss_curve.csv", "ended"])
      #expect(ended.expectations.map(\.verdict) == [.failed])
      #expect(ended.expectations.first?.worst.finding == .nothing(.notInCurve))
    }
  }

  /// Makes what a folder has unwritable, and at last writable again.
  private func withReadOnly(_ folder: FilePath, _ body: () throws -> Void) throws {
    func set(_ permissions: Int) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: folder.string)
    }
    try set(0o555)
    defer { try? set(0o755) }
    try body()
  }

  /// Tests/Faults/places.py does this on a file system that is read-only, as which root may run it.
  @Test(.enabled(if: geteuid() != 0, "root may write into any folder"))
  func `a whole experiment in a folder that cannot be written is as if it had been run`() throws {
    try withFolder { folder in
      let plan = try seeded(3, "expect: [{metric: train_loss, max: 1}]")
      let first = ScriptedExperiment(plan, in: folder)
      try first.run()
      try first.store.folder.appending(".lock").removeFile()
      try withReadOnly(first.store.folder) {
        let second = ScriptedExperiment(plan, in: folder)
        let end = try second.run()
        #expect(
          second.events == ["planned 3"] + (0..<3).map { "cached \($0) completed" }
            + ["round ended", "ended"])
        #expect(end.obstacle == nil && end.result.counts.cached == 3)
        #expect(end.expectations.map(\.verdict) == [.failed])
        let forced = ScriptedExperiment(plan, in: folder)
        #expect(try forced.run(isForced: true).obstacle?.reason == .permissionDenied)
        let longer = ScriptedExperiment(try seeded(4), in: folder)
        #expect(try longer.run().obstacle?.reason == .permissionDenied)
      }
      try first.store.folder.appending("summary.csv").append([65])
      try withReadOnly(first.store.folder) {
        let altered = ScriptedExperiment(plan, in: folder)
        let end = try altered.run()
        #expect(end.obstacle?.reason == .permissionDenied)
        #expect(altered.events == ["obstructed: \(Errno.permissionDenied)", "ended"])
      }
    }
  }
}
