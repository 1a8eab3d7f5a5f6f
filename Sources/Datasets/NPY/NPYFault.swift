/// Why a file cannot be read as an array of NumPy.
enum NPYFault: Error, Hashable {
  /// Its bytes cannot be had.
  case reading(HashedFile.Fault)
  /// It does not begin as such files do.
  case notNPY
  /// It is of a version of the format that is not known.
  case version(UInt8, UInt8)
  /// It ends inside the header.
  case headerCut
  /// The header is not such as NumPy writes.
  case header
  /// The columns follow one another, not the rows.
  case fortranOrder
  /// The elements begin with their highest byte.
  case bigEndian(String)
  /// The elements are of a type that is no number, or not a supported one.
  case element(String)
  /// There is no axis, or an axis of no length.
  case empty(shape: [Int])
  /// The elements cannot be counted.
  case tooLarge
  /// There are fewer or more bytes than the shape needs.
  case size(actual: Int, needed: Int)
  /// An element is not finite, has no exact value in float64, or is neither true nor false.
  case value(String, index: Int)

  /// What is wrong with the file: what follows its name in a sentence.
  ///
  /// - Parameter columns: how many elements a row has, where that is known.
  func fault(columns: Int?) -> String {
    switch self {
    case .reading(let fault): fault.fault
    case .notNPY: "is no file of NumPy: it does not begin with \\x93NUMPY"
    case .version(let major, let minor):
      "has version \(major).\(minor) of the format, not 1.0 to 3.0"
    case .headerCut: "ends inside its header"
    case .header: "has a header that is not such as NumPy writes"
    case .fortranOrder: "is in Fortran order, which cannot be read"
    case .bigEndian(let name): "has elements of type \(name), with the highest byte first"
    case .element(let name): "has elements of type \(name), which are not read as numbers"
    case .empty(let shape): "has no rows and columns: its shape is \(Self.text(shape))"
    case .tooLarge: "has a shape whose size cannot be counted"
    case .size(let actual, let needed):
      "has \(actual) bytes of data, but its shape needs \(needed)"
    case .value(let value, let index):
      if let columns {
        "has \(value) in row \(index / columns), column \(index % columns), counted from 0"
      } else {
        "has \(value) as element \(index), counted from 0"
      }
    }
  }

  /// How it is mended, where that is known.
  var note: String? {
    switch self {
    case .fortranOrder: "write it anew with numpy.save(path, numpy.ascontiguousarray(x))"
    case .bigEndian: "write it anew with numpy.save(path, x.astype('<f4'))"
    case .element: "float32, float64, bool and integers can be read"
    case .version, .notNPY, .header, .headerCut: "numpy.save(path, x) writes such files"
    case .reading, .empty, .tooLarge, .size, .value: nil
    }
  }

  /// A shape as NumPy shows it.
  private static func text(_ shape: [Int]) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
  }
}
