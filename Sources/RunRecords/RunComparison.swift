public import Files

/// A finished run beside the same run trained again, file by file.
public struct RunComparison: Sendable {
  /// A file that is not what training makes.
  public struct Finding: Hashable, Sendable {
    /// What is wrong with the file.
    public enum Kind: Hashable, Sendable {
      /// It is not there.
      case missing
      /// It is not as the run left it.
      case altered
      /// It is as the run left it, and training makes other bytes.
      case differs
    }

    /// The file.
    public let name: String
    /// What is wrong with it.
    public let kind: Kind
    /// The first place where it is not what training makes; nil where there is none to be told.
    public let place: FilePlace?

    /// A file with what is wrong with it.
    public init(name: String, kind: Kind, place: FilePlace?) {
      self.name = name
      self.kind = kind
      self.place = place
    }
  }

  /// The files that are not what training makes, in the order of names; none where all is the same.
  public let findings: [Finding]

  /// Compares the files of a run with those that it has come out with again.
  public init(_ saved: SavedRun, trainedAgain: SavedRun) throws(FileError) {
    let names = Set((saved.summary.files + trainedAgain.summary.files).map(\.name))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var findings: [Finding] = []
    for name in names {
      let finding = try Self.finding(
        name, saved, try trainedAgain.bytes(of: name),
        isKept: saved.summary.files.contains { $0.name == name })
      if let finding { findings.append(finding) }
    }
    if saved.summaryBytes != trainedAgain.summaryBytes {
      let isOwnDoing = findings.allSatisfy { $0.kind != .differs }
      let place = FilePlace(saved.summaryBytes, trainedAgain.summaryBytes, RunFile.summary)
      findings.append(
        Finding(name: RunFile.summary, kind: isOwnDoing ? .altered : .differs, place: place))
    }
    self.findings = findings
  }

  /// What is wrong with a file beside the bytes that training makes; nil where nothing is.
  ///
  /// - Parameters:
  ///   - bytes: what training makes; nil where it makes no such file.
  ///   - isKept: whether the run's summary has a digest of the file.
  private static func finding(
    _ name: String, _ saved: SavedRun, _ bytes: [UInt8]?, isKept: Bool
  ) throws(FileError) -> Finding? {
    guard let found = try saved.bytes(of: name) else {
      return Finding(name: name, kind: isKept ? .missing : .differs, place: nil)
    }
    let isWhole = saved.state(of: found, name) == .whole
    guard !isWhole || found != bytes else { return nil }
    return Finding(
      name: name, kind: isWhole || !isKept ? .differs : .altered,
      place: bytes.flatMap { FilePlace(found, $0, name) })
  }
}
