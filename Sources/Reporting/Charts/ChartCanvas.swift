/// The dots of curves, which characters are made of.
struct ChartCanvas {
  /// What is drawn with.
  private let glyphs: CurveChart.Glyphs
  /// How many characters a line has.
  private let width: Int
  /// For each character, from the top left, the dots of each curve as bits.
  private var cells: [[UInt8]]

  /// The curves of a chart, drawn on so many columns.
  init(_ chart: CurveChart, width: Int) {
    glyphs = chart.glyphs
    self.width = width
    cells = Array(
      repeating: Array(repeating: 0, count: chart.height * width), count: chart.curves.count)
    let size = (columns: width * dots.columns, rows: chart.height * dots.rows)
    for (index, curve) in chart.curves.enumerated() {
      let points = curve.points.map { point in
        (
          column: ChartAxis.place(chart.epochs.position(of: point.epoch), of: size.columns),
          row: size.rows - 1
            - ChartAxis.place(chart.values.position(of: point.value), of: size.rows)
        )
      }
      for (start, end) in zip(points, [points[0]] + points) { draw(from: end, to: start, index) }
    }
  }

  /// How many dots a character has side by side, and below one another.
  private var dots: (columns: Int, rows: Int) {
    switch glyphs {
    case .braille: (2, 4)
    case .ascii: (1, 1)
    }
  }

  /// Draws a straight line of dots.
  private mutating func draw(
    from start: (column: Int, row: Int), to end: (column: Int, row: Int), _ curve: Int
  ) {
    let (columns, rows) = (end.column - start.column, end.row - start.row)
    let steps = max(abs(columns), abs(rows), 1)
    for step in 0...steps {
      set(start.column + columns * step / steps, start.row + rows * step / steps, curve)
    }
  }

  /// Sets a dot; of the second curve every third one, where dots are all that tells it from the first.
  private mutating func set(_ column: Int, _ row: Int, _ curve: Int) {
    let cell = row / dots.rows * width + column / dots.columns
    switch glyphs {
    case .ascii: cells[curve][cell] = 1
    case .braille:
      guard curve == 0 || (column + row).isMultiple(of: 3) else { return }
      cells[curve][cell] |= Self.brailleDots[row % 4][column % 2]
    }
  }

  /// The bits of the dots of a Braille pattern, by row and column (Unicode, block 2800).
  private static let brailleDots: [[UInt8]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  /// A line of characters, without the blanks at its end.
  func line(_ row: Int, _ style: TextStyle) -> String {
    var line = ""
    var piece: (text: String, curve: Int) = ("", 0)
    func painted() -> String {
      piece.text.isEmpty ? "" : style.paint(piece.text, CurveChart.inks[piece.curve])
    }
    var blanks = ""
    for cell in row * width..<(row + 1) * width {
      guard let curve = curve(of: cell) else {
        blanks += " "
        continue
      }
      if curve != piece.curve || piece.text.isEmpty {
        line += painted() + blanks
        piece = ("", curve)
      } else {
        piece.text += blanks
      }
      blanks = ""
      piece.text.append(character(cell, curve))
    }
    return line + painted()
  }

  /// The curve that a character belongs to; nil for a blank.
  ///
  /// Where both are, that is the first of dots, and the second of letters, which then covers the first.
  private func curve(of cell: Int) -> Int? {
    let found = cells.indices.filter { cells[$0][cell] != 0 }
    return switch glyphs {
    case .braille: found.first
    case .ascii: found.last
    }
  }

  /// A character that a curve goes through.
  private func character(_ cell: Int, _ curve: Int) -> Character {
    switch glyphs {
    case .ascii: return curve == 0 ? "*" : "o"
    case .braille:
      let pattern = cells.reduce(UInt8(0)) { $0 | $1[cell] }
      return Unicode.Scalar(0x2800 + UInt32(pattern)).map(Character.init) ?? " "
    }
  }
}
