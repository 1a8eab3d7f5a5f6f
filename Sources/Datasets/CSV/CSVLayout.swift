internal import Experiments

/// What the columns of a file are called, and what they are read for.
struct CSVLayout: Sendable {
  /// How the fields of a column are read.
  enum Role: Sendable {
    /// Not at all.
    case skipped
    /// As numbers.
    case number(Slot)
    /// As texts.
    case text(Slot)
  }

  /// Where the values of a column go.
  typealias Slot = Int

  /// What the first line calls the columns; nil without a header.
  let names: [String]?
  /// For each column of the file how it is read.
  let roles: [Role]
  /// The columns of inputs, in the order of their slots, which come first.
  let inputs: [Int]
  /// The columns of targets, whose slots follow.
  let targets: [Int]

  /// How many values of a row are kept.
  var width: Int { inputs.count + targets.count }

  /// How a column is called in messages.
  func label(_ column: Int) -> CSVFault.ColumnLabel {
    CSVFault.ColumnLabel(name: names?[column], index: column)
  }

  /// What the column of a slot is called: by the header, or by its place, counted from 0.
  func name(_ slot: Slot) -> String {
    let column = column(ofSlot: slot)
    return names?[column] ?? String(column)
  }

  /// The column of a slot as a spec names it.
  func specColumn(_ slot: Slot) -> CSVFile.Column {
    let column = column(ofSlot: slot)
    return names.map { .name($0[column]) } ?? .index(column)
  }

  /// The column whose values are in a slot.
  func column(ofSlot slot: Slot) -> Int {
    slot < inputs.count ? inputs[slot] : targets[slot - inputs.count]
  }

  /// Whether the column of a slot is of texts.
  func isText(_ slot: Slot) -> Bool {
    if case .text = roles[column(ofSlot: slot)] { true } else { false }
  }

  /// Finds the columns that a spec names.
  ///
  /// - Parameters:
  ///   - names: the fields of the header, if there is one.
  ///   - count: how many columns there are.
  ///   - beginsWithText: whether the first value of a column is no number.
  init(
    _ file: CSVFile, names: [String]?, count: Int, beginsWithText: (_ column: Int) -> Bool
  ) throws(CSVFault) {
    func indices(of columns: [CSVFile.Column], key: String) throws(CSVFault) -> [Int] {
      var indices: [Int] = []
      for column in columns {
        let index: Int? =
          switch column {
          case .name(let name): names?.firstIndex(of: name)
          case .index(let index): index < count ? index : nil
          }
        guard let index else {
          throw .unknownColumn(column, names: names, count: count, key: key)
        }
        indices.append(index)
      }
      return indices
    }
    let targets = file.targets.isEmpty ? [count - 1] : try indices(of: file.targets, key: "target")
    let listed = file.inputs ?? []
    let inputs =
      listed.isEmpty
      ? (0..<count).filter { !targets.contains($0) } : try indices(of: listed, key: "inputs")
    if inputs.isEmpty { throw .noInputs }
    let categorical = try indices(of: file.categorical, key: "categorical")

    var roles = [Role](repeating: .skipped, count: count)
    for (slot, column) in (inputs + targets).enumerated() {
      guard case .skipped = roles[column] else {
        throw .repeatedColumn(CSVFault.ColumnLabel(name: names?[column], index: column))
      }
      if let names, names[column].isEmpty { throw .namelessColumn(column) }
      let isText = categorical.contains(column) || beginsWithText(column)
      roles[column] = isText ? .text(slot) : .number(slot)
    }
    self.names = names
    self.roles = roles
    self.inputs = inputs
    self.targets = targets
  }
}
