/// What the header of an array of NumPy says.
///
/// NumPy Enhancement Proposal 1, *A Simple File Format for NumPy Arrays*: a Python dictionary with
/// the keys `descr`, `fortran_order` and `shape`, after the length of its text.
struct NPYHeader: Equatable {
  /// What the elements are.
  let element: NPYElement
  /// How long each axis is.
  let shape: [Int]
  /// How many elements there are; at least one.
  let count: Int

  /// How many rows there are: the length of the first axis.
  var rows: Int { shape[0] }
  /// How many elements a row has: those of all other axes.
  var columns: Int { count / shape[0] }

  /// The bytes that every file begins with.
  static let magic = Array("\u{93}NUMPY".unicodeScalars.map { UInt8($0.value) })

  /// How many bytes give the header's length in a version of the format; nil where it is not known.
  static func lengthBytes(major: UInt8, minor: UInt8) -> Int? {
    switch (major, minor) {
    case (1, 0): 2
    case (2, 0), (3, 0): 4
    case _: nil
    }
  }

  /// Reads the text of a header.
  init(_ text: [UInt8]) throws(NPYFault) {
    var literals = PythonLiterals(text)
    guard literals.take("{") else { throw .header }
    var (type, isFortran, shape): (PythonLiterals.Value?, Bool?, [Int]?)
    while !literals.take("}") {
      guard let key = literals.text(), literals.take(":"), let value = literals.value() else {
        throw .header
      }
      switch (key, value) {
      case ("descr", _) where type == nil: type = value
      case ("fortran_order", .boolean(let isTrue)) where isFortran == nil: isFortran = isTrue
      case ("shape", .integers(let lengths)) where shape == nil: shape = lengths
      case _: throw .header
      }
      guard literals.take(",") || literals.isNext("}") else { throw .header }
    }
    guard literals.isAtEnd, let type, let isFortran, let shape else { throw .header }
    element = try Self.element(type)
    guard !isFortran else { throw .fortranOrder }
    guard !shape.isEmpty, !shape.contains(0) else { throw .empty(shape: shape) }
    var bytes = element.byteCount
    for length in shape {
      let (product, overflows) = bytes.multipliedReportingOverflow(by: length)
      guard !overflows else { throw .tooLarge }
      bytes = product
    }
    self.shape = shape
    count = bytes / element.byteCount
  }

  /// The kind of element that a header names.
  private static func element(_ type: PythonLiterals.Value) throws(NPYFault) -> NPYElement {
    switch type {
    case .text(let name):
      // "<?" and "|?" are older names of bool; a byte has no order.
      let plain = ["|?": "|b1", "<i1": "|i1", "<u1": "|u1", "<b1": "|b1"][name] ?? name
      if let element = NPYElement(rawValue: plain) { return element }
      let isKnown = NPYElement(rawValue: "<" + plain.dropFirst()) != nil
      throw plain.hasPrefix(">") && isKnown ? .bigEndian(shown(name)) : .element(shown(name))
    case .list: throw .element("structure")
    case .boolean, .integers: throw .header
    }
  }

  /// A type as messages show it: what a file says may be anything.
  private static func shown(_ name: String) -> String {
    let isPlain = name.utf8.count <= 20 && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return isPlain ? "\"\(name)\"" : "unknown"
  }
}
