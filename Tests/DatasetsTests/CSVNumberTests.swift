import Datasets
import Experiments
import TestSupport
import Testing

/// Decimals that are hard to round, against the bits that Python stored for them.
struct CSVNumberTests {
  /// The rows of a kind of decimal, or of all kinds but that one.
  private func cases(overflowing: Bool) throws -> [OracleTable.Row] {
    let rows = try OracleTable("csv-numbers").rows.filter {
      ($0.text("kind") == "overflow") == overflowing
    }
    #expect(!rows.isEmpty)
    return rows
  }

  @Test func `every number is the nearest`() throws {
    let rows = try cases(overflowing: false)
    let texts = rows.compactMap { $0.text("decimal") }
    // In any place of a record, and last in a file.
    let lines = texts.map { "\($0),\($0),1,\($0)" }
    for lineEnd in ["\n", "\r\n"] {
      let data = try csv((["a,b,c,d"] + lines).joined(separator: lineEnd))
      for (row, text) in texts.enumerated() {
        let bits = try #require(rows[row].text("bits").flatMap { UInt64($0, radix: 16) })
        #expect(data.inputs[row, 0].bitPattern == bits, "\(text)")
        #expect(data.inputs[row, 1].bitPattern == bits, "\(text)")
        #expect(data.targets[row, 0].bitPattern == bits, "\(text)")
      }
    }
  }

  @Test func `a number that is too large is told of`() throws {
    for row in try cases(overflowing: true) {
      let text = try #require(row.text("decimal"))
      let problem = #expect(throws: DataProblem.self) { try csv("a,b\n1,2\n\(text),3\n") }
      let start = "has what is no number in column \"a\", which is of numbers: \"\(text.prefix(40))"
      #expect(problem?.fault.hasPrefix(start) == true, "\(problem?.fault ?? "")")
    }
  }
}
