import Experiments
import Foundation
import Synchronization
import SystemPackage
import TestPlans
import Testing

@testable import Files
@testable import Running

/// What keeps processes from training the same run.
struct ClaimsTests {
  private let machine = ScriptedMachine()

  /// Gives `body` a folder, and the claims in it of this process and of another.
  private func withClaims(
    other process: Int = ScriptedMachine.other, host: String = "here",
    _ body: (FilePath, Claims, Claims) throws -> Void
  ) throws {
    try withFolder { folder in
      let here = machine.context()
      let there = machine.context(process: process, host: host)
      try body(folder, Claims(in: folder, context: here), Claims(in: folder, context: there))
    }
  }

  private func id(_ seed: Int = 0) throws -> RunID { try seeded(seed + 1).runs[seed].id }

  /// Sets when a file was last touched.
  private func set(_ path: FilePath, secondsAgo seconds: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date.now.addingTimeInterval(-seconds)], ofItemAtPath: path.string)
  }

  @Test func `a run is one process's alone`() throws {
    try withClaims { _, mine, others in
      let (stopMine, stopOthers) = (try mine.begin(), try others.begin())
      let (first, second) = (try id(), try id(1))
      #expect(try mine.take(first))
      #expect(try !others.take(first))
      #expect(try others.take(second))
      #expect(try !mine.take(second))
      #expect(!mine.areFree(second) && !others.areFree(first))
      others.release(second)
      #expect(mine.areFree(second))
      #expect(try mine.take(second))
      stopMine()
      #expect(others.areFree(first) && others.areFree(second))
      #expect(try others.take(first))
      stopOthers()
    }
  }

  @Test func `who ends leaves nothing, and what is others' alone`() throws {
    try withClaims { folder, mine, others in
      let stopMine = try mine.begin()
      let claims = folder.appending(".claims")
      #expect(try names(claims) == ["here-\(ScriptedMachine.own)"])
      let stopOthers = try others.begin()
      let id = try id()
      #expect(try others.take(id))
      // Not its own to give up.
      mine.release(id)
      #expect(!mine.areFree(id))
      stopMine()
      #expect(
        try names(claims).sorted() == [id.description, "here-\(ScriptedMachine.other)"].sorted())
      stopOthers()
      #expect(!claims.exists)
      #expect(machine.timerCount == 0)
    }
  }

  @Test func `a claim of a process that has ended means nothing`() throws {
    try withClaims(other: ScriptedMachine.ended) { _, mine, ended in
      _ = try ended.begin()
      let id = try id()
      #expect(try ended.take(id))
      let stop = try mine.begin()
      #expect(mine.areFree(id))
      #expect(try mine.take(id))
      stop()
    }
  }

  /// As the first process of a container has, each time that this is started.
  @Test func `a claim of an earlier process of the same number means nothing`() throws {
    try withClaims(other: ScriptedMachine.own) { folder, mine, earlier in
      _ = try earlier.begin()
      let id = try id()
      #expect(try earlier.take(id))
      #expect(!Claims.areHeld(in: folder, context: machine.context()))
      #expect(Claims.areHeld(in: folder, context: machine.context(process: ScriptedMachine.other)))
      let stop = try mine.begin()
      #expect(mine.areFree(id))
      #expect(try mine.take(id))
      stop()
    }
  }

  /// Containers may share the name of their machine, and each has processes with the first numbers.
  @Test func `a process of another namespace has not ended because there is none here`() throws {
    try withFolder { folder in
      let there = machine.context(process: ScriptedMachine.ended, namespace: "4026532281")
      let others = Claims(in: folder, context: there)
      _ = try others.begin()
      let id = try id()
      #expect(try others.take(id))
      let mine = Claims(in: folder, context: machine.context())
      let stop = try mine.begin()
      #expect(try !mine.take(id))
      stop()
    }
  }

  @Test func `one process at a time takes over what is abandoned`() throws {
    try withClaims(other: ScriptedMachine.ended) { folder, mine, ended in
      _ = try ended.begin()
      let id = try id()
      #expect(try ended.take(id))
      let stop = try mine.begin()
      let lock = try FolderLock.acquire(folder)
      #expect(try !mine.take(id))
      lock?.release()
      #expect(try mine.take(id))
      stop()
    }
  }

  @Test func `whether a process of another machine has ended is told by its pulse`() throws {
    try withClaims(other: ScriptedMachine.ended, host: "there") { folder, mine, others in
      _ = try others.begin()
      let id = try id()
      #expect(try others.take(id))
      let stop = try mine.begin()
      let pulse = folder.appending(".claims/there-\(ScriptedMachine.ended)")
      for seconds in [0.0, 50] {
        try set(pulse, secondsAgo: seconds)
        #expect(try !mine.take(id))
        #expect(Claims.areHeld(in: folder, context: machine.context()))
      }
      try set(pulse, secondsAgo: 70)
      #expect(mine.areFree(id))
      #expect(try mine.take(id))
      // What it knows of the other's end is no reason to hold the other's run for ever.
      try pulse.touch()
      #expect(try !others.take(id))
      stop()
    }
  }

  @Test func `claims are renewed while their process lives`() throws {
    try withClaims { folder, mine, _ in
      let stop = try mine.begin()
      let id = try id()
      #expect(try mine.take(id))
      let pulse = folder.appending(".claims/here-\(ScriptedMachine.own)")
      let claim = folder.appending(".claims/\(id)")
      #expect(claim.isSame(as: pulse))
      for _ in 0..<3 {
        try set(pulse, secondsAgo: 1000)
        let old = try #require(claim.modificationTime)
        machine.advance(by: .seconds(9))
        #expect(claim.modificationTime == old)
        machine.advance(by: .seconds(1))
        #expect(try #require(claim.modificationTime) > old + 900)
      }
      stop()
      try folder.appending(".claims").makeFolder()
      machine.advance(by: .seconds(100))
      #expect(!pulse.exists)
    }
  }

  @Test(arguments: [Errno.notPermitted, .notSupported, .tooManyLinks, .noFunction])
  func `where there are no links claims are files`(reason: Errno) throws {
    try withFolder { folder in
      func claims(_ process: Int) -> Claims {
        Claims(in: folder, context: machine.context(process: process)) {
          (file, _) throws(FileError) in throw FileError(.create, file, reason)
        }
      }
      let (mine, others) = (claims(ScriptedMachine.own), claims(ScriptedMachine.other))
      let (stopMine, stopOthers) = (try mine.begin(), try others.begin())
      let id = try id()
      #expect(try mine.take(id))
      #expect(try !others.take(id))
      let claim = folder.appending(".claims/\(id)")
      #expect(!claim.isSame(as: folder.appending(".claims/here-\(ScriptedMachine.own)")))
      // Each has a time of its own.
      try set(claim, secondsAgo: 1000)
      machine.advance(by: .seconds(10))
      #expect(try !others.take(id))
      try set(claim, secondsAgo: 1000)
      #expect(try others.take(id))
      stopMine()
      stopOthers()
      #expect(try names(folder) == [".lock"])
    }
  }

  @Test func `another failure of the system is told`() throws {
    try withFolder { folder in
      let claims = Claims(in: folder, context: machine.context()) { (file, _) throws(FileError) in
        throw FileError(.create, file, .noSpace)
      }
      let stop = try claims.begin()
      let error = #expect(throws: FileError.self) { try claims.take(id()) }
      #expect(error?.reason == .noSpace)
      stop()
    }
  }

  @Test func `a pulse that someone has removed is made again`() throws {
    try withClaims { folder, mine, others in
      let (stopMine, stopOthers) = (try mine.begin(), try others.begin())
      try folder.appending(".claims").removeTree()
      #expect(try mine.take(id()))
      #expect(try !others.take(id()))
      stopMine()
      stopOthers()
      #expect(try names(folder).isEmpty)
    }
  }

  @Test(arguments: ["", "notes", "here", "here x\n", "here 1 2\n"])
  func `what is no claim holds a run as long as a claim that nobody renews`(text: String) throws {
    try withClaims { folder, mine, _ in
      let stop = try mine.begin()
      let claim = folder.appending(".claims/\(try id())")
      try claim.write(Array(text.utf8))
      #expect(try !mine.take(id()))
      try set(claim, secondsAgo: 61)
      #expect(try mine.take(id()))
      stop()
    }
  }

  @Test func `who is at work can be told by looking`() throws {
    try withFolder { folder in
      let here = machine.context()
      #expect(!Claims.areHeld(in: folder, context: here))
      for process in [ScriptedMachine.ended, ScriptedMachine.own] {
        _ = try Claims(in: folder, context: machine.context(process: process)).begin()
      }
      #expect(!Claims.areHeld(in: folder, context: here))
      let other = Claims(in: folder, context: machine.context(process: ScriptedMachine.other))
      let stop = try other.begin()
      #expect(Claims.areHeld(in: folder, context: here))
      stop()
      #expect(!Claims.areHeld(in: folder, context: here))
      _ = try Claims(in: folder, context: machine.context(process: 1, host: "there")).begin()
      #expect(Claims.areHeld(in: folder, context: here))
      try set(folder.appending(".claims/there-1"), secondsAgo: 70)
      #expect(!Claims.areHeld(in: folder, context: here))
    }
  }

  @Test func `what processes that have ended have left is removed, and nothing else`() throws {
    try withFolder { folder in
      let here = machine.context()
      let kept = [("here", ScriptedMachine.other), ("there", ScriptedMachine.ended)]
      for (host, process) in kept + [("here", ScriptedMachine.ended)] {
        _ = try Claims(in: folder, context: machine.context(process: process, host: host)).begin()
      }
      let claims = folder.appending(".claims")
      try claims.appending("notes.txt").write([65])
      Claims.removeAbandoned(in: folder, context: here)
      #expect(
        try names(claims).sorted()
          == (kept.map { "\($0)-\($1)" } + ["notes.txt"]).sorted())
      try claims.removeTree()
      _ = try Claims(in: folder, context: machine.context(process: ScriptedMachine.ended)).begin()
      Claims.removeAbandoned(in: folder, context: here)
      #expect(!claims.exists)
      Claims.removeAbandoned(in: folder, context: here)
    }
  }
}
