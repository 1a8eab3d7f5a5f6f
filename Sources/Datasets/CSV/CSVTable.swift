internal import Digests
internal import Dispatch
internal import Experiments
internal import SystemPackage

/// The values of a file's columns, as they were read.
struct CSVTable {
  /// What the columns are read for.
  let layout: CSVLayout
  /// How many rows there are; at least one.
  let rows: Int
  /// The values `[rows × width]`: numbers, the places of texts among those of their column, and NaN for
  /// fields that are empty.
  let numbers: [Double]
  /// For each slot of texts what they are, in the order of their bytes.
  let texts: [[String]]
  /// For each slot which fields are empty; nothing where none is.
  let missing: [CSVFault.Misfits]
  /// What the content of the file hashes to.
  let digest: SHA256.Digest
  /// Which rows of the file these are, counted from 0; nil where they are all.
  let sourceRows: [Int]?
  /// How many rows of the file are not among these.
  let incompleteRows: Int
  /// The greatest magnitude among the numbers of inputs.
  let largestInput: Double
  /// A bound of the magnitudes of numbers of targets.
  let largestTarget: Double

  /// Some of the rows of a file.
  init(_ table: CSVTable, numbers: [Double], texts: [[String]], sourceRows: [Int]) {
    incompleteRows = table.rows - sourceRows.count
    layout = table.layout
    rows = sourceRows.count
    self.numbers = numbers
    self.texts = texts
    missing = []
    largestInput = Self.largestInput(numbers, table.layout)
    largestTarget = table.largestTarget
    digest = table.digest
    self.sourceRows = sourceRows
  }

  /// Reads a file.
  ///
  /// - Parameter threads: how many may read it at once; the result is the same for any number.
  init(_ file: CSVFile, at path: FilePath, threads: Int) throws(CSVFault) {
    var start = try CSVStart(file, at: path)
    let layout = start.layout
    var capacity = start.likelyRows
    while true {
      let size = capacity * layout.width * MemoryLayout<Double>.size
      guard fitsMemory(size) else { throw .memory(size) }
      let queue = CSVQueue(start.first, start.blocks)
      let reader = CSVBlockReader(layout, delimiter: file.delimiter)
      var numbers = [Double](unsafeUninitializedCapacity: capacity * layout.width) { room, count in
        let room = UnsafeMutableBufferPointer(rebasing: room[..<(capacity * layout.width)])
        LargePages.advise(room)
        Self.readAll(queue, with: reader, into: room, threads: threads)
        count = min(capacity, queue.rows) * layout.width
      }
      let parts = try queue.found()
      if queue.rows <= capacity {
        self.layout = layout
        rows = queue.rows
        digest = queue.digest
        missing = try Self.missing(in: parts, layout)
        largestInput = parts.reduce(0) { max($0, $1.findings.largest.input) }
        largestTarget = parts.reduce(0) { max($0, $1.findings.largest.target) }
        texts = try Self.unify(parts, layout, &numbers)
        self.numbers = numbers
        incompleteRows = 0
        sourceRows = nil
        return
      }
      // Rows got shorter further down: there was no room for the last of them.
      capacity = queue.rows
      start = try CSVStart(file, at: path)
    }
  }

  /// Has threads read all blocks that fit, each to where its rows belong.
  private static func readAll(
    _ queue: CSVQueue, with reader: CSVBlockReader,
    into room: UnsafeMutableBufferPointer<Double>, threads: Int
  ) {
    let width = reader.layout.width
    // Blocks have rows of their own, so that no two threads write to one place.
    nonisolated(unsafe) let room = room
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var memory: [UInt8] = []
      while let (block, firstRow) = queue.next(reusing: &memory) {
        let range = firstRow * width..<(firstRow + block.rows) * width
        guard range.upperBound <= room.count else { continue }
        var numbers = UnsafeMutableBufferPointer(rebasing: room[range]).mutableSpan
        let findings = reader.read(block, into: &numbers)
        queue.add(CSVQueue.Part(firstRow: firstRow, rows: block.rows, findings: findings))
        memory = block.bytes
      }
    }
  }

  /// For each slot the fields that are empty.
  ///
  /// - Throws: the values of a column that are no numbers.
  private static func missing(
    in parts: [CSVQueue.Part], _ layout: CSVLayout
  ) throws(CSVFault) -> [CSVFault.Misfits] {
    var missing = [CSVFault.Misfits](repeating: CSVFault.Misfits(), count: layout.width)
    for slot in 0..<layout.width {
      var misfits = CSVFault.Misfits()
      for part in parts {
        misfits.add(part.findings.misfits[slot])
        missing[slot].add(part.findings.missing[slot])
      }
      if misfits.count > 0 {
        throw .misfits(misfits, column: layout.label(layout.column(ofSlot: slot)))
      }
    }
    return missing
  }

  /// More texts than the classes of a column that is meant to have classes.
  private static let mostTexts = 1000

  /// The texts of a slot, in the order of their bytes.
  private static func allTexts(
    of slot: CSVLayout.Slot, in parts: [CSVQueue.Part], _ layout: CSVLayout
  ) throws(CSVFault) -> [CSVText] {
    let all = Set(parts.flatMap { $0.findings.texts[slot].texts })
    guard all.count <= mostTexts else {
      throw .tooManyTexts(mostTexts, column: layout.label(layout.column(ofSlot: slot)))
    }
    return all.sorted()
  }

  /// Throws if a slot has texts that it may not have.
  private static func refuse(
    textsOf slot: CSVLayout.Slot, in parts: [CSVQueue.Part], _ layout: CSVLayout,
    where isUnknown: (CSVText) -> Bool
  ) throws(CSVFault) {
    var unknown = CSVFault.Misfits()
    var seen: Set<CSVText> = []
    for part in parts {
      let found = part.findings.texts[slot]
      for (text, line) in zip(found.texts, found.lines)
      where isUnknown(text) && seen.insert(text).inserted {
        unknown.add(line: line, text.text)
      }
    }
    guard unknown.count > 0 else { return }
    throw .unseenTexts(unknown, column: layout.label(layout.column(ofSlot: slot)))
  }

  /// Numbers the texts of each slot anew, by their place among all of its column.
  ///
  /// - Returns: for each slot its texts.
  private static func unify(
    _ parts: [CSVQueue.Part], _ layout: CSVLayout, _ numbers: inout [Double]
  ) throws(CSVFault) -> [[String]] {
    var texts = [[String]](repeating: [], count: layout.width)
    for slot in texts.indices where layout.isText(slot) {
      let known = layout.knownTexts?[slot].map(CSVText.init)
      let sorted = if let known { known } else { try allTexts(of: slot, in: parts, layout) }
      let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Double($0)) })
      try refuse(textsOf: slot, in: parts, layout) { places[$0] == nil }
      texts[slot] = sorted.map(\.text)
      for part in parts {
        let codes = part.findings.texts[slot].texts.map { places[$0] ?? .nan }
        for row in part.firstRow..<part.firstRow + part.rows {
          let index = row * layout.width + slot
          if !numbers[index].isNaN { numbers[index] = codes[Int(numbers[index])] }
        }
      }
    }
    return texts
  }
}
