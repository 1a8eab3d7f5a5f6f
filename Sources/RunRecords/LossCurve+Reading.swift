internal import Experiments

extension LossCurve {
  /// The scores of an epoch in the text of a run's curve; nil where it has no such row.
  static func scores(
    in curve: [UInt8], ofEpoch epoch: Int, _ configuration: RunConfiguration
  ) -> [Score: Double]? {
    let line = lines(curve).last { curve[$0].starts(with: "\(epoch),".utf8) }
    guard let line else { return nil }
    let fields = curve[line].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Double(String(decoding: $0, as: UTF8.self)) }
    let scores = configuration.curveScores
    guard fields.count > scores.count else { return nil }
    let pairs = zip(scores, fields.dropFirst()).compactMap { score, number in
      number.map { (score, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The lines of a curve that is being written, or was cut short, without one that has no end yet.
  static func wholeRows(_ curve: [UInt8]) -> [UInt8] {
    curve.lastIndex(of: UInt8(ascii: "\n")).map { Array(curve[...$0]) } ?? []
  }

  /// The header of a curve and its last rows, at most so many.
  static func end(of curve: [UInt8], rows count: Int) -> [String] {
    let lines = lines(curve)
    return (lines.prefix(1) + lines.dropFirst().suffix(count)).map {
      String(decoding: curve[$0], as: UTF8.self)
    }
  }
}
