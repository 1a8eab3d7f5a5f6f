internal import Experiments
internal import Files
public import SystemPackage

/// A run that has not finished, or was cut short, as it lies in the folder for runs in progress.
public struct RunInProgress: Sendable {
  /// Where it is written until it has finished.
  public let folder: FilePath
  /// The run's name.
  public let id: String
  /// How many epochs its spec has; nil where that cannot be read.
  public let epochs: Int?
  /// The last row of its loss curve: the names of columns with their values; none before there is a row.
  public let lastRow: [(column: String, text: String)]
  /// The whole rows of its loss curve, with the header.
  public let curve: [UInt8]

  /// How many epochs it has been trained for, as far as is written.
  public var epochsRun: Int { lastRow.first.flatMap { Int($0.text) } ?? 0 }

  /// Reads what there is of a run; nil where it is none in progress.
  public init?(in folder: FilePath) {
    guard let id = folder.lastComponent?.string, RunID(id) != nil,
      !folder.appending(RunFile.summary).exists,
      let written = try? folder.appending(RunFile.lossCurve).contents()
    else { return nil }
    self.folder = folder
    self.id = id
    let spec = (try? folder.appending(RunFile.spec).contents()) ?? []
    epochs = Self.epochs(spec)
    curve = written.lastIndex(of: UInt8(ascii: "\n")).map { Array(written[...$0]) } ?? []
    lastRow = Self.lastRow(curve)
  }

  /// The last epoch in the lines of a canonical spec.
  private static func epochs(_ spec: [UInt8]) -> Int? {
    let lines = String(decoding: spec, as: UTF8.self).split(separator: "\n")
    func value(_ field: Field) -> Int? {
      let start = "\(field.key): "
      return lines.first { $0.hasPrefix(start) }.flatMap { Int($0.dropFirst(start.count)) }
    }
    return value(.stopAt) ?? value(.epochs)
  }

  /// The last row of a curve; nothing where it has but a header.
  private static func lastRow(_ curve: [UInt8]) -> [(column: String, text: String)] {
    let lines = curve.dropLast()
    guard let headerEnd = lines.firstIndex(of: UInt8(ascii: "\n")),
      let last = lines.lastIndex(of: UInt8(ascii: "\n"))
    else { return [] }
    func fields(_ line: ArraySlice<UInt8>) -> [String] {
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return zip(fields(lines[..<headerEnd]), fields(lines[(last + 1)...])).map { ($0, $1) }
  }
}

extension RunStore {
  /// The runs that are being trained, or were when a batch was cut short, by their names.
  ///
  /// Runs that take but a moment are not among them: nothing of them is written before they finish.
  public func runsInProgress() -> [RunInProgress] {
    ((try? partialFolder.entries()) ?? []).compactMap {
      RunInProgress(in: partialFolder.appending($0))
    }
  }
}
