public import Experiments
public import Files
public import SystemPackage

/// Why a run that was trained, here or elsewhere, could not be recorded.
public enum RunWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operating system would not do something.
  case file(FileError)
  /// The run has been finished before, with other bytes: either its folder was altered, or a
  /// promise of this program is broken.
  case differs(RunID, draft: FilePath, earlier: FilePath)
  /// Two folders of one run are whole and have other bytes.
  case conflict(RunID, FilePath, FilePath)

  /// Whether the operating system is the cause, so that the same command may do better later.
  public var isOutside: Bool {
    switch self {
    case .file: true
    case .differs, .conflict: false
    }
  }

  /// One sentence.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .differs(let id, let draft, let earlier):
      "run \(id) came out with other bytes than before; compare \(draft) with \(earlier)"
    case .conflict(let id, let first, let second):
      "run \(id) has other bytes in \(first) than in \(second)"
    }
  }
}
