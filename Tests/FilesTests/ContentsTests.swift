import Files
import SystemPackage
import Testing
import TestSupport

/// Reading and writing whole files.
struct ContentsTests {
  @Test(arguments: [0, 1, 4095, 4096, 4097, 4098, 65_537, 300_001])
  func `what is written is read back`(count: Int) throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try path.write(bytes)
      #expect(try path.contents() == bytes)
    }
  }

  @Test func `bytes are added at the end`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.append([1])
      try path.append([])
      try path.append([2, 3])
      #expect(try path.contents() == [1, 2, 3])
      #expect(throws: FileError.self) { try FilePath(folder).append([1]) }
    }
  }

  @Test func `a file is created once`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.create([1, 2])
      let error = #expect(throws: FileError.self) { try path.create([3]) }
      #expect(error?.description == "cannot create \(path): File exists")
      #expect(try path.contents() == [1, 2])
    }
  }

  @Test(arguments: [0, 1, 4096, 4097, 5000, 5001])
  func `at most so many bytes are read`(limit: Int) throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
      try path.write(bytes)
      #expect(try path.contents(upTo: limit) == Array(bytes.prefix(limit)))
    }
  }

  @Test(arguments: [1, 7, 4096, 5000, 5001])
  func `a file is read piece by piece`(size: Int) throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0) }
      try path.write(bytes)
      let file = try InputFile(path)
      #expect(file.size == 5000)
      var read: [UInt8] = []
      var chunk: [UInt8] = []
      repeat {
        try file.read(size, into: &chunk)
        #expect(chunk.count <= size)
        read += chunk
      } while chunk.count == size
      #expect(read == bytes)
      try file.read(1, into: &chunk)
      #expect(chunk.isEmpty)
    }
  }

  @Test func `a folder cannot be read piece by piece`() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: FileError.self) { _ = try InputFile(FilePath(folder)) }
      #expect(error?.description == "cannot read \(folder): Is a directory")
    }
  }

  @Test func `a file that says it is empty is read to its end`() throws {
    #if os(Linux)
      #expect(try !FilePath("/proc/self/status").contents().isEmpty)
    #endif
  }

  @Test func `a longer file is replaced as a whole`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.write(Array("a long text".utf8))
      try path.write(Array("short".utf8))
      #expect(try path.contents() == Array("short".utf8))
    }
  }

  @Test func `a replaced file leaves no draft`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.write([1])
      try path.replace(with: [2, 3], draft: FilePath(folder).appending("draft"))
      #expect(try path.contents() == [2, 3])
      #expect(try FilePath(folder).entries() == ["file"])
    }
  }

  @Test func `a file that cannot be replaced leaves no draft`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      try path.makeFolder()
      let error = #expect(throws: FileError.self) {
        try path.replace(with: [2, 3], draft: FilePath(folder).appending("draft"))
      }
      #expect(error?.operation == .rename)
      #expect(error?.path == path)
      #expect(try FilePath(folder).entries() == ["file"])
    }
  }

  @Test func `an error says what could not be done to what, and why`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("missing").appending("file")
      let reading = #expect(throws: FileError.self) { try path.contents() }
      #expect(reading?.description == "cannot open \(path): No such file or directory")
      let writing = #expect(throws: FileError.self) { try path.write([1]) }
      #expect(writing?.description == "cannot create \(path): No such file or directory")
      let listing = #expect(throws: FileError.self) { try FilePath(folder).contents() }
      #expect(listing?.description == "cannot read \(folder): Is a directory")
    }
  }

  @Test func `where there is no file there are no bytes`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      #expect(try path.contentsIfFile() == nil)
      #expect(try FilePath(folder).contentsIfFile() == nil)
      try path.write([1, 2])
      #expect(try path.contentsIfFile() == [1, 2])
      #expect(try path.appending("below").contentsIfFile() == nil)
      let long = FilePath(folder).appending(String(repeating: "n", count: 300))
      let error = #expect(throws: FileError.self) { try long.contentsIfFile() }
      #expect(error?.reason == .fileNameTooLong)
    }
  }

  @Test func `a growing file can be read while it grows`() throws {
    try withTemporaryFolder { folder in
      let path = FilePath(folder).appending("file")
      let file = try AppendingFile(path)
      let again = #expect(throws: FileError.self) { _ = try AppendingFile(path) }
      #expect(again?.reason == .fileExists)
      #expect(try path.contents() == [])
      try file.append([1, 2])
      #expect(try path.contents() == [1, 2])
      try file.append([])
      try file.append([3])
      #expect(try path.contents() == [1, 2, 3])
    }
  }
}
