internal import ArgumentParser
internal import Reporting
internal import Running
internal import SpecSyntax
internal import Text

/// The arguments that say which rows of a table of results are listed, and in which order.
struct SelectionArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The column to order by, such as rank; the largest come first after a minus sign.",
      valueName: "column"))
  var sortBy: String?

  @Flag(help: "Order the largest first.")
  var descending = false

  @Option(
    name: .customLong("filter"),
    help: ArgumentHelp(
      """
      List only what meets a condition, such as 'learning_rate>0.1'; = != < <= > >= are known; may be \
      repeated.
      """, valueName: "condition"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("List at most so many.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if descending, sortBy == nil { throw ValidationError("--descending needs --sort-by") }
    for condition in conditions { _ = try filter(condition) }
  }

  /// The table with what was asked for.
  ///
  /// - Throws: where a column is none of the table's.
  func selection(of table: ResultTable) throws -> ResultTable {
    var table = table
    do {
      for condition in conditions { try table.keep(try filter(condition)) }
      if let sortBy {
        let isReversed = sortBy.hasPrefix("-")
        try table.sort(
          by: String(sortBy.dropFirst(isReversed ? 1 : 0)), isDescending: descending || isReversed)
      }
    } catch let error as ResultTable.UnknownColumn {
      throw ExitError(.badCommandLine, error.sentence)
    }
    if let limit { table.limit(to: limit) }
    return table
  }

  /// The condition that a text states.
  private func filter(_ text: String) throws -> ResultFilter {
    do throws(ResultFilter.Fault) {
      return try ResultFilter(text)
    } catch {
      throw ValidationError("--filter \"\(text)\" \(error.sentence)")
    }
  }
}
