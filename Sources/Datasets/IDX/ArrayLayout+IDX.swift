// LeCun, Cortes and Burges, *The MNIST database*: two bytes of 0, one for the type of the elements,
// one for how many axes there are, and for each its length in four bytes; the highest come first.
extension ArrayLayout {
  /// Reads the header of an array of IDX, plain or by gzip.
  init(idx stream: inout ByteStream) throws(ArrayFault) {
    if try stream.isGzip() { stream.inflateGzip() }
    let start = try stream.read(4)
    guard start.count == 4, start[0] == 0, start[1] == 0 else { throw .idx(.notIDX) }
    guard let kind = Self.kind(of: start[2]) else { throw .idx(.type(start[2])) }
    let lengths = try stream.read(4 * Int(start[3]))
    guard lengths.count == 4 * Int(start[3]) else { throw .idx(.headerCut(at: 4 + lengths.count)) }
    let shape = stride(from: 0, to: lengths.count, by: 4).map { place in
      lengths[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    try self.init(ArrayElement(kind: kind, isBigEndian: true), shape: shape)
  }

  /// The type of elements that a byte stands for.
  private static func kind(of byte: UInt8) -> ArrayElement.Kind? {
    switch byte {
    case 0x08: .uint8
    case 0x09: .int8
    case 0x0B: .int16
    case 0x0C: .int32
    case 0x0D: .float32
    case 0x0E: .float64
    case _: nil
    }
  }
}

extension ByteStream {
  /// Whether the file begins as those of gzip do, whatever it is called.
  fileprivate func isGzip() throws(ArrayFault) -> Bool {
    guard size >= 2 else { return false }
    return try bytes(at: 0, count: 2) == [0x1F, 0x8B]
  }
}
