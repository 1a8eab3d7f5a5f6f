internal import Experiments
internal import Text

/// The text of a loss curve, row by row.
struct LossCurve {
  /// The rows that have not been taken, and the header before the first of them.
  private(set) var bytes: [UInt8] = []
  /// How many scores a row has.
  private let scoreCount: Int
  /// Whether a row ends with the norm of the gradient.
  private let hasGradientNorm: Bool
  /// For each column of numbers the latest one, with where its text lies in `bytes`, nowhere if that
  /// has been taken: most often learning rates, and many metrics, are the same again.
  private var latest: [(bits: UInt64, text: Range<Int>)]

  /// The rows of a run's curve, without a header.
  private init(rowsOf configuration: RunConfiguration) {
    scoreCount = configuration.curveScores.count
    hasGradientNorm = configuration.recordsGradientNorm
    latest = Array(repeating: (0, 0..<0), count: scoreCount + 2)
  }

  /// The curve of a run, which begins with the names of its columns: the epoch, the scores, the
  /// learning rate of the epoch's last step, and the norm of its gradients where that is recorded.
  ///
  /// - Parameter earlier: its first rows, which it has from a shorter run.
  init(_ configuration: RunConfiguration, after earlier: EarlierRows? = nil) {
    self.init(rowsOf: configuration)
    let names =
      ["epoch"] + configuration.curveScores.map(\.name) + ["learning_rate"]
      + (hasGradientNorm ? ["gradient_norm"] : [])
    bytes += Array((names.joined(separator: ",") + "\n").utf8) + (earlier?.bytes ?? [])
  }

  /// Adds a row.
  ///
  /// - Precondition: it has all the scores of the run.
  mutating func append(_ row: CurveRow) {
    append(row.epoch, row.scores, row.learningRate, row.gradientNorm)
  }

  /// Adds a row that is given in parts.
  ///
  /// - Precondition: there are all the scores of the run.
  mutating func append(
    _ epoch: Int, _ scores: [Double], _ learningRate: Double?, _ gradientNorm: Double?
  ) {
    precondition(scores.count == scoreCount, "a row has one number for each score")
    NumberText.append(epoch, to: &bytes)
    for index in scores.indices { append(scores[index], column: index) }
    append(learningRate, column: scoreCount)
    if hasGradientNorm { append(gradientNorm, column: scoreCount + 1) }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a field after another one.
  private mutating func append(_ number: Double?, column: Int) {
    bytes.append(UInt8(ascii: ","))
    guard let number else { return }
    let (bits, text) = latest[column]
    let start = bytes.count
    if bits == number.bitPattern, !text.isEmpty {
      for index in text { bytes.append(bytes[index]) }
    } else {
      NumberText.append(number, to: &bytes)
    }
    latest[column] = (number.bitPattern, start..<bytes.count)
  }

  /// Takes the rows away.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    for column in latest.indices { latest[column].text = 0..<0 }
  }

  /// Puts a row where its epoch belongs among the rows that `earlier`, from the header on, and the
  /// rows not taken have together, and takes them all as not taken; does nothing to them where they
  /// have a row of that epoch.
  mutating func insert(
    _ row: CurveRow, after earlier: [UInt8], of configuration: RunConfiguration
  ) {
    let whole = earlier + bytes
    let place = Self.lines(whole).first { (Self.epoch(whole[$0]) ?? -1) >= row.epoch }
    removeAll()
    bytes = whole
    guard place.map({ Self.epoch(whole[$0]) != row.epoch }) ?? true else { return }
    var line = LossCurve(rowsOf: configuration)
    line.append(row)
    bytes.insert(contentsOf: line.bytes, at: place?.lowerBound ?? whole.count)
  }

  /// Where each line lies, its line feed left out.
  static func lines(_ curve: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for index in curve.indices where curve[index] == UInt8(ascii: "\n") {
      lines.append(start..<index)
      start = index + 1
    }
    return start < curve.count ? lines + [start..<curve.count] : lines
  }

  /// The epoch of a line; nil for the header.
  static func epoch(_ line: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: line.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self))
  }
}
