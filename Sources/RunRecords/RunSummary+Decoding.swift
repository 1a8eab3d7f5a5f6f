internal import Experiments

extension RunSummary {
  /// The summary that a `summary.json` holds, as `document` writes it: each member on a line of its own.
  ///
  /// Thousands of runs are looked at whenever an experiment is run again, so that only the lines are read
  /// that a summary is made of. Whether all of it is as it was written is for the caller to see, by
  /// comparing with `document`. What a folder has of which no plan is at hand is read by
  /// `SavedRun.Summary`, as JSON: it is one run, not thousands.
  ///
  /// - Parameter scores: the scores that the run measures.
  /// - Returns: nil if the bytes have not got the members of such a run.
  /// - Complexity: O(bytes).
  init?(_ bytes: [UInt8], id: RunID, scores: [Score]) {
    let members = Members(bytes)
    guard
      let status = members.text("status").flatMap(RunStatus.init),
      let epochsRun = members["epochs_run"].flatMap({ Int($0) }),
      let bestEpoch = members["best_epoch"].flatMap({ Int($0) }),
      let digest = members.text("digest")
    else { return nil }
    var values: [Score: Double] = [:]
    for score in scores {
      guard let text = members[score.name] else { return nil }
      guard let value = text == "null" ? .nan : Double(text) else { return nil }
      values[score] = value
    }
    self.init(
      id: id, status: status, epochsRun: epochsRun, bestEpoch: bestEpoch, scores: values,
      digest: digest, files: members.files)
  }

  /// The lines of a document.
  private struct Members {
    /// A member of the outermost object: what stands before and behind the colon.
    private typealias Member = (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)

    /// The members of the outermost object that are no objects.
    private var outer: [Member] = []
    /// The members of the object `files`.
    private(set) var files: [FileDigest] = []

    /// Takes a document apart.
    init(_ document: [UInt8]) {
      var isInFiles = false
      for line in document.split(separator: UInt8(ascii: "\n")) {
        let content = line.drop { $0 == UInt8(ascii: " ") }
        let depth = content.startIndex - line.startIndex
        guard let member = Self.member(content) else { continue }
        switch depth {
        case 2:
          isInFiles = member.key.elementsEqual("files".utf8)
          outer.append(member)
        case 4 where isInFiles:
          files.append(
            FileDigest(Self.string(member.key), sha256: Self.string(Self.unquoted(member.value))))
        default: break
        }
      }
    }

    /// The key and the value of `"key": value,`.
    private static func member(_ line: ArraySlice<UInt8>) -> Member? {
      guard line.first == UInt8(ascii: "\"") else { return nil }
      let key = line.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      let rest = line[key.endIndex...].dropFirst(3)
      return (key, rest.last == UInt8(ascii: ",") ? rest.dropLast() : rest)
    }

    /// A text without its quotes.
    private static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      value.dropFirst().dropLast()
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
      String(decoding: bytes, as: UTF8.self)
    }

    /// The value of a member of the outermost object, as it is written.
    subscript(key: String) -> String? {
      outer.first { $0.key.elementsEqual(key.utf8) }.map { Self.string($0.value) }
    }

    /// The value of a member that is a text without escapes.
    func text(_ key: String) -> String? {
      outer.first { $0.key.elementsEqual(key.utf8) }.map { Self.string(Self.unquoted($0.value)) }
    }
  }
}
