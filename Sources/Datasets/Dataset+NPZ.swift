internal import Digests
internal import Experiments
internal import SystemPackage

extension Dataset {
  /// The data of an archive of NumPy's arrays, whose path counts from `root`.
  init(_ file: NPZFile, root: FilePath) throws(DataProblem) {
    let stream = try NPZReader.open(file, root)
    var reader = try NPZReader(file, NPZReader.directory(file, stream), stream)
    let names = try reader.names()
    let (inputs, targets) = try reader.arrays(names)
    let digest = try reader.digest()
    try self.init(
      inputs, targets, targets: (reader.title(of: names.targets), ["targets"]),
      source: .npz(file.withDigest(digest.short.description)))
  }

  /// The inputs in an archive, without targets.
  init(inputsOf file: NPZFile, root: FilePath) throws(DataProblem) {
    let stream = try NPZReader.open(file, root)
    var reader = try NPZReader(file, NPZReader.directory(file, stream), stream)
    let inputs = try reader.inputs(try reader.names().inputs)
    self.init(inputs: inputs.table(0..<inputs.layout.columns), largestInput: inputs.largest)
  }
}

/// Reads arrays of an archive, from its beginning to its end.
private struct NPZReader: ~Copyable {
  private let file: NPZFile
  private let directory: ZipDirectory
  private var stream: ByteStream

  /// Begins at the start of a file with a directory.
  init(_ file: NPZFile, _ directory: ZipDirectory, _ stream: consuming ByteStream) {
    self.file = file
    self.directory = directory
    self.stream = stream
  }

  /// Opens a file.
  static func open(_ file: NPZFile, _ root: FilePath) throws(DataProblem) -> ByteStream {
    do throws(ArrayFault) {
      return try ByteStream(root.pushing(FilePath(file.path)))
    } catch {
      throw DataProblem(error, of: file.path, keys: ["npz"])
    }
  }

  /// Reads the directory of a file.
  static func directory(
    _ file: NPZFile, _ stream: borrowing ByteStream
  ) throws(DataProblem) -> ZipDirectory {
    do throws(ArrayFault) {
      return try ZipDirectory(stream)
    } catch {
      throw DataProblem(error, of: file.path, keys: ["npz"])
    }
  }

  /// The names of the arrays to read.
  ///
  /// - Throws: what to write, where the spec does not name them.
  func names() throws(DataProblem) -> NPZFile.Arrays {
    if let arrays = file.arrays { return arrays }
    let names = directory.arrayNames
    let shown = names.prefix(10).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
    let likely = Self.likely(among: names)
    throw DataProblem(
      of: file.path,
      names.isEmpty
        ? "has no arrays"
        : "has arrays of which inputs and targets must be named: "
          + shown + (names.count > 10 ? ", …" : ""),
      note: "such as {npz: \(file.path), inputs: \(likely.inputs), targets: \(likely.targets)}",
      keys: ["npz"])
  }

  /// The names that likely mean inputs and targets.
  private static func likely(among names: [String]) -> NPZFile.Arrays {
    let usual = [
      ("x", "y"), ("X", "y"), ("inputs", "targets"), ("x_train", "y_train"), ("X_train", "y_train"),
      ("arr_0", "arr_1"),
    ]
    let pair = usual.first { names.contains($0.0) && names.contains($0.1) } ?? ("x", "y")
    return NPZFile.Arrays(inputs: pair.0, targets: pair.1)
  }

  /// Reads both arrays, in the order of their places in the file.
  mutating func arrays(
    _ names: NPZFile.Arrays
  ) throws(DataProblem) -> (inputs: DataArray, targets: DataArray) {
    let inputs = try index(of: names.inputs, key: "inputs")
    let targets = try index(of: names.targets, key: "targets")
    if inputs == targets {
      let array = try array(inputs, names.inputs, key: "inputs")
      return (array, array)
    }
    if inputs < targets {
      let first = try array(inputs, names.inputs, key: "inputs")
      return (first, try array(targets, names.targets, key: "targets"))
    }
    let first = try array(targets, names.targets, key: "targets")
    return (try array(inputs, names.inputs, key: "inputs"), first)
  }

  /// Reads the array of inputs alone.
  mutating func inputs(_ name: String) throws(DataProblem) -> DataArray {
    try array(index(of: name, key: "inputs"), name, key: "inputs")
  }

  /// What the bytes of the whole file hash to.
  mutating func digest() throws(DataProblem) -> SHA256.Digest {
    do throws(ArrayFault) {
      return try stream.digest()
    } catch {
      throw DataProblem(error, of: file.path, keys: ["npz"])
    }
  }

  /// What messages call an array.
  func title(of name: String) -> String { "\(file.path)/\(name).npy" }

  /// The place of an array among the members.
  private func index(of name: String, key: String) throws(DataProblem) -> Int {
    do throws(ArrayFault) {
      return try directory.index(of: name)
    } catch {
      throw DataProblem(
        of: file.path, error.fault, note: error.note,
        suggestion: DataProblem.Suggestion(
          for: name, among: Array(directory.arrayNames.prefix(1000))), keys: [key])
    }
  }

  /// Reads an array.
  private mutating func array(
    _ index: Int, _ name: String, key: String
  ) throws(DataProblem) -> DataArray {
    do throws(ArrayFault) {
      try stream.begin(directory.part(index, in: stream))
      return try DataArray(.npy, from: &stream)
    } catch {
      throw DataProblem(error, of: title(of: name), keys: [key])
    }
  }
}
