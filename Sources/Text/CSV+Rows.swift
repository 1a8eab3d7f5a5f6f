extension CSV {
  /// The fields of each row of a text that was written as such; nil where it was not.
  public static func rows(of bytes: [UInt8]) -> [[String]]? {
    var (rows, row, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var (isQuoted, isClosed) = (false, false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""):
        if isQuoted, !isClosed {
          // The end of the field, unless another quote follows.
          isClosed = true
        } else if isClosed {
          field.append(byte)
          isClosed = false
        } else if field.isEmpty {
          isQuoted = true
        } else {
          return nil
        }
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        if isQuoted, !isClosed {
          field.append(byte)
          continue
        }
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
        (isQuoted, isClosed) = (false, false)
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row.removeAll()
        }
      default:
        if isClosed { return nil }
        field.append(byte)
      }
    }
    return row.isEmpty && field.isEmpty && !isQuoted ? rows : nil
  }
}
