extension CSVBlockReader {
  /// What is found in a block beside numbers.
  struct Findings: Sendable {
    /// For each slot the texts, in the order in which they come; their places stand for them.
    var texts: [TextCodes]
    /// For each slot the values that are no numbers.
    var misfits: [CSVFault.Misfits]
    /// For each slot the fields that are empty.
    var missing: [CSVFault.Misfits]
    /// The greatest magnitude among the numbers of inputs, and among those of targets.
    var largest = (input: 0.0, target: 0.0)
    /// What kept the rest of the block from being read.
    var fault: CSVFault?
  }

  /// The texts of a column, each with a number of its own.
  struct TextCodes: Sendable {
    /// The texts, in the order of their numbers.
    private(set) var texts: [CSVText] = []
    /// The line of the first record that has each.
    private(set) var lines: [Int] = []
    private var codes: [CSVText: Int] = [:]

    /// The number of a text, which is a new one where it is new.
    mutating func code(of text: CSVText, line: Int) -> Int {
      if let code = codes[text] { return code }
      codes[text] = texts.count
      texts.append(text)
      lines.append(line)
      return texts.count - 1
    }
  }
}
