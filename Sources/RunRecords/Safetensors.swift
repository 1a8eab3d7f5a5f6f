internal import Text
internal import Vocabulary

/// The safetensors format: 8 bytes with the header's length (little-endian), a header of JSON that
/// says where each tensor lies, and the tensors' bytes.
///
/// Source: the format's description in the huggingface/safetensors repository.
public enum Safetensors {
  /// The bytes of a file.
  ///
  /// The header is padded with spaces so that the tensors begin at a multiple of 8 bytes.
  public static func encode(
    _ tensors: [Tensor], metadata: [(key: String, value: String)]
  ) -> [UInt8] {
    var members: [(key: String, value: JSON)] = [
      (metadataKey, .object(metadata.map { ($0.key, .string($0.value)) }))
    ]
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.byteCount
      members.append(
        (
          tensor.name,
          .object([
            ("dtype", .string(type(of: tensor.elements.precision))),
            ("shape", .array(tensor.shape.map(JSON.integer))),
            ("data_offsets", .array([.integer(offset), .integer(end)])),
          ])
        ))
      offset = end
    }
    var header: [UInt8] = []
    JSON.object(members).append(to: &header)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    var file = length + header
    file.reserveCapacity(file.count + offset)
    for tensor in tensors { file += tensor.bytes }
    return file
  }

  /// The member of the header that says something of the file.
  static let metadataKey = "__metadata__"

  /// The format's word for the numbers of a precision.
  static func type(of precision: Precision) -> String {
    switch precision {
    case .float32: "F32"
    case .float64: "F64"
    }
  }
}
