/// The rows that networks run on, laid out as the form of the network has its units.
public struct BatchPlan<Scalar> {
  /// The number of rows.
  public let rows: Int
  /// The inputs, of each row and unit.
  public let inputs: UnsafePointer<Scalar>
  /// The targets, of each row and output.
  public let targets: UnsafePointer<Scalar>

  /// Describes a batch.
  public init(
    rows: Int, inputs: UnsafePointer<Scalar>, targets: UnsafePointer<Scalar>
  ) {
    self.rows = rows
    self.inputs = inputs
    self.targets = targets
  }
}

/// Which rows of a matrix are to be copied where, in the layout of a form.
public struct GatherPlan<Scalar> {
  /// The matrix, row-major.
  public let source: UnsafePointer<Scalar>
  /// How many columns it has.
  public let columns: Int
  /// How many rows are copied for each network.
  public let rows: Int
  /// The numbers of the rows, `[lanes × rows]`; nil copies the first rows of `source`, the same for
  /// every network.
  public let indices: UnsafePointer<Int>?
  /// Where the copies go.
  public let target: UnsafeMutablePointer<Scalar>

  /// Describes what is to be copied.
  public init(
    source: UnsafePointer<Scalar>, columns: Int, rows: Int, indices: UnsafePointer<Int>?,
    target: UnsafeMutablePointer<Scalar>
  ) {
    self.source = source
    self.columns = columns
    self.rows = rows
    self.indices = indices
    self.target = target
  }
}
