internal import Text
internal import ArgumentParser
internal import Reporting

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
      throw ExitError(.badCommandLine, Self.sentence(error))
    }
    if let limit { table.limit(to: limit) }
    return table
  }

  /// The condition that a text states.
  private func filter(_ text: String) throws -> ResultFilter {
    do throws(ResultFilter.Fault) {
      return try ResultFilter(text)
    } catch {
      throw ValidationError("--filter \"\(text)\" \(Self.sentence(error))")
    }
  }

  /// Why a text states no condition.
  private static func sentence(_ fault: ResultFilter.Fault) -> String {
    switch fault {
    case .noComparison: "has no operator; it can be 'learning_rate>0.1', with = != < <= > or >="
    case .noColumn: "has no column before the operator"
    case .doubledEquals: "has \"==\", which is written \"=\""
    case .noNumber(let comparison, let value):
      "compares by \"\(comparison.rawValue)\" with \"\(value)\", which is no number"
    }
  }

  /// What to do about a column that is not there.
  private static func sentence(_ unknown: ResultTable.UnknownColumn) -> String {
    let remedy =
      nearest(to: unknown.name, among: unknown.columns).map { "did you mean \"\($0)\"?" }
      ?? "there are " + unknown.columns.joined(separator: ", ")
    return "there is no column \"\(unknown.name)\"; \(remedy)"
  }
}
