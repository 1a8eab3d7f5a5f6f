internal import Crypto
internal import Experiments
internal import SystemPackage

extension Dataset {
  /// The data of NumPy's files, whose paths count from `root`.
  init(_ files: NPYFiles, root: FilePath) throws(DataProblem) {
    switch files.paths {
    case .table(let path):
      let array = try NPYArray(path, root, keys: ["npy"])
      let columns = array.header.columns
      guard columns > 1 else {
        throw DataProblem(
          of: path, "has one column, but the last is the target and the others are inputs",
          note: "targets of their own are {npy: {inputs: x.npy, targets: y.npy}}", keys: ["npy"])
      }
      self.init(
        array.table(0..<columns - 1), array.table(columns - 1..<columns),
        largestInput: array.largest,
        source: .npy(NPYFiles(files.paths, digest: reverseHexadecimal(array.digest))))
    case .pair(let inputPath, let targetPath):
      let inputs = try NPYArray(inputPath, root, keys: ["npy", "inputs"])
      let targets = try NPYArray(targetPath, root, keys: ["npy", "targets"])
      guard inputs.header.rows == targets.header.rows else {
        throw DataProblem(
          of: targetPath,
          "has \(targets.header.rows) rows, but the inputs have \(inputs.header.rows)",
          keys: ["npy", "targets"])
      }
      var hash = SHA256()
      hash.update(data: Array(inputs.digest) + Array(targets.digest))
      self.init(
        inputs.table(0..<inputs.header.columns), targets.table(0..<targets.header.columns),
        largestInput: inputs.largest,
        source: .npy(NPYFiles(files.paths, digest: reverseHexadecimal(hash.finalize()))))
    }
  }
}

/// An array of NumPy in memory.
private struct NPYArray {
  /// What there is.
  let header: NPYHeader
  /// The elements, in C order.
  let numbers: Numbers
  /// The greatest magnitude among them.
  let largest: Double
  /// What the bytes of the file hash to.
  let digest: SHA256Digest

  /// Reads a file.
  ///
  /// - Parameter keys: where the spec names it, inside the value of `dataset`.
  init(_ path: String, _ root: FilePath, keys: [String]) throws(DataProblem) {
    var columns: Int?
    do throws(NPYFault) {
      var reader = try NPYReader(root.pushing(FilePath(path)))
      header = try reader.header()
      columns = header.columns
      numbers = try reader.numbers(header)
      largest = reader.largest
      digest = reader.digest
    } catch {
      if case .reading(let fault) = error, fault.isFileMissing {
        throw DataProblem(missingFile: path, keys: keys)
      }
      throw DataProblem(
        of: path, error.fault(columns: columns), note: error.note, keys: keys)
    }
  }

  /// Some of the columns.
  func table(_ columns: Range<Int>) -> Table {
    Table(numbers, rows: header.rows, stride: header.columns, columns: columns)
  }
}
