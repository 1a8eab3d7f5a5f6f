import Reporting
import Testing

/// Curves that are drawn with characters.
struct CurveChartTests {
  private typealias Points = [(epoch: Double, value: Double)]

  private func drawing(
    _ curves: [(String, [(epoch: Double, value: Double)])], height: Int = 5, width: Int = 40,
    _ glyphs: CurveChart.Glyphs, isColoured: Bool = false
  ) -> String? {
    CurveChart(
      curves.map { CurveChart.Curve(name: $0, points: $1) }, height: height, glyphs: glyphs
    )?.text(style: TextStyle(width: width, isColoured: isColoured))
  }

  @Test func `a straight line goes from corner to corner`() {
    let points: Points = (0...10).map { (Double($0), Double(10 - $0)) }
    #expect(
      drawing([("train_loss", points)], .ascii) == """
          train_loss
          10 +*******
             |       ******
           5 +             **********
             |                       *******
           0 +                              ****
             ++----------------+---------------+
              0                5              10

        """)
  }

  @Test func `dots are finer than letters`() {
    let points: Points = (0...10).map { (Double($0), Double(10 - $0)) }
    #expect(
      drawing([("train_loss", points)], height: 3, .braille) == """
          train_loss
          10 ┤⠉⠉⠉⠑⠒⠒⠢⠤⠤⠤⣀⣀⣀⡀
           5 ┤             ⠈⠉⠉⠉⠒⠢⠤⣀⣀⣀⡀
           0 ┤                       ⠈⠉⠉⠉⠒⠒⠒⠤⠤⠤⢄
             └┬────────────────┬───────────────┬
              0                5              10

        """)
  }

  @Test func `losses over decades have an axis of powers of ten`() {
    let points: Points = (0...100).map { (Double($0), 1 / (1 + Double($0 * $0))) }
    #expect(
      drawing([("train_loss", points)], height: 9, .ascii) == """
          train_loss, log scale
               1 +*
                 |**
                 | *
                 | **
            0.01 +  ***
                 |    ****
                 |       ******
                 |            **********
          0.0001 +                      ********
                 ++--------------+-------------+
                  0             50           100

        """)
  }

  @Test func `two curves are told apart by letters, dots or colours`() {
    let curves: [(String, Points)] = [
      ("train_loss", [(0, 2), (4, 1)]), ("val_loss", [(0, 2), (4, 3)]),
    ]
    #expect(
      drawing(curves, width: 24, .ascii) == """
          train_loss (*), val_loss (o)
          3 +                  o
            |         ooooooooo
          2 +ooooooooo
            |         *********
          1 +                  *
            ++--------+--------+
             0        2        4

        """)
    let (green, yellow, plain) = ("\u{1B}[32m", "\u{1B}[33m", "\u{1B}[0m")
    #expect(
      drawing(curves, height: 2, width: 24, .braille, isColoured: true) == """
          \(green)train_loss\(plain) (line), \(yellow)val_loss\(plain) (dots)
          3 ┤\(green)⣀⣀⣀⣀⣀\(plain) \(yellow)⡠ ⠄⠠ ⠄ ⠂⠐ ⠂⠐\(plain)
          1 ┤     \(green)⠉⠉⠉⠉⠑⠒⠒⠒⠒⠤⠤⠤⠤⢄\(plain)
            └┬────────┬────────┬
             0        2        4

        """)
  }

  @Test func `what is no finite number is not drawn`() {
    #expect(drawing([("train_loss", [(0, .nan), (1, .infinity)])], .ascii) == nil)
    #expect(drawing([], .ascii) == nil)
    #expect(
      drawing([("train_loss", [(0, 0.5), (1, .nan)])], height: 3, .ascii) == """
          train_loss
              |
          0.5 +*
              |
              ++-------------------------------+
               0                               1

        """)
  }

  @Test(arguments: [
    [0.0, 0], [-1e308, 1e308], [.leastNonzeroMagnitude, .leastNonzeroMagnitude],
    [.leastNonzeroMagnitude, 1e308], [-5, 5], [1e300, 1e301],
    [.greatestFiniteMagnitude], [1.74e308, 1.74e308], [-.greatestFiniteMagnitude],
    [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [0, .leastNonzeroMagnitude],
    [3 * .leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude],
  ])
  func `numbers of any size are drawn within their lines`(values: [Double]) throws {
    for glyphs in [CurveChart.Glyphs.ascii, .braille] {
      let points = values.enumerated().map { (epoch: Double($0), value: $1) }
      let text = try #require(drawing([("loss", points)], width: 60, glyphs))
      let lines = text.split(separator: "\n")
      #expect(lines.count == 8)
      #expect(lines.allSatisfy { $0.count <= 60 })
    }
  }

  @Test func `losses at the end of all numbers are a flat line`() throws {
    let points: Points = (0...3).map { (Double($0), 1.74e308) }
    let text = try #require(drawing([("train_loss", points)], .ascii))
    let drawn = text.split(separator: "\n").filter { $0.contains("*") }
    #expect(drawn.count == 1)
    #expect(drawn.first?.count { $0 == "*" } == drawn.first?.drop { $0 != "*" }.count)
  }

  @Test(arguments: [[1e300], [1e300, 1e300], [.greatestFiniteMagnitude], [0, 1e300], [-1, 0]])
  func `epochs of any size are drawn within their lines`(epochs: [Double]) throws {
    let text = try #require(
      drawing([("loss", epochs.map { (epoch: $0, value: 1.7e308) })], width: 60, .ascii))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.count <= 60 } && text.contains("*"))
  }
}
