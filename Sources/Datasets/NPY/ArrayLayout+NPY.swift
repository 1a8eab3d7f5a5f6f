// NumPy Enhancement Proposal 1, *A Simple File Format for NumPy Arrays*: a Python dictionary with
// the keys `descr`, `fortran_order` and `shape`, after the length of its text.
extension ArrayLayout {
  /// The bytes that every file begins with.
  private static let magic = Array("\u{93}NUMPY".unicodeScalars.map { UInt8($0.value) })
  /// The longest header that is read.
  private static let longestHeader = 1 << 20

  /// Reads the header of an array of NumPy.
  init(npy stream: inout ByteStream) throws(ArrayFault) {
    guard try stream.read(Self.magic.count) == Self.magic else { throw .npy(.notNPY) }
    let version = try stream.read(2)
    guard version.count == 2 else { throw .npy(.headerCut) }
    guard let width = Self.lengthBytes(major: version[0], minor: version[1]) else {
      throw .npy(.version(version[0], version[1]))
    }
    let lengthBytes = try stream.read(width)
    guard lengthBytes.count == width else { throw .npy(.headerCut) }
    let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= stream.most else { throw .npy(.headerCut) }
    guard length <= Self.longestHeader else { throw .npy(.header) }
    let text = try stream.read(length)
    guard text.count == length else { throw .npy(.headerCut) }
    try self.init(npyHeader: text)
  }

  /// How many bytes give the header's length in a version of the format; nil where it is not known.
  private static func lengthBytes(major: UInt8, minor: UInt8) -> Int? {
    switch (major, minor) {
    case (1, 0): 2
    case (2, 0), (3, 0): 4
    case _: nil
    }
  }

  /// Reads the text of a header.
  private init(npyHeader text: [UInt8]) throws(ArrayFault) {
    var literals = PythonLiterals(text)
    guard literals.take("{") else { throw .npy(.header) }
    var (type, isFortran, shape): (PythonLiterals.Value?, Bool?, [Int]?)
    while !literals.take("}") {
      guard let key = literals.text(), literals.take(":"), let value = literals.value() else {
        throw .npy(.header)
      }
      switch (key, value) {
      case ("descr", _) where type == nil: type = value
      case ("fortran_order", .boolean(let isTrue)) where isFortran == nil: isFortran = isTrue
      case ("shape", .integers(let lengths)) where shape == nil: shape = lengths
      case _: throw .npy(.header)
      }
      guard literals.take(",") || literals.isNext("}") else { throw .npy(.header) }
    }
    guard literals.isAtEnd, let type, let isFortran, let shape else { throw .npy(.header) }
    try self.init(Self.element(type), shape: shape, isFortran: isFortran)
  }

  /// The element that a header names.
  private static func element(_ type: PythonLiterals.Value) throws(ArrayFault) -> ArrayElement {
    switch type {
    case .text(let name):
      // "?" is an older name of bool; a byte has no order.
      let kind = ArrayElement.Kind(
        rawValue: name.dropFirst() == "?" ? "b1" : String(name.dropFirst()))
      guard let kind, let order = name.first else { throw .npy(.element(name)) }
      let element = ArrayElement(kind: kind, isBigEndian: order == ">")
      let orders: [Character] = element.byteCount == 1 ? ["|", "<", ">"] : ["<", ">"]
      guard orders.contains(order) else { throw .npy(.element(name)) }
      return element
    case .list: throw .npy(.structure)
    case .boolean, .integers: throw .npy(.header)
    }
  }
}
