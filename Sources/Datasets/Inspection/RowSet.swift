/// The rows of a part of the data, to be found again by what they are.
///
/// Rows are found by hashes and then compared, so that none is taken for another. In a set of a
/// million rows one in 10¹³ is not found, as another has its hash.
struct RowSet {
  /// The part.
  private let part: DataSubset
  /// By the hash of its inputs, a row that has them.
  private var rowsByInputs: [UInt64: Int] = [:]
  /// By the hash of its inputs and targets, a row that has these.
  private var rowsByEverything: [UInt64: Int] = [:]

  /// The rows of a part.
  ///
  /// - Complexity: O(rows × (inputs + targets)), in memory of O(rows).
  init(_ part: DataSubset) {
    self.part = part
    let hashes = part.rowHashes
    rowsByInputs.reserveCapacity(part.rows)
    rowsByEverything.reserveCapacity(part.rows)
    for (row, hash) in hashes.enumerated() {
      rowsByInputs[hash.inputs] = row
      rowsByEverything[hash.everything] = row
    }
  }

  /// Of the rows of another part, how many are in the set too, and of how many only the inputs are.
  func counts(of other: DataSubset) -> (whole: Int, inputsAlone: Int) {
    var (whole, inputsAlone) = (0, 0)
    for (row, hash) in other.rowHashes.enumerated() {
      if let known = rowsByEverything[hash.everything], part.isSame(known, row, of: other) {
        whole += 1
      } else if let known = rowsByInputs[hash.inputs], part.hasSameInputs(known, row, of: other) {
        inputsAlone += 1
      }
    }
    return (whole, inputsAlone)
  }
}

extension DataSubset {
  /// A hash of the inputs of each row, and one of inputs and targets, in the order of the rows.
  fileprivate var rowHashes: [(inputs: UInt64, everything: UInt64)] {
    var hashes: [(inputs: UInt64, everything: UInt64)] = []
    hashes.reserveCapacity(rows)
    dataset.inputs.forEachRow(of: indices) { row in
      let hash = Self.hash(row, from: 0)
      hashes.append((hash, hash))
    }
    var next = 0
    dataset.targets.forEachRow(of: indices) { row in
      hashes[next].everything = Self.hash(row, from: hashes[next].inputs)
      next += 1
    }
    return hashes
  }

  /// A hash of numbers: equal numbers have equal ones, 0 and −0 too, and so have all that are NaN.
  private static func hash(_ numbers: Span<Double>, from seed: UInt64) -> UInt64 {
    var hash = seed
    for index in numbers.indices {
      let number = numbers[index]
      let bits = number.isNaN ? .max : number == 0 ? 0 : number.bitPattern
      // A step of SplitMix64, whose mixing spreads each bit over all others.
      hash = (hash ^ bits) &+ 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      hash ^= hash >> 31
    }
    return hash
  }

  /// Whether a row has the same inputs as one of another part.
  fileprivate func hasSameInputs(_ row: Int, _ otherRow: Int, of other: DataSubset) -> Bool {
    dataset.inputs.isSame(indices[row], other.indices[otherRow], of: other.dataset.inputs)
  }

  /// Whether a row has the same inputs and targets as one of another part.
  fileprivate func isSame(_ row: Int, _ otherRow: Int, of other: DataSubset) -> Bool {
    hasSameInputs(row, otherRow, of: other)
      && dataset.targets.isSame(indices[row], other.indices[otherRow], of: other.dataset.targets)
  }
}

extension Table {
  /// Whether a row has the same numbers as one of another table; what is missing is the same.
  fileprivate func isSame(_ row: Int, _ otherRow: Int, of other: Table) -> Bool {
    columns == other.columns
      && (0..<columns).allSatisfy { column in
        let (number, otherNumber) = (self[row, column], other[otherRow, column])
        return number == otherNumber || (number.isNaN && otherNumber.isNaN)
      }
  }
}
