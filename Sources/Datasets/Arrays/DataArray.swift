internal import Experiments

/// An array in memory.
struct DataArray {
  /// What there is.
  let layout: ArrayLayout
  /// The elements, in C's order.
  let numbers: Numbers
  /// The greatest magnitude among them.
  let largest: Double

  /// Reads an array that is all that a stream has.
  init(_ format: ArrayFiles.Format, from stream: inout ByteStream) throws(ArrayFault) {
    layout =
      switch format {
      case .npy: try ArrayLayout(npy: &stream)
      case .idx: try ArrayLayout(idx: &stream)
      }
    var reader = ArrayReader(layout)
    numbers = try reader.numbers(from: &stream)
    largest = reader.largest
  }

  /// Some of the columns.
  func table(_ columns: Range<Int>) -> Table {
    Table(numbers, rows: layout.rows, stride: layout.columns, columns: columns)
  }
}
