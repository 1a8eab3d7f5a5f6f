internal import Digests
internal import Experiments
internal import SystemPackage

extension Dataset {
  /// The data of files of one array each, whose paths count from `root`.
  init(_ files: ArrayFiles, root: FilePath) throws(DataProblem) {
    let (format, key) = (files.format, files.format.rawValue)
    switch files.paths {
    case .table(let path):
      let file = try ArrayFile(path, format, root: root, keys: [key])
      let columns = file.array.layout.columns
      guard columns > 1 else {
        throw DataProblem(
          of: path, "has one column, but the last is the target and the others are inputs",
          note: "targets of their own are {\(key): {inputs: x.\(key), targets: y.\(key)}}",
          keys: [key])
      }
      self.init(
        file.array.table(0..<columns - 1), file.array.table(columns - 1..<columns),
        largestInput: file.array.largest,
        source: .arrays(files.withDigest(file.digest.short.description)))
    case .pair(let inputPath, let targetPath):
      let inputs = try ArrayFile(inputPath, format, root: root, keys: [key, "inputs"])
      let targets = try ArrayFile(targetPath, format, root: root, keys: [key, "targets"])
      var hash = SHA256()
      hash.update(inputs.digest.bytes)
      hash.update(targets.digest.bytes)
      try self.init(
        inputs.array, targets.array,
        targets: (targetPath, [key, "targets"]),
        source: .arrays(files.withDigest(hash.finalize().short.description)))
    }
  }

  /// The inputs of files of one array each, without targets.
  ///
  /// - Parameter count: how many inputs there should be: an array with one column more has a target in
  ///   the last.
  init(inputsOf files: ArrayFiles, root: FilePath, count: Int) throws(DataProblem) {
    let (format, key) = (files.format, files.format.rawValue)
    let array =
      switch files.paths {
      case .table(let path): try ArrayFile(path, format, root: root, keys: [key]).array
      case .pair(let path, _): try ArrayFile(path, format, root: root, keys: [key, "inputs"]).array
      }
    let columns = array.layout.columns
    self.init(
      inputs: array.table(0..<(columns == count + 1 ? count : columns)),
      largestInput: array.largest)
  }

  /// Joins an array of inputs and one of targets.
  ///
  /// - Parameter name: what messages call the targets, and the keys that name them in the spec.
  /// - Throws: where they have not equally many rows.
  init(
    _ inputs: DataArray, _ targets: DataArray, targets name: (String, keys: [String]),
    source: DatasetSource
  ) throws(DataProblem) {
    guard inputs.layout.rows == targets.layout.rows else {
      throw DataProblem(
        of: name.0, "has \(targets.layout.rows) rows, but the inputs have \(inputs.layout.rows)",
        note: "the first axis of both counts the same rows", keys: name.keys)
    }
    self.init(
      inputs.table(0..<inputs.layout.columns), targets.table(0..<targets.layout.columns),
      largestInput: inputs.largest, source: source)
  }
}

/// An array that is a file of its own.
private struct ArrayFile {
  /// What it is.
  let array: DataArray
  /// What the bytes of the file hash to.
  let digest: SHA256.Digest

  /// Reads a file.
  ///
  /// - Parameter keys: where the spec names it, inside the value of `dataset`.
  init(
    _ path: String, _ format: ArrayFiles.Format, root: FilePath, keys: [String]
  ) throws(DataProblem) {
    do throws(ArrayFault) {
      var stream = try ByteStream(root.pushing(FilePath(path)))
      array = try DataArray(format, from: &stream)
      digest = try stream.digest()
      if format == .idx, keys.last == "targets", array.layout.shape.count > 2 {
        throw .idx(.targetAxes(array.layout.shape.count))
      }
    } catch {
      throw DataProblem(error, of: path, keys: keys)
    }
  }
}

extension DataProblem {
  /// What keeps a file of arrays from being read.
  ///
  /// - Parameters:
  ///   - name: what messages call the file, or the array in it.
  ///   - path: the file.
  ///   - keys: where the spec names it, inside the value of `dataset`.
  init(_ fault: ArrayFault, of name: String, keys: [String]) {
    if case .bytes(.file(let fault)) = fault, fault.isFileMissing {
      self.init(missingFile: name, keys: keys)
    } else {
      self.init(of: name, fault.fault, note: fault.note, keys: keys)
    }
  }
}
