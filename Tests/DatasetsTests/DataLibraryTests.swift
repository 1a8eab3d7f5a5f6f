import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing

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
