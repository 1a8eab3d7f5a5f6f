internal import Text

/// Curves over epochs, drawn with characters between two axes with numbers.
public struct CurveChart {
  /// A curve: a name, and its points in the order of epochs.
  public struct Curve: Sendable {
    /// What it is called.
    public let name: String
    /// The points that can be drawn: those with finite values.
    public let points: [(epoch: Double, value: Double)]

    /// A curve of points, of which those that are no finite numbers are left out.
    public init(name: String, points: [(epoch: Double, value: Double)]) {
      self.name = name
      self.points = points.filter { $0.epoch.isFinite && $0.value.isFinite }
    }
  }

  /// What is drawn with.
  public enum Glyphs: Sendable {
    /// Braille patterns, of two columns and four rows of dots each.
    case braille
    /// The characters of ASCII.
    case ascii
  }

  /// The curves, at most two, each with a point at least.
  let curves: [Curve]
  /// What is drawn with.
  let glyphs: Glyphs
  /// Where values lie, from the bottom to the top.
  let values: ChartAxis
  /// Where epochs lie, from the left to the right.
  let epochs: ChartAxis
  /// How many lines the curves have.
  let height: Int

  /// The most columns of a line that are used.
  private static let widest = 100

  /// A drawing of at most two curves, of which those without points are left out.
  ///
  /// - Parameter height: how many lines the curves have, at least 2.
  /// - Returns: nil where no curve has a point.
  public init?(_ curves: [Curve], height: Int = 12, glyphs: Glyphs) {
    precondition(curves.count <= 2 && height >= 2)
    self.curves = curves.filter { !$0.points.isEmpty }
    guard let values = ChartAxis(values: self.curves.flatMap { $0.points.map(\.value) }),
      let epochs = ChartAxis(epochs: self.curves.flatMap { $0.points.map(\.epoch) })
    else { return nil }
    self.values = values
    self.epochs = epochs
    self.height = height
    self.glyphs = glyphs
  }

  /// The lines from the curves' names down to the epochs, each ended.
  public func text(style: TextStyle) -> String {
    var labels = [String](repeating: "", count: height)
    for tick in values.ticks(atMost: max(2, height / 3)) {
      labels[height - 1 - ChartAxis.place(tick.position, of: height)] = tick.label
    }
    let margin = labels.reduce(0) { max($0, DisplayText.columns(of: $1)) }
    let width = max(16, min(style.width, Self.widest) - margin - 4)
    let canvas = ChartCanvas(self, width: width)
    let lines = labels.enumerated().map { row, label in
      "  " + DisplayText.right(label, margin) + " "
        + (label.isEmpty ? frame.side : frame.sideTick) + canvas.line(row, style)
    }
    let indentation = DisplayText.right("", margin + 3)
    return ([title(style)] + lines + epochLines(width).map { indentation + $0 })
      .map { $0 + "\n" }.joined()
  }

  /// What is drawn, and how the curves are told apart.
  private func title(_ style: TextStyle) -> String {
    let names = curves.enumerated().map { index, curve in
      style.paint(curve.name, Self.inks[index])
        + (curves.count == 1 ? "" : " (\(signs[index]))")
    }
    return "  " + names.joined(separator: ", ") + (values.isLogarithmic ? ", log scale" : "")
  }

  /// The colours of the curves.
  static let inks = [TextStyle.Ink.good, .warning]

  /// How the curves are told from one another.
  private var signs: [String] {
    switch glyphs {
    case .braille: ["line", "dots"]
    case .ascii: ["*", "o"]
    }
  }

  /// The lines around the curves: on the left, at a number there, in the corner, below, and at a number
  /// there.
  private var frame:
    (side: String, sideTick: String, corner: String, base: Character, baseTick: Character)
  {
    switch glyphs {
    case .braille: ("│", "┤", "└", "─", "┬")
    case .ascii: ("|", "+", "+", "-", "+")
    }
  }

  /// The axis below the curves, and the epochs below it.
  private func epochLines(_ width: Int) -> [String] {
    var line = [Character](repeating: frame.base, count: width)
    var labels = ""
    for tick in epochs.ticks(atMost: width / 12 + 1) {
      let place = ChartAxis.place(tick.position, of: width)
      let start = min(max(0, place + 1 - tick.label.count / 2), width + 1 - tick.label.count)
      guard labels.isEmpty || start > labels.count else { continue }
      line[place] = frame.baseTick
      labels = DisplayText.left(labels, start) + tick.label
    }
    return [frame.corner + String(line), labels]
  }
}
