/// Reads the elements of an array in C's order, whatever their order in the file.
///
/// They are read piece by piece: the bytes are never in memory as a whole.
struct ArrayReader {
  /// What is read.
  let layout: ArrayLayout
  /// The greatest magnitude among the numbers read.
  private(set) var largest = 0.0
  /// The bytes read last.
  private var chunk: [UInt8] = []

  /// How many bytes are read at once.
  private let chunkSize: Int
  /// How many bytes of neighbouring columns are transposed at once.
  private let transpositionSize: Int
  /// How many columns are transposed at once: as many as have a cache line of a row to themselves.
  private static let transposedColumns = 16

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - chunkSize: how many bytes are read at once: whole elements, few enough for a cache.
  ///   - transpositionSize: how many bytes of neighbouring columns are transposed at once.
  init(_ layout: ArrayLayout, chunkSize: Int = 1 << 18, transpositionSize: Int = 1 << 24) {
    self.layout = layout
    self.chunkSize = chunkSize
    self.transpositionSize = transpositionSize
  }

  /// Reads the elements, which are all that a stream has left.
  ///
  /// - Complexity: O(elements). In C's order there is next to no memory but the numbers' own; in Fortran's
  ///   there are up to 16 MiB more, and 8 bytes for each column.
  mutating func numbers(from stream: inout ByteStream) throws(ArrayFault) -> Numbers {
    let needed = layout.byteCount
    if let rest = stream.rest {
      guard rest == needed else { throw .size(actual: rest, needed: needed) }
    } else if needed > stream.most {
      throw .bomb(needed: needed, stored: stream.size)
    }
    guard layout.fitsMemory else { throw .memory(layout.numbersSize) }
    let numbers: Numbers =
      switch layout.element.kind {
      case .bool: .float32(try all(&stream) { (byte: UInt8) in byte <= 1 ? Float(byte) : nil })
      case .int8: .float32(try all(&stream) { (number: Int8) in Float(number) })
      case .uint8: .float32(try all(&stream) { (number: UInt8) in Float(number) })
      case .int16: .float32(try all(&stream) { (number: Int16) in Float(number) })
      case .uint16: .float32(try all(&stream) { (number: UInt16) in Float(number) })
      case .float16: .float32(try all(&stream) { (bits: UInt16) in halfPrecision(bits) })
      case .float32: .float32(try all(&stream) { (bits: UInt32) in Float(bitPattern: bits) })
      case .int32: .float64(try all(&stream) { (number: Int32) in Double(number) })
      case .uint32: .float64(try all(&stream) { (number: UInt32) in Double(number) })
      case .int64: .float64(try all(&stream) { (number: Int64) in Double(exactly: number) })
      case .uint64: .float64(try all(&stream) { (number: UInt64) in Double(exactly: number) })
      case .float64: .float64(try all(&stream) { (bits: UInt64) in Double(bitPattern: bits) })
      }
    guard try stream.isAtEnd() else { throw .moreThan(needed: needed) }
    return numbers
  }

  /// Reads the elements, each made of the bits that are stored.
  ///
  /// - Parameter number: the number of some bits; nil where there is none.
  private mutating func all<Bits, Element>(
    _ stream: inout ByteStream, number: (Bits) -> Element?
  ) throws(ArrayFault) -> [Element]
  where Bits: FixedWidthInteger & BitwiseCopyable, Element: BinaryFloatingPoint {
    layout.isFortran
      ? try transposed(&stream, number: number) : try inOrder(&stream, number: number)
  }

  /// Reads elements that stand in C's order.
  private mutating func inOrder<Bits, Element>(
    _ stream: inout ByteStream, number: (Bits) -> Element?
  ) throws(ArrayFault) -> [Element]
  where Bits: FixedWidthInteger & BitwiseCopyable, Element: BinaryFloatingPoint {
    let (count, columns) = (layout.count, layout.columns)
    let isBigEndian = layout.element.isBigEndian
    var largest: Element = 0
    let numbers = try [Element](capacity: count) {
      (numbers: inout OutputSpan<Element>) throws(ArrayFault) in
      while numbers.count < count {
        let size = MemoryLayout<Bits>.size
        try read(min((count - numbers.count) * size, chunkSize), from: &stream, numbers.count)
        let bytes = chunk.span.bytes
        for offset in stride(from: 0, to: bytes.byteCount, by: size) {
          let stored = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Bits.self)
          let bits = isBigEndian ? Bits(bigEndian: stored) : Bits(littleEndian: stored)
          guard let number = number(bits), number.isFinite else {
            let (row, column) = numbers.count.quotientAndRemainder(dividingBy: columns)
            throw .value(Self.text(number(bits), bits), row: row, column: column)
          }
          if number.magnitude > largest { largest = number.magnitude }
          numbers.append(number)
        }
      }
    }
    self.largest = Double(largest)
    return numbers
  }

  /// Reads elements that stand in Fortran's order: column after column.
  ///
  /// As many columns are taken together as fit, so that what is written of a row lies together too.
  private mutating func transposed<Bits, Element>(
    _ stream: inout ByteStream, number: (Bits) -> Element?
  ) throws(ArrayFault) -> [Element]
  where Bits: FixedWidthInteger & BitwiseCopyable, Element: BinaryFloatingPoint {
    let (rows, columns, size) = (layout.rows, layout.columns, MemoryLayout<Bits>.size)
    let isBigEndian = layout.element.isBigEndian
    let places = layout.columnsInFile
    let width = max(1, min(columns, Self.transposedColumns, transpositionSize / (rows * size)))
    let height = width > 1 ? rows : min(rows, chunkSize / size)
    var largest: Element = 0
    var numbers = [Element](repeating: 0, count: layout.count)
    for firstColumn in stride(from: 0, to: columns, by: width) {
      let columnsHere = min(width, columns - firstColumn)
      for firstRow in stride(from: 0, to: rows, by: height) {
        let rowsHere = min(height, rows - firstRow)
        try read(
          rowsHere * columnsHere * size, from: &stream, firstColumn * rows + firstRow)
        let bytes = chunk.span.bytes
        for row in 0..<rowsHere {
          for column in 0..<columnsHere {
            let stored = bytes.unsafeLoadUnaligned(
              fromByteOffset: (column * rowsHere + row) * size, as: Bits.self)
            let bits = isBigEndian ? Bits(bigEndian: stored) : Bits(littleEndian: stored)
            let place = (row: firstRow + row, column: places[firstColumn + column])
            guard let number = number(bits), number.isFinite else {
              throw .value(
                Self.text(number(bits), bits), row: place.row, column: place.column)
            }
            if number.magnitude > largest { largest = number.magnitude }
            numbers[place.row * columns + place.column] = number
          }
        }
      }
    }
    self.largest = Double(largest)
    return numbers
  }

  /// An element that cannot be taken, as messages show it.
  private static func text(
    _ number: (some BinaryFloatingPoint)?, _ bits: some FixedWidthInteger
  ) -> String {
    guard let number else { return "\(bits)" }
    return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf"
  }

  /// Reads so many bytes into `chunk`.
  ///
  /// - Parameter elementsRead: how many elements stand in front of them.
  private mutating func read(
    _ count: Int, from stream: inout ByteStream, _ elementsRead: Int
  ) throws(ArrayFault) {
    try stream.read(count, into: &chunk)
    guard chunk.count == count else {
      throw .size(
        actual: elementsRead * layout.element.byteCount + chunk.count, needed: layout.byteCount)
    }
  }
}
