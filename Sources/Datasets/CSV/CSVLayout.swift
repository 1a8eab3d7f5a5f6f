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
  /// For each slot the texts that it may have, none for numbers; nil where any will do.
  let knownTexts: [[String]]?

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

  /// Whether the inputs are all columns that are no targets, in their order.
  var takesAllInputs: Bool { inputs == (0..<roles.count).filter { !targets.contains($0) } }

  /// The columns that are not read, as the header calls them.
  var skipped: [String] {
    roles.indices.compactMap { column in
      if case .skipped = roles[column] { names?[column] } else { nil }
    }
  }

  /// Whether the column of a slot is of texts.
  func isText(_ slot: Slot) -> Bool {
    if case .text = roles[column(ofSlot: slot)] { true } else { false }
  }

  /// Finds the columns that a spec names, or those that another file has.
  ///
  /// - Parameters:
  ///   - names: the fields of the header, if there is one.
  ///   - count: how many columns there are.
  ///   - beginsWithText: whether the first value of a column is no number.
  init(
    _ file: CSVFile, names: [String]?, count: Int, beginsWithText: (_ column: Int) -> Bool
  ) throws(CSVFault) {
    let columns = CSVColumns(names: names, count: count)
    if let model = file.model {
      try self.init(columns, as: model)
      return
    }
    let targets =
      file.targets.isEmpty ? [count - 1] : try columns.indices(of: file.targets, key: "target")
    let inputs =
      try file.inputs.map { list throws(CSVFault) in try columns.indices(of: list, key: "inputs") }
      ?? (0..<count).filter { !targets.contains($0) }
    if inputs.isEmpty { throw .noInputs }
    let categorical = try columns.indices(of: file.categorical, key: "categorical")
    try self.init(columns, inputs: inputs, targets: targets, knownTexts: nil) { _, column in
      categorical.contains(column) || beginsWithText(column)
    }
  }

  /// Finds the columns that another file has.
  private init(_ columns: CSVColumns, as model: CSVFile.Model) throws(CSVFault) {
    guard let known = model.columns else {
      let texts = Array(repeating: [String](), count: columns.count)
      try self.init(
        columns, inputs: Array(0..<columns.count), targets: [], knownTexts: texts
      ) { _, _ in false }
      return
    }
    let targets = model.hasTargets ? known.targets : []
    let texts = known.inputs.map(\.categories) + targets.map { _ in known.classes }
    try self.init(
      columns, inputs: try columns.indices(named: known.inputs.map(\.name)),
      targets: try columns.indices(named: targets), knownTexts: texts
    ) { slot, _ in !texts[slot].isEmpty }
  }

  /// Gives columns their slots.
  private init(
    _ columns: CSVColumns, inputs: [Int], targets: [Int], knownTexts: [[String]]?,
    isText: (_ slot: Slot, _ column: Int) -> Bool
  ) throws(CSVFault) {
    var roles = [Role](repeating: .skipped, count: columns.count)
    for (slot, column) in (inputs + targets).enumerated() {
      guard case .skipped = roles[column] else { throw .repeatedColumn(columns.label(column)) }
      if let names = columns.names, names[column].isEmpty { throw .namelessColumn(column) }
      roles[column] = isText(slot, column) ? .text(slot) : .number(slot)
    }
    self.names = columns.names
    self.roles = roles
    self.inputs = inputs
    self.targets = targets
    self.knownTexts = knownTexts
  }
}

/// The columns that a file has.
struct CSVColumns {
  /// What the first line calls them; nil without a header.
  let names: [String]?
  /// How many there are.
  let count: Int

  /// How a column is called in messages.
  func label(_ column: Int) -> CSVFault.ColumnLabel {
    CSVFault.ColumnLabel(name: names?[column], index: column)
  }

  /// The places of the columns that a key of the spec names.
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

  /// The places of the columns that another file calls so, by its header or by their own places.
  func indices(named others: [String]) throws(CSVFault) -> [Int] {
    try indices(
      of: others.map { name in
        names == nil ? Int(name).map(CSVFile.Column.index) ?? .name(name) : .name(name)
      }, key: "csv")
  }
}
