/// Some neighbouring records of a file.
struct CSVBlock: Sendable {
  /// Bytes of the file, from the first record on; what is behind the last means nothing.
  let bytes: [UInt8]
  /// Where the records stand, of which the last ends with a line feed.
  var records: Range<Int>
  /// On which line of the file they begin, counted from 1.
  var line: Int
  /// How many records there are.
  var rows: Int
  /// How many blocks come before it.
  let number: Int
  /// Which of the bytes are in no block before it.
  let read: Range<Int>
}
