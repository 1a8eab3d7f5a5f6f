internal import Digests
internal import Experiments
internal import SystemPackage
internal import Vocabulary

extension Dataset {
  /// The data of a file of comma-separated values, whose path counts from `root`.
  init(_ file: CSVFile, root: FilePath, threads: Int) throws(DataProblem) {
    do throws(CSVFault) {
      let table = try CSVTable(file, at: root.pushing(FilePath(file.path)), threads: threads)
      self = try Dataset(table, file)
    } catch {
      throw DataProblem(file, error)
    }
  }

  /// Makes inputs and targets of what was read.
  private init(_ table: CSVTable, _ file: CSVFile) throws(CSVFault) {
    let table = try table.mended(by: file.missing)
    let layout = table.layout
    let (inputs, targets) = (0..<layout.inputs.count, layout.inputs.count..<layout.width)
    if targets.count > 1, let slot = targets.first(where: layout.isText) {
      throw .textAmongTargets(column: table.label(slot))
    }
    if file.model == nil, let slot = targets.first(where: layout.isText),
      table.texts[slot].count == 1
    {
      throw .oneClass(table.texts[slot][0], column: table.label(slot))
    }
    let isText = targets.first.map(layout.isText) ?? false
    let numbers = Numbers.float64(table.numbers)
    let columns = DataColumns(
      inputs: inputs.map { DataColumns.Input(layout.name($0), categories: table.texts[$0]) },
      targets: targets.map(layout.name), classes: isText ? table.texts[targets.lowerBound] : [])
    self.init(
      inputs.contains(where: layout.isText)
        ? Table(try table.encoded(inputs), columns: columns.areCategories.count)
        : Table(numbers, rows: table.rows, stride: layout.width, columns: inputs),
      Table(numbers, rows: table.rows, stride: layout.width, columns: targets),
      areLabels: isText,
      largestInput: table.largestInput, largestTarget: isText ? nil : table.largestTarget,
      source: .csv(
        file.resolved(
          targets: targets.map(layout.specColumn),
          inputs: layout.takesAllInputs ? nil : inputs.map(layout.specColumn),
          categorical: (0..<layout.width).filter(layout.isText).map(layout.specColumn),
          digest: table.digest.short.description)),
      columns: columns, hasGaps: table.hasGaps,
      incompleteRows: table.incompleteRows, sourceRows: table.sourceRows,
      skippedColumns: layout.skipped)
  }
}

extension DataProblem {
  /// What keeps a file from being read.
  fileprivate init(_ file: CSVFile, _ fault: CSVFault) {
    if case .reading(let fault) = fault, fault.isFileMissing {
      self.init(missingFile: file.path, keys: ["csv"])
      return
    }
    var suggestion: Suggestion?
    if case .unknownColumn(.name(let name), let names?, _, _) = fault {
      suggestion = Suggestion(for: name, among: names)
    }
    var note = fault.note
    if case .misfits = fault, file.model != nil {
      note = "the column is of numbers in the file for training"
    }
    self.init(
      of: file.path, fault.fault, note: note, suggestion: suggestion,
      keys: [fault.key])
  }
}
