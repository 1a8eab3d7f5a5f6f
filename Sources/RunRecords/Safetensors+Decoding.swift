internal import Vocabulary

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Safetensors {
  /// Why bytes are no file of weights that nn-run can read.
  public enum DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file ends before its header does, or the header is no JSON of tensors.
    case badHeader
    /// A tensor's numbers are in a format that networks are not trained in.
    case unsupportedType(String, tensor: String)
    /// A tensor's place in the file does not fit its shape, or is not next to its neighbour's.
    case badExtent(tensor: String)
    /// There are bytes after the last tensor.
    case leftOver

    /// One sentence.
    public var description: String {
      switch self {
      case .badHeader: "the header of the safetensors file cannot be read"
      case .unsupportedType(let type, let tensor):
        "tensor \"\(tensor)\" has the type \"\(type)\"; F32 and F64 can be read"
      case .badExtent(let tensor): "tensor \"\(tensor)\" does not lie where the header says"
      case .leftOver: "the safetensors file has bytes after its last tensor"
      }
    }
  }

  /// What the header says of a tensor.
  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }

  /// A member of the header: nil for the metadata, which has another form.
  private struct Member: Decodable {
    let entry: Entry?
    init(from decoder: any Decoder) throws { entry = try? Entry(from: decoder) }
  }

  /// A member of the header, as far as it is of texts alone.
  private struct Metadata: Decodable {
    let texts: [String: String]
    init(from decoder: any Decoder) throws {
      texts = (try? [String: String](from: decoder)) ?? [:]
    }
  }

  /// The tensors of a file, in the order of their places in it.
  ///
  /// They lie one after another and fill the file, as the format demands.
  public static func decode(_ bytes: [UInt8]) throws(DecodingError) -> [Tensor] {
    let text = try header(of: bytes)
    guard var header = try? JSONDecoder().decode([String: Member].self, from: Data(text)) else {
      throw .badHeader
    }
    header[metadataKey] = nil
    let body = bytes[text.endIndex...]
    let entries = header.sorted { left, right in
      let (first, second) = (left.value.entry?.offsets ?? [], right.value.entry?.offsets ?? [])
      return first != second
        ? first.lexicographicallyPrecedes(second)
        : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    var rest = body
    var tensors: [Tensor] = []
    for (name, member) in entries {
      guard let entry = member.entry else { throw .badHeader }
      guard entry.offsets.first == rest.startIndex - body.startIndex else {
        throw .badExtent(tensor: name)
      }
      let tensor = try tensor(name, entry, at: rest)
      rest = rest.dropFirst(tensor.byteCount)
      tensors.append(tensor)
    }
    guard rest.isEmpty else { throw .leftOver }
    return tensors
  }

  /// What a file says of itself; nothing where it says nothing.
  public static func metadata(of bytes: [UInt8]) throws(DecodingError) -> [String: String] {
    let text = try header(of: bytes)
    guard let header = try? JSONDecoder().decode([String: Metadata].self, from: Data(text)) else {
      throw .badHeader
    }
    return header[metadataKey]?.texts ?? [:]
  }

  /// The text of the header.
  private static func header(of bytes: [UInt8]) throws(DecodingError) -> ArraySlice<UInt8> {
    guard bytes.count >= 8 else { throw .badHeader }
    let length: UInt64 = word(bytes[..<8])
    guard length <= UInt64(bytes.count - 8) else { throw .badHeader }
    return bytes[8..<8 + Int(length)]
  }

  /// The tensor at the beginning of `bytes`.
  private static func tensor(
    _ name: String, _ entry: Entry, at bytes: ArraySlice<UInt8>
  ) throws(DecodingError) -> Tensor {
    guard let precision = Precision.allCases.first(where: { type(of: $0) == entry.dtype }) else {
      throw .unsupportedType(entry.dtype, tensor: name)
    }
    var size = precision.byteCount
    for dimension in entry.shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: dimension)
      guard dimension >= 0, !overflows else { throw .badExtent(tensor: name) }
      size = product
    }
    guard entry.offsets.count == 2, size <= bytes.count,
      entry.offsets[1] == entry.offsets[0] + size
    else { throw .badExtent(tensor: name) }
    let bytes = bytes.prefix(size)
    switch precision {
    case .float32:
      let elements = words(of: bytes).map(Float.init(bitPattern:))
      return Tensor(name, shape: entry.shape, .float32(elements))
    case .float64:
      let elements = words(of: bytes).map(Double.init(bitPattern:))
      return Tensor(name, shape: entry.shape, .float64(elements))
    }
  }

  /// Little-endian words, one after another.
  private static func words<Word: FixedWidthInteger>(of bytes: ArraySlice<UInt8>) -> [Word] {
    let size = Word.bitWidth / 8
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map {
      word(bytes[$0..<$0 + size])
    }
  }

  /// A little-endian word.
  private static func word<Word: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Word {
    var word: Word = 0
    for byte in bytes.reversed() { word = word << 8 | Word(truncatingIfNeeded: byte) }
    return word
  }
}
