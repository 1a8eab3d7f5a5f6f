public import Experiments
internal import SystemPackage
internal import Vocabulary

extension DataLibrary {
  /// The rows of a source for a trained network to answer for: its inputs, and no targets.
  ///
  /// The columns of a file of comma-separated values are found by the names that they had in training.
  /// An array that has a column more than the network has inputs is one whose last column is the target.
  ///
  /// - Parameters:
  ///   - columns: what the columns stood for in training; nil where no file said so.
  ///   - inputs: how many inputs the network has.
  ///   - fillsGaps: whether there are means for numbers that are missing.
  /// - Throws: also where rows have another number of inputs.
  public func newRows(
    of source: DatasetSource, columns: DataColumns?, inputs: Int, fillsGaps: Bool
  ) throws(DataProblem) -> Dataset {
    let dataset: Dataset
    switch source {
    case .builtIn, .inline: dataset = try read(source).withoutTargets
    case .arrays(let files): dataset = try Dataset(inputsOf: files, root: root, count: inputs)
    case .npz(let file): dataset = try Dataset(inputsOf: file, root: root)
    case .csv(let file):
      let model = CSVFile.Model(columns: columns, hasTargets: false)
      dataset = try Dataset(file.readAs(model), root: root, threads: threads)
    }
    if dataset.hasGaps, !fillsGaps {
      throw DataProblem(
        of: source.paths.first ?? "", "has empty fields, and the network knows no means to fill in",
        note: "a run has them whose spec says `missing: mean`")
    }
    guard dataset.inputs.columns == inputs else {
      throw DataProblem(
        of: source.paths.first ?? source.specValue.text,
        "has rows of \(dataset.inputs.columns) inputs, but the network has \(inputs)")
    }
    return dataset
  }
}

extension Dataset {
  /// Rows whose targets nobody knows.
  init(inputs: Table, largestInput: Double) {
    self.init(
      inputs, Table(.float64([]), rows: inputs.rows, stride: 0, columns: 0..<0),
      largestInput: largestInput)
  }

  /// The same rows without their targets.
  fileprivate var withoutTargets: Dataset {
    Dataset(inputs: inputs, largestInput: facts.largestInput)
  }
}
