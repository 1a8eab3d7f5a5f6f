/// What an array in a file is, and in which order its elements stand there.
struct ArrayLayout: Hashable {
  /// What the elements are.
  let element: ArrayElement
  /// How long each axis is; at least one, and none is 0.
  let shape: [Int]
  /// Whether the first axis goes by fastest, as in Fortran, and not the last, as in C.
  let isFortran: Bool
  /// How many elements there are.
  let count: Int

  /// An array of any size.
  init(_ element: ArrayElement, shape: [Int], isFortran: Bool = false) throws(ArrayFault) {
    guard !shape.isEmpty, !shape.contains(0) else { throw .empty(shape: shape) }
    var bytes = element.byteCount
    for length in shape {
      let (product, overflows) = bytes.multipliedReportingOverflow(by: length)
      guard !overflows else { throw .tooLarge }
      bytes = product
    }
    self.element = element
    self.shape = shape
    // One axis and rows of one element have but one order.
    self.isFortran = isFortran && shape.count > 1 && shape[0] != bytes / element.byteCount
    count = bytes / element.byteCount
  }

  /// How many rows there are: the length of the first axis.
  var rows: Int { shape[0] }
  /// How many elements a row has: those of all other axes.
  var columns: Int { count / shape[0] }
  /// How many bytes there are.
  var byteCount: Int { count * element.byteCount }

  /// How many bytes the elements have as numbers, or the most that can be counted.
  var numbersSize: Int {
    let size = count.multipliedReportingOverflow(by: element.kind.fitsFloat32 ? 4 : 8)
    return size.overflow ? .max : size.partialValue
  }

  /// Whether the system gives memory for the numbers; where it does not, Swift's arrays end the
  /// program.
  var fitsMemory: Bool {
    // An array in Fortran's order has a place for each column too, in an array that grows.
    numbersSize < .max / 8 && Datasets.fitsMemory(numbersSize + (isFortran ? 24 * columns : 0))
  }

  /// For each column of an array in Fortran's order, in which it stands in the file, its place among
  /// the columns, which are in C's order.
  ///
  /// - Complexity: O(columns + axes).
  var columnsInFile: [Int] {
    var places = [0]
    var stride = columns
    // The second axis goes by fastest in the file, and slowest among the columns.
    for length in shape.dropFirst() where length > 1 {
      stride /= length
      let inner = places
      places = []
      places.reserveCapacity(inner.count * length)
      for index in 0..<length { places += inner.map { $0 + index * stride } }
    }
    return places
  }
}
