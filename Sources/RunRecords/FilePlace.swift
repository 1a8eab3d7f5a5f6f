internal import Text

/// The first place where two files are not the same, for people.
public struct FilePlace: Hashable, Sendable {
  /// Where it is: `epoch 12, train_loss`.
  public let name: String
  /// What the first file has there.
  public let first: String
  /// What the second file has there.
  public let second: String

  /// Joins a place and what is there.
  private init(_ name: String, _ first: String, _ second: String) {
    (self.name, self.first, self.second) = (name, first, second)
  }

  /// Finds the first place.
  ///
  /// - Parameter name: of the file, whose ending tells what is in it.
  /// - Returns: nil where the bytes are the same, and where they are no text.
  public init?(_ first: [UInt8], _ second: [UInt8], _ name: String) {
    if name.hasSuffix(".safetensors") { return nil }
    if name.hasSuffix(".csv"), let first = CSV.rows(of: first), let second = CSV.rows(of: second) {
      self.init(tables: first, second, rowsAreEpochs: name == RunFile.lossCurve)
    } else {
      self.init(lines: first, second)
    }
  }

  /// The first cell that differs, or the first row that one of the tables has not.
  private init?(tables first: [[String]], _ second: [[String]], rowsAreEpochs: Bool) {
    let header = first.first ?? []
    guard header == second.first else {
      self.init(
        "line 1", header.joined(separator: ","), (second.first ?? []).joined(separator: ","))
      return
    }
    let count = zip(first, second).prefix { $0 == $1 }.count
    guard count < max(first.count, second.count) else { return nil }
    let pair = [first, second].map { $0.dropFirst(count).first }
    let epoch = pair.compactMap(\.self).first?.first ?? ""
    let place = rowsAreEpochs ? "epoch \(epoch)" : "line \(count + 1)"
    guard let left = pair[0], let right = pair[1], left.count == right.count,
      let column = zip(left, right).enumerated().first(where: { $1.0 != $1.1 })?.offset,
      column < header.count, !rowsAreEpochs || column > 0
    else {
      self.init(
        place, pair[0]?.joined(separator: ",") ?? Self.nothing,
        pair[1]?.joined(separator: ",") ?? Self.nothing)
      return
    }
    self.init(
      "\(place), \(header[column])", Self.shown(left[column]), Self.shown(right[column]))
  }

  /// The first line that differs.
  private init?(lines first: [UInt8], _ second: [UInt8]) {
    let (left, right) = (Self.lines(first), Self.lines(second))
    let count = zip(left, right).prefix { $0 == $1 }.count
    guard count < max(left.count, right.count) else { return nil }
    func line(_ lines: [ArraySlice<UInt8>]) -> String {
      guard let line = lines.dropFirst(count).first else { return Self.nothing }
      let text = String(decoding: line, as: UTF8.self).drop { $0 == " " }
      return Self.shown(String(text.hasSuffix(",") ? text.dropLast() : text))
    }
    self.init("line \(count + 1)", line(left), line(right))
  }

  /// What stands for the missing end of a file.
  private static let nothing = "nothing"

  /// A cell or a line, however short.
  private static func shown(_ text: String) -> String { text.isEmpty ? nothing : text }

  /// The lines of a text, without their line feeds.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
