/// Why the header of an array of NumPy cannot be read.
enum NPYFault: Error, Hashable {
  /// It does not begin as such files do.
  case notNPY
  /// It is of a version of the format that is not known.
  case version(UInt8, UInt8)
  /// It ends too soon.
  case headerCut
  /// It is not such as NumPy writes.
  case header
  /// The elements are of a type that is no number, or not a supported one.
  case element(String)
  /// The elements are made of several fields.
  case structure

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .notNPY: "is no file of NumPy: it does not begin with \\x93NUMPY"
    case .version(let major, let minor):
      "has version \(major).\(minor) of the format, not 1.0 to 3.0"
    case .headerCut: "ends inside its header"
    case .header: "has a header that is not such as NumPy writes"
    case .element(let name):
      "has elements of type \(Self.shown(name)), which are not read as numbers"
    case .structure: "has elements of type structure, which are not read as numbers"
    }
  }

  /// How it is mended.
  var note: String {
    switch self {
    case .version, .notNPY, .header, .headerCut: "numpy.save(path, x) writes such files"
    case .element(let name): Self.remedy(for: name)
    case .structure:
      "numpy.lib.recfunctions.structured_to_unstructured(x) makes columns of the fields"
    }
  }

  /// How elements of a type become numbers.
  private static func remedy(for name: String) -> String {
    switch name.dropFirst().first {
    case "c": "complex numbers are two columns: numpy.stack([x.real, x.imag], -1)"
    case "f": "long doubles are x.astype('f8'), in float64"
    case "O": "objects that are numbers are x.astype('f8')"
    case "U", "S", "a": "texts that are numbers are x.astype('f8'); other texts are read from CSV"
    case "M", "m": "times are whole numbers of their unit: x.astype('i8')"
    case "V": "bytes without a type are x.view('f4'), or what else they are"
    case _: "float16, float32, float64, bool and integers can be read"
    }
  }

  /// A type as messages show it: what a file says may be anything.
  private static func shown(_ name: String) -> String {
    let isPlain = name.utf8.count <= 20 && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return isPlain ? "\"\(name)\"" : "unknown"
  }
}
