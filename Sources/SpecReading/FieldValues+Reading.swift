public import Experiments
public import SpecSyntax

extension FieldValues {
  /// Reads what a spec says, without asking what its data is like.
  ///
  /// - Throws: every mistake of the text.
  public init(reading source: SourceText) throws(DiagnosticError) {
    var log = DiagnosticLog()
    guard let tree = SyntaxTree(recovering: source, reportingTo: &log) else {
      try log.throwIfErrors()
      preconditionFailure("a text without a tree has an error")
    }
    let reader = SpecReader(tree, log: log)
    try reader.values.log.throwIfErrors()
    self = reader.settings
  }
}

extension DatasetSource {
  /// Reads a source of new rows for a trained network, in the form that sources have in specs.
  ///
  /// - Parameter source: a text that is `dataset: ` and the source.
  /// - Returns: nil where there is none.
  /// - Throws: what is wrong with it.
  public init?(reading source: SourceText) throws(DiagnosticError) {
    var log = DiagnosticLog()
    guard let node = SyntaxTree(recovering: source, reportingTo: &log)?.root[Field.dataset.key]
    else {
      try log.throwIfErrors()
      return nil
    }
    var reader = ShapeReader(log: log)
    let value = reader.read(node, as: Field.newRows, Field.dataset.key)
    try reader.log.throwIfErrors()
    guard let value else { return nil }
    self.init(value)
  }
}
