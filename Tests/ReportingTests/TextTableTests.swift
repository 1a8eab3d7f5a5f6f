import TestSupport
import Testing

@testable import Reporting

/// Which columns a table has room for.
struct TextTableTests {
  /// The columns that are left when one after another is left out, looked for anew each time: of those
  /// that are left out most gladly the last.
  private func reference(
    _ columns: [TextTable.Column], width: Int
  ) -> (shown: [String], omitted: [String]) {
    var (shown, omitted): ([TextTable.Column], [String]) = (columns, [])
    while shown.reduce(0, { $0 + $1.width + 2 }) > width,
      let most = shown.map(\.dispensability).max(), most > 0,
      let index = shown.lastIndex(where: { $0.dispensability == most })
    {
      omitted.insert(shown.remove(at: index).header, at: 0)
    }
    return (shown.map(\.header), omitted)
  }

  @Test func `what matters least is left out first`() {
    var random = SplitMix(state: 1)
    for _ in 0..<300 {
      let columns = (0..<Int.random(in: 0...9, using: &random)).map { number in
        let letters = Int.random(in: 1...9, using: &random)
        return TextTable.Column(
          header: "\(number)", cells: [String(repeating: "x", count: letters)],
          dispensability: Int.random(in: 0...3, using: &random))
      }
      let width = Int.random(in: 0...60, using: &random)
      let table = TextTable(columns, width: width)
      let (shown, omitted) = reference(columns, width: width)
      #expect(table.columns.map(\.header) == shown)
      #expect(table.omitted == omitted)
    }
  }

  /// The time would grow with the square of the columns, and this test not end.
  @Test func `a table of very many columns is made`() {
    let columns = (1...200_000).map {
      TextTable.Column(header: "\($0)", cells: ["1"], dispensability: 1)
    }
    let narrow = TextTable(columns, width: 12)
    #expect(narrow.header == "  1  2  3  4")
    #expect(narrow.omitted.count == columns.count - 4)
    let wide = TextTable(columns, width: .max)
    #expect(wide.columns.count == columns.count)
    #expect(wide.header.utf8.count == columns.reduce(0) { $0 + 2 + $1.width })
  }
}
