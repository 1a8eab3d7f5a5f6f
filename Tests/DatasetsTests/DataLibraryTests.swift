import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing
import Vocabulary

/// What is read once, and what it hashes to.
struct DataLibraryTests {
  private func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: name))
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: corpusDataFolder + "/" + name)))
  }

  @Test func `a file is read once`() throws {
    try withTemporaryFolder { folder in
      try write(folder + "/x.npy", bytes("f4.npy"))
      let source = DatasetSource.arrays(ArrayFiles(.npy, .table("x.npy")))
      var library = DataLibrary(root: FilePath(folder))
      #expect(library[source]?.rows == nil)
      let facts = try library.facts(of: source)
      try FileManager.default.removeItem(atPath: folder + "/x.npy")
      #expect(try library.facts(of: source) == facts)
      let digest = try #require(facts.source?.digest)
      let checked = DatasetSource.arrays(ArrayFiles(.npy, .table("x.npy"), digest: digest))
      #expect(try library.facts(of: checked) == facts)
      #expect(library[checked]?.rows == 2)
    }
  }

  @Test func `runs are given what was read before`() throws {
    try withTemporaryFolder { folder in
      let rows = (0..<12).map { "\($0),\($0 % 3 == 0 ? "oak" : "elm")\n" }
      try write(folder + "/trees.csv", Array(("size,kind\n" + rows.joined()).utf8))
      try write(folder + "/held.csv", Array("kind,size\nelm,7\noak,9\n".utf8))
      var library = DataLibrary(root: FilePath(folder))
      let facts = try library.facts(of: try #require(DatasetSource(.text("trees.csv"))))
      let source = try #require(facts.source)
      let held = try #require(DatasetSource(.text("held.csv"))).readAs(facts)
      let test = try #require(try library.facts(of: held).source)
      for name in ["/trees.csv", "/held.csv"] {
        try FileManager.default.removeItem(atPath: folder + name)
      }
      #expect(try library.facts(of: source) == facts)
      for number in 1...3 {
        let split = Split(
          test: .source(test), fold: Split.Fold(number, of: 3), isStratified: true)
        let data = library.prepared(for: DataSelection(source, split: split))
        #expect(data.rows == RowCounts(train: 8, validation: 4, test: 2))
        #expect(data.test?.inputs == [7, 9] && data.test?.targets == [0, 1])
      }
    }
  }

  @Test func `the digest is of every byte of every file`() throws {
    try withTemporaryFolder { folder in
      let original = try bytes("f4.npy")
      func digest() throws -> String? {
        try read(.pair(inputs: "x.npy", targets: "y.npy"), root: folder).facts.source?.digest
      }
      try write(folder + "/x.npy", original)
      try write(folder + "/y.npy", original)
      let first = try #require(try digest())
      #expect(first.count == 16)
      #expect(try digest() == first)
      for name in ["/x.npy", "/y.npy"] {
        var changed = original
        changed[changed.count - 4] ^= 1
        try write(folder + name, changed)
        #expect(try digest() != first)
        try write(folder + name, original)
      }
      #expect(try digest() == first)
    }
  }

  @Test func `a table's digest is that of its file`() throws {
    // SHA-256 of the file by `sha256sum`, its first 16 digits as letters from z to k.
    #expect(try read(.table("u1.npy")).facts.source?.digest == "mtkwpopkuuzunnry")
  }

  @Test func `other content than the digest says is refused`() throws {
    let problem = try #require(throws: DataProblem.self) {
      _ = try read(.table("u1.npy"), digest: "kkkkkkkkkkkkkkkk")
    }
    #expect(problem.fault == "has other content than the digest says")
    #expect(problem.note?.contains("mtkwpopkuuzunnry") == true)
    #expect(problem.keys == ["digest"])
  }

  @Test func `paths count from the root unless they begin at another`() throws {
    #expect(try read(.table(corpusDataFolder + "/u1.npy"), root: "/nowhere").rows == 2)
    let problem = try #require(throws: DataProblem.self) {
      _ = try read(.table("u1.npy"), root: "/nowhere")
    }
    #expect(problem.isFileMissing)
    #expect(problem.name == "u1.npy")
  }
}
