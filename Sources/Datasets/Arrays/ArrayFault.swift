/// Why an array cannot be read from a file.
enum ArrayFault: Error, Hashable {
  /// Its bytes cannot be had.
  case bytes(ByteFault)
  /// It is not as NumPy writes arrays.
  case npy(NPYFault)
  /// It is not as MNIST's arrays are written.
  case idx(IDXFault)
  /// The archive that it is in is not sound.
  case zip(ZipFault)
  /// There is no axis, or an axis of no length.
  case empty(shape: [Int])
  /// The elements cannot be counted.
  case tooLarge
  /// There are fewer or more bytes than the shape needs.
  case size(actual: Int, needed: Int)
  /// There are more bytes than the shape needs, nobody knows how many.
  case moreThan(needed: Int)
  /// The shape needs more bytes than the compressed ones can stand for.
  case bomb(needed: Int, stored: Int)
  /// There is no memory for the numbers.
  case memory(Int)
  /// An element is not finite, has no exact value in float64, or is neither true nor false.
  case value(String, row: Int, column: Int)

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .bytes(let fault): fault.fault
    case .npy(let fault): fault.fault
    case .idx(let fault): fault.fault
    case .zip(let fault): fault.fault
    case .empty(let shape): "has no rows and columns: its shape is \(Self.text(shape))"
    case .tooLarge: "has a shape whose size cannot be counted"
    case .size(let actual, let needed):
      "has \(actual) bytes of data, but its shape needs \(needed)"
    case .moreThan(let needed): "has more bytes of data than the \(needed) that its shape needs"
    case .bomb(let needed, let stored):
      "has a shape that needs \(needed) bytes, more than \(stored) compressed ones can stand for"
    case .memory(let size): "needs \(size) bytes of memory, which there are not"
    case .value(let value, let row, let column):
      "has \(value) in row \(row), column \(column), counted from 0"
    }
  }

  /// How it is mended, where that is known.
  var note: String? {
    switch self {
    case .bytes(let fault): fault.note
    case .npy(let fault): fault.note
    case .idx(let fault): fault.note
    case .zip(let fault): fault.note
    case .empty:
      "the first axis counts rows, of which there is at least one, as there is of columns"
    case .tooLarge, .size, .moreThan, .bomb:
      "write it anew, or get it anew: it may have been cut off or damaged"
    case .memory: "a part of the rows may do"
    case .value("nan", _, _), .value("inf", _, _), .value("-inf", _, _):
      "x[numpy.isfinite(x).all(axis=1)] keeps the rows without it"
    case .value: "x.astype('f8') rounds whole numbers, x.astype(bool) makes truth values"
    }
  }

  /// A shape as NumPy shows it.
  private static func text(_ shape: [Int]) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }
}
