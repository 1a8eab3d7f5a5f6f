internal import RunRecords
public import Running
internal import SystemPackage
internal import Text

/// What cleanings have found, in words.
public enum CleaningReport {
  /// A line for each thing, and what all come to; empty where nobody could look.
  ///
  /// - Parameters:
  ///   - found: what each cleaning found, or removed; of those that could look.
  ///   - count: how many cleanings there were.
  public static func text(_ found: [Cleaning.Found], of count: Int, hasRemoved: Bool) -> String {
    let all = found.flatMap(\.all)
    guard !all.isEmpty else {
      return found.isEmpty && count > 0 ? "" : "nothing is to be removed\n"
    }
    let lines = all.map { orphan in
      "\(DisplayText.printable(orphan.path.string))  \(Readable.size(orphan.size))\n"
    }
    let size = Readable.size(all.reduce(0) { $0 + $1.size })
    func phrase(_ things: [RunStore.Orphan], _ noun: String, _ which: String) -> String? {
      things.isEmpty ? nil : "\(Readable.count(things.count, noun)) \(which)"
    }
    let plans = found.flatMap(\.plans)
    let things = [
      phrase(found.flatMap(\.orphans), "run", "that no spec names"),
      phrase(found.flatMap(\.leftovers), "leftover", "of runs cut short"),
      phrase(plans, "earlier plan", plans.count == 1 ? "with its tables" : "with their tables"),
    ].compactMap(\.self).joined(separator: " and ")
    return lines.joined()
      + (hasRemoved
        ? "removed \(things): \(size)\n" : "\(things): \(size); --yes removes them\n")
  }
}
